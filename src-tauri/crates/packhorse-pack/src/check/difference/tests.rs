use crate::check::{check_quotation, told};
use crate::fixture::letter;
use packhorse_model::Verdict;

const SENTENCE: &str = "However, plans are not always clear, and managers do not challenge drift, although most \
    children are seen alone by social workers who know them well.";

fn phrases(text: &str) -> Vec<String> {
    told(&check_quotation(text, &[&letter(&["Nothing else is said here.", SENTENCE])]).difference)
}

fn meaning(text: &str) -> Option<String> {
    check_quotation(text, &[&letter(&["Nothing else is said here.", SENTENCE])]).meaning
}

#[test]
fn each_way_to_change_words_has_its_name() {
    assert_eq!(
        phrases("managers challenge drift, although children are seen alone"),
        ["left out: “do not”", "left out: “most”"]
    );
    assert_eq!(
        phrases("most young children are seen alone by social workers"),
        ["put in: “young”"],
        "the sentence goes on, and that is no difference"
    );
    assert_eq!(
        phrases("children are seen quickly by social workers who know them well"),
        ["“quickly” in the place of “alone”"]
    );
    assert_eq!(
        phrases("most children are seen by social workers alone who know them well"),
        ["moved: “alone”"],
        "nothing is lost, and the reader is told so"
    );
    let there = letter(&["When needs grow, there are clear systems in place for their cases."]);
    let moved = check_quotation("clear systems are in place", &[&there]);
    assert_eq!((moved.verdict, told(&moved.difference)), (Verdict::Differs, vec!["moved: “are”".to_owned()]));
}

#[test]
fn marks_are_told_apart_from_words() {
    assert_eq!(
        phrases("managers do not challenge drift although most children are seen quickly by social workers"),
        ["punctuation: “drift” in the place of “drift,”", "“quickly” in the place of “alone”"]
    );
    let hyphen = letter(&["Help is child focused and timely."]);
    let check = check_quotation("Help is child-focused and timely", &[&hyphen]);
    assert_eq!(check.verdict, Verdict::Punctuation);
    assert_eq!(told(&check.difference), ["punctuation: “child-focused” in the place of “child focused”"]);
}

#[test]
fn a_lost_not_or_but_is_flagged_and_other_losses_are_not() {
    for (text, word) in [
        ("managers do challenge drift", "not"),
        ("plans are … always clear", "not"),
        ("plans are not always clear … most children are seen alone", "not"),
        ("managers do not challenge drift … most children are seen alone", "although"),
        ("plans are [not] not always clear", "not"),
    ] {
        let meaning = meaning(text);
        assert!(
            meaning.as_ref().is_some_and(|told| told.contains(&format!("“{word}”"))),
            "{text}: {meaning:?}"
        );
    }
    for text in [
        "most children are seen by social workers who know them well",
        "most children are seen … by social workers",
        "managers do never challenge drift",
        "plans are not always clear",
    ] {
        assert_eq!(meaning(text), None, "{text}");
    }
}

#[test]
fn what_the_edges_cut_off_is_noted_and_changes_no_verdict() {
    for (text, note) in [
        ("always clear", "In the source the word before these is “not”."),
        ("managers do not challenge drift", "The source’s sentence begins with “However,”."),
    ] {
        let check = check_quotation(text, &[&letter(&[SENTENCE])]);
        let note = note.replace("“However,”", "“however”");
        assert_eq!((check.verdict, check.note.as_deref()), (Verdict::Exact, Some(note.as_str())), "{text}");
    }
    let goes_on = letter(&["Help is prompt, but plans drift."]);
    let check = check_quotation("Help is prompt", &[&goes_on]);
    assert_eq!(check.note.as_deref(), Some("The source’s sentence goes on with “but”."));
}
