//! What the manager wrote: on a wash, so that it never looks like a quotation.

use crate::set::{Frame, Setter};
use crate::strip::{Keep, Strip};
use crate::{Draw, Face, NodeId, Role, sheet};
use packhorse_model::composed::Run;

impl Setter<'_> {
    /// Sets a manager's note.
    pub(crate) fn note(&mut self, label: &str, runs: &[Run], parent: NodeId, frame: Frame) {
        let style = self.sheet.note;
        let (side, over) = (self.sheet.em(11.0), self.sheet.em(9.0));
        let node = self.tree.add(Role::Paragraph, parent);
        let label = label.trim().trim_end_matches(['.', ':']);
        let mut inlines = vec![crate::line::Inline {
            face: Face::Bold,
            ..self.words(&format!("{label}. "), style.in_colour(sheet::ACCENT), node)
        }];
        inlines.extend(self.inlines(runs, style, node));
        self.flow.space(self.sheet.em(8.0));
        let start = self.flow.mark();
        self.flow.push(Strip { keep: Keep::Next, ..Strip::blank(over) });
        self.set(&inlines, style, Frame { x: frame.x + side, width: frame.width - 2.0 * side });
        if let Some(last) = self.flow.strips.last_mut() {
            last.keep = Keep::Next;
        }
        self.flow.push(Strip::blank(over));
        self.flow.behind(start, |height| Draw::block(frame.x, 0.0, frame.width, height, sheet::WASH));
        self.flow.together(start);
        self.flow.space(self.sheet.em(14.0));
    }
}
