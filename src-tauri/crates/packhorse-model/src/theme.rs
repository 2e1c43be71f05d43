//! Themes: what a passage is about, and the words that show it.

use crate::Span;
use phrase::{Looked, Phrase, Phrases};
use serde::Deserialize;
use std::sync::LazyLock;

mod phrase;

/// What a strong phrase counts; a weak one counts one.
const STRONG: usize = 3;
/// How often a phrase that stands again counts one more.
const MOST_AGAIN: usize = 3;
/// From so much on a theme is shown.
const ENOUGH: usize = 2;
/// A theme with so small a part of the first one's hits is only touched.
const PART_OF_FIRST: usize = 3;

/// A theme found in a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeHit {
    /// The theme's id.
    pub id: &'static str,
    /// The words that show it, as spans of the passage, in order.
    pub words: Vec<Span>,
}

#[derive(Debug, Deserialize)]
struct Theme {
    id: String,
    label: String,
    strong: Vec<Phrase>,
    #[serde(default)]
    weak: Vec<Phrase>,
    #[serde(default)]
    unless: Vec<Phrase>,
}

#[derive(Debug, Deserialize)]
struct Data {
    themes: Vec<Theme>,
}

/// The built-in themes, with all their phrases at once.
struct Known {
    themes: Vec<Theme>,
    phrases: Phrases,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let Data { mut themes } = serde_json::from_str(include_str!("../../../../resources/themes.json"))
        .expect("a test reads the built-in themes");
    let phrases =
        Phrases::gather(themes.iter_mut().map(Theme::phrases)).expect("a test reads the built-in themes");
    Known { themes, phrases }
});

/// The plain name of a theme.
pub fn theme_label(id: &str) -> Option<&'static str> {
    KNOWN.themes.iter().find(|theme| theme.id == id).map(|theme| theme.label.as_str())
}

/// The themes of a passage, the one with most hits first; none rather than a doubtful one.
pub fn themes(text: &str) -> Vec<ThemeHit> {
    let looked = KNOWN.phrases.look(text);
    let mut found: Vec<(usize, ThemeHit)> =
        looked.owners().filter_map(|theme| KNOWN.themes[theme].shown_in(&looked)).collect();
    found.sort_by_key(|(score, hit)| (std::cmp::Reverse(*score), hit.words.first().map(|span| span.start)));
    let most = found.first().map_or(0, |(score, _)| *score);
    found.retain(|(score, _)| score * PART_OF_FIRST >= most);
    found.into_iter().map(|(_, hit)| hit).collect()
}

impl Theme {
    fn phrases(&mut self) -> impl Iterator<Item = &mut Phrase> {
        self.strong.iter_mut().chain(&mut self.weak).chain(&mut self.unless)
    }

    /// How strongly a passage shows the theme, and by which words; nothing when it does not.
    fn shown_in(&'static self, text: &Looked<'_>) -> Option<(usize, ThemeHit)> {
        let masked: Vec<Span> = self.unless.iter().flat_map(|phrase| phrase.spans(text)).collect();
        let hits = |phrase: &Phrase| -> Vec<Span> {
            let spans = phrase.spans(text).into_iter();
            spans.filter(|span| !masked.iter().any(|mask| mask.holds(*span))).collect()
        };
        let (mut score, mut words) = (0, Vec::new());
        for (phrases, worth) in [(&self.strong, STRONG), (&self.weak, 1)] {
            for phrase in phrases {
                let found = hits(phrase);
                // Words that were counted already show nothing new.
                let known =
                    |span: &Span| words.iter().any(|known: &Span| known.holds(*span) || span.holds(*known));
                if found.iter().any(|span| !known(span)) {
                    // What is named again and again is what the passage is about.
                    score += worth + (found.len() - 1).min(MOST_AGAIN);
                    words.extend(found);
                }
            }
        }
        words.sort_unstable();
        words.dedup();
        let hit = ThemeHit { id: &self.id, words: words.iter().map(|span| text.original(*span)).collect() };
        (score >= ENOUGH).then_some((score, hit))
    }
}

#[cfg(test)]
mod tests;
