//! What the program is and holds; undo and redo.

use crate::{Desk, Trouble};
use packhorse_library::Library;
use serde::Serialize;
use ts_rs::TS;

/// What the program is and holds.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct About {
    /// The program's version.
    pub version: String,
    /// The library's file.
    pub library: String,
    /// How many sources it holds.
    pub sources: u32,
    /// How many of their facts wait to be checked.
    pub to_check: u32,
    /// How many quotes.
    pub quotes: u32,
    /// How many packs.
    pub packs: u32,
    /// What undo would take back: “bring in letter.pdf”.
    pub undo: Option<String>,
    /// What redo would do again.
    pub redo: Option<String>,
    /// Whether sample documents came with the program.
    pub samples: bool,
}

/// What undo or redo did.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Done {
    /// What was undone or done again; none when there was nothing.
    pub did: Option<String>,
    /// What undo would take back now.
    pub undo: Option<String>,
    /// What redo would do again now.
    pub redo: Option<String>,
}

/// Whether the library is sound.
#[derive(Debug, Clone, Serialize)]
pub struct Checked {
    /// Whether nothing was found.
    pub sound: bool,
    /// How many sources it holds.
    pub sources: u32,
    /// How many quotes.
    pub quotes: u32,
    /// How many packs.
    pub packs: u32,
    /// What was found, in sentences.
    pub problems: Vec<String>,
}

impl Desk {
    /// What the program is and holds.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn about(&self, samples: bool) -> Result<About, Trouble> {
        let _span = tracing::info_span!("about").entered();
        let library = self.library();
        let counts = library.counts()?;
        Ok(About {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            library: library.path().display().to_string(),
            sources: counts.sources,
            to_check: counts.to_check,
            quotes: counts.quotes,
            packs: counts.packs,
            undo: library.next_undo()?,
            redo: library.next_redo()?,
            samples,
        })
    }

    /// Takes the last change back.
    ///
    /// # Errors
    ///
    /// When the library cannot be written.
    pub fn undo(&self) -> Result<Done, Trouble> {
        let _span = tracing::info_span!("undo").entered();
        let mut library = self.library();
        let did = library.undo()?;
        done(&library, did)
    }

    /// Does the change taken back last again.
    ///
    /// # Errors
    ///
    /// When the library cannot be written.
    pub fn redo(&self) -> Result<Done, Trouble> {
        let _span = tracing::info_span!("redo").entered();
        let mut library = self.library();
        let did = library.redo()?;
        done(&library, did)
    }

    /// Looks whether everything in the library is sound.
    ///
    /// # Errors
    ///
    /// When the library cannot be read at all.
    pub fn check_library(&self) -> Result<Checked, Trouble> {
        let _span = tracing::info_span!("check_library").entered();
        let report = self.library().check()?;
        Ok(Checked {
            sound: report.is_sound(),
            sources: report.counts.sources,
            quotes: report.counts.quotes,
            packs: report.counts.packs,
            problems: report.problems.iter().map(ToString::to_string).collect(),
        })
    }

    /// How often the library was changed: a backup is due when it grew.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn changes(&self) -> Result<u64, Trouble> {
        Ok(self.library().changes()?)
    }
}

fn done(library: &Library, did: Option<String>) -> Result<Done, Trouble> {
    Ok(Done { did, undo: library.next_undo()?, redo: library.next_redo()? })
}
