//! Reads a file: import, then recognise.

use crate::{Record, Trouble};
use packhorse_import::Worker;
use packhorse_model::{Composed, Digest, Document, Facts, Source, SourceId};
use packhorse_typeset::Fonts;
use std::path::Path;

/// Reads files through an import worker.
#[derive(Debug, Clone)]
pub struct Reader {
    worker: Worker,
}

/// A file that was read.
#[derive(Debug, Clone)]
pub struct ReadFile {
    /// The file's name without folders.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What they hold.
    pub document: Document,
    /// What was recognised.
    pub facts: Facts,
}

impl Reader {
    /// A reader whose worker is this very program.
    ///
    /// # Errors
    ///
    /// When the program does not know where it is.
    pub fn of_this_program() -> Result<Self, Trouble> {
        let program = std::env::current_exe()
            .map_err(|_| Trouble::internal("Packhorse could not find its own program file."))?;
        Ok(Self::starting(&program))
    }

    /// A reader whose worker is another program of ours.
    pub fn starting(program: &Path) -> Self {
        Self { worker: Worker::new(program) }
    }

    pub(crate) fn worker(&self) -> &Worker {
        &self.worker
    }

    /// Reads a file.
    ///
    /// # Errors
    ///
    /// When it does not become a document.
    pub fn read(&self, path: &Path) -> Result<ReadFile, Trouble> {
        let name = name(path);
        let read = self.worker.read(path).map_err(|error| Trouble::import(&name, &error))?;
        let facts = recognised(&name, &read.document)?;
        Ok(ReadFile { name, bytes: read.bytes, document: read.document, facts })
    }

    /// Reads a table's cells.
    ///
    /// # Errors
    ///
    /// When the file is no table.
    pub(crate) fn table(&self, path: &Path) -> Result<packhorse_import::outcomes::Table, Trouble> {
        self.worker.read_table(path).map_err(|error| Trouble::import(&name(path), &error))
    }

    /// Reads bytes that came with a name.
    ///
    /// # Errors
    ///
    /// When they do not become a document.
    pub fn read_bytes(&self, name: &str, bytes: Vec<u8>) -> Result<ReadFile, Trouble> {
        let document = self.worker.read_bytes(name, &bytes).map_err(|error| Trouble::import(name, &error))?;
        let facts = recognised(name, &document)?;
        Ok(ReadFile { name: name.to_owned(), bytes, document, facts })
    }
}

/// What is recognised in a document. A document that breaks a rule of ours costs itself and nothing else.
fn recognised(name: &str, document: &Document) -> Result<Facts, Trouble> {
    let crashed = |_| Trouble::import(name, &packhorse_import::Error::Crashed);
    std::panic::catch_unwind(|| packhorse_recognise::recognise(document)).map_err(crashed)
}

/// Keeps a failure inside the program from printing the words of a document.
pub fn quiet_failures() {
    std::panic::set_hook(Box::new(|failure| {
        let place =
            failure.location().map_or_else(String::new, |at| format!(" ({}:{})", at.file(), at.line()));
        eprintln!("Something inside Packhorse failed{place}.");
    }));
}

/// A file's name without folders.
pub(crate) fn name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

impl ReadFile {
    /// The record of the file, as other programs read it.
    pub fn record(&self) -> Record {
        Record::new(&self.name, Digest::of(&self.bytes).hex(), &self.document, &self.facts)
    }

    /// A source that no library keeps. Its id follows from its bytes, so that it repeats.
    pub fn source(self) -> Source {
        let digest = Digest::of(&self.bytes);
        let mut id = [0_u8; 16];
        for (at, byte) in id.iter_mut().enumerate() {
            let pair = digest.hex().get(at * 2..at * 2 + 2).unwrap_or("00");
            *byte = u8::from_str_radix(pair, 16).unwrap_or(0);
        }
        let id = SourceId(uuid::Builder::from_custom_bytes(id).into_uuid());
        Source::new(id, self.name, digest, self.document, self.facts)
    }
}

/// Sets a composed pack and writes it as PDF; returns the bytes and the number of pages.
///
/// # Errors
///
/// When a character has no glyph, or the pages cannot be written.
pub fn typeset(composed: &Composed, fonts: &Fonts) -> Result<(Vec<u8>, u32), Trouble> {
    let pages = packhorse_typeset::typeset(composed, fonts)?;
    let bytes = packhorse_pdf::write(&pages)?;
    Ok((bytes, u32::try_from(pages.pages.len()).unwrap_or(u32::MAX)))
}

/// Sets a composed pack and tells in text where everything stands.
///
/// # Errors
///
/// When the pack cannot be set.
pub fn placed(composed: &Composed, fonts: &Fonts) -> Result<String, Trouble> {
    Ok(packhorse_typeset::placed_text(&packhorse_typeset::typeset(composed, fonts)?))
}
