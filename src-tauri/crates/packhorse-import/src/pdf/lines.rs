//! Characters become words: white space, line ends, hyphens, raised marks.

use super::glyphs::Glyph;
use crate::build::{Draft, Piece};
use packhorse_model::BlockKind;

/// A block whose place on the page is still known.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    pub kind: BlockKind,
    pub pieces: Vec<Piece>,
    /// Baseline of the first character as a share of the page's height.
    pub height: f64,
    pub bold: bool,
}

impl Placed {
    pub(super) fn into_draft(self) -> Draft {
        Draft { kind: self.kind, pieces: self.pieces, number: None, mark: None, quoted: None }
    }

    pub(super) fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    pub(super) fn page(&self) -> u32 {
        self.pieces.first().and_then(|piece| piece.page).unwrap_or(0)
    }
}

/// Words of a document in lower case, for the choice at a line-end hyphen.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    words: std::collections::HashSet<String>,
}

impl Vocabulary {
    pub(super) fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut words = std::collections::HashSet::new();
        for text in texts {
            for word in
                text.split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '\u{2010}' || c == '\u{2011}'))
            {
                let word = word.trim_matches(['-', '\u{2010}', '\u{2011}']);
                if word.len() > 3 {
                    words.insert(word.replace(['\u{2010}', '\u{2011}'], "-").to_lowercase());
                }
            }
        }
        Self { words }
    }

    /// Whether `left-` at a line's end and `right` are one word without a hyphen in this document.
    pub(super) fn joins(&self, left: &str, right: &str) -> bool {
        let joined = format!("{left}{right}").to_lowercase();
        let hyphenated = format!("{left}-{right}").to_lowercase();
        self.words.contains(&joined) && !self.words.contains(&hyphenated)
    }
}

/// Puts characters of one page together as running text.
#[derive(Debug)]
pub(super) struct Words {
    pub piece: Piece,
    last: Option<(f64, f64, f64)>,
}

impl Words {
    pub(super) fn on(page: u32) -> Self {
        Self { piece: Piece { page: Some(page), ..Piece::default() }, last: None }
    }

    /// Adds characters in the order given.
    pub(super) fn add(&mut self, glyphs: &[Glyph]) {
        for glyph in glyphs {
            self.glyph(glyph);
        }
    }

    fn glyph(&mut self, glyph: &Glyph) {
        if is_raised(glyph, self.last) {
            return;
        }
        if let Some((right, y, size)) = self.last {
            let step = (glyph.y - y).abs();
            let size = size.max(glyph.size).max(1.0);
            if step > size * 0.5 {
                self.turn_line();
            } else if glyph.x > right + size * 0.2 && !glyph.is_blank() {
                self.space();
            }
        }
        self.piece.glyphs.push(glyph.at);
        if glyph.text == "\u{00AD}" {
            // A soft hyphen is only seen at a line's end, and is no character of the word.
            self.last = Some((glyph.right(), glyph.y, glyph.size));
            self.piece.text.push('\u{00AD}');
            return;
        }
        self.piece.text.push_str(&glyph.text);
        self.last = Some((glyph.right(), glyph.y, glyph.size));
    }

    fn space(&mut self) {
        if !self.piece.text.is_empty() && !self.piece.text.ends_with(char::is_whitespace) {
            self.piece.text.push(' ');
        }
    }

    /// A line ends here. After a hyphen the next line goes on with the same word.
    fn turn_line(&mut self) {
        let text = &mut self.piece.text;
        let trimmed = text.trim_end().len();
        let hyphen = text[..trimmed].ends_with(['-', '\u{2010}', '\u{00AD}'])
            && text[..trimmed].chars().rev().nth(1).is_some_and(char::is_alphanumeric);
        if hyphen {
            text.truncate(trimmed);
            self.piece.hyphens.push((text.len(), true));
        } else {
            self.space();
        }
    }
}

/// A footnote's mark: a small figure above the line it belongs to.
fn is_raised(glyph: &Glyph, last: Option<(f64, f64, f64)>) -> bool {
    let figure = !glyph.text.is_empty()
        && glyph
            .text
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '\u{00B9}' | '\u{00B2}' | '\u{00B3}'));
    let superscript = glyph
        .text
        .chars()
        .all(|c| matches!(c, '\u{00B9}' | '\u{00B2}' | '\u{00B3}' | '\u{2070}'..='\u{2079}'));
    let after_words = last.is_some_and(|(_, y, size)| {
        let raised = y - glyph.y;
        glyph.size < size * 0.8 && raised > size * 0.15 && raised < size
    });
    (superscript && last.is_some()) || (figure && after_words)
}

/// Settles the hyphens at line ends once the document's words are known.
pub(super) fn settle_hyphens(placed: &mut [Placed]) {
    // A word that a line's end parts says nothing about how it is written elsewhere.
    let texts = placed.iter().flat_map(|block| &block.pieces).flat_map(Piece::unparted);
    let vocabulary = Vocabulary::of(texts);
    for block in placed {
        for piece in &mut block.pieces {
            settle(piece, &vocabulary);
        }
    }
}

fn settle(piece: &mut Piece, vocabulary: &Vocabulary) {
    let hyphens = std::mem::take(&mut piece.hyphens);
    let (mut text, mut from) = (String::with_capacity(piece.text.len()), 0);
    for (at, _) in hyphens {
        text.push_str(&piece.text[from..at]);
        from = at;
        let soft = text.ends_with('\u{00AD}');
        let before = text.trim_end_matches(['-', '\u{2010}', '\u{00AD}']);
        let left = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("").to_owned();
        let right: String =
            piece.text[at..].trim_start().chars().take_while(|c| c.is_alphanumeric()).collect();
        let joins = soft || vocabulary.joins(&left, &right);
        if joins {
            text.truncate(before.len());
        }
        // “long- and short-term” keeps its space: the hyphen ends a word that is not finished.
        let hanging = !joins && matches!(right.as_str(), "and" | "or" | "to");
        if hanging {
            text.push(' ');
        }
        piece.hyphens.push((text.len(), !joins));
    }
    text.push_str(&piece.text[from..]);
    piece.text = text;
    drop_soft_hyphens(piece);
    // Soft hyphens that were dropped inside a line moved what follows; the record only guides.
    let length = piece.text.len();
    let text = &piece.text;
    piece.hyphens.retain(|(at, _)| *at <= length && text.is_char_boundary(*at));
}

fn drop_soft_hyphens(piece: &mut Piece) {
    if piece.text.contains('\u{00AD}') {
        piece.text = piece.text.replace('\u{00AD}', "");
    }
}
