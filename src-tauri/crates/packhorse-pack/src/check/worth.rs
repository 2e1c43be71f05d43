//! Which documents of a large library words need to be held against.
//!
//! In a library of a few hundred inspection documents that is all of them. In a larger one it is every
//! document that can hold the words, and, for words that were changed, those that hold most of their
//! letters in rows: where the passage stands that was changed.

use super::copied::free_sentences;
use super::imprint::Imprint;
use super::near::{Near, folded_council, same_days};
use super::nearest::OWN;
use super::parts::Parts;
use super::sieve::{Sieve, rows};
use super::stream::Stream;
use packhorse_model::{Facts, Source, SourceId};
use std::collections::BTreeSet;

/// Up to so many inspection documents are all held against.
const FEW: usize = 256;
/// How many documents that can hold some words are read; those nearest to the paper first.
const MOST_HOLDERS: usize = 512;
/// How many documents are read because they come nearest to some words.
const MOST_NEAREST: usize = 48;
/// How many documents of a paper's own inspection are read whatever it says.
const MOST_OWN: usize = 16;
/// How many rows of five letters in a row a sentence must share with a document that it was copied from.
const COPIED: usize = 20;

/// A document as far as it is kept at hand.
#[derive(Debug, Clone, Copy)]
pub struct AtHand<'a> {
    /// Its id.
    pub id: SourceId,
    /// Its facts; quotations and findings are not needed.
    pub facts: &'a Facts,
    /// Its imprint.
    pub imprint: &'a Imprint,
}

/// An inspection document that may be worth reading, and how near it is to the paper.
struct Other<'a> {
    id: SourceId,
    facts: &'a Facts,
    near: Near,
    sieve: &'a Sieve,
}

/// The inspection documents that quotations of a paper, or words of nobody's paper, are worth being held
/// against, in the order given.
pub fn worth_reading(paper: Option<&Source>, quoted: &[&str], all: &[AtHand<'_>]) -> Vec<SourceId> {
    let others = others(paper, all);
    let mut worth = BTreeSet::new();
    if others.len() <= FEW {
        worth.extend(0..others.len());
    } else {
        worth.extend(paper.into_iter().flat_map(|paper| own(paper, &others)));
        for text in quoted {
            let sought = Sought::of(text);
            worth.extend(nearest_first(&others, |other| sought.may_stand_in(other.sieve)));
            worth.extend(sought.nearest(&others));
        }
    }
    worth.into_iter().map(|index| others[index].id).collect()
}

/// The inspection documents that a paper may have copied sentences from without marking them, in the
/// order given.
pub fn worth_reading_for_copies(paper: &Source, all: &[AtHand<'_>]) -> Vec<SourceId> {
    let others = others(Some(paper), all);
    let mut worth = BTreeSet::new();
    if others.len() <= FEW {
        worth.extend(0..others.len());
    } else {
        for sentence in free_sentences(paper) {
            let rows = rows_of(&paper.document.text[sentence.range()]);
            let enough = rows.len().clamp(1, COPIED);
            worth.extend(nearest_first(&others, |other| longest(&rows, other.sieve) >= enough));
        }
    }
    worth.into_iter().map(|index| others[index].id).collect()
}

fn others<'a>(paper: Option<&Source>, all: &[AtHand<'a>]) -> Vec<Other<'a>> {
    let council = paper.and_then(|paper| folded_council(&paper.facts));
    let others = all.iter().filter(|one| paper.is_none_or(|paper| paper.id != one.id));
    let others = others.filter_map(|one| {
        let same = council.as_deref().zip(one.imprint.council.as_deref()).map(|(one, other)| one == other);
        let near = paper.map_or(Near::Unknown, |paper| Near::with_council(same, &paper.facts, one.facts));
        Some(Other { id: one.id, facts: one.facts, near, sieve: one.imprint.sieve.as_ref()? })
    });
    others.collect()
}

/// Documents a paper may speak of, whatever words it has of them.
fn own(paper: &Source, others: &[Other<'_>]) -> Vec<usize> {
    let mut own = nearest_first(others, |other| match other.near {
        Near::Another => false,
        Near::Council | Near::Event => true,
        Near::Unknown => same_days(&paper.facts, other.facts),
    });
    own.truncate(MOST_OWN);
    own
}

/// The documents that fit, those nearest to the paper first, and not too many.
fn nearest_first(others: &[Other<'_>], fits: impl Fn(&Other<'_>) -> bool) -> Vec<usize> {
    let mut held: Vec<usize> = (0..others.len()).filter(|index| fits(&others[*index])).collect();
    held.sort_by_key(|index| std::cmp::Reverse(others[*index].near));
    held.truncate(MOST_HOLDERS);
    held
}

/// A quotation as rows of five letters: its parts as they stand, cut at dots and brackets, and all of it.
struct Sought {
    ways: [Vec<Vec<u32>>; 2],
    own: Vec<u32>,
}

impl Sought {
    fn of(text: &str) -> Self {
        let (whole, cut) = (Parts::whole(text), Parts::cut(text));
        let rows_of_parts =
            |parts: &Parts| parts.parts.iter().map(|part| rows_of(&part.text)).collect::<Vec<_>>();
        Self { ways: [rows_of_parts(&whole), rows_of_parts(&cut)], own: rows_of(&cut.own_words()) }
    }

    /// Whether a document can hold every part, one way or the other.
    fn may_stand_in(&self, sieve: &Sieve) -> bool {
        self.ways.iter().any(|parts| parts.iter().flatten().all(|row| sieve.holds(*row)))
    }

    /// The documents that hold most of the rows.
    fn nearest(&self, others: &[Other<'_>]) -> Vec<usize> {
        let share = |other: &Other<'_>| {
            let held = self.own.iter().filter(|row| other.sieve.holds(**row)).count();
            held as f64 / self.own.len().max(1) as f64 + OWN * other.near.steps()
        };
        let mut shares: Vec<(f64, usize)> = others.iter().map(share).zip(0..).collect();
        shares.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        shares.into_iter().take(MOST_NEAREST).map(|(_, index)| index).collect()
    }
}

fn rows_of(text: &str) -> Vec<u32> {
    rows(&Stream::of(text).letters).collect()
}

/// The most rows one after the other that a document may hold.
fn longest(sought: &[u32], sieve: &Sieve) -> usize {
    let (mut longest, mut now) = (0, 0);
    for row in sought {
        now = if sieve.holds(*row) { now + 1 } else { 0 };
        longest = longest.max(now);
    }
    longest
}

#[cfg(test)]
mod tests;
