//! How alike two texts are, by the blocks of characters they share in order.

use std::collections::BTreeMap;

/// From here on two texts are one.
pub(crate) const SAME: f64 = 0.9;

/// A stretch both texts hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Shared {
    here: usize,
    there: usize,
    length: usize,
}

/// The sizes of the blocks two texts share: the longest first, then left and right of it.
fn blocks(here: &str, there: &str) -> Vec<usize> {
    let (here, there): (Vec<char>, Vec<char>) = (here.chars().collect(), there.chars().collect());
    let mut places: BTreeMap<char, Vec<usize>> = BTreeMap::new();
    there.iter().enumerate().for_each(|(at, one)| places.entry(*one).or_default().push(at));
    let mut waiting = vec![(0..here.len(), 0..there.len())];
    let mut found = Vec::new();
    while let Some((left, right)) = waiting.pop() {
        let longest = longest(&here[left.clone()], left.start, &places, right.clone());
        if longest.length > 0 {
            waiting.push((left.start..longest.here, right.start..longest.there));
            waiting
                .push((longest.here + longest.length..left.end, longest.there + longest.length..right.end));
            found.push(longest);
        }
    }
    found.sort();
    joined(&found)
}

/// The longest stretch of `here` within a range of the other text; of equals the first.
fn longest(
    here: &[char],
    offset: usize,
    places: &BTreeMap<char, Vec<usize>>,
    within: std::ops::Range<usize>,
) -> Shared {
    let mut best = Shared { here: offset, there: within.start, length: 0 };
    // For the character before: how long the stretch is that ends at each place of the other text.
    let mut before: Vec<usize> = vec![0; within.len() + 1];
    for (at, one) in here.iter().enumerate() {
        let mut now = vec![0; within.len() + 1];
        let all = places.get(one).map_or(&[][..], Vec::as_slice);
        for place in all.iter().filter(|place| within.contains(place)) {
            let length = before[place - within.start] + 1;
            now[place - within.start + 1] = length;
            if length > best.length {
                best = Shared { here: offset + at + 1 - length, there: place + 1 - length, length };
            }
        }
        before = now;
    }
    best
}

/// Blocks that follow each other in both texts are one.
fn joined(found: &[Shared]) -> Vec<usize> {
    let mut whole: Vec<Shared> = Vec::new();
    for block in found {
        match whole.last_mut() {
            Some(last)
                if last.here + last.length == block.here && last.there + last.length == block.there =>
            {
                last.length += block.length;
            }
            _ => whole.push(*block),
        }
    }
    whole.into_iter().map(|block| block.length).collect()
}

/// Twice what both share, of all there is.
pub(crate) fn ratio(here: &str, there: &str) -> f64 {
    let all = length(here) + length(there);
    if all == 0 { 1.0 } else { part(2 * blocks(here, there).iter().sum::<usize>(), all) }
}

/// How many characters of the shorter stand in the longer, in blocks of eight or more.
pub(crate) fn cover(here: &str, there: &str) -> usize {
    let shorter = length(here).min(length(there));
    if here.contains(there) || there.contains(here) {
        return shorter;
    }
    blocks(here, there).into_iter().filter(|size| *size >= shorter.min(8)).sum()
}

/// The runs of three characters of a text, and how often each stands in it.
pub(crate) type Runs = BTreeMap<String, usize>;

/// Counts the runs of three characters.
pub(crate) fn runs(words: &str) -> Runs {
    let letters: Vec<char> = words.chars().collect();
    let mut runs = Runs::new();
    for at in 0..letters.len().saturating_sub(2).max(1) {
        let run: String = letters.iter().skip(at).take(3).collect();
        *runs.entry(run).or_default() += 1;
    }
    runs
}

/// How many runs two texts share, and how many each has.
pub(crate) fn shared(here: &Runs, there: &Runs) -> (usize, usize, usize) {
    let both = here.iter().map(|(run, count)| *count.min(there.get(run).unwrap_or(&0))).sum();
    (both, here.values().sum(), there.values().sum())
}

/// How alike two items of lists are; nought when they are plainly two.
fn likeness(here: &str, there: &str) -> f64 {
    if here == there {
        return 1.0;
    }
    let (short, all) = (length(here).min(length(there)), length(here) + length(there));
    if short == 0 || part(2 * short, all) < SAME {
        return 0.0;
    }
    let (both, one, other) = shared(&runs(here), &runs(there));
    let by_runs = part(2 * both, one + other);
    if by_runs < 0.7 { 0.0 } else { by_runs.max(ratio(here, there)) }
}

/// Pairs of items that are one, best first, each item in one pair at most.
pub(crate) fn pairs(gold: &[String], given: &[String]) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    for (label, wanted) in gold.iter().enumerate() {
        for (number, words) in given.iter().enumerate() {
            all.push((likeness(wanted, words), label, number));
        }
    }
    all.retain(|(likeness, ..)| *likeness >= SAME);
    all.sort_by(|one, other| other.0.total_cmp(&one.0).then((one.1, one.2).cmp(&(other.1, other.2))));
    let mut taken: Vec<(usize, usize)> = Vec::new();
    for (_, label, number) in all {
        if taken.iter().all(|pair| pair.0 != label && pair.1 != number) {
            taken.push((label, number));
        }
    }
    taken
}

/// How many characters a text has.
pub(crate) fn length(words: &str) -> usize {
    words.chars().count()
}

/// A part of a whole, as a fraction.
pub(crate) fn part(some: usize, all: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "no text here is that long")]
    let fraction = some as f64 / all as f64;
    fraction
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_two_texts_share_is_counted_in_order() {
        assert!((ratio("abcd", "bcde") - 0.75).abs() < 1e-9, "three of four letters on each side");
        assert!((ratio("", "") - 1.0).abs() < 1e-9);
        assert_eq!(cover("childrenareseen", "thechildrenareseenalone"), 15);
        assert_eq!(cover("abcdefgh-short", "abcdefgh+other"), 8, "stretches under eight are chance");
    }

    #[test]
    fn an_item_has_one_partner_at_most_and_the_best_one() {
        let gold = ["thequalityofplans".to_owned()];
        let given = ["thequalityofplan".to_owned(), "thequalityofplans".to_owned()];
        assert_eq!(pairs(&gold, &given), [(0, 1)]);
    }
}
