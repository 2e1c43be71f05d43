//! What is kept at hand of every document of a library, so that only those that matter are read whole.

use super::near::folded_council;
use super::shingles::{SHINGLE, Shingles, Sketch};
use super::sieve::{Sieve, fingerprint};
use super::stream::Stream;
use super::witness::cut;
use packhorse_model::Source;
use std::sync::Arc;

/// What is kept at hand of a document: a few kilobytes that tell which words it can hold, which
/// statements it may share with another, and which other is the same text.
#[derive(Debug)]
pub struct Imprint {
    /// The letters of the text, when it is the inspectors' own.
    pub(super) sieve: Option<Sieve>,
    /// The council, folded.
    pub(super) council: Option<Box<str>>,
    sketch: Sketch,
    said: Said,
}

/// The quotations of a document, as fingerprints in order of size.
#[derive(Debug, Default)]
struct Said {
    /// Rows of five words.
    rows: Box<[u32]>,
    words: Box<[u32]>,
    /// The first words of quotations that are shorter than a row.
    first: Box<[u32]>,
}

impl Imprint {
    /// The imprint of a document.
    pub fn of(source: &Source) -> Self {
        let sieve = source.facts.is_primary().then(|| {
            let text: Arc<str> = Arc::from(source.document.text.as_str());
            let runs = cut(source).0.into_iter().map(|run| Stream::new(Arc::clone(&text), run));
            Sieve::new(&runs.collect::<Vec<_>>())
        });
        let council = folded_council(&source.facts).map(String::into_boxed_str);
        Self { sieve, council, sketch: Sketch::of(&source.document), said: Said::of(source) }
    }

    /// Whether the document says the same as another, but for a few words or sentences.
    pub fn is_like(&self, other: &Self) -> bool {
        self.sketch.is_like(&other.sketch)
    }

    /// Whether the document quotes anybody.
    pub fn quotes(&self) -> bool {
        !self.said.words.is_empty()
    }

    /// Whether the document and another may quote one statement.
    pub fn may_share_a_statement(&self, other: &Self) -> bool {
        let (one, two) = (&self.said, &other.said);
        meet(&one.rows, &two.rows) || meet(&one.first, &two.words) || meet(&two.first, &one.words)
    }
}

impl Said {
    fn of(source: &Source) -> Self {
        let (mut rows, mut all, mut first) = (Vec::new(), Vec::new(), Vec::new());
        for said in &source.facts.quotations {
            let words = Stream::of(&said.text).folded_words();
            all.extend(words.iter().map(|word| fingerprint(word.as_bytes())));
            if words.len() < SHINGLE {
                first.extend(words.first().map(|word| fingerprint(word.as_bytes())));
            } else {
                rows.extend(Shingles::of(&words).each());
            }
        }
        Self { rows: sorted(rows), words: sorted(all), first: sorted(first) }
    }
}

fn sorted(mut prints: Vec<u32>) -> Box<[u32]> {
    prints.sort_unstable();
    prints.dedup();
    prints.into_boxed_slice()
}

/// Whether two rows of numbers in order of size have one in common.
fn meet(one: &[u32], two: &[u32]) -> bool {
    let (few, many) = if one.len() <= two.len() { (one, two) } else { (two, one) };
    few.iter().any(|print| many.binary_search(print).is_ok())
}
