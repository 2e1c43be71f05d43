use super::{made_of, messages, plan};
use crate::fixture::wexcombe;
use crate::{FollowUp, outline_text};
use packhorse_model::{BlockKind, Source, SourceId};

fn follow_up(source: SourceId, finding: &str) -> FollowUp {
    FollowUp {
        source,
        finding: finding.to_owned(),
        owner: Some("help-and-protection".to_owned()),
        due: Some("2027-02-01".to_owned()),
        state: Some("under-way".to_owned()),
        note: Some("Two posts are still empty.".to_owned()),
    }
}

#[test]
fn who_sees_to_it_stands_in_the_ledger_and_what_nobody_said_is_not_stated() {
    let sources = wexcombe();
    let mut plan = plan(&sources);
    plan.follow_ups = vec![follow_up(sources[1].id, "How clearly managers set out")];
    plan.roles.insert("help-and-protection".to_owned(), "Head of Safeguarding".to_owned());
    let (composed, _) = made_of("cabinet-member", &plan, &sources).expect("a pack");
    let text = outline_text(&composed);
    assert!(
        text.contains("| Head of Safeguarding | 1 February 2027 | under way / Manager’s note: Two posts"),
        "{text}"
    );
    assert!(
        text.contains("| not stated | not stated | not stated"),
        "the other item is nobody’s yet: {text}"
    );
    let (chair, _) = made_of("committee-chair", &plan, &sources).expect("a pack");
    assert!(!outline_text(&chair).contains("Two posts"), "the chair gets no private advice");
}

#[test]
fn where_nothing_is_stated_of_any_area_one_sentence_says_so() {
    let sources = wexcombe();
    let (composed, _) = made_of("committee-chair", &plan(&sources), &sources).expect("a pack");
    let text = outline_text(&composed);
    assert!(text.contains("| What inspectors ask for | Rank | Since\n"), "{text}");
    assert!(
        text.contains("Who owns each of these, by when, and how far it has come was not stated"),
        "{text}"
    );
}

#[test]
fn the_state_of_an_earlier_item_stands_beside_what_is_said_now() {
    let sources = wexcombe();
    let mut plan = plan(&sources);
    plan.follow_ups = vec![follow_up(sources[0].id, "The take-up of return home interviews")];
    let (composed, _) = made_of("committee-chair", &plan, &sources).expect("a pack");
    let text = outline_text(&composed);
    assert!(text.contains("under way / Lead officer for help and protection, due 1 February 2027"), "{text}");
}

#[test]
fn a_follow_up_that_fits_nothing_is_named() {
    let sources = wexcombe();
    let mut plan = plan(&sources);
    plan.follow_ups =
        vec![follow_up(sources[1].id, "Adoption"), follow_up(SourceId(uuid::Uuid::nil()), "Fostering")];
    let (_, notices) = made_of("committee-chair", &plan, &sources).expect("a pack");
    let said = messages(&notices);
    assert!(said.contains("“Adoption” fits no area to improve of the letter of 10 September 2026"), "{said}");
    assert!(said.contains("“Fostering” is left out: its report or letter is not in this pack"), "{said}");
}

/// Adds an area to improve to the end of a document.
fn lists(source: &mut Source, words: &str) {
    let (mut document, mut facts) = (source.document.clone(), source.facts.clone());
    let span = document.add(BlockKind::Item { level: 1 }, Some(2), words).span;
    let mut more = facts.findings.last().expect("a finding").clone();
    more.themes.clear();
    more.text = words.to_owned();
    more.place = document.place(span);
    facts.findings.push(more);
    *source = Source::new(source.id, source.file_name.clone(), source.digest.clone(), document, facts);
}

#[test]
fn the_same_words_are_asked_for_again_and_like_words_are_only_proposed() {
    let mut sources = wexcombe();
    let old = sources[0].facts.findings[1].text.clone();
    lists(&mut sources[1], &old);
    let (composed, _) = made_of("committee-chair", &plan(&sources), &sources).expect("a pack");
    let text = outline_text(&composed);
    assert!(text.contains("| 2023, again 2026\n"), "{text}");
    assert!(text.contains("| 2026 / similar in 2023, please check\n"), "{text}");
}

#[test]
fn an_area_that_no_question_asks_about_is_named() {
    let mut sources = wexcombe();
    for number in 1..=16 {
        lists(&mut sources[1], &format!("Matter {number} of the register kept in the north office."));
    }
    let (_, notices) = made_of("committee-chair", &plan(&sources), &sources).expect("a pack");
    let said = messages(&notices);
    assert!(
        said.contains("No question in the Chair’s briefing asks about “Matter 16 of the register"),
        "{said}"
    );
    assert!(!said.contains("asks about “The response"), "what is most urgent is asked first: {said}");
    let sources = wexcombe();
    let (composed, notices) = made_of("committee-chair", &plan(&sources), &sources).expect("a pack");
    assert!(!messages(&notices).contains("No question"), "{}", messages(&notices));
    let text = outline_text(&composed);
    for words in ["On “The response to children who may", "“How clearly managers set out"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn the_minutes_given_are_held_against_the_reading_time() {
    let sources = wexcombe();
    let mut plan = plan(&sources);
    plan.minutes = Some(3);
    let (composed, _) = made_of("committee-chair", &plan, &sources).expect("a pack");
    let facts = &composed.cover.facts;
    assert!(
        facts
            .iter()
            .any(|(label, value)| label == "Reading time" && value.ends_with("; 3 minutes were given")),
        "{facts:?}"
    );
}

#[test]
fn what_is_asked_for_again_on_the_same_theme_in_other_words_is_said_to_be() {
    let mut sources = wexcombe();
    lists(&mut sources[0], "How often social workers have supervision.");
    lists(&mut sources[1], "The grip of management oversight on drift.");
    let (composed, _) = made_of("committee-chair", &plan(&sources), &sources).expect("a pack");
    let text = outline_text(&composed);
    assert!(
        text.contains("Listed, on the same theme: “The grip of management oversight on drift.”"),
        "{text}"
    );
    assert!(text.contains("same theme in 2023"), "{text}");
    assert!(text.contains("“Similar in” and “same theme in” name"), "{text}");
}

#[test]
fn what_the_newest_letter_says_of_earlier_areas_is_quoted_with_its_place() {
    let mut sources = wexcombe();
    let source = &mut sources[1];
    let (mut document, facts) = (source.document.clone(), source.facts.clone());
    let words = "Most of the areas for improvement of the last inspection have been dealt with.";
    document.add(BlockKind::Paragraph, Some(2), words);
    *source = Source::new(source.id, source.file_name.clone(), source.digest.clone(), document, facts);
    let (composed, _) = made_of("committee-chair", &plan(&sources), &sources).expect("a pack");
    let text = outline_text(&composed);
    assert!(text.contains(&format!("The letter of 10 September 2026 says: “{words}” (p. 2).")), "{text}");
    assert!(text.contains(&format!("the letter of 10 September 2026 says: “{words}” (p. 2).")), "{text}");
}
