//! Plain text in any encoding: typed, pasted out of a viewer, or written by a program that takes the
//! words out of a PDF. Such programs keep the line ends of the page and turn pages with a form feed.

mod columns;
mod lines;
mod mended;
mod paragraphs;

pub(crate) use mended::mended;

use crate::Error;
use crate::build::{self, Draft};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use packhorse_model::{BlockKind, Document, Format, Notice};

/// Reads plain text.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Error> {
    let (text, notice) = decode(bytes);
    let drafts = drafts(&text, margin(&text));
    let pages = drafts.iter().filter_map(Draft::last_page).max();
    Ok(build::document(Format::Text, pages, &drafts, notice.into_iter().collect()))
}

/// The text of some bytes, with a notice when some of them belong to no encoding.
pub(crate) fn decode(bytes: &[u8]) -> (String, Option<Notice>) {
    let encoding = encoding_rs::Encoding::for_bom(bytes).map(|(encoding, _)| encoding).unwrap_or_else(|| {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        detector.guess(None, Utf8Detection::Allow)
    });
    let (text, _, broken) = encoding.decode(bytes);
    let notice = broken.then(|| Notice::new("Some characters of this text could not be read."));
    (text.into_owned(), notice)
}

/// The width at which a margin broke the lines of a text; none where none did.
pub(crate) fn margin(text: &str) -> Option<f64> {
    let mut lines = lines::lines(text);
    lines::furniture(&mut lines);
    lines::notes(&mut lines);
    columns::tables(&mut lines);
    paragraphs::margin(&lines)
}

/// Blocks of a text, in order, whose lines a margin broke or none.
pub(crate) fn drafts(text: &str, margin: Option<f64>) -> Vec<Draft> {
    let mut lines = lines::lines(text);
    lines::furniture(&mut lines);
    lines::notes(&mut lines);
    let tables = columns::tables(&mut lines);
    let mut drafts = paragraphs::paragraphs(&lines, tables, margin);
    for draft in &mut drafts {
        draft.take_mark();
    }
    dashes(&mut drafts);
    drafts
}

/// Lines that begin with a dash are items: within the item before them, or of a list of their own when
/// two or more stand together or something leads in to them. “– Cllr Moss” below a speech is none.
fn dashes(drafts: &mut [Draft]) {
    let dashed = |draft: &Draft| {
        let text = draft.text();
        let rest = text.strip_prefix(['-', '–', '—', 'o']);
        draft.kind == BlockKind::Paragraph && rest.is_some_and(|rest| rest.starts_with(' '))
    };
    let mut level = 0;
    for at in 0..drafts.len() {
        if !dashed(&drafts[at]) {
            level = 0;
            continue;
        }
        let before = at.checked_sub(1).map(|before| &drafts[before]);
        let inside = before.is_some_and(|before| {
            matches!(before.kind, BlockKind::Item { .. }) && !before.text().ends_with(['.', '!', '?'])
        });
        let led = before
            .is_some_and(|before| before.text().ends_with(':') || heads(&before.text(), &drafts[at].text()));
        let more = drafts.get(at + 1).is_some_and(dashed);
        if level == 0 {
            level = if inside { 2 } else { u8::from(led || more) };
        }
        if level > 0 {
            drafts[at].kind = BlockKind::Item { level };
            drafts[at].take_mark();
        }
    }
}

/// Whether words are the heading of a list of one item: a short line that is no sentence, above words that
/// are no name.
fn heads(above: &str, item: &str) -> bool {
    let words: Vec<&str> = item.split_whitespace().skip(1).collect();
    let plain = words.iter().filter(|word| word.starts_with(char::is_lowercase)).count();
    let short = above.chars().count() < 100 && above.starts_with(char::is_uppercase);
    short && !above.ends_with(['.', ',', ';', '!', '”', '’', '"']) && plain * 2 > words.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_windows_1252_keeps_its_quotation_marks() {
        let document = read(b"The leader said: \x93We are proud.\x94").expect("a text");
        assert_eq!(document.text, "The leader said: “We are proud.”");
    }

    #[test]
    fn lines_broken_at_a_margin_are_one_paragraph() {
        let text = "Inspectors found that children in Wexcombe are seen promptly and\nthat their plans are clear. Managers know the children well and they\ncheck the work of the teams each week.\n\nNext.";
        let document = read(text.as_bytes()).expect("a text");
        assert_eq!(document.blocks.len(), 2, "the margin parts no paragraph");
    }

    #[test]
    fn long_lines_are_paragraphs_of_their_own() {
        let line = "Inspectors found that children are seen promptly. ".repeat(6);
        let document = read(format!("{line}\n{line}").as_bytes()).expect("a text");
        assert_eq!(document.blocks.len(), 2);
    }

    /// Kinds, pages and words of the blocks of a text.
    fn blocks(text: &str) -> Vec<(String, Option<u32>, String)> {
        let document = read(text.as_bytes()).expect("a text");
        let kind = |kind: BlockKind| match kind {
            BlockKind::Cell { row, column, .. } => format!("cell {row}.{column}"),
            BlockKind::Item { .. } => "item".into(),
            BlockKind::Furniture => "furniture".into(),
            _ => "words".into(),
        };
        document
            .blocks
            .iter()
            .map(|block| (kind(block.kind), block.page, document.words(block).to_owned()))
            .collect()
    }

    fn words(text: &str) -> Vec<String> {
        blocks(text).into_iter().filter(|(kind, ..)| kind != "furniture").map(|(.., words)| words).collect()
    }

    /// What a viewer gives when a letter is copied out of it: every line of the page, nothing between
    /// the paragraphs, page numbers in the middle of sentences.
    const COPIED: &str = "What needs to improve?1\n◼ The quality of plans, so that children and their families know what is to be done\nand by when. (outcome 3, national framework)\n◼ The timeliness of visits to children who live outside the borough and their carers.\n(enabler: the workforce is equipped and effective, national framework)\nMain findings\n1.\n\nChildren who come to the notice of the service at night are seen promptly, and plans are\nmade with their families. Managers know the children well and they check the work of the\nFocused visit to Wexcombe children’s services\n2\n\u{c}teams each week. Social workers are proud of what they do for the children of this\ntown.\n2.\n\nSupervision is regular. It is not always clear from the record why a decision was made\nor who took it.\nFocused visit to Wexcombe children’s services\n3\n\u{c}Yours sincerely\nAda Moss\nFocused visit to Wexcombe children’s services\n4\n";

    #[test]
    fn words_copied_out_of_a_viewer_become_paragraphs_again() {
        assert_eq!(
            words(COPIED),
            [
                "What needs to improve?1",
                "The quality of plans, so that children and their families know what is to be done and by when. (outcome 3, national framework)",
                "The timeliness of visits to children who live outside the borough and their carers. (enabler: the workforce is equipped and effective, national framework)",
                "Main findings",
                "Children who come to the notice of the service at night are seen promptly, and plans are made with their families. Managers know the children well and they check the work of the teams each week. Social workers are proud of what they do for the children of this town.",
                "Supervision is regular. It is not always clear from the record why a decision was made or who took it.",
                "Yours sincerely",
                "Ada Moss",
            ]
        );
    }

    #[test]
    fn a_form_feed_turns_the_page_and_heads_and_feet_are_no_words() {
        let blocks = blocks(COPIED);
        let page =
            |start: &str| blocks.iter().find(|(.., words)| words.starts_with(start)).map(|found| found.1);
        assert_eq!(page("Supervision"), Some(Some(2)));
        assert_eq!(page("Yours"), Some(Some(3)));
        let furniture = blocks.iter().filter(|(kind, ..)| kind == "furniture").count();
        assert_eq!(furniture, 6, "three feet and three page numbers");
    }

    #[test]
    fn a_number_on_its_own_line_belongs_to_the_paragraph_below() {
        let document = read(COPIED.as_bytes()).expect("a text");
        let numbers: Vec<u32> = document.blocks.iter().filter_map(|block| block.number).collect();
        assert_eq!(numbers, [1, 2]);
    }

    #[test]
    fn columns_set_with_spaces_are_the_cells_of_a_table() {
        let text = "Judgement                                  Grade\n\nThe impact of leaders on social work       Requires improvement to be good\npractice with children and families\n\nThe experiences and progress of            Good\nchildren in care\n\nLeaders have a clear plan, and they know what is to be done for the children of the town and\nby when it is to be done, and who among them is to see to it that all of it is done on the\nday.";
        assert_eq!(
            words(text),
            [
                "Judgement",
                "Grade",
                "The impact of leaders on social work practice with children and families",
                "Requires improvement to be good",
                "The experiences and progress of children in care",
                "Good",
                "Leaders have a clear plan, and they know what is to be done for the children of the town and by when it is to be done, and who among them is to see to it that all of it is done on the day.",
            ]
        );
        assert_eq!(blocks(text)[3].0, "cell 1.1");
    }

    #[test]
    fn rows_parted_by_tabs_are_a_table_and_addresses_are_none() {
        assert_eq!(
            blocks("Judgement\tGrade\nCare leavers\tGood").last().map(|last| last.0.clone()),
            Some("cell 1.1".into())
        );
        let address = "Ada Moss\nCivic Hall\nWexcombe\nWX1 1AA";
        assert_eq!(words(address).len(), 4, "no margin broke these lines");
    }

    #[test]
    fn a_footnote_of_a_pasted_page_falls_into_no_sentence() {
        let text = "Leaders know what is to be done for the children of this town and for their families who\nlive here or have moved away, and they do it. Police attendance at review conferences is not yet\ngood enough, and nobody asks why that should be (enabler: multi-agency working is\n1The areas for improvement follow the principles of the framework that all the councils\nuse.\n3\n\u{c}prioritised and effective, national framework).\n4\n\u{c}Next.\n";
        let words = blocks(text);
        let sentence = words.iter().find(|(_, _, words)| words.starts_with("Leaders")).expect("a sentence");
        assert!(
            sentence.2.ends_with("working is prioritised and effective, national framework)."),
            "{words:?}"
        );
        let figure =
            "The council looks after 310 children, and in the year before it looked after 290 of\n1Wexcombe";
        assert!(document_text(figure).contains("1Wexcombe"), "a line of the text is no note");
    }

    fn document_text(text: &str) -> String {
        words(text).join(" ")
    }

    #[test]
    fn a_dash_on_its_own_line_begins_a_point_of_the_item_above() {
        let text = "Within three months:\n◼ ensure that children are visited by:\n–\n\ntheir own social worker\n\n–\n\nthe virtual school\n";
        assert_eq!(
            words(text)[1..],
            ["ensure that children are visited by:", "their own social worker", "the virtual school"]
        );
        assert_eq!(words("Fees\n–\n\nNone are charged.").len(), 3, "a dash may stand for nothing");
    }

    #[test]
    fn one_dash_under_a_heading_is_an_item_and_a_name_is_none() {
        assert_eq!(blocks("Areas for improvement\n- the quality of plans for children")[1].0, "item");
        assert_eq!(blocks("A proud day for the town\n– Ada Moss, Leader")[1].0, "words");
    }

    #[test]
    fn a_line_much_wider_than_the_margin_was_not_broken_by_it() {
        let body = "Children in Wexcombe are seen promptly, and\ntheir plans are made with their families by\nworkers who know them well and who stay with\nthem for as long as they are needed there.\n";
        let label = "The experiences and progress of children who need help and protection";
        let body = format!("{body}\n").repeat(12);
        let text = format!("Good\n{label}\nInadequate\nOverall effectiveness\n\n{body}");
        let words = blocks(&text);
        assert!(words.iter().any(|(.., words)| words == label), "{words:?}");
    }

    #[test]
    fn a_hyphen_at_a_margin_stays_and_is_known() {
        let text = "Inspectors found that children in Wexcombe are seen promptly and by the multi-\nagency team, and that their plans are clear to all who work with them and to their\nparents. Managers know the children well.";
        let document = read(text.as_bytes()).expect("a text");
        assert!(document.text.contains("multi-agency team"), "{}", document.text);
        assert_eq!(document.hyphens.len(), 1, "the choice can be undone");
    }
}
