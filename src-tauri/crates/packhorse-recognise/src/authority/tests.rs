use crate::paper::facts;
use packhorse_model::{Confidence, SourceKind};

/// The council of a letter with this title, as a name and whether it is sure.
fn titled(title: &str) -> Option<(String, bool)> {
    let letter = format!(
        "Dear Director,\n# {title}\nThis letter summarises the findings of the visit.\nYours sincerely"
    );
    facts(&letter).authority.map(|fact| (fact.value.clone(), fact.is_sure()))
}

#[test]
fn a_title_names_the_council_whatever_its_form() {
    for (title, council) in [
        ("Focused visit to Redcar & Cleveland children’s services", "Redcar and Cleveland"),
        ("Inspection of Bristol City Council local authority children’s services", "Bristol"),
        ("Focused visit to St. Helens Borough Council children’s services", "St Helens"),
        ("Focused visit to Saint Helens children’s services", "St Helens"),
        ("Monitoring visit of Kingston upon Hull City Council children’s services", "Kingston upon Hull"),
        ("Monitoring visit to Hull City Council children’s services", "Kingston upon Hull"),
        ("Focused visit to Birmingham Children’s Trust", "Birmingham"),
        (
            "Focused visit to the Royal Borough of Windsor and Maidenhead children’s services",
            "Windsor and Maidenhead",
        ),
        (
            "Area SEND inspection of Bath and North East Somerset Local Area Partnership",
            "Bath and North East Somerset",
        ),
        ("Joint targeted area inspection of London Borough of Sutton", "Sutton"),
        ("Joint local area SEND inspection in Wexcombe", "Wexcombe"),
        ("Joint targeted area inspection of the multi-agency response to neglect in Wexcombe", "Wexcombe"),
        ("Inspection of Wexcombe local authority children’s services", "Wexcombe"),
        ("Monitoring visit of Nether Quayle Council children’s services", "Nether Quayle"),
    ] {
        assert_eq!(titled(title), Some((council.into(), true)), "{title}");
    }
}

#[test]
fn a_cover_names_the_council_above_or_below_the_title() {
    for cover in [
        "# Wexcombe County Council\n# Inspection of children’s social care services\nInspection dates: 8 to 19 October 2018",
        "# Inspection of safeguarding and looked after children services\n# Wexcombe County Council\nInspection dates: 16 – 27 April 2012",
    ] {
        let council = facts(cover).authority.expect("the cover names it");
        assert_eq!((council.value.as_str(), council.confidence), ("Wexcombe", Confidence::Sure));
    }
}

#[test]
fn a_text_that_only_says_the_council_names_none() {
    let text = "A positive report into how the Council supports children has been welcomed by the authority.\nCllr Ann Example said she was proud.";
    assert_eq!(facts(text).authority, None, "nothing is inferred from a councillor");
    assert!(facts(text).notices.iter().any(|notice| notice.message.contains("council")), "the program asks");
}

#[test]
fn places_inside_other_names_are_no_councils() {
    for text in [
        "A nursery in Sutton Coldfield was praised by inspectors.",
        "The University of Leeds has published a study of inspections.",
        "Write to the office at 1 High Street, Sutton SM1 1EA about the inspection.",
        "Reading is taught well, inspectors said of the reading scheme.",
    ] {
        assert!(!facts(text).authority.is_some_and(|fact| fact.is_sure()), "{text}");
    }
}

#[test]
fn a_name_in_no_list_is_never_sure_outside_a_title() {
    let story = facts(
        "By Ann Example, Local Democracy Reporter\nInspectors have visited Wexcombe County Council, which welcomed the letter.",
    );
    assert_eq!(story.source_kind.value, SourceKind::NewsStory);
    let council = story.authority.expect("the story names it");
    assert_eq!((council.value.as_str(), council.confidence), ("Wexcombe", Confidence::Check));
}

/// The council of a story that begins with these words, as a name and whether it is sure.
fn told(story: &str) -> Option<(String, bool)> {
    facts(&format!("By Ann Example, Local Democracy Reporter\n{story}"))
        .authority
        .map(|fact| (fact.value.clone(), fact.is_sure()))
}

#[test]
fn a_name_in_capitals_is_the_whole_name_and_not_its_tail() {
    for (story, council) in [
        (
            "BATH and North East Somerset Council’s children’s services have been rated good by Ofsted.",
            "Bath and North East Somerset",
        ),
        ("KENT COUNCIL RATED GOOD BY OFSTED", "Kent"),
        ("Inspectors praised leaders at Telford & Wrekin Council this week.", "Telford and Wrekin"),
    ] {
        assert_eq!(told(story).map(|found| found.0).as_deref(), Some(council), "{story}");
    }
    assert_eq!(
        told("READING AND WRITING ARE TAUGHT WELL, SAYS OFSTED"),
        None,
        "a word in capitals may be any word"
    );
}

#[test]
fn the_head_of_a_paper_names_its_council_and_an_office_is_no_part_of_the_name() {
    let minutes = facts(
        "# CASTLEMOOR COUNCIL\nMinutes of the meeting held on 7 November 2018\nThe inspection was discussed.",
    );
    assert_eq!(minutes.authority.map(|fact| fact.value).as_deref(), Some("Castlemoor"));
    let joint =
        told("Cllr Ada Moss, Leader of Kingsmarl Metropolitan Borough Council, said the report was fair.");
    assert_eq!(joint.map(|found| found.0).as_deref(), Some("Kingsmarl"));
}

#[test]
fn a_round_up_of_councils_is_about_none_of_them() {
    let list = "Inspectors rated Oldham, Derby, West Sussex, Suffolk and Ealing councils in the second wave.";
    assert_eq!(told(list), None);
    let headed = "Three councils were visited this month.\nNorth Somerset Council\nInspectors visited on 4 and 5 June 2024.\nBracknell Forest Council\nInspectors visited on 11 June 2024.";
    assert_eq!(told(headed), None);
}

#[test]
fn a_childrens_home_is_not_its_owners_services() {
    let home = facts(
        "# Inspection report for children’s home: Larkrise House\nInspected under the social care common inspection framework\nRegistered provider: Kent County Council\nInspection dates: 14 to 15 May 2019\nDate of last inspection: 6 November 2018\nOverall experiences and progress of children and young people | Good\n## What does the children’s home need to do to improve?\n- Plans should be reviewed.",
    );
    assert_eq!((home.authority, home.published), (None, None), "the provider is not inspected as a council");
    assert!(home.judgements.is_empty() && home.findings.is_empty());
    assert!(home.notices.iter().any(|notice| notice.message.contains("not about one council")));
}
