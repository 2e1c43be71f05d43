use super::*;
use crate::fixture::{document, facts, letter, quotation, source, sure};
use packhorse_model::SourceKind;

const HELD: &str =
    "Visits to children are timely, regular and child focused. Leaders know the service well now.";

fn press(words: &str) -> Source {
    source(9, "press.txt", document(&[(BlockKind::Paragraph, words)]), facts(SourceKind::PressRelease))
}

fn found(words: &str) -> Vec<String> {
    let letter = letter(&[HELD, "It also says that staff feel safe."]);
    Witnesses::new(&[&letter]).copied(&press(words)).into_iter().map(|one| one.text).collect()
}

#[test]
fn a_sentence_that_stands_in_the_letter_is_found_without_marks() {
    assert_eq!(
        found(
            "We are proud. Visits to children are timely, regular and child-focused. Leaders know the service well now."
        ),
        ["Visits to children are timely, regular and child-focused.", "Leaders know the service well now."]
    );
    assert_eq!(
        found(
            "Inspectors found that visits to children are timely, regular and child focused, the letter says."
        ),
        ["visits to children are timely, regular and child focused"],
        "what brings the words in is not theirs"
    );
}

#[test]
fn a_closing_mark_that_nothing_opened_is_not_part_of_the_words() {
    assert_eq!(
        found("They work hard. Leaders know the service well now.”"),
        ["Leaders know the service well now."]
    );
}

#[test]
fn where_it_was_copied_from_is_told() {
    let letter = letter(&["Before.", HELD]);
    let paper = press("Visits to children are timely, regular and child focused.");
    let copied = Witnesses::new(&[&letter]).copied(&paper);
    assert_eq!((copied[0].source, copied[0].verdict), (letter.id, Verdict::Exact));
    assert_eq!(copied[0].held.nth, Some(2));
    assert_eq!(copied[0].sentence, "Visits to children are timely, regular and child focused.");
}

#[test]
fn quoted_short_and_changed_sentences_are_not_copied() {
    for words in [
        "“Visits to children are timely, regular and child focused.”",
        "It says: “Leaders listen. Visits to children are timely, regular and child focused.”",
        "Visits to children are timely.",
        "Visits to children are seldom timely, regular and child focused.",
        "Leaders know the service.",
    ] {
        assert_eq!(found(words), Vec::<String>::new(), "{words}");
    }
    let mut paper = press("They say that visits to children are timely, regular and child focused.");
    let span = Span { start: 14, end: 40 };
    paper.facts.quotations = vec![quotation(&paper.document, span, None)];
    assert_eq!(Witnesses::new(&[&letter(&[HELD])]).copied(&paper), [], "a quotation is checked as one");
}

#[test]
fn what_every_document_says_is_not_copied_from_one() {
    let councils = ["Aldermoor", "Otherton", "Thirdham"];
    let form = "The local authority must send an action plan within seventy working days.";
    let letters: Vec<Source> = (1..)
        .zip(councils)
        .map(|(id, council)| {
            let mut facts = facts(SourceKind::Letter);
            facts.authority = Some(sure(council.to_owned()));
            source(id, council, document(&[(BlockKind::Paragraph, form)]), facts)
        })
        .collect();
    let all: Vec<&Source> = letters.iter().collect();
    assert_eq!(Witnesses::new(&all[..2]).copied(&press(form)).len(), 1);
    assert_eq!(Witnesses::new(&all).copied(&press(form)), []);
    let area = letter(&["The experiences and progress of children who need help and protection"]);
    let named = press("The experiences and progress of children who need help and protection");
    assert_eq!(Witnesses::new(&[&area]).copied(&named), [], "the name of an area is nobody's sentence");
}
