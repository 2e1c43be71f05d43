//! A composed pack: what the typesetter sets, in reading order.
//!
//! Its JSON is a contract: other programs may write it and `packhorse typeset` sets it. Nothing in
//! it depends on paper, fonts or positions.

mod base64;
mod listed;
mod shown;

pub use shown::shown;

use crate::{Bearing, Verdict};
use serde::{Deserialize, Serialize};

/// A pack for one recipient, ready to be set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Composed {
    /// The title, shown on the cover, in the viewer's title bar and in the metadata.
    pub title: String,
    /// Language of the words, as in `en-GB`.
    #[serde(default = "english")]
    pub language: String,
    /// Normal or large print.
    #[serde(default)]
    pub size: Size,
    /// Printed at the top left of every page after the cover: “Wexcombe: chair’s briefing”.
    pub running_head: String,
    /// Printed at the bottom left of every page: the committee, the meeting's date.
    pub running_foot: String,
    /// Security marking, printed on every page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marking: Option<String>,
    /// Why the pack is not for publication, printed on every page; a scheme of its own beside the
    /// marking: “Not for publication: exempt under paragraph 1 of Schedule 12A …”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exempt: Option<String>,
    /// Whose copy it is, printed on every page and not read out: “Copy for Cllr Ros Ferrier”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy_for: Option<String>,
    /// Words that say the edition's author in the metadata: the council, never a user name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// One sentence for the metadata.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// When the pack was made, as `2027-01-14`; given by the caller, so that bytes repeat.
    pub made: chrono::NaiveDate,
    /// The block at the top of the first page.
    pub cover: Cover,
    /// The sections, in order.
    pub sections: Vec<Section>,
}

fn english() -> String {
    "en-GB".to_owned()
}

/// How large the type is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Size {
    /// 11 point body.
    #[default]
    Normal,
    /// 16 point body and more.
    LargePrint,
}

/// The block at the top of the first page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cover {
    /// Small line over the title: “Wexcombe County Council · Chair’s briefing”.
    pub over: String,
    /// The title again, as the page's first heading.
    pub title: String,
    /// What it is about in one sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<String>,
    /// Label and value: Committee, Meeting, For, Prepared by, Reading time.
    pub facts: Vec<(String, String)>,
    /// The council's logo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<Logo>,
}

/// A picture of the council's logo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logo {
    /// What it shows, for those who cannot see it; never empty.
    pub alt: String,
    /// What its bytes are.
    pub format: LogoFormat,
    /// Its bytes, in Base64 in the JSON.
    #[serde(with = "base64")]
    pub bytes: Vec<u8>,
}

/// What the bytes of a logo are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LogoFormat {
    /// Portable Network Graphics.
    Png,
    /// JPEG.
    Jpeg,
    /// Scalable Vector Graphics.
    Svg,
}

/// A section of the pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Anchor other parts link to; unique in the pack.
    pub id: String,
    /// The heading.
    pub heading: String,
    /// Whether the section begins a page.
    #[serde(default)]
    pub on_new_page: bool,
    /// How its pages are numbered.
    #[serde(default, skip_serializing_if = "Numbers::is_main")]
    pub numbers: Numbers,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// How the pages of a section are numbered.
///
/// Sections before the paper itself come first and those added to it later come last. Both begin a
/// page, and neither changes the number of any page of the paper.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Numbers {
    /// 1, 2, 3: the paper itself.
    #[default]
    Main,
    /// i, ii, iii: before the paper, as the page that says what changed.
    Before,
    /// 12A, 12B: added after the paper's last page, 12, when that had been issued.
    Late,
}

impl Numbers {
    fn is_main(&self) -> bool {
        *self == Self::Main
    }
}

/// One thing in a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "block")]
pub enum Block {
    /// A heading inside a section, level 2 or 3.
    Heading {
        /// 2 or 3.
        level: u8,
        /// The words.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// The words.
        runs: Vec<Run>,
        /// How it is set.
        #[serde(default)]
        style: Style,
    },
    /// A list.
    List {
        /// Numbered or bulleted.
        #[serde(default)]
        ordered: bool,
        /// The items.
        items: Vec<Vec<Run>>,
    },
    /// Quoted words with their source line.
    Quote(QuoteBlock),
    /// A table.
    Table(Table),
    /// Two or three panels side by side (one below the other in large print).
    Panels {
        /// The panels.
        panels: Vec<Panel>,
    },
    /// What the manager wrote; never looks like a quotation.
    ManagersNote {
        /// The label: “Manager’s note”.
        label: String,
        /// The words.
        runs: Vec<Run>,
    },
    /// A numbered question with what prompted it.
    Question(Question),
    /// A chart of events in time.
    Timeline(Timeline),
    /// A bar that shows shares of a whole.
    Balance(Balance),
    /// The table of contents: section headings with their pages, made while setting.
    Contents,
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Style {
    /// Body text.
    #[default]
    Body,
    /// Larger, for a section's first sentence.
    Lead,
    /// Smaller and softer: notes to tables, citations.
    Small,
}

/// Words in one style.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The words.
    pub text: String,
    /// How they look.
    #[serde(default, skip_serializing_if = "Look::is_plain")]
    pub look: Look,
    /// Where they lead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
}

impl Run {
    /// Words without emphasis.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), look: Look::Plain, link: None }
    }

    /// Words in bold.
    pub fn strong(text: impl Into<String>) -> Self {
        Self { text: text.into(), look: Look::Strong, link: None }
    }

    /// Words in a look.
    pub fn looking(text: impl Into<String>, look: Look) -> Self {
        Self { text: text.into(), look, link: None }
    }

    /// Words that lead to an anchor in the pack.
    pub fn to(text: impl Into<String>, anchor: impl Into<String>) -> Self {
        Self { text: text.into(), look: Look::Plain, link: Some(Link::Anchor(anchor.into())) }
    }
}

/// How words look within a paragraph.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Look {
    /// As the paragraph.
    #[default]
    Plain,
    /// Bold.
    Strong,
    /// Italic.
    Emphasis,
    /// Softer colour.
    Soft,
    /// Words a text left out of its source: struck through and bracketed.
    Removed,
    /// Words a text put into its source: underlined.
    Added,
}

impl Look {
    fn is_plain(&self) -> bool {
        *self == Self::Plain
    }
}

/// Where words lead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "to", content = "at")]
pub enum Link {
    /// A section, quote or source of this pack, by its id.
    Anchor(String),
    /// A page on the web.
    Web(String),
}

/// Quoted words with their source line, kept on one page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuoteBlock {
    /// Anchor; unique in the pack.
    pub id: String,
    /// Number in the pack's list of quotations.
    pub number: u32,
    /// What it is used for.
    pub bearing: Bearing,
    /// The tag line over it: “Strength”, “Statement · Cllr Ros Ferrier, leader of the council”.
    pub tag: String,
    /// The words as shown. Joined and stripped of permitted edits they are the source's own.
    pub words: Vec<Piece>,
    /// The source line: “Ofsted, 10 September 2026, para 6, p. 2”.
    pub citation: String,
    /// Anchor of the source in the list of sources, and its number there.
    pub source: Option<(String, u32)>,
    /// What the check against the inspection documents showed, for quotations of inspectors.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
}

/// A piece of shown quotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "piece", content = "words")]
pub enum Piece {
    /// Words of the source, unchanged.
    Words(String),
    /// Words left out, shown as […].
    Omitted,
    /// Words put in by the manager, shown in square brackets.
    Inserted(String),
}

/// A table with one header row and, where `row_headers`, a header cell in each row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, each with as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// Whether the first cell of each row names the row.
    #[serde(default)]
    pub row_headers: bool,
    /// What the table shows at a glance, for those who cannot see it: for tables that are charts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its heading; never empty.
    pub heading: String,
    /// Its share of the width.
    pub share: u32,
    /// Whether what stands in it cannot be compared with the column before: another framework
    /// begins. A dashed line is drawn between the two.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub breaks: bool,
}

impl Column {
    /// A column with its heading and its share of the width.
    pub fn new(heading: impl Into<String>, share: u32) -> Self {
        Self { heading: heading.into(), share, breaks: false }
    }
}

/// A cell.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Paragraphs of the cell.
    pub paragraphs: Vec<Vec<Run>>,
    /// Set as a quiet badge behind the words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tone: Option<Tone>,
    /// Anchor other parts link to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Numbers drawn as a small bar over the words that say them, one unit as long in every cell of
    /// the table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bar: Vec<(Bearing, u32)>,
}

/// The quiet colour behind words that already say everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// Outstanding or good; exact.
    Good,
    /// Requires improvement, adequate; punctuation only.
    Middling,
    /// Inadequate; words differ.
    Poor,
    /// No grade; no source.
    None,
}

/// A panel of “at a glance”.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Panel {
    /// Its heading.
    pub heading: String,
    /// Its content: paragraphs and lists only.
    pub blocks: Vec<Block>,
}

/// A question, what prompted it and who should answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its number.
    pub number: u32,
    /// The question.
    pub ask: String,
    /// What prompts it, usually words of a finding with a link to the quote.
    pub prompted_by: Vec<Run>,
    /// Who should answer.
    pub who: Option<String>,
    /// What a good answer holds, or a line to take.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub listen_for: Option<String>,
    /// Lines left free for notes.
    #[serde(default)]
    pub space: u8,
}

/// A chart of events in time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timeline {
    /// What the chart shows.
    pub caption: String,
    /// What the chart says, for those who cannot see it.
    pub alt: String,
    /// The events, earliest first.
    pub events: Vec<Event>,
    /// Where one framework ends and another begins.
    pub breaks: Vec<FrameworkBreak>,
}

/// An event on the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// When, as a fraction of a year: 2023.51.
    pub at: Moment,
    /// The date in words.
    pub date: String,
    /// What happened: “Focused visit”.
    pub label: String,
    /// The overall grade in words, when one was given.
    pub grade: Option<String>,
    /// The colour of its mark.
    pub tone: Tone,
    /// Whether it is an inspection (a filled mark) or a statement (a ring).
    pub inspection: bool,
}

/// Days since 1 January 2000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i32);

impl Moment {
    /// The moment of a date.
    pub fn of(date: chrono::NaiveDate) -> Self {
        use chrono::Datelike as _;
        let first = chrono::NaiveDate::from_ymd_opt(2000, 1, 1).map_or(0, |day| day.num_days_from_ce());
        Self(date.num_days_from_ce() - first)
    }
}

/// Where one framework ends and another begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrameworkBreak {
    /// When.
    pub at: Moment,
    /// “ILACS from 2018”.
    pub label: String,
}

/// A bar that shows shares of a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Balance {
    /// What it shows.
    pub caption: String,
    /// What the bar says, for those who cannot see it.
    pub alt: String,
    /// The shares, in order; drawn in proportion and labelled with their numbers.
    pub rows: Vec<BalanceRow>,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BalanceRow {
    /// “This pack quotes”, “The letter holds”.
    pub label: String,
    /// Bearing and how many.
    pub shares: Vec<(Bearing, u32)>,
}
