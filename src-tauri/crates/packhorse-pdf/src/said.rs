//! What a finished file says, read back from its bytes.

use crate::Error;
use lopdf::{Document, Object, content::Content};
use std::collections::{BTreeMap, BTreeSet};

/// Reads a file again: the words of its pages, one by one and as one text that no page break cuts, the strings of every other object (replacement text,
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
    let mut texts = Vec::new();
    for (number, page) in document.get_pages() {
        let text = document.extract_text(&[number]).map_err(unread)?;
        texts.push(text.clone());
        layers.push((format!("the text of page {number}"), text));
        let content = Content::decode(&document.get_page_content(page)).map_err(unread)?;
        let mut marked = String::new();
        let marks = content.operations.iter().filter(|operation| operation.operator == "BDC");
        marks.flat_map(|operation| &operation.operands).for_each(|operand| strings(operand, &mut marked));
        layers.push((format!("the marks of page {number}"), marked));
    }
    layers.push(("the text across its pages".to_owned(), across(&texts)));
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

/// The pages' lines in one text, without those that most pages repeat, figures aside: a sentence that goes
/// on overleaf is whole there.
fn across(pages: &[String]) -> String {
    let masked =
        |line: &str| line.chars().filter(|c| !c.is_ascii_digit()).collect::<String>().trim().to_owned();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for page in pages {
        let lines: BTreeSet<String> = page.lines().map(masked).collect();
        lines.into_iter().for_each(|line| *seen.entry(line).or_default() += 1);
    }
    let runs =
        |line: &&str| seen.get(&masked(line)).is_none_or(|pages_with| pages_with * 2 <= pages.len().max(2));
    pages.iter().flat_map(|page| page.lines().filter(runs)).collect::<Vec<_>>().join(" ")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_that_goes_on_overleaf_is_whole_in_the_text_across_pages() {
        let page = |number: u32, words: &str| format!("Wexcombe: briefing\n{words}\nPage {number} of 3\n");
        let pages = [page(1, "Children are seen"), page(2, "promptly and alone."), page(3, "The end.")];
        let text = across(&pages);
        assert!(text.contains("Children are seen promptly and alone."), "{text}");
        let one = across(&["Wexcombe: briefing\nAll of it.".to_owned()]);
        assert!(one.contains("All of it."), "a single page repeats nothing: {one}");
    }
}
