//! Inspection frameworks and the areas they judge.

use chrono::NaiveDate;
use serde::Deserialize;
use std::sync::LazyLock;

/// A framework.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Framework {
    pub(crate) id: String,
    pub(crate) short: String,
    pub(crate) from: NaiveDate,
    pub(crate) graded: bool,
    pub(crate) scale: Option<String>,
    pub(crate) areas: Vec<String>,
    pub(crate) overall: String,
    pub(crate) not_graded_note: Option<String>,
    pub(crate) about: String,
    pub(crate) note: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
struct Area {
    id: String,
    label: String,
    row_labels: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
struct Scale {
    id: String,
    family: String,
}

#[derive(Debug, Deserialize)]
struct File {
    frameworks: Vec<Framework>,
    areas: Vec<Area>,
    scales: Vec<Scale>,
}

static FILE: LazyLock<File> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../../../resources/frameworks.json"))
        .expect("the frameworks are built in, and a test reads them")
});

impl Framework {
    /// Whether overall effectiveness was given once and is no longer.
    pub(crate) fn overall_ended(&self) -> bool {
        self.overall == "no-longer-given"
    }

    /// Whether an inspection under it says something about the council's services.
    pub(crate) fn concerns_council(&self) -> bool {
        matches!(self.about.as_str(), "council" | "local-area-partnership")
    }

    /// Whether it is for visits, which look at a part of the services and give no grades.
    pub(crate) fn is_visit(&self) -> bool {
        matches!(self.id.as_str(), "ilacs-fv" | "ilacs-mv")
    }

    /// Its short name without a year: “ILACS” for “ILACS 2018”.
    pub(crate) fn plain_name(&self) -> &str {
        self.short.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ')
    }

    /// The family of its scale; grades of two families are never compared.
    pub(crate) fn family(&self) -> Option<&'static str> {
        let scale = self.scale.as_deref()?;
        FILE.scales.iter().find(|known| known.id == scale).map(|known| known.family.as_str())
    }
}

/// The framework with this id.
pub(crate) fn framework(id: &str) -> Option<&'static Framework> {
    FILE.frameworks.iter().find(|framework| framework.id == id)
}

/// The framework under which a council's services were graded on a day. Before November 2013 several
/// stood side by side, and the day alone does not tell which it was.
pub(crate) fn graded_on(day: NaiveDate) -> Option<&'static Framework> {
    let alone = ["sif", "ilacs-2018", "ilacs-2023", "ilacs-2026"];
    let council = FILE.frameworks.iter().filter(|known| alone.contains(&known.id.as_str()));
    council.filter(|known| known.from <= day).max_by_key(|known| known.from)
}

/// An area's name in plain words.
pub(crate) fn area_label(id: &str) -> &str {
    FILE.areas.iter().find(|area| area.id == id).map_or(id, |area| &area.label)
}

/// Whether folded words are the name of an area that is judged.
pub(crate) fn is_area(folded: &str) -> bool {
    let mut names = FILE.areas.iter().flat_map(|area| area.row_labels.iter().chain([&area.label]));
    names.any(|name| super::folded(name) == folded)
}

/// Ids of all areas, in the order in which they are shown.
pub(crate) fn areas() -> impl Iterator<Item = &'static str> {
    FILE.areas.iter().map(|area| area.id.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_frameworks_can_be_read() {
        let ilacs = framework("ilacs-2018").expect("a framework");
        assert_eq!((ilacs.plain_name(), ilacs.family()), ("ILACS", Some("requires-improvement")));
        assert!(framework("ilacs-2026").is_some_and(Framework::overall_ended));
        assert_eq!(area_label("overall"), "Overall effectiveness");
    }
}
