//! What must hold of any document, and of whatever is recognised in it.

use packhorse_model::{Document, Place, Span};

/// Holds that blocks follow each other, hold whole characters and know their pages.
pub fn document(document: &Document) {
    let mut end = 0;
    for block in &document.blocks {
        assert!(block.span.start >= end, "blocks overlap or stand out of order: {block:?}");
        words(document, block.span);
        end = block.span.end;
        for turn in &block.breaks {
            assert!(
                block.span.start <= turn.at && turn.at <= block.span.end,
                "a page turns outside: {block:?}"
            );
            assert!(document.text.is_char_boundary(turn.at), "a page turns inside a character: {block:?}");
        }
    }
}

/// Holds that everything recognised stands where it says.
pub fn facts(document: &Document) {
    let facts = packhorse_recognise::recognise(document);
    let place = |place: Place| words(document, place.span);
    for line in facts.evidence() {
        line.place.into_iter().for_each(place);
        assert!(!line.rule.is_empty(), "a fact without a rule cannot be checked: {line:?}");
    }
    for quotation in &facts.quotations {
        place(quotation.place);
        words(document, quotation.span);
    }
    for judgement in &facts.judgements {
        if let (Some(grade), Some(place)) = (judgement.grade.printed(), judgement.place) {
            let printed = &document.text[place.span.range()];
            assert!(printed.contains(grade), "{grade:?} is not printed in {printed:?}");
        }
    }
    for finding in &facts.findings {
        place(finding.place);
    }
}

fn words(document: &Document, span: Span) {
    let whole = document.text.get(span.range()).is_some();
    assert!(whole, "{span:?} leaves the text or cuts a character");
}
