//! Terms of the field.

use super::{begins, ends, folded, hits};
use aho_corasick::AhoCorasick;
use serde::Deserialize;
use std::collections::BTreeSet;
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
    let mut used = BTreeSet::new();
    NAMES.capitals.find(text, &mut used);
    NAMES.words.find(&folded(text), &mut used);
    let mut found: Vec<&Term> = used.into_iter().map(|term| &FILE.terms[term]).collect();
    found.sort_by_key(|term| folded(&term.term));
    found
}

/// All names of all terms. Initials such as MASH count only in capitals; other names are folded, and one
/// or several of them are the same.
struct Names {
    capitals: Sought,
    words: Sought,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let names = FILE.terms.iter().enumerate().flat_map(|(term, known)| {
        std::iter::once(&known.term).chain(&known.also).map(move |name| (term, name))
    });
    let (capitals, words): (Vec<_>, Vec<_>) = names.partition(|(_, name)| is_initials(name));
    let one_or_several = words.into_iter().flat_map(|(term, name)| {
        let name = folded(name);
        [(term, format!("{name}s")), (term, name)]
    });
    Names {
        capitals: Sought::new(capitals.into_iter().map(|(term, name)| (term, name.clone())).collect()),
        words: Sought::new(one_or_several.collect()),
    }
});

/// Names that are looked for in one pass, each with the number of its term.
struct Sought {
    terms: Vec<usize>,
    names: AhoCorasick,
}

impl Sought {
    fn new(names: Vec<(usize, String)>) -> Self {
        let (terms, names): (Vec<usize>, Vec<String>) = names.into_iter().unzip();
        let names = AhoCorasick::new(names).expect("the glossary is built in, and a test reads it");
        Self { terms, names }
    }

    /// Adds the terms whose names stand in a text as whole words.
    fn find(&self, text: &str, used: &mut BTreeSet<usize>) {
        let found = self.names.find_overlapping_iter(text);
        let whole = found.filter(|found| begins(text, found.start()) && ends(text, found.end()));
        used.extend(whole.map(|found| self.terms[found.pattern().as_usize()]));
    }
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
