use super::*;
use crate::fixture::{sure, wexcombe};
use crate::{Note, outline_text, proofs, suggest};
use chrono::NaiveDate;
use packhorse_model::composed::{Cell, Link, Run};
use packhorse_model::{Confidence, Edit, Span};
use std::collections::BTreeSet;

fn plan(sources: &[Source]) -> Plan {
    let all: Vec<&Source> = sources.iter().collect();
    Plan {
        title: "Focused visit to Wexcombe: what inspectors said, and what to ask".to_owned(),
        marking: Some("OFFICIAL".to_owned()),
        committee: Some("Children and Families Scrutiny Committee".to_owned()),
        meeting: NaiveDate::from_ymd_opt(2027, 1, 14),
        made: NaiveDate::from_ymd_opt(2026, 12, 1).unwrap_or_default(),
        picks: suggest(&all, 8),
        notes: vec![
            Note { section: "asked-to-do".to_owned(), text: "Note the letter and agree a date.".to_owned() },
            Note {
                section: "lines-to-take".to_owned(),
                text: "The night team has had three staff since May.".to_owned(),
            },
        ],
        ..Plan::default()
    }
}

fn made_of(id: &str, plan: &Plan, sources: &[Source]) -> Result<(Composed, Vec<Notice>), Error> {
    let audience = Audience::built_in(id).expect("a template");
    let edition = Edition {
        audience: id.to_owned(),
        recipient: Some("Cllr Ros Ferrier".to_owned()),
        ..Edition::default()
    };
    compose(plan, &edition, &audience, sources)
}

fn made(id: &str) -> (Composed, Vec<Notice>) {
    let sources = wexcombe();
    made_of(id, &plan(&sources), &sources).expect("a pack")
}

fn messages(notices: &[Notice]) -> String {
    notices.iter().map(|notice| notice.message.as_str()).collect::<Vec<_>>().join("\n")
}

/// Compares with a kept text; `PACKHORSE_ACCEPT=1 cargo test` keeps the new one.
fn as_kept(name: &str, kept: &str, text: &str) {
    if std::env::var_os("PACKHORSE_ACCEPT").is_some() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/compose/expected");
        std::fs::create_dir_all(folder).expect("a folder");
        std::fs::write(format!("{folder}/{name}.txt"), text).expect("written");
        return;
    }
    for (line, (kept, now)) in kept.lines().zip(text.lines()).enumerate() {
        assert_eq!(kept, now, "{name}, line {}", line + 1);
    }
    assert_eq!(kept.lines().count(), text.lines().count(), "{name}: as many lines");
}

#[test]
fn each_audience_is_told_what_its_template_says() {
    for (id, kept) in [
        ("committee-chair", include_str!("expected/committee-chair.txt")),
        ("cabinet-member", include_str!("expected/cabinet-member.txt")),
        ("all-members", include_str!("expected/all-members.txt")),
        ("young-people", include_str!("expected/young-people.txt")),
    ] {
        let (composed, notices) = made(id);
        as_kept(id, kept, &format!("{}\n--- notices\n{}\n", outline_text(&composed), messages(&notices)));
    }
}

#[test]
fn the_chair_gets_no_lines_and_no_political_comment() {
    let (composed, notices) = made("committee-chair");
    let text = serde_json::to_string(&composed).expect("json");
    for withheld in ["night team", "office hours", "Riverside", "statement.txt"] {
        assert!(!text.contains(withheld), "“{withheld}” is nowhere in the chair’s file");
    }
    assert!(messages(&notices).contains("this edition holds no political comment"));
    assert!(messages(&notices).contains("“lines to take” is left out of the Chair’s briefing"));
    let (cabinet, _) = made("cabinet-member");
    let text = outline_text(&cabinet);
    assert!(
        text.contains("office hours")
            && text.contains("(Line to take, drafted by the manager) The night team")
    );
}

#[test]
fn a_changed_quotation_stops_the_pack() {
    let sources = wexcombe();
    let mut plan = plan(&sources);
    plan.picks[0].quote.words = plan.picks[0].quote.words.replace("quickly", "slowly");
    let error = made_of("committee-chair", &plan, &sources).expect_err("altered");
    assert!(matches!(&error, Error::Altered(_)) && error.to_string().contains("slowly"), "{error}");

    let mut changed = wexcombe();
    changed[1].document.text = changed[1].document.text.replace("calm, curious", "calm; curious");
    assert!(made_of("committee-chair", &self::plan(&sources), &changed).is_err(), "the source was changed");

    let without = &wexcombe()[..1];
    let error = made_of("committee-chair", &self::plan(&sources), without).expect_err("no source");
    assert!(matches!(error, Error::NoSource { .. }));
}

#[test]
fn every_quotation_is_proved_again_and_a_changed_one_is_found() {
    let sources = wexcombe();
    let plan = plan(&sources);
    for id in Audience::built_in_ids() {
        let (mut composed, _) = made_of(id, &plan, &sources).expect("a pack");
        let proved = proofs(&composed, &plan, &sources).expect("all are as their sources say");
        assert!(proved.len() >= 6, "{id}: {}", proved.len());
        let quotes = composed.sections.iter_mut().flat_map(|section| &mut section.blocks);
        for block in quotes {
            if let Block::Quote(quote) = block {
                quote.words = vec![packhorse_model::composed::Piece::Words("Nobody wrote this.".to_owned())];
                break;
            }
        }
        let error = proofs(&composed, &plan, &sources).expect_err("changed after composing");
        assert!(error.to_string().contains("Nobody wrote this."), "{error}");
    }
}

#[test]
fn permitted_edits_are_shown_and_never_change_the_words() {
    let sources = wexcombe();
    let mut plan = plan(&sources);
    let words = plan.picks[0].quote.words.clone();
    let start = words.find(" are listened to and").expect("words");
    let omit = Span { start, end: start + " are listened to and".len() };
    plan.picks[0].edits =
        vec![Edit::Omit { span: omit }, Edit::Insert { at: 0, words: "In Wexcombe,".to_owned() }];
    let (composed, _) = made_of("committee-chair", &plan, &sources).expect("a pack");
    let text = outline_text(&composed);
    assert!(
        text.contains(
            "“[In Wexcombe,]Children and families who contact the council on a weekday[…] are given"
        )
    );
    assert_eq!(proofs(&composed, &plan, &sources).expect("proved")[0].words, words);

    plan.picks[0].edits = vec![Edit::Omit { span: Span { start: 3, end: 900 } }];
    assert!(matches!(made_of("committee-chair", &plan, &sources), Err(Error::Edit { .. })));
}

#[test]
fn every_link_leads_somewhere_and_no_two_anchors_are_the_same() {
    for id in Audience::built_in_ids() {
        let (composed, _) = made(id);
        let (mut anchors, mut links) = (Vec::new(), Vec::new());
        for section in &composed.sections {
            anchors.push(section.id.clone());
            section.blocks.iter().for_each(|block| walk(block, &mut anchors, &mut links));
        }
        let unique: BTreeSet<&String> = anchors.iter().collect();
        assert_eq!(unique.len(), anchors.len(), "{id}: {anchors:?}");
        for link in links {
            assert!(unique.contains(&link), "{id}: nothing has the anchor {link}");
        }
    }
}

fn walk(block: &Block, anchors: &mut Vec<String>, links: &mut Vec<String>) {
    let mut follow = |runs: &[Run]| {
        links.extend(runs.iter().filter_map(|run| match &run.link {
            Some(Link::Anchor(anchor)) => Some(anchor.clone()),
            _ => None,
        }));
    };
    match block {
        Block::Paragraph { runs, .. } | Block::ManagersNote { runs, .. } => follow(runs),
        Block::List { items, .. } => items.iter().for_each(|item| follow(item)),
        Block::Question(question) => follow(&question.prompted_by),
        Block::Table(table) => {
            let cells: Vec<&Cell> = table.rows.iter().flatten().collect();
            cells.iter().flat_map(|cell| &cell.paragraphs).for_each(|runs| follow(runs));
            anchors.extend(cells.iter().filter_map(|cell| cell.id.clone()));
            for row in &table.rows {
                assert_eq!(row.len(), table.columns.len(), "{}: a cell for each column", table.caption);
            }
        }
        Block::Quote(quote) => {
            anchors.push(quote.id.clone());
            links.extend(quote.source.as_ref().map(|(anchor, _)| anchor.clone()));
        }
        Block::Panels { panels } => {
            panels.iter().flat_map(|panel| &panel.blocks).for_each(|block| walk(block, anchors, links));
        }
        Block::Heading { .. } | Block::Timeline(_) | Block::Balance(_) | Block::Contents => {}
    }
}

#[test]
fn what_nobody_confirmed_is_left_out_or_marked() {
    let mut sources = wexcombe();
    sources[0].facts.judgements[1].confidence = Confidence::Check;
    if let Some(published) = &mut sources[1].facts.published {
        published.confidence = Confidence::Check;
    }
    let mut plan = plan(&sources);
    let (composed, notices) = made_of("committee-chair", &plan, &sources).expect("a pack");
    let text = outline_text(&composed);
    assert!(text.contains("not confirmed, left out") && !text.contains("10 September 2026"), "{text}");
    assert!(
        messages(&notices).contains("Not confirmed in letter-2026.pdf, and left out of the pack: the date.")
    );
    plan.accept_unsure = true;
    let (composed, _) = made_of("committee-chair", &plan, &sources).expect("a pack");
    let text = outline_text(&composed);
    assert!(
        text.contains("Good (unconfirmed)") && text.contains("10 September 2026 (unconfirmed)"),
        "{text}"
    );
}

#[test]
fn what_is_left_out_as_unconfirmed_is_not_said_to_be_missing() {
    let mut sources = wexcombe();
    let mut text = |change: &dyn Fn(&mut Vec<packhorse_model::Source>)| {
        change(&mut sources);
        let plan = plan(&sources);
        outline_text(&made_of("committee-chair", &plan, &sources).expect("a pack").0)
    };
    let before = text(&|_| {});
    assert!(!before.contains("not confirmed"), "{before}");
    let said = text(&|sources| {
        let release = sources.iter_mut().find(|source| !source.facts.is_primary()).expect("a press release");
        release.facts.published.as_mut().expect("its date").confidence = Confidence::Check;
    });
    assert!(said.contains("Press release, date not confirmed, “"), "{said}");
    assert!(!said.contains("undated") && !said.contains("print no date"), "{said}");
    let said = text(&|sources| {
        let findings = &mut sources[1].facts.findings;
        let mut asked = findings.iter_mut().filter(|finding| finding.rank != packhorse_model::Rank::Strength);
        asked.next().expect("something to be done").confidence = Confidence::Check;
    });
    assert!(said.contains("; one more is not confirmed and is left out."), "{said}");
}

#[test]
fn unlike_scales_stand_side_by_side_as_printed() {
    let mut sources = wexcombe();
    sources[0].facts.framework = Some(sure("slac".to_owned()));
    sources[0].facts.judgements.truncate(1);
    sources[0].facts.judgements[0].grade = packhorse_model::Grade::AsPrinted("Adequate".to_owned());
    sources[1].facts.framework = Some(sure("ilacs-2026".to_owned()));
    let (composed, _) = made_of("committee-chair", &plan(&sources), &sources).expect("a pack");
    let text = outline_text(&composed);
    assert!(text.contains("| Overall effectiveness | Adequate | no longer given"), "{text}");
    assert!(text.contains("use different scales: their grades are not compared here"), "{text}");
    assert!(text.contains("“Adequate” was a grade until 2013"), "{text}");
    assert!(text.contains("┆ ILACS from 2026"), "{text}");
}

#[test]
fn the_same_plan_gives_the_same_pack() {
    assert_eq!(made("cabinet-member"), made("cabinet-member"));
}

#[test]
fn without_papers_there_is_still_a_pack_and_it_says_what_is_missing() {
    let plan = Plan { title: "Empty".to_owned(), ..Plan::default() };
    let (composed, notices) = made_of("committee-chair", &plan, &[]).expect("a pack");
    assert!(composed.sections.iter().any(|section| section.id == "sources"));
    assert!(messages(&notices).contains("No inspection report or letter"));
}

#[test]
fn a_section_is_headed_by_what_it_holds() {
    let sources = wexcombe();
    let mut plan = plan(&sources);
    plan.notes.clear();
    plan.follow_ups.clear();
    let headings = |plan: &Plan| {
        let (composed, _) = made_of("cabinet-member", plan, &sources).expect("a pack");
        composed.sections.into_iter().map(|section| section.heading).collect::<Vec<_>>()
    };
    let bare = headings(&plan);
    assert!(bare.contains(&"Areas to improve".to_owned()) && bare.contains(&"Likely questions".to_owned()));
    plan.notes.push(Note {
        section: "lines-to-take".to_owned(),
        text: "We have put two managers on duty at night.".to_owned(),
    });
    let written = headings(&plan);
    assert!(written.contains(&"Likely questions and lines to take".to_owned()), "{written:?}");
}

#[test]
fn words_like_none_of_the_report_they_speak_of_are_not_held_against_an_older_one() {
    let mut sources = wexcombe();
    let release = &mut sources[2];
    release.facts.quotations.truncate(1);
    release.facts.quotations[0].text =
        "The take-up of return home interviews by children in care across the borough".to_owned();
    release.facts.published = Some(sure("2023-05-20".parse().expect("a date")));
    let (composed, _) = made_of("committee-chair", &plan(&sources), &sources).expect("a pack");
    assert!(outline_text(&composed).contains("| words differ"), "the report of 2023 is its own");
    sources[2].facts.published = Some(sure("2026-09-11".parse().expect("a date")));
    let (composed, _) = made_of("committee-chair", &plan(&sources), &sources).expect("a pack");
    let text = outline_text(&composed);
    assert!(text.contains("No sentence like it was found in what it speaks of. | not found"), "{text}");
}

#[test]
fn a_paper_about_another_inspection_is_not_held_against_this_one() {
    let mut sources = wexcombe();
    let release = &mut sources[2];
    release.facts.published = Some(sure("2019-04-02".parse().expect("a date")));
    // Its first quotation is the letter’s own, so it is left out here.
    release.facts.quotations.remove(0);
    let (composed, _) = made_of("committee-chair", &plan(&sources), &sources).expect("a pack");
    let text = outline_text(&composed);
    assert!(
        text.contains("| not checked / The report or letter it speaks of is not in this pack."),
        "{text}"
    );
    assert!(text.contains("quoted once in public: one not checked"), "{text}");
    sources[2].facts.published = Some(sure("2026-09-11".parse().expect("a date")));
    let (composed, _) = made_of("committee-chair", &plan(&sources), &sources).expect("a pack");
    let text = outline_text(&composed);
    assert!(!text.contains("not checked") && text.contains("Inspectors are quoted once in public"), "{text}");
}

#[test]
fn areas_graded_otherwise_than_the_whole_are_named_on_the_first_page() {
    let sources: Vec<Source> = wexcombe().drain(..1).collect();
    let (composed, _) = made_of("committee-chair", &plan(&sources), &sources).expect("a pack");
    let text = outline_text(&composed);
    assert!(
        text.contains(
            "Overall effectiveness: “Requires improvement to be good”. Leaders’ impact on practice: “Good”."
        ),
        "{text}"
    );
}

mod honest;
mod late;
mod ledger;
mod over_time;
