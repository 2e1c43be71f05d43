//! Sentences that a page parted are one again.

use crate::build::{Draft, Piece};
use packhorse_model::BlockKind;

/// Joins a block to the one before when a page ended in the middle of its sentence.
pub(super) fn across_pages(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut joined: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        if let BlockKind::Cell { .. } = draft.kind
            && let Some(cell) = joined.iter_mut().rev().take(12).find(|block| block.kind == draft.kind)
            && is_cut(cell, &draft)
        {
            add(cell, draft);
            continue;
        }
        // Footnotes and furniture stand between the two halves and belong to neither.
        let previous = joined.iter_mut().rev().find(|block| {
            !matches!(block.kind, BlockKind::Furniture | BlockKind::Footnote)
                && !block.text().trim().is_empty()
        });
        match previous {
            Some(previous) if goes_on(previous, &draft) => add(previous, draft),
            _ => joined.push(draft),
        }
    }
    joined
}

fn add(previous: &mut Draft, next: Draft) {
    previous.pieces.push(Piece { page: previous.page(), text: " ".into(), ..Piece::default() });
    previous.pieces.extend(next.pieces);
}

/// Whether a page cut a cell's sentence in two.
fn is_cut(cell: &Draft, rest: &Draft) -> bool {
    let last = cell.pieces.iter().rev().find(|piece| !piece.text.trim().is_empty());
    let open = !cell.text().trim_end().ends_with(['.', '!', '?', ':', ';']);
    let lower = rest.text().trim_start().starts_with(char::is_lowercase);
    open && lower && last.is_some_and(|last| rest.page() > last.page)
}

fn goes_on(previous: &Draft, next: &Draft) -> bool {
    let text = |kind: BlockKind| matches!(kind, BlockKind::Paragraph | BlockKind::Item { .. });
    let (before, after) = (previous.text(), next.text());
    let (before, after) = (before.trim_end(), after.trim_start());
    let last_page =
        previous.pieces.iter().rev().find(|piece| !piece.text.trim().is_empty()).and_then(|piece| piece.page);
    // In a list whose items carry marks, one without is the rest of the item before it.
    let unmarked = previous.mark.is_some() && matches!(next.kind, BlockKind::Item { .. });
    text(previous.kind)
        && text(next.kind)
        && next.number.is_none()
        && next.mark.is_none()
        && last_page.is_some()
        && next.page() > last_page
        && before.chars().count() > 20
        && !before.ends_with(['.', '!', '?', ':', ';', '”', '"'])
        && (after.starts_with(char::is_lowercase) || unmarked || dangles(before))
}

/// Whether words end where no sentence can: “a number of”, “the”.
fn dangles(before: &str) -> bool {
    const LINKS: [&str; 20] = [
        "a", "an", "and", "as", "at", "by", "for", "from", "her", "his", "in", "of", "on", "or", "that",
        "the", "their", "to", "which", "with",
    ];
    before.rsplit(' ').next().is_some_and(|last| LINKS.contains(&last))
}
