//! Plain text in any encoding, and e-mail pasted as text.

use crate::Error;
use crate::build::{self, Draft};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use packhorse_model::{BlockKind, Document, Format, Notice};

/// Reads plain text.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Error> {
    let (text, notice) = decode(bytes);
    let drafts = drafts(&text, is_wrapped(text.lines().map(str::trim)));
    Ok(build::document(Format::Text, None, drafts, notice.into_iter().collect()))
}

/// The text of some bytes, with a notice when some of them belong to no encoding.
pub(crate) fn decode(bytes: &[u8]) -> (String, Option<Notice>) {
    let encoding = encoding_rs::Encoding::for_bom(bytes).map(|(encoding, _)| encoding).unwrap_or_else(|| {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        detector.guess(None, Utf8Detection::Allow)
    });
    let (text, _, broken) = encoding.decode(bytes);
    let notice = broken.then(|| Notice::new("Some characters of this text could not be read."));
    (text.into_owned(), notice)
}

/// Paragraphs of a text: parted by empty lines or, where no margin broke its lines, by line ends.
pub(crate) fn drafts(text: &str, wrapped: bool) -> Vec<Draft> {
    let lines: Vec<&str> = text.split('\n').map(|line| line.trim_end_matches('\r').trim()).collect();
    let mut drafts: Vec<Draft> = Vec::new();
    let mut open: Option<String> = None;
    let mut close = |open: &mut Option<String>| {
        if let Some(text) = open.take() {
            let mut draft = Draft::new(BlockKind::Paragraph, None, text);
            draft.take_mark();
            drafts.push(draft);
        }
    };
    for line in lines {
        if line.is_empty() {
            close(&mut open);
        } else if open.is_some() && wrapped && !begins_item(line) {
            let text = open.get_or_insert_default();
            text.push(' ');
            text.push_str(line);
        } else {
            close(&mut open);
            open = Some(line.to_owned());
        }
    }
    close(&mut open);
    drafts
}

fn begins_item(line: &str) -> bool {
    line.starts_with(['\u{2022}', '\u{25AA}', '\u{25FC}', '*', '\u{F0B7}']) || line.starts_with("- ")
}

/// Whether lines were broken by a margin: most full lines end at about the same length.
pub(crate) fn is_wrapped<'a>(lines: impl Iterator<Item = &'a str>) -> bool {
    // An address or a rule cannot be broken, and says nothing about the margin.
    let lines: Vec<&str> = lines.filter(|line| line.is_empty() || line.contains(' ')).collect();
    let longest = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0);
    if !(40..=110).contains(&longest) {
        return false;
    }
    let followed = lines.windows(2).filter(|pair| !pair[0].is_empty() && !pair[1].is_empty());
    let (mut full, mut all) = (0, 0);
    for pair in followed {
        all += 1;
        full += usize::from(pair[0].chars().count() * 10 >= longest * 7);
    }
    all >= 2 && full * 10 >= all * 6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_windows_1252_keeps_its_quotation_marks() {
        let document = read(b"The leader said: \x93We are proud.\x94").expect("a text");
        assert_eq!(document.text, "The leader said: “We are proud.”");
    }

    #[test]
    fn lines_broken_at_a_margin_are_one_paragraph() {
        let text = "Inspectors found that children in Wexcombe are seen promptly and\nthat their plans are clear. Managers know the children well and they\ncheck the work of the teams each week.\n\nNext.";
        let document = read(text.as_bytes()).expect("a text");
        assert_eq!(document.blocks.len(), 2, "the margin parts no paragraph");
    }

    #[test]
    fn long_lines_are_paragraphs_of_their_own() {
        let line = "Inspectors found that children are seen promptly. ".repeat(6);
        let document = read(format!("{line}\n{line}").as_bytes()).expect("a text");
        assert_eq!(document.blocks.len(), 2);
    }
}
