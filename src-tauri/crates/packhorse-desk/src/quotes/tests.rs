use super::*;
use crate::fixture::{KIND, desk, press, visit};
use packhorse_model::{Edit, Span, Weight};
use std::collections::HashMap;

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
    assert_eq!(listed[0].primary.as_deref(), Some("Ofsted, 10 September 2026, p. 1"));
    let cited =
        desk.cite_primary(&QuoteRequest { quote: second_hand.id.clone() }).expect("the letter is here");
    assert_eq!((cited.words.as_str(), cited.bearing), (words, Bearing::Strength));
    assert!(cited.citation.starts_with("Ofsted, 10 September 2026"), "{}", cited.citation);
    let form = desk.pack(&crate::PackRequest { pack: pack.id }).expect("the pack");
    assert_eq!(form.quotes, std::slice::from_ref(&cited.id), "the pack has it in its place");
    assert!(desk.cite_primary(&QuoteRequest { quote: cited.id }).is_err(), "it is first hand now");
    assert!(desk.cite_primary(&QuoteRequest { quote: second_hand.id }).is_err(), "the old one is gone");
}

fn omit(words: &str) -> Edit {
    let start = KIND.find(words).expect("the quote holds them");
    Edit::Omit { span: Span { start, end: start + words.len() } }
}

#[test]
fn words_left_out_and_put_in_are_shown_as_such_and_the_words_stay() {
    let (_home, desk) = desk(&[visit()]);
    let quote = pick(&desk);
    let edits = vec![omit(" at the front door"), Edit::Insert { at: KIND.len(), words: " sic ".into() }];
    let request = ChangeQuote { quote: quote.id, bearing: quote.bearing, note: None, edits: Some(edits) };
    let card = desk.change_quote(&request).expect("the edits fit");
    let shown: Vec<&str> = card.shown.iter().map(|part| part.text.as_str()).collect();
    assert_eq!(shown, ["Social workers", "[…]", " are calm, curious and kind.", "[sic]"]);
    assert_eq!(card.words, KIND, "the words are the source's");
    let kept = ChangeQuote { edits: None, note: Some("ask".into()), ..request };
    assert_eq!(desk.change_quote(&kept).expect("a note").edits.len(), 2, "a note changes no edit");
    let undone = desk.change_quote(&ChangeQuote { edits: Some(Vec::new()), ..kept }).expect("no edits");
    assert_eq!(undone.shown.len(), 1);
}

#[test]
fn an_edit_that_leaves_nothing_standing_is_not_made() {
    let (_home, desk) = desk(&[visit()]);
    let quote = pick(&desk);
    for edits in [vec![omit(KIND)], vec![omit("front door"), omit("door are")]] {
        let request =
            ChangeQuote { quote: quote.id.clone(), bearing: quote.bearing, note: None, edits: Some(edits) };
        let trouble = desk.change_quote(&request).expect_err("it does not fit");
        assert!(trouble.message.starts_with("The quote stays as it is"), "{trouble:?}");
    }
}

#[test]
fn several_quotes_are_weighed_or_removed_in_one_step() {
    let (_home, desk) = desk(&[visit()]);
    let whole = pick(&desk);
    let start = visit().document.text.find(KIND).expect("the letter says so");
    let part = Pick {
        source: whole.source.clone(),
        start,
        end: start + "Social workers".len(),
        bearing: Bearing::Context,
        note: None,
    };
    let part = desk.pick(&part).expect("whole words");
    let both = vec![whole.id, part.id];
    let request =
        ChangeQuotes { quotes: both.clone(), weight: Some(Weight::Must), ..ChangeQuotes::default() };
    desk.change_quotes(&request).expect("both are there");
    let listed = || desk.quotes(&QuotesRequest::default()).expect("the quotes").quotes;
    assert!(listed().iter().all(|card| card.weight == Some(Weight::Must)));
    assert_eq!(listed()[1].bearing, Bearing::Context, "what was not asked for stays");
    let cleared = ChangeQuotes { quotes: both.clone(), clear_weight: true, ..ChangeQuotes::default() };
    desk.change_quotes(&cleared).expect("both are there");
    assert!(listed().iter().all(|card| card.weight.is_none()), "what was said can be taken back");
    desk.undo().expect("a step");
    assert!(listed().iter().all(|card| card.weight == Some(Weight::Must)), "and undone");
    desk.change_quotes(&ChangeQuotes { quotes: both, remove: true, ..ChangeQuotes::default() })
        .expect("both are there");
    assert!(listed().is_empty());
    assert_eq!(desk.undo().expect("a step").did.as_deref(), Some("remove 2 quotes"));
    assert_eq!(listed().len(), 2, "one undo brings both back");
}

#[test]
fn words_picked_again_take_the_quotes_place_in_its_packs() {
    let (_home, desk) = desk(&[visit()]);
    let old = pick(&desk);
    let mut pack = crate::fixture::form(&desk);
    pack.quotes = vec![old.id.clone()];
    let pack = desk.save_pack(&pack).expect("a saved pack");
    let start = visit().document.text.find(KIND).expect("the letter says so");
    let end = start + "Social workers at the front door".len();
    let new = desk.repick(&Repick { quote: old.id.clone(), start, end }).expect("words stand there");
    assert_eq!(new.words, "Social workers at the front door");
    assert_eq!(desk.pack(&crate::PackRequest { pack: pack.id }).expect("the pack").quotes, [new.id]);
    assert!(desk.repick(&Repick { quote: old.id, start, end }).is_err(), "the old one is gone");
}

#[test]
fn a_quote_picked_again_where_it_stands_stays() {
    let (_home, desk) = desk(&[visit()]);
    let old = pick(&desk);
    let start = visit().document.text.find(KIND).expect("the letter says so");
    let again = Repick { quote: old.id.clone(), start, end: start + KIND.len() };
    assert_eq!(desk.repick(&again).expect("the words stand there").id, old.id);
    assert_eq!(desk.quotes(&QuotesRequest::default()).expect("a list").quotes.len(), 1);
}

#[test]
fn what_comes_nearest_to_an_altered_quote_is_shown_beside_it() {
    let (_home, desk) = desk(&[visit()]);
    let id = pick(&desk).id.parse().expect("an id");
    let library = desk.library();
    let mut picked = library.quote(id).expect("it was just picked");
    let source = library.source(picked.quote.source).expect("its source");
    picked.quote.words = picked.quote.words.replace("calm", "slow");
    let now = card::now_there(&source, &picked).expect("the sentence is still much the same");
    assert!(now.words.contains("calm, curious"), "{now:?}");
    assert!(
        now.difference.iter().any(|part| part.change != "same" && part.words.contains("slow")),
        "{now:?}"
    );
}

#[test]
fn a_card_says_who_speaks_and_of_what() {
    let (_home, desk) = desk(&[visit()]);
    let card = pick(&desk);
    assert_eq!(card.speaker.as_deref(), Some("Inspectors"));
    assert!(card.themes.iter().any(|theme| theme.to_lowercase().contains("front door")), "{:?}", card.themes);
}
