//! Undo: every change remembers what stood before it.

use crate::clock::written;
use crate::pack::Draft;
use crate::quote::Use;
use crate::source::facts;
use crate::{Error, Library, pack, quote, setting};
use chrono::{DateTime, Utc};
use packhorse_model::{PackId, QuoteId, SourceId};
use rusqlite::{Connection, OptionalExtension as _, params};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A row that can come and go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Row {
    /// A source.
    Source(SourceId),
    /// A quote.
    Quote(QuoteId),
    /// A pack.
    Pack(PackId),
}

/// One change to one row. What never changes (bytes, words, spans) is no part of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "change")]
pub(crate) enum Change {
    /// A row came, or came back.
    Came { row: Row },
    /// A row went. It stays as a tombstone.
    Went { row: Row },
    /// A person confirmed or corrected facts.
    Facts { source: SourceId, before: Value, after: Value },
    /// A quote is used differently.
    Use { quote: QuoteId, before: Use, after: Use },
    /// A pack was saved.
    Draft { pack: PackId, before: Draft, after: Draft },
    /// A setting was set.
    Setting { name: String, before: Option<Value>, after: Option<Value> },
}

impl Change {
    /// The change that takes this one back.
    fn inverse(self) -> Self {
        match self {
            Self::Came { row } => Self::Went { row },
            Self::Went { row } => Self::Came { row },
            Self::Facts { source, before, after } => Self::Facts { source, before: after, after: before },
            Self::Use { quote, before, after } => Self::Use { quote, before: after, after: before },
            Self::Draft { pack, before, after } => Self::Draft { pack, before: after, after: before },
            Self::Setting { name, before, after } => Self::Setting { name, before: after, after: before },
        }
    }

    /// Writes what stands after the change.
    pub(crate) fn apply(&self, connection: &Connection, now: DateTime<Utc>) -> Result<(), Error> {
        match self {
            Self::Came { row } => row.mark(connection, now, None),
            Self::Went { row } => row.mark(connection, now, Some(now)),
            Self::Facts { source, after, .. } => facts::write(connection, *source, after, now),
            Self::Use { quote, after, .. } => quote::write(connection, *quote, after, now),
            Self::Draft { pack, after, .. } => pack::write(connection, *pack, after, now),
            Self::Setting { name, after, .. } => setting::write(connection, name, after.as_ref(), now),
        }
    }
}

impl Row {
    fn mark(
        self,
        connection: &Connection,
        now: DateTime<Utc>,
        removed: Option<DateTime<Utc>>,
    ) -> Result<(), Error> {
        let (sql, what, id) = match self {
            Self::Source(id) => (include_str!("step/mark_source.sql"), "source", id.0),
            Self::Quote(id) => (include_str!("step/mark_quote.sql"), "quote", id.0),
            Self::Pack(id) => (include_str!("step/mark_pack.sql"), "pack", id.0),
        };
        let id = id.to_string();
        let rows = connection.execute(sql, params![id, written(now), removed.map(written)])?;
        one(rows, what, &id)
    }
}

/// A change of a row by its id reaches exactly that row.
pub(crate) fn one(rows: usize, what: &'static str, id: &dyn ToString) -> Result<(), Error> {
    if rows == 1 { Ok(()) } else { Err(Error::NoSuch { what, id: id.to_string() }) }
}

impl Library {
    /// Takes the last step back and says which it was: “remove quote”. `None` when there is none.
    ///
    /// # Errors
    ///
    /// When the library cannot be written.
    pub fn undo(&mut self) -> Result<Option<String>, Error> {
        self.walk(LAST_DONE, 1)
    }

    /// Does the step again that was undone last, and says which it was.
    ///
    /// # Errors
    ///
    /// When the library cannot be written.
    pub fn redo(&mut self) -> Result<Option<String>, Error> {
        self.walk(FIRST_UNDONE, 0)
    }

    /// What [`Library::undo`] would take back.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn next_undo(&self) -> Result<Option<String>, Error> {
        next(&self.connection, LAST_DONE)
    }

    /// What [`Library::redo`] would do again.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn next_redo(&self) -> Result<Option<String>, Error> {
        next(&self.connection, FIRST_UNDONE)
    }

    fn walk(&mut self, which: &str, undone: i64) -> Result<Option<String>, Error> {
        let work = self.begin()?;
        let step = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
        let found = work.connection().query_row(which, [], step).optional()?;
        let Some((description, number, changes)): Option<(String, i64, String)> = found else {
            return Ok(None);
        };
        let changes: Vec<Change> = serde_json::from_str(&changes).map_err(Error::damaged)?;
        let way: Vec<Change> = match undone {
            1 => changes.into_iter().rev().map(Change::inverse).collect(),
            _ => changes,
        };
        for change in way {
            change.apply(work.connection(), work.now)?;
        }
        work.connection().execute("UPDATE step SET undone = ?2 WHERE number = ?1", [number, undone])?;
        work.commit()?;
        Ok(Some(description))
    }
}

const LAST_DONE: &str = include_str!("step/last_done.sql");
const FIRST_UNDONE: &str = include_str!("step/first_undone.sql");

fn next(connection: &Connection, which: &str) -> Result<Option<String>, Error> {
    Ok(connection.query_row(which, [], |row| row.get(0)).optional()?)
}

#[cfg(test)]
mod tests;
