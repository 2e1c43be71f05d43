use super::*;
use crate::fixture::wexcombe;
use crate::plan::Withheld;
use crate::{Audience, Note, compose, proofs, suggest};
use packhorse_model::Source;

fn plan(sources: &[Source]) -> Plan {
    let all: Vec<&Source> = sources.iter().collect();
    let picks = suggest(&all, 5);
    assert!(picks.len() >= 3, "there is something to take out");
    Plan { title: "What inspectors said".to_owned(), picks, ..Plan::default() }
}

fn composed(plan: &Plan, edition: &Edition, sources: &[Source]) -> Composed {
    let audience = Audience::built_in("committee-chair").expect("it is built in");
    compose(plan, edition, &audience, sources).expect("a pack").0
}

fn chair() -> Edition {
    Edition { audience: "committee-chair".to_owned(), ..Edition::default() }
}

fn said(section: &Section) -> String {
    crate::outline::section_words(section)
}

#[test]
fn the_same_pack_has_no_page_of_changes() {
    let sources = wexcombe();
    let plan = plan(&sources);
    let pack = composed(&plan, &chair(), &sources);
    let later = Composed { made: pack.made + chrono::Days::new(3), ..pack.clone() };
    assert_eq!(changes(&pack, &later, &plan, &chair()), None, "another day is no change");
}

#[test]
fn what_came_and_what_went_is_listed_before_the_paper() {
    let sources = wexcombe();
    let before = plan(&sources);
    let mut after = before.clone();
    let gone = after.picks.remove(0);
    after.notes.push(Note { section: "at-a-glance".into(), text: "The plan goes to Cabinet in May.".into() });
    after.committee = Some("Scrutiny".into());
    let (old, mut new) = (composed(&before, &chair(), &sources), composed(&after, &chair(), &sources));
    let page = changes(&old, &new, &after, &chair()).expect("something changed");
    assert_eq!((page.numbers, page.id.as_str()), (Numbers::Before, CHANGES));
    let said = said(&page);
    let first: String = gone.quote.words.split_whitespace().take(4).collect::<Vec<_>>().join(" ");
    assert!(said.contains("Left out") && said.contains(&first), "{said}");
    assert!(said.contains("Committee"), "{said}");
    assert!(!said.contains("goes to Cabinet"), "a note is named by its section: {said}");
    new.sections.insert(0, page);
    proofs(&new, &after, &sources).expect("its quotations are their sources’");
}

#[test]
fn a_quotation_that_was_shortened_is_shown_in_both_wordings() {
    let sources = wexcombe();
    let before = plan(&sources);
    let mut after = before.clone();
    let words = after.picks[0].quote.words.clone();
    let end = words.find(' ').expect("it has words");
    let span = packhorse_model::Span { start: 0, end };
    after.picks[0].edits = vec![packhorse_model::Edit::Omit { span }];
    let (old, new) = (composed(&before, &chair(), &sources), composed(&after, &chair(), &sources));
    let said = said(&changes(&old, &new, &after, &chair()).expect("something changed"));
    assert!(said.contains("Worded otherwise") && said.contains("[…]") && said.contains(&words), "{said}");
}

#[test]
fn what_is_withheld_now_is_not_named() {
    let sources = wexcombe();
    let plan = plan(&sources);
    let old = composed(&plan, &chair(), &sources);
    let withheld =
        Withheld { sections: vec!["areas-to-improve".into()], quotes: vec![0], ..Withheld::default() };
    let less = Edition { withheld, ..chair() };
    let new = composed(&plan, &less, &sources);
    if let Some(page) = changes(&old, &new, &plan, &less) {
        let layers = vec![("changes".to_owned(), serde_json::to_string(&page).expect("a page is JSON"))];
        assert_eq!(crate::withheld_in(&plan, &less, &layers), []);
        assert!(!said(&page).contains("Section: Areas to improve"), "{}", said(&page));
    }
}

#[test]
fn a_grade_that_is_another_one_now_is_named_with_both() {
    let cell = |words: &str| Cell { paragraphs: vec![plain(words.to_owned())], ..Cell::default() };
    let table = |grade: &str| Table {
        caption: "Grades".into(),
        columns: ["Area", "May 2023"]
            .map(|heading| packhorse_model::composed::Column::new(heading, 1))
            .to_vec(),
        rows: vec![vec![cell("Care leavers"), cell(grade)]],
        row_headers: true,
        alt: None,
    };
    let mut lists = Lists::default();
    rows(&table("Good"), &table("Outstanding"), "Judgements", &|_| false, &mut lists);
    let said: String = lists.regraded.concat().into_iter().map(|run| run.text).collect();
    assert_eq!(said, "Care leavers, May 2023: was Good, now Outstanding");
    let mut lists = Lists::default();
    rows(&table("Good"), &table("Good"), "Judgements", &|_| false, &mut lists);
    assert!(lists.blocks().is_empty());
}
