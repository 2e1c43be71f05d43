//! What is told to be saved is there after the window was killed, whatever it was doing.

use crate::driver::Session;
use crate::stage::{Stage, window};
use packhorse_tests::sample;
use serde_json::json;
use std::path::PathBuf;

/// Begins a pack and waits until the window says that its title is saved.
fn a_pack_called(page: &Session, title: &str) {
    page.click_on("nav-packs");
    page.click_on("new-pack");
    page.type_into("new-pack-title", "Begun");
    page.click_on("new-pack-make");
    page.named("pack-title");
    page.script("document.querySelector('[data-testid=pack-title]').select()", json!([]));
    page.type_into("pack-title", title);
    page.shows("undo", "title");
    page.until("the title is saved", || {
        let shown = page.script(
            "return [document.querySelector('[data-testid=saved]')?.textContent ?? '', document.querySelector('h1')?.textContent ?? ''].join(' ')",
            json!([]),
        );
        shown.as_str().is_some_and(|shown| shown.starts_with("Saved") && shown.contains(title)).then_some(())
    });
}

#[test]
fn what_was_saved_is_there_after_the_window_was_killed() {
    let stage = Stage::raise(&[sample("2026-09-10_focused-visit.pdf")]);
    let page = Session::open(stage.port, &window());
    page.click_on("bring-in");
    page.shows("tally", "1");
    page.click_on("tray-close");
    a_pack_called(&page, "Kept through a power cut");
    stage.kill_window();
    drop(page);

    let page = Session::open(stage.port, &window());
    page.named("main");
    page.shows("count-library", "1");
    page.click_on("nav-packs");
    page.click_with("open-pack-", "Kept through a power cut");
    page.named("composer");
}

#[test]
fn a_window_killed_while_documents_come_in_opens_again_with_those_that_were_in() {
    let names = [
        "2018-11-30_inspection.pdf",
        "2023-05-19_inspection.pdf",
        "2026-09-10_focused-visit.pdf",
        "2026-09-11_press-release.html",
        "2026-09-12_news.txt",
        "2026-09-30_young-peoples-summary.docx",
    ];
    let files: Vec<PathBuf> = names.iter().map(|name| sample(name)).collect();
    let stage = Stage::raise(&files);
    let page = Session::open(stage.port, &window());
    page.click_on("bring-in");
    page.until("the first document is in", || {
        (!page.all("[data-testid=tray][data-state=running] li + li").is_empty()).then_some(())
    });
    stage.kill_window();
    drop(page);

    let page = Session::open(stage.port, &window());
    page.named("main");
    page.shows("count-library", "document");
    assert!(page.all("[data-testid=closed]").is_empty(), "the library opens");
    // The lock of the killed window holds nobody up: the rest is brought in now.
    page.click_on("bring-in");
    page.named("tally");
}

#[test]
fn a_library_that_was_moved_away_is_put_back_from_the_window() {
    let stage = Stage::raise(&[sample("2026-09-10_focused-visit.pdf")]);
    let page = Session::open(stage.port, &window());
    page.click_on("bring-in");
    page.shows("tally", "1");
    page.click_on("tray-close");
    page.click_on("nav-settings");
    page.click_on("backup");
    page.named("backup-made");
    stage.kill_window();
    drop(page);
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", stage.library().display()));
    }

    let page = Session::open(stage.port, &window());
    page.named("closed");
    page.click_on("restore-0");
    page.shows("count-library", "1");
}

#[test]
fn a_library_that_is_no_library_is_told_in_words_and_left_as_it_is() {
    let stage = Stage::raise(&[]);
    std::fs::create_dir_all(stage.library().parent().expect("a folder")).expect("a folder");
    std::fs::write(stage.library(), b"A shopping list: bread, milk.").expect("a file");
    let page = Session::open(stage.port, &window());
    page.named("closed");
    page.shows("closed", "library");
    assert_eq!(std::fs::read(stage.library()).expect("it is there"), b"A shopping list: bread, milk.");
}

#[test]
fn a_window_killed_while_a_backup_is_restored_opens_again() {
    let stage = Stage::raise(&[sample("2026-09-10_focused-visit.pdf")]);
    let page = Session::open(stage.port, &window());
    page.click_on("bring-in");
    page.shows("tally", "1");
    page.click_on("tray-close");
    page.click_on("nav-settings");
    page.click_on("backup");
    page.named("backup-made");
    page.click_on("restore-0");
    page.click_on("restore-now");
    stage.kill_window();
    drop(page);

    let page = Session::open(stage.port, &window());
    page.named("main");
    page.shows("count-library", "1");
}
