//! The traps of structure that real reports set, one by one. `tests/papers/TRAPS-structure.md` lists them.

mod files;

use files::{Tag, Words, tagged};
use packhorse_import::{Limits, read};
use packhorse_model::{BlockKind, Document};

fn document(pages: &[Vec<Tag<'_>>]) -> Document {
    read(&tagged(pages), "report.pdf", &Limits::default()).expect("a document")
}

/// The words of the blocks that are neither furniture nor hidden.
fn shown(document: &Document) -> Vec<&str> {
    let hidden = |kind| matches!(kind, BlockKind::Furniture | BlockKind::Boilerplate | BlockKind::Footnote);
    document.blocks.iter().filter(|block| !hidden(block.kind)).map(|block| document.words(block)).collect()
}

fn levels(document: &Document) -> Vec<u8> {
    let level = |kind| if let BlockKind::Item { level } = kind { Some(level) } else { None };
    document.blocks.iter().filter_map(|block| level(block.kind)).collect()
}

fn line(y: i64, words: &str) -> Words<'_> {
    (70, y, 11, false, words)
}

fn item(words: Words<'_>) -> Tag<'_> {
    Tag::Holds("L", vec![Tag::Holds("LI", vec![Tag::Words("LBody", vec![words])])])
}

const OPEN: &str = "The director must send an action plan to inspectors within 70";

#[test]
fn a_foot_tagged_as_text_falls_into_no_sentence() {
    let foot =
        |number| vec![(70, 800, 8, false, "Inspection of Wexcombe 12 Mar 19"), (290, 815, 8, false, number)];
    let page = |words, number| {
        let feet = foot(number).into_iter().map(|words| Tag::Words("P", vec![words]));
        [Tag::Words("P", vec![line(700, words)])].into_iter().chain(feet).collect::<Vec<_>>()
    };
    let read = document(&[
        page(OPEN, "5"),
        page("working days of this letter.", "6"),
        page("The last page says more.", "7"),
    ]);
    assert_eq!(shown(&read)[0], format!("{OPEN} working days of this letter."));
    assert!(
        shown(&read).iter().all(|words| !words.contains("Mar 19")),
        "the date of a foot, here a wrong one, is no date of the report: {:?}",
        shown(&read)
    );
    assert!(read.text.contains("12 Mar 19"), "it is kept all the same");
}

#[test]
fn a_footnote_s_mark_is_no_part_of_a_heading() {
    let page = vec![
        Tag::Words("H2", vec![(70, 80, 14, true, "What needs to improve?"), (226, 75, 7, true, "1")]),
        Tag::Words("P", vec![line(110, "Plans are clear.")]),
    ];
    assert_eq!(shown(&document(&[page]))[0], "What needs to improve?");
}

#[test]
fn items_with_another_bullet_stand_within_the_item_before() {
    let page = vec![
        item(line(80, "• The quality of plans:")),
        item(line(94, "– what is to change")),
        item(line(108, "– by when")),
        item(line(122, "• Management oversight.")),
    ];
    let read = document(&[page]);
    assert_eq!(levels(&read), [1, 2, 2, 1], "{:?}", read.blocks);
    assert_eq!(read.blocks[1].mark.as_deref(), Some("–"));
}

#[test]
fn an_item_that_crosses_a_page_is_one_item() {
    let first = vec![
        item(line(700, "• Management oversight of plans.")),
        item(line(714, "• The response to children who are missing from the town called")),
    ];
    // The rest begins with a capital, as names do.
    let second = vec![
        item(line(80, "Wexcombe and to their families.")),
        item(line(100, "• Supervision that is reflective.")),
    ];
    let read = document(&[first, second]);
    assert_eq!(
        shown(&read)[1],
        "The response to children who are missing from the town called Wexcombe and to their families."
    );
    assert_eq!(levels(&read).len(), 3);
    assert_eq!(read.page_at(read.text.find("Wexcombe").expect("it is there")), Some(2));
}

#[test]
fn a_paragraph_that_ends_on_a_small_word_goes_on_overleaf_with_a_name() {
    let first = vec![Tag::Words("P", vec![line(700, "12. Leaders have promoted a number of")])];
    let second = vec![Tag::Words("P", vec![line(80, "Wexcombe’s own social workers.")])];
    let read = document(&[first, second]);
    assert_eq!(shown(&read), ["Leaders have promoted a number of Wexcombe’s own social workers."]);
    assert_eq!(read.blocks[0].number, Some(12), "the printed number is kept apart");
}

#[test]
fn a_paragraph_tagged_as_a_heading_is_a_paragraph() {
    let words = "34. Since the last inspection leaders have listened to children and families and to the workers who know them well and have changed what did not help them.";
    let read = document(&[vec![Tag::Words("H1", vec![line(80, words)])]]);
    assert_eq!((read.blocks[0].kind, read.blocks[0].number), (BlockKind::Paragraph, Some(34)));
}

#[test]
fn choices_at_line_ends_can_be_undone() {
    let page = vec![
        Tag::Words(
            "P",
            vec![line(80, "The govern-"), line(94, "ment was told of multi-"), line(108, "agency work.")],
        ),
        Tag::Words("P", vec![line(140, "The government listened.")]),
    ];
    let read = document(&[page]);
    assert_eq!(shown(&read)[0], "The government was told of multi-agency work.");
    let [dropped, kept] = read.hyphens.as_slice() else { panic!("two choices: {:?}", read.hyphens) };
    let (before, after) = read.text.split_at(dropped.at);
    assert!(
        !dropped.kept && before.ends_with("govern") && after.starts_with("ment"),
        "where one was dropped"
    );
    let (before, after) = read.text.split_at(kept.at);
    assert!(kept.kept && before.ends_with("multi-") && after.starts_with("agency"), "where one was kept");
}

#[test]
fn every_block_of_a_paged_paper_knows_its_page() {
    let page = |words| vec![Tag::Words("H2", vec![line(80, words)]), item(line(100, "• Plans."))];
    let read = document(&[page("Leaders"), page("Care leavers")]);
    let pages: Vec<Option<u32>> = read.blocks.iter().map(|block| block.page).collect();
    assert_eq!(pages, [Some(1), Some(1), Some(2), Some(2)]);
}

#[test]
fn a_row_label_that_wraps_is_one_label() {
    let cell = |words: Vec<Words<'static>>| Tag::Words("TD", words);
    let label = vec![line(80, "The experiences and progress of"), line(94, "care leavers")];
    let row = Tag::Holds("TR", vec![cell(label), cell(vec![(400, 87, 11, false, "Good")])]);
    let other = Tag::Holds(
        "TR",
        vec![cell(vec![line(120, "Leaders")]), cell(vec![(400, 120, 11, false, "Inadequate")])],
    );
    let read = document(&[vec![Tag::Holds("Table", vec![row, other])]]);
    assert_eq!(
        shown(&read),
        ["The experiences and progress of care leavers", "Good", "Leaders", "Inadequate"]
    );
}
