//! The library's documents kept ready in memory, so that quotations can be held against all of them
//! without reading them again and while nobody waits for the library.

use crate::{Desk, Trouble};
use packhorse_model::{Document, Source, SourceId};
use packhorse_pack::{Sketch, Witness, Witnesses};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A document as it was when it was taken off the library.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    revision: u32,
    paper: Paper,
    /// By which the same text is known again.
    sketch: Arc<Sketch>,
}

/// A document of the library, ready to be used.
#[derive(Debug, Clone)]
enum Paper {
    /// An inspection document, folded to be searched.
    Inspection(Arc<Witness<'static>>),
    /// Anything else.
    Other(Arc<Source>),
}

impl Paper {
    fn source(&self) -> &Source {
        match self {
            Self::Inspection(witness) => witness.source(),
            Self::Other(source) => source,
        }
    }
}

/// Documents kept ready, by their id.
pub(crate) type Shelf = Mutex<HashMap<SourceId, Kept>>;

/// Every document of a library at one moment.
#[derive(Debug, Default)]
pub(crate) struct Ready {
    papers: Vec<Paper>,
}

impl Ready {
    /// The inspection documents.
    pub(crate) fn witnesses(&self) -> Witnesses<'static> {
        let inspections = self.papers.iter().filter_map(|paper| match paper {
            Paper::Inspection(witness) => Some(Arc::clone(witness)),
            Paper::Other(_) => None,
        });
        inspections.collect()
    }

    /// All documents, in the order they were brought in.
    pub(crate) fn sources(&self) -> impl Iterator<Item = &Source> {
        self.papers.iter().map(Paper::source)
    }

    /// Leaves out the documents with this one's text.
    pub(crate) fn without(mut self, other: &Source) -> Self {
        self.papers.retain(|paper| paper.source().text_digest != other.text_digest);
        self
    }

    /// Adds an inspection document that no library keeps.
    pub(crate) fn with(mut self, inspection: Source) -> Self {
        self.papers.push(Paper::Inspection(Arc::new(Witness::owning(inspection))));
        self
    }
}

impl Desk {
    /// Every document of the library, made ready. The library is free again before any is folded.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub(crate) fn ready(&self) -> Result<Ready, Trouble> {
        Ok(Ready { papers: self.kept()?.into_iter().map(|kept| kept.paper).collect() })
    }

    /// The file name of another document in the library that says the same as a document.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub(crate) fn same_text_as(
        &self,
        source: SourceId,
        document: &Document,
    ) -> Result<Option<String>, Trouble> {
        let sketch = Sketch::of(document);
        let kept = self.kept()?;
        let mut others = kept.iter().filter(|kept| kept.paper.source().id != source);
        let same = others.find(|kept| kept.sketch.is_like(&sketch));
        Ok(same.map(|kept| kept.paper.source().file_name.clone()))
    }

    /// Every document of the library in the order they were brought in; those not here yet, or
    /// changed since, are taken off the library.
    fn kept(&self) -> Result<Vec<Kept>, Trouble> {
        let revisions = self.library().revisions()?;
        let mut all = Vec::with_capacity(revisions.len());
        for (id, revision) in &revisions {
            let known = self.shelf().get(id).filter(|kept| kept.revision == *revision).cloned();
            all.push(match known {
                Some(kept) => kept,
                None => self.shelve(*id, *revision)?,
            });
        }
        let there: HashSet<SourceId> = revisions.iter().map(|(id, _)| *id).collect();
        self.shelf().retain(|id, _| there.contains(id));
        Ok(all)
    }

    fn shelve(&self, id: SourceId, revision: u32) -> Result<Kept, Trouble> {
        let source = self.library().source(id)?;
        let sketch = Arc::new(Sketch::of(&source.document));
        let paper = match source.facts.is_primary() {
            true => Paper::Inspection(Arc::new(Witness::owning(source))),
            false => Paper::Other(Arc::new(source)),
        };
        let kept = Kept { revision, paper, sketch };
        self.shelf().insert(id, kept.clone());
        Ok(kept)
    }

    fn shelf(&self) -> MutexGuard<'_, HashMap<SourceId, Kept>> {
        // A panic elsewhere leaves whole documents here, or none.
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
