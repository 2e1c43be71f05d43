use super::*;
use crate::fixture::{sure, wexcombe};
use crate::{Note, Pick, Withheld, suggest};
use packhorse_model::composed::{Block, Numbers};
use packhorse_model::{Bearing, Grade, Source};

/// A pack, its audience's template and its papers, as they stand on one day.
struct Desk {
    plan: Plan,
    edition: Edition,
    sources: Vec<Source>,
}

impl Desk {
    fn new() -> Self {
        let sources = wexcombe();
        let all: Vec<&Source> = sources.iter().collect();
        let plan = Plan {
            title: "A pack".to_owned(),
            committee: Some("Scrutiny".to_owned()),
            made: NaiveDate::from_ymd_opt(2026, 12, 1).unwrap_or_default(),
            picks: suggest(&all, 6),
            notes: vec![note("asked-to-do", "Note the letter.")],
            ..Plan::default()
        };
        let edition = Edition {
            audience: "cabinet-member".to_owned(),
            recipient: Some("Cllr Ros Ferrier".to_owned()),
            ..Edition::default()
        };
        Self { plan, edition, sources }
    }

    fn audience(&self) -> Audience {
        Audience::built_in(&self.edition.audience).expect("a template")
    }

    fn composed(&self) -> Composed {
        crate::compose(&self.plan, &self.edition, &self.audience(), &self.sources).expect("a pack").0
    }

    fn since(&self, earlier: &Composed) -> Vec<Changed> {
        let given = given(earlier);
        let (now, audience) = (self.composed(), self.audience());
        changes(given, &now, &self.plan, &self.edition, &audience, &self.sources).expect("a pack")
    }

    /// The pack with its page, as plain text.
    fn page(&self, earlier: &Composed) -> String {
        let (now, audience) = (self.composed(), self.audience());
        let made = with_changes(given(earlier), now, 2, &self.plan, &self.edition, &audience, &self.sources);
        let made = made.expect("a pack");
        let first = &made.sections[0];
        assert!(first.id != CHANGES || first.numbers == Numbers::Before);
        if first.id == CHANGES { crate::outline::section_words(first) } else { String::new() }
    }
}

fn given(composed: &Composed) -> Given<'_> {
    let issued = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap_or_default();
    Given { composed, version: 1, issued }
}

fn note(section: &str, text: &str) -> Note {
    Note { section: section.to_owned(), text: text.to_owned() }
}

fn told(lines: &[Changed], how: How) -> Vec<&Changed> {
    lines.iter().filter(|line| line.how == how).collect()
}

#[test]
fn a_version_in_which_nothing_changed_has_no_such_page() {
    let mut desk = Desk::new();
    let earlier = desk.composed();
    desk.plan.made = desk.plan.made.succ_opt().unwrap_or_default();
    assert_eq!(desk.since(&earlier), [], "another day of making is no change");
    assert_eq!(desk.page(&earlier), "");
    desk.plan.committee = Some("Cabinet".to_owned());
    let page = desk.page(&earlier);
    assert!(page.contains("You were given version 1 of this paper on 20 November 2026. This is version 2."));
    assert!(page.contains("One is in other words.") && page.contains("Committee: Cabinet"), "{page}");
}

#[test]
fn a_quotation_that_came_and_one_that_went_are_named_in_their_words() {
    let mut desk = Desk::new();
    let gone = desk.plan.picks.remove(0);
    let earlier = desk.composed();
    let went = desk.plan.picks.remove(0);
    desk.plan.picks.push(gone.clone());
    let lines = desk.since(&earlier);
    let words = |how| {
        let of = told(&lines, how).into_iter().filter(|line| line.what == "Quotation");
        of.filter_map(|line| line.now.clone().or(line.before.clone())).collect::<Vec<_>>().join("\n")
    };
    assert!(words(How::Added).contains(&gone.quote.words), "{lines:#?}");
    assert!(words(How::Removed).contains(&went.quote.words), "{lines:#?}");
    assert_eq!(told(&lines, How::Regraded), Vec::<&Changed>::new());
}

#[test]
fn what_is_said_in_other_words_stands_in_both() {
    let mut desk = Desk::new();
    desk.plan.notes = vec![note("lines-to-take", "The night team has three staff since May.")];
    let earlier = desk.composed();
    desk.plan.notes = vec![note("lines-to-take", "The night team has four staff since June.")];
    let lines = desk.since(&earlier);
    let [line] = told(&lines, How::Reworded)[..] else { panic!("one note was reworded: {lines:#?}") };
    assert!(line.before.as_deref().is_some_and(|words| words.contains("three staff since May")));
    assert!(line.now.as_deref().is_some_and(|words| words.contains("four staff since June")));
    let page = desk.page(&earlier);
    assert!(page.contains("three staff") && page.contains("four staff"), "{page}");
}

#[test]
fn a_grade_that_is_another_is_regraded_and_keeps_its_area_and_inspection() {
    let mut desk = Desk::new();
    let earlier = desk.composed();
    desk.sources[0].facts.judgements[1].grade = Grade::AsPrinted("Outstanding".to_owned());
    let lines = desk.since(&earlier);
    let [line] = told(&lines, How::Regraded)[..] else { panic!("one grade: {lines:#?}") };
    assert!(line.before.as_deref().is_some_and(|words| words.ends_with(": Good")), "{line:?}");
    assert!(line.now.as_deref().is_some_and(|words| words.ends_with(": Outstanding")), "{line:?}");
}

#[test]
fn what_follows_by_itself_is_not_told() {
    let mut desk = Desk::new();
    let earlier = desk.composed();
    desk.plan.minutes = Some(1);
    desk.edition.recipient = Some("Cllr Ros Ferrier ".to_owned());
    assert_eq!(desk.since(&earlier), [], "the reading time is no news");
}

#[test]
fn a_quotation_that_is_withheld_now_is_named_nowhere() {
    let mut desk = Desk::new();
    let earlier = desk.composed();
    let words = desk.plan.picks[1].quote.words.clone();
    assert!(crate::outline_text(&earlier).contains(&words), "they had it");
    desk.edition.withheld = Withheld { quotes: vec![1], ..Withheld::default() };
    desk.plan.committee = Some("Cabinet".to_owned());
    let page = desk.page(&earlier);
    assert!(page.contains("Committee: Cabinet"), "there is a page, and it tells the rest: {page}");
    let said = [("the page".to_owned(), page.clone())];
    assert_eq!(crate::withheld_in(&desk.plan, &desk.edition, &said), [], "{page}");
    let start: String = words.chars().take(20).collect();
    assert!(!page.contains(&start), "{page}");
    desk.edition.withheld = Withheld::default();
    desk.plan.picks.remove(1);
    assert!(desk.page(&earlier).contains(words.trim_matches('“')), "taken out for everybody, it is named");
}

#[test]
fn a_section_that_is_withheld_now_takes_its_papers_and_notes_out_of_the_page() {
    let mut desk = Desk::new();
    desk.plan.notes.push(note("exposure", "Expect a question on the night team."));
    let earlier = desk.composed();
    let text = crate::outline_text(&earlier);
    assert!(text.contains("Inspectors praise") && text.contains("Expect a question"), "they had it: {text}");
    desk.edition.withheld.sections = vec!["said-publicly".to_owned()];
    desk.plan.committee = Some("Cabinet".to_owned());
    let page = desk.page(&earlier);
    for name in ["press-release", "Inspectors praise", "Expect a question", "said in public"] {
        assert!(!page.contains(name), "{name} is withheld: {page}");
    }
    assert!(!page.to_lowercase().contains("withheld"), "nor is it said that anything is: {page}");
}

#[test]
fn a_withheld_quotation_in_other_words_is_not_named_in_its_old_ones() {
    let mut desk = Desk::new();
    let pick = desk.plan.picks[0].clone();
    let mut shorter = pick.clone();
    let end = pick.quote.words.rfind(' ').expect("several words");
    let span = packhorse_model::Span { start: pick.quote.span.start, end: pick.quote.span.start + end };
    let source = desk.sources.iter().find(|source| source.id == pick.quote.source).expect("its source");
    shorter.quote = source.quote(span).expect("words").stored();
    desk.plan.picks[0] = shorter;
    let earlier = desk.composed();
    desk.plan.picks[0] = pick.clone();
    desk.edition.withheld.quotes = vec![0];
    desk.plan.committee = Some("Cabinet".to_owned());
    let start: String = pick.quote.words.chars().take(24).collect();
    assert!(crate::outline_text(&earlier).contains(&start));
    assert!(!desk.page(&earlier).contains(&start), "{}", desk.page(&earlier));
}

/// Numbers that look like chance and are the same on every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % most.max(1)
    }
}

#[test]
fn the_page_tells_every_difference_between_two_versions_and_nothing_else() {
    let mut chance = Chance(20_261_127);
    for case in 0..25 {
        let mut desk = Desk::new();
        let all = desk.plan.picks.clone();
        shuffle(&mut desk, &all, &mut chance);
        let earlier = desk.composed();
        shuffle(&mut desk, &all, &mut chance);
        let now = desk.composed();
        let lines = desk.since(&earlier);
        let (was, is) = (units(&earlier), units(&now));
        let mut count = 0;
        for unit in &is {
            let told = lines.iter().any(|line| line.now.as_ref() == Some(&unit.words));
            let same = was.iter().any(|old| old.is(unit));
            assert!(same || told, "case {case}: “{}” is new and not told", unit.words);
            count += usize::from(!same);
        }
        for unit in &was {
            let told = lines.iter().any(|line| line.before.as_ref() == Some(&unit.words));
            assert!(is.iter().any(|new| new.is(unit)) || told, "case {case}: “{}” went untold", unit.words);
        }
        assert!(lines.iter().filter(|line| line.now.is_some()).count() >= count);
        for line in &lines {
            let old = line.before.as_ref().is_none_or(|words| was.iter().any(|unit| unit.words == *words));
            let new = line.now.as_ref().is_none_or(|words| is.iter().any(|unit| unit.words == *words));
            assert!(old && new, "case {case}: {line:?} was made up");
        }
    }
}

fn shuffle(desk: &mut Desk, all: &[Pick], chance: &mut Chance) {
    desk.plan.picks = all.iter().filter(|_| chance.below(4) > 0).cloned().collect();
    let bearings = [Bearing::Strength, Bearing::Improve, Bearing::Context];
    for pick in &mut desk.plan.picks {
        if chance.below(4) == 0 {
            pick.bearing = bearings[chance.below(3)];
        }
    }
    desk.plan.notes = ["One.", "Two of the night team.", "Three of the night team."]
        .iter()
        .filter(|_| chance.below(2) == 0)
        .map(|text| note("lines-to-take", text))
        .collect();
    desk.plan.meeting = NaiveDate::from_ymd_opt(2027, 1, 14).filter(|_| chance.below(2) == 0);
    desk.sources[1].facts.theme = Some(sure("the front door".to_owned())).filter(|_| chance.below(2) == 0);
}

#[test]
fn every_place_the_page_leads_to_is_in_the_pack() {
    let mut desk = Desk::new();
    let gone = desk.plan.picks.remove(0);
    let earlier = desk.composed();
    desk.plan.picks.push(gone);
    let (now, audience) = (desk.composed(), desk.audience());
    let made = with_changes(given(&earlier), now, 2, &desk.plan, &desk.edition, &audience, &desk.sources);
    let made = made.expect("a pack");
    let ids: Vec<&str> = made.sections.iter().map(|section| section.id.as_str()).collect();
    let lists = made.sections[0].blocks.iter().filter_map(|block| match block {
        Block::List { items, .. } => Some(items),
        _ => None,
    });
    let links = lists.flatten().flatten().filter_map(|run| run.link.as_ref());
    let anchors: Vec<&str> = links
        .filter_map(|link| match link {
            packhorse_model::composed::Link::Anchor(anchor) => Some(anchor.as_str()),
            packhorse_model::composed::Link::Web(_) => None,
        })
        .collect();
    assert!(!anchors.is_empty() && anchors.iter().all(|anchor| ids.contains(anchor)), "{anchors:?}");
}

#[test]
fn two_quotations_of_one_page_are_not_one_in_other_words() {
    let mut desk = Desk::new();
    let source = desk.sources[1].clone();
    let pick = |words: &str| {
        let span = crate::fixture::span_of(&source, words);
        Pick::new(source.quote(span).expect("words").stored(), Bearing::Context)
    };
    desk.plan.picks =
        vec![pick("Children and families who contact the council on a weekday are listened to")];
    let earlier = desk.composed();
    desk.plan.picks = vec![pick("The council should send Ofsted an action plan by 18 December 2026.")];
    let lines = desk.since(&earlier);
    let quotation = |how| told(&lines, how).into_iter().filter(|line| line.what == "Quotation").count();
    assert_eq!(
        (quotation(How::Added), quotation(How::Removed), quotation(How::Reworded)),
        (1, 1, 0),
        "{lines:#?}"
    );
}

#[test]
fn a_question_that_is_another_is_told() {
    let mut desk = Desk::new();
    desk.edition.audience = "committee-chair".to_owned();
    let mut earlier = desk.composed();
    let blocks = earlier.sections.iter_mut().flat_map(|section| &mut section.blocks);
    let mut questions = blocks.filter_map(|block| match block {
        Block::Question(question) => Some(question),
        _ => None,
    });
    questions.next().expect("the chair asks questions").ask = "Who is on duty at night?".to_owned();
    drop(questions);
    let lines = desk.since(&earlier);
    assert!(
        lines.iter().any(|line| line.what == "Question"),
        "the version before asked another one: {lines:#?}"
    );
}
