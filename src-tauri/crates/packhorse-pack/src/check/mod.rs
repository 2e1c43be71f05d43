//! Quotations held against the inspection documents.
//!
//! Finding is generous: case, quote marks, dashes, hyphens, white space, ligatures and line-end
//! hyphens do not stand in the way. The verdict is strict: *exact* means that the characters are
//! the source's own.

mod boilerplate;
mod characters;
mod copied;
mod difference;
mod edge;
mod hold;
mod imprint;
mod moved;
mod near;
mod nearest;
mod own;
mod parts;
mod shared;
mod shingles;
mod sieve;
mod stream;
mod tied;
mod told;
mod turning;
mod verdict;
mod vocabulary;
mod voices;
mod weight;
mod witness;
mod witnesses;
mod worth;

#[cfg(test)]
mod tests;

pub use copied::Copied;
pub use difference::{Alteration, Change, ChangeKind};
pub use imprint::Imprint;
pub(crate) use near::same_days;
pub(crate) use own::{nearly, of_their_own, own_of};
pub use tied::{Statement, tied};
pub use told::told;
pub(crate) use turning::{contrast, denial, turning};
pub use witness::Witness;
pub use witnesses::Witnesses;
pub use worth::{AtHand, worth_reading, worth_reading_for_copies};

use packhorse_model::{Place, Quotation, Source, SourceId, Verdict};
use serde::{Deserialize, Serialize};

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
    /// What was done to the meaning, in a sentence: a “not” or a “but” that was left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meaning: Option<String>,
    /// What a reader should know about the quotation, in a sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Check {
    pub(crate) fn without_place(verdict: Verdict) -> Self {
        Self {
            verdict,
            source: None,
            place: None,
            sentence: None,
            difference: Vec::new(),
            meaning: None,
            note: None,
        }
    }
}

/// Holds a quotation's words against sources.
pub fn check_quotation(text: &str, against: &[&Source]) -> Check {
    Witnesses::new(against).check(text)
}

/// Holds each quotation of the inspectors that a source prints against other sources, in order.
pub fn check_source(source: &Source, against: &[&Source]) -> Vec<(Quotation, Check)> {
    Witnesses::new(against).check_source(source)
}
