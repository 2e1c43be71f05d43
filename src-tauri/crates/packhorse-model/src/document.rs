//! A document as import read it: one text, cut into blocks that know their page.

use crate::Notice;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What a file turned out to be, by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Portable Document Format.
    Pdf,
    /// Word document.
    Docx,
    /// OpenDocument text.
    Odt,
    /// Web page.
    Html,
    /// E-mail, as mail programs save it (RFC 5322).
    Email,
    /// Plain text.
    Text,
    /// Spreadsheet: ODS, XLSX or CSV.
    Spreadsheet,
}

/// Where something stands in a document's text, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span as a range to index text with.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether the other span lies inside this one.
    pub fn holds(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self { start: range.start, end: range.end }
    }
}

/// What part a block plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "type")]
pub enum BlockKind {
    /// A heading, 1 the highest.
    Heading {
        /// 1 to 6.
        level: u8,
    },
    /// Running text.
    Paragraph,
    /// An item of a list.
    Item {
        /// 1 for an item, 2 for an item within an item.
        level: u8,
    },
    /// A cell of a table.
    Cell {
        /// Tables are counted through the document from 0.
        table: u32,
        /// Row, from 0.
        row: u32,
        /// Column, from 0.
        column: u32,
        /// Whether the document calls it a header cell.
        header: bool,
    },
    /// A footnote.
    Footnote,
    /// Running heads, page numbers: kept so that nothing is lost, never part of a sentence.
    Furniture,
    /// Navigation, cookie text, share bars: hidden, not deleted.
    Boilerplate,
}

/// Where a block runs on to another page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PageBreak {
    /// The byte of the text with which the page begins.
    pub at: usize,
    /// The page, counted from 1.
    pub page: u32,
}

/// One paragraph, heading, item or cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Its words in the document's text.
    pub span: Span,
    /// The part it plays.
    pub kind: BlockKind,
    /// The page it begins on, counted from 1; none where the format has no pages.
    pub page: Option<u32>,
    /// Where it runs on to further pages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<PageBreak>,
    /// The paragraph number the document prints before it, left out of the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// The quotation it is part of, where the format sets quotations off, counted from 0. Such words need
    /// no marks of their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quoted: Option<u32>,
    /// The mark of a list item as printed (“•”, “a)”), left out of the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<String>,
}

/// A hyphen at the end of a line, and what was made of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct HyphenChoice {
    /// The byte of the text where the line ended.
    pub at: usize,
    /// Whether the hyphen stands in the text.
    pub kept: bool,
}

/// What import makes of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// What the file is.
    pub format: Format,
    /// All words, in reading order; blocks are parted by a line feed. NFC, nothing else changed.
    pub text: String,
    /// The text cut into blocks, in order, none overlapping.
    pub blocks: Vec<Block>,
    /// Number of pages, where the format has pages.
    pub pages: Option<u32>,
    /// The title the file carries, often a template's: a hint, never a fact.
    #[serde(default)]
    pub title_hint: Option<String>,
    /// The date of publication a web page carries in its metadata: a hint.
    #[serde(default)]
    pub published_hint: Option<String>,
    /// Hyphens at line ends and what was made of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hyphens: Vec<HyphenChoice>,
    /// What the reader should know about how it was read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<Notice>,
}

impl Document {
    /// A document without words.
    pub fn empty(format: Format) -> Self {
        Self {
            format,
            text: String::new(),
            blocks: Vec::new(),
            pages: None,
            title_hint: None,
            published_hint: None,
            hyphens: Vec::new(),
            notices: Vec::new(),
        }
    }

    /// Adds words as a block of their own, after a line feed.
    pub fn add(&mut self, kind: BlockKind, page: Option<u32>, words: &str) -> &mut Block {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let start = self.text.len();
        self.text.push_str(words);
        let span = Span { start, end: self.text.len() };
        self.blocks.push(Block {
            span,
            kind,
            page,
            breaks: Vec::new(),
            number: None,
            quoted: None,
            mark: None,
        });
        self.blocks.last_mut().expect("a block was just put there")
    }

    /// The words of a block.
    pub fn words(&self, block: &Block) -> &str {
        self.text.get(block.span.range()).unwrap_or("")
    }

    /// The block that holds a byte of the text, with its index.
    pub fn block_at(&self, at: usize) -> Option<(usize, &Block)> {
        let index = self.blocks.partition_point(|block| block.span.end <= at);
        let block = self.blocks.get(index)?;
        (block.span.start <= at).then_some((index, block))
    }

    /// The page that holds a byte of the text.
    pub fn page_at(&self, at: usize) -> Option<u32> {
        let (_, block) = self.block_at(at)?;
        let later = block.breaks.iter().rev().find(|turn| turn.at <= at);
        later.map(|turn| turn.page).or(block.page)
    }

    /// The number of a block among the document's paragraphs and items, counted from 1.
    ///
    /// Headings, cells, furniture and boilerplate are not counted.
    pub fn nth(&self, index: usize) -> Option<u32> {
        let counts = |block: &Block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Item { .. });
        self.blocks.get(index).filter(|block| counts(block))?;
        let before = self.blocks[..index].iter().filter(|block| counts(block)).count();
        u32::try_from(before + 1).ok()
    }

    /// Where a span stands, for a reader who wants to look it up.
    pub fn place(&self, span: Span) -> crate::Place {
        let at = self.block_at(span.start);
        crate::Place {
            span,
            page: self.page_at(span.start),
            paragraph: at.and_then(|(_, block)| block.number),
            nth: at.and_then(|(index, _)| self.nth(index)),
        }
    }
}
