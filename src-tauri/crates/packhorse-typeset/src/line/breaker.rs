//! Stretches of text put on lines.

use super::chunk::{Chunk, Part};
use super::{Inline, Line};
use crate::shape::{JOINTS, Shaper};
use crate::{Glyph, Words};

/// Puts stretches on lines.
pub(super) struct Breaker<'a> {
    pub size: f32,
    pub inlines: &'a [Inline],
    pub lines: Vec<Line>,
    pub line: Line,
    pub pen: f32,
}

impl Breaker<'_> {
    /// Puts a stretch where the last ended.
    pub(super) fn put(&mut self, shaper: &Shaper<'_>, chunk: Chunk) {
        for part in chunk.parts {
            self.put_glyphs(&part, &part.word.text, &part.word.glyphs);
            if part.spaces > 0 {
                let space = shaper.space(part.face);
                for _ in 0..part.spaces {
                    self.put_glyphs(&part, " ", &[space]);
                }
            }
        }
    }

    /// A stretch wider than the line, such as a long web address or the name of a file, is broken behind
    /// a joint where it has one, and between letters where a piece is still too wide.
    pub(super) fn put_by_letters(&mut self, shaper: &Shaper<'_>, chunk: Chunk, width: f32) {
        let em = self.size / 1000.0;
        for part in chunk.parts {
            let (mut at, mut index) = (0, 0);
            while index < part.word.glyphs.len() {
                let rest = &part.word.glyphs[index + 1..];
                let next = index + 1 + rest.iter().take_while(|glyph| glyph.bytes == 0).count();
                let glyphs = &part.word.glyphs[index..next];
                let bytes: usize = glyphs.iter().map(|glyph| usize::from(glyph.bytes)).sum();
                let wide: i32 = glyphs.iter().map(|glyph| i32::from(glyph.advance)).sum();
                let begins = at == 0 || part.word.text[..at].ends_with(JOINTS);
                let piece = if begins { part.word.wide_from(index, at) } else { wide };
                let wide = if piece as f32 * em <= width { piece } else { wide };
                if self.pen > 0.0 && self.pen + wide as f32 * em > width {
                    self.end_line();
                }
                self.put_glyphs(&part, &part.word.text[at..at + bytes], glyphs);
                (at, index) = (at + bytes, next);
            }
            for _ in 0..part.spaces {
                self.put_glyphs(&part, " ", &[shaper.space(part.face)]);
            }
        }
    }

    fn put_glyphs(&mut self, part: &Part, text: &str, glyphs: &[Glyph]) {
        if glyphs.is_empty() {
            return;
        }
        let inline = &self.inlines[part.inline];
        let wide: i32 = glyphs.iter().map(|glyph| i32::from(glyph.advance)).sum();
        let (from, to) = (self.pen, self.pen + wide as f32 * self.size / 1000.0);
        let is_space = text == " ";
        self.pen = to;
        if !is_space {
            self.line.width = to;
        }
        let continues = matches!(self.line.words.last(), Some((node, words))
            if *node == inline.node && words.face == part.face && words.colour == inline.colour);
        if continues && let Some((_, words)) = self.line.words.last_mut() {
            words.text.push_str(text);
            words.glyphs.extend_from_slice(glyphs);
        } else {
            let (at, colour) = ((from, 0.0), inline.colour);
            let words = Words {
                at,
                face: part.face,
                size: self.size,
                colour,
                text: text.into(),
                glyphs: glyphs.into(),
            };
            self.line.words.push((inline.node, words));
        }
        if let Some(mark) = inline.mark {
            match self.line.marks.last_mut() {
                Some((last, colour, _, end))
                    if *last == mark && *colour == inline.colour && *end >= from - 0.01 =>
                {
                    *end = to;
                }
                _ => self.line.marks.push((mark, inline.colour, from, to)),
            }
        }
        if inline.link {
            match self.line.links.last_mut() {
                Some((node, _, end)) if *node == inline.node => *end = to,
                _ => self.line.links.push((inline.node, from, to)),
            }
        }
    }

    /// Lines under words and places of links end with the last word, not with the space after it.
    pub(super) fn end_line(&mut self) {
        let mut line = std::mem::take(&mut self.line);
        let width = line.width;
        line.marks.iter_mut().for_each(|(.., to)| *to = to.min(width));
        line.links.iter_mut().for_each(|(.., to)| *to = to.min(width));
        line.marks.retain(|(.., from, to)| to > from);
        line.links.retain(|(.., from, to)| to > from);
        self.lines.push(line);
        self.pen = 0.0;
    }
}
