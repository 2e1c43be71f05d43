//! What needs a person's hand before a pack is issued.

mod access;
mod meeting;
mod personal;
mod sources;
#[cfg(test)]
mod tests;
mod time;

use crate::compose::Making;
use crate::{Audience, Edition, Pick, Plan, check_quotation};
use packhorse_model::{Composed, Edit, Source, SourceId, Verdict};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

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
    /// Which check found it.
    pub kind: Kind,
    /// Quotations to leave out, counted from 0 in the plan, where that is the remedy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<usize>,
}

impl ToFix {
    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        match (self.stops, self.kind) {
            (true, _) => Severity::Stops,
            (false, Kind::Withheld | Kind::Edition) => Severity::Note,
            (false, _) => Severity::Look,
        }
    }

    fn of(self, kind: Kind) -> Self {
        Self { kind, ..self }
    }
}

/// How much something weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The pack cannot be issued as it is.
    Stops,
    /// Somebody should look at it.
    Look,
    /// Worth knowing.
    Note,
}

/// Which check found something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The pack itself: its title, its documents, what is still to be written.
    Pack,
    /// Quotations that are not what a source says, or better cited otherwise.
    Quotations,
    /// Facts nobody has confirmed.
    Facts,
    /// Papers of another council.
    Council,
    /// Grades and quotations that a later inspection has overtaken.
    Superseded,
    /// Drafts, and papers under embargo.
    Publication,
    /// The day of the meeting, and five clear days before it.
    Meeting,
    /// Characters that no font has.
    Characters,
    /// The time it takes to read.
    Time,
    /// Strengths and concerns in proportion.
    Balance,
    /// What may tell who a person is.
    PersonalData,
    /// What a recipient does not get.
    Withheld,
    /// What would shut somebody out.
    Accessibility,
    /// Worth knowing about an edition.
    Edition,
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
    preflight(plan, sources, audience, |_| Vec::new())
}

/// Lists what needs a person's hand: everything that is looked at before a pack is issued.
///
/// `missing` says which characters of a text no font has.
pub fn preflight(
    plan: &Plan,
    sources: &[Source],
    audience: impl Fn(&str) -> Option<Audience>,
    missing: impl Fn(&str) -> Vec<char>,
) -> Vec<ToFix> {
    let mut list = Vec::new();
    about_pack(plan, sources, &mut list);
    meeting::about_meeting(plan, &mut list);
    access::about_access(plan, &mut list);
    about_quotes(plan, sources, &mut list);
    sources::about_sources(plan, sources, &mut list);
    let mut alike: Vec<&Edition> = Vec::new();
    for (index, edition) in plan.editions.iter().enumerate() {
        about_withheld(plan, index, &mut list);
        // A hundred recipients of one edition are looked at once.
        let same = |one: &&&Edition| one.audience == edition.audience && one.withheld == edition.withheld;
        if alike.iter().any(|one| same(&one)) {
            continue;
        }
        alike.push(edition);
        match audience(&edition.audience) {
            Some(audience) => about_edition(plan, index, &audience, sources, &missing, &mut list),
            None => list.push(stop(
                format!("There is no audience template “{}”.", edition.audience),
                "Choose another audience for this edition.",
                About::Edition(index),
            )),
        }
    }
    about_arrangement(plan, &audience, &mut list);
    let mut seen: BTreeSet<String> = BTreeSet::new();
    list.retain(|fix| seen.insert(fix.message.clone()));
    list.sort_by_key(ToFix::severity);
    list
}

fn stop(message: impl Into<String>, remedy: &str, about: About) -> ToFix {
    ToFix {
        message: message.into(),
        remedy: remedy.to_owned(),
        about,
        stops: true,
        kind: Kind::Pack,
        quotes: Vec::new(),
    }
}

fn advise(message: impl Into<String>, remedy: impl Into<String>, about: About) -> ToFix {
    ToFix {
        message: message.into(),
        remedy: remedy.into(),
        about,
        stops: false,
        kind: Kind::Pack,
        quotes: Vec::new(),
    }
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
    if let Some((message, remedy, asked)) = match (&plan.committee, plan.meeting) {
        (Some(_), Some(_)) => None,
        (None, Some(_)) => Some(("The committee is not stated.", "Add it", "committee")),
        (Some(_), None) => Some(("The day of the meeting is not stated.", "Add it", "meeting")),
        (None, None) => {
            Some(("Neither the committee nor the day of the meeting is stated.", "Add both", "committee"))
        }
    } {
        let remedy = format!("{remedy}, to stand on the first page and on every page.");
        list.push(advise(message, remedy, field(asked)));
    }
    let exempt = plan.exempt.iter().chain(plan.editions.iter().flat_map(|edition| &edition.withheld.exempt));
    for number in exempt.filter(|number| crate::marking::paragraph(**number).is_none()) {
        list.push(stop(
            format!("Schedule 12A has no paragraph {number} that makes a paper exempt."),
            "Choose paragraphs from 1 to 7, as the monitoring officer advises.",
            field("exempt"),
        ));
    }
    if plan.late.iter().any(|late| late.reason.trim().is_empty()) {
        list.push(stop(
            "A late item does not say why it is late and cannot wait.",
            "Write the reason; the chair decides on it (Local Government Act 1972, section 100B(4)(b)).",
            field("late"),
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
    let found = list.len();
    quotations(plan, sources, list);
    list[found..].iter_mut().for_each(|line| line.kind = Kind::Quotations);
}

fn quotations(plan: &Plan, sources: &[Source], list: &mut Vec<ToFix>) {
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
        if let Some(said) = not_theirs(source, pick, sources) {
            list.push(advise(
                said,
                "Leave it out, or quote what the report or letter says.",
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

/// Says when words picked as the inspectors' are not what their documents say.
fn not_theirs(source: &Source, pick: &Pick, sources: &[Source]) -> Option<String> {
    let said = crate::speaker::quotation(source, pick.quote.span).filter(|said| said.of_inspectors)?;
    if source.facts.is_primary() {
        return None;
    }
    let inspections: Vec<&Source> = sources.iter().filter(|source| source.facts.is_primary()).collect();
    let check = check_quotation(&said.text, &inspections);
    let words = crate::words::excerpt(&pick.quote.words, 12);
    match check.verdict {
        Verdict::Exact | Verdict::Punctuation => None,
        Verdict::Differs => {
            let held = inspections.iter().find(|source| check.source == Some(source.id))?;
            Some(format!(
                "“{words}” is given as the inspectors’ words, and {} has other words.",
                held.file_name
            ))
        }
        Verdict::NotFound => Some(format!(
            "“{words}” is given as the inspectors’ words, and no document of this pack holds them."
        )),
        Verdict::NoSource => Some(format!(
            "“{words}” is given as the inspectors’ words, and there is no report or letter to hold it against."
        )),
    }
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

/// What an edition does not get.
/// Sections that are moved or left out and that no edition has, and those that stay whatever is asked.
fn about_arrangement(plan: &Plan, audience: &impl Fn(&str) -> Option<Audience>, list: &mut Vec<ToFix>) {
    let arrangement = &plan.arrangement;
    let known: BTreeSet<String> = plan
        .editions
        .iter()
        .filter_map(|edition| audience(&edition.audience))
        .flat_map(|audience| audience.sections)
        .collect();
    for id in arrangement.order.iter().chain(&arrangement.left_out) {
        let message = if !known.contains(id) {
            format!("No edition of this pack has a section “{id}”, so it was neither moved nor left out.")
        } else if crate::FIXED.contains(&id.as_str()) {
            format!("The section “{id}” stays where it is.")
        } else {
            continue;
        };
        list.push(advise(message, "Take it out of the arrangement of the sections.", field("sections")));
    }
}

fn about_withheld(plan: &Plan, index: usize, list: &mut Vec<ToFix>) {
    let edition = &plan.editions[index];
    if edition.withheld.is_nothing() {
        return;
    }
    let sections = edition.withheld.sections.iter().map(|id| format!("“{}”", id.replace('-', " ")));
    let quotes = edition.withheld.quotes.len();
    let quotes = (quotes > 0).then(|| crate::words::counted(quotes, "quotation", "quotations"));
    let what: Vec<String> = sections.chain(quotes).collect();
    let whom = edition.recipient.clone().unwrap_or_else(|| format!("The {} edition", edition.audience));
    list.push(
        advise(
            format!("{whom} does not get: {}.", what.join(", ")),
            "Nothing needs doing if this is meant. The finished file is searched for it.",
            About::Edition(index),
        )
        .of(Kind::Withheld),
    );
}

fn about_edition(
    plan: &Plan,
    index: usize,
    audience: &Audience,
    sources: &[Source],
    missing: &impl Fn(&str) -> Vec<char>,
    list: &mut Vec<ToFix>,
) {
    let edition = &plan.editions[index];
    let audience = &crate::arrange::arranged(plan, audience, edition);
    // Altered quotations, missing sources and edits that do not fit are listed one by one above.
    let Ok(mut making) = Making::begin(plan, edition, audience, sources) else { return };
    let Ok(composed) = making.composed(sources) else { return };
    about_words(&composed, missing, list);
    time::about_time(plan, index, audience, &composed, list);
    personal::about_persons(plan, &composed, sources, list);
    let line = |message: String, kind| {
        advise(message, "Pick what is missing, or leave it if this is meant.", field("quotes")).of(kind)
    };
    list.extend(making.unbalanced().into_iter().map(|message| line(message, Kind::Balance)));
    list.extend(making.superseded().map(|message| {
        let remedy = "Check that each earlier quotation is meant as history.";
        advise(message, remedy, field("quotes")).of(Kind::Superseded)
    }));
    list.extend(std::mem::take(&mut making.notices).into_iter().map(|notice| {
        let remedy = "Nothing needs doing if this is meant.";
        advise(notice.message, remedy, About::Edition(index)).of(Kind::Edition)
    }));
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

/// Names the characters of an edition that no font has, with the place where they stand.
fn about_words(composed: &Composed, missing: &impl Fn(&str) -> Vec<char>, list: &mut Vec<ToFix>) {
    for unit in crate::since::units(composed) {
        let lost = missing(unit.printed());
        if lost.is_empty() {
            continue;
        }
        let named: Vec<String> = lost.iter().map(|c| format!("“{c}” (U+{:04X})", u32::from(*c))).collect();
        let about = match unit.section() {
            "" => field("title"),
            section => About::Section(section.to_owned()),
        };
        list.push(
            stop(
                format!(
                    "No font of the pack has {}, which stands under “{}”.",
                    named.join(", "),
                    unit.heading()
                ),
                "Write it otherwise in your own words, or pick the quotation without it.",
                about,
            )
            .of(Kind::Characters),
        );
    }
}
