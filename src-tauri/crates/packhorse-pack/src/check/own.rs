//! Whether a library holds the inspection document a paper speaks of.

use super::Check;
use super::difference::{Change, ChangeKind};
use super::near::{Near, same_days};
use super::witnesses::Witnesses;
use packhorse_model::{Quotation, Source, SourceId, Verdict};
use std::collections::BTreeSet;

impl Witnesses<'_> {
    /// Holds each quotation of the inspectors that a paper prints against a whole library, in order.
    ///
    /// Where no document here holds any of its words and none can be the one it speaks of, nothing
    /// is held against it: there is no source.
    pub fn check_in_library(&self, paper: &Source) -> Vec<(Quotation, Check)> {
        let checks = self.check_source(paper);
        let beside = self.beside(Some(paper));
        let own = beside.iter().filter(|(near, other)| may_be_own(paper, *near, other.source(), &checks));
        let own = own_of(own.map(|(_, other)| other.id()), &checks);
        if !own.is_empty() {
            return of_their_own(checks, &own);
        }
        let ours = checks.into_iter().filter(|(said, _)| said.of_inspectors);
        ours.map(|(said, _)| (said, Check::without_place(Verdict::NoSource))).collect()
    }
}

/// Whether a paper may speak of a document: it is not about another council, and was published near
/// its day or, undated, names its council or says nearly its words.
fn may_be_own(paper: &Source, near: Near, document: &Source, checks: &[(Quotation, Check)]) -> bool {
    let dated = paper.facts.published.is_some() || paper.facts.inspected.is_some();
    let nearly_said =
        || checks.iter().any(|(_, check)| check.source == Some(document.id) && nearly(&check.difference));
    near != Near::Another
        && (same_days(&paper.facts, &document.facts) || (!dated && (near == Near::Council || nearly_said())))
}

/// The documents a paper speaks of: those it may, and those that hold its words.
pub(crate) fn own_of(
    may_be: impl Iterator<Item = SourceId>,
    checks: &[(Quotation, Check)],
) -> BTreeSet<SourceId> {
    let held = checks.iter().filter(|(_, check)| check.verdict <= Verdict::Punctuation);
    may_be.chain(held.filter_map(|(_, check)| check.source)).collect()
}

/// The checks of a paper, without those that hold words against a document it does not speak of and
/// that is not nearly theirs: another year's report is no measure of what was said of this one.
pub(crate) fn of_their_own(
    checks: Vec<(Quotation, Check)>,
    own: &BTreeSet<SourceId>,
) -> Vec<(Quotation, Check)> {
    let strange = |check: &Check| {
        check.verdict == Verdict::Differs
            && check.source.is_some_and(|source| !own.contains(&source))
            && !nearly(&check.difference)
    };
    let kept = |check: Check| {
        if strange(&check) { Check::without_place(Verdict::NotFound) } else { check }
    };
    checks.into_iter().map(|(said, check)| (said, kept(check))).collect()
}

/// Whether three quarters of a quotation's words stand in the passage beside it.
pub(crate) fn nearly(difference: &[Change]) -> bool {
    let words = |kind: ChangeKind| {
        let of_kind = difference.iter().filter(|change| change.change == kind);
        of_kind.map(|change| change.words.split_whitespace().count()).sum::<usize>()
    };
    words(ChangeKind::Same) >= 3 * words(ChangeKind::Added)
}
