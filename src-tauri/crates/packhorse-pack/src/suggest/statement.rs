//! What people said about an inspection.

use crate::Pick;
use crate::sentence::sentences;
use crate::speaker::{Voice, voice};
use packhorse_model::{Bearing, Quotation, Source, Span};

/// The longest statement that is taken whole, in words.
const LONGEST: usize = 60;
/// A longer one is cut at a sentence after so many words.
const ENOUGH: usize = 40;

/// Statements of people, each speaker's first before any speaker's second, the council's first.
pub(super) fn statements(sources: &[&Source]) -> Vec<Pick> {
    let mut found: Vec<(usize, Voice, usize, Pick)> = Vec::new();
    let mut heard: Vec<String> = Vec::new();
    for source in sources.iter().filter(|source| !source.facts.is_primary()) {
        for said in source.facts.quotations.iter().filter(|said| !said.of_inspectors) {
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

fn same_speaker(sources: &[&Source], pick: &Pick, speaker: &str) -> bool {
    let source = sources.iter().find(|source| source.id == pick.quote.source);
    let said = source.and_then(|source| crate::speaker::quotation(source, pick.quote.span));
    let name = |name: &str| name.split_whitespace().next_back().unwrap_or("").to_lowercase();
    said.and_then(|said| said.speaker.as_ref().or(said.role.as_ref()))
        .is_some_and(|known| name(known) == name(speaker))
}

/// The part of a quotation that is picked: all of it, or whole sentences of its first paragraph.
fn whole(source: &Source, said: &Quotation) -> Option<Span> {
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
