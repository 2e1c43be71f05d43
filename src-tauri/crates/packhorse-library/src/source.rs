//! Sources: documents the office keeps.

mod clear;
pub(crate) mod facts;
mod keep;

pub use keep::{Kept, NewSource, Way};

use crate::{Error, Library, row};
use chrono::{DateTime, Utc};
use packhorse_model::{Digest, Document, Facts, Format, Source, SourceId};
use rusqlite::{Connection, OptionalExtension as _};
use std::sync::Arc;
use std::sync::atomic::Ordering;

/// A state of the library, and the sources it held then.
pub(crate) type Listed = ((u64, i64), Arc<Vec<Entry>>);

/// A source as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: SourceId,
    /// The file's name as it was brought in.
    pub file_name: String,
    /// The recognised title, or the file's name.
    pub title: String,
    /// SHA-256 of the original bytes.
    pub digest: Digest,
    /// What the file is.
    pub format: Format,
    /// Number of pages, where the format has pages.
    pub pages: Option<u32>,
    /// When it was brought in.
    pub added: DateTime<Utc>,
    /// How many facts a person should look at.
    pub to_check: u32,
    /// How many quotes were picked from it.
    pub quotes: u32,
    /// Grows with every change.
    pub revision: u32,
    /// Its facts without findings, quotations and notices; [`Library::source`] has them all.
    pub facts: Facts,
}

impl Library {
    /// All sources, in the order they were brought in. They are read again only when something has
    /// changed.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn sources(&self) -> Result<Arc<Vec<Entry>>, Error> {
        let state = self.state()?;
        if let Some((_, entries)) = self.listed.borrow().as_ref().filter(|(known, _)| *known == state) {
            return Ok(Arc::clone(entries));
        }
        let mut statement = self.connection.prepare_cached(include_str!("source/list.sql"))?;
        let mut entries: Vec<Entry> = statement.query_and_then([], entry)?.collect::<Result<_, _>>()?;
        entries.shrink_to_fit();
        let entries = Arc::new(entries);
        self.listed.replace(Some((state, Arc::clone(&entries))));
        Ok(entries)
    }

    /// Numbers that change when a source or a quote does here, or anything in the library by another program.
    fn state(&self) -> Result<(u64, i64), Error> {
        let mut statement = self.connection.prepare_cached("PRAGMA data_version")?;
        let others = statement.query_row([], |row| row.get(0))?;
        Ok((self.relisted.load(Ordering::Relaxed), others))
    }

    /// A source with its document and all its facts.
    ///
    /// # Errors
    ///
    /// When it is not in the library, or what is kept of it is damaged.
    pub fn source(&self, id: SourceId) -> Result<Source, Error> {
        read(&self.connection, id)
    }

    /// The bytes of a source as they were brought in.
    ///
    /// # Errors
    ///
    /// When it is not in the library, or its bytes are no longer those that were brought in.
    pub fn original(&self, id: SourceId) -> Result<Vec<u8>, Error> {
        let mut statement = self.connection.prepare_cached(include_str!("source/original.sql"))?;
        let found = statement.query_row([id.to_string()], |row| Ok((row.get(0)?, row.get(1)?)));
        let (bytes, digest): (Vec<u8>, String) = found.optional()?.ok_or_else(|| no_source(id))?;
        if Digest::of(&bytes).hex() == digest {
            Ok(bytes)
        } else {
            Err(Error::damaged(format!("the original of source {id} was altered")))
        }
    }
}

pub(crate) fn read(connection: &Connection, id: SourceId) -> Result<Source, Error> {
    let mut statement = connection.prepare_cached(include_str!("source/whole.sql"))?;
    let mut found = statement.query_and_then([id.to_string()], whole)?;
    found.next().unwrap_or_else(|| Err(no_source(id)))
}

pub(crate) fn no_source(id: SourceId) -> Error {
    Error::NoSuch { what: "source", id: id.to_string() }
}

/// The digest of the text is the one kept on the day of import, never one made of the text as it is.
fn whole(row: &rusqlite::Row<'_>) -> Result<Source, Error> {
    let document: Document = row::json(row, "body")?;
    Ok(Source {
        id: row::id(row, "id")?,
        file_name: row.get("file_name")?,
        digest: row::digest(row, "digest")?,
        text_digest: row::digest(row, "text_digest")?,
        document,
        facts: row::json(row, "facts")?,
    })
}

fn entry(row: &rusqlite::Row<'_>) -> Result<Entry, Error> {
    Ok(Entry {
        id: row::id(row, "id")?,
        file_name: row.get("file_name")?,
        title: row.get("title")?,
        digest: row::digest(row, "digest")?,
        format: row::word(row, "format")?,
        pages: row.get("pages")?,
        added: row::time(row, "added")?,
        to_check: row.get("to_check")?,
        quotes: row.get("quotes")?,
        revision: row.get("revision")?,
        facts: row::json(row, "summary")?,
    })
}
