//! What printpdf lacks, put into its document: structure, links, bookmarks, metadata.

mod about;
mod labels;
mod link;
mod outline;
pub(crate) mod role;
mod structure;

use crate::Error;
use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat, dictionary};
use packhorse_typeset::Pages;

/// Adds it all.
pub(crate) fn tag(file: &mut Document, pages: &Pages) -> Result<(), Error> {
    let leaves: Vec<ObjectId> = file.get_pages().into_values().collect();
    if leaves.len() != pages.pages.len() {
        return Err(Error::Unexpected { what: "pages" });
    }
    let links = link::add(file, pages, &leaves);
    structure::add(file, pages, &leaves, &links)?;
    for (key, leaf) in leaves.iter().enumerate() {
        let page = dictionary_of(file, *leaf)?;
        page.set("StructParents", key as i64);
        page.set("Tabs", "S");
        let places: Vec<Object> = links[key].iter().copied().map(Object::Reference).collect();
        if places.is_empty() {
            page.remove(b"Annots");
        } else {
            page.set("Annots", places);
        }
    }
    let bookmarks = outline::add(file, pages, &leaves);
    let labels = labels::labels(pages.pages.iter().map(|page| page.label.as_str()));
    let catalog = catalog(file)?;
    catalog.remove(b"PageLayout");
    catalog.set("Lang", text(&pages.about.language));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("PageLabels", labels);
    if let Some(bookmarks) = bookmarks {
        catalog.set("Outlines", bookmarks);
        catalog.set("PageMode", "UseOutlines");
    }
    about::add(file, &pages.about)
}

fn dictionary_of(file: &mut Document, id: ObjectId) -> Result<&mut Dictionary, Error> {
    let object = file.get_object_mut(id).and_then(Object::as_dict_mut);
    object.map_err(|_| Error::Unexpected { what: "a page" })
}

fn catalog(file: &mut Document) -> Result<&mut Dictionary, Error> {
    file.catalog_mut().map_err(|_| Error::Unexpected { what: "a catalog" })
}

/// Text outside the pages: plain where it can be, UTF-16 where it must.
pub(crate) fn text(text: &str) -> Object {
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return Object::string_literal(text);
    }
    let bytes = [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    Object::String(bytes, StringFormat::Hexadecimal)
}
