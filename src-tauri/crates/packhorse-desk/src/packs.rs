//! Packs: begun, changed, listed.

use crate::form::EditionForm;
use crate::{Desk, PackForm, Trouble};
use packhorse_library::{Library, NewQuote, Pack, Use};
use packhorse_model::composed::Size;
use packhorse_model::{PackId, Source};
use packhorse_pack::{Audience, suggest};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A pack as the list shows it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackRow {
    /// Its id.
    pub id: String,
    /// The title.
    pub title: String,
    /// The council.
    pub council: Option<String>,
    /// The committee.
    pub committee: Option<String>,
    /// The day of the meeting.
    pub meeting: Option<String>,
    /// How many quotes.
    pub quotes: u32,
    /// How many sources.
    pub sources: u32,
    /// `draft` or `issued`.
    #[ts(type = "\"draft\" | \"issued\"")]
    pub state: String,
    /// When it was changed, as `2026-11-22`.
    pub changed: String,
}

/// An audience to choose.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AudienceRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What the manager is asked to write on the first page of its edition, in order.
    pub first_page: Vec<PartToWrite>,
}

/// A part of a first page that holds what the manager writes.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PartToWrite {
    /// The section of its note: `asked-to-do`.
    pub section: String,
    /// What it is called: “You are asked to”.
    pub label: String,
    /// What to write there.
    pub prompt: Option<String>,
}

impl AudienceRow {
    pub(crate) fn of(audience: &Audience) -> Self {
        let part = |part: &str| PartToWrite {
            section: part.to_owned(),
            label: audience.part_label(part),
            prompt: audience.first_page_prompts.get(part).cloned(),
        };
        let first_page = audience.parts_to_write().map(part).collect();
        Self { id: audience.id.clone(), name: audience.name.clone(), first_page }
    }
}

/// Packs and audiences.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Packs {
    /// The packs, the one changed last first.
    pub packs: Vec<PackRow>,
    /// The audiences.
    pub audiences: Vec<AudienceRow>,
}

/// Asks to begin a pack.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NewPack {
    /// The title.
    pub title: String,
    /// Sources.
    pub sources: Vec<String>,
    /// Quotes.
    pub quotes: Vec<String>,
}

/// Names a pack.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackRequest {
    /// The pack's id.
    pub pack: String,
}

/// Asks to suggest quotes for a pack.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SuggestQuotes {
    /// The pack's id.
    pub pack: String,
    /// The most quotes to suggest.
    pub most: u32,
}

impl Desk {
    /// Lists the packs and the audiences.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn packs(&self) -> Result<Packs, Trouble> {
        let _span = tracing::info_span!("packs").entered();
        let packs = self.library().packs()?.iter().map(row).collect::<Result<_, _>>()?;
        Ok(Packs { packs, audiences: self.audiences()? })
    }

    /// Begins a pack, with an edition for the chair and one for the cabinet member.
    ///
    /// # Errors
    ///
    /// When it names what is not in the library, or the library cannot be written.
    pub fn new_pack(&self, request: &NewPack) -> Result<PackForm, Trouble> {
        let _span = tracing::info_span!("new_pack").entered();
        let edition = |audience: &str| EditionForm {
            audience: audience.to_owned(),
            recipient: None,
            size: Size::Normal,
            withheld: crate::WithheldForm::default(),
        };
        let own_council = self.settings()?.council;
        let mut library = self.library();
        are_there(&library, request)?;
        let form = PackForm {
            id: String::new(),
            title: request.title.clone(),
            council: council(&library, &request.sources)?.or(own_council),
            committee: None,
            meeting: None,
            marking: None,
            exempt: Vec::new(),
            status: None,
            name_pages: false,
            sources: request.sources.clone(),
            quotes: request.quotes.clone(),
            editions: vec![edition("committee-chair"), edition("cabinet-member")],
            notes: Vec::new(),
            order: Vec::new(),
            left_out: Vec::new(),
            accept_unsure: false,
            follow_ups: Vec::new(),
            roles: Vec::new(),
            minutes: None,
            weights: Vec::new(),
            late: Vec::new(),
        };
        let id = library.new_pack(&form.draft()?)?;
        PackForm::of(&library.pack(id)?)
    }

    /// A pack's form.
    ///
    /// # Errors
    ///
    /// When there is no such pack.
    pub fn pack(&self, request: &PackRequest) -> Result<PackForm, Trouble> {
        let _span = tracing::info_span!("pack").entered();
        PackForm::of(&self.library().pack(crate::desk_id(&request.pack)?)?)
    }

    /// Saves a pack's form.
    ///
    /// # Errors
    ///
    /// When the meeting's day is none, or the library cannot be written.
    pub fn save_pack(&self, form: &PackForm) -> Result<PackForm, Trouble> {
        let _span = tracing::info_span!("save_pack").entered();
        let id: PackId = crate::desk_id(&form.id)?;
        let mut library = self.library();
        let before = PackForm::of(&library.pack(id)?)?;
        library.save_pack(id, &form.draft()?, &crate::form::changed(&before, form))?;
        PackForm::of(&library.pack(id)?)
    }

    /// Removes a pack. What was issued stays in the register.
    ///
    /// # Errors
    ///
    /// When there is no such pack.
    pub fn remove_pack(&self, request: &PackRequest) -> Result<(), Trouble> {
        let _span = tracing::info_span!("remove_pack").entered();
        Ok(self.library().remove_pack(crate::desk_id(&request.pack)?)?)
    }

    /// Picks quotes for a pack from its sources and adds them, in one step.
    ///
    /// # Errors
    ///
    /// When the pack has no sources, or the library cannot be written.
    pub fn suggest_quotes(&self, request: &SuggestQuotes) -> Result<PackForm, Trouble> {
        let _span = tracing::info_span!("suggest_quotes").entered();
        let id: PackId = crate::desk_id(&request.pack)?;
        let mut library = self.library();
        let mut form = PackForm::of(&library.pack(id)?)?;
        let sources = form
            .sources
            .iter()
            .map(|id| Ok(library.source(crate::desk_id(id)?)?))
            .collect::<Result<Vec<Source>, Trouble>>()?;
        if sources.is_empty() {
            return Err(Trouble::fixable(
                "There is nothing to pick from.",
                "Choose the sources of the pack first.",
            ));
        }
        let sources: Vec<&Source> = sources.iter().collect();
        let picks = suggest(&sources, request.most as usize);
        library.together("suggest quotes", |work| {
            for pick in picks {
                // What a person said of words that were picked before stands.
                let quote = match work.picked(&pick.quote)? {
                    Some(there) => there,
                    None => {
                        let usage =
                            Use { bearing: pick.bearing, edits: pick.edits, note: pick.note, weight: None };
                        work.pick(&NewQuote { quote: pick.quote, usage })?
                    }
                }
                .to_string();
                if !form.quotes.contains(&quote) {
                    form.quotes.push(quote);
                }
            }
            work.save_pack(id, &form.draft()?)?;
            Ok::<(), Trouble>(())
        })?;
        Ok(form)
    }
}

/// Whether the sources and quotes a pack is to hold are in the library.
fn are_there(library: &Library, request: &NewPack) -> Result<(), Trouble> {
    for id in &request.sources {
        library.source(crate::desk_id(id)?)?;
    }
    for id in &request.quotes {
        library.quote(crate::desk_id(id)?)?;
    }
    Ok(())
}

/// The council most of the sources name.
fn council(library: &Library, sources: &[String]) -> Result<Option<String>, Trouble> {
    let mut counts: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
    for entry in library.sources()?.iter() {
        if sources.contains(&entry.id.to_string())
            && let Some(council) = entry.facts.authority.as_ref().filter(|fact| fact.is_sure())
        {
            *counts.entry(council.value.clone()).or_default() += 1;
        }
    }
    Ok(counts.into_iter().max_by_key(|(_, count)| *count).map(|(council, _)| council))
}

fn row(pack: &Pack) -> Result<PackRow, Trouble> {
    let form = PackForm::of(pack)?;
    let count = |list: &[String]| u32::try_from(list.len()).unwrap_or(u32::MAX);
    Ok(PackRow {
        id: pack.id.to_string(),
        title: pack.draft.title.clone(),
        council: form.council.clone(),
        committee: form.committee.clone(),
        meeting: form.meeting.clone(),
        quotes: count(&form.quotes),
        sources: count(&form.sources),
        state: if pack.issued > 0 { "issued" } else { "draft" }.to_owned(),
        changed: pack.changed.date_naive().to_string(),
    })
}

#[cfg(test)]
mod tests;
