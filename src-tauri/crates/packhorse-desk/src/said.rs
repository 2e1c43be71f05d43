//! What was said publicly, held against the inspection documents.

use crate::{Desk, Trouble};
use packhorse_model::{Source, SourceId, Verdict};
use packhorse_pack::{ChangeKind, check_source};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
    /// What a reader should know about it.
    pub note: Option<String>,
}

/// The quotations of a source, checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Said {
    /// The quotations, in order.
    pub quotations: Vec<CheckedQuotation>,
}

/// Holds what a source says the inspectors said against inspection documents.
pub fn said(source: &Source, against: &[&Source]) -> Said {
    let quotations = check_source(source, against)
        .into_iter()
        .map(|(quotation, check)| {
            let witness = check.source.and_then(|id| against.iter().find(|other| other.id == id));
            CheckedQuotation {
                text: quotation.text,
                speaker: quotation.speaker,
                verdict: check.verdict,
                sentence: check.sentence,
                document: witness.map(|source| source.file_name.clone()),
                page: check.place.and_then(|place| place.page),
                paragraph: check.place.and_then(|place| place.paragraph),
                citation: witness.map(|source| citation(source, check.place)),
                difference: check.difference.into_iter().map(part).collect(),
                note: check.note,
            }
        })
        .collect();
    Said { quotations }
}

fn part(change: packhorse_pack::Change) -> DifferencePart {
    let kind = match change.change {
        ChangeKind::Same => "same",
        ChangeKind::Removed => "removed",
        ChangeKind::Added => "added",
    };
    DifferencePart { change: kind.to_owned(), words: change.words }
}

/// “Ofsted, letter of 19 July 2018, page 2, paragraph 6”.
pub(crate) fn citation(source: &Source, place: Option<packhorse_model::Place>) -> String {
    let mut words = source.cited();
    if let Some(page) = place.and_then(|place| place.page) {
        words.push_str(&format!(", page {page}"));
    }
    match place {
        Some(packhorse_model::Place { paragraph: Some(number), .. }) => {
            words.push_str(&format!(", paragraph {number}"))
        }
        Some(packhorse_model::Place { page: None, nth: Some(nth), .. }) => {
            words.push_str(&format!(", paragraph {nth} counted from the top"))
        }
        _ => {}
    }
    words
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
        let library = self.library();
        let source = library.source(id)?;
        let others = primary_sources(&library)?;
        let others: Vec<&Source> = others.iter().collect();
        Ok(said(&source, &others))
    }
}

/// Every inspection document in the library.
pub(crate) fn primary_sources(library: &packhorse_library::Library) -> Result<Vec<Source>, Trouble> {
    let entries = library.sources()?;
    let primary = entries.into_iter().filter(|entry| entry.facts.is_primary());
    primary.map(|entry| Ok(library.source(entry.id)?)).collect()
}
