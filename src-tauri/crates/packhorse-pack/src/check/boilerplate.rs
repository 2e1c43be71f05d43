//! Sentences that many inspection documents have: nobody copied them from one of them.

use super::hold::Sought;
use super::witness::Witness;
use crate::data::folded;
use packhorse_model::Verdict;

/// In the documents of so many councils a sentence belongs to the form and not to one of them.
const COUNCILS: usize = 3;

/// Words that only stand in the parts every document of a kind has.
const PHRASES: [&str; 22] = [
    "office for standards in education",
    "regulates and inspects",
    "open government licence",
    "crown copyright",
    "majesty's inspector",
    "you may reuse this information",
    "you may copy all or parts",
    "if you would like a copy",
    "large print or braille",
    "subscribe to our website",
    "www.",
    "gov.uk",
    "this letter summarises the findings",
    "i am writing to",
    "was carried out under",
    "in accordance with the",
    "yours sincerely",
    "the inspection framework",
    "inspection of local authority",
    "inspection of services for children",
    "focused visit to",
    "judgement on overall effectiveness",
];

/// Whether words belong to the form: an area's name, who Ofsted is, how to get a copy.
pub(super) fn is_boilerplate(words: &str) -> bool {
    let words = folded(words);
    let bare = words.trim_end_matches(['.', ':', ';', ',']);
    crate::data::frameworks::is_area(bare) || PHRASES.iter().any(|phrase| words.contains(phrase))
}

/// Whether the words stand in the documents of so many councils that they are the form's.
pub(super) fn is_template(sought: &Sought, witnesses: &[&Witness<'_>]) -> bool {
    let mut councils: Vec<String> = Vec::new();
    for witness in witnesses {
        let Some(council) = witness.source.facts.authority.as_ref().map(|fact| folded(&fact.value)) else {
            continue;
        };
        let held = || witness.hold(sought).is_some_and(|check| check.verdict <= Verdict::Punctuation);
        if !councils.contains(&council) && held() {
            councils.push(council);
            if councils.len() >= COUNCILS {
                return true;
            }
        }
    }
    false
}
