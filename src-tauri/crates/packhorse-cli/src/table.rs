//! `outcomes`.

use crate::status::Status;
use crate::{line, print};
use packhorse_desk::{Reader, Trouble};
use std::path::Path;

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
