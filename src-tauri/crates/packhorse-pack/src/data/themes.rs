//! Themes: what a finding or a question is about.

/// The themes of a passage, the strongest first.
pub(crate) fn themes(text: &str) -> Vec<&'static str> {
    packhorse_model::themes(text).into_iter().map(|hit| hit.id).collect()
}

/// A theme's name in plain words.
pub(crate) fn label(id: &str) -> Option<&'static str> {
    packhorse_model::theme_label(id)
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
