//! Names and words of other languages: printed and copied as they are, or named before a pack is made.

use packhorse_tests::{Ended, lacking, packhorse, plain, sample, sorted, text};
use std::fs;
use tempfile::TempDir;

/// Builds a pack with these words in its title, its committee, its recipient and a note.
fn build(words: &str) -> (TempDir, Ended) {
    let folder = TempDir::new().expect("a folder can be made");
    let letter = sample("2026-09-10_focused-visit.pdf");
    let pack = format!(
        "title = \"{words}: what inspectors said\"\ncouncil = \"Wexcombe\"\ndocuments = [{letter:?}]\nmade = 2026-10-05\n[meeting]\ncommittee = \"{words}\"\ndate = 2026-10-13\n[[edition]]\naudience = \"committee-chair\"\nrecipient = \"{words}\"\n[[note]]\nsection = \"at-a-glance\"\ntext = \"A note about {words}.\"\n"
    );
    let file = folder.path().join("pack.toml");
    fs::write(&file, pack).expect("a file can be written");
    let to = folder.path().join("out");
    let ended = packhorse(["build".as_ref(), file.as_os_str(), "--to".as_ref(), to.as_os_str()]);
    (folder, ended)
}

#[test]
fn polish_turkish_welsh_and_czech_words_print_and_copy_as_they_are() {
    for words in [
        "Zażółć gęślą jaźń",
        "İbrahim Çağrı Öztürk",
        "Siân Tŷ’r Ŵyl",
        "Příliš žluťoučký kůň",
        "Zoe\u{308} O’Brien",
    ] {
        let (folder, ended) = build(words);
        ended.expect(&[0], "every letter has a font").without_panic();
        let made = sorted(&folder.path().join("out"));
        let Some(read) = text(&made[0]).map(|read| plain(&read)) else {
            return lacking("poppler", "words of other languages were not read back");
        };
        let composed: String = unicode_normalization::UnicodeNormalization::nfc(words).collect();
        let near = |label: &str| read.contains(&format!("{label} {composed}"));
        assert!(near("Committee") && near("For"), "{composed} in {read}");
        assert!(read.contains(&format!("A note about {composed}.")), "{composed} in {read}");
    }
}

#[test]
fn letters_no_font_has_are_named_and_no_pack_is_made() {
    for (words, named) in [("اردو", "U+0627"), ("Ros 😀", "U+1F600"), ("中文", "U+4E2D")] {
        let (folder, ended) = build(words);
        ended.expect(&[3], "a letter left out in silence would be a changed name").without_panic();
        assert!(ended.err.contains(named), "{words}: {}", ended.err);
        let to = folder.path().join("out");
        assert!(!to.exists() || sorted(&to).is_empty(), "nothing is written");
    }
}
