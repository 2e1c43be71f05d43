//! Tables of outcomes: Ofsted's annual file and tables shaped like it.

use crate::{Reader, Trouble};
use packhorse_import::outcomes as table;
use serde::Serialize;
use std::path::Path;

/// One row of a table of outcomes.
#[derive(Debug, Clone, Serialize)]
pub struct Outcome {
    /// The sheet it stands on.
    pub sheet: String,
    /// The council.
    pub authority: String,
    /// The council's code.
    pub code: Option<String>,
    /// First day of the inspection.
    pub inspected: Option<String>,
    /// The day of publication.
    pub published: Option<String>,
    /// Type of inspection or visit.
    pub kind: Option<String>,
    /// What a visit looked at.
    pub theme: Option<String>,
    /// Column heading and grade, as they stand in the table.
    pub grades: Vec<(String, String)>,
    /// The page the row links to.
    pub link: Option<String>,
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
    let mut rows = Vec::new();
    for sheet in &table.sheets {
        rows.extend(sheet_rows(sheet));
    }
    if rows.is_empty() {
        return Err(Trouble::fixable(
            format!("{name} has no table of outcomes that could be read."),
            "It needs a row of headings with a column of local authorities.",
        ));
    }
    let mut notices = Vec::new();
    if rows.iter().any(|row| row.inspected.as_deref().is_some_and(|day| day < "2013-11-01")) {
        notices.push("Rows before November 2013 print “requires improvement to be good” where reports said “adequate”. Hold them against the reports.".to_owned());
    }
    Ok(Outcomes { rows, notices })
}

/// Columns found by the words of their heading.
struct Columns {
    authority: usize,
    code: Option<usize>,
    inspected: Option<usize>,
    published: Option<usize>,
    kind: Option<usize>,
    theme: Option<usize>,
    grades: Vec<(usize, String)>,
}

fn columns(header: &[String]) -> Option<Columns> {
    let folded: Vec<String> = header.iter().map(|heading| packhorse_recognise::fold(heading)).collect();
    let find =
        |words: &[&str]| folded.iter().position(|heading| words.iter().all(|word| heading.contains(word)));
    let authority = find(&["local authority name"]).or_else(|| {
        folded.iter().position(|heading| {
            matches!(heading.as_str(), "local authority" | "local_authority" | "authority")
        })
    })?;
    let dated =
        find(&["inspection", "date"]).or_else(|| find(&["start_date"])).or_else(|| find(&["visit date"]));
    let graded = |heading: &String| {
        ["overall effectiveness", "impact of leaders", "experiences and progress", "_grade"]
            .iter()
            .any(|words| heading.contains(words))
    };
    Some(Columns {
        authority,
        code: find(&["area code"]).or_else(|| find(&["urn"])),
        inspected: dated,
        published: find(&["publication", "date"]).or_else(|| find(&["publication_date"])),
        kind: find(&["type"]),
        theme: find(&["theme"]),
        grades: folded
            .iter()
            .enumerate()
            .filter(|(_, heading)| graded(heading))
            .map(|(at, _)| (at, header[at].clone()))
            .collect(),
    })
}

fn sheet_rows(sheet: &table::Sheet) -> Vec<Outcome> {
    let header = sheet
        .rows
        .iter()
        .take(12)
        .enumerate()
        .find_map(|(at, row)| columns(&row.cells).map(|columns| (at, columns)));
    let Some((at, columns)) = header.filter(|(_, columns)| !columns.grades.is_empty()) else {
        return Vec::new();
    };
    let cell = |row: &table::Row, at: Option<usize>| {
        at.and_then(|at| row.cells.get(at))
            .map(|words| words.trim().to_owned())
            .filter(|words| !words.is_empty())
    };
    sheet.rows[at + 1..]
        .iter()
        .filter_map(|row| {
            Some(Outcome {
                sheet: sheet.name.clone(),
                authority: cell(row, Some(columns.authority))?,
                code: cell(row, columns.code),
                inspected: cell(row, columns.inspected),
                published: cell(row, columns.published),
                kind: cell(row, columns.kind),
                theme: cell(row, columns.theme),
                grades: columns
                    .grades
                    .iter()
                    .filter_map(|(at, heading)| Some((heading.clone(), cell(row, Some(*at))?)))
                    .collect(),
                link: row.link.clone(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Outcomes, Trouble> {
        let limits = packhorse_import::Limits::default();
        rows("outcomes.csv", &table::read(text.as_bytes(), &limits).expect("a table"))
    }

    #[test]
    fn columns_are_found_by_the_words_of_their_heading() {
        let table = read(
            "Outcomes of inspections,,,,\n\
             Overall effectiveness,Inspection start date,Local authority name,Publication date,Type of inspection\n\
             Good,2023-03-20,Wexcombe,2023-05-19,Standard\n\
             ,2026-08-11,Aldermoor,,Focused visit\n",
        )
        .expect("it has councils and grades");
        let first = &table.rows[0];
        assert_eq!(first.authority, "Wexcombe", "the third column is the council's, by its heading");
        assert_eq!(first.inspected.as_deref(), Some("2023-03-20"));
        assert_eq!(first.published.as_deref(), Some("2023-05-19"));
        assert_eq!(first.kind.as_deref(), Some("Standard"));
        assert_eq!(first.grades, [("Overall effectiveness".to_owned(), "Good".to_owned())]);
        let second = &table.rows[1];
        assert!(second.grades.is_empty(), "an empty cell is no grade");
        assert_eq!(second.published, None);
    }

    #[test]
    fn a_table_without_councils_is_told_in_words() {
        let trouble = read("Colour,Number\nred,1\n").expect_err("no column of councils");
        assert_eq!(trouble.message, "outcomes.csv has no table of outcomes that could be read.");
    }

    #[test]
    fn grades_of_the_old_scale_are_pointed_out_and_never_converted() {
        let table = read(
            "Local authority name,Inspection start date,Overall effectiveness\n\
             Wexcombe,2012-07-02,Adequate\n",
        )
        .expect("a table");
        assert_eq!(table.rows[0].grades[0].1, "Adequate");
        assert_eq!(table.notices.len(), 1);
    }
}
