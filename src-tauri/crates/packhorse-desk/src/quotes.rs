//! Quotes: picked, changed, listed.

use crate::{Desk, Trouble, said};
use packhorse_library::{Library, NewQuote, Picked, QuoteFilter, Use};
use packhorse_model::{Bearing, QuoteId, Source, SourceId, Span};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

mod primary;

/// Asks to pick words.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Pick {
    /// The source.
    pub source: String,
    /// First byte of the words in the source's text.
    #[ts(type = "number")]
    pub start: usize,
    /// One past the last byte.
    #[ts(type = "number")]
    pub end: usize,
    /// What they are used for.
    #[ts(type = "\"strength\" | \"improve\" | \"priority\" | \"statement\" | \"context\"")]
    pub bearing: Bearing,
    /// A note.
    pub note: Option<String>,
}

/// Asks for quotes.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuotesRequest {
    /// Words they hold.
    pub words: Option<String>,
    /// Their source.
    pub source: Option<String>,
}

/// Names a quote.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuoteRequest {
    /// The quote's id.
    pub quote: String,
}

/// Asks to use a quote otherwise.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeQuote {
    /// The quote's id.
    pub quote: String,
    /// What it is used for.
    #[ts(type = "\"strength\" | \"improve\" | \"priority\" | \"statement\" | \"context\"")]
    pub bearing: Bearing,
    /// A note.
    pub note: Option<String>,
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
    /// “Ofsted, letter of 10 September 2026, page 2”.
    pub citation: String,
    /// A note.
    pub note: Option<String>,
    /// What the check showed; inspectors' words are what their document says.
    #[ts(type = "\"exact\" | \"punctuation\" | \"differs\" | \"not-found\" | \"no-source\" | null")]
    pub verdict: Option<packhorse_model::Verdict>,
    /// The citation of the inspectors' own document that holds the same words, when the quote stands
    /// in another: it can be cited from there.
    pub primary: Option<String>,
    /// Titles of the packs that use it.
    pub used_in: Vec<String>,
    /// Whether the words are no longer what the source holds.
    pub altered: bool,
}

/// Quotes.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Quotes {
    /// The quotes, in the order they were picked.
    pub quotes: Vec<QuoteCard>,
}

impl Desk {
    /// Picks words of a source.
    ///
    /// # Errors
    ///
    /// When the span holds no words of the source.
    pub fn pick(&self, request: &Pick) -> Result<QuoteCard, Trouble> {
        let _span = tracing::info_span!("pick").entered();
        let id: SourceId = crate::desk_id(&request.source)?;
        let mut library = self.library();
        let source = library.source(id)?;
        let span = Span { start: request.start, end: request.end };
        let quote = source.quote(span).ok_or_else(|| {
            Trouble::fixable(
                "Nothing was picked, because no whole words were selected.",
                "Select the words again.",
            )
        })?;
        let usage = Use { bearing: request.bearing, edits: Vec::new(), note: tidy(request.note.clone()) };
        let picked = library.pick(&NewQuote { quote: quote.stored(), usage })?;
        card(&library, picked)
    }

    /// Lists quotes.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn quotes(&self, request: &QuotesRequest) -> Result<Quotes, Trouble> {
        let _span = tracing::info_span!("quotes").entered();
        let ready = self.ready()?;
        let witnesses = ready.witnesses();
        let library = self.library();
        let source = request.source.as_deref().map(crate::desk_id).transpose()?;
        let filter = QuoteFilter { source, bearing: None, words: tidy(request.words.clone()) };
        let picked = library.quotes(&filter)?;
        let used = uses(&library)?;
        let mut sources: HashMap<SourceId, Source> = HashMap::new();
        let mut cards = Vec::with_capacity(picked.len());
        for quote in picked {
            let id = quote.quote.source;
            if let std::collections::hash_map::Entry::Vacant(place) = sources.entry(id) {
                place.insert(library.source(id)?);
            }
            cards.push((made(&quote, &sources[&id], &used), quote));
        }
        // Nobody waits for the library while words are compared.
        drop(library);
        let cards = cards.into_iter().map(|(card, quote)| {
            let offer = primary::offer(&sources[&quote.quote.source], &quote, &witnesses);
            QuoteCard { primary: offer.map(|offer| offer.citation), ..card }
        });
        let cards = cards.collect();
        Ok(Quotes { quotes: cards })
    }

    /// Uses a quote otherwise.
    ///
    /// # Errors
    ///
    /// When there is no such quote.
    pub fn change_quote(&self, request: &ChangeQuote) -> Result<QuoteCard, Trouble> {
        let _span = tracing::info_span!("change_quote").entered();
        let id: QuoteId = crate::desk_id(&request.quote)?;
        let mut library = self.library();
        let edits = library.quote(id)?.usage.edits;
        library
            .change_quote(id, &Use { bearing: request.bearing, edits, note: tidy(request.note.clone()) })?;
        card(&library, id)
    }

    /// Removes a quote.
    ///
    /// # Errors
    ///
    /// When there is no such quote.
    pub fn remove_quote(&self, request: &QuoteRequest) -> Result<(), Trouble> {
        let _span = tracing::info_span!("remove_quote").entered();
        Ok(self.library().remove_quote(crate::desk_id(&request.quote)?)?)
    }
}

fn tidy(words: Option<String>) -> Option<String> {
    words.map(|words| words.trim().to_owned()).filter(|words| !words.is_empty())
}

fn card(library: &Library, id: QuoteId) -> Result<QuoteCard, Trouble> {
    let picked = library.quote(id)?;
    let source = library.source(picked.quote.source)?;
    Ok(made(&picked, &source, &uses(library)?))
}

/// The titles of the packs that use each quote.
fn uses(library: &Library) -> Result<HashMap<String, Vec<String>>, Trouble> {
    let mut used: HashMap<String, Vec<String>> = HashMap::new();
    for pack in library.packs()? {
        let Ok(form) = crate::PackForm::of(&pack) else { continue };
        for quote in form.quotes {
            used.entry(quote).or_default().push(pack.draft.title.clone());
        }
    }
    Ok(used)
}

fn made(picked: &Picked, source: &Source, used: &HashMap<String, Vec<String>>) -> QuoteCard {
    let id = picked.id.to_string();
    let quote = source.requote(&picked.quote);
    QuoteCard {
        source: source.id.to_string(),
        source_title: source.title().to_owned(),
        authority: source.facts.authority.as_ref().map(|fact| fact.value.clone()),
        words: picked.quote.words.clone(),
        bearing: picked.usage.bearing,
        citation: said::citation(source, Some(source.document.place(picked.quote.span))),
        note: picked.usage.note.clone(),
        verdict: source
            .facts
            .is_primary()
            .then_some(packhorse_model::Verdict::Exact)
            .filter(|_| quote.is_ok()),
        primary: None,
        used_in: used.get(&id).cloned().unwrap_or_default(),
        altered: quote.is_err(),
        id,
    }
}

#[cfg(test)]
mod tests;
