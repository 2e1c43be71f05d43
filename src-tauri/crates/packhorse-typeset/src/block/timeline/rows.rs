//! Rows in which nothing lies on anything else.

/// Things with a width, each in the first row that has room for it.
#[derive(Debug)]
pub(super) struct Rows<T> {
    gap: f32,
    /// Thing, left edge, width, row.
    placed: Vec<(T, f32, f32, usize)>,
    count: usize,
}

impl<T> Rows<T> {
    /// No rows yet; things in one row are at least `gap` apart.
    pub(super) fn new(gap: f32) -> Self {
        Self { gap, placed: Vec::new(), count: 0 }
    }

    /// Places a thing.
    pub(super) fn place(&mut self, thing: T, x: f32, width: f32) {
        let is_free = |row: usize| {
            self.placed
                .iter()
                .filter(|(.., other)| *other == row)
                .all(|(_, left, wide, _)| x >= left + wide + self.gap || x + width + self.gap <= *left)
        };
        let row = (0..self.count).find(|&row| is_free(row)).unwrap_or(self.count);
        self.count = self.count.max(row + 1);
        self.placed.push((thing, x, width, row));
    }

    /// How many rows there are.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// Each thing and its row.
    pub(super) fn placed(&self) -> impl Iterator<Item = (&T, usize)> {
        self.placed.iter().map(|(thing, _, _, row)| (thing, *row))
    }

    /// Each thing, its left edge and its row.
    pub(super) fn all(&self) -> impl Iterator<Item = (&T, f32, usize)> {
        self.placed.iter().map(|(thing, x, _, row)| (thing, *x, *row))
    }
}

impl Rows<super::Label> {
    /// Moves labels out of the way of the lines that lead from the axis to labels in rows below, where
    /// there is room beside their own points.
    pub(super) fn clear_lines(&mut self, from: f32, to: f32) {
        let lines: Vec<(f32, usize)> = self.placed.iter().map(|(label, .., row)| (label.at, *row)).collect();
        for index in 0..self.placed.len() {
            let (label, x, width, row) = &self.placed[index];
            let (at, x, width, row) = (label.at, *x, *width, *row);
            let crossed = |x: f32| {
                let mut through = lines.iter().filter(|(_, below)| *below > row);
                through.find(|(line, _)| *line > x - 1.0 && *line < x + width + 1.0).map(|(line, _)| *line)
            };
            let Some(line) = crossed(x) else { continue };
            let left = at <= line;
            let moved = if left { line - 3.0 - width } else { line + 3.0 };
            let others = self
                .placed
                .iter()
                .enumerate()
                .filter(|(other, (.., in_row))| *other != index && *in_row == row);
            let free = others.into_iter().all(|(_, (_, other, wide, _))| {
                moved >= other + wide + self.gap || moved + width + self.gap <= *other
            });
            if free && moved >= from && moved + width <= to && crossed(moved).is_none() {
                self.placed[index].1 = moved;
                self.placed[index].0.left = if left { 1.0 } else { 0.0 };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_row_lies_on_anything_else() {
        let mut rows = Rows::new(5.0);
        for (name, x, width) in [("a", 0.0, 50.0), ("b", 40.0, 50.0), ("c", 100.0, 20.0), ("d", 44.0, 5.0)] {
            rows.place(name, x, width);
        }
        let placed: Vec<_> = rows.placed().map(|(name, row)| (*name, row)).collect();
        assert_eq!(placed, [("a", 0), ("b", 1), ("c", 0), ("d", 2)]);
        assert_eq!(rows.count(), 3);
    }
}
