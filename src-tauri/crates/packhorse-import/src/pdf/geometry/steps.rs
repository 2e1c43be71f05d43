//! The heights at which the rows of a table begin.

use super::Measure;
use super::rows::Line;

/// How much further than the lines of a cell the rows of a table stand apart.
const APART: f64 = 1.18;

/// The heights at which rows begin. They begin where the first column goes on after a gap; where that
/// would cut through lines that stand together in another column, as it does when words stand in the
/// middle of their cells, they begin below a gap through all columns.
pub(super) fn starts(lines: &[Line], column: impl Fn(&Line) -> usize, measure: Measure) -> Vec<f64> {
    let by_label = by_label(lines, &column, measure);
    let cut = cuts(lines, &by_label, &column, measure);
    if cut == 0 {
        return by_label;
    }
    let by_gap = by_gap(lines, &column, measure);
    let labelled = (0..by_gap.len()).all(|row| {
        let inside = |line: &&Line| above(&by_gap, line, measure) == row + 1 && column(line) == 0;
        lines.iter().any(|line| inside(&line))
    });
    let better = labelled && by_gap.len() > 1 && cuts(lines, &by_gap, &column, measure) < cut;
    if better { by_gap } else { by_label }
}

/// Where the first column goes on after a gap.
fn by_label(lines: &[Line], column: &impl Fn(&Line) -> usize, measure: Measure) -> Vec<f64> {
    let labels = of_column(lines, column, 0);
    let tight = tightest(&labels, measure);
    let mut starts: Vec<f64> = Vec::new();
    let mut before: Option<&Line> = None;
    for label in labels {
        let gap = before.is_none_or(|before| label.y - before.y > tight * APART || before.bold != label.bold);
        if gap {
            starts.push(label.y);
        }
        before = Some(label);
    }
    starts
}

/// Where all columns go on after a gap.
fn by_gap(lines: &[Line], column: &impl Fn(&Line) -> usize, measure: Measure) -> Vec<f64> {
    let last = lines.iter().map(column).max().unwrap_or(0);
    let tight =
        (0..=last).map(|at| tightest(&of_column(lines, column, at), measure)).fold(f64::MAX, f64::min);
    let mut heights: Vec<f64> = lines.iter().map(|line| line.y).collect();
    heights.sort_by(f64::total_cmp);
    let mut starts = heights.first().copied().into_iter().collect::<Vec<_>>();
    starts.extend(heights.windows(2).filter(|pair| pair[1] - pair[0] > tight * APART).map(|pair| pair[1]));
    starts
}

/// How many pairs of lines that stand together in a column fall into different rows.
fn cuts(lines: &[Line], starts: &[f64], column: &impl Fn(&Line) -> usize, measure: Measure) -> usize {
    let last = lines.iter().map(column).max().unwrap_or(0);
    let cut = |lines: Vec<&Line>| {
        let tight = tightest(&lines, measure);
        let parted = |pair: &&[&Line]| {
            let together = pair[1].y - pair[0].y <= tight * APART && pair[0].bold == pair[1].bold;
            together && above(starts, pair[0], measure) != above(starts, pair[1], measure)
        };
        lines.windows(2).filter(parted).count()
    };
    (1..=last).map(|at| cut(of_column(lines, column, at))).sum()
}

/// How many rows begin above a line or at it.
pub(super) fn above(starts: &[f64], line: &Line, measure: Measure) -> usize {
    starts.iter().filter(|start| line.y > **start - measure.leading * 0.55).count()
}

fn of_column<'l>(lines: &'l [Line], column: &impl Fn(&Line) -> usize, at: usize) -> Vec<&'l Line> {
    let mut own: Vec<&Line> = lines.iter().filter(|line| column(line) == at).collect();
    own.sort_by(|a, b| a.y.total_cmp(&b.y));
    own
}

/// The smallest step from line to line.
fn tightest(lines: &[&Line], measure: Measure) -> f64 {
    let steps = lines.windows(2).map(|pair| pair[1].y - pair[0].y);
    let tight = steps.filter(|step| *step > measure.size * 0.7).fold(f64::MAX, f64::min);
    tight.min(measure.leading * 1.15).max(measure.size)
}
