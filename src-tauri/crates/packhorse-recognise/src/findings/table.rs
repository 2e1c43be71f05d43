//! Lists in a table: one item for each row of the column under the heading.

use super::headings;
use super::items::{self, Draft};
use crate::page::{Line, Page};
use packhorse_model::{BlockKind, Finding, Rank};
use std::collections::BTreeMap;

/// How many tables a list may go on through: one for each page.
const PAGES: u32 = 3;

/// The rows under the heading cell at `heading`, across tables that go on on the next page; says where
/// reading goes on. Only priority actions are printed so.
pub(super) fn rows(
    page: &Page<'_>,
    heading: usize,
    cell: (u32, u32, u32),
    rank: Rank,
) -> (Vec<Finding>, usize) {
    if rank != Rank::PriorityAction {
        return (Vec::new(), heading + 1);
    }
    let (table, row, column) = cell;
    let own = |line: &&Line<'_>| line.cell().is_some_and(|(at, own, _)| (at, own) == (table, row));
    let mut head: BTreeMap<u32, &str> = BTreeMap::new();
    for line in page.lines.iter().filter(own) {
        head.entry(line.cell().map_or(column, |(.., column)| column)).or_insert(&line.folded);
    }
    let rest = &page.lines[heading + 1..];
    let wide = widths(rest, table);
    // A heading over the whole table names no column: the actions are the one with the most words.
    let title = head.len() == 1 && wide.len() > 1;
    let column = if title { widest(&wide).unwrap_or(column) } else { column };
    let others: Vec<u32> = wide.keys().chain(head.keys()).copied().filter(|at| *at != column).collect();
    let bodies = head.iter().find(|(at, words)| **at != column && names_bodies(words)).map(|(at, _)| *at);
    let bodies = bodies.or_else(|| others.first().copied().filter(|one| others.iter().all(|at| at == one)));
    let named = (!title).then_some(((table, row), page.lines[heading].folded.as_str()));
    let (mut rows, read) = Rows { table, column, bodies, head: named }.read(rest);
    if title {
        rows.iter_mut().for_each(|row| row.action.doubt());
    }
    (findings(page, rows, rank), heading + 1 + read)
}

/// The rows of a table without a head of its own that stands right below its heading, where it is one:
/// the actions are the column with the most words. A person looks, because nothing names the columns.
pub(super) fn headless(page: &Page<'_>, heading: usize, rank: Rank) -> Option<(Vec<Finding>, usize)> {
    let (table, ..) = page.lines.get(heading + 1)?.cell().filter(|_| rank == Rank::PriorityAction)?;
    let rest = &page.lines[heading + 1..];
    let cells = rest.iter().take_while(|line| line.cell().is_some_and(|(at, ..)| at == table));
    let named = cells.clone().any(|line| headings::list(line).is_some());
    let wide = widths(rest, table);
    let column = widest(&wide).filter(|_| !named && wide.len() > 1)?;
    let bodies = wide.keys().copied().find(|at| *at != column).filter(|_| wide.len() == 2);
    let (mut rows, read) = Rows { table, column, bodies, head: None }.read(rest);
    rows.iter_mut().for_each(|row| row.action.doubt());
    Some((findings(page, rows, rank), heading + 1 + read))
}

/// Whether the head of a column says that those who answer for the actions stand below it.
fn names_bodies(words: &str) -> bool {
    ["responsib", "body", "bodies", "owner", "who "].iter().any(|name| words.contains(name))
}

/// How many bytes of words each column of a table holds.
fn widths(lines: &[Line<'_>], table: u32) -> BTreeMap<u32, usize> {
    let mut widths = BTreeMap::new();
    for line in lines {
        let Some((at, _, column)) = line.cell().filter(|(at, ..)| *at <= table + PAGES) else { break };
        if at == table {
            *widths.entry(column).or_default() += line.text.len();
        }
    }
    widths
}

fn widest(widths: &BTreeMap<u32, usize>) -> Option<u32> {
    widths.iter().max_by_key(|(_, width)| **width).map(|(column, _)| *column)
}

/// A row: an action and who answers for it.
struct Row {
    place: (u32, u32),
    action: Draft,
    body: Option<String>,
}

/// How the rows of a table are read.
struct Rows<'p> {
    table: u32,
    /// Where the actions stand.
    column: u32,
    /// Where those who answer for them stand.
    bodies: Option<u32>,
    /// The row of the heads and the words over the actions, which the next page may repeat; a head whose
    /// words are not known is looked for.
    head: Option<((u32, u32), &'p str)>,
}

impl Rows<'_> {
    /// Reads cells as far as the table goes; says how many lines that were.
    fn read(&self, lines: &[Line<'_>]) -> (Vec<Row>, usize) {
        let cells = || lines.iter().map_while(|line| Some((line, line.cell()?)));
        let cells = || cells().take_while(|(_, (at, ..))| *at <= self.table + PAGES);
        let mut bodies: BTreeMap<(u32, u32), String> = BTreeMap::new();
        let mut rows: Vec<Row> = Vec::new();
        let mut heads: Vec<_> = self.head.iter().map(|(row, _)| *row).collect();
        let mut read = 0;
        for (line, (at, row, column)) in cells() {
            read += 1;
            let place = (at, row);
            // Tags may put the rest of a cell that the end of a page cut into any column of the next.
            let header = matches!(line.kind, BlockKind::Cell { header: true, .. });
            let rest = header && at > self.table && row == 0 && !is_whole(line.text);
            if column == self.column && self.head.is_some_and(|(_, words)| words == line.folded) {
                heads.push(place);
            } else if column == self.column && rest && self.bodies.is_some() {
                bodies.insert(place, line.text.trim().to_owned());
            } else if column == self.column {
                take(&mut rows, place, line);
            } else if Some(column) == self.bodies {
                let body = bodies.entry(place).or_default();
                *body = format!("{body} {}", line.text.trim()).trim().to_owned();
            }
        }
        // A few words and no sentence in the first row are a head.
        let is_head = |row: &Row| row.action.text.len() < 60 && !is_whole(&row.action.text);
        if heads.is_empty() && rows.len() > 1 && is_head(&rows[0]) {
            heads.push(rows.remove(0).place);
        }
        bodies.retain(|place, _| !heads.contains(place));
        self.answer(&mut rows, bodies);
        (rows, read)
    }

    /// Gives each row who answers for it. A cell that reaches over several rows stands in the first of
    /// them; one without an action beside it is the rest of the one before, cut by the end of a page.
    fn answer(&self, rows: &mut [Row], mut bodies: BTreeMap<(u32, u32), String>) {
        for row in rows.iter_mut() {
            row.body = bodies.remove(&row.place);
        }
        let whole: Vec<String> = rows.iter().filter_map(|row| row.body.clone()).collect();
        for (place, rest) in bodies {
            let Some(row) = rows.iter_mut().rev().find(|row| row.place < place) else { continue };
            let joined = row.body.take().map_or(rest.clone(), |body| format!("{body} {rest}"));
            // Another row that says the same, or the end of the page, shows that these are one cell.
            if row.place.0 == place.0 && !whole.contains(&joined) {
                row.action.doubt();
            }
            row.body = Some(joined);
        }
        let before = self.bodies.is_some_and(|bodies| bodies < self.column);
        let mut last: Option<String> = None;
        for row in rows.iter_mut() {
            if row.body.is_none() && last.is_some() {
                row.body = last.clone();
                // Beside the last words of an action nothing says how far a cell reaches.
                if !before {
                    row.action.doubt();
                }
            }
            last = row.body.clone();
        }
    }
}

/// A cell's first paragraph begins an action, the others join it.
fn take(rows: &mut Vec<Row>, place: (u32, u32), line: &Line<'_>) {
    let text = line.text.trim_start_matches(['•', '◼', '▪', ' ', '\u{F0B7}', '\u{F0A7}', '\u{F06E}']);
    match rows.last_mut().filter(|last| last.place == place) {
        Some(row) => row.action.join(text, line.span.end),
        None => {
            let mut action = Draft::of(line, None);
            action.text = text.to_owned();
            rows.push(Row { place, action, body: None });
        }
    }
}

fn findings(page: &Page<'_>, mut rows: Vec<Row>, rank: Rank) -> Vec<Finding> {
    // A row that does not begin and end as a sentence does was cut wrongly, and so were its neighbours.
    if !rows.iter().all(|row| is_whole(&row.action.text)) {
        rows.iter_mut().for_each(|row| row.action.doubt());
    }
    let rule = "row of the table of priority actions";
    let rows = rows.into_iter().filter(|row| !items::says_none(&row.action.text));
    rows.map(|Row { action, body, .. }| Finding {
        rule: rule.into(),
        ..action.grouped(body).finding(page, rank)
    })
    .collect()
}

fn is_whole(text: &str) -> bool {
    let text = text.trim();
    text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) && text.ends_with(['.', ')', ';', '?'])
}
