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

impl Term {
    /// The term, with the initials a text has for it behind: “Independent reviewing officer (IRO)”.
    pub(crate) fn as_in(&self, text: &str) -> String {
        let initials = self.also.iter().filter(|name| is_initials(name) && hits(text, name, true) > 0);
        match initials.min_by_key(|name| name.len()).filter(|_| !is_initials(&self.term)) {
            Some(initials) => format!("{} ({})", self.term, one(initials)),
            None => self.term.clone(),
        }
    }
}

/// Whether a name is initials: MASH, IROs.
fn is_initials(name: &str) -> bool {
    one(name).len() > 1 && one(name).chars().all(char::is_uppercase)
}

/// Initials without the “s” of several.
fn one(initials: &str) -> &str {
    initials.strip_suffix('s').unwrap_or(initials)
}

/// The terms that a text uses, in the order of the alphabet.
pub(crate) fn used(text: &str) -> Vec<&'static Term> {
    let folded_text = folded(text);
    let uses = |name: &str| {
        // Initials such as MASH count only in capitals.
        if is_initials(name) {
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
    fn initials_stand_behind_the_term_where_the_text_has_them() {
        let text = "IROs write to the child.";
        let found: Vec<String> = used(text).iter().map(|term| term.as_in(text)).collect();
        assert_eq!(found, ["Independent reviewing officer (IRO)"]);
        let text = "The independent reviewing officer writes, and pays no more than a pa would.";
        let found: Vec<String> = used(text).iter().map(|term| term.as_in(text)).collect();
        assert_eq!(found, ["Independent reviewing officer"]);
    }

    #[test]
    fn only_terms_that_are_used_are_explained() {
        let found: Vec<&str> =
            used("Care leavers and the front door.").iter().map(|t| t.term.as_str()).collect();
        assert_eq!(found, ["Care leaver", "Front door"]);
    }
}
