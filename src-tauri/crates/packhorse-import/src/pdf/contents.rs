//! Lists of contents: headings that stand elsewhere, with the numbers of their pages.

use crate::build::Draft;
use packhorse_model::BlockKind;

/// How many lines of a list of contents may lack a number, being wrapped or a group's name.
const UNNUMBERED: usize = 2;

/// Hides what follows the word “Contents” as long as it ends with page numbers that never fall.
pub(super) fn hide(drafts: &mut [Draft], pages: u32) {
    let mut at = 0;
    while at < drafts.len() {
        let words = drafts[at].text().trim().to_lowercase();
        at += 1;
        if matches!(words.as_str(), "contents" | "contents page" | "table of contents") {
            let end = at + length(&drafts[at..], pages);
            for draft in &mut drafts[at..end] {
                if draft.kind != BlockKind::Furniture {
                    draft.kind = BlockKind::Boilerplate;
                }
            }
            at = end;
        }
    }
}

/// How many drafts the list has; a list of fewer than two entries is none.
fn length(drafts: &[Draft], pages: u32) -> usize {
    let (mut end, mut last, mut entries, mut waiting) = (0, 0, 0, 0);
    for (at, draft) in drafts.iter().enumerate() {
        if draft.kind == BlockKind::Furniture {
            continue;
        }
        match leads_to(&draft.text()).filter(|page| (last..=pages).contains(page)) {
            Some(page) => (end, last, entries, waiting) = (at + 1, page, entries + 1, 0),
            None => waiting += 1,
        }
        if waiting > UNNUMBERED {
            break;
        }
    }
    if entries >= 2 { end } else { 0 }
}

/// The page number words end with.
fn leads_to(text: &str) -> Option<u32> {
    let text = text.trim_end();
    let words = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let parted = words.ends_with([' ', '.', '\t']) || words.is_empty();
    text[words.len()..].parse().ok().filter(|page| parted && *page > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(words: &[&str]) -> Vec<bool> {
        let mut drafts: Vec<Draft> =
            words.iter().map(|words| Draft::new(BlockKind::Paragraph, Some(2), *words)).collect();
        hide(&mut drafts, 20);
        drafts.iter().map(|draft| draft.kind == BlockKind::Boilerplate).collect()
    }

    #[test]
    fn a_list_of_contents_is_hidden_up_to_its_last_page_number() {
        let hidden = kinds(&[
            "Contents",
            "Summary 3",
            "The experiences of",
            "children 7",
            "Leaders 12",
            "Summary",
            "Plans are clear.",
        ]);
        assert_eq!(hidden, [false, true, true, true, true, false, false]);
    }

    #[test]
    fn numbers_that_fall_or_lead_nowhere_are_no_list() {
        assert!(!kinds(&["Contents", "Summary 9", "In all, inspectors met 120"]).contains(&true));
        assert!(!kinds(&["Summary 3", "Leaders 7"]).contains(&true), "only the word Contents begins one");
    }
}
