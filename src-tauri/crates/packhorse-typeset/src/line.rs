//! Words broken into lines: left aligned, no hyphens put in, nothing lost.

mod breaker;
mod chunk;
mod cling;

use crate::shape::Shaper;
use crate::{Colour, Face, NodeId, Words};
use breaker::Breaker;
pub(crate) use chunk::least_width;
use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

/// Words in one style with one owner.
#[derive(Debug, Clone)]
pub(crate) struct Inline {
    pub text: String,
    pub face: Face,
    pub colour: Colour,
    pub node: NodeId,
    pub mark: Option<Mark>,
    /// Whether the node is a link.
    pub link: bool,
}

/// A line drawn with words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Under them.
    Under,
    /// Through them.
    Through,
}

/// A line of words, its own left end at 0 and its baseline at 0.
#[derive(Debug, Default)]
pub(crate) struct Line {
    pub words: Vec<(NodeId, Words)>,
    pub marks: Vec<(Mark, Colour, f32, f32)>,
    pub links: Vec<(NodeId, f32, f32)>,
    /// Up to the last word, without the space after it.
    pub width: f32,
}

/// Breaks words into lines no wider than `width`, unless one letter alone is wider.
pub(crate) fn lines(shaper: &mut Shaper<'_>, inlines: &[Inline], size: f32, width: f32) -> Vec<Line> {
    let mut breaker = Breaker { size, inlines, lines: Vec::new(), line: Line::default(), pen: 0.0 };
    for chunk in chunk::chunks(shaper, inlines, size) {
        if breaker.pen > 0.0 && breaker.pen + chunk.width > width + 0.01 {
            breaker.end_line();
        }
        let ends = chunk.must_end;
        if chunk.width > width + 0.01 {
            breaker.put_by_letters(shaper, chunk, width);
        } else {
            breaker.put(shaper, chunk);
        }
        if ends {
            breaker.end_line();
        }
    }
    if !breaker.line.words.is_empty() {
        breaker.end_line();
    }
    breaker.lines
}

/// Breaks words into as few lines as they need, all of much the same length.
pub(crate) fn balanced(shaper: &mut Shaper<'_>, inlines: &[Inline], size: f32, width: f32) -> Vec<Line> {
    let broken = lines(shaper, inlines, size, width);
    if broken.len() < 2 || !width.is_finite() {
        return broken;
    }
    let (mut narrow, mut wide) = (width / broken.len() as f32 * 0.9, width);
    for _ in 0..7 {
        let middle = (narrow + wide) / 2.0;
        if lines(shaper, inlines, size, middle).len() > broken.len() {
            narrow = middle;
        } else {
            wide = middle;
        }
    }
    lines(shaper, inlines, size, wide)
}

/// The text as it is set: composed letters, plain spaces, nothing that cannot be seen.
pub(crate) fn settable(text: &str) -> String {
    let seen = |character: &char| match character {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' => true,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' => false,
        other => !other.is_control(),
    };
    let plain = |character: char| match character {
        '\t' | '\r' | '\u{2007}' | '\u{2009}' | '\u{200a}' | '\u{3000}' => ' ',
        '\u{202f}' => '\u{a0}',
        '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' | '\u{85}' => '\n',
        other => other,
    };
    if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return text.chars().filter(seen).map(plain).collect();
    }
    text.nfc().filter(seen).map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Fonts;

    fn broken(text: &str, width: f32) -> Vec<Line> {
        let fonts = Fonts::built_in();
        let mut shaper = Shaper::new(&fonts).expect("the fonts come with the program");
        let (face, colour, node) = (Face::Regular, crate::sheet::INK, NodeId(0));
        let inline = Inline { text: settable(text), face, colour, node, mark: None, link: false };
        lines(&mut shaper, &[inline], 11.0, width)
    }

    fn joined(lines: &[Line]) -> String {
        lines.iter().flat_map(|line| &line.words).map(|(_, words)| words.text.as_str()).collect()
    }

    #[test]
    fn no_line_is_too_wide_and_no_letter_is_lost() {
        let text = "Decisions about next steps are made on the day — “clearly”, £3.20 — and \
                    https://reports.example.org/a-very-long-address/that-goes-on-and-on stands here.";
        for width in [20.0, 55.0, 120.0, 300.0, 1000.0] {
            let lines = broken(text, width);
            assert_eq!(joined(&lines), text);
            assert!(lines.iter().all(|line| line.width <= width + 0.1), "at {width}");
        }
    }

    #[test]
    fn a_line_feed_ends_the_line() {
        assert_eq!(broken("one\ntwo", 500.0).len(), 2);
    }

    #[test]
    fn a_space_that_does_not_break_is_a_space_that_does_not_break() {
        let lines = broken("aaaa bbbb\u{a0}cccc", 55.0);
        assert_eq!(lines.len(), 2);
        assert_eq!(joined(&lines), "aaaa bbbb cccc");
    }

    #[test]
    fn words_that_would_stay_together_are_parted_at_their_space_when_the_line_is_too_short() {
        let lines = broken("28 February 2027", 45.0);
        assert_eq!(lines[0].words[0].1.text, "28 ");
    }

    #[test]
    fn what_cannot_be_seen_is_left_out_and_letters_are_composed() {
        assert_eq!(settable("soft\u{ad}hyphen e\u{301} \u{feff}x\ty"), "softhyphen é x y");
    }
}
