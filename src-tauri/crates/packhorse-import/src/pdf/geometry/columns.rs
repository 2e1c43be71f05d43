//! Tables by their columns: lines that stand side by side, with others below at the same edge.

use super::super::glyphs::Page;
use super::super::lines::{Placed, Words};
use super::Measure;
use super::region::{Region, SLACK, region};
use super::rows::Line;
use super::steps;
use crate::build::begins_with_mark;
use packhorse_model::BlockKind;
use std::collections::{BTreeMap, BTreeSet};

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
#[derive(Debug, Default)]
struct Last {
    page: u32,
    edge: f64,
    rows: u32,
    /// The words of its first row, which many tables repeat on every page.
    head: Vec<String>,
}

impl Last {
    /// The lines that repeat the table's head, and the others.
    fn headed(&self, lines: Vec<Line>) -> (Vec<Line>, Vec<Line>) {
        let mut left = self.head.clone();
        let top = lines.iter().map(|line| line.y).fold(f64::MAX, f64::min);
        let (again, others): (Vec<Line>, Vec<Line>) = lines.iter().cloned().partition(|line| {
            let known = left.iter().position(|words| *words == line.text);
            known.filter(|_| line.y - top < line.size * 4.0).map(|at| left.remove(at)).is_some()
        });
        // Half a head is none: its words may be a row's.
        if left.is_empty() && !others.is_empty() { (again, others) } else { (Vec::new(), lines) }
    }
}

/// The words of a table's first row when all of them are bold.
fn head(placed: &[(usize, usize, Line)]) -> Vec<String> {
    let first: Vec<&Line> = placed.iter().filter(|(row, ..)| *row <= 1).map(|(_, _, line)| line).collect();
    if first.iter().all(|line| line.bold) {
        first.iter().map(|line| line.text.clone()).collect()
    } else {
        Vec::new()
    }
}

/// The columns that begin, above the first row's label, in the middle of a sentence.
fn rests(lines: &[Line], column: impl Fn(&Line) -> usize, above: impl Fn(&Line) -> usize) -> BTreeSet<usize> {
    let mut top: BTreeMap<usize, &Line> = BTreeMap::new();
    for line in lines.iter().filter(|line| above(line) == 0) {
        let first = top.entry(column(line)).or_insert(line);
        if line.y < first.y {
            *first = line;
        }
    }
    let rest = |line: &Line| line.text.starts_with(char::is_lowercase);
    top.into_iter().filter(|(column, line)| *column > 0 && rest(line)).map(|(column, _)| column).collect()
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
        let before = self.last.take().filter(|_| same).unwrap_or_default();
        let (again, lines) = before.headed(lines);
        let column = |line: &Line| region.edges.iter().filter(|edge| line.left > **edge - SLACK).count();
        let starts = steps::starts(&lines, column, measure);
        let above = |line: &Line| steps::above(&starts, line, measure);
        let rests = rests(&lines, column, above);
        // Row 0 is the last one of the page before, for the rest of a cell that began there.
        let row = |line: &Line| {
            let rest = before.rows > 0 && above(line) == 0 && rests.contains(&column(line));
            if rest { 0 } else { above(line).max(1) }
        };
        let mut placed: Vec<(usize, usize, Line)> =
            lines.into_iter().map(|line| (row(&line), column(&line), line)).collect();
        hold_together(&mut placed, measure);
        placed.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.y.total_cmp(&b.2.y)));
        let head = if same { before.head } else { head(&placed) };
        let (edge, rows) = (region.edges[0], before.rows + starts.len() as u32);
        self.last = Some(Last { page: page.number, edge, rows, head });
        let mut blocks: Vec<Placed> =
            again.iter().map(|line| super::placed(page, line, BlockKind::Furniture)).collect();
        if is_contents(&placed) {
            blocks
                .extend(placed.iter().map(|(_, _, line)| super::placed(page, line, BlockKind::Boilerplate)));
            return blocks;
        }
        let table = self.count - 1;
        let mut widest: BTreeMap<usize, f64> = BTreeMap::new();
        for (_, column, line) in &placed {
            let widest = widest.entry(*column).or_default();
            *widest = widest.max(line.right - line.left);
        }
        for cell in placed.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let (row, column) = ((before.rows + cell[0].0 as u32).saturating_sub(1), cell[0].1 as u32);
            let kind = BlockKind::Cell {
                table,
                row,
                column,
                header: row == 0 && cell.iter().all(|(_, _, line)| line.bold),
            };
            let wide = widest.get(&cell[0].1).copied().unwrap_or(0.0);
            for block in cell.chunk_by(|(_, _, line), (_, _, next)| !parts(line, next, wide, measure)) {
                blocks.push(block_of(page, block.iter().map(|(_, _, line)| line), kind));
            }
        }
        blocks
    }
}

/// Lists that stand side by side have rows of their own: a line in the middle of a sentence stays in the
/// row of the line above it in its column.
fn hold_together(placed: &mut [(usize, usize, Line)], measure: Measure) {
    placed.sort_by(|a, b| a.1.cmp(&b.1).then(a.2.y.total_cmp(&b.2.y)));
    for at in 1..placed.len() {
        let ((before_row, before_column, before), (row, column, line)) = (&placed[at - 1], &placed[at]);
        let close = line.y - before.y < measure.leading.max(line.size * 1.15) * 1.2;
        let open = !before.text.ends_with(['.', '!', '?', ':', ';']);
        let runs_on = line.text.starts_with(char::is_lowercase);
        if before_column == column && row > before_row && close && open && runs_on {
            placed[at].0 = *before_row;
        }
    }
}

/// Whether a cell's next line begins a paragraph of its own: it has a bullet, stands apart, or its first
/// word would have stood on the line before. The widest line says how wide a column is at least, and
/// widths hold for centred words too.
fn parts(line: &Line, next: &Line, widest: f64, measure: Measure) -> bool {
    let step = next.y - line.y;
    let apart = step > measure.leading.max(line.size * 1.15) * 1.35;
    let letters = next.text.split_whitespace().next().map_or(1, |word| word.chars().count());
    let all = next.text.chars().count().max(1);
    let word = (next.right - next.left) * letters as f64 / all as f64;
    let room = line.right - line.left + word + measure.size * 1.5 < widest;
    let begins = !next.text.starts_with(|c: char| c.is_lowercase() || c == '(');
    begins_with_mark(&next.text) || apart || room && begins
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

/// A list of headings with page numbers in the last column.
fn is_contents(cells: &[(usize, usize, Line)]) -> bool {
    let last: Vec<&Line> =
        cells.iter().filter(|(_, column, _)| *column > 0).map(|(_, _, line)| line).collect();
    let numbers: Vec<u32> = last.iter().filter_map(|line| line.text.parse().ok()).collect();
    numbers.len() >= 3 && numbers.len() * 5 >= last.len() * 4 && numbers.is_sorted()
}
