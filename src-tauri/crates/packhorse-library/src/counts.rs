//! How much the library holds.

use crate::{Error, Library};
use rusqlite::Connection;

/// How much a library holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Sources.
    pub sources: u32,
    /// Facts of them that a person should look at.
    pub to_check: u32,
    /// Picked quotes.
    pub quotes: u32,
    /// Packs.
    pub packs: u32,
    /// Files handed out.
    pub issued: u32,
}

impl Library {
    /// How much the library holds.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn counts(&self) -> Result<Counts, Error> {
        of(&self.connection)
    }

    /// Grows with every change anybody makes, undo and redo included. A program that remembers it
    /// knows whether there is something new to show or to back up.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn changes(&self) -> Result<u64, Error> {
        let changes: i64 = self.connection.query_row("SELECT changes FROM ledger", [], |row| row.get(0))?;
        u64::try_from(changes).map_err(Error::damaged)
    }
}

pub(crate) fn of(connection: &Connection) -> Result<Counts, Error> {
    let counts = |row: &rusqlite::Row<'_>| {
        Ok(Counts {
            sources: row.get(0)?,
            to_check: row.get(1)?,
            quotes: row.get(2)?,
            packs: row.get(3)?,
            issued: row.get(4)?,
        })
    };
    Ok(connection.query_row(include_str!("counts/counts.sql"), [], counts)?)
}
