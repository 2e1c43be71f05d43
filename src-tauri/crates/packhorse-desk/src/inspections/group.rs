//! Puts documents that speak of one inspection together. What cannot be told is left apart.

use super::{Quoted, Tie};
use chrono::NaiveDate;
use packhorse_library::Entry;
use packhorse_model::SourceId;
use std::collections::HashMap;

/// First and last day of an inspection, as far as they are known.
type Days = (NaiveDate, NaiveDate);

/// Documents of one inspection, or of none that is known.
#[derive(Debug)]
pub(super) struct Group<'a> {
    pub(super) council: Option<&'a str>,
    pub(super) kind: Option<&'a str>,
    pub(super) days: Option<Days>,
    /// Whether it is known which inspection this is.
    pub(super) known: bool,
    pub(super) papers: Vec<(&'a Entry, Tie)>,
}

impl<'a> Group<'a> {
    fn of(entry: &'a Entry, tie: Tie) -> Self {
        let (council, kind, days) = (council(entry), kind(entry), days(entry));
        Self { council, kind, days, known: tie != Tie::Unknown, papers: vec![(entry, tie)] }
    }

    fn meets(&self, council: Option<&str>, days: Option<Days>) -> bool {
        let same = council.is_some() && self.council == council;
        same && self.days.zip(days).is_some_and(|((a, b), (from, to))| a <= to && from <= b)
    }

    /// The inspectors' own documents, newest first.
    pub(super) fn own(&self) -> Vec<&'a Entry> {
        let own = self.papers.iter().filter(|(_, tie)| *tie == Tie::Own);
        let mut own: Vec<&Entry> = own.map(|(entry, _)| *entry).collect();
        own.sort_by_key(|entry| std::cmp::Reverse((published(entry), entry.added)));
        own
    }
}

fn council(entry: &Entry) -> Option<&str> {
    entry.facts.authority.as_ref().map(|fact| fact.value.as_str())
}

fn kind(entry: &Entry) -> Option<&str> {
    entry.facts.kind.as_ref().map(|fact| fact.value.as_str())
}

fn days(entry: &Entry) -> Option<Days> {
    let days = entry.facts.inspected.as_ref()?.value;
    Some((days.from.earliest(), days.to.unwrap_or(days.from).latest()))
}

pub(super) fn published(entry: &Entry) -> Option<NaiveDate> {
    entry.facts.published.as_ref().map(|fact| fact.value.earliest())
}

/// The groups, in no order.
pub(super) fn groups<'a>(entries: &'a [Entry], quoted: &HashMap<SourceId, Quoted>) -> Vec<Group<'a>> {
    let (own, papers): (Vec<&Entry>, Vec<&Entry>) =
        entries.iter().partition(|entry| entry.facts.is_primary());
    let mut made = Making::default();
    for entry in own {
        made.add_own(entry);
    }
    let inspections = made.groups.len();
    let mut left: Vec<&Entry> = Vec::new();
    for paper in papers {
        match made.home(paper, quoted.get(&paper.id).copied().unwrap_or_default()) {
            Some((at, tie)) => made.groups[at].papers.push((paper, tie)),
            None => left.push(paper),
        }
    }
    for paper in left {
        made.add_left(paper, inspections);
    }
    made.groups
}

/// Groups on their way.
#[derive(Debug, Default)]
struct Making<'a> {
    groups: Vec<Group<'a>>,
    of_council: HashMap<Option<&'a str>, Vec<usize>>,
    of_source: HashMap<SourceId, usize>,
}

impl<'a> Making<'a> {
    fn add(&mut self, group: Group<'a>) -> usize {
        let at = self.groups.len();
        self.of_council.entry(group.council).or_default().push(at);
        self.groups.push(group);
        at
    }

    fn among(&self, council: Option<&'a str>) -> impl Iterator<Item = usize> + '_ {
        self.of_council.get(&council).into_iter().flatten().copied()
    }

    fn add_own(&mut self, entry: &'a Entry) {
        let fits = |group: &Group<'_>| group.kind == kind(entry) && group.meets(council(entry), days(entry));
        let there = self.among(council(entry)).find(|at| fits(&self.groups[*at]));
        let at = match there {
            Some(at) => {
                self.groups[at].papers.push((entry, Tie::Own));
                at
            }
            None => self.add(Group::of(entry, Tie::Own)),
        };
        self.of_source.insert(entry.id, at);
    }

    /// The inspection a paper quotes or names. Two that fit equally well are none.
    fn home(&self, paper: &'a Entry, quoted: Quoted) -> Option<(usize, Tie)> {
        let quotes = |source: Option<SourceId>| Some((*self.of_source.get(&source?)?, Tie::Quotes));
        let named = || {
            let mut meeting =
                self.among(council(paper)).filter(|at| self.groups[*at].meets(council(paper), days(paper)));
            let first = meeting.next()?;
            meeting.next().is_none().then_some((first, Tie::Days))
        };
        quotes(quoted.exact).or_else(named).or_else(|| quotes(quoted.near))
    }

    /// A paper of no inspection document here: with others that name the same days, or with those of
    /// which nothing is known.
    fn add_left(&mut self, paper: &'a Entry, inspections: usize) {
        let tie = match (council(paper), days(paper)) {
            (Some(_), Some(_)) => Tie::Days,
            _ => Tie::Unknown,
        };
        let fits = |group: &Group<'_>| match tie {
            Tie::Unknown => !group.known,
            _ => group.known && group.meets(council(paper), days(paper)),
        };
        let there = self.among(council(paper)).find(|at| *at >= inspections && fits(&self.groups[*at]));
        match there {
            Some(at) => self.groups[at].papers.push((paper, tie)),
            None => {
                self.add(Group::of(paper, tie));
            }
        }
    }
}
