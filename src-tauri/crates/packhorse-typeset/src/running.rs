//! What stands at the head and foot of every page.

use crate::finish::placed;
use crate::line::{Line, balanced, lines};
use crate::set::Setter;
use crate::{Colour, Draw, Structure, sheet};
use packhorse_model::Composed;

impl Setter<'_> {
    /// Widens the margins when what stands at head and foot needs more than one line each.
    pub(crate) fn make_room(&mut self, pack: &Composed) {
        let leading = self.sheet.running.leading;
        let head = self.running_lines(&pack.running_head, &marking(pack)).len();
        let foot = self.running_lines(&pack.running_foot, WIDEST).len();
        self.sheet.top += leading * head.saturating_sub(1) as f32;
        self.sheet.bottom += leading * foot.saturating_sub(1) as f32;
        // The line that says why the pack is not for publication, and some white round it.
        self.sheet.exempt = self.sheet.head + leading * head.max(1) as f32 + self.sheet.em(3.0);
        let exempt = self.exempt_lines(pack).len();
        let under = self.sheet.exempt + leading * exempt as f32 + self.sheet.em(14.0);
        self.sheet.top = if exempt > 0 { self.sheet.top.max(under) } else { self.sheet.top };
        self.sheet.bottom += leading * self.copy_lines(pack).len() as f32;
    }

    /// The pack's name and the marking; the cover says the first itself.
    pub(crate) fn running_head(&mut self, pack: &Composed, is_cover: bool) -> Vec<Draw> {
        let style = self.sheet.running;
        let first = self.sheet.head + self.shaper.baseline(style.size, style.leading);
        let name = if is_cover { "" } else { &pack.running_head };
        let marking = marking(pack);
        let lines = self.running_lines(name, &marking);
        let mut draws = self.running(lines, first);
        let right = self.sheet.width - self.sheet.right;
        draws.extend(self.at_right(&marking, style.bold(), right, first, Structure::DOCUMENT));
        draws
    }

    /// Why the pack is not for publication.
    pub(crate) fn exempt_line(&mut self, pack: &Composed) -> Vec<Draw> {
        let style = self.sheet.running;
        let first = self.sheet.exempt + self.shaper.baseline(style.size, style.leading);
        let lines = self.exempt_lines(pack);
        self.running(lines, first)
    }

    /// Whose copy it is, the meeting and the number of the page.
    pub(crate) fn running_foot(&mut self, pack: &Composed, number: &str) -> Vec<Draw> {
        let style = self.sheet.running;
        let top = self.sheet.height - self.sheet.foot - style.leading;
        let last = top + self.shaper.baseline(style.size, style.leading);
        let lines = self.running_lines(&pack.running_foot, WIDEST);
        let first = last - style.leading * lines.len().saturating_sub(1) as f32;
        let copy = self.copy_lines(pack);
        let over = first - style.leading * copy.len() as f32;
        let mut draws = self.running(copy, over);
        draws.extend(self.running(lines, first));
        let right = self.sheet.width - self.sheet.right;
        draws.extend(self.at_right(number, style, right, last, Structure::DOCUMENT));
        draws
    }

    /// Words at the left margin beside others at the right one.
    fn running_lines(&mut self, left: &str, right: &str) -> Vec<Line> {
        let style = self.sheet.running;
        let beside = [self.words(right, style.bold(), Structure::DOCUMENT)];
        let wide = lines(&mut self.shaper, &beside, style.size, f32::INFINITY);
        let wide = wide.iter().map(|line| line.width).fold(0.0, f32::max);
        let words = [self.words(left.trim(), style, Structure::DOCUMENT)];
        balanced(&mut self.shaper, &words, style.size, self.sheet.measure() - wide - style.size)
    }

    fn exempt_lines(&mut self, pack: &Composed) -> Vec<Line> {
        self.strong_lines(pack.exempt.as_deref(), sheet::INK)
    }

    fn copy_lines(&mut self, pack: &Composed) -> Vec<Line> {
        self.strong_lines(pack.copy_for.as_deref(), self.sheet.running.colour)
    }

    fn strong_lines(&mut self, words: Option<&str>, colour: Colour) -> Vec<Line> {
        let Some(words) = words.map(str::trim).filter(|words| !words.is_empty()) else { return Vec::new() };
        let style = self.sheet.running.bold().in_colour(colour);
        let node = self.exempt.unwrap_or(Structure::DOCUMENT);
        let words = [self.words(words, style, node)];
        balanced(&mut self.shaper, &words, style.size, self.sheet.measure())
    }

    fn running(&self, lines: Vec<Line>, first: f32) -> Vec<Draw> {
        let leading = self.sheet.running.leading;
        let lines = lines.into_iter().enumerate();
        lines
            .flat_map(|(index, line)| placed(vec![line], self.sheet.left, first + leading * index as f32))
            .collect()
    }
}

/// Room for the number of a page, whatever it is.
const WIDEST: &str = "Page 888 of 888";

fn marking(pack: &Composed) -> String {
    pack.marking.clone().unwrap_or_default()
}
