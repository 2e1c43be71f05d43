//! Grades of a published table of outcomes, for inspections whose report is not at hand.

use chrono::NaiveDate;
use packhorse_model::{Grade, SourceId};
use serde::{Deserialize, Serialize};

/// An inspection of the council as a table of outcomes has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TabledInspection {
    /// The table, when it is one of the pack's sources.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
    /// The first day of the inspection.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inspected: Option<NaiveDate>,
    /// The day of publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<NaiveDate>,
    /// What the table calls the inspection.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The grades.
    pub grades: Vec<TabledGrade>,
}

/// A grade as a table of outcomes has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TabledGrade {
    /// The area's id: `overall`, `leaders` …
    pub area: String,
    /// The grade as the table prints it, or why there is none.
    pub grade: Grade,
    /// What to know before it is used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// How many days a table's first day may be from a report's: tables count from the notice given.
const NEAR: i64 = 21;

impl TabledInspection {
    /// The day that puts it in order.
    pub(crate) fn day(&self) -> Option<NaiveDate> {
        self.inspected.or(self.published)
    }

    /// Whether it is the inspection of a report with these days.
    pub(crate) fn is_of(&self, inspected: Option<NaiveDate>, published: Option<NaiveDate>) -> bool {
        let near = |a: Option<NaiveDate>, b: Option<NaiveDate>| match (a, b) {
            (Some(a), Some(b)) => (a - b).num_days().abs() <= NEAR,
            _ => false,
        };
        near(self.inspected, inspected) || near(self.published, published)
    }
}
