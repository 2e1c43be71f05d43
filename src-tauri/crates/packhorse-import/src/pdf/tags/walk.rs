//! A walk through the tree that turns elements into blocks.

use super::super::glyphs::{Glyph, Page};
use super::super::heading;
use super::super::lines::{Placed, Words};
use super::tree::{Element, Kid};
use packhorse_model::BlockKind;
use std::collections::{HashMap, HashSet};

/// Where in the tree we are.
#[derive(Debug, Clone, Default)]
pub(super) struct Context {
    heading: Option<u8>,
    list: u8,
    item: bool,
    cell: Option<(u32, u32, u32, bool)>,
    aside: Option<BlockKind>,
}

pub(super) struct Walk<'a> {
    pages: &'a [Page],
    content: HashMap<(u32, i64), Vec<usize>>,
    pub used: HashSet<(u32, i64)>,
    pub blocks: Vec<Placed>,
    open: Option<Placed>,
    words: Option<Words>,
    bold: (usize, usize),
    tables: u32,
}

impl<'a> Walk<'a> {
    pub(super) fn new(pages: &'a [Page]) -> Self {
        let mut content: HashMap<(u32, i64), Vec<usize>> = HashMap::new();
        for page in pages {
            for (index, glyph) in page.glyphs.iter().enumerate() {
                if let Some(mark) = glyph.mark.filter(|_| !glyph.artifact) {
                    content.entry((page.number, mark)).or_default().push(index);
                }
            }
        }
        Self {
            pages,
            content,
            used: HashSet::new(),
            blocks: Vec::new(),
            open: None,
            words: None,
            bold: (0, 0),
            tables: 0,
        }
    }

    pub(super) fn element(&mut self, element: &Element, context: &Context) {
        let mut inner = context.clone();
        match element.role.as_str() {
            "Table" => return self.table(element, context),
            "TOC" | "TOCI" => inner.aside = Some(BlockKind::Boilerplate),
            "L" => inner.list += 1,
            "LI" => inner.item = true,
            "Note" | "FENote" => {
                // A note stands inside the paragraph that calls it, and is no part of it.
                inner = Context { aside: Some(BlockKind::Footnote), ..Context::default() };
                let waiting = (self.open.take(), self.words.take(), self.bold);
                self.block(element, &inner);
                self.close();
                (self.open, self.words, self.bold) = waiting;
                return;
            }
            role if role.starts_with('H') && role.len() <= 2 => {
                inner.heading = Some(role[1..].parse().unwrap_or(1));
            }
            _ => {}
        }
        if is_block(&element.role, context) {
            self.block(element, &inner)
        } else {
            self.kids(element, &inner)
        }
    }

    /// An element whose words are one block.
    fn block(&mut self, element: &Element, context: &Context) {
        self.close();
        self.kids(element, context);
        self.close();
    }

    fn kids(&mut self, element: &Element, context: &Context) {
        for kid in &element.kids {
            match kid {
                Kid::Element(inner) => self.element(inner, context),
                Kid::Content(page, mark) => self.content(*page, *mark, context),
            }
        }
    }

    fn table(&mut self, table: &Element, context: &Context) {
        self.close();
        let rows = table.rows();
        let filled = |row: &&Element| row.cells().filter(|cell| self.has_words(cell)).count();
        let columns = rows.iter().map(filled).max().unwrap_or(0);
        // One cell with words in each row is a frame around text, not a table.
        if columns <= 1 || context.cell.is_some() {
            self.kids(table, &Context { item: false, ..context.clone() });
            return self.close();
        }
        let number = self.tables;
        self.tables += 1;
        for (row, element) in (0..).zip(&rows) {
            for (column, cell) in (0..).zip(element.cells()) {
                let header = cell.role == "TH";
                let inner = Context { cell: Some((number, row, column, header)), ..Context::default() };
                self.block(cell, &inner);
            }
        }
    }

    fn has_words(&self, element: &Element) -> bool {
        element.kids.iter().any(|kid| match kid {
            Kid::Element(inner) => self.has_words(inner),
            Kid::Content(page, mark) => self.content.get(&(*page, *mark)).is_some_and(|indexes| {
                let glyphs = self.pages.get(*page as usize - 1).map(|page| &page.glyphs);
                indexes.iter().any(|index| glyphs.is_some_and(|glyphs| !glyphs[*index].is_blank()))
            }),
        })
    }

    fn content(&mut self, page: u32, mark: i64, context: &Context) {
        if !self.used.insert((page, mark)) {
            return;
        }
        let Some(indexes) = self.content.remove(&(page, mark)) else { return };
        let Some(sheet) = self.pages.get(page as usize - 1) else { return };
        let glyphs: Vec<Glyph> = indexes.into_iter().map(|index| sheet.glyphs[index].clone()).collect();
        let Some(first) = glyphs.iter().find(|glyph| !glyph.is_blank()).or(glyphs.first()) else { return };
        if self.open.is_none() {
            let height = first.y / sheet.height.max(1.0);
            self.open = Some(Placed { kind: kind(context), pieces: Vec::new(), height, bold: false });
            self.bold = (0, 0);
        }
        if self.words.as_ref().is_some_and(|words| words.piece.page != Some(page)) {
            self.turn_page();
        }
        for glyph in glyphs.iter().filter(|glyph| !glyph.is_blank()) {
            self.bold.0 += usize::from(glyph.bold);
            self.bold.1 += 1;
        }
        self.words.get_or_insert_with(|| Words::on(page)).add(&glyphs);
    }

    fn turn_page(&mut self) {
        if let (Some(open), Some(mut words)) = (self.open.as_mut(), self.words.take()) {
            words.piece.turn_page();
            open.pieces.push(words.piece);
        }
    }

    pub(super) fn close(&mut self) {
        if let Some(words) = self.words.take()
            && let Some(open) = self.open.as_mut()
        {
            open.pieces.push(words.piece);
        }
        if let Some(mut open) = self.open.take().filter(|open| !open.text().trim().is_empty()) {
            open.bold = self.bold.1 > 0 && self.bold.0 == self.bold.1;
            self.blocks.push(open);
        }
    }
}

/// Whether an element with this role is a block of its own where it stands.
fn is_block(role: &str, context: &Context) -> bool {
    match role {
        // The paragraphs of an item are one item.
        "P" => !context.item || context.cell.is_some(),
        "LI" | "TOCI" | "Caption" | "BlockQuote" | "H" | "Title" | "Figure" => true,
        role => role.len() == 2 && role.starts_with('H'),
    }
}

fn kind(context: &Context) -> BlockKind {
    if let Some(aside) = context.aside {
        return aside;
    }
    if let Some((table, row, column, header)) = context.cell {
        return BlockKind::Cell { table, row, column, header };
    }
    match (context.heading, context.item) {
        (Some(level), _) => heading(level),
        (None, true) => BlockKind::Item { level: context.list.max(1) },
        (None, false) => BlockKind::Paragraph,
    }
}
