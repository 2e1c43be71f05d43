use super::{made_of, plan};
use crate::fixture::{sure, wexcombe};
use crate::{TabledGrade, TabledInspection, outline_text};
use chrono::NaiveDate;
use packhorse_model::composed::{Block, Composed, Table};
use packhorse_model::{Bearing, Grade, Source};

fn table<'a>(composed: &'a Composed, section: &str) -> Option<&'a Table> {
    let section = composed.sections.iter().find(|known| known.id == section)?;
    section.blocks.iter().find_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
}

fn tabled(inspected: &str, area: &str, grade: &str) -> TabledInspection {
    TabledInspection {
        source: None,
        inspected: inspected.parse::<NaiveDate>().ok(),
        published: None,
        kind: None,
        grades: vec![TabledGrade {
            area: area.to_owned(),
            grade: Grade::AsPrinted(grade.to_owned()),
            note: None,
        }],
    }
}

#[test]
fn a_bar_is_drawn_only_where_words_say_the_same() {
    let sources = wexcombe();
    let (composed, _) = made_of("committee-chair", &plan(&sources), &sources).expect("a pack");
    let table = table(&composed, "themes-over-time").expect("two inspections make a table");
    assert!(table.alt.as_deref().is_some_and(|alt| alt.contains("two inspections")), "{:?}", table.alt);
    let bars = table.rows.iter().flatten().filter(|cell| !cell.bar.is_empty());
    for cell in bars {
        let words: String =
            cell.paragraphs.iter().flatten().map(|run| run.text.replace('\u{a0}', " ")).collect();
        for (bearing, count) in &cell.bar {
            let name = match bearing {
                Bearing::Strength => "strength",
                Bearing::Priority => "priority action",
                _ => "concern",
            };
            assert!(words.contains(&format!("{count} {name}")), "{words}");
        }
    }
}

#[test]
fn one_inspection_has_no_themes_over_time() {
    let sources: Vec<Source> = wexcombe().drain(..1).collect();
    let (composed, _) = made_of("committee-chair", &plan(&sources), &sources).expect("a pack");
    assert!(table(&composed, "themes-over-time").is_none());
}

#[test]
fn a_grade_without_a_report_comes_from_the_table_and_says_so() {
    let sources = wexcombe();
    let mut plan = plan(&sources);
    plan.tabled = vec![tabled("2012-05-14", "overall", "Requires improvement to be good")];
    let (composed, _) = made_of("committee-chair", &plan, &sources).expect("a pack");
    let text = outline_text(&composed);
    assert!(text.contains("May 2012, from Ofsted’s table"), "{text}");
    assert!(
        text.contains("adequate (shown as requires improvement in Ofsted’s table) / from Ofsted’s table"),
        "{text}"
    );
    let table = table(&composed, "judgements").expect("a table");
    let breaks: Vec<bool> = table.columns.iter().map(|column| column.breaks).collect();
    assert_eq!(breaks, [false, false, true, false], "the scale changes before 2023, and a visit has none");
}

#[test]
fn a_table_never_overrides_a_report_and_the_difference_is_said() {
    let sources = wexcombe();
    let mut plan = plan(&sources);
    plan.tabled = vec![tabled("2023-03-20", "leaders", "Outstanding")];
    let (composed, _) = made_of("committee-chair", &plan, &sources).expect("a pack");
    let text = outline_text(&composed);
    assert!(!text.contains("from Ofsted’s table"), "the report is here: {text}");
    assert!(
        text.contains("prints Good; Ofsted’s table has Outstanding. The report’s grade is shown."),
        "{text}"
    );
}

#[test]
fn a_dashed_line_stands_where_the_framework_changes() {
    let mut sources = wexcombe();
    let (composed, _) = made_of("committee-chair", &plan(&sources), &sources).expect("a pack");
    let drawn = |composed: &Composed| {
        table(composed, "judgements").is_some_and(|table| table.columns.iter().any(|column| column.breaks))
    };
    assert!(!drawn(&composed), "a visit under the same framework parts nothing");
    sources[1].facts.framework = Some(sure("ilacs-2026".to_owned()));
    let (composed, _) = made_of("committee-chair", &plan(&sources), &sources).expect("a pack");
    assert!(drawn(&composed));
}
