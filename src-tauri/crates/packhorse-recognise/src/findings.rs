//! A document's own lists: priority actions, areas to improve, strengths.

mod headings;
mod items;
mod table;

use crate::frameworks;
use crate::page::{Line, Page};
use headings::{DEADLINE, ends, ends_grouped, list};
use items::Draft;
use packhorse_model::{BlockKind, Finding, Rank};
use std::collections::BTreeSet;

/// The items of all lists, in order.
pub(crate) fn findings(page: &Page<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut index = 0;
    while let Some(line) = page.lines.get(index) {
        let listed = list(line).filter(|_| !is_contents(page, index));
        let (items, next) = match (listed, line.cell()) {
            (None, _) => (Vec::new(), index + 1),
            (Some(rank), None) => {
                table::headless(page, index, rank).unwrap_or_else(|| section(page, index, rank))
            }
            // In a table the label heads a column; the items stand in the rows below it.
            (Some(rank), Some(cell)) => table::rows(page, index, cell, rank),
        };
        found.extend(items);
        index = next;
    }
    found
}

/// Whether a heading is an entry of the contents: its page number, or another such heading, comes next.
fn is_contents(page: &Page<'_>, index: usize) -> bool {
    page.lines.get(index + 1).is_some_and(|next| {
        let words = next.text.trim();
        !words.is_empty() && words.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ' '))
    })
}

/// Reads the list under a heading; says where reading goes on.
fn section(page: &Page<'_>, heading: usize, rank: Rank) -> (Vec<Finding>, usize) {
    let mut list = List::under(page, heading, rank);
    let mut index = heading + 1;
    while let Some(line) = page.lines.get(index) {
        if list.takes(line, page.lines.get(index + 1)) == Step::End {
            break;
        }
        index += 1;
    }
    let mut drafts =
        if list.items.is_empty() { items::plain(list.paragraphs) } else { items::whole(list.items) };
    items::doubt_parts(&mut drafts);
    if rank == Rank::PriorityAction && was_table(&page.lines[heading..], index - heading) {
        drafts.iter_mut().for_each(Draft::doubt);
    }
    (drafts.into_iter().map(|draft| draft.finding(page, rank)).collect(), index)
}

/// Whether a list is what is left of a table of actions and those who answer for them, whose cells have
/// lost their order.
fn was_table(lines: &[Line<'_>], read: usize) -> bool {
    lines.iter().take(read + 3).any(|line| line.text.len() < 60 && line.folded.contains("responsible bod"))
}

/// What a line does to the list being read.
#[derive(Debug, PartialEq, Eq)]
enum Step {
    /// It belongs to the list, or is passed over.
    Next,
    /// It begins something else.
    End,
}

/// A list on its way.
struct List<'p, 'a> {
    head: &'p Line<'a>,
    rank: Rank,
    /// Whether sub-headings of any words part it.
    grouped: bool,
    group: Option<String>,
    items: Vec<Draft>,
    paragraphs: Vec<Draft>,
    /// The tables of the document that have a single column.
    one_column: BTreeSet<u32>,
    /// The cell read last, as table and row.
    cells: Option<(u32, u32)>,
}

impl<'p, 'a> List<'p, 'a> {
    fn under(page: &'p Page<'a>, heading: usize, rank: Rank) -> Self {
        let line = |at: usize| page.lines.get(at);
        // A list that begins with a sub-heading is grouped by them, whatever words they use.
        let parts = |line: &Line<'_>| line.is_heading() || line.looks_like_heading();
        let grouped = line(heading + 1).is_some_and(parts) && line(heading + 2).is_some_and(Line::is_item);
        let head = &page.lines[heading];
        let (items, paragraphs) = (Vec::new(), Vec::new());
        Self {
            head,
            rank,
            grouped,
            group: None,
            items,
            paragraphs,
            one_column: one_column(page),
            cells: None,
        }
    }

    fn takes(&mut self, line: &Line<'_>, next: Option<&Line<'_>>) -> Step {
        if let Some(cell) = line.cell() {
            // Priority actions often stand in a table under their heading: the table is read by itself.
            let passes = self.items.is_empty() && self.rank == Rank::PriorityAction && list(line).is_none();
            let taken = self.rank != Rank::PriorityAction && cell.2 == 0 && self.in_cells(line, cell);
            return if taken || passes { Step::Next } else { Step::End };
        }
        if line.folded == self.head.folded {
            return Step::Next;
        }
        let deadline = !line.is_item() && DEADLINE.is_match(&line.folded);
        let ended = if self.grouped { ends_grouped(line) } else { ends(line) };
        if !deadline && (list(line).is_some() || ended) {
            return Step::End;
        }
        let parts = self.grouped && line.looks_like_heading() && next.is_some_and(Line::is_item);
        if line.is_heading() || deadline || parts {
            return self.groups(line, next, deadline);
        }
        if line.is_item() && self.goes_on() {
            if let Some(last) = self.paragraphs.last_mut() {
                last.join(line.text.trim(), line.span.end);
            }
            return Step::Next;
        }
        if line.is_item() {
            self.items.push(Draft::of(line, self.group.clone()));
            return Step::Next;
        }
        self.paragraph(line, next)
    }

    /// Takes a cell of a table of one column, an item in each; its further paragraphs join it.
    fn in_cells(&mut self, line: &Line<'_>, (table, row, _): (u32, u32, u32)) -> bool {
        let begun = self.cells.is_some();
        if !begun && (!self.items.is_empty() || !self.one_column.contains(&table)) || list(line).is_some() {
            return begun && list(line).is_some();
        }
        if self.cells == Some((table, row))
            && let Some(last) = self.items.last_mut()
        {
            last.join(line.text.trim(), line.span.end);
        } else if line.text.split_whitespace().count() > 3 {
            self.items.push(Draft::of(line, self.group.clone()));
            self.cells = Some((table, row));
        }
        true
    }

    /// A sub-heading over items opens a group; any other heading ends the list.
    fn groups(&mut self, line: &Line<'_>, next: Option<&Line<'_>>, deadline: bool) -> Step {
        let (own, head) = (level(line), level(self.head));
        let deeper = deadline || own > head || own == head && head >= 3;
        if !next.is_some_and(Line::is_item) || !(deeper || self.grouped) || is_area(line) {
            return Step::End;
        }
        self.group = Some(line.text.trim().trim_end_matches(':').to_owned());
        Step::Next
    }

    /// Whether an item is a point of the paragraph before it, in a list whose items are paragraphs: one
    /// that is whole came first, and this one ends in a colon or has taken points already.
    fn goes_on(&self) -> bool {
        let open = |draft: &Draft| draft.text.ends_with(':') || draft.took;
        self.items.is_empty()
            && self.paragraphs.split_last().is_some_and(|(last, before)| {
                open(last) && before.iter().any(|draft| draft.text.ends_with('.'))
            })
    }

    fn paragraph(&mut self, line: &Line<'_>, next: Option<&Line<'_>>) -> Step {
        let leads = line.text.trim_end().ends_with(':');
        if self.items.is_empty() || items::only_leads_in(&self.items) {
            // A numbered sentence that leads in to paragraphs is no item.
            self.items.clear();
            self.paragraphs.push(Draft::of(line, self.group.clone()));
        } else if !leads && next.is_some_and(Line::is_item) && items::goes_on(line.text) {
            // The rest of the item above, which its layout set apart.
            if let Some(last) = self.items.last_mut() {
                last.join(line.text.trim(), line.span.end);
                last.doubt();
            }
        } else if !leads {
            // After the items a paragraph of its own ends the list.
            return Step::End;
        } else if next.is_some_and(Line::is_item) {
            self.group = Some(line.text.trim().trim_end_matches(':').to_owned());
        }
        Step::Next
    }
}

/// The tables that have a single column.
fn one_column(page: &Page<'_>) -> BTreeSet<u32> {
    let cells = || page.lines.iter().filter_map(Line::cell);
    let wide: BTreeSet<u32> = cells().filter(|(.., column)| *column > 0).map(|(table, ..)| table).collect();
    cells().map(|(table, ..)| table).filter(|table| !wide.contains(table)).collect()
}

fn level(line: &Line<'_>) -> u8 {
    match line.kind {
        BlockKind::Heading { level } => level,
        _ => 9,
    }
}

/// Whether a heading is a judged area with its grade.
fn is_area(line: &Line<'_>) -> bool {
    let label = line.folded.split(':').next().unwrap_or("");
    line.text.chars().count() < 120 && line.folded.contains(':') && frameworks::area(label).is_some()
}

#[cfg(test)]
mod tests;
