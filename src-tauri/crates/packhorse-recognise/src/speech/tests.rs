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

#[test]
fn a_party_or_a_ward_in_brackets_does_not_speak() {
    let found =
        story("Cllr. Denise Stead (Labour, Arnold South), says: “Enough is enough for these children.”");
    assert_eq!(speakers(&found), ["Cllr. Denise Stead"]);
}

#[test]
fn whom_a_speaker_speaks_of_does_not_speak() {
    for (text, speaker) in [
        (
            "Cllr Jane Marsh criticised Cllr Bob Rees. She said: “This has gone on for far too long.”",
            "Cllr Jane Marsh",
        ),
        (
            "Cllr Tom Finn was scathing.\n“He would say that, would he not,” he said of Cllr Bob Rees.",
            "Cllr Tom Finn",
        ),
        ("In a letter to director Jane Marsh, Ofsted said: “Plans are late and too many children wait.”", ""),
        (
            "The report praised Cllr Jane Marsh, and inspectors said: “Plans are late and too many children wait.”",
            "",
        ),
    ] {
        assert_eq!(speakers(&story(text)), [speaker], "{text}");
    }
}

#[test]
fn who_tells_the_inspectors_is_not_the_inspectors() {
    let found = story("One young person told inspectors: “My adviser turns up when she says she will.”");
    assert!(!only(&found).of_inspectors);
    assert_eq!(only(&found).role.as_deref(), Some("one young person"));
}

#[test]
fn words_that_speak_of_the_inspectors_are_not_theirs() {
    let found = story(
        "The report was published on Friday. “I am pleased that inspectors saw how hard our team works.”",
    );
    assert!(!only(&found).of_inspectors, "nobody is better than the wrong one");
}

#[test]
fn a_mark_that_nothing_opened_closes_the_speech_above() {
    let found = story(
        "Gareth Poole, chair of the board, said: “It is wonderful to hear that services are good.\nMy thanks go to everyone whose work has been recognised.”",
    );
    assert_eq!(speakers(&found), ["Gareth Poole"; 2]);
    assert_eq!(words(&found)[1], "My thanks go to everyone whose work has been recognised.");
}

#[test]
fn a_heading_within_a_statement_keeps_the_speaker() {
    let found = story(
        "Councillor Caroline Bowman, cabinet member for children, said:\n“We were aware that the programme had not gone far enough.\n## Taking stock\n“This inspection has been a chance to see where we are.”",
    );
    assert_eq!(speakers(&found), ["Councillor Caroline Bowman"; 2]);
}

#[test]
fn names_stand_after_a_dash_in_the_row_and_above_what_is_set_off() {
    let dash = story(
        "“Give us safe caseloads and we will give you a good inspection.” – Dev Rooke, regional organiser",
    );
    assert_eq!(speakers(&dash), ["Dev Rooke"]);
    let row = story("Cllr Yusuf Demir | “I want the waiting list published each quarter.”");
    assert_eq!(speakers(&row), ["Cllr Yusuf Demir"]);
    let set_off = story(
        "Councillor Harriet Odunsi, Cabinet Member for Children, said:\n> I have met many of the young people the inspectors spoke to.",
    );
    assert_eq!(speakers(&set_off), ["Councillor Harriet Odunsi"]);
}

#[test]
fn the_chair_is_who_the_minutes_say() {
    let found = facts(
        "Minutes of the meeting\nPresent: Cllr Ann-Marie Sowden (Chair), Cllr Yusuf Demir\nDr Marlowe: “Initial health assessments are late because we are told late.”\nThe Chair summed up. “We are grateful for the honesty,” she said.",
    );
    assert_eq!(speakers(&found)[1], "Cllr Ann-Marie Sowden");
}

#[test]
fn words_read_out_are_the_reports() {
    let found = story(
        "Cllr Jane Marsh quoted from page 9 of the report: “Some care leavers do not have an adviser who visits.”",
    );
    assert_eq!((only(&found).speaker.as_deref(), only(&found).of_inspectors), (None, true));
}

#[test]
fn a_speech_keeps_its_possessives_and_its_elisions() {
    let found = story(
        "Coun Des Brightwell said: 'It's no good saying the workers' caseloads were too high when it was you that set 'em. They told you in '22.'",
    );
    assert_eq!(
        words(&found),
        [
            "It's no good saying the workers' caseloads were too high when it was you that set 'em. They told you in '22."
        ]
    );
}

#[test]
fn a_headline_is_nobodys_next_sentence() {
    let found = story(
        "Ofsted said plans were “too often completed for young people and not with them”.\n## ‘We built this team by team’\nThe director was pleased.",
    );
    assert_eq!(words(&found), ["too often completed for young people and not with them"]);
}

#[test]
fn a_letter_that_says_what_they_do_is_not_the_person_named_above() {
    let found = story(
        "Una Field, director, said that it was a fair letter.\nSocial workers see children alone. The letter says that they “use direct work well with each child”.",
    );
    assert!(only(&found).of_inspectors && only(&found).speaker.is_none());
    let other = story(
        "Una Field, director, read the letter. She said that they “use direct work well with each child”.",
    );
    assert_eq!(speakers(&other), ["Una Field"]);
}

#[test]
fn a_passage_read_out_is_the_reports_and_one_from_a_speech_is_not() {
    let found =
        story("Cllr Ivo Bell read out the passage on supervision: “It is too often a list of tasks.”");
    assert!(only(&found).of_inspectors);
    let other =
        story("Cllr Ivo Bell read out the passage from his speech: “It is too often a list of tasks.”");
    assert_eq!((speakers(&other), only(&other).of_inspectors), (vec!["Cllr Ivo Bell"], false));
}

#[test]
fn a_visit_that_has_found_is_the_inspectors_and_a_visitor_is_not() {
    let found = story(
        "A focused visit to Wexcombe Council on 2 May has found that work is “determined and ever more successful”.",
    );
    assert!(only(&found).of_inspectors);
    let other = story(
        "After a focused visit Cllr Ivo Bell found that work is “determined and ever more successful”.",
    );
    assert_eq!(speakers(&other), ["Cllr Ivo Bell"]);
}

#[test]
fn a_list_does_not_hide_who_it_is() {
    let text = "Inspectors found:\n- Children are seen without delay.\n- The duty team is thoughtful.\n- Staff know their children.\n- Homes are near.\n“In the weakest, the story cannot be read at all,” it added.";
    assert!(only(&story(text)).of_inspectors);
    let other = story(&text.replace("Inspectors found:", "The council said:"));
    assert!(!only(&other).of_inspectors);
}

#[test]
fn those_who_had_told_inspectors_speak_for_themselves() {
    let found = story(
        "Cllr Ivo Bell read it.\nThe Panel noted that workers had told inspectors that they had “time to think”.",
    );
    assert_eq!((only(&found).speaker.as_deref(), only(&found).role.as_deref()), (None, Some("workers")));
    let other = story("Cllr Ivo Bell, leader, had told inspectors that there was “time to think”.");
    assert_eq!(speakers(&other), ["Cllr Ivo Bell"]);
}

#[test]
fn a_role_that_reminds_is_not_the_person_named_above() {
    let found = story(
        "Cllr Ada Batten asked if children were safe.\nThe Cabinet Member reminded the panel that he had asked and that the team was “working its socks off”.",
    );
    assert_eq!(
        (only(&found).speaker.as_deref(), only(&found).role.as_deref()),
        (None, Some("Cabinet Member"))
    );
    let other = story(
        "Cllr Ada Batten, leader, was firm. She reminded the panel that the team was “working its socks off”.",
    );
    assert_eq!(speakers(&other), ["Cllr Ada Batten"]);
}

#[test]
fn a_first_name_that_the_paragraph_brings_in_is_the_one_who_says() {
    let above = "Cllr Ivo Bell, leader, said that homes are too far away.\n";
    let found = story(&format!(
        "{above}Deon, who is 19, lived at many addresses. “I kept my stuff in the bag,” he says."
    ));
    assert_eq!(speakers(&found), ["Deon"]);
    let other = story(&format!("{above}Sadly, he had been told so. “I kept my stuff in the bag,” he says."));
    assert_eq!(speakers(&other), ["Cllr Ivo Bell"]);
}

#[test]
fn a_full_stop_is_no_part_of_a_name_and_an_initial_keeps_its_own() {
    let found = story("“We warned them in writing and we warned them in meetings,” said Carol Mbatha.");
    assert_eq!(speakers(&found), ["Carol Mbatha"]);
}

#[test]
fn an_appendix_is_nobody_and_a_person_with_an_initial_is() {
    let found =
        story("The report is at Appendix A. It opens with the sentence: “Children are safer than before.”");
    assert_eq!(speakers(&found), [""]);
    let other = story("This is what Una A. Field said: “Children are safer than before.”");
    assert_eq!(speakers(&other), ["Una A. Field"]);
}
