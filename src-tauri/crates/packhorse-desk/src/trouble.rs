//! Something did not happen: in words for the person at the screen, and what to try.

use packhorse_library::Error as LibraryError;
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;

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
        Self { kind: Kind::Stopped, message: "Stopped. What was done before is kept.".into(), hints: Vec::new() }
    }

    /// A file that did not become a source.
    pub fn import(name: &str, error: &packhorse_import::Error) -> Self {
        use packhorse_import::Error as E;
        let another = "Ask for the document as PDF, Word or text, or paste its text.";
        let (message, hint) = match error {
            E::Empty => (format!("{name} is empty, so nothing was brought in."), "Check that the file was saved or downloaded completely."),
            E::Folder => (format!("{name} is a folder, not a file."), "Choose the files in it, or drop the folder on the window."),
            E::NotFound => (format!("{name} is not there any more."), "Check whether it was moved or renamed, and choose it again."),
            E::Unreadable { .. } => (format!("{name} could not be opened."), "Check that you may read it and that no other program holds it."),
            E::TooLarge { limit } => (format!("{name} is larger than {} MB, so it was not read.", limit / 1_000_000), "Bring in the part you need as a file of its own."),
            E::TooManyPages { limit } => (format!("{name} has more than {limit} pages, so it was not read."), "Bring in the pages you need as a file of their own."),
            E::Inflated { .. } => (format!("{name} unpacks to far more than a document holds, so it was not read."), "It may be damaged or unsafe. Ask the sender for another copy."),
            E::WebPageNamedPdf => (format!("{name} is a web page saved under the name of a PDF, so it was not read."), "Open the address it came from and download the PDF again."),
            E::Unsupported { what } => (format!("{name} is {what}, which Packhorse does not read."), another),
            E::Locked => (format!("{name} is locked with a password, so it was not read."), "Ask for a copy without a password."),
            E::Damaged { .. } => (format!("{name} is damaged, so it was not read."), "Download it again, or open it and print it to a new PDF."),
            E::NoText => (format!("{name} has no text that can be quoted."), "Ask for the original document rather than a scan."),
            E::TooSlow { seconds } => (format!("Reading {name} took longer than {seconds} seconds and was stopped."), "Open it and print it to a new PDF, or paste its text."),
            E::Crashed => (format!("{name} could not be read safely, so it was left out."), "Open it and print it to a new PDF, or paste its text."),
            E::NotStarted { .. } => (format!("{name} was not read because the reader could not be started."), "Close some programs and try again."),
        };
        Self::fixable(message, hint)
    }

    /// A file or folder that could not be written.
    pub fn write(path: &Path, error: &std::io::Error) -> Self {
        let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
        let full = error.kind() == std::io::ErrorKind::StorageFull;
        let message = if full {
            format!("{name} was not written because the disk is full.")
        } else {
            format!("{name} could not be written there.")
        };
        let hint = if full { "Free some space and try again." } else { "Choose a folder you may write to, and close the file if it is open." };
        Self::fixable(message, hint)
    }
}

impl From<LibraryError> for Trouble {
    fn from(error: LibraryError) -> Self {
        let message = error.to_string();
        let (kind, hint) = match &error {
            LibraryError::Newer { .. } => (Kind::Newer, "Install the newer Packhorse, or choose another library."),
            LibraryError::Damaged { .. } => (Kind::Damaged, "Restore the latest backup: packhorse library restore."),
            LibraryError::Busy => (Kind::Locked, "Close the other window or wait until it is done."),
            LibraryError::Missing { .. } => (Kind::Fixable, "Bring documents in first: packhorse import."),
            LibraryError::NotALibrary { .. } => (Kind::Fixable, "Choose another file for the library."),
            LibraryError::Network { .. } | LibraryError::Synchronised { .. } => (Kind::Fixable, "Choose a folder on this computer that no service copies."),
            LibraryError::Full => (Kind::Fixable, "Free some space and try again."),
            LibraryError::ReadOnly => (Kind::Fixable, "Choose a folder you may write to."),
            LibraryError::NoSuch { .. } => (Kind::Fixable, "It may have been removed. Undo brings it back."),
            LibraryError::Altered(_) => (Kind::Fixable, "Pick the words again from the source."),
            LibraryError::BadCopy { .. } => (Kind::Fixable, "Choose another copy."),
            LibraryError::AlreadyThere { .. } => (Kind::Fixable, "Choose another name."),
            LibraryError::File { .. } => (Kind::Fixable, "Check that the folder is there and that you may write to it."),
            _ => return Self::internal(message),
        };
        Self { kind, message, hints: vec![hint.into()] }
    }
}

impl From<packhorse_typeset::Error> for Trouble {
    fn from(error: packhorse_typeset::Error) -> Self {
        let message = format!("The pack was not made: {error}.");
        match error {
            packhorse_typeset::Error::NoGlyph { .. } => Self::fixable(message, "Leave the character out of your own words, or pick the quote without it."),
            _ => Self::internal(message),
        }
    }
}

impl From<packhorse_pdf::Error> for Trouble {
    fn from(error: packhorse_pdf::Error) -> Self {
        Self::internal(format!("The pack was not made: {error}."))
    }
}
