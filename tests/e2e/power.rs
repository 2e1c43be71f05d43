//! What is told to be saved is there after the window was killed, whatever it was doing.

use crate::driver::Session;
use crate::stage::{Stage, window};
use packhorse_tests::{lacking, sample};
use serde_json::json;
use std::path::PathBuf;
use std::process::Command;

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
    page.brings_in(1);
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
    page.brings_in(1);
    page.backs_up();
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
    page.brings_in(1);
    page.backs_up();
    page.click_on("restore-0");
    page.click_on("restore-now");
    stage.kill_window();
    drop(page);

    let page = Session::open(stage.port, &window());
    page.named("main");
    page.shows("count-library", "1");
}

#[test]
fn a_window_killed_again_and_again_while_sixty_documents_come_in_ends_with_each_of_them_once() {
    let papers = tempfile::tempdir().expect("a folder");
    for number in 0..60 {
        let words =
            format!("Statement {number} of the council, 16 September 2026. We accept finding {number}.");
        std::fs::write(papers.path().join(format!("statement {number:02}.txt")), words).expect("a file");
    }
    let stage = Stage::raise(&[papers.path().to_owned()]);
    for _ in 0..2 {
        let page = Session::open(stage.port, &window());
        page.click_on("bring-in");
        page.until("documents come in", || {
            (page.count("[data-testid=tray][data-state=running] li") > 2).then_some(())
        });
        let read = page.count("[data-testid=tray] li + li");
        stage.kill_window();
        drop(page);
        let page = Session::open(stage.port, &window());
        page.until("the library opens with what was read", || {
            let held = page.said("count-library");
            let held: usize = held.split(' ').next()?.parse().ok()?;
            (held >= read).then_some(())
        });
        stage.kill_window();
    }
    let page = Session::open(stage.port, &window());
    page.click_on("bring-in");
    page.shows("tally", "already here");
    page.shows("count-library", "60");
    assert_eq!(page.count("[data-testid^=brought-]"), 60, "each file has its answer");
    assert_eq!(page.count("[data-testid^=brought-][data-state=refused]"), 0);
}

#[test]
fn a_window_killed_while_the_sample_library_is_opened_can_open_the_rest() {
    let stage = Stage::raise(&[]);
    let page = Session::open(stage.port, &window());
    page.click_on("open-sample");
    page.until("the first sample is in", || {
        (page.count("[data-testid=tray][data-state=running] li + li") > 0).then_some(())
    });
    stage.kill_window();
    drop(page);

    let page = Session::open(stage.port, &window());
    page.shows("count-library", "document");
    let held = page.said("count-library");
    assert!(!held.starts_with("0 "), "what was in is in: {held}");
    // From a library that is not empty the samples are had through the palette.
    page.click_on("search");
    page.type_into("palette-words", "sample documents");
    page.click_on("palette-sample");
    page.shows("tally", "already here");
    page.shows("count-library", "8");
}

#[test]
fn a_window_killed_while_quotes_are_suggested_has_all_of_them_or_none() {
    let names = ["2018-11-30_inspection.pdf", "2023-05-19_inspection.pdf", "2026-09-10_focused-visit.pdf"];
    let files: Vec<PathBuf> = names.iter().map(|name| sample(name)).collect();
    let stage = Stage::raise(&files);
    let page = Session::open(stage.port, &window());
    page.brings_in(3);
    page.begins_pack("Begun");
    page.named("preview-text-1");
    // The click is given by the page itself, so that nothing waits for what it does.
    page.script("document.querySelector('[data-testid=suggest-quotes]').click()", json!([]));
    stage.kill_window();
    drop(page);

    let page = Session::open(stage.port, &window());
    page.click_on("nav-packs");
    page.click_with("open-pack-", "Begun");
    page.named("preview-text-1");
    let picked = page.count("[data-testid^=pack-quote-]");
    assert_eq!(
        page.said("count-quotes").split(' ').next(),
        Some(picked.to_string().as_str()),
        "in both or in neither"
    );
    if picked == 0 {
        page.click_on("suggest-quotes");
        page.names("undo", "suggest quotes");
    }
    page.until("twelve are suggested", || (page.count("[data-testid^=pack-quote-]") == 12).then_some(()));
}

#[test]
fn a_window_killed_while_a_backup_is_written_leaves_no_half_copy_among_the_backups() {
    let stage = Stage::raise(&[sample("2026-09-10_focused-visit.pdf")]);
    let page = Session::open(stage.port, &window());
    page.brings_in(1);
    page.backs_up();
    // A library as large as one of many years, so that copying it takes a while.
    let years = "INSERT INTO setting (name, value, changed, revision, removed) VALUES ('years', replace(hex(zeroblob(60000000)), '0', 'x'), '2026-01-01T00:00:00Z', 1, '2026-01-01T00:00:00Z');";
    let Ok(grown) = Command::new("sqlite3").arg(stage.library()).arg(years).status() else {
        return lacking("sqlite3", "no backup of a large library was broken off");
    };
    assert!(grown.success());
    let folder = stage.library().with_file_name("Backups");
    let entries = || std::fs::read_dir(&folder).map_or(0, |entries| entries.flatten().count());
    assert_eq!(entries(), 1, "the first backup");
    page.script("document.querySelector('[data-testid=backup]').click()", json!([]));
    page.until("a copy is begun", || (entries() > 1).then_some(()));
    stage.kill_window();
    drop(page);

    let page = Session::open(stage.port, &window());
    page.shows("count-library", "1");
    page.click_on("nav-settings");
    page.named("backups");
    let listed = page.count("[data-testid^=restore-]");
    for copy in (0..listed).rev() {
        page.click_on(&format!("restore-{copy}"));
        page.click_on("restore-now");
        page.shows("said", "The backup is in place.");
        page.script("document.querySelector('[data-testid=said]').textContent = ''", json!([]));
        page.shows("count-library", "1");
    }
    page.click_on("backup");
    page.named("backup-made");
}
