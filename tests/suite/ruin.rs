//! Libraries that are damaged, foreign or too new.

use crate::library::Kept;
use packhorse_tests::sample;
use std::fs;

fn filled() -> Kept {
    let kept = Kept::new();
    kept.run(&["import"], &[&sample("2026-09-10_focused-visit.pdf")]).expect(&[0], "the letter can be read");
    kept
}

#[test]
fn a_library_of_a_newer_program_is_refused_and_left_untouched() {
    // Where SQLite keeps user_version, as its file format documents.
    const USER_VERSION: std::ops::Range<usize> = 60..64;
    let kept = filled();
    let mut bytes = fs::read(&kept.file).expect("the library can be read");
    bytes[USER_VERSION].copy_from_slice(&9_999_u32.to_be_bytes());
    fs::write(&kept.file, &bytes).expect("the library can be written");
    for words in [&["list"][..], &["library", "check"]] {
        let ended = kept.run(words, &[]);
        ended.expect(&[2, 3], "we do not know what a newer program keeps").without_panic();
        assert!(ended.err.to_lowercase().contains("newer"), "the person is told why: {}", ended.err);
    }
    assert!(fs::read(&kept.file).ok() == Some(bytes), "not one byte is changed");
}

#[test]
fn damage_is_found_by_the_check_and_told_in_words() {
    let kept = filled();
    let mut bytes = fs::read(&kept.file).expect("the library can be read");
    let from = bytes.len() / 3;
    for byte in &mut bytes[from..from + 8192] {
        *byte ^= 0x5a;
    }
    fs::write(&kept.file, &bytes).expect("the library can be written");
    let ended = kept.run(&["library", "check"], &[]);
    ended.expect(&[1, 2, 3], "8 kB of it are wrong").without_panic();
    assert!(!ended.err.trim().is_empty(), "the person is told");
}

#[test]
fn another_programs_file_is_not_taken_for_a_library() {
    let kept = Kept::new();
    fs::write(&kept.file, "A shopping list, not a library. Milk, bread, a bridge for Lower Marl.")
        .expect("a file can be written");
    let ended = kept.run(&["import"], &[&sample("2026-09-12_news.txt")]);
    ended.expect(&[2, 3], "somebody else's file is not ours to write in").without_panic();
    assert!(
        fs::read_to_string(&kept.file).is_ok_and(|text| text.contains("shopping list")),
        "it is left alone"
    );
}
