//! A document made of lines, so that a search can reach the recogniser's rules without a reader.

use packhorse_model::{BlockKind, Document, Format};

/// The signs a line may begin with, and the block they make.
const SIGNS: [(&str, BlockKind); 7] = [
    ("# ", BlockKind::Heading { level: 1 }),
    ("## ", BlockKind::Heading { level: 2 }),
    ("- ", BlockKind::Item { level: 1 }),
    ("-- ", BlockKind::Item { level: 2 }),
    ("^ ", BlockKind::Footnote),
    ("~ ", BlockKind::Furniture),
    ("% ", BlockKind::Boilerplate),
];

/// A document of lines: a sign before the words tells the block, ` | ` parts the cells of a row, `12. `
/// numbers a paragraph, a form feed turns the page. The first byte chooses the format.
pub fn paper(bytes: &[u8]) -> Document {
    let (first, rest) = bytes.split_first().unwrap_or((&b'p', &[]));
    let format = match first {
        b'h' => Format::Html,
        b't' => Format::Text,
        b's' => Format::Spreadsheet,
        b'd' => Format::Docx,
        _ => Format::Pdf,
    };
    let mut paper = Paper { document: Document::empty(format), page: 1, table: 0, row: 0 };
    String::from_utf8_lossy(rest).lines().for_each(|line| paper.line(line));
    if format == Format::Pdf {
        paper.document.pages = Some(paper.page);
    }
    paper.document
}

struct Paper {
    document: Document,
    page: u32,
    table: u32,
    row: u32,
}

impl Paper {
    fn line(&mut self, line: &str) {
        self.page += u32::try_from(line.matches('\u{c}').count()).unwrap_or(0);
        let line = line.trim_matches(|one: char| one == '\u{c}' || one == ' ');
        if line.contains(" | ") {
            for (column, cell) in (0..).zip(line.split(" | ")) {
                let header = self.row == 0;
                self.block(BlockKind::Cell { table: self.table, row: self.row, column, header }, None, cell);
            }
            self.row += 1;
            return;
        }
        if self.row > 0 {
            (self.table, self.row) = (self.table + 1, 0);
        }
        let sign = SIGNS.iter().find_map(|(sign, kind)| Some((line.strip_prefix(sign)?, *kind)));
        let (words, kind) = sign.unwrap_or((line, BlockKind::Paragraph));
        let numbered = words.split_once(". ").and_then(|(number, words)| Some((number.parse().ok()?, words)));
        match numbered {
            Some((number, words)) => self.block(kind, Some(number), words),
            None => self.block(kind, None, words),
        }
    }

    fn block(&mut self, kind: BlockKind, number: Option<u32>, words: &str) {
        if words.is_empty() {
            return;
        }
        let page = (self.document.format == Format::Pdf).then_some(self.page);
        self.document.add(kind, page, words).number = number;
    }
}
