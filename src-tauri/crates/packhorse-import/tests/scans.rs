//! Pages that are pictures.

mod files;

use files::{Words, pdf, scanned};
use packhorse_import::{Error, Limits, read};

const LINE: Words<'static> = (70, 80, 11, false, "Children in Wexcombe are seen promptly and alone.");

fn notices(bytes: &[u8]) -> Vec<String> {
    let read = read(bytes, "scan.pdf", &Limits::default()).expect("a document");
    read.notices.into_iter().map(|notice| notice.message).collect()
}

#[test]
fn a_paper_that_is_nothing_but_pictures_is_refused() {
    let number = vec![(290, 800, 9, false, "2")];
    let bytes = scanned(&[vec![], number], false);
    assert_eq!(
        read(&bytes, "scan.pdf", &Limits::default()),
        Err(Error::Pictures { pages: 2 }),
        "a page number is no text to quote"
    );
}

#[test]
fn pages_that_are_pictures_are_told_with_their_numbers() {
    let bytes = scanned(&[vec![LINE], vec![], vec![], vec![LINE], vec![]], false);
    assert_eq!(
        notices(&bytes),
        ["Pages 2, 3 and 5 are pictures without text; nothing on them can be quoted."]
    );
    assert!(notices(&pdf(&[vec![LINE], vec![]])).is_empty(), "an empty page is no picture");
}

#[test]
fn text_that_a_machine_recognised_is_told_apart() {
    let bytes = scanned(&[vec![LINE]], true);
    assert_eq!(
        notices(&bytes),
        ["The text of page 1 was recognised by a machine from a picture; hold its words against the page."]
    );
    assert!(notices(&scanned(&[vec![LINE]], false)).is_empty(), "a picture beside words is no scan");
}
