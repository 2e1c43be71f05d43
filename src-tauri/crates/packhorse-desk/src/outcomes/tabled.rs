//! The rows of a pack's tables of outcomes that are about its council.

use super::council::plain;
use super::{Outcome, value};
use chrono::NaiveDate;
use packhorse_import::outcomes as table;
use packhorse_model::{BlockKind, Grade, Source, SourceKind};
use packhorse_pack::{TabledGrade, TabledInspection};

/// What the tables of outcomes among some sources say of a council.
pub(crate) fn tabled(sources: &[Source], council: Option<&str>) -> Vec<TabledInspection> {
    let Some(council) = council.map(str::to_owned).or_else(|| only(sources)) else { return Vec::new() };
    let tables = sources.iter().filter(|source| source.facts.source_kind.value == SourceKind::OutcomesTable);
    let mut found: Vec<TabledInspection> = Vec::new();
    for source in tables {
        let rows = super::rows(&source.file_name, &cells(source)).map(|read| read.rows).unwrap_or_default();
        let ours = rows
            .iter()
            .filter(|row| plain(row.council.as_deref().unwrap_or(&row.authority)) == plain(&council));
        for inspection in ours.filter_map(|row| inspection(source, row)) {
            let known = |other: &TabledInspection| {
                other.inspected == inspection.inspected && other.grades == inspection.grades
            };
            if !found.iter().any(known) {
                found.push(inspection);
            }
        }
    }
    found
}

/// The council the sources name, when they all name one.
fn only(sources: &[Source]) -> Option<String> {
    let mut named =
        sources.iter().filter_map(|source| source.facts.authority.as_ref()).map(|fact| &fact.value);
    let first = named.next()?;
    named.all(|other| plain(other) == plain(first)).then(|| first.clone())
}

/// The cells of a document that was a spreadsheet.
fn cells(source: &Source) -> table::Table {
    let mut sheets: Vec<table::Sheet> = Vec::new();
    for block in &source.document.blocks {
        let BlockKind::Cell { table, row, column, .. } = block.kind else { continue };
        let (table, row, column) = (table as usize, row as usize, column as usize);
        while sheets.len() <= table {
            sheets.push(table::Sheet { name: String::new(), rows: Vec::new() });
        }
        let rows = &mut sheets[table].rows;
        if rows.len() <= row {
            rows.resize_with(row + 1, table::Row::default);
        }
        let cells = &mut rows[row].cells;
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        cells[column] = source.document.words(block).to_owned();
    }
    table::Table { sheets }
}

fn inspection(source: &Source, row: &Outcome) -> Option<TabledInspection> {
    let day = |day: &Option<String>| day.as_deref().and_then(|day| day.parse::<NaiveDate>().ok());
    let grades: Vec<TabledGrade> = row.judgements.iter().filter_map(grade).collect();
    (!grades.is_empty()).then(|| TabledInspection {
        source: Some(source.id),
        inspected: day(&row.inspected),
        published: day(&row.published),
        kind: row.kind.clone(),
        grades,
    })
}

fn grade(judgement: &value::TableJudgement) -> Option<TabledGrade> {
    let grade = match (&judgement.grade, judgement.state) {
        (Some(words), _) => Grade::AsPrinted(words.clone()),
        (None, Some("not-judged")) => Grade::NotJudged,
        (None, Some("no-longer-given")) => Grade::NoLongerGiven,
        (None, Some("could-not-be-read")) => Grade::CouldNotBeRead,
        (None, _) => Grade::NotStated,
    };
    Some(TabledGrade { area: judgement.area.clone()?, grade, note: judgement.note.clone() })
}
