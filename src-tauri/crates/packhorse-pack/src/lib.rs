//! Picks, checks quotations and composes a pack for an audience.
//!
//! Nothing here opens a file, reads a clock or asks for a setting: sources, the day the pack is
//! made and the audience's template are passed in, and the same input gives the same pack.
//!
//! - [`check_quotation`] holds words somebody quotes against inspection documents.
//! - [`suggest`] picks key sentences, strengths and concerns in proportion.
//! - [`compose`] makes a [`packhorse_model::Composed`] pack of a [`Plan`] for one [`Edition`].
//! - [`proofs`] compares every quoted word of a composed pack with its source again.
//! - [`withheld_in`] looks for what an edition withholds in the layers of its file.
//! - [`with_changes`] puts a page before a pack that says what changed since a version was given.
//! - [`to_fix`] lists what needs a person's hand before a pack is issued.

mod arrange;
mod audience;
mod check;
mod compose;
mod data;
mod due;
mod error;
mod follow_up;
mod marking;
mod outline;
mod papers;
mod passages;
mod plan;
mod proof;
mod sentence;
mod since;
mod speaker;
mod suggest;
mod tabled;
mod to_fix;
mod withheld;
mod words;

pub use arrange::{Arrangement, FIXED};
pub use audience::{Audience, NotATemplate, PlainGrade};
pub use check::{
    Alteration, AtHand, Change, ChangeKind, Check, Copied, Imprint, Statement, Witness, Witnesses,
    check_quotation, check_source, tied, told, worth_reading, worth_reading_for_copies,
};
pub use compose::{compose, shown};
pub use error::Error;
pub use follow_up::FollowUp;
pub use marking::exemption;
pub use outline::outline_text;
pub use plan::{Edition, Late, Note, Pick, Plan, Status, Withheld};
pub use proof::{Proof, proofs};
pub use sentence::sentences;
pub use since::{CHANGES, Changed, Given, How, changes, with_changes};
pub use suggest::suggest;
pub use tabled::{TabledGrade, TabledInspection};
pub use to_fix::{About, Kind, Severity, ToFix, preflight, to_fix, to_fix_with};
pub use withheld::{Found, withheld_in};
pub use words::excerpt;

#[cfg(test)]
mod fixture;
