//! A source open to be read, and its facts to be confirmed.

use crate::shelf::quotations;
use crate::{Desk, SourceRow, Trouble};
use facts::facts;
use marks::marks;
use packhorse_library::QuoteFilter;
use packhorse_model::SourceId;
use paragraphs::paragraphs;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

mod correct;
mod facts;
mod marks;
mod paragraphs;
mod words;

pub(crate) use words::{finding_at, finding_from, judgement_at, label};

pub use facts::{FactChoice, FactLine, FactRow};
pub use marks::{Mark, MarkKind};
pub use paragraphs::{Paragraph, ParagraphKind};

/// Names a source.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SourceRequest {
    /// The source's id.
    pub source: String,
}

/// Confirms or corrects a fact.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Confirm {
    /// The source's id.
    pub source: String,
    /// The field: `authority`, `published`, `judgement:overall`, `finding:1204` …
    pub field: String,
    /// The right value; none when the source does not say.
    pub value: Option<String>,
}

/// A source open to be read.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Reading {
    /// Its row in the library.
    pub source: SourceRow,
    /// Its facts.
    pub facts: Vec<FactLine>,
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
    /// What is marked in it.
    pub marks: Vec<Mark>,
    /// What to know about it.
    pub notices: Vec<String>,
}

impl Desk {
    /// Opens a source to be read.
    ///
    /// # Errors
    ///
    /// When it is not in the library.
    pub fn read(&self, request: &SourceRequest) -> Result<Reading, Trouble> {
        let _span = tracing::info_span!("read").entered();
        self.reading(crate::desk_id(&request.source)?)
    }

    /// Removes a source and the quotes picked from it.
    ///
    /// # Errors
    ///
    /// When it is not in the library.
    pub fn remove_source(&self, request: &SourceRequest) -> Result<(), Trouble> {
        let _span = tracing::info_span!("remove_source").entered();
        Ok(self.library().remove_source(crate::desk_id(&request.source)?)?)
    }

    /// Confirms or corrects a fact of a source.
    ///
    /// # Errors
    ///
    /// When the value is not one, or the source is not in the library.
    pub fn confirm(&self, request: &Confirm) -> Result<Reading, Trouble> {
        let _span = tracing::info_span!("confirm").entered();
        let id: SourceId = crate::desk_id(&request.source)?;
        {
            let mut library = self.library();
            let mut facts = library.source(id)?.facts;
            correct::correct(&mut facts, &request.field, request.value.as_deref())?;
            library.set_facts(
                id,
                &facts,
                &format!("confirm {}", words::label(&request.field).to_lowercase()),
            )?;
        }
        self.reading(id)
    }

    fn reading(&self, id: SourceId) -> Result<Reading, Trouble> {
        let library = self.library();
        let source = library.source(id)?;
        let entry = library.sources()?.iter().find(|entry| entry.id == id).cloned();
        let entry = entry.ok_or_else(|| {
            Trouble::fixable(
                "The source is not in the library.",
                "It may have been removed. Undo brings it back.",
            )
        })?;
        let picked = library.quotes(&QuoteFilter { source: Some(id), ..QuoteFilter::default() })?;
        let quotes = !source.facts.quotations.is_empty();
        drop(library);
        let checks = match quotes {
            true => {
                let shelved = self.shelved()?;
                self.witnesses_of(&shelved, &source, quotations(&source))?.check_in_library(&source)
            }
            false => Vec::new(),
        };
        let notices = source.document.notices.iter().chain(&source.facts.notices);
        Ok(Reading {
            source: SourceRow::of(&entry),
            facts: facts(&source),
            paragraphs: paragraphs(&source.document),
            marks: marks(&source, &checks, &picked),
            notices: notices.map(|notice| notice.message.clone()).collect(),
        })
    }
}

#[cfg(test)]
mod tests;
