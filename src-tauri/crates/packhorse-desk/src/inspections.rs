//! The library by inspection: which documents belong to which, and why.

use crate::shelf::quotations;
use crate::{Desk, Trouble};
use packhorse_model::{SourceId, Verdict};
use packhorse_pack::Check;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

mod group;
mod row;

/// Asks for the library by inspection.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InspectionsRequest {
    /// Whether what papers quote is held against the inspections first. It takes longer.
    pub check: bool,
}

/// Why a document stands under an inspection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Tie {
    /// It is the inspectors' own report or letter.
    Own,
    /// It quotes the inspectors' own document.
    Quotes,
    /// It names the days and the council.
    Days,
    /// Nothing in it says which inspection it speaks of.
    Unknown,
}

/// A document under an inspection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InspectionPaper {
    /// The document.
    pub source: String,
    /// Why it stands here.
    pub tie: Tie,
    /// Whether a later version of it is here too.
    pub superseded: bool,
    /// How many of its quotations differ from what the inspectors wrote.
    pub differs: u32,
}

/// An inspection and its documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InspectionRow {
    /// An id that stays the same while its first document is here.
    pub id: String,
    /// “Focused visit”; for papers of no known inspection, “Inspection not known”.
    pub kind_words: String,
    /// Whether it is known which inspection this is.
    pub known: bool,
    /// The council.
    pub authority: Option<String>,
    /// The framework's short name.
    pub framework: Option<String>,
    /// What a visit looked at, as the document says it.
    pub theme: Option<String>,
    /// Plain names of the themes it looked at.
    pub themes: Vec<String>,
    /// The days, in words.
    pub inspected: Option<String>,
    /// The date of publication, in words.
    pub published: Option<String>,
    /// The year it ended in or, failing that, was published in.
    pub year: Option<i32>,
    /// The first day a list may order by, as `2026-09-10`; empty when no day is known.
    pub order: String,
    /// The inspectors' newest own document.
    pub lead: Option<String>,
    /// Whether a later inspection of the same kind and council is in the library.
    pub superseded: bool,
    /// Its documents, the inspectors' own first.
    pub papers: Vec<InspectionPaper>,
}

/// The library by inspection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Inspections {
    /// The inspections by council, the newest first.
    pub inspections: Vec<InspectionRow>,
    /// Whether what papers quote was held against them.
    pub checked: bool,
}

/// Whose words a paper prints.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Quoted {
    /// The inspection document that holds its quotations word for word.
    exact: Option<SourceId>,
    /// The one they come nearest to.
    near: Option<SourceId>,
    differs: u32,
}

impl Desk {
    /// The library by inspection.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn inspections(&self, request: &InspectionsRequest) -> Result<Inspections, Trouble> {
        let _span = tracing::info_span!("inspections").entered();
        let quoted = if request.check { self.quoted()? } else { HashMap::new() };
        let entries = self.library().sources()?;
        Ok(Inspections { inspections: row::rows(&entries, &quoted), checked: request.check })
    }

    fn quoted(&self) -> Result<HashMap<SourceId, Quoted>, Trouble> {
        let shelved = self.shelved()?;
        let mut quoted = HashMap::new();
        for (entry, imprint) in shelved.entries() {
            if entry.facts.is_primary() || !imprint.quotes() {
                continue;
            }
            let paper = self.library().source(entry.id)?;
            let witnesses = self.witnesses_of(&shelved, &paper, quotations(&paper))?;
            quoted.insert(paper.id, Quoted::of(&witnesses.check_in_library(&paper)));
        }
        Ok(quoted)
    }
}

impl Quoted {
    fn of<T>(checks: &[(T, Check)]) -> Self {
        let from = |wanted: fn(Verdict) -> bool| {
            most(
                checks
                    .iter()
                    .filter(|(_, check)| wanted(check.verdict))
                    .filter_map(|(_, check)| check.source),
            )
        };
        let differing = checks.iter().filter(|(_, check)| check.verdict == Verdict::Differs);
        Self {
            exact: from(|verdict| verdict <= Verdict::Punctuation),
            near: from(|verdict| verdict == Verdict::Differs),
            differs: u32::try_from(differing.count()).unwrap_or(u32::MAX),
        }
    }
}

/// The one that stands most often; none when two stand equally often, because then it is not known.
fn most(ids: impl Iterator<Item = SourceId>) -> Option<SourceId> {
    let mut counts: HashMap<SourceId, usize> = HashMap::new();
    for id in ids {
        *counts.entry(id).or_default() += 1;
    }
    let top = *counts.values().max()?;
    let mut first = counts.into_iter().filter(|(_, count)| *count == top);
    let (id, _) = first.next()?;
    first.next().is_none().then_some(id)
}

#[cfg(test)]
mod tests;
