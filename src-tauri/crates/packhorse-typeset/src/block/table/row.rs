//! Cells side by side as a row.

use super::Padding;
use super::widths::Lie;
use crate::set::{Frame, Setter};
use crate::strip::Strip;
use crate::{Draw, sheet};

impl Setter<'_> {
    /// Sets a row as one strip, or as several when it is higher than `room`.
    pub(super) fn row(
        &mut self,
        cells: Vec<Vec<Strip>>,
        frame: Frame,
        padding: Padding,
        room: f32,
        lie: Lie,
    ) {
        let mut rest: Vec<std::collections::VecDeque<Strip>> = cells.into_iter().map(Into::into).collect();
        let limit = room - 2.0 * padding.over;
        loop {
            let mut strip = Strip::default();
            let mut down = 0.0;
            for (index, cell) in rest.iter_mut().enumerate() {
                // What no longer fits under the first cell goes on on the next page.
                if down > 0.0 && cell.front().is_some_and(|next| down + next.height > limit) {
                    continue;
                }
                let part = Strip::stack(take(cell, limit - down));
                let height = part.height;
                strip.absorb(part, padding.over + down);
                if index == 0 && height > 0.0 && lie == Lie::Under {
                    down = height + self.sheet.em(5.0);
                }
            }
            let done = rest.iter().all(|cell| cell.is_empty());
            strip.height = strip.height.max(padding.over) + padding.over;
            if done {
                let y = strip.height - 0.25;
                strip.over.push(Draw::level(frame.x, frame.x + frame.width, y, 0.5, sheet::LINE));
            }
            self.flow.push(strip);
            if done {
                return;
            }
        }
    }
}

/// The first strips of a cell that are no higher than `limit` together, at least one.
fn take(cell: &mut std::collections::VecDeque<Strip>, limit: f32) -> Vec<Strip> {
    let mut taken = Vec::new();
    let mut height = 0.0;
    while let Some(next) = cell.front() {
        let more = next.height + if taken.is_empty() { 0.0 } else { next.before };
        if !taken.is_empty() && height + more > limit + 0.01 {
            break;
        }
        height += more;
        taken.extend(cell.pop_front());
    }
    taken
}
