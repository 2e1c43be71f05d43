//! Stretches of text that stay together on a line.

use super::Inline;
use super::cling::clings;
use crate::Face;
use crate::shape::{Shaper, Word};
use std::sync::Arc;
use unicode_linebreak::{BreakOpportunity, linebreaks};

/// A stretch of text that stays together.
pub(super) struct Chunk {
    pub parts: Vec<Part>,
    /// Without the spaces at its end.
    pub width: f32,
    space: f32,
    pub must_end: bool,
}

pub(super) struct Part {
    pub inline: usize,
    pub face: Face,
    pub word: Arc<Word>,
    pub spaces: usize,
}

/// The width of the widest stretch that stays together.
pub(crate) fn least_width(shaper: &mut Shaper<'_>, inlines: &[Inline], size: f32) -> f32 {
    chunks(shaper, inlines, size).iter().map(|chunk| chunk.width).fold(0.0, f32::max)
}

/// The stretches of a text.
pub(super) fn chunks(shaper: &mut Shaper<'_>, inlines: &[Inline], size: f32) -> Vec<Chunk> {
    let text: String = inlines.iter().map(|inline| inline.text.as_str()).collect();
    let mut chunks = Vec::new();
    let (mut start, mut inline, mut inline_start) = (0, 0, 0);
    for (end, kind) in linebreaks(&text) {
        if kind == BreakOpportunity::Allowed && clings(&text[start..end], &text[end..]) {
            continue;
        }
        let mut chunk = Chunk {
            parts: Vec::new(),
            width: 0.0,
            space: 0.0,
            must_end: kind == BreakOpportunity::Mandatory && end < text.len(),
        };
        while start < end {
            while inline_start + inlines[inline].text.len() <= start {
                inline_start += inlines[inline].text.len();
                inline += 1;
            }
            let stop = end.min(inline_start + inlines[inline].text.len());
            chunk.add(shaper, inline, inlines[inline].face, &text[start..stop], size);
            start = stop;
        }
        if !chunk.parts.is_empty() {
            chunks.push(chunk);
        }
    }
    chunks
}

impl Chunk {
    fn add(&mut self, shaper: &mut Shaper<'_>, inline: usize, face: Face, text: &str, size: f32) {
        let is_space = |character: char| matches!(character, ' ' | '\n' | '\u{a0}');
        let word = text.trim_end_matches(is_space);
        let spaces = text[word.len()..].chars().count();
        let face = shaper.face_for(face, word);
        let word = if word.contains('\u{a0}') {
            shaper.word(face, &word.replace('\u{a0}', " "))
        } else {
            shaper.word(face, word)
        };
        let em = size / 1000.0;
        if !word.glyphs.is_empty() {
            self.width += self.space + word.width as f32 * em;
            self.space = 0.0;
        }
        self.space += spaces as f32 * f32::from(shaper.space(face).advance) * em;
        self.parts.push(Part { inline, face, word, spaces });
    }
}
