use super::*;
use crate::fixture::{desk, letter, press, visit};
use packhorse_model::{Confidence, Source};

fn sources() -> Vec<Source> {
    let mut unsure = letter(2, "Aldermoor", "Some children wait.");
    if let Some(authority) = &mut unsure.facts.authority {
        authority.confidence = Confidence::Check;
    }
    unsure.facts.inspected = Some(crate::fixture::sure("2027-01".parse().map(day).expect("a month")));
    vec![visit(), press(3, "said nowhere"), unsure]
}

fn day(from: packhorse_model::PartialDate) -> packhorse_model::DateRange {
    packhorse_model::DateRange { from, to: None }
}

fn files(desk: &Desk, request: &PapersRequest) -> Vec<String> {
    let papers = desk.list_papers(request).expect("papers");
    papers.sources.into_iter().map(|row| row.file_name).collect()
}

fn all() -> PapersRequest {
    PapersRequest { most: 100, ..PapersRequest::default() }
}

#[test]
fn documents_are_found_by_words_of_what_a_list_shows() {
    let (_home, desk) = desk(&sources());
    let with = |words: &str| files(&desk, &PapersRequest { words: words.into(), ..all() });
    assert_eq!(
        with(""),
        ["letter-1.pdf", "press-3.txt", "letter-2.pdf"],
        "in the order they were brought in"
    );
    assert_eq!(with("wexcombe LETTER"), ["letter-1.pdf"], "each word, in any place and any size");
    assert_eq!(with("press release"), ["press-3.txt"], "by what it is");
    assert_eq!(with("letter-2"), ["letter-2.pdf"], "by its file");
    assert_eq!(with("wexcombe press"), Vec::<String>::new());
}

#[test]
fn documents_are_found_by_council_by_kind_and_by_what_waits() {
    let (_home, desk) = desk(&sources());
    assert_eq!(files(&desk, &PapersRequest { council: "Aldermoor".into(), ..all() }), ["letter-2.pdf"]);
    assert_eq!(files(&desk, &PapersRequest { council: "–".into(), ..all() }), ["press-3.txt"]);
    let kinds = vec!["letter".to_owned(), "report".to_owned()];
    assert_eq!(files(&desk, &PapersRequest { kinds, ..all() }), ["letter-1.pdf", "letter-2.pdf"]);
    assert_eq!(files(&desk, &PapersRequest { waiting: true, ..all() }), ["letter-2.pdf"]);
    assert_eq!(desk.about(false).expect("about").to_check, 1);
}

#[test]
fn the_newest_comes_first_when_asked_for_and_all_that_fit_are_counted() {
    let (_home, desk) = desk(&sources());
    let newest = PapersRequest { newest: true, ..all() };
    assert_eq!(
        files(&desk, &newest),
        ["letter-2.pdf", "letter-1.pdf", "press-3.txt"],
        "no day is the oldest"
    );
    let one = desk.list_papers(&PapersRequest { most: 1, ..newest }).expect("papers");
    assert_eq!((one.sources.len(), one.total), (1, 3));
}

#[test]
fn documents_come_in_the_order_they_are_named_and_one_that_is_gone_does_not() {
    let (_home, desk) = desk(&sources());
    let mut ids: Vec<String> =
        desk.list_papers(&all()).expect("papers").sources.into_iter().map(|row| row.id).collect();
    ids.reverse();
    ids.insert(1, "gone".to_owned());
    ids.push(ids[0].clone());
    let named = PapersRequest { ids: Some(ids), ..all() };
    assert_eq!(files(&desk, &named), ["letter-2.pdf", "press-3.txt", "letter-1.pdf"], "each once");
    let none = PapersRequest { ids: Some(Vec::new()), ..all() };
    assert_eq!(files(&desk, &none), Vec::<String>::new(), "none are named");
}

#[test]
fn what_came_in_since_a_moment_is_told_from_what_was_there() {
    let (_home, desk) = desk(&sources());
    let added = desk.library().sources().expect("a list")[1].added.timestamp_millis();
    let since = PapersRequest { since: Some(added), ..all() };
    assert!(files(&desk, &since).contains(&"press-3.txt".to_owned()), "that very moment counts");
    let later = PapersRequest { since: Some(added + 3_600_000), ..all() };
    assert_eq!(files(&desk, &later), Vec::<String>::new());
}
