//! Keeping documents, from the terminal.

use packhorse_tests::{Ended, packhorse, papers, sample, values};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A library in a folder of its own.
pub(crate) struct Kept {
    /// The folder, which goes when this goes.
    pub(crate) folder: TempDir,
    /// The library's file.
    pub(crate) file: PathBuf,
}

impl Kept {
    /// An empty place for a library.
    pub(crate) fn new() -> Self {
        let folder = TempDir::new().expect("a folder can be made");
        let file = folder.path().join("packhorse.db");
        Self { folder, file }
    }

    /// Runs a command on this library.
    pub(crate) fn run(&self, words: &[&str], files: &[&Path]) -> Ended {
        let words = words.iter().map(OsString::from);
        let files = files.iter().map(|file| file.as_os_str().to_owned());
        packhorse(words.chain(files).chain(["--library".into(), self.file.clone().into_os_string()]))
    }
}

#[test]
fn what_is_imported_is_listed_found_and_sound() {
    let kept = Kept::new();
    let letter = sample("2026-09-10_focused-visit.pdf");
    let news = sample("2026-09-12_news.txt");
    kept.run(&["import", "--json"], &[&letter, &news]).expect(&[0], "both can be read").without_panic();
    let listed = kept.run(&["list", "--json"], &[]);
    assert_eq!(values(&listed.expect(&[0], "a library can be listed").out).len(), 2, "{}", listed.out);
    let found = kept.run(&["search", "calm curious", "--json"], &[]);
    assert!(found.expect(&[0], "a library can be searched").out.contains("calm"), "{}", found.out);
    kept.run(&["library", "check"], &[]).expect(&[0], "nothing happened to it");
}

#[test]
fn the_same_file_twice_is_kept_once() {
    let kept = Kept::new();
    let letter = sample("2026-09-10_focused-visit.pdf");
    for _ in 0..2 {
        kept.run(&["import"], &[&letter]).expect(&[0], "bringing it again is no mistake");
    }
    assert_eq!(values(&kept.run(&["list", "--json"], &[]).out).len(), 1);
}

#[test]
fn a_folder_is_brought_in_whole() {
    let kept = Kept::new();
    let drop = kept.folder.path().join("drop");
    std::fs::create_dir(&drop).expect("a folder can be made");
    let written = papers(&drop, 1, 5);
    kept.run(&["import"], &[&drop]).expect(&[0], "every paper can be read");
    let listed = kept.run(&["list", "--json"], &[]).out;
    for paper in written {
        let name = paper.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        assert!(listed.contains(&name), "{name} is missing: {listed}");
    }
}
