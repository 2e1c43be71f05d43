//! What stands at the head and foot of every page.

use crate::finish::placed;
use crate::line::{Line, balanced, lines};
use crate::set::Setter;
use crate::{Draw, Structure};
use packhorse_model::Composed;

impl Setter<'_> {
    /// Widens the margins when a running head or foot needs more than one line.
    pub(crate) fn make_room(&mut self, pack: &Composed) {
        let leading = self.sheet.running.leading;
        let head = self.running_lines(&pack.running_head, &marking(pack)).len();
        let foot = self.running_lines(&pack.running_foot, &number(887, 888)).len();
        self.sheet.top += leading * head.saturating_sub(1) as f32;
        self.sheet.bottom += leading * foot.saturating_sub(1) as f32;
    }

    /// The pack's name and the marking; the cover says the first itself.
    pub(crate) fn running_head(&mut self, pack: &Composed, page: usize) -> Vec<Draw> {
        let style = self.sheet.running;
        let first = self.sheet.head + self.shaper.baseline(style.size, style.leading);
        let name = if page == 0 { "" } else { &pack.running_head };
        let marking = marking(pack);
        let lines = self.running_lines(name, &marking);
        let mut draws = self.running(lines, first);
        draws.extend(self.at_right(
            &marking,
            style,
            self.sheet.width - self.sheet.right,
            first,
            Structure::DOCUMENT,
        ));
        draws
    }

    /// The meeting and the number of the page.
    pub(crate) fn running_foot(&mut self, pack: &Composed, page: usize, pages: usize) -> Vec<Draw> {
        let style = self.sheet.running;
        let top = self.sheet.height - self.sheet.foot - style.leading;
        let last = top + self.shaper.baseline(style.size, style.leading);
        let lines = self.running_lines(&pack.running_foot, &number(887, 888));
        let first = last - style.leading * lines.len().saturating_sub(1) as f32;
        let mut draws = self.running(lines, first);
        let right = self.sheet.width - self.sheet.right;
        draws.extend(self.at_right(&number(page, pages), style, right, last, Structure::DOCUMENT));
        draws
    }

    /// Words at the left margin beside others at the right one.
    fn running_lines(&mut self, left: &str, right: &str) -> Vec<Line> {
        let style = self.sheet.running;
        let beside = [self.words(right, style, Structure::DOCUMENT)];
        let wide = lines(&mut self.shaper, &beside, style.size, f32::INFINITY);
        let wide = wide.iter().map(|line| line.width).fold(0.0, f32::max);
        let words = [self.words(left.trim(), style, Structure::DOCUMENT)];
        balanced(&mut self.shaper, &words, style.size, self.sheet.measure() - wide - style.size)
    }

    fn running(&self, lines: Vec<Line>, first: f32) -> Vec<Draw> {
        let leading = self.sheet.running.leading;
        let lines = lines.into_iter().enumerate();
        lines
            .flat_map(|(index, line)| placed(vec![line], self.sheet.left, first + leading * index as f32))
            .collect()
    }
}

fn marking(pack: &Composed) -> String {
    pack.marking.clone().unwrap_or_default()
}

/// “Page 3 of 12”.
fn number(page: usize, pages: usize) -> String {
    format!("Page {} of {pages}", page + 1)
}
