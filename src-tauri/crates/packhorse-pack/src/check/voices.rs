//! Whether two quotations may be of one speaker.

use crate::data::folded;
use packhorse_model::Quotation;

/// Words before or around names that name nobody.
const TITLES: [&str; 17] = [
    "cllr",
    "councillor",
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "sir",
    "dame",
    "lord",
    "lady",
    "prof",
    "professor",
    "and",
    "obe",
    "mbe",
    "mp",
];

/// Whether two quotations are of one speaker, or one of them does not say whose it is.
pub(super) fn same_voice(one: &Quotation, other: &Quotation) -> bool {
    let (first, second) = (names(one), names(other));
    if one.of_inspectors || other.of_inspectors {
        let inspectors = |said: &Quotation, names: &[String]| said.of_inspectors || names.is_empty();
        return inspectors(one, &first) && inspectors(other, &second);
    }
    // “Cllr Ferrier” and “Ros Ferrier” are one; “Ros Ferrier” and “Ann Marr” are two.
    first.is_empty() || second.is_empty() || first.iter().any(|name| second.contains(name))
}

/// The names of a speaker, folded.
fn names(said: &Quotation) -> Vec<String> {
    let speaker = folded(said.speaker.as_deref().unwrap_or(""));
    let words = speaker.split(|c: char| !(c.is_alphanumeric() || c == '\''));
    words.filter(|word| word.chars().count() > 1 && !TITLES.contains(word)).map(str::to_owned).collect()
}
