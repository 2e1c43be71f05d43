//! Why no file was written.

use packhorse_typeset::Face;

/// Why no file was written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A font file is not one, or may not be embedded.
    #[error("the {face:?} font cannot be embedded")]
    Font {
        /// The face.
        face: Face,
    },
    /// The page writer met something it could not write.
    #[error("a page could not be written: {what}")]
    Page {
        /// What it said.
        what: String,
    },
    /// The written pages are not as the page writer promised.
    #[error("the written pages lack {what}")]
    Unexpected {
        /// What was looked for.
        what: &'static str,
    },
    /// A finished file could not be read again.
    #[error("the finished file could not be read again: {what}")]
    Unread {
        /// What its reader said.
        what: String,
    },
    /// The bytes could not be put together.
    #[error("the file could not be put together")]
    Save(#[from] std::io::Error),
}
