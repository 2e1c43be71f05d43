//! A source's text as paragraphs.

use packhorse_model::{Block, BlockKind, Document};
use serde::Serialize;
use ts_rs::TS;

/// The part a paragraph plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum ParagraphKind {
    Heading,
    Paragraph,
    Item,
    Cell,
    Footnote,
    Furniture,
    Boilerplate,
}

/// A paragraph of the source.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Paragraph {
    /// Its number among the blocks.
    pub index: u32,
    /// The part it plays.
    pub kind: ParagraphKind,
    /// The level of a heading or item.
    pub level: Option<u8>,
    /// The row of a cell.
    pub row: Option<u32>,
    /// The column of a cell.
    pub column: Option<u32>,
    /// The table of a cell.
    pub table: Option<u32>,
    /// Whether a cell is a header.
    pub header: bool,
    /// The words.
    pub text: String,
    /// The first byte in the source's text.
    #[ts(type = "number")]
    pub start: usize,
    /// The page it begins on.
    pub page: Option<u32>,
    /// The number printed before it.
    pub number: Option<u32>,
    /// Counted from the top.
    pub nth: Option<u32>,
}

/// The paragraphs of a document, in order.
pub(super) fn paragraphs(document: &Document) -> Vec<Paragraph> {
    let mut counted = 0_u32;
    let mut list = Vec::with_capacity(document.blocks.len());
    for (index, block) in (0..).zip(&document.blocks) {
        let counts = matches!(block.kind, BlockKind::Paragraph | BlockKind::Item { .. });
        counted += u32::from(counts);
        list.push(paragraph(document, index, block, counts.then_some(counted)));
    }
    list
}

fn paragraph(document: &Document, index: u32, block: &Block, nth: Option<u32>) -> Paragraph {
    let (kind, level) = part(block.kind);
    let cell = match block.kind {
        BlockKind::Cell { table, row, column, header } => Some((table, row, column, header)),
        _ => None,
    };
    Paragraph {
        index,
        kind,
        level,
        row: cell.map(|cell| cell.1),
        column: cell.map(|cell| cell.2),
        table: cell.map(|cell| cell.0),
        header: cell.is_some_and(|cell| cell.3),
        text: document.words(block).to_owned(),
        start: block.span.start,
        page: block.page,
        number: block.number,
        nth,
    }
}

fn part(kind: BlockKind) -> (ParagraphKind, Option<u8>) {
    match kind {
        BlockKind::Heading { level } => (ParagraphKind::Heading, Some(level)),
        BlockKind::Paragraph => (ParagraphKind::Paragraph, None),
        BlockKind::Item { level } => (ParagraphKind::Item, Some(level)),
        BlockKind::Cell { .. } => (ParagraphKind::Cell, None),
        BlockKind::Footnote => (ParagraphKind::Footnote, None),
        BlockKind::Furniture => (ParagraphKind::Furniture, None),
        BlockKind::Boilerplate => (ParagraphKind::Boilerplate, None),
    }
}
