//! What needs a person's hand before a pack is issued.

#[cfg(test)]
mod tests;

use crate::compose::{Making, compose};
use crate::papers::{Papers, is_embargoed};
use crate::{Audience, Error, Pick, Plan, check_quotation};
use packhorse_model::{Confidence, Edit, Source, SourceId, Verdict};
use serde::{Deserialize, Serialize};

/// Something that needs a person's hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToFix {
    /// What is so, in a sentence.
    pub message: String,
    /// What to do about it, in a sentence.
    pub remedy: String,
    /// What it concerns.
    pub about: About,
    /// Whether the pack cannot be issued as it is.
    pub stops: bool,
}

/// What a [`ToFix`] concerns, so that a person can be taken there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "about", content = "at")]
pub enum About {
    /// A field of the pack: `title`, `committee`, `meeting`, `sources`, `quotes`, `editions`.
    Field(String),
    /// An edition, counted from 0.
    Edition(usize),
    /// A source.
    Source(SourceId),
    /// A quotation, counted from 0 in the plan.
    Quote(usize),
    /// A section, or a part of the first page, by its id.
    Section(String),
}

/// Lists what needs a person's hand, what stops the pack first.
///
/// Editions are composed with the templates that come with the program.
pub fn to_fix(plan: &Plan, sources: &[Source]) -> Vec<ToFix> {
    to_fix_with(plan, sources, Audience::built_in)
}

/// Lists what needs a person's hand, with templates of the office's own.
pub fn to_fix_with(
    plan: &Plan,
    sources: &[Source],
    audience: impl Fn(&str) -> Option<Audience>,
) -> Vec<ToFix> {
    let mut list = Vec::new();
    about_pack(plan, sources, &mut list);
    about_quotes(plan, sources, &mut list);
    about_sources(plan, sources, &mut list);
    for (index, edition) in plan.editions.iter().enumerate() {
        match audience(&edition.audience) {
            Some(audience) => about_edition(plan, index, &audience, sources, &mut list),
            None => list.push(stop(
                format!("There is no audience template “{}”.", edition.audience),
                "Choose another audience for this edition.",
                About::Edition(index),
            )),
        }
    }
    let mut seen: Vec<String> = Vec::new();
    list.retain(|fix| {
        !seen.contains(&fix.message) && {
            seen.push(fix.message.clone());
            true
        }
    });
    list.sort_by_key(|fix| !fix.stops);
    list
}

fn stop(message: impl Into<String>, remedy: &str, about: About) -> ToFix {
    ToFix { message: message.into(), remedy: remedy.to_owned(), about, stops: true }
}

fn advise(message: impl Into<String>, remedy: impl Into<String>, about: About) -> ToFix {
    ToFix { message: message.into(), remedy: remedy.into(), about, stops: false }
}

fn field(name: &str) -> About {
    About::Field(name.to_owned())
}

fn about_pack(plan: &Plan, sources: &[Source], list: &mut Vec<ToFix>) {
    if sources.is_empty() {
        list.push(stop("The pack has no documents.", "Choose the documents it draws on.", field("sources")));
    }
    if plan.title.trim().is_empty() {
        list.push(stop("The pack has no title.", "Write a title.", field("title")));
    }
    if plan.editions.is_empty() {
        list.push(stop("The pack has no edition.", "Choose at least one audience.", field("editions")));
    }
    if plan.committee.is_none() || plan.meeting.is_none() {
        list.push(advise(
            "The committee or the day of the meeting is not stated.",
            "Add both, so that they stand on the first page and on every page.",
            field(if plan.committee.is_none() { "committee" } else { "meeting" }),
        ));
    }
    if plan.meeting.is_some_and(|meeting| meeting < plan.made) {
        list.push(advise("The meeting is in the past.", "Check the day of the meeting.", field("meeting")));
    }
    for number in plan.exempt.iter().filter(|number| crate::marking::paragraph(**number).is_none()) {
        list.push(stop(
            format!("Schedule 12A has no paragraph {number} that makes a paper exempt."),
            "Choose paragraphs from 1 to 7, as the monitoring officer advises.",
            field("exempt"),
        ));
    }
    if plan.picks.is_empty() {
        list.push(advise(
            "The pack has no quotations.",
            "Pick quotations, or have some suggested.",
            field("quotes"),
        ));
    }
}

fn about_quotes(plan: &Plan, sources: &[Source], list: &mut Vec<ToFix>) {
    for (index, pick) in plan.picks.iter().enumerate() {
        let words = crate::words::excerpt(&pick.quote.words, 12);
        let Some(source) = sources.iter().find(|source| source.id == pick.quote.source) else {
            list.push(stop(
                format!("The source of “{words}” is not in the library."),
                "Bring the source in again, or take the quotation out.",
                About::Quote(index),
            ));
            continue;
        };
        if source.requote(&pick.quote).is_err() {
            list.push(stop(
                format!("“{words}” is not what {} says at that place.", source.file_name),
                "Pick the words again from the source.",
                About::Quote(index),
            ));
        }
        if let Some(held) = held_by_inspectors(source, pick, sources) {
            list.push(advise(
                format!("“{words}” stands word for word in {held}."),
                "Pick it from there, so that the pack cites the inspectors themselves.",
                About::Quote(index),
            ));
        }
        if crate::compose::pieces(pick).is_err() {
            list.push(stop(
                format!("An edit of “{words}” does not fit its words."),
                "Undo the edit and make it again.",
                About::Quote(index),
            ));
        }
        if let Some(word) = pick.edits.iter().find_map(|edit| turned(&pick.quote.words, edit)) {
            list.push(advise(
                format!("The words left out of “{words}” hold “{word}”."),
                "Read the quotation again: does it still say what the source says?",
                About::Quote(index),
            ));
        }
    }
}

/// The inspection document that holds words picked from a public paper, when nobody else says them.
fn held_by_inspectors(source: &Source, pick: &Pick, sources: &[Source]) -> Option<String> {
    let said = crate::speaker::quotation(source, pick.quote.span);
    if source.facts.is_primary() || said.is_some_and(|said| !said.of_inspectors) {
        return None;
    }
    let inspections: Vec<&Source> = sources.iter().filter(|source| source.facts.is_primary()).collect();
    let check = check_quotation(&pick.quote.words, &inspections);
    let held = inspections.iter().find(|source| check.source == Some(source.id))?;
    (check.verdict == Verdict::Exact).then(|| held.file_name.clone())
}

/// A word that turns a sentence round and that an edit leaves out or puts in.
fn turned(words: &str, edit: &Edit) -> Option<String> {
    let touched = match edit {
        Edit::Omit { span } => words.get(span.range())?,
        Edit::Insert { words, .. } => words,
    };
    crate::check::turning(touched).or_else(|| {
        let folded = crate::data::folded(touched);
        let contrast = ["however", "although", "but", "except"];
        contrast.iter().find(|word| crate::data::hits(&folded, word, true) > 0).map(|word| (*word).to_owned())
    })
}

fn about_sources(plan: &Plan, sources: &[Source], list: &mut Vec<ToFix>) {
    let mut notices = Vec::new();
    let papers = Papers::choose(plan, sources, &mut notices);
    for paper in &papers.all {
        let about = || About::Source(paper.source.id);
        let marked =
            plan.marking.as_deref().is_some_and(|marking| crate::data::folded(marking).contains("embargo"));
        if is_embargoed(&paper.source, plan.made) && !marked {
            list.push(stop(
                format!("{} says that it is a draft or under embargo.", paper.source.file_name),
                "Mark the pack “Embargoed until …”, or take the source out.",
                about(),
            ));
        }
        let original = sources.iter().find(|source| source.id == paper.source.id);
        let unsure = original.is_some_and(|source| {
            source.facts.evidence().iter().any(|line| line.confidence == Confidence::Check)
        });
        if unsure {
            let effect = if plan.accept_unsure {
                "stand in the pack as unconfirmed"
            } else {
                "are left out of the pack"
            };
            list.push(advise(
                format!("Some facts of {} are not confirmed and {effect}.", paper.source.file_name),
                "Confirm or correct them in the library.",
                about(),
            ));
        }
    }
    if papers.subject().is_none() {
        list.push(advise(
            "No inspection report or letter is among the sources.",
            "Bring it in, so that quotations of inspectors can be checked.",
            field("sources"),
        ));
    }
}

fn about_edition(plan: &Plan, index: usize, audience: &Audience, sources: &[Source], list: &mut Vec<ToFix>) {
    let edition = &plan.editions[index];
    let audience = &crate::withheld::cut(audience, edition);
    match compose(plan, edition, audience, sources) {
        Ok((_, notices)) => list.extend(notices.into_iter().map(|notice| {
            advise(notice.message, "Nothing needs doing if this is meant.", About::Edition(index))
        })),
        // Altered quotations, missing sources and edits that do not fit are listed one by one above.
        Err(Error::Altered(_) | Error::NoSource { .. } | Error::Edit { .. }) => return,
    }
    let written =
        |part: &str| plan.notes.iter().any(|note| note.section == part && !note.text.trim().is_empty());
    for part in ["asked-to-do", "decisions"] {
        if audience.first_page.iter().any(|known| known == part) && !written(part) {
            let label = audience.first_page_labels.get(part).map_or(part, String::as_str);
            let prompt = audience.first_page_prompts.get(part).cloned().unwrap_or_default();
            list.push(advise(
                format!("“{label}” is empty in the {}.", audience.title),
                prompt,
                About::Section(part.to_owned()),
            ));
        }
    }
    if audience.has("lines-to-take") && !written("lines-to-take") {
        let Ok(making) = Making::begin(plan, edition, audience, sources) else { return };
        let prompt = making
            .line_prompt()
            .unwrap_or_else(|| "Write a factual line for each likely question.".to_owned());
        list.push(advise(
            format!("No line to take is written for the {}.", audience.title),
            prompt,
            About::Section("lines-to-take".to_owned()),
        ));
    }
    if audience.has("be-heard") && !written("be-heard") {
        list.push(advise(
            "The young people’s paper does not say how to be heard, so that section is left out.",
            audience.be_heard_prompts.join(" "),
            About::Section("be-heard".to_owned()),
        ));
    }
}
