//! Quotes: picked, changed, listed.

use crate::{Desk, Trouble};
use card::{card, made, uses};
use packhorse_library::{NewQuote, QuoteFilter, Use};
use packhorse_model::{Bearing, Source, SourceId, Span};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

mod card;
mod change;
mod primary;

pub use card::{NowThere, QuoteCard, QuotePart};
pub use change::{ChangeQuote, ChangeQuotes, Repick};

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
        let usage = Use {
            bearing: request.bearing,
            edits: Vec::new(),
            note: tidy(request.note.clone()),
            weight: None,
        };
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
        let shelved = self.shelved()?;
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
        let mut quotes = Vec::with_capacity(cards.len());
        for (card, quote) in cards {
            let source = &sources[&quote.quote.source];
            let offer = self.offer(&shelved, source, &quote)?;
            let now = if card.altered { card::now_there(source, &quote) } else { None };
            quotes.push(QuoteCard { primary: offer.map(|offer| offer.citation), now, ..card });
        }
        Ok(Quotes { quotes })
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

#[cfg(test)]
mod tests;
