//! What stands beside a fact: its field in words, and what a person may enter.

use packhorse_model::{Grade, SourceKind};
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
        field => {
            return field
                .strip_prefix("judgement:")
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

/// A grade as a person entered it.
pub(super) fn entered_grade(value: Option<&str>) -> Grade {
    value
        .map(str::trim)
        .filter(|value| !value.is_empty())
        .map_or(Grade::NotStated, |value| Grade::AsPrinted(value.to_owned()))
}
