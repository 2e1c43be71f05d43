//! A table of outcomes beside the reports of the library: what differs is shown, and nothing is changed.

use super::{Outcome, Outcomes, council};
use crate::{Desk, Trouble};
use chrono::NaiveDate;
use packhorse_library::Entry;
use packhorse_model::Judgement;
use packhorse_recognise::fold;
use serde::Serialize;
use std::path::PathBuf;

/// Asks how a table of outcomes differs from the reports of the library.
#[derive(Debug, Clone)]
pub struct CompareOutcomes {
    /// The table.
    pub file: PathBuf,
}

/// What a table says and a report says otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The council.
    pub authority: String,
    /// The first day of the inspection, as the report has it.
    pub inspected: String,
    /// `grade`, `inspected` or `published`.
    pub field: &'static str,
    /// The area's id, for a grade.
    pub area: Option<String>,
    /// What the table says.
    pub table: String,
    /// What the report says. It stays.
    pub report: String,
    /// The report's id in the library.
    pub source: String,
    /// The report's title.
    pub source_title: String,
    /// The sheet of the table.
    pub sheet: String,
    /// Why they may differ.
    pub note: Option<String>,
}

/// A table beside the reports of the library.
#[derive(Debug, Clone, Serialize)]
pub struct Compared {
    /// The rows of the table.
    pub rows: Vec<Outcome>,
    /// What to know about the table.
    pub notices: Vec<String>,
    /// How many reports of the library have a row in the table.
    pub compared: usize,
    /// What differs.
    pub differences: Vec<Difference>,
}

/// Days that a table's first day may lie from a report's and still be the same inspection.
const NEAR: i64 = 14;

impl Desk {
    /// Holds a table of outcomes against the reports of the library. Neither is changed.
    ///
    /// # Errors
    ///
    /// When the file is no such table, or the library cannot be read.
    pub fn compare_outcomes(&self, request: &CompareOutcomes) -> Result<Compared, Trouble> {
        let table = super::outcomes(&request.file, &self.reader)?;
        let reports = self.library().sources()?;
        Ok(compared(table, &reports))
    }
}

fn compared(table: Outcomes, reports: &[Entry]) -> Compared {
    let reports: Vec<&Entry> = reports.iter().filter(|entry| entry.facts.is_primary()).collect();
    let (mut count, mut differences) = (0, Vec::new());
    for report in reports {
        let rows = rows_of(report, &table.rows);
        count += usize::from(!rows.is_empty());
        for row in rows {
            for difference in differ(row, report) {
                // The same inspection stands on several sheets of Ofsted's file.
                let known = |other: &Difference| {
                    Difference { sheet: difference.sheet.clone(), ..other.clone() } == difference
                };
                if !differences.iter().any(known) {
                    differences.push(difference);
                }
            }
        }
    }
    Compared { rows: table.rows, notices: table.notices, compared: count, differences }
}

/// The rows that tell of a report's inspection: the same council, and the same first day or one near it.
fn rows_of<'a>(report: &Entry, rows: &'a [Outcome]) -> Vec<&'a Outcome> {
    let facts = &report.facts;
    let (Some(authority), Some(inspected)) = (&facts.authority, &facts.inspected) else { return Vec::new() };
    let name = council::plain(&authority.value);
    let day = inspected.value.from.earliest();
    let visit = facts.kind.as_ref().is_some_and(|kind| kind.value.ends_with("-visit-letter"));
    let same = |row: &&Outcome| {
        let council = row.council.as_deref().unwrap_or(&row.authority);
        let first = row.inspected.as_deref().and_then(|day| day.parse::<NaiveDate>().ok());
        let near = first.is_some_and(|first| (first - day).num_days().abs() <= NEAR);
        let kind = row.kind.as_deref().map(fold).unwrap_or_default();
        council::plain(council) == name && near && (kind.contains("visit") == visit)
    };
    rows.iter().filter(same).collect()
}

fn differ(row: &Outcome, report: &Entry) -> Vec<Difference> {
    let facts = &report.facts;
    let Some(inspected) = &facts.inspected else { return Vec::new() };
    let first = inspected.value.from.earliest().to_string();
    let difference =
        |field, area: Option<&str>, table: &str, report_says: &str, note: Option<&str>| Difference {
            authority: row.council.clone().unwrap_or_else(|| row.authority.clone()),
            inspected: first.clone(),
            field,
            area: area.map(str::to_owned),
            table: table.to_owned(),
            report: report_says.to_owned(),
            source: report.id.to_string(),
            source_title: report.title.clone(),
            sheet: row.sheet.clone(),
            note: note.map(str::to_owned),
        };
    let mut found = Vec::new();
    if let Some(day) = row.inspected.as_deref().filter(|day| *day != first) {
        found.push(difference("inspected", None, day, &first, None));
    }
    let published = facts.published.as_ref().map(|fact| fact.value.to_string());
    if let (Some(table), Some(report)) = (&row.published, &published)
        && table != report
    {
        found.push(difference("published", None, table, report, None));
    }
    for judged in &row.judgements {
        let (Some(area), Some(grade)) = (&judged.area, &judged.grade) else { continue };
        let Some(said) = judgement(&facts.judgements, area, &first) else { continue };
        if let Some(printed) = said.grade.printed()
            && level(printed) != level(grade)
        {
            let note = judged.note.as_deref().filter(|_| fold(printed).contains("adequate"));
            found.push(difference("grade", Some(area), grade, printed, note));
        }
    }
    found
}

/// The report's judgement of an area. Ofsted's table puts the one grade that children in care and care
/// leavers had together until 2022 under “children in care”.
fn judgement<'a>(judgements: &'a [Judgement], area: &str, day: &str) -> Option<&'a Judgement> {
    let named = |area: &str| judgements.iter().find(|judgement| judgement.area == area);
    let together = area == "children-in-care" && day < "2023-01-01";
    named(area).or_else(|| together.then(|| named("care-and-care-leavers")).flatten())
}

/// A grade without what its wording adds: “Requires improvement to be good”, “Grade 3 (adequate)”.
fn level(grade: &str) -> String {
    let folded = fold(grade);
    let known = ["outstanding", "requires improvement", "inadequate", "adequate", "good"];
    known.iter().find(|known| folded.contains(*known)).map_or(folded.clone(), |known| (*known).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use packhorse_model::{Confidence, DateRange, Digest, Format, Grade, SourceId, SourceKind};

    fn report(day: &str, judgements: &[(&str, &str)]) -> Entry {
        let judgement = |(area, grade): &(&str, &str)| Judgement {
            area: (*area).to_owned(),
            area_as_printed: (*area).to_owned(),
            grade: Grade::AsPrinted((*grade).to_owned()),
            place: None,
            rule: "test".to_owned(),
            confidence: Confidence::Sure,
        };
        let facts = packhorse_model::Facts {
            kind: Some(fixture::sure("inspection-report".to_owned())),
            authority: Some(fixture::sure("Bristol".to_owned())),
            inspected: Some(fixture::sure(DateRange { from: day.parse().expect("a day"), to: None })),
            judgements: judgements.iter().map(judgement).collect(),
            ..fixture::facts(SourceKind::Report)
        };
        Entry {
            id: SourceId(uuid::Uuid::from_u128(7)),
            file_name: "report.pdf".into(),
            title: "Inspection of Bristol".into(),
            digest: Digest::of(b"report"),
            format: Format::Pdf,
            pages: Some(3),
            added: chrono::DateTime::UNIX_EPOCH,
            revision: 1,
            to_check: 0,
            quotes: 0,
            facts,
        }
    }

    fn table(text: &str) -> Outcomes {
        let limits = packhorse_import::Limits::default();
        let cells = packhorse_import::outcomes::read(text.as_bytes(), &limits).expect("a table");
        super::super::rows("table.csv", &cells).expect("outcomes")
    }

    const HEAD: &str = "Local authority name,Inspection date,Overall effectiveness,The experiences and progress of children in care\n";

    #[test]
    fn what_differs_from_a_report_is_shown_and_the_report_stays() {
        let table = table(&format!("{HEAD}\"Bristol, City of\",16/01/2023,Good,Good\n"));
        let report = report(
            "2023-01-16",
            &[("overall", "Requires improvement to be good"), ("children-in-care", "Good")],
        );
        let compared = compared(table, std::slice::from_ref(&report));
        assert_eq!(compared.compared, 1);
        let [difference] = compared.differences.as_slice() else { panic!("{:?}", compared.differences) };
        assert_eq!((difference.field, difference.area.as_deref()), ("grade", Some("overall")));
        assert_eq!(
            (difference.table.as_str(), difference.report.as_str()),
            ("Good", "Requires improvement to be good")
        );
        assert_eq!(report.facts.judgements[0].grade.words(), "Requires improvement to be good");
    }

    #[test]
    fn wording_and_the_grade_of_both_groups_together_are_no_differences() {
        let table = table(&format!("{HEAD}Bristol,2019-01-16,Requires improvement to be good,Good\n"));
        let report =
            report("2019-01-16", &[("overall", "Requires improvement"), ("care-and-care-leavers", "Good")]);
        assert!(compared(table, &[report]).differences.is_empty());
    }

    #[test]
    fn an_adequate_shown_as_requires_improvement_says_so() {
        let table = table(&format!("{HEAD}Bristol,2012-05-14,Requires improvement to be good,\n"));
        let compared = compared(table, &[report("2012-05-14", &[("overall", "Grade 3 (adequate)")])]);
        let note = compared.differences[0].note.as_deref();
        assert_eq!(note, Some("adequate (shown as requires improvement in Ofsted’s table)"));
    }

    #[test]
    fn another_inspection_of_the_council_is_not_compared() {
        let table = table(&format!("{HEAD}Bristol,2019-01-16,Inadequate,\nBristol,2023-01-18,Good,\n"));
        let compared = compared(table, &[report("2023-01-16", &[("overall", "Good")])]);
        let fields: Vec<_> = compared.differences.iter().map(|difference| difference.field).collect();
        assert_eq!(fields, ["inspected"], "two days apart is the same inspection with another first day");
    }
}
