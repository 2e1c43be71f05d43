use crate::paper::facts;
use packhorse_model::{Facts, Quotation};

const STORY: &str =
    "By Ada Moss, Local Democracy Reporter\nChildren in Wexcombe wait too long, Ofsted has said.\n";

fn story(text: &str) -> Facts {
    facts(&format!("{STORY}{text}"))
}

fn words(facts: &Facts) -> Vec<&str> {
    facts.quotations.iter().map(|quotation| quotation.text.as_str()).collect()
}

fn speakers(facts: &Facts) -> Vec<&str> {
    facts.quotations.iter().map(|quotation| quotation.speaker.as_deref().unwrap_or("")).collect()
}

fn only(facts: &Facts) -> &Quotation {
    let [only] = &facts.quotations[..] else { panic!("one quotation, not {:?}", words(facts)) };
    only
}

#[test]
fn marks_of_every_style_hold_a_quotation() {
    for text in [
        "Cllr Ivo Bell said: “We know that homes are too far away.”",
        "Cllr Ivo Bell said: \"We know that homes are too far away.\"",
        "Cllr Ivo Bell said: ‘We know that homes are too far away.’",
        "Cllr Ivo Bell said: 'We know that homes are too far away.'",
    ] {
        let found = story(text);
        assert_eq!(only(&found).text, "We know that homes are too far away.", "{text}");
        assert_eq!(speakers(&found), ["Cllr Ivo Bell"], "{text}");
    }
}

#[test]
fn a_quotation_inside_a_quotation_belongs_to_the_outer_one() {
    let found =
        story("Cllr Ivo Bell said: “One child told me ‘they turn up’, and the children’s plans say so.”");
    assert_eq!(words(&found), ["One child told me ‘they turn up’, and the children’s plans say so."]);
}

#[test]
fn speech_over_several_paragraphs_has_one_speaker() {
    let found = story(
        "Cllr Ivo Bell, leader of the council, said: “We will build homes in the county.\n“We will build them this year.\n“Nobody should wait.”",
    );
    assert_eq!(speakers(&found), ["Cllr Ivo Bell"; 3], "each paragraph opens and only the last closes");
    assert_eq!(words(&found)[2], "Nobody should wait.");
}

#[test]
fn a_speech_that_never_closes_ends_with_its_sentence_and_is_looked_at() {
    let found = story(
        "Inspectors wrote that they “did not find a child who was hurt. But some had waited all night in the same house.",
    );
    assert_eq!(only(&found).text, "did not find a child who was hurt.");
    assert!(only(&found).rule.contains("no closing mark"));
}

#[test]
fn a_closing_mark_alone_inverts_nothing() {
    let found = story(
        "They did not act in time,” the letter says of leaders.\nInspectors said staff were “calm, curious and kind to every child”.",
    );
    assert_eq!(words(&found), ["calm, curious and kind to every child"]);
}

#[test]
fn scare_quotes_grades_and_reported_speech_are_no_quotations() {
    let found = story(
        "The ‘front door’ team was rated “good” and the “Children and Families Plan” was kept.\nCllr Ivo Bell said that the council had been warned and would act.",
    );
    assert_eq!(words(&found), [""; 0]);
}

#[test]
fn the_speaker_stands_before_after_or_above() {
    let found = story(
        "“We were warned in spring,” said Cllr Ivo Bell, leader of the opposition. “Nobody listened to us.”\nPriya Ransome, director of children’s services, said: “The letter is fair and we accept it.”\nCouncillor Una Field, Chair of the Scrutiny Committee, said:\n“The committee will meet in October to ask why.”",
    );
    assert_eq!(speakers(&found), ["Cllr Ivo Bell", "Cllr Ivo Bell", "Priya Ransome", "Councillor Una Field"]);
    assert_eq!(found.quotations[2].role.as_deref(), Some("director of children’s services"));
}

#[test]
fn a_pronoun_is_the_person_named_before_and_never_sure() {
    let found = story(
        "Cllr Ivo Bell, who leads the opposition, said the council had been warned.\n“It was the first thing on the list,” he said.",
    );
    assert_eq!(speakers(&found), ["Cllr Ivo Bell"]);
    assert!(only(&found).confidence < packhorse_model::Confidence::Sure);
}

#[test]
fn a_name_begins_with_no_small_word() {
    let found = story("But Nadia Bell said: “Seventeen children is seventeen too many.”");
    assert_eq!(speakers(&found), ["Nadia Bell"]);
}

#[test]
fn a_joint_statement_has_all_who_made_it() {
    let found = story(
        "Ivo Bell, the chair of the committee, and Una Field, the ward councillor, issued a joint statement on the judgement.\n“We take our duty to children very seriously,” the statement said.",
    );
    assert_eq!(speakers(&found), ["Ivo Bell and Una Field"]);
}

#[test]
fn a_role_or_a_body_may_speak_without_a_name() {
    let found = story(
        "A spokesperson for the charity Next Lane Home said: “Two years is a long time when you are nineteen.”",
    );
    let quotation = only(&found);
    assert_eq!((quotation.speaker.as_deref(), quotation.of_inspectors), (None, false));
    assert!(
        quotation.role.as_deref().is_some_and(|role| role.contains("spokesperson")),
        "{:?}",
        quotation.role
    );
    let found =
        story("The council has to send a plan, and says that it will do so “before the end of term”.");
    let quotation = only(&found);
    assert_eq!((quotation.organisation.as_deref(), quotation.of_inspectors), (Some("the council"), false));
}

#[test]
fn the_inspectors_words_are_second_hand_in_a_story() {
    for text in [
        "“Plans are late and too many children wait,” the report said.",
        "Ofsted’s inspectors found that “plans are late and too many children wait”.",
        "In a letter published on Thursday Ofsted said: “Plans are late and too many children wait.”",
        "Inspectors have written to the council about its front door. Their letter was published yesterday.\nIt says: “Plans are late and too many children wait.”",
    ] {
        let found = story(text);
        let quotation = only(&found);
        assert!(quotation.of_inspectors && quotation.second_hand, "{text}: {quotation:?}");
        assert_eq!(quotation.speaker, None, "{text}");
    }
}

#[test]
fn when_nobody_is_named_nobody_spoke() {
    let found = facts(
        "By Ada Moss, reporter\nA meeting was held.\n“Everything will be all right in the end.”\nThe meeting closed.",
    );
    let quotation = only(&found);
    assert_eq!(
        (quotation.speaker.as_deref(), quotation.role.as_deref(), quotation.of_inspectors),
        (None, None, false)
    );
    assert!(quotation.confidence < packhorse_model::Confidence::Sure);
}

#[test]
fn a_report_names_nobody_it_quotes_and_the_words_are_not_the_inspectors() {
    let found = facts(
        "# Inspection of Wexcombe local authority children’s services\nInspection dates: 15 to 19 May 2023\nLead inspector: Ada Moss HMI\n1. Staff described this as a time when they were ‘waiting for the next email’ from St Ivo House.\n2. One young person told inspectors that her adviser ‘knows when I need to be left alone’.",
    );
    for quotation in &found.quotations {
        assert_eq!(
            (quotation.speaker.as_deref(), quotation.of_inspectors),
            (None, false),
            "{}",
            quotation.text
        );
    }
    let roles: Vec<_> = found.quotations.iter().map(|quotation| quotation.role.as_deref()).collect();
    assert_eq!(roles, [Some("staff"), Some("one young person")]);
}
