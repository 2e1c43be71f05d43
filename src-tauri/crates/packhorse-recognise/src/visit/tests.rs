use crate::paper::{facts, paper};
use packhorse_model::{Confidence, Facts};

fn days(facts: &Facts) -> Option<(String, bool)> {
    facts.inspected.as_ref().map(|fact| (fact.value.words(), fact.is_sure()))
}

const LETTER: &str = "12 September 2019\nDear Ms Moss,\n# Focused visit to Wexcombe children’s services\n";

#[test]
fn a_cover_gives_the_days_and_the_earlier_inspection_does_not() {
    let cover = "# Area SEND inspection of Wexcombe Local Area Partnership\nInspection dates: 23 to 27 September 2024\nDate of previous inspection: 21 to 25 November 2016";
    assert_eq!(days(&facts(cover)), Some(("23 to 27 September 2024".into(), true)));
    let table = "# Inspection of looked after children services\nInspection dates: | 8 – 12 July 2013\nReporting inspector | Ines Barraclough HMI\nAge group: All | Published: 16 August 2013";
    let read = facts(table);
    assert_eq!(days(&read), Some(("8 to 12 July 2013".into(), true)), "label and days stand in two cells");
    assert_eq!(read.lead_inspector.map(|fact| fact.value).as_deref(), Some("Ines Barraclough"));
    assert_eq!(read.published.map(|fact| fact.value.words()).as_deref(), Some("16 August 2013"));
}

#[test]
fn letters_say_their_days_in_their_opening_sentence() {
    for (opening, read) in [
        (
            "This letter summarises the findings of the focused visit to Wexcombe on 4 and 5 July 2019.",
            "4 to 5 July 2019",
        ),
        (
            "I am writing to confirm the findings of the monitoring visit to Wexcombe on 29 and 30 October 2019.",
            "29 to 30 October 2019",
        ),
        (
            "Between 4 July 2016 and 8 July 2016, Ofsted and the Care Quality Commission (CQC) conducted a joint inspection of the local area of Wexcombe.",
            "4 to 8 July 2016",
        ),
        (
            "From 5 to 9 February 2018, Ofsted, the Care Quality Commission and HMI Constabulary undertook a joint inspection of the response to neglect.",
            "5 to 9 February 2018",
        ),
    ] {
        let text = format!("{LETTER}{opening} The council was last inspected in May 2017.\nYours sincerely");
        assert_eq!(days(&facts(&text)), Some((read.into(), true)), "{opening}");
    }
}

#[test]
fn an_earlier_visit_is_not_this_one() {
    let letter = format!(
        "{LETTER}This letter summarises the findings of the focused visit.\nThe previous inspection took place on 3 June 2016.\nYours sincerely"
    );
    assert_eq!(days(&facts(&letter)), None, "only the earlier inspection has days");
    let story = facts(
        "By Ann Example, reporter\nLeaders have made progress since the inspection in May 2023, it said.",
    );
    assert_eq!(days(&story), None);
}

#[test]
fn a_day_the_calendar_denies_is_looked_at() {
    let letter = format!(
        "{LETTER}This letter summarises the findings of the focused visit on Monday 4 July 2019.\nYours sincerely"
    );
    assert_eq!(days(&facts(&letter)), Some(("4 July 2019".into(), false)), "it was a Thursday");
}

#[test]
fn a_story_without_a_year_is_read_against_its_own_date() {
    let story = facts(
        "By Ann Example, reporter\nSaturday 12 September 2026\nOfsted visited the council on 11 and 12 August.",
    );
    assert_eq!(days(&story), Some(("11 to 12 August 2026".into(), false)), "a person confirms the year");
    let undated = facts("By Ann Example, reporter\nOfsted visited the council on 11 and 12 August.");
    assert_eq!(days(&undated), None, "without a date of its own nothing is worked out");
}

#[test]
fn a_letter_is_led_by_who_signs_it_and_a_joint_letter_by_nobody() {
    let signed =
        "This letter summarises the findings.\nYours sincerely\nBronagh Teale\nHis Majesty’s Inspector";
    let letter = facts(&format!("{LETTER}{signed}"));
    assert_eq!(letter.lead_inspector.map(|fact| fact.value).as_deref(), Some("Bronagh Teale"));
    assert_eq!(letter.published.map(|fact| fact.value.words()).as_deref(), Some("12 September 2019"));
    let joint = facts(&format!(
        "1 September 2023\nDear colleagues\n# Joint targeted area inspection of Wexcombe\n{signed}"
    ));
    assert_eq!(joint.lead_inspector, None, "three inspectorates sign it");
}

#[test]
fn the_date_of_a_web_page_is_a_hint() {
    let mut page = paper("# Council welcomes letter\nNotes to editors");
    page.published_hint = Some("2026-09-11T09:00:00".into());
    let published = crate::recognise(&page).published.expect("the hint");
    assert_eq!(
        (published.value.words().as_str(), published.confidence),
        ("11 September 2026", Confidence::Check)
    );
}

#[test]
fn days_are_read_in_every_order_of_their_parts() {
    for (days_printed, read) in [
        ("06/03/2023 - 17/03/2023", "6 to 17 March 2023"),
        ("Between 22 and 26 May 2023", "22 to 26 May 2023"),
        ("Monday 31 January to Friday 4 February 2022", "31 January to 4 February 2022"),
    ] {
        let cover = format!(
            "# Inspection of Wexcombe local authority children’s services\nInspection dates: {days_printed}"
        );
        assert_eq!(days(&facts(&cover)).map(|found| found.0).as_deref(), Some(read), "{days_printed}");
    }
}

#[test]
fn the_day_of_a_meeting_and_of_the_last_inspection_are_not_when_a_paper_came_out() {
    let minutes = facts(
        "Minutes of the meeting\nScrutiny Panel, Tuesday 10 September 2024\nIt was RESOLVED that the letter be noted.",
    );
    assert!(minutes.published.is_none_or(|fact| !fact.is_sure()));
    let story =
        facts("For immediate release: Tuesday 14 October 2025\nThe council welcomes the letter from Ofsted.");
    assert_eq!(story.published.map(|fact| fact.value.words()).as_deref(), Some("14 October 2025"));
}

#[test]
fn a_name_may_have_particles_and_stand_above_its_office() {
    let named = |rest: &str| {
        let read = facts(&format!(
            "# Inspection of Wexcombe local authority children’s services\nInspection dates: 8 to 12 May 2023\n{rest}"
        ));
        read.lead_inspector.map(|fact| fact.value)
    };
    assert_eq!(named("Lead inspector: Dr Ann van der Berg HMI").as_deref(), Some("Ann van der Berg"));
    assert_eq!(named("Imogen Field\nHMI Lead Inspector").as_deref(), Some("Imogen Field"));
    assert_eq!(named("Philippa Stour, Ofsted HMI Lead inspector").as_deref(), Some("Philippa Stour"));
}

#[test]
fn a_story_of_a_nursery_has_no_visit_to_the_council() {
    let story = facts(
        "By Ann Example, reporter\nLittle Owls nursery is celebrating after Ofsted inspectors rated it outstanding.\nIt was inspected on 2 May 2024.",
    );
    assert_eq!((days(&story), story.framework), (None, None));
}

#[test]
fn the_line_that_says_it_is_a_release_dates_it_and_that_of_a_meeting_does_not() {
    let told = "Ofsted has visited.\n“We are pleased,” said Una Field, leader of the council.";
    let released = facts(&format!("Wexcombe Borough Council – news release – 9 May 2022\n{told}"));
    assert_eq!(released.published.map(|day| day.value.to_string()).as_deref(), Some("2022-05-09"));
    let met = facts(&format!("Wexcombe Borough Council – Cabinet – 9 May 2022\n{told}"));
    assert_eq!(met.published, None, "the day of a meeting is not the day a paper came out");
}

#[test]
fn two_names_above_one_office_are_looked_at() {
    let letter = |names: &str| {
        facts(&format!(
            "2 March 2018\nDear Ms Moss\n# Joint local area SEND inspection in Wexcombe\nBetween 15 January and 19 January 2018, Ofsted and the Care Quality Commission (CQC) conducted a joint inspection of the local area of Wexcombe.\nYours sincerely\n{names}HMI Lead Inspector\n"
        ))
    };
    let found = letter("Una Field\n");
    assert_eq!(found.lead_inspector.map(|fact| fact.confidence), Some(Confidence::Sure));
    let found = letter("Una Field\nIda Stone\n");
    assert_eq!(
        found.lead_inspector.map(|fact| fact.confidence),
        Some(Confidence::Check),
        "they stood side by side"
    );
}

#[test]
fn a_revisit_has_its_days() {
    let found = facts(
        "2 August 2021\nDear Ms Moss\n# Joint area SEND revisit in Wexcombe\nBetween 14 June and 16 June 2021, Ofsted and the Care Quality Commission (CQC) revisited the area of Wexcombe to decide whether sufficient progress has been made since 3 April 2019.\n",
    );
    assert_eq!(days(&found).map(|(days, _)| days).as_deref(), Some("14 to 16 June 2021"));
}

#[test]
fn the_day_of_a_letter_may_stand_beside_the_telephone_number() {
    let letter = |head: &str| {
        facts(&format!(
            "{head}\nDear Ms Moss\n# Focused visit to Wexcombe children’s services\nThis letter summarises the findings of the focused visit on 4 and 5 July 2019.\n"
        ))
    };
    let published = |head: &str| letter(head).published.map(|fact| fact.value.to_string());
    assert_eq!(published("T 0300 123 1231 12 September 2019").as_deref(), Some("2019-09-12"));
    assert_eq!(published("Telephone enquiries were answered until 12 September 2019"), None);
}

#[test]
fn a_monitoring_inspection_of_special_needs_is_known_by_its_title() {
    let found = facts(
        "# Area SEND monitoring inspection of Wexcombe Local Area Partnership\nInspection dates: 11 to 13 March 2025\nLead inspector: Ada Moss, His Majesty’s Inspector\n",
    );
    let value = |fact: Option<packhorse_model::Fact<String>>| fact.map(|fact| fact.value);
    assert_eq!(value(found.framework).as_deref(), Some("send-2023"));
    assert_eq!(value(found.kind).as_deref(), Some("area-send-report"));
    assert_eq!(value(found.authority).as_deref(), Some("Wexcombe"));
}
