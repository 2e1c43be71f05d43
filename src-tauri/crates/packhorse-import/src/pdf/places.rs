//! Where words of a document stand on a page: from bytes of the text back to characters.

use super::glyphs::{Glyph, Page};
use crate::build::{Draft, arranged};
use packhorse_model::{Document, Span};
use unicode_normalization::UnicodeNormalization as _;

/// The box of words that stand on one line, in the space in which the file itself counts: upwards
/// from the foot of the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Line {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

/// The longest bullet or number, in characters, that reading takes off the front of a block.
const MARK: usize = 12;

/// The lines on a page that a span of the text stands on; `None` when the text and the characters
/// it was made of do not agree.
pub(super) fn lines(page: &Page, drafts: &[Draft], document: &Document, span: Span) -> Option<Vec<Line>> {
    let mut found: Vec<&Glyph> = Vec::new();
    for (block, draft) in document.blocks.iter().zip(arranged(drafts)) {
        let (start, end) = (span.start.max(block.span.start), span.end.min(block.span.end));
        if start >= end || draft.pieces.iter().all(|piece| piece.page != Some(page.number)) {
            continue;
        }
        let text = document.words(block);
        // What stands before the words on other pages is told from the draft and not from this page.
        let (letters, from) = (letters(page, draft), text_on(page.number, document, block.span));
        let here = from.start.max(start)..from.end.min(end);
        if here.is_empty() {
            continue;
        }
        let words = text.get(from.start - block.span.start..from.end - block.span.start)?;
        let places = aligned(words, &letters)?;
        let within = here.start - from.start..here.end - from.start;
        found.extend(places.iter().filter(|(at, _)| within.contains(at)).map(|(_, glyph)| *glyph));
    }
    Some(boxes(page, &found))
}

/// The part of a block that stands on a page.
fn text_on(page: u32, document: &Document, block: Span) -> std::ops::Range<usize> {
    let mut ends: Vec<(usize, u32)> = vec![(block.start, document.page_at(block.start).unwrap_or(0))];
    if let Some((_, whole)) = document.block_at(block.start) {
        ends.extend(whole.breaks.iter().map(|turn| (turn.at, turn.page)));
    }
    let first = ends.iter().position(|(_, on)| *on == page);
    let Some(first) = first else { return block.end..block.end };
    let next = ends[first..].iter().find(|(_, on)| *on != page);
    ends[first].0..next.map_or(block.end, |(at, _)| *at)
}

/// The letters on a page that a draft was made of, with the characters they belong to.
fn letters<'a>(page: &'a Page, draft: &Draft) -> Vec<(char, &'a Glyph)> {
    let pieces = draft.pieces.iter().filter(|piece| piece.page == Some(page.number));
    let glyphs = pieces.flat_map(|piece| &piece.glyphs).filter_map(|at| page.glyphs.get(*at as usize));
    glyphs.flat_map(|glyph| glyph.text.nfkd().filter(|c| is_letter(*c)).map(move |c| (c, glyph))).collect()
}

/// Whether a character is there to be seen and can be found again in the text.
fn is_letter(c: char) -> bool {
    !c.is_whitespace() && !c.is_control() && !matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{FFFD}')
}

/// The characters that words were made of, each with its byte. Bullets and numbers may be missing at
/// the front of the words, and hyphens at the ends of lines; nothing else may.
fn aligned<'a>(words: &str, letters: &[(char, &'a Glyph)]) -> Option<Vec<(usize, &'a Glyph)>> {
    let wanted: Vec<(usize, char)> = words
        .char_indices()
        .flat_map(|(at, c)| std::iter::once(c).nfkd().filter(|c| is_letter(*c)).map(move |c| (at, c)))
        .collect();
    (0..=MARK.min(letters.len())).find_map(|skipped| matched(&wanted, &letters[skipped..]))
}

fn matched<'a>(wanted: &[(usize, char)], letters: &[(char, &'a Glyph)]) -> Option<Vec<(usize, &'a Glyph)>> {
    let mut rest = letters.iter();
    let mut places = Vec::with_capacity(wanted.len());
    for (at, c) in wanted {
        let (_, glyph) = rest.find_map(|(letter, glyph)| match letter {
            letter if letter == c => Some(Some((*at, *glyph))),
            '-' | '\u{2010}' | '\u{00AD}' => None,
            _ => Some(None),
        })??;
        places.push((*at, glyph));
    }
    Some(places)
}

/// One box for each line of characters.
fn boxes(page: &Page, glyphs: &[&Glyph]) -> Vec<Line> {
    let (left, top) = page.corner;
    let same = |a: &&Glyph, b: &&Glyph| (a.y - b.y).abs() < a.size.max(b.size) * 0.5 && b.x > a.x - a.size;
    glyphs
        .chunk_by(same)
        .map(|line| {
            let each = |edge: fn(&Glyph) -> f64| line.iter().map(move |glyph| edge(glyph));
            // Letters reach from a little below the line they stand on to nearly their size above it.
            Line {
                left: left + each(|glyph| glyph.x).fold(f64::MAX, f64::min),
                right: left + each(|glyph| glyph.right()).fold(f64::MIN, f64::max),
                top: top - each(|glyph| glyph.y - glyph.size * 0.85).fold(f64::MAX, f64::min),
                bottom: top - each(|glyph| glyph.y + glyph.size * 0.28).fold(f64::MIN, f64::max),
            }
        })
        .collect()
}
