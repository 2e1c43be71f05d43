//! What the targets share: whose fault a failure is, what must hold of a document, and how an
//! archive is changed inside.

mod archive;
mod blame;
mod hold;
mod lines;

pub use archive::change_inside;
pub use blame::{spare_others, spared};
pub use hold::{document, facts};
pub use lines::paper;

use packhorse_import::Limits;

/// Reads bytes in this process as the worker does, and recognises what they say.
pub fn read(bytes: &[u8], name: &str) {
    let read = spared(|| packhorse_import::read(bytes, name, &limits()));
    if let Some(Ok(found)) = read {
        document(&found);
        facts(&found);
    }
}

/// Limits of a small machine: what one input may cost while thousands wait.
pub fn limits() -> Limits {
    Limits { inflated: 4_000_000, markup: 200_000, pages: 50, cells: 20_000, ..Limits::default() }
}
