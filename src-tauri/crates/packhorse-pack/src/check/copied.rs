//! Sentences of an inspection document that stand in a paper without quotation marks.

use super::boilerplate::{is_boilerplate, is_template};
use super::hold::Sought;
use super::parts::Parts;
use super::witness::Witness;
use super::witnesses::Witnesses;
use crate::sentence::sentences;
use packhorse_model::{Block, BlockKind, Place, Source, SourceId, Span, Verdict};
use serde::{Deserialize, Serialize};

/// The fewest words of a whole sentence that nobody writes twice by chance.
const LEAST_WHOLE: usize = 6;
/// The fewest words of a part of one.
const LEAST_PART: usize = 8;

/// Words of an inspection document that a paper prints as its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copied {
    /// The words as the paper prints them.
    pub text: String,
    /// Where they stand in the paper.
    pub place: Place,
    /// The document they were copied from.
    pub source: SourceId,
    /// Where they stand in it.
    pub held: Place,
    /// The document's sentence or sentences around them.
    pub sentence: String,
    /// Exact, or different in punctuation only.
    pub verdict: Verdict,
}

impl Witnesses<'_> {
    /// The sentences of a paper that stand in a document here and that the paper does not mark as
    /// anybody's words, in order. Sentences every inspection document has are left out.
    pub fn copied(&self, paper: &Source) -> Vec<Copied> {
        let witnesses: Vec<&Witness<'_>> = self.beside(Some(paper)).into_iter().map(|(_, one)| one).collect();
        free_sentences(paper).flat_map(|sentence| copied(paper, sentence, &witnesses)).collect()
    }
}

/// The sentences of a paper that it does not mark as anybody's words, in order.
pub(super) fn free_sentences(paper: &Source) -> impl Iterator<Item = Span> {
    let running = paper.document.blocks.iter().filter(|block| is_running(block.kind));
    running.flat_map(move |block| {
        let all = sentences(&paper.document.text, block.span);
        all.into_iter().filter(move |sentence| is_free(paper, block, *sentence))
    })
}

fn is_running(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Paragraph | BlockKind::Item { .. })
}

/// Whether a sentence touches no quotation and stands between no marks.
fn is_free(paper: &Source, block: &Block, sentence: Span) -> bool {
    let said = &paper.facts.quotations;
    let words = &paper.document.text[sentence.range()];
    let before = &paper.document.text[block.span.start..sentence.start];
    let count = |mark: char| before.matches(mark).count();
    let open = count('“') > count('”') || count('"') % 2 == 1;
    let touched = said.iter().any(|one| one.span.start < sentence.end && sentence.start < one.span.end);
    !touched && !open && !words.starts_with(['“', '"', '‘', '\''])
}

/// The longest part of a sentence that stands in a document, when it is long enough.
fn copied(paper: &Source, sentence: Span, witnesses: &[&Witness<'_>]) -> Option<Copied> {
    let text = &paper.document.text;
    let all = text[sentence.range()].split_whitespace().count();
    parts(text, sentence).into_iter().find_map(|part| {
        let words = &text[part.range()];
        let count = words.split_whitespace().count();
        let whole = part.start == sentence.start && count == all;
        let enough = if whole { count >= LEAST_WHOLE } else { count >= LEAST_PART && 2 * count >= all };
        if !enough || is_boilerplate(words) {
            return None;
        }
        let sought = Sought::new(Parts::whole(words));
        let held = |witness: &&Witness<'_>| held(witness, &sought, count);
        let copied = witnesses.iter().find_map(held)?;
        (!is_template(&sought, witnesses)).then_some(Copied {
            text: words.to_owned(),
            place: paper.document.place(part),
            ..copied
        })
    })
}

/// Words where they stand in running text of a document.
fn held(witness: &Witness<'_>, sought: &Sought, count: usize) -> Option<Copied> {
    let check = witness.hold(sought).filter(|check| check.verdict <= Verdict::Punctuation)?;
    let place = check.place?;
    let (_, block) = witness.source.document.block_at(place.span.start)?;
    let sentence = check.sentence?;
    let whole = sentence.split_whitespace().count() <= count;
    (is_running(block.kind) && (whole || count >= LEAST_PART)).then_some(Copied {
        text: String::new(),
        place,
        source: witness.id(),
        held: place,
        sentence,
        verdict: check.verdict,
    })
}

/// A sentence, and it without a clause that brings it in (“Inspectors found that”) or rounds it off
/// (“, the letter says”); the longest first.
fn parts(text: &str, sentence: Span) -> Vec<Span> {
    // A closing mark that nothing opened is not the sentence's.
    let words = text[sentence.range()].trim_end_matches(['”', '"']);
    let sentence = Span { start: sentence.start, end: sentence.start + words.len() };
    let begins =
        |cue: &'static str| words.match_indices(cue).map(move |(at, _)| sentence.start + at + cue.len());
    let starts = [": ", "that ", ", "].into_iter().flat_map(begins).chain([sentence.start]);
    let ends = words.match_indices(',').map(|(at, _)| sentence.start + at).chain([sentence.end]);
    let ends: Vec<usize> = ends.collect();
    let mut parts: Vec<Span> = starts
        .flat_map(|start| ends.iter().map(move |end| Span { start, end: *end }))
        .filter(|part| part.start < part.end)
        .collect();
    parts.sort_by_key(|part| std::cmp::Reverse(part.end - part.start));
    parts
}

#[cfg(test)]
mod tests;
