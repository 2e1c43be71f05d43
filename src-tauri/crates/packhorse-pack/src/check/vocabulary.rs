//! Which sentences of a document hold a word.

use super::sieve::fingerprint;
use super::stream::Stream;
use super::weight::weight;
use packhorse_model::Span;

/// Which sentences of a document hold a word.
#[derive(Debug)]
pub(super) struct Vocabulary {
    /// A word's fingerprint and a sentence that holds it, sorted.
    held: Vec<(u32, u32)>,
    sentences: usize,
}

impl Vocabulary {
    /// The vocabulary of a document whose sentences these are, in order.
    pub(super) fn new(runs: &[Stream], sentences: &[Span]) -> Self {
        let mut held = Vec::new();
        for run in runs {
            for word in &run.words {
                let sentence = sentences.partition_point(|sentence| sentence.end <= word.from());
                if sentences.get(sentence).is_some_and(|span| span.start <= word.from()) {
                    let sentence = u32::try_from(sentence).unwrap_or(u32::MAX);
                    held.push((fingerprint(run.letters_of(*word).as_bytes()), sentence));
                }
            }
        }
        held.sort_unstable();
        held.dedup();
        held.shrink_to_fit();
        Self { held, sentences: sentences.len() }
    }

    /// For each sentence, the weight of those words that it holds. A word that is asked for twice
    /// counts twice.
    pub(super) fn shared(&self, words: &[String]) -> Vec<f64> {
        let mut shared = vec![0.0; self.sentences];
        for word in words {
            let print = fingerprint(word.as_bytes());
            let first = self.held.partition_point(|(held, _)| *held < print);
            for (_, sentence) in self.held[first..].iter().take_while(|(held, _)| *held == print) {
                shared[*sentence as usize] += weight(word);
            }
        }
        shared
    }
}
