//! What the manager knows of something inspectors ask for: who owns it, by when, how far it has come.

use crate::data::folded;
use chrono::NaiveDate;
use packhorse_model::SourceId;
use serde::{Deserialize, Serialize};

/// The manager's word on one area to improve. What is left out is shown as not stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// The report or letter that lists the area.
    pub source: SourceId,
    /// The area's words, or its first words.
    pub finding: String,
    /// Who sees to it: a name, a title, or the id of a role such as `dcs`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// By when: a day as `2027-01-14`, or words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    /// How far it has come: `not-started`, `under-way`, `done`, or words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// Anything else, shown as the manager's note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl FollowUp {
    /// Whether it speaks of an item with these words: all of them, or their beginning.
    pub(crate) fn fits(&self, words: &str) -> bool {
        let (own, words) = (plain(&self.finding), plain(words));
        !own.is_empty() && words.starts_with(&own)
    }

    /// By when, in words; a day is written out.
    pub(crate) fn due_words(&self) -> Option<String> {
        let due = said(&self.due)?;
        Some(due.parse::<NaiveDate>().map_or_else(|_| due.to_owned(), crate::words::date))
    }

    /// How far it has come, in words.
    pub(crate) fn state_words(&self) -> Option<String> {
        let state = said(&self.state)?;
        Some(match folded(state).as_str() {
            "not started" => "not started".to_owned(),
            "under way" | "underway" => "under way".to_owned(),
            "done" => "done".to_owned(),
            _ => state.to_owned(),
        })
    }

    /// The manager's note, when there is one.
    pub(crate) fn note_words(&self) -> Option<&str> {
        said(&self.note)
    }
}

/// Words that say something.
pub(crate) fn said(words: &Option<String>) -> Option<&str> {
    words.as_deref().map(str::trim).filter(|words| !words.is_empty())
}

fn plain(words: &str) -> String {
    folded(words.trim()).trim_end_matches(['.', '…', ';', ',', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(finding: &str) -> FollowUp {
        FollowUp {
            source: SourceId(uuid::Uuid::nil()),
            finding: finding.to_owned(),
            owner: None,
            due: Some("2027-01-14".to_owned()),
            state: Some("Under way".to_owned()),
            note: Some(" ".to_owned()),
        }
    }

    #[test]
    fn a_follow_up_is_known_by_the_first_words_of_what_it_follows() {
        assert!(of("the quality of plans…").fits("The quality of plans for children in need."));
        assert!(!of("The quality of audits").fits("The quality of plans for children in need."));
        assert!(!of(" ").fits("The quality of plans."), "no words fit nothing");
    }

    #[test]
    fn a_day_is_written_out_and_empty_words_say_nothing() {
        let known = of("x");
        assert_eq!(known.due_words().as_deref(), Some("14 January 2027"));
        assert_eq!(known.state_words().as_deref(), Some("under way"));
        assert_eq!(known.note_words(), None);
        let words = FollowUp { due: Some("before Easter".to_owned()), ..known };
        assert_eq!(words.due_words().as_deref(), Some("before Easter"));
    }
}
