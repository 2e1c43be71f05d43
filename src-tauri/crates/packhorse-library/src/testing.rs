//! What the tests of this crate share: a letter, a clock, a library in a folder of its own.

use crate::{Clock, Kept, Library, NewQuote, NewSource, Use};
use chrono::{DateTime, TimeDelta, Utc};
use packhorse_model::{
    Bearing, Block, BlockKind, Confidence, Document, Fact, Facts, Format, QuoteId, Source, SourceId,
    SourceKind,
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
    let text = paragraphs.join("\n");
    let mut at = 0;
    let blocks = paragraphs.iter().enumerate().map(|(index, words)| {
        let start = at;
        at += words.len() + 1;
        let kind = if index == 0 { BlockKind::Heading { level: 1 } } else { BlockKind::Paragraph };
        let page = Some(1 + u32::try_from(index).expect("few") / 2);
        Block {
            span: (start..start + words.len()).into(),
            kind,
            page,
            breaks: Vec::new(),
            number: None,
            quoted: None,
            mark: None,
        }
    });
    let blocks = blocks.collect();
    let (title_hint, published_hint, hyphens, notices) = (None, None, Vec::new(), Vec::new());
    Document {
        format: Format::Pdf,
        text,
        blocks,
        pages: Some(2),
        title_hint,
        published_hint,
        hyphens,
        notices,
    }
}

pub(crate) fn fact<T>(value: T, confidence: Confidence) -> Fact<T> {
    Fact { value, place: None, rule: "test".to_owned(), confidence }
}

pub(crate) fn facts(authority: &str) -> Facts {
    Facts {
        source_kind: fact(SourceKind::Letter, Confidence::Sure),
        title: Some(fact(format!("Focused visit to {authority}"), Confidence::Sure)),
        kind: None,
        framework: None,
        authority: Some(fact(authority.to_owned(), Confidence::Check)),
        inspected: None,
        published: None,
        lead_inspector: None,
        theme: None,
        judgements: Vec::new(),
        findings: Vec::new(),
        quotations: Vec::new(),
        notices: Vec::new(),
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
    NewQuote { quote, usage: Use { bearing, edits: Vec::new(), note: None } }
}

pub(crate) fn pick(library: &mut Library, source: SourceId, words: &str) -> QuoteId {
    let source = library.source(source).expect("a source");
    library.pick(&lift(&source, words, Bearing::Strength)).expect("picked")
}
