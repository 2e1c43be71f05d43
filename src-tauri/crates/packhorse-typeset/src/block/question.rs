//! Numbered questions, what prompted them, and room for notes.

use crate::line::lines;
use crate::set::{Frame, Setter};
use crate::strip::{Item, Strip};
use crate::{Draw, NodeId, Numbering, Role, sheet};
use packhorse_model::composed::{Question, Run};

impl Setter<'_> {
    /// Sets questions that follow one another as one list.
    pub(crate) fn questions(&mut self, questions: &[&Question], parent: NodeId, frame: Frame) {
        let list = self.tree.add(Role::List(Numbering::Numbers), parent);
        for question in questions {
            self.question(question, list, frame);
        }
        self.flow.space(self.sheet.em(14.0));
    }

    fn question(&mut self, question: &Question, list: NodeId, frame: Frame) {
        let sheet = self.sheet.clone();
        let item = self.tree.add(Role::Item, list);
        let (name, body) = (self.tree.add(Role::Label, item), self.tree.add(Role::ItemBody, item));
        let inner = frame.indent(sheet.em(24.0));
        let start = self.flow.mark();

        let ask = self.tree.add(Role::Paragraph, body);
        let words = [self.words(&question.ask, sheet.ask, ask)];
        self.set(&words, sheet.ask, inner);
        self.keep_last_with_next();
        self.number(question.number, name, start, frame);
        self.flow.space(sheet.em(3.0));

        let mut prompt = question.prompted_by.clone();
        if let Some(who) = &question.who {
            let gap = if prompt.is_empty() { "" } else { " " };
            prompt.push(Run::plain(format!("{gap}[{who}]")));
        }
        self.paragraph(&prompt, sheet.body, body, inner);
        if let Some(listen_for) = &question.listen_for {
            self.flow.space(2.0);
            self.paragraph(&[Run::plain(listen_for)], sheet.body.in_colour(sheet::SOFT), body, inner);
        }
        for line in 0..question.space {
            let mut ruled = Strip::blank(sheet.em(if line == 0 { 24.0 } else { 22.0 }));
            ruled.over.push(Draw::level(
                inner.x,
                inner.x + inner.width,
                ruled.height - 0.25,
                0.5,
                sheet::LINE,
            ));
            self.flow.push(ruled);
        }
        let mut end = Strip::blank(sheet.em(11.0));
        if question.space == 0 {
            end.over.push(Draw::level(frame.x, frame.x + frame.width, end.height - 0.25, 0.5, sheet::LINE));
        }
        self.keep_last_with_next();
        self.flow.push(end);
        self.flow.together(start);
        self.flow.space(sheet.em(11.0));
    }

    /// Hangs the number before the first line, on the same baseline.
    fn number(&mut self, number: u32, node: NodeId, start: usize, frame: Frame) {
        let style = self.sheet.number;
        let words = [self.words(&format!("{number} "), style, node)];
        let baseline = self.shaper.baseline(self.sheet.ask.size, self.sheet.ask.leading);
        let hung = lines(&mut self.shaper, &words, style.size, f32::INFINITY);
        let Some(first) = self.flow.strips.get_mut(start) else { return };
        for (node, mut words) in hung.into_iter().flat_map(|line| line.words) {
            words.at = (words.at.0 + frame.x, baseline);
            first.content.insert(0, (node, Item::Draw(Draw::Words(words))));
        }
    }
}
