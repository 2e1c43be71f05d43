//! What a finished file says, read back from its bytes.

use crate::Error;
use lopdf::{Document, Object, content::Content};

/// Reads a file again: the words of its pages, the strings of every other object (replacement text,
/// descriptions, bookmarks, titles, names), and its streams (metadata, attachments). Each layer has a
/// name for a person.
///
/// # Errors
///
/// When the bytes are no file that can be read.
pub fn said(bytes: &[u8]) -> Result<Vec<(String, String)>, Error> {
    let unread = |error: lopdf::Error| Error::Unread { what: error.to_string() };
    let document = Document::load_mem(bytes).map_err(unread)?;
    let mut layers = Vec::new();
    for (number, page) in document.get_pages() {
        layers
            .push((format!("the text of page {number}"), document.extract_text(&[number]).map_err(unread)?));
        let content = Content::decode(&document.get_page_content(page)).map_err(unread)?;
        let mut marked = String::new();
        let marks = content.operations.iter().filter(|operation| operation.operator == "BDC");
        marks.flat_map(|operation| &operation.operands).for_each(|operand| strings(operand, &mut marked));
        layers.push((format!("the marks of page {number}"), marked));
    }
    let mut objects = String::new();
    let mut streams = String::new();
    strings(&Object::Dictionary(document.trailer.clone()), &mut objects);
    for object in document.objects.values() {
        strings(object, &mut objects);
        if let Object::Stream(stream) = object {
            let plain = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
            streams.push_str(&unescaped(&String::from_utf8_lossy(&plain)));
            streams.push('\n');
        }
    }
    layers.push(("the structure, the bookmarks or the file’s properties".to_owned(), objects));
    layers.push(("the metadata or an attachment".to_owned(), streams));
    Ok(layers)
}

/// Every string within an object, one a line.
fn strings(object: &Object, out: &mut String) {
    match object {
        Object::String(..) => {
            if let Ok(text) = lopdf::decode_text_string(object) {
                out.push_str(&text);
                out.push('\n');
            }
        }
        Object::Array(each) => each.iter().for_each(|one| strings(one, out)),
        Object::Dictionary(entries) => entries.iter().for_each(|(_, one)| strings(one, out)),
        Object::Stream(stream) => stream.dict.iter().for_each(|(_, one)| strings(one, out)),
        _ => {}
    }
}

/// XML's own way of writing some characters undone.
fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}
