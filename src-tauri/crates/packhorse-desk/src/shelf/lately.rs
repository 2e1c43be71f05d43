//! The documents that were read last, so that the next quotation does not read them again.

use packhorse_model::{Source, SourceId};
use packhorse_pack::Witness;
use std::collections::HashMap;
use std::sync::Arc;

/// How many bytes of text are kept; folded, they need about seven times as much memory.
const MOST_BYTES: usize = 4 << 20;

/// A document of the library, ready to be used.
#[derive(Debug, Clone)]
pub(crate) enum Paper {
    /// An inspection document, folded to be searched.
    Inspection(Arc<Witness<'static>>),
    /// Anything else.
    Other(Arc<Source>),
}

impl Paper {
    /// Makes a document ready.
    pub(super) fn of(source: Source) -> Self {
        match source.facts.is_primary() {
            true => Self::Inspection(Arc::new(Witness::owning(source))),
            false => Self::Other(Arc::new(source)),
        }
    }

    /// The document itself.
    pub(crate) fn source(&self) -> &Source {
        match self {
            Self::Inspection(witness) => witness.source(),
            Self::Other(source) => source,
        }
    }

    /// The document to hold quotations against, when it is the inspectors' own.
    pub(super) fn witness(self) -> Option<Arc<Witness<'static>>> {
        match self {
            Self::Inspection(witness) => Some(witness),
            Self::Other(_) => None,
        }
    }
}

/// The documents that were read last, up to a number of bytes.
#[derive(Debug, Default)]
pub(super) struct Lately {
    papers: HashMap<SourceId, Read>,
    bytes: usize,
    clock: u64,
}

#[derive(Debug)]
struct Read {
    revision: u32,
    paper: Paper,
    used: u64,
}

impl Lately {
    /// A document, unless it was changed since it was read.
    pub(super) fn get(&mut self, id: SourceId, revision: u32) -> Option<Paper> {
        self.clock += 1;
        let read = self.papers.get_mut(&id).filter(|read| read.revision == revision)?;
        read.used = self.clock;
        Some(read.paper.clone())
    }

    /// Keeps a document, and lets go of those that were not used for longest when they are too many.
    pub(super) fn keep(&mut self, revision: u32, paper: Paper) {
        self.clock += 1;
        self.bytes += size(&paper);
        let read = Read { revision, used: self.clock, paper };
        if let Some(old) = self.papers.insert(read.paper.source().id, read) {
            self.bytes -= size(&old.paper);
        }
        if self.bytes > MOST_BYTES {
            self.let_go();
        }
    }

    /// Lets go of so many that a tenth of the room is free.
    fn let_go(&mut self) {
        let mut by_use: Vec<(u64, SourceId)> =
            self.papers.iter().map(|(id, read)| (read.used, *id)).collect();
        by_use.sort_unstable_by_key(|(used, _)| *used);
        for (_, id) in by_use {
            if self.bytes <= MOST_BYTES / 10 * 9 {
                break;
            }
            if let Some(old) = self.papers.remove(&id) {
                self.bytes -= size(&old.paper);
            }
        }
    }
}

fn size(paper: &Paper) -> usize {
    // Even an empty document is not free.
    paper.source().document.text.len() + 256
}

#[cfg(test)]
mod tests {
    use super::*;
    use packhorse_model::{BlockKind, Confidence, Digest, Document, Fact, Facts, Format, SourceKind};

    fn paper(id: u128, bytes: usize) -> Paper {
        let kind = Fact {
            value: SourceKind::NewsStory,
            place: None,
            rule: "test".into(),
            confidence: Confidence::Sure,
        };
        let mut document = Document::empty(Format::Text);
        document.add(BlockKind::Paragraph, None, &"x".repeat(bytes));
        let id = SourceId(uuid::Uuid::from_u128(id));
        Paper::of(Source::new(id, "n.txt".into(), Digest::of(b"n"), document, Facts::only(kind)))
    }

    fn id(number: u128) -> SourceId {
        SourceId(uuid::Uuid::from_u128(number))
    }

    #[test]
    fn those_used_least_recently_go_first_and_the_rest_stays_within_bounds() {
        let mut lately = Lately::default();
        for number in 0..100 {
            lately.keep(1, paper(number, MOST_BYTES / 50));
            assert!(lately.get(id(0), 1).is_some(), "used all the time");
            assert!(lately.bytes <= MOST_BYTES);
        }
        assert!(lately.get(id(1), 1).is_none());
        assert!(lately.get(id(99), 1).is_some());
        let held: usize = lately.papers.values().map(|read| size(&read.paper)).sum();
        assert_eq!(held, lately.bytes);
    }

    #[test]
    fn a_document_that_was_changed_is_read_again() {
        let mut lately = Lately::default();
        lately.keep(1, paper(5, 10));
        assert!(lately.get(id(5), 2).is_none());
        lately.keep(2, paper(5, 20));
        assert_eq!((lately.papers.len(), lately.bytes), (1, 20 + 256));
    }
}
