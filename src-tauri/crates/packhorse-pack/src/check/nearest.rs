//! The sentence a changed quotation most likely came from. It proposes a place and never decides.

use super::Check;
use super::difference::{Closeness, difference};
use super::parts::Parts;
use super::stream::Stream;
use super::witness::Witness;
use packhorse_model::{Span, Verdict};
use std::collections::BTreeMap;

/// How much of a quotation a sentence must share to be the one that was changed.
const ENOUGH: f64 = 0.5;
/// What a sentence more costs, so that the shortest passage wins.
const SENTENCE_MORE: f64 = 0.02;

/// The most sentences of a source that are compared at a time.
const MOST_SENTENCES: usize = 12;
/// The most words of a source that are compared at a time.
const MOST_WORDS: usize = 600;
/// A quotation with so few telling words is that of a sentence only when all of them stand there.
const FEW_TELLING: usize = 3;

/// A passage of a source, compared with a quotation.
struct Passage {
    score: f64,
    span: Span,
    /// The part of the passage that the quotation covers.
    covered: Span,
}

/// The nearest passage of any witness, as a check that says the words differ.
pub(super) fn nearest(parts: &Parts, witnesses: &[Witness<'_>]) -> Option<Check> {
    let said = parts.own_words();
    let stream = Stream::of(&said);
    let words: Vec<String> = stream.words.iter().map(|word| stream.letters_of(*word).to_owned()).collect();
    // What is longer than any passage it would be held against is compared with none.
    if words.is_empty() || words.len() > MOST_WORDS {
        return None;
    }
    let sentence_count = crate::sentences(&said, Span { start: 0, end: said.len() }).len();
    let mut best: Option<(&Witness<'_>, Passage)> = None;
    for witness in witnesses {
        for passage in passages(witness, sentence_count).filter_map(|span| compare(witness, span, &words)) {
            if best.as_ref().is_none_or(|(_, known)| passage.score > known.score) {
                best = Some((witness, passage));
            }
        }
    }
    let (witness, passage) = best?;
    let held = &witness.source.document.text[passage.covered.range()];
    let note = parts.outside.iter().chain(parts.parts.iter().flat_map(|part| &part.join.inserted)).next();
    Some(Check {
        verdict: Verdict::Differs,
        source: Some(witness.source.id),
        place: Some(witness.source.document.place(passage.span)),
        sentence: Some(witness.around(passage.span)),
        difference: difference(held, &said, Closeness::Letters),
        note: note.map(|words| format!("The quotation puts in “{words}”.")),
    })
}

/// Runs of neighbouring sentences, up to one more than the quotation has.
fn passages(witness: &Witness<'_>, sentences: usize) -> impl Iterator<Item = Span> {
    let all = &witness.sentences;
    let text = &witness.source.document.text;
    let words: Vec<usize> = all.iter().map(|span| text[span.range()].split_whitespace().count()).collect();
    (0..all.len()).flat_map(move |first| {
        let most = (first + (sentences + 1).min(MOST_SENTENCES)).min(all.len());
        let mut held = 0;
        let few = words[first..most].iter().take_while(|more| {
            held += **more;
            held <= MOST_WORDS
        });
        let few = few.count();
        (first..first + few).map(move |last| Span { start: all[first].start, end: all[last].end })
    })
}

fn compare(witness: &Witness<'_>, span: Span, said: &[String]) -> Option<Passage> {
    let stream = Stream::new(&witness.source.document.text, vec![span]);
    let held: Vec<&str> = stream.words.iter().map(|word| stream.letters_of(*word)).collect();
    let total: f64 = said.iter().map(|word| weight(word)).sum();
    let shared = shared_anyhow(said, &held);
    // Most sentences share too little to be worth aligning.
    if shared / total < ENOUGH {
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
    let score = (0.75 * in_order + 0.25 * shared) / total;
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
    let covered = Span { start: stream.words[begin].from, end: stream.words[end - 1].till };
    let more = witness.sentences.iter().filter(|sentence| span.holds(**sentence)).count();
    Some(Passage {
        score: score - SENTENCE_MORE * more as f64,
        span,
        covered: to_white_space(&stream, covered),
    })
}

/// Widens a span so that no word loses its marks.
fn to_white_space(stream: &Stream<'_>, span: Span) -> Span {
    let lead = stream.before(span.start).chars().rev().take_while(|c| !c.is_whitespace());
    let tail = stream.after(span.end).chars().take_while(|c| !c.is_whitespace());
    Span {
        start: span.start - lead.map(char::len_utf8).sum::<usize>(),
        end: span.end + tail.map(char::len_utf8).sum::<usize>(),
    }
}

/// The weight of the words both have, in any order.
fn shared_anyhow(said: &[String], held: &[&str]) -> f64 {
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
fn shared_in_order(said: &[String], held: &[&str]) -> (f64, Vec<(usize, usize)>) {
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

/// How much a word says about where it came from.
fn weight(word: &str) -> f64 {
    const SMALL: [&str; 44] = [
        "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have",
        "he", "her", "his", "in", "is", "it", "its", "of", "on", "or", "our", "she", "so", "that", "the",
        "their", "them", "they", "this", "to", "was", "we", "were", "what", "when", "which", "who", "with",
        "you",
    ];
    const EVERYWHERE: [&str; 14] = [
        "authority",
        "care",
        "child",
        "children",
        "childrens",
        "council",
        "families",
        "local",
        "people",
        "services",
        "social",
        "workers",
        "young",
        "staff",
    ];
    if SMALL.contains(&word) {
        0.25
    } else if EVERYWHERE.contains(&word) {
        0.6
    } else {
        1.0
    }
}
