//! Which blocks of a page are its story.
//!
//! The article that a reader mode finds has its blocks run together and its tables flattened. So its text
//! is only used as a mask: a block of the page is shown when its letters stand in the article, in order.

use super::{SURROUNDINGS, ancestors};
use crate::build::Draft;
use packhorse_model::BlockKind;
use regex::Regex;
use std::collections::HashSet;
use std::sync::LazyLock;

/// How far ahead in the article a block is looked for, in letters: short ones stand anywhere by chance.
const NEAR: usize = 60;
const FAR: usize = 20_000;

/// For each block of a page, whether it belongs to the story.
pub(super) fn of(page: &dom_query::Document, drafts: &[Draft], article: &str) -> Vec<bool> {
    let article = letters(article);
    let parts = Parts::of(page);
    let mut at = 0;
    let shown = drafts.iter().map(|draft| {
        let words = letters(&draft.text());
        let reach = words.len() + if words.len() < 25 { NEAR } else { FAR };
        let window = article.get(at..).unwrap_or("");
        let mut end = reach.min(window.len());
        while !window.is_char_boundary(end) {
            end += 1;
        }
        let found =
            (!words.is_empty() && !parts.is_around(&words)).then(|| window[..end].find(&words)).flatten();
        if let Some(found) = found {
            at += found + words.len();
        }
        found.is_some()
    });
    let mut shown: Vec<bool> = shown.collect();
    beside(&parts, drafts, &mut shown);
    // A bullet in a paragraph of its own goes with the words after it.
    for at in (0..drafts.len().saturating_sub(1)).rev() {
        if letters(&drafts[at].text()).is_empty() {
            shown[at] = shown[at + 1];
        }
    }
    without_related(drafts, &mut shown);
    shown
}

/// Whole paragraphs of the page's main part that stand among those of the article belong to it.
fn beside(parts: &Parts, drafts: &[Draft], shown: &mut [bool]) {
    let Some(first) = shown.iter().position(|shown| *shown) else { return };
    let last = shown.iter().rposition(|shown| *shown).unwrap_or(first);
    let from = first.saturating_sub(4);
    for at in from..(last + 3).min(drafts.len()) {
        let text = drafts[at].text();
        let sentence = text.trim_end().ends_with(['.', '”', '"', '’', '?', '!']) && text.contains(' ');
        let whole =
            text.chars().count() > 60 && sentence || matches!(drafts[at].kind, BlockKind::Cell { .. });
        // The line that dates a story stands above it.
        let dated = at < first + 6 && text.chars().count() < 90 && DATED.is_match(&text);
        if (whole || dated) && parts.main.contains(&letters(&text)) {
            shown[at] = true;
        }
    }
}

static DATED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\b(?:19|20)\d\d\b").expect("the pattern is fixed"));

/// The blocks of a page by their letters.
struct Parts {
    /// Those of what the page calls its main part.
    main: HashSet<String>,
    /// Those of menus, feet and the like.
    around: HashSet<String>,
}

impl Parts {
    fn of(page: &dom_query::Document) -> Self {
        let surroundings: HashSet<_> = page.select(SURROUNDINGS).nodes().iter().map(|node| node.id).collect();
        let mut parts = Self { main: HashSet::new(), around: HashSet::new() };
        for node in page.select("p, li, td, th, dd, dt, blockquote, time, div").nodes() {
            let outside = node.ancestors(Some(40)).iter().any(|above| surroundings.contains(&above.id));
            if outside {
                parts.around.insert(letters(&node.text()));
            } else if ancestors(node).any(|name| name == "main" || name == "article") {
                parts.main.insert(letters(&node.text()));
            }
        }
        parts
    }

    /// Whether words stand around the story and not in it.
    fn is_around(&self, letters: &str) -> bool {
        self.around.contains(letters) && !self.main.contains(letters)
    }
}

/// Headings over other stories and over what readers wrote.
static RELATED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:more (?:on this story|like this|news|stories|from)|related\b.{0,40}|read more|read next|most (?:read|popular)|top stories|you (?:may|might) (?:also )?like.*|comments?(?: \(\d+\))?|\d+ (?:comments?|responses?)\b.*|leave a (?:reply|comment)|share this.*|latest news|to continue reading.*|subscribe (?:today|now).*|recommended.*|around the (?:web|bbc))$")
        .expect("the pattern is fixed")
});

/// What stands under such a heading is no part of the story, up to a heading of its own rank or above;
/// under such a line only the short lines next to it.
pub(super) fn without_related(drafts: &[Draft], shown: &mut [bool]) {
    let mut under: Option<u8> = None;
    for (at, draft) in drafts.iter().enumerate() {
        let text = draft.text();
        let level = match draft.kind {
            BlockKind::Heading { level } => Some(level),
            _ => None,
        };
        let whole = text.chars().count() > 60 && text.trim_end().ends_with(['.', '”', '"', '’', '?', '!']);
        if RELATED.is_match(text.trim()) && text.chars().count() < 60 {
            under = Some(level.unwrap_or(LINE));
        } else if under == Some(LINE) && (whole || level.is_some())
            || level.is_some_and(|level| under.is_some_and(|under| level <= under))
        {
            under = None;
        }
        if under.is_some() {
            shown[at] = false;
        }
    }
}

/// Below every heading.
const LINE: u8 = u8::MAX;

/// The story first, then what surrounds it, kept and hidden.
pub(super) fn first(drafts: Vec<Draft>, shown: &[bool]) -> Vec<Draft> {
    if !shown.contains(&true) {
        return drafts;
    }
    let (mut story, mut rest) = (Vec::new(), Vec::new());
    for (draft, shown) in drafts.into_iter().zip(shown) {
        if *shown {
            story.push(draft);
        } else {
            rest.push(Draft { kind: BlockKind::Boilerplate, ..draft });
        }
    }
    story.extend(rest);
    story
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
