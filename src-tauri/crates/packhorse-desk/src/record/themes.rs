//! What findings and quotations are about, in the shape other programs read.

use packhorse_model::{Finding, Rank};
use serde::Serialize;

/// A theme and the words that show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ThemeRecord {
    /// The theme's id.
    pub id: &'static str,
    /// The words.
    pub words: Vec<String>,
}

/// What an item of the document's own lists is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FindingRecord {
    /// `priority-action`, `improvement` or `strength`.
    pub rank: Rank,
    /// Its words.
    pub text: String,
    /// Its themes, the strongest first.
    pub themes: Vec<ThemeRecord>,
}

impl ThemeRecord {
    /// The themes of a passage, the strongest first.
    pub(super) fn all(text: &str) -> Vec<Self> {
        let words = |spans: Vec<packhorse_model::Span>| {
            spans.into_iter().filter_map(|span| text.get(span.range())).map(str::to_owned).collect()
        };
        let hits = packhorse_model::themes(text).into_iter();
        hits.map(|hit| Self { id: hit.id, words: words(hit.words) }).collect()
    }
}

impl FindingRecord {
    /// What a finding is about.
    pub(super) fn of(finding: &Finding) -> Self {
        Self { rank: finding.rank, text: finding.text.clone(), themes: ThemeRecord::all(&finding.text) }
    }
}
