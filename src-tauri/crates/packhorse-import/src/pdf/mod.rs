//! PDF: positioned characters, put in order by the tag tree where there is one and by geometry
//! where there is none.

mod contents;
pub(crate) mod furniture;
mod geometry;
mod glyphs;
mod join;
mod lines;
mod marks;
mod scans;
mod tags;
mod widths;

use crate::build::{self, Draft};
use crate::{Error, Limits};
use lopdf::Document as Pdf;
use packhorse_model::{BlockKind, Document, Format};
use std::collections::BTreeMap;

/// Reads a PDF.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Error> {
    let start = bytes.windows(5).position(|window| window == b"%PDF-").unwrap_or(0);
    let mut pdf = Pdf::load_mem(&bytes[start..]).map_err(|error| told(&error))?;
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
    let drafts = finish(drafts, count);
    let mut document = build::document(Format::Pdf, Some(count), drafts, notices);
    document.title_hint = title(&pdf);
    Ok(document)
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
