//! Why a pack was not set.

/// Why a pack was not set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// A font file is not one.
    #[error("the {face:?} font file cannot be read")]
    Font {
        /// The face whose file it is.
        face: crate::Face,
    },
    /// The pack holds characters that no face can show.
    #[error("no font has {}", list(.characters))]
    NoGlyph {
        /// The characters, each once, in order.
        characters: Vec<char>,
    },
    /// The logo is damaged, or holds what cannot be drawn as it is.
    #[error("the logo cannot be drawn: {what}")]
    Logo {
        /// What is wrong with it.
        what: String,
    },
}

/// Characters as people write about them: “☃” (U+2603).
fn list(characters: &[char]) -> String {
    let named: Vec<String> = characters
        .iter()
        .map(|&character| format!("“{character}” (U+{:04X})", u32::from(character)))
        .collect();
    named.join(", ")
}
