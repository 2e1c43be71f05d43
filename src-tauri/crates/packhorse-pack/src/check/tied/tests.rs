use super::*;
use crate::fixture::{document, facts, quotation, source, sure};
use packhorse_model::{BlockKind, SourceKind, Span};

/// A paper that prints one statement of a speaker, and nothing else.
fn paper(id: u128, published: Option<&str>, speaker: Option<&str>, words: &str) -> Source {
    let document = document(&[(BlockKind::Paragraph, words)]);
    let mut facts = facts(SourceKind::NewsStory);
    facts.published = published.map(|day| sure(day.parse().expect("a day")));
    let mut said = quotation(&document, Span { start: 0, end: words.len() }, speaker.map(|name| (name, "")));
    said.of_inspectors = false;
    facts.quotations = vec![said];
    source(id, &format!("{id}.txt"), document, facts)
}

fn groups(papers: &[Source]) -> Vec<Vec<u128>> {
    let all: Vec<&Source> = papers.iter().collect();
    let plain = |group: Vec<Statement>| group.into_iter().map(|one| one.source.0.as_u128()).collect();
    tied(&all).into_iter().map(plain).collect()
}

const LONG: &str = "We asked our people what would help them most, and they told us: time and a manager who \
    listens. They will have both of these before the spring.";
const EDITED: &str = "We asked people what would help them most and they told us: time and a manager who \
    listens. They will have both before the spring.";

#[test]
fn a_statement_in_two_stories_is_one_and_the_earlier_counts() {
    let papers = [
        paper(1, Some("2026-09-13"), Some("Cllr Ferrier"), LONG),
        paper(2, Some("2026-09-11"), Some("Ros Ferrier"), LONG),
        paper(3, None, None, "They will have both of these before the spring."),
        paper(4, Some("2026-09-10"), None, "Nothing of the kind was ever said by anybody here."),
    ];
    assert_eq!(groups(&papers), [[2, 1, 3]]);
}

#[test]
fn a_statement_that_was_edited_is_still_the_same() {
    assert_eq!(groups(&[paper(1, None, Some("Ann Marr"), LONG), paper(2, None, None, EDITED)]), [[1, 2]]);
}

#[test]
fn two_people_or_two_councils_never_make_one_statement() {
    assert_eq!(
        groups(&[paper(1, None, Some("Ros Ferrier"), LONG), paper(2, None, Some("Ann Marr"), LONG)]),
        Vec::<Vec<u128>>::new()
    );
    let mut papers = [paper(1, None, None, LONG), paper(2, None, None, LONG)];
    papers[0].facts.authority = Some(sure("Aldermoor".to_owned()));
    papers[1].facts.authority = Some(sure("Otherton".to_owned()));
    assert_eq!(groups(&papers), Vec::<Vec<u128>>::new());
}

#[test]
fn a_nameless_story_does_not_tie_two_people() {
    let papers = [
        paper(1, None, Some("Ros Ferrier"), LONG),
        paper(2, None, None, LONG),
        paper(3, None, Some("Ann Marr"), LONG),
    ];
    assert_eq!(groups(&papers).len(), 1);
    assert_eq!(groups(&papers)[0].len(), 2);
}

#[test]
fn short_words_are_tied_only_when_they_stand_in_the_other() {
    let groups = groups(&[
        paper(1, None, None, "steady progress"),
        paper(2, None, None, "steady progress"),
        paper(3, None, None, "They made steady progress in all they did."),
        paper(4, None, None, "calm, curious and kind"),
        paper(5, None, None, "Staff were calm, curious and kind to us all."),
    ]);
    assert_eq!(groups, [vec![1, 2], vec![4, 5]]);
}

#[test]
fn the_primary_source_counts_before_any_story() {
    let mut papers = [paper(1, Some("2026-01-01"), None, LONG), paper(2, Some("2026-09-01"), None, LONG)];
    papers[1].facts.source_kind = sure(SourceKind::Letter);
    assert_eq!(groups(&papers), [[2, 1]]);
}
