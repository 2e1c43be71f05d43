//! Quotations, held against labels.

use crate::alike::part;
use crate::checks::Checks;
use crate::figure::{Figure, Tally};
use crate::links::Links;
use crate::set::{Labelled, Set};
use crate::words::{pattern, people, squash};
use regex::Regex;
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What a label knows of a document's quotations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Complete {
    /// All of them.
    All,
    /// Those of other people, within a report.
    Nested,
}

fn complete(label: &Value) -> Option<Complete> {
    match &label["complete"]["quotes"] {
        Value::Bool(true) => Some(Complete::All),
        Value::String(word) if word == "nested" => Some(Complete::Nested),
        _ => None,
    }
}

/// The figures of the quotations of a set, and every miss in a line.
pub(crate) fn score(set: &Set) -> (Vec<Figure>, Vec<String>) {
    let mut sums = Sums::default();
    let mut misses = Vec::new();
    for labelled in &set.quotes {
        if let Some(complete) = complete(&labelled.label) {
            misses.extend(sums.add(labelled, complete));
        }
    }
    (sums.figures(), misses)
}

#[derive(Default)]
struct Sums {
    all: Tally,
    in_reports: Tally,
    in_quotes: Tally,
    traps: (usize, usize),
    speakers: (usize, usize),
    checks: Checks,
    used: usize,
}

impl Sums {
    fn add(&mut self, labelled: &Labelled, complete: Complete) -> Vec<String> {
        self.used += 1;
        let links = Links::of(labelled);
        let tally = tally(&links);
        match complete {
            Complete::All => self.all.add(tally),
            Complete::Nested => self.in_reports.add(tally),
        }
        let nested = |set: &BTreeSet<usize>| set.iter().filter(|label| links.nested(**label)).count();
        self.in_quotes.found += nested(&links.found);
        self.in_quotes.labels += nested(&(0..links.labels.len()).collect());
        let taken: BTreeSet<_> =
            links.words.iter().filter(|words| links.no_quotes.contains(*words)).collect();
        self.traps.0 += links.no_quotes.len() - taken.len();
        self.traps.1 += links.no_quotes.len();
        let mut misses = Vec::new();
        if complete == Complete::All {
            misses.extend(self.speakers(labelled, &links));
        }
        misses.extend(self.checks.add(labelled, &links));
        misses.extend(missed(labelled, &links, complete));
        misses
    }

    fn speakers(&mut self, labelled: &Labelled, links: &Links<'_>) -> Vec<String> {
        let mut misses = Vec::new();
        for label in links.found.iter().filter(|label| !links.optional(**label)) {
            self.speakers.1 += 1;
            if speaker_is_right(links, *label) {
                self.speakers.0 += 1;
                continue;
            }
            let given = links.of[label].iter().map(|at| links.given[*at]["speaker"].to_string());
            let (given, wanted) = (given.collect::<Vec<_>>().join(", "), &links.labels[*label]["speaker"]);
            misses.push(format!("{}: speaker is {given}, the label says {wanted}", labelled.name));
        }
        misses
    }

    fn figures(&self) -> Vec<Figure> {
        if self.used == 0 {
            return Vec::new();
        }
        let all = self.all;
        let mut figures = vec![Figure {
            name: "quotes".into(),
            value: all.f1(),
            counts: false,
            line: format!(
                "{:<18} P {:5.1}% ({}/{})  R {:5.1}% ({}/{})  F1 {:5.1}%",
                "quotes",
                100.0 * all.precision(),
                all.right,
                all.given,
                100.0 * all.recall(),
                all.found,
                all.labels,
                100.0 * all.f1()
            ),
        }];
        let mut some = |name: &str, right: usize, all: usize, note: &str| {
            if all > 0 {
                figures.push(Figure::of(name, false, right, all, note));
            }
        };
        some("quotes in reports", self.in_reports.found, self.in_reports.labels, "  recall only");
        some("quotes in quotes", self.in_quotes.found, self.in_quotes.labels, "  recall only");
        some(
            "not quotes left",
            self.traps.0,
            self.traps.1,
            "  scare quotes, grades, titles, furniture left alone",
        );
        some("speaker", self.speakers.0, self.speakers.1, "  of the matched quotes, news-like texts only");
        figures.extend(self.checks.figures());
        figures
    }
}

fn tally(links: &Links<'_>) -> Tally {
    let required = |label: &usize| !links.optional(*label);
    let optional_only = |given: &usize| {
        let labels = links.labels_of(*given);
        links.neutral.contains(given)
            || links.right.contains(given) && !labels.is_empty() && !labels.iter().any(required)
    };
    Tally {
        found: links.found.iter().filter(|label| required(label)).count(),
        labels: (0..links.labels.len()).filter(required).count(),
        right: links.right.iter().filter(|given| !optional_only(given)).count(),
        given: (0..links.words.len()).filter(|given| !optional_only(given)).count(),
    }
}

/// Whether a found quotation has the speaker of its label, or names nobody where the label names a body.
fn speaker_is_right(links: &Links<'_>, label: usize) -> bool {
    static ROLE: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b[a-z]{4,}"));
    static WORD: LazyLock<Regex> = LazyLock::new(|| pattern(r"\w+"));
    let gold = links.labels[label];
    let wanted = people(gold["speaker"].as_str());
    let speakers = || {
        let right = links.of[&label].iter().filter(|at| links.right.contains(at));
        right.map(|at| links.given[*at]["speaker"].as_str())
    };
    let given: BTreeSet<String> = speakers().flat_map(people).collect();
    if !wanted.is_empty() {
        return !wanted.is_disjoint(&given);
    }
    let found = |pattern: &Regex, words: &str| -> Vec<String> {
        pattern.find_iter(words).map(|found| found.as_str().to_owned()).collect()
    };
    let body = ["organisation", "role"].map(|field| gold[field].as_str().unwrap_or_default());
    let body: BTreeSet<String> = found(&WORD, &body.join(" ")).iter().map(|word| squash(word)).collect();
    let roles = speakers().flat_map(|words| found(&ROLE, words.unwrap_or_default()));
    given.is_subset(&body) || roles.collect::<BTreeSet<_>>().intersection(&body).next().is_some()
}

fn missed(labelled: &Labelled, links: &Links<'_>, complete: Complete) -> Vec<String> {
    let name = &labelled.name;
    let labels = (0..links.labels.len()).filter(|at| !links.found.contains(at) && !links.optional(*at));
    let mut lines: Vec<String> =
        labels.map(|at| format!("{name}: quotation missed: {}", links.labels[at]["text"])).collect();
    if complete == Complete::All {
        let wrong =
            (0..links.words.len()).filter(|at| !links.right.contains(at) && !links.neutral.contains(at));
        lines.extend(wrong.map(|at| {
            let what = if links.is_trap(at) { "no quotation" } else { "quotation extra" };
            format!("{name}: {what}: {}", links.given[at]["text"])
        }));
    }
    lines
}

/// The part of a quotation that a label covers, for choosing between several.
pub(crate) fn closeness(links: &Links<'_>, label: usize, given: usize) -> f64 {
    let (wanted, words) = (&links.wanted[label], &links.words[given]);
    let longer = crate::alike::length(wanted).max(crate::alike::length(words));
    part(crate::alike::cover(wanted, words), longer.max(1))
}
