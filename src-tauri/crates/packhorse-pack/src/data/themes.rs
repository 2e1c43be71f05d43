//! Themes: what a finding or a question is about.

use super::{folded, hits};
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Debug, Deserialize)]
struct Theme {
    id: String,
    label: String,
    words: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct File {
    themes: Vec<Theme>,
}

static THEMES: LazyLock<Vec<Theme>> = LazyLock::new(|| {
    let file: File = serde_json::from_str(include_str!("../../../../../resources/themes.json"))
        .expect("the themes are built in, and a test reads them");
    let mut themes = file.themes;
    for theme in &mut themes {
        theme.words.iter_mut().for_each(|word| *word = folded(word));
    }
    themes
});

/// The themes of a passage, the strongest first.
pub(crate) fn themes(text: &str) -> Vec<&'static str> {
    let text = folded(text);
    let mut found: Vec<(usize, &'static str)> = THEMES
        .iter()
        .map(|theme| {
            let each =
                theme.words.iter().map(|word| hits(&text, word, word.len() <= 5 && !word.contains(' ')));
            (each.sum(), theme.id.as_str())
        })
        .filter(|(count, _)| *count > 0)
        .collect();
    found.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    found.into_iter().map(|(_, id)| id).collect()
}

/// A theme's name in plain words.
pub(crate) fn label(id: &str) -> Option<&'static str> {
    THEMES.iter().find(|theme| theme.id == id).map(|theme| theme.label.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_has_the_theme_it_speaks_of_most() {
        let found =
            themes("Return home interviews for missing children are late, and supervision is not recorded.");
        assert_eq!(found.first().and_then(|id| label(id)), Some("Missing children"));
        assert!(found.contains(&"supervision"));
        assert!(themes("Nothing in particular.").is_empty());
    }
}
