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

    /// What a citation of words calls this source: “Ofsted, 19 July 2018”. The day alone tells reports and
    /// letters apart; a list of sources says which it is.
    pub fn dated(&self) -> String {
        let kind = format!(", {} of ", self.facts.source_kind.value.words());
        match self.facts.is_primary() && self.facts.published.is_some() {
            true => self.cited().replacen(&kind, ", ", 1),
            false => self.cited(),
        }
    }

    /// Where words stand: “Ofsted, 19 July 2018, p. 2”, “Ofsted, 19 July 2018, para 14, p. 5”.
    pub fn citation(&self, place: Option<&crate::Place>) -> String {
        match place.map(crate::Place::pin).filter(|pin| !pin.is_empty()) {
            Some(pin) => format!("{}, {pin}", self.dated()),
            None => self.dated(),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Confidence, Fact, Format, Place, Span};

    fn letter(kind: SourceKind) -> Source {
        let sure = |value| Fact { value, place: None, rule: "test".to_owned(), confidence: Confidence::Sure };
        let published = "2018-07-19".parse().expect("a day");
        let mut facts = Facts::only(sure(kind));
        facts.published = Some(Fact {
            value: published,
            place: None,
            rule: "test".to_owned(),
            confidence: Confidence::Sure,
        });
        let id = SourceId(uuid::Uuid::from_u128(1));
        Source::new(id, "letter.pdf".to_owned(), Digest::of(b""), Document::empty(Format::Pdf), facts)
    }

    fn place(page: Option<u32>, paragraph: Option<u32>, nth: Option<u32>) -> Place {
        Place { span: Span { start: 0, end: 1 }, page, paragraph, nth }
    }

    #[test]
    fn a_citation_has_one_form_wherever_it_stands() {
        let letter = letter(SourceKind::Letter);
        assert_eq!(letter.citation(Some(&place(Some(2), None, Some(9)))), "Ofsted, 19 July 2018, p. 2");
        assert_eq!(
            letter.citation(Some(&place(Some(5), Some(14), None))),
            "Ofsted, 19 July 2018, para 14, p. 5"
        );
        assert_eq!(letter.citation(None), "Ofsted, 19 July 2018");
    }

    #[test]
    fn a_paragraph_is_counted_from_the_top_only_where_there_is_no_page() {
        let story = letter(SourceKind::NewsStory);
        let words = story.citation(Some(&place(None, None, Some(3))));
        assert_eq!(words, "News story of 19 July 2018, “letter.pdf”, para 3 counted from the top");
    }
}
