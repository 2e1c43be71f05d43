//! Terms of the field.

use super::{folded, hits};
use serde::Deserialize;
use std::sync::LazyLock;

/// A term and what it means.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Term {
    pub(crate) term: String,
    pub(crate) also: Vec<String>,
    pub(crate) meaning: String,
    /// Wording for children and young people.
    pub(crate) plain: Option<String>,
}

#[derive(Debug, Deserialize)]
struct File {
    terms: Vec<Term>,
}

static FILE: LazyLock<File> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../../../resources/glossary.json"))
        .expect("the glossary is built in, and a test reads it")
});

/// The terms that a text uses, in the order of the alphabet.
pub(crate) fn used(text: &str) -> Vec<&'static Term> {
    let folded_text = folded(text);
    let uses = |name: &str| {
        // An abbreviation such as MASH counts only in capitals.
        if name.chars().all(|c| c.is_uppercase() || !c.is_alphabetic()) {
            hits(text, name, true) > 0
        } else {
            let name = folded(name);
            hits(&folded_text, &name, true) > 0 || hits(&folded_text, &format!("{name}s"), true) > 0
        }
    };
    let mut found: Vec<&Term> = FILE
        .terms
        .iter()
        .filter(|term| uses(&term.term) || term.also.iter().any(|name| uses(name)))
        .collect();
    found.sort_by_key(|term| folded(&term.term));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_terms_that_are_used_are_explained() {
        let found: Vec<&str> =
            used("Care leavers and the front door.").iter().map(|t| t.term.as_str()).collect();
        assert_eq!(found, ["Care leaver", "Front door"]);
    }
}
