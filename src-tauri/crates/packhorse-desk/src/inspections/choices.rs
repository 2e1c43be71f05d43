//! What the library can be asked for.

use super::row::Listed;
use super::wanted::UNKNOWN;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Something to ask for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Choice {
    /// What is asked for.
    pub value: String,
    /// It in words.
    pub words: String,
}

/// What can be asked for: each choice is one that something in the library answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Choices {
    /// Councils.
    pub council: Vec<Choice>,
    /// Kinds of document.
    pub kind: Vec<Choice>,
    /// Frameworks.
    pub framework: Vec<Choice>,
    /// Years, the newest first.
    pub year: Vec<Choice>,
    /// Themes.
    pub theme: Vec<Choice>,
}

impl Choices {
    pub(super) fn of(all: &[Listed<'_>]) -> Self {
        let rows = || all.iter().map(|listed| &listed.row);
        let years: BTreeSet<Option<i32>> = rows().map(|row| row.year).collect();
        let years = years.iter().rev().map(|year| year.map(|year| year.to_string()));
        let kinds =
            all.iter().flat_map(|listed| &listed.papers).map(|paper| paper.entry.facts.source_kind.value);
        let kinds: BTreeMap<String, &str> =
            kinds.map(|kind| (crate::rows::capital(kind.words()), kind.id())).collect();
        Self {
            council: named(rows().map(|row| row.authority.as_deref()), "Council not known"),
            kind: kinds.into_iter().map(|(words, id)| Choice { value: id.to_owned(), words }).collect(),
            framework: named(rows().map(|row| row.framework.as_deref()), "Framework not known"),
            year: years.map(|year| choice(year.as_deref(), "Year not stated")).collect(),
            theme: named(rows().flat_map(|row| &row.themes).map(|theme| Some(theme.as_str())), ""),
        }
    }
}

/// Values by name, each once; what is not known comes last.
fn named<'a>(values: impl Iterator<Item = Option<&'a str>>, absent: &str) -> Vec<Choice> {
    let values: BTreeSet<(bool, String, Option<&str>)> =
        values.map(|value| (value.is_none(), value.unwrap_or_default().to_lowercase(), value)).collect();
    values.into_iter().map(|(_, _, value)| choice(value, absent)).collect()
}

fn choice(value: Option<&str>, absent: &str) -> Choice {
    Choice { value: value.unwrap_or(UNKNOWN).to_owned(), words: value.unwrap_or(absent).to_owned() }
}
