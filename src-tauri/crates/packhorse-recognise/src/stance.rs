//! Which way a passage leans: praise, criticism or both. It never alters text.

use crate::fold::{fold, words};
use packhorse_model::Stance;

const GOOD: [&str; 62] = [
    "strong",
    "strength",
    "effective",
    "good",
    "excellent",
    "outstanding",
    "improv",
    "timely",
    "prompt",
    "swift",
    "clear",
    "committed",
    "passionate",
    "ambitious",
    "well",
    "positive",
    "child-centred",
    "child-focused",
    "thorough",
    "comprehensive",
    "proud",
    "relentless",
    "knowledgeable",
    "benefit",
    "stable",
    "skilled",
    "warm",
    "persistent",
    "success",
    "robust",
    "praise",
    "welcome",
    "confident",
    "creative",
    "responsive",
    "appropriate",
    "sensitive",
    "valued",
    "supported",
    "purposeful",
    "impressive",
    "proportionate",
    "insightful",
    "high-quality",
    "safe",
    "easy",
    "trusting",
    "tenacious",
    "dedicated",
    "pleased",
    "consistent",
    "detailed",
    "quickly",
    "visible",
    "accessible",
    "progress",
    "innovative",
    "collaborative",
    "tangible",
    "progresses",
    "strengthened",
    "helpful",
];
const BAD: [&str; 58] = [
    "poor",
    "weak",
    "inadequate",
    "insufficient",
    "inconsistent",
    "delay",
    "drift",
    "lack",
    "fail",
    "concern",
    "too long",
    "too few",
    "too many",
    "too slow",
    "variab",
    "declin",
    "deteriorat",
    "gap",
    "shortfall",
    "shortage",
    "not always",
    "not consistently",
    "limited",
    "unclear",
    "out of date",
    "disappoint",
    "worse",
    "risk of harm",
    "missed",
    "slow",
    "ineffective",
    "unsatisfactory",
    "unsuitable",
    "unregulated",
    "unlawful",
    "inappropriate",
    "absence",
    "yet to",
    "needs to improve",
    "must improve",
    "not enough",
    "not sufficiently",
    "not good enough",
    "waiting",
    "wait",
    "pressure",
    "high caseload",
    "fragmented",
    "hinder",
    "stalled",
    "remain too",
    "should",
    "overdue",
    "challenge to recruit",
    "turnover",
    "backlog",
    "serious",
    "shortcoming",
];
const NEGATIONS: [&str; 9] =
    ["not", "no", "never", "without", "lack", "insufficient", "little", "few", "n't"];

/// Which way a passage leans.
pub fn stance(text: &str) -> Stance {
    let folded = fold(text);
    let list: Vec<&str> = words(&folded).collect();
    let (mut good, mut bad) = (0_usize, 0_usize);
    for stem in GOOD {
        for (at, _) in folded.match_indices(stem) {
            if folded[..at].chars().next_back().is_some_and(char::is_alphanumeric) {
                continue;
            }
            let before = folded[..at].split_whitespace().rev().take(4);
            if before.into_iter().any(|word| NEGATIONS.iter().any(|no| word == *no || word.ends_with("n't")))
            {
                bad += 1;
            } else {
                good += 1;
            }
        }
    }
    for stem in BAD {
        bad += folded
            .match_indices(stem)
            .filter(|(at, _)| !folded[..*at].chars().next_back().is_some_and(char::is_alphanumeric))
            .count();
    }
    let turns = list.iter().any(|word| matches!(*word, "however" | "although" | "but" | "despite" | "while"));
    match (good, bad) {
        (0, 0) => Stance::Unclear,
        (good, bad) if good > 0 && bad > 0 && (turns || good.abs_diff(bad) <= 1) => Stance::Mixed,
        (good, bad) if good > bad => Stance::Strength,
        _ => Stance::Concern,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_negated_strength_is_a_concern() {
        assert_eq!(stance("Plans are clear and timely."), Stance::Strength);
        assert_eq!(stance("Plans are not consistently clear."), Stance::Concern);
        assert_eq!(stance("Plans are clear, but some children wait too long."), Stance::Mixed);
    }
}
