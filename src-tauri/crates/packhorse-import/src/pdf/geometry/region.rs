//! Where on a page a table begins and ends.

use super::Measure;
use super::rows::Line;

/// How far the edges of one column may lie apart.
pub(super) const SLACK: f64 = 9.0;

/// Lines of a page that are one table: the first, the one past the last, the columns' left edges.
#[derive(Debug)]
pub(super) struct Region {
    pub first: usize,
    pub end: usize,
    pub edges: Vec<f64>,
}

/// The first table of some lines.
pub(super) fn region(lines: &[Line], measure: Measure) -> Option<Region> {
    let beside = |at: usize| {
        let near = lines[at.saturating_sub(3)..at]
            .iter()
            .chain(lines.get(at + 1..(at + 4).min(lines.len())).unwrap_or(&[]));
        near.into_iter().any(|other| lines[at].is_beside(other, measure.size, measure.leading))
    };
    let seeds: Vec<usize> = (0..lines.len()).filter(|at| beside(*at)).collect();
    for (order, first) in seeds.iter().enumerate() {
        let column = column(lines, &seeds[order..], measure);
        let edge = column.iter().map(|at| lines[*at].left).fold(f64::MAX, f64::min);
        let start = begin(lines, *first, edge, measure);
        let end = end(lines, *first, edge, measure);
        let rows = column.iter().filter(|at| (start..end).contains(*at)).count();
        if column.len() >= 2 && rows >= 2 {
            let edges = edges(lines, &seeds, start..end, edge);
            return Some(Region { first: start, end, edges });
        }
        if let Some(pair) = pair(lines, *first, measure) {
            return Some(pair);
        }
    }
    None
}

/// The lines that stand in one column with the first of some: at the same left edge, or around the
/// same middle, none too far below the one before.
fn column(lines: &[Line], seeds: &[usize], measure: Measure) -> Vec<usize> {
    let Some(first) = seeds.first().map(|at| &lines[*at]) else { return Vec::new() };
    let mut column: Vec<usize> = Vec::new();
    let mut last = first.y;
    for at in seeds {
        let line = &lines[*at];
        let centred = (line.middle() - first.middle()).abs() < SLACK / 2.0;
        let aligned = (line.left - first.left).abs() < SLACK;
        if line.y - last > measure.leading * 12.0 {
            break;
        }
        if aligned || centred {
            column.push(*at);
            last = line.y;
        }
    }
    column
}

/// A table of one row: a few words, a grade perhaps, beside a label that wraps around their height.
/// Read line by line, they would stand in the middle of the label.
fn pair(lines: &[Line], at: usize, measure: Measure) -> Option<Region> {
    let seed = &lines[at];
    let near = at.saturating_sub(3)..(at + 4).min(lines.len());
    let label = near.clone().find(|other| seed.is_beside(&lines[*other], measure.size, measure.leading))?;
    let label = &lines[label];
    let close = measure.leading.max(label.size * 1.15) * 1.35;
    let alike = |line: &Line| {
        (line.left - label.left).abs() < 3.0
            && (line.size - label.size).abs() <= 1.0
            && line.bold == label.bold
            && line.right < seed.left - measure.size * 0.4
    };
    let beside = |line: &Line| {
        let aligned = (line.left - seed.left).abs() < SLACK;
        let centred = (line.middle() - seed.middle()).abs() < SLACK / 2.0 && line.left > label.right;
        (aligned || centred) && (line.y - seed.y).abs() < close * 2.0
    };
    let (mut first, mut end) = (at, at + 1);
    let mut held = seed.y..seed.y;
    while first > 0 && beside_or_alike(&lines[first - 1], &held, close, alike, beside) {
        first -= 1;
        held.start = held.start.min(lines[first].y);
    }
    while end < lines.len() && beside_or_alike(&lines[end], &held, close, alike, beside) {
        held.end = held.end.max(lines[end].y);
        end += 1;
    }
    let (labels, others): (Vec<&Line>, Vec<&Line>) = lines[first..end].iter().partition(|line| alike(line));
    let words: usize = others.iter().map(|line| line.text.split_whitespace().count()).sum();
    let display = label.bold || label.size > measure.size * 1.12;
    let wraps = labels.len() >= 2 || display && !labels.is_empty();
    let spans = labels.first()?.y - close < seed.y && seed.y < labels.last()?.y + close;
    (wraps && spans && labels.len() <= 4 && words <= 8).then(|| {
        let edge = others.iter().map(|line| line.left).fold(seed.left, f64::min);
        Region { first, end, edges: vec![edge] }
    })
}

/// Whether a line goes on with a row of two cells, above or below what is held of it.
fn beside_or_alike(
    line: &Line,
    held: &std::ops::Range<f64>,
    close: f64,
    alike: impl Fn(&Line) -> bool,
    beside: impl Fn(&Line) -> bool,
) -> bool {
    let reaches = line.y > held.start - close && line.y < held.end + close;
    reaches && (alike(line) || beside(line))
}

/// Left edges of the columns after the first: where what stands above one another begins.
fn edges(lines: &[Line], seeds: &[usize], region: std::ops::Range<usize>, edge: f64) -> Vec<f64> {
    let mut cells: Vec<&Line> =
        seeds.iter().filter(|at| region.contains(*at)).map(|at| &lines[*at]).collect();
    cells.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut columns: Vec<(f64, f64, usize)> = Vec::new();
    for cell in cells {
        match columns.last_mut() {
            Some((left, right, count)) if cell.left - *left < SLACK || cell.left < *right - SLACK => {
                (*right, *count) = (right.max(cell.right), *count + 1);
            }
            _ => columns.push((cell.left, cell.right, 1)),
        }
    }
    let mut edges: Vec<f64> =
        columns.iter().filter(|(_, _, count)| *count >= 2).map(|(left, ..)| *left).collect();
    if edges.is_empty() {
        edges.push(edge);
    }
    edges
}

/// The first line of the region: the row label beside the first line at the edge.
fn begin(lines: &[Line], seed: usize, edge: f64, measure: Measure) -> usize {
    let mut start = seed;
    while start > 0 {
        let (above, below) = (&lines[start - 1], &lines[start]);
        let close = (below.y - above.y).abs() < measure.leading * 1.3;
        let level = (lines[seed].y - above.y).abs() < measure.leading * 1.1;
        if above.right < edge && close && level && above.size <= measure.size * 1.3 {
            start -= 1;
        } else {
            break;
        }
    }
    start
}

/// One past the last line of the region.
fn end(lines: &[Line], seed: usize, edge: f64, measure: Measure) -> usize {
    let mut end = seed + 1;
    let mut last = seed;
    for at in seed + 1..lines.len() {
        let line = &lines[at];
        let crosses = line.left < edge - SLACK && line.right > edge - SLACK / 2.0;
        let apart = line.y - lines[at - 1].y > measure.leading * 3.5;
        if crosses || apart {
            break;
        }
        if line.left >= edge - SLACK {
            last = at;
            end = at + 1;
        } else if at == last + 1
            && line.y - lines[last].y > measure.leading * 2.2
            && !has_neighbour(lines, at, measure)
        {
            // A line alone under the table is text again.
            break;
        } else if line.y - lines[last].y < measure.leading * 1.15 || wraps(lines, at, end, edge, measure) {
            end = at + 1;
        }
    }
    end
}

/// Whether a line below the last row goes on with a cell of its first column, which wraps deeper than
/// the cells beside it.
fn wraps(lines: &[Line], at: usize, end: usize, edge: f64, measure: Measure) -> bool {
    let (above, line) = (&lines[at - 1], &lines[at]);
    let close = line.y - above.y < measure.leading * 1.15;
    let aligned = (line.left - above.left).abs() < 1.0 && above.left < edge - SLACK;
    at == end && close && aligned && line.bold == above.bold && (line.size - above.size).abs() < 0.5
}

fn has_neighbour(lines: &[Line], at: usize, measure: Measure) -> bool {
    let near = lines.get(at + 1..(at + 4).min(lines.len())).unwrap_or(&[]);
    near.iter().any(|other| other.is_beside(&lines[at], measure.size, measure.leading))
}
