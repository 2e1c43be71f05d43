//! The register of what was handed out, to whom. It only grows: handing out cannot be undone.

use crate::clock::written;
use crate::{Error, Library, Work, pack, row};
use chrono::{DateTime, Utc};
use packhorse_model::{Digest, PackId};
use rusqlite::params;
use serde_json::Value;

/// A file that was handed out.
#[derive(Debug, Clone, PartialEq)]
pub struct Issue {
    /// The pack it was made of.
    pub pack: PackId,
    /// The audience: `committee-chair`.
    pub edition: String,
    /// Who it was made for.
    pub recipient: Option<String>,
    /// The file's name, without folders.
    pub file_name: String,
    /// SHA-256 of the file.
    pub digest: Digest,
    /// What the file held, in the desk's own words, to say later what changed since.
    pub contents: Option<Value>,
    /// When. [`Library::record_issue`] takes the time from the library's clock instead.
    pub issued: DateTime<Utc>,
}

impl Library {
    /// Notes files that were handed out, all of them or none, and says when that was.
    ///
    /// # Errors
    ///
    /// When there is no such pack, or the library cannot be written.
    pub fn record_issue(&mut self, issues: &[Issue]) -> Result<DateTime<Utc>, Error> {
        let work = self.begin()?;
        for issue in issues {
            record(&work, issue)?;
        }
        let now = work.now;
        work.commit()?;
        Ok(now)
    }

    /// What was handed out, the latest first: of one pack, or of all.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn issued(&self, pack: Option<PackId>) -> Result<Vec<Issue>, Error> {
        let mut statement = self.connection.prepare_cached(include_str!("issue/list.sql"))?;
        statement.query_and_then([pack.map(|id| id.to_string())], issue)?.collect()
    }
}

fn record(work: &Work<'_>, issue: &Issue) -> Result<(), Error> {
    pack::read(work.connection(), issue.pack)?;
    work.connection().prepare_cached(include_str!("issue/insert.sql"))?.execute(params![
        work.new_id().to_string(),
        issue.pack.to_string(),
        issue.edition,
        issue.recipient,
        issue.file_name,
        issue.digest.hex(),
        issue.contents.as_ref().map(row::to_json).transpose()?,
        written(work.now),
    ])?;
    Ok(())
}

fn issue(row: &rusqlite::Row<'_>) -> Result<Issue, Error> {
    let contents: Option<String> = row.get("contents")?;
    Ok(Issue {
        pack: row::id(row, "pack")?,
        edition: row.get("edition")?,
        recipient: row.get("recipient")?,
        file_name: row.get("file_name")?,
        digest: row::digest(row, "digest")?,
        contents: contents.map(|text| serde_json::from_str(&text).map_err(Error::damaged)).transpose()?,
        issued: row::time(row, "issued")?,
    })
}
