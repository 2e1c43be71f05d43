use super::*;
use crate::fixture::{document, facts, source, sure};
use packhorse_model::{BlockKind, SourceKind};

const WORDS: &str = "Social workers visit children often and know them well.";

fn paper(id: u128, kind: SourceKind, council: Option<&str>, published: Option<&str>, words: &str) -> Source {
    let mut facts = facts(kind);
    facts.authority = council.map(|council| sure(council.to_owned()));
    facts.published = published.map(|day| sure(day.parse().expect("a day")));
    source(id, &format!("{id}.pdf"), document(&[(BlockKind::Paragraph, words)]), facts)
}

fn letter(id: u128, council: &str, published: &str, words: &str) -> Source {
    paper(id, SourceKind::Letter, Some(council), Some(published), words)
}

fn said(text: &str) -> Quotation {
    let words = document(&[(BlockKind::Paragraph, text)]);
    crate::fixture::quotation(&words, packhorse_model::Span { start: 0, end: text.len() }, None)
}

#[test]
fn the_letter_about_the_same_council_and_visit_comes_first() {
    let others = [
        letter(1, "Otherton", "2026-09-01", WORDS),
        letter(2, "Aldermoor", "2018-09-01", WORDS),
        letter(3, "Aldermoor", "2026-09-10", WORDS),
    ];
    let press = paper(9, SourceKind::PressRelease, Some("Aldermoor"), Some("2026-09-11"), "Words.");
    let all: Vec<&Source> = others.iter().collect();
    let witnesses = Witnesses::new(&all);
    let check = witnesses.check_said(&press, &said("visit children often and know them well"));
    assert_eq!((check.verdict, check.source), (Verdict::Exact, Some(others[2].id)));
    let also: Vec<SourceId> =
        witnesses.also_in(&press, "visit children often", &check).iter().map(|(held, _)| held.id).collect();
    assert_eq!(also, [others[0].id, others[1].id], "the same words stand there too");
}

#[test]
fn the_best_match_wins_and_another_council_is_named() {
    let others = [
        letter(1, "Otherton", "2026-09-01", WORDS),
        letter(2, "Aldermoor", "2026-09-10", "Social workers visit children seldom and know them well."),
    ];
    let press = paper(9, SourceKind::PressRelease, Some("Aldermoor"), None, "Words.");
    let witnesses = Witnesses::new(&[&others[0], &others[1]]);
    let check = witnesses.check_said(&press, &said("visit children often and know them well"));
    assert_eq!((check.verdict, check.source), (Verdict::Exact, Some(others[0].id)));
    assert_eq!(check.note.as_deref(), Some("These words stand in a document about Otherton."));
    let near = witnesses.check_said(&press, &said("visit children rarely and know them well"));
    assert_eq!(
        (near.verdict, near.source),
        (Verdict::Differs, Some(others[1].id)),
        "its own letter is nearer"
    );
}

#[test]
fn a_paper_is_no_witness_of_itself() {
    let report = letter(1, "Aldermoor", "2026-09-10", WORDS);
    let witnesses = Witnesses::new(&[&report]);
    assert_eq!(witnesses.check_said(&report, &said("visit children often")).verdict, Verdict::NoSource);
}

#[test]
fn words_of_a_report_that_is_not_here_are_held_against_nothing() {
    let old = letter(1, "Aldermoor", "2018-09-01", WORDS);
    let other = letter(2, "Otherton", "2026-09-10", WORDS);
    let witnesses = Witnesses::new(&[&old, &other]);
    let mut press = paper(9, SourceKind::PressRelease, Some("Aldermoor"), Some("2026-09-11"), "Words.");
    press.facts.quotations = vec![said("the pace of change has been breathtaking")];
    let verdicts = |press: &Source| -> Vec<Verdict> {
        witnesses.check_in_library(press).into_iter().map(|(_, check)| check.verdict).collect()
    };
    assert_eq!(verdicts(&press), [Verdict::NoSource], "neither letter can be the one it speaks of");
    press.facts.published = Some(sure("2018-09-20".parse().expect("a day")));
    assert_eq!(verdicts(&press), [Verdict::NotFound], "the letter of 2018 is here, and does not say so");
    press.facts.quotations.push(said("visit children often and know them well"));
    press.facts.published = Some(sure("2026-09-11".parse().expect("a day")));
    assert_eq!(verdicts(&press), [Verdict::NotFound, Verdict::Exact]);
}

#[test]
fn the_letters_words_are_checked_whoever_they_are_given_to_and_own_words_are_not() {
    let report = letter(1, "Aldermoor", "2026-09-10", WORDS);
    let witnesses = Witnesses::new(&[&report]);
    let mut press = paper(9, SourceKind::PressRelease, Some("Aldermoor"), Some("2026-09-11"), "Words.");
    let by = |text: &str, speaker: Option<&str>| Quotation {
        of_inspectors: false,
        speaker: speaker.map(str::to_owned),
        ..said(text)
    };
    press.facts.quotations = vec![
        by("visit children often and know them well", Some("Cllr Ivo Bell")),
        by("visit children seldom and know them well", Some("Cllr Ivo Bell")),
        by("visit children often and know them badly", None),
        by("we will visit every child before Christmas this year", None),
        by("know them", None),
    ];
    let verdicts: Vec<Verdict> =
        witnesses.check_source(&press).into_iter().map(|(_, check)| check.verdict).collect();
    assert_eq!(
        verdicts,
        [Verdict::Exact, Verdict::Differs],
        "only what the letter holds, and nobody’s near words"
    );
    press.facts.quotations.remove(0);
    press.facts.quotations.remove(1);
    assert!(witnesses.check_in_library(&press).is_empty(), "a person’s own words raise no alarm");
}
