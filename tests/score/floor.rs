//! The floor: what was reached once and must not be lost.

use crate::figure::Figure;
use crate::sure::Wrong;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What was reached, set by set.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Floor {
    /// For each set, by its name.
    pub(crate) sets: BTreeMap<String, Reached>,
}

/// What was reached on one set.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Reached {
    /// Each figure in per cent.
    figures: BTreeMap<String, f64>,
    /// Values that are wrong and sure, and known to be: document and field.
    wrong_and_sure: Vec<String>,
}

fn path() -> PathBuf {
    packhorse_tests::kept("score/floor.json")
}

impl Floor {
    /// The recorded floor.
    pub(crate) fn recorded() -> Result<Self, String> {
        let path = path();
        let text = std::fs::read_to_string(&path)
            .map_err(|error| format!("{} cannot be read: {error}.", path.display()))?;
        serde_json::from_str(&text).map_err(|error| format!("{} is no floor: {error}.", path.display()))
    }

    /// Records the floor.
    pub(crate) fn record(&self) -> Result<(), String> {
        let path = path();
        let text = serde_json::to_string_pretty(self).map_err(|error| error.to_string())?;
        std::fs::write(&path, format!("{text}\n"))
            .map_err(|error| format!("{} cannot be written: {error}.", path.display()))
    }
}

impl Reached {
    /// What figures and wrong values amount to.
    pub(crate) fn of(figures: &[Figure], wrong: &[Wrong]) -> Self {
        Self {
            figures: figures.iter().map(|figure| (figure.name.clone(), figure.recorded())).collect(),
            wrong_and_sure: wrong.iter().map(|wrong| wrong.key.clone()).collect(),
        }
    }

    /// What is worse now than it was, in sentences.
    pub(crate) fn lost(&self, now: &Self) -> Vec<String> {
        let fell = |(name, was): (&String, &f64)| match now.figures.get(name) {
            None => Some(format!("{name} is not measured any more.")),
            Some(is) if is < was => Some(format!("{name} fell from {was:.2}% to {is:.2}%.")),
            Some(_) => None,
        };
        let mut lost: Vec<String> = self.figures.iter().filter_map(fell).collect();
        lost.extend(now.unknown(self).into_iter().map(|key| format!("{key} is wrong and sure.")));
        lost
    }

    /// Values that are wrong and sure here and were not known to be; each known one stands for one.
    pub(crate) fn unknown(&self, known: &Self) -> Vec<String> {
        let mut known = known.wrong_and_sure.clone();
        let is_new = |key: &&String| match known.iter().position(|other| other == *key) {
            Some(at) => {
                known.swap_remove(at);
                false
            }
            None => true,
        };
        self.wrong_and_sure.iter().filter(is_new).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reached(right: usize, wrong: &[&str]) -> Reached {
        let wrong: Vec<Wrong> =
            wrong.iter().map(|key| Wrong { key: (*key).to_owned(), line: String::new() }).collect();
        Reached::of(&[Figure::of("kind", true, right, 10, "")], &wrong)
    }

    #[test]
    fn a_figure_that_falls_is_told_and_one_that_rises_is_not() {
        assert_eq!(reached(9, &[]).lost(&reached(8, &[])), ["kind fell from 90.00% to 80.00%."]);
        assert_eq!(reached(9, &[]).lost(&reached(10, &[])), Vec::<String>::new());
        assert_eq!(reached(9, &[]).lost(&Reached::default()), ["kind is not measured any more."]);
    }

    #[test]
    fn a_wrong_and_sure_value_is_told_unless_it_is_known() {
        let known = reached(9, &["a: kind"]);
        assert_eq!(known.lost(&reached(9, &["a: kind", "b: kind"])), ["b: kind is wrong and sure."]);
        let twice = reached(9, &["a: kind", "a: kind"]);
        assert_eq!(known.lost(&twice), ["a: kind is wrong and sure."], "one was known, not two");
    }
}
