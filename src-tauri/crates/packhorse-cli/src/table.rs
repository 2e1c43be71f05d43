//! `outcomes`.

use crate::status::Status;
use crate::{desk, line, print};
use packhorse_desk::{CompareOutcomes, Reader, Trouble};
use std::path::{Path, PathBuf};

/// Reads a table of outcomes.
pub(crate) fn outcomes(file: &Path, json: bool) -> Result<Status, Trouble> {
    let table = packhorse_desk::outcomes(file, &Reader::of_this_program()?)?;
    table.notices.iter().for_each(|notice| eprintln!("{notice}"));
    if json {
        print(&table)?;
        return Ok(Status::Done);
    }
    for row in &table.rows {
        let grades: Vec<String> =
            row.grades.iter().map(|(heading, grade)| format!("{heading}: {grade}")).collect();
        let day = row.inspected.as_deref().unwrap_or("undated");
        line(&format!(
            "{}  {day}  {}  {}",
            row.authority,
            row.kind.as_deref().unwrap_or(""),
            grades.join("; ")
        ));
    }
    Ok(Status::Done)
}

/// Shows how a table of outcomes differs from the reports of a library.
pub(crate) fn compare(file: PathBuf, library: PathBuf, json: bool) -> Result<Status, Trouble> {
    let compared = desk(Some(library), true)?.compare_outcomes(&CompareOutcomes { file })?;
    compared.notices.iter().for_each(|notice| eprintln!("{notice}"));
    if json {
        print(&compared)?;
        return Ok(Status::Done);
    }
    let (reports, differ) = (compared.compared, compared.differences.len());
    eprintln!(
        "Reports of the library with a row in the table: {reports}. Differences: {differ}. Nothing was changed."
    );
    for difference in &compared.differences {
        let what = difference.area.as_deref().unwrap_or(difference.field);
        let note = difference.note.as_deref().map(|note| format!(" ({note})")).unwrap_or_default();
        line(&format!(
            "{}  {}  {what}: the table says “{}”, the report “{}”{note}  {}",
            difference.authority,
            difference.inspected,
            difference.table,
            difference.report,
            difference.source_title
        ));
    }
    Ok(Status::Done)
}
