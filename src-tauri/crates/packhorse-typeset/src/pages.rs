//! Pages with everything on them in its place, and nothing of PDF.
//!
//! Lengths are points. Positions count from the top left corner of the page, downwards.

use crate::{Draw, Fonts, NodeId, Rect, Structure};
use packhorse_model::Notice;

/// A pack set on pages.
#[derive(Debug, Clone)]
pub struct Pages {
    /// What the file says about itself.
    pub about: About,
    /// The faces the glyphs are taken from.
    pub fonts: Fonts,
    /// The pages, in order.
    pub pages: Vec<Page>,
    /// What the marks on the pages are, in reading order.
    pub structure: Structure,
    /// The bookmarks, in order.
    pub outline: Vec<Bookmark>,
    /// What is worth knowing about the setting.
    pub notices: Vec<Notice>,
}

/// What the file says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The title.
    pub title: String,
    /// The language, as in `en-GB`.
    pub language: String,
    /// The council.
    pub author: Option<String>,
    /// One sentence.
    pub subject: Option<String>,
    /// The day the pack was made.
    pub made: chrono::NaiveDate,
}

/// A page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// The number printed on it, which viewers show too.
    pub label: String,
    /// What is drawn, from the back to the front; content stands in reading order.
    pub marks: Vec<Marks>,
    /// Where a click leads somewhere.
    pub links: Vec<LinkArea>,
}

/// Things drawn one after the other that belong to the same part of the structure.
#[derive(Debug, Clone, PartialEq)]
pub struct Marks {
    /// Whose they are.
    pub owner: Owner,
    /// The things.
    pub draws: Vec<Draw>,
}

/// What marks on a page belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// Content of a node; `id` counts the content of its page from 0.
    Content {
        /// The node.
        node: NodeId,
        /// Number of the marks on their page.
        id: u32,
    },
    /// Nothing that is read.
    Artifact(Artifact),
}

/// Why marks are not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Artifact {
    /// At the top of every page.
    Header,
    /// At the foot of every page.
    Footer,
    /// Said before: the repeated header row of a table.
    Repeated,
    /// Rules and fills.
    Layout,
}

/// A place that leads somewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkArea {
    /// The link in the structure.
    pub node: NodeId,
    /// The words of the link, one rectangle a line.
    pub rects: Vec<Rect>,
    /// Where it leads.
    pub target: Target,
    /// Where it leads, in words.
    pub words: String,
}

/// Where a link or bookmark leads.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// A place in the pack.
    Place {
        /// The page, counted from 0.
        page: usize,
        /// How far down.
        top: f32,
    },
    /// A page on the web.
    Web(String),
}

/// A bookmark.
#[derive(Debug, Clone, PartialEq)]
pub struct Bookmark {
    /// Its words.
    pub title: String,
    /// 0 for a section, 1 for a heading in it, 2 for one under that.
    pub depth: u8,
    /// Page, counted from 0.
    pub page: usize,
    /// How far down.
    pub top: f32,
}
