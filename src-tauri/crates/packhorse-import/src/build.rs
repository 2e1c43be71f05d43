//! Blocks read one after the other become a document.

use packhorse_model::{Block, BlockKind, Document, Format, HyphenChoice, Notice, PageBreak, Span};
use regex::Regex;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization as _;

/// A block on its way into a document.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub kind: BlockKind,
    /// The words with the page they stand on, in order.
    pub pieces: Vec<Piece>,
    pub number: Option<u32>,
    pub mark: Option<String>,
    /// The quotation it is part of, where the format sets them off.
    pub quoted: Option<u32>,
}

/// Words on one page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Piece {
    pub page: Option<u32>,
    pub text: String,
    /// Bytes of `text` after which a line ended with a hyphen, and whether it was kept.
    pub hyphens: Vec<(usize, bool)>,
    /// Which characters of its page the words were made of, where they have places.
    pub glyphs: Vec<u32>,
}

impl Piece {
    /// The words between the hyphens at line ends.
    pub(crate) fn unparted(&self) -> impl Iterator<Item = &str> {
        let ends = self.hyphens.iter().map(|(at, _)| *at).chain([self.text.len()]);
        ends.scan(0, |from, to| Some(self.text.get(std::mem::replace(from, to)..to).unwrap_or("")))
    }

    /// The page ends here: the next piece goes on after a space, or at once after a hyphen.
    pub(crate) fn turn_page(&mut self) {
        let words = self.text.trim_end().len();
        if self.text[..words].ends_with(['-', '\u{2010}']) {
            self.text.truncate(words);
        } else if !self.text.ends_with(char::is_whitespace) {
            self.text.push(' ');
        }
    }
}

impl Draft {
    pub(crate) fn new(kind: BlockKind, page: Option<u32>, text: impl Into<String>) -> Self {
        let piece = Piece { page, text: text.into(), ..Piece::default() };
        Self { kind, pieces: vec![piece], number: None, mark: None, quoted: None }
    }

    pub(crate) fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    pub(crate) fn page(&self) -> Option<u32> {
        self.pieces.first().and_then(|piece| piece.page)
    }

    pub(crate) fn last_page(&self) -> Option<u32> {
        self.pieces.last().and_then(|piece| piece.page)
    }

    /// Takes bullets and paragraph numbers off the front of the words.
    pub(crate) fn take_mark(&mut self) {
        static BULLET: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r"^\s*([\u{2022}\u{2023}\u{25AA}\u{25AB}\u{25FC}\u{25FB}\u{25A0}\u{25A1}\u{25CF}\u{25CB}\u{25E6}\u{2043}\u{27A2}\u{2713}\u{FFFD}\u{F000}-\u{F0FF}\u{E000}-\u{EFFF}\u{0001}-\u{0008}\u{000E}-\u{001F}\u{007F}-\u{009F}]+|[·*o–—-](?:\s))\s*")
                .expect("the pattern is fixed")
        });
        static LETTER: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r"^\s*(\(?[a-z]\)|\(?[ivx]{1,4}\))\s+").expect("the pattern is fixed")
        });
        if !matches!(self.kind, BlockKind::Paragraph | BlockKind::Item { .. } | BlockKind::Heading { .. }) {
            return;
        }
        let heading = matches!(self.kind, BlockKind::Heading { .. });
        let Some(first) = self.pieces.first_mut() else { return };
        if let Some(found) = BULLET.captures(&first.text) {
            let dash = found[1].starts_with(['·', '*', 'o', '–', '—', '-']);
            let listed = matches!(self.kind, BlockKind::Item { .. });
            // Templates dress list items as headings; a bullet gives them away.
            if !dash || listed {
                self.mark = Some(found[1].trim().to_owned());
                cut(first, found[0].len());
                if !listed {
                    self.kind = BlockKind::Item { level: 1 };
                }
                return;
            }
        }
        if heading {
            return;
        }
        let listed = matches!(self.kind, BlockKind::Item { .. });
        if let Some((number, bytes)) = numbered(&first.text, listed) {
            self.number = Some(number);
            cut(first, bytes);
        } else if let Some(found) = LETTER.captures(&first.text).filter(|_| listed) {
            self.mark = Some(found[1].to_owned());
            cut(first, found[0].len());
        }
    }
}

/// The paragraph number words begin with, and how many bytes it takes. Without a full stop only an item
/// has one, and only before a capital: “26 young people” and “26 May” are words.
fn numbered(text: &str, listed: bool) -> Option<(u32, usize)> {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let start = text.trim_start();
    let digits = start.bytes().take_while(u8::is_ascii_digit).count();
    let number = start.get(..digits).filter(|digits| digits.len() <= 3)?.parse().ok()?;
    let after = &start[digits..];
    let stopped = after.strip_prefix(['.', ')']);
    let rest = stopped.unwrap_or(after);
    let words = rest.trim_start();
    let capital = words.starts_with(|c: char| c.is_uppercase() || matches!(c, '‘' | '“'));
    let spaced = words.len() < rest.len() && !words.is_empty();
    let month = MONTHS.iter().any(|month| words.starts_with(month));
    let is_number = if stopped.is_some() { spaced || capital } else { listed && spaced && capital && !month };
    is_number.then_some((number, text.len() - words.len()))
}

/// Whether words begin with a bullet, a number or a letter that makes them an item.
pub(crate) fn begins_with_mark(text: &str) -> bool {
    static MARKED: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"^\s*(?:[\u{2022}\u{2023}\u{25AA}\u{25AB}\u{25FC}\u{25FB}\u{25A0}\u{25A1}\u{25CF}\u{25CB}\u{25E6}\u{2043}\u{27A2}\u{FFFD}\u{F000}-\u{F0FF}\u{E000}-\u{EFFF}\u{0001}-\u{0008}\u{000E}-\u{001F}\u{007F}-\u{009F}]|\d{1,3}[.)](?:\s|\p{Lu}\p{Ll})|[o·*–—-]\s|\(?[a-z]\)\s)",
        )
        .expect("the pattern is fixed")
    });
    MARKED.is_match(text)
}

/// Takes bytes off the front of a piece.
fn cut(piece: &mut Piece, bytes: usize) {
    piece.text.drain(..bytes);
    piece.hyphens =
        piece.hyphens.iter().filter_map(|(at, kept)| Some((at.checked_sub(bytes)?, *kept))).collect();
}

/// A document made of drafts; empty ones are dropped, furniture goes to the end.
pub(crate) fn document(
    format: Format,
    pages: Option<u32>,
    drafts: &[Draft],
    notices: Vec<Notice>,
) -> Document {
    let mut document = Document { pages, notices, ..Document::empty(format) };
    for draft in arranged(drafts) {
        add(&mut document, draft);
    }
    document
}

/// The drafts that become blocks, in the order of the blocks.
pub(crate) fn arranged(drafts: &[Draft]) -> impl Iterator<Item = &Draft> {
    let worded = |draft: &&Draft| draft.pieces.iter().any(|piece| !piece.text.trim().is_empty());
    let furniture = |draft: &&Draft| draft.kind == BlockKind::Furniture;
    let first = drafts.iter().filter(move |draft| !furniture(draft));
    first.chain(drafts.iter().filter(furniture)).filter(worded)
}

fn add(document: &mut Document, draft: &Draft) {
    if !document.text.is_empty() {
        document.text.push('\n');
    }
    let start = document.text.len();
    let page = draft.pieces.iter().find(|piece| !piece.text.trim().is_empty()).and_then(|piece| piece.page);
    let (mut breaks, mut current) = (Vec::new(), page);
    for piece in &draft.pieces {
        if piece.page != current && piece.page.is_some() && !piece.text.trim().is_empty() {
            current = piece.page;
            breaks.push(PageBreak { at: document.text.len(), page: piece.page.unwrap_or(0) });
        }
        append(document, start, piece);
    }
    while document.text.len() > start && document.text.ends_with(' ') {
        document.text.pop();
    }
    document.blocks.push(Block {
        span: Span { start, end: document.text.len() },
        kind: draft.kind,
        page,
        breaks,
        number: draft.number,
        quoted: draft.quoted,
        mark: draft.mark.clone(),
    });
}

/// Adds a piece's words: NFC, runs of white space as one space, ligature forms as letters.
fn append(document: &mut Document, start: usize, piece: &Piece) {
    let mut done = 0;
    let put = |document: &mut Document, part: &str| {
        for c in part.nfc() {
            match c {
                '\u{FB00}'..='\u{FB04}' => document.text.push_str(ligature(c)),
                c if c.is_whitespace() || is_blank(c) => {
                    if document.text.len() > start && !document.text.ends_with(' ') {
                        document.text.push(' ');
                    }
                }
                c if c.is_control() || c == '\u{FEFF}' || c == '\u{FFFD}' => {}
                c => document.text.push(c),
            }
        }
    };
    for (at, kept) in &piece.hyphens {
        put(document, piece.text.get(done..*at).unwrap_or(""));
        document.hyphens.push(HyphenChoice { at: document.text.len(), kept: *kept });
        done = *at;
    }
    put(document, piece.text.get(done..).unwrap_or(""));
}

fn is_blank(c: char) -> bool {
    matches!(c, '\u{00A0}' | '\u{2007}' | '\u{202F}' | '\u{200B}')
}

fn ligature(c: char) -> &'static str {
    match c {
        '\u{FB00}' => "ff",
        '\u{FB01}' => "fi",
        '\u{FB02}' => "fl",
        '\u{FB03}' => "ffi",
        _ => "ffl",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_over_two_pages_knows_both() {
        let mut draft = Draft::new(BlockKind::Paragraph, Some(1), "Children are seen ");
        draft.pieces.push(Piece { page: Some(2), text: "promptly.".into(), ..Piece::default() });
        let document = document(Format::Pdf, Some(2), &[draft], vec![]);
        assert_eq!(document.text, "Children are seen promptly.");
        assert_eq!(document.page_at(3), Some(1));
        assert_eq!(document.page_at(20), Some(2), "the second half stands on the second page");
    }

    #[test]
    fn bullets_and_numbers_leave_the_words() {
        for (raw, number, mark) in [
            ("\u{25FC} The quality of plans.", None, Some("\u{25FC}")),
            ("12. The quality of plans.", Some(12), None),
            ("\u{F0B7} The quality of plans.", None, Some("\u{F0B7}")),
        ] {
            let mut draft = Draft::new(BlockKind::Item { level: 1 }, None, raw);
            draft.take_mark();
            assert_eq!(
                (draft.text().as_str(), draft.number, draft.mark.as_deref()),
                ("The quality of plans.", number, mark)
            );
        }
        let mut draft = Draft::new(BlockKind::Paragraph, None, "2019 was a hard year.");
        draft.take_mark();
        assert_eq!(draft.text(), "2019 was a hard year.", "a year is no paragraph number");
    }

    #[test]
    fn every_bullet_seen_in_reports_leaves_the_words() {
        let seen = "\u{25FC}\u{25AA}\u{2022}\u{F06E}\u{F02D}\u{F0A7}\u{F0BE}\u{F0B7}\u{F0D8}\u{25CF}\u{25E6}\u{2023}\u{7F}\u{83}\u{1F}\u{FFFD}";
        for bullet in seen.chars() {
            let raw = format!("{bullet} The quality of plans.");
            assert!(begins_with_mark(&raw), "{bullet:?} begins an item");
            let mut draft = Draft::new(BlockKind::Paragraph, None, raw);
            draft.take_mark();
            assert_eq!(draft.text(), "The quality of plans.", "{bullet:?}");
            assert_eq!((draft.kind, draft.mark), (BlockKind::Item { level: 1 }, Some(bullet.to_string())));
        }
    }

    #[test]
    fn figures_that_are_words_stay_with_the_words() {
        assert_eq!(numbered("12. Plans are clear.", false), Some((12, 4)));
        assert_eq!(numbered("10.Health is good.", false), Some((10, 3)), "its tab may be lost");
        assert_eq!(numbered("7 Plans are clear.", true), Some((7, 2)), "an item needs no full stop");
        for (words, listed) in [
            ("7 Plans are clear.", false),
            ("26 young people left care.", true),
            ("26 May 2016 was the last day.", true),
            ("2.1 Adoption performance", true),
            ("2019. A hard year.", false),
        ] {
            assert_eq!(numbered(words, listed), None, "{words}");
        }
    }
}
