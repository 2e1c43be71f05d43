//! OpenDocument spreadsheets. Repeats are counted and not expanded.

use super::{COLUMNS, Row, Sheet, Table, link, tidy};
use crate::xml::{self, Node};
use crate::{Error, Limits};

/// Reads the content part of a spreadsheet.
pub(super) fn read(content: &str, limits: &Limits) -> Result<Table, Error> {
    let mut reader = Reader { left: limits.cells, ..Reader::default() };
    xml::walk(content, |node| reader.see(node))?;
    if reader.left == 0 {
        return Err(Error::Damaged { reason: format!("it has more than {} cells", limits.cells) });
    }
    Ok(Table { sheets: reader.sheets })
}

#[derive(Default)]
struct Reader {
    sheets: Vec<Sheet>,
    row: Option<Row>,
    cell: Option<Cell>,
    skip: usize,
    left: usize,
}

#[derive(Default)]
struct Cell {
    repeated: usize,
    value: Option<String>,
    text: String,
}

impl Reader {
    fn see(&mut self, node: Node<'_>) {
        match node {
            Node::Open("annotation", _) => self.skip += 1,
            Node::Close("annotation") => self.skip = self.skip.saturating_sub(1),
            _ if self.skip > 0 => {}
            Node::Open(name, attributes) => self.open(name, &attributes),
            Node::Close(name) => self.close(name),
            Node::Text(text) => {
                if let Some(cell) = &mut self.cell {
                    cell.text.push_str(text);
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
            "table" => {
                self.sheets.push(Sheet { name: value("name").unwrap_or("").to_owned(), rows: Vec::new() });
            }
            "table-row" => self.row = Some(Row::default()),
            "table-cell" | "covered-table-cell" => {
                let repeated =
                    value("number-columns-repeated").and_then(|count| count.parse().ok()).unwrap_or(1);
                if let (Some(row), Some(formula)) = (&mut self.row, value("formula")) {
                    row.link = row.link.take().or_else(|| link(formula));
                }
                let value = value("date-value").map(|date| date.chars().take(10).collect());
                self.cell = Some(Cell { repeated, value, text: String::new() });
            }
            "p" => {
                if let Some(cell) = self.cell.as_mut().filter(|cell| !cell.text.is_empty()) {
                    cell.text.push(' ');
                }
            }
            "s" | "line-break" | "tab" => {
                if let Some(cell) = &mut self.cell {
                    cell.text.push(' ');
                }
            }
            "a" => {
                if let (Some(row), Some(to)) = (&mut self.row, value("href")) {
                    row.link.get_or_insert_with(|| to.to_owned());
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "table-cell" | "covered-table-cell" => {
                let Some(cell) = self.cell.take() else { return };
                let words = tidy(&cell.value.unwrap_or(cell.text));
                let Some(row) = &mut self.row else { return };
                let room = COLUMNS.saturating_sub(row.cells.len()).min(cell.repeated);
                self.left = self.left.saturating_sub(room);
                if self.left > 0 {
                    row.cells.extend(std::iter::repeat_n(words, room));
                }
            }
            "table-row" => {
                let Some(mut row) = self.row.take() else { return };
                while row.cells.last().is_some_and(String::is_empty) {
                    row.cells.pop();
                }
                if let Some(sheet) = self.sheets.last_mut().filter(|_| !row.cells.is_empty()) {
                    sheet.rows.push(row);
                }
            }
            _ => {}
        }
    }
}
