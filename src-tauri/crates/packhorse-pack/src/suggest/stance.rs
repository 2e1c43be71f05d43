//! Which way a sentence of the inspectors leans.

use crate::data::folded;
use packhorse_model::Stance;
use std::sync::LazyLock;

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

/// A fault whose denial is praise: “are not complacent”.
const DENIED: [&str; 2] = ["complacen", "defensive"];

/// A word and the clause it stands in.
struct Heard<'a> {
    word: &'a str,
    clause: usize,
}

/// Whether words begin as a cue does: its last word may go on.
fn begin(words: &[Heard<'_>], cue: &str) -> bool {
    let mut own = words.iter().map(|heard| heard.word);
    let mut cue = cue.split(' ').peekable();
    while let Some(part) = cue.next() {
        let Some(word) = own.next() else { return false };
        let whole = cue.peek().is_some();
        if (whole && word != part) || !word.starts_with(part) {
            return false;
        }
    }
    true
}

/// All cues by their first letter: faults whose denial is praise, faults, praise.
struct Cues([Vec<(usize, &'static str)>; 26]);

static CUES: LazyLock<Cues> = LazyLock::new(|| {
    let mut cues = Cues(Default::default());
    for (kind, known) in [&DENIED[..], &FAULT[..], &PRAISE[..]].into_iter().enumerate() {
        for cue in known {
            if let Some(letter) = letter(cue) {
                cues.0[letter].push((kind, cue));
            }
        }
    }
    cues
});

impl Cues {
    /// Which kinds of cue stand at the beginning of some words.
    fn said(&self, words: &[Heard<'_>]) -> [bool; 3] {
        let mut said = [false; 3];
        let first = words.first().and_then(|heard| letter(heard.word));
        for (kind, cue) in first.into_iter().flat_map(|letter| &self.0[letter]) {
            said[*kind] = said[*kind] || begin(words, cue);
        }
        said
    }
}

/// The place of a word's first letter in the alphabet.
fn letter(word: &str) -> Option<usize> {
    let first = *word.as_bytes().first()?;
    first.is_ascii_lowercase().then(|| usize::from(first - b'a'))
}

/// Which way a sentence leans, and how far: praise less fault.
pub(crate) fn stance(sentence: &str) -> (Stance, i32) {
    let folded = parted(sentence);
    let words = heard(without_condition(&folded));
    let (mut praise, mut fault) = (0, 0);
    // The places of turning words that have turned something already.
    let mut spent: Vec<usize> = Vec::new();
    for index in 0..words.len() {
        let rest = &words[index..];
        let [denied, faulty, praising] = CUES.said(rest);
        if !(denied || faulty || praising) {
            continue;
        }
        // “well” in “as well as” praises nobody.
        let praising = praising && !begin(rest, "well as") && !begin(rest, "improvement plan");
        let turning = turning_before(&words, index);
        match (denied, faulty, praising, turning) {
            (true, .., Some(_)) => praise += 1,
            (true, ..) | (_, true, _, None) | (_, false, true, Some(_)) => fault += 1,
            (_, false, true, None) => praise += 1,
            _ => {}
        }
        if denied || faulty || praising {
            spent.extend(turning);
        }
    }
    fault += i32::try_from(plain_refusals(&words, &spent)).unwrap_or(0);
    let stance = match (praise, fault) {
        (0, 0) => Stance::Unclear,
        (_, 0) => Stance::Strength,
        (0, _) => Stance::Concern,
        (praise, fault) if fault > praise => Stance::Concern,
        _ => Stance::Mixed,
    };
    (stance, praise - fault)
}

/// A sentence as cues are looked for in it; a dash between clauses is a comma.
fn parted(sentence: &str) -> String {
    folded(&sentence.replace(['–', '—'], ","))
}

/// A sentence without a first clause that says when it holds: “When plans drift, …” finds no fault.
fn without_condition(folded: &str) -> &str {
    let begins = ["when ", "if ", "where ", "whenever "].iter().any(|cue| folded.starts_with(cue));
    match folded.split_once(',').filter(|_| begins) {
        Some((_, rest)) => rest,
        None => folded,
    }
}

/// Each word with its clause: a mark, “and” or “but” begins a new one.
fn heard(folded: &str) -> Vec<Heard<'_>> {
    let (mut words, mut clause) = (Vec::new(), 0);
    for stretch in folded.split([',', ';', ':', '(', ')']) {
        clause += 1;
        let each = stretch.split(|c: char| !(c.is_alphanumeric() || c == '\''));
        for word in each.filter(|word| !word.is_empty()) {
            clause += usize::from(matches!(word, "and" | "but" | "although" | "while"));
            words.push(Heard { word, clause });
        }
    }
    words
}

/// The nearest turning word that reaches a word: in its clause and not far off.
fn turning_before(words: &[Heard<'_>], index: usize) -> Option<usize> {
    let reached = (index.saturating_sub(REACH)..index).rev();
    reached.filter(|at| words[*at].clause == words[index].clause).find(|at| turns(words, *at))
}

/// Whether a word turns what follows; “not only” does not.
fn turns(words: &[Heard<'_>], at: usize) -> bool {
    TURN.contains(&words[at].word) && !stressed(words, at)
}

fn stressed(words: &[Heard<'_>], at: usize) -> bool {
    words[at].word == "not" && words.get(at + 1).is_some_and(|next| matches!(next.word, "only" | "just"))
}

/// “do not know”, “did not act”: fault although no single word says so. A “not” that has turned a
/// word is counted with that word.
fn plain_refusals(words: &[Heard<'_>], spent: &[usize]) -> usize {
    let helping = ["do", "does", "did", "has", "have", "is", "are", "was", "were", "had"];
    let refused = |at: &usize| {
        helping.contains(&words[*at - 1].word)
            && words[*at].word == "not"
            && !stressed(words, *at)
            && !spent.contains(at)
    };
    (1..words.len()).filter(refused).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_by_their_first_letter_are_all_the_cues() {
        let lists = [&DENIED[..], &FAULT[..], &PRAISE[..]];
        for cue in lists.into_iter().flatten() {
            let folded = folded(cue);
            let words = heard(&folded);
            let naive = lists.map(|known| known.iter().any(|cue| begin(&words, cue)));
            assert_eq!(CUES.said(&words), naive, "{cue}");
            assert!(naive.contains(&true), "{cue} is heard as it is written");
        }
    }

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
            ("Records are not dated, and children’s plans are clear.", Stance::Mixed),
        ] {
            assert_eq!(stance(sentence).0, expected, "{sentence}");
        }
    }

    #[test]
    fn a_turning_word_reaches_to_the_end_of_its_clause_and_counts_once() {
        for (sentence, expected, lean) in [
            (
                "When progress is not being made, children benefit from timely decisions to escalate concerns.",
                Stance::Strength,
                2,
            ),
            ("Leaders are not complacent and act quickly when things go wrong.", Stance::Strength, 2),
            ("Leaders are not defensive, timely action follows.", Stance::Strength, 2),
            ("Plans are not effective.", Stance::Concern, -1),
            ("Help is not only prompt but skilled.", Stance::Strength, 2),
            ("Leaders are complacent.", Stance::Concern, -1),
        ] {
            assert_eq!(stance(sentence), (expected, lean), "{sentence}");
        }
    }
}
