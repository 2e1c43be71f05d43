//! Whether a library holds the inspection document a paper speaks of.

use super::Check;
use super::difference::{Change, ChangeKind};
use super::near::{Near, same_days};
use super::witnesses::Witnesses;
use packhorse_model::{Quotation, Source, Verdict};

impl Witnesses<'_> {
    /// Holds each quotation of the inspectors that a paper prints against a whole library, in order.
    ///
    /// Where no document here holds any of its words and none can be the one it speaks of, nothing
    /// is held against it: there is no source.
    pub fn check_in_library(&self, paper: &Source) -> Vec<(Quotation, Check)> {
        let checks = self.check_source(paper);
        let hit = checks.iter().any(|(_, check)| check.verdict <= Verdict::Punctuation);
        let own = || {
            self.beside(Some(paper))
                .iter()
                .any(|(near, other)| may_be_own(paper, *near, other.source(), &checks))
        };
        if hit || own() {
            return checks;
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

/// Whether three quarters of a quotation's words stand in the passage beside it.
pub(crate) fn nearly(difference: &[Change]) -> bool {
    let words = |kind: ChangeKind| {
        let of_kind = difference.iter().filter(|change| change.change == kind);
        of_kind.map(|change| change.words.split_whitespace().count()).sum::<usize>()
    };
    words(ChangeKind::Same) >= 3 * words(ChangeKind::Added)
}
