//! What the tests of this crate share: a letter, a clock, a library in a folder of its own.

use crate::{Clock, Kept, Library, NewQuote, NewSource, Use};
use chrono::{DateTime, TimeDelta, Utc};
use packhorse_model::{
    Bearing, BlockKind, Confidence, Document, Fact, Facts, Format, QuoteId, Source, SourceId, SourceKind,
};
use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, Ordering};
use tempfile::TempDir;

pub(crate) const LETTER: [&str; 4] = [
    "Focused visit to Aldermoor",
    "Children’s voices are heard at Café Môr. Staff know the council’s plan.",
    "Inspectors saw that care leavers have a good place to live.",
    "The inspection of homes for care was recent; leavers of care spoke well of it.",
];

/// Half past nine on 14 January 2027, and a second later each time it is asked.
pub(crate) fn clock() -> Clock {
    let asked = AtomicI64::new(0);
    Clock::telling(move || start() + TimeDelta::seconds(asked.fetch_add(1, Ordering::Relaxed)))
}

pub(crate) fn start() -> DateTime<Utc> {
    "2027-01-14T09:30:00Z".parse().expect("a time")
}

pub(crate) fn document(paragraphs: &[&str]) -> Document {
    let mut document = Document { pages: Some(2), ..Document::empty(Format::Pdf) };
    for (index, words) in paragraphs.iter().enumerate() {
        let kind = if index == 0 { BlockKind::Heading { level: 1 } } else { BlockKind::Paragraph };
        document.add(kind, Some(1 + u32::try_from(index).expect("few") / 2), words);
    }
    document
}

pub(crate) fn fact<T>(value: T, confidence: Confidence) -> Fact<T> {
    Fact { value, place: None, rule: "test".to_owned(), confidence }
}

pub(crate) fn facts(authority: &str) -> Facts {
    Facts {
        title: Some(fact(format!("Focused visit to {authority}"), Confidence::Sure)),
        authority: Some(fact(authority.to_owned(), Confidence::Check)),
        ..Facts::only(fact(SourceKind::Letter, Confidence::Sure))
    }
}

/// An open library in a folder that goes with it.
pub(crate) fn library() -> (TempDir, Library) {
    let folder = tempfile::tempdir().expect("a folder");
    let library = Library::create(&folder.path().join("office.packhorse"), clock()).expect("a library");
    (folder, library)
}

/// A library with one letter and one quote, closed.
pub(crate) fn closed_library() -> (TempDir, PathBuf) {
    let (folder, mut library) = library();
    let letter = keep(&mut library, "letter.pdf", &LETTER).source;
    pick(&mut library, letter, "care leavers");
    let path = library.path().to_owned();
    (folder, path)
}

pub(crate) fn keep(library: &mut Library, file_name: &str, paragraphs: &[&str]) -> Kept {
    let (document, facts) = (document(paragraphs), facts("Aldermoor"));
    let bytes = format!("%PDF {file_name}");
    let new = NewSource { file_name, bytes: bytes.as_bytes(), document: &document, facts: &facts };
    library.keep(new).expect("kept")
}

pub(crate) fn lift(source: &Source, words: &str, bearing: Bearing) -> NewQuote {
    let start = source.document.text.find(words).expect("the words stand there");
    let quote = source.quote((start..start + words.len()).into()).expect("a quote").stored();
    NewQuote { quote, usage: Use { bearing, edits: Vec::new(), note: None, weight: None } }
}

pub(crate) fn pick(library: &mut Library, source: SourceId, words: &str) -> QuoteId {
    let source = library.source(source).expect("a source");
    library.pick(&lift(&source, words, Bearing::Strength)).expect("picked")
}
