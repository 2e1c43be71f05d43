//! The papers a pack rests on: one council's, cleared of what nobody has confirmed.

mod clear;

#[cfg(test)]
mod tests;

use crate::data::folded;
use crate::data::frameworks::{Framework, framework};
use crate::suggest::{Passage, day, passages};
use crate::{Error, Plan};
use chrono::NaiveDate;
pub(crate) use clear::unsure;
use clear::{clear, mark_unconfirmed};
use packhorse_model::{Confidence, Fact, Facts, Notice, Rank, Source, SourceId};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// A source in a pack, with its number in the list of sources.
#[derive(Debug, Clone)]
pub(crate) struct Paper {
    /// Its number, counted from 1.
    pub(crate) number: u32,
    /// The source; facts that may not be printed are gone from it.
    pub(crate) source: Source,
    /// What was read in it and is gone, because nobody has confirmed it.
    pub(crate) unconfirmed: Unconfirmed,
    /// Its sentences that lean one way, once somebody asked for them.
    passages: OnceLock<Vec<Passage>>,
}

/// What was read in a paper and may not be printed, because nobody has confirmed it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Unconfirmed {
    /// Its own date.
    pub(crate) published: bool,
    /// The days of the inspection.
    pub(crate) inspected: bool,
    /// How many items of its lists of what is to be done.
    pub(crate) asked: usize,
}

impl Unconfirmed {
    /// What a source has and what was kept of it lacks.
    fn between(read: &Source, kept: &Source) -> Self {
        fn gone<T>(read: Option<&Fact<T>>, kept: Option<&Fact<T>>) -> bool {
            kept.is_none() && read.is_some_and(|fact| fact.confidence == Confidence::Check)
        }
        let (read, kept) = (&read.facts, &kept.facts);
        let asked = |facts: &Facts| {
            let findings = facts.findings.iter().filter(|finding| finding.rank != Rank::Strength);
            findings.filter(|finding| finding.confidence == Confidence::Check).count()
        };
        Self {
            published: gone(read.published.as_ref(), kept.published.as_ref()),
            inspected: gone(read.inspected.as_ref(), kept.inspected.as_ref()),
            asked: asked(read) - asked(kept),
        }
    }

    /// “; one more is not confirmed and is left out”; nothing when nothing is.
    pub(crate) fn more_asked(self) -> String {
        match self.asked {
            0 => String::new(),
            1 => "; one more is not confirmed and is left out".to_owned(),
            more => format!("; {} more are not confirmed and are left out", crate::words::number(more)),
        }
    }
}

impl Paper {
    /// Why no day of it is printed.
    pub(crate) fn dayless(&self) -> &'static str {
        if self.unconfirmed.published || self.unconfirmed.inspected {
            "date not confirmed"
        } else {
            "date not stated"
        }
    }

    /// Its sentences that lean one way and stand in none of its lists, in order.
    pub(crate) fn passages(&self) -> &[Passage] {
        self.passages.get_or_init(|| passages(&self.source))
    }

    /// The anchor of its row in the list of sources.
    pub(crate) fn anchor(&self) -> String {
        format!("source-{}", self.number)
    }

    /// Its framework.
    pub(crate) fn framework(&self) -> Option<&'static Framework> {
        self.source.facts.framework.as_ref().and_then(|fact| framework(&fact.value))
    }

    /// Whether it is an inspection of the council's services, not of one home or the whole country.
    pub(crate) fn is_inspection(&self) -> bool {
        self.source.facts.is_primary() && self.framework().is_none_or(Framework::concerns_council)
    }
}

/// The papers a pack rests on.
#[derive(Debug, Clone)]
pub(crate) struct Papers {
    /// The council, by its plain name.
    pub(crate) council: Option<String>,
    /// The papers: inspections, the newest first, then what was said in public, the oldest first.
    pub(crate) all: Vec<Paper>,
    /// Sources that were left out, with the reason, already in the notices.
    pub(crate) refused: Vec<SourceId>,
}

impl Papers {
    /// Chooses the papers of a plan.
    pub(crate) fn choose(plan: &Plan, sources: &[Source], notices: &mut Vec<Notice>) -> Self {
        let mut wanted: Vec<&Source> = if plan.sources.is_empty() {
            sources.iter().collect()
        } else {
            plan.sources.iter().filter_map(|id| sources.iter().find(|source| source.id == *id)).collect()
        };
        wanted.retain(|source| !plan.is_late(source.id));
        let mut cleared: Vec<Source> = Vec::new();
        for source in wanted {
            if cleared.iter().all(|known| known.id != source.id) {
                cleared.push(clear(source, plan.accept_unsure, notices));
            }
        }
        let council = plan.council.clone().or_else(|| most_named(&cleared));
        let (kept, refused) = one_council(cleared, council.as_deref(), notices);
        let mut made = Self { council, all: numbered(kept), refused };
        made.warn(plan, notices);
        for paper in &mut made.all {
            if let Some(read) = sources.iter().find(|source| source.id == paper.source.id) {
                paper.unconfirmed = Unconfirmed::between(read, &paper.source);
            }
            mark_unconfirmed(&mut paper.source);
        }
        made
    }

    /// The inspection the pack is about: the newest.
    pub(crate) fn subject(&self) -> Option<&Paper> {
        self.all.iter().find(|paper| paper.is_inspection())
    }

    /// Inspections before the subject, the newest first.
    pub(crate) fn earlier(&self) -> impl Iterator<Item = &Paper> {
        self.all.iter().filter(|paper| paper.is_inspection()).skip(1)
    }

    /// The newest inspection with grades that is later than a paper and is about the same. A visit looks
    /// at a part of the services and overtakes nothing.
    pub(crate) fn overtaking(&self, id: SourceId) -> Option<&Paper> {
        let own = self.paper(id).filter(|paper| paper.is_inspection())?;
        let about = own.framework().map(|framework| &framework.about);
        let of_the_same = |other: &&Paper| {
            other.framework().is_some_and(|framework| {
                framework.graded && about.is_none_or(|about| *about == framework.about)
            })
        };
        let newest = self.all.iter().filter(|other| other.is_inspection()).find(of_the_same)?;
        (day(&newest.source)? > day(&own.source)?).then_some(newest)
    }

    /// What was said in public.
    pub(crate) fn public(&self) -> impl Iterator<Item = &Paper> {
        self.all.iter().filter(|paper| !paper.source.facts.is_primary())
    }

    /// The paper of a source.
    pub(crate) fn paper(&self, id: SourceId) -> Option<&Paper> {
        self.all.iter().find(|paper| paper.source.id == id)
    }

    /// Whether a quotation's source was left out, so that the quotation is too.
    pub(crate) fn refused(&self, id: SourceId, words: &str) -> Result<bool, Error> {
        if self.refused.contains(&id) {
            return Ok(true);
        }
        self.paper(id).map(|_| false).ok_or_else(|| Error::NoSource { words: words.to_owned() })
    }

    /// Keeps inspections and those public papers that are wanted, and numbers them again.
    pub(crate) fn keep_public(&mut self, wanted: impl Fn(SourceId) -> bool) {
        self.all.retain(|paper| paper.source.facts.is_primary() || wanted(paper.source.id));
        (1..).zip(&mut self.all).for_each(|(number, paper)| paper.number = number);
    }

    /// The council's name for a sentence.
    pub(crate) fn council_words(&self) -> &str {
        self.council.as_deref().unwrap_or("the council")
    }

    fn warn(&self, plan: &Plan, notices: &mut Vec<Notice>) {
        if self.subject().is_none() {
            notices.push(Notice::new("No inspection report or letter is among the sources of this pack."));
        }
        for paper in &self.all {
            let marked = plan.marking.as_deref().is_some_and(|marking| folded(marking).contains("embargo"));
            if !marked && is_embargoed(&paper.source, plan.made) {
                notices.push(Notice::new(format!(
                    "{} says that it is a draft or under embargo, and the pack is not marked so.",
                    paper.source.file_name
                )));
            }
        }
    }
}

/// Whether a document's first words say that it may not be published on a day.
pub(crate) fn is_embargoed(source: &Source, on: NaiveDate) -> bool {
    let text = &source.document.text;
    let end = text.char_indices().nth(1500).map_or(text.len(), |(at, _)| at);
    let first = folded(&text[..end]);
    let cues = ["embargo", "draft report", "draft letter"];
    let Some(at) = cues.iter().filter_map(|cue| first.find(cue)).min() else { return false };
    let line: String = first[at..].chars().take(120).collect();
    let published = source.facts.published.as_ref().map(|fact| fact.value.earliest());
    let lifted = crate::due::dates(&line).into_iter().any(|day| day <= on);
    // A press release of a day that has come is out, whatever line still stands over it.
    let out = !source.facts.is_primary() && published.is_some_and(|day| day <= on);
    !lifted && !out
}

/// Inspections, the newest first; then the others by day.
fn numbered(mut sources: Vec<Source>) -> Vec<Paper> {
    sources.sort_by_key(|source| {
        let primary = source.facts.is_primary();
        let published = source.facts.published.as_ref().map(|fact| fact.value.earliest());
        (!primary, primary.then_some(std::cmp::Reverse(day(source))), published, source.file_name.clone())
    });
    let paper = |(number, source)| Paper {
        number,
        source,
        unconfirmed: Unconfirmed::default(),
        passages: OnceLock::new(),
    };
    (1..).zip(sources).map(paper).collect()
}

/// The council that most inspection documents name, or most papers when there are none.
fn most_named(sources: &[Source]) -> Option<String> {
    let mut counted: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for source in sources {
        if let Some(fact) = &source.facts.authority {
            let count = counted.entry(&fact.value).or_default();
            count.0 += usize::from(source.facts.is_primary());
            count.1 += 1;
        }
    }
    let named = counted.into_iter().max_by_key(|(name, count)| (*count, std::cmp::Reverse(*name)));
    named.map(|(name, _)| name.to_owned())
}

/// Parts the papers of a council from those of another.
fn one_council(
    sources: Vec<Source>,
    council: Option<&str>,
    notices: &mut Vec<Notice>,
) -> (Vec<Source>, Vec<SourceId>) {
    let (mut kept, mut refused) = (Vec::new(), Vec::new());
    for source in sources {
        match (&source.facts.authority, council) {
            (Some(named), Some(council)) if !same_council(&named.value, council) => {
                notices.extend(other_council(&source, council).map(Notice::new));
                refused.push(source.id);
                continue;
            }
            (None, Some(council)) => notices.push(Notice::new(unnamed_council(&source, council))),
            _ => {}
        }
        kept.push(source);
    }
    (kept, refused)
}

/// Says that a source is about another council.
pub(crate) fn other_council(source: &Source, council: &str) -> Option<String> {
    let named = &source.facts.authority.as_ref()?.value;
    Some(format!("{} is about {named}, not {council}; it is left out of this pack.", source.file_name))
}

/// Says that a source names no council.
pub(crate) fn unnamed_council(source: &Source, council: &str) -> String {
    format!(
        "{} does not say for certain which council it is about; it is taken to be about {council}, because it was put \
         into this pack.",
        source.file_name
    )
}

/// Whether two names mean one council: “Wexcombe”, “Wexcombe County Council”.
pub(crate) fn same_council(a: &str, b: &str) -> bool {
    let plain = |name: &str| {
        let name = folded(name).replace('&', "and").replace("st.", "st");
        let kept = name.split(' ').filter(|word| {
            !["council", "county", "borough", "city", "metropolitan", "london", "royal", "of", "the"]
                .contains(word)
        });
        kept.collect::<Vec<_>>().join(" ")
    };
    // A name that is only such words (“City of London”) is compared as it is.
    if plain(a).is_empty() || plain(b).is_empty() { folded(a) == folded(b) } else { plain(a) == plain(b) }
}

/// What stands behind a value that nobody has confirmed.
pub(crate) const UNCONFIRMED: &str = " (unconfirmed)";

/// What stands behind a value, if anything.
pub(crate) fn mark(confidence: Confidence) -> &'static str {
    if confidence == Confidence::Check { UNCONFIRMED } else { "" }
}
