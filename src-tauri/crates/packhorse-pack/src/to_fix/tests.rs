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

/// The messages of one check, and how much the first weighs.
fn of_kind(plan: &Plan, sources: &[Source], kind: Kind) -> String {
    let found = to_fix(plan, sources).into_iter().filter(|line| line.kind == kind);
    let line = |fix: ToFix| format!("{:?}: {} {}", fix.severity(), fix.message, fix.remedy);
    found.map(line).collect::<Vec<_>>().join("\n")
}

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a day")
}

#[test]
fn every_line_has_a_remedy_and_a_place_and_what_weighs_most_comes_first() {
    let sources = wexcombe();
    let mut plan = plan(&sources);
    plan.title = "A TITLE THAT SHOUTS AT ITS READERS".to_owned();
    plan.minutes = Some(1);
    plan.editions[1].withheld.quotes = vec![0];
    plan.picks[1].quote.words = "Nobody wrote this.".to_owned();
    let list = to_fix(&plan, &sources);
    assert!(
        list.iter().all(|line| line.message.ends_with(['.', ')']) && !line.remedy.is_empty()),
        "{list:#?}"
    );
    assert!(list.is_sorted_by_key(ToFix::severity), "{list:#?}");
    assert_eq!(list[0].severity(), Severity::Stops);
}

#[test]
fn papers_of_another_council_are_named_with_their_place_and_our_own_are_not() {
    let mut sources = wexcombe();
    let plan =
        Plan { council: Some("Wexcombe County Council".to_owned()), picks: Vec::new(), ..plan(&sources) };
    assert_eq!(of_kind(&plan, &sources, Kind::Council), "", "“Wexcombe” and its council are one");
    sources[2].facts.authority = Some(crate::fixture::sure("Aldermoor".to_owned()));
    sources[3].facts.authority = None;
    let said = of_kind(&plan, &sources, Kind::Council);
    assert!(said.contains("press-release.html is about Aldermoor, not Wexcombe County Council"), "{said}");
    assert!(said.contains("statement.txt does not say for certain which council"), "{said}");
    let list = to_fix(&plan, &sources);
    let line = list.iter().find(|line| line.message.contains("Aldermoor")).expect("a line");
    assert_eq!(line.about, About::Source(sources[2].id));
    assert_eq!(
        list.iter().filter(|line| line.message.contains("is about Aldermoor")).count(),
        1,
        "told once"
    );
}

#[test]
fn grades_that_a_later_inspection_may_have_overtaken_are_named() {
    let sources = wexcombe();
    let mut plan = plan(&sources);
    let grade = crate::TabledGrade {
        area: "overall".to_owned(),
        grade: packhorse_model::Grade::AsPrinted("Good".to_owned()),
        note: None,
    };
    let table = |inspected: &str| crate::TabledInspection {
        source: None,
        inspected: Some(day(inspected)),
        published: None,
        kind: None,
        grades: vec![grade.clone()],
    };
    plan.tabled = vec![table("2023-03-21"), table("2019-05-01")];
    let quotes_only = of_kind(&plan, &sources, Kind::Superseded);
    assert!(!quotes_only.contains("table of outcomes"), "its own and an earlier row: {quotes_only}");
    plan.tabled.push(table("2025-06-02"));
    let said = of_kind(&plan, &sources, Kind::Superseded);
    assert!(said.contains(
        "The table of outcomes has an inspection of 2 June 2025, after Ofsted, report of 19 May 2023"
    ));
}

#[test]
fn a_quotation_from_before_the_newest_inspection_is_named_as_superseded() {
    let mut sources = wexcombe();
    let mut plan = plan(&sources);
    plan.picks.retain(|pick| pick.quote.source == sources[1].id);
    assert_eq!(of_kind(&plan, &sources, Kind::Superseded), "");
    let span = crate::fixture::span_of(&sources[0], "Leaders are ambitious for children");
    let quote = sources[0].quote(span).expect("words").stored();
    plan.picks.push(Pick::new(quote, packhorse_model::Bearing::Strength));
    assert_eq!(of_kind(&plan, &sources, Kind::Superseded), "", "a visit overtakes no report");
    sources[1].facts.framework.as_mut().expect("it has one").value = "ilacs-2026".to_owned();
    assert!(of_kind(&plan, &sources, Kind::Superseded).contains("from before the newest inspection"));
}

#[test]
fn words_given_as_the_inspectors_that_are_not_theirs_are_named() {
    let sources = wexcombe();
    let mut plan = plan(&sources);
    plan.picks.clear();
    let pick = |words: &str| {
        let span = crate::fixture::span_of(&sources[2], words);
        Pick::new(sources[2].quote(span).expect("words").stored(), packhorse_model::Bearing::Statement)
    };
    plan.picks = vec![pick("calm, curious and kind")];
    assert!(!of_kind(&plan, &sources, Kind::Quotations).contains("is given as"), "they are word for word");
    plan.picks = vec![pick("all children and families are listened to and are given help quickly")];
    let said = of_kind(&plan, &sources, Kind::Quotations);
    assert!(
        said.contains("is given as the inspectors’ words, and letter-2026.pdf has other words"),
        "{said}"
    );
}

#[test]
fn a_pack_made_too_late_for_five_clear_days_says_so_and_one_in_time_does_not() {
    let sources = wexcombe();
    let mut plan =
        Plan { meeting: Some(day("2027-01-14")), committee: Some("Scrutiny".into()), ..plan(&sources) };
    // Thursday 14 January: Wednesday 13 to Thursday 7 are the five clear days; the papers open on the 6th.
    plan.made = day("2027-01-06");
    assert_eq!(of_kind(&plan, &sources, Kind::Meeting), "");
    plan.made = day("2027-01-07");
    let said = of_kind(&plan, &sources, Kind::Meeting);
    assert!(said.contains("had to be open by 6 January 2027") && said.contains("100B(4)(b)"), "{said}");
    // 25 and 28 December 2026 are bank holidays, 26 and 27 a weekend.
    (plan.meeting, plan.made) = (Some(day("2026-12-31")), day("2026-12-21"));
    assert_eq!(of_kind(&plan, &sources, Kind::Meeting), "");
    plan.made = day("2026-12-22");
    assert!(of_kind(&plan, &sources, Kind::Meeting).contains("open by 21 December 2026"));
    plan.meeting = Some(day("2099-01-14"));
    assert!(
        of_kind(&plan, &sources, Kind::Meeting).contains("was not counted"),
        "no calendar reaches so far"
    );
    plan.meeting = Some(day("2026-01-14"));
    assert!(of_kind(&plan, &sources, Kind::Meeting).contains("The meeting is in the past."));
}

#[test]
fn a_pack_longer_than_the_minutes_given_names_what_could_go() {
    let sources = wexcombe();
    let mut plan = plan(&sources);
    plan.minutes = Some(200);
    assert_eq!(of_kind(&plan, &sources, Kind::Time), "", "there is time enough");
    plan.minutes = Some(2);
    let said = of_kind(&plan, &sources, Kind::Time);
    assert!(
        said.contains("and 2 minutes were given") && said.contains("Say which quotations could be left out"),
        "{said}"
    );
    plan.picks[2].weight = packhorse_model::Weight::Could;
    plan.picks[0].weight = packhorse_model::Weight::Must;
    let list = to_fix(&plan, &sources);
    let line = list.iter().find(|line| line.kind == Kind::Time).expect("it is too long");
    assert_eq!(line.quotes, [2], "only what could go: {line:?}");
    assert!(line.remedy.contains("something that should be in has to go as well"), "{line:?}");
}

#[test]
fn one_sided_quotations_are_named_and_fair_ones_are_not() {
    let sources = wexcombe();
    let mut plan = plan(&sources);
    assert!(!of_kind(&plan, &sources, Kind::Balance).contains("strengths and no concern"));
    plan.picks.retain(|pick| pick.bearing == packhorse_model::Bearing::Strength);
    assert!(of_kind(&plan, &sources, Kind::Balance).contains("strengths and no concern"));
}

#[test]
fn what_may_tell_who_a_person_is_is_named_with_its_section() {
    let sources = wexcombe();
    let mut plan = plan(&sources);
    assert_eq!(of_kind(&plan, &sources, Kind::PersonalData), "", "those who speak in a role may be named");
    plan.notes = vec![crate::Note {
        section: "asked-to-do".to_owned(),
        text: "Ring Kayleigh Marsden on 07700 900123 about case number 1048213.".to_owned(),
    }];
    let said = of_kind(&plan, &sources, Kind::PersonalData);
    for found in
        ["“Kayleigh Marsden” looks like a person’s name", "“07700 900123” looks like", "“1048213” looks like"]
    {
        assert!(said.contains(found), "{found}: {said}");
    }
    assert!(said.contains("It stands under “At a glance”"), "{said}");
}

#[test]
fn what_a_recipient_does_not_get_is_a_note_and_nothing_withheld_is_none() {
    let sources = wexcombe();
    let mut plan = plan(&sources);
    assert_eq!(of_kind(&plan, &sources, Kind::Withheld), "");
    plan.editions[0].recipient = Some("Cllr Ros Ferrier".to_owned());
    plan.editions[0].withheld =
        crate::Withheld { sections: vec!["said-publicly".into()], quotes: vec![0, 1], ..Default::default() };
    let said = of_kind(&plan, &sources, Kind::Withheld);
    assert!(
        said.starts_with("Note: Cllr Ros Ferrier does not get: “said publicly”, two quotations."),
        "{said}"
    );
}

#[test]
fn what_would_shut_somebody_out_is_named() {
    let sources = wexcombe();
    let mut plan = plan(&sources);
    let logo = |alt: &str| packhorse_model::composed::Logo {
        alt: alt.to_owned(),
        format: packhorse_model::composed::LogoFormat::Svg,
        bytes: Vec::new(),
    };
    plan.logo = Some(logo("Wexcombe County Council"));
    plan.title = "SEND in Wexcombe".to_owned();
    assert_eq!(of_kind(&plan, &sources, Kind::Accessibility), "");
    plan.logo = Some(logo("  "));
    assert!(of_kind(&plan, &sources, Kind::Accessibility).starts_with("Stops: The logo has no words"));
    plan.logo = Some(logo("council_logo.png"));
    plan.title = "INSPECTION OF SERVICES".to_owned();
    let said = of_kind(&plan, &sources, Kind::Accessibility);
    assert!(
        said.contains("the name of a file: “council_logo.png”") && said.contains("The title is in capitals")
    );
}

#[test]
fn facts_nobody_confirmed_are_named() {
    let mut sources = wexcombe();
    let plan = plan(&sources);
    assert_eq!(of_kind(&plan, &sources, Kind::Facts), "");
    if let Some(theme) = &mut sources[1].facts.theme {
        theme.confidence = packhorse_model::Confidence::Check;
    }
    assert!(
        of_kind(&plan, &sources, Kind::Facts)
            .contains("Not confirmed in letter-2026.pdf, and left out of the pack")
    );
    sources[1].facts.source_kind.confidence = packhorse_model::Confidence::Check;
    let said = of_kind(&plan, &sources, Kind::Facts);
    assert!(
        said.contains(
            "What kind of document letter-2026.pdf is has not been confirmed; it was read as “letter”."
        ),
        "{said}"
    );
}

#[test]
fn a_late_item_without_a_reason_stops() {
    let sources = wexcombe();
    let mut plan = plan(&sources);
    let late = |reason: &str| crate::Late { reason: reason.to_owned(), ..crate::Late::default() };
    plan.late = vec![late("Published yesterday; members vote on it.")];
    assert!(!list(&plan, &sources).contains("late item does not say"));
    plan.late.push(late(" "));
    assert!(
        list(&plan, &sources).contains("stops: A late item does not say why it is late and cannot wait.")
    );
}

#[test]
fn a_hundred_recipients_of_one_edition_are_told_once() {
    let sources = wexcombe();
    let mut plan = plan(&sources);
    let few = to_fix(&plan, &sources);
    for number in 0..100 {
        let recipient = Some(format!("Member {number}"));
        plan.editions.push(Edition { recipient, ..plan.editions[0].clone() });
    }
    let many = to_fix(&plan, &sources);
    assert_eq!(many.len(), few.len());
}

#[test]
fn a_section_that_cannot_be_moved_or_left_out_is_named() {
    let sources = wexcombe();
    let mut plan = plan(&sources);
    let own = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
    plan.arrangement =
        crate::Arrangement { order: own(&["judgments"]), left_out: own(&["sources", "then-and-now"]) };
    let said = of_kind(&plan, &sources, Kind::Pack);
    assert!(said.contains("No edition of this pack has a section “judgments”"), "{said}");
    assert!(said.contains("The section “sources” stays where it is."), "{said}");
    assert!(!said.contains("then-and-now"), "{said}");
}
