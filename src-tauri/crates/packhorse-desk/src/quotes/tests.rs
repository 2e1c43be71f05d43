use super::*;
use crate::fixture::{KIND, desk, press, visit};

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

#[test]
fn a_quote_at_second_hand_is_cited_from_the_letter_once_that_is_asked_for() {
    let words = "calm, curious and kind";
    let (_home, desk) = desk(&[visit(), press(2, words)]);
    let sources = desk.list(&crate::LibraryRequest::default()).expect("a list").sources;
    let story =
        sources.iter().find(|row| row.source_kind == "press-release").expect("the release").id.clone();
    let start = press(2, words).document.text.find(words).expect("the release says so");
    let request = Pick {
        source: story.clone(),
        start,
        end: start + words.len(),
        bearing: Bearing::Strength,
        note: None,
    };
    let second_hand = desk.pick(&request).expect("whole words were picked");
    let mut pack = crate::fixture::form(&desk);
    pack.quotes = vec![second_hand.id.clone()];
    let pack = desk.save_pack(&pack).expect("a saved pack");
    let listed = desk.quotes(&QuotesRequest { source: Some(story), words: None }).expect("the quotes").quotes;
    assert_eq!(listed[0].primary.as_deref(), Some("Ofsted, letter of 10 September 2026, page 1"));
    let cited =
        desk.cite_primary(&QuoteRequest { quote: second_hand.id.clone() }).expect("the letter is here");
    assert_eq!((cited.words.as_str(), cited.bearing), (words, Bearing::Strength));
    assert!(cited.citation.starts_with("Ofsted, letter of 10 September 2026"), "{}", cited.citation);
    let form = desk.pack(&crate::PackRequest { pack: pack.id }).expect("the pack");
    assert_eq!(form.quotes, std::slice::from_ref(&cited.id), "the pack has it in its place");
    assert!(desk.cite_primary(&QuoteRequest { quote: cited.id }).is_err(), "it is first hand now");
    assert!(desk.cite_primary(&QuoteRequest { quote: second_hand.id }).is_err(), "the old one is gone");
}
