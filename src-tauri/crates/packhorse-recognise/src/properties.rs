//! What must hold for any document: every value is words of the document, where it says they stand.

use crate::paper::paper;
use packhorse_model::{Document, Facts, Span};

/// A small repeatable stream of numbers.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit.max(1)
    }
}

/// Pieces that rules look for, and pieces that could confuse them.
const PIECES: &[&str] = &[
    "“",
    "”",
    "\"",
    "‘",
    "’",
    "'",
    " said",
    " Cllr Ivo Bell",
    " he",
    ":",
    ",",
    ".",
    " Ofsted",
    " the letter",
    " it says",
    " children’s plans",
    " ’til",
    " é",
    " 🙂",
    " 4 and 5 July",
    " 2019",
    " 31 February 2020",
    " 99",
    "|",
    " | Good",
    " Grade 3 (adequate)",
    "\n# Areas for improvement",
    "\n- The quality of plans",
    "\n-- so that",
    "\nImmediately:",
    "\n# Areas for priority action",
    "\n\n",
    "\nJudgement | Grade",
    "\nOverall effectiveness",
    "\n12. ",
    "\nDear Ms Moss",
    "\n# Focused visit to Wexcombe children’s services",
    "\nInspection dates: ",
    "\nLead inspector: ",
    " St. Helens",
    " City of",
    " Council",
    "\nYours sincerely",
    " is good",
    "İ",
    "ẞ",
    "ﬁ",
    "\u{00AD}",
    " -",
    "–",
];

fn random(numbers: &mut Numbers) -> Document {
    let length = numbers.below(60);
    let text: String = (0..length).map(|_| PIECES[numbers.below(PIECES.len())]).collect();
    paper(&text)
}

fn spans(facts: &Facts) -> Vec<Span> {
    let quotations = facts.quotations.iter().flat_map(|quotation| [quotation.span, quotation.place.span]);
    let evidence = facts.evidence().into_iter().filter_map(|line| line.place.map(|place| place.span));
    quotations.chain(evidence).collect()
}

#[test]
fn every_value_points_at_words_of_the_document() {
    let mut numbers = Numbers(7);
    for round in 0..3_000 {
        let document = random(&mut numbers);
        let facts = crate::recognise(&document);
        for span in spans(&facts) {
            let words = document.text.get(span.range());
            assert!(words.is_some(), "round {round}: {span:?} cuts a character of {:?}", document.text);
        }
        for quotation in &facts.quotations {
            let words = document.text.get(quotation.span.range());
            assert_eq!(
                words,
                Some(quotation.text.as_str()),
                "round {round}: a quotation is the document's own words"
            );
        }
        for judgement in &facts.judgements {
            if let (Some(grade), Some(place)) = (judgement.grade.printed(), judgement.place) {
                let words = &document.text[place.span.range()];
                assert!(words.contains(grade), "round {round}: {grade:?} is printed as {words:?}");
            }
        }
    }
}

#[test]
fn the_same_document_gives_the_same_facts() {
    let mut numbers = Numbers(11);
    for _ in 0..200 {
        let document = random(&mut numbers);
        assert_eq!(crate::recognise(&document), crate::recognise(&document));
    }
}

#[test]
fn folding_twice_changes_nothing_more() {
    let mut numbers = Numbers(13);
    for _ in 0..1_000 {
        let document = random(&mut numbers);
        let once = crate::fold(&document.text);
        assert_eq!(crate::fold(&once), once);
    }
}
