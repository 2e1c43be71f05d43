//! A document the office keeps.

use crate::quote::Quote;
use crate::{Document, Facts, SourceId, Span, StoredQuote};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fmt;

/// A SHA-256, as 64 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Digest(String);

impl Digest {
    /// The digest of bytes.
    pub fn of(bytes: &[u8]) -> Self {
        use fmt::Write as _;
        let mut hex = String::with_capacity(64);
        for byte in Sha256::digest(bytes) {
            let _ = write!(hex, "{byte:02x}");
        }
        Self(hex)
    }

    /// A digest that was kept as text.
    pub fn kept(hex: impl Into<String>) -> Self {
        Self(hex.into())
    }

    /// All 64 digits.
    pub fn hex(&self) -> &str {
        &self.0
    }

    /// The first twelve digits, enough for a person to compare.
    pub fn short(&self) -> &str {
        self.0.get(..12).unwrap_or(&self.0)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What sort of source a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// An inspection report.
    Report,
    /// A letter about a visit.
    Letter,
    /// A press release.
    PressRelease,
    /// A news story.
    NewsStory,
    /// A statement by a person or group.
    Statement,
    /// Minutes of a meeting.
    Minutes,
    /// A summary for children and young people.
    YoungPeoplesSummary,
    /// A table of outcomes.
    OutcomesTable,
    /// Something else.
    Other,
}

impl SourceKind {
    /// The id used in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Letter => "letter",
            Self::PressRelease => "press-release",
            Self::NewsStory => "news-story",
            Self::Statement => "statement",
            Self::Minutes => "minutes",
            Self::YoungPeoplesSummary => "young-peoples-summary",
            Self::OutcomesTable => "outcomes-table",
            Self::Other => "other",
        }
    }

    /// The kind in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Letter => "letter",
            Self::PressRelease => "press release",
            Self::NewsStory => "news story",
            Self::Statement => "statement",
            Self::Minutes => "minutes",
            Self::YoungPeoplesSummary => "young people’s summary",
            Self::OutcomesTable => "outcomes table",
            Self::Other => "document",
        }
    }
}

/// A document with its facts, its name and its fingerprint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// The file's name as it was brought in, without folders.
    pub file_name: String,
    /// SHA-256 of the original bytes.
    pub digest: Digest,
    /// SHA-256 of the text that quotes are spans of.
    pub text_digest: Digest,
    /// The document.
    pub document: Document,
    /// What was recognised in it, corrected by a person where they did so.
    pub facts: Facts,
}

impl Source {
    /// A source made of a document just read.
    pub fn new(id: SourceId, file_name: String, digest: Digest, document: Document, facts: Facts) -> Self {
        let text_digest = Digest::of(document.text.as_bytes());
        Self { id, file_name, digest, text_digest, document, facts }
    }

    /// Lifts the words at `span` out of this source.
    ///
    /// Returns `None` when the span is empty, leaves the text or cuts a character in two.
    pub fn quote(&self, span: Span) -> Option<Quote> {
        let words = self.document.text.get(span.range())?;
        (!words.trim().is_empty()).then(|| Quote::lifted(self, span))
    }

    /// Lifts a stored quote again and holds it against what was stored.
    ///
    /// # Errors
    ///
    /// When the text, the span or the words are not what they were when the quote was picked.
    pub fn requote(&self, stored: &StoredQuote) -> Result<Quote, crate::Altered> {
        let altered = || crate::Altered { file: self.file_name.clone(), words: stored.words.clone() };
        let quote = self.quote(stored.span).ok_or_else(altered)?;
        let same = stored.source == self.id
            && stored.text_digest == self.text_digest
            && Digest::of(self.document.text.as_bytes()) == self.text_digest
            && quote.stored() == *stored;
        if same { Ok(quote) } else { Err(altered()) }
    }

    /// What a citation calls this source: “Ofsted, letter of 19 July 2018”.
    pub fn cited(&self) -> String {
        let facts = &self.facts;
        let date = facts.published.as_ref().map(|fact| fact.value.words());
        let kind = facts.source_kind.value;
        if facts.is_primary() {
            let joint = facts.framework.as_ref().is_some_and(|fact| fact.value == "jtai");
            let who = if joint { "Joint inspectorates" } else { "Ofsted" };
            let inspected = facts.inspected.as_ref().map(|fact| fact.value.words());
            return match (date, inspected) {
                (Some(date), _) => format!("{who}, {} of {date}", kind.words()),
                (None, Some(days)) => format!("{who}, {} on the inspection of {days}", kind.words()),
                (None, None) => format!("{who}, {} “{}”", kind.words(), inner(self.title())),
            };
        }
        match date {
            Some(date) => format!("{} of {date}, “{}”", capital(kind.words()), inner(self.title())),
            None => format!("{}, undated, “{}”", capital(kind.words()), inner(self.title())),
        }
    }

    /// The recognised title, or the file's name.
    pub fn title(&self) -> &str {
        self.facts.title.as_ref().map_or(&self.file_name, |fact| &fact.value)
    }
}

/// A title as it stands between double marks: its own double marks become single ones.
fn inner(title: &str) -> String {
    title.replace('“', "‘").replace('”', "’")
}

fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
