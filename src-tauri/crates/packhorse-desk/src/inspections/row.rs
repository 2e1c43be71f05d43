//! An inspection as the library lists it.

use super::group::{Group, groups, published};
use super::{InspectionPaper, InspectionRow, Quoted, Tie};
use crate::SourceRow;
use packhorse_library::Entry;
use packhorse_model::{SourceId, theme_label, themes};
use std::collections::HashMap;

/// An inspection before it is known whether anybody asked for it: its row, yet without documents, and
/// the documents.
#[derive(Debug, Clone)]
pub(super) struct Listed<'a> {
    pub(super) row: InspectionRow,
    pub(super) papers: Vec<ListedPaper<'a>>,
}

/// A document under it.
#[derive(Debug, Clone, Copy)]
pub(super) struct ListedPaper<'a> {
    pub(super) entry: &'a Entry,
    pub(super) tie: Tie,
    superseded: bool,
    differs: u32,
}

impl Listed<'_> {
    /// The row with its documents.
    pub(super) fn shown(&self) -> InspectionRow {
        let papers = self.papers.iter().map(|paper| InspectionPaper {
            source: paper.entry.id.to_string(),
            row: SourceRow::of(paper.entry),
            tie: paper.tie,
            superseded: paper.superseded,
            differs: paper.differs,
        });
        InspectionRow { papers: papers.collect(), ..self.row.clone() }
    }
}

/// All inspections: by council, those whose council is not known last; the newest first.
pub(super) fn listed<'a>(entries: &'a [Entry], quoted: &HashMap<SourceId, Quoted>) -> Vec<Listed<'a>> {
    let groups = groups(entries, quoted);
    let newest = newest(&groups);
    let mut all: Vec<Listed<'a>> = groups.iter().map(|group| of(group, &newest, quoted)).collect();
    all.sort_by(|Listed { row: a, .. }, Listed { row: b, .. }| {
        let council = |row: &InspectionRow| (row.authority.is_none(), row.authority.clone());
        council(a)
            .cmp(&council(b))
            .then(b.known.cmp(&a.known))
            .then_with(|| b.order.cmp(&a.order))
            .then_with(|| a.id.cmp(&b.id))
    });
    all
}

type Newest<'a> = HashMap<(&'a str, &'a str), chrono::NaiveDate>;

/// The last day of each council's newest inspection with a report. Visits do not stand in for each other.
fn newest<'a>(groups: &[Group<'a>]) -> Newest<'a> {
    let mut newest = Newest::new();
    for group in groups {
        let named = group.council.zip(group.kind.filter(|kind| kind.ends_with("report")));
        if let Some((key, (_, last))) = named.zip(group.days) {
            let day = newest.entry(key).or_insert(last);
            *day = last.max(*day);
        }
    }
    newest
}

fn of<'a>(group: &Group<'a>, newest: &Newest<'_>, quoted: &HashMap<SourceId, Quoted>) -> Listed<'a> {
    let own = group.own();
    Listed { row: row(group, &own, newest), papers: papers(group, &own, quoted) }
}

fn row(group: &Group<'_>, own: &[&Entry], newest: &Newest<'_>) -> InspectionRow {
    let lead = own.first().copied();
    // What is known of an inspection without a report is what the first paper says.
    let speaks = lead.or_else(|| group.papers.first().map(|(entry, _)| *entry).filter(|_| group.known));
    let facts = speaks.map(|entry| &entry.facts);
    let theme = facts.and_then(|facts| facts.theme.as_ref()).map(|fact| fact.value.clone());
    let inspected = facts.and_then(|facts| facts.inspected.as_ref()).map(|fact| fact.value);
    let out = facts.and_then(|facts| facts.published.as_ref()).map(|fact| fact.value);
    let later = group.council.zip(group.kind).and_then(|key| newest.get(&key));
    let first = group.days.map(|(from, _)| from).or(out.map(|date| date.earliest()));
    InspectionRow {
        id: group.papers.first().map_or_else(String::new, |(entry, _)| entry.id.to_string()),
        kind_words: if group.known { kind_words(group.kind) } else { "Inspection not known" }.to_owned(),
        known: group.known,
        authority: group.council.map(str::to_owned),
        framework: facts
            .and_then(|facts| facts.framework.as_ref())
            .map(|fact| crate::rows::framework_words(&fact.value)),
        themes: theme.as_deref().map(theme_names).unwrap_or_default(),
        theme,
        inspected: inspected.map(|days| days.words()),
        published: out.map(|date| date.words()),
        year: inspected.map(|days| days.to.unwrap_or(days.from)).or(out).map(|date| date.year()),
        order: first.map_or_else(String::new, |day| day.to_string()),
        lead: lead.map(|entry| entry.id.to_string()),
        superseded: later.zip(group.days).is_some_and(|(later, (_, last))| last < *later),
        papers: Vec::new(),
    }
}

fn papers<'a>(
    group: &Group<'a>,
    own: &[&'a Entry],
    quoted: &HashMap<SourceId, Quoted>,
) -> Vec<ListedPaper<'a>> {
    let newest = own.first().map(|entry| (entry.id, published(entry)));
    let mut others: Vec<(&'a Entry, Tie)> =
        group.papers.iter().filter(|(_, tie)| *tie != Tie::Own).copied().collect();
    others.sort_by_key(|(entry, _)| (published(entry), entry.added));
    let own = own.iter().map(|entry| (*entry, Tie::Own));
    let superseded = |entry: &Entry, tie| {
        tie == Tie::Own && newest.is_some_and(|(id, day)| id != entry.id && published(entry) < day)
    };
    let paper = |(entry, tie): (&'a Entry, Tie)| ListedPaper {
        entry,
        tie,
        superseded: superseded(entry, tie),
        differs: quoted.get(&entry.id).map_or(0, |quoted| quoted.differs),
    };
    own.chain(others).map(paper).collect()
}

/// The plain names of the themes that words speak of.
fn theme_names(words: &str) -> Vec<String> {
    themes(words).into_iter().filter_map(|hit| theme_label(hit.id)).map(str::to_owned).collect()
}

/// What an inspection is called.
fn kind_words(kind: Option<&str>) -> &'static str {
    match kind {
        Some("focused-visit-letter") => "Focused visit",
        Some("monitoring-visit-letter") => "Monitoring visit",
        Some("jtai-letter") => "Joint targeted area inspection",
        Some("area-send-report") => "Area SEND inspection",
        _ => "Inspection",
    }
}
