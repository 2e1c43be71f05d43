//! Real documents, where they are at hand: `../shared/corpus` beside the project.

use crate::check::checked;
use packhorse_tests::{absent, corpus, packhorse, sorted, values};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

const SO: &str = "nothing was tried on real documents";

fn named(folder: &Path, start: &str) -> PathBuf {
    let is_it =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(start));
    sorted(folder).into_iter().find(is_it).unwrap_or_else(|| panic!("the corpus has no {start}…"))
}

#[test]
fn every_real_document_is_read_but_the_web_page_that_is_named_pdf() {
    let Some(folder) = corpus() else { return absent("../shared/corpus", SO) };
    let files = sorted(&folder);
    let words = ["read".as_ref()]
        .into_iter()
        .chain(files.iter().map(|file| file.as_os_str()))
        .chain(["--json".as_ref()]);
    let ended = packhorse(words);
    ended.expect(&[1], "all but one can be read").without_panic();
    let read: BTreeSet<_> = values(&ended.out)
        .iter()
        .filter(|object| object["refused"].is_null())
        .filter_map(|object| object["file"].as_str().map(str::to_owned))
        .collect();
    let name = |path: &PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let refused: Vec<_> = files.iter().map(name).filter(|name| !read.contains(name)).collect();
    assert_eq!(refused, ["birmingham_2012-10-19_inspection.pdf"], "{}", ended.err);
    assert!(ended.err.contains("birmingham_2012-10-19_inspection.pdf"), "{}", ended.err);
    assert!(
        ended.err.to_lowercase().contains("web page"),
        "the person is told what it really is: {}",
        ended.err
    );
}

#[test]
fn none_of_the_four_quotations_in_a_councils_press_release_is_exact() {
    let Some(folder) = corpus() else { return absent("../shared/corpus", SO) };
    let letter = folder.join("redcar-and-cleveland_2023-08-08_focused-visit.pdf");
    let list = checked(&named(&folder, "003_"), &letter);
    let quoted = [
        "effectively conduct checks and take swift action in response to concerns",
        "clear systems are in place",
        "visits to children are timely, regular and child-focused",
        "when children are at risk of significant harm the response is prompt",
    ];
    for words in quoted {
        let found = list.iter().find(|(text, _, _)| text.contains(words));
        let (_, check, whole) = found.unwrap_or_else(|| panic!("“{words}” was not checked: {list:#?}"));
        assert!(
            ["differs", "punctuation"].contains(&check.as_str()),
            "the letter says it otherwise: {whole}"
        );
    }
}

#[test]
fn all_three_quotations_in_a_newsletter_are_exact() {
    let Some(folder) = corpus() else { return absent("../shared/corpus", SO) };
    let letter = folder.join("sutton_2018-07-19_focused-visit.pdf");
    let list = checked(&named(&folder, "001_"), &letter);
    let quoted = [
        "Senior leaders and managers have a clear vision",
        "Senior leaders have invested in workforce",
        "Caseloads are regularly monitored",
    ];
    for words in quoted {
        let found = list.iter().find(|(text, _, _)| text.contains(words));
        let (_, check, whole) = found.unwrap_or_else(|| panic!("“{words}” was not checked: {list:#?}"));
        assert_eq!(check, "exact", "the letter says just that: {whole}");
    }
}
