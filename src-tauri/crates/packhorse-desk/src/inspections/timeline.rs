//! A council's inspections and what was said of them, along time.

use super::Tie;
use super::group::published;
use super::row::{Listed, ListedPaper};
use crate::rows::{kind_words, order};
use packhorse_model::{DateRange, PartialDate};
use serde::Serialize;
use ts_rs::TS;

/// A council's inspections and the papers about them, along time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Timeline {
    /// The council.
    pub council: String,
    /// What has a day.
    pub points: Vec<TimelinePoint>,
}

/// An inspection or a paper on its day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TimelinePoint {
    /// The day it stands at, as `2026-09-10`.
    pub order: String,
    /// What it is: “Focused visit”, “Press release”.
    pub what: String,
    /// Its day or days, in words.
    pub day: String,
    /// The title of the document.
    pub title: String,
    /// The document to open.
    pub source: String,
    /// Whether it is an inspection.
    pub inspection: bool,
}

impl Timeline {
    /// The timeline of what fits, when all of it is one council's.
    pub(super) fn of(fitting: &[Listed<'_>]) -> Option<Self> {
        let council = fitting.first()?.row.authority.as_deref()?;
        if fitting.iter().any(|listed| listed.row.authority.as_deref() != Some(council)) {
            return None;
        }
        let inspections = fitting.iter().filter(|listed| listed.row.known).filter_map(inspection);
        let papers = fitting.iter().flat_map(|listed| {
            let others = listed.papers.iter().filter(|paper| paper.tie != Tie::Own);
            // The point of a known inspection stands for the document it is known by.
            let told =
                |paper: &&ListedPaper<'_>| listed.row.known && paper.entry.id.to_string() == listed.row.id;
            others.filter(move |paper| !told(paper)).map(paper)
        });
        let points = inspections.chain(papers).filter(|point| !point.order.is_empty()).collect();
        Some(Self { council: council.to_owned(), points })
    }
}

fn inspection(listed: &Listed<'_>) -> Option<TimelinePoint> {
    let Listed { row, papers } = listed;
    let leads = |paper: &&ListedPaper<'_>| row.lead.as_ref() == Some(&paper.entry.id.to_string());
    let shown = papers.iter().find(leads).or_else(|| papers.first())?.entry;
    let day = row.inspected.as_ref().or(row.published.as_ref()).unwrap_or(&row.order);
    Some(TimelinePoint {
        order: row.order.clone(),
        what: row.kind_words.clone(),
        day: day.clone(),
        title: shown.title.clone(),
        source: shown.id.to_string(),
        inspection: true,
    })
}

/// A paper stands where it was published, which is not where the days it speaks of are.
fn paper(paper: &ListedPaper<'_>) -> TimelinePoint {
    let facts = &paper.entry.facts;
    let out = facts.published.as_ref().map(|fact| PartialDate::words(&fact.value));
    let days = facts.inspected.as_ref().map(|fact| DateRange::words(&fact.value));
    TimelinePoint {
        order: published(paper.entry).map_or_else(|| order(facts), |day| day.to_string()),
        what: kind_words(facts),
        day: out.or(days).unwrap_or_default(),
        title: paper.entry.title.clone(),
        source: paper.entry.id.to_string(),
        inspection: false,
    }
}
