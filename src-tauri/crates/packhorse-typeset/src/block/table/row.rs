//! Cells side by side as a row.

use super::Padding;
use crate::set::{Frame, Setter};
use crate::strip::Strip;
use crate::{Draw, sheet};

impl Setter<'_> {
    /// Sets a row as one strip, or as several when it is higher than `room`.
    pub(super) fn row(&mut self, cells: Vec<Vec<Strip>>, frame: Frame, padding: Padding, room: f32) {
        let mut rest: Vec<std::collections::VecDeque<Strip>> = cells.into_iter().map(Into::into).collect();
        let limit = room - 2.0 * padding.over;
        loop {
            let mut strip = Strip::default();
            for cell in &mut rest {
                let part = take(cell, limit);
                strip.absorb(Strip::stack(part), padding.over);
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
