//! How near an inspection document is to a paper that speaks of an inspection.

use packhorse_model::Facts;

/// How many days may lie between a report and a paper that speaks of it.
pub(crate) const NEAR_DAYS: i64 = 90;
/// How many days before its own day a document may be spoken of: its date may be that of the final letter.
const EARLY_DAYS: i64 = 7;

/// How near an inspection document is to a paper; the nearest is looked through first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Near {
    /// About another council.
    Another,
    /// One of the two does not name its council.
    Unknown,
    /// About the same council.
    Council,
    /// About the same council's inspection of those days.
    Event,
}

impl Near {
    /// How near a document is to a paper.
    pub(super) fn of(paper: &Facts, document: &Facts) -> Self {
        Self::with_council(same_council(paper, document), paper, document)
    }

    /// The same, where it is known whether both name one council.
    pub(super) fn with_council(same: Option<bool>, paper: &Facts, document: &Facts) -> Self {
        match same {
            Some(false) => Self::Another,
            Some(true) if same_days(paper, document) => Self::Event,
            Some(true) => Self::Council,
            None => Self::Unknown,
        }
    }

    /// How near it is, counted from another council's.
    pub(super) fn steps(self) -> f64 {
        match self {
            Self::Another => 0.0,
            Self::Unknown => 1.0,
            Self::Council => 2.0,
            Self::Event => 3.0,
        }
    }
}

/// Whether both name the same council; nothing when one of them names none.
pub(super) fn same_council(one: &Facts, other: &Facts) -> Option<bool> {
    Some(folded_council(one)? == folded_council(other)?)
}

/// The council a document names, as it is compared with another's.
pub(super) fn folded_council(facts: &Facts) -> Option<String> {
    facts.authority.as_ref().map(|council| crate::data::folded(&council.value))
}

/// Whether a paper may be about an inspection: the same visit, or a day near its own.
pub(crate) fn same_days(said: &Facts, found: &Facts) -> bool {
    let days = |facts: &Facts| facts.inspected.as_ref().map(|fact| fact.value);
    if days(said).is_some_and(|visit| days(found) == Some(visit)) {
        return true;
    }
    let Some(on) = said.published.as_ref().map(|fact| fact.value.earliest()) else { return false };
    let visit = found.inspected.as_ref().map(|fact| fact.value.to.unwrap_or(fact.value.from).earliest());
    let published = found.published.as_ref().map(|fact| fact.value.earliest());
    // Nobody speaks of a letter weeks before it is written.
    let latest = said.published.as_ref().map_or(on, |fact| fact.value.latest());
    if [published, visit].into_iter().flatten().any(|day| (day - latest).num_days() > EARLY_DAYS) {
        return false;
    }
    [published, visit].into_iter().flatten().any(|day| (on - day).num_days().abs() <= NEAR_DAYS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{facts, sure};
    use packhorse_model::SourceKind;

    #[test]
    fn nobody_speaks_of_a_letter_weeks_before_it_is_written() {
        let of = |kind: SourceKind, day: &str| Facts {
            published: Some(sure(day.parse().expect("a date"))),
            ..facts(kind)
        };
        let letter = of(SourceKind::Letter, "2026-09-10");
        let speaks = |day: &str| same_days(&of(SourceKind::PressRelease, day), &letter);
        assert!(speaks("2026-09-10") && speaks("2026-09-24"));
        assert!(speaks("2026-09-07"), "an early version may be a few days older");
        assert!(speaks("2026-09-03") && !speaks("2026-09-02"));
        assert!(speaks("2026-09") && !speaks("2026-08"), "a month has days after its first");
    }
}
