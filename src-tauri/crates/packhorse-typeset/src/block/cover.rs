//! The block at the top of the first page.

use crate::logo::Art;
use crate::set::Setter;
use crate::strip::{Keep, Strip};
use crate::{Draw, Error, Numbering, Role, Structure, sheet};
use packhorse_model::Composed;
use packhorse_model::composed::{Logo, Run};

impl Setter<'_> {
    /// Sets the line over the title, the title, what it is about and the facts of the meeting.
    pub(crate) fn cover(&mut self, pack: &Composed) -> Result<(), Error> {
        let (sheet, frame, cover) = (self.sheet.clone(), self.page_frame(), &pack.cover);
        if pack.exempt.as_ref().is_some_and(|words| !words.trim().is_empty()) {
            self.exempt = Some(self.tree.add(Role::Paragraph, Structure::DOCUMENT));
        }
        match &cover.logo {
            Some(logo) => self.logo(logo)?,
            None => self.flow.push(Strip::blank(if sheet.large { 14.0 } else { 68.0 })),
        }
        self.paragraph(&[Run::plain(&cover.over)], sheet.over, Structure::DOCUMENT, frame);
        self.flow.space(sheet.em(4.0));
        let title = self.tree.add(Role::Heading(1), Structure::DOCUMENT);
        let words = [self.words(&cover.title, sheet.title, title)];
        self.set_heading(&words, sheet.title, frame);
        self.flow.space(sheet.em(8.0));
        if let Some(lead) = &cover.lead {
            self.paragraph(&[Run::plain(lead)], sheet.lead, Structure::DOCUMENT, frame);
        }
        self.facts(&cover.facts);
        self.flow.space(sheet.em(24.0));
        Ok(())
    }

    /// Sets the council's logo over everything else.
    fn logo(&mut self, logo: &Logo) -> Result<(), Error> {
        let (frame, large) = (self.page_frame(), self.sheet.large);
        let art = Art::of(logo)?;
        let rect = art.within(frame.x, frame.width * 0.5, self.sheet.em(54.0));
        let figure = self.tree.add(Role::Figure, Structure::DOCUMENT);
        self.tree.node_mut(figure).alt = Some(logo.alt.clone());
        let mut strip = Strip { keep: Keep::Next, ..Strip::blank(rect.height) };
        art.draws(rect).into_iter().for_each(|draw| strip.put(figure, draw));
        strip.figure = Some((figure, rect));
        self.flow.push(strip);
        self.flow.space(if large { 18.0 } else { 34.0 });
        Ok(())
    }

    /// Sets labels and their values side by side.
    fn facts(&mut self, facts: &[(String, String)]) {
        if facts.is_empty() {
            return;
        }
        let (style, frame) = (self.sheet.body, self.page_frame());
        let list = self.tree.add(Role::List(Numbering::None), Structure::DOCUMENT);
        self.flow.space(self.sheet.em(18.0));
        let start = self.flow.mark();
        let mut rule = Strip::blank(self.sheet.em(9.0));
        rule.keep = Keep::Next;
        rule.over.push(Draw::level(frame.x, frame.x + frame.width, 0.4, 0.75, sheet::LINE));
        self.flow.push(rule);
        let column = self.label_column(facts.iter().map(|(label, _)| label.as_str()));
        for (label, value) in facts {
            let item = self.tree.add(Role::Item, list);
            let (name, body) = (self.tree.add(Role::Label, item), self.tree.add(Role::ItemBody, item));
            let label = [self.words(label, style.in_colour(sheet::SOFT), name)];
            let value = [self.words(value, style, body)];
            let label = self.aside(|setter| {
                setter.set(&label, style, crate::set::Frame { x: frame.x, width: column - 6.0 });
            });
            let value = self.aside(|setter| setter.set(&value, style, frame.indent(column)));
            let mut row = Strip::stack(label.strips);
            row.absorb(Strip::stack(value.strips), 0.0);
            self.flow.push(row);
            self.flow.space(self.sheet.em(3.0));
        }
        self.flow.together(start);
    }

    /// Wide enough for the labels, and never half the page.
    fn label_column<'a>(&mut self, labels: impl Iterator<Item = &'a str>) -> f32 {
        let style = self.sheet.body;
        let mut widest: f32 = self.sheet.em(80.0);
        for label in labels {
            let words = [self.words(label, style, Structure::DOCUMENT)];
            let broken = crate::line::lines(&mut self.shaper, &words, style.size, f32::INFINITY);
            widest = broken.iter().map(|line| line.width).fold(widest, f32::max);
        }
        (widest + self.sheet.em(16.0)).min(self.sheet.measure() * 0.45)
    }
}
