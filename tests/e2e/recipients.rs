//! Packs for many people, in the real window: what one may not see, and a power cut in the middle.

use crate::driver::Session;
use crate::stage::{Stage, window};
use crate::steps::WORDS;
use packhorse_tests::{sample, text};
use std::path::{Path, PathBuf};

/// A pack about the visit, with a quotation picked in the reader, opened in the composer.
fn begun(page: &Session) {
    page.brings_in(1);
    page.picks_words();
    page.begins_pack("What inspectors said at the front door");
    page.adds_quote();
    page.type_into("pack-committee", "Children and Families Scrutiny Committee");
    page.type_into("pack-meeting", "14 January 2027\u{E007}");
}

/// Adds people by names pasted into one field.
fn people(page: &Session, names: &str) {
    page.click_on("paste-names");
    page.paste_into("names", names);
    page.click_on("names-add");
}

/// Goes through the check as far as the button that writes the files.
fn write_files(page: &Session) {
    page.click_on("issue");
    page.goes_on_to_write();
}

fn pdfs(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "pdf"))
        .collect();
    files.sort();
    files
}

fn words_of(file: &Path) -> String {
    text(file).expect("pdftotext reads it").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_one_person_may_not_see_is_in_everybody_elses_copy_and_not_in_theirs() {
    let stage = Stage::raise(&[sample("2026-09-10_focused-visit.pdf")]);
    let page = Session::open(stage.port, &window());
    begun(&page);
    people(&page, "Cllr Ros Ferrier\nMarr, Jo <jo.marr@wexcombe.example>");
    page.click_on("withheld-3");
    page.until("the box of the quotation can be unticked", || {
        let boxes = page.all("[data-testid=withhold-3] .quote input");
        boxes.first().and_then(|found| page.click(found).ok())
    });
    let out = "return !document.querySelector('[data-testid=withhold-3] .quote input').checked";
    page.until("it is unticked", || (page.script(out, serde_json::json!([])) == true).then_some(()));
    write_files(&page);
    page.named("issued-3");
    let files = pdfs(&stage.out());
    assert_eq!(files.len(), 4, "two editions and two people: {files:?}");
    for file in &files {
        let withheld = file.to_string_lossy().contains("marr");
        assert_eq!(words_of(file).contains(WORDS), !withheld, "{}", file.display());
    }
}

#[test]
fn a_window_killed_while_packs_are_written_leaves_whole_files_and_a_sound_library() {
    let stage = Stage::raise(&[sample("2026-09-10_focused-visit.pdf")]);
    let page = Session::open(stage.port, &window());
    begun(&page);
    let names: Vec<String> = (0..12).map(|number| format!("Cllr Person Number{number}")).collect();
    people(&page, &names.join("\n"));
    page.shows("people-count", "14");
    write_files(&page);
    page.until("the first file is written", || (!pdfs(&stage.out()).is_empty()).then_some(()));
    stage.kill_window();
    drop(page);
    for file in pdfs(&stage.out()) {
        assert!(words_of(&file).contains("What inspectors said"), "{} is whole", file.display());
    }

    let page = Session::open(stage.port, &window());
    page.named("main");
    assert!(page.all("[data-testid=closed]").is_empty(), "the library opens");
    page.click_on("nav-packs");
    page.click_with("open-pack-", "What inspectors said at the front door");
    page.shows("people-count", "14");
    // What was left of the first issue holds up no second one, and the register has that one whole.
    page.named("preview-text-1");
    write_files(&page);
    page.named("issued-13");
    page.click_on("issue-done");
    page.click_on("nav-register");
    page.until("each file has its line", || {
        let lines = page.count("[data-testid=register-row]");
        (lines == 14 || lines == 28).then_some(())
    });
    for file in pdfs(&stage.out()) {
        assert!(words_of(&file).contains("What inspectors said"), "{} is whole", file.display());
    }
}
