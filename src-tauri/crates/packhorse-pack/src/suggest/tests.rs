use super::*;
use crate::fixture::wexcombe;

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
