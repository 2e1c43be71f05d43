//! Themes of a passage, with the words that showed them.

use crate::fold::fold;
use serde::Deserialize;
use std::sync::LazyLock;

/// A theme found in a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeHit {
    /// The theme's id.
    pub id: String,
    /// The words that showed it, as the data writes them.
    pub words: Vec<String>,
}

#[derive(Deserialize)]
struct Theme {
    id: String,
    label: String,
    words: Vec<String>,
}

#[derive(Deserialize)]
struct Data {
    themes: Vec<Theme>,
}

static DATA: LazyLock<Data> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../../resources/themes.json"))
        .expect("a test reads the built-in themes")
});

/// The plain name of a theme.
pub fn label(id: &str) -> &str {
    DATA.themes.iter().find(|theme| theme.id == id).map_or(id, |theme| &theme.label)
}

/// The themes of a passage, the one with most hits first.
pub fn themes(text: &str) -> Vec<ThemeHit> {
    let text = fold(text).replace('-', " ");
    let mut hits: Vec<ThemeHit> = DATA
        .themes
        .iter()
        .filter_map(|theme| {
            let words: Vec<String> =
                theme.words.iter().filter(|word| stands(&text, &word.replace('-', " "))).cloned().collect();
            (!words.is_empty()).then(|| ThemeHit { id: theme.id.clone(), words })
        })
        .collect();
    hits.sort_by_key(|hit| std::cmp::Reverse(hit.words.len()));
    hits
}

/// Whether a word or the beginning of one stands in the text; short ones must stand whole.
fn stands(text: &str, word: &str) -> bool {
    let whole = word.len() <= 4 && !word.contains(' ');
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !(before.is_some_and(char::is_alphanumeric) || whole && after.is_some_and(char::is_alphanumeric))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_shows_its_theme_and_the_words_that_showed_it() {
        let hits = themes("Supervision of social workers at the front door is not frequent enough.");
        assert!(
            hits.iter().any(|hit| hit.id == "front-door" && hit.words.contains(&"front door".to_owned()))
        );
    }
}
