//! Where a quotation leaves its source, word by word.

use super::characters::{Role, fold, role};
use serde::{Deserialize, Serialize};
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Words in a row that the source and the quotation share, or that one of them has alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Whose words they are.
    pub change: ChangeKind,
    /// The words.
    pub words: String,
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

/// How closely words are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Closeness {
    /// Letters only, for words that were changed.
    Letters,
    /// Every mark, for punctuation that was changed.
    Marks,
}

/// The words of the source beside those of a quotation.
///
/// Words of the source before the first and after the last shared word are left out: a quotation
/// may begin and end where it likes.
pub(super) fn difference(held: &str, said: &str, closeness: Closeness) -> Vec<Change> {
    let (held, said) = (words(held), words(said));
    let (a, b) = (keys(&held, closeness), keys(&said, closeness));
    let mut changes = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &a, &b) {
        let (kind, theirs, ours) = match op {
            DiffOp::Equal { old_index, len, .. } => {
                push(&mut changes, ChangeKind::Same, &held[old_index..old_index + len]);
                continue;
            }
            DiffOp::Delete { old_index, old_len, .. } => {
                (ChangeKind::Removed, old_index..old_index + old_len, 0..0)
            }
            DiffOp::Insert { new_index, new_len, .. } => {
                (ChangeKind::Added, 0..0, new_index..new_index + new_len)
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                (ChangeKind::Removed, old_index..old_index + old_len, new_index..new_index + new_len)
            }
        };
        if kind == ChangeKind::Removed {
            push(&mut changes, kind, &held[theirs]);
        }
        push(&mut changes, ChangeKind::Added, &said[ours]);
    }
    trim(changes)
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().filter(|word| word.chars().any(|c| role(c) == Role::Letter)).collect()
}

fn letters(word: &str) -> String {
    let mut folded = String::new();
    word.chars().filter(|c| role(*c) == Role::Letter).for_each(|c| fold(c, &mut folded));
    folded
}

/// Words as they are compared.
fn keys(words: &[&str], closeness: Closeness) -> Vec<String> {
    let last = words.len().saturating_sub(1);
    let each = words.iter().enumerate().map(|(index, word)| match closeness {
        Closeness::Letters => letters(word),
        Closeness::Marks => plain_word(word, index == 0, index == last),
    });
    each.collect()
}

/// A word with its marks. The first may begin large or small, and the last may end as the press
/// likes.
fn plain_word(word: &str, first: bool, last: bool) -> String {
    let mut made = String::new();
    word.chars().for_each(|c| super::characters::plain(c, |c| made.push(c)));
    let edge = |c: char| matches!(c, '"' | '\'');
    if last {
        made =
            made.trim_end_matches(edge).trim_end_matches(['.', ',', ';']).trim_end_matches(edge).to_owned();
    }
    if first { made.trim_start_matches(edge).to_lowercase() } else { made }
}

fn push(changes: &mut Vec<Change>, kind: ChangeKind, words: &[&str]) {
    if words.is_empty() {
        return;
    }
    let words = words.join(" ");
    match changes.last_mut() {
        Some(last) if last.change == kind => {
            last.words.push(' ');
            last.words.push_str(&words);
        }
        _ => changes.push(Change { change: kind, words }),
    }
}

/// Leaves out the source's words at the edges, unless the quotation has its own there instead.
fn trim(mut changes: Vec<Change>) -> Vec<Change> {
    let removed = |change: Option<&Change>| change.is_some_and(|change| change.change == ChangeKind::Removed);
    let added = |change: Option<&Change>| change.is_some_and(|change| change.change == ChangeKind::Added);
    if removed(changes.first()) && !added(changes.get(1)) {
        changes.remove(0);
    }
    if removed(changes.last()) {
        changes.pop();
    }
    changes
}
