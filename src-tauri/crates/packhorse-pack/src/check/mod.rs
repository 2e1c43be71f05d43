//! Quotations held against the inspection documents.
//!
//! Finding is generous: case, quote marks, dashes, hyphens, white space, ligatures and line-end
//! hyphens do not stand in the way. The verdict is strict: *exact* means that the characters are
//! the source's own.

mod characters;
mod difference;
mod nearest;
mod parts;
mod stream;
mod verdict;
mod witness;

#[cfg(test)]
mod tests;

pub use difference::{Change, ChangeKind};
pub(crate) use witness::turning;

use packhorse_model::{Place, Quotation, Source, SourceId, Verdict};
use parts::Parts;
use serde::{Deserialize, Serialize};
use witness::Witness;

/// What holding a quotation against sources showed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// The verdict.
    pub verdict: Verdict,
    /// The source that holds the words, or the nearest ones.
    pub source: Option<SourceId>,
    /// Where they stand in it.
    pub place: Option<Place>,
    /// The source's sentence or sentences around them, as the source has them.
    pub sentence: Option<String>,
    /// The source's words beside the quotation's, where they are not the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub difference: Vec<Change>,
    /// What a reader should know about the quotation, in a sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Check {
    pub(crate) fn without_place(verdict: Verdict) -> Self {
        Self { verdict, source: None, place: None, sentence: None, difference: Vec::new(), note: None }
    }
}

/// Holds a quotation's words against sources.
pub fn check_quotation(text: &str, against: &[&Source]) -> Check {
    let witnesses: Vec<Witness<'_>> = against.iter().map(|source| Witness::new(source)).collect();
    check_with(text, &witnesses)
}

/// Holds each quotation of the inspectors that a source prints against other sources, in order.
pub fn check_source(source: &Source, against: &[&Source]) -> Vec<(Quotation, Check)> {
    let others = against.iter().filter(|other| other.id != source.id);
    let witnesses: Vec<Witness<'_>> = others.map(|other| Witness::new(other)).collect();
    let quoted = source.facts.quotations.iter().filter(|quotation| quotation.of_inspectors);
    quoted.map(|quotation| (quotation.clone(), check_with(&quotation.text, &witnesses))).collect()
}

fn check_with(text: &str, witnesses: &[Witness<'_>]) -> Check {
    if witnesses.is_empty() {
        return Check::without_place(Verdict::NoSource);
    }
    // Brackets and dots may be the source's own, so the words are first looked for as they stand.
    let (whole, cut) = (Parts::whole(text), Parts::cut(text));
    let mut best: Option<Check> = None;
    for parts in [&whole, &cut].into_iter().take(if whole == cut { 1 } else { 2 }) {
        for witness in witnesses {
            let Some(check) = witness.hold(parts) else { continue };
            if best.as_ref().is_none_or(|known| check.verdict < known.verdict) {
                best = Some(check);
            }
        }
    }
    if let Some(check) = best {
        return check;
    }
    nearest::nearest(&cut, witnesses).unwrap_or_else(|| Check::without_place(Verdict::NotFound))
}
