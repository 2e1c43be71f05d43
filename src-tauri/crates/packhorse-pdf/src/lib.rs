//! Placed pages in, accessible PDF bytes out.
//!
//! printpdf writes pages and fonts; a pass over its document adds what it lacks: the structure
//! tree, links, bookmarks, metadata and the output intent. Every file is PDF/UA-1 and PDF/A-2a, and
//! the same pages give the same bytes.

mod document;
mod error;
mod faces;
mod page;
mod picture;
mod processors;
mod said;
mod specimen;
mod squeeze;
mod tag;

pub use error::Error;
pub use said::said;

use packhorse_typeset::Pages;
use tracing::debug_span;

/// Writes pages as a PDF file.
pub fn write(pages: &Pages) -> Result<Vec<u8>, Error> {
    let _writing = processors::Writing::begin();
    let faces = debug_span!("fonts").in_scope(|| faces::Faces::of(pages))?;
    let mut file = document::document(pages, &faces)?;
    faces.squeeze(&mut file);
    debug_span!("structure").in_scope(|| tag::tag(&mut file, pages))?;
    debug_span!("bytes").in_scope(|| squeeze::save(file))
}

#[cfg(test)]
mod tests;
