//! An invented council's papers on a desk of their own, for tests.

use crate::{Desk, NewPack, PackForm, Reader, SuggestQuotes};
use packhorse_library::NewSource;
use packhorse_model::{
    BlockKind, Confidence, Digest, Document, Fact, Facts, Finding, Format, Quotation, Rank, Source, SourceId,
    SourceKind, Span, Stance,
};
use std::path::Path;
use tempfile::TempDir;

/// What the letter says of its social workers.
pub(crate) const KIND: &str = "Social workers at the front door are calm, curious and kind.";

/// A fact the document says plainly.
pub(crate) fn sure<T>(value: T) -> Fact<T> {
    Fact { value, place: None, rule: "test".to_owned(), confidence: Confidence::Sure }
}

/// Facts of a document of a kind, otherwise empty.
pub(crate) fn facts(kind: SourceKind) -> Facts {
    Facts::only(sure(kind))
}

fn document(blocks: &[(BlockKind, &str)]) -> Document {
    let mut document = Document { pages: Some(1), ..Document::empty(Format::Pdf) };
    for (kind, words) in blocks {
        document.add(*kind, Some(1), words);
    }
    document
}

fn source(id: u128, file_name: &str, document: Document, facts: Facts) -> Source {
    let digest = Digest::of(file_name.as_bytes());
    Source::new(SourceId(uuid::Uuid::from_u128(id)), file_name.to_owned(), digest, document, facts)
}

/// A letter whose list was cut, so that each of its items is to be checked.
pub(crate) fn cut_list(id: u128, items: &[&str]) -> Source {
    let blocks: Vec<(BlockKind, &str)> = items.iter().map(|words| (BlockKind::Paragraph, *words)).collect();
    let document = document(&blocks);
    let findings = document.blocks.iter().map(|block| Finding {
        rank: Rank::Improvement,
        text: document.words(block).to_owned(),
        group: None,
        place: document.place(block.span),
        rule: "test".to_owned(),
        confidence: Confidence::Check,
        themes: Vec::new(),
    });
    let facts = Facts { findings: findings.collect(), ..facts(SourceKind::Letter) };
    source(id, &format!("letter-{id}.pdf"), document, facts)
}

/// A letter about a council, with what it says of its social workers.
pub(crate) fn letter(id: u128, council: &str, words: &str) -> Source {
    let document = document(&[
        (BlockKind::Heading { level: 1 }, "Focused visit to children’s services"),
        (BlockKind::Heading { level: 2 }, "Main findings"),
        (BlockKind::Paragraph, words),
        (
            BlockKind::Paragraph,
            "Some parents wait three weeks or more to learn who will visit them, which is too long.",
        ),
    ]);
    let facts = Facts {
        kind: Some(sure("focused-visit-letter".to_owned())),
        framework: Some(sure("ilacs-fv".to_owned())),
        authority: Some(sure(council.to_owned())),
        inspected: Some(sure(
            "2026-08-11".parse().map(|from| packhorse_model::DateRange { from, to: None }).expect("a day"),
        )),
        published: Some(sure("2026-09-10".parse().expect("a day"))),
        ..facts(SourceKind::Letter)
    };
    source(id, &format!("letter-{id}.pdf"), document, facts)
}

/// The letter to Wexcombe.
pub(crate) fn visit() -> Source {
    letter(1, "Wexcombe", KIND)
}

/// A press text that names no council and quotes the inspectors with these words.
pub(crate) fn press(id: u128, quoted: &str) -> Source {
    let text = format!("Inspectors said that staff are “{quoted}” in what they do.");
    let document = document(&[(BlockKind::Paragraph, &text)]);
    let start = text.find(quoted).expect("the words were put in");
    let span = Span { start, end: start + quoted.len() };
    let place = document.place(span);
    let quotation = Quotation {
        text: quoted.to_owned(),
        span,
        place,
        speaker: None,
        role: None,
        organisation: None,
        of_inspectors: true,
        second_hand: true,
        stance: Stance::Unclear,
        rule: "test".to_owned(),
        confidence: Confidence::Sure,
    };
    let facts = Facts { quotations: vec![quotation], ..facts(SourceKind::PressRelease) };
    source(id, &format!("press-{id}.txt"), document, facts)
}

/// A desk on a library of its own that holds these sources. No worker is started.
pub(crate) fn desk(sources: &[Source]) -> (TempDir, Desk) {
    let home = tempfile::tempdir().expect("a folder for the test");
    let reader = Reader::starting(Path::new("no-such-worker"));
    let desk =
        Desk::open(&home.path().join("library.packhorse"), reader).expect("an empty folder takes a library");
    for source in sources {
        let new = NewSource {
            file_name: &source.file_name,
            bytes: source.file_name.as_bytes(),
            document: &source.document,
            facts: &source.facts,
        };
        desk.library().keep(new).expect("an invented paper is kept");
    }
    (home, desk)
}

/// A pack of everything on the desk, with suggested quotes.
pub(crate) fn form(desk: &Desk) -> PackForm {
    let rows = desk.list(&crate::LibraryRequest::default()).expect("a list").sources;
    let request = NewPack {
        title: "What inspectors said".into(),
        sources: rows.into_iter().map(|row| row.id).collect(),
        quotes: Vec::new(),
    };
    let mut form = desk.new_pack(&request).expect("a pack");
    form.committee = Some("Scrutiny".into());
    form.meeting = Some("2027-01-14".into());
    let form = desk.save_pack(&form).expect("a saved pack");
    desk.suggest_quotes(&SuggestQuotes { pack: form.id, most: 4 }).expect("suggested quotes")
}
