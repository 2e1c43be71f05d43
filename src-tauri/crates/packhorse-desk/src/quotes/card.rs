//! A quote as a card.

use crate::{DifferencePart, Trouble, said};
use packhorse_library::{Library, Picked};
use packhorse_model::composed::Piece;
use packhorse_model::{Bearing, Edit, Quotation, QuoteId, Source, Verdict, Weight, theme_label, themes};
use packhorse_pack::Witnesses;
use serde::Serialize;
use std::collections::HashMap;
use ts_rs::TS;

/// A piece of a quote as a pack shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuotePart {
    /// `words` of the source, `omitted` words or `inserted` ones.
    #[ts(type = "\"words\" | \"omitted\" | \"inserted\"")]
    pub what: String,
    /// The words; for those left out, the sign that stands for them.
    pub text: String,
}

/// What the source holds now where a quote was picked, or nearest to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NowThere {
    /// First byte of the words in the source's text.
    #[ts(type = "number")]
    pub start: usize,
    /// One past the last byte.
    #[ts(type = "number")]
    pub end: usize,
    /// The words that are there now.
    pub words: String,
    /// Where they stand.
    pub citation: String,
    /// What differs, word by word.
    pub difference: Vec<DifferencePart>,
}

/// A quote as a card.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuoteCard {
    /// Its id.
    pub id: String,
    /// Its source.
    pub source: String,
    /// The source's title.
    pub source_title: String,
    /// The council.
    pub authority: Option<String>,
    /// The words, exactly.
    pub words: String,
    /// What it is used for.
    #[ts(type = "\"strength\" | \"improve\" | \"priority\" | \"statement\" | \"context\"")]
    pub bearing: Bearing,
    /// “Ofsted, 10 September 2026, p. 2”.
    pub citation: String,
    /// A note.
    pub note: Option<String>,
    /// Permitted edits, in bytes of the words.
    #[ts(
        type = "Array<{ edit: \"omit\", span: { start: number, end: number } } | { edit: \"insert\", at: number, words: string }>"
    )]
    pub edits: Vec<Edit>,
    /// The quote as a pack shows it.
    pub shown: Vec<QuotePart>,
    /// Whether it must, should or could be in a pack, when somebody said.
    #[ts(type = "\"must\" | \"should\" | \"could\" | null")]
    pub weight: Option<Weight>,
    /// Who said the words: the inspectors or, in other papers, whom they name.
    pub speaker: Option<String>,
    /// Plain names of the themes the words touch.
    pub themes: Vec<String>,
    /// What the check showed; inspectors' words are what their document says.
    #[ts(type = "\"exact\" | \"punctuation\" | \"differs\" | \"not-found\" | \"no-source\" | null")]
    pub verdict: Option<Verdict>,
    /// The citation of the inspectors' own document that holds the same words, when the quote stands
    /// in another: it can be cited from there.
    pub primary: Option<String>,
    /// Titles of the packs that use it.
    pub used_in: Vec<String>,
    /// Whether the words are no longer what the source holds.
    pub altered: bool,
    /// For an altered quote, what comes nearest to it in the source now.
    pub now: Option<NowThere>,
}

pub(super) fn card(library: &Library, id: QuoteId) -> Result<QuoteCard, Trouble> {
    let picked = library.quote(id)?;
    let source = library.source(picked.quote.source)?;
    Ok(made(&picked, &source, &uses(library)?))
}

/// The titles of the packs that use each quote.
pub(super) fn uses(library: &Library) -> Result<HashMap<String, Vec<String>>, Trouble> {
    let mut used: HashMap<String, Vec<String>> = HashMap::new();
    for pack in library.packs()? {
        let Ok(form) = crate::PackForm::of(&pack) else { continue };
        for quote in form.quotes {
            used.entry(quote).or_default().push(pack.draft.title.clone());
        }
    }
    Ok(used)
}

pub(super) fn made(picked: &Picked, source: &Source, used: &HashMap<String, Vec<String>>) -> QuoteCard {
    let id = picked.id.to_string();
    let quote = source.requote(&picked.quote);
    let words = &picked.quote.words;
    QuoteCard {
        source: source.id.to_string(),
        source_title: source.title().to_owned(),
        authority: source.facts.authority.as_ref().map(|fact| fact.value.clone()),
        words: words.clone(),
        bearing: picked.usage.bearing,
        citation: source.citation(Some(&source.document.place(picked.quote.span))),
        note: picked.usage.note.clone(),
        shown: parts(words, &picked.usage.edits),
        edits: picked.usage.edits.clone(),
        weight: picked.usage.weight,
        speaker: speaker(picked, source),
        themes: themes(words).into_iter().filter_map(|hit| theme_label(hit.id)).map(str::to_owned).collect(),
        verdict: source.facts.is_primary().then_some(Verdict::Exact).filter(|_| quote.is_ok()),
        primary: None,
        used_in: used.get(&id).cloned().unwrap_or_default(),
        altered: quote.is_err(),
        now: None,
        id,
    }
}

/// The words with their edits made; whole when the edits do not fit them.
fn parts(words: &str, edits: &[Edit]) -> Vec<QuotePart> {
    let pieces = packhorse_pack::shown(words, edits).unwrap_or_else(|_| vec![Piece::Words(words.to_owned())]);
    let part = |piece| match piece {
        Piece::Words(text) => QuotePart { what: "words".to_owned(), text },
        Piece::Omitted => QuotePart { what: "omitted".to_owned(), text: "[…]".to_owned() },
        Piece::Inserted(words) => QuotePart { what: "inserted".to_owned(), text: format!("[{words}]") },
    };
    pieces.into_iter().map(part).collect()
}

/// Who said the words; none when the paper names nobody.
fn speaker(picked: &Picked, source: &Source) -> Option<String> {
    if source.facts.is_primary() {
        return Some("Inspectors".to_owned());
    }
    let span = picked.quote.span;
    let touches = |said: &&Quotation| said.span.start < span.end && span.start < said.span.end;
    let said = source.facts.quotations.iter().find(touches)?;
    if said.of_inspectors {
        return Some("Inspectors, as quoted".to_owned());
    }
    said.speaker.clone().or_else(|| said.role.clone()).or_else(|| said.organisation.clone())
}

/// What comes nearest to a quote in its source now; none when nothing does.
pub(super) fn now_there(source: &Source, picked: &Picked) -> Option<NowThere> {
    let check = Witnesses::new(&[source]).check(&picked.quote.words);
    let place = check.place?;
    let there = source.quote(place.span)?;
    Some(NowThere {
        start: place.span.start,
        end: place.span.end,
        words: there.words().to_owned(),
        citation: source.citation(Some(&place)),
        difference: check.difference.into_iter().map(said::part).collect(),
    })
}
