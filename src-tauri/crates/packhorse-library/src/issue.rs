//! The register of what was handed out, to whom. It only grows: handing out cannot be undone.

use crate::clock::written;
use crate::{Error, Library, Work, pack, row};
use chrono::{DateTime, Utc};
use packhorse_model::{Digest, PackId};
use rusqlite::{Connection, params};
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
    /// The folder it was written to, in full; none in libraries of before.
    pub folder: Option<String>,
    /// SHA-256 of the file.
    pub digest: Digest,
    /// What the file held, in the desk's own words, to say later what changed since. None when what was kept
    /// is no longer what was written then.
    pub contents: Option<Value>,
    /// The recipient's version, counted from 1; none in libraries of before.
    pub version: Option<u32>,
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

impl Library {
    /// What was written under this name in this folder, by each entry of the register; none when nothing was.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn issued_as(&self, folder: &str, file_name: &str) -> Result<Vec<Digest>, Error> {
        let sql = "SELECT digest FROM issue WHERE folder = ?1 AND file_name = ?2 ORDER BY id";
        let mut statement = self.connection.prepare_cached(sql)?;
        statement.query_and_then([folder, file_name], |found| row::digest(found, "digest"))?.collect()
    }
}

fn record(work: &Work<'_>, issue: &Issue) -> Result<(), Error> {
    pack::read(work.connection(), issue.pack)?;
    let contents = issue.contents.as_ref().map(row::to_json).transpose()?;
    let seal = contents.as_ref().map(|text| Digest::of(text.as_bytes()).hex().to_owned());
    work.connection().prepare_cached(include_str!("issue/insert.sql"))?.execute(params![
        work.new_id().to_string(),
        issue.pack.to_string(),
        issue.edition,
        issue.recipient,
        issue.file_name,
        issue.digest.hex(),
        contents,
        written(work.now),
        issue.version,
        seal,
        issue.folder,
    ])?;
    Ok(())
}

fn issue(row: &rusqlite::Row<'_>) -> Result<Issue, Error> {
    Ok(Issue {
        pack: row::id(row, "pack")?,
        edition: row.get("edition")?,
        recipient: row.get("recipient")?,
        file_name: row.get("file_name")?,
        folder: row.get("folder")?,
        digest: row::digest(row, "digest")?,
        contents: contents(row)?.and_then(|text| serde_json::from_str(&text).ok()),
        version: row.get("version")?,
        issued: row::time(row, "issued")?,
    })
}

/// What a file held; nothing when it is not what was written then.
fn contents(row: &rusqlite::Row<'_>) -> Result<Option<String>, Error> {
    let (text, seal): (Option<String>, Option<String>) = (row.get("contents")?, row.get("contents_digest")?);
    let holds = |text: &String| seal.is_none_or(|seal| Digest::of(text.as_bytes()).hex() == seal);
    Ok(text.filter(holds))
}

/// The files whose contents are kept and are not what was written then.
pub(crate) fn altered(connection: &Connection) -> Result<Vec<String>, Error> {
    let sql = "SELECT * FROM issue WHERE contents IS NOT NULL ORDER BY id";
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut names = Vec::new();
    while let Some(row) = rows.next()? {
        if contents(row)?.is_none() {
            names.push(row.get("file_name")?);
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Problem, testing};
    use serde_json::json;

    #[test]
    fn contents_that_are_not_what_was_issued_are_not_given_out_and_are_named() {
        let (_folder, mut library) = testing::library();
        let draft = crate::Draft { title: "January".to_owned(), plan: json!({}), ..crate::Draft::default() };
        let pack = library.new_pack(&draft).expect("begun");
        let issue = Issue {
            pack,
            edition: "committee-chair".to_owned(),
            recipient: None,
            file_name: "January_v1.pdf".to_owned(),
            folder: Some("/papers/january".to_owned()),
            digest: Digest::of(b"%PDF"),
            contents: Some(json!({"title": "January"})),
            version: Some(1),
            issued: testing::start(),
        };
        let digest = issue.digest.clone();
        library.record_issue(&[issue]).expect("noted");
        assert_eq!(library.issued_as("/papers/january", "January_v1.pdf").expect("read"), [digest]);
        assert_eq!(library.issued_as("/papers", "January_v1.pdf").expect("read"), []);
        let kept = |library: &Library| library.issued(Some(pack)).expect("a register").remove(0).contents;
        assert_eq!(kept(&library), Some(json!({"title": "January"})));
        let sql = "UPDATE issue SET contents = replace(contents, 'January', 'Febuary')";
        library.connection.execute(sql, []).expect("changed from outside");
        assert_eq!(kept(&library), None, "nothing is told from it");
        let problems = library.check().expect("a report").problems;
        assert_eq!(problems, [Problem::Issued("January_v1.pdf".to_owned())]);
        library.connection.execute("UPDATE issue SET contents_digest = NULL", []).expect("as before");
        assert!(kept(&library).is_some(), "rows of older libraries have no digest");
    }
}
