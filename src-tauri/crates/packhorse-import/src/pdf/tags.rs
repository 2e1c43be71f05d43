//! The tag tree: what the document says about its own structure.

use super::glyphs::{Glyph, Page};
use super::heading;
use super::lines::{Placed, Words, settle_hyphens};
use lopdf::{Dictionary, Document, Object, ObjectId};
use packhorse_model::BlockKind;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// An element of the tree.
#[derive(Debug)]
pub(super) struct Element {
    role: String,
    kids: Vec<Kid>,
}

#[derive(Debug)]
enum Kid {
    Element(Element),
    /// Marked content: page and number.
    Content(u32, i64),
}

/// How deep a tree may go; honest ones stay under thirty.
const DEPTH: usize = 120;

/// Of the text outside artifacts, the share the tree must hold to be believed.
const ENOUGH: f64 = 0.95;

/// The tag tree of a document, when it has one.
pub(super) fn tree(pdf: &Document, pages: &BTreeMap<ObjectId, u32>) -> Option<Element> {
    let root = pdf.catalog().ok()?.get(b"StructTreeRoot").ok()?;
    let (_, root) = pdf.dereference(root).ok()?;
    let root = root.as_dict().ok()?;
    let roles = root
        .get(b"RoleMap")
        .ok()
        .and_then(|map| pdf.dereference(map).ok())
        .and_then(|(_, map)| map.as_dict().ok());
    let reader = Reader { pdf, pages, roles };
    let mut kids = Vec::new();
    reader.kids(root, None, &mut BTreeSet::new(), 0, &mut kids);
    (!kids.is_empty()).then_some(Element { role: "Document".into(), kids })
}

struct Reader<'a> {
    pdf: &'a Document,
    pages: &'a BTreeMap<ObjectId, u32>,
    roles: Option<&'a Dictionary>,
}

impl Reader<'_> {
    fn kids(
        &self,
        dict: &Dictionary,
        page: Option<u32>,
        path: &mut BTreeSet<ObjectId>,
        depth: usize,
        out: &mut Vec<Kid>,
    ) {
        let Ok(kids) = dict.get(b"K") else { return };
        if depth > DEPTH {
            return;
        }
        let list = match self.pdf.dereference(kids) {
            Ok((_, Object::Array(list))) => list.clone(),
            _ => vec![kids.clone()],
        };
        for kid in &list {
            self.kid(kid, page, path, depth, out);
        }
    }

    fn kid(
        &self,
        kid: &Object,
        page: Option<u32>,
        path: &mut BTreeSet<ObjectId>,
        depth: usize,
        out: &mut Vec<Kid>,
    ) {
        let id = kid.as_reference().ok();
        // A tree that leads back into itself is cut there.
        if id.is_some_and(|id| !path.insert(id)) {
            return;
        }
        if let Ok((_, object)) = self.pdf.dereference(kid) {
            match object {
                Object::Integer(number) => out.extend(page.map(|page| Kid::Content(page, *number))),
                Object::Dictionary(dict) => self.dictionary(dict, page, path, depth, out),
                _ => {}
            }
        }
        if let Some(id) = id {
            path.remove(&id);
        }
    }

    fn dictionary(
        &self,
        dict: &Dictionary,
        page: Option<u32>,
        path: &mut BTreeSet<ObjectId>,
        depth: usize,
        out: &mut Vec<Kid>,
    ) {
        let here = dict
            .get(b"Pg")
            .and_then(Object::as_reference)
            .ok()
            .and_then(|id| self.pages.get(&id).copied())
            .or(page);
        let kind = dict.get(b"Type").and_then(Object::as_name).unwrap_or(b"");
        if kind == b"OBJR" {
            return;
        }
        let number = dict.get(b"MCID").and_then(Object::as_i64).ok();
        if let (Some(number), Err(_)) = (number, dict.get(b"S")) {
            out.extend(here.map(|page| Kid::Content(page, number)));
            return;
        }
        let role = dict.get(b"S").and_then(Object::as_name).map(|role| self.role(role)).unwrap_or_default();
        let mut kids = Vec::new();
        self.kids(dict, here, path, depth + 1, &mut kids);
        out.push(Kid::Element(Element { role, kids }));
    }

    /// The standard role behind a document's own name for it.
    fn role(&self, name: &[u8]) -> String {
        let mut name = name.to_vec();
        for _ in 0..8 {
            if STANDARD.contains(&String::from_utf8_lossy(&name).as_ref()) {
                break;
            }
            match self.roles.and_then(|roles| roles.get(&name).ok()).and_then(|role| role.as_name().ok()) {
                Some(next) if next != name.as_slice() => name = next.to_vec(),
                _ => break,
            }
        }
        String::from_utf8_lossy(&name).into_owned()
    }
}

const STANDARD: [&str; 30] = [
    "Document", "Part", "Sect", "Div", "Art", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl",
    "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "TOC", "TOCI", "Note", "Span", "Link",
    "Figure",
];

/// Blocks in the order of the tree, or `None` when the tree leaves too much of the text out.
pub(super) fn drafts(tree: &Element, pages: &[Page]) -> Option<Vec<Placed>> {
    let mut walk = Walk::new(pages);
    walk.element(tree, &Context::default());
    walk.close();
    let (mut held, mut all) = (0_usize, 0_usize);
    for page in pages {
        for glyph in page.glyphs.iter().filter(|glyph| !glyph.artifact && !glyph.is_blank()) {
            all += 1;
            held += usize::from(glyph.mark.is_some_and(|mark| walk.used.contains(&(page.number, mark))));
        }
    }
    if all == 0 || (held as f64) < ENOUGH * all as f64 {
        return None;
    }
    let mut blocks = walk.blocks;
    blocks.extend(artifacts(pages, &walk.used));
    settle_hyphens(&mut blocks);
    emphasised(&mut blocks);
    Some(blocks)
}

/// What stands outside the tree: kept as furniture, a block for each run of it.
fn artifacts(pages: &[Page], used: &BTreeSet<(u32, i64)>) -> Vec<Placed> {
    let mut blocks = Vec::new();
    for page in pages {
        let outside = |glyph: &&Glyph| glyph.mark.is_none_or(|mark| !used.contains(&(page.number, mark)));
        let glyphs: Vec<Glyph> = page.glyphs.iter().filter(outside).cloned().collect();
        let mut words = Words::on(page.number);
        words.add(&glyphs);
        if let Some(first) = glyphs.first().filter(|_| !words.piece.text.trim().is_empty()) {
            let (height, bold) = (first.y / page.height.max(1.0), first.bold);
            blocks.push(Placed { kind: BlockKind::Furniture, pieces: vec![words.piece], height, bold });
        }
    }
    blocks
}

/// Letters often tag their headings as paragraphs: short, all bold and without a full stop.
fn emphasised(blocks: &mut [Placed]) {
    for block in blocks.iter_mut().filter(|block| block.kind == BlockKind::Paragraph && block.bold) {
        let text = block.text();
        let text = text.trim();
        if !text.is_empty() && text.chars().count() < 160 && !text.ends_with(['.', ';', ',']) {
            block.kind = heading(3);
        }
    }
}

/// Where in the tree we are.
#[derive(Debug, Clone, Default)]
struct Context {
    heading: Option<u8>,
    list: u8,
    item: bool,
    cell: Option<(u32, u32, u32, bool)>,
    aside: Option<BlockKind>,
}

struct Walk<'a> {
    pages: &'a [Page],
    content: HashMap<(u32, i64), Vec<usize>>,
    used: BTreeSet<(u32, i64)>,
    blocks: Vec<Placed>,
    open: Option<Placed>,
    words: Option<Words>,
    bold: (usize, usize),
    tables: u32,
}

impl<'a> Walk<'a> {
    fn new(pages: &'a [Page]) -> Self {
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
            used: BTreeSet::new(),
            blocks: Vec::new(),
            open: None,
            words: None,
            bold: (0, 0),
            tables: 0,
        }
    }

    fn element(&mut self, element: &Element, context: &Context) {
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
        let mut rows = Vec::new();
        collect_rows(table, &mut rows);
        let filled = |row: &&Element| cells(row).filter(|cell| self.has_words(cell)).count();
        let columns = rows.iter().map(filled).max().unwrap_or(0);
        // One cell with words in each row is a frame around text, not a table.
        if columns <= 1 || context.cell.is_some() {
            self.kids(table, &Context { item: false, ..context.clone() });
            return self.close();
        }
        let number = self.tables;
        self.tables += 1;
        for (row, element) in (0..).zip(&rows) {
            for (column, cell) in (0..).zip(cells(element)) {
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

    fn close(&mut self) {
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

fn collect_rows<'a>(element: &'a Element, rows: &mut Vec<&'a Element>) {
    for kid in &element.kids {
        if let Kid::Element(inner) = kid {
            match inner.role.as_str() {
                "TR" => rows.push(inner),
                "Table" => {}
                _ => collect_rows(inner, rows),
            }
        }
    }
}

fn cells(row: &Element) -> impl Iterator<Item = &Element> {
    row.kids.iter().filter_map(|kid| match kid {
        Kid::Element(inner) if matches!(inner.role.as_str(), "TD" | "TH") => Some(inner),
        _ => None,
    })
}
