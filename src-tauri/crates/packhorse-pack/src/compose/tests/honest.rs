//! What is there and what is not is said, and an older report is not taken for today's.

use super::{made_of, messages, plan};
use crate::fixture::{span_of, sure, wexcombe};
use crate::{Pick, Plan, outline_text};
use chrono::NaiveDate;
use packhorse_model::composed::Block;
use packhorse_model::{Bearing, BlockKind, Rank, Source, SourceId};

const OLDER: &str = "Leaders are ambitious for children and know their services well.";

fn pick(source: &Source, words: &str, bearing: Bearing) -> Pick {
    Pick::new(source.quote(span_of(source, words)).expect("its words").stored(), bearing)
}

fn text_of(id: &str, plan: &Plan, sources: &[Source]) -> String {
    outline_text(&made_of(id, plan, sources).expect("a pack").0)
}

#[test]
fn strengths_of_an_older_report_are_not_in_the_young_peoples_paper_and_are_named() {
    let sources = wexcombe();
    let mut plan = plan(&sources);
    plan.picks.insert(0, pick(&sources[0], OLDER, Bearing::Strength));
    let (composed, notices) = made_of("young-people", &plan, &sources).expect("a pack");
    let text = outline_text(&composed);
    assert!(!text.contains(OLDER) && !text.contains("19 May 2023"), "{text}");
    assert!(messages(&notices).contains("it is from before the newest inspection"), "{}", messages(&notices));
    assert!(text.contains("Quotation 1."), "the first that stands there is the first: {text}");
    let chair = text_of("committee-chair", &plan, &sources);
    assert!(chair.contains(OLDER), "{chair}");
}

#[test]
fn quotations_of_several_documents_stand_under_the_name_of_each() {
    let sources = wexcombe();
    let mut plan = plan(&sources);
    let heading = |plan: &Plan, words: &str| text_of("committee-chair", plan, &sources).contains(words);
    assert!(!heading(&plan, "# The letter of 10 September 2026"), "one document needs no name");
    plan.picks.push(pick(&sources[0], OLDER, Bearing::Strength));
    let text = text_of("committee-chair", &plan, &sources);
    assert!(text.contains("The letter of 10 September 2026: focused visit\n"), "{text}");
    assert!(text.contains("The report of 19 May 2023: ILACS\n"), "{text}");
}

#[test]
fn a_deadline_has_passed_only_when_the_report_came_out_long_ago() {
    let mut sources = wexcombe();
    sources.truncate(1);
    // A month has no day to count from.
    sources[0].facts.published = Some(sure("2023-05".parse().expect("a date")));
    let text = |made: (i32, u32, u32)| {
        let mut plan = plan(&sources);
        plan.made = NaiveDate::from_ymd_opt(made.0, made.1, made.2).unwrap_or_default();
        text_of("committee-chair", &plan, &sources)
    };
    let soon = text((2023, 8, 1));
    assert!(soon.contains("not worked out") && !soon.contains("Probably passed"), "{soon}");
    let later = text((2023, 11, 1));
    assert!(later.contains("Probably passed by now"), "{later}");
}

#[test]
fn what_an_earlier_letter_asked_for_by_a_day_to_come_is_due_and_what_is_over_is_not() {
    let mut sources = wexcombe();
    let words = [
        "The council should send Ofsted its second plan by 4 January 2027.",
        "The council should send Ofsted its first plan by 3 July 2026.",
    ];
    for words in words {
        sources[0].document.add(BlockKind::Paragraph, Some(1), words);
    }
    let plan = plan(&sources);
    let chair = text_of("committee-chair", &plan, &sources);
    assert!(
        chair.contains("second plan by 4 January 2027.” | Wexcombe | 4 January 2027 / printed"),
        "{chair}"
    );
    assert!(!chair.contains("first plan"), "{chair}");
    let young = text_of("young-people", &plan, &sources);
    assert!(!young.contains("second plan"), "{young}");
}

#[test]
fn a_sentence_that_leans_on_the_one_before_is_due_with_it() {
    let mut sources = wexcombe();
    let (on, words) =
        ("The council should set out its plan.", "It should be sent to Ofsted by 4 January 2027.");
    let source = &mut sources[1];
    let mut document = source.document.clone();
    document.add(BlockKind::Paragraph, Some(2), &format!("{on} {words}"));
    let (name, facts) = (source.file_name.clone(), source.facts.clone());
    *source = Source::new(source.id, name, source.digest.clone(), document, facts);
    let text = text_of("all-members", &plan(&sources), &sources);
    assert!(
        text.contains(&format!("“{words}” This goes on from “{on}” | Wexcombe | 4 January 2027 / printed")),
        "{text}"
    );
}

#[test]
fn areas_judged_together_before_are_not_said_to_be_unjudged() {
    let mut sources = wexcombe();
    let judged = &mut sources[0].facts.judgements;
    let (mut together, mut apart) = (judged[0].clone(), judged[0].clone());
    together.area = "care-and-care-leavers".to_owned();
    apart.area = "care-leavers".to_owned();
    let mut older = sources[0].clone();
    older.id = SourceId(uuid::Uuid::from_u128(77));
    older.facts.judgements = vec![together];
    older.facts.inspected = None;
    older.facts.published = Some(sure("2019-06-20".parse().expect("a date")));
    sources[0].facts.judgements.push(apart);
    sources.push(older);
    let text = text_of("committee-chair", &plan(&sources), &sources);
    assert!(text.contains("judged together: see the row for both"), "{text}");
}

#[test]
fn an_area_named_in_a_sentence_is_printed_without_the_verb_of_the_sentence() {
    let mut sources = wexcombe();
    let judgement = sources[0].facts.judgements.iter_mut().find(|judgement| judgement.area == "overall");
    judgement.expect("it is judged").area_as_printed = "Children’s services in Wexcombe are".to_owned();
    let text = text_of("committee-chair", &plan(&sources), &sources);
    assert!(text.contains("printed as “Children’s services in Wexcombe”"), "{text}");
}

#[test]
fn where_nothing_is_matched_what_was_asked_for_is_listed_and_nothing_is_said_to_be_missing() {
    let mut sources = wexcombe();
    let theirs = &mut sources[0].facts.findings;
    theirs.retain(|finding| finding.rank == Rank::Improvement);
    theirs.truncate(1);
    let words = "Leaders are ambitious for children and know their services well.";
    let span = span_of(&sources[0], words);
    let place = sources[0].document.place(span);
    let finding = &mut sources[0].facts.findings[0];
    (finding.text, finding.place) = (words.to_owned(), place);
    let text = text_of("committee-chair", &plan(&sources), &sources);
    assert!(text.contains("No words like these were found in the letter of 10 September 2026"), "{text}");
    assert!(text.contains(&format!("- “{words}”")), "{text}");
    assert!(!text.contains("| What is said now"), "{text}");
}

#[test]
fn a_story_without_a_day_whose_report_is_not_here_says_so_in_two_columns() {
    let mut sources = wexcombe();
    let release = &mut sources[2];
    release.facts.published = None;
    release.facts.quotations.truncate(1);
    release.facts.quotations[0].text = "generally of poor quality".to_owned();
    let text = text_of("committee-chair", &plan(&sources), &sources);
    assert!(text.contains("It prints no date and may be about an earlier inspection."), "{text}");
    assert!(text.contains("| Press release | Check\n"), "{text}");
}

#[test]
fn one_rank_for_all_is_no_column_and_a_strength_that_is_asked_for_is_no_question() {
    let mut sources = wexcombe();
    sources[1].facts.findings.retain(|finding| finding.rank == Rank::Improvement);
    let text = text_of("committee-chair", &plan(&sources), &sources);
    assert!(text.contains("| What inspectors ask for | Since\n"), "{text}");
    assert!(text.contains("Listed in the letter of 10 September 2026\n"), "{text}");
}

#[test]
fn what_is_counted_under_no_theme_makes_the_columns_add_up() {
    let sources = wexcombe();
    let (composed, _) = made_of("committee-chair", &plan(&sources), &sources).expect("a pack");
    let section =
        composed.sections.iter().find(|section| section.id == "themes-over-time").expect("a section");
    let table = section.blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let table = table.expect("a table");
    let column: u32 = table
        .rows
        .iter()
        .filter_map(|row| row.last())
        .flat_map(|cell| cell.paragraphs.iter().flatten())
        .flat_map(|run| run.text.split(|c: char| !c.is_ascii_digit()))
        .filter_map(|digits| digits.parse::<u32>().ok())
        .sum();
    let (strengths, concerns, priority) =
        crate::suggest::held(&sources[1], &crate::suggest::passages(&sources[1]));
    assert_eq!(column, strengths + concerns + priority);
}
