//! Widths of columns: the wanted shares, but no word broken if that can be helped.

use super::Padding;
use crate::line::{Inline, least_width};
use crate::set::{Frame, Setter};
use crate::{Face, Structure};
use packhorse_model::composed::Table;

impl Setter<'_> {
    /// The columns of a table.
    pub(super) fn columns(&mut self, table: &Table, frame: Frame, padding: Padding) -> Vec<Frame> {
        let count = table.columns.len();
        let shares: Vec<f32> = table.columns.iter().map(|column| column.share.max(1) as f32).collect();
        let least: Vec<f32> = (0..count)
            .map(|index| {
                self.widest_word(table, index) + if index + 1 < count { padding.right } else { padding.last }
            })
            .collect();
        let mut x = frame.x;
        let mut columns = Vec::with_capacity(count);
        for (index, width) in spread(frame.width, &shares, &least).into_iter().enumerate() {
            let beside = if index + 1 < count { padding.right } else { padding.last };
            columns.push(Frame { x, width: width - beside });
            x += width;
        }
        columns
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
