use super::*;
use crate::fixture::{KIND, desk, letter, press, visit};
use crate::{LibraryRequest, PasteIn};
use packhorse_model::Bearing;

fn id_of(desk: &Desk, kind: &str) -> String {
    let rows = desk.list(&LibraryRequest::default()).expect("a list").sources;
    rows.into_iter().find(|row| row.source_kind == kind).expect("it was kept").id
}

#[test]
fn a_release_is_held_against_every_letter_of_the_library_and_is_told_where_else_it_says_so() {
    let twin = letter(3, "Otherton", &format!("{KIND} So are others."));
    let (_home, desk) = desk(&[twin, visit(), press(2, "calm, curious and kind")]);
    let checked = desk.check_said(&CheckSaid { source: id_of(&desk, "press-release") }).expect("it is there");
    let said = &checked.quotations[0];
    assert_eq!(said.verdict, Verdict::Exact);
    let places: Vec<(&str, bool)> =
        said.also_in.iter().map(|also| (also.document.as_str(), also.primary)).collect();
    assert_eq!(places, [("letter-1.pdf", true)], "the other letter says so too");
    let offered = said.primary.as_ref().expect("the letter can be cited");
    assert_eq!(offered.words, "calm, curious and kind");
}

#[test]
fn words_that_are_picked_already_are_not_offered_as_new() {
    let (_home, desk) = desk(&[visit(), press(2, "calm, curious and kind")]);
    let release = CheckSaid { source: id_of(&desk, "press-release") };
    let offered = || {
        let checked = desk.check_said(&release).expect("it is there");
        checked.quotations.into_iter().next().and_then(|said| said.primary).expect("the letter has the words")
    };
    let first = offered();
    assert_eq!(first.picked, None);
    let (start, end) = (first.start, first.end);
    let pick = crate::Pick { source: first.source, start, end, bearing: Bearing::Context, note: None };
    let quote = desk.pick(&pick).expect("picked");
    assert_eq!(offered().picked, Some(quote.id));
}

#[test]
fn the_same_quotation_in_two_papers_counts_once() {
    let (_home, desk) = desk(&[
        visit(),
        press(2, "calm, curious and kind"),
        press(4, "front door are calm, curious and kind"),
    ]);
    let papers = desk.check_all_said().expect("the library can be read").papers;
    let repeats: Vec<bool> = papers.iter().map(|paper| paper.quotations[0].repeat).collect();
    assert_eq!(repeats, [false, true]);
    assert_eq!(papers[0].quotations[0].also_in[0].document, "press-4.txt");
    assert_eq!(papers[1].quotations[0].also_in[0].document, "press-2.txt");
}

#[test]
fn a_changed_word_is_told_in_a_phrase() {
    let checked =
        said(&press(2, "Social workers at the front door are calm, curious and quick"), &[&visit()]);
    assert_eq!(checked.quotations[0].verdict, Verdict::Differs);
    assert_eq!(checked.quotations[0].changes, ["“quick” in the place of “kind”"]);
    assert!(checked.quotations[0].primary.is_none());
}

#[test]
fn a_corrected_letter_is_taken_off_the_library_again() {
    let (_home, desk) = desk(&[visit(), press(2, "calm, curious and kind")]);
    let release = id_of(&desk, "press-release");
    let cited = |desk: &Desk| {
        let said = desk.check_said(&CheckSaid { source: release.clone() }).expect("it is there").quotations;
        said[0].citation.clone().unwrap_or_default()
    };
    assert!(cited(&desk).contains("10 September 2026"));
    let published = Some("2026-09-11".to_owned());
    let right =
        crate::Confirm { source: id_of(&desk, "letter"), field: "published".into(), value: published };
    desk.confirm(&right).expect("a day");
    assert!(cited(&desk).contains("11 September 2026"), "{}", cited(&desk));
    desk.remove_source(&crate::SourceRequest { source: id_of(&desk, "letter") }).expect("it is there");
    let gone = desk.check_said(&CheckSaid { source: release.clone() }).expect("it is there").quotations;
    assert_eq!(gone[0].verdict, Verdict::NoSource);
}

#[test]
fn a_library_without_sources_has_nothing_to_check() {
    let (_home, desk) = desk(&[]);
    assert!(desk.check_all_said().expect("an empty library").papers.is_empty());
    assert!(desk.paste_in(&PasteIn { name: String::new(), text: " ".into() }).is_err());
}
