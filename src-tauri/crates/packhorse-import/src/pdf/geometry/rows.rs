//! Characters become lines: what stands at one height, cut where the gap is too wide for a space.

use super::super::glyphs::{Glyph, Page};
use super::super::lines::Words;

/// A line of a page, or the part of one that stands in one column.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub glyphs: Vec<Glyph>,
    pub y: f64,
    pub left: f64,
    pub right: f64,
    pub size: f64,
    pub bold: bool,
    pub text: String,
    /// Where it would have ended had its block not ended with it, once that is known.
    pub margin: f64,
}

impl Line {
    /// The baseline as a share of the page's height.
    pub(super) fn height(&self, page: &Page) -> f64 {
        self.y / page.height.max(1.0)
    }

    /// Half way between its ends.
    pub(super) fn middle(&self) -> f64 {
        (self.left + self.right) / 2.0
    }

    /// Whether it stands to the right of another at about the same height, with a column's gap.
    pub(super) fn is_beside(&self, other: &Line, size: f64, leading: f64) -> bool {
        self.left > other.right + size * GAP * 0.3 && (self.y - other.y).abs() < leading * 0.8
    }
}

/// How many letter sizes part two columns; a space is a quarter of one.
const GAP: f64 = 1.6;

/// The commonest size of letters in a document.
pub(super) fn body_size(pages: &[Page]) -> f64 {
    let glyphs = pages.iter().flat_map(|page| &page.glyphs).filter(|glyph| !glyph.is_blank());
    commonest(glyphs.map(|glyph| (glyph.size * 10.0).round() as i64)).map_or(11.0, |size| size as f64 / 10.0)
}

/// The commonest distance between lines in a document.
pub(super) fn leading(sheets: &[Vec<Line>], body: f64) -> f64 {
    let steps = sheets.iter().flat_map(|lines| lines.windows(2).map(|pair| pair[1].y - pair[0].y));
    let likely = steps.filter(|step| *step > body * 0.8 && *step < body * 2.5);
    commonest(likely.map(|step| (step * 2.0).round() as i64)).map_or(body * 1.25, |step| step as f64 / 2.0)
}

/// Where the full lines of a document end: nearly the rightmost of its long lines.
pub(super) fn margin(sheets: &[Vec<Line>]) -> f64 {
    let long = |line: &&Line| line.text.chars().count() > 40;
    let mut ends: Vec<i64> =
        sheets.iter().flatten().filter(long).map(|line| line.right.round() as i64).collect();
    ends.sort_unstable();
    ends.get(ends.len() * 9 / 10).map_or(500.0, |end| *end as f64)
}

fn commonest(values: impl Iterator<Item = i64>) -> Option<i64> {
    let mut values: Vec<i64> = values.collect();
    values.sort_unstable();
    values.chunk_by(|a, b| a == b).max_by_key(|run| run.len()).map(|run| run[0])
}

/// Lines from top to bottom, column by column.
pub(super) fn lines(page: &Page, body: f64) -> Vec<Line> {
    let mut glyphs: Vec<&Glyph> = page.glyphs.iter().filter(|glyph| !glyph.artifact).collect();
    glyphs.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
    let mut rows: Vec<Vec<&Glyph>> = Vec::new();
    for glyph in glyphs {
        match rows.last_mut() {
            // Raised figures and accents sit a little off the line they belong to.
            Some(row) if (row[0].y - glyph.y).abs() < row[0].size.max(glyph.size) * 0.45 => row.push(glyph),
            _ => rows.push(vec![glyph]),
        }
    }
    let rows = lowered(rows);
    let edges = edges(&rows, body);
    let mut lines: Vec<Line> =
        rows.iter().flat_map(|row| segments(row, body, &edges)).filter_map(line).collect();
    if let Some(gutter) = gutter(page, &lines) {
        // Two columns: what is left of the gutter is read before what is right of it.
        lines.sort_by_key(|line| line.left > gutter);
        for side in lines.chunk_by_mut(|a, b| (a.left > gutter) == (b.left > gutter)) {
            let right = side[0].left > gutter;
            let mut ends: Vec<f64> =
                side.iter().map(|line| line.right).filter(|end| right || *end < gutter + 12.0).collect();
            ends.sort_by(f64::total_cmp);
            let margin = ends.get(ends.len() * 9 / 10).copied().unwrap_or(f64::INFINITY);
            side.iter_mut().for_each(|line| line.margin = margin);
        }
    }
    lines
}

/// Rows with the small figures and letters raised above them put back: footnote marks, “16th”.
fn lowered(rows: Vec<Vec<&Glyph>>) -> Vec<Vec<&Glyph>> {
    let size = |row: &[&Glyph]| row.iter().map(|glyph| glyph.size).fold(0.0, f64::max);
    let mut kept: Vec<Vec<&Glyph>> = Vec::with_capacity(rows.len());
    let mut raised: Option<Vec<&Glyph>> = None;
    for mut row in rows {
        if let Some(marks) = raised.take() {
            let (step, large) = (row[0].y - marks[0].y, size(&row));
            if step < large * 0.9 && size(&marks) < large * 0.8 {
                row.extend(marks);
            } else {
                kept.push(marks);
            }
        }
        if is_mark(&row) {
            raised = Some(row);
        } else {
            kept.push(row);
        }
    }
    kept.extend(raised);
    for row in &mut kept {
        row.sort_by(|a, b| a.x.total_cmp(&b.x));
    }
    kept
}

/// Whether a row is nothing but what stands raised after words.
fn is_mark(row: &[&Glyph]) -> bool {
    let text: String = row.iter().map(|glyph| glyph.text.as_str()).collect();
    let text = text.split_whitespace().collect::<Vec<_>>();
    let mark = |word: &&str| {
        word.len() <= 3 && word.chars().all(|c| c.is_ascii_digit())
            || matches!(*word, "st" | "nd" | "rd" | "th")
    };
    (1..=4).contains(&text.len()) && text.iter().all(mark)
}

/// Left edges that several rows share after a column's gap.
fn edges(rows: &[Vec<&Glyph>], body: f64) -> Vec<f64> {
    let parts = rows.iter().flat_map(|row| segments(row, body, &[]).into_iter().skip(1));
    let mut lefts: Vec<f64> =
        parts.filter_map(|part| part.iter().find(|glyph| !glyph.is_blank()).map(|glyph| glyph.x)).collect();
    lefts.sort_by(f64::total_cmp);
    lefts.chunk_by(|a, b| b - a < 2.0).filter(|run| run.len() >= 2).map(|run| run[0]).collect()
}

/// A row cut where the gap is too wide for a space, or as wide as two spaces before a known edge.
fn segments(row: &[&Glyph], body: f64, edges: &[f64]) -> Vec<Vec<Glyph>> {
    let mut parts: Vec<Vec<Glyph>> = Vec::new();
    let mut end = f64::NEG_INFINITY;
    let stretched = is_stretched(row);
    for glyph in row {
        let at_edge = !glyph.is_blank() && edges.iter().any(|edge| (-1.0..3.0).contains(&(glyph.x - edge)));
        let gap = if at_edge { GAP * 0.3 } else { GAP };
        let far = glyph.x > end + body.max(glyph.size).max(6.0) * gap && !(stretched && parts.len() == 1);
        // A bullet is set off from its item by a tab, and is no column.
        let bullet = parts.last().is_some_and(|part| is_bullet(part));
        let may_mark = glyph.is_unknown() && parts.is_empty();
        if glyph.is_blank() && far && !bullet && !may_mark {
            continue;
        }
        if (far && !bullet) || parts.is_empty() {
            parts.push(Vec::new());
        }
        if !glyph.is_blank() {
            end = glyph.right();
        }
        if let Some(part) = parts.last_mut() {
            part.push((*glyph).clone());
        }
    }
    parts
}

/// Whether a row was set to the full width of its column: then all its gaps are equally wide.
fn is_stretched(row: &[&Glyph]) -> bool {
    let seen: Vec<&&Glyph> = row.iter().filter(|glyph| !glyph.is_blank()).collect();
    let gaps = seen.windows(2).map(|pair| (pair[1].x - pair[0].right(), pair[0].size));
    let wide: Vec<(f64, f64)> = gaps.filter(|(gap, size)| *gap > size * 0.15).collect();
    let (least, most) =
        wide.iter().fold((f64::MAX, 0.0_f64), |(least, most), (gap, _)| (least.min(*gap), most.max(*gap)));
    wide.len() >= 3 && wide.iter().all(|(_, size)| most < size * 4.0 && most - least < size * 0.25)
}

/// Whether characters are nothing but a bullet or a paragraph's number.
fn is_bullet(part: &[Glyph]) -> bool {
    let text: String = part.iter().map(|glyph| glyph.text.as_str()).collect();
    let text = text.trim();
    let number = text.trim_end_matches(['.', ')']);
    let figures = !number.is_empty() && number.len() <= 3 && number.chars().all(|c| c.is_ascii_digit());
    text.chars().count() == 1 && !text.starts_with(char::is_alphanumeric) || figures || text == "o"
}

fn line(mut glyphs: Vec<Glyph>) -> Option<Line> {
    drop_hidden_blanks(&mut glyphs);
    let seen: Vec<&Glyph> = glyphs.iter().filter(|glyph| !glyph.is_blank()).collect();
    let (first, last) = (*seen.first()?, *seen.last()?);
    let mut words = Words::on(0);
    words.add(&glyphs);
    Some(Line {
        y: seen.iter().map(|glyph| glyph.y).fold(f64::MIN, f64::max),
        left: first.x,
        right: last.right(),
        // Bullets and initials may be larger than the words of their line.
        size: commonest(seen.iter().map(|glyph| (glyph.size * 10.0).round() as i64))
            .map_or(first.size, |size| size as f64 / 10.0),
        bold: seen.iter().all(|glyph| glyph.bold),
        text: words.piece.text.trim().to_owned(),
        margin: f64::INFINITY,
        glyphs,
    })
}

/// Drops spaces that are painted over letters: they part no words. A sign without a name stays where
/// it stands alone at the head of the line, as a bullet does.
fn drop_hidden_blanks(glyphs: &mut Vec<Glyph>) {
    let (mut right, mut at) = (f64::NEG_INFINITY, 0);
    // Where the next letter after each sign begins.
    let mut next = vec![f64::INFINITY; glyphs.len()];
    for (at, glyph) in glyphs.iter().enumerate().rev() {
        let later = next.get(at + 1).copied().unwrap_or(f64::INFINITY);
        next[at] = if glyph.is_blank() { later } else { glyph.x };
    }
    glyphs.retain(|glyph| {
        let gap = next[at] - right.max(f64::MIN);
        at += 1;
        if glyph.is_unknown() {
            return right == f64::NEG_INFINITY && next[at - 1] - glyph.right() > glyph.size * 0.3;
        }
        if !glyph.is_blank() {
            right = right.max(glyph.right());
            return true;
        }
        gap > glyph.size * 0.05
    });
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
