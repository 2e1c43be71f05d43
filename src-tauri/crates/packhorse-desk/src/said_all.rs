//! Everything the library's papers say the inspectors said, checked.

use crate::also::Ties;
use crate::said::Held;
use crate::{CheckedQuotation, CopiedSentence, Desk, Trouble};
use packhorse_model::{Source, SourceId};
use packhorse_pack::Witnesses;
use serde::Serialize;
use std::collections::HashMap;

/// What one paper says the inspectors said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SaidPaper {
    /// The paper's id.
    pub source: String,
    /// Its file name.
    pub document: String,
    /// What a citation calls it.
    pub cited: String,
    /// Its quotations, in order.
    pub quotations: Vec<CheckedQuotation>,
    /// The sentences it copies without marks, in order.
    pub copied: Vec<CopiedSentence>,
}

/// What every paper of the library says the inspectors said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SaidAnywhere {
    /// The papers that quote inspectors or copy their words, in the order they were brought in.
    pub papers: Vec<SaidPaper>,
}

impl Desk {
    /// Checks what every paper of the library says the inspectors said.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn check_all_said(&self) -> Result<SaidAnywhere, Trouble> {
        let _span = tracing::info_span!("check_all_said").entered();
        let shelved = self.shelved()?;
        // Those that quote somebody are tied to each other and stay at hand; the others are read one by one.
        let mut quoting: Vec<Source> = Vec::new();
        for (entry, _) in shelved.entries().filter(|(_, imprint)| imprint.quotes()) {
            quoting.push(self.library().source(entry.id)?);
        }
        let places: HashMap<SourceId, &Source> = quoting.iter().map(|source| (source.id, source)).collect();
        let ties = Ties::new(quoting.iter().collect());
        let mut papers = Vec::new();
        for (entry, _) in shelved.entries().filter(|(entry, _)| !entry.facts.is_primary()) {
            let read;
            let paper = match places.get(&entry.id) {
                Some(paper) => *paper,
                None => {
                    read = self.library().source(entry.id)?;
                    &read
                }
            };
            let witnesses: Witnesses<'static> = self.witnesses_of_all(&shelved, paper)?.into_iter().collect();
            let held = Held { witnesses: &witnesses, ties: &ties };
            papers.push(SaidPaper {
                source: paper.id.to_string(),
                document: paper.file_name.clone(),
                cited: paper.cited(),
                quotations: held.quotations(paper, witnesses.check_in_library(paper)),
                copied: held.copied(paper),
            });
        }
        papers.retain(|paper| !paper.quotations.is_empty() || !paper.copied.is_empty());
        Ok(SaidAnywhere { papers })
    }
}
