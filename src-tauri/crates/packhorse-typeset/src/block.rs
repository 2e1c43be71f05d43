//! Blocks, each set in a file of its own.

mod balance;
mod contents;
mod cover;
mod list;
mod note;
mod panels;
mod question;
mod quote;
mod table;
mod timeline;

use crate::set::{Frame, Setter};
use crate::sheet::Type;
use crate::strip::Keep;
use crate::{Error, NodeId, Role, Structure};
use packhorse_model::Composed;
use packhorse_model::composed::{Block, Numbers, Run, Section, Style};
use std::collections::HashSet;

/// A paragraph that quotes somebody stays on one page, up to so many lines.
const WHOLE_QUOTATION: usize = 8;

impl Setter<'_> {
    /// Sets the whole pack into the flow.
    pub(crate) fn pack(&mut self, pack: &Composed) -> Result<(), Error> {
        let of = |numbers| pack.sections.iter().filter(move |section| section.numbers == numbers);
        let (before, paper) = (of(Numbers::Before), of(Numbers::Main).chain(of(Numbers::Late)));
        self.anchors = anchors(pack);
        self.shift = 1;
        before.for_each(|section| self.section(section, pack));
        self.shift = 0;
        let start = self.flow.mark();
        self.cover(pack)?;
        if let Some(first) = self.flow.strips.get_mut(start) {
            (first.fresh_page, first.numbers) = (true, Some(Numbers::Main));
        }
        paper.for_each(|section| self.section(section, pack));
        Ok(())
    }

    fn section(&mut self, section: &Section, pack: &Composed) {
        self.sections = pack.listed_in(section).into_iter().map(entry).collect();
        let node = self.tree.add(Role::Section, Structure::DOCUMENT);
        self.flow.space(self.sheet.em(26.0));
        let start = self.flow.mark();
        self.heading(&section.heading, self.sheet.section, 2, 0, node);
        if let Some(first) = self.flow.strips.get_mut(start) {
            first.anchors.push(section.id.clone());
            first.fresh_page = section.on_new_page || section.numbers != Numbers::Main;
            first.numbers = Some(section.numbers);
        }
        self.flow.space(self.sheet.em(8.0));
        // What a section says first leads in whatever follows.
        if let [intro @ Block::Paragraph { style: Style::Body, .. }, rest @ ..] = section.blocks.as_slice()
            && !rest.is_empty()
        {
            self.blocks(std::slice::from_ref(intro), node, self.page_frame());
            self.keep_with_next();
            self.blocks(rest, node, self.page_frame());
        } else {
            self.blocks(&section.blocks, node, self.page_frame());
        }
    }

    /// Sets blocks one under the other.
    pub(crate) fn blocks(&mut self, blocks: &[Block], parent: NodeId, frame: Frame) {
        let mut rest = blocks;
        while let Some((block, after)) = rest.split_first() {
            let questions = blocks_of_questions(rest);
            if questions.is_empty() {
                let start = self.flow.mark();
                self.block(block, parent, frame);
                let lines = self.flow.mark() - start;
                if is_note(block) || quotes(block) && lines <= WHOLE_QUOTATION {
                    self.flow.together(start);
                }
                let leads_in = matches!(block, Block::Paragraph { .. } | Block::Balance(_))
                    && after.first().is_some_and(is_led_in);
                let table = matches!(block, Block::Table(_));
                if table {
                    self.pair_last_rows(start);
                }
                // Of several notes the first stays with the table; the others may go on overleaf.
                if leads_in || table && after.first().is_some_and(is_note) {
                    self.keep_with_next();
                }
                rest = after;
            } else {
                self.questions(&questions, parent, frame);
                rest = &rest[questions.len()..];
            }
        }
    }

    fn block(&mut self, block: &Block, parent: NodeId, frame: Frame) {
        match block {
            Block::Heading { level: ..=2, text } => {
                self.flow.space(self.sheet.em(20.0));
                self.heading(text, self.sheet.section, 2, 1, parent);
                self.flow.space(self.sheet.em(8.0));
            }
            Block::Heading { text, .. } => {
                self.flow.space(self.sheet.em(16.0));
                self.heading(text, self.sheet.heading, 3, 1, parent);
                self.flow.space(self.sheet.em(4.0));
            }
            Block::Paragraph { runs, style } => {
                let style = match style {
                    Style::Body => self.sheet.body,
                    Style::Lead => self.sheet.lead,
                    Style::Small => self.sheet.small,
                };
                self.paragraph(runs, style, parent, frame);
                self.flow.space(self.sheet.em(8.0));
            }
            Block::List { ordered, items } => self.list(*ordered, items, self.sheet.body, parent, frame),
            Block::Quote(quote) => self.quote(quote, parent, frame),
            Block::Table(table) => self.table(table, parent, frame),
            Block::Panels { panels } => self.panels(panels, parent, frame),
            Block::ManagersNote { label, runs } => self.note(label, runs, parent, frame),
            Block::Question(question) => self.questions(&[question], parent, frame),
            Block::Timeline(timeline) => self.timeline(timeline, parent, frame),
            Block::Balance(balance) => self.balance(balance, parent, frame),
            Block::Contents => self.contents(parent, frame),
        }
    }

    /// Words that lead something in stay with it, and the last of a table with the notes under it.
    fn keep_with_next(&mut self) {
        if let Some(last) = self.flow.strips.last_mut() {
            last.keep = last.keep.max(Keep::Together);
        }
    }

    /// Sets a heading with its bookmark.
    pub(crate) fn heading(&mut self, text: &str, style: Type, level: u8, depth: u8, parent: NodeId) {
        let level = level.saturating_sub(self.shift).max(1);
        let node = self.tree.add(Role::Heading(level), parent);
        let words = [self.words(text, style, node)];
        let start = self.flow.mark();
        self.set_heading(&words, style, self.page_frame());
        if let Some(first) = self.flow.strips.get_mut(start) {
            first.bookmark = Some((text.trim().to_owned(), depth));
        }
    }

    /// Sets a paragraph; one without words leaves nothing.
    pub(crate) fn paragraph(&mut self, runs: &[Run], style: Type, parent: NodeId, frame: Frame) {
        if runs.iter().all(|run| run.text.trim().is_empty()) {
            return;
        }
        let node = self.tree.add(Role::Paragraph, parent);
        let inlines = self.inlines(runs, style, node);
        self.set(&inlines, style, frame);
    }
}

/// Whether a paragraph before it usually says what it is.
fn is_led_in(block: &Block) -> bool {
    matches!(
        block,
        Block::Heading { .. }
            | Block::Quote(_)
            | Block::Table(_)
            | Block::Timeline(_)
            | Block::Balance(_)
            | Block::Question(_)
            | Block::List { .. }
    )
}

/// Whether it is a note on what stands over it.
fn is_note(block: &Block) -> bool {
    matches!(block, Block::Paragraph { style: Style::Small, .. })
}

/// Whether a paragraph holds words in quotation marks.
fn quotes(block: &Block) -> bool {
    let Block::Paragraph { runs, style: Style::Body } = block else { return false };
    runs.iter().any(|run| run.text.contains('“'))
}

/// A section's line in the table of contents.
fn entry(section: &Section) -> (String, String) {
    (section.heading.clone(), section.id.clone())
}

/// The ids links can lead to.
fn anchors(pack: &Composed) -> HashSet<String> {
    let mut ids: HashSet<String> = pack.sections.iter().map(|section| section.id.clone()).collect();
    let mut blocks: Vec<&Block> = pack.sections.iter().flat_map(|section| &section.blocks).collect();
    while let Some(block) = blocks.pop() {
        match block {
            Block::Quote(quote) => drop(ids.insert(quote.id.clone())),
            Block::Table(table) => ids.extend(table.rows.iter().flatten().filter_map(|cell| cell.id.clone())),
            Block::Panels { panels } => blocks.extend(panels.iter().flat_map(|panel| &panel.blocks)),
            _ => {}
        }
    }
    ids
}

/// The questions the blocks begin with.
fn blocks_of_questions(blocks: &[Block]) -> Vec<&packhorse_model::composed::Question> {
    let questions = blocks.iter().map_while(|block| match block {
        Block::Question(question) => Some(question),
        _ => None,
    });
    questions.collect()
}
