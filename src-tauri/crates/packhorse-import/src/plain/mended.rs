//! Documents of other formats whose paragraphs are the lines of a page: pasted out of a viewer into
//! Word, or turned into a web page line by line.

use super::paragraphs::{is_inside_a_sentence, margin as margin_of};
use super::{columns, drafts, lines};
use crate::build::{Draft, begins_with_mark};
use packhorse_model::BlockKind;

/// Fewer lines that break off inside a sentence show no margin: a list may be written so.
const BROKEN: usize = 6;

/// The drafts with lines put together to paragraphs, if a margin broke them; otherwise as they were.
/// An empty draft stands for an empty line.
pub(crate) fn mended(all: Vec<Draft>) -> Vec<Draft> {
    let Some(margin) = margin(&all) else { return all };
    let mut mended = Vec::new();
    let mut run = String::new();
    for draft in all {
        if is_line(&draft) {
            add(&mut run, &draft);
        } else {
            mended.extend(drafts(&std::mem::take(&mut run), Some(margin)));
            mended.push(draft);
        }
    }
    mended.extend(drafts(&run, Some(margin)));
    mended
}

/// The width at which the lines of all runs were broken.
fn margin(all: &[Draft]) -> Option<f64> {
    let mut text = String::new();
    for draft in all {
        if is_line(draft) {
            add(&mut text, draft);
        } else {
            text.push('\n');
        }
    }
    let mut lines = lines::lines(&text);
    lines::furniture(&mut lines);
    lines::notes(&mut lines);
    columns::tables(&mut lines);
    let inside =
        |pair: &&[lines::Line<'_>]| !pair[1].apart && is_inside_a_sentence(pair[0].text, pair[1].text);
    let broken = lines.windows(2).filter(inside).count();
    margin_of(&lines).filter(|_| broken >= BROKEN)
}

fn is_line(draft: &Draft) -> bool {
    matches!(draft.kind, BlockKind::Paragraph | BlockKind::Item { .. }) && draft.quoted.is_none()
}

/// Adds a draft as a line. The bullet of an item is drawn by its format and stands in no text.
fn add(text: &mut String, draft: &Draft) {
    let words = draft.text();
    if matches!(draft.kind, BlockKind::Item { .. }) && !begins_with_mark(&words) {
        text.push_str("• ");
    }
    text.push_str(words.trim());
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(kinds: &[(BlockKind, &str)]) -> Vec<(BlockKind, String)> {
        let all = kinds.iter().map(|(kind, text)| Draft::new(*kind, None, *text)).collect();
        mended(all).into_iter().map(|draft| (draft.kind, draft.text())).collect()
    }

    const LINES: [&str; 9] = [
        "Children in Wexcombe who come to the notice of the service are seen promptly, and",
        "plans are made with their families. Managers know the children well and they check",
        "the work of the teams each week, so that no child waits for a visit longer than is",
        "right for that child and for the family. Social workers are proud of what they do",
        "for the children of this town, and they say that leaders listen to them. It is not",
        "always clear from the record why a decision was made or who took it, and managers",
        "do not yet see this in their own checks. A new form for decisions was brought in",
        "shortly before the inspection and it is too early to see what it will do for the",
        "children concerned.",
    ];

    #[test]
    fn lines_of_a_page_that_were_pasted_as_paragraphs_are_put_together() {
        let mut lines: Vec<_> = LINES.iter().map(|line| (BlockKind::Paragraph, *line)).collect();
        lines.insert(0, (BlockKind::Heading { level: 2 }, "Main findings"));
        let mended = words(&lines);
        assert_eq!(mended.len(), 2, "a heading and one paragraph: {mended:?}");
        assert_eq!(mended[1].1, LINES.join(" "));
    }

    #[test]
    fn an_item_takes_the_lines_below_it() {
        let mut lines: Vec<_> = LINES.iter().map(|line| (BlockKind::Paragraph, *line)).collect();
        lines.push((BlockKind::Paragraph, ""));
        lines.push((
            BlockKind::Item { level: 1 },
            "The quality of the plans of children who wait for a visit, so that all",
        ));
        lines.push((BlockKind::Paragraph, "who know the child know what is to be done."));
        let last = words(&lines).pop().expect("an item");
        assert_eq!(last.0, BlockKind::Item { level: 1 });
        assert!(last.1.contains("so that all who know the child know"), "{}", last.1);
    }

    #[test]
    fn paragraphs_that_nothing_broke_stay_as_they_were() {
        let whole: Vec<_> = LINES
            .iter()
            .map(|line| (BlockKind::Paragraph, *line))
            .map(|(kind, line)| (kind, line.trim_end_matches(" and")))
            .take(1)
            .chain([
                (BlockKind::Paragraph, "The council offers"),
                (BlockKind::Paragraph, "advice on benefits"),
                (BlockKind::Paragraph, "help at home"),
                (BlockKind::Paragraph, "a place to meet"),
            ])
            .collect();
        assert_eq!(words(&whole).len(), 5, "a few short lines show no margin");
    }
}
