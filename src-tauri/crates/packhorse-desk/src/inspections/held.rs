//! What papers quote, as it was found last. It takes long to find and is small to keep.

use super::Quoted;
use packhorse_library::Entry;
use packhorse_model::SourceId;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Arc, Mutex, PoisonError};

/// What papers quote, by the paper.
type AllQuoted = Arc<HashMap<SourceId, Quoted>>;

/// What papers quote, and a digest of the library it was found in.
#[derive(Debug, Default)]
pub(crate) struct Held(Mutex<Option<(u64, AllQuoted)>>);

impl Held {
    /// What papers quote, when nothing has changed since that could move one.
    pub(super) fn of(&self, entries: &[Entry]) -> Option<AllQuoted> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (state, quoted) = known.as_ref()?;
        (*state == state_of(entries)).then(|| Arc::clone(quoted))
    }

    /// Keeps what was found, unless the library changed on the way.
    pub(super) fn keep(&self, before: &[Entry], after: &[Entry], quoted: &AllQuoted) {
        let state = state_of(after);
        if state == state_of(before) {
            *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((state, Arc::clone(quoted)));
        }
    }
}

/// A digest of all that decides which inspection a paper quotes: a text never changes, and what else is
/// known of a document is not asked there.
fn state_of(entries: &[Entry]) -> u64 {
    let mut state = DefaultHasher::new();
    for entry in entries {
        let facts = &entry.facts;
        entry.id.hash(&mut state);
        facts.is_primary().hash(&mut state);
        facts.source_kind.value.id().hash(&mut state);
        facts.kind.as_ref().map(|fact| &fact.value).hash(&mut state);
        facts.authority.as_ref().map(|fact| &fact.value).hash(&mut state);
        facts.inspected.as_ref().map(|fact| fact.value).hash(&mut state);
        facts.published.as_ref().map(|fact| fact.value).hash(&mut state);
    }
    state.finish()
}

#[cfg(test)]
mod tests;
