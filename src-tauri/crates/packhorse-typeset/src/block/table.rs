//! Tables: header cells said again on every page, rows whole unless a page cannot hold them.

mod bar;
mod cell;
mod row;
mod widths;

use crate::fill::Header;
use crate::set::{Frame, Setter};
use crate::strip::{Item, Keep, Strip};
use crate::{Draw, NodeId, Role, Scope, sheet};
use packhorse_model::Notice;
use packhorse_model::composed::{Cell, Run, Table};
use widths::Lie;

/// White beside and over the words of a cell.
#[derive(Debug, Clone, Copy)]
struct Padding {
    right: f32,
    /// Beside the last column.
    last: f32,
    over: f32,
}

impl Setter<'_> {
    /// Sets a table.
    pub(crate) fn table(&mut self, table: &Table, parent: NodeId, frame: Frame) {
        if table.columns.is_empty() {
            return;
        }
        if table.rows.iter().any(|row| row.len() > table.columns.len()) {
            self.notices.push(Notice::new(format!(
                "A row of the table “{}” has more cells than the table has columns; the last are left out.",
                table.caption
            )));
        }
        // Badges reach out of their cells a little and must not meet.
        let has_badges = table.rows.iter().flatten().any(|cell| cell.tone.is_some());
        let right = self.sheet.em(if has_badges { 12.0 } else { 8.0 });
        let last = if has_badges { self.sheet.em(4.0) } else { 0.0 };
        let padding = Padding { right, last, over: self.sheet.em(5.0) };
        let (columns, lie) = self.columns(table, frame, padding);
        let node = self.tree.add(Role::Table, parent);
        self.tree.node_mut(node).alt = table.alt.clone().filter(|alt| !alt.trim().is_empty());
        let unit = bar::unit(table, &columns);
        let rules = breaks(table, &columns, padding);
        self.flow.space(self.sheet.em(4.0));
        let start = self.flow.mark();
        self.table_caption(&table.caption, node, frame);
        let header = self.table_header(table, (&columns, lie), node, frame, padding, &rules);

        let body = self.tree.add(Role::TableBody, node);
        for cells in &table.rows {
            let from = self.flow.mark();
            let room = self.sheet.depth() - self.headers[header].height;
            let row = self.tree.add(Role::Row, body);
            let cells = self.row_cells(cells, table.row_headers, row, &columns, unit);
            self.row(cells, frame, padding, room, lie);
            for strip in &mut self.flow.strips[from..] {
                strip.header = Some(header);
                rule_breaks(strip, &rules);
            }
        }
        if let Some(first) = self.flow.strips.iter().position(|strip| strip.header == Some(header)) {
            // A header with one row of several lines is no lonely thing.
            let high = |lines: f32| lines * self.sheet.cell.leading + 2.0 * self.sheet.em(5.0) + 1.0;
            self.pair_if_low(first, high(4.0), high(8.0));
        }
        self.flow.together_if_low(start, self.sheet.depth() * 0.3);
        self.flow.space(self.sheet.em(14.0));
    }

    /// Leaves no row of a table alone on the last page, unless it or the one before is a fifth of a page high.
    pub(crate) fn pair_last_rows(&mut self, start: usize) {
        if let Some(upper) = self.flow.strips.len().checked_sub(2).filter(|upper| *upper >= start) {
            let low = self.sheet.depth() * 0.2;
            self.pair_if_low(upper, low, low);
        }
    }

    /// Keeps a row and the next on one page when both are low, so that neither is alone under the header.
    fn pair_if_low(&mut self, upper: usize, low: f32, low_below: f32) {
        if let Some([upper, lower]) = self.flow.strips.get_mut(upper..upper + 2) {
            let rows = upper.header.is_some() && upper.header == lower.header;
            if rows && upper.height < low && lower.height < low_below {
                upper.keep = Keep::Together;
            }
        }
    }

    fn table_caption(&mut self, caption: &str, table: NodeId, frame: Frame) {
        if caption.trim().is_empty() {
            return;
        }
        let style = self.sheet.caption;
        let node = self.tree.add(Role::Caption, table);
        let words = [self.words(caption, style, node)];
        let start = self.flow.mark();
        self.set(&words, style, frame);
        self.flow.strips[start..].iter_mut().for_each(|strip| strip.keep = Keep::Next);
        self.flow.space(self.sheet.em(3.0));
    }

    /// Sets the header row and keeps a copy for the top of further pages.
    fn table_header(
        &mut self,
        table: &Table,
        (columns, lie): (&[Frame], Lie),
        node: NodeId,
        frame: Frame,
        padding: Padding,
        rules: &[f32],
    ) -> usize {
        let head = self.tree.add(Role::TableHead, node);
        let row = self.tree.add(Role::Row, head);
        let style = self.sheet.cell.bold();
        let mut strip = Strip::default();
        let mut down = padding.over;
        for (index, (column, frame)) in table.columns.iter().zip(columns).enumerate() {
            let cell = self.tree.add(Role::HeaderCell(Scope::Column), row);
            let words = [self.words(&column.heading, style, cell)];
            let set = self.aside(|setter| setter.set(&words, style, *frame));
            strip.absorb(Strip::stack(set.strips), down);
            if index == 0 && lie == Lie::Under {
                down = strip.height + self.sheet.em(4.0);
            }
        }
        strip.height += padding.over;
        strip.keep = Keep::Next;
        rule_breaks(&mut strip, rules);
        strip.over.push(Draw::level(frame.x, frame.x + frame.width, strip.height - 0.5, 1.0, sheet::INK));
        let said_again = strip.content.iter().filter_map(|(_, item)| match item {
            Item::Draw(draw) => Some(draw.clone()),
            Item::PageOf { .. } => None,
        });
        let draws = said_again.chain(strip.over.iter().cloned()).collect();
        self.headers.push(Header { draws, height: strip.height });
        self.flow.push(strip);
        self.headers.len() - 1
    }

    /// Sets each cell of a row on its own; a row with too few gets empty ones.
    fn row_cells(
        &mut self,
        cells: &[Cell],
        row_headers: bool,
        row: NodeId,
        columns: &[Frame],
        unit: f32,
    ) -> Vec<Vec<Strip>> {
        let barred = cells.iter().any(|cell| !cell.bar.is_empty());
        let empty = Cell::default();
        let mut set = Vec::with_capacity(columns.len());
        for (index, column) in columns.iter().enumerate() {
            let role = if index == 0 && row_headers { Role::HeaderCell(Scope::Row) } else { Role::Cell };
            let node = self.tree.add(role, row);
            let cell = cells.get(index).unwrap_or(&empty);
            let mut strips = self.cell(cell, node, *column);
            if barred {
                self.bar_over(&cell.bar, unit, *column, &mut strips);
            }
            set.push(strips);
        }
        set
    }
}

/// Where a new framework begins: between two columns.
fn breaks(table: &Table, columns: &[Frame], padding: Padding) -> Vec<f32> {
    let begun = table.columns.iter().zip(columns).skip(1).filter(|(column, _)| column.breaks);
    begun.map(|(_, frame)| frame.x - padding.right / 2.0).collect()
}

/// A dashed line from top to bottom: what stands on either side is not compared.
fn rule_breaks(strip: &mut Strip, rules: &[f32]) {
    for &x in rules {
        let (from, to) = ((x, 0.0), (x, strip.height));
        strip.over.push(Draw::Rule { from, to, colour: sheet::SOFT, thickness: 0.75, dash: Some(2.2) });
    }
}

/// Whether runs hold any words.
fn has_words(runs: &[Run]) -> bool {
    runs.iter().any(|run| !run.text.trim().is_empty())
}
