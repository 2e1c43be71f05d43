use super::*;
use crate::fixture::{desk, facts, letter, press, sure, visit};
use packhorse_model::{DateRange, PartialDate, Source, SourceKind};

fn rows(sources: &[Source], check: bool) -> (Vec<InspectionRow>, HashMap<String, String>) {
    let (_home, desk) = desk(sources);
    let list = desk.list(&crate::LibraryRequest::default()).expect("a list").sources;
    let names = list.into_iter().map(|row| (row.id, row.file_name)).collect();
    let request = InspectionsRequest { check, most: 100, ..InspectionsRequest::default() };
    let reply = desk.inspections(&request).expect("the library can be read");
    assert_eq!(reply.checked, check);
    (reply.inspections, names)
}

fn shown(sources: &[Source], check: bool) -> Vec<String> {
    let (rows, names) = rows(sources, check);
    let paper = |paper: &InspectionPaper| format!("{} ({:?})", names[&paper.source], paper.tie);
    let papers = |row: &InspectionRow| row.papers.iter().map(paper).collect::<Vec<_>>().join(", ");
    rows.iter().map(|row| format!("{}: {}", row.kind_words, papers(row))).collect()
}

fn day(written: &str) -> PartialDate {
    written.parse().expect("a date")
}

fn paper_of(id: u128, council: &str, inspected: &str) -> Source {
    let mut paper = press(id, "nothing anybody wrote in a letter");
    paper.facts.authority = Some(sure(council.to_owned()));
    paper.facts.inspected = Some(sure(DateRange { from: day(inspected), to: None }));
    paper
}

fn report(id: u128, inspected: &str) -> Source {
    // The same text is kept once, so each says something of its own.
    let mut report = letter(id, "Wexcombe", &format!("Help came quickly to child {id}."));
    report.facts = packhorse_model::Facts {
        kind: Some(sure("inspection-report".to_owned())),
        authority: Some(sure("Wexcombe".to_owned())),
        inspected: Some(sure(DateRange { from: day(inspected), to: None })),
        ..facts(SourceKind::Report)
    };
    report
}

#[test]
fn a_paper_stands_under_the_inspection_it_quotes_once_that_was_checked() {
    let story = press(2, "calm, curious and kind");
    let apart = ["Focused visit: letter-1.pdf (Own)", "Inspection not known: press-2.txt (Unknown)"];
    assert_eq!(shown(&[visit(), story.clone()], false), apart, "it names no council and no day");
    assert_eq!(shown(&[visit(), story], true), ["Focused visit: letter-1.pdf (Own), press-2.txt (Quotes)"]);
}

#[test]
fn a_paper_that_names_the_council_and_the_month_stands_under_that_visit() {
    let story = paper_of(2, "Wexcombe", "2026-08");
    assert_eq!(shown(&[visit(), story], false), ["Focused visit: letter-1.pdf (Own), press-2.txt (Days)"]);
    let elsewhere = paper_of(2, "Harrowdene", "2026-08");
    let rows = shown(&[visit(), elsewhere], false);
    assert_eq!(rows[0], "Inspection: press-2.txt (Days)", "another council's inspection, known from a story");
    let later = paper_of(2, "Wexcombe", "2026-09");
    assert_eq!(shown(&[visit(), later], false).len(), 2, "no visit in that month is here");
}

#[test]
fn what_fits_two_inspections_is_put_under_neither() {
    let (first, second) = (report(1, "2022-03-07"), report(2, "2022-11-07"));
    let rows = shown(&[first, second, paper_of(3, "Wexcombe", "2022")], false);
    assert_eq!(rows.len(), 3, "a year says which of two only to a guesser: {rows:?}");
}

#[test]
fn an_earlier_inspection_is_superseded_and_a_visit_supersedes_nothing() {
    let (rows, _) = rows(&[report(4, "2016-11-07"), report(5, "2022-03-07"), visit()], false);
    let seen: Vec<(&str, Option<i32>, bool)> =
        rows.iter().map(|row| (row.kind_words.as_str(), row.year, row.superseded)).collect();
    assert_eq!(
        seen,
        [
            ("Focused visit", Some(2026), false),
            ("Inspection", Some(2022), false),
            ("Inspection", Some(2016), true)
        ]
    );
}

#[test]
fn the_later_version_of_a_letter_leads_and_the_earlier_one_says_that_it_is_superseded() {
    let mut revised = letter(2, "Wexcombe", "Social workers are calm.");
    revised.facts.published = Some(sure(day("2026-10-01")));
    let (rows, names) = rows(&[visit(), revised], false);
    assert_eq!(rows.len(), 1, "one visit, twice reported");
    let papers: Vec<(&str, bool)> =
        rows[0].papers.iter().map(|paper| (names[&paper.source].as_str(), paper.superseded)).collect();
    assert_eq!(papers, [("letter-2.pdf", false), ("letter-1.pdf", true)]);
    assert_eq!(rows[0].lead.as_deref(), Some(rows[0].papers[0].source.as_str()));
}

#[test]
fn quotations_that_differ_are_counted_with_their_paper() {
    let (rows, _) = rows(&[visit(), press(2, "calm, curious and very kind")], true);
    let differs: Vec<u32> = rows.iter().flat_map(|row| &row.papers).map(|paper| paper.differs).collect();
    assert_eq!(differs, [0, 1]);
}

#[test]
fn two_documents_quoted_equally_often_leave_it_open() {
    let id = |number| SourceId(uuid::Uuid::from_u128(number));
    assert_eq!(most([id(1), id(2), id(1)].into_iter()), Some(id(1)));
    assert_eq!(most([id(1), id(2)].into_iter()), None);
    assert_eq!(most(std::iter::empty()), None);
}
