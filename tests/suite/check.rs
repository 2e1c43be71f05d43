//! Quotations of the inspectors held against what the inspectors wrote.

use crate::library::Kept;
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

#[test]
fn a_whole_library_is_looked_through_and_where_else_the_words_stand_is_told() {
    let kept = Kept::new();
    let papers = [
        sample("2018-11-30_inspection.pdf"),
        sample("2026-09-10_focused-visit.pdf"),
        sample("2026-09-11_press-release.html"),
        sample("2026-09-12_news.txt"),
    ];
    let papers: Vec<&Path> = papers.iter().map(std::path::PathBuf::as_path).collect();
    kept.run(&["import"], &papers).expect(&[0], "the samples can be read").without_panic();
    let statement = sample("2026-09-12_opposition-statement.txt");
    let ended = kept.run(&["check", "--json"], &[&statement]);
    let answer = values(&ended.expect(&[0], "the library is there").out).remove(0);
    let quotes = answer["quotes"].as_array().expect("quotations").clone();
    let kind =
        quotes.iter().find(|quote| plain(quote["text"].as_str().unwrap_or("")).contains("calm, curious"));
    let kind = kind.expect("the statement quotes the letter");
    assert_eq!(kind["check"], "exact");
    assert_eq!(kind["document"], "wexcombe_2026-09-10_focused-visit.pdf");
    assert_eq!(kind["repeat"], true, "the release printed it a day before");
    let also: Vec<&str> = objects_with(&kind["also_in"], "document")
        .into_iter()
        .filter_map(|one| one["document"].as_str())
        .collect();
    assert_eq!(also, ["wexcombe_2026-09-11_press-release.html", "wexcombe_2026-09-12_news.txt"]);
    let all = values(&kept.run(&["quotes", "--check", "--json"], &[]).expect(&[0], "it can be listed").out);
    let files: Vec<&str> = all.iter().filter_map(|paper| paper["file"].as_str()).collect();
    assert_eq!(files, ["wexcombe_2026-09-11_press-release.html", "wexcombe_2026-09-12_news.txt"]);
    let changed = all.iter().flat_map(|paper| objects_with(paper, "check"));
    let changes: Vec<String> = changed
        .flat_map(|one| one["changes"].as_array().cloned().unwrap_or_default())
        .map(|phrase| phrase.as_str().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(changes, ["“strong” in the place of “steady”"], "one word of all was changed");
}

#[test]
fn a_sentence_of_the_letter_without_marks_is_found() {
    let (release, letter) = (sample("2026-09-11_press-release.html"), sample("2026-09-10_focused-visit.pdf"));
    let ended = packhorse([
        "check".as_ref(),
        release.as_os_str(),
        "--against".as_ref(),
        letter.as_os_str(),
        "--json".as_ref(),
    ]);
    let answer = values(&ended.expect(&[0], "both files can be read").out).remove(0);
    let copied = answer["copied"].as_array().expect("a list").clone();
    assert_eq!(copied.len(), 1, "{copied:#?}");
    assert!(
        copied[0]["text"].as_str().is_some_and(|text| text.starts_with("The team that receives contacts"))
    );
    assert_eq!(copied[0]["page"], 1);
}
