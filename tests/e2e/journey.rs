//! From files to an issued pack, in the real window.

use crate::driver::Session;
use crate::hands::{CTRL, ENTER, Hands, SHIFT};
use crate::stage::{Stage, window};
use crate::steps::WORDS;
use packhorse_tests::{sample, text};
use serde_json::json;
use std::path::PathBuf;

const FIVE: [&str; 5] = [
    "2026-09-10_focused-visit.pdf",
    "2026-09-11_press-release.html",
    "2026-09-12_news.txt",
    "2023-05-19_inspection.pdf",
    "2018-11-30_inspection.pdf",
];

#[test]
fn a_manager_brings_two_files_in_picks_words_composes_and_issues() {
    let stage =
        Stage::raise(&[sample("2026-09-10_focused-visit.pdf"), sample("2026-09-11_press-release.html")]);
    let page = Session::open(stage.port, &window());

    page.brings_in(2);
    page.shows("count-library", "2");

    page.picks_words();

    page.begins_pack("What inspectors said at the front door");

    page.adds_quote();
    page.type_into("pack-committee", "Children and Families Scrutiny Committee");
    page.type_into("pack-meeting", "14 January 2027\u{E007}");
    page.until("the preview holds the words", || {
        let shown = page.script(
            "return [...document.querySelectorAll('[data-testid^=preview-text-]')].map((page) => page.textContent).join(' ').replace(/\\s+/g, ' ')",
            json!([]),
        );
        shown.as_str().is_some_and(|shown| shown.contains(WORDS)).then_some(())
    });

    page.click_on("issue");
    page.until("the files can be written", || {
        if let Some(next) = page.all("[data-testid=issue-next]:not([disabled])").first() {
            let _ = page.click(next);
        }
        page.all("[data-testid=issue-write]").first().and_then(|button| page.click(button).ok())
    });
    page.named("issued-0");

    let mut issued: Vec<_> = std::fs::read_dir(stage.out())
        .expect("the folder is there")
        .flatten()
        .map(|entry| entry.path())
        .collect();
    issued.sort();
    assert_eq!(issued.len(), 2, "one file for the chair and one for the cabinet member: {issued:?}");
    for file in &issued {
        let read = text(file).expect("pdftotext reads it");
        let read = read.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(read.contains(WORDS), "another reader finds the picked words in {}", file.display());
    }
}

/// A letter, two earlier reports, and what was said in public.
fn five() -> Vec<PathBuf> {
    FIVE.iter().map(|name| sample(name)).collect()
}

/// How many PDFs stand in the folder.
fn issued(stage: &Stage) -> usize {
    let entries = std::fs::read_dir(stage.out()).expect("the folder is there").flatten();
    entries.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "pdf")).count()
}

#[test]
fn five_files_become_two_issued_packs_in_at_most_twenty_five_actions_by_mouse() {
    let stage = Stage::raise(&five());
    let page = Session::open(stage.port, &window());
    let hands = Hands::on(&page);
    hands.click("bring-in");
    page.shows("tally", "5");
    hands.click("nav-packs");
    hands.click("new-pack");
    hands.fill("new-pack-title", "What inspectors said, and what to ask");
    hands.tick_all("new-pack-source-");
    hands.click("new-pack-make");
    hands.fill("pack-committee", "Children and Families Scrutiny Committee");
    hands.fill("pack-meeting", "14 January 2027\u{E004}");
    page.named("preview-text-2");
    hands.click("issue");
    page.until("the check has been made", || {
        (!page.all("[data-testid=issue-next], [data-testid=issue-write]").is_empty()).then_some(())
    });
    if !page.all("[data-testid=issue-next]").is_empty() {
        hands.click("issue-next");
    }
    hands.click("issue-write");
    page.named("issued-1");
    assert_eq!(issued(&stage), 2, "one for the chair and one for the cabinet member");
    assert!(hands.actions() <= 25, "{} actions", hands.actions());
}

#[test]
fn five_files_become_two_issued_packs_by_keyboard_alone() {
    let stage = Stage::raise(&five());
    let page = Session::open(stage.port, &window());
    let hands = Hands::on(&page);
    page.named("main");
    hands.chord(&[CTRL, "o"]);
    page.shows("tally", "5");
    hands.chord(&[CTRL, SHIFT, "p"]);
    page.named("new-pack-title");
    hands.write("What inspectors said, and what to ask");
    hands.tab_to("new-pack-source-");
    for _ in 0..5 {
        let at = hands.focus();
        hands.chord(&[" "]);
        page.press("\u{E004}");
        if hands.focus() == at || !hands.focus().starts_with("new-pack-source-") {
            break;
        }
    }
    hands.tab_to("new-pack-make");
    hands.chord(&[ENTER]);
    page.named("preview-text-2");
    hands.chord(&[CTRL, ENTER]);
    page.until("the files are written", || {
        if !page.all("[data-testid=issued-1]").is_empty() {
            return Some(());
        }
        if ["issue-next", "issue-write"].contains(&hands.focus().as_str()) {
            hands.chord(&[ENTER]);
        } else if !page.all("[data-testid=issue-next], [data-testid=issue-write]:not([disabled])").is_empty()
            && page.all("[data-testid=issuing]").is_empty()
        {
            hands.tab_to("issue-");
        }
        None
    });
    assert_eq!(issued(&stage), 2);
}
