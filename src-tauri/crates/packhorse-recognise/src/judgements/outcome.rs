//! The outcome of an area SEND inspection: a sentence of fixed words.

use crate::page::Page;
use crate::sentences::sentences;
use packhorse_model::{Confidence, Grade, Judgement, Span};

const STEMS: [&str; 4] = [
    "typically lead to positive experiences",
    "lead to inconsistent experiences",
    "widespread and/or systemic failings",
    "widespread or systemic failings",
];

/// The outcome, when one of the three sentences stands near the top.
pub(super) fn outcome(page: &Page<'_>) -> Option<Judgement> {
    let mut found = page.head(9_000).iter().flat_map(|line| {
        sentences(line.text)
            .into_iter()
            .map(|at| Span { start: line.span.start + at.start, end: line.span.start + at.end })
    });
    let outcome = |span: &Span| {
        let folded = crate::fold(&page.document.text[span.range()]);
        STEMS.iter().any(|stem| folded.contains(stem)) && !super::is_past(&folded)
    };
    let span = found.find(outcome)?;
    Some(Judgement {
        area: "overall".into(),
        area_as_printed: "Inspection outcome".into(),
        grade: Grade::AsPrinted(page.document.text[span.range()].to_owned()),
        place: Some(page.place(span)),
        rule: "outcome sentence of fixed words".into(),
        confidence: Confidence::Sure,
    })
}
