//! Suggested quotes: what is listed, strengths and concerns in proportion, then what was said about them.

mod passage;
pub(crate) mod stance;
mod statement;

#[cfg(test)]
mod tests;

pub(crate) use passage::{Passage, leans, passages};

use crate::Pick;
use crate::compose::parts;
use crate::data::{folded, frameworks::framework};
use crate::words::tone;
use chrono::NaiveDate;
use packhorse_model::composed::Tone;
use packhorse_model::{Bearing, Rank, Source, Span, Stance};
use std::collections::BTreeSet;

/// How far back an inspection document may lie behind the newest and still be quoted, in days.
const RECENT: i64 = 730;

/// How many areas of low grades have a quotation of their own.
const WEAK: usize = 2;

/// Something that may be quoted.
struct Candidate<'a> {
    source: &'a Source,
    span: Span,
    bearing: Bearing,
    score: f64,
    /// Whether the document itself lists it.
    listed: bool,
}

/// Picks at most `most` quotes: what the newest inspection documents list, priority actions first, then
/// strengths and concerns in the proportion in which they stand there, and what people said about them.
///
/// Whole sentences and whole items only, in the order of their documents.
pub fn suggest(sources: &[&Source], most: usize) -> Vec<Pick> {
    let inspected = newest(sources);
    let statements = statement::statements(sources, inspected.first().and_then(|source| day(source)));
    let for_statements = if inspected.is_empty() { most } else { statements.len().min(most / 4) };
    let mut picks = inspectors(&inspected, most - for_statements);
    picks.extend(statements.into_iter().take(most - picks.len()).take(for_statements));
    picks
}

/// How many strengths and how many concerns an inspection document holds, by its headings and
/// wording: strengths, areas to improve, priority actions.
pub(crate) fn held(source: &Source, found: &[Passage]) -> (u32, u32, u32) {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let leaning = |stance: Stance| found.iter().filter(|passage| passage.stance == stance).count();
    let ranked = |rank: Rank| source.facts.ranked(rank).count();
    (
        count(leaning(Stance::Strength) + ranked(Rank::Strength)),
        count(leaning(Stance::Concern) + ranked(Rank::Improvement)),
        count(ranked(Rank::PriorityAction)),
    )
}

/// The day that puts inspection documents in order.
pub(crate) fn day(source: &Source) -> Option<NaiveDate> {
    let inspected = source.facts.inspected.as_ref().map(|fact| fact.value.from.earliest());
    inspected.or_else(|| source.facts.published.as_ref().map(|fact| fact.value.earliest()))
}

fn newest<'a>(sources: &[&'a Source]) -> Vec<&'a Source> {
    let council = |source: &&&Source| {
        let id = source.facts.framework.as_ref().and_then(|fact| framework(&fact.value));
        source.facts.is_primary() && id.is_none_or(|framework| framework.concerns_council())
    };
    let mut found: Vec<&Source> = sources.iter().filter(council).copied().collect();
    found.sort_by_key(|source| std::cmp::Reverse(day(source)));
    let latest = found.first().and_then(|source| day(source));
    let recent = |source: &&Source| match (latest, day(source)) {
        (Some(latest), Some(day)) => (latest - day).num_days() <= RECENT,
        (None, _) => true,
        _ => false,
    };
    found.retain(recent);
    found
}

fn inspectors(sources: &[&Source], most: usize) -> Vec<Pick> {
    let mut picks = Vec::new();
    let mut left = most;
    for (index, source) in sources.iter().enumerate() {
        // The newest document has two thirds, those before it share what is left.
        let last = index + 1 == sources.len();
        let share = if last { left } else { (left * 2).div_ceil(3) };
        let chosen = proportionate(source, share);
        left -= chosen.len();
        picks.extend(chosen);
    }
    picks
}

/// What one document lists, then its best strengths and concerns in proportion.
fn proportionate(source: &Source, most: usize) -> Vec<Pick> {
    let (strengths, concerns) = candidates(source);
    let (holds_strengths, to_improve, priority) = held(source, &passages(source));
    let holds_concerns = to_improve + priority;
    let total = f64::from(holds_strengths + holds_concerns).max(1.0);
    let share = (most as f64 * f64::from(holds_concerns) / total).round() as usize;
    let urgent = concerns.iter().filter(|candidate| candidate.bearing == Bearing::Priority).count();
    // What the document itself lists comes first, and why an area is graded low, as far as half of the
    // room goes.
    let weak = of_weak_areas(source, &concerns);
    let listed = (source.facts.ranked(Rank::Improvement).count() + weak.len()).min(most / 2);
    let at_least = usize::from(!concerns.is_empty()).max((urgent + listed).min(most));
    let at_most = most.saturating_sub(usize::from(!strengths.is_empty())).max(at_least);
    let for_concerns = share.clamp(at_least, at_most).min(most);
    let (first, rest): (Vec<_>, Vec<_>) = concerns.into_iter().partition(|candidate| candidate.listed);
    let (urgent, first): (Vec<_>, Vec<_>) =
        first.into_iter().partition(|candidate| candidate.bearing == Bearing::Priority);
    let (of_weak, rest): (Vec<_>, Vec<_>) =
        rest.into_iter().partition(|candidate| weak.contains(&candidate.span));
    let mut chosen = varied(urgent, for_concerns);
    chosen.extend(varied(of_weak, for_concerns - chosen.len()));
    chosen.extend(varied(first, for_concerns - chosen.len()));
    chosen.extend(varied(rest, for_concerns - chosen.len()));
    chosen.extend(varied(strengths, most - chosen.len()));
    chosen.sort_by_key(|candidate| candidate.span);
    chosen
        .into_iter()
        .filter_map(|candidate| {
            let quote = candidate.source.quote(candidate.span)?;
            Some(Pick::new(quote.stored(), candidate.bearing))
        })
        .collect()
}

/// The plainest concern in the part on each area that is graded lower than the best, the lowest grades
/// first, so that a reader is told why.
fn of_weak_areas(source: &Source, concerns: &[Candidate<'_>]) -> Vec<Span> {
    let rank = |area: &str| {
        let judged = source.facts.judgements.iter().filter(|judgement| judgement.area == area);
        judged.map(|judgement| tone(&judgement.grade)).find_map(|tone| match tone {
            Tone::Good => Some(0),
            Tone::Middling => Some(1),
            Tone::Poor => Some(2),
            Tone::None => None,
        })
    };
    let ranks = source.facts.judgements.iter().filter_map(|judgement| rank(&judgement.area));
    let Some(best) = ranks.min() else { return Vec::new() };
    let mut weak: Vec<(i32, Span)> = Vec::new();
    let mut known: BTreeSet<String> = BTreeSet::new();
    for (area, part) in parts(source) {
        let Some(rank) = rank(&area).filter(|rank| *rank > best) else { continue };
        let own =
            concerns.iter().filter(|c| !c.listed && part.start <= c.span.start && c.span.end <= part.end);
        let plainest = own.max_by(|a, b| a.score.total_cmp(&b.score).then(b.span.cmp(&a.span)));
        if let Some(candidate) = plainest
            && known.insert(area)
        {
            weak.push((-rank, candidate.span));
        }
    }
    weak.sort_by_key(|(rank, _)| *rank);
    weak.into_iter().map(|(_, span)| span).take(WEAK).collect()
}

fn candidates(source: &Source) -> (Vec<Candidate<'_>>, Vec<Candidate<'_>>) {
    let (mut strengths, mut concerns) = (Vec::new(), Vec::new());
    for finding in &source.facts.findings {
        let (to, bearing, score) = match finding.rank {
            Rank::PriorityAction => (&mut concerns, Bearing::Priority, 9.0),
            Rank::Improvement => (&mut concerns, Bearing::Improve, 3.0),
            Rank::Strength => (&mut strengths, Bearing::Strength, 2.5),
        };
        to.push(Candidate { source, span: finding.place.span, bearing, score, listed: true });
    }
    for passage in passages(source).into_iter().filter(|passage| passage.alone) {
        let (to, bearing) = match passage.stance {
            Stance::Strength => (&mut strengths, Bearing::Strength),
            _ => (&mut concerns, Bearing::Improve),
        };
        to.push(Candidate { source, span: passage.span, bearing, score: passage.score, listed: false });
    }
    (strengths, concerns)
}

/// The best candidates, each unlike those already taken.
fn varied(candidates: Vec<Candidate<'_>>, most: usize) -> Vec<Candidate<'_>> {
    let words: Vec<BTreeSet<String>> = candidates
        .iter()
        .map(|c| telling(c.source.document.text.get(c.span.range()).unwrap_or("")))
        .collect();
    let mut taken: Vec<usize> = Vec::new();
    while taken.len() < most.min(candidates.len()) {
        let worth = |index: usize| {
            let alike = taken.iter().map(|other| likeness(&words[index], &words[*other])).fold(0.0, f64::max);
            candidates[index].score - 4.0 * alike
        };
        let open = (0..candidates.len()).filter(|index| !taken.contains(index));
        // The earlier of two equals wins, so that the same papers give the same pack.
        let Some(best) = open.max_by(|a, b| worth(*a).total_cmp(&worth(*b)).then(b.cmp(a))) else { break };
        taken.push(best);
    }
    let mut index = 0;
    let mut kept = candidates;
    kept.retain(|_| {
        index += 1;
        taken.contains(&(index - 1))
    });
    kept
}

/// The words of a passage that say what it is about.
pub(crate) fn telling(text: &str) -> BTreeSet<String> {
    let folded = folded(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3);
    words.filter(|word| !COMMON.contains(word)).map(stem).collect()
}

/// How much two sets of words share, from 0 to 1, by the smaller of them.
pub(crate) fn likeness(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    let smaller = a.len().min(b.len());
    if smaller == 0 { 0.0 } else { a.intersection(b).count() as f64 / smaller as f64 }
}

fn stem(word: &str) -> String {
    let cut = ["ings", "ing", "ness", "ed", "es", "ly", "s"].iter().find_map(|end| word.strip_suffix(end));
    cut.filter(|left| left.len() > 3).unwrap_or(word).to_owned()
}

const COMMON: [&str; 52] = [
    "about",
    "after",
    "also",
    "always",
    "another",
    "because",
    "been",
    "before",
    "being",
    "both",
    "child",
    "children",
    "does",
    "each",
    "families",
    "from",
    "have",
    "help",
    "inspectors",
    "into",
    "leaders",
    "local",
    "made",
    "make",
    "many",
    "more",
    "most",
    "need",
    "needs",
    "outcome",
    "framework",
    "national",
    "other",
    "people",
    "service",
    "services",
    "should",
    "social",
    "some",
    "such",
    "than",
    "that",
    "their",
    "them",
    "they",
    "this",
    "what",
    "when",
    "where",
    "which",
    "with",
    "workers",
];
