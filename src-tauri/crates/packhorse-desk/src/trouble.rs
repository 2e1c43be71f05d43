//! Something did not happen: in words for the person at the screen, and what to try.

use packhorse_library::Error as LibraryError;
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;

mod import;

/// What a screen does about a trouble. It never reads the message to decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The person can do something about it.
    Fixable,
    /// Somebody else holds the library.
    Locked,
    /// A newer program made the library.
    Newer,
    /// The library is damaged.
    Damaged,
    /// The library is no longer where it was.
    Moved,
    /// The person stopped it.
    Stopped,
    /// It should not have happened.
    Internal,
}

/// Something did not happen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[error("{message}")]
pub struct Trouble {
    /// What a screen does about it.
    pub kind: Kind,
    /// What did not happen, in a sentence.
    pub message: String,
    /// What to try.
    pub hints: Vec<String>,
}

impl Trouble {
    /// A trouble the person can do something about.
    pub fn fixable(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { kind: Kind::Fixable, message: message.into(), hints: vec![hint.into()] }
    }

    /// A trouble without a remedy at hand.
    pub fn internal(message: impl Into<String>) -> Self {
        let hint = "Try again. If it happens again, tell whoever looks after Packhorse at your council.";
        Self { kind: Kind::Internal, message: message.into(), hints: vec![hint.into()] }
    }

    /// The person stopped it.
    pub fn stopped() -> Self {
        Self {
            kind: Kind::Stopped,
            message: "Stopped. What was done before is kept.".into(),
            hints: Vec::new(),
        }
    }

    /// A library that has copies and is itself not there.
    pub fn moved(path: &Path) -> Self {
        Self {
            kind: Kind::Moved,
            message: format!("The library is not where it was: {}.", path.display()),
            hints: vec![
                "If somebody moved or renamed the file, put it back and try again.".into(),
                "Otherwise restore the newest backup.".into(),
            ],
        }
    }

    /// A file that did not become a source.
    pub fn import(name: &str, error: &packhorse_import::Error) -> Self {
        Self::fixable(import::message(name, error), import::hint(error))
    }

    /// A file or folder that could not be written.
    pub fn write(path: &Path, error: &std::io::Error) -> Self {
        let name = path
            .file_name()
            .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
        let full = error.kind() == std::io::ErrorKind::StorageFull;
        let message = if full {
            format!("{name} was not written because the disk is full.")
        } else {
            format!("{name} could not be written there.")
        };
        let hint = if full {
            "Free some space and try again."
        } else {
            "Choose a folder you may write to, and close the file if it is open."
        };
        Self::fixable(message, hint)
    }
}

/// An error's words as a sentence: a capital first, a full stop last.
pub(crate) fn sentence(words: &str) -> String {
    let stop = if words.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{}{stop}", crate::rows::capital(words))
}

/// A path for a person: for a file of ours that is only on its way, its folder.
fn plain(path: &Path) -> std::path::Display<'_> {
    let ours = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let folder = path.parent().filter(|folder| ours && !folder.as_os_str().is_empty());
    folder.unwrap_or(path).display()
}

impl From<LibraryError> for Trouble {
    fn from(error: LibraryError) -> Self {
        let message = match &error {
            LibraryError::File { path, .. } => format!("{} could not be read or written.", plain(path)),
            LibraryError::Damaged { .. } => "The library’s file is damaged.".to_owned(),
            other => sentence(&other.to_string()),
        };
        let (kind, hint) = match &error {
            LibraryError::Newer { .. } => (Kind::Newer, "Ask your IT service for the newest Packhorse."),
            LibraryError::Damaged { .. } => (Kind::Damaged, "Restore the newest backup."),
            LibraryError::Busy => (Kind::Locked, "If Packhorse is open in another window, close that one."),
            LibraryError::Missing { .. } => (Kind::Fixable, "Bring documents in first: packhorse import."),
            LibraryError::NotALibrary { .. } => {
                (Kind::Fixable, "Name another file, or move this one away and go on from a backup.")
            }
            LibraryError::Network { .. } | LibraryError::Synchronised { .. } => {
                (Kind::Fixable, "Choose a folder on this computer that no service copies.")
            }
            LibraryError::Full => (Kind::Fixable, "Free some space and try again."),
            LibraryError::ReadOnly => (Kind::Fixable, "Choose a folder you may write to."),
            LibraryError::NoSuch { .. } => (Kind::Fixable, "It may have been removed. Undo brings it back."),
            LibraryError::Altered(_) => (Kind::Fixable, "Pick the words again from the source."),
            LibraryError::BadCopy { .. } => (Kind::Fixable, "Choose another copy."),
            LibraryError::AlreadyThere { .. } => (Kind::Fixable, "Choose another name."),
            LibraryError::File { .. } => {
                (Kind::Fixable, "Check that the folder is there and that you may write to it.")
            }
            _ => return Self::internal(message),
        };
        let mut hints = vec![hint.to_owned()];
        if let LibraryError::Damaged { detail } = &error {
            hints.push(format!("For your IT service: {}.", detail.trim_end_matches('.')));
        }
        Self { kind, message, hints }
    }
}

impl From<packhorse_typeset::Error> for Trouble {
    fn from(error: packhorse_typeset::Error) -> Self {
        let message = sentence(&format!("The pack was not made: {error}"));
        match error {
            packhorse_typeset::Error::NoGlyph { .. } => Self::fixable(
                message,
                "Leave the character out of your own words, or pick the quote without it.",
            ),
            packhorse_typeset::Error::Logo { .. } => {
                Self::fixable(message, "Choose another file for the logo, or leave the logo out.")
            }
            _ => Self::internal(message),
        }
    }
}

impl From<packhorse_pdf::Error> for Trouble {
    fn from(error: packhorse_pdf::Error) -> Self {
        Self::internal(sentence(&format!("The pack was not made: {error}")))
    }
}

#[cfg(test)]
mod tests;
