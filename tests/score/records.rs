//! The facts of an inspection, held against a record.

use crate::alike::{self, SAME};
use crate::figure::{Figure, Tally};
use crate::set::{Labelled, Set, is, list, text};
use crate::words::{council, date, grade, item, name, squash};
use serde_json::Value;
use std::collections::BTreeMap;

/// A field with one value.
pub(crate) struct Field {
    /// Its name.
    pub(crate) name: &'static str,
    /// Where a label keeps other right values.
    also: &'static str,
    /// How its values are made alike.
    alike: fn(&str) -> String,
    counts: bool,
}

/// The fields with one value.
pub(crate) const FIELDS: [Field; 7] = [
    Field { name: "kind", also: "kind_also", alike: squash, counts: true },
    Field { name: "framework", also: "framework_also", alike: squash, counts: true },
    Field { name: "authority", also: "authority_also", alike: council, counts: true },
    Field { name: "inspected_from", also: "inspected_from_also", alike: date, counts: false },
    Field { name: "inspected_to", also: "inspected_to_also", alike: date, counts: false },
    Field { name: "published", also: "published_also", alike: date, counts: true },
    Field { name: "lead_inspector", also: "lead_also", alike: name, counts: true },
];

/// The lists of a record, and whether they count in the total.
pub(crate) const LISTS: [(&str, bool); 3] =
    [("improvements", true), ("priority_actions", true), ("strengths_listed", false)];

/// The figures of the records of a set, and every miss in a line.
pub(crate) fn score(set: &Set) -> (Vec<Figure>, Vec<String>) {
    let mut sums = Sums::default();
    let misses = set.records.iter().flat_map(|labelled| sums.add(labelled)).collect();
    (sums.figures(set.records.len()), misses)
}

#[derive(Default)]
struct Sums {
    right: BTreeMap<&'static str, usize>,
    lists: BTreeMap<&'static str, (Tally, Vec<f64>)>,
    kinds: BTreeMap<String, (usize, usize, Tally)>,
}

impl Sums {
    fn add(&mut self, labelled: &Labelled) -> Vec<String> {
        let mut misses = Vec::new();
        let mut right: Vec<&str> = Vec::new();
        for field in &FIELDS {
            if agrees(field, labelled) {
                right.push(field.name);
            } else {
                let (found, wanted) = (&labelled.found[field.name], &labelled.label[field.name]);
                misses.push(format!("{}: {} is {found}, the label says {wanted}", labelled.name, field.name));
            }
        }
        if right.contains(&"inspected_from") && right.contains(&"inspected_to") {
            right.push("dates");
        }
        let kind = self.kinds.entry(text(&labelled.label["kind"]).to_owned()).or_default();
        kind.0 += 1;
        kind.1 += right.iter().filter(|name| !name.starts_with("inspected")).count();
        right.into_iter().for_each(|name| *self.right.entry(name).or_default() += 1);
        let (tally, missed) = judgements(labelled);
        misses.extend(missed);
        self.list("judgements", tally);
        for (name, _) in LISTS {
            let (tally, missed) = items(labelled, name);
            misses.extend(missed);
            self.list(name, tally);
            if name == "improvements" {
                self.kinds.entry(text(&labelled.label["kind"]).to_owned()).or_default().2.add(tally);
            }
        }
        misses
    }

    fn list(&mut self, name: &'static str, tally: Tally) {
        let sum = self.lists.entry(name).or_default();
        sum.0.add(tally);
        if tally.labels + tally.given > 0 {
            sum.1.push(tally.f1());
        }
    }

    fn figures(&self, all: usize) -> Vec<Figure> {
        let figure = |name: &str, counts, note| {
            Figure::of(name, counts, self.right.get(name).copied().unwrap_or(0), all, note)
        };
        let mut figures: Vec<Figure> =
            FIELDS.iter().map(|field| figure(field.name, field.counts, "")).collect();
        figures.insert(3, figure("dates", true, "  (both ends right)"));
        for (name, counts) in [("judgements", true)].into_iter().chain(LISTS) {
            let (tally, each) = self.lists.get(name).cloned().unwrap_or_default();
            let mean =
                if each.is_empty() { 1.0 } else { each.iter().sum::<f64>() / alike::part(each.len(), 1) };
            figures.push(Figure::list(name, counts, tally, mean));
        }
        // For people to look at; the figures above already hold what is in it.
        let last = figures.last_mut().map(|figure| &mut figure.line);
        if let Some(line) = last {
            line.push_str("\n  by kind: fields right of 6 per document; improvements F1");
            for (kind, (count, right, tally)) in &self.kinds {
                let fields = alike::part(*right, *count);
                let f1 = 100.0 * tally.f1();
                line.push_str(&format!(
                    "\n    {kind:<24} n={count:<3} fields {fields:.2}  improvements {f1:.1}%"
                ));
            }
        }
        figures
    }
}

/// Whether a field says what the label says.
pub(crate) fn agrees(field: &Field, labelled: &Labelled) -> bool {
    let Some(found) = labelled.found.get(field.name) else { return false };
    let others = list(&labelled.label, field.also);
    let words = |value: &Value| value.as_str().filter(|words| !words.is_empty()).map(field.alike);
    let found = words(found);
    std::iter::once(&labelled.label[field.name]).chain(others).any(|wanted| match (wanted, &found) {
        (Value::Null, None) => true,
        (wanted, Some(found)) => words(wanted).as_ref() == Some(found),
        _ => false,
    })
}

/// Whether a given judgement is the one of a label.
pub(crate) fn is_judgement(label: &Value, given: &Value) -> bool {
    let words =
        text(if given["grade_as_printed"].is_null() { &given["grade"] } else { &given["grade_as_printed"] });
    same_area(label, given)
        && std::iter::once(&label["grade_as_printed"])
            .chain(list(label, "grade_also"))
            .any(|wanted| same_grade(text(wanted), words))
}

/// Whether both are about one area.
pub(crate) fn same_area(label: &Value, given: &Value) -> bool {
    squash(text(&label["area"])) == squash(text(&given["area"]))
}

fn same_grade(wanted: &str, given: &str) -> bool {
    let (wanted, given) = (grade(wanted), grade(given));
    // An area SEND outcome is a whole sentence.
    let sentence = alike::length(&wanted) > 60 && !given.is_empty();
    let within = alike::length(&given) > 40 && wanted.contains(&given);
    wanted == given || sentence && (within || alike::ratio(&wanted, &given) >= SAME)
}

fn judgements(labelled: &Labelled) -> (Tally, Vec<String>) {
    let (name, given) = (&labelled.name, list(&labelled.found, "judgements"));
    let (optional, wanted): (Vec<&Value>, Vec<&Value>) =
        list(&labelled.label, "judgements").iter().partition(|label| is(label, "optional"));
    let (mut used, mut misses) = (Vec::new(), Vec::new());
    for label in &wanted {
        let free = |at: &usize| !used.contains(at) && is_judgement(label, &given[*at]);
        match (0..given.len()).find(free) {
            Some(at) => used.push(at),
            None => misses.push(format!("{name}: judgement missed: {}", label["area"])),
        }
    }
    let found = used.len();
    let is_extra =
        |at: &usize| !used.contains(at) && !optional.iter().any(|label| same_area(label, &given[*at]));
    let extra: Vec<usize> = (0..given.len()).filter(is_extra).collect();
    for at in &extra {
        misses.push(format!("{name}: judgement wrong or extra: {}", given[*at]));
    }
    (Tally { found, labels: wanted.len(), right: found, given: found + extra.len() }, misses)
}

/// The items of one list of a label and of what was found, made alike, with the words as given.
pub(crate) fn items(labelled: &Labelled, field: &str) -> (Tally, Vec<String>) {
    let words = |value| list(value, field).iter().map(text).filter(|words| !words.trim().is_empty());
    let (wanted, given): (Vec<&str>, Vec<&str>) =
        (list(&labelled.label, field).iter().map(text).collect(), words(&labelled.found).collect());
    let keys = |list: &[&str]| list.iter().map(|words| item(words)).collect::<Vec<_>>();
    let pairs = alike::pairs(&keys(&wanted), &keys(&given));
    let of = |list: &[&str], what: &str, taken: &dyn Fn(usize) -> bool| {
        let left = list.iter().enumerate().filter(|(at, _)| !taken(*at));
        left.map(|(_, words)| format!("{}: {field} {what}: {words}", labelled.name)).collect::<Vec<_>>()
    };
    let mut misses = of(&wanted, "missed", &|at| pairs.iter().any(|pair| pair.0 == at));
    misses.extend(of(&given, "extra", &|at| pairs.iter().any(|pair| pair.1 == at)));
    (Tally { found: pairs.len(), labels: wanted.len(), right: pairs.len(), given: given.len() }, misses)
}
