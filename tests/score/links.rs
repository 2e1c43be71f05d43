//! Which quotation of a label is which of those that were found.

use crate::alike::{self, cover, part};
use crate::set::{Labelled, is, list, text};
use crate::words::{people, squash};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The part of a text that must be covered for it to be the same.
const LINKED: f64 = 0.85;
/// The part of a quotation that must be found, or be right.
const ENOUGH: f64 = 0.6;

/// The quotations of a label and those that were found, and which belongs to which.
pub(crate) struct Links<'set> {
    /// Quotations of the label.
    pub(crate) labels: Vec<&'set Value>,
    /// Their letters.
    pub(crate) wanted: Vec<String>,
    /// Quotations that were found.
    pub(crate) given: Vec<&'set Value>,
    /// Their letters.
    pub(crate) words: Vec<String>,
    /// For each linked label, the found ones that cover it.
    pub(crate) of: BTreeMap<usize, Vec<usize>>,
    /// Words the label says are no quotation.
    pub(crate) no_quotes: BTreeSet<String>,
    /// Found ones that are just an optional quotation: they count neither way.
    pub(crate) neutral: BTreeSet<usize>,
    /// Found ones that are right.
    pub(crate) right: BTreeSet<usize>,
    /// Labels that were found.
    pub(crate) found: BTreeSet<usize>,
    covered: Vec<usize>,
    covering: Vec<usize>,
    required: BTreeSet<usize>,
}

impl<'set> Links<'set> {
    /// Links the quotations of a document.
    pub(crate) fn of(labelled: &'set Labelled) -> Self {
        let has_words = |value: &&Value| !squash(text(value)).is_empty();
        let labels: Vec<&Value> = list(&labelled.label, "quotes").iter().collect();
        let given: Vec<&Value> = list(&labelled.found, "quotes").iter().filter(has_words).collect();
        let letters = |list: &[&Value]| list.iter().map(|value| squash(text(value))).collect::<Vec<_>>();
        let (wanted, words) = (letters(&labels), letters(&given));
        let no_quotes = list(&labelled.label, "not_quotes").iter().map(|value| squash(text(value)));
        let no_quotes = no_quotes.filter(|words| !wanted.contains(words)).collect();
        let (covered, covering) = (vec![0; wanted.len()], vec![0; words.len()]);
        let mut links = Self {
            labels,
            wanted,
            given,
            words,
            of: BTreeMap::new(),
            no_quotes,
            neutral: BTreeSet::new(),
            right: BTreeSet::new(),
            found: BTreeSet::new(),
            covered,
            covering,
            required: BTreeSet::new(),
        };
        links.sort_out();
        links.link();
        links.right = (0..links.words.len()).filter(|at| links.is_right(*at)).collect();
        links.found = (0..links.wanted.len()).filter(|at| links.is_found(*at)).collect();
        links
    }

    /// Whether a label need not be found.
    pub(crate) fn optional(&self, label: usize) -> bool {
        is(self.labels[label], "optional")
    }

    /// Whether a label is a quotation within another.
    pub(crate) fn nested(&self, label: usize) -> bool {
        is(self.labels[label], "nested")
    }

    /// Whether a found one is just what is no quotation.
    pub(crate) fn is_trap(&self, given: usize) -> bool {
        self.no_quotes.contains(&self.words[given])
    }

    /// The labels a found one is linked with.
    pub(crate) fn labels_of(&self, given: usize) -> Vec<usize> {
        self.of.iter().filter(|(_, list)| list.contains(&given)).map(|(label, _)| *label).collect()
    }

    /// Tells those that are just an optional quotation from those that are just a required one.
    fn sort_out(&mut self) {
        for (at, words) in self.words.iter().enumerate() {
            let best = |optional: bool| {
                let list = (0..self.wanted.len()).filter(|label| self.optional(*label) == optional);
                list.map(|label| alike(&self.wanted[label], words)).fold(0.0, f64::max)
            };
            let (optional, required) = (best(true), best(false));
            if optional > required {
                self.neutral.insert(at);
            } else if required > 0.0 {
                self.required.insert(at);
            }
        }
    }

    fn link(&mut self) {
        for label in 0..self.wanted.len() {
            for given in 0..self.words.len() {
                if let Some(size) = self.linked(label, given) {
                    self.covered[label] += size;
                    self.covering[given] += size;
                    self.of.entry(label).or_default().push(given);
                }
            }
        }
    }

    /// How much two quotations share, when that makes them one.
    fn linked(&self, label: usize, given: usize) -> Option<usize> {
        let (wanted, words) = (&self.wanted[label], &self.words[given]);
        let other_kind = self.neutral.contains(&given) && !self.optional(label)
            || self.required.contains(&given) && self.optional(label) && wanted != words
            || self.nested(label) && alike(wanted, words) == 0.0;
        if self.is_trap(given) || other_kind {
            return None;
        }
        if !(wanted.contains(words.as_str()) || words.contains(wanted.as_str())) {
            let (both, one, other) = alike::shared(&alike::runs(wanted), &alike::runs(words));
            if part(both, one.min(other)) < ENOUGH {
                return None;
            }
        }
        let (shorter, size) = (alike::length(wanted).min(alike::length(words)), cover(wanted, words));
        (shorter > 0 && part(size, shorter) >= LINKED).then_some(size)
    }

    /// Whether enough of a found one is quoted, and by one speaker.
    fn is_right(&self, given: usize) -> bool {
        let length = alike::length(&self.words[given]);
        let mut labels = self.labels_of(given);
        if labels.iter().any(|label| !self.optional(*label)) {
            labels.retain(|label| !self.optional(*label));
        }
        let long = |label: &&usize| part(alike::length(&self.wanted[**label]), length) >= 0.15;
        let speakers: BTreeSet<_> =
            labels.iter().filter(long).map(|label| people(self.labels[*label]["speaker"].as_str())).collect();
        part(self.covering[given], length) >= ENOUGH && speakers.len() <= 1
    }

    fn is_found(&self, label: usize) -> bool {
        let right = self.of.get(&label).is_some_and(|list| list.iter().any(|at| self.right.contains(at)));
        right && part(self.covered[label], alike::length(&self.wanted[label])) >= ENOUGH
    }
}

/// How far two texts are one quotation, give or take a little; nought when they are not.
fn alike(here: &str, there: &str) -> f64 {
    let (one, other) = (alike::length(here), alike::length(there));
    let shorter = one.min(other);
    if here == there {
        return 1.0;
    }
    if shorter == 0 || part(shorter, one.max(other)) < 0.8 {
        return 0.0;
    }
    let within = here.contains(there) || there.contains(here);
    if within || part(cover(here, there), shorter) >= LINKED { alike::ratio(here, there) } else { 0.0 }
}
