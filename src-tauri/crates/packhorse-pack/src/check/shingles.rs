//! Rows of five words, by which texts are known again.

use super::sieve::fingerprint;
use super::stream::Stream;
use packhorse_model::{BlockKind, Document};

/// How many words make a row.
pub(super) const SHINGLE: usize = 5;
/// How many rows stand for a whole document.
const MOST: usize = 128;
/// How many rows a document needs before it can be known again.
const LEAST: usize = 24;
/// How many of two documents' rows must be the same for them to be one text.
const SAME: f64 = 0.6;

/// The rows of five words of a text, as fingerprints in order of size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shingles(Vec<u32>);

impl Shingles {
    /// The rows of some words.
    pub(super) fn of(words: &[String]) -> Self {
        let print = |row: &[String]| fingerprint(row.join(" ").as_bytes());
        let mut prints: Vec<u32> = words.windows(SHINGLE).map(print).collect();
        prints.sort_unstable();
        prints.dedup();
        Self(prints)
    }

    /// Each row.
    pub(super) fn each(&self) -> impl Iterator<Item = u32> {
        self.0.iter().copied()
    }

    /// The share of these rows that the other text has too.
    pub(super) fn share_in(&self, other: &Self) -> f64 {
        let held = self.0.iter().filter(|print| other.0.binary_search(print).is_ok()).count();
        if self.0.is_empty() { 0.0 } else { held as f64 / self.0.len() as f64 }
    }
}

/// A few rows of a document's running text that stand for all of it, so that the same text is known
/// again on another site or in another file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sketch(Shingles);

impl Sketch {
    /// The sketch of a document, without headings, navigation and what stands between pages.
    pub(super) fn of(document: &Document) -> Self {
        let running = |kind: BlockKind| matches!(kind, BlockKind::Paragraph | BlockKind::Item { .. });
        let spans = document.blocks.iter().filter(|block| running(block.kind)).map(|block| block.span);
        let stream = Stream::new(document.text.as_str().into(), spans.collect());
        let mut shingles = Shingles::of(&stream.folded_words());
        shingles.0.truncate(MOST);
        Self(shingles)
    }

    /// Whether two documents say the same, but for a few words or sentences.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let (one, two) = (&self.0.0, &other.0.0);
        if one.len().min(two.len()) < LEAST {
            return false;
        }
        // Of both together the smallest fingerprints are a fair sample.
        let mut all: Vec<u32> = one.iter().chain(two).copied().collect();
        all.sort_unstable();
        all.dedup();
        all.truncate(MOST);
        let both =
            all.iter().filter(|print| one.binary_search(print).is_ok() && two.binary_search(print).is_ok());
        both.count() as f64 >= SAME * all.len() as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::document;

    fn sketch(words: &str) -> Sketch {
        Sketch::of(&document(&[(BlockKind::Paragraph, words)]))
    }

    fn count(from: usize, till: usize) -> String {
        (from..till).map(|number| format!("word{number}")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_same_release_on_another_site_is_known_again() {
        let release = count(0, 300);
        let elsewhere = format!("Read more on our site. {} Share this page.", count(0, 290));
        assert!(sketch(&release).is_like(&sketch(&elsewhere)));
        assert!(!sketch(&release).is_like(&sketch(&count(150, 450))), "half of it is another text");
        assert!(
            !sketch("Too few words.").is_like(&sketch("Too few words.")),
            "so few words may be anybody's"
        );
    }
}
