use crate::paper::facts;
use packhorse_model::{Facts, SourceKind};

/// Kind of source, kind of event, framework, and whether the framework is sure.
fn event(facts: &Facts) -> (SourceKind, Option<&str>, Option<&str>, bool) {
    (
        facts.source_kind.value,
        facts.kind.as_ref().map(|fact| fact.value.as_str()),
        facts.framework.as_ref().map(|fact| fact.value.as_str()),
        facts.framework.as_ref().is_some_and(packhorse_model::Fact::is_sure),
    )
}

#[test]
fn the_days_of_the_visit_decide_the_framework() {
    for (days, framework) in [
        ("8 to 19 October 2018", "ilacs-2018"),
        ("5 to 16 December 2022", "ilacs-2018"),
        ("9 to 20 January 2023", "ilacs-2023"),
        ("16 to 27 March 2026", "ilacs-2023"),
        ("27 April to 8 May 2026", "ilacs-2026"),
    ] {
        let report = facts(&format!(
            "# Inspection of Wexcombe local authority children’s services\nInspection dates: {days}\nLead inspector: Ada Moss HMI"
        ));
        let expected = (SourceKind::Report, Some("inspection-report"), Some(framework), true);
        assert_eq!(event(&report), expected, "inspected {days}");
    }
}

#[test]
fn a_report_without_its_days_has_no_sure_framework() {
    let report = facts(
        "# Inspection of Wexcombe local authority children’s services\nLead inspector: Ada Moss HMI\nAge group: All",
    );
    assert!(!event(&report).3, "several frameworks share the title");
}

#[test]
fn every_kind_of_report_is_known_by_its_title() {
    for (title, days, kind, framework) in [
        (
            "Inspection of children’s social care services",
            "8 to 19 October 2018",
            "inspection-report",
            "ilacs-2018",
        ),
        (
            "Inspection of safeguarding and looked after children services",
            "16 – 27 April 2012",
            "inspection-report",
            "slac",
        ),
        (
            "Inspection of local authority arrangements for the protection of children",
            "3 – 12 September 2012",
            "inspection-report",
            "cpi",
        ),
        ("Inspection of looked after children services", "8 – 12 July 2013", "inspection-report", "tlac"),
        (
            "Inspection of services for children in need of help and protection, children looked after and care leavers",
            "4 to 27 March 2014",
            "inspection-report",
            "sif",
        ),
        (
            "Re-inspection of services for children in need of help and protection, children looked after and care leavers",
            "4 to 27 March 2017",
            "inspection-report",
            "sif",
        ),
        (
            "Area SEND inspection of Wexcombe Local Area Partnership",
            "23 to 27 September 2024",
            "area-send-report",
            "send-2023",
        ),
    ] {
        let report = facts(&format!(
            "# {title}\n# Wexcombe County Council\nInspection dates: {days}\nLead inspector: Ada Moss HMI"
        ));
        assert_eq!(event(&report), (SourceKind::Report, Some(kind), Some(framework), true), "{title}");
    }
}

#[test]
fn every_kind_of_letter_is_known_by_its_title() {
    for (title, opening, kind, framework) in [
        (
            "Focused visit to Wexcombe children’s services",
            "This letter summarises the findings of the focused visit on 4 and 5 July 2019. The visit was carried out under the inspection of local authority children’s services (ILACS) framework.",
            "focused-visit-letter",
            "ilacs-fv",
        ),
        (
            "Monitoring visit of Wexcombe children’s services",
            "This letter summarises the findings of the monitoring visit on 4 and 5 July 2019.",
            "monitoring-visit-letter",
            "ilacs-mv",
        ),
        (
            "Joint targeted area inspection of Wexcombe",
            "This letter summarises the findings of the inspection that took place from 10 to 14 July 2023.",
            "jtai-letter",
            "jtai",
        ),
        (
            "Joint targeted area inspection of the multi-agency response to neglect in Wexcombe",
            "Between 5 and 9 February 2018, Ofsted and the Care Quality Commission undertook a joint inspection.",
            "jtai-letter",
            "jtai",
        ),
        (
            "Joint local area SEND inspection in Wexcombe",
            "Between 4 July 2016 and 8 July 2016, Ofsted and the Care Quality Commission (CQC) conducted a joint inspection of the local area of Wexcombe.",
            "area-send-report",
            "send-2016",
        ),
    ] {
        let letter = facts(&format!(
            "1 September 2023\nDear Ms Moss\n# {title}\n{opening}\nYours sincerely\nAda Moss"
        ));
        assert_eq!(event(&letter), (SourceKind::Letter, Some(kind), Some(framework), true), "{title}");
    }
}

#[test]
fn other_sources_are_told_apart_and_what_they_say_of_an_event_is_never_sure() {
    for (text, kind) in [
        (
            "Council welcomes focused visit\nNotes to editors\nMedia enquiries: press office\nFor immediate release",
            SourceKind::PressRelease,
        ),
        (
            "By Ada Moss, Local Democracy Reporter\nOfsted’s focused visit found delays, the watchdog said.\nSubscribe to keep reading",
            SourceKind::NewsStory,
        ),
        ("STATEMENT FROM THE INDEPENDENT GROUP\nThe focused visit found delays.", SourceKind::Statement),
        (
            "Minutes of the meeting of the Children’s Scrutiny Committee\nPresent: Councillors Moss and Bell\nIt was resolved to note the focused visit.",
            SourceKind::Minutes,
        ),
        (
            "Summary report for children and young people\nThe focused visit looked at how children are helped.",
            SourceKind::YoungPeoplesSummary,
        ),
    ] {
        let found = facts(text);
        assert_eq!(found.source_kind.value, kind, "{text}");
        let (_, event, framework, sure) = event(&found);
        assert_eq!(
            (event, framework, sure),
            (Some("focused-visit-letter"), Some("ilacs-fv"), false),
            "second-hand"
        );
    }
}

#[test]
fn a_nursery_s_grade_is_no_event_of_the_council() {
    let story =
        facts("By Ada Moss, reporter\nOfsted rates Moss Lane Nursery outstanding\nParents were delighted.");
    assert_eq!((story.kind, story.framework), (None, None));
    assert_eq!(story.judgements, []);
}

#[test]
fn guidance_and_national_reports_tell_of_no_event() {
    let handbook = facts(
        "# Monitoring local authority children’s services judged inadequate: inspectors’ handbook\nThis guidance describes the main activities of inspectors.\nPublished: May 2016",
    );
    assert_eq!(handbook.kind.map(|fact| fact.value).as_deref(), Some("other"));
    assert_eq!((handbook.framework, handbook.authority), (None, None));
    let survey = facts(
        "# Joining hands: early help\nA thematic survey report by Her Majesty’s Inspectors\nPublished: October 2015\nInspectors went to Bristol, Kent and Leeds.",
    );
    assert_eq!(survey.framework.map(|fact| fact.value).as_deref(), Some("thematic"));
    assert_eq!(survey.authority, None);
}

#[test]
fn without_days_the_generation_of_a_report_is_not_guessed() {
    let title =
        "# Inspection of Wexcombe local authority children’s services\nLead inspector: Ada Moss HMI\n";
    assert_eq!(facts(title).framework, None, "the title has been the same since 2018");
    let table = format!(
        "{title}Judgement | Grade\nThe impact of leaders on social work practice with children and families | Good\nThe experiences and progress of children who need help and protection | Good\nThe experiences and progress of children in care and care leavers | Good\nOverall effectiveness | Good"
    );
    let read = facts(&table).framework.expect("the areas give it away");
    assert_eq!((read.value.as_str(), read.is_sure()), ("ilacs-2018", false));
}

#[test]
fn an_earlier_visit_is_not_what_a_story_is_about() {
    let story = facts(
        "By Ann Example, reporter\nWexcombe Council’s children’s services have been rated inadequate.\nThe report comes a year after a focused visit found weaknesses.",
    );
    assert_eq!(story.framework, None);
    let visit = facts(
        "By Ann Example, reporter\nInspectors praised Wexcombe Council after a focused visit on 4 and 5 June 2024.",
    );
    assert_eq!(visit.framework.map(|fact| fact.value).as_deref(), Some("ilacs-fv"));
}

#[test]
fn an_e_mail_about_a_letter_is_not_the_letter() {
    let mail = facts(
        "From: Ada Moss\nTo: Ivo Bell\nSubject: FW: Ofsted focused visit letter published today\nDear Ivo,\nHere is what Cllr Una Field said about it: “We are proud of the team.”\nYours sincerely\nAda",
    );
    assert!(!matches!(
        mail.source_kind.value,
        packhorse_model::SourceKind::Letter | packhorse_model::SourceKind::Report
    ));
}
