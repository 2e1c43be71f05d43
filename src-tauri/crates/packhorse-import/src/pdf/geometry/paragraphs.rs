//! Lines become paragraphs, headings, items and footnotes.

use super::super::glyphs::Page;
use super::super::heading;
use super::super::lines::{Placed, Words};
use super::Measure;
use super::rows::Line;
use crate::build::begins_with_mark;
use packhorse_model::BlockKind;

/// A block with the line it ends with.
#[derive(Debug)]
pub(super) struct Ended {
    pub block: Placed,
    pub last: Line,
    /// Left edge of its first line.
    pub left: f64,
}

/// Blocks of a run of lines.
pub(super) fn blocks(page: &Page, lines: &[Line], measure: Measure) -> Vec<Ended> {
    let mut blocks: Vec<Ended> = Vec::new();
    let mut from = 0;
    for at in 1..=lines.len() {
        let ends = lines.get(at).is_none_or(|line| begins(&lines[at - 1], line, measure));
        if ends && from < at {
            blocks.push(ended(page, &lines[from..at], measure));
            from = at;
        }
    }
    blocks
}

fn ended(page: &Page, lines: &[Line], measure: Measure) -> Ended {
    let mut words = Words::on(page.number);
    lines.iter().for_each(|line| words.add(&line.glyphs));
    let (first, last) = (&lines[0], &lines[lines.len() - 1]);
    let kind = kind(page, first, measure);
    let mut block = Placed { kind, pieces: vec![words.piece], height: first.height(page), bold: first.bold };
    settle(&mut block);
    Ended { block, last: last.clone(), left: first.left }
}

/// How many of a page's first lines go on with the block the page before ended with.
pub(super) fn carried(ended: &Ended, lines: &[Line], measure: Measure) -> usize {
    let Some(first) = lines.first() else { return 0 };
    let text = matches!(ended.block.kind, BlockKind::Paragraph | BlockKind::Item { .. });
    let done = ended.last.text.ends_with(['.', '!', '?', ':', ';', '”', '"']);
    let alike = (ended.last.left - first.left).abs() < 3.0 && (ended.last.size - first.size).abs() <= 1.0;
    let begins_anew = begins_with_mark(&first.text) || first.bold != ended.last.bold;
    if !text || done || !alike || begins_anew || has_room(&ended.last, first, measure) && !runs_on(first) {
        return 0;
    }
    (1..lines.len()).find(|at| begins(&lines[at - 1], &lines[*at], measure)).unwrap_or(lines.len())
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
    if step < -measure.leading * 3.0 && line.left > before.right {
        // A column ends here; its last sentence may go on at the top of the next.
        let done = before.text.ends_with(['.', '!', '?', ':', ';', '”', '"']);
        return done || !runs_on(line) || begins_with_mark(&line.text) || before.bold != line.bold;
    }
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
    let room = has_room(before, line, measure);
    far || styled || room && (!runs_on(line) || is_set_in(before, line)) || line.left > before.right
}

/// Whether a line begins further in or out than the one before, though it is no rest of an item with a
/// mark and not centred under it: then even small letters begin something of their own.
fn is_set_in(before: &Line, line: &Line) -> bool {
    let centred = (before.middle() - line.middle()).abs() < 6.0;
    let hangs = begins_with_mark(&before.text) && line.left > before.left;
    (line.left - before.left).abs() > 12.0 && !centred && !hangs
}

/// Whether the line's first word would have stood on the line before: then the break was meant.
fn has_room(before: &Line, line: &Line, measure: Measure) -> bool {
    let letters = line.text.split_whitespace().next().map_or(1, |word| word.chars().count());
    let all = line.text.chars().count().max(1);
    let word = (line.right - line.left) * letters as f64 / all as f64;
    before.right + word + measure.size * 1.5 < before.margin
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
