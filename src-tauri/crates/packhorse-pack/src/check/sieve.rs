//! Tells quickly that a document cannot hold some letters.

use super::stream::Stream;

/// How many letters in a row are looked up together.
const GRAM: usize = 5;
/// The fewest and the most words of 64 bits of a sieve.
const WORDS: (usize, usize) = (1 << 6, 1 << 12);

/// Which rows of five letters a document holds, roughly. It never denies what is there.
#[derive(Debug)]
pub(super) struct Sieve {
    bits: Box<[u64]>,
}

impl Sieve {
    /// The sieve of a document's running texts.
    pub(super) fn new(runs: &[Stream]) -> Self {
        let letters: usize = runs.iter().map(|run| run.letters.len()).sum();
        // Four bits a letter.
        let words = (letters / 16).clamp(WORDS.0, WORDS.1);
        let mut sieve = Self { bits: vec![0; words].into_boxed_slice() };
        for run in runs {
            for row in rows(&run.letters) {
                let (word, bit) = sieve.bit(row);
                sieve.bits[word] |= bit;
            }
        }
        sieve
    }

    /// Whether the document may hold these letters in a row.
    pub(super) fn may_hold(&self, letters: &str) -> bool {
        rows(letters).all(|row| self.holds(row))
    }

    /// Whether the document may hold five letters in a row.
    pub(super) fn holds(&self, row: u32) -> bool {
        let (word, bit) = self.bit(row);
        self.bits[word] & bit != 0
    }

    fn bit(&self, row: u32) -> (usize, u64) {
        let at = row as usize % (self.bits.len() * 64);
        (at / 64, 1 << (at % 64))
    }
}

/// Every five letters in a row, each as its fingerprint.
pub(super) fn rows(letters: &str) -> impl Iterator<Item = u32> {
    letters.as_bytes().windows(GRAM).map(fingerprint)
}

/// A number that stands for some bytes; others may share it, but seldom do.
pub(super) fn fingerprint(bytes: &[u8]) -> u32 {
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    (hash ^ (hash >> 32)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_passes_and_what_is_not_there_hardly_ever_does() {
        let runs = [Stream::of("Visits to children are timely, regular and child focused.")];
        let sieve = Sieve::new(&runs);
        let letters = &runs[0].letters;
        for start in 0..letters.len() {
            for end in start..letters.len() {
                assert!(sieve.may_hold(&letters[start..end]), "{}", &letters[start..end]);
            }
        }
        assert!(!sieve.may_hold("themoonismadeofgreencheese"));
    }
}
