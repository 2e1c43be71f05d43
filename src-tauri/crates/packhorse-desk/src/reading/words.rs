//! What stands beside a fact: its field in words, and what a person may enter.

use packhorse_model::{Facts, Finding, Rank, SourceKind};
use packhorse_recognise::frameworks;

/// A field in words.
pub(crate) fn label(field: &str) -> String {
    let words = match field {
        "source_kind" => "Kind of document",
        "title" => "Title",
        "kind" => "Kind of inspection",
        "framework" => "Framework",
        "authority" => "Council",
        "inspected" => "Dates of inspection",
        "published" => "Publication date",
        "lead_inspector" => "Lead inspector",
        "theme" => "What was looked at",
        field if finding_at(field).is_some() => "Finding",
        field => {
            return field
                .strip_prefix("judgement:")
                .map(|area| area.split(':').next().unwrap_or(area))
                .map_or_else(|| field.to_owned(), |area| frameworks::area_label(area).to_owned());
        }
    };
    words.to_owned()
}

/// Kinds a person may choose from.
pub(super) const KINDS: [SourceKind; 9] = [
    SourceKind::Report,
    SourceKind::Letter,
    SourceKind::PressRelease,
    SourceKind::NewsStory,
    SourceKind::Statement,
    SourceKind::Minutes,
    SourceKind::YoungPeoplesSummary,
    SourceKind::OutcomesTable,
    SourceKind::Other,
];

/// Ranks a finding may have, and what one is called.
pub(super) const RANKS: [(Rank, &str, &str); 3] = [
    (Rank::PriorityAction, "priority-action", "Priority action"),
    (Rank::Improvement, "improvement", "Area to improve"),
    (Rank::Strength, "strength", "Strength"),
];

/// The field of a finding: where its words begin.
pub(super) fn finding_field(finding: &Finding) -> String {
    format!("finding:{}", finding.place.span.start)
}

/// Where the words of a finding begin, when the field is one.
pub(crate) fn finding_at(field: &str) -> Option<usize> {
    field.strip_prefix("finding:")?.parse().ok()
}

/// The finding whose words begin there.
pub(crate) fn finding_from(facts: &Facts, start: usize) -> Option<usize> {
    facts.findings.iter().position(|finding| finding.place.span.start == start)
}

/// The field of a judgement: its area and, where a document judges one more than once, which of them it is.
pub(super) fn judgement_field(facts: &Facts, index: usize) -> String {
    let area = &facts.judgements[index].area;
    match facts.judgements[..index].iter().filter(|earlier| earlier.area == *area).count() {
        0 => format!("judgement:{area}"),
        earlier => format!("judgement:{area}:{}", earlier + 1),
    }
}

/// The judgement of a field.
pub(crate) fn judgement_at(facts: &Facts, field: &str) -> Option<usize> {
    (0..facts.judgements.len()).find(|index| judgement_field(facts, *index) == field)
}
