//! Lists in a table: one item for each row of the column under the heading.

use super::headings;
use super::items::Draft;
use crate::page::{Line, Page};
use packhorse_model::{BlockKind, Finding, Rank};
use std::collections::BTreeMap;

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
    let (table, _, column) = cell;
    let mut rows: Vec<((u32, u32), Draft)> = Vec::new();
    let mut body: Option<&str> = None;
    let mut index = heading + 1;
    while let Some(line) = page.lines.get(index) {
        let Some((at, row, col)) = line.cell().filter(|(at, ..)| *at <= table + 3) else { break };
        if col != column {
            body = Some(line.text);
        } else if !matches!(line.kind, BlockKind::Cell { header: true, .. }) {
            take(&mut rows, (at, row), line, body);
        }
        index += 1;
    }
    // A row that does not begin and end as a sentence does was cut wrongly, and so were its neighbours.
    let whole = |draft: &Draft| {
        let text = draft.text.trim();
        text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            && text.ends_with(['.', ')', ';', '?'])
    };
    if !rows.iter().all(|(_, draft)| whole(draft)) {
        rows.iter_mut().for_each(|(_, draft)| draft.doubt());
    }
    let found = rows.into_iter().map(|(_, draft)| {
        let rule = "row of the table of priority actions".into();
        Finding { rule, ..draft.finding(page, rank) }
    });
    (found.collect(), index)
}

/// The rows of a table without a head of its own that stands right below its heading, where it is one:
/// the actions are the column with the most words. A person looks, because nothing names the columns.
pub(super) fn headless(page: &Page<'_>, heading: usize, rank: Rank) -> Option<(Vec<Finding>, usize)> {
    let (table, ..) = page.lines.get(heading + 1)?.cell().filter(|_| rank == Rank::PriorityAction)?;
    let cells = || page.lines[heading + 1..].iter().map_while(|line| Some((line, line.cell()?)));
    let own = || cells().take_while(|(_, (at, ..))| *at == table);
    let named = own().any(|(line, _)| headings::list(line).is_some());
    let mut widths: BTreeMap<u32, usize> = BTreeMap::new();
    for (line, (_, _, column)) in own() {
        *widths.entry(column).or_default() += line.text.len();
    }
    let (column, _) =
        widths.iter().max_by_key(|(_, width)| **width).filter(|_| !named && widths.len() > 1)?;
    let mut rows: Vec<((u32, u32), Draft)> = Vec::new();
    let mut body: Option<&str> = None;
    let mut read = 0;
    for (line, (at, row, own)) in cells().take_while(|(_, (at, ..))| *at <= table + 3) {
        read += 1;
        if own == *column { take(&mut rows, (at, row), line, body) } else { body = Some(line.text) }
    }
    let found = rows.into_iter().map(|(_, mut draft)| {
        draft.doubt();
        let rule = "row of the table of priority actions".into();
        Finding { rule, ..draft.finding(page, rank) }
    });
    Some((found.collect(), heading + 1 + read))
}

/// A cell's first paragraph begins an item, the others join it.
fn take(rows: &mut Vec<((u32, u32), Draft)>, place: (u32, u32), line: &Line<'_>, body: Option<&str>) {
    let text = line.text.trim_start_matches(['•', '◼', '▪', ' ', '\u{F0B7}', '\u{F0A7}', '\u{F06E}']);
    match rows.last_mut().filter(|(last, _)| *last == place) {
        Some((_, draft)) => draft.join(text, line.span.end),
        None => {
            let mut draft = Draft::of(line, body.map(str::to_owned));
            draft.text = text.to_owned();
            rows.push((place, draft));
        }
    }
}
