//! Sentences that a page parted are one again.

use crate::build::{Draft, Piece};
use packhorse_model::BlockKind;

/// Joins a block to the one before when a page ended in the middle of its sentence.
pub(super) fn across_pages(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut joined: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        // Footnotes and furniture stand between the two halves and belong to neither.
        let previous = joined.iter_mut().rev().find(|block| {
            !matches!(block.kind, BlockKind::Furniture | BlockKind::Footnote)
                && !block.text().trim().is_empty()
        });
        match previous {
            Some(previous) if goes_on(previous, &draft) => {
                previous.pieces.push(Piece { page: previous.page(), text: " ".into(), hyphens: Vec::new() });
                previous.pieces.extend(draft.pieces);
            }
            _ => joined.push(draft),
        }
    }
    joined
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
        && (after.starts_with(char::is_lowercase) || unmarked)
}
