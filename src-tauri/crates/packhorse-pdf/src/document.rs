//! The pages as printpdf's document, each half made on a processor of its own where one is free.

use crate::faces::Faces;
use crate::{Error, page, picture, processors, specimen};
use lopdf::{Document, ObjectId};
use packhorse_typeset::{Page, Pages};
use printpdf::{PdfDocument, PdfPage, PdfParseErrorSeverity, PdfSaveOptions};
use tracing::debug_span;

/// The document of all pages, nothing but what is drawn on them.
pub(crate) fn document(pages: &Pages, faces: &Faces) -> Result<Document, Error> {
    if processors::is_one_free() { in_halves(pages, faces) } else { in_one(pages, faces) }
}

pub(crate) fn in_one(pages: &Pages, faces: &Faces) -> Result<Document, Error> {
    part(pages, &pages.pages, &[], faces)
}

/// The same on two processors.
pub(crate) fn in_halves(pages: &Pages, faces: &Faces) -> Result<Document, Error> {
    let (first, second) = pages.pages.split_at(pages.pages.len() / 2);
    let (whole, other) = std::thread::scope(|scope| {
        let other = scope.spawn(|| part(pages, second, &[], faces));
        let whole = part(pages, first, second, faces);
        // A thread that could not be finished is done again here, where its panic is seen.
        (whole, other.join().unwrap_or_else(|_| part(pages, second, &[], faces)))
    });
    let (mut whole, mut other) = (whole?, other?);
    let (to, from) = (contents(&whole)?, contents(&other)?);
    for (blank, drawn) in to[first.len()..].iter().zip(&from) {
        let content = other.objects.remove(drawn).ok_or(Error::Unexpected { what: "a page" })?;
        whole.objects.insert(*blank, content);
    }
    Ok(whole)
}

/// A document of some pages, and of blank ones of the size of others after them.
fn part(pages: &Pages, drawn: &[Page], blank: &[Page], faces: &Faces) -> Result<Document, Error> {
    let mut document = PdfDocument::new("");
    debug_span!("operations").in_scope(|| {
        document.resources.fonts.map = faces.embedded();
        document.resources.xobjects.map = picture::pictures(pages);
        let drawn = drawn.iter().map(|page| page::page(page, &pages.structure, faces));
        let blank = blank.iter().map(|page| page::paper(page, Vec::new()));
        document.pages = drawn.chain(blank).chain([specimen::page(faces)]).collect::<Vec<PdfPage>>();
    });
    // Text is shown by operators printpdf does not know, which these options let pass.
    let options =
        PdfSaveOptions { optimize: false, subset_fonts: false, secure: false, image_optimization: None };
    let mut warnings = Vec::new();
    let mut file =
        debug_span!("objects").in_scope(|| printpdf::to_lopdf_doc(&document, &options, &mut warnings));
    if let Some(warning) =
        warnings.into_iter().find(|warning| warning.severity == PdfParseErrorSeverity::Error)
    {
        return Err(Error::Page { what: warning.msg });
    }
    specimen::take_off(&mut file)?;
    Ok(file)
}

/// Where the content of each page is kept.
fn contents(file: &Document) -> Result<Vec<ObjectId>, Error> {
    let pages = file.get_pages().into_values();
    let each = pages.map(|page| file.get_dictionary(page)?.get(b"Contents")?.as_reference());
    each.collect::<Result<_, _>>().map_err(|_| Error::Unexpected { what: "a page" })
}
