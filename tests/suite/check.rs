//! Quotations of the inspectors held against what the inspectors wrote.

use packhorse_tests::{objects_with, packhorse, plain, sample, values};
use serde_json::Value;
use std::path::Path;

/// The checked quotations of a file as pairs of words and verdict.
pub(crate) fn checked(file: &Path, against: &Path) -> Vec<(String, String, Value)> {
    let words =
        ["check".as_ref(), file.as_os_str(), "--against".as_ref(), against.as_os_str(), "--json".as_ref()];
    let ended = packhorse(words);
    ended.expect(&[0], "both files can be read").without_panic();
    let values = values(&ended.out);
    let quotations = values.iter().flat_map(|value| objects_with(value, "check"));
    let field = |value: &Value, name: &str| value[name].as_str().map(plain).unwrap_or_default();
    quotations.map(|value| (field(value, "text"), field(value, "check"), value.clone())).collect()
}

fn verdict<'list>(list: &'list [(String, String, Value)], part: &str) -> &'list (String, String, Value) {
    let found = list.iter().find(|(words, _, _)| words.contains(part));
    found.unwrap_or_else(|| panic!("no quotation holds “{part}”: {list:#?}"))
}

#[test]
fn one_changed_word_is_found_and_the_sentence_of_the_letter_is_given() {
    let list = checked(&sample("2026-09-11_press-release.html"), &sample("2026-09-10_focused-visit.pdf"));
    let (_, check, whole) = verdict(&list, "strong progress");
    assert_eq!(check, "differs", "the letter says steady");
    assert!(whole.to_string().contains("steady progress"), "the reader sees what the letter says: {whole}");
    assert_eq!(verdict(&list, "calm, curious and kind").1, "exact");
    assert_eq!(verdict(&list, "histories are read before a decision").1, "exact");
    assert_eq!(verdict(&list, "listened to and are given help quickly").1, "exact");
}

#[test]
fn exact_words_are_never_called_wrong() {
    let quoted = [
        ("2026-09-12_news.txt", "wait until the next working day"),
        ("2026-09-12_news.txt", "Too many children who may be at risk of significant harm"),
        ("2026-09-12_news.txt", "did not find a child who had been hurt as a result."),
        ("2026-09-12_news.txt", "calm, curious and kind"),
        ("2026-09-12_opposition-statement.txt", "steady progress"),
        ("2026-09-12_opposition-statement.txt", "They did not act with enough urgency"),
        ("2026-09-12_opposition-statement.txt", "calm, curious and kind"),
    ];
    for (name, words) in quoted {
        let list = checked(&sample(name), &sample("2026-09-10_focused-visit.pdf"));
        let check = &verdict(&list, words).1;
        assert_eq!(
            check, "exact",
            "{name}: the letter says just that, whatever the marks around it: {words}"
        );
    }
}

#[test]
fn what_a_council_says_is_not_held_against_the_letter() {
    let list = checked(&sample("2026-09-12_news.txt"), &sample("2026-09-10_focused-visit.pdf"));
    let alarms: Vec<_> =
        list.iter().filter(|(_, check, _)| check == "differs" || check == "not-found").collect();
    assert!(alarms.is_empty(), "the story quotes the letter exactly each time: {alarms:#?}");
}

#[test]
fn without_the_letter_nothing_is_called_exact() {
    let list = checked(&sample("2026-09-11_press-release.html"), &sample("2018-11-30_inspection.pdf"));
    assert!(!list.is_empty());
    let assured: Vec<_> =
        list.iter().filter(|(_, check, _)| check == "exact" || check == "punctuation").collect();
    assert!(assured.is_empty(), "the report of 2018 holds none of these words: {assured:#?}");
}
