//! Placed pages in, accessible PDF bytes out.
//!
//! printpdf writes pages and fonts; a pass over its document adds what it lacks: the structure
//! tree, links, bookmarks, metadata and the output intent. Every file is PDF/UA-1 and PDF/A-2a, and
//! the same pages give the same bytes.

mod error;
mod faces;
mod page;
mod picture;
mod said;
mod squeeze;
mod tag;

pub use error::Error;
pub use said::said;

use packhorse_typeset::Pages;
use printpdf::{PdfDocument, PdfParseErrorSeverity, PdfSaveOptions};
use tracing::debug_span;

/// Writes pages as a PDF file.
pub fn write(pages: &Pages) -> Result<Vec<u8>, Error> {
    let mut document = PdfDocument::new("");
    let faces = debug_span!("fonts").in_scope(|| faces::Faces::of(pages))?;
    debug_span!("operations").in_scope(|| {
        document.resources.fonts.map = faces.embedded();
        document.resources.xobjects.map = picture::pictures(pages);
        document.pages = page::pages(pages, &faces);
    });

    let options =
        PdfSaveOptions { optimize: false, subset_fonts: false, secure: true, image_optimization: None };
    let mut warnings = Vec::new();
    let mut file =
        debug_span!("objects").in_scope(|| printpdf::to_lopdf_doc(&document, &options, &mut warnings));
    if let Some(warning) =
        warnings.into_iter().find(|warning| warning.severity == PdfParseErrorSeverity::Error)
    {
        return Err(Error::Page { what: warning.msg });
    }
    debug_span!("structure").in_scope(|| tag::tag(&mut file, pages))?;
    debug_span!("bytes").in_scope(|| squeeze::save(file))
}

#[cfg(test)]
mod tests;
