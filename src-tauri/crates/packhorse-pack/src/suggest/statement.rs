//! What people said about an inspection.

use crate::Pick;
use crate::sentence::sentences;
use crate::speaker::{Voice, named, voice};
use chrono::NaiveDate;
use packhorse_model::{Bearing, Confidence, Quotation, Source, Span};

/// The longest statement that is taken whole, in words.
const LONGEST: usize = 60;
/// How many days before the newest inspection a paper may be and still speak of it.
const TOO_OLD: i64 = 400;
/// A longer one is cut at a sentence after so many words.
const ENOUGH: usize = 40;

/// Statements of people, each speaker's first before any speaker's second, the council's first.
pub(super) fn statements(sources: &[&Source], newest: Option<NaiveDate>) -> Vec<Pick> {
    let mut found: Vec<(usize, Voice, usize, Pick)> = Vec::new();
    let mut heard: Vec<String> = Vec::new();
    let public = sources.iter().filter(|source| !source.facts.is_primary());
    for source in public.filter(|source| speaks_of(source, newest)) {
        // A statement whose speaker cannot be printed is nobody's.
        let printable = |said: &&Quotation| said.confidence == Confidence::Sure && named(said).is_some();
        for said in source.facts.quotations.iter().filter(|said| !said.of_inspectors).filter(printable) {
            let Some(speaker) = said.speaker.as_ref().or(said.role.as_ref()) else { continue };
            let Some(quote) = whole(source, said).and_then(|span| source.quote(span)) else { continue };
            // The same words stand in several papers: the first paper counts.
            let words: String = quote.words().chars().filter(|c| c.is_alphanumeric()).collect();
            if quote.words().split_whitespace().count() < 6 || heard.contains(&words) {
                continue;
            }
            let turn = found.iter().filter(|(.., pick)| same_speaker(sources, pick, speaker)).count();
            heard.push(words);
            let pick = Pick::new(quote.stored(), Bearing::Statement);
            found.push((turn, voice(source, said.span), found.len(), pick));
        }
    }
    found.sort_by_key(|(turn, voice, order, _)| (*turn, *voice, *order));
    found.into_iter().map(|(.., pick)| pick).collect()
}

/// Whether a paper can speak of the newest inspection: one without a day, or from long before it,
/// most likely speaks of another.
fn speaks_of(source: &Source, newest: Option<NaiveDate>) -> bool {
    let Some(newest) = newest else { return true };
    let said = source.facts.published.as_ref().map(|fact| fact.value.earliest());
    said.is_some_and(|said| (newest - said).num_days() <= TOO_OLD)
}

fn same_speaker(sources: &[&Source], pick: &Pick, speaker: &str) -> bool {
    let source = sources.iter().find(|source| source.id == pick.quote.source);
    let said = source.and_then(|source| crate::speaker::quotation(source, pick.quote.span));
    let name = |name: &str| name.split_whitespace().next_back().unwrap_or("").to_lowercase();
    said.and_then(|said| said.speaker.as_ref().or(said.role.as_ref()))
        .is_some_and(|known| name(known) == name(speaker))
}

/// The part of a quotation that is picked: all of it, or whole sentences of its first paragraph,
/// without the comma that the sentence around it needs.
fn whole(source: &Source, said: &Quotation) -> Option<Span> {
    let span = part(source, said)?;
    let words = source.document.text.get(span.range())?;
    let kept = words.trim_end_matches(|c: char| matches!(c, ',' | ';') || c.is_whitespace());
    (!kept.is_empty()).then_some(Span { start: span.start, end: span.start + kept.len() })
}

fn part(source: &Source, said: &Quotation) -> Option<Span> {
    let document = &source.document;
    let (_, block) = document.block_at(said.span.start)?;
    let words = |span: Span| document.text.get(span.range()).unwrap_or("").split_whitespace().count();
    if block.span.holds(said.span) && words(said.span) <= LONGEST {
        return Some(said.span);
    }
    let within = Span { start: said.span.start, end: said.span.end.min(block.span.end) };
    let mut taken: Option<Span> = None;
    for sentence in sentences(&document.text, within) {
        let longer = Span { start: within.start, end: sentence.end };
        if taken.is_some() && words(longer) > ENOUGH {
            break;
        }
        taken = Some(longer);
    }
    taken
}
