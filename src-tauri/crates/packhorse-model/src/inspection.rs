//! Judgements and the grades in them.

use crate::Confidence;
use crate::Place;
use serde::{Deserialize, Serialize};

/// A grade, or why there is none.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "state", content = "words")]
pub enum Grade {
    /// The words the document prints, never converted.
    AsPrinted(String),
    /// The framework does not judge this.
    NotJudged,
    /// Once given, not any more: overall effectiveness since April 2026.
    NoLongerGiven,
    /// Something stands there and could not be read.
    CouldNotBeRead,
    /// The document does not say.
    NotStated,
}

impl Grade {
    /// The printed words, when there are any.
    pub fn printed(&self) -> Option<&str> {
        match self {
            Self::AsPrinted(words) => Some(words),
            _ => None,
        }
    }

    /// The grade, or the reason for its absence, in words.
    pub fn words(&self) -> &str {
        match self {
            Self::AsPrinted(words) => words,
            Self::NotJudged => "not judged under this framework",
            Self::NoLongerGiven => "no longer given",
            Self::CouldNotBeRead => "could not be read",
            Self::NotStated => "not stated in this source",
        }
    }
}

/// One judgement of one inspection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// Area id of `resources/frameworks.json`: `overall`, `leaders`, `help-and-protection` …
    pub area: String,
    /// The area as the document prints it.
    pub area_as_printed: String,
    /// The grade as the document prints it, or why there is none.
    pub grade: Grade,
    /// Where the grade stands.
    pub place: Option<Place>,
    /// The rule that read it.
    pub rule: String,
    /// How sure that reading is.
    pub confidence: Confidence,
}
