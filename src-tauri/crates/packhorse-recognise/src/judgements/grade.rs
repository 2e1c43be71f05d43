//! The words of grades.

use crate::fold::{holds, words};
use regex::Regex;
use std::sync::LazyLock;

/// Whether a text is a grade, whole: “Good”, “Grade 4 (inadequate)”, “requires improvement to be good”.
pub(super) fn is_grade(folded: &str) -> bool {
    static GRADE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(?:grade \d ?[:(-]? ?)?(?:outstanding|good|adequate|satisfactory|inadequate|requires? improvement(?: to be good)?|performs (?:excellently|well|adequately|poorly))(?: ?\(\d\))?(?: ?\(?grade \d\)?| ?\))?[.]?\d?$")
            .expect("the pattern is fixed")
    });
    GRADE.is_match(folded.trim())
}

/// Whether a cell stands where a grade should and holds none that is known.
pub(super) fn is_unreadable(folded: &str) -> bool {
    static NEARLY: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"improve|adequa|outstand|^good|^n/?a$|not judged|not inspected|^-+$|^\?+$")
            .expect("the pattern is fixed")
    });
    words(folded).count() <= 8 && NEARLY.is_match(folded)
}

/// A grade without its number and case, to compare two readings.
pub(super) fn alike(words: &str) -> String {
    const CORE: [&str; 5] = ["outstanding", "good", "inadequate", "adequate", "satisfactory"];
    let folded = crate::fold(words);
    if folded.contains("require") {
        return "requires improvement".into();
    }
    CORE.iter().find(|grade| holds(&folded, grade)).map_or(folded.clone(), |grade| (*grade).to_owned())
}
