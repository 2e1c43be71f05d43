//! Figures: what was right, of how many.

use crate::alike::part;

/// What was found, of what the labels hold, and of what was given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Labels that were found.
    pub(crate) found: usize,
    /// All labels.
    pub(crate) labels: usize,
    /// Given values that are right.
    pub(crate) right: usize,
    /// All given values.
    pub(crate) given: usize,
}

impl Tally {
    /// Adds another tally.
    pub(crate) fn add(&mut self, other: Self) {
        self.found += other.found;
        self.labels += other.labels;
        self.right += other.right;
        self.given += other.given;
    }

    /// How much of what was given is right.
    pub(crate) fn precision(self) -> f64 {
        match self.given {
            0 if self.labels == 0 => 1.0,
            0 => 0.0,
            given => part(self.right, given),
        }
    }

    /// How much of what is there was found.
    pub(crate) fn recall(self) -> f64 {
        if self.labels == 0 { 1.0 } else { part(self.found, self.labels) }
    }

    /// Both in one.
    pub(crate) fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        let sum = precision + recall;
        if sum == 0.0 { 0.0 } else { 2.0 * precision * recall / sum }
    }
}

/// One figure of a score.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Figure {
    /// What it measures.
    pub(crate) name: String,
    /// The part that is right; more is better.
    pub(crate) value: f64,
    /// Whether it counts in the total.
    pub(crate) counts: bool,
    /// The figure as a line for people.
    pub(crate) line: String,
}

impl Figure {
    /// A figure that says how many are right of how many.
    pub(crate) fn of(name: &str, counts: bool, right: usize, all: usize, note: &str) -> Self {
        let value = if all == 0 { 1.0 } else { part(right, all) };
        let line = format!("{name:<18} {:5.1}%  {right}/{all}{note}", 100.0 * value);
        Self { name: name.to_owned(), value, counts, line }
    }

    /// A figure of precision and recall; `mean` is the mean over documents.
    pub(crate) fn list(name: &str, counts: bool, tally: Tally, mean: f64) -> Self {
        let value = tally.f1();
        let line = format!(
            "{name:<18} P {:5.1}%  R {:5.1}%  F1 {:5.1}%   (found {} of {}, given {}; mean F1 by document {:.1}%)",
            100.0 * tally.precision(),
            100.0 * tally.recall(),
            100.0 * value,
            tally.found,
            tally.labels,
            tally.given,
            100.0 * mean
        );
        Self { name: name.to_owned(), value, counts, line }
    }

    /// The figure as it is recorded: hundredths of a per cent, rounded down so that a rerun never falls.
    pub(crate) fn recorded(&self) -> f64 {
        (self.value * 10_000.0 + 1e-6).floor() / 100.0
    }
}

/// The mean of the figures that count.
pub(crate) fn total(figures: &[Figure]) -> Figure {
    let counted: Vec<f64> =
        figures.iter().filter(|figure| figure.counts).map(|figure| figure.value).collect();
    let value = if counted.is_empty() { 1.0 } else { counted.iter().sum::<f64>() / part(counted.len(), 1) };
    Figure { name: "total".into(), value, counts: false, line: format!("TOTAL {:.1}", 100.0 * value) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_to_find_and_nothing_given_is_right() {
        assert!((Tally::default().f1() - 1.0).abs() < 1e-9);
        let invented = Tally { given: 1, ..Tally::default() };
        assert!(invented.f1() < 1e-9, "what is given where nothing is there is wrong");
        let missed = Tally { labels: 1, ..Tally::default() };
        assert!(missed.f1() < 1e-9);
    }
}
