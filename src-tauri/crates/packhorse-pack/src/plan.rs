//! What a manager decided about a pack.

use crate::arrange::Arrangement;
use crate::{FollowUp, TabledInspection};
use chrono::NaiveDate;
use packhorse_model::composed::{Logo, Size};
use packhorse_model::{Bearing, Edit, SourceId, StoredQuote, Weight};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A pack as the manager planned it: its papers, its quotes, its editions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The title.
    pub title: String,
    /// The council by its plain name; recognised from the sources when left out.
    #[serde(default)]
    pub council: Option<String>,
    /// Security marking, printed on every page.
    #[serde(default)]
    pub marking: Option<String>,
    /// Paragraphs of Schedule 12A that the pack is exempt under, printed on every page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exempt: Vec<u8>,
    /// Draft or final, printed on the first page; not said when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Whether the recipient's name stands on every page.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub name_pages: bool,
    /// The council's logo, on the first page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<Logo>,
    /// The committee that meets.
    #[serde(default)]
    pub committee: Option<String>,
    /// The day of the meeting.
    #[serde(default)]
    pub meeting: Option<NaiveDate>,
    /// The day the pack is made; given, so that the same plan gives the same pack.
    #[serde(default)]
    pub made: NaiveDate,
    /// The sources, in the order the manager gave them; all that are handed over when empty.
    #[serde(default)]
    pub sources: Vec<SourceId>,
    /// The quotes, in the manager's order.
    #[serde(default)]
    pub picks: Vec<Pick>,
    /// One for each recipient.
    #[serde(default)]
    pub editions: Vec<Edition>,
    /// What the manager wrote.
    #[serde(default)]
    pub notes: Vec<Note>,
    /// Which sections every edition has, and in what order, where that differs from the templates.
    #[serde(default, skip_serializing_if = "Arrangement::is_as_in_templates")]
    pub arrangement: Arrangement,
    /// Whether facts that are not sure may be printed, marked as unconfirmed.
    #[serde(default)]
    pub accept_unsure: bool,
    /// Who owns what inspectors ask for, by when, and how far it has come.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follow_ups: Vec<FollowUp>,
    /// What roles are called here, by their ids: `lead-member` is “Executive Member” in some councils.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub roles: BTreeMap<String, String>,
    /// The minutes the reader has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// What was added after the pack was first issued, in order. It stands on pages of its own after the
    /// paper, 12A and 12B, and changes nothing in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub late: Vec<Late>,
    /// The council's inspections as a table of outcomes has them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tabled: Vec<TabledInspection>,
}

impl Plan {
    /// Whether a source came after the pack was first issued.
    pub(crate) fn is_late(&self, source: SourceId) -> bool {
        self.late.iter().any(|late| late.sources.contains(&source))
    }
}

/// Something that was added to a pack after it was first issued.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Late {
    /// What it is called; the first document's name when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    /// Why it is late and cannot wait. The chair has to be told: without special circumstances it may not
    /// be taken.
    pub reason: String,
    /// Its documents.
    #[serde(default)]
    pub sources: Vec<SourceId>,
    /// What the manager writes about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// A quote that is to stand in a pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pick {
    /// The quote.
    pub quote: StoredQuote,
    /// What it is used for.
    pub bearing: Bearing,
    /// Words left out or put in, shown as such.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub edits: Vec<Edit>,
    /// The manager's note beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// How much the pack needs it, for when there is too much to read.
    #[serde(default)]
    pub weight: Weight,
}

impl Pick {
    /// A quote without edits or note.
    pub fn new(quote: StoredQuote, bearing: Bearing) -> Self {
        Self { quote, bearing, edits: Vec::new(), note: None, weight: Weight::default() }
    }
}

/// The pack for one recipient.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Id of the audience's template: `committee-chair`, `cabinet-member` …
    pub audience: String,
    /// For whom: “Cllr Ros Ferrier”.
    #[serde(default)]
    pub recipient: Option<String>,
    /// Normal or large print.
    #[serde(default)]
    pub size: Size,
    /// What this recipient may not be given.
    #[serde(default, skip_serializing_if = "Withheld::is_nothing")]
    pub withheld: Withheld,
}

/// What one recipient may not be given.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withheld {
    /// Ids of sections.
    #[serde(default)]
    pub sections: Vec<String>,
    /// Quotations, counted from 0 in the plan.
    #[serde(default)]
    pub quotes: Vec<usize>,
    /// Paragraphs of Schedule 12A for which it is withheld: the copy then says so, and says of the public
    /// interest. Left out, the copy does not say that anything is withheld.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exempt: Vec<u8>,
}

impl Withheld {
    /// Whether the recipient gets everything.
    pub fn is_nothing(&self) -> bool {
        self.sections.is_empty() && self.quotes.is_empty()
    }
}

/// Draft or final.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Not yet agreed.
    Draft,
    /// Agreed.
    Final,
}

impl Status {
    /// The word on the first page.
    pub fn words(self) -> &'static str {
        match self {
            Self::Draft => "Draft",
            Self::Final => "Final",
        }
    }
}

/// Words of the manager, for one section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Id of the section.
    pub section: String,
    /// The words; a blank line begins a new note.
    pub text: String,
}
