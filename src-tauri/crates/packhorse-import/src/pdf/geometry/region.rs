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
    for first in &seeds {
        let edge = lines[*first].left;
        let aligned = |at: &usize| (lines[*at].left - edge).abs() < SLACK;
        if seeds.iter().filter(|at| **at >= *first && aligned(at)).count() < 2 {
            continue;
        }
        let start = begin(lines, *first, edge, measure);
        let end = end(lines, *first, edge, measure);
        let rows = seeds.iter().filter(|at| (start..end).contains(*at) && aligned(at)).count();
        if rows >= 2 {
            let edges = edges(lines, &seeds, start..end, edge);
            return Some(Region { first: start, end, edges });
        }
    }
    None
}

/// Left edges of the columns after the first.
fn edges(lines: &[Line], seeds: &[usize], region: std::ops::Range<usize>, edge: f64) -> Vec<f64> {
    let mut lefts: Vec<f64> =
        seeds.iter().filter(|at| region.contains(*at)).map(|at| lines[*at].left).collect();
    lefts.sort_by(f64::total_cmp);
    let mut edges: Vec<f64> =
        lefts.chunk_by(|a, b| b - a < SLACK).filter(|run| run.len() >= 2).map(|run| run[0]).collect();
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
        } else if line.y - lines[last].y < measure.leading * 1.15 {
            end = at + 1;
        }
    }
    end
}

fn has_neighbour(lines: &[Line], at: usize, measure: Measure) -> bool {
    let near = lines.get(at + 1..(at + 4).min(lines.len())).unwrap_or(&[]);
    near.iter().any(|other| other.is_beside(&lines[at], measure.size, measure.leading))
}
