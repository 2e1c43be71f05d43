//! What stands in one cell.

use super::has_words;
use crate::set::{Frame, Setter};
use crate::strip::Strip;
use crate::{Draw, Face, NodeId, Rect, Role, Shape, sheet};
use packhorse_model::composed::{Cell, Look, Run, Tone};

impl Setter<'_> {
    /// Sets a cell's paragraphs as strips.
    pub(super) fn cell(&mut self, cell: &Cell, node: NodeId, frame: Frame) -> Vec<Strip> {
        let paragraphs: Vec<&Vec<Run>> = cell.paragraphs.iter().filter(|runs| has_words(runs)).collect();
        let several = paragraphs.len() > 1;
        let mut flow = self.aside(|setter| {
            for (index, runs) in paragraphs.iter().enumerate() {
                let owner = if several { setter.tree.add(Role::Paragraph, node) } else { node };
                match cell.tone {
                    Some(tone) if index == 0 => setter.badge(runs, tone, owner, frame),
                    _ if cell.tone.is_some() || is_remark(index, runs) => {
                        setter.cell_words(runs, setter.sheet.cell_note, owner, frame)
                    }
                    _ => setter.cell_words(runs, setter.sheet.cell, owner, frame),
                }
                setter.flow.space(setter.sheet.em(3.0));
            }
        });
        if let Some(id) = &cell.id {
            match flow.strips.first_mut() {
                Some(first) => first.anchors.push(id.clone()),
                None => flow.push(Strip { anchors: vec![id.clone()], ..Strip::default() }),
            }
        }
        flow.strips
    }

    fn cell_words(&mut self, runs: &[Run], style: sheet::Type, node: NodeId, frame: Frame) {
        let inlines = self.inlines(runs, style, node);
        self.set(&inlines, style, frame);
    }

    /// Words that already say everything, with a quiet colour behind them.
    fn badge(&mut self, runs: &[Run], tone: Tone, node: NodeId, frame: Frame) {
        let (colour, behind) = sheet::tone(tone);
        let style = self.sheet.cell.in_colour(colour);
        let style = if tone == Tone::None { style } else { style.bold() };
        let mut inlines = self.inlines(runs, style, node);
        if tone != Tone::None {
            inlines.iter_mut().for_each(|inline| inline.face = Face::Bold);
        }
        let lines = crate::line::lines(&mut self.shaper, &inlines, style.size, frame.width);
        let width = lines.iter().map(|line| line.width).fold(0.0, f32::max);
        let strips = self.aside(|setter| setter.set_lines(lines, style, frame));
        let mut badge = Strip::stack(strips.strips);
        let (side, over) = (self.sheet.em(4.0), 0.75);
        let rect = Rect {
            x: frame.x - side,
            y: -over,
            width: width + 2.0 * side,
            height: badge.height + 2.0 * over,
        };
        badge
            .under
            .push(Draw::Fill { shape: Shape::Rect { rect, radius: self.sheet.em(2.5) }, colour: behind });
        self.flow.push(badge);
    }
}

/// Whether a paragraph only says something about what stands over it.
fn is_remark(index: usize, runs: &[Run]) -> bool {
    index > 0 && runs.iter().all(|run| run.look == Look::Soft)
}
