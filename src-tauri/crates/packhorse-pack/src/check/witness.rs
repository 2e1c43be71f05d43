//! A source that quotations are held against.

use super::sieve::Sieve;
use super::stream::Stream;
use super::vocabulary::Vocabulary;
use crate::sentence::sentences;
use packhorse_model::{BlockKind, Source, SourceId, Span};
use std::borrow::Cow;
use std::sync::Arc;

/// An inspection document made ready to be searched: folded once, however many quotations are held
/// against it.
#[derive(Debug)]
pub struct Witness<'a> {
    pub(super) source: Cow<'a, Source>,
    /// Running text without what stands between pages, cut at headings and table cells.
    pub(super) runs: Vec<Stream>,
    /// The sentences of the text, in order.
    pub(super) sentences: Vec<Span>,
    /// The text of which `sentences` are spans.
    pub(super) text: Arc<str>,
    pub(super) sieve: Sieve,
    pub(super) vocabulary: Vocabulary,
}

impl Witness<'static> {
    /// Makes a source ready and keeps it.
    pub fn owning(source: Source) -> Self {
        Self::made(Cow::Owned(source))
    }
}

impl<'a> Witness<'a> {
    /// Makes a source ready.
    pub fn new(source: &'a Source) -> Self {
        Self::made(Cow::Borrowed(source))
    }

    fn made(source: Cow<'a, Source>) -> Self {
        let text: Arc<str> = Arc::from(source.document.text.as_str());
        let (runs, sentences) = cut(&source);
        let runs: Vec<Stream> = runs.into_iter().map(|run| Stream::new(Arc::clone(&text), run)).collect();
        let sieve = Sieve::new(&runs);
        let vocabulary = Vocabulary::new(&runs, &sentences);
        Self { source, runs, sentences, text, sieve, vocabulary }
    }

    /// The source.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// The source's id.
    pub(super) fn id(&self) -> SourceId {
        self.source.id
    }

    /// The sentences that hold a span, as one text.
    pub(super) fn around(&self, span: Span) -> String {
        let touched: Vec<Span> =
            self.sentences.iter().copied().filter(|s| s.start < span.end && span.start < s.end).collect();
        let mut words = String::new();
        for sentence in touched {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(&self.source.document.text[sentence.range()]);
        }
        words
    }
}

/// A document's running texts, each as the blocks it is made of, and its sentences.
pub(super) fn cut(source: &Source) -> (Vec<Vec<Span>>, Vec<Span>) {
    let text = source.document.text.as_str();
    let (mut runs, mut running) = (Vec::new(), Vec::new());
    let mut spans = Vec::new();
    for block in &source.document.blocks {
        match block.kind {
            BlockKind::Furniture | BlockKind::Boilerplate => continue,
            BlockKind::Paragraph | BlockKind::Item { .. } => running.push(block.span),
            // A note stands in the middle of a sentence that runs over the page.
            BlockKind::Footnote => runs.push(vec![block.span]),
            BlockKind::Heading { .. } | BlockKind::Cell { .. } => {
                runs.push(std::mem::take(&mut running));
                runs.push(vec![block.span]);
            }
        }
        spans.extend(sentences(text, block.span));
    }
    runs.push(running);
    if source.document.blocks.is_empty() {
        let whole = Span { start: 0, end: text.len() };
        runs.push(vec![whole]);
        spans = sentences(text, whole);
    }
    runs.retain(|run| !run.is_empty());
    (runs, spans)
}
