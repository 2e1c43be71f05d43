//! A difference in sentences, as a person reads it.

use super::difference::{Alteration, Change, ChangeKind};

/// Each change of a difference in a phrase, in order: “left out: the presenting”.
pub fn told(difference: &[Change]) -> Vec<String> {
    let mut phrases = Vec::new();
    let mut rest = difference.iter().filter(|change| change.change != ChangeKind::Same).peekable();
    while let Some(change) = rest.next() {
        let words = bare(change);
        phrases.push(match (change.alteration, change.change) {
            (Alteration::Moved, ChangeKind::Added) => format!("moved: “{words}”"),
            // Said where the words stand in the quotation.
            (Alteration::Moved, _) => continue,
            (Alteration::Replaced | Alteration::Punctuation, ChangeKind::Removed) => {
                let pair =
                    |next: &&Change| next.change == ChangeKind::Added && next.alteration == change.alteration;
                match rest.next_if(pair) {
                    Some(put) if change.alteration == Alteration::Replaced => {
                        format!("“{}” in the place of “{words}”", bare(put))
                    }
                    Some(put) => format!("punctuation: “{}” in the place of “{words}”", bare(put)),
                    None => format!("left out: “{words}”"),
                }
            }
            (_, ChangeKind::Removed) => format!("left out: “{words}”"),
            _ => format!("put in: “{words}”"),
        });
    }
    phrases
}

/// The words of a change. The mark behind them says something only where marks were changed.
fn bare(change: &Change) -> &str {
    match change.alteration {
        Alteration::Punctuation => change.words.trim(),
        _ => change.words.trim().trim_end_matches(['.', ',', ';', ':']),
    }
}
