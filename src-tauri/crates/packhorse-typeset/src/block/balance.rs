//! Bars that show shares of a whole, each with its numbers in words.

use crate::set::{Frame, Setter};
use crate::strip::{Item, Keep, Strip};
use crate::{Draw, NodeId, Rect, Role, Words, sheet};
use packhorse_model::Bearing;
use packhorse_model::composed::{Balance, BalanceRow, Run};

impl Setter<'_> {
    /// Sets a balance: for each row a line of words and a bar.
    pub(crate) fn balance(&mut self, balance: &Balance, parent: NodeId, frame: Frame) {
        self.flow.space(self.sheet.em(4.0));
        self.chart_caption(&balance.caption, parent, frame);
        if balance.rows.iter().all(|row| row.shares.iter().all(|(_, count)| *count == 0)) {
            self.paragraph(&[Run::plain(&balance.alt)], self.sheet.body, parent, frame);
            self.flow.space(self.sheet.em(8.0));
            return;
        }
        let figure = self.tree.add(Role::Figure, parent);
        self.tree.node_mut(figure).alt = Some(balance.alt.clone());
        let rows = self.aside(|setter| {
            for row in &balance.rows {
                setter.balance_row(row, figure, frame);
                setter.flow.space(setter.sheet.em(7.0));
            }
        });
        let mut strip = Strip::stack(rows.strips);
        strip.figure = Some((figure, Rect { x: frame.x, y: 0.0, width: frame.width, height: strip.height }));
        self.flow.push(strip);
        self.flow.space(self.sheet.em(14.0));
    }

    /// Sets what a chart shows, over it.
    pub(crate) fn chart_caption(&mut self, caption: &str, parent: NodeId, frame: Frame) {
        let start = self.flow.mark();
        self.paragraph(&[Run::plain(caption)], self.sheet.caption, parent, frame);
        self.flow.strips[start..].iter_mut().for_each(|strip| strip.keep = Keep::Next);
        self.flow.space(self.sheet.em(5.0));
    }

    fn balance_row(&mut self, row: &BalanceRow, figure: NodeId, frame: Frame) {
        let style = self.sheet.small.in_colour(sheet::INK);
        let parts: Vec<String> = row.shares.iter().map(|(bearing, count)| bearing.counted(*count)).collect();
        let label = row.label.trim().trim_end_matches(':');
        let words = [
            self.words(&format!("{label}: "), style, figure),
            self.words(&parts.join(", "), style.in_colour(sheet::SOFT), figure),
        ];
        self.set(&words, style, frame);
        self.flow.space(self.sheet.em(2.0));
        let bar = self.bar(&row.shares, figure, frame);
        self.flow.push(bar);
    }

    fn bar(&mut self, shares: &[(Bearing, u32)], figure: NodeId, frame: Frame) -> Strip {
        let style = self.sheet.chart.bold().in_colour(sheet::PAPER);
        let height = if self.sheet.large { 24.0 } else { 13.0 };
        let (shown, gap) = (shares.iter().filter(|(_, count)| *count > 0).collect::<Vec<_>>(), 1.5);
        let total: u32 = shown.iter().map(|(_, count)| *count).sum();
        let width = frame.width - gap * shown.len().saturating_sub(1) as f32;
        let mut strip = Strip::blank(height);
        let mut x = frame.x;
        for (bearing, count) in shown {
            let part = width * *count as f32 / total as f32;
            strip.put(figure, Draw::block(x, 0.0, part, height, sheet::bearing(*bearing)));
            let text = count.to_string();
            let word = self.shaper.word(style.face, &text);
            let wide = word.width as f32 * style.size / 1000.0;
            if wide + 4.0 < part {
                let at = (
                    x + self.sheet.em(5.0).min((part - wide) / 2.0),
                    self.shaper.baseline(style.size, height),
                );
                let (face, size, colour) = (style.face, style.size, style.colour);
                let words = Words { at, face, size, colour, text, glyphs: word.glyphs.clone() };
                strip.content.push((figure, Item::Draw(Draw::Words(words))));
            }
            x += part + gap;
        }
        strip
    }
}
