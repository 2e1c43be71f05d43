//! Lets go of what was removed long ago.

use crate::clock::written;
use crate::{Error, Library};
use chrono::{DateTime, Utc};
use packhorse_model::SourceId;
use rusqlite::{Connection, params};

impl Library {
    /// Clears the contents of sources removed before `before`, and says how many those were.
    ///
    /// Their bytes, words and facts are overwritten in the file; that they once were here stays
    /// known. Steps that could bring them back can no longer be undone.
    ///
    /// # Errors
    ///
    /// When the library cannot be written.
    pub fn clear_removed(&mut self, before: DateTime<Utc>) -> Result<usize, Error> {
        let work = self.begin()?;
        let mut statement = work.connection().prepare(include_str!("removed_before.sql"))?;
        let ids = statement.query_and_then([written(before)], |row| crate::row::id(row, "id"))?;
        let ids: Vec<SourceId> = ids.collect::<Result<_, Error>>()?;
        drop(statement);
        for id in &ids {
            clear(work.connection(), *id)?;
        }
        work.commit()?;
        Ok(ids.len())
    }
}

fn clear(connection: &Connection, id: SourceId) -> Result<(), Error> {
    let key = id.to_string();
    connection.execute("DELETE FROM paragraph WHERE source = ?1", [&key])?;
    connection.execute("DELETE FROM document WHERE source = ?1", [&key])?;
    connection.execute("DELETE FROM original WHERE source = ?1", [&key])?;
    connection.execute(include_str!("clear_source.sql"), [&key])?;
    connection.execute(include_str!("clear_quotes.sql"), [&key])?;
    // Steps lean on the ones before them, so those go too.
    let named = format!("%{key}%");
    connection.execute(include_str!("forget_done.sql"), params![named])?;
    connection.execute(include_str!("forget_undone.sql"), params![named])?;
    Ok(())
}
