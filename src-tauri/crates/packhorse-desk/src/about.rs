//! What the program is and holds; undo, redo and backup.

use crate::{Desk, Trouble};
use packhorse_library::{Clock, Library};
use serde::Serialize;
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// How many backups beside the library are kept.
const BACKUPS: usize = 10;

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

/// Where a backup went.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackedUp {
    /// The copy's file.
    pub path: String,
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

    /// Makes a checked copy of the library in the folder “Backups” beside it.
    ///
    /// # Errors
    ///
    /// When the copy could not be made or does not hold.
    pub fn backup(&self) -> Result<BackedUp, Trouble> {
        let _span = tracing::info_span!("backup").entered();
        let library = self.library();
        let folder = library.path().parent().unwrap_or(Path::new(".")).join("Backups");
        crate::write::folder(&folder)?;
        let now = chrono::Utc::now().format("%Y-%m-%d_%H%M%S%3f");
        let backup = library.backup_to(&folder.join(format!("library_{now}.packhorse")))?;
        thin(&folder);
        Ok(BackedUp { path: backup.path.display().to_string() })
    }

    /// Makes a checked copy of the library at a path.
    ///
    /// # Errors
    ///
    /// When the copy could not be made or does not hold.
    pub fn backup_to(&self, path: &Path) -> Result<BackedUp, Trouble> {
        let _span = tracing::info_span!("backup_to").entered();
        let library = self.library();
        if same_file(path, library.path()) {
            return Err(Trouble::fixable(
                "No copy was made, because that is the library itself.",
                "Choose another place for the copy.",
            ));
        }
        let backup = library.backup_to(path)?;
        Ok(BackedUp { path: backup.path.display().to_string() })
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

    /// Puts a copy in the place of a library; returns where what was there is kept.
    ///
    /// # Errors
    ///
    /// When the copy is not sound, or the library is in use.
    pub fn restore(path: &Path, copy: &Path) -> Result<Option<PathBuf>, Trouble> {
        let _span = tracing::info_span!("restore").entered();
        if same_file(path, copy) {
            return Err(Trouble::fixable(
                "Nothing was restored, because that is the library itself.",
                "Choose a backup.",
            ));
        }
        Ok(Library::restore(path, copy, Clock::system())?.kept)
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

/// Whether two paths lead to one file that is there.
fn same_file(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

fn done(library: &Library, did: Option<String>) -> Result<Done, Trouble> {
    Ok(Done { did, undo: library.next_undo()?, redo: library.next_redo()? })
}

/// Leaves the newest backups; their names sort by time.
fn thin(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    // Only names that Packhorse gave: “library_2026-11-22_101530123.packhorse”.
    let ours = |path: &PathBuf| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let stamp = name.strip_prefix("library_").and_then(|rest| rest.strip_suffix(".packhorse"));
        stamp.is_some_and(|stamp| {
            stamp.len() == 20 && stamp.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '_'))
        })
    };
    let mut copies: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(ours).collect();
    copies.sort();
    let surplus = copies.len().saturating_sub(BACKUPS);
    for old in &copies[..surplus] {
        // A copy that cannot be removed only takes room.
        let _ = std::fs::remove_file(old);
    }
}

#[cfg(test)]
mod tests;
