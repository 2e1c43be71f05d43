//! What each inspection said of each theme: how many strengths, how many concerns.

use super::Making;
use crate::data::themes::{label, themes};
use crate::papers::Paper;
use crate::suggest::day;
use crate::words::{cell, cell_of, counted, named, small, soft, without_reference};
use packhorse_model::composed::{Block, Cell, Column, Table};
use packhorse_model::{Bearing, Rank, Stance};
use std::collections::BTreeMap;

/// How many inspections stand side by side.
const MOST_COLUMNS: usize = 4;
/// How many themes are shown.
const MOST_ROWS: usize = 10;

/// What is about no theme we know.
const NONE: &str = "";

/// How often a theme comes up in one document: strengths, concerns, priority actions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Count {
    strengths: u32,
    improve: u32,
    priority: u32,
}

impl Making<'_> {
    /// The table; nothing where there is only one inspection to show.
    pub(super) fn themes_over_time(&self) -> Option<Vec<Block>> {
        let dated =
            self.papers.all.iter().filter(|paper| paper.is_inspection() && day(&paper.source).is_some());
        let mut shown: Vec<(&Paper, BTreeMap<&'static str, Count>)> = dated
            .map(|paper| (paper, counts(paper)))
            .filter(|(_, counts)| counts.keys().any(|theme| *theme != NONE))
            .collect();
        let older: Vec<String> = shown.iter().skip(MOST_COLUMNS).map(|(paper, _)| named(paper)).collect();
        shown.truncate(MOST_COLUMNS);
        shown.reverse();
        if shown.len() < 2 {
            return None;
        }
        let themes = relevant(&shown);
        let mut rows: Vec<Vec<Cell>> =
            themes.iter().take(MOST_ROWS).map(|theme| row(theme, &shown)).collect();
        rows.extend(rest(&themes, &shown));
        let share = 70 / u32::try_from(shown.len()).unwrap_or(1).max(1);
        let mut columns = vec![Column::new("Theme", 30)];
        for (index, (paper, _)) in shown.iter().enumerate() {
            let breaks = index > 0 && framework(shown[index - 1].0) != framework(paper);
            columns.push(Column { breaks, ..Column::new(super::judgements::heading(paper), share) });
        }
        let mut blocks = vec![Block::Table(Table {
            caption: "How often each theme comes up in the inspectors’ words, by inspection".to_owned(),
            columns,
            rows,
            row_headers: true,
            alt: Some(alt(&themes, &shown)),
        })];
        blocks.push(small(
            "Counted by the documents’ lists, headings and wording, each passage once, under the theme it is mainly \
             about: a guide, and no judgement. A report is longer than a letter, and a visit looks at one part of the \
             service: a smaller number does not mean that a matter was put right. A dashed line stands where the kind \
             of inspection changes.",
        ));
        if !older.is_empty() {
            blocks.push(small(format!("What came before is left out here: {}.", older.join("; "))));
        }
        Some(blocks)
    }
}

fn framework(paper: &Paper) -> Option<&str> {
    paper.source.facts.framework.as_ref().map(|fact| fact.value.as_str())
}

/// The themes of a document's findings and of its sentences that lean one way.
fn counts(paper: &Paper) -> BTreeMap<&'static str, Count> {
    let mut counts: BTreeMap<&'static str, Count> = BTreeMap::new();
    let mut add = |theme: Option<&'static str>, bearing: Bearing| {
        let count = counts.entry(theme.unwrap_or(NONE)).or_default();
        match bearing {
            Bearing::Strength => count.strengths += 1,
            Bearing::Priority => count.priority += 1,
            _ => count.improve += 1,
        }
    };
    for finding in &paper.source.facts.findings {
        let bearing = match finding.rank {
            Rank::PriorityAction => Bearing::Priority,
            Rank::Improvement => Bearing::Improve,
            Rank::Strength => Bearing::Strength,
        };
        // What it is mainly about; a theme it only brushes against is not counted.
        add(themes(&without_reference(&finding.text)).first().copied(), bearing);
    }
    for passage in paper.passages() {
        match passage.stance {
            Stance::Strength => add(passage.theme, Bearing::Strength),
            Stance::Concern => add(passage.theme, Bearing::Improve),
            Stance::Mixed | Stance::Unclear => {}
        }
    }
    counts
}

/// All themes, those that weigh most in the newest document first, then those that come up again.
fn relevant(shown: &[(&Paper, BTreeMap<&'static str, Count>)]) -> Vec<&'static str> {
    let of = |theme: &str, at: usize| shown[at].1.get(theme).copied().unwrap_or_default();
    let weight = |count: Count| 4 * count.priority + 2 * count.improve + count.strengths;
    let mut all: Vec<&'static str> = shown.iter().flat_map(|(_, counts)| counts.keys().copied()).collect();
    all.retain(|theme| *theme != NONE);
    all.sort_unstable();
    all.dedup();
    let newest = shown.len() - 1;
    all.sort_by_key(|theme| {
        let again = (0..shown.len()).filter(|at| weight(of(theme, *at)) > 0).count();
        let total: u32 = (0..shown.len()).map(|at| weight(of(theme, at))).sum();
        std::cmp::Reverse((weight(of(theme, newest)), again, total))
    });
    all
}

/// What is counted under no theme of the table, so that the columns add up.
fn rest(themes: &[&'static str], shown: &[(&Paper, BTreeMap<&'static str, Count>)]) -> Option<Vec<Cell>> {
    let named: Vec<&str> = themes.iter().take(MOST_ROWS).copied().collect();
    let of = |counts: &BTreeMap<&'static str, Count>| {
        let others = counts.iter().filter(|(theme, _)| !named.contains(theme));
        others.fold(Count::default(), |sum, (_, count)| sum.and(*count))
    };
    let rest: Vec<Count> = shown.iter().map(|(_, counts)| of(counts)).collect();
    // Without bars: they would be the longest and say the least.
    let row = std::iter::once(cell("Anything else")).chain(rest.iter().map(|count| count.cell()));
    rest.iter().any(|count| *count != Count::default()).then(|| row.collect())
}

fn row(theme: &str, shown: &[(&Paper, BTreeMap<&'static str, Count>)]) -> Vec<Cell> {
    let mut row = vec![cell(label(theme).unwrap_or(theme))];
    row.extend(shown.iter().map(|(_, counts)| {
        let count = counts.get(theme).copied().unwrap_or_default();
        Cell { bar: count.bar(), ..count.cell() }
    }));
    row
}

impl Count {
    fn and(self, other: Self) -> Self {
        Self {
            strengths: self.strengths + other.strengths,
            improve: self.improve + other.improve,
            priority: self.priority + other.priority,
        }
    }

    fn bar(self) -> Vec<(Bearing, u32)> {
        let all = [
            (Bearing::Strength, self.strengths),
            (Bearing::Improve, self.improve),
            (Bearing::Priority, self.priority),
        ];
        all.into_iter().filter(|(_, count)| *count > 0).collect()
    }

    /// The same in a narrow column: lines end between counts, not within one.
    fn cell(self) -> Cell {
        if self == Self::default() {
            return cell_of(vec![vec![soft("none counted")]]);
        }
        cell(self.words().replace(' ', "\u{a0}").replace(",\u{a0}", ", "))
    }

    /// “two strengths, one concern”.
    fn words(self) -> String {
        let each = [
            (self.strengths, "strength", "strengths"),
            (self.improve, "concern", "concerns"),
            (self.priority, "priority action", "priority actions"),
        ];
        let said = each.iter().filter(|(count, ..)| *count > 0);
        said.map(|(count, one, many)| format!("{count} {}", if *count == 1 { one } else { many }))
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// What the table shows at a glance.
fn alt(themes: &[&'static str], shown: &[(&Paper, BTreeMap<&'static str, Count>)]) -> String {
    let mut said = format!(
        "Bars for {} over {}.",
        counted(themes.len().min(MOST_ROWS), "theme", "themes"),
        counted(shown.len(), "inspection", "inspections")
    );
    let Some((newest, counts)) = shown.last() else { return said };
    let first = themes.iter().take(3).filter_map(|theme| {
        Some(format!("{} with {}", label(theme).unwrap_or(theme), counts.get(theme)?.words()))
    });
    let first: Vec<String> = first.collect();
    if !first.is_empty() {
        said.push_str(&format!(" Most in {}: {}.", super::judgements::heading(newest), first.join("; ")));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_says_in_words_what_it_shows() {
        let count = Count { strengths: 2, improve: 1, priority: 0 };
        assert_eq!(count.words(), "2 strengths, 1 concern");
        assert_eq!(count.bar(), [(Bearing::Strength, 2), (Bearing::Improve, 1)]);
    }
}
