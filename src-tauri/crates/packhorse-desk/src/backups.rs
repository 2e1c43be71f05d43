//! The copies of a library: made, listed, and put back in its place.

use crate::{Desk, Kind, Reader, Trouble};
use packhorse_library::{Clock, Library};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// How many backups beside the library are kept.
const KEPT: usize = 10;

/// Where a backup went.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackedUp {
    /// The copy's file.
    pub path: String,
    /// The second copy's file, when a folder for it was chosen.
    pub also: Option<String>,
    /// Why there is no second copy, though a folder was chosen.
    pub notice: Option<String>,
}

/// A copy of the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupRow {
    /// The copy's file.
    pub path: String,
    /// When it was made, as `2026-11-22T10:15:30Z`.
    pub made: String,
    /// Its size.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// The copies of a library.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Backups {
    /// The library's file.
    pub library: String,
    /// The folder beside it that holds the copies.
    pub folder: String,
    /// The copies, the newest first.
    pub copies: Vec<BackupRow>,
}

/// Asks to put a copy in the library's place.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Restore {
    /// The copy's file.
    pub copy: String,
}

/// A library that was put back.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Restored {
    /// Where what stood there before is kept.
    pub kept: Option<String>,
}

impl Desk {
    /// Makes a checked copy of the library in the folder “Backups” beside it, and a second one in the
    /// folder the settings name. When the second fails the first still counts.
    ///
    /// # Errors
    ///
    /// When the copy could not be made or does not hold.
    pub fn backup(&self) -> Result<BackedUp, Trouble> {
        let _span = tracing::info_span!("backup").entered();
        let second = self.settings()?.backup_folder.map(PathBuf::from);
        let library = self.library();
        let name = chrono::Utc::now().format("library_%Y-%m-%d_%H%M%S%3f.packhorse").to_string();
        let path = copy_into(&library, &folder_of(library.path()), &name)?;
        let (mut also, mut notice) = (None, None);
        match second.map(|folder| copy_into(&library, &folder, &name)) {
            Some(Ok(path)) => also = Some(path.display().to_string()),
            Some(Err(trouble)) => notice = Some(format!("There is no second copy. {}", trouble.message)),
            None => {}
        }
        Ok(BackedUp { path: path.display().to_string(), also, notice })
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
        Ok(BackedUp { path: backup.path.display().to_string(), also: None, notice: None })
    }

    /// The copies beside a library, which need not open for it.
    pub fn backups_of(library: &Path) -> Backups {
        let folder = folder_of(library);
        let copies = ours(&folder).into_iter().rev().filter_map(|path| row(&path)).collect();
        Backups { library: library.display().to_string(), folder: folder.display().to_string(), copies }
    }

    /// Opens the library of the window: begins one where there never was any, and says so when one
    /// that has copies is no longer there.
    ///
    /// # Errors
    ///
    /// When the library is gone or cannot be opened; nothing is begun in its place then.
    pub fn open_kept(path: &Path, reader: Reader) -> Result<Self, Trouble> {
        if !path.exists() && !Self::backups_of(path).copies.is_empty() {
            return Err(Trouble::moved(path));
        }
        Self::open(path, reader)
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
        Ok(Library::restore(path, copy, Clock::system()).map_err(of_the_copy)?.kept)
    }
}

/// Why nothing was restored. A copy that a newer program made says nothing about the library, which
/// stands as it did.
fn of_the_copy(error: packhorse_library::Error) -> Trouble {
    let newer = matches!(error, packhorse_library::Error::Newer { .. });
    let trouble = Trouble::from(error);
    if newer { Trouble { kind: Kind::Fixable, ..trouble } } else { trouble }
}

fn copy_into(library: &Library, folder: &Path, name: &str) -> Result<PathBuf, Trouble> {
    crate::write::folder(folder)?;
    let backup = library.backup_to(&folder.join(name))?;
    thin(folder);
    Ok(backup.path)
}

fn folder_of(library: &Path) -> PathBuf {
    library.parent().unwrap_or(Path::new(".")).join("Backups")
}

/// Whether two paths lead to one file that is there.
fn same_file(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

/// The time in a name that Packhorse gave: “library_2026-11-22_101530123.packhorse”.
fn stamp(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_string_lossy().into_owned();
    let stamp = name.strip_prefix("library_")?.strip_suffix(".packhorse")?.to_owned();
    let written = stamp.len() == 20 && stamp.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '_'));
    written.then_some(stamp)
}

fn row(path: &Path) -> Option<BackupRow> {
    let stamp = stamp(path)?;
    let (day, time) = (stamp.get(..10)?, stamp.get(11..17)?);
    let made = format!("{day}T{}:{}:{}Z", &time[..2], &time[2..4], &time[4..]);
    Some(BackupRow { path: path.display().to_string(), made, bytes: path.metadata().ok()?.len() })
}

/// The backups in a folder that Packhorse named, the oldest first; their names sort by time.
fn ours(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut copies: Vec<PathBuf> =
        entries.flatten().map(|entry| entry.path()).filter(|path| stamp(path).is_some()).collect();
    copies.sort();
    copies
}

/// Leaves the newest backups. What a person copied there under another name is not touched.
fn thin(folder: &Path) {
    let copies = ours(folder);
    let surplus = copies.len().saturating_sub(KEPT);
    for old in &copies[..surplus] {
        // A copy that cannot be removed only takes room.
        let _ = std::fs::remove_file(old);
    }
}

#[cfg(test)]
mod tests;
