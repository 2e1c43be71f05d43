//! Grades in tables: an area in one cell of a row and its grade in another.

use super::grade::{is_grade, is_unreadable};
use super::{Found, Part, Reading, is_past, unnumbered};
use crate::fold;
use crate::frameworks::{self, Area};
use crate::page::Line;
use crate::sentences::sentences;
use packhorse_model::Span;
use std::collections::BTreeMap;

/// Bytes of the longest line that may be the heading of a table.
const LONGEST_HEADING: usize = 160;

/// The words of one cell, over all its paragraphs.
struct Cell {
    column: u32,
    text: String,
    folded: String,
    span: Span,
    /// Whether it was put together of lines that do not stand side by side in the text.
    broken: bool,
}

/// Reads every table of the document that is not about an earlier inspection.
pub(super) fn tables(found: &mut Found<'_, '_>) {
    let page = found.page;
    let mut tables: BTreeMap<u32, BTreeMap<u32, Vec<&Line<'_>>>> = BTreeMap::new();
    for line in &page.lines {
        if let Some((table, row, _)) = line.cell() {
            tables.entry(table).or_default().entry(row).or_default().push(line);
        }
    }
    for rows in tables.values() {
        let Some(first) = rows.values().flatten().next() else { continue };
        let before = page.lines.iter().rev().find(|line| line.index < first.index);
        let above =
            page.lines[..].iter().rev().find(|line| line.index < first.index && line.cell().is_none());
        let header = rows.values().next().into_iter().flatten().copied();
        let past = |line: &Line<'_>| is_past(&line.folded);
        let headed = header.filter(|_| past_column(rows).is_none()).any(past);
        // The head of a table may have been cut off it.
        let cut = before.is_some_and(|line| line.cell().is_some() && past(line));
        // A paragraph is no heading; one that leads in to the table still says whose grades these are.
        let heading = |line: &Line<'_>| line.text.len() < LONGEST_HEADING;
        let earlier = headed || above.is_some_and(|line| heading(line) && past(line));
        let leads_in = |line: &Line<'_>| {
            let last = sentences(line.text).pop().map(|last| fold(&line.text[last.start..last.end]));
            !heading(line) && last.is_some_and(|last| is_past(&last))
        };
        let cut = cut || above.is_some_and(leads_in);
        // What stands above a table with two grades in a row may be the head of one of its columns.
        let two = rows.values().any(|lines| row_grades(&cells(lines)).nth(1).is_some());
        if !earlier || two {
            table(found, first, rows, cut || earlier);
        }
    }
}

/// Reads a table; where it `compares` two inspections, or its rows show that it does, nothing is sure.
fn table(found: &mut Found<'_, '_>, first: &Line<'_>, rows: &BTreeMap<u32, Vec<&Line<'_>>>, compares: bool) {
    let mut part = found.part(first, "");
    let mut graded = false;
    let mut bare = Vec::new();
    let past = past_column(rows);
    let mut rows: Vec<Vec<Cell>> = rows.values().map(|lines| kept(cells(lines), past)).collect();
    unbroken(&mut rows);
    let compares = compares || rows.iter().any(|cells| row_grades(cells).nth(1).is_some());
    // A grade that has no label, or labels that share one, show that cells have lost their rows.
    let lost = |cells: &Vec<Cell>| {
        matches!(&cells[..], [only] if is_grade(&only.folded))
            || cells.iter().any(|cell| frameworks::names_several(unnumbered(&cell.folded)))
    };
    let compares = compares || rows.iter().any(lost);
    for cells in rows {
        // Below a row that is the heading of an earlier inspection's grades nothing is this one's.
        if cells.iter().any(|cell| is_past(&cell.folded)) && row_grades(&cells).next().is_none() {
            if graded && past.is_none() {
                break;
            }
            continue;
        }
        let own = |cells: &[Cell]| cells.first().and_then(|cell| Part::named(&cell.folded));
        if cells.len() == 1 && found.is_twice() {
            part = own(&cells).or(part);
        }
        let part = if found.is_twice() { own(&cells).or(part) } else { None };
        match row(&cells) {
            // A judgement is words of the text as they stand there, and these do not stand together.
            Row::Graded(area, label, grade) if cells[grade].broken => {
                graded = true;
                let (printed, span) = (unnumbered(&cells[label].text), cells[grade].span);
                found.unread(&Reading { area, printed, part, words: "", span, rule: "", sure: false });
            }
            Row::Graded(area, label, grade) => {
                graded = true;
                let (printed, words, span) =
                    (unnumbered(&cells[label].text), &cells[grade].text, cells[grade].span);
                let (rule, sure) = ("grade beside its row label", !compares);
                found.add(Reading { area, printed, part, words, span, rule, sure });
            }
            Row::Bare(area) => bare.push((area, part, cells)),
            Row::Other => {}
        }
    }
    // An area without a grade is worth a question only where others have theirs.
    for (area, part, cells) in bare {
        let cell = &cells[cells.len() - 1];
        if graded || cells.len() > 1 {
            let printed = unnumbered(&cells[0].text);
            found.unread(&Reading { area, printed, part, words: "", span: cell.span, rule: "", sure: false });
        }
    }
}

/// Puts rows together whose cells are lines of the cells above, as in text that keeps its layout.
fn unbroken(rows: &mut Vec<Vec<Cell>>) {
    for at in (1..rows.len()).rev() {
        let (above, below) = rows.split_at_mut(at);
        let (above, below) = (&mut above[at - 1], &below[0]);
        let of = |cells: &[Cell], column| cells.iter().position(|cell: &Cell| cell.column == column);
        let goes_on = !below.is_empty()
            && below
                .iter()
                .all(|cell| cell.text.starts_with(char::is_lowercase) && of(above, cell.column).is_some());
        if !goes_on {
            continue;
        }
        for cell in rows.remove(at) {
            let Some(index) = of(&rows[at - 1], cell.column) else { continue };
            let above = &mut rows[at - 1][index];
            above.text = format!("{} {}", above.text, cell.text);
            above.folded = format!("{} {}", above.folded, cell.folded);
            above.span.end = cell.span.end;
            above.broken = true;
        }
    }
}

/// The cells of a row without those of a column.
fn kept(mut cells: Vec<Cell>, without: Option<u32>) -> Vec<Cell> {
    cells.retain(|cell| Some(cell.column) != without);
    cells
}

/// Where the grades of a row stand.
fn row_grades(cells: &[Cell]) -> impl Iterator<Item = usize> {
    (0..cells.len()).filter(|at| is_grade(&cells[*at].folded))
}

/// The column that the head of the table gives to an earlier inspection, where it names one beside others.
fn past_column(rows: &BTreeMap<u32, Vec<&Line<'_>>>) -> Option<u32> {
    let head = cells(rows.values().next()?);
    let past: Vec<u32> = head.iter().filter(|cell| is_past(&cell.folded)).map(|cell| cell.column).collect();
    (head.len() > 2 && past.len() == 1).then(|| past[0])
}

/// What a row says.
enum Row {
    /// An area, with the indexes of its label and its grade.
    Graded(&'static Area, usize, usize),
    /// An area without a grade.
    Bare(&'static Area),
    /// Something else.
    Other,
}

fn row(cells: &[Cell]) -> Row {
    let Some(label) = cells.first() else { return Row::Other };
    // A row that begins with a grade explains the scale, unless an area's own label stands beside it.
    if is_grade(&label.folded) {
        let beside = cells.iter().position(|cell| frameworks::named_area(unnumbered(&cell.folded)).is_some());
        let area = beside.and_then(|at| Some((at, frameworks::named_area(unnumbered(&cells[at].folded))?)));
        return area.map_or(Row::Other, |(at, area)| Row::Graded(area, at, 0));
    }
    let Some(area) = frameworks::area(unnumbered(&label.folded)) else { return Row::Other };
    let mut grades = row_grades(cells);
    match (grades.next(), grades.next()) {
        (Some(at), None) => return Row::Graded(area, 0, at),
        // Two grades in a row compare two inspections: which is this one's, the row does not say.
        (Some(_), Some(_)) => return Row::Bare(area),
        (None, _) => {}
    }
    let named = frameworks::named_area(unnumbered(&label.folded)).is_some();
    let nearly = cells[1..].iter().any(|cell| is_unreadable(&cell.folded));
    if nearly || named && cells.len() == 1 { Row::Bare(area) } else { Row::Other }
}

/// A row's cells; a label that wraps over several paragraphs of one cell is read as one.
fn cells(lines: &[&Line<'_>]) -> Vec<Cell> {
    let mut columns: BTreeMap<u32, Cell> = BTreeMap::new();
    for line in lines {
        let Some((_, _, column)) = line.cell() else { continue };
        let cell = columns.entry(column).or_insert_with(|| Cell {
            column,
            text: String::new(),
            folded: String::new(),
            span: line.span,
            broken: false,
        });
        cell.text = format!("{} {}", cell.text, line.text).trim().to_owned();
        cell.folded = format!("{} {}", cell.folded, line.folded).trim().to_owned();
        cell.span.end = line.span.end;
    }
    columns.into_values().collect()
}
