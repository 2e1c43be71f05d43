//! Packs that are not issued, with the reason and the way on; and entries that cannot be right.

use crate::disk::Disk;
use crate::driver::Session;
use crate::stage::{Stage, window};
use crate::steps::{WORDS, brought_in};
use packhorse_tests::{absent, lacking, sample};
use std::fs;
use std::process::Command;

/// A pack on everything in the library, in the composer, with the quotations that are picked.
fn composed(page: &Session, quotes: bool) {
    page.begins_pack("What inspectors said");
    page.named("composer");
    if quotes {
        page.click_on("add-quotes");
        page.click_with_box("add-quote-");
        page.click_on("add-quotes-add");
        page.names("undo", "add quote");
    }
    page.until("the pages are drawn", || {
        (page.count("[data-testid=preview-text-1], [data-testid=preview-cannot]") > 0).then_some(())
    });
}

/// Opens the issue sheet and gives what stops the pack.
fn stopped(page: &Session, why: &str) {
    page.click_on("issue");
    page.until(&format!("a line that stops the pack says “{why}”"), || {
        let script = "return [...document.querySelectorAll('[data-testid=issue-sheet] [data-stops=true]')].map((line) => line.textContent).join(' ')";
        let found = page.script(script, serde_json::json!([]));
        found.as_str().is_some_and(|words| words.contains(why)).then_some(())
    });
    assert_eq!(page.count("[data-testid=issue-next]:disabled"), 1, "there is no way on");
    assert_eq!(page.count("[data-testid=issue-write]"), 0);
}

fn written(page: &Session) {
    page.click_on("issue");
    page.goes_on_to_write();
    page.named("issued-1");
}

fn in_folder(stage: &Stage) -> usize {
    fs::read_dir(stage.out()).expect("a folder").count()
}

#[test]
fn a_paper_under_embargo_stops_a_pack_until_the_pack_says_so() {
    let papers = tempfile::tempdir().expect("a folder");
    let release = papers.path().join("release.txt");
    let words = "EMBARGOED UNTIL 1 March 2099\n\nWexcombe County Council has seen the letter from Ofsted about its children’s services and accepts what it says.";
    fs::write(&release, words).expect("a file");
    let stage = Stage::raise(&[sample("2026-09-10_focused-visit.pdf"), release]);
    let page = brought_in(&stage, 2);
    composed(&page, false);
    stopped(&page, "release.txt says that it is a draft or under embargo.");
    page.press("\u{E00C}");
    page.gone("issue-sheet");
    assert_eq!(in_folder(&stage), 0, "nothing was written");
    page.type_into("pack-marking", "Embargoed until 1 March 2099");
    page.names("undo", "change marking");
    written(&page);
    assert_eq!(in_folder(&stage), 2);
}

#[test]
fn a_pack_whose_folder_cannot_take_it_leaves_nothing_there_and_is_written_later() {
    let stage = Stage::raise(&[sample("2026-09-10_focused-visit.pdf")]);
    let page = brought_in(&stage, 1);
    composed(&page, false);
    fs::remove_dir(stage.out()).expect("an empty folder can go");
    fs::write(stage.out(), "no folder").expect("a file");
    page.click_on("issue");
    page.goes_on_to_write();
    page.shows("issue-sheet", "is a file, not a folder.");
    fs::remove_file(stage.out()).expect("it can go");
    fs::create_dir(stage.out()).expect("a folder");

    if let Some(disk) = Disk::mounted(&stage.out(), "size=64k") {
        page.click_on("issue-write");
        page.shows("issue-sheet", "because the disk is full. Free some space and try again.");
        assert_eq!(in_folder(&stage), 0, "nothing half-written stays");
        disk.seal();
        page.click_on("issue-write");
        page.shows("issue-sheet", "could not be written there. Choose a folder you may write to");
    } else {
        absent("leave to mount a small disk", "no pack was written to a full or read-only one");
    }
    page.click_on("issue-write");
    page.named("issued-1");
    assert_eq!(in_folder(&stage), 2);
}

#[test]
fn a_pack_that_has_lost_a_document_says_so_until_it_is_taken_out_or_comes_back() {
    let stage = Stage::raise(&[sample("2026-09-10_focused-visit.pdf"), sample("2023-05-19_inspection.pdf")]);
    let page = brought_in(&stage, 2);
    page.picks_words();
    composed(&page, true);
    page.click_on("nav-library");
    page.click_with("open-", "Focused visit to Wexcombe");
    page.click_on("remove-source");
    page.names("undo", "remove document");
    page.shows("count-quotes", "0");
    page.click_on("nav-packs");
    page.click_with("open-pack-", "What inspectors said");
    page.shows("sources-gone", "A document that was removed");
    page.shows("pack-quotes", "This quote is no longer in the library.");
    stopped(&page, "A document of this pack was removed from the library.");
    page.press("\u{E00C}");
    page.gone("issue-sheet");

    // Undo brings all of it back; redo takes it again, and then the pack lets go of it.
    page.click_on("undo");
    page.gone("sources-gone");
    page.until("the quotation is back", || page.said("pack-quotes").contains(WORDS).then_some(()));
    page.click_on("redo");
    page.shows("sources-gone", "A document that was removed");
    let gone = page.id_after("sources-gone-");
    page.click_on(&format!("sources-gone-{gone}"));
    page.there_and_back("remove document", || page.count("[data-testid=sources-gone]") == 0);
    let lost = page.id_after("out-");
    page.click_on(&format!("out-{lost}"));
    page.there_and_back("remove quote", || page.count("[data-testid^=pack-quote-]") == 0);
    written(&page);
    assert_eq!(in_folder(&stage), 2);
}

#[test]
fn a_quotation_that_is_not_what_its_source_says_stops_a_pack_until_it_is_picked_again() {
    let stage = Stage::raise(&[sample("2026-09-10_focused-visit.pdf")]);
    let page = brought_in(&stage, 1);
    page.picks_words();
    composed(&page, true);
    stage.kill_window();
    drop(page);
    let change = "UPDATE quote SET words = replace(words, 'quickly', 'swiftly');";
    let Ok(changed) = Command::new("sqlite3").arg(stage.library()).arg(change).status() else {
        return lacking("sqlite3", "no quotation was changed behind the program’s back");
    };
    assert!(changed.success());

    let page = Session::open(stage.port, &window());
    page.click_on("nav-packs");
    page.click_with("open-pack-", "What inspectors said");
    page.shows("pack-quotes", "The source no longer holds these exact words.");
    page.until("the pack cannot be made", || {
        (page.count("[data-testid=fix-bar] [role=status]") == 1
            && page.count("[data-testid=preview-cannot]") == 1)
            .then_some(())
    });
    stopped(&page, "is not what wexcombe_2026-09-10_focused-visit.pdf says at that place.");
    page.press("\u{E00C}");
    page.gone("issue-sheet");
    page.click_on("nav-quotes");
    page.click_on("quotes-tab-altered");
    let id = page.id_after("repick-");
    let sides = page.said(&format!("altered-{id}"));
    assert!(sides.contains("quickly") && sides.contains("swiftly"), "both stand side by side: {sides}");
    page.click_on(&format!("repick-{id}"));
    page.there_and_back("pick the words again", || {
        page.count("[data-testid^=altered-]") == 0 && page.said("quotes").contains("given help quickly")
    });
    page.click_on("nav-packs");
    page.click_with("open-pack-", "What inspectors said");
    page.named("preview-text-1");
    written(&page);
    assert_eq!(in_folder(&stage), 2);
}

#[test]
fn what_cannot_be_right_is_said_beside_where_it_was_entered() {
    let stage = Stage::raise(&[sample("2026-09-10_focused-visit.pdf")]);
    fs::write(stage.folder.path().join("logo.svg"), "A shopping list: bread, milk.").expect("a file");
    let page = brought_in(&stage, 1);
    page.click_with("open-", "Focused visit to Wexcombe");
    page.click_on("side-tab-facts");
    page.click_on("correct-published");
    page.refill("fact-value-published", "last Tuesday");
    page.click_on("fact-keep-published");
    page.shows("trouble", "2026-09-10");
    page.click_on("trouble-dismiss");
    page.gone("trouble");

    page.click_on("nav-settings");
    page.click_on("logo-choose");
    page.named("trouble");
    assert_eq!(page.count("[data-testid=logo]"), 0, "a shopping list is no logo");
    page.click_on("trouble-dismiss");

    composed(&page, false);
    page.type_into("pack-meeting", "soon\u{E004}");
    page.shows("pack-meeting-wrong", "Write the day like 14 January 2027.");
    page.click_on("paste-names");
    page.type_into("names", "clerk@wexcombe.example");
    page.shows("nameless", "No name was given for clerk@wexcombe.example");
    assert_eq!(page.count("[data-testid=names-add]:disabled"), 1);

    // A character no font has: the pack cannot be made with it, and can again without it.
    let noted = page.id_after("add-note-");
    page.click_on(&format!("add-note-{noted}"));
    page.paste_into(&format!("note-{noted}"), "Well done \u{1F600}");
    page.named("preview-cannot");
    stopped(&page, "U+1F600");
    page.press("\u{E00C}");
    page.gone("issue-sheet");
    page.click_on("undo");
    page.gone("preview-cannot");

    page.click_on("nav-hour");
    page.refill("hour-meeting", "tea time");
    assert_eq!(page.count("[data-testid=hour-begin]:disabled"), 1, "a clock needs a time");
    page.refill("hour-meeting", "23:59");
    assert_eq!(page.count("[data-testid=hour-begin]:not([disabled])"), 1);
}
