use super::*;
use crate::fixture::{KIND, desk, visit};

fn pick(desk: &Desk) -> QuoteCard {
    let source = desk.list(&crate::LibraryRequest::default()).expect("a list").sources.remove(0).id;
    let start = visit().document.text.find(KIND).expect("the letter says so");
    let request = Pick { source, start, end: start + KIND.len(), bearing: Bearing::Strength, note: None };
    desk.pick(&request).expect("whole words were picked")
}

#[test]
fn picked_words_are_exactly_those_of_the_source() {
    let (_home, desk) = desk(&[visit()]);
    let card = pick(&desk);
    assert_eq!(card.words, KIND);
    assert!(!card.altered);
    assert_eq!(card.verdict, Some(packhorse_model::Verdict::Exact));
}

#[test]
fn a_quote_whose_words_are_not_its_sources_is_flagged_as_altered() {
    let (_home, desk) = desk(&[visit()]);
    let id = pick(&desk).id.parse().expect("an id");
    let library = desk.library();
    let mut picked = library.quote(id).expect("it was just picked");
    let source = library.source(picked.quote.source).expect("its source");
    picked.quote.words = picked.quote.words.replace("calm", "slow");
    let card = made(&picked, &source, &HashMap::new());
    assert!(card.altered);
    assert_eq!(card.verdict, None, "no verdict is given for words nobody wrote");
}

#[test]
fn a_span_without_words_picks_nothing() {
    let (_home, desk) = desk(&[visit()]);
    let source = desk.list(&crate::LibraryRequest::default()).expect("a list").sources.remove(0).id;
    let request = Pick { source, start: 9_000, end: 9_001, bearing: Bearing::Context, note: None };
    let trouble = desk.pick(&request).expect_err("the letter is shorter");
    assert!(trouble.message.starts_with("Nothing was picked"));
}
