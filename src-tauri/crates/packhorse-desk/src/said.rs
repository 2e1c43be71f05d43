//! What was said publicly, held against the inspection documents.

use crate::also::{AlsoIn, Ties};
use crate::shelf::Paper;
use crate::{Desk, Trouble};
use packhorse_model::{Source, SourceId, Span, Verdict};
use packhorse_pack::{Alteration, Witness, Witnesses};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use ts_rs::TS;

mod held;

pub(crate) use held::{Held, offer, part};

/// Asks to check what a source says the inspectors said.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckSaid {
    /// The source.
    pub source: String,
}

/// A part of a difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DifferencePart {
    /// `same`, `removed` (the source's, left out) or `added` (not in the source).
    #[ts(type = "\"same\" | \"removed\" | \"added\"")]
    pub change: String,
    /// The words.
    pub words: String,
    /// What was done to them.
    #[ts(type = "\"none\" | \"left-out\" | \"put-in\" | \"replaced\" | \"moved\" | \"punctuation\"")]
    pub alteration: Alteration,
}

/// The inspectors' own document that holds words which a paper quotes: they can be picked from it
/// and are then cited from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PrimaryOffer {
    /// The document.
    pub source: String,
    /// First byte of the words in the document's text.
    #[ts(type = "number")]
    pub start: usize,
    /// One past the last byte.
    #[ts(type = "number")]
    pub end: usize,
    /// The words as the document prints them.
    pub words: String,
    /// The whole citation.
    pub citation: String,
    /// The quote of these words, where they were picked from the document already.
    pub picked: Option<String>,
}

/// A sentence of an inspection document that a paper prints without quotation marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CopiedSentence {
    /// The words as the paper prints them.
    pub text: String,
    /// First byte of the words in the paper's text.
    #[ts(type = "number")]
    pub start: usize,
    /// One past the last byte.
    #[ts(type = "number")]
    pub end: usize,
    /// Whether they are the document's to the last mark.
    #[ts(type = "\"exact\" | \"punctuation\"")]
    pub verdict: Verdict,
    /// The document's sentence.
    pub sentence: String,
    /// The document's file name.
    pub document: String,
    /// The page in the document.
    pub page: Option<u32>,
    /// The paragraph number the document prints.
    pub paragraph: Option<u32>,
    /// The whole citation.
    pub citation: String,
}

/// A quotation of the inspectors and what checking it showed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckedQuotation {
    /// The words as they were quoted.
    pub text: String,
    /// Who quotes them.
    pub speaker: Option<String>,
    /// The verdict.
    #[ts(type = "\"exact\" | \"punctuation\" | \"differs\" | \"not-found\" | \"no-source\"")]
    pub verdict: Verdict,
    /// The source's sentence.
    pub sentence: Option<String>,
    /// The source's file name.
    pub document: Option<String>,
    /// The page in the source.
    pub page: Option<u32>,
    /// The paragraph number the source prints.
    pub paragraph: Option<u32>,
    /// The whole citation.
    pub citation: Option<String>,
    /// What differs, word by word.
    pub difference: Vec<DifferencePart>,
    /// Each change in a phrase: “left out: “the presenting””.
    pub changes: Vec<String>,
    /// What was done to the meaning: a “not” or a “but” that was left out.
    pub meaning: Option<String>,
    /// What a reader should know about it.
    pub note: Option<String>,
    /// Other documents with the same words, the inspectors' own first.
    pub also_in: Vec<AlsoIn>,
    /// Whether the same statement stands in a document that counts before this one.
    pub repeat: bool,
    /// The inspectors' own document to cite the words from.
    pub primary: Option<PrimaryOffer>,
}

/// The quotations of a source, checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Said {
    /// The quotations, in order.
    pub quotations: Vec<CheckedQuotation>,
    /// Sentences of inspection documents without quotation marks, in order.
    pub copied: Vec<CopiedSentence>,
}

/// Holds what a source says the inspectors said against inspection documents that no library keeps.
pub fn said(source: &Source, against: &[&Source]) -> Said {
    let witnesses = Witnesses::new(against);
    let ties = Ties::new(std::iter::once(source).chain(against.iter().copied()).collect());
    let checks = witnesses.check_source(source);
    let held = Held { witnesses: &witnesses, ties: &ties };
    Said { quotations: held.quotations(source, checks), copied: held.copied(source) }
}

impl Desk {
    /// Checks what a source says the inspectors said against every inspection document in the library.
    ///
    /// # Errors
    ///
    /// When the source is not in the library.
    pub fn check_said(&self, request: &CheckSaid) -> Result<Said, Trouble> {
        let _span = tracing::info_span!("check_said").entered();
        let id = crate::desk_id::<SourceId>(&request.source)?;
        let source = self.library().source(id)?;
        let shelved = self.shelved()?;
        let witnesses = self.witnesses_of_all(&shelved, &source)?;
        let tied = self.of_the_same_statements(&shelved, &source)?;
        let mut said = in_library(&source, witnesses, &tied.iter().map(Paper::source).collect::<Vec<_>>());
        let library = self.library();
        for offer in said.quotations.iter_mut().filter_map(|said| said.primary.as_mut()) {
            let span = Span { start: offer.start, end: offer.end };
            let quote = library.picked(crate::desk_id(&offer.source)?, span, &offer.words)?;
            offer.picked = quote.map(|quote| quote.to_string());
        }
        Ok(said)
    }

    /// Checks what a source that no library keeps says the inspectors said against every inspection
    /// document in the library and some more.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn check_paper(&self, paper: &Source, against: Vec<Source>) -> Result<Said, Trouble> {
        let _span = tracing::info_span!("check_paper").entered();
        let shelved = self.shelved()?;
        let other = |source: &Source| source.text_digest != paper.text_digest;
        let mut witnesses = self.witnesses_of_all(&shelved, paper)?;
        witnesses.retain(|witness| other(witness.source()));
        let tied = self.of_the_same_statements(&shelved, paper)?;
        let tied = tied.iter().map(Paper::source).filter(|source| other(source));
        let beside: Vec<&Source> = tied.chain(&against).collect();
        witnesses.extend(against.iter().cloned().map(|source| Arc::new(Witness::owning(source))));
        Ok(in_library(paper, witnesses, &beside))
    }
}

/// Holds a paper against the inspection documents of a library, and its statements against other papers'.
fn in_library(paper: &Source, witnesses: Vec<Arc<Witness<'static>>>, beside: &[&Source]) -> Said {
    let witnesses: Witnesses<'static> = witnesses.into_iter().collect();
    let others = beside.iter().copied().filter(|other| other.id != paper.id);
    let ties = Ties::new(std::iter::once(paper).chain(others).collect());
    let checks = witnesses.check_in_library(paper);
    let held = Held { witnesses: &witnesses, ties: &ties };
    Said { quotations: held.quotations(paper, checks), copied: held.copied(paper) }
}

#[cfg(test)]
mod tests;
