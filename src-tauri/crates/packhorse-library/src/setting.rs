//! Data a person may change: audience templates, questions, glossary, role names.

use crate::clock::written;
use crate::step::Change;
use crate::{Error, Library, Work, row};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _, params};
use serde_json::Value;

impl Library {
    /// The value of a setting, `audience/committee-chair`, when it was set.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn setting(&self, name: &str) -> Result<Option<Value>, Error> {
        read(&self.connection, name)
    }

    /// All settings whose name begins with `prefix`, by name.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn settings(&self, prefix: &str) -> Result<Vec<(String, Value)>, Error> {
        let sql = "SELECT name, value FROM setting WHERE removed IS NULL ORDER BY name";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_and_then([], |row| Ok((row.get("name")?, row::json(row, "value")?)))?;
        let begins = |pair: &Result<(String, Value), Error>| {
            pair.as_ref().map_or(true, |(name, _)| name.starts_with(prefix))
        };
        rows.filter(begins).collect()
    }

    /// Sets a setting, or with `None` goes back to what the program brings; the step is called
    /// `description`.
    ///
    /// # Errors
    ///
    /// When the library cannot be written.
    pub fn set_setting(&mut self, name: &str, value: Option<Value>, description: &str) -> Result<(), Error> {
        self.together(description, |work| work.set_setting(name, value))
    }
}

impl Work<'_> {
    /// Sets a setting, or with `None` goes back to what the program brings.
    ///
    /// # Errors
    ///
    /// When the library cannot be written.
    pub fn set_setting(&mut self, name: &str, value: Option<Value>) -> Result<(), Error> {
        let before = read(self.connection(), name)?;
        if before == value {
            return Ok(());
        }
        self.make(Change::Setting { name: name.to_owned(), before, after: value })
    }
}

fn read(connection: &Connection, name: &str) -> Result<Option<Value>, Error> {
    let sql = "SELECT value FROM setting WHERE name = ?1 AND removed IS NULL";
    let value: Option<String> = connection.query_row(sql, [name], |row| row.get(0)).optional()?;
    value.map(|text| serde_json::from_str(&text).map_err(Error::damaged)).transpose()
}

/// Writes a setting; without a value its row stays as a tombstone.
pub(crate) fn write(
    connection: &Connection,
    name: &str,
    value: Option<&Value>,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let removed = value.is_none().then(|| written(now));
    let value = value.map_or_else(|| Ok("null".to_owned()), row::to_json)?;
    let mut statement = connection.prepare_cached(include_str!("setting/write.sql"))?;
    statement.execute(params![name, value, written(now), removed])?;
    Ok(())
}
