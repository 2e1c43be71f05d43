//! Brings a document in, once.

use super::facts;
use crate::clock::written;
use crate::step::{Change, Row};
use crate::{Error, Library, Work, row, search};
use packhorse_model::{Digest, Document, Facts, SourceId};
use rusqlite::{OptionalExtension as _, params};

/// A document to bring in.
#[derive(Debug, Clone, Copy)]
pub struct NewSource<'a> {
    /// The file's name. Folders in it are left out.
    pub file_name: &'a str,
    /// The file.
    pub bytes: &'a [u8],
    /// What import read in it.
    pub document: &'a Document,
    /// What was recognised in it.
    pub facts: &'a Facts,
}

/// What became of a document that was brought in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// The source that holds it.
    pub source: SourceId,
    /// Whether it is new.
    pub way: Way,
}

/// Whether a document is new to the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// It is.
    New,
    /// It was removed earlier and is back.
    Back,
    /// The same file is in the library.
    SameBytes,
    /// Another file with the very same text is in the library.
    SameText,
}

impl Library {
    /// Brings a document in, unless it is there.
    ///
    /// # Errors
    ///
    /// When the library cannot be written.
    pub fn keep(&mut self, new: NewSource<'_>) -> Result<Kept, Error> {
        self.together(&format!("bring in {}", name(new.file_name)), |work| work.keep(new))
    }

    /// Removes a source and the quotes picked from it.
    ///
    /// # Errors
    ///
    /// When there is no such source, or the library cannot be written.
    pub fn remove_source(&mut self, id: SourceId) -> Result<(), Error> {
        self.together("remove document", |work| work.remove_source(id))
    }
}

impl Work<'_> {
    /// Brings a document in, unless it is there.
    ///
    /// # Errors
    ///
    /// When the library cannot be written.
    pub fn keep(&mut self, new: NewSource<'_>) -> Result<Kept, Error> {
        let digest = Digest::of(new.bytes);
        let text_digest = Digest::of(new.document.text.as_bytes());
        let find = |sql: &str, digests: &[&str]| -> Result<Option<SourceId>, Error> {
            let bound = rusqlite::params_from_iter(digests);
            let id: Option<String> = self.connection().query_row(sql, bound, |row| row.get(0)).optional()?;
            id.map(|id| id.parse().map_err(Error::damaged)).transpose()
        };
        if let Some(source) = find(include_str!("same_bytes.sql"), &[digest.hex()])? {
            return Ok(Kept { source, way: Way::SameBytes });
        }
        if let Some(source) = find(include_str!("same_text.sql"), &[text_digest.hex()])? {
            return Ok(Kept { source, way: Way::SameText });
        }
        if let Some(source) = find(include_str!("removed_same.sql"), &[digest.hex(), text_digest.hex()])? {
            // Packs name their sources by id, so the source comes back rather than anew.
            self.make(Change::Came { row: Row::Source(source) })?;
            self.set_facts(source, new.facts)?;
            // It counts among what came in last.
            let bound = params![source.to_string(), written(self.now)];
            self.connection().prepare_cached(include_str!("came_back.sql"))?.execute(bound)?;
            return Ok(Kept { source, way: Way::Back });
        }
        let source = SourceId(self.new_id());
        self.insert(source, new, &digest, &text_digest)?;
        self.made(Change::Came { row: Row::Source(source) });
        Ok(Kept { source, way: Way::New })
    }

    fn insert(&self, id: SourceId, new: NewSource<'_>, digest: &Digest, text: &Digest) -> Result<(), Error> {
        let file_name = name(new.file_name);
        let key = id.to_string();
        self.connection().prepare_cached(include_str!("insert.sql"))?.execute(params![
            key,
            file_name,
            new.facts.title.as_ref().map_or(file_name, |title| &title.value),
            digest.hex(),
            text.hex(),
            row::to_word(&new.document.format)?,
            new.document.pages,
            facts::to_check(new.facts),
            written(self.now),
            row::to_json(&facts::summary(new.facts))?,
            row::to_json(new.facts)?,
        ])?;
        let original = "INSERT INTO original (source, bytes) VALUES (?1, ?2)";
        self.connection().execute(original, params![key, new.bytes])?;
        let document = "INSERT INTO document (source, body) VALUES (?1, ?2)";
        self.connection().execute(document, params![key, row::to_json(new.document)?])?;
        search::paragraph::insert(self.connection(), id, new.document)
    }

    /// Removes a source and the quotes picked from it.
    ///
    /// # Errors
    ///
    /// When there is no such source, or the library cannot be written.
    pub fn remove_source(&mut self, id: SourceId) -> Result<(), Error> {
        facts::kept(self.connection(), id)?;
        let quotes = crate::quote::of_source(self.connection(), id)?;
        for quote in quotes {
            self.make(Change::Went { row: Row::Quote(quote) })?;
        }
        self.make(Change::Went { row: Row::Source(id) })
    }
}

/// A file's name without folders, whichever system named them.
fn name(path: &str) -> &str {
    path.trim_end_matches(['/', '\\']).rsplit(['/', '\\']).next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, LETTER};

    #[test]
    fn a_document_that_was_kept_is_given_back_whole() {
        let (_folder, mut library) = testing::library();
        let kept = testing::keep(&mut library, r"C:\Users\rf\Desktop\letter.pdf", &LETTER);
        assert_eq!(kept.way, Way::New);
        let source = library.source(kept.source).expect("a source");
        assert_eq!(source.file_name, "letter.pdf", "folders say where somebody keeps things");
        assert_eq!(source.document, testing::document(&LETTER));
        assert_eq!(source.facts, testing::facts("Aldermoor"));
        let original = library.original(kept.source).expect("bytes");
        assert_eq!(source.digest, Digest::of(&original));
        let listed = &library.sources().expect("a list")[0];
        assert_eq!((listed.to_check, listed.pages), (1, Some(2)), "the authority is to be checked");
        assert_eq!((listed.title.as_str(), listed.added), ("Focused visit to Aldermoor", changed(&library)));
    }

    fn changed(library: &Library) -> chrono::DateTime<chrono::Utc> {
        let sql = "SELECT changed FROM source";
        library
            .connection
            .query_row(sql, [], |row| Ok(crate::row::time(row, "changed")))
            .expect("a row")
            .expect("a time")
    }

    #[test]
    fn the_same_document_twice_is_known_by_bytes_and_by_text() {
        let (_folder, mut library) = testing::library();
        let first = testing::keep(&mut library, "letter.pdf", &LETTER);
        let again = testing::keep(&mut library, "letter.pdf", &LETTER);
        assert_eq!(again, Kept { source: first.source, way: Way::SameBytes });
        let other = testing::keep(&mut library, "letter (1).pdf", &LETTER);
        assert_eq!(other, Kept { source: first.source, way: Way::SameText });
        assert_eq!(library.counts().expect("counts").sources, 1);
        assert_eq!(library.next_undo().expect("a step").as_deref(), Some("bring in letter.pdf"));
        library.undo().expect("undone");
        assert_eq!(library.next_undo().expect("no step"), None, "what was there already was no step");
    }

    #[test]
    fn the_list_is_read_again_only_after_a_change_by_whoever() {
        let (_folder, mut library) = testing::library();
        let first = testing::keep(&mut library, "letter.pdf", &LETTER);
        let listed = library.sources().expect("a list");
        assert!(std::sync::Arc::ptr_eq(&listed, &library.sources().expect("a list")));
        library.set_setting("council", Some("Wexcombe".into()), "change settings").expect("set");
        assert!(std::sync::Arc::ptr_eq(&listed, &library.sources().expect("a list")), "it shows no setting");
        testing::pick(&mut library, first.source, "care leavers");
        assert_eq!(library.sources().expect("a list")[0].quotes, 1, "it counts quotes");
        library.undo().expect("undone");
        assert_eq!(library.sources().expect("a list")[0].quotes, 0);
        let other = rusqlite::Connection::open(library.path()).expect("another program");
        other.execute("UPDATE source SET title = 'Another title'", []).expect("written");
        assert_eq!(library.sources().expect("a list")[0].title, "Another title");
    }

    #[test]
    fn a_removed_source_comes_back_under_its_own_id() {
        let (_folder, mut library) = testing::library();
        let first = testing::keep(&mut library, "letter.pdf", &LETTER);
        let quote = testing::pick(&mut library, first.source, "care leavers");
        library.remove_source(first.source).expect("removed");
        assert!(matches!(library.source(first.source), Err(Error::NoSuch { .. })));
        assert!(matches!(library.original(first.source), Err(Error::NoSuch { .. })));
        assert!(matches!(library.quote(quote), Err(Error::NoSuch { .. })), "its quotes went with it");
        assert!(matches!(library.remove_source(first.source), Err(Error::NoSuch { .. })));
        let again = testing::keep(&mut library, "letter.pdf", &LETTER);
        assert_eq!(again, Kept { source: first.source, way: Way::Back });
        let newer = testing::keep(&mut library, "letter.pdf", &LETTER[..2]);
        assert_eq!(newer.way, Way::SameBytes, "the bytes decide, whatever was read in them");
    }

    #[test]
    fn cleared_sources_leave_no_words_in_the_file() {
        let (_folder, mut library) = testing::library();
        let kept = testing::keep(&mut library, "secret.pdf", &["Heading", "Xylophone lessons for Zebedee"]);
        testing::pick(&mut library, kept.source, "Xylophone");
        let stays = testing::keep(&mut library, "letter.pdf", &LETTER);
        library.remove_source(kept.source).expect("removed");
        assert_eq!(library.clear_removed(testing::start()).expect("cleared"), 0, "not so long ago");
        assert_eq!(library.clear_removed(testing::start() + chrono::TimeDelta::days(1)).expect("cleared"), 1);
        assert_eq!(library.next_undo().expect("no step"), None, "the steps named it");
        assert!(library.check().expect("a report").is_sound());
        assert!(library.source(stays.source).is_ok());
        let path = library.path().to_owned();
        drop(library);
        let bytes = std::fs::read(path).expect("bytes");
        for word in ["Xylophone", "xylophon", "Zebedee", "secret.pdf"] {
            assert!(!bytes.windows(word.len()).any(|part| part == word.as_bytes()), "{word}");
        }
    }
}
