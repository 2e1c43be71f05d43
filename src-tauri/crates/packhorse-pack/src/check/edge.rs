//! What a quotation leaves out before its first word and after its last.

use super::parts::Parts;
use super::stream::Stream;
use super::turning::{contrast, denial};
use super::witness::Witness;
use packhorse_model::Span;

/// Said of a quotation that ends with a full stop where its source goes on.
pub(super) const GOES_ON: &str = "The source’s sentence goes on after these words.";

impl Witness<'_> {
    /// What a reader should know of the sentence around words that were lifted out of it, if it
    /// denies them or sets them against something else.
    pub(super) fn cut_at_the_edges(&self, run: &Stream, span: Span) -> Option<String> {
        let (first, last) = self.first_and_last(span)?;
        let before = run.raw(first.start, span.start);
        let after = run.raw(span.end, last.end);
        let mut words_before = before.split_whitespace();
        if let Some(word) = words_before.next_back().and_then(denial) {
            return Some(format!("In the source the word before these is “{word}”."));
        }
        if let Some(word) = before.split_whitespace().next().and_then(contrast) {
            return Some(format!("The source’s sentence begins with “{word}”."));
        }
        let next = after.split_whitespace().find(|word| word.chars().any(char::is_alphabetic));
        next.and_then(contrast).map(|word| format!("The source’s sentence goes on with “{word}”."))
    }

    /// The sentences in which a span begins and ends.
    fn first_and_last(&self, span: Span) -> Option<(Span, Span)> {
        let at = |byte: usize| {
            let index = self.sentences.partition_point(|sentence| sentence.end <= byte);
            self.sentences.get(index).copied().filter(|sentence| sentence.start <= byte)
        };
        Some((at(span.start)?, at(span.end.checked_sub(1)?)?))
    }
}

/// Whether a quotation ends with a full stop where its source goes on.
pub(super) fn ends_early(parts: &Parts, after: &str) -> bool {
    let said = parts.parts.last().map_or("", |part| part.text.trim_end_matches(['”', '’', '"', '\'', ' ']));
    let next = after.trim_start_matches(['”', '’', '"', '\'', ')', ']']).chars().next();
    said.ends_with('.') && next.is_some_and(|c| !matches!(c, '.' | '?' | '!' | ';' | ':'))
}
