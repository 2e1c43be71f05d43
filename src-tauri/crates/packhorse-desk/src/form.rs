//! A pack as the page and the terminal hold it, and the plan it stands for.

mod changed;

pub(crate) use changed::changed;

use crate::{ToFix, Trouble, Where};
use chrono::NaiveDate;
use packhorse_library::{Draft, Library, Pack};
use packhorse_model::composed::Size;
use packhorse_model::{QuoteId, Source, SourceId, Weight};
use packhorse_pack::{Arrangement, Edition, FollowUp, Late, Note, Pick, Plan, Status, Withheld};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EditionForm {
    /// The audience's id.
    pub audience: String,
    /// For whom.
    pub recipient: Option<String>,
    /// Normal or large print.
    #[ts(type = "\"normal\" | \"large-print\"")]
    pub size: Size,
    /// What this recipient may not be given.
    #[serde(default, skip_serializing_if = "WithheldForm::is_nothing")]
    #[ts(optional, as = "Option<WithheldForm>")]
    pub withheld: WithheldForm,
}

/// What one recipient may not be given: a row of the matrix.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WithheldForm {
    /// Ids of sections.
    #[serde(default)]
    pub sections: Vec<String>,
    /// Ids of quotes.
    #[serde(default)]
    pub quotes: Vec<String>,
    /// Paragraphs of Schedule 12A for which it is withheld: the copy then says so. Left out, it does not say
    /// that anything is withheld.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<u8>>")]
    pub exempt: Vec<u8>,
}

impl WithheldForm {
    fn is_nothing(&self) -> bool {
        self.sections.is_empty() && self.quotes.is_empty()
    }
}

/// The manager's words for a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoteForm {
    /// The section's id.
    pub section: String,
    /// The words.
    pub text: String,
}

/// The manager's word on one area to improve.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FollowUpForm {
    /// The report or letter that lists the area.
    pub source: String,
    /// The area's words, or its first words.
    pub finding: String,
    /// Who sees to it: a name, a title, or the id of a role.
    pub owner: Option<String>,
    /// By when: a day as `2027-01-14`, or words.
    pub due: Option<String>,
    /// How far it has come: `not-started`, `under-way`, `done`, or words.
    pub state: Option<String>,
    /// Anything else.
    pub note: Option<String>,
}

/// What a role is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RoleForm {
    /// The role's id: `dcs`, `lead-member` …
    pub id: String,
    /// What it is called here.
    pub name: String,
}

/// How much the pack needs a quote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WeightForm {
    /// The quote's id.
    pub quote: String,
    /// How much.
    #[ts(type = "\"must\" | \"should\" | \"could\"")]
    pub weight: Weight,
}

/// Something that was added after the pack was first issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LateForm {
    /// What it is called; the first document's name when left out.
    pub heading: Option<String>,
    /// Why it is late and cannot wait.
    pub reason: String,
    /// Ids of its documents.
    pub sources: Vec<String>,
    /// What the manager writes about it.
    pub text: Option<String>,
}

/// A pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackForm {
    /// Its id.
    pub id: String,
    /// The title.
    pub title: String,
    /// The council; recognised when left out.
    pub council: Option<String>,
    /// The committee.
    pub committee: Option<String>,
    /// The day of the meeting, as `2027-01-14`.
    pub meeting: Option<String>,
    /// Security marking.
    pub marking: Option<String>,
    /// Paragraphs of Schedule 12A that the pack is exempt under.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<u8>>")]
    pub exempt: Vec<u8>,
    /// Draft or final.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "\"draft\" | \"final\"")]
    pub status: Option<Status>,
    /// Whether the recipient's name stands on every page.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub name_pages: bool,
    /// Sources, in order.
    pub sources: Vec<String>,
    /// Quotes, in order.
    pub quotes: Vec<String>,
    /// Editions.
    pub editions: Vec<EditionForm>,
    /// Manager's notes.
    pub notes: Vec<NoteForm>,
    /// Ids of sections in the order they have in this pack, where it is not the templates’.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub order: Vec<String>,
    /// Ids of sections that this pack leaves out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub left_out: Vec<String>,
    /// Whether facts that are not sure may be printed, marked as such.
    pub accept_unsure: bool,
    /// Who owns what inspectors ask for, by when, and how far it has come.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<FollowUpForm>>")]
    pub follow_ups: Vec<FollowUpForm>,
    /// What roles are called in this pack, where they are not called as in the templates.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<RoleForm>>")]
    pub roles: Vec<RoleForm>,
    /// The minutes the reader has.
    #[serde(default)]
    #[ts(optional)]
    pub minutes: Option<u32>,
    /// How much the pack needs its quotes; those that are not named should be in it.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<WeightForm>>")]
    pub weights: Vec<WeightForm>,
    /// What was added after the pack was first issued, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<LateForm>>")]
    pub late: Vec<LateForm>,
}

impl PackForm {
    /// The form of a kept pack.
    pub(crate) fn of(pack: &Pack) -> Result<Self, Trouble> {
        let form: Self = serde_json::from_value(pack.draft.plan.clone())
            .map_err(|_| Trouble::internal(format!("The pack “{}” could not be read.", pack.draft.title)))?;
        Ok(Self { id: pack.id.to_string(), ..form })
    }

    /// What the library keeps of it.
    pub(crate) fn draft(&self) -> Result<Draft, Trouble> {
        let plan = serde_json::to_value(self)
            .map_err(|_| Trouble::internal("The pack could not be written down."))?;
        let title = match self.title.trim() {
            "" => "Untitled pack".to_owned(),
            title => title.to_owned(),
        };
        Ok(Draft {
            title,
            council: self.council.clone(),
            committee: self.committee.clone(),
            meeting: self.day()?,
            plan,
        })
    }

    /// The day of the meeting.
    pub(crate) fn day(&self) -> Result<Option<NaiveDate>, Trouble> {
        let entered = self.meeting.as_deref().map(str::trim).filter(|day| !day.is_empty());
        let wrong = |day: &str| {
            Trouble::fixable(
                format!("“{day}” is not a day of the calendar."),
                "Enter the meeting's day like 2027-01-14.",
            )
        };
        entered.map(|day| day.parse().map_err(|_| wrong(day))).transpose()
    }

    /// The plan it stands for, with the sources that plan needs, and what of it was removed since.
    pub(crate) fn plan(&self, library: &Library, made: NaiveDate) -> Result<Planned, Trouble> {
        let mut removed = Vec::new();
        let (mut ids, mut sources) = (Vec::new(), Vec::new());
        let late = self.late.iter().flat_map(|late| &late.sources).filter(|id| !self.sources.contains(id));
        for id in self.sources.iter().chain(late) {
            match there(library.source(crate::desk_id::<SourceId>(id)?))? {
                Some(source) => {
                    ids.push(source.id);
                    sources.push(source);
                }
                None => {
                    removed.push(gone("A document of this pack was removed from the library.", "sources"))
                }
            }
        }
        let mut picks = Vec::with_capacity(self.quotes.len());
        let mut picked_ids: Vec<&str> = Vec::with_capacity(self.quotes.len());
        for id in &self.quotes {
            let Some(picked) = there(library.quote(crate::desk_id::<QuoteId>(id)?))? else {
                removed.push(gone("A quotation of this pack was removed.", "quotes"));
                continue;
            };
            if !ids.contains(&picked.quote.source) {
                ids.push(picked.quote.source);
                sources.push(library.source(picked.quote.source)?);
            }
            if !picked.edits_kept {
                removed.push(altered_edits(&picked.quote.words));
            }
            picked_ids.push(id);
            picks.push(Pick {
                quote: picked.quote,
                bearing: picked.usage.bearing,
                edits: picked.usage.edits,
                note: picked.usage.note,
                weight: self.weight(id, picked.usage.weight),
            });
        }
        let words = |words: &Option<String>| {
            words.as_deref().map(str::trim).filter(|words| !words.is_empty()).map(str::to_owned)
        };
        let plan = Plan {
            title: self.title.trim().to_owned(),
            council: words(&self.council),
            marking: words(&self.marking),
            exempt: self.exempt.clone(),
            status: self.status,
            name_pages: self.name_pages,
            logo: crate::settings::kept_logo(library)?,
            committee: words(&self.committee),
            meeting: self.day()?,
            made,
            sources: ids,
            picks,
            editions: self.editions.iter().map(|edition| edition.edition(&picked_ids)).collect(),
            notes: self
                .notes
                .iter()
                .filter(|note| !note.text.trim().is_empty())
                .map(|note| Note { section: note.section.clone(), text: note.text.clone() })
                .collect(),
            arrangement: Arrangement { order: self.order.clone(), left_out: self.left_out.clone() },
            accept_unsure: self.accept_unsure,
            follow_ups: self.follow_ups.iter().map(FollowUpForm::follow_up).collect::<Result<_, _>>()?,
            roles: crate::roles::of(library, &self.roles)?,
            minutes: self.minutes.filter(|minutes| *minutes > 0),
            late: self.late.iter().map(LateForm::late).collect::<Result<_, _>>()?,
            tabled: crate::outcomes::tabled(&sources, self.council.as_deref()),
        };
        let quotes = picked_ids.iter().map(|id| (*id).to_owned()).collect();
        Ok(Planned { plan, sources, quotes, removed })
    }
}

impl PackForm {
    fn weight(&self, quote: &str, own: Option<Weight>) -> Weight {
        let known = self.weights.iter().find(|known| known.quote == quote);
        known.map(|known| known.weight).or(own).unwrap_or_default()
    }
}

impl LateForm {
    fn late(&self) -> Result<Late, Trouble> {
        let words = |words: &Option<String>| words.clone().filter(|words| !words.trim().is_empty());
        Ok(Late {
            heading: words(&self.heading),
            reason: self.reason.trim().to_owned(),
            sources: self.sources.iter().map(|id| crate::desk_id(id)).collect::<Result<_, _>>()?,
            text: words(&self.text),
        })
    }
}

impl FollowUpForm {
    fn follow_up(&self) -> Result<FollowUp, Trouble> {
        Ok(FollowUp {
            source: crate::desk_id(&self.source)?,
            finding: self.finding.clone(),
            owner: self.owner.clone(),
            due: self.due.clone(),
            state: self.state.clone(),
            note: self.note.clone(),
        })
    }
}

/// A plan with its sources.
pub(crate) struct Planned {
    pub plan: Plan,
    pub sources: Vec<Source>,
    /// The ids of its quotes, in the plan's order.
    pub quotes: Vec<String>,
    /// What the form names and the library does not hold any more.
    pub removed: Vec<ToFix>,
}

/// What is there, or nothing when it was removed.
fn there<T>(found: Result<T, packhorse_library::Error>) -> Result<Option<T>, Trouble> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(packhorse_library::Error::NoSuch { .. }) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn gone(message: &str, field: &str) -> ToFix {
    let remedy = "Take it out of the pack, or bring it back with Undo.".to_owned();
    let go = Some(Where { view: "packs".to_owned(), id: Some(field.to_owned()) });
    ToFix::stopping(message, remedy, go)
}

/// An edit that nobody made changes what a quotation seems to say.
fn altered_edits(words: &str) -> ToFix {
    let words = packhorse_pack::excerpt(words, 12);
    ToFix::stopping(
        format!("What was left out of “{words}”, or put into it, is not what was chosen."),
        "Make the edit again under Quotes, or take it away there.",
        Some(Where { view: "packs".to_owned(), id: Some("quotes".to_owned()) }),
    )
}

impl EditionForm {
    /// The edition it stands for.
    ///
    /// `picked` are the ids of the plan's quotes, in its order.
    pub(crate) fn edition(&self, picked: &[&str]) -> Edition {
        let recipient =
            self.recipient.as_deref().map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
        let sections = self.withheld.sections.clone();
        let place = |id: &String| picked.iter().position(|known| known == id);
        let quotes = self.withheld.quotes.iter().filter_map(place).collect();
        let withheld = Withheld { sections, quotes, exempt: self.withheld.exempt.clone() };
        Edition { audience: self.audience.clone(), recipient, size: self.size, withheld }
    }
}

/// Today, for packs that do not say when they were made.
pub(crate) fn today() -> NaiveDate {
    chrono::Local::now().date_naive()
}
