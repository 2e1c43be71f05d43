use super::*;
use crate::Witnesses;
use crate::fixture::{document, facts, source, sure};
use packhorse_model::{BlockKind, SourceKind, Verdict};

const VERBS: [&str; 7] = ["visit", "know", "support", "challenge", "hear", "protect", "understand"];
const WHO: [&str; 11] = [
    "managers",
    "carers",
    "advisers",
    "schools",
    "nurses",
    "reviewers",
    "advocates",
    "leaders",
    "courts",
    "teachers",
    "police",
];
const HOW: [&str; 13] = [
    "promptly",
    "seldom",
    "well",
    "carefully",
    "patiently",
    "late",
    "often",
    "warmly",
    "fairly",
    "weekly",
    "calmly",
    "alone",
    "thoroughly",
];

fn sentence(number: usize) -> String {
    format!(
        "In area {number} the {} {} children {} and the {} {} them {}.",
        WHO[number % 11],
        VERBS[number % 7],
        HOW[number % 13],
        WHO[(number * 5 + 3) % 11],
        VERBS[(number * 3 + 1) % 7],
        HOW[(number * 7 + 2) % 13]
    )
}

/// More letters than are all read, each of three sentences; every other names its council.
fn library() -> Vec<Source> {
    let letter = |number: usize| {
        let words: Vec<String> = (0..3).map(|at| sentence(number * 3 + at)).collect();
        let mut facts = facts(SourceKind::Letter);
        facts.authority = number.is_multiple_of(2).then(|| sure(format!("Council {}", number % 9)));
        facts.published = Some(sure(format!("20{}-05-04", 10 + number % 15).parse().expect("a day")));
        let id = 1000 + number as u128;
        source(
            id,
            &format!("letter-{number}.pdf"),
            document(&[(BlockKind::Paragraph, &words.join(" "))]),
            facts,
        )
    };
    (0..FEW + 200).map(letter).collect()
}

fn press(words: &str) -> Source {
    let mut facts = facts(SourceKind::PressRelease);
    facts.authority = Some(sure("Council 4".to_owned()));
    source(7, "press.txt", document(&[(BlockKind::Paragraph, words)]), facts)
}

fn imprints(all: &[Source]) -> Vec<Imprint> {
    all.iter().map(Imprint::of).collect()
}

fn at_hand<'a>(all: &'a [Source], imprints: &'a [Imprint]) -> Vec<AtHand<'a>> {
    let pairs = all.iter().zip(imprints);
    pairs.map(|(source, imprint)| AtHand { id: source.id, facts: &source.facts, imprint }).collect()
}

#[test]
fn words_are_found_in_a_large_library_as_if_all_of_it_were_read() {
    let all = library();
    let imprints = imprints(&all);
    let hand = at_hand(&all, &imprints);
    let whole: Vec<&Source> = all.iter().collect();
    let whole = Witnesses::new(&whole);
    let mut verdicts = Vec::new();
    for number in (0..all.len() * 3).step_by(311) {
        let said = sentence(number);
        for text in [
            said.trim_end_matches('.').to_owned(),
            said.replace(" and the", ", and the"),
            said.replace(" and the", " … the"),
            said.replace("children", "children and young people"),
            said.replacen("the ", "all ", 1),
            "Nothing like this was ever written by anybody at all".to_owned(),
        ] {
            let worth = worth_reading(None, &[&text], &hand);
            let few: Vec<&Source> = all.iter().filter(|source| worth.contains(&source.id)).collect();
            let check = Witnesses::new(&few).check(&text);
            assert_eq!(check, whole.check(&text), "“{text}”");
            assert!(few.len() < FEW, "{} documents were read for “{text}”", few.len());
            verdicts.push(check.verdict);
        }
    }
    for wanted in [Verdict::Exact, Verdict::Punctuation, Verdict::Differs, Verdict::NotFound] {
        assert!(verdicts.contains(&wanted), "the fixture has {wanted:?}: {verdicts:?}");
    }
}

#[test]
fn copied_sentences_are_found_in_a_large_library_as_if_all_of_it_were_read() {
    let all = library();
    let imprints = imprints(&all);
    let words = format!("{} Inspectors found that {} We are glad.", sentence(31), sentence(700));
    let paper = press(&words);
    let worth = worth_reading_for_copies(&paper, &at_hand(&all, &imprints));
    let few: Vec<&Source> = all.iter().filter(|source| worth.contains(&source.id)).collect();
    let whole: Vec<&Source> = all.iter().collect();
    let found = Witnesses::new(&whole).copied(&paper);
    assert!(found.len() >= 2, "the fixture copies: {found:?}");
    assert_eq!(Witnesses::new(&few).copied(&paper), found);
    assert!(few.len() < FEW, "{} documents were read", few.len());
}

#[test]
fn the_documents_of_a_paper_s_own_inspection_are_read_whatever_it_says() {
    let all = library();
    let imprints = imprints(&all);
    let paper = press("We have nothing to say.");
    let worth = worth_reading(Some(&paper), &[], &at_hand(&all, &imprints));
    assert_eq!(worth.len(), MOST_OWN);
    let councils =
        all.iter().filter(|source| worth.contains(&source.id)).map(|source| &source.facts.authority);
    assert!(councils.flatten().all(|council| council.value == "Council 4"));
}

#[test]
fn a_small_library_is_read_whole() {
    let all = library();
    let imprints = imprints(&all);
    let hand = at_hand(&all[..FEW], &imprints);
    assert_eq!(worth_reading(None, &["whatever words"], &hand).len(), FEW);
}

#[test]
fn statements_two_papers_may_share_are_told_from_the_imprint() {
    let said = |id: u128, text: &str| {
        let mut paper =
            source(id, "p.txt", document(&[(BlockKind::Paragraph, text)]), facts(SourceKind::NewsStory));
        let whole = packhorse_model::Span { start: 0, end: text.len() };
        paper.facts.quotations.push(crate::fixture::quotation(&paper.document, whole, None));
        Imprint::of(&paper)
    };
    let long = said(1, "we will go on working hard for every child");
    assert!(long.may_share_a_statement(&said(2, "they will go on working hard for every one")));
    assert!(long.may_share_a_statement(&said(3, "working hard")), "a short one whose first word it has");
    assert!(!long.may_share_a_statement(&said(4, "a proud day for the town and its schools")));
    assert!(!Imprint::of(&press("Nobody is quoted.")).quotes() && long.quotes());
}
