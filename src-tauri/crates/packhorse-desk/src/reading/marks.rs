//! What is marked in the text of a source.

use packhorse_library::Picked;
use packhorse_model::{Bearing, Finding, Quotation, Rank, Source, Span, Verdict};
use packhorse_pack::{Check, Pick};
use serde::Serialize;
use ts_rs::TS;

/// What is marked in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum MarkKind {
    /// Words that could be picked.
    Suggestion,
    /// A picked quote.
    Quote,
    /// An item of the document's own lists.
    Finding,
    /// What somebody is quoted with.
    Quotation,
}

/// A mark in the text.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Mark {
    /// First byte.
    #[ts(type = "number")]
    pub start: usize,
    /// One past the last byte.
    #[ts(type = "number")]
    pub end: usize,
    /// What it marks.
    pub what: MarkKind,
    /// What the words are used for, or could be.
    #[ts(type = "\"strength\" | \"improve\" | \"priority\" | \"statement\" | \"context\"")]
    pub bearing: Bearing,
    /// The quote's id.
    pub id: Option<String>,
    /// A note on it: the speaker, the manager's note.
    pub note: Option<String>,
    /// What checking it showed.
    #[ts(type = "\"exact\" | \"punctuation\" | \"differs\" | \"not-found\" | \"no-source\" | null")]
    pub verdict: Option<Verdict>,
}

impl Mark {
    fn bare(span: Span, what: MarkKind, bearing: Bearing) -> Self {
        Self { start: span.start, end: span.end, what, bearing, id: None, note: None, verdict: None }
    }

    fn of_finding(finding: &Finding) -> Self {
        let bearing = match finding.rank {
            Rank::PriorityAction => Bearing::Priority,
            Rank::Improvement => Bearing::Improve,
            Rank::Strength => Bearing::Strength,
        };
        Self { note: finding.group.clone(), ..Self::bare(finding.place.span, MarkKind::Finding, bearing) }
    }

    fn of_quotation(quotation: &Quotation, verdict: Option<Verdict>) -> Self {
        Self {
            note: quotation.speaker.clone().or_else(|| quotation.organisation.clone()),
            verdict,
            ..Self::bare(quotation.span, MarkKind::Quotation, Bearing::Statement)
        }
    }

    fn of_suggestion(pick: &Pick) -> Self {
        Self::bare(pick.quote.span, MarkKind::Suggestion, pick.bearing)
    }

    fn of_quote(quote: &Picked) -> Self {
        Self {
            id: Some(quote.id.to_string()),
            note: quote.usage.note.clone(),
            ..Self::bare(quote.quote.span, MarkKind::Quote, quote.usage.bearing)
        }
    }
}

/// The most suggestions marked in one source.
const SUGGESTIONS: usize = 12;

/// What is marked in a source; `checks` are those of its quotations of the inspectors, in order.
pub(super) fn marks(source: &Source, checks: &[(Quotation, Check)], picked: &[Picked]) -> Vec<Mark> {
    let suggested = packhorse_pack::suggest(&[source], SUGGESTIONS);
    let findings = source.facts.findings.iter().map(Mark::of_finding);
    let verdict = |quotation: &Quotation| {
        checks.iter().find(|(said, _)| said.span == quotation.span).map(|(_, check)| check.verdict)
    };
    let quotations =
        source.facts.quotations.iter().map(|quotation| Mark::of_quotation(quotation, verdict(quotation)));
    let suggestions = suggested.iter().map(Mark::of_suggestion);
    findings.chain(quotations).chain(suggestions).chain(picked.iter().map(Mark::of_quote)).collect()
}
