//! Documents of the library, as rows: those that fit, and no more than are asked for.

use crate::inspections::is;
use crate::rows::{kind_words, order};
use crate::{Desk, SourceRow, Trouble};
use packhorse_library::Entry;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

/// Asks for documents. What is left out may be anything.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct PapersRequest {
    /// Words, each of which stands in the title, the kind, the council or the name of the file.
    #[ts(optional, as = "Option<String>")]
    pub words: String,
    /// Only these, in this order.
    #[ts(optional)]
    pub ids: Option<Vec<String>>,
    /// The council; “–” asks for documents whose council is not known.
    #[ts(optional, as = "Option<String>")]
    pub council: String,
    /// Ids of kinds of document; any when empty.
    #[ts(optional, as = "Option<Vec<String>>")]
    pub kinds: Vec<String>,
    /// Only those with facts to check.
    #[ts(optional, as = "Option<bool>")]
    pub waiting: bool,
    /// Only those brought in since then, in milliseconds since 1970.
    #[ts(optional, type = "number")]
    pub since: Option<i64>,
    /// The newest first; otherwise in the order they were brought in or asked for.
    #[ts(optional, as = "Option<bool>")]
    pub newest: bool,
    /// How many to give at most.
    pub most: u32,
}

/// Documents of the library.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Papers {
    /// The first of those that fit.
    pub sources: Vec<SourceRow>,
    /// How many fit.
    pub total: u32,
}

impl Desk {
    /// Documents of the library.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn list_papers(&self, request: &PapersRequest) -> Result<Papers, Trouble> {
        let _span = tracing::info_span!("list_papers").entered();
        let entries = self.library().sources()?;
        let mut fitting: Vec<&Entry> = match &request.ids {
            Some(ids) => named(&entries, ids),
            None => entries.iter().collect(),
        };
        let words: Vec<String> = request.words.split_whitespace().map(str::to_lowercase).collect();
        fitting.retain(|entry| request.fits(entry) && holds(entry, &words));
        if request.newest {
            fitting.sort_by_cached_key(|entry| std::cmp::Reverse(order(&entry.facts)));
        }
        let most = usize::try_from(request.most).unwrap_or(usize::MAX);
        Ok(Papers {
            sources: fitting.iter().take(most).map(|entry| SourceRow::of(entry)).collect(),
            total: u32::try_from(fitting.len()).unwrap_or(u32::MAX),
        })
    }
}

impl PapersRequest {
    fn fits(&self, entry: &Entry) -> bool {
        let facts = &entry.facts;
        is(&self.council, facts.authority.as_ref().map(|fact| fact.value.as_str()))
            && (self.kinds.is_empty() || self.kinds.iter().any(|kind| kind == facts.source_kind.value.id()))
            && (!self.waiting || entry.to_check > 0)
            && self.since.is_none_or(|since| entry.added.timestamp_millis() >= since)
    }
}

/// The documents with these ids, in their order. One that is not here is left out.
fn named<'a>(entries: &'a [Entry], ids: &[String]) -> Vec<&'a Entry> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    for (place, id) in ids.iter().enumerate() {
        places.entry(id).or_insert(place);
    }
    let mut found: Vec<(usize, &Entry)> = entries
        .iter()
        .filter_map(|entry| Some((*places.get(entry.id.to_string().as_str())?, entry)))
        .collect();
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().map(|(_, entry)| entry).collect()
}

/// Whether each of the words stands somewhere in what a list shows of a document.
fn holds(entry: &Entry, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let council = entry.facts.authority.as_ref().map_or("", |fact| fact.value.as_str());
    let said = format!("{} {} {council} {}", entry.title, kind_words(&entry.facts), entry.file_name);
    let said = said.to_lowercase();
    words.iter().all(|word| said.contains(word.as_str()))
}

#[cfg(test)]
mod tests;
