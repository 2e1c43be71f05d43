//! The table of contents.

use crate::set::{Frame, Setter};
use crate::strip::Item;
use crate::{Draw, NodeId, Rect, Role, sheet};
use packhorse_model::composed::Link;

impl Setter<'_> {
    /// Sets a line for each section. The room for page numbers is the same whatever they are, so
    /// they are put in when the pages are known and nothing moves.
    pub(crate) fn contents(&mut self, parent: NodeId, frame: Frame) {
        let style = self.sheet.body;
        let room = style.size * 3.2;
        let list = self.tree.add(Role::Contents, parent);
        let first = self.flow.mark();
        let sections = self.sections.clone();
        // A list that fits on a page stands on one, unless much of the page before would stay white.
        let short = sections.len() <= 16;
        for (heading, id) in sections {
            let line = self.tree.add(Role::ContentsLine, list);
            let link = self.link(&Link::Anchor(id.clone()), &heading, line);
            let words = [self.words(&format!("{heading} "), style, link)];
            let pad = self.sheet.em(4.0);
            let start = self.flow.mark();
            self.flow.push(crate::strip::Strip::blank(pad));
            self.set(&words, style, Frame { width: frame.width - room, ..frame });
            let end = self.flow.mark();
            self.flow.together(start);
            for strip in &mut self.flow.strips[start + 1..end] {
                strip
                    .links
                    .push((link, Rect { x: frame.x, y: 0.0, width: frame.width, height: strip.height }));
            }
            let baseline = self.shaper.baseline(style.size, style.leading);
            if let Some(last) = self.flow.strips.last_mut() {
                let right = frame.x + frame.width;
                last.content.push((link, Item::PageOf { anchor: id, right, baseline, style }));
                last.height += pad;
                last.over.push(Draw::level(frame.x, right, last.height - 0.25, 0.5, sheet::LINE));
            }
        }
        if short {
            self.flow.rather(first);
        }
        self.flow.space(self.sheet.em(14.0));
    }
}
