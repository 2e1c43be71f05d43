//! A document as the rules see it: its lines, with their words made alike beside them.

use crate::fold::fold;
use packhorse_model::{BlockKind, Document, Place, Span};

/// A block with words, other than furniture and boilerplate.
#[derive(Debug)]
pub(crate) struct Line<'a> {
    pub index: usize,
    pub kind: BlockKind,
    pub text: &'a str,
    pub folded: String,
    pub span: Span,
    pub number: Option<u32>,
    /// The quotation it is part of, where the format sets them off.
    pub quoted: Option<u32>,
}

impl Line<'_> {
    pub(crate) fn is_heading(&self) -> bool {
        matches!(self.kind, BlockKind::Heading { .. })
    }

    /// Whether a paragraph looks like a heading, for formats that mark none.
    pub(crate) fn looks_like_heading(&self) -> bool {
        let text = self.text.trim_end();
        self.kind == BlockKind::Paragraph
            && self.number.is_none()
            && (3..100).contains(&text.chars().count())
            && !text.ends_with(['.', ',', ';', '!', '”', '"'])
            && text.starts_with(|c: char| c.is_uppercase() || c == '‘')
    }

    pub(crate) fn is_item(&self) -> bool {
        matches!(self.kind, BlockKind::Item { .. })
    }

    pub(crate) fn cell(&self) -> Option<(u32, u32, u32)> {
        match self.kind {
            BlockKind::Cell { table, row, column, .. } => Some((table, row, column)),
            _ => None,
        }
    }
}

/// Lines that web pages put between the paragraphs of a story.
fn is_advertisement(text: &str) -> bool {
    const LINES: [&str; 8] = [
        "hide ad",
        "advertisement",
        "advertisement feature",
        "read more",
        "sign up",
        "subscribe",
        "recommended",
        "share",
    ];
    text.len() < 24 && LINES.contains(&text.trim().to_lowercase().trim_end_matches(':'))
}

/// A document's lines.
#[derive(Debug)]
pub(crate) struct Page<'a> {
    pub document: &'a Document,
    pub lines: Vec<Line<'a>>,
}

impl<'a> Page<'a> {
    pub(crate) fn of(document: &'a Document) -> Self {
        let lines = document
            .blocks
            .iter()
            .enumerate()
            .filter(|(_, block)| {
                !matches!(block.kind, BlockKind::Furniture | BlockKind::Boilerplate | BlockKind::Footnote)
            })
            .filter(|(_, block)| !is_advertisement(document.words(block)))
            .map(|(index, block)| {
                let text = document.words(block);
                Line {
                    index,
                    kind: block.kind,
                    text,
                    folded: fold(text),
                    span: block.span,
                    number: block.number,
                    quoted: block.quoted,
                }
            })
            .collect();
        Self { document, lines }
    }

    /// The first lines, until so many characters have gone by.
    pub(crate) fn head(&self, characters: usize) -> &[Line<'a>] {
        let mut seen = 0;
        let end = self.lines.iter().position(|line| {
            seen += line.text.len();
            seen > characters
        });
        &self.lines[..end.map_or(self.lines.len(), |end| end + 1)]
    }

    pub(crate) fn place(&self, span: Span) -> Place {
        self.document.place(span)
    }

    /// All folded lines, one after the other.
    pub(crate) fn folded(&self) -> String {
        self.lines.iter().map(|line| line.folded.as_str()).collect::<Vec<_>>().join("\n")
    }
}
