//! The sentence a changed quotation most likely came from. It proposes a place and never decides.

use super::Check;
use super::difference::difference;
use super::near::Near;
use super::parts::Parts;
use super::shared::{shared_anyhow, shared_in_order};
use super::stream::Stream;
use super::turning::turned_by;
use super::weight::weight;
use super::witness::Witness;
use packhorse_model::{Span, Verdict};
use std::sync::Arc;

/// How much of a quotation a sentence must share to be the one that was changed. At half, sentences
/// that share the words of the field and nothing else came near.
const ENOUGH: f64 = 0.6;
/// What a sentence more costs, so that the shortest passage wins.
const SENTENCE_MORE: f64 = 0.02;
/// What it is worth that a document is about the council, or the visit, the quotation speaks of.
pub(super) const OWN: f64 = 0.03;

/// How much better a passage may be than its first guess.
const LEEWAY: f64 = 0.2;

/// How far outside the words a quotation covers a moved word may have stood.
const BESIDE: usize = 3;

/// The most sentences of a source that are compared at a time.
const MOST_SENTENCES: usize = 12;
/// The most words of a source that are compared at a time.
const MOST_WORDS: usize = 600;
/// The most places of all documents that are compared word by word.
const MOST_PLACES: usize = 120;
/// A quotation with so few telling words is that of a sentence only when all of them stand there.
const FEW_TELLING: usize = 3;

/// What is looked for.
struct Lost {
    words: Vec<String>,
    total: f64,
    /// How many sentences a passage may have.
    sentences: usize,
}

/// A sentence with which a passage may begin.
struct Start {
    /// How much of the quotation stands there and in the sentences after it, roughly.
    shared: f64,
    witness: usize,
    sentence: usize,
}

/// A passage of a source, compared with a quotation.
struct Passage {
    score: f64,
    span: Span,
    /// The words of the passage that the quotation covers.
    covered: String,
}

/// The nearest passage of any witness, as a check that says the words differ.
pub(super) fn nearest(parts: &Parts, witnesses: &[(Near, &Witness<'_>)]) -> Option<Check> {
    let said = parts.own_words();
    let lost = lost(&said)?;
    let mut best: Option<(&Witness<'_>, Passage)> = None;
    for start in starts(&lost, witnesses) {
        // The likeliest come first; what follows cannot be much better than what was found.
        let most = start.shared / lost.total + LEEWAY;
        if best.as_ref().is_some_and(|(_, known)| known.score > most) {
            break;
        }
        let (near, witness) = witnesses[start.witness];
        let passages = passages(witness, start.sentence, lost.sentences);
        for mut passage in passages.filter_map(|sentences| compare(witness, sentences, &lost)) {
            passage.score += OWN * near.steps();
            if best.as_ref().is_none_or(|(_, known)| passage.score > known.score) {
                best = Some((witness, passage));
            }
        }
    }
    let (witness, passage) = best?;
    let note = parts.outside.iter().chain(parts.parts.iter().flat_map(|part| &part.join.inserted)).next();
    let difference = difference(&passage.covered, &said);
    Some(Check {
        verdict: Verdict::Differs,
        source: Some(witness.id()),
        place: Some(witness.source.document.place(passage.span)),
        sentence: Some(witness.around(passage.span)),
        meaning: turned_by(&difference),
        difference,
        note: note.map(|words| format!("The quotation puts in “{words}”.")),
    })
}

fn lost(said: &str) -> Option<Lost> {
    let words = Stream::of(said).folded_words();
    // What is longer than any passage it would be held against is compared with none.
    if words.is_empty() || words.len() > MOST_WORDS {
        return None;
    }
    let total = words.iter().map(|word| weight(word)).sum();
    let sentences = crate::sentences(said, Span { start: 0, end: said.len() }).len();
    Some(Lost { words, total, sentences: (sentences + 1).min(MOST_SENTENCES) })
}

/// The sentences where most of the words stand, the likeliest first.
fn starts(lost: &Lost, witnesses: &[(Near, &Witness<'_>)]) -> Vec<Start> {
    let mut starts = Vec::new();
    for (index, (_, witness)) in witnesses.iter().enumerate() {
        let shared = witness.vocabulary.shared(&lost.words);
        for sentence in 0..shared.len() {
            let end = (sentence + lost.sentences).min(shared.len());
            let reach: f64 = shared[sentence..end].iter().sum();
            if reach >= ENOUGH * lost.total && shared[sentence] > 0.0 {
                // As many sentences as the quotation has count; the one more is for those it cuts.
                let own: f64 = shared[sentence..(end - 1).max(sentence + 1)].iter().sum();
                starts.push(Start { shared: own.min(lost.total), witness: index, sentence });
            }
        }
    }
    starts.sort_by(|a, b| b.shared.total_cmp(&a.shared));
    starts.truncate(MOST_PLACES);
    starts
}

/// Runs of neighbouring sentences that begin with one.
fn passages<'w>(witness: &'w Witness<'_>, first: usize, most: usize) -> impl Iterator<Item = &'w [Span]> {
    let all = &witness.sentences[first..(first + most).min(witness.sentences.len())];
    let mut held = 0;
    let few = all.iter().take_while(|sentence| {
        held += witness.text[sentence.range()].split_whitespace().count();
        held <= MOST_WORDS
    });
    let few = few.count();
    (1..=few).map(move |count| &all[..count])
}

fn compare(witness: &Witness<'_>, sentences: &[Span], lost: &Lost) -> Option<Passage> {
    let stream = Stream::new(Arc::clone(&witness.text), sentences.to_vec());
    let said = &lost.words;
    let held: Vec<&str> = stream.words.iter().map(|word| stream.letters_of(*word)).collect();
    let shared = shared_anyhow(said, &held);
    // Most sentences share too little to be worth aligning.
    if shared / lost.total < ENOUGH {
        return None;
    }
    let (in_order, pairs) = shared_in_order(said, &held);
    let telling = pairs.iter().filter(|(said_at, _)| weight(&said[*said_at]) >= 1.0).count();
    let all_telling = said.iter().filter(|word| weight(word) >= 1.0).count();
    // Of few telling words all must be there, in whatever order.
    let missing = said.iter().any(|word| weight(word) >= 1.0 && !held.contains(&word.as_str()));
    if all_telling <= FEW_TELLING && missing {
        return None;
    }
    let score = (0.75 * in_order + 0.25 * shared) / lost.total;
    if score < ENOUGH || telling * 3 < all_telling || (telling == 0 && score < 0.9) {
        return None;
    }
    let (first, last) = (pairs.first()?, pairs.last()?);
    let begin = first.1.saturating_sub(first.0);
    let end = (last.1 + said.len() - last.0).min(held.len());
    // Words strewn over a long passage were not quoted from it.
    if last.1 + 1 - first.1 > 2 * said.len() {
        return None;
    }
    let (begin, end) = with_moved(said, &held, &pairs, begin, end);
    let covered = Span { start: stream.words[begin].from(), end: stream.words[end - 1].till() };
    let covered = to_white_space(&stream, covered);
    Some(Passage {
        score: score - SENTENCE_MORE * sentences.len() as f64,
        span: Span { start: sentences.first()?.start, end: sentences.last()?.end },
        covered: stream.raw(covered.start, covered.end),
    })
}

/// Takes in a word that stands just outside the covered words and that the quotation has elsewhere:
/// it was moved.
fn with_moved(
    said: &[String],
    held: &[&str],
    pairs: &[(usize, usize)],
    begin: usize,
    end: usize,
) -> (usize, usize) {
    let lone: Vec<&str> = (0..said.len())
        .filter(|at| pairs.iter().all(|(paired, _)| paired != at))
        .map(|at| said[at].as_str())
        .collect();
    let before = begin.saturating_sub(BESIDE)..begin;
    let after = end..(end + BESIDE).min(held.len());
    let begin = before.clone().find(|at| lone.contains(&held[*at])).unwrap_or(begin);
    let end = after.rev().find(|at| lone.contains(&held[*at])).map_or(end, |at| at + 1);
    (begin, end)
}

/// Widens a span so that no word loses its marks.
fn to_white_space(stream: &Stream, span: Span) -> Span {
    let lead = stream.before(span.start).chars().rev().take_while(|c| !c.is_whitespace());
    let tail = stream.after(span.end).chars().take_while(|c| !c.is_whitespace());
    Span {
        start: span.start - lead.map(char::len_utf8).sum::<usize>(),
        end: span.end + tail.map(char::len_utf8).sum::<usize>(),
    }
}
