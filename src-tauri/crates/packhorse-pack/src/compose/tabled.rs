//! Grades from a table of outcomes, where the report itself is not at hand. A report always goes before
//! the table, and where the two differ that is said.

use super::Making;
use super::judgements::{heading, held, month, why_not};
use crate::TabledInspection;
use crate::data::folded;
use crate::data::frameworks::{Framework, area_label, graded_on};
use crate::papers::Paper;
use crate::suggest::day;
use crate::words::{capital, cell_of, named, small, soft, tone};
use chrono::NaiveDate;
use packhorse_model::composed::{Block, Cell, Run, Tone};
use packhorse_model::{Grade, PartialDate};

/// The table, as a pack calls it.
const TABLE: &str = "Ofsted’s table";
/// The day from which reports no longer say “adequate”.
const SINCE_SIF: (i32, u32, u32) = (2013, 11, 1);

/// A column of the judgements.
pub(super) enum Stand<'a> {
    /// A report or letter.
    Paper(&'a Paper),
    /// A row of a table.
    Table(&'a TabledInspection),
}

impl<'a> Stand<'a> {
    pub(super) fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::Paper(paper) => day(&paper.source),
            Self::Table(table) => table.day(),
        }
    }

    pub(super) fn paper(&self) -> Option<&'a Paper> {
        match self {
            Self::Paper(paper) => Some(paper),
            Self::Table(_) => None,
        }
    }

    /// What its grades may be compared with; nothing where it gives none.
    pub(super) fn scale(&self) -> Option<&'static str> {
        match self {
            Self::Paper(paper) => {
                paper.framework().filter(|known| known.graded).map(|known| known.id.as_str())
            }
            Self::Table(table) => {
                Some(table.framework().map_or("before November 2013", |known| known.id.as_str()))
            }
        }
    }

    pub(super) fn judges(&self, area: &str) -> bool {
        match self {
            Self::Paper(paper) => held(paper, area).next().is_some(),
            Self::Table(table) => table.printed(area).is_some(),
        }
    }

    pub(super) fn heading(&self) -> String {
        match self {
            Self::Paper(paper) => heading(paper),
            Self::Table(table) => {
                let when = table
                    .day()
                    .map_or_else(|| "date not stated".to_owned(), |day| month(PartialDate::Day(day)));
                format!("{}, from {TABLE}", capital(&when))
            }
        }
    }
}

impl TabledInspection {
    fn framework(&self) -> Option<&'static Framework> {
        graded_on(self.inspected?)
    }

    fn printed(&self, area: &str) -> Option<&str> {
        self.grades.iter().filter(|grade| grade.area == area).find_map(|grade| grade.grade.printed())
    }

    /// The words a pack prints for a grade. Ofsted rewrote “adequate” in its table after the event.
    fn words(&self, grade: &str) -> String {
        let since = NaiveDate::from_ymd_opt(SINCE_SIF.0, SINCE_SIF.1, SINCE_SIF.2);
        let old = matches!((self.inspected, since), (Some(day), Some(since)) if day < since);
        if old && folded(grade).contains("requires improvement") {
            "adequate (shown as requires improvement in Ofsted’s table)".to_owned()
        } else {
            grade.to_owned()
        }
    }

    pub(super) fn cell(&self, area: &str) -> Cell {
        let Some(known) = self.grades.iter().find(|grade| grade.area == area) else {
            let judged = |area: &str| self.grades.iter().any(|grade| grade.area == area);
            return cell_of(vec![vec![soft(why_not(area, judged, self.framework()))]]);
        };
        let Some(grade) = known.grade.printed() else {
            return cell_of(vec![vec![soft(known.grade.words())]]);
        };
        let words = self.words(grade);
        let tone = Some(tone(&Grade::AsPrinted(words.clone()))).filter(|tone| *tone != Tone::None);
        Cell { tone, ..cell_of(vec![vec![Run::strong(words)], vec![soft("from Ofsted’s table")]]) }
    }
}

impl Making<'_> {
    /// The inspections of the table for which no report is among the papers.
    pub(super) fn tabled(&self) -> Vec<&TabledInspection> {
        let unread = |table: &&TabledInspection| !self.papers.all.iter().any(|paper| is_of(table, paper));
        let graded =
            |table: &&TabledInspection| table.grades.iter().any(|grade| grade.grade.printed().is_some());
        self.plan.tabled.iter().filter(|table| table.day().is_some()).filter(graded).filter(unread).collect()
    }

    /// What to know of grades that come from the table, and where it differs from a report.
    pub(super) fn table_notes(&self) -> Vec<Block> {
        let mut said: Vec<String> = Vec::new();
        if !self.tabled().is_empty() {
            said.push(format!("Where a column says from {TABLE}, the report is not among this pack’s sources: the grades are the table’s."));
        }
        for table in &self.plan.tabled {
            for paper in self.papers.all.iter().filter(|paper| is_of(table, paper)) {
                said.extend(differences(table, paper));
            }
        }
        said.into_iter().map(small).collect()
    }
}

fn differences(table: &TabledInspection, paper: &Paper) -> Vec<String> {
    let judgements = paper.source.facts.judgements.iter();
    let found = judgements.filter_map(|judgement| {
        let (report, tabled) = (judgement.grade.printed()?, table.printed(&judgement.area)?);
        let short = |words: &str| folded(words).replace(" to be good", "");
        (short(report) != short(tabled)).then(|| {
            format!(
                "{}: {} prints {report}; {TABLE} has {}. The report’s grade is shown.",
                area_label(&judgement.area),
                named(paper),
                table.words(tabled)
            )
        })
    });
    found.collect()
}

fn is_of(table: &TabledInspection, paper: &Paper) -> bool {
    let facts = &paper.source.facts;
    let inspected = facts.inspected.as_ref().and_then(|fact| fact.value.from.whole());
    let published = facts.published.as_ref().and_then(|fact| fact.value.whole());
    paper.is_inspection() && table.is_of(inspected, published)
}
