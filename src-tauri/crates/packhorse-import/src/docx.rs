//! Word documents.

use crate::build::{self, Draft};
use crate::xml::{self, Node};
use crate::{Error, Limits};
use packhorse_model::{BlockKind, Document, Format, Notice};

/// Reads a Word document.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Error> {
    let missing = || Error::Damaged { reason: "the part that holds the text is missing".into() };
    let body = xml::part(bytes, "word/document.xml", limits)?.ok_or_else(missing)?;
    let mut reader = Reader::default();
    xml::walk(&body, |node| reader.see(node))?;
    let mut drafts = crate::frames::unframed(reader.drafts);
    if let Some(notes) = xml::part(bytes, "word/footnotes.xml", limits)? {
        let mut reader = Reader { aside: Some(BlockKind::Footnote), ..Reader::default() };
        xml::walk(&notes, |node| reader.see(node))?;
        drafts.extend(reader.drafts);
    }
    let mut notices = Vec::new();
    if reader.deleted {
        notices.push(Notice::new(
            "This document has tracked changes: deleted words were left out, inserted words were taken.",
        ));
    }
    if reader.boxes {
        notices.push(Notice::new(
            "This document has text boxes; their words were left out. Paste them in if you need them.",
        ));
    }
    if reader.comments {
        notices.push(Notice::new("This document has comments; they were left out."));
    }
    let mut drafts = crate::plain::mended(drafts);
    drafts.iter_mut().for_each(Draft::take_mark);
    Ok(build::document(Format::Docx, None, &drafts, notices))
}

#[derive(Default)]
struct Reader {
    drafts: Vec<Draft>,
    aside: Option<BlockKind>,
    text: String,
    style: String,
    listed: Option<u8>,
    bold: (usize, usize),
    run_bold: bool,
    in_run_properties: bool,
    in_text: bool,
    skip: usize,
    field: Vec<bool>,
    deleted: bool,
    boxes: bool,
    comments: bool,
    tables: Vec<(u32, u32, u32)>,
    count: u32,
}

impl Reader {
    fn see(&mut self, node: Node<'_>) {
        match node {
            Node::Open("del" | "moveFrom", _) => {
                self.deleted = true;
                self.skip += 1;
            }
            Node::Open("txbxContent", _) if self.skip == 0 => {
                self.boxes = true;
                self.skip += 1;
            }
            Node::Open("txbxContent" | "Fallback", _) => self.skip += 1,
            Node::Close("del" | "moveFrom" | "txbxContent" | "Fallback") => {
                self.skip = self.skip.saturating_sub(1)
            }
            _ if self.skip > 0 => {}
            Node::Open(name, attributes) => self.open(name, &attributes),
            Node::Close(name) => self.close(name),
            Node::Text(text) => {
                if self.in_text && self.field.last() != Some(&true) {
                    self.push(text);
                }
            }
        }
    }

    fn push(&mut self, text: &str) {
        let letters = text.chars().filter(|c| !c.is_whitespace()).count();
        self.bold.1 += letters;
        self.bold.0 += if self.run_bold { letters } else { 0 };
        self.text.push_str(text);
    }

    fn open(&mut self, name: &str, attributes: &[(String, String)]) {
        let value = |key: &str| {
            attributes
                .iter()
                .find(|(name, _)| name.rsplit(':').next() == Some(key))
                .map(|(_, value)| value.as_str())
        };
        match name {
            "p" => self.begin(),
            "pStyle" => self.style = value("val").unwrap_or("").to_lowercase(),
            "numPr" => self.listed = Some(1),
            "ilvl" => {
                self.listed = Some(
                    value("val").and_then(|level| level.parse::<u8>().ok()).unwrap_or(0).saturating_add(1),
                )
            }
            "numId" if value("val") == Some("0") => self.listed = None,
            "r" => self.run_bold = false,
            "rPr" => self.in_run_properties = true,
            "b" if self.in_run_properties => self.run_bold = !matches!(value("val"), Some("0" | "false")),
            "t" => self.in_text = true,
            "tab" | "br" | "cr" if !self.in_run_properties => self.push(" "),
            "noBreakHyphen" => self.push("-"),
            "fldChar" => match value("fldCharType") {
                // Between “begin” and “separate” stands the field's code, after it its words.
                Some("begin") => self.field.push(true),
                Some("separate") => {
                    if let Some(code) = self.field.last_mut() {
                        *code = false;
                    }
                }
                _ => {
                    self.field.pop();
                }
            },
            "commentReference" => self.comments = true,
            "tbl" => {
                self.tables.push((self.count, 0, 0));
                self.count += 1;
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" => self.end(),
            "t" => self.in_text = false,
            "rPr" => self.in_run_properties = false,
            "tc" => {
                if let Some((_, _, column)) = self.tables.last_mut() {
                    *column += 1;
                }
            }
            "tr" => {
                if let Some((_, row, column)) = self.tables.last_mut() {
                    *row += 1;
                    *column = 0;
                }
            }
            "tbl" => {
                self.tables.pop();
            }
            _ => {}
        }
    }

    fn begin(&mut self) {
        self.text.clear();
        self.style.clear();
        self.listed = None;
        self.bold = (0, 0);
    }

    fn end(&mut self) {
        let text = std::mem::take(&mut self.text);
        // An empty paragraph parts the lines of a page that was pasted in.
        let kind = if text.trim().is_empty() { BlockKind::Paragraph } else { self.kind(text.trim()) };
        self.drafts.push(Draft::new(kind, None, text));
    }

    fn kind(&self, text: &str) -> BlockKind {
        if let Some(aside) = self.aside {
            return aside;
        }
        if let Some((table, row, column)) = self.tables.last() {
            return BlockKind::Cell { table: *table, row: *row, column: *column, header: *row == 0 };
        }
        if self.style == "title" {
            return BlockKind::Heading { level: 1 };
        }
        if let Some(level) = self.style.strip_prefix("heading") {
            return BlockKind::Heading { level: level.trim().parse::<u8>().unwrap_or(1).clamp(1, 6) };
        }
        if let Some(level) = self.listed.or(self.style.starts_with("list").then_some(1)) {
            return BlockKind::Item { level };
        }
        let emphasised = self.bold.1 > 0 && self.bold.0 == self.bold.1;
        if emphasised && text.chars().count() < 160 && !text.ends_with(['.', ';', ',']) {
            return BlockKind::Heading { level: 3 };
        }
        BlockKind::Paragraph
    }
}
