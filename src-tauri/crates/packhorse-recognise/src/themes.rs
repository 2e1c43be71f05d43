//! Themes of a passage, with the words that showed them.

pub use packhorse_model::{ThemeHit, themes};

/// The ids of a passage's themes, the strongest first.
pub(crate) fn ids(text: &str) -> Vec<String> {
    themes(text).into_iter().map(|hit| hit.id.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_finding_has_the_themes_of_its_words() {
        let found = super::ids("Supervision of social workers at the front door is not frequent enough.");
        assert_eq!(found, ["supervision", "front-door"]);
    }
}
