//! OpenDocument texts.

use crate::build::{self, Draft};
use crate::xml::{self, Node};
use crate::{Error, Limits};
use packhorse_model::{BlockKind, Document, Format, Notice};

/// Reads an OpenDocument text.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Error> {
    let missing = || Error::Damaged { reason: "the part that holds the text is missing".into() };
    let content = xml::part(bytes, "content.xml", limits)?.ok_or_else(missing)?;
    let mut reader = Reader::default();
    xml::walk(&content, |node| reader.see(node))?;
    let mut notices = Vec::new();
    if reader.changes {
        notices.push(Notice::new(
            "This document has tracked changes: deleted words were left out, inserted words were taken.",
        ));
    }
    let mut drafts = crate::plain::mended(crate::frames::unframed(reader.drafts));
    drafts.iter_mut().for_each(Draft::take_mark);
    Ok(build::document(Format::Odt, None, &drafts, notices))
}

#[derive(Default)]
struct Reader {
    drafts: Vec<Draft>,
    open: Vec<(BlockKind, String)>,
    list: u8,
    skip: usize,
    note: bool,
    changes: bool,
    tables: Vec<(u32, u32, u32)>,
    count: u32,
}

impl Reader {
    fn see(&mut self, node: Node<'_>) {
        match node {
            Node::Open("tracked-changes", _) => {
                self.changes = true;
                self.skip += 1;
            }
            Node::Open("annotation" | "note-citation", _) => self.skip += 1,
            Node::Close("tracked-changes" | "annotation" | "note-citation") => {
                self.skip = self.skip.saturating_sub(1)
            }
            _ if self.skip > 0 => {}
            Node::Open(name, attributes) => self.open(name, &attributes),
            Node::Close(name) => self.close(name),
            Node::Text(text) => {
                if let Some((_, words)) = self.open.last_mut() {
                    words.push_str(text);
                }
            }
        }
    }

    fn open(&mut self, name: &str, attributes: &[(String, String)]) {
        let value = |key: &str| {
            attributes
                .iter()
                .find(|(name, _)| name.rsplit(':').next() == Some(key))
                .map(|(_, value)| value.as_str())
        };
        match name {
            "p" => self.open.push((self.kind(), String::new())),
            "h" => {
                let level = value("outline-level").and_then(|level| level.parse::<u8>().ok()).unwrap_or(1);
                self.open.push((BlockKind::Heading { level: level.clamp(1, 6) }, String::new()));
            }
            "s" | "tab" | "line-break" => {
                if let Some((_, words)) = self.open.last_mut() {
                    words.push(' ');
                }
            }
            "list" => self.list = self.list.saturating_add(1),
            "note" => self.note = true,
            "table" => {
                self.tables.push((self.count, 0, 0));
                self.count += 1;
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" | "h" => {
                if let Some((kind, text)) = self.open.pop() {
                    // An empty paragraph parts the lines of a page that was pasted in.
                    let kind = if text.trim().is_empty() { BlockKind::Paragraph } else { kind };
                    self.drafts.push(Draft::new(kind, None, text));
                }
            }
            "list" => self.list = self.list.saturating_sub(1),
            "note" => self.note = false,
            "table-cell" | "covered-table-cell" => {
                if let Some((_, _, column)) = self.tables.last_mut() {
                    *column += 1;
                }
            }
            "table-row" => {
                if let Some((_, row, column)) = self.tables.last_mut() {
                    *row += 1;
                    *column = 0;
                }
            }
            "table" => {
                self.tables.pop();
            }
            _ => {}
        }
    }

    fn kind(&self) -> BlockKind {
        if self.note {
            return BlockKind::Footnote;
        }
        if let Some((table, row, column)) = self.tables.last() {
            return BlockKind::Cell { table: *table, row: *row, column: *column, header: *row == 0 };
        }
        if self.list > 0 { BlockKind::Item { level: self.list } } else { BlockKind::Paragraph }
    }
}
