//! Lines and paragraphs by their places, for documents without a tag tree.

use super::glyphs::{Glyph, Page};
use super::heading;
use super::lines::{Placed, Words, settle_hyphens};
use packhorse_model::BlockKind;
use regex::Regex;
use std::sync::LazyLock;

/// A line of a page.
#[derive(Debug, Clone)]
struct Line {
    glyphs: Vec<Glyph>,
    y: f64,
    left: f64,
    right: f64,
    size: f64,
    bold: bool,
    text: String,
}

/// The commonest size of letters on a page.
fn body_size(page: &Page) -> f64 {
    let mut sizes: Vec<i64> = page.glyphs.iter().filter(|glyph| !glyph.is_blank()).map(|glyph| (glyph.size * 10.0).round() as i64).collect();
    sizes.sort_unstable();
    let (mut best, mut most) = (0, 0);
    for run in sizes.chunk_by(|a, b| a == b) {
        if run.len() > most {
            (best, most) = (run[0], run.len());
        }
    }
    best as f64 / 10.0
}

/// Blocks of an untagged document.
pub(super) fn drafts(pages: &[Page]) -> Vec<Placed> {
    let mut blocks = Vec::new();
    for page in pages {
        let body = body_size(page);
        let lines = lines(page, body);
        blocks.extend(paragraphs(page, &lines, body));
    }
    settle_hyphens(&mut blocks);
    blocks
}

/// Lines from top to bottom, column by column.
fn lines(page: &Page, body: f64) -> Vec<Line> {
    let mut glyphs: Vec<Glyph> = page.glyphs.iter().filter(|glyph| !glyph.artifact).cloned().collect();
    glyphs.sort_by(|a, b| (a.y, a.x).partial_cmp(&(b.y, b.x)).unwrap_or(std::cmp::Ordering::Equal));
    let mut rows: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        match rows.last_mut() {
            // Raised figures and accents sit a little off the line they belong to.
            Some(row) if (row[0].y - glyph.y).abs() < row[0].size.max(glyph.size) * 0.45 => row.push(glyph),
            _ => rows.push(vec![glyph]),
        }
    }
    let mut lines: Vec<Line> = rows.into_iter().flat_map(|row| segments(row, body)).collect();
    if let Some(gutter) = gutter(page, &lines) {
        // Two columns: what is left of the gutter is read before what is right of it.
        lines.sort_by_key(|line| line.left > gutter);
    }
    lines
}

/// A row cut where the gap is too wide for a space.
fn segments(mut row: Vec<Glyph>, body: f64) -> Vec<Line> {
    row.sort_by(|a, b| a.x.partial_cmp(&b.x).unwrap_or(std::cmp::Ordering::Equal));
    let mut parts: Vec<Vec<Glyph>> = Vec::new();
    let mut end = f64::NEG_INFINITY;
    for glyph in row {
        if glyph.is_blank() && glyph.x > end + body * 2.0 {
            continue;
        }
        if glyph.x > end + body.max(6.0) * 2.0 || parts.is_empty() {
            parts.push(Vec::new());
        }
        if !glyph.is_blank() {
            end = glyph.right();
        }
        if let Some(part) = parts.last_mut() {
            part.push(glyph);
        }
    }
    parts.into_iter().filter_map(line).collect()
}

fn line(glyphs: Vec<Glyph>) -> Option<Line> {
    let seen: Vec<&Glyph> = glyphs.iter().filter(|glyph| !glyph.is_blank()).collect();
    let (first, last) = (*seen.first()?, *seen.last()?);
    let mut words = Words::on(0);
    words.add(&glyphs);
    Some(Line {
        y: seen.iter().map(|glyph| glyph.y).fold(f64::MIN, f64::max),
        left: first.x,
        right: last.right(),
        size: seen.iter().map(|glyph| glyph.size).fold(0.0, f64::max),
        bold: seen.iter().all(|glyph| glyph.bold),
        text: words.piece.text.trim().to_owned(),
        glyphs,
    })
}

/// The middle of the white strip between two columns, when most lines keep clear of it.
fn gutter(page: &Page, lines: &[Line]) -> Option<f64> {
    let middle = page.width / 2.0;
    let body: Vec<&Line> = lines.iter().filter(|line| line.text.chars().count() > 12).collect();
    let left = body.iter().filter(|line| line.right < middle + 6.0).count();
    let right = body.iter().filter(|line| line.left > middle - 6.0).count();
    let across = body.len().saturating_sub(left + right);
    (left >= 8 && right >= 8 && across * 5 < body.len()).then_some(middle - 6.0)
}

/// Bullets and numbers that begin an item.
static MARKED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^([\u{2022}\u{25AA}\u{25FC}\u{25A0}\u{25CF}\u{25CB}\u{25E6}\u{F000}-\u{F0FF}]|\d{1,3}[.)]\s|[o–-]\s|\(?[a-z]\)\s)")
        .expect("the pattern is fixed")
});

fn paragraphs(page: &Page, lines: &[Line], body: f64) -> Vec<Placed> {
    let leading = leading(lines, body);
    let margin = lines.iter().map(|line| line.right).fold(0.0, f64::max);
    let mut blocks: Vec<Placed> = Vec::new();
    let mut words = Words::on(page.number);
    let mut previous: Option<&Line> = None;
    for line in lines {
        let begins = previous.is_none_or(|before| begins(before, line, leading, margin));
        if begins {
            shut(&mut blocks, std::mem::replace(&mut words, Words::on(page.number)));
            blocks.push(Placed {
                kind: kind(line, body),
                pieces: Vec::new(),
                height: line.y / page.height.max(1.0),
                bold: line.bold,
            });
        }
        words.add(&line.glyphs);
        previous = Some(line);
    }
    shut(&mut blocks, words);
    blocks
}

fn shut(blocks: &mut [Placed], words: Words) {
    if let Some(block) = blocks.last_mut().filter(|block| block.pieces.is_empty()) {
        block.pieces.push(words.piece);
    }
}

/// The commonest distance between lines.
fn leading(lines: &[Line], body: f64) -> f64 {
    let mut steps: Vec<i64> = lines
        .windows(2)
        .map(|pair| pair[1].y - pair[0].y)
        .filter(|step| *step > body * 0.8 && *step < body * 2.5)
        .map(|step| (step * 2.0).round() as i64)
        .collect();
    steps.sort_unstable();
    let commonest = steps.chunk_by(|a, b| a == b).max_by_key(|run| run.len()).map(|run| run[0]);
    commonest.map_or(body * 1.25, |step| step as f64 / 2.0)
}

/// Whether a line begins a paragraph.
fn begins(before: &Line, line: &Line, leading: f64, margin: f64) -> bool {
    let step = line.y - before.y;
    let upper = line.text.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_uppercase() || c.is_numeric());
    let short = before.right < margin - 60.0_f64.max(margin * 0.15);
    step < 0.0
        || step > leading * 1.35
        || step < before.size * 0.4
        || MARKED.is_match(&line.text)
        || before.bold != line.bold
        || (before.size - line.size).abs() > 1.0
        || (short && upper && before.text.ends_with(['.', '?', '!', ':', '”', '"']))
        || (line.left > before.right)
}

fn kind(line: &Line, body: f64) -> BlockKind {
    let short = line.text.chars().count() < 160 && !line.text.ends_with(['.', ';', ',']);
    if MARKED.is_match(&line.text) && !line.bold {
        BlockKind::Item { level: 1 }
    } else if short && line.size > body * 1.35 {
        heading(1)
    } else if short && (line.bold || line.size > body * 1.12) {
        heading(3)
    } else {
        BlockKind::Paragraph
    }
}
