//! Libraries that do not open, disks that are full or gone, and the ways on from there.

use crate::disk::Disk;
use crate::driver::Session;
use crate::stage::{Stage, window};
use crate::steps::WORDS;
use packhorse_tests::{absent, lacking, sample};
use serde_json::json;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};

/// A library with the letter in it, its window open.
fn with_letter() -> (Stage, Session) {
    let stage = Stage::raise(&[sample("2026-09-10_focused-visit.pdf")]);
    let page = Session::open(stage.port, &window());
    page.brings_in(1);
    page.shows("count-library", "1");
    (stage, page)
}

/// Ends the window and gives the one backup that was made before.
fn ended_with_a_backup(stage: &Stage, page: Session) -> PathBuf {
    page.backs_up();
    stage.kill_window();
    drop(page);
    let folder = stage.library().with_file_name("Backups");
    let mut copies = fs::read_dir(folder).expect("a folder of backups").flatten().map(|entry| entry.path());
    copies.next().expect("a backup")
}

/// Puts bytes in the library's place, as they are, without the log of what stood there.
fn replace(library: &Path, bytes: &[u8]) {
    for ending in ["-wal", "-shm"] {
        let _ = fs::remove_file(format!("{}{ending}", library.display()));
    }
    fs::write(library, bytes).expect("the library can be written");
}

fn kind(page: &Session) -> String {
    let kind =
        page.script("return document.querySelector('[data-testid=closed]')?.dataset.kind ?? ''", json!([]));
    kind.as_str().unwrap_or_default().to_owned()
}

/// Another program that holds the library until it is let go of.
struct Held(Child, Option<ChildStdin>);

impl Held {
    fn take(library: &Path, words: &str) -> Option<Self> {
        let mut command = Command::new("sqlite3");
        command.arg(library).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().ok()?;
        let mut input = child.stdin.take()?;
        writeln!(input, "{words}\nSELECT 'held';").expect("it listens");
        let mut answer = String::new();
        let output = child.stdout.take()?;
        let mut lines = BufReader::new(output);
        while !answer.contains("held") {
            answer.clear();
            assert!(lines.read_line(&mut answer).expect("it answers") > 0, "the library can be held");
        }
        Some(Self(child, Some(input)))
    }

    fn let_go(mut self) {
        drop(self.1.take());
        let _ = self.0.wait();
    }
}

#[test]
fn a_library_that_another_program_holds_opens_when_it_is_let_go() {
    let (stage, page) = with_letter();
    stage.kill_window();
    drop(page);
    let Some(held) = Held::take(&stage.library(), "PRAGMA locking_mode = EXCLUSIVE;\nBEGIN EXCLUSIVE;")
    else {
        return lacking("sqlite3", "no library was held by another program");
    };
    let page = Session::open(stage.port, &window());
    page.shows("closed", "Another program is using the library.");
    assert_eq!(kind(&page), "locked");
    assert_eq!(page.count("[data-testid=restore-other]"), 0, "a sound library is not to be replaced");
    page.click_on("try-again");
    page.until("it is tried again", || {
        let enabled = page.count("[data-testid=try-again]:not([disabled])") == 1;
        (enabled && kind(&page) == "locked").then_some(())
    });
    held.let_go();
    page.click_on("try-again");
    page.shows("count-library", "1");
}

#[test]
fn words_typed_while_another_program_writes_are_kept_as_soon_as_it_is_done() {
    let (stage, page) = with_letter();
    page.click_on("nav-packs");
    page.click_on("new-pack");
    page.type_into("new-pack-title", "Begun");
    page.click_on("new-pack-make");
    page.named("pack-title");
    let Some(held) = Held::take(&stage.library(), "BEGIN IMMEDIATE;") else {
        return lacking("sqlite3", "no library was held by another program");
    };
    page.refill("pack-title", "Typed in the meantime");
    page.shows("trouble", "Another program is using the library.");
    assert_eq!(page.value("pack-title"), "Typed in the meantime", "what was typed stays on the screen");
    assert_eq!(page.said("saved"), "Not saved yet");
    held.let_go();
    page.type_into("pack-title", "!");
    page.names("undo", "change title");
    page.gone("trouble");
    page.click_on("nav-packs");
    page.named("packs");
    page.click_with("open-pack-", "Typed in the meantime!");
}

#[test]
fn a_library_of_a_newer_program_is_told_and_left_byte_for_byte() {
    let (stage, page) = with_letter();
    let copy = ended_with_a_backup(&stage, page);
    let sound = fs::read(copy).expect("the backup");
    let mut newer = sound.clone();
    newer[60..64].copy_from_slice(&999_u32.to_be_bytes());
    replace(&stage.library(), &newer);
    let page = Session::open(stage.port, &window());
    page.shows("closed", "was made by a newer Packhorse");
    assert_eq!(kind(&page), "newer");
    assert_eq!(page.count("[data-testid^=restore-]"), 0, "no older copy is offered in its place");
    page.click_on("try-again");
    page.shows("closed", "was made by a newer Packhorse");
    assert_eq!(fs::read(stage.library()).expect("it is there"), newer);
    replace(&stage.library(), &sound);
    page.click_on("try-again");
    page.shows("count-library", "1");
}

#[test]
fn a_damaged_library_is_told_and_a_backup_takes_its_place_beside_it() {
    let (stage, page) = with_letter();
    let copy = ended_with_a_backup(&stage, page);
    let sound = fs::read(copy).expect("the backup");
    let cut = &sound[..sound.len() / 2];
    replace(&stage.library(), cut);
    let page = Session::open(stage.port, &window());
    page.shows("closed", "damaged");
    assert_eq!(kind(&page), "damaged");
    page.click_on("restore-0");
    page.shows("count-library", "1");
    let beside = fs::read_dir(stage.library().parent().expect("a folder")).expect("a folder").flatten();
    let kept = beside.filter(|entry| entry.file_name().to_string_lossy().contains(".replaced-"));
    let kept: Vec<Vec<u8>> = kept.filter_map(|entry| fs::read(entry.path()).ok()).collect();
    assert!(kept.iter().any(|bytes| bytes == cut), "what was damaged is kept as it was");
}

#[test]
fn a_backup_that_does_not_hold_leaves_the_library_as_it_is() {
    let (stage, page) = with_letter();
    page.backs_up();
    let folder = stage.library().with_file_name("Backups");
    let copy = fs::read_dir(folder).expect("a folder").flatten().next().expect("a backup").path();
    let bytes = fs::read(&copy).expect("the backup");
    fs::write(&copy, &bytes[..bytes.len() / 2]).expect("a broken backup");
    page.click_on("restore-0");
    page.click_on("restore-now");
    page.shows("trouble", "is no sound copy of a library");
    page.shows("count-library", "1");
    page.click_on("nav-library");
    page.click_with("open-", "Focused visit to Wexcombe");
    page.named("document");
}

#[test]
fn a_library_that_was_moved_away_can_be_begun_anew() {
    let (stage, page) = with_letter();
    ended_with_a_backup(&stage, page);
    let elsewhere = stage.folder.path().join("elsewhere.packhorse");
    fs::rename(stage.library(), elsewhere).expect("the library can be moved");
    for ending in ["-wal", "-shm"] {
        let _ = fs::remove_file(format!("{}{ending}", stage.library().display()));
    }
    let page = Session::open(stage.port, &window());
    page.named("closed");
    assert_eq!(kind(&page), "moved");
    page.click_on("begin-library");
    page.named("empty-library");
}

#[test]
fn a_folder_for_second_copies_that_is_gone_is_told_and_the_first_copy_counts() {
    let (stage, page) = with_letter();
    page.click_on("nav-settings");
    page.click_on("backup-folder-choose");
    page.names("undo", "change the folder of second copies");
    page.click_on("backup");
    page.shows("backup-made", &stage.out().display().to_string());
    // The drive was taken out; in its place there is something that is no folder.
    fs::remove_dir_all(stage.out()).expect("a folder can go");
    fs::write(stage.out(), "no folder").expect("a file");
    page.click_on("backup");
    page.shows("backup-made", "There is no second copy.");
    let copies = fs::read_dir(stage.library().with_file_name("Backups")).expect("a folder").count();
    assert_eq!(copies, 2, "both first copies are there");
}

#[test]
fn a_change_for_which_the_disk_has_no_room_is_told_and_made_when_there_is_room() {
    let stage = Stage::raise(&[sample("2026-09-10_focused-visit.pdf")]);
    let folder = stage.library().parent().expect("a folder").to_owned();
    fs::create_dir_all(&folder).expect("a folder");
    let Some(_disk) = Disk::mounted(&folder, "size=4m") else {
        return absent("leave to mount a small disk", "no library was filled up");
    };
    let page = Session::open(stage.port, &window());
    page.brings_in(1);
    page.click_with("open-", "Focused visit to Wexcombe");
    let filler = folder.join("holiday.mov");
    Disk::fill(&filler);
    page.select(WORDS);
    page.named("picker");
    page.press("1");
    page.shows("trouble", "The disk is full. Nothing was saved.");
    page.shows("count-quotes", "0");
    fs::remove_file(filler).expect("room is made");
    page.select(WORDS);
    page.named("picker");
    page.press("1");
    page.shows("count-quotes", "1");
    page.gone("trouble");
}
