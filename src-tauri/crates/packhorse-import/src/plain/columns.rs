//! Tables that are set with spaces or tabs.

use super::lines::{Line, is_bare_mark};
use crate::build::Draft;
use packhorse_model::BlockKind;

/// A table of a text: rows of cells, each with the page it stands on.
#[derive(Debug, Default)]
pub(super) struct Table {
    number: u32,
    page: Option<u32>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// The cells as blocks.
    pub(super) fn drafts(self) -> Vec<Draft> {
        let mut drafts = Vec::new();
        for (row, cells) in (0..).zip(self.rows) {
            for (column, text) in (0..).zip(cells) {
                let kind = BlockKind::Cell { table: self.number, row, column, header: false };
                drafts.push(Draft::new(kind, self.page, text));
            }
        }
        drafts
    }
}

/// Finds the tables of a text and marks their lines.
pub(super) fn tables(lines: &mut [Line<'_>]) -> Vec<Table> {
    let mut tables = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let found = tabbed(lines, at).or_else(|| spaced(lines, at));
        let Some((end, rows)) = found else {
            at += 1;
            continue;
        };
        let number = u32::try_from(tables.len()).unwrap_or(u32::MAX);
        for line in &mut lines[at..end] {
            line.table = Some(number);
        }
        tables.push(Table { number, page: lines[at].page, rows });
        at = end;
    }
    tables
}

/// Two or more lines, one after the other, whose parts are parted by tabs or strokes.
fn tabbed(lines: &[Line<'_>], from: usize) -> Option<(usize, Vec<Vec<String>>)> {
    let cells = |line: &Line<'_>| -> Option<Vec<String>> {
        // Markdown sets its columns between strokes, with a row of dashes under the first.
        let stroked = line.text.trim_matches('|').contains(" | ");
        let sign = if stroked { '|' } else { '\t' };
        let parts: Vec<String> =
            line.text.split(sign).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect();
        (parts.len() > 1 && !is_bare_mark(&parts[0])).then_some(parts)
    };
    let rows: Vec<Vec<String>> =
        lines[from..].iter().take_while(|line| !line.furniture).map_while(cells).collect();
    (rows.len() > 1).then(|| (from + rows.len(), rows))
}

/// The left and the right part of a line that holds a wide gap, and the column of the right one.
fn parted<'t>(line: &Line<'t>) -> Option<(&'t str, &'t str, usize)> {
    let body = line.raw.trim_start();
    let indent = line.raw.chars().count() - body.chars().count();
    let gap = body.find("   ")?;
    let (left, right) = (body[..gap].trim(), body[gap..].trim_start());
    if left.is_empty() || right.is_empty() || is_bare_mark(left) || right.contains("    ") {
        return None;
    }
    Some((left, right, indent + body.chars().count() - right.chars().count()))
}

/// How far the second column may begin from where it began first.
const SLACK: usize = 2;

/// Lines set in two columns: at least two of them hold both, at the same place.
fn spaced(lines: &[Line<'_>], from: usize) -> Option<(usize, Vec<Vec<String>>)> {
    let (_, _, column) = lines[from..].iter().take(3).find_map(parted)?;
    let first = &lines[from];
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut both = 0;
    let mut end = from;
    for line in &lines[from..] {
        if line.furniture || line.page != first.page {
            break;
        }
        let indent = line.raw.chars().count() - line.raw.trim_start().chars().count();
        let width = line.raw.chars().count();
        match parted(line) {
            Some((left, right, at)) if at.abs_diff(column) <= SLACK => {
                both += 1;
                match rows.last_mut().filter(|row| row.len() == 1 && !line.apart) {
                    // The label began on the line above.
                    Some(row) => {
                        row[0] = format!("{} {left}", row[0]);
                        row.push(right.to_owned());
                    }
                    None => rows.push(vec![left.to_owned(), right.to_owned()]),
                }
            }
            None if width < column && !line.text.is_empty() => match rows.last_mut() {
                Some(row) if !line.apart && row.len() > 1 && continues(&row[0], line.text) => {
                    row[0] = format!("{} {}", row[0], line.text);
                }
                _ if line.apart && both > 0 && !lines_up(lines, end + 1, column) => break,
                _ => rows.push(vec![line.text.to_owned()]),
            },
            None if indent + SLACK >= column => match rows.last_mut() {
                Some(row) if !line.apart && row.len() > 1 => row[1] = format!("{} {}", row[1], line.text),
                Some(row) if !line.apart => row.push(line.text.to_owned()),
                _ => rows.push(vec![String::new(), line.text.to_owned()]),
            },
            _ => break,
        }
        end += 1;
    }
    (both > 1 && rows.len() > 1).then_some((end, rows))
}

/// Whether a line of the first column goes on with the label above it.
fn continues(label: &str, text: &str) -> bool {
    text.starts_with(|c: char| c.is_lowercase()) && !label.ends_with('.')
}

/// Whether one of the next lines holds both columns again.
fn lines_up(lines: &[Line<'_>], from: usize, column: usize) -> bool {
    lines
        .iter()
        .skip(from)
        .take(2)
        .any(|line| parted(line).is_some_and(|(_, _, at)| at.abs_diff(column) <= SLACK))
}
