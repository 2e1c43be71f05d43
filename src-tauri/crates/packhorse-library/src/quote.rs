//! Quotes: words that were picked, and what they are used for.

mod pick;

pub use pick::NewQuote;

use crate::clock::written;
use crate::search::fold::fold;
use crate::{Error, Library, row, step};
use chrono::{DateTime, Utc};
use packhorse_model::{Bearing, Digest, Edit, QuoteId, SourceId, Span, StoredQuote, Weight};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

/// What quoted words are used for. The words themselves never change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Use {
    /// Strength, to improve, priority action, statement or context.
    pub bearing: Bearing,
    /// Words left out and put in, shown as such.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub edits: Vec<Edit>,
    /// What the manager notes beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Whether it must, should or could be in a pack, when somebody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Weight>,
}

impl Use {
    /// This use, with what it leaves unsaid as it was before.
    #[must_use]
    pub fn over(self, before: Self) -> Self {
        Self {
            bearing: self.bearing,
            edits: if self.edits.is_empty() { before.edits } else { self.edits },
            note: self.note.or(before.note),
            weight: self.weight.or(before.weight),
        }
    }
}

/// A picked quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picked {
    /// Its id.
    pub id: QuoteId,
    /// The words and where they stood, as they were picked.
    pub quote: StoredQuote,
    /// What they are used for.
    pub usage: Use,
    /// Whether the edits are those that were made. Where they are not, `usage` has none.
    pub edits_kept: bool,
    /// When they were picked.
    pub picked: DateTime<Utc>,
    /// When their use was changed last.
    pub changed: DateTime<Utc>,
    /// Grows with every change.
    pub revision: u32,
}

/// Which quotes to list. The default is all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QuoteFilter {
    /// Only quotes of this source.
    pub source: Option<SourceId>,
    /// Only quotes of this bearing.
    pub bearing: Option<Bearing>,
    /// Only quotes that hold all these words in their own words or their note. Accents, case
    /// and punctuation do not matter, and a word may be the beginning of one.
    pub words: Option<String>,
}

impl Library {
    /// The picked quotes, in the order they were picked.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn quotes(&self, filter: &QuoteFilter) -> Result<Vec<Picked>, Error> {
        let source = filter.source.map(|id| id.to_string());
        let bearing = filter.bearing.as_ref().map(row::to_word).transpose()?;
        let mut statement = self.connection.prepare_cached(include_str!("quote/list.sql"))?;
        let rows = statement.query_and_then(params![source, bearing], picked)?;
        let words = filter.words.as_deref().map(fold).unwrap_or_default();
        rows.filter(|quote| quote.as_ref().map_or(true, |quote| quote.holds(&words))).collect()
    }

    /// A picked quote.
    ///
    /// # Errors
    ///
    /// When there is no such quote.
    pub fn quote(&self, id: QuoteId) -> Result<Picked, Error> {
        read(&self.connection, id)
    }
}

impl Picked {
    /// Whether every word of the folded `words` begins one of the quote's.
    fn holds(&self, words: &str) -> bool {
        let note = self.usage.note.as_deref().unwrap_or_default();
        let text = format!(" {} {}", fold(&self.quote.words), fold(note));
        words.split(' ').all(|word| text.contains(&format!(" {word}")))
    }
}

pub(crate) fn read(connection: &Connection, id: QuoteId) -> Result<Picked, Error> {
    let mut statement = connection.prepare_cached(include_str!("quote/one.sql"))?;
    let mut found = statement.query_and_then([id.to_string()], picked)?;
    found.next().unwrap_or_else(|| Err(Error::NoSuch { what: "quote", id: id.to_string() }))
}

/// The quotes picked from a source.
pub(crate) fn of_source(connection: &Connection, source: SourceId) -> Result<Vec<QuoteId>, Error> {
    let sql = "SELECT id FROM quote WHERE source = ?1 AND removed IS NULL ORDER BY id";
    let mut statement = connection.prepare_cached(sql)?;
    statement.query_and_then([source.to_string()], |row| row::id(row, "id"))?.collect()
}

/// Writes what a quote is used for.
pub(crate) fn write(
    connection: &Connection,
    id: QuoteId,
    usage: &Use,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let mut statement = connection.prepare_cached(include_str!("quote/write.sql"))?;
    let (bearing, edits) = (row::to_word(&usage.bearing)?, row::to_json(&usage.edits)?);
    let weight = usage.weight.as_ref().map(row::to_word).transpose()?;
    let seal = seal(id, &edits);
    let rows = statement.execute(params![
        id.to_string(),
        bearing,
        edits,
        usage.note,
        written(now),
        weight,
        seal.hex()
    ])?;
    step::one(rows, "quote", &id)
}

/// The digest that is kept beside the edits of a quote.
fn seal(id: QuoteId, edits: &str) -> Digest {
    Digest::of(format!("{id}\n{edits}").as_bytes())
}

/// Gives every quote of an older library the digest of its edits.
pub(crate) fn seal_all(connection: &Connection) -> Result<(), Error> {
    let mut every = connection.prepare(include_str!("quote/every.sql"))?;
    let mut write = connection.prepare(include_str!("quote/seal.sql"))?;
    let mut rows = every.query([])?;
    while let Some(row) = rows.next()? {
        let (id, edits): (QuoteId, String) = (row::id(row, "id")?, row.get("edits")?);
        write.execute(params![id.to_string(), seal(id, &edits).hex()])?;
    }
    Ok(())
}

fn picked(row: &rusqlite::Row<'_>) -> Result<Picked, Error> {
    let (id, edits): (QuoteId, String) = (row::id(row, "id")?, row.get("edits")?);
    let sealed: String = row.get("edits_digest")?;
    let made = serde_json::from_str::<Vec<Edit>>(&edits).ok().filter(|_| seal(id, &edits).hex() == sealed);
    Ok(Picked {
        id,
        quote: StoredQuote {
            source: row::id(row, "source")?,
            span: Span { start: row::byte(row, "start")?, end: row::byte(row, "finish")? },
            words: row.get("words")?,
            before: row.get("words_before")?,
            after: row.get("words_after")?,
            text_digest: row::digest(row, "text_digest")?,
        },
        usage: Use {
            bearing: row::word(row, "bearing")?,
            edits: made.clone().unwrap_or_default(),
            note: row.get("note")?,
            weight: row::perhaps_word(row, "weight")?,
        },
        edits_kept: made.is_some(),
        picked: row::time(row, "picked")?,
        changed: row::time(row, "changed")?,
        revision: row.get("revision")?,
    })
}
