//! A source that quotations are held against.

use super::Check;
use super::difference::{Closeness, difference};
use super::parts::{Join, Parts};
use super::stream::{Stream, Words};
use super::verdict::judge;
use crate::sentence::sentences;
use packhorse_model::{BlockKind, Source, Span, Verdict};

/// How many words dots may stand for before two passages are no longer one quotation.
const LONGEST_OMISSION: usize = 60;
/// How many words of the source an insertion may take the place of.
const LONGEST_REPLACED: usize = 6;
/// How many places of a part are tried.
const MOST_PLACES: usize = 50;
/// Words that turn a sentence round when they are left out or put in.
const TURNING: [&str; 14] = [
    "not", "no", "never", "none", "nor", "neither", "cannot", "without", "few", "little", "hardly", "rarely",
    "unless", "nothing",
];
/// Words that say how many or how often, and may not be put in by whoever quotes.
const AMOUNTS: [&str; 12] =
    ["all", "every", "each", "always", "most", "many", "some", "only", "fully", "everyone", "more", "less"];
/// Words whose absence a reader should know of, although dots may stand for them.
const LIMITING: [&str; 14] = [
    "most",
    "mostly",
    "some",
    "usually",
    "often",
    "sometimes",
    "partly",
    "but",
    "although",
    "however",
    "except",
    "while",
    "generally",
    "largely",
];

/// A source made ready to be searched.
#[derive(Debug)]
pub(super) struct Witness<'a> {
    pub(super) source: &'a Source,
    /// Running text without what stands between pages, cut at headings and table cells.
    pub(super) runs: Vec<Stream<'a>>,
    /// The sentences of the text, in order.
    pub(super) sentences: Vec<Span>,
}

/// Places of a quotation's parts in one run.
struct Held {
    places: Vec<Words>,
    verdict: Verdict,
    note: Option<String>,
}

impl Held {
    /// Takes note of words in square brackets, and of what they do to the sentence.
    fn insert(&mut self, words: &str) {
        if turning(words).or_else(|| first_of(words, &AMOUNTS)).is_some() {
            self.verdict = Verdict::Differs;
        }
        self.note = Some(format!("The quotation puts in “{words}”."));
    }
}

impl<'a> Witness<'a> {
    /// Makes a source ready.
    pub(super) fn new(source: &'a Source) -> Self {
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
        let runs = runs.into_iter().filter(|run| !run.is_empty());
        Self { source, runs: runs.map(|run| Stream::new(text, run)).collect(), sentences: spans }
    }

    /// The best place where every part stands in order, if there is one.
    pub(super) fn hold(&self, parts: &Parts) -> Option<Check> {
        let streams: Vec<Stream<'_>> = parts.parts.iter().map(|part| Stream::of(&part.text)).collect();
        let held =
            self.runs.iter().filter_map(|run| self.hold_in(run, parts, &streams).map(|held| (run, held)));
        let (run, mut held) = held.min_by_key(|(_, held)| held.verdict)?;
        for inserted in &parts.outside {
            held.insert(inserted);
        }
        let first = held.places.first()?.first;
        let end = held.places.last()?.end;
        let span = run.span(Words { first, end });
        if held.note.is_none()
            && held.verdict <= Verdict::Punctuation
            && ends_early(parts, run.after(span.end))
        {
            held.note = Some("The source’s sentence goes on after these words.".to_owned());
        }
        let closeness = if held.verdict == Verdict::Differs { Closeness::Letters } else { Closeness::Marks };
        let changes = match held.verdict {
            Verdict::Exact => Vec::new(),
            _ => difference(&run.raw(span.start, span.end), &parts.own_words(), closeness),
        };
        Some(Check {
            verdict: held.verdict,
            source: Some(self.source.id),
            place: Some(self.source.document.place(span)),
            sentence: Some(self.around(span)),
            difference: changes,
            note: held.note,
        })
    }

    fn hold_in(&self, run: &Stream<'_>, parts: &Parts, streams: &[Stream<'_>]) -> Option<Held> {
        let mut open: Vec<Held> = Vec::new();
        for (index, (part, stream)) in parts.parts.iter().zip(streams).enumerate() {
            let found = run.occurrences(stream);
            let mut next: Vec<Held> = Vec::new();
            for place in found.into_iter().take(MOST_PLACES * 4) {
                let verdict = judge(stream, part.free_initial, run, place, &self.source.document.hyphens);
                if verdict == Verdict::Differs {
                    continue;
                }
                if index == 0 {
                    next.push(Held { places: vec![place], verdict, note: None });
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
    fn join(
        &self,
        run: &Stream<'_>,
        held: &Held,
        place: Words,
        verdict: Verdict,
        join: &Join,
    ) -> Option<Held> {
        let before = *held.places.last()?;
        let gap = place.first.checked_sub(before.end)?;
        let most = match (join.omitted, join.inserted.is_empty()) {
            (true, _) => LONGEST_OMISSION,
            (false, false) => LONGEST_REPLACED,
            (false, true) => 0,
        };
        let between = Span { start: run.words[before.end - 1].till, end: run.words[place.first].from };
        let one_sentence = self.sentences.iter().any(|sentence| sentence.holds(between));
        let short = before.end - before.first == 1 || place.end - place.first == 1;
        if gap > most || ((short || !join.omitted) && !one_sentence) {
            return None;
        }
        let mut places = held.places.clone();
        places.push(place);
        let mut made = Held { places, verdict: held.verdict.max(verdict), note: held.note.clone() };
        if join.omitted && gap == 0 {
            made.verdict = made.verdict.max(Verdict::Punctuation);
        }
        join.inserted.iter().for_each(|inserted| made.insert(inserted));
        let left_out = run.raw(between.start, between.end);
        let turned = turning(&left_out);
        if let Some(word) = turned.clone().or_else(|| first_of(&left_out, &LIMITING)) {
            made.note = Some(format!("The words left out hold “{word}”."));
        }
        if turned.is_some() && one_sentence {
            made.verdict = Verdict::Differs;
        }
        Some(made)
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

/// Whether a quotation ends with a full stop where its source goes on.
fn ends_early(parts: &Parts, after: &str) -> bool {
    let said = parts.parts.last().map_or("", |part| part.text.trim_end_matches(['”', '’', '"', '\'', ' ']));
    let next = after.trim_start_matches(['”', '’', '"', '\'', ')', ']']).chars().next();
    said.ends_with('.') && next.is_some_and(|c| !matches!(c, '.' | '?' | '!' | ';' | ':'))
}

/// The first word that turns a sentence round.
pub(crate) fn turning(words: &str) -> Option<String> {
    first_of(words, &TURNING).or_else(|| each_word(words).into_iter().find(|word| word.ends_with("n't")))
}

fn first_of(words: &str, wanted: &[&str]) -> Option<String> {
    each_word(words).into_iter().find(|word| wanted.contains(&word.as_str()))
}

fn each_word(words: &str) -> Vec<String> {
    let lower = words.to_lowercase().replace('’', "'");
    lower.split(|c: char| !(c.is_alphanumeric() || c == '\'')).map(str::to_owned).collect()
}
