//! A document in, facts out.
//!
//! Rules and gazetteers, no model and no network. Every value comes with the place it was read
//! from, the rule that read it and how sure that is; what a document does not say stays empty.

mod authority;
mod dates;
mod event;
mod findings;
mod fold;
pub mod frameworks;
mod judgements;
mod page;
#[cfg(test)]
mod paper;
#[cfg(test)]
mod properties;
mod sentences;
mod source_kind;
mod speech;
mod stance;
pub mod themes;
mod visit;

pub use fold::fold;
pub use stance::stance;

use packhorse_model::{
    Confidence, DateRange, Document, Fact, Facts, Finding, Notice, Place, SourceKind, Span,
};
use page::Page;

/// Recognises what a document says. A file's name decides nothing, so it is not asked for.
pub fn recognise(document: &Document) -> Facts {
    let page = Page::of(document);
    let source_kind = source_kind::source_kind(&page);
    if source_kind.value == SourceKind::OutcomesTable {
        return table(&page, source_kind);
    }
    let primary = matches!(source_kind.value, SourceKind::Report | SourceKind::Letter);
    let mut notices = Vec::new();
    let title = visit::title(&page, source_kind.value);
    let authority = authority::authority(&page, source_kind.value);
    let published = visit::published(&page, source_kind.value);
    let inspected = visit::inspected(&page, source_kind.value, published.as_ref());
    // What came out before the visit ended is another document's date.
    let published = published.filter(|published| {
        let last = inspected.as_ref().map(|days| days.value.to.unwrap_or(days.value.from));
        !primary || last.is_none_or(|last| published.value.latest() >= last.earliest())
    });
    let (kind, framework) = event::event(&page, source_kind.value, inspected.as_ref());
    let subject =
        framework.as_ref().and_then(|fact| frameworks::framework(&fact.value)).map(|found| found.subject);
    let general = source_kind::general(&page).is_some();
    if primary && (general || subject.is_some_and(|subject| subject != frameworks::Subject::Council)) {
        return of_no_council(&page, source_kind, kind, framework, inspected);
    }
    let judged = framework.as_ref().is_some_and(|fact| frameworks::gives_judgements(&fact.value));
    let judgements =
        if primary && judged { judgements::judgements(&page, framework.as_ref()) } else { Vec::new() };
    let findings = match source_kind::is_council_paper(&source_kind) {
        // Somebody else reprints the list, and may have shortened it.
        true => findings::findings(&page).into_iter().map(to_check).collect(),
        false if primary => findings::findings(&page),
        false => Vec::new(),
    };
    let quotations = speech::quotations(&page, source_kind.value);
    if authority.is_none() {
        notices.push(Notice::new("The text does not name the council. Say which one it is about."));
    }
    Facts {
        lead_inspector: visit::lead_inspector(&page, named(&kind), named(&framework)),
        theme: visit::theme(&page, source_kind.value),
        source_kind,
        title,
        kind,
        framework,
        authority,
        inspected,
        published,
        judgements,
        findings,
        quotations,
        notices,
    }
}

fn to_check(finding: Finding) -> Finding {
    Finding { confidence: finding.confidence.min(Confidence::Check), ..finding }
}

fn named(fact: &Option<Fact<String>>) -> Option<&str> {
    fact.as_ref().map(|fact| fact.value.as_str())
}

/// A report on a children's home, or on the whole country, judges no council's services.
fn of_no_council(
    page: &Page<'_>,
    source_kind: Fact<SourceKind>,
    kind: Option<Fact<String>>,
    framework: Option<Fact<String>>,
    inspected: Option<Fact<DateRange>>,
) -> Facts {
    let notice = "This is not about one council’s services, so no council and no grades were read.";
    Facts {
        kind,
        inspected,
        published: visit::published(page, source_kind.value),
        lead_inspector: visit::lead_inspector(page, None, None),
        quotations: speech::quotations(page, source_kind.value),
        // What a report on the whole country recommends, it recommends to everybody.
        findings: if named(&framework) == Some("thematic") { findings::findings(page) } else { Vec::new() },
        framework,
        notices: vec![Notice::new(notice)],
        ..table(page, source_kind)
    }
}

/// A table of many councils has a title, and nothing that holds for one council.
fn table(page: &Page<'_>, source_kind: Fact<SourceKind>) -> Facts {
    Facts { title: visit::title(page, source_kind.value), ..Facts::only(source_kind) }
}

/// A value read at a place.
fn read<T>(value: T, place: Place, rule: &str, confidence: Confidence) -> Fact<T> {
    Fact { value, place: Some(place), rule: rule.to_owned(), confidence }
}

/// A span made of a start and a length.
fn span(start: usize, length: usize) -> Span {
    Span { start, end: start + length }
}
