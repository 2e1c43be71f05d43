use super::*;
use crate::fixture::wexcombe;
use crate::plan::Withheld;
use crate::{Note, compose, proofs, suggest};
use packhorse_model::Composed;

fn plan(sources: &[Source]) -> Plan {
    let all: Vec<&Source> = sources.iter().collect();
    Plan {
        title: "What inspectors said".to_owned(),
        picks: suggest(&all, 9),
        notes: vec![
            note(
                "questions",
                "Ask the director how many nights in November had fewer than two people on duty.",
            ),
            note("lines-to-take", "The night team has had three more staff since the middle of May."),
            note(
                "areas-to-improve",
                "Our own audit of October looked at forty files and found nine without reasons.",
            ),
        ],
        ..Plan::default()
    }
}

fn note(section: &str, text: &str) -> Note {
    Note { section: section.to_owned(), text: text.to_owned() }
}

fn layers(composed: &Composed) -> Vec<(String, String)> {
    // The JSON holds every word there is, also those that no outline shows.
    vec![("composed".to_owned(), serde_json::to_string(composed).expect("a pack is JSON"))]
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides.max(1)
    }
}

fn edition(dice: &mut Dice, plan: &Plan) -> (Edition, Audience) {
    let ids: Vec<&str> = Audience::built_in_ids().collect();
    let id = ids[dice.throw(ids.len())];
    let audience = Audience::built_in(id).expect("it is built in");
    let sections = audience.sections.iter().filter(|_| dice.throw(4) == 0).cloned().collect();
    let quotes = (0..plan.picks.len()).filter(|_| dice.throw(3) == 0).collect();
    let withheld = Withheld { sections, quotes, ..Withheld::default() };
    (Edition { audience: id.to_owned(), withheld, ..Edition::default() }, audience)
}

#[test]
fn nothing_withheld_is_in_any_of_a_thousand_editions() {
    let (sources, mut dice) = (wexcombe(), Dice(7));
    let plan = plan(&sources);
    for round in 0..1000 {
        let (edition, audience) = edition(&mut dice, &plan);
        let (composed, _) = compose(&plan, &edition, &audience, &sources).expect("a pack");
        assert_eq!(withheld_in(&plan, &edition, &layers(&composed)), [], "round {round}: {edition:?}");
        proofs(&composed, &plan, &sources).expect("what is left is still its source’s");
        for id in &edition.withheld.sections {
            assert!(composed.sections.iter().all(|section| section.id != *id), "round {round}: {id}");
        }
        let numbers: Vec<u32> = crate::proof::quotes(&composed).map(|quote| quote.number).collect();
        let mut sorted = numbers.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert!((1..).zip(&sorted).all(|(count, number)| count == *number), "round {round}: {numbers:?}");
    }
}

#[test]
fn a_withheld_quotation_that_is_put_back_is_found() {
    let sources = wexcombe();
    let plan = plan(&sources);
    let audience = Audience::built_in("committee-chair").expect("it is built in");
    let whole = Edition { audience: audience.id.clone(), ..Edition::default() };
    let (composed, _) = compose(&plan, &whole, &audience, &sources).expect("a pack");
    let shown = crate::proof::quotes(&composed).map(|quote| crate::outline::shown(&quote.words));
    let shown: Vec<String> = shown.collect();
    let mut tried = 0;
    for (index, pick) in plan.picks.iter().enumerate().filter(|(_, pick)| shown.contains(&pick.quote.words)) {
        let withheld = Withheld { quotes: vec![index], ..Withheld::default() };
        let edition = Edition { withheld, ..whole.clone() };
        let found = withheld_in(&plan, &edition, &layers(&composed));
        assert!(!found.is_empty(), "“{}” is there and was not found", pick.quote.words);
        tried += 1;
    }
    assert!(tried > 2, "the pack shows quotations");
}
