//! Why the library did not do what it was asked.

use packhorse_model::Altered;
use rusqlite::ErrorCode;
use std::path::{Path, PathBuf};

/// Why the library did not do what it was asked. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no file.
    #[error("There is no library at {}.", path.display())]
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// A new library would take the place of a file.
    #[error("There is a file at {} already.", path.display())]
    AlreadyThere {
        /// The file.
        path: PathBuf,
    },
    /// The file is something else.
    #[error("{} is not a Packhorse library. It was left as it is.", path.display())]
    NotALibrary {
        /// The file.
        path: PathBuf,
    },
    /// A newer Packhorse made the library.
    #[error(
        "{} was made by a newer Packhorse (library version {version}; this program knows {known}). \
         It was left as it is.",
        path.display()
    )]
    Newer {
        /// The library.
        path: PathBuf,
        /// Its version.
        version: u32,
        /// The newest version this program knows.
        known: u32,
    },
    /// What stands in the file makes no sense.
    #[error("The library is damaged: {detail}.")]
    Damaged {
        /// What was seen, for the log.
        detail: String,
    },
    /// The folder is on another machine.
    #[error(
        "{} is on a network drive ({system}). A library must be in a folder on this computer; \
         backups may go to a network drive.",
        path.display()
    )]
    Network {
        /// Where the library was asked to be.
        path: PathBuf,
        /// The kind of drive.
        system: String,
    },
    /// The folder is copied elsewhere while the library is in use.
    #[error(
        "{} is in a folder that {service} synchronises, which can damage a library in use. \
         Choose another folder; backups may go there.",
        path.display()
    )]
    Synchronised {
        /// Where the library was asked to be.
        path: PathBuf,
        /// Who synchronises it.
        service: &'static str,
    },
    /// Somebody else is writing.
    #[error("Another program is using the library. Try again in a moment.")]
    Busy,
    /// No room is left.
    #[error("The disk is full. Nothing was saved.")]
    Full,
    /// The file or its folder may not be written.
    #[error("The library or its folder may not be written to. Nothing was saved.")]
    ReadOnly,
    /// Nothing has that id, or it was removed.
    #[error("The library holds no {what} {id}.")]
    NoSuch {
        /// Source, quote or pack.
        what: &'static str,
        /// The id that was asked for.
        id: String,
    },
    /// Words are not what their source says.
    #[error(transparent)]
    Altered(#[from] Altered),
    /// The copy that was made or offered does not hold.
    #[error("{} is no sound copy of a library: {detail}.", path.display())]
    BadCopy {
        /// The copy.
        path: PathBuf,
        /// What is wrong with it.
        detail: String,
    },
    /// A file could not be read, written or moved.
    #[error("{} could not be used: {source}.", path.display())]
    File {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A value could not be turned into JSON.
    #[error("A value could not be written down: {0}.")]
    Value(serde_json::Error),
    /// The database said something unforeseen.
    #[error("The library could not do this: {0}.")]
    Database(rusqlite::Error),
}

impl Error {
    /// For `map_err` on file work at a path.
    pub(crate) fn at(path: &Path) -> impl FnOnce(std::io::Error) -> Self + use<> {
        let path = path.to_owned();
        |source| Self::File { path, source }
    }

    /// For a stored value that cannot be what this program wrote.
    pub(crate) fn damaged(detail: impl ToString) -> Self {
        Self::Damaged { detail: detail.to_string() }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::damaged(error),
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly,
            _ => Self::Database(error),
        }
    }
}
