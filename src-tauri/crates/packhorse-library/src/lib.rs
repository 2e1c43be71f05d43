//! What the office keeps: one SQLite file, its migrations, search and backup.
//!
//! [`Library::open_or_create`] opens it. A document is brought in with [`Library::keep`], words are
//! picked from it with [`Library::pick`], packs are composed of those. What a method says was done
//! is on the disk when it returns, and [`Library::undo`] takes it back.

mod backup;
mod check;
mod clock;
mod counts;
mod error;
mod folder;
mod header;
mod issue;
mod library;
mod migrate;
mod pack;
mod part;
mod quote;
mod restore;
mod row;
mod search;
mod setting;
mod source;
mod step;
#[cfg(test)]
mod testing;
mod work;

pub use backup::Backup;
pub use check::{Problem, Report};
pub use clock::Clock;
pub use counts::Counts;
pub use error::Error;
pub use issue::Issue;
pub use library::Library;
pub use pack::{Draft, Pack};
pub use quote::{NewQuote, Picked, QuoteFilter, Use};
pub use restore::Restored;
pub use search::{Hit, Snippet};
pub use source::{Entry, Kept, NewSource, Way};
pub use work::Work;
