//! What was recognised in a source, and what a person made of it.

use crate::clock::written;
use crate::step::{self, Change};
use crate::{Error, Library, Work, row, source};
use chrono::{DateTime, Utc};
use packhorse_model::{Facts, SourceId};
use rusqlite::{Connection, params};
use serde_json::Value;

impl Library {
    /// Keeps facts that a person confirmed or corrected; the step is called `description`.
    ///
    /// # Errors
    ///
    /// When there is no such source, or the library cannot be written.
    pub fn set_facts(&mut self, id: SourceId, facts: &Facts, description: &str) -> Result<(), Error> {
        self.together(description, |work| work.set_facts(id, facts))
    }
}

impl Work<'_> {
    /// Keeps facts that a person confirmed or corrected.
    ///
    /// # Errors
    ///
    /// When there is no such source, or the library cannot be written.
    pub fn set_facts(&mut self, id: SourceId, facts: &Facts) -> Result<(), Error> {
        let before = kept(self.connection(), id)?;
        let after = serde_json::to_value(facts).map_err(Error::Value)?;
        if before == after {
            return Ok(());
        }
        self.make(Change::Facts { source: id, before, after })
    }
}

/// The facts as they are kept.
pub(super) fn kept(connection: &Connection, id: SourceId) -> Result<Value, Error> {
    let sql = "SELECT facts FROM source WHERE id = ?1 AND removed IS NULL";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query_and_then([id.to_string()], |row| row::json(row, "facts"))?;
    rows.next().unwrap_or_else(|| Err(source::no_source(id)))
}

/// Writes facts and what lists show of them.
pub(crate) fn write(
    connection: &Connection,
    id: SourceId,
    facts: &Value,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let whole: Facts = serde_json::from_value(facts.clone()).map_err(Error::damaged)?;
    let title = whole.title.as_ref().map(|title| title.value.clone());
    let mut statement = connection.prepare_cached(include_str!("write_facts.sql"))?;
    let rows = statement.execute(params![
        id.to_string(),
        row::to_json(facts)?,
        row::to_json(&summary(&whole))?,
        to_check(&whole),
        title,
        written(now),
    ])?;
    step::one(rows, "source", &id)
}

/// The facts a list shows.
pub(super) fn summary(facts: &Facts) -> Facts {
    Facts {
        judgements: facts.judgements.clone(),
        source_kind: facts.source_kind.clone(),
        title: facts.title.clone(),
        kind: facts.kind.clone(),
        framework: facts.framework.clone(),
        authority: facts.authority.clone(),
        inspected: facts.inspected.clone(),
        published: facts.published.clone(),
        lead_inspector: facts.lead_inspector.clone(),
        theme: facts.theme.clone(),
        findings: Vec::new(),
        quotations: Vec::new(),
        notices: Vec::new(),
    }
}

/// How many facts a person should look at.
pub(super) fn to_check(facts: &Facts) -> u32 {
    u32::try_from(facts.to_check()).unwrap_or(u32::MAX)
}
