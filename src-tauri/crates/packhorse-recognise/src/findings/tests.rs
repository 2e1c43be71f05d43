use crate::paper::facts;
use packhorse_model::{Confidence, Facts, Rank};

/// Texts and groups of one rank.
fn listed(facts: &Facts, rank: Rank) -> Vec<(&str, Option<&str>)> {
    facts.ranked(rank).map(|finding| (finding.text.as_str(), finding.group.as_deref())).collect()
}

fn letter(rest: &str) -> Facts {
    facts(&format!(
        "12 September 2019\nDear Ms Moss,\n# Focused visit to Wexcombe children’s services\nThis letter summarises the findings of the focused visit on 4 and 5 July 2019.\n{rest}\nYours sincerely\nAda Moss"
    ))
}

fn report(rest: &str) -> Facts {
    facts(&format!(
        "# Inspection of looked after children services\n# Wexcombe County Council\nInspection dates: 8 – 12 July 2013\nReporting inspector: Ada Moss HMI\n{rest}"
    ))
}

#[test]
fn a_list_stands_under_its_heading_whatever_the_heading_says() {
    for heading in [
        "What needs to improve in this area of social work practice?",
        "What needs to improve?1",
        "What needs to improve",
        "Areas for improvement",
        "Key recommendations",
        "Recommendations for the LSCB",
        "Areas for development",
        "2.1 What does the local authority need to improve?",
    ] {
        let found = letter(&format!(
            "## {heading}\n- The quality of plans.\n- The timeliness of visits.\n## Main findings\n- Children are seen."
        ));
        let both = [("The quality of plans.", None), ("The timeliness of visits.", None)];
        assert_eq!(listed(&found, Rank::Improvement), both, "{heading}");
    }
}

#[test]
fn a_sentence_that_sounds_like_a_heading_opens_no_list() {
    let found = letter(
        "What needs to improve is well understood by leaders.\n- Plans are reviewed.\nAreas for improvement are tracked every month.\n- Audits are done.",
    );
    assert_eq!(listed(&found, Rank::Improvement), []);
}

#[test]
fn priority_actions_and_improvements_are_two_ranks() {
    let found = letter(
        "## Area for priority action\n- The response to children at night.\n## What needs to improve in this area of practice?\n- The quality of plans.\n## Main findings\nChildren are seen.",
    );
    assert_eq!(listed(&found, Rank::PriorityAction), [("The response to children at night.", None)]);
    assert_eq!(listed(&found, Rank::Improvement), [("The quality of plans.", None)]);
    assert_eq!(listed(&letter("## What needs to improve?\n- Plans."), Rank::PriorityAction), []);
}

#[test]
fn deadlines_group_the_items_and_the_lead_in_is_none() {
    let found = report(
        "## Areas for improvement\n15. In order to improve the quality of provision, the local authority and its partners should take the following action.\n## Immediately:\n- ensure that plans are clear\n## Within three months:\n- review the caseloads of advisers\nWithin six months:\n- find enough homes\n## Outcomes for looked after children and young people\n- not an item",
    );
    assert_eq!(
        listed(&found, Rank::Improvement),
        [
            ("ensure that plans are clear", Some("Immediately")),
            ("review the caseloads of advisers", Some("Within three months")),
            ("find enough homes", Some("Within six months")),
        ]
    );
    assert_eq!(
        listed(&found, Rank::PriorityAction),
        [],
        "“Immediately” is a deadline and no priority action"
    );
}

#[test]
fn items_within_an_item_belong_to_it() {
    let found = letter(
        "## What needs to improve?\n- The quality of plans, so that they\n-- are clear\n-- are shared with families.\n- The timeliness of visits.",
    );
    assert_eq!(
        listed(&found, Rank::Improvement),
        [
            ("The quality of plans, so that they are clear are shared with families.", None),
            ("The timeliness of visits.", None),
        ]
    );
}

#[test]
fn a_numbered_item_that_ends_in_a_colon_is_kept_among_numbered_ones() {
    let found = report(
        "## Recommendations\n1) Ensure that managers:\n-- read the plans\n-- sign them.\n2) Review the caseloads.\n## Summary for children and young people",
    );
    assert_eq!(
        listed(&found, Rank::Improvement),
        [("Ensure that managers: read the plans sign them.", None), ("Review the caseloads.", None),]
    );
}

#[test]
fn priority_actions_in_a_table_are_its_rows() {
    let found = facts(
        "# Area SEND inspection of Wexcombe Local Area Partnership\nInspection dates: 23 to 27 September 2024\n## Areas for priority action\nResponsible body | Areas for priority action\nWexcombe County Council | Leaders must shorten the wait for assessments.\nNHS Quayle Integrated Care Board | Leaders must plan together.\n\n## Areas for improvement\nLeaders should improve transitions.\nLeaders should listen to families.\n## Local area partnership details",
    );
    assert_eq!(
        listed(&found, Rank::PriorityAction),
        [
            ("Leaders must shorten the wait for assessments.", Some("Wexcombe County Council")),
            ("Leaders must plan together.", Some("NHS Quayle Integrated Care Board")),
        ]
    );
    let plain = [("Leaders should improve transitions.", None), ("Leaders should listen to families.", None)];
    assert_eq!(listed(&found, Rank::Improvement), plain, "paragraphs without marks are items as well");
}

#[test]
fn long_paragraphs_under_a_heading_are_looked_at() {
    let long = "Plans are late. Reviews are late. Families wait. Nobody knows why.";
    let found = letter(&format!("## What needs to improve?\n{long}\n## Main findings"));
    let confidence: Vec<Confidence> =
        found.ranked(Rank::Improvement).map(|finding| finding.confidence).collect();
    assert_eq!(confidence, [Confidence::Check], "it may be a story and no list");
}

#[test]
fn a_list_ends_with_its_last_item() {
    let found = letter(
        "## What needs to improve?\n- The quality of plans.\nLeaders have made progress since the last visit.\n- Not an item of the list.",
    );
    assert_eq!(listed(&found, Rank::Improvement), [("The quality of plans.", None)]);
}

#[test]
fn each_section_of_an_older_local_area_letter_has_its_own_lists() {
    let found = facts(
        "15 August 2016\nDear Ms Moss\n# Joint local area SEND inspection in Wexcombe\nBetween 4 July 2016 and 8 July 2016, Ofsted and the Care Quality Commission (CQC) conducted a joint inspection of the local area of Wexcombe.\n## The effectiveness of the local area in identifying children’s needs\n## Strengths\n- Health visitors know families.\n## Areas for development\n- Checks at two are late.\n## The effectiveness of the local area in meeting needs\n## Strengths\n- Schools work well together.\n## Areas for development\n- Plans are late.\nYours sincerely",
    );
    assert_eq!(found.framework.as_ref().map(|fact| fact.value.as_str()), Some("send-2016"));
    assert_eq!(
        listed(&found, Rank::Strength),
        [("Health visitors know families.", None), ("Schools work well together.", None)]
    );
    assert_eq!(
        listed(&found, Rank::Improvement),
        [("Checks at two are late.", None), ("Plans are late.", None)]
    );
}

#[test]
fn a_joint_letter_of_2022_lists_what_needs_to_improve_before_its_strengths() {
    let found = facts(
        "1 September 2023\nDear colleagues\n# Joint targeted area inspection of Wexcombe\nThis letter summarises the findings of the joint targeted area inspection that took place from 10 to 14 July 2023.\n## Headline findings\nChildren are seen.\n## What needs to improve?\n- Attendance at meetings.\n## Strengths\n- Leaders know each other.\n## Main findings\n- Not listed.\n## Next steps\nYours sincerely",
    );
    assert_eq!(listed(&found, Rank::Improvement), [("Attendance at meetings.", None)]);
    assert_eq!(listed(&found, Rank::Strength), [("Leaders know each other.", None)]);
}

#[test]
fn an_entry_of_the_contents_opens_no_list() {
    for contents in
        ["Recommendations 5\nMethodology 6\nAnnex 9", "What needs to improve?\n4\nMain findings\n5"]
    {
        assert_eq!(listed(&report(contents), Rank::Improvement), [], "{contents}");
    }
}

#[test]
fn a_sentence_that_there_are_none_is_no_action() {
    let found = letter(
        "## Areas for priority action\nThere are no areas for priority action.\n## What needs to improve?\n- The quality of plans.",
    );
    assert_eq!(listed(&found, Rank::PriorityAction), []);
    assert_eq!(listed(&found, Rank::Improvement), [("The quality of plans.", None)]);
}

#[test]
fn a_table_of_one_column_holds_an_item_in_each_cell() {
    let found = facts(
        "# Area SEND inspection of Wexcombe Local Area Partnership\nInspection dates: 3 to 7 June 2024\n## Areas for improvement\nLeaders should improve the quality of plans. |\nHealth leaders should shorten the waits for therapy. |",
    );
    let both = [
        ("Leaders should improve the quality of plans.", None),
        ("Health leaders should shorten the waits for therapy.", None),
    ];
    assert_eq!(listed(&found, Rank::Improvement), both);
}

#[test]
fn the_weaknesses_a_written_statement_has_to_answer_are_priority_actions() {
    let found = letter(
        "The area is required to produce a Written Statement of Action to Ofsted that explains how it will tackle the following areas of significant weakness:\n- the lack of a joint strategy\n- the long waits for assessment",
    );
    assert_eq!(listed(&found, Rank::PriorityAction).len(), 2);
}

#[test]
fn points_within_a_paragraph_of_a_list_of_paragraphs_belong_to_it() {
    let list = "## Areas for improvement\nLeaders should cut waiting times for every child.\nThe partnership should improve plans so that they:\n- say what the child wants,\n- are kept up to date.\nLeaders should agree one set of measures.\n## Next steps";
    let found = facts(&format!("# Area SEND inspection of Wexcombe Local Area Partnership\n{list}"));
    let items: Vec<&str> = found.findings.iter().map(|finding| finding.text.as_str()).collect();
    assert_eq!(
        items,
        [
            "Leaders should cut waiting times for every child.",
            "The partnership should improve plans so that they: say what the child wants, are kept up to date.",
            "Leaders should agree one set of measures."
        ]
    );
    let led = facts(
        "# Area SEND inspection of Wexcombe Local Area Partnership\n## Areas for improvement\nThe partnership should:\n- cut waiting times for every child\n- improve plans for every child",
    );
    assert_eq!(led.findings.len(), 2, "a paragraph that only leads in is no item, and its points are");
}

/// Texts of one rank, and whether each is sure.
fn doubted(facts: &Facts, rank: Rank) -> Vec<(&str, bool)> {
    let sure = |confidence| confidence == Confidence::Sure;
    facts.ranked(rank).map(|finding| (finding.text.as_str(), sure(finding.confidence))).collect()
}

#[test]
fn every_way_to_say_that_there_are_none_is_no_item() {
    for none in [
        "Inspectors did not identify any areas for priority action.",
        "No specific areas for improvement were identified at this visit.",
        "Nothing was identified.",
        "There were no areas for priority action.",
        "At this visit, inspectors have identified no areas for priority action.",
        "This visit did not find any areas for improvement.",
        "None.",
    ] {
        for mark in ["", "- "] {
            let found = letter(&format!(
                "## Areas for priority action\n{mark}{none}\n## Main findings\nChildren are seen."
            ));
            assert_eq!(listed(&found, Rank::PriorityAction), [], "{mark}{none}");
        }
    }
    for some in [
        "There is no joint plan between the police and health at the front door.",
        "No child waits without a plan: make this so in every team.",
    ] {
        let found =
            letter(&format!("## Areas for improvement\n- {some}\n## Main findings\nChildren are seen."));
        assert_eq!(listed(&found, Rank::Improvement), [(some, None)], "this is something to improve");
    }
}

#[test]
fn the_next_part_of_a_report_is_no_item() {
    let found = report(
        "## Areas for improvement\nImprove the quality of plans for children.\nImprove the timeliness of visits to children.\nSection 2: The effectiveness of the Local Safeguarding Children Board\n",
    );
    assert_eq!(listed(&found, Rank::Improvement).len(), 2, "{:?}", listed(&found, Rank::Improvement));
    let found =
        report("## Areas for improvement\n- Section 20 agreements, so that parents know what they sign.\n");
    assert_eq!(listed(&found, Rank::Improvement).len(), 1, "an item may be about a section of an Act");
}

#[test]
fn a_footnote_s_mark_is_no_word_of_an_item() {
    let found = letter(
        "## Areas for improvement\n- The recording of decisions.2\n- The quality of plans.¹\n- Attainment at key stage 4.\n- Care up to the age of 25\n",
    );
    let texts: Vec<_> = listed(&found, Rank::Improvement).into_iter().map(|(text, _)| text).collect();
    assert_eq!(
        texts,
        [
            "The recording of decisions.",
            "The quality of plans.",
            "Attainment at key stage 4.",
            "Care up to the age of 25"
        ]
    );
}

#[test]
fn items_that_were_cut_are_looked_at() {
    let found = letter(
        "## Areas for improvement\n- The quality of the plans that are made for children who\n- live outside of the borough.\n- The timeliness of visits.\n- The recording of decisions.\n",
    );
    assert_eq!(
        doubted(&found, Rank::Improvement),
        [
            ("The quality of the plans that are made for children who", false),
            ("live outside of the borough.", false),
            ("The timeliness of visits.", true),
            ("The recording of decisions.", true),
        ]
    );
    let lower = report(
        "## Areas for improvement\nImmediately:\n- ensure that plans are clear; and\n- ensure that visits are made\n",
    );
    assert!(doubted(&lower, Rank::Improvement).iter().all(|(_, sure)| *sure), "lists are written so, too");
    let two = letter(
        "## Areas for improvement\n- The sufficiency of homes. (outcome 4, national framework) The recording of plans. (outcome 2, national framework)\n- Visits.\n",
    );
    assert_eq!(doubted(&two, Rank::Improvement).into_iter().filter(|(_, sure)| *sure).count(), 0);
}

#[test]
fn what_is_left_of_a_table_of_actions_is_looked_at() {
    let found = facts(
        "# Area SEND inspection of Wexcombe Local Area Partnership\nInspection dates: 5 to 9 February 2024\n## Areas for priority action\nResponsible body\nLeaders across the partnership should urgently:\n- identify the needs of children; and\n- agree a plan.\nWexcombe County Council and NHS Wexshire\n",
    );
    assert!(doubted(&found, Rank::PriorityAction).iter().all(|(_, sure)| !sure));
    let cells = facts(
        "# Area SEND inspection of Wexcombe Local Area Partnership\nInspection dates: 5 to 9 February 2024\nAreas for priority action | Responsible body\nLeaders should identify | Wexcombe County\nthe needs of children. | Council\n\n",
    );
    assert!(doubted(&cells, Rank::PriorityAction).iter().all(|(_, sure)| !sure), "its rows are lines");
}

#[test]
fn a_paragraph_between_numbered_ones_belongs_to_the_one_before() {
    let found = report(
        "## Areas for improvement\n12. Improve the plans of children.\nThis includes children who live elsewhere.\n13. Improve the visits to children.\n14. Improve the recording of decisions.\n",
    );
    assert_eq!(
        doubted(&found, Rank::Improvement),
        [
            ("Improve the plans of children. This includes children who live elsewhere.", false),
            ("Improve the visits to children.", true),
            ("Improve the recording of decisions.", true),
        ]
    );
}

#[test]
fn a_table_of_priority_actions_without_a_head_is_looked_at() {
    let found = facts(
        "# Area SEND inspection of Wexcombe Local Area Partnership\nInspection dates: 5 to 9 February 2024\n# Areas for priority action\nLeaders should identify the needs of children. | Wexcombe County Council\nLeaders should agree a joint plan. | NHS Wexshire\n\n# Areas for improvement\nLeaders should write to parents.\n",
    );
    assert_eq!(
        doubted(&found, Rank::PriorityAction),
        [
            ("Leaders should identify the needs of children.", false),
            ("Leaders should agree a joint plan.", false)
        ]
    );
    assert_eq!(listed(&found, Rank::Improvement), [("Leaders should write to parents.", None)]);
}

#[test]
fn what_runs_into_an_item_is_looked_at() {
    for item in [
        "Police attendance at review conferences. (enabler: multi-agency working is 1The areas for improvement follow the framework.",
        "How soon children in private fostering are visited. (Outcome 3,",
        "Put in place a plan for front-line managers The effectiveness of the help given to children",
        "The updating of risk assessments when things change:",
        "Too many young people are not in training. The inspection raises concerns about the area",
    ] {
        let found = letter(&format!(
            "## Areas for improvement\n- The quality of plans.\n- {item}\n- The timeliness of visits.\n"
        ));
        let sure: Vec<_> = doubted(&found, Rank::Improvement).into_iter().map(|(_, sure)| sure).collect();
        assert_eq!(sure, [true, false, true], "{item}");
    }
}

#[test]
fn a_sentence_that_speaks_of_the_item_above_belongs_to_it() {
    let found = letter(
        "## Areas for improvement\n- There is no strategy for work with adults.\nAs a result, nobody knows what makes children safer.\n- Information is not brought together.\nInspectors looked at 42 cases.\n",
    );
    assert_eq!(
        doubted(&found, Rank::Improvement),
        [
            (
                "There is no strategy for work with adults. As a result, nobody knows what makes children safer.",
                false
            ),
            ("Information is not brought together.", true),
        ]
    );
}

#[test]
fn a_reference_in_brackets_ends_an_item() {
    let found = letter(
        "## Areas for improvement\n- How soon families hear. (outcome 1, national framework)\n- The information that health services bring. (enabler: multi-agency working is effective, national framework)\n- The quality of plans.\n",
    );
    assert!(doubted(&found, Rank::Improvement).iter().all(|(_, sure)| *sure));
}

const SEND: &str =
    "# Area SEND inspection of Wexcombe Local Area Partnership\nInspection dates: 5 to 9 February 2024\n";

/// Each action with who answers for it, and whether it is sure.
fn answered(facts: &Facts) -> Vec<(&str, Option<&str>, bool)> {
    facts
        .ranked(Rank::PriorityAction)
        .map(|one| (one.text.as_str(), one.group.as_deref(), one.confidence == Confidence::Sure))
        .collect()
}

#[test]
fn who_answers_for_an_action_stands_in_its_row_on_either_side() {
    let rows = [
        ("Areas for priority action", "Responsible body"),
        ("Leaders must shorten waits.", "Wexcombe County Council"),
        ("Leaders must plan together.", "NHS Wexshire"),
    ];
    let expected = [
        ("Leaders must shorten waits.", Some("Wexcombe County Council"), true),
        ("Leaders must plan together.", Some("NHS Wexshire"), true),
    ];
    let right: Vec<_> = rows.iter().map(|(action, body)| format!("{action} | {body}")).collect();
    let left: Vec<_> = rows.iter().map(|(action, body)| format!("{body} | {action}")).collect();
    for table in [right, left] {
        let found = facts(&format!("{SEND}{}\n\n", table.join("\n")));
        assert_eq!(answered(&found), expected, "{table:?}");
    }
}

#[test]
fn a_table_that_goes_on_repeats_its_head_and_cuts_its_cells() {
    let first = "Responsible body | Areas for priority action\nWexcombe Safeguarding Children | Leaders must shorten waits.\n\n";
    let next = "Responsible body | Areas for priority action\nBoard |\nNHS Wexshire | Leaders must plan together.\n\n";
    let found = facts(&format!("{SEND}{first}{next}"));
    assert_eq!(
        answered(&found),
        [
            ("Leaders must shorten waits.", Some("Wexcombe Safeguarding Children Board"), true),
            ("Leaders must plan together.", Some("NHS Wexshire"), true),
        ]
    );
}

#[test]
fn a_cell_over_several_rows_answers_for_each() {
    let left = "Responsible body | Areas for priority action\nWexcombe County Council | Leaders must shorten waits.\n | Leaders must plan together.\n\n";
    let found = facts(&format!("{SEND}{left}"));
    assert_eq!(answered(&found)[1], ("Leaders must plan together.", Some("Wexcombe County Council"), true));
    let right = "Areas for priority action | Responsible body\nLeaders must shorten waits. | Wexcombe County Council\nLeaders must plan together. |\n\n";
    let found = facts(&format!("{SEND}{right}"));
    assert_eq!(answered(&found)[1], ("Leaders must plan together.", Some("Wexcombe County Council"), false));
}

#[test]
fn a_heading_over_the_whole_table_names_no_column() {
    let table = "Areas for priority action |\nResponsible body | Action\nWexcombe County Council | Leaders must shorten waits.\nNHS Wexshire | Leaders must plan together.\n\n";
    let found = facts(&format!("{SEND}{table}"));
    assert_eq!(
        answered(&found),
        [
            ("Leaders must shorten waits.", Some("Wexcombe County Council"), false),
            ("Leaders must plan together.", Some("NHS Wexshire"), false),
        ]
    );
}

#[test]
fn who_answers_run_into_an_action_is_looked_at() {
    let found = facts(&format!(
        "{SEND}## Areas for priority action\n- Wexcombe County Council Leaders must shorten waits.\n- Leaders must plan together.\n"
    ));
    let sure: Vec<_> = answered(&found).into_iter().map(|(.., sure)| sure).collect();
    assert_eq!(sure, [false, true]);
}

#[test]
fn sentences_of_a_paragraph_that_may_be_items_are_looked_at() {
    let found = letter(
        "## Areas for improvement\nThe quality of plans. The timeliness of visits.\nThe recording of decisions. This includes decisions about homes.\n## Main findings",
    );
    let sure: Vec<_> = doubted(&found, Rank::Improvement).into_iter().map(|(_, sure)| sure).collect();
    assert_eq!(sure, [false, true]);
}

#[test]
fn below_the_heading_of_another_list_that_ran_into_an_item_nothing_is_sure() {
    let found = letter(
        "## Areas for improvement\n- The quality of plans.\n- Families do not know of the offer. How well outcomes improve Strengths\n- Attendance is good.\n## Main findings",
    );
    let sure: Vec<_> = doubted(&found, Rank::Improvement).into_iter().map(|(_, sure)| sure).collect();
    assert_eq!(sure, [true, false, false]);
}

#[test]
fn a_line_without_an_end_among_sentences_is_looked_at() {
    let found = letter(
        "## Areas for improvement\nStrategic leadership and management\nThe quality of plans for children.\nThe timeliness of visits to children.\n## Main findings",
    );
    let sure: Vec<_> = doubted(&found, Rank::Improvement).into_iter().map(|(_, sure)| sure).collect();
    assert_eq!(sure, [false, true, true]);
}
