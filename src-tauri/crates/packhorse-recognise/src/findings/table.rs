//! Lists in a table: one item for each row of the column under the heading.

use super::items::Draft;
use crate::page::{Line, Page};
use packhorse_model::{BlockKind, Finding, Rank};

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
