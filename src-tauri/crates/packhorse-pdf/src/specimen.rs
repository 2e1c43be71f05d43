//! A page that shows each glyph once.
//!
//! printpdf embeds the faces, and tells a reader of the glyphs, that its own operators show. The pages show
//! theirs with operators that are cheaper to write, so this one shows them all, and is taken off again.

use crate::Error;
use crate::faces::Faces;
use lopdf::{Document, Object, ObjectId};
use printpdf::{Codepoint, Op, PdfFontHandle, PdfPage, Pt, Rect, TextItem};

/// The page, to stand after all others.
pub(crate) fn page(faces: &Faces) -> PdfPage {
    let shown = faces.each().flat_map(|face| {
        let glyphs = face.glyphs().map(|entry| Codepoint::with_cid(entry.id, 0.0, entry.text.clone()));
        let items = vec![TextItem::GlyphIds(glyphs.collect())];
        let font = PdfFontHandle::External(face.id.clone());
        [Op::SetFont { font, size: Pt(1.0) }, Op::ShowText { items }]
    });
    let ops = std::iter::once(Op::StartTextSection).chain(shown).chain([Op::EndTextSection]).collect();
    let none =
        Rect { x: Pt(0.0), y: Pt(0.0), width: Pt(0.0), height: Pt(0.0), mode: None, winding_order: None };
    PdfPage { media_box: none.clone(), trim_box: none.clone(), crop_box: none, ops }
}

/// Takes the last page off the document.
pub(crate) fn take_off(file: &mut Document) -> Result<(), Error> {
    let unexpected = |_| Error::Unexpected { what: "the list of pages" };
    let tree = file.catalog().and_then(|catalog| catalog.get(b"Pages")).and_then(Object::as_reference);
    let tree = file.get_object_mut(tree.map_err(unexpected)?).and_then(Object::as_dict_mut);
    let tree = tree.map_err(unexpected)?;
    let kids = tree.get_mut(b"Kids").and_then(Object::as_array_mut).map_err(unexpected)?;
    let last = kids.pop().and_then(|kid| kid.as_reference().ok());
    let left = kids.len() as i64;
    tree.set("Count", left);
    let last = last.ok_or(Error::Unexpected { what: "the list of pages" })?;
    if let Some(Object::Dictionary(page)) = file.objects.remove(&last) {
        let parts = [b"Resources".as_slice(), b"Contents"];
        let parts: Vec<ObjectId> =
            parts.iter().filter_map(|key| page.get(key).and_then(Object::as_reference).ok()).collect();
        parts.iter().for_each(|part| drop(file.objects.remove(part)));
    }
    Ok(())
}
