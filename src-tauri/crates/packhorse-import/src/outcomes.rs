//! Tables of outcomes: ODS, XLSX and CSV, read cell by cell.

use crate::build::{self, Draft};
use crate::{Error, Limits};
use calamine::{DataRef, Reader as _, Xlsx};
use packhorse_model::{BlockKind, Document, Format};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::io::Cursor;

mod ods;

/// A spreadsheet's cells as text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The sheets, in order.
    pub sheets: Vec<Sheet>,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its rows, from the first that holds something.
    pub rows: Vec<Row>,
}

/// One row.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The cells as text; dates as `2025-03-31`.
    pub cells: Vec<String>,
    /// The address a link in the row leads to.
    pub link: Option<String>,
}

/// Columns beyond this are repeats that spreadsheets use for colour.
const COLUMNS: usize = 200;

/// Reads a spreadsheet.
///
/// # Errors
///
/// When the file is damaged or has more cells than the limit.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Table, Error> {
    if bytes.starts_with(b"PK") { workbook(bytes, limits) } else { comma_separated(bytes, limits) }
}

fn damaged(reason: impl ToString) -> Error {
    Error::Damaged { reason: reason.to_string() }
}

/// A CSV has one sheet without a name.
fn comma_separated(bytes: &[u8], limits: &Limits) -> Result<Table, Error> {
    let (text, _) = crate::plain::decode(bytes);
    let (delimiter, text) = delimiter(&text);
    let mut builder = csv::ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(delimiter);
    let mut reader = builder.from_reader(text.as_bytes());
    let (mut rows, mut count) = (Vec::new(), 0);
    for record in reader.records() {
        let record = record.map_err(damaged)?;
        count += record.len();
        if count > limits.cells {
            return Err(Error::Damaged { reason: format!("it has more than {} cells", limits.cells) });
        }
        let link = record.iter().find_map(link);
        let cells = record.iter().take(COLUMNS).map(|cell| tidy(label(cell)));
        rows.push(Row { cells: cells.collect(), link });
    }
    Ok(Table { sheets: vec![Sheet { name: String::new(), rows }] })
}

/// What parts the cells of a table in plain text, and the table: the sign that most of its first lines have,
/// and the same number of times.
fn delimiter(text: &str) -> (u8, &str) {
    let text = text.trim_start_matches('\u{FEFF}');
    // Excel may write the sign on a line of its own.
    if let Some((sign, rest)) = text.strip_prefix("sep=").and_then(|rest| rest.split_once('\n'))
        && let [sign] = sign.trim_end_matches('\r').as_bytes()
    {
        return (*sign, rest);
    }
    let worth = |sign: u8| {
        let counts: Vec<usize> = text.lines().take(40).map(|line| outside_quotes(line, sign)).collect();
        let most = counts.iter().copied().max().unwrap_or(0);
        let alike = counts.iter().filter(|count| **count == most).count();
        if most == 0 { 0 } else { alike * 1000 + most.min(999) }
    };
    let best = *b",;\t|".iter().max_by_key(|sign| (worth(**sign), **sign == b',')).unwrap_or(&b',');
    (best, text)
}

fn outside_quotes(line: &str, sign: u8) -> usize {
    line.split('"').step_by(2).map(|part| part.bytes().filter(|byte| *byte == sign).count()).sum()
}

/// The address in a formula like `=HYPERLINK("https://…", "words")`.
fn link(formula: &str) -> Option<String> {
    let at = formula.to_ascii_uppercase().find("HYPERLINK(")?;
    let rest = formula.get(at + "HYPERLINK(".len()..)?.replace("&quot;", "\"");
    let address = rest.trim_start().strip_prefix('"')?.split('"').next()?.to_owned();
    address.starts_with("http").then_some(address)
}

/// The words a link's formula shows, or the cell as it is.
fn label(cell: &str) -> &str {
    if !cell.starts_with("=HYPERLINK(") {
        return cell;
    }
    cell.trim_end_matches(')').trim_end_matches('"').rsplit('"').next().unwrap_or(cell)
}

fn workbook(bytes: &[u8], limits: &Limits) -> Result<Table, Error> {
    if let Some(content) = crate::xml::part(bytes, "content.xml", limits)? {
        return ods::read(&content, limits);
    }
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut sheets = Vec::new();
    for name in workbook.sheet_names() {
        let links = links(&mut workbook, &name, limits)?;
        // Cell by cell: a sheet with two cells at its far corners would ask for all between them.
        let mut reader = workbook.worksheet_cells_reader(&name).map_err(damaged)?;
        let (mut rows, mut count): (Vec<Row>, usize) = (Vec::new(), 0);
        let mut last = None;
        while let Some(cell) = reader.next_cell().map_err(damaged)? {
            let (row, column) = cell.get_position();
            let column = column as usize;
            if column >= COLUMNS {
                continue;
            }
            count += 1;
            if count > limits.cells {
                return Err(Error::Damaged { reason: format!("it has more than {} cells", limits.cells) });
            }
            if last != Some(row) {
                rows.push(Row { link: links.get(&row).cloned(), ..Row::default() });
                last = Some(row);
            }
            if let Some(row) = rows.last_mut() {
                row.cells.resize(row.cells.len().max(column + 1), String::new());
                row.cells[column] = words(cell.get_value());
            }
        }
        sheets.push(Sheet { name, rows });
    }
    Ok(Table { sheets })
}

/// The first address each row of a sheet links to by a formula.
fn links(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    limits: &Limits,
) -> Result<HashMap<u32, String>, Error> {
    let mut reader = workbook.worksheet_cells_reader(name).map_err(damaged)?;
    let (mut links, mut count) = (HashMap::new(), 0);
    while let Some(cell) = reader.next_formula().map_err(damaged)? {
        count += 1;
        if count > limits.cells {
            return Err(Error::Damaged { reason: format!("it has more than {} cells", limits.cells) });
        }
        if let Some(link) = link(cell.get_value()) {
            links.entry(cell.get_position().0).or_insert(link);
        }
    }
    Ok(links)
}

fn words(value: &DataRef<'_>) -> String {
    match value {
        DataRef::DateTime(at) => {
            let (year, month, day, ..) = at.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::Empty => String::new(),
        other => tidy(&calamine::Data::from(other.clone()).to_string()),
    }
}

/// A cell's words on one line.
fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Table {
    /// The table as a document, so that it can be kept and searched like any other.
    pub(crate) fn document(&self) -> Document {
        let mut drafts = Vec::new();
        for (number, sheet) in (0..).zip(&self.sheets) {
            if !sheet.name.is_empty() {
                drafts.push(Draft::new(BlockKind::Heading { level: 2 }, None, sheet.name.as_str()));
            }
            for (row, line) in (0..).zip(&sheet.rows) {
                for (column, cell) in (0..).zip(&line.cells) {
                    let kind = BlockKind::Cell { table: number, row, column, header: false };
                    drafts.push(Draft::new(kind, None, cell.as_str()));
                }
            }
        }
        build::document(Format::Spreadsheet, None, &drafts, Vec::new())
    }
}
