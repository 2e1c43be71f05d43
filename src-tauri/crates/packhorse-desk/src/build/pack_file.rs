//! The pack file: documents, meeting, editions and picks in one TOML file.

use crate::Trouble;
use chrono::NaiveDate;
use packhorse_model::Bearing;
use packhorse_model::Weight;
use packhorse_model::composed::Size;
use packhorse_pack::Status;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A pack in one file: documents, meeting, editions and picks. The format is a contract.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackFile {
    /// The title.
    pub title: String,
    /// The council; recognised when left out.
    pub council: Option<String>,
    /// Files, relative to this one, with globs.
    pub documents: Vec<String>,
    /// Security marking.
    pub marking: Option<String>,
    /// Paragraphs of Schedule 12A that the pack is exempt under.
    #[serde(default)]
    pub exempt: Vec<u8>,
    /// Draft or final.
    pub status: Option<Status>,
    /// Whether the recipient's name stands on every page.
    #[serde(default, rename = "name-on-pages")]
    pub name_pages: bool,
    /// The day the pack is made; today when left out.
    pub made: Option<toml::value::Datetime>,
    /// The meeting.
    #[serde(default)]
    pub meeting: Meeting,
    /// The editions; one for the chair and one for the cabinet member when left out.
    #[serde(default = "chair_and_cabinet", rename = "edition")]
    pub editions: Vec<EditionEntry>,
    /// How quotes are picked.
    #[serde(default)]
    pub quotes: Picking,
    /// Quotes by their words.
    #[serde(default, rename = "quote")]
    pub listed: Vec<QuoteEntry>,
    /// What the manager knows of areas to improve.
    #[serde(default, rename = "follow_up")]
    pub follow_ups: Vec<FollowUpEntry>,
    /// Which sections every edition has, and in what order.
    #[serde(default)]
    pub sections: SectionsEntry,
    /// What the manager writes for sections.
    #[serde(default, rename = "note")]
    pub notes: Vec<NoteEntry>,
    /// What roles are called here, by their ids.
    #[serde(default)]
    pub roles: BTreeMap<String, String>,
    /// The minutes the reader has.
    pub minutes: Option<u32>,
    /// The council's logo.
    pub logo: Option<LogoEntry>,
    /// What was added after the pack was first issued.
    #[serde(default)]
    pub late: Vec<LateEntry>,
}

/// Something that was added after the pack was first issued.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LateEntry {
    /// What it is called; the first document's name when left out.
    pub heading: Option<String>,
    /// Why it is late and cannot wait.
    pub reason: String,
    /// Its documents, also under `documents`.
    #[serde(default)]
    pub documents: Vec<String>,
    /// What the manager writes about it.
    pub text: Option<String>,
}

/// Which sections every edition has, and in what order, where that differs from the templates.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SectionsEntry {
    /// Ids of sections in their order; the others keep their places.
    #[serde(default)]
    pub order: Vec<String>,
    /// Ids of sections that are left out.
    #[serde(default)]
    pub leave_out: Vec<String>,
}

/// The council's logo.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogoEntry {
    /// The picture, relative to the pack file.
    pub file: String,
    /// What it shows, for those who cannot see it.
    pub alt: String,
}

fn chair_and_cabinet() -> Vec<EditionEntry> {
    let entry = |audience: &str| EditionEntry {
        audience: audience.to_owned(),
        recipient: None,
        size: Size::Normal,
        withhold: Vec::new(),
        withhold_exempt: Vec::new(),
    };
    vec![entry("committee-chair"), entry("cabinet-member")]
}

/// The manager's word on one area to improve.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUpEntry {
    /// The report or letter that lists the area, relative to the pack file.
    pub document: String,
    /// The area's words, or its first words.
    pub finding: String,
    /// Who sees to it: a name, a title, or the id of a role.
    pub owner: Option<String>,
    /// By when: a day, or words.
    pub due: Option<toml::Value>,
    /// How far it has come: `not-started`, `under-way`, `done`, or words.
    pub state: Option<String>,
    /// Anything else.
    pub note: Option<String>,
}

/// The manager's words for a section.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoteEntry {
    /// The section's id, or that of a part of the first page.
    pub section: String,
    /// The words.
    pub text: String,
}

/// The meeting.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// The committee.
    pub committee: Option<String>,
    /// The day.
    pub date: Option<toml::value::Datetime>,
}

/// An edition.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditionEntry {
    /// An audience's id, or a template file relative to the pack file.
    pub audience: String,
    /// For whom.
    pub recipient: Option<String>,
    /// Normal or large print.
    #[serde(default)]
    pub size: Size,
    /// Ids of sections this recipient may not be given.
    #[serde(default)]
    pub withhold: Vec<String>,
    /// Paragraphs of Schedule 12A for which they are withheld; the copy then says so.
    #[serde(default, rename = "withhold-exempt")]
    pub withhold_exempt: Vec<u8>,
}

/// How quotes are picked.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Picking {
    /// Suggested ones too, or only those listed.
    #[serde(default)]
    pub pick: Pickers,
    /// The most quotes.
    #[serde(default = "most")]
    pub most: usize,
}

impl Default for Picking {
    fn default() -> Self {
        Self { pick: Pickers::default(), most: most() }
    }
}

fn most() -> usize {
    12
}

/// Who picks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pickers {
    /// The program suggests, beside those listed.
    #[default]
    Suggested,
    /// Only those listed.
    Listed,
}

/// A quote by its words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuoteEntry {
    /// The document, relative to the pack file.
    pub document: String,
    /// The words, exactly as the document has them.
    pub words: String,
    /// What they are used for.
    pub bearing: Bearing,
    /// How much the pack needs it.
    #[serde(default)]
    pub weight: Weight,
}

impl PackFile {
    /// Reads a pack file's text.
    ///
    /// # Errors
    ///
    /// Names the line that is wrong.
    pub fn parse(text: &str, name: &str) -> Result<Self, Trouble> {
        toml::from_str(text).map_err(|error| {
            let line = error
                .span()
                .map_or(1, |span| text.bytes().take(span.start).filter(|byte| *byte == b'\n').count() + 1);
            Trouble::fixable(
                format!(
                    "{name} was not understood at line {line}: {}.",
                    error.message().trim_end_matches('.')
                ),
                "Correct that line and try again.",
            )
        })
    }
}

/// The day a date of the file stands for.
pub(super) fn day(date: Option<toml::value::Datetime>) -> Result<Option<NaiveDate>, Trouble> {
    let Some(date) = date else { return Ok(None) };
    let wrong = || Trouble::fixable(format!("“{date}” is not a day."), "Write the day like 2027-01-14.");
    let day = date.date.ok_or_else(wrong)?;
    NaiveDate::from_ymd_opt(i32::from(day.year), u32::from(day.month), u32::from(day.day))
        .ok_or_else(wrong)
        .map(Some)
}
