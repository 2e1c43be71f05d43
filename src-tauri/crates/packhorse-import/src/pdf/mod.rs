//! PDF: positioned characters, put in order by the tag tree where there is one and by geometry
//! where there is none.

mod contents;
pub(crate) mod furniture;
mod geometry;
mod glyphs;
mod join;
mod lines;
mod marks;
mod places;
mod scans;
mod tags;
mod widths;

use crate::build::{self, Draft};
use crate::{Error, Limits};
use glyphs::Page;
use lopdf::Document as Pdf;
use packhorse_model::{BlockKind, Document, Format, Notice, Span};
pub(crate) use places::Line;
use std::collections::BTreeMap;

/// A PDF in the reading order, before it becomes a document.
struct Ordered {
    pages: Vec<Page>,
    drafts: Vec<Draft>,
    notices: Vec<Notice>,
    title: Option<String>,
}

/// Reads a PDF.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Error> {
    let Ordered { pages, drafts, notices, title } = ordered(bytes, limits)?;
    let count = u32::try_from(pages.len()).unwrap_or(u32::MAX);
    let mut document = build::document(Format::Pdf, Some(count), &drafts, notices);
    document.title_hint = title;
    Ok(document)
}

/// The words at a span of a PDF's text, and the lines on one page that they stand on.
///
/// There are no lines when the words and the characters on the page cannot be brought together.
pub(crate) fn lines_at(
    bytes: &[u8],
    limits: &Limits,
    page: u32,
    span: Span,
) -> Result<(String, Vec<Line>), Error> {
    let Ordered { pages, drafts, .. } = ordered(bytes, limits)?;
    let document = build::document(Format::Pdf, None, &drafts, Vec::new());
    let words = document.text.get(span.range()).unwrap_or("").to_owned();
    let sheet = usize::try_from(page).ok().and_then(|page| pages.get(page.checked_sub(1)?));
    let lines = sheet.and_then(|sheet| places::lines(sheet, &drafts, &document, span));
    Ok((words, lines.unwrap_or_default()))
}

/// Where a file's bytes begin to be PDF: mail and web servers put lines of their own before them.
pub(crate) fn body(bytes: &[u8]) -> &[u8] {
    let start = bytes.windows(5).position(|window| window == b"%PDF-").unwrap_or(0);
    &bytes[start..]
}

fn ordered(bytes: &[u8], limits: &Limits) -> Result<Ordered, Error> {
    let mut pdf = Pdf::load_mem(body(bytes)).map_err(|error| told(&error))?;
    if pdf.is_encrypted() {
        return Err(Error::Locked);
    }
    let order: Vec<_> = pdf.get_pages().into_iter().collect();
    let count = u32::try_from(order.len()).unwrap_or(u32::MAX);
    if count > limits.pages {
        return Err(Error::TooManyPages { limit: limits.pages });
    }
    if count == 0 {
        return Err(Error::Damaged { reason: "it has no pages".into() });
    }
    let numbers: BTreeMap<_, _> = order.iter().map(|(number, id)| (*id, *number)).collect();
    let tree = tags::tree(&pdf, &numbers);
    marks::rewrite(&mut pdf);
    widths::write_out(&mut pdf);
    let mut notices = Vec::new();
    let pages = glyphs::pages(&pdf, count, &mut notices);
    notices.extend(scans::notices(&pages)?);
    let drafts = match tree.and_then(|tree| tags::drafts(&tree, &pages)) {
        Some(drafts) => drafts,
        None => geometry::drafts(&pages),
    };
    Ok(Ordered { drafts: finish(drafts, count), title: title(&pdf), pages, notices })
}

/// Takes furniture out, joins what a page parted, takes bullets and numbers off.
fn finish(mut drafts: Vec<lines::Placed>, pages: u32) -> Vec<Draft> {
    furniture::mark(&mut drafts, pages);
    let mut drafts: Vec<Draft> = drafts.into_iter().map(lines::Placed::into_draft).collect();
    drafts.iter_mut().for_each(Draft::take_mark);
    nest(&mut drafts);
    contents::hide(&mut drafts, pages);
    join::across_pages(drafts)
}

/// Gives items their level by their marks where the tags give all the same one: within a run of
/// items, a mark that is not the first one's belongs to an item within an item.
fn nest(drafts: &mut [Draft]) {
    let mut first: Option<String> = None;
    for draft in drafts {
        match (&draft.kind, &draft.mark) {
            (BlockKind::Item { level: 1 }, Some(mark)) => match &first {
                Some(outer) if outer != mark => draft.kind = BlockKind::Item { level: 2 },
                _ => first = Some(mark.clone()),
            },
            (BlockKind::Item { .. } | BlockKind::Furniture | BlockKind::Footnote, _) => {}
            _ => first = None,
        }
    }
}

fn told(error: &lopdf::Error) -> Error {
    let words = error.to_string();
    if words.to_lowercase().contains("password") || words.to_lowercase().contains("decrypt") {
        return Error::Locked;
    }
    Error::Damaged { reason: "it does not follow the rules of PDF, or its end is missing".into() }
}

/// The title in the metadata, often a template's name.
fn title(pdf: &Pdf) -> Option<String> {
    let info = pdf.trailer.get(b"Info").ok()?;
    let (_, info) = pdf.dereference(info).ok()?;
    let title = info.as_dict().ok()?.get(b"Title").ok()?;
    let title = lopdf::decode_text_string(title).ok()?;
    Some(title.trim().to_owned()).filter(|title| !title.is_empty())
}

/// The heading level for a kind, used by both readers of structure.
fn heading(level: u8) -> BlockKind {
    BlockKind::Heading { level: level.clamp(1, 6) }
}
