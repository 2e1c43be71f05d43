//! The question bank.

use packhorse_model::Bearing;
use serde::Deserialize;
use std::sync::LazyLock;

/// A question that a finding may prompt.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Question {
    pub(crate) id: String,
    pub(crate) themes: Vec<String>,
    pub(crate) bearing: Vec<Bearing>,
    #[serde(rename = "for")]
    pub(crate) audiences: Vec<String>,
    pub(crate) ask: String,
    pub(crate) who: String,
    pub(crate) who_role: Option<String>,
    pub(crate) good_answer: Option<String>,
    pub(crate) line_prompt: Option<String>,
    pub(crate) general: bool,
}

impl Question {
    /// Whether it asks about one finding, whatever the finding is about.
    pub(crate) fn of_one_finding(&self) -> bool {
        self.general && self.id.starts_with("finding-")
    }
}

#[derive(Debug, Deserialize)]
struct File {
    frame: Frame,
    questions: Vec<Question>,
}

/// The questions that open what a committee asks.
#[derive(Debug, Deserialize)]
pub(crate) struct Frame {
    /// What stands under the first, the second and the third.
    notes: Vec<String>,
    /// Their ids.
    questions: Vec<String>,
}

impl Frame {
    /// Whether a question is one of them.
    pub(crate) fn has(&self, question: &Question) -> bool {
        self.questions.contains(&question.id)
    }

    /// What stands under a question, when it is one of them.
    pub(crate) fn note_of(&self, question: &Question) -> Option<&str> {
        let at = self.questions.iter().position(|id| *id == question.id)?;
        self.notes.get(at % self.notes.len().max(1)).map(String::as_str)
    }
}

static FILE: LazyLock<File> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../../../resources/questions.json"))
        .expect("the questions are built in, and a test reads them")
});

/// All questions, in the order of the bank.
pub(crate) fn questions() -> &'static [Question] {
    &FILE.questions
}

/// The questions that open what a committee asks.
pub(crate) fn frame() -> &'static Frame {
    &FILE.frame
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_can_be_read_and_asks_something() {
        assert!(questions().len() > 50);
        for question in questions() {
            assert!(question.ask.contains('?') || question.ask.ends_with('.'), "{}", question.id);
            assert!(question.general != question.themes.iter().any(|_| true), "{}", question.id);
        }
    }
}
