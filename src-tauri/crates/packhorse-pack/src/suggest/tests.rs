use super::*;
use crate::fixture::{add_finding, add_judgement, paragraphs, wexcombe};
use packhorse_model::BlockKind;

#[test]
fn strengths_and_concerns_are_picked_in_proportion_and_priority_actions_always() {
    let papers = wexcombe();
    let sources: Vec<&Source> = papers.iter().collect();
    let picks = suggest(&sources, 8);
    let count = |bearing: Bearing| picks.iter().filter(|pick| pick.bearing == bearing).count();
    assert_eq!(picks.len(), 8);
    assert_eq!(count(Bearing::Priority), 1);
    assert!(count(Bearing::Strength) >= 2, "{picks:#?}");
    assert!(count(Bearing::Improve) >= 2, "{picks:#?}");
    assert_eq!(count(Bearing::Statement), 2);
    let again = suggest(&sources, 8);
    assert_eq!(picks, again, "the same papers give the same picks");
}

#[test]
fn every_pick_is_what_its_source_says() {
    let papers = wexcombe();
    let sources: Vec<&Source> = papers.iter().collect();
    for pick in suggest(&sources, 40) {
        let source = papers.iter().find(|source| source.id == pick.quote.source).expect("its source");
        assert!(source.requote(&pick.quote).is_ok());
    }
}

#[test]
fn without_sources_or_room_nothing_is_picked() {
    assert!(suggest(&[], 5).is_empty());
    let papers = wexcombe();
    assert!(suggest(&papers.iter().collect::<Vec<_>>(), 0).is_empty());
}

/// The words of the statements that are suggested after a change to the press release.
fn statements_after(change: impl Fn(&mut Source)) -> Vec<String> {
    let mut papers = wexcombe();
    papers.truncate(3);
    change(&mut papers[2]);
    let picks = suggest(&papers.iter().collect::<Vec<_>>(), 12);
    let said = picks.into_iter().filter(|pick| pick.bearing == Bearing::Statement);
    said.map(|pick| pick.quote.words).collect()
}

#[test]
fn a_statement_nobody_can_be_named_for_is_not_suggested() {
    assert_eq!(statements_after(|_| {}).len(), 1);
    let unsure =
        |paper: &mut Source| paper.facts.quotations[2].confidence = packhorse_model::Confidence::Check;
    assert!(statements_after(unsure).is_empty());
}

#[test]
fn a_paper_without_a_day_or_from_long_before_is_not_suggested() {
    assert!(statements_after(|paper| paper.facts.published = None).is_empty());
    let dated = |day: &'static str| {
        move |paper: &mut Source| {
            paper.facts.published = Some(crate::fixture::sure(day.parse().expect("a date")));
        }
    };
    assert!(statements_after(dated("2023-05-20")).is_empty());
    assert_eq!(statements_after(dated("2026-01-20")).len(), 1);
}

#[test]
fn the_comma_at_the_end_of_a_statement_is_not_taken() {
    let said = statements_after(|paper| {
        let said = &mut paper.facts.quotations[2];
        said.span.end = said.span.start + "I am grateful to every member of our front door team".len();
        paper.document.text.replace_range(said.span.end..=said.span.end, ",");
        let said = &mut paper.facts.quotations[2];
        said.span.end += 1;
    });
    assert_eq!(said, ["I am grateful to every member of our front door team"]);
}

#[test]
fn what_the_newest_document_lists_is_picked_before_what_its_sentences_say() {
    let papers = wexcombe();
    let picks = suggest(&papers.iter().collect::<Vec<_>>(), 8);
    for finding in papers[1].facts.findings.iter().filter(|finding| finding.rank != Rank::Strength) {
        assert!(picks.iter().any(|pick| pick.quote.span == finding.place.span), "“{}”", finding.text);
    }
}

#[test]
fn why_an_area_is_graded_lower_than_the_others_is_quoted() {
    let concern = "Too many children in care wait too long for a home that meets their needs.";
    let listed: Vec<String> = (1..=6)
        .map(|number| format!("The quality of plan number {number}, which is not yet good."))
        .collect();
    let mut blocks = vec![(BlockKind::Heading { level: 2 }, "What needs to improve?")];
    blocks.extend(listed.iter().map(|words| (BlockKind::Item { level: 1 }, words.as_str())));
    blocks.push((BlockKind::Heading { level: 2 }, "The experiences and progress of children in care"));
    blocks.push((BlockKind::Paragraph, concern));
    let mut source = paragraphs(&blocks);
    listed.iter().for_each(|words| add_finding(&mut source, Rank::Improvement, words));
    let area = "The experiences and progress of children in care";
    add_judgement(&mut source, "children-in-care", area, "Requires improvement to be good");
    let quoted = |source: &Source| suggest(&[source], 4).iter().any(|pick| pick.quote.words == concern);
    assert!(!quoted(&source), "where all is graded alike the lists come first");
    add_judgement(&mut source, "overall", "Overall effectiveness", "Good");
    assert!(quoted(&source));
}
