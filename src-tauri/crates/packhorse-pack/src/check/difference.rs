//! Where a quotation leaves its source, word by word.

use super::characters::{Role, fold, plain, role};
use super::moved::mark_moved;
use serde::{Deserialize, Serialize};
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Words in a row that the source and the quotation share, or that one of them has alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Whose words they are.
    pub change: ChangeKind,
    /// The words.
    pub words: String,
    /// What was done to them.
    #[serde(default)]
    pub alteration: Alteration,
}

/// Whose words a [`Change`] holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// In both.
    Same,
    /// The source's, left out of the quotation.
    Removed,
    /// The quotation's, not in the source.
    Added,
}

/// What was done to the words of a [`Change`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Alteration {
    /// Nothing.
    #[default]
    None,
    /// The quotation leaves them out.
    LeftOut,
    /// The quotation puts them in.
    PutIn,
    /// One stands in the place of the other.
    Replaced,
    /// They stand elsewhere.
    Moved,
    /// The letters are the same; marks or capitals are not.
    Punctuation,
}

impl Alteration {
    /// Whether words were changed and not only their marks.
    pub fn is_of_words(self) -> bool {
        !matches!(self, Self::None | Self::Punctuation)
    }
}

/// A word of the source or the quotation in the order of comparison.
#[derive(Debug, Clone)]
pub(super) struct Piece<'a> {
    pub(super) change: ChangeKind,
    pub(super) word: &'a str,
    /// Its letters.
    pub(super) key: String,
    /// What was done to it, once that is known.
    pub(super) alteration: Option<Alteration>,
}

/// The words of the source beside those of a quotation.
///
/// Words of the source before the first and after the last shared word are left out: a quotation
/// may begin and end where it likes.
pub(super) fn difference(held: &str, said: &str) -> Vec<Change> {
    let mut pieces = pieces(held, said);
    mark_punctuation(&mut pieces);
    mark_moved(&mut pieces);
    mark_rest(&mut pieces);
    let mut changes: Vec<Change> = Vec::new();
    for piece in pieces {
        let alteration = piece.alteration.unwrap_or_default();
        match changes.last_mut() {
            Some(last) if last.change == piece.change && last.alteration == alteration => {
                last.words.push(' ');
                last.words.push_str(piece.word);
            }
            _ => changes.push(Change { change: piece.change, words: piece.word.to_owned(), alteration }),
        }
    }
    trim(changes)
}

/// Both texts word by word, aligned by their letters.
fn pieces<'a>(held: &'a str, said: &'a str) -> Vec<Piece<'a>> {
    let (held, said) = (words(held), words(said));
    let key = |words: &[&str]| words.iter().map(|word| letters(word)).collect::<Vec<_>>();
    let (a, b) = (key(&held), key(&said));
    let last = said.len().saturating_sub(1);
    let mut made = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &a, &b) {
        let (_, theirs, ours) = op.as_tag_tuple();
        if let DiffOp::Equal { .. } = op {
            for (old, new) in theirs.zip(ours) {
                // Where either begins a sentence, a letter may be large in one and small in the other.
                let begins = begins_sentence(&held, old) || begins_sentence(&said, new);
                let marks = |word: &str| plain_word(word, begins, new == last);
                if marks(held[old]) == marks(said[new]) {
                    made.push(piece(ChangeKind::Same, held[old], &a[old], Some(Alteration::None)));
                } else {
                    let only_marks = Some(Alteration::Punctuation);
                    made.push(piece(ChangeKind::Removed, held[old], &a[old], only_marks));
                    made.push(piece(ChangeKind::Added, said[new], &b[new], only_marks));
                }
            }
            continue;
        }
        made.extend(theirs.map(|old| piece(ChangeKind::Removed, held[old], &a[old], None)));
        made.extend(ours.map(|new| piece(ChangeKind::Added, said[new], &b[new], None)));
    }
    made
}

fn begins_sentence(words: &[&str], index: usize) -> bool {
    index.checked_sub(1).is_none_or(|before| words[before].ends_with(['.', '?', '!']))
}

fn piece<'a>(change: ChangeKind, word: &'a str, key: &str, alteration: Option<Alteration>) -> Piece<'a> {
    Piece { change, word, key: key.to_owned(), alteration }
}

/// Marks words that have the same letters and are cut or hyphenated otherwise.
fn mark_punctuation(pieces: &mut [Piece<'_>]) {
    for region in pieces.chunk_by_mut(|a, b| a.alteration.is_none() == b.alteration.is_none()) {
        let of = |kind: ChangeKind| {
            region
                .iter()
                .filter(|piece| piece.change == kind)
                .map(|piece| piece.key.as_str())
                .collect::<String>()
        };
        if region[0].alteration.is_none() && of(ChangeKind::Removed) == of(ChangeKind::Added) {
            region.iter_mut().for_each(|piece| piece.alteration = Some(Alteration::Punctuation));
        }
    }
}

/// Marks what was left out, put in or put in the place of something else.
fn mark_rest(pieces: &mut [Piece<'_>]) {
    let moved = |piece: &Piece<'_>| piece.alteration == Some(Alteration::Moved);
    let open = |piece: &Piece<'_>| piece.alteration.is_none() || moved(piece);
    for region in pieces.chunk_by_mut(|a, b| open(a) == open(b)) {
        let has = |kind| region.iter().any(|piece| piece.change == kind && piece.alteration.is_none());
        let alteration = match (has(ChangeKind::Removed), has(ChangeKind::Added)) {
            (true, true) => Alteration::Replaced,
            (true, false) => Alteration::LeftOut,
            (false, _) => Alteration::PutIn,
        };
        for piece in region.iter_mut().filter(|piece| piece.alteration.is_none()) {
            piece.alteration = Some(alteration);
        }
    }
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().filter(|word| word.chars().any(|c| role(c) == Role::Letter)).collect()
}

fn letters(word: &str) -> String {
    let mut folded = String::new();
    word.chars().filter(|c| role(*c) == Role::Letter).for_each(|c| fold(c, &mut folded));
    folded
}

/// A word with its marks. One that begins a sentence may begin large or small, and the last may end
/// as the press likes.
fn plain_word(word: &str, first: bool, last: bool) -> String {
    let mut made = String::new();
    word.chars().for_each(|c| plain(c, |c| made.push(c)));
    let edge = |c: char| matches!(c, '"' | '\'');
    if last {
        made =
            made.trim_end_matches(edge).trim_end_matches(['.', ',', ';']).trim_end_matches(edge).to_owned();
    }
    if first { made.trim_start_matches(edge).to_lowercase() } else { made }
}

/// Leaves out the source's words at the edges, unless the quotation has its own there instead.
fn trim(mut changes: Vec<Change>) -> Vec<Change> {
    let of = |change: Option<&Change>, kind| change.is_some_and(|change| change.change == kind);
    while of(changes.first(), ChangeKind::Removed) {
        let next = changes.iter().find(|change| change.change != ChangeKind::Removed);
        if of(next, ChangeKind::Added) {
            break;
        }
        changes.remove(0);
    }
    while of(changes.last(), ChangeKind::Removed) {
        changes.pop();
    }
    changes
}

#[cfg(test)]
mod tests;
