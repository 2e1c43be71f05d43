//! The words Packhorse works with.
//!
//! Nothing here opens a file, reads a clock or asks for a setting. A [`Document`] is what import
//! makes of a file, a [`Source`] is a document the office keeps, [`Facts`] are what was recognised
//! in it, a [`Quote`] is lifted out of a source and by nothing else, and a [`Composed`] pack is
//! what the typesetter sets.

pub mod composed;
mod date;
mod document;
mod facts;
mod ids;
mod inspection;
mod notice;
mod quote;
mod source;
mod theme;

pub use composed::Composed;
pub use date::{DateRange, PartialDate};
pub use document::{Block, BlockKind, Document, Format, HyphenChoice, PageBreak, Span};
pub use facts::{Confidence, Evidence, Fact, Facts, Finding, Place, Quotation, Rank, Stance};
pub use ids::{PackId, QuoteId, SourceId};
pub use inspection::{Grade, Judgement};
pub use notice::Notice;
pub use quote::{Altered, Bearing, Edit, Quote, StoredQuote, Verdict, Weight};
pub use source::{Digest, Source, SourceKind};
pub use theme::{ThemeHit, theme_label, themes};
