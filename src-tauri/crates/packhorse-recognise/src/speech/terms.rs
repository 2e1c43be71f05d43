//! Words between marks that nobody spoke.

use crate::fold::fold;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Terms of the field, which stand between marks to be named and not to be said.
static TERMS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    #[derive(Deserialize)]
    struct Glossary {
        terms: Vec<Term>,
    }
    #[derive(Deserialize)]
    struct Term {
        term: String,
        #[serde(default)]
        also: Vec<String>,
    }
    let glossary: Glossary = serde_json::from_str(include_str!("../../../../../resources/glossary.json"))
        .expect("a test reads the built-in glossary");
    let others = [
        "staying safe",
        "front door",
        "child in need",
        "children in need",
        "staying put",
        "edge of care",
        "so-called",
    ];
    let terms = glossary.terms.into_iter().flat_map(|term| std::iter::once(term.term).chain(term.also));
    terms.map(|term| fold(&term)).chain(others.map(str::to_owned)).collect()
});

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
    let area = crate::frameworks::named_area(bare).is_some();
    let graded = bare
        .strip_prefix("required improvement")
        .is_some_and(|rest| rest.is_empty() || rest == " to be good");
    let known = words.split_whitespace().count() <= 4 && TERMS.contains(bare);
    area || graded
        || known
        || GRADES.contains(&bare)
        || HEADINGS.contains(&bare)
        || titled && count <= 12
        || named
}
