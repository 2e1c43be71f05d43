//! The library's list, and what a search finds in it.

use crate::{Desk, SourceRow, Trouble};
use packhorse_library::{Entry, Hit};
use packhorse_model::SourceId;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use ts_rs::TS;

/// The most hits a search shows.
const MOST: usize = 60;

/// Asks for the library's list, and for hits when words are given.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LibraryRequest {
    /// Words to find.
    pub words: Option<String>,
}

/// A piece of a snippet.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SnippetPart {
    /// The words.
    pub text: String,
    /// Whether they were asked for.
    pub hit: bool,
}

/// A paragraph that holds the words.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HitRow {
    /// The source.
    pub source: String,
    /// Its title.
    pub title: String,
    /// The page.
    pub page: Option<u32>,
    /// Some of the words around.
    pub snippet: Vec<SnippetPart>,
    /// The first byte of the paragraph.
    #[ts(type = "number")]
    pub start: usize,
}

/// What a search finds.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Hits {
    /// The hits, best first.
    pub hits: Vec<HitRow>,
}

/// The library's list and the hits. It never crosses to the window, which shows a part of the list.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LibraryReply {
    /// All sources; with words, those with hits.
    pub sources: Vec<SourceRow>,
    /// The hits, best first.
    pub hits: Vec<HitRow>,
}

impl Desk {
    /// What a search finds; nothing without words.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn find(&self, request: &LibraryRequest) -> Result<Hits, Trouble> {
        let _span = tracing::info_span!("find").entered();
        let Some(words) = request.words() else { return Ok(Hits { hits: Vec::new() }) };
        let found = self.library().search(words, MOST)?;
        Ok(Hits { hits: found.into_iter().map(HitRow::of).collect() })
    }

    /// The library's whole list, and what a search finds in it.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn list(&self, request: &LibraryRequest) -> Result<LibraryReply, Trouble> {
        let _span = tracing::info_span!("list").entered();
        let library = self.library();
        let entries = library.sources()?;
        let Some(words) = request.words() else {
            let sources = entries.iter().map(SourceRow::of).collect();
            return Ok(LibraryReply { sources, hits: Vec::new() });
        };
        let found = library.search(words, MOST)?;
        let hit: HashSet<SourceId> = found.iter().map(|hit| hit.source).collect();
        let named = words.to_lowercase();
        let names = |text: &str| text.to_lowercase().contains(&named);
        let fits = |entry: &&Entry| {
            let council = entry.facts.authority.as_ref();
            hit.contains(&entry.id)
                || names(&entry.title)
                || council.is_some_and(|council| names(&council.value))
        };
        let sources = entries.iter().filter(fits).map(SourceRow::of).collect();
        Ok(LibraryReply { sources, hits: found.into_iter().map(HitRow::of).collect() })
    }
}

impl LibraryRequest {
    fn words(&self) -> Option<&str> {
        self.words.as_deref().map(str::trim).filter(|words| !words.is_empty())
    }
}

impl HitRow {
    fn of(hit: Hit) -> Self {
        let parts = hit.snippet.into_iter().map(|part| SnippetPart { text: part.text, hit: part.hit });
        Self {
            source: hit.source.to_string(),
            title: hit.title,
            page: hit.page,
            snippet: parts.collect(),
            start: hit.span.start,
        }
    }
}
