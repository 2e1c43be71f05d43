//! Where the time of a pack goes: the spans of the writer, summed.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

#[derive(Default)]
struct Sums {
    names: Vec<&'static str>,
    open: HashMap<u64, Instant>,
    sums: HashMap<&'static str, Duration>,
}

/// Sums the time in each span by the clock.
#[derive(Default, Clone)]
pub(crate) struct Profile(Arc<Mutex<Sums>>);

impl Profile {
    /// The time in each span while something is done once, in the order the spans began.
    pub(crate) fn of<T>(work: impl FnOnce() -> T) -> Vec<(&'static str, Duration)> {
        let profile = Self::default();
        drop(tracing::subscriber::with_default(profile.clone(), work));
        let sums = profile.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut named: Vec<&'static str> = Vec::new();
        for name in &sums.names {
            if !named.contains(name) {
                named.push(name);
            }
        }
        named.into_iter().map(|name| (name, sums.sums.get(name).copied().unwrap_or_default())).collect()
    }
}

impl Subscriber for Profile {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.is_span()
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut sums = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        sums.names.push(span.metadata().name());
        Id::from_u64(sums.names.len() as u64)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, _: &Event<'_>) {}

    fn enter(&self, span: &Id) {
        let mut sums = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        sums.open.insert(span.into_u64(), Instant::now());
    }

    fn exit(&self, span: &Id) {
        let mut sums = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(began) = sums.open.remove(&span.into_u64()) else { return };
        let name = sums.names[span.into_u64() as usize - 1];
        *sums.sums.entry(name).or_default() += began.elapsed();
    }
}
