//! From files to an issued pack, in the real window.

use crate::driver::Session;
use crate::stage::{Stage, window};
use packhorse_tests::{sample, text};
use serde_json::json;

const WORDS: &str =
    "Children and families who contact the council on a weekday are listened to and are given help quickly.";

#[test]
fn a_manager_brings_two_files_in_picks_words_composes_and_issues() {
    let stage =
        Stage::raise(&[sample("2026-09-10_focused-visit.pdf"), sample("2026-09-11_press-release.html")]);
    let page = Session::open(stage.port, &window());

    page.click_on("bring-in");
    page.shows("tally", "2");
    page.click_on("tray-close");
    page.shows("count-library", "2");

    page.click_with("open-", "Focused visit to Wexcombe");
    page.select(WORDS);
    page.named("picker");
    page.press("1");
    page.shows("count-quotes", "1");

    page.click_on("nav-packs");
    page.click_on("new-pack");
    page.type_into("new-pack-title", "What inspectors said at the front door");
    page.tick_all("new-pack-source-");
    page.click_on("new-pack-suggest");
    page.click_on("new-pack-make");

    page.click_on("add-quotes");
    page.click_with_box("add-quote-");
    page.click_on("add-quotes-add");
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
