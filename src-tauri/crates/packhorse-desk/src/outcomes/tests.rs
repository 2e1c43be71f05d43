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

#[test]
fn every_cell_is_a_grade_or_says_why_there_is_none() {
    let table = read(
        "urn,local_authority,inspection_link,pdf_filename,publication_date,inspection_framework,inspector_name,inspection_start_date,inspection_end_date,overall_effectiveness_grade,help_and_protection_grade,impact_of_leaders_grade,in_care_grade,care_leavers_grade\n\
         80437,Bristol,https://reports.example/44/801,a.pdf,17/03/23,ilacs,Ada Moss,16/01/2023,27/01/2023,to requires improvement,data_unreadable,good,good,\n\
         80438,Lisle,,b.pdf,04/02/19,ilacs,Ada Moss,03/12/2018,07/12/2018,good,,good,good,inspection_pre_dates_judgement\n\
         80439,Denes,,c.pdf,20/07/26,ilacs,Ada Moss,08/06/2026,12/06/2026,not_reported_post_reform,good,good,good,Not yet inspected\n",
    )
    .expect("a table");
    let states = |row: usize| -> Vec<String> {
        let words = |judged: &TableJudgement| {
            let area = judged.area.as_deref().unwrap_or("?");
            format!("{area} {}", judged.grade.as_deref().or(judged.state).unwrap_or(""))
        };
        table.rows[row].judgements.iter().map(words).collect()
    };
    assert_eq!(
        states(0),
        [
            "overall to requires improvement",
            "help-and-protection could-not-be-read",
            "leaders good",
            "children-in-care good",
            "care-leavers not-stated",
        ]
    );
    assert_eq!(states(1)[4], "care-leavers not-judged");
    assert_eq!(
        (states(2)[0].as_str(), states(2)[4].as_str()),
        ("overall no-longer-given", "care-leavers not-stated")
    );
    let first = &table.rows[0];
    assert_eq!(first.inspected.as_deref(), Some("2023-01-16"));
    assert_eq!(first.published.as_deref(), Some("2023-03-17"), "years of two figures");
    assert_eq!(first.link.as_deref(), Some("https://reports.example/44/801"));
    assert_eq!(first.council.as_deref(), Some("Bristol"));
    assert!(first.judgements[0].note.is_some(), "odd words are kept and pointed out");
    assert_eq!(first.raw.len(), 14, "the row is kept as it stands");
}

#[test]
fn empty_cells_of_older_inspections_and_visits_are_not_missing_data() {
    let table = read(
        "Local authority name,Inspection date,Inspection type,Overall effectiveness,The experiences and progress of care leavers\n\
         Wexcombe,2019-03-20,ILACS Standard Inspection,Good,\n\
         Wexcombe,2024-03-20,ILACS Focused Visit,,\n\
         Wexcombe,2026-05-20,ILACS Short Inspection,,Good\n",
    )
    .expect("a table");
    let state = |row: usize, at: usize| table.rows[row].judgements[at].state;
    assert_eq!(state(0, 1), Some("not-judged"), "care leavers had no grade of their own before 2023");
    assert_eq!((state(1, 0), state(1, 1)), (Some("not-judged"), Some("not-judged")), "visits give no grades");
    assert_eq!(state(2, 0), Some("no-longer-given"));
}

#[test]
fn a_row_that_tells_of_several_inspections_becomes_several() {
    let table = read(
        "Local authority inspections,,,,,,,,\n\
         Note: see guidance,,,,,,,,\n\
         ,,,,,,,,\n\
         ,,SLAC,,,SIF,,,ILACS\n\
         Local authority area code, Local authority name,SLAC inspection date,\" Overall\neffectiveness: safeguarding\",Overall effectiveness: looked after children,SIF inspection date,SIF publication date,Overall effectiveness,ILACS inspection date,Overall effectiveness,Impact of leaders\n\
         E06000023,\"Bristol, City of\",14/05/2012,Inadequate,Requires improvement to be good,10/09/2014,18/11/2014,Requires improvement to be good,24/09/2018,Good,Good\n\
         E99999999,Wexcombe,,,,10/09/2015,18/11/2015,Good,,,\n",
    )
    .expect("a table");
    let told: Vec<(&str, &str, &str)> = table
        .rows
        .iter()
        .map(|row| {
            (
                row.authority.as_str(),
                row.kind.as_deref().unwrap_or(""),
                row.inspected.as_deref().unwrap_or(""),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("Bristol, City of", "SLAC", "2012-05-14"),
            ("Bristol, City of", "SIF", "2014-09-10"),
            ("Bristol, City of", "ILACS", "2018-09-24"),
            ("Wexcombe", "SIF", "2015-09-10"),
        ]
    );
    let note = table.rows[0].judgements[1].note.as_deref();
    assert_eq!(note, Some("adequate (shown as requires improvement in Ofsted’s table)"));
    assert_eq!(table.rows[1].judgements[0].note, None, "after November 2013 the word is the report’s");
    assert_eq!(table.rows[0].grades[0].0, "Overall effectiveness: safeguarding", "a heading is one line");
}

#[test]
fn dates_are_read_as_people_write_them_or_left_as_they_stand() {
    for (words, day) in [
        ("2023-03-20", "2023-03-20"),
        ("2023-03-20 00:00:00", "2023-03-20"),
        ("20/03/2023", "2023-03-20"),
        ("20/03/23", "2023-03-20"),
        ("20-Mar-23", "2023-03-20"),
        ("20 March 2023", "2023-03-20"),
        ("spring 2023", "spring 2023"),
        ("03/20/2023", "03/20/2023"),
    ] {
        assert_eq!(value::day(words), day);
    }
}
