//! Tables by their columns: lines that stand side by side, with others below at the same edge.

use super::super::glyphs::Page;
use super::super::lines::{Placed, Words};
use super::Measure;
use super::region::{Region, SLACK, region};
use super::rows::Line;
use crate::build::begins_with_mark;
use packhorse_model::BlockKind;

/// A part of a page.
#[derive(Debug)]
pub(super) enum Run {
    /// Lines of running text.
    Text(Vec<Line>),
    /// The cells of a table.
    Cells(Vec<Placed>),
}

/// The tables of a document so far: one that ends a page may go on on the next.
#[derive(Debug, Default)]
pub(super) struct Tables {
    count: u32,
    last: Option<Last>,
}

/// The table that ended the page before.
#[derive(Debug)]
struct Last {
    page: u32,
    edge: f64,
    rows: u32,
}

impl Tables {
    /// Cuts a page's lines into running text and tables.
    pub(super) fn cut(&mut self, page: &Page, mut lines: Vec<Line>, measure: Measure) -> Vec<Run> {
        let mut runs = Vec::new();
        let mut ended = None;
        while let Some(mut region) = region(&lines, measure) {
            region.first = self.reach_back(page, &lines, &region, runs.is_empty());
            let rest = lines.split_off(region.end);
            let table = lines.split_off(region.first);
            if !lines.is_empty() {
                runs.push(Run::Text(lines));
            }
            let at_top = runs.is_empty();
            runs.push(Run::Cells(self.cells(page, table, &region, at_top, measure)));
            ended = rest.is_empty().then(|| region.edges[0]);
            lines = rest;
        }
        if !lines.is_empty() {
            runs.push(Run::Text(lines));
        }
        self.last = ended.zip(self.last.take()).map(|(edge, last)| Last { page: page.number, edge, ..last });
        runs
    }

    /// The rest of a row label often stands alone at the top of the page a table goes on on.
    fn reach_back(&self, page: &Page, lines: &[Line], region: &Region, at_top: bool) -> usize {
        let narrow = lines[..region.first].iter().all(|line| line.right < region.edges[0]);
        if at_top && narrow && region.first <= 4 && self.goes_on(page, region) { 0 } else { region.first }
    }

    fn goes_on(&self, page: &Page, region: &Region) -> bool {
        self.last
            .as_ref()
            .is_some_and(|last| last.page + 1 == page.number && (last.edge - region.edges[0]).abs() < SLACK)
    }

    fn cells(
        &mut self,
        page: &Page,
        lines: Vec<Line>,
        region: &Region,
        at_top: bool,
        measure: Measure,
    ) -> Vec<Placed> {
        let same = at_top && self.goes_on(page, region);
        if !same {
            self.count += 1;
        }
        let from = if same { self.last.as_ref().map_or(0, |last| last.rows) } else { 0 };
        let starts = starts(&lines, region, measure);
        let column = |line: &Line| region.edges.iter().filter(|edge| line.left > **edge - SLACK).count();
        let row = |line: &Line| {
            starts.iter().filter(|start| line.y > **start - measure.leading * 0.55).count().max(1) - 1
        };
        let mut placed: Vec<(usize, usize, Line)> =
            lines.into_iter().map(|line| (row(&line), column(&line), line)).collect();
        placed.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.y.total_cmp(&b.2.y)));
        self.last = Some(Last { page: page.number, edge: region.edges[0], rows: from + starts.len() as u32 });
        if is_contents(&placed) {
            return placed
                .iter()
                .map(|(_, _, line)| super::placed(page, line, BlockKind::Boilerplate))
                .collect();
        }
        let table = self.count - 1;
        let mut blocks = Vec::new();
        for cell in placed.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let (row, column) = (from + cell[0].0 as u32, cell[0].1 as u32);
            let kind = BlockKind::Cell {
                table,
                row,
                column,
                header: row == 0 && cell.iter().all(|(_, _, line)| line.bold),
            };
            for block in cell.chunk_by(|_, (_, _, next)| !begins_with_mark(&next.text)) {
                blocks.push(block_of(page, block.iter().map(|(_, _, line)| line), kind));
            }
        }
        blocks
    }
}

fn block_of<'a>(page: &Page, lines: impl Iterator<Item = &'a Line>, kind: BlockKind) -> Placed {
    let mut words = Words::on(page.number);
    let (mut height, mut bold) = (0.0, true);
    for (order, line) in lines.enumerate() {
        words.add(&line.glyphs);
        height = if order == 0 { line.height(page) } else { height };
        bold &= line.bold;
    }
    Placed { kind, pieces: vec![words.piece], height, bold }
}

/// The heights at which rows begin: where the first column goes on after a gap.
fn starts(lines: &[Line], region: &Region, measure: Measure) -> Vec<f64> {
    let mut labels: Vec<&Line> = lines.iter().filter(|line| line.left < region.edges[0] - SLACK).collect();
    labels.sort_by(|a, b| a.y.total_cmp(&b.y));
    let tight = labels
        .windows(2)
        .map(|pair| pair[1].y - pair[0].y)
        .filter(|step| *step > measure.size * 0.7)
        .fold(f64::MAX, f64::min);
    let tight = tight.min(measure.leading * 1.15).max(measure.size);
    let mut starts: Vec<f64> = Vec::new();
    let mut before: Option<&Line> = None;
    for label in labels {
        let gap = before.is_none_or(|before| label.y - before.y > tight * 1.18 || before.bold != label.bold);
        if gap {
            starts.push(label.y);
        }
        before = Some(label);
    }
    starts
}

/// A list of headings with page numbers in the last column.
fn is_contents(cells: &[(usize, usize, Line)]) -> bool {
    let last: Vec<&Line> =
        cells.iter().filter(|(_, column, _)| *column > 0).map(|(_, _, line)| line).collect();
    let numbers: Vec<u32> = last.iter().filter_map(|line| line.text.parse().ok()).collect();
    numbers.len() >= 3 && numbers.len() * 5 >= last.len() * 4 && numbers.is_sorted()
}
