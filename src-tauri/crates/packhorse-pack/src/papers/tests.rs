use super::*;
use crate::fixture::{sure, wexcombe};

fn plan() -> Plan {
    Plan { title: "A pack".to_owned(), ..Plan::default() }
}

#[test]
fn the_newest_inspection_is_what_the_pack_is_about() {
    let mut notices = Vec::new();
    let papers = Papers::choose(&plan(), &wexcombe(), &mut notices);
    assert_eq!(papers.council.as_deref(), Some("Wexcombe"));
    assert_eq!(papers.subject().map(|paper| paper.source.file_name.as_str()), Some("letter-2026.pdf"));
    assert!(notices.is_empty(), "{notices:?}");
}

#[test]
fn another_councils_paper_is_left_out_and_named() {
    let mut sources = wexcombe();
    sources[0].facts.authority = Some(sure("Aldermoor".to_owned()));
    let mut notices = Vec::new();
    let papers = Papers::choose(&plan(), &sources, &mut notices);
    assert_eq!(papers.all.len(), 3);
    assert!(notices[0].message.contains("report-2023.pdf is about Aldermoor, not Wexcombe"), "{notices:?}");
    assert_eq!(papers.refused(sources[0].id, "words"), Ok(true));
}

#[test]
fn an_unsure_fact_is_gone_unless_it_is_accepted() {
    let mut sources = wexcombe();
    if let Some(published) = &mut sources[1].facts.published {
        published.confidence = Confidence::Check;
    }
    let mut notices = Vec::new();
    let papers = Papers::choose(&plan(), &sources, &mut notices);
    assert!(papers.subject().is_some_and(|paper| paper.source.facts.published.is_none()));
    assert!(
        notices[0].message.contains("Not confirmed in letter-2026.pdf, and left out of the pack: the date.")
    );
    let accepting = Plan { accept_unsure: true, ..plan() };
    let papers = Papers::choose(&accepting, &sources, &mut notices);
    assert!(papers.subject().is_some_and(|paper| paper.source.facts.published.is_some()));
}

#[test]
fn a_council_has_longer_and_shorter_names() {
    assert!(same_council("Wexcombe County Council", "Wexcombe"));
    assert!(!same_council("North Wexcombe", "Wexcombe"));
    assert!(!same_council("City of London", "Wexcombe"));
}

#[test]
fn an_embargo_ends_on_its_day() {
    let mut sources = wexcombe();
    let day = |day| NaiveDate::from_ymd_opt(2026, 9, day).expect("a day");
    sources[1].document.text.insert_str(0, "EMBARGOED until 00:01 on 10 September 2026. ");
    assert!(is_embargoed(&sources[1], day(9)));
    assert!(!is_embargoed(&sources[1], day(10)));
    sources[2].document.text.insert_str(0, "Under embargo. ");
    assert!(!is_embargoed(&sources[2], day(11)), "the release of that day is out");
}
