//! Which way a sentence of the inspectors leans.

use crate::data::folded;
use packhorse_model::Stance;

/// Beginnings of words that praise.
const PRAISE: [&str; 58] = [
    "effective",
    "strong",
    "well",
    "good",
    "prompt",
    "timel",
    "thorough",
    "clear",
    "improv",
    "success",
    "benefit",
    "skill",
    "committed",
    "commitment",
    "confident",
    "positive",
    "excellent",
    "sensitive",
    "persist",
    "tenacious",
    "robust",
    "quick",
    "swift",
    "appropriate",
    "valued",
    "ambitious",
    "stable",
    "warm",
    "kind",
    "calm",
    "curious",
    "proportionate",
    "purposeful",
    "knowledgeable",
    "passionate",
    "trusting",
    "caring",
    "creative",
    "impressive",
    "outstanding",
    "responsive",
    "supportive",
    "carefully",
    "comprehensive",
    "detailed",
    "proactive",
    "child centred",
    "child focused",
    "high quality",
    "visible",
    "relentless",
    "manageable",
    "enjoy",
    "thriv",
    "settled",
    "praise",
    "exemplary",
    "helpful",
];

/// Beginnings of words that find fault.
const FAULT: [&str; 50] = [
    "too many",
    "too few",
    "too long",
    "too often",
    "too late",
    "too slow",
    "too much",
    "lack",
    "insufficient",
    "inconsisten",
    "weak",
    "poor",
    "delay",
    "slow",
    "drift",
    "gap",
    "variab",
    "uneven",
    "fail",
    "inadequate",
    "unable",
    "limited",
    "missed",
    "out of date",
    "unclear",
    "wait",
    "overdue",
    "backlog",
    "shortfall",
    "fragment",
    "absence",
    "underdevelop",
    "rarely",
    "seldom",
    "widespread",
    "systemic",
    "serious weak",
    "vulnerab to",
    "ineffective",
    "not enough",
    "less well",
    "less effective",
    "worse",
    "declin",
    "deteriorat",
    "hamper",
    "hinder",
    "inappropriate",
    "need to improve",
    "needs to improve",
];

/// Words that turn what follows round.
const TURN: [&str; 13] = [
    "not", "no", "never", "cannot", "without", "neither", "nor", "few", "little", "isn't", "aren't", "don't",
    "hardly",
];
/// How many words a turning word reaches.
const REACH: usize = 4;

/// Which way a sentence leans, and how far: praise less fault.
pub(crate) fn stance(sentence: &str) -> (Stance, i32) {
    let folded = folded(sentence);
    let words: Vec<&str> =
        folded.split(|c: char| !(c.is_alphanumeric() || c == '\'')).filter(|word| !word.is_empty()).collect();
    let (mut praise, mut fault) = (0, 0);
    for index in 0..words.len() {
        let rest = words[index..].iter().take(3).copied().collect::<Vec<_>>().join(" ");
        let turned = words[index.saturating_sub(REACH)..index].iter().any(|word| TURN.contains(word));
        if FAULT.iter().any(|cue| rest.starts_with(cue)) {
            fault += i32::from(!turned);
        } else if PRAISE.iter().any(|cue| rest.starts_with(cue)) {
            // “well” in “as well as” praises nobody.
            let idle = rest.starts_with("well as") || rest.starts_with("improvement plan");
            match (idle, turned) {
                (true, _) => {}
                (false, true) => fault += 1,
                (false, false) => praise += 1,
            }
        }
    }
    fault += i32::try_from(plain_refusals(&words)).unwrap_or(0);
    let stance = match (praise, fault) {
        (0, 0) => Stance::Unclear,
        (_, 0) => Stance::Strength,
        (0, _) => Stance::Concern,
        (praise, fault) if fault > praise => Stance::Concern,
        _ => Stance::Mixed,
    };
    (stance, praise - fault)
}

/// “do not know”, “did not act”: fault although no single word says so.
fn plain_refusals(words: &[&str]) -> usize {
    let helping = ["do", "does", "did", "has", "have", "is", "are", "was", "were", "had"];
    words.windows(2).filter(|pair| helping.contains(&pair[0]) && pair[1] == "not").count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turned_word_of_praise_is_a_fault() {
        for (sentence, expected) in [
            ("Social workers are calm, curious and kind.", Stance::Strength),
            ("Too many children wait for a visit.", Stance::Concern),
            ("Plans are not consistently clear.", Stance::Concern),
            ("Leaders did not know about these children.", Stance::Concern),
            ("Visits are timely, but records are out of date.", Stance::Mixed),
            ("The team moved to a new building.", Stance::Unclear),
            ("Health and police staff attend as well as teachers.", Stance::Unclear),
        ] {
            assert_eq!(stance(sentence).0, expected, "{sentence}");
        }
    }
}
