//! Words of a quotation that stand elsewhere in the source.

use super::difference::{Alteration, ChangeKind, Piece};
use super::weight::weight;

/// How far words of no weight may have moved and still be the same words.
const NEAR: usize = 12;

/// Marks runs of words that were taken from one place and put in another.
pub(super) fn mark_moved(pieces: &mut [Piece<'_>]) {
    let mut at = 0;
    while at < pieces.len() {
        match longest(pieces, at) {
            Some((from, length)) => {
                for step in 0..length {
                    pieces[at + step].alteration = Some(Alteration::Moved);
                    pieces[from + step].alteration = Some(Alteration::Moved);
                }
                at += length;
            }
            None => at += 1,
        }
    }
}

/// The longest run of the source's unexplained words that is the same as the quotation's at `at`.
fn longest(pieces: &[Piece<'_>], at: usize) -> Option<(usize, usize)> {
    let free = |index: usize, kind: ChangeKind| {
        pieces.get(index).filter(|piece| piece.change == kind && piece.alteration.is_none())
    };
    let run = |from: usize| {
        let same =
            |step: &usize| match (free(from + step, ChangeKind::Removed), free(at + step, ChangeKind::Added))
            {
                (Some(held), Some(said)) => held.key == said.key,
                _ => false,
            };
        (0..pieces.len()).take_while(same).count()
    };
    let best = (0..pieces.len()).map(|from| (from, run(from))).max_by_key(|(_, length)| *length)?;
    let (from, length) = best;
    let heavy: f64 = pieces.iter().skip(at).take(length).map(|piece| weight(&piece.key)).sum();
    (length > 0 && (heavy >= 1.0 || from.abs_diff(at) <= NEAR)).then_some(best)
}
