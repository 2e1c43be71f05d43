//! Panels of “at a glance”: side by side, or one under the other in large print.

use crate::set::{Frame, Setter};
use crate::strip::{Keep, Strip};
use crate::{Draw, NodeId, Role, sheet};
use packhorse_model::composed::{Block, Panel, Run, Style};

impl Setter<'_> {
    /// Sets panels.
    pub(crate) fn panels(&mut self, panels: &[Panel], parent: NodeId, frame: Frame) {
        if panels.is_empty() {
            return;
        }
        self.flow.space(self.sheet.em(13.0));
        let gap = 14.0;
        let shares = shares(panels);
        let wide = frame.width - gap * (panels.len() - 1) as f32;
        let mut x = frame.x;
        let side_by_side = !self.sheet.large && panels.len() <= 4;
        let mut row = Strip::default();
        let begun = self.flow.mark();
        for (panel, share) in panels.iter().zip(shares) {
            if side_by_side {
                let frame = Frame { x, width: wide * share };
                x += frame.width + gap;
                let column = self.aside(|setter| setter.panel(panel, parent, frame));
                row.absorb(Strip::stack(column.strips), 0.0);
            } else {
                let start = self.flow.mark();
                self.panel(panel, parent, frame);
                self.flow.together(start);
                self.flow.space(self.sheet.em(12.0));
            }
        }
        if side_by_side {
            self.flow.push(row);
        } else {
            // What is good and what is not are read on one page.
            self.flow.together(begun);
        }
        self.flow.space(self.sheet.em(14.0));
    }

    fn panel(&mut self, panel: &Panel, parent: NodeId, frame: Frame) {
        let sheet = self.sheet.clone();
        let group = self.tree.add(Role::Group, parent);
        let bar = sheet.em(2.25);
        let mut top = Strip { keep: Keep::Next, ..Strip::blank(bar + sheet.em(6.0)) };
        top.over.push(Draw::block(frame.x, 0.0, frame.width, bar, sheet::ACCENT));
        self.flow.push(top);
        let heading = self.tree.add(Role::Heading(3 - self.shift.min(1)), group);
        let words = [self.words(&panel.heading, sheet.panel, heading)];
        self.set_heading(&words, sheet.panel, frame);
        self.flow.space(2.0);
        for block in &panel.blocks {
            match block {
                Block::Paragraph { runs, style } => {
                    let style = if *style == Style::Small { sheet.small } else { sheet.body };
                    self.paragraph(runs, style, group, frame);
                    self.flow.space(sheet.em(5.0));
                }
                Block::List { ordered, items } => self.list(*ordered, items, sheet.body, group, frame),
                other => self.blocks(std::slice::from_ref(other), group, frame),
            }
        }
    }
}

/// How much of the width each panel has: more where it has more to say, so that all are about as high.
fn shares(panels: &[Panel]) -> Vec<f32> {
    let letters = |panel: &Panel| panel.blocks.iter().map(letters_of).sum::<usize>() as f32;
    let average = (panels.iter().map(letters).sum::<f32>() / panels.len() as f32).max(1.0);
    let weights: Vec<f32> = panels.iter().map(|panel| (letters(panel) / average).clamp(0.8, 1.6)).collect();
    let whole: f32 = weights.iter().sum();
    weights.into_iter().map(|weight| weight / whole).collect()
}

fn letters_of(block: &Block) -> usize {
    let of = |runs: &[Run]| runs.iter().map(|run| run.text.len()).sum::<usize>();
    match block {
        Block::Paragraph { runs, .. } => of(runs),
        Block::List { items, .. } => items.iter().map(|item| of(item)).sum(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panel_with_more_to_say_is_wider_and_together_they_fill_the_line() {
        let panel = |words: &str| Panel {
            heading: "Strong".into(),
            blocks: vec![Block::Paragraph { runs: vec![Run::plain(words)], style: Style::Body }],
        };
        let shares = shares(&[panel("Short."), panel(&"much to say ".repeat(20)), panel("Short too.")]);
        assert!((shares.iter().sum::<f32>() - 1.0).abs() < 0.001, "{shares:?}");
        assert!(shares[1] > 1.9 * shares[0], "{shares:?}");
        assert!(shares[0] > 0.2, "no panel is a sliver: {shares:?}");
    }
}
