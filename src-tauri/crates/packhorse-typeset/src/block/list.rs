//! Lists.

use crate::line::lines;
use crate::set::{Frame, Setter};
use crate::sheet::{self, Type};
use crate::{NodeId, Numbering, Role};
use packhorse_model::composed::Run;

impl Setter<'_> {
    /// Sets a list with its bullets or numbers hanging.
    pub(crate) fn list(
        &mut self,
        ordered: bool,
        items: &[Vec<Run>],
        style: Type,
        parent: NodeId,
        frame: Frame,
    ) {
        if items.is_empty() {
            return;
        }
        let numbering = if ordered { Numbering::Numbers } else { Numbering::Bullets };
        let list = self.tree.add(Role::List(numbering), parent);
        let digits = items.len().to_string().len() as f32;
        let indent = if ordered { style.size * (0.95 + 0.5 * digits) } else { style.size * 1.15 };
        let top = self.flow.mark();
        for (index, runs) in items.iter().enumerate() {
            let item = self.tree.add(Role::Item, list);
            let (name, body) = (self.tree.add(Role::Label, item), self.tree.add(Role::ItemBody, item));
            let label = if ordered { format!("{}. ", index + 1) } else { "• ".to_owned() };
            let label = [self.words(&label, style.in_colour(sheet::ACCENT), name)];
            let inlines = self.inlines(runs, style, body);
            let start = self.flow.mark();
            self.set(&inlines, style, frame.indent(indent));
            let mut marks = lines(&mut self.shaper, &label, style.size, f32::INFINITY);
            if let (Some(first), Some(mark)) = (self.flow.strips.get_mut(start), marks.pop()) {
                let baseline = self.shaper.baseline(style.size, style.leading);
                for (node, mut words) in mark.words {
                    words.at = (words.at.0 + frame.x, baseline);
                    first.content.insert(0, (node, crate::strip::Item::Draw(crate::Draw::Words(words))));
                }
            }
            self.flow.space(self.sheet.em(3.0));
        }
        self.flow.together_if_low(top, self.sheet.depth() * 0.15);
        self.flow.space(self.sheet.em(8.0));
    }
}
