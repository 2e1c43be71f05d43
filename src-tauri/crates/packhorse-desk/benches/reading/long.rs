//! A long report: a sample again and again, with its tags.

use crate::papers::root;
use lopdf::{Document, Object, ObjectId};
use tempfile::NamedTempFile;

/// How many pages it has at least.
const PAGES: usize = 60;

/// Writes a long report; `None` when the sample is not as it should be.
pub(crate) fn report() -> Option<NamedTempFile> {
    let sample = root().join("resources/samples/wexcombe_2023-05-19_inspection.pdf");
    let mut whole = Document::load(&sample).ok()?;
    let copy = whole.clone();
    let mut pages: Vec<ObjectId> = whole.get_pages().into_values().collect();
    let mut parts = vec![tags(&whole)?];
    while pages.len() < PAGES {
        let mut next = copy.clone();
        next.renumber_objects_with(whole.max_id + 1);
        pages.extend(next.get_pages().into_values());
        parts.push(tags(&next)?);
        whole.max_id = next.max_id;
        whole.objects.extend(next.objects);
    }
    let tree = whole.catalog().ok()?.get(b"Pages").and_then(Object::as_reference).ok()?;
    let count = i64::try_from(pages.len()).ok()?;
    for page in &pages {
        whole.get_dictionary_mut(*page).ok()?.set("Parent", tree);
    }
    let kids: Vec<Object> = pages.into_iter().map(Object::Reference).collect();
    let list = whole.get_dictionary_mut(tree).ok()?;
    list.set("Kids", kids);
    list.set("Count", count);
    let root = whole.catalog().ok()?.get(b"StructTreeRoot").and_then(Object::as_reference).ok()?;
    whole.get_dictionary_mut(root).ok()?.set("K", parts);
    let mut file = NamedTempFile::new().ok()?;
    whole.save_to(file.as_file_mut()).ok()?;
    Some(file)
}

/// The top of a document's tags.
fn tags(document: &Document) -> Option<Object> {
    let root = document.catalog().ok()?.get(b"StructTreeRoot").and_then(Object::as_reference).ok()?;
    match document.get_dictionary(root).ok()?.get(b"K").ok()? {
        Object::Array(list) => list.first().cloned(),
        one => Some(one.clone()),
    }
}
