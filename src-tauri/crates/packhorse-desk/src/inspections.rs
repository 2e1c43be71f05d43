//! The library by inspection: which documents belong to which, and why.

use crate::shelf::quotations;
use crate::{Desk, SourceRow, Trouble};
use packhorse_library::Entry;
use packhorse_model::{SourceId, Verdict};
use packhorse_pack::Check;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use ts_rs::TS;

mod choices;
mod group;
mod held;
mod row;
mod timeline;
mod wanted;

pub use choices::{Choice, Choices};
pub(crate) use held::Held;
pub use timeline::{Timeline, TimelinePoint};
pub use wanted::Wanted;
pub(crate) use wanted::is;

/// Asks for the library by inspection.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InspectionsRequest {
    /// Whether what papers quote is held against the inspections first, where that is not known. It takes
    /// longer.
    pub check: bool,
    /// Which inspections and documents.
    #[serde(default)]
    pub wanted: Wanted,
    /// How many inspections to give at most.
    pub most: u32,
    /// Documents of which the reply tells whether they are still here.
    #[serde(default)]
    pub chosen: Vec<String>,
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
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InspectionPaper {
    /// The document’s id.
    pub source: String,
    /// The document.
    pub row: SourceRow,
    /// Why it stands here.
    pub tie: Tie,
    /// Whether a later version of it is here too.
    pub superseded: bool,
    /// How many of its quotations differ from what the inspectors wrote.
    pub differs: u32,
}

/// An inspection and its documents.
#[derive(Debug, Clone, Serialize, TS)]
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
    /// Its documents, the inspectors' own first; of the kind asked for.
    pub papers: Vec<InspectionPaper>,
}

/// How many documents of a council fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CouncilCount {
    /// The council.
    pub authority: Option<String>,
    /// How many of its documents fit.
    pub documents: u32,
}

/// The library by inspection.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Inspections {
    /// The first of the inspections that fit, by council, the newest first.
    pub inspections: Vec<InspectionRow>,
    /// How many inspections fit.
    pub total: u32,
    /// The councils of the inspections given, with their documents.
    pub councils: Vec<CouncilCount>,
    /// What can be asked for.
    pub choices: Choices,
    /// What fits along time, when all of it is one council's.
    pub timeline: Option<Timeline>,
    /// The chosen documents that are still here.
    pub chosen: Vec<String>,
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
        let entries = self.library().sources()?;
        let known = self.held.of(&entries);
        let quoted = match known {
            None if request.check => Some(self.hold(&entries)?),
            known => known,
        };
        let all = row::listed(&entries, quoted.as_deref().unwrap_or(&HashMap::new()));
        let choices = Choices::of(&all);
        let fitting = request.wanted.of(all);
        let there: HashSet<String> = match request.chosen.is_empty() {
            true => HashSet::new(),
            false => entries.iter().map(|entry| entry.id.to_string()).collect(),
        };
        let most = usize::try_from(request.most).unwrap_or(usize::MAX);
        let shown = &fitting[..most.min(fitting.len())];
        Ok(Inspections {
            councils: counts(shown, &fitting),
            inspections: shown.iter().map(row::Listed::shown).collect(),
            total: u32::try_from(fitting.len()).unwrap_or(u32::MAX),
            choices,
            timeline: Timeline::of(&fitting),
            chosen: request.chosen.iter().filter(|id| there.contains(*id)).cloned().collect(),
            checked: quoted.is_some(),
        })
    }

    /// What papers quote, held against the inspections now; kept for next time.
    fn hold(&self, entries: &[Entry]) -> Result<Arc<HashMap<SourceId, Quoted>>, Trouble> {
        let quoted = Arc::new(self.quoted()?);
        let after = self.library().sources()?;
        self.held.keep(entries, &after, &quoted);
        Ok(quoted)
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

/// The documents of each council that is shown, among all that fit.
fn counts(shown: &[row::Listed<'_>], fitting: &[row::Listed<'_>]) -> Vec<CouncilCount> {
    let mut documents: HashMap<Option<&str>, usize> = HashMap::new();
    for listed in fitting {
        *documents.entry(listed.row.authority.as_deref()).or_default() += listed.papers.len();
    }
    let mut councils: Vec<Option<&str>> =
        shown.iter().map(|listed| listed.row.authority.as_deref()).collect();
    councils.dedup();
    let count = |council: Option<&str>| CouncilCount {
        authority: council.map(str::to_owned),
        documents: u32::try_from(documents[&council]).unwrap_or(u32::MAX),
    };
    councils.into_iter().map(count).collect()
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
