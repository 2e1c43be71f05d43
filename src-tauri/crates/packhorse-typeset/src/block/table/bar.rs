//! Small bars over the words of cells that say their numbers.

use crate::set::{Frame, Setter};
use crate::strip::{Keep, Strip};
use crate::{Draw, sheet};
use packhorse_model::Bearing;
use packhorse_model::composed::Table;

/// How long one is, the same in every cell: the longest bar fills the narrowest column with bars.
pub(super) fn unit(table: &Table, columns: &[Frame]) -> f32 {
    let (mut longest, mut narrowest) = (0, f32::INFINITY);
    for row in &table.rows {
        for (cell, column) in row.iter().zip(columns).filter(|(cell, _)| !cell.bar.is_empty()) {
            longest = longest.max(cell.bar.iter().map(|(_, count)| *count).sum());
            narrowest = narrowest.min(column.width);
        }
    }
    if longest == 0 { 0.0 } else { narrowest / longest as f32 }
}

impl Setter<'_> {
    /// Puts a bar over what a cell says, or as much white as the other cells of its row have.
    pub(super) fn bar_over(&self, bar: &[(Bearing, u32)], unit: f32, frame: Frame, cell: &mut Vec<Strip>) {
        let (height, gap) = (self.sheet.em(6.0), self.sheet.em(2.5));
        let mut strip = Strip { keep: Keep::Next, ..Strip::blank(height + gap) };
        let mut x = frame.x;
        for &(bearing, count) in bar.iter().filter(|(_, count)| *count > 0) {
            let width = unit * count as f32;
            // A hair of paper between parts, so that they are told apart without their colours.
            strip.under.push(Draw::block(x, 1.0, (width - 0.75).max(0.5), height, sheet::bearing(bearing)));
            x += width;
        }
        if let Some(first) = cell.first_mut() {
            strip.anchors.append(&mut first.anchors);
        }
        cell.insert(0, strip);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use packhorse_model::composed::{Cell, Column};

    #[test]
    fn one_is_as_long_in_every_cell_and_the_longest_bar_fits() {
        let cell = |count| Cell { bar: vec![(Bearing::Strength, count)], ..Cell::default() };
        let table = Table {
            caption: String::new(),
            columns: vec![Column::new("A", 1), Column::new("B", 2)],
            rows: vec![vec![cell(2), cell(5)]],
            row_headers: false,
            alt: None,
        };
        let columns = [Frame { x: 0.0, width: 50.0 }, Frame { x: 60.0, width: 100.0 }];
        assert_eq!(unit(&table, &columns), 10.0);
    }
}
