//! Words whose loss changes what a sentence says.

use super::difference::{Change, ChangeKind};

/// Words that turn a sentence round when they are left out or put in.
const TURNING: [&str; 14] = [
    "not", "no", "never", "none", "nor", "neither", "cannot", "without", "few", "little", "hardly", "rarely",
    "unless", "nothing",
];
/// Words that set one thing against another: without them praise or blame stands alone.
const CONTRAST: [&str; 7] = ["however", "although", "though", "but", "except", "despite", "yet"];
/// Words that say how many or how often, and may not be put in by whoever quotes.
const AMOUNTS: [&str; 12] =
    ["all", "every", "each", "always", "most", "many", "some", "only", "fully", "everyone", "more", "less"];
/// Words whose absence a reader should know of, although dots may stand for them.
const LIMITING: [&str; 14] = [
    "most",
    "mostly",
    "some",
    "usually",
    "often",
    "sometimes",
    "partly",
    "but",
    "although",
    "however",
    "except",
    "while",
    "generally",
    "largely",
];

/// The first word that turns a sentence round.
pub(crate) fn turning(words: &str) -> Option<String> {
    first_of(words, &TURNING).or_else(|| each_word(words).into_iter().find(|word| word.ends_with("n't")))
}

/// The first word that turns a sentence round or sets one thing against another.
pub(super) fn telling(words: &str) -> Option<String> {
    turning(words).or_else(|| first_of(words, &CONTRAST))
}

/// The word itself, when it sets one thing against another.
pub(crate) fn contrast(word: &str) -> Option<String> {
    first_of(word, &CONTRAST).or_else(|| first_of(word, &["while", "whilst"]))
}

/// The word itself, when it denies what follows.
pub(crate) fn denial(word: &str) -> Option<String> {
    first_of(word, &["not", "no", "never", "without", "cannot"])
}

/// The first word that says how many or how often.
pub(super) fn amount(words: &str) -> Option<String> {
    first_of(words, &AMOUNTS)
}

/// The first word whose absence a reader should know of.
pub(super) fn limiting(words: &str) -> Option<String> {
    first_of(words, &LIMITING)
}

/// What changed words do to the meaning, in a sentence, when they turn it.
pub(super) fn turned_by(changes: &[Change]) -> Option<String> {
    let of = |kind: ChangeKind| {
        let mut words = String::new();
        for change in changes.iter().filter(|change| change.change == kind && change.alteration.is_of_words())
        {
            words.push_str(&change.words);
            words.push(' ');
        }
        words
    };
    let (removed, added) = (of(ChangeKind::Removed), of(ChangeKind::Added));
    match (telling(&removed), telling(&added)) {
        // One such word in the place of another says much the same.
        (Some(_), Some(_)) | (None, None) => None,
        (Some(word), None) => Some(left_out(&word)),
        (None, Some(word)) => Some(format!("“{word}” was put in, which can turn the meaning.")),
    }
}

/// What the loss of a word does, in a sentence.
pub(super) fn left_out(word: &str) -> String {
    format!("“{word}” was left out, which can turn the meaning.")
}

fn first_of(words: &str, wanted: &[&str]) -> Option<String> {
    each_word(words).into_iter().find(|word| wanted.contains(&word.as_str()))
}

fn each_word(words: &str) -> Vec<String> {
    let lower = words.to_lowercase().replace('’', "'");
    lower.split(|c: char| !(c.is_alphanumeric() || c == '\'')).map(str::to_owned).collect()
}
