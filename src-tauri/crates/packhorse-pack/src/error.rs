//! Why a pack was not made.

use packhorse_model::Altered;

/// Why a pack was not made. Nothing is composed from a changed quotation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// A quotation is not what its source says.
    #[error("No pack was made: {0}.")]
    Altered(#[from] Altered),
    /// The source of a quotation was not handed over.
    #[error("No pack was made: the source of the quotation “{words}” is not there.")]
    NoSource {
        /// The quotation.
        words: String,
    },
    /// Words are to be left out or put in where the quotation has no such place.
    #[error("No pack was made: an edit of the quotation “{words}” does not fit its words.")]
    Edit {
        /// The quotation.
        words: String,
    },
}
