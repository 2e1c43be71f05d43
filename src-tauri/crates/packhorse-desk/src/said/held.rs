//! What a paper says, held against inspection documents and other papers.

use super::{CheckedQuotation, CopiedSentence, DifferencePart, PrimaryOffer};
use crate::also::{AlsoIn, Ties};
use packhorse_model::{Quotation, Source, Verdict};
use packhorse_pack::{ChangeKind, Check, Copied, Witnesses, told};

/// What papers are held against.
pub(crate) struct Held<'a> {
    pub(crate) witnesses: &'a Witnesses<'a>,
    pub(crate) ties: &'a Ties<'a>,
}

impl Held<'_> {
    /// What checking a paper's quotations showed, in order.
    pub(crate) fn quotations(
        &self,
        paper: &Source,
        checks: Vec<(Quotation, Check)>,
    ) -> Vec<CheckedQuotation> {
        let index = |said: &Quotation| paper.facts.quotations.iter().position(|one| one.span == said.span);
        let rows = checks.into_iter().filter_map(|(said, check)| Some((index(&said)?, said, check)));
        rows.map(|(index, said, check)| self.quotation(paper, index, said, check)).collect()
    }

    fn quotation(&self, paper: &Source, index: usize, said: Quotation, check: Check) -> CheckedQuotation {
        let witness = check.source.and_then(|id| self.witnesses.source(id));
        let (stories, later) = self.ties.of(paper, index);
        let held = self.witnesses.also_in(paper, &said.text, &check);
        let mut also_in: Vec<AlsoIn> =
            held.into_iter().map(|(held, place)| AlsoIn::at(held, place)).collect();
        also_in.extend(
            stories.into_iter().filter(|story| check.source.is_none_or(|id| id.to_string() != story.source)),
        );
        let mut seen = std::collections::HashSet::new();
        also_in.retain(|one| seen.insert(one.source.clone()));
        CheckedQuotation {
            text: said.text,
            speaker: said.speaker,
            verdict: check.verdict,
            document: witness.map(|source| source.file_name.clone()),
            page: check.place.and_then(|place| place.page),
            paragraph: check.place.and_then(|place| place.paragraph),
            citation: witness.map(|source| source.citation(check.place.as_ref())),
            changes: told(&check.difference),
            repeat: later,
            primary: witness.and_then(|source| offer(source, &check)),
            sentence: check.sentence,
            difference: check.difference.into_iter().map(part).collect(),
            meaning: check.meaning,
            note: check.note,
            also_in,
        }
    }

    /// The sentences that a paper copies without marks.
    pub(crate) fn copied(&self, paper: &Source) -> Vec<CopiedSentence> {
        // The inspectors' documents share their own sentences with nobody's blame.
        if paper.facts.is_primary() {
            return Vec::new();
        }
        self.witnesses.copied(paper).into_iter().filter_map(|copied| self.sentence(copied)).collect()
    }

    fn sentence(&self, copied: Copied) -> Option<CopiedSentence> {
        let witness = self.witnesses.source(copied.source)?;
        Some(CopiedSentence {
            text: copied.text,
            start: copied.place.span.start,
            end: copied.place.span.end,
            verdict: copied.verdict,
            sentence: copied.sentence,
            document: witness.file_name.clone(),
            page: copied.held.page,
            paragraph: copied.held.paragraph,
            citation: witness.citation(Some(&copied.held)),
        })
    }
}

/// The words to pick from an inspection document that holds them exactly and in one piece.
pub(crate) fn offer(source: &Source, check: &Check) -> Option<PrimaryOffer> {
    let place = check.place.filter(|_| check.verdict == Verdict::Exact)?;
    let (_, block) = source.document.block_at(place.span.start)?;
    let words = source.quote(place.span).filter(|_| block.span.holds(place.span))?;
    Some(PrimaryOffer {
        source: source.id.to_string(),
        start: place.span.start,
        end: place.span.end,
        words: words.words().to_owned(),
        citation: source.citation(Some(&place)),
        picked: None,
    })
}

pub(crate) fn part(change: packhorse_pack::Change) -> DifferencePart {
    let kind = match change.change {
        ChangeKind::Same => "same",
        ChangeKind::Removed => "removed",
        ChangeKind::Added => "added",
    };
    DifferencePart { change: kind.to_owned(), words: change.words, alteration: change.alteration }
}
