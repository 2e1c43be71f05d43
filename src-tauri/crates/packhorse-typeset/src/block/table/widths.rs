//! Widths of columns: the wanted shares, but no word broken if that can be helped.

use super::Padding;
use crate::line::{Inline, least_width};
use crate::set::{Frame, Setter};
use crate::{Face, Structure};
use packhorse_model::composed::Table;

/// How much of its share the first column must get to stand beside the others.
const BESIDE: f32 = 0.7;

/// How the cells of a row lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lie {
    /// All side by side.
    Beside,
    /// The others under the first, which has the whole width.
    Under,
}

impl Setter<'_> {
    /// The columns of a table. Where large type leaves too little for the words of the first column, the
    /// others stand under it.
    pub(super) fn columns(&mut self, table: &Table, frame: Frame, padding: Padding) -> (Vec<Frame>, Lie) {
        let count = table.columns.len();
        let shares: Vec<f32> = table.columns.iter().map(|column| column.share.max(1) as f32).collect();
        let least: Vec<f32> = (0..count)
            .map(|index| {
                self.widest_word(table, index) + if index + 1 < count { padding.right } else { padding.last }
            })
            .collect();
        let widths = spread(frame.width, &shares, &least);
        // Columns that are compared with each other stay side by side.
        let compared = table.rows.iter().flatten().any(|cell| !cell.bar.is_empty())
            || table.columns.iter().any(|column| column.breaks);
        let wanted = frame.width * shares[0] / shares.iter().sum::<f32>();
        let wordy = shares.iter().all(|share| *share <= shares[0]);
        if count < 4 || compared || !wordy || widths[0] >= wanted * BESIDE {
            return (frames(&widths, frame, padding), Lie::Beside);
        }
        let mut columns = vec![Frame { width: frame.width - padding.last, ..frame }];
        columns.extend(frames(&spread(frame.width, &shares[1..], &least[1..]), frame, padding));
        (columns, Lie::Under)
    }

    fn widest_word(&mut self, table: &Table, column: usize) -> f32 {
        let style = self.sheet.cell;
        let heading = [self.words(&table.columns[column].heading, style.bold(), Structure::DOCUMENT)];
        let mut widest = least_width(&mut self.shaper, &heading, style.size);
        for cell in table.rows.iter().filter_map(|row| row.get(column)) {
            for (index, runs) in cell.paragraphs.iter().enumerate() {
                let face = if index == 0 && cell.tone.is_some() { Face::Bold } else { Face::Regular };
                let inlines: Vec<Inline> = runs
                    .iter()
                    .map(|run| Inline { face, ..self.words(&run.text, style, Structure::DOCUMENT) })
                    .collect();
                widest = widest.max(least_width(&mut self.shaper, &inlines, style.size));
            }
        }
        widest
    }
}

/// Columns side by side, with the white beside them.
fn frames(widths: &[f32], frame: Frame, padding: Padding) -> Vec<Frame> {
    let mut x = frame.x;
    let place = |(index, width): (usize, &f32)| {
        let beside = if index + 1 < widths.len() { padding.right } else { padding.last };
        let column = Frame { x, width: width - beside };
        x += width;
        column
    };
    widths.iter().enumerate().map(place).collect()
}

/// Shares a width out, giving no column less than it needs while there is enough.
fn spread(whole: f32, shares: &[f32], least: &[f32]) -> Vec<f32> {
    if least.iter().sum::<f32>() >= whole {
        return scant(whole, least);
    }
    let mut fixed = vec![false; shares.len()];
    loop {
        let taken: f32 = least.iter().zip(&fixed).filter(|(_, fixed)| **fixed).map(|(width, _)| width).sum();
        let free: f32 = shares.iter().zip(&fixed).filter(|(_, fixed)| !**fixed).map(|(share, _)| share).sum();
        let width = |index: usize| (whole - taken) * shares[index] / free;
        let narrow = (0..shares.len()).find(|&index| !fixed[index] && width(index) < least[index]);
        match narrow {
            Some(index) => fixed[index] = true,
            None => {
                return (0..shares.len())
                    .map(|index| if fixed[index] { least[index] } else { width(index) })
                    .collect();
            }
        }
    }
}

/// Where there is too little, those that need little get it, and only the widest go short.
fn scant(whole: f32, least: &[f32]) -> Vec<f32> {
    let mut ordered = least.to_vec();
    ordered.sort_by(f32::total_cmp);
    let mut left = whole;
    let mut most = whole;
    for (done, width) in ordered.iter().enumerate() {
        most = left / (ordered.len() - done) as f32;
        if *width > most {
            break;
        }
        left -= width;
    }
    least.iter().map(|width| width.min(most)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_follow_their_shares() {
        assert_eq!(spread(100.0, &[3.0, 1.0], &[10.0, 10.0]), [75.0, 25.0]);
    }

    #[test]
    fn a_column_is_no_narrower_than_its_longest_word() {
        assert_eq!(spread(100.0, &[3.0, 1.0], &[10.0, 40.0]), [60.0, 40.0]);
    }

    #[test]
    fn a_word_too_long_for_the_page_breaks_no_word_beside_it() {
        assert_eq!(spread(100.0, &[1.0, 1.0, 1.0], &[150.0, 30.0, 20.0]), [50.0, 30.0, 20.0]);
        assert_eq!(spread(100.0, &[1.0, 1.0], &[150.0, 80.0]), [50.0, 50.0], "both are too long");
    }
}
