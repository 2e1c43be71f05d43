//! Frameworks, areas and scales, as `resources/frameworks.json` tells them.

use crate::fold::{holds, words};
use chrono::NaiveDate;
use serde::Deserialize;
use std::sync::LazyLock;

/// An inspection framework.
#[derive(Debug, Clone, Deserialize)]
pub struct Framework {
    /// Its id.
    pub id: String,
    /// Its official name.
    pub name: String,
    /// A short name for tables and charts.
    pub short: String,
    /// The first day an inspection under it could begin.
    pub from: NaiveDate,
    /// The last such day; none while it is in force.
    pub until: Option<NaiveDate>,
    /// Whether its inspections end in grades.
    pub graded: bool,
    /// The scale of its grades.
    pub scale: Option<String>,
    /// The ids of the areas it judges.
    pub areas: Vec<String>,
    /// The kinds of document its inspections end in.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// What its documents call themselves; a star stands for the council.
    #[serde(default)]
    pub titles: Vec<String>,
    /// Whose services its inspections judge.
    #[serde(default)]
    pub subject: Subject,
    /// How it treats overall effectiveness.
    pub overall: String,
}

/// Whose services an inspection judges.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Subject {
    /// A council's, alone or with its partners.
    #[default]
    Council,
    /// A children's home's or an agency's, whoever owns it.
    Provider,
    /// Nobody's: a report on the whole country.
    Nation,
}

/// A kind of document that inspections end in.
#[derive(Debug, Clone, Deserialize)]
pub struct Kind {
    /// Its id: `focused-visit-letter`.
    pub id: String,
    /// Its name: “Focused visit letter”.
    pub label: String,
}

/// An area that is judged.
#[derive(Debug, Clone, Deserialize)]
pub struct Area {
    /// Its id.
    pub id: String,
    /// Its plain name.
    pub label: String,
    /// As printed in tables, folded.
    pub row_labels: Vec<String>,
    /// Words that all must be there, each entry one way to say it.
    pub keywords: Vec<String>,
    /// Phrases that must not be there.
    #[serde(default)]
    pub without: Vec<String>,
}

/// A scale of grades.
#[derive(Debug, Clone, Deserialize)]
pub struct Scale {
    /// Its id.
    pub id: String,
    /// Its grades, best first.
    pub grades: Vec<String>,
    /// Other printings of a grade.
    #[serde(default)]
    pub also: std::collections::BTreeMap<String, Vec<String>>,
    /// Scales of different families are not compared.
    #[serde(default)]
    pub family: String,
}

#[derive(Deserialize)]
struct Data {
    kinds: Vec<Kind>,
    frameworks: Vec<Framework>,
    areas: Vec<Area>,
    scales: Vec<Scale>,
}

static DATA: LazyLock<Data> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../../resources/frameworks.json"))
        .expect("a test reads the built-in frameworks")
});

/// All frameworks, in the order of the data.
pub fn all() -> &'static [Framework] {
    &DATA.frameworks
}

/// The framework with an id.
pub fn framework(id: &str) -> Option<&'static Framework> {
    DATA.frameworks.iter().find(|framework| framework.id == id)
}

/// All kinds of document that inspections end in.
pub fn kinds() -> &'static [Kind] {
    &DATA.kinds
}

/// The kind of document with an id.
pub fn kind(id: &str) -> Option<&'static Kind> {
    DATA.kinds.iter().find(|kind| kind.id == id)
}

/// The plain name of an area.
pub fn area_label(id: &str) -> &str {
    DATA.areas.iter().find(|area| area.id == id).map_or(id, |area| &area.label)
}

/// All scales.
pub fn scales() -> &'static [Scale] {
    &DATA.scales
}

/// Whether inspections under a framework end in judgements a table can hold.
pub(crate) fn gives_judgements(id: &str) -> bool {
    framework(id).is_some_and(|framework| framework.graded)
}

/// The area with an id.
pub(crate) fn area_of(id: &str) -> Option<&'static Area> {
    DATA.areas.iter().find(|area| area.id == id)
}

/// The area whose row label folded words are.
pub(crate) fn named_area(folded: &str) -> Option<&'static Area> {
    let folded = folded.trim().trim_end_matches([':', '.']);
    DATA.areas.iter().find(|area| area.row_labels.iter().any(|label| label == folded))
}

/// Whether folded words are the row labels of several areas, one after the other.
pub(crate) fn names_several(folded: &str) -> bool {
    let folded = folded.trim().trim_end_matches([':', '.']);
    let labels = || DATA.areas.iter().flat_map(|area| &area.row_labels);
    let starts = || labels().filter_map(|label| folded.strip_prefix(label.as_str()));
    let rest = starts().filter(|rest| rest.starts_with(' ')).map(str::trim);
    named_area(folded).is_none()
        && rest.into_iter().any(|rest| labels().any(|label| rest.starts_with(label.as_str())))
}

/// The area folded words name, if they name one: by its row label or by its key words.
pub(crate) fn area(folded: &str) -> Option<&'static Area> {
    let folded = folded.trim().trim_end_matches([':', '.']);
    named_area(folded).or_else(|| {
        let present: Vec<&str> = words(folded).collect();
        let all = |key: &String| words(key).all(|word| present.contains(&word));
        let without = |area: &Area| area.without.iter().any(|phrase| holds(folded, phrase));
        DATA.areas.iter().find(|area| area.keywords.iter().any(all) && !without(area))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_frameworks_can_be_read() {
        assert!(all().len() > 15, "the data holds every framework since 2005");
    }

    #[test]
    fn slips_of_the_pen_do_not_hide_an_area() {
        let found = |words: &str| area(words).map(|area| area.id.as_str());
        assert_eq!(found("the experiences and progress of children care leavers"), Some("care-leavers"));
        assert_eq!(found("the impact of leaders on practice with children"), Some("leaders"));
        assert_eq!(found("2. children looked after and achieving permanence"), Some("children-in-care"));
        assert_eq!(
            found("the experiences and progress of children in care and care leavers"),
            Some("care-and-care-leavers")
        );
    }
}
