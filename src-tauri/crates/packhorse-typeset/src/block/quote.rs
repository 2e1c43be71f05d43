//! Quoted words with the line that says whose they are, never torn from each other.

use crate::line::Inline;
use crate::set::{Frame, Setter};
use crate::strip::Keep;
use crate::{Draw, Face, NodeId, Role, sheet};
use packhorse_model::Verdict;
use packhorse_model::composed::{self, Link, QuoteBlock, Run};

impl Setter<'_> {
    /// Sets a quotation: its tag, its words between marks, its source.
    pub(crate) fn quote(&mut self, quote: &QuoteBlock, parent: NodeId, frame: Frame) {
        let colour = sheet::bearing(quote.bearing);
        let bar = self.sheet.em(2.25);
        let inner = frame.indent(bar + self.sheet.em(13.0));
        let group = self.tree.add(Role::Group, parent);
        self.flow.space(self.sheet.em(11.0));
        let start = self.flow.mark();

        let style = self.sheet.tag;
        let tag = self.tree.add(Role::Paragraph, group);
        let number = Inline {
            face: Face::Regular,
            ..self.words(&format!(" · quotation\u{a0}{}", quote.number), style.in_colour(sheet::SOFT), tag)
        };
        let inlines = [self.words(&quote.tag, style.in_colour(colour), tag), number];
        self.set(&inlines, style, inner);
        self.keep_last_with_next();
        self.flow.space(1.0);

        let style = self.sheet.quote;
        let words = self.tree.add(Role::Quote, group);
        for paragraph in
            composed::shown(&quote.words).split('\n').filter(|paragraph| !paragraph.trim().is_empty())
        {
            self.paragraph(&[Run::plain(paragraph)], style, words, inner);
            self.flow.space(self.sheet.em(3.0));
        }
        self.keep_last_with_next();

        let style = self.sheet.citation;
        let source = self.tree.add(Role::Paragraph, group);
        let inlines = self.citation(quote, source);
        self.set(&inlines, style, inner);

        self.flow.behind(start, |height| Draw::block(frame.x, 0.0, bar, height, colour));
        self.flow.together(start);
        if let Some(first) = self.flow.strips.get_mut(start) {
            first.anchors.push(quote.id.clone());
        }
        self.flow.space(self.sheet.em(15.0));
    }

    fn citation(&mut self, quote: &QuoteBlock, node: NodeId) -> Vec<Inline> {
        let style = self.sheet.citation;
        let mut inlines = vec![self.words(&quote.citation, style, node)];
        if let Some((anchor, number)) = &quote.source {
            inlines.push(self.words(" · ", style, node));
            let run = Run {
                link: Some(Link::Anchor(anchor.clone())),
                ..Run::plain(format!("source\u{a0}{number}"))
            };
            inlines.extend(self.inlines(&[run], style, node));
        }
        if let Some(verdict) = quote.verdict {
            let colour = match verdict {
                Verdict::Exact => sheet::GREEN,
                Verdict::Punctuation => sheet::AMBER,
                Verdict::Differs | Verdict::NotFound => sheet::RED,
                Verdict::NoSource => sheet::SOFT,
            };
            inlines.push(self.words(" · check: ", style, node));
            inlines.push(self.words(verdict.words(), style.bold().in_colour(colour), node));
        }
        inlines
    }

    /// What was set last is not the last on its page.
    pub(crate) fn keep_last_with_next(&mut self) {
        if let Some(last) = self.flow.strips.last_mut() {
            last.keep = Keep::Next;
        }
    }
}
