//! Words between marks that nobody spoke.

use crate::fold::fold;

/// Grades, titles of papers and terms stand between marks without being anyone's words.
pub(super) fn is_term(words: &str, before: &str) -> bool {
    let folded = fold(words);
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    const GRADES: [&str; 8] = [
        "outstanding",
        "good",
        "adequate",
        "inadequate",
        "requires improvement",
        "requires improvement to be good",
        "satisfactory",
        "require improvement to be good",
    ];
    let count = bare.split_whitespace().count();
    let titled = count > 1
        && words
            .split_whitespace()
            .filter(|word| word.chars().count() > 3)
            .all(|word| word.starts_with(char::is_uppercase))
        && !words.ends_with(['.', ',', '!', '?']);
    let called = [
        "called",
        "known as",
        "so-called",
        "entitled",
        "titled",
        "named",
        "report,",
        "strategy,",
        "termed",
        "the term",
    ];
    let named = called.iter().any(|word| fold(before).ends_with(word)) && count <= 8;
    const HEADINGS: [&str; 6] = [
        "area for priority action",
        "areas for priority action",
        "priority action",
        "area for improvement",
        "areas for improvement",
        "what needs to improve",
    ];
    GRADES.contains(&bare) || HEADINGS.contains(&bare) || titled && count <= 12 || named
}
