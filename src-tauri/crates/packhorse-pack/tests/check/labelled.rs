//! The labelled pairs of press text and letter: every verdict, every copied sentence, every statement
//! that stands twice.

use packhorse_import::{Limits, read};
use packhorse_model::{Source, SourceKind};
use packhorse_pack::{Witnesses, tied};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/papers/labelled")
}

fn paper(id: u128, name: &str, kind: SourceKind) -> Source {
    let bytes = fs::read(home().join("documents").join(name)).expect("the document of a label");
    let document = read(&bytes, name, &Limits::default()).expect("a document");
    let facts = packhorse_recognise::recognise(&document);
    let mut source = crate::papers::source(id, name, kind, document);
    source.facts.quotations = facts.quotations;
    source.facts.authority = facts.authority;
    source
}

/// The labelled pairs: the name of the press text, and its labels.
fn pairs() -> Vec<(String, Value)> {
    let Ok(folder) = fs::read_dir(home().join("checks")) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = folder.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let labels = paths.iter().map(|path| {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(path).expect("labels can be read");
        (stem, serde_json::from_str(&text).expect("labels are JSON"))
    });
    labels.filter(|(stem, _)| stem.starts_with("pair_")).collect()
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap_or_default()
}

fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[test]
fn every_labelled_quotation_has_its_verdict() {
    for (stem, labels) in pairs() {
        let against = labels["against"].as_array().expect("the letters of a pair");
        let letters: Vec<Source> = (1..)
            .zip(against)
            .map(|(id, name)| paper(id, name.as_str().unwrap_or_default(), SourceKind::Letter))
            .collect();
        let all: Vec<&Source> = letters.iter().collect();
        let witnesses = Witnesses::new(&all);
        for label in labels["quotes"].as_array().expect("quotations") {
            let check = witnesses.check(text(label, "text"));
            assert_eq!(
                check.verdict.id(),
                text(label, "check"),
                "{stem}: {}\n{check:#?}",
                text(label, "text")
            );
        }
    }
}

#[test]
fn every_sentence_copied_without_marks_is_found_and_nothing_else() {
    for (stem, labels) in pairs() {
        let documents = home().join("documents");
        let name = ["txt", "html"].map(|ending| format!("{stem}.{ending}"));
        let name = name.iter().find(|name| documents.join(name).exists()).expect("the press text");
        let press = paper(99, name, SourceKind::NewsStory);
        let letter = labels["against"][0].as_str().unwrap_or_default();
        let letter = paper(1, letter, SourceKind::Letter);
        let copied = Witnesses::new(&[&letter]).copied(&press);
        let found: Vec<String> = copied.iter().map(|one| letters(&one.text)).collect();
        let wanted = labels["unquoted"].as_array().expect("copied sentences");
        let wanted: Vec<String> =
            wanted.iter().map(|one| letters(one.as_str().unwrap_or_default())).collect();
        assert_eq!(found, wanted, "{stem}");
    }
}

#[test]
fn a_statement_in_two_papers_is_tied_together() {
    let Ok(labels) = fs::read_to_string(home().join("checks/same-statement.json")) else { return };
    let labels: Value = serde_json::from_str(&labels).expect("labels are JSON");
    for pair in labels.as_array().expect("pairs") {
        let sides = pair.as_array().expect("two sides");
        let papers: Vec<Source> =
            (1..).zip(sides).map(|(id, side)| paper(id, text(side, "file"), SourceKind::NewsStory)).collect();
        let all: Vec<&Source> = papers.iter().collect();
        let tied = tied(&all);
        let group = tied.iter().find(|group| {
            group.iter().all(|one| {
                let at = papers.iter().position(|paper| paper.id == one.source).expect("one of the two");
                let said = letters(&papers[at].facts.quotations[one.quotation].text);
                letters(text(&sides[at], "text")).contains(&said)
                    || said.contains(&letters(text(&sides[at], "text")))
            })
        });
        assert!(group.is_some(), "{pair:#}\n{tied:#?}");
    }
}
