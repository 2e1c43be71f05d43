//! How much two rows of words have in common.

use super::weight::weight;
use std::collections::BTreeMap;

/// The weight of the words both have, in any order.
pub(super) fn shared_anyhow(said: &[String], held: &[&str]) -> f64 {
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    for word in held {
        *left.entry(word).or_default() += 1;
    }
    let mut shared = 0.0;
    for word in said {
        if let Some(count) = left.get_mut(word.as_str()).filter(|count| **count > 0) {
            *count -= 1;
            shared += weight(word);
        }
    }
    shared
}

/// The weight of the heaviest row of words both have in the same order, and its pairs.
pub(super) fn shared_in_order(said: &[String], held: &[&str]) -> (f64, Vec<(usize, usize)>) {
    let width = held.len() + 1;
    let mut best = vec![0.0_f64; (said.len() + 1) * width];
    for i in (0..said.len()).rev() {
        for j in (0..held.len()).rev() {
            let skip = best[(i + 1) * width + j].max(best[i * width + j + 1]);
            let take =
                if said[i] == held[j] { weight(&said[i]) + best[(i + 1) * width + j + 1] } else { 0.0 };
            best[i * width + j] = skip.max(take);
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < said.len() && j < held.len() {
        let here = best[i * width + j];
        if best[(i + 1) * width + j] == here {
            i += 1;
        } else if best[i * width + j + 1] == here {
            j += 1;
        } else {
            pairs.push((i, j));
            i += 1;
            j += 1;
        }
    }
    (best[0], pairs)
}
