//! Words made alike, so that what differs is what a reader would call different.

use regex::Regex;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// A pattern of ours.
pub(crate) fn pattern(words: &str) -> Regex {
    Regex::new(words).unwrap_or_else(|error| panic!("a pattern of ours is well formed: {error}"))
}

/// Lower case, without quote marks and hyphens, single spaces.
pub(crate) fn fold(words: &str) -> String {
    const HYPHENS: &str = "\u{ad}\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}-";
    const MARKS: &str = "\u{2018}\u{2019}\u{201a}\u{201b}\u{201c}\u{201d}\u{201e}\u{2032}\u{2033}`\u{b4}\"'";
    let lower = words.nfc().collect::<String>().to_lowercase();
    let kept: String = lower.chars().filter(|one| !HYPHENS.contains(*one) && !MARKS.contains(*one)).collect();
    spaced(&kept)
}

/// Single spaces between words and none around them.
fn spaced(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Letters and digits only.
pub(crate) fn squash(words: &str) -> String {
    let plain = |one: &char| matches!(one, '0'..='9' | 'a'..='z' | '\u{c0}'..='\u{24f}');
    fold(words).chars().filter(plain).collect()
}

/// An item of a list, without its closing reference to the national framework.
pub(crate) fn item(words: &str) -> String {
    static REFERENCE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"(?i)\s*\([^()]*(?:framework|principle|outcome|enabler)[^()]*\)\s*[.;]?\s*$")
    });
    squash(&REFERENCE.replace(words, ""))
}

/// A grade, without the number some frameworks print before it.
pub(crate) fn grade(words: &str) -> String {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| pattern(r"\bgrade\s*\d\b"));
    let folded = fold(words);
    let plain = NUMBER.replace_all(&folded, " ");
    let kept = |one: char| if one.is_ascii_lowercase() || one.is_ascii_digit() { one } else { ' ' };
    spaced(&plain.chars().map(kept).collect::<String>())
}

/// A person's name without titles, ranks and what stands in brackets.
pub(crate) fn name(words: &str) -> String {
    static BRACKETS: LazyLock<Regex> = LazyLock::new(|| pattern(r"\([^)]*\)"));
    static TITLES: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"\b(?:hmi|shmi|senior|oi|mr|mrs|ms|dr|sir|dame|cbe|obe|mbe|qpm|(?:her|his) majestys inspectors?)\b",
        )
    });
    let folded = fold(words);
    let bare = BRACKETS.replace_all(&folded, " ").replace(',', " ");
    let plain = TITLES.replace_all(&bare, " ");
    spaced(&plain.chars().map(|one| if one.is_ascii_lowercase() { one } else { ' ' }).collect::<String>())
}

/// A council's name, letters only.
pub(crate) fn council(words: &str) -> String {
    fold(words).replace('&', "and").chars().filter(char::is_ascii_lowercase).collect()
}

/// A date as a label writes it.
pub(crate) fn date(words: &str) -> String {
    words.trim().chars().take(10).collect()
}

/// The surnames in the name of a speaker; none for nobody and for a body.
pub(crate) fn people(words: Option<&str>) -> BTreeSet<String> {
    static BRACKETS: LazyLock<Regex> = LazyLock::new(|| pattern(r"\([^)]*\)"));
    static BETWEEN: LazyLock<Regex> = LazyLock::new(|| pattern(r",| and |&|;|/"));
    static WORD: LazyLock<Regex> = LazyLock::new(|| pattern(r"[A-Za-z\u{c0}-\u{24f}'’\-]+"));
    let plain: String = words.unwrap_or_default().nfc().collect();
    let bare = BRACKETS.replace_all(&plain, " ");
    let surname = |part: &str| {
        let is_name = |word: &&str| !TITLES.contains(&word.to_lowercase().as_str());
        let parts: Vec<&str> = WORD.find_iter(part).map(|found| found.as_str()).filter(is_name).collect();
        let nobody = NOBODY.contains(&parts.join(" ").to_lowercase().as_str());
        parts.last().filter(|_| !nobody).map(|last| squash(last))
    };
    BETWEEN.split(&bare).filter_map(surname).collect()
}

/// Words before and after a name that are no part of it.
const TITLES: [&str; 14] =
    ["cllr", "councillor", "coun", "mr", "mrs", "ms", "dr", "sir", "dame", "hmi", "mp", "cbe", "obe", "mbe"];

/// Names of speakers that are no person's.
const NOBODY: [&str; 15] = [
    "",
    "ofsted",
    "report",
    "the report",
    "inspectors",
    "inspector",
    "letter",
    "the letter",
    "unknown",
    "none",
    "null",
    "spokesperson",
    "a spokesperson",
    "statement",
    "cqc",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grade_with_its_number_is_the_grade() {
        assert_eq!(grade("Grade 4 (inadequate)"), "inadequate");
        assert_eq!(grade("Requires improvement to be good"), "requires improvement to be good");
    }

    #[test]
    fn a_closing_reference_is_no_part_of_an_item() {
        assert_eq!(item("The plans. (Outcome 4, National Framework)."), item("The plans"));
        assert_ne!(item("The plans (of care leavers)"), item("The plans"), "other brackets are words");
    }

    #[test]
    fn people_are_told_by_their_surnames_and_bodies_are_nobody() {
        let surnames = |words| people(Some(words)).into_iter().collect::<Vec<_>>();
        assert_eq!(surnames("Cllr Ada Lorne and Ivo Bell"), ["bell", "lorne"]);
        assert_eq!(surnames("Ofsted"), Vec::<String>::new());
        assert_eq!(name("Ms Jane Moss HMI (lead)"), "jane moss");
    }
}
