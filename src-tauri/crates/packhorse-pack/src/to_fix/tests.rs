use super::*;
use crate::fixture::wexcombe;
use crate::{Edition, suggest};

fn plan(sources: &[Source]) -> Plan {
    let all: Vec<&Source> = sources.iter().collect();
    let edition = |audience: &str| Edition { audience: audience.to_owned(), ..Edition::default() };
    Plan {
        title: "A pack".to_owned(),
        picks: suggest(&all, 8),
        editions: vec![edition("committee-chair"), edition("cabinet-member")],
        ..Plan::default()
    }
}

fn list(plan: &Plan, sources: &[Source]) -> String {
    let line = |fix: &ToFix| format!("{}{}", if fix.stops { "stops: " } else { "" }, fix.message);
    to_fix(plan, sources).iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_sound_plan_is_only_advised() {
    let sources = wexcombe();
    let list = list(&plan(&sources), &sources);
    assert!(!list.contains("stops: "), "{list}");
    assert!(list.contains("“You are asked to” is empty in the Chair’s briefing."), "{list}");
    assert!(list.contains("No line to take is written for the Cabinet Member’s briefing."), "{list}");
}

#[test]
fn what_is_wrong_stops_and_comes_first() {
    let sources = wexcombe();
    let mut plan = plan(&sources);
    plan.title = String::new();
    plan.picks[1].quote.words = "Nobody wrote this.".to_owned();
    plan.editions[1].audience = "the-mayor".to_owned();
    let list = list(&plan, &sources);
    let first: Vec<&str> = list.lines().take(3).collect();
    assert!(first.iter().all(|line| line.starts_with("stops: ")), "{list}");
    assert!(list.contains("“Nobody wrote this.” is not what letter-2026.pdf says at that place."), "{list}");
}

#[test]
fn a_draft_under_embargo_stops_unless_the_pack_says_so() {
    let mut sources = wexcombe();
    let mut plan = plan(&sources);
    plan.picks.clear();
    sources[1].document.text =
        sources[1].document.text.replacen("Headline findings", "Embargoed 9 Sept. ", 1);
    assert!(
        list(&plan, &sources).contains("stops: letter-2026.pdf says that it is a draft or under embargo.")
    );
    plan.marking = Some("Embargoed until 10 September 2026".to_owned());
    assert!(!list(&plan, &sources).contains("stops: "));
}

#[test]
fn inspectors_words_in_a_release_are_better_cited_from_the_letter() {
    let sources = wexcombe();
    let mut plan = plan(&sources);
    let span = crate::fixture::span_of(&sources[2], "calm, curious and kind");
    let quote = sources[2].quote(span).expect("words").stored();
    plan.picks.push(crate::Pick::new(quote, packhorse_model::Bearing::Strength));
    let list = list(&plan, &sources);
    assert!(list.contains("“calm, curious and kind” stands word for word in letter-2026.pdf."), "{list}");
}
