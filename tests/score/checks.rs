//! Verdicts on quotations of the inspectors, held against labels.

use crate::figure::Figure;
use crate::links::Links;
use crate::quotes::closeness;
use crate::set::{Labelled, list};

/// The verdicts, from the best to the one that says nothing.
const VERDICTS: [&str; 5] = ["exact", "punctuation", "differs", "not-found", "no-source"];

/// A verdict that was wanted and the one that was given.
struct Verdict {
    nested: bool,
    wanted: String,
    also: Vec<String>,
    given: Option<String>,
}

impl Verdict {
    fn is_right(&self) -> bool {
        self.given.as_ref().is_some_and(|given| *given == self.wanted || self.also.contains(given))
    }

    fn is_one_of(&self, verdicts: [&str; 2]) -> bool {
        let given = self.given.as_deref().unwrap_or_default();
        verdicts.contains(&given) && !self.also.iter().any(|other| other == given)
    }
}

/// Verdicts of a set.
#[derive(Default)]
pub(crate) struct Checks {
    verdicts: Vec<Verdict>,
    given: bool,
}

impl Checks {
    /// Adds the verdicts of a document; every wrong one in a line.
    pub(crate) fn add(&mut self, labelled: &Labelled, links: &Links<'_>) -> Vec<String> {
        let any = links.given.iter().any(|quotation| quotation["check"].is_string());
        self.given |= any;
        let mut misses = Vec::new();
        for (at, label) in links.labels.iter().enumerate() {
            let Some(wanted) = label["check"].as_str() else { continue };
            let linked = links.of.get(&at).map_or(&[][..], Vec::as_slice);
            let right = |given: &&usize| links.right.contains(given) || links.neutral.contains(given);
            let nearest = linked.iter().filter(right).fold(None, |best: Option<usize>, given| match best {
                Some(best) if closeness(links, at, best) >= closeness(links, at, *given) => Some(best),
                _ => Some(*given),
            });
            let Some(nearest) = nearest.filter(|_| links.found.contains(&at)) else { continue };
            let said = links.given[nearest]["check"].as_str().unwrap_or("no-source").to_owned();
            let verdict = Verdict {
                nested: links.nested(at),
                wanted: wanted.to_owned(),
                also: also(links, at, nearest),
                given: any.then_some(said),
            };
            if any && !verdict.is_right() {
                let given = verdict.given.as_deref().unwrap_or("not given");
                let words = &label["text"];
                misses.push(format!("{}: check is {given}, the label says {wanted}: {words}", labelled.name));
            }
            self.verdicts.push(verdict);
        }
        misses
    }

    /// The figures: all verdicts, and the two ways of being wrong that matter.
    pub(crate) fn figures(&self) -> Vec<Figure> {
        let mut figures = Vec::new();
        for (nested, name) in [(false, "check"), (true, "check, in quotes")] {
            let rows: Vec<_> = self.verdicts.iter().filter(|verdict| verdict.nested == nested).collect();
            if rows.is_empty() || !self.given {
                continue;
            }
            let among = |wanted: [&str; 2]| {
                rows.iter().filter(move |row| wanted.contains(&row.wanted.as_str())).collect::<Vec<_>>()
            };
            let (good, bad) = (["exact", "punctuation"], ["differs", "not-found"]);
            let right = rows.iter().filter(|row| row.is_right()).count();
            figures.push(Figure::of(name, false, right, rows.len(), "  of those found with a label"));
            for (what, wanted, called) in [("no false assurance", bad, good), ("no false alarm", good, bad)] {
                let all = among(wanted);
                let honest = all.iter().filter(|row| !row.is_one_of(called)).count();
                let name = if nested { format!("{what}, in quotes") } else { what.to_owned() };
                figures.push(Figure::of(&name, false, honest, all.len(), ""));
            }
        }
        figures
    }
}

/// Other right answers: the label's own and, when two labels were taken as one, the worse of both.
fn also(links: &Links<'_>, label: usize, given: usize) -> Vec<String> {
    let own = list(links.labels[label], "check_also").iter().filter_map(|word| word.as_str());
    let mut also: Vec<String> = own.map(str::to_owned).collect();
    let together = links.labels_of(given).into_iter().filter(|other| !links.nested(*other));
    let rank = |other: usize| {
        let word = links.labels[other]["check"].as_str()?;
        VERDICTS[..4].iter().position(|verdict| *verdict == word)
    };
    let ranks: Vec<usize> = together.filter_map(rank).collect();
    if ranks.len() > 1 {
        also.extend(ranks.iter().max().map(|worst| VERDICTS[*worst].to_owned()));
    }
    also
}
