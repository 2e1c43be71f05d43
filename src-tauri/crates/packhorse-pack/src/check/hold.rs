//! Looks for the parts of a quotation in a document, in order.

use super::Check;
use super::difference::difference;
use super::edge::{GOES_ON, ends_early};
use super::parts::{Join, Parts};
use super::stream::{Stream, Words};
use super::turning::{amount, left_out, limiting, telling, turned_by, turning};
use super::verdict::judge;
use super::witness::Witness;
use packhorse_model::{Span, Verdict};

/// How many words dots may stand for before two passages are no longer one quotation.
const LONGEST_OMISSION: usize = 60;
/// How many words of the source an insertion may take the place of.
const LONGEST_REPLACED: usize = 6;
/// How many places of a part are tried.
const MOST_PLACES: usize = 50;

/// A quotation's parts, made ready to be looked for.
#[derive(Debug)]
pub(super) struct Sought {
    pub(super) parts: Parts,
    streams: Vec<Stream>,
}

impl Sought {
    /// Makes parts ready.
    pub(super) fn new(parts: Parts) -> Self {
        let streams = parts.parts.iter().map(|part| Stream::of(&part.text)).collect();
        Self { parts, streams }
    }
}

/// Places of a quotation's parts in one run.
struct Held {
    places: Vec<Words>,
    verdict: Verdict,
    note: Option<String>,
    meaning: Option<String>,
}

impl Held {
    /// Takes note of words in square brackets, and of what they do to the sentence.
    fn insert(&mut self, words: &str) {
        if turning(words).or_else(|| amount(words)).is_some() {
            self.verdict = Verdict::Differs;
        }
        if let Some(word) = telling(words) {
            self.meaning = Some(format!("“{word}” was put in, which can turn the meaning."));
        }
        self.note = Some(format!("The quotation puts in “{words}”."));
    }

    /// Takes note of words that dots or brackets stand for, and of what their loss does.
    fn omit(&mut self, words: &str, in_one_sentence: bool) {
        let turned = turning(words);
        if let Some(word) = turned.clone().or_else(|| limiting(words)) {
            self.note = Some(format!("The words left out hold “{word}”."));
        }
        if let Some(word) = telling(words) {
            self.meaning = Some(left_out(&word));
        }
        if turned.is_some() && in_one_sentence {
            self.verdict = Verdict::Differs;
        }
    }
}

impl Witness<'_> {
    /// The best place where every part stands in order, if there is one.
    pub(super) fn hold(&self, sought: &Sought) -> Option<Check> {
        if !sought.streams.iter().all(|part| self.sieve.may_hold(&part.letters)) {
            return None;
        }
        let parts = &sought.parts;
        let held = self.runs.iter().filter_map(|run| self.hold_in(run, sought).map(|held| (run, held)));
        let (run, mut held) = held.min_by_key(|(_, held)| held.verdict)?;
        for inserted in &parts.outside {
            held.insert(inserted);
        }
        let first = held.places.first()?.first;
        let end = held.places.last()?.end;
        let span = run.span(Words { first, end });
        if held.note.is_none() && held.verdict <= Verdict::Punctuation {
            let goes_on = ends_early(parts, run.after(span.end)).then(|| GOES_ON.to_owned());
            held.note = self.cut_at_the_edges(run, span).or(goes_on);
        }
        let changes = match held.verdict {
            Verdict::Exact => Vec::new(),
            _ => difference(&run.raw(span.start, span.end), &parts.own_words()),
        };
        Some(Check {
            verdict: held.verdict,
            source: Some(self.id()),
            place: Some(self.source.document.place(span)),
            sentence: Some(self.around(span)),
            meaning: held.meaning.or_else(|| turned_by(&changes)),
            difference: changes,
            note: held.note,
        })
    }

    fn hold_in(&self, run: &Stream, sought: &Sought) -> Option<Held> {
        let mut open: Vec<Held> = Vec::new();
        for (index, (part, stream)) in sought.parts.parts.iter().zip(&sought.streams).enumerate() {
            let found = run.occurrences(stream);
            let mut next: Vec<Held> = Vec::new();
            for place in found.into_iter().take(MOST_PLACES * 4) {
                let verdict = judge(stream, part.free_initial, run, place, &self.source.document.hyphens);
                if verdict == Verdict::Differs {
                    continue;
                }
                if index == 0 {
                    next.push(Held { places: vec![place], verdict, note: None, meaning: None });
                }
                next.extend(open.iter().filter_map(|held| self.join(run, held, place, verdict, &part.join)));
            }
            next.sort_by_key(|held| held.verdict);
            next.truncate(MOST_PLACES);
            open = next;
        }
        open.into_iter().next()
    }

    /// Adds a place to those found so far, when dots or brackets can stand for what lies between.
    fn join(&self, run: &Stream, held: &Held, place: Words, verdict: Verdict, join: &Join) -> Option<Held> {
        let before = *held.places.last()?;
        let gap = place.first.checked_sub(before.end)?;
        let most = match (join.omitted, join.inserted.is_empty()) {
            (true, _) => LONGEST_OMISSION,
            (false, false) => LONGEST_REPLACED,
            (false, true) => 0,
        };
        let between = Span { start: run.words[before.end - 1].till(), end: run.words[place.first].from() };
        let one_sentence = self.sentences.iter().any(|sentence| sentence.holds(between));
        let short = before.end - before.first == 1 || place.end - place.first == 1;
        if gap > most || ((short || !join.omitted) && !one_sentence) {
            return None;
        }
        let mut places = held.places.clone();
        places.push(place);
        let mut made = Held {
            places,
            verdict: held.verdict.max(verdict),
            note: held.note.clone(),
            meaning: held.meaning.clone(),
        };
        if join.omitted && gap == 0 {
            made.verdict = made.verdict.max(Verdict::Punctuation);
        }
        join.inserted.iter().for_each(|inserted| made.insert(inserted));
        made.omit(&run.raw(between.start, between.end), one_sentence);
        Some(made)
    }
}
