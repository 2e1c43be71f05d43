//! PDFs without tags: what stands where is all there is to go by.

mod files;

use files::{Words, pdf};
use packhorse_import::{Limits, read};
use packhorse_model::{BlockKind, Document};

fn document(pages: &[Vec<Words<'_>>]) -> Document {
    read(&pdf(pages), "printed.pdf", &Limits::default()).expect("a document")
}

fn words(document: &Document) -> Vec<&str> {
    document.blocks.iter().map(|block| document.words(block)).collect()
}

/// Row, column and words of each cell.
fn cells(document: &Document) -> Vec<(u32, u32, &str)> {
    let cell = |kind| if let BlockKind::Cell { row, column, .. } = kind { Some((row, column)) } else { None };
    let blocks = document.blocks.iter();
    blocks
        .filter_map(|block| cell(block.kind).map(|(row, column)| (row, column, document.words(block))))
        .collect()
}

const FULL: &str =
    "Children and families who ask for help are listened to and are given help very quickly by staff,";

/// Lines 14 points apart from a height on, all at one left edge.
fn lines<'a>(left: i64, top: i64, words: &[&'a str]) -> Vec<Words<'a>> {
    (0_i64..).zip(words).map(|(at, words)| (left, top + at * 14, 11, false, *words)).collect()
}

#[test]
fn a_grade_beside_a_wrapped_heading_does_not_cut_the_heading_in_two() {
    let mut page = lines(70, 80, &[FULL, FULL]);
    page.extend([
        (70, 200, 16, true, "The experiences and progress of"),
        (400, 209, 16, true, "Good"),
        (70, 219, 16, true, "children looked after"),
    ]);
    page.extend(lines(70, 260, &[FULL, FULL]));
    let read = document(&[page]);
    assert_eq!(
        cells(&read),
        [(0, 0, "The experiences and progress of children looked after"), (0, 1, "Good")],
        "{:?}",
        words(&read)
    );
}

#[test]
fn grades_set_around_the_middle_of_their_column_are_one_column() {
    let mut page = lines(70, 80, &[FULL, FULL]);
    page.extend([
        (70, 140, 11, true, "Judgement"),
        (420, 140, 11, true, "Grade"),
        (70, 164, 11, false, "The impact of leaders on practice"),
        (70, 178, 11, false, "with children and families"),
        (379, 164, 11, false, "Requires improvement"),
        (403, 178, 11, false, "to be good"),
        (70, 202, 11, false, "Care leavers"),
        (421, 202, 11, false, "Good"),
    ]);
    let read = document(&[page]);
    let wanted = [
        (0, 0, "Judgement"),
        (0, 1, "Grade"),
        (1, 0, "The impact of leaders on practice with children and families"),
        (1, 1, "Requires improvement to be good"),
        (2, 0, "Care leavers"),
        (2, 1, "Good"),
    ];
    assert_eq!(cells(&read), wanted);
}

#[test]
fn rows_whose_words_stand_in_the_middle_begin_below_a_gap_through_all_columns() {
    let mut page = lines(70, 80, &[FULL, FULL]);
    page.extend([
        (70, 140, 11, true, "Responsible body"),
        (220, 140, 11, true, "Areas for priority action"),
        (220, 164, 11, false, "Leaders should agree what they will do for"),
        (70, 171, 11, false, "The council"),
        (220, 178, 11, false, "the children of the town and by when."),
        (70, 202, 11, false, "The council and"),
        (220, 209, 11, false, "Parents should be told what is on offer."),
        (70, 216, 11, false, "the health board"),
        (220, 240, 11, false, "Health leaders must cut the time that they"),
        (220, 254, 11, false, "let children wait. Those who have moved"),
        (70, 254, 11, false, "The health board"),
        (220, 268, 11, false, "into the area wait longest of all."),
    ]);
    let read = document(&[page]);
    let actions: Vec<_> = cells(&read).into_iter().filter(|(_, column, _)| *column == 1).collect();
    assert_eq!(
        actions,
        [
            (0, 1, "Areas for priority action"),
            (1, 1, "Leaders should agree what they will do for the children of the town and by when."),
            (2, 1, "Parents should be told what is on offer."),
            (
                3,
                1,
                "Health leaders must cut the time that they let children wait. Those who have moved into the area wait longest of all."
            ),
        ]
    );
}

#[test]
fn a_table_that_goes_on_repeats_its_head_and_keeps_its_cut_cell_whole() {
    let mut first = lines(70, 540, &[FULL; 6]);
    first.extend([
        (70, 680, 11, true, "Responsible body"),
        (250, 680, 11, true, "Areas for priority action"),
        (70, 700, 11, false, "The council"),
        (250, 700, 11, false, "Write a strategy for all children."),
        (70, 720, 11, false, "Health leaders"),
        (250, 720, 11, false, "Reduce the time that children and"),
    ]);
    let second = vec![
        (70, 80, 11, true, "Responsible body"),
        (250, 80, 11, true, "Areas for priority action"),
        (250, 100, 11, false, "families wait for help."),
        (70, 124, 11, false, "The council"),
        (250, 124, 11, false, "Find those who are out of school."),
    ];
    let read = document(&[first, second]);
    let wanted = [
        (0, 0, "Responsible body"),
        (0, 1, "Areas for priority action"),
        (1, 0, "The council"),
        (1, 1, "Write a strategy for all children."),
        (2, 0, "Health leaders"),
        (2, 1, "Reduce the time that children and families wait for help."),
        (3, 0, "The council"),
        (3, 1, "Find those who are out of school."),
    ];
    assert_eq!(cells(&read), wanted);
    let at = read.text.find("families wait").expect("the rest of the cell");
    assert_eq!(read.page_at(at), Some(2), "the rest knows its page");
}

#[test]
fn lists_that_stand_side_by_side_keep_their_sentences() {
    let mut page = lines(70, 80, &[FULL, FULL]);
    page.extend([
        (70, 140, 11, true, "Children living here"),
        (320, 140, 11, true, "Protection"),
        (70, 160, 11, false, "About 48,200 live here."),
        (320, 160, 11, false, "Of these, 288 were the subject"),
        (70, 180, 11, false, "A quarter are poor."),
        (320, 174, 11, false, "of a plan, up from 190."),
    ]);
    let read = document(&[page]);
    assert!(
        cells(&read).contains(&(1, 1, "Of these, 288 were the subject of a plan, up from 190.")),
        "{:?}",
        cells(&read)
    );
}

#[test]
fn a_sentence_goes_on_at_the_top_of_the_next_column() {
    let column = |left: i64, words: &[&'static str]| {
        let mut column = lines(left, 80, &["words of one more line here,"; 9]);
        column.extend(lines(left, 80 + 9 * 14, words));
        column
    };
    let mut page = column(60, &["and workers who meet with"]);
    page.extend(lines(330, 80, &["families at home each week."]));
    page.extend(lines(330, 120, &["The words of another column."; 10]));
    let read = document(&[page]);
    assert!(read.text.contains("workers who meet with families at home each week."), "{}", read.text);
}

#[test]
fn small_figures_above_a_line_part_no_paragraph() {
    let mut page = lines(70, 80, &[FULL, "which the law asks for", "and which they value."]);
    page.push((190, 89, 6, false, "1"));
    let read = document(&[page]);
    assert_eq!(words(&read), [format!("{FULL} which the law asks for and which they value.")]);
}

#[test]
fn a_paragraph_in_a_narrow_box_is_one() {
    let narrow = "Children and families who ask for help are listened to and are given help by the";
    let mut page = lines(70, 80, &[FULL; 6]);
    page.extend(lines(
        70,
        300,
        &[
            narrow,
            "Court Advisory and Support Service of the county of Wexcombe and Denes by the",
            "Wexcombe team.",
        ],
    ));
    let read = document(&[page]);
    assert!(read.text.contains("by the Court Advisory"), "{}", read.text);
    assert!(read.text.contains("by the Wexcombe team."), "{}", read.text);
}

#[test]
fn names_with_a_line_each_are_blocks_of_their_own() {
    let mut page = lines(70, 80, &[FULL; 4]);
    let names = [
        "Ada Moss, Director of Children’s Services, Wexcombe County Council and Denes",
        "Noor Vance, Chief Executive",
        "Ira Quill, Chief Constable",
    ];
    page.extend(lines(70, 300, &names));
    let read = document(&[page]);
    for name in names {
        assert!(words(&read).contains(&name), "{:?}", words(&read));
    }
}

#[test]
fn items_set_further_in_are_items_within_items() {
    let mut page = lines(70, 80, &[FULL, FULL]);
    page.extend([
        (70, 140, 11, false, "• The quality of plans, which should say:"),
        (100, 154, 11, false, "• what is to change"),
        (100, 168, 11, false, "• by when"),
        (70, 182, 11, false, "• Management oversight."),
    ]);
    let read = document(&[page]);
    let levels: Vec<u8> = read
        .blocks
        .iter()
        .filter_map(|block| if let BlockKind::Item { level } = block.kind { Some(level) } else { None })
        .collect();
    assert_eq!(levels, [1, 2, 2, 1]);
}

#[test]
fn items_whose_bullets_are_drawn_and_not_written_stay_apart() {
    let mut page = lines(70, 80, &[FULL, FULL]);
    page.extend(lines(70, 140, &["The quality of plans, which should say:"]));
    page.extend(lines(110, 154, &["what is to change in the lives of these children and their families"]));
    page.extend(lines(70, 168, &["Management oversight of all plans."]));
    let read = document(&[page]);
    assert_eq!(words(&read).len(), 4, "{:?}", words(&read));
}

#[test]
fn words_stretched_to_the_full_width_are_no_table() {
    let mut page = lines(70, 80, &[FULL, FULL]);
    page.extend([
        (70, 140, 11, true, "What"),
        (123, 140, 11, true, "needs"),
        (181, 140, 11, true, "to"),
        (217, 140, 11, true, "improve"),
    ]);
    page.extend(lines(70, 170, &[FULL]));
    let read = document(&[page]);
    assert!(words(&read).contains(&"What needs to improve"), "{:?}", words(&read));
}

#[test]
fn a_foot_right_below_the_text_is_no_line_of_it() {
    let page = |number, text: &'static str| {
        let mut page = lines(70, 80, &[FULL; 51]);
        page.push((70, 794, 11, false, text));
        page.push((70, 808, 11, false, number));
        page
    };
    let feet = ["Inspection of Wexcombe 12 Mar 19 5", "Inspection of Wexcombe 12 Mar 19 6"];
    let first = page(feet[0], "and send a plan within 70");
    let mut second = lines(70, 80, &["working days of this letter."]);
    second.push((70, 808, 11, false, feet[1]));
    let read = document(&[first, second]);
    assert!(read.text.contains("a plan within 70 working days of this letter."), "{}", read.text);
    let foot = read.blocks.iter().filter(|block| block.kind == BlockKind::Furniture);
    assert_eq!(foot.count(), 2, "their date is no date of the report");
}

#[test]
fn a_cell_that_wraps_below_the_last_words_beside_it_stays_in_its_row() {
    let mut page = lines(70, 80, &[FULL, FULL]);
    page.extend([(70, 140, 11, true, "Responsible body"), (220, 140, 11, true, "Areas for priority action")]);
    for top in [164, 240] {
        page.extend(lines(
            70,
            top,
            &["Wexcombe County", "Council and NHS", "Wexshire Integrated", "Care Board"],
        ));
        page.extend(lines(220, top, &["Leaders must shorten the wait for", "an assessment."]));
    }
    page.extend(lines(70, 330, &[FULL, FULL]));
    let read = document(&[page]);
    let bodies: Vec<_> =
        cells(&read).into_iter().filter(|(row, column, _)| *row > 0 && *column == 0).collect();
    let body = "Wexcombe County Council and NHS Wexshire Integrated Care Board";
    assert_eq!(bodies, [(1, 0, body), (2, 0, body)], "{:?}", words(&read));
}
