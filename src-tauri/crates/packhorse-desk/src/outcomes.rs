//! Tables of outcomes: Ofsted's yearly file, its older layouts, and tables other people make of them.

mod columns;
mod council;
mod differences;
mod tabled;
mod value;

use crate::{Reader, Trouble};
use columns::{Columns, Group};
use packhorse_import::outcomes as table;
use serde::Serialize;
use std::path::Path;

pub use differences::{CompareOutcomes, Compared, Difference};
pub(crate) use tabled::tabled;
pub use value::TableJudgement;

/// One inspection of a table of outcomes.
#[derive(Debug, Clone, Serialize)]
pub struct Outcome {
    /// The sheet it stands on.
    pub sheet: String,
    /// The council, as the table names it.
    pub authority: String,
    /// The council's plain name, when it is one that is known.
    pub council: Option<String>,
    /// The council's code.
    pub code: Option<String>,
    /// First day of the inspection, as `2023-03-20`; as printed where that could not be read.
    pub inspected: Option<String>,
    /// The day of publication, likewise.
    pub published: Option<String>,
    /// Type of inspection or visit.
    pub kind: Option<String>,
    /// What a visit looked at.
    pub theme: Option<String>,
    /// Column heading and grade, as they stand in the table.
    pub grades: Vec<(String, String)>,
    /// The same by area, with the state where there is no grade.
    pub judgements: Vec<TableJudgement>,
    /// The page the row links to.
    pub link: Option<String>,
    /// The row as it stands, cell by cell.
    pub raw: Vec<String>,
}

/// The rows of a table of outcomes.
#[derive(Debug, Clone, Serialize)]
pub struct Outcomes {
    /// The rows, sheet by sheet.
    pub rows: Vec<Outcome>,
    /// What to know about the table.
    pub notices: Vec<String>,
}

/// Reads a table of outcomes.
///
/// # Errors
///
/// When the file is not a table, or no sheet has a column of councils.
pub fn outcomes(path: &Path, reader: &Reader) -> Result<Outcomes, Trouble> {
    let _span = tracing::info_span!("outcomes").entered();
    rows(&crate::reader::name(path), &reader.table(path)?)
}

fn rows(name: &str, table: &table::Table) -> Result<Outcomes, Trouble> {
    let rows: Vec<Outcome> = table.sheets.iter().flat_map(sheet_rows).collect();
    if rows.is_empty() {
        return Err(Trouble::fixable(
            format!("{name} has no table of outcomes that could be read."),
            "It needs a row of headings with a column of local authorities.",
        ));
    }
    let mut notices = Vec::new();
    let old = |row: &Outcome| row.inspected.as_deref().is_some_and(value::is_before_sif);
    if rows.iter().any(old) {
        notices.push("Rows before November 2013 print “requires improvement to be good” where reports said “adequate”. Hold them against the reports.".to_owned());
    }
    let undated = |day: &Option<String>| day.as_deref().is_some_and(|day| !value::is_day(day));
    if rows.iter().any(|row| undated(&row.inspected) || undated(&row.published)) {
        notices.push("Some dates could not be read and stand as the table prints them.".to_owned());
    }
    Ok(Outcomes { rows, notices })
}

/// The inspections of a sheet: one for each row, or several where the row tells of several.
fn sheet_rows(sheet: &table::Sheet) -> Vec<Outcome> {
    let Some((at, columns)) = columns::find(&sheet.rows) else { return Vec::new() };
    let rows = sheet.rows[at + 1..].iter();
    rows.flat_map(|row| columns.groups.iter().filter_map(|group| outcome(sheet, &columns, group, row)))
        .collect()
}

fn outcome(sheet: &table::Sheet, columns: &Columns, group: &Group, row: &table::Row) -> Option<Outcome> {
    let cell = |at: Option<usize>| {
        at.and_then(|at| row.cells.get(at)).map(|words| words.trim()).filter(|words| !words.is_empty())
    };
    let authority = cell(Some(columns.authority))?.to_owned();
    let inspected = cell(group.inspected).map(value::day);
    let grades: Vec<(String, String)> = group
        .grades
        .iter()
        .filter_map(|(at, heading)| Some((heading.clone(), cell(Some(*at))?.to_owned())))
        .collect();
    // Of several inspections in a row, those that did not take place are left out.
    if columns.groups.len() > 1 && inspected.is_none() && grades.is_empty() {
        return None;
    }
    let kind = cell(group.kind).map(str::to_owned).or_else(|| group.name.clone());
    let link = row.link.clone().or_else(|| cell(columns.link).map(str::to_owned));
    let code = cell(columns.code).map(str::to_owned);
    let judgements = group
        .grades
        .iter()
        .map(|(at, heading)| {
            value::judgement(heading, cell(Some(*at)), inspected.as_deref(), kind.as_deref())
        })
        .collect();
    Some(Outcome {
        sheet: sheet.name.clone(),
        council: council::named(&authority, code.as_deref(), link.as_deref()),
        authority,
        code,
        published: cell(group.published).map(value::day),
        inspected,
        kind,
        theme: cell(group.theme).map(str::to_owned),
        grades,
        judgements,
        link,
        raw: row.cells.clone(),
    })
}

#[cfg(test)]
mod tests;
