use super::*;
use std::collections::BTreeSet;

fn ids(text: &str) -> Vec<&'static str> {
    themes(text).into_iter().map(|hit| hit.id).collect()
}

#[test]
fn the_words_that_show_a_theme_are_the_passages_own() {
    let text = "Return-home  interviews with children who go missing aren’t prompt.";
    let found = themes(text);
    assert_eq!(found[0].id, "missing-children");
    let words: Vec<&str> = found[0].words.iter().map(|span| &text[span.range()]).collect();
    assert!(words.contains(&"Return-home  interviews") && words.contains(&"go missing"), "{words:?}");
}

#[test]
fn a_phrase_stands_at_the_borders_of_words() {
    assert_eq!(ids("The front door responds."), ["front-door"]);
    assert_eq!(ids("Plots of land."), Vec::<&str>::new(), "PLO is no part of another word");
    assert_eq!(ids("Courteous staff answer."), Vec::<&str>::new());
    assert_eq!(ids("Leaders were asked to send copies."), Vec::<&str>::new(), "sending is not SEND");
    assert!(ids("Children with SEND wait.").contains(&"disabled-children-and-send"));
    assert_eq!(ids("The courts’ timetable."), ["court-work"], "a plural is the same word");
}

#[test]
fn one_weak_word_shows_nothing_and_two_do() {
    assert_eq!(ids("Progress was made with staff retention in mind and capacity too."), ["workforce"]);
    assert_eq!(ids("Not enough data."), Vec::<&str>::new());
}

#[test]
fn words_inside_an_unlike_phrase_do_not_count() {
    assert!(!ids("Some children are missing education.").contains(&"missing-children"));
    assert!(!ids("The council finds children who are missing education soon.").contains(&"missing-children"));
    assert!(!ids("There are too few permanent social workers.").contains(&"permanence"));
    assert!(!ids("Leaders have adopted a new model.").contains(&"permanence"));
    assert!(
        !ids("Age assessments of unaccompanied children are timely.").contains(&"assessment-and-planning")
    );
    assert!(!ids("Police protection is used well.").contains(&"partnership"));
}

#[test]
fn a_passage_that_names_one_theme_in_passing_has_the_others() {
    let found =
        ids("Supervision is irregular, management oversight is weak, supervision records are thin and \
        managers do not challenge drift in reflective supervision of staff who visit the front door.");
    assert_eq!(found.first(), Some(&"supervision"));
}

#[test]
fn the_built_in_themes_can_be_read() {
    let known: BTreeSet<&str> = KNOWN.themes.iter().map(|theme| theme.id.as_str()).collect();
    assert_eq!(known.len(), KNOWN.themes.len(), "each id stands once");
    assert!(KNOWN.themes.iter().all(|theme| !theme.label.is_empty() && !theme.strong.is_empty()));
    assert_eq!(theme_label("front-door"), Some("Front door and decision-making"));
}

#[test]
fn one_pass_finds_what_looking_for_each_phrase_finds() {
    let phrases: Vec<&Phrase> = KNOWN
        .themes
        .iter()
        .flat_map(|theme| theme.strong.iter().chain(&theme.weak).chain(&theme.unless))
        .collect();
    let mut number = 12_345_u64;
    let mut any = |below: usize| {
        number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(number >> 33).unwrap_or(0) % below
    };
    let joins = [" ", ", ", "", "s ", " – ", "’s ", "-", "ing "];
    let mut hits = 0;
    for _ in 0..60 {
        let text: String =
            (0..12).flat_map(|_| [phrases[any(phrases.len())].words(), joins[any(joins.len())]]).collect();
        let looked = KNOWN.phrases.look(&text);
        for phrase in &phrases {
            let once = phrase.spans(&looked);
            assert_eq!(once, phrase.spans_one_by_one(&looked), "{} in {text}", phrase.words());
            hits += once.len();
        }
    }
    assert!(hits > 1_000, "the texts hold phrases: {hits}");
}
