use super::*;
use crate::fixture::{desk, facts, letter, press, sure};
use crate::{Choice, Desk, Inspections, InspectionsRequest};
use packhorse_model::{Facts, Source, SourceKind};

fn report(id: u128, council: &str, published: &str) -> Source {
    let mut report = letter(id, council, &format!("Help came quickly to child {id}."));
    report.facts = Facts {
        kind: Some(sure("inspection-report".to_owned())),
        framework: Some(sure("ilacs".to_owned())),
        authority: Some(sure(council.to_owned())),
        published: Some(sure(published.parse().expect("a date"))),
        ..facts(SourceKind::Report)
    };
    report
}

/// A report and a visit of Wexcombe with a story about it, a report of Aldermoor, and a story of nobody.
fn papers() -> Vec<Source> {
    let mut visit = letter(2, "Wexcombe", "Decisions at the front door are timely.");
    visit.facts.theme = Some(sure("the front door".to_owned()));
    let mut story = press(3, "said nowhere");
    story.facts.authority = Some(sure("Wexcombe".to_owned()));
    story.facts.inspected = visit.facts.inspected.clone();
    story.facts.published = Some(sure("2026-09-12".parse().expect("a day")));
    vec![
        report(1, "Wexcombe", "2022-03-07"),
        visit,
        story,
        report(4, "Aldermoor", "2024-05"),
        press(5, "nothing"),
    ]
}

fn asked(desk: &Desk, wanted: Wanted) -> Inspections {
    let request = InspectionsRequest { wanted, most: 100, ..InspectionsRequest::default() };
    desk.inspections(&request).expect("the library can be read")
}

fn files(reply: &Inspections) -> Vec<&str> {
    reply.inspections.iter().flat_map(|row| &row.papers).map(|paper| paper.row.file_name.as_str()).collect()
}

#[test]
fn everything_but_the_kind_asks_for_inspections_and_the_kind_for_documents() {
    let (_home, desk) = desk(&papers());
    let of = |wanted: Wanted| files(&asked(&desk, wanted)).join(" ");
    assert_eq!(of(Wanted::default()), "letter-4.pdf letter-2.pdf press-3.txt letter-1.pdf press-5.txt");
    assert_eq!(of(Wanted { council: "Aldermoor".into(), ..Wanted::default() }), "letter-4.pdf");
    assert_eq!(of(Wanted { council: UNKNOWN.into(), ..Wanted::default() }), "press-5.txt");
    assert_eq!(of(Wanted { year: "2026".into(), ..Wanted::default() }), "letter-2.pdf press-3.txt");
    assert_eq!(of(Wanted { framework: UNKNOWN.into(), ..Wanted::default() }), "press-5.txt");
    assert_eq!(
        of(Wanted { theme: "Front door and decision-making".into(), ..Wanted::default() }),
        "letter-2.pdf press-3.txt"
    );
    assert_eq!(of(Wanted { kind: "press-release".into(), ..Wanted::default() }), "press-3.txt press-5.txt");
    let none = Wanted { council: "Aldermoor".into(), kind: "letter".into(), ..Wanted::default() };
    assert_eq!(asked(&desk, none).total, 0, "an inspection without documents is not shown");
}

#[test]
fn the_choices_are_those_of_the_whole_library_whatever_is_shown() {
    let (_home, desk) = desk(&papers());
    let nothing = Wanted { council: "nobody".into(), ..Wanted::default() };
    let reply = asked(&desk, nothing);
    assert!(reply.inspections.is_empty() && reply.councils.is_empty());
    let said = |choices: &[Choice]| -> Vec<String> {
        choices.iter().map(|choice| format!("{} = {}", choice.value, choice.words)).collect()
    };
    let choices = &reply.choices;
    assert_eq!(
        said(&choices.council),
        ["Aldermoor = Aldermoor", "Wexcombe = Wexcombe", "– = Council not known"],
        "what is not known comes last"
    );
    assert_eq!(said(&choices.kind), ["letter = Letter", "press-release = Press release", "report = Report"]);
    assert_eq!(said(&choices.framework).last().map(String::as_str), Some("– = Framework not known"));
    assert_eq!(
        said(&choices.year),
        ["2026 = 2026", "2024 = 2024", "2022 = 2022", "– = Year not stated"],
        "the newest first"
    );
    assert_eq!(said(&choices.theme), ["Front door and decision-making = Front door and decision-making"]);
}

#[test]
fn no_more_are_given_than_are_asked_for_and_all_are_counted() {
    let (_home, desk) = desk(&papers());
    let request = InspectionsRequest { most: 2, ..InspectionsRequest::default() };
    let reply = desk.inspections(&request).expect("inspections");
    assert_eq!(files(&reply), ["letter-4.pdf", "letter-2.pdf", "press-3.txt"]);
    assert_eq!(reply.total, 4);
    let counts: Vec<(Option<&str>, u32)> =
        reply.councils.iter().map(|count| (count.authority.as_deref(), count.documents)).collect();
    assert_eq!(
        counts,
        [(Some("Aldermoor"), 1), (Some("Wexcombe"), 3)],
        "a council’s head counts what is further down as well"
    );
}

#[test]
fn what_was_chosen_and_is_gone_is_told() {
    let (_home, desk) = desk(&papers());
    let all = asked(&desk, Wanted::default());
    let ids: Vec<String> =
        all.inspections.iter().flat_map(|row| &row.papers).map(|paper| paper.source.clone()).collect();
    desk.remove_source(&crate::SourceRequest { source: ids[0].clone() }).expect("removed");
    let wanted = Wanted { council: "nobody".into(), ..Wanted::default() };
    let request = InspectionsRequest { wanted, chosen: ids[..2].to_vec(), ..InspectionsRequest::default() };
    let reply = desk.inspections(&request).expect("inspections");
    assert_eq!(reply.chosen, ids[1..2], "it is still here, though it is not shown");
}

#[test]
fn one_council_alone_has_a_timeline_and_a_paper_stands_on_it_where_it_was_published() {
    let (_home, desk) = desk(&papers());
    assert_eq!(asked(&desk, Wanted::default()).timeline, None, "two councils have no timeline together");
    let nobody = Wanted { council: UNKNOWN.into(), ..Wanted::default() };
    assert_eq!(asked(&desk, nobody).timeline, None, "nobody’s papers are not one council’s");
    let wanted = Wanted { council: "Wexcombe".into(), ..Wanted::default() };
    let request = InspectionsRequest { wanted, most: 1, ..InspectionsRequest::default() };
    let timeline = desk.inspections(&request).expect("inspections").timeline.expect("one council");
    let points: Vec<(&str, &str, bool)> = timeline
        .points
        .iter()
        .map(|point| (point.order.as_str(), point.what.as_str(), point.inspection))
        .collect();
    assert_eq!(
        points,
        [
            ("2026-08-11", "Focused visit", true),
            ("2022-03-07", "Inspection", true),
            ("2026-09-12", "Press release", false)
        ],
        "all of them, however few are listed"
    );
    assert_eq!(
        (timeline.council.as_str(), timeline.points[2].day.as_str()),
        ("Wexcombe", "12 September 2026")
    );
}
