//! Lines become paragraphs, headings, items and footnotes.

use super::super::glyphs::Page;
use super::super::heading;
use super::super::lines::{Placed, Words};
use super::Measure;
use super::rows::Line;
use crate::build::begins_with_mark;
use packhorse_model::BlockKind;

/// Blocks of a run of lines.
pub(super) fn blocks(page: &Page, lines: &[Line], measure: Measure) -> Vec<Placed> {
    let mut blocks: Vec<Placed> = Vec::new();
    let mut words = Words::on(page.number);
    let mut previous: Option<&Line> = None;
    for line in lines {
        if previous.is_none_or(|before| begins(before, line, measure)) {
            shut(&mut blocks, std::mem::replace(&mut words, Words::on(page.number)));
            let kind = kind(page, line, measure);
            blocks.push(Placed { kind, pieces: Vec::new(), height: line.height(page), bold: line.bold });
        }
        words.add(&line.glyphs);
        previous = Some(line);
    }
    shut(&mut blocks, words);
    blocks.iter_mut().for_each(settle);
    blocks
}

fn shut(blocks: &mut [Placed], words: Words) {
    if let Some(block) = blocks.last_mut().filter(|block| block.pieces.is_empty()) {
        block.pieces.push(words.piece);
    }
}

/// A heading is judged whole: one that ends like a sentence is none, and lines of a contents page
/// lead elsewhere.
fn settle(block: &mut Placed) {
    let text = block.text();
    let text = text.trim();
    let sentence = text.ends_with(['.', ';', ',']) && text.split_whitespace().count() > 6;
    if is_contents_line(text) {
        block.kind = BlockKind::Boilerplate;
    } else if matches!(block.kind, BlockKind::Heading { .. }) && (sentence || text.chars().count() > 260) {
        block.kind = BlockKind::Paragraph;
    }
}

/// “Executive summary ........ 2”
fn is_contents_line(text: &str) -> bool {
    let rest = text.trim_end_matches(|c: char| c.is_ascii_digit());
    rest.len() < text.len() && rest.trim_end().ends_with("....")
}

/// Whether a line begins a block.
fn begins(before: &Line, line: &Line, measure: Measure) -> bool {
    let step = line.y - before.y;
    if step < before.size * 0.4 || begins_with_mark(&line.text) {
        return true;
    }
    let alike = before.bold == line.bold && (before.size - line.size).abs() <= 1.0;
    let display = before.size > measure.size * 1.12;
    if display {
        // Titles are set looser than text and wrap where their box ends.
        return !alike || step > before.size * 1.6;
    }
    let far = step > measure.leading.max(before.size * 1.15) * 1.35;
    // Emphasis may begin or end within a paragraph; a change of weight after a full line is that.
    let styled = !alike && (has_room(before, line, measure) || !runs_on(line));
    far || styled || has_room(before, line, measure) && !runs_on(line) || line.left > before.right
}

/// Whether the line's first word would have stood on the line before: then the break was meant.
fn has_room(before: &Line, line: &Line, measure: Measure) -> bool {
    let letters = line.text.split_whitespace().next().map_or(1, |word| word.chars().count());
    let all = line.text.chars().count().max(1);
    let word = (line.right - line.left) * letters as f64 / all as f64;
    before.right + word + measure.size * 1.5 < measure.margin
}

/// Whether a line goes on in the middle of a sentence.
fn runs_on(line: &Line) -> bool {
    line.text.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase)
}

fn kind(page: &Page, line: &Line, measure: Measure) -> BlockKind {
    let short = line.text.chars().count() < 160;
    let low = line.height(page) > 0.6 && line.size < measure.size * 0.88;
    if low && line.text.starts_with(|c: char| c.is_ascii_digit()) {
        BlockKind::Footnote
    } else if begins_with_mark(&line.text) && !line.bold {
        BlockKind::Item { level: 1 }
    } else if short && line.size > measure.size * 1.35 {
        heading(1)
    } else if short && (line.bold || line.size > measure.size * 1.12) {
        heading(3)
    } else {
        BlockKind::Paragraph
    }
}
