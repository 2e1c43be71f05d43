use super::*;

fn read(text: &str) -> ReadFile {
    let limits = packhorse_import::Limits::default();
    let document = packhorse_import::read(text.as_bytes(), "news.txt", &limits).expect("a text");
    let facts = packhorse_recognise::recognise(&document);
    ReadFile { name: "news.txt".into(), bytes: text.as_bytes().to_vec(), document, facts }
}

const STORY: &str = "Help for children is quicker, inspectors say\n\n\
    By A Reporter\n\n12 September 2026\n\n\
    Ofsted visited Wexcombe Council. Councillor Ada Lorne said: “Families asked us to mend it, and we have.”\n";

fn about(field: &str) -> Explained {
    let all = explain(&read(STORY));
    let found = all.iter().find(|explained| explained.field == field);
    found.unwrap_or_else(|| panic!("nothing is said of {field}: {all:#?}")).clone()
}

#[test]
fn a_fact_is_shown_with_the_words_it_came_from() {
    let council = about("Council");
    assert_eq!(council.value, "Wexcombe");
    let words = council.words.expect("it stands in the text");
    assert_eq!(words.marked, "Wexcombe", "only the value is marked");
    assert!(words.before.ends_with("visited ") && words.after.starts_with(" Council."), "{words:?}");
    assert!(council.place.expect("it stands somewhere").contains("Paragraph"));
}

#[test]
fn a_quotation_names_its_speaker_and_how_that_was_told() {
    let quotation = about("Quotation");
    assert!(quotation.value.contains("Ada Lorne") && quotation.value.contains("we have."), "{quotation:?}");
    assert_eq!(quotation.rule, "The speaker is named before the words.");
}

#[test]
fn long_surroundings_are_cut_at_whole_words() {
    let long = "word ".repeat(60);
    assert!(tail(&long).starts_with("… word ") && tail(&long).chars().count() < AROUND + 8);
    assert!(head(&long).ends_with("word …"));
    assert_eq!(head("short"), "short");
}

#[test]
fn what_could_move_a_cursor_is_shown_as_a_mark() {
    assert_eq!(tidy("a\u{1b}[2Jb\u{202e}c\nd"), "a\u{fffd}[2Jb\u{fffd}c d");
}
