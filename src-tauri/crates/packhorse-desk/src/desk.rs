//! The desk: a library, a reader, and what is going on.

use crate::preview::Made;
use crate::{Reader, Trouble};
use packhorse_library::{Clock, Library};
use packhorse_typeset::Fonts;
use serde::Serialize;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use ts_rs::TS;

/// How far a long piece of work is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// What is being done: “Reading”.
    pub task: String,
    /// How many are done.
    pub done: u32,
    /// Of how many.
    pub total: u32,
    /// What is being done now: a file's name.
    pub now: String,
}

/// A library, a reader, and what is going on.
#[derive(Debug)]
pub struct Desk {
    library: Mutex<Library>,
    pub(crate) reader: Reader,
    pub(crate) fonts: Fonts,
    pub(crate) previews: Mutex<VecDeque<(u32, Arc<Made>)>>,
    pub(crate) shelf: crate::shelf::Kept,
    pub(crate) held: crate::inspections::Held,
    stop: AtomicBool,
}

impl Desk {
    /// Opens the library at a path, or begins one there.
    ///
    /// # Errors
    ///
    /// When the library cannot be opened; it is left as it was.
    pub fn open(path: &Path, reader: Reader) -> Result<Self, Trouble> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            crate::write::folder(folder)?;
        }
        let library = Library::open_or_create(path, Clock::system())?;
        Ok(Self::on(library, reader))
    }

    /// Opens the library at a path, which must be there.
    ///
    /// # Errors
    ///
    /// When there is none, or it cannot be opened.
    pub fn open_existing(path: &Path, reader: Reader) -> Result<Self, Trouble> {
        Ok(Self::on(Library::open(path, Clock::system())?, reader))
    }

    fn on(library: Library, reader: Reader) -> Self {
        Self {
            library: Mutex::new(library),
            reader,
            fonts: Fonts::built_in(),
            previews: Mutex::new(VecDeque::new()),
            shelf: crate::shelf::Kept::default(),
            held: crate::inspections::Held::default(),
            stop: AtomicBool::new(false),
        }
    }

    /// Where the user's own library is: in the folder for local data.
    pub fn usual_library() -> PathBuf {
        let variable =
            |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let folder = if cfg!(windows) {
            variable("LOCALAPPDATA")
        } else if cfg!(target_os = "macos") {
            variable("HOME").map(|home| home.join("Library/Application Support"))
        } else {
            variable("XDG_DATA_HOME").or_else(|| variable("HOME").map(|home| home.join(".local/share")))
        };
        folder.unwrap_or_else(|| PathBuf::from(".")).join("Packhorse").join("library.packhorse")
    }

    /// The library, for one step of work. Nobody waits long: reading files is done without it.
    pub(crate) fn library(&self) -> MutexGuard<'_, Library> {
        // A panic elsewhere leaves the library sound: its changes are transactions.
        self.library.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks running work to stop after the file it is at.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::SeqCst);
    }

    pub(crate) fn begin(&self) {
        self.stop.store(false, Ordering::SeqCst);
    }

    pub(crate) fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::SeqCst)
    }
}
