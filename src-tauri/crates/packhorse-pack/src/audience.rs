//! Templates: what each audience is told, in which order and in which words.

use serde::Deserialize;
use std::collections::BTreeMap;

/// A template for one audience.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Audience {
    /// Its id: `committee-chair`.
    pub id: String,
    /// Its name: “Committee chair”.
    pub name: String,
    /// What its pack is called: “Chair’s briefing”.
    pub title: String,
    /// The line over the title.
    pub kicker: String,
    /// What the pack is for, in a sentence.
    #[serde(default)]
    pub purpose: String,
    /// The template whose questions it asks, where it was copied from one.
    #[serde(default)]
    pub like: Option<String>,
    /// Who reads it: `chair`, `member` …
    #[serde(default)]
    pub reader_role: String,
    /// Ids of the sections, in order.
    pub sections: Vec<String>,
    /// The heading of each section.
    pub headings: BTreeMap<String, String>,
    /// The first sentence of each section.
    #[serde(default)]
    pub intros: BTreeMap<String, String>,
    /// Headings of sections that hold less than they could: `areas-to-improve` without an owner, a day or a
    /// state, `lines-to-take` without a line, `deadlines` and `what-happens-next` without a day.
    #[serde(default)]
    pub bare_headings: BTreeMap<String, String>,
    /// Their first sentences.
    #[serde(default)]
    pub bare_intros: BTreeMap<String, String>,
    /// What this audience's pack may not hold: `lines-to-take`, `opposition-comment` …
    #[serde(default)]
    pub may_not_hold: Vec<String>,
    /// What the first page says, in order.
    #[serde(default)]
    pub first_page: Vec<String>,
    /// The label of each part of the first page.
    #[serde(default)]
    pub first_page_labels: BTreeMap<String, String>,
    /// What the manager is asked to write there.
    #[serde(default)]
    pub first_page_prompts: BTreeMap<String, String>,
    /// What each role is called here.
    #[serde(default)]
    pub roles: BTreeMap<String, String>,
    /// What each bearing is called here.
    #[serde(default)]
    pub bearing_labels: BTreeMap<String, String>,
    /// Whether the balance of strengths and concerns is shown.
    #[serde(default)]
    pub balance: bool,
    /// Whether words are explained in plain English for children and young people.
    #[serde(default)]
    pub plain_words: bool,
    /// Whose public statements may stand in it.
    #[serde(default)]
    pub statement_from: Vec<String>,
    /// The label of a line to take.
    #[serde(default)]
    pub line_label: Option<String>,
    /// Headings inside sections.
    #[serde(default)]
    pub extra_headings: BTreeMap<String, String>,
    /// Grades in plain words.
    #[serde(default)]
    pub grades: Vec<PlainGrade>,
    /// Grades of older frameworks in plain words.
    #[serde(default)]
    pub older_grades: Vec<PlainGrade>,
    /// What is said when inspectors gave no grades.
    #[serde(default)]
    pub no_grades: Option<String>,
    /// What “we”, “they” and “you” mean.
    #[serde(default)]
    pub word_notes: Vec<String>,
    /// What the manager is asked to write about being heard.
    #[serde(default)]
    pub be_heard_prompts: Vec<String>,
}

/// A grade in plain words.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct PlainGrade {
    /// The grade as it is printed.
    pub grade: String,
    /// What it means.
    pub plain: String,
}

/// Why a template cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Line {line} of the audience template cannot be used: {reason}.")]
pub struct NotATemplate {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub reason: String,
}

/// Sections that can be composed.
pub(crate) const SECTIONS: [&str; 16] = [
    "at-a-glance",
    "judgements",
    "what-inspectors-said",
    "areas-to-improve",
    "then-and-now",
    "themes-over-time",
    "said-publicly",
    "questions",
    "lines-to-take",
    "deadlines",
    "glossary",
    "sources",
    "grades-explained",
    "good-things",
    "what-happens-next",
    "be-heard",
];

/// Sections that have other words when they hold less than they could.
const BARE: [&str; 5] =
    ["areas-to-improve", "lines-to-take", "deadlines", "what-happens-next", "grades-explained"];

const BUILT_IN: [(&str, &str); 4] = [
    ("committee-chair", include_str!("../../../../resources/audiences/committee-chair.json")),
    ("cabinet-member", include_str!("../../../../resources/audiences/cabinet-member.json")),
    ("all-members", include_str!("../../../../resources/audiences/all-members.json")),
    ("young-people", include_str!("../../../../resources/audiences/young-people.json")),
];

impl Audience {
    /// Ids of the templates that come with the program.
    pub fn built_in_ids() -> impl Iterator<Item = &'static str> {
        BUILT_IN.iter().map(|(id, _)| *id)
    }

    /// A template that comes with the program.
    pub fn built_in(id: &str) -> Option<Self> {
        let (_, json) = BUILT_IN.iter().find(|(known, _)| *known == id)?;
        Self::parse(json).ok()
    }

    /// The text of a template that comes with the program, to be copied and edited.
    pub fn built_in_text(id: &str) -> Option<&'static str> {
        BUILT_IN.iter().find(|(known, _)| *known == id).map(|(_, json)| *json)
    }

    /// Reads a template.
    ///
    /// # Errors
    ///
    /// When it is not JSON of this shape or names a section that does not exist; the error names
    /// the line.
    pub fn parse(json: &str) -> Result<Self, NotATemplate> {
        let audience: Self = serde_json::from_str(json).map_err(|error| NotATemplate {
            line: error.line(),
            reason: without_place(&error.to_string()),
        })?;
        let wrong = |words: &str, reason: String| NotATemplate { line: line_of(json, words), reason };
        let mut seen: Vec<&str> = Vec::new();
        for section in &audience.sections {
            if !SECTIONS.contains(&section.as_str()) {
                return Err(wrong(section, format!("there is no section “{section}”")));
            }
            if seen.contains(&section.as_str()) {
                return Err(wrong(section, format!("the section “{section}” stands there twice")));
            }
            if audience.headings.get(section).is_none_or(|heading| heading.trim().is_empty()) {
                return Err(wrong(section, format!("the section “{section}” has no heading")));
            }
            if audience.may_not_hold.contains(section) {
                return Err(wrong(section, format!("“{section}” is a section and may not be held")));
            }
            seen.push(section);
        }
        let bare = audience.bare_headings.keys().chain(audience.bare_intros.keys());
        if let Some(section) = bare.into_iter().find(|section| !BARE.contains(&section.as_str())) {
            return Err(wrong(section, format!("“{section}” never holds less than it could")));
        }
        Ok(audience)
    }

    /// The heading of a section.
    pub(crate) fn heading(&self, section: &str) -> String {
        self.headings.get(section).cloned().unwrap_or_else(|| section.replace('-', " "))
    }

    /// Whether something may stand in this audience's pack.
    pub(crate) fn may_hold(&self, what: &str) -> bool {
        !self.may_not_hold.iter().any(|held| held == what)
    }

    /// Parts of the first page that no document fills, in order: they hold what the manager writes.
    pub fn parts_to_write(&self) -> impl Iterator<Item = &str> {
        let own = |part: &&str| {
            *part != "finding" && crate::withheld::fed_by(part).is_none() && self.may_hold(part)
        };
        self.first_page.iter().map(String::as_str).filter(own)
    }

    /// What a part of the first page is called.
    pub fn part_label(&self, part: &str) -> String {
        let label = self.first_page_labels.get(part).cloned();
        label.unwrap_or_else(|| crate::words::capital(&part.replace('-', " ")))
    }

    /// Whether the template has a section.
    pub(crate) fn has(&self, section: &str) -> bool {
        self.sections.iter().any(|known| known == section)
    }
}

/// The message of the JSON reader without its own “at line 3 column 4”.
fn without_place(message: &str) -> String {
    message.split(" at line ").next().unwrap_or(message).to_owned()
}

fn line_of(json: &str, words: &str) -> usize {
    let quoted = format!("\"{words}\"");
    json.lines().position(|line| line.contains(&quoted)).map_or(1, |line| line + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_template_can_be_used() {
        for id in Audience::built_in_ids() {
            let parsed = Audience::built_in_text(id).map(Audience::parse);
            assert_eq!(parsed.and_then(|read| read.map(|audience| audience.id).ok()).as_deref(), Some(id));
        }
    }

    #[test]
    fn a_template_that_cannot_be_used_names_the_line() {
        let json = "{\n \"id\": \"x\", \"name\": \"X\", \"title\": \"X\", \"kicker\": \"X\",\n \"headings\": {},\n \
                    \"sections\": [\n  \"at-a-glance\"\n ]\n}";
        let error = Audience::parse(json).expect_err("no heading");
        assert_eq!(error.line, 5, "{error}");
        let error = Audience::parse("{\n\n \"id\": 3\n}").expect_err("a number");
        assert_eq!(error.line, 3, "{error}");
    }
}
