//! Invented documents for tests, a block for each line.

use packhorse_model::{BlockKind, Document, Facts, Format};

/// A document written in lines: `# ` and `## ` begin headings, `- ` and `-- ` items, `12. ` a numbered
/// paragraph, `12) ` a numbered item, `^ ` a footnote, `> ` a paragraph set off as a quotation, `~ ` furniture; `a | b` is a row of a table, which an empty line ends.
pub(crate) fn paper(lines: &str) -> Document {
    let mut paper = Paper { document: Document::empty(Format::Pdf), table: 0, row: 0 };
    for line in lines.lines().map(str::trim) {
        paper.line(line);
    }
    paper.document
}

/// What is recognised in such a document.
pub(crate) fn facts(lines: &str) -> Facts {
    crate::recognise(&paper(lines))
}

struct Paper {
    document: Document,
    table: u32,
    row: u32,
}

impl Paper {
    fn line(&mut self, line: &str) {
        const SIGNS: [(&str, BlockKind); 6] = [
            ("# ", BlockKind::Heading { level: 1 }),
            ("## ", BlockKind::Heading { level: 2 }),
            ("- ", BlockKind::Item { level: 1 }),
            ("-- ", BlockKind::Item { level: 2 }),
            ("^ ", BlockKind::Footnote),
            ("~ ", BlockKind::Furniture),
        ];
        if line.is_empty() {
            (self.table, self.row) = (self.table + u32::from(self.row > 0), 0);
        } else if line.contains("| ") || line.ends_with(" |") {
            for (column, cell) in (0..).zip(line.split('|')) {
                let kind =
                    BlockKind::Cell { table: self.table, row: self.row, column, header: self.row == 0 };
                self.block(kind, None, cell.trim());
            }
            self.row += 1;
        } else if let Some((words, kind)) =
            SIGNS.iter().find_map(|(sign, kind)| Some((line.strip_prefix(sign)?, *kind)))
        {
            self.block(kind, None, words);
        } else if let Some(words) = line.strip_prefix("> ") {
            self.document.add(BlockKind::Paragraph, Some(1), words).quoted = Some(0);
        } else if let Some((number, words)) =
            line.split_once(") ").filter(|(number, _)| number.parse::<u32>().is_ok())
        {
            self.block(BlockKind::Item { level: 1 }, number.parse().ok(), words);
        } else if let Some((number, words)) =
            line.split_once(". ").filter(|(number, _)| number.parse::<u32>().is_ok())
        {
            self.block(BlockKind::Paragraph, number.parse().ok(), words);
        } else {
            self.block(BlockKind::Paragraph, None, line);
        }
    }

    fn block(&mut self, kind: BlockKind, number: Option<u32>, words: &str) {
        if words.is_empty() {
            return;
        }
        self.document.add(kind, Some(1), words).number = number;
    }
}
