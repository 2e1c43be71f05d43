//! Words of a source, unchanged, and where they stood.

use crate::{Digest, Place, Source, SourceId, Span};
use serde::{Deserialize, Serialize};

/// How many characters either side of a quote are kept with it.
const CONTEXT: usize = 32;

/// Words of a source, unchanged, and where they stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Quote {
    // Invariant: `words` is the text of `source` at `place.span`, byte for byte, and `before` and
    // `after` are what stands either side. Only `Source::quote` makes one.
    source: SourceId,
    place: Place,
    words: String,
    before: String,
    after: String,
    text_digest: Digest,
}

impl Quote {
    /// Called by `Source::quote` with a span it has checked.
    pub(crate) fn lifted(source: &Source, span: Span) -> Self {
        let text = &source.document.text;
        let before: Vec<char> = text[..span.start].chars().rev().take(CONTEXT).collect();
        Self {
            source: source.id,
            place: source.document.place(span),
            words: text[span.range()].to_owned(),
            before: before.into_iter().rev().collect(),
            after: text[span.end..].chars().take(CONTEXT).collect(),
            text_digest: source.text_digest.clone(),
        }
    }

    /// The source the words were lifted from.
    pub fn source(&self) -> SourceId {
        self.source
    }

    /// Where the words stand.
    pub fn place(&self) -> Place {
        self.place
    }

    /// The words, exactly.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// The quote as a library keeps it.
    pub fn stored(&self) -> StoredQuote {
        StoredQuote {
            source: self.source,
            span: self.place.span,
            words: self.words.clone(),
            before: self.before.clone(),
            after: self.after.clone(),
            text_digest: self.text_digest.clone(),
        }
    }
}

/// A quote at rest. It becomes a [`Quote`] again only through [`Source::requote`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredQuote {
    /// The source the words were lifted from.
    pub source: SourceId,
    /// Where they stood.
    pub span: Span,
    /// The words.
    pub words: String,
    /// Up to 32 characters before.
    pub before: String,
    /// Up to 32 characters after.
    pub after: String,
    /// Digest of the text the span counts in.
    pub text_digest: Digest,
}

/// A stored quote no longer is what its source says.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the words “{words}” are not what {file} holds at that place")]
pub struct Altered {
    /// The source's file name.
    pub file: String,
    /// The words that were stored.
    pub words: String,
}

/// What a quote is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bearing {
    /// A strength.
    Strength,
    /// Something to improve.
    Improve,
    /// An area for priority action.
    Priority,
    /// What somebody said.
    Statement,
    /// Context.
    Context,
}

impl Bearing {
    /// The bearing in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Strength => "Strength",
            Self::Improve => "To improve",
            Self::Priority => "Priority action",
            Self::Statement => "Statement",
            Self::Context => "Context",
        }
    }

    /// A number of quotations of this bearing: “4 strengths”, “2 concerns”.
    pub fn counted(self, count: u32) -> String {
        let words = match (self, count) {
            (Self::Strength, 1) => "strength",
            (Self::Strength, _) => "strengths",
            (Self::Improve, 1) => "concern",
            (Self::Improve, _) => "concerns",
            (Self::Priority, 1) => "priority action",
            (Self::Priority, _) => "priority actions",
            (Self::Statement, 1) => "statement",
            (Self::Statement, _) => "statements",
            (Self::Context, _) => "for context",
        };
        format!("{count} {words}")
    }
}

/// How much a quote matters to a pack.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// It must be in.
    Must,
    /// It should be in, where there is room.
    #[default]
    Should,
    /// It could be in.
    Could,
}

/// A permitted edit of a quote, kept beside its words and shown as such.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "edit")]
pub enum Edit {
    /// Leaves out bytes of the words, shown as […].
    Omit {
        /// Bytes of the quote's words.
        span: Span,
    },
    /// Puts words in, shown in square brackets.
    Insert {
        /// Byte of the quote's words before which they go.
        at: usize,
        /// The words.
        words: String,
    },
}

/// What holding a quotation against the inspection documents showed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Every character is the source's.
    Exact,
    /// The words are the source's, the punctuation is not.
    Punctuation,
    /// Words were changed, left out, put in or moved.
    Differs,
    /// No sentence of the sources is like it.
    NotFound,
    /// There is no inspection document to hold it against.
    NoSource,
}

impl Verdict {
    /// The id used in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Punctuation => "punctuation",
            Self::Differs => "differs",
            Self::NotFound => "not-found",
            Self::NoSource => "no-source",
        }
    }

    /// The verdict in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Punctuation => "punctuation only",
            Self::Differs => "words differ",
            Self::NotFound => "not found",
            Self::NoSource => "no source in the library",
        }
    }
}
