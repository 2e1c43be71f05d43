//! Looks whether everything the library holds is what was put in.
//!
//! A bit that turned inside a quotation is invisible to the database, so every original, text and
//! quote is held against what was noted on the day it came in.

use crate::search::paragraph::found;
use crate::{Counts, Error, Library, QuoteFilter, source};
use packhorse_model::{Digest, QuoteId, Source, SourceId};
use rusqlite::Connection;
use std::collections::HashMap;
use std::fmt;

/// What a check of the whole library found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What was looked at.
    pub counts: Counts,
    /// What is not as it was put in. Empty when all is well.
    pub problems: Vec<Problem>,
}

impl Report {
    /// Whether all is well.
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }
}

/// Something that is not as it was put in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The database says its own file is broken.
    Structure(String),
    /// A row names another that is not there.
    Reference(String),
    /// The search does not match the paragraphs. It can be built anew from them.
    Search,
    /// The bytes of a source are no longer those that were brought in.
    Original(SourceId, String),
    /// The text of a source is no longer the one that was read.
    Text(SourceId, String),
    /// The paragraphs that are searched are no longer those of the text.
    Paragraphs(SourceId, String),
    /// A source cannot be read at all.
    Unreadable(SourceId, String),
    /// A quote is no longer what its source says.
    Quote(QuoteId, String),
    /// What is kept of a file that was handed out is not what it held.
    Issued(String),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Structure(detail) => write!(f, "The file is damaged: {detail}."),
            Self::Reference(detail) => write!(f, "Something that belongs together was parted: {detail}."),
            Self::Search => write!(f, "The search does not match what the library holds."),
            Self::Original(_, file) => write!(f, "The original of {file} was altered."),
            Self::Text(_, file) => write!(f, "The text of {file} was altered."),
            Self::Paragraphs(_, file) => write!(f, "The searched paragraphs of {file} were altered."),
            Self::Unreadable(_, file) => write!(f, "{file} cannot be read."),
            Self::Quote(_, words) => write!(f, "The quote “{words}” is not what its source says."),
            Self::Issued(file) => write!(f, "What is kept of {file} is not what was issued."),
        }
    }
}

impl Library {
    /// Looks whether everything the library holds is what was put in. Reads all of it.
    ///
    /// # Errors
    ///
    /// When the library cannot be read at all; what is merely wrong stands in the report.
    pub fn check(&self) -> Result<Report, Error> {
        let mut problems = structure(&self.connection)?;
        let compared = "INSERT INTO paragraph_words (paragraph_words, rank) VALUES ('integrity-check', 1)";
        match self.connection.execute(compared, []).map_err(Error::from) {
            Err(Error::Damaged { .. }) => problems.push(Problem::Search),
            other => drop(other?),
        }
        let mut names = HashMap::new();
        for (id, file) in self.names()? {
            problems.extend(self.check_source(id, &file)?);
            names.insert(id, file);
        }
        problems.extend(self.check_quotes()?);
        problems.extend(crate::issue::altered(&self.connection)?.into_iter().map(Problem::Issued));
        Ok(Report { counts: self.counts()?, problems })
    }

    fn names(&self) -> Result<Vec<(SourceId, String)>, Error> {
        let sql = "SELECT id, file_name FROM source WHERE removed IS NULL ORDER BY id";
        let mut statement = self.connection.prepare(sql)?;
        statement.query_and_then([], |row| Ok((crate::row::id(row, "id")?, row.get("file_name")?)))?.collect()
    }

    fn check_source(&self, id: SourceId, file: &str) -> Result<Vec<Problem>, Error> {
        let mut problems = Vec::new();
        let named = || (id, file.to_owned());
        if let Err(Error::Damaged { .. } | Error::NoSuch { .. }) = self.original(id) {
            let (id, file) = named();
            problems.push(Problem::Original(id, file));
        }
        let (id, file) = named();
        match self.source(id) {
            Ok(source) if Digest::of(source.document.text.as_bytes()) != source.text_digest => {
                problems.push(Problem::Text(id, file));
            }
            Ok(source) if !self.paragraphs_match(&source)? => problems.push(Problem::Paragraphs(id, file)),
            Ok(_) => {}
            Err(Error::Damaged { .. } | Error::NoSuch { .. }) => problems.push(Problem::Unreadable(id, file)),
            Err(other) => return Err(other),
        }
        Ok(problems)
    }

    fn paragraphs_match(&self, source: &Source) -> Result<bool, Error> {
        let mut statement = self.connection.prepare_cached(include_str!("search/of_source.sql"))?;
        let mut rows = statement.query([source.id.to_string()])?;
        for (block, _) in found(&source.document) {
            let Some(row) = rows.next()? else { return Ok(false) };
            let place = (crate::row::byte(row, "start")?, crate::row::byte(row, "finish")?);
            let text = row.get_ref("text")?.as_str().unwrap_or_default();
            if place != (block.span.start, block.span.end) || text != source.document.words(block) {
                return Ok(false);
            }
        }
        Ok(rows.next()?.is_none())
    }

    /// Lifts every quote out of its source again.
    fn check_quotes(&self) -> Result<Vec<Problem>, Error> {
        let mut problems = Vec::new();
        let mut quotes = self.quotes(&QuoteFilter::default())?;
        quotes.sort_by_key(|quote| quote.quote.source);
        for quotes in quotes.chunk_by(|a, b| a.quote.source == b.quote.source) {
            let source = source::read(&self.connection, quotes[0].quote.source).ok();
            let holds = |quote| source.as_ref().is_some_and(|source: &Source| source.requote(quote).is_ok());
            let altered = quotes.iter().filter(|quote| !holds(&quote.quote));
            problems.extend(altered.map(|quote| Problem::Quote(quote.id, quote.quote.words.clone())));
        }
        Ok(problems)
    }
}

/// What the database itself finds wrong with a file.
pub(crate) fn structure(connection: &Connection) -> Result<Vec<Problem>, Error> {
    let mut problems = Vec::new();
    let mut integrity = connection.prepare("PRAGMA integrity_check(20)")?;
    for line in integrity.query_map([], |row| row.get::<_, String>(0))? {
        match line {
            Ok(line) if line == "ok" => {}
            Ok(line) => problems.push(Problem::Structure(line)),
            // The damage may stop the check itself.
            Err(error) => problems.push(Problem::Structure(error.to_string())),
        }
    }
    let mut references = connection.prepare("PRAGMA foreign_key_check")?;
    let tables = |row: &rusqlite::Row<'_>| {
        let row_id: Option<i64> = row.get(1)?;
        Ok(format!("{} {row_id:?} → {}", row.get::<_, String>(0)?, row.get::<_, String>(2)?))
    };
    for line in references.query_map([], tables)? {
        problems.push(Problem::Reference(line?));
    }
    Ok(problems)
}

#[cfg(test)]
mod tests;
