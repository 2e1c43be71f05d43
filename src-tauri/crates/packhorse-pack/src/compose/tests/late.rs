use super::*;
use crate::{Late, Withheld};
use packhorse_model::composed::Numbers;

/// A pack whose letter came late.
fn with_late(reason: &str) -> (Plan, Vec<Source>) {
    let sources = wexcombe();
    let mut plan = plan(&sources);
    plan.sources = vec![sources[0].id, sources[2].id, sources[3].id];
    plan.late = vec![Late { reason: reason.to_owned(), sources: vec![sources[1].id], ..Late::default() }];
    (plan, sources)
}

fn section<'a>(composed: &'a Composed, id: &str) -> Option<&'a Section> {
    composed.sections.iter().find(|section| section.id == id)
}

#[test]
fn a_late_letter_stands_behind_the_paper_with_its_reason_and_changes_nothing_in_it() {
    let (plan, sources) = with_late("Ofsted published it after the agenda.");
    let (late, _) = made_of("committee-chair", &plan, &sources).expect("a pack");
    let own: Vec<_> = plan.picks.iter().filter(|pick| pick.quote.source != sources[1].id).cloned().collect();
    let before = Plan { late: Vec::new(), picks: own, ..plan.clone() };
    let (paper, _) = made_of("committee-chair", &before, &sources).expect("a pack");
    let main = late.sections.iter().filter(|section| section.numbers == Numbers::Main).cloned();
    assert_eq!(main.collect::<Vec<_>>(), paper.sections, "the paper is what it was");
    assert_eq!(late.cover, paper.cover, "its first page too, with the reading time");
    let item = section(&late, "late-1").expect("the late item");
    assert_eq!(
        (item.numbers, item.heading.as_str()),
        (Numbers::Late, "Late item: the letter of 10 September 2026")
    );
    let words = crate::outline::section_words(item);
    assert!(
        words.contains("(Why this is late and cannot wait) Ofsted published it after the agenda."),
        "{words}"
    );
    assert!(words.contains("calm, curious and kind") && words.contains("Priority action."), "{words}");
    let front = section(&late, "late-items").expect("the chair is told first");
    let words = crate::outline::section_words(front);
    assert_eq!(front.numbers, Numbers::Before);
    assert!(words.contains("special circumstances") && words.contains("100B(4)(b)"), "{words}");
}

#[test]
fn numbers_of_quotations_and_sources_go_on_where_the_paper_stopped() {
    let (plan, sources) = with_late("It is late.");
    let (late, _) = made_of("committee-chair", &plan, &sources).expect("a pack");
    let numbers: Vec<u32> = crate::proof::quotes(&late).map(|quote| quote.number).collect();
    assert_eq!(numbers, (1..=u32::try_from(numbers.len()).expect("few")).collect::<Vec<_>>());
    let mut ids: Vec<&str> = crate::proof::quotes(&late).map(|quote| quote.id.as_str()).collect();
    ids.dedup();
    assert_eq!(ids.len(), numbers.len(), "no two have one anchor");
}

#[test]
fn a_late_item_may_be_withheld_and_leaves_no_gap() {
    let (mut plan, sources) = with_late("It is late.");
    plan.late.push(Late {
        heading: Some("The reply".into()),
        reason: "It came this morning.".into(),
        text: Some("The reply is in.".into()),
        ..Late::default()
    });
    let audience = Audience::built_in("committee-chair").expect("a template");
    let withheld = Withheld { sections: vec!["late-1".into()], ..Withheld::default() };
    let edition = Edition { audience: "committee-chair".into(), withheld, ..Edition::default() };
    let (composed, _) = compose(&plan, &edition, &audience, &sources).expect("a pack");
    assert_eq!(
        section(&composed, "late-1").map(|section| section.heading.as_str()),
        Some("Late item: The reply")
    );
    let text = outline_text(&composed);
    assert!(section(&composed, "late-2").is_none() && text.contains("One item was added"), "{text}");
    assert!(!text.contains("Social workers at the front door"), "the letter is nowhere: {text}");
    let all = Edition {
        withheld: Withheld { sections: vec!["late-1".into(), "late-2".into()], ..Withheld::default() },
        ..edition
    };
    let (none, _) = compose(&plan, &all, &audience, &sources).expect("a pack");
    assert!(!outline_text(&none).to_lowercase().contains("late item"), "nor is it said that there are any");
}

#[test]
fn a_copy_from_which_something_exempt_is_left_out_says_why_only_when_it_is_to() {
    let sources = wexcombe();
    let plan = plan(&sources);
    let audience = Audience::built_in("committee-chair").expect("a template");
    let text = |exempt: Vec<u8>| {
        let withheld = Withheld { sections: vec!["deadlines".into()], exempt, ..Withheld::default() };
        let edition = Edition { audience: "committee-chair".into(), withheld, ..Edition::default() };
        outline_text(&compose(&plan, &edition, &audience, &sources).expect("a pack").0)
    };
    assert!(text(vec![1]).contains("is exempt under paragraph 1 of Schedule 12A"));
    assert!(text(vec![1]).contains("the public interest in maintaining the exemption"));
    assert!(!text(Vec::new()).contains("exempt"), "a reason nobody gave is not printed");
}

#[test]
fn the_chairs_questions_open_with_what_leaders_know_how_and_what_they_plan() {
    let (chair, _) = made("committee-chair");
    let questions = section(&chair, "questions").expect("questions");
    let asked: Vec<&str> = questions
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Question(question) => Some(question.ask.as_str()),
            _ => None,
        })
        .collect();
    assert!(asked[0].starts_with("What can you tell us about how good practice is in Wexcombe"), "{asked:?}");
    assert!(
        asked[1].starts_with("How do you know that?") && asked[2].starts_with("What are you going to do")
    );
    assert!(asked.len() > 3, "then come the findings: {asked:?}");
}
