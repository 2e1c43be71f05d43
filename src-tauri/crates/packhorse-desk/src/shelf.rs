//! What is kept in memory of the library's documents, so that quotations can be held against all of them
//! without reading all of them: an imprint of each, and the documents that were read last.

mod lately;

use crate::{Desk, Trouble};
use lately::Lately;
pub(crate) use lately::Paper;
use packhorse_library::Entry;
use packhorse_model::{Source, SourceId};
use packhorse_pack::{AtHand, Imprint, Witness, Witnesses, worth_reading, worth_reading_for_copies};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What is kept of the documents of a library.
#[derive(Debug, Default)]
pub(crate) struct Shelf {
    /// Each document's imprint and how often the document was changed when it was made.
    imprints: HashMap<SourceId, (u32, Arc<Imprint>)>,
    lately: Lately,
}

/// The documents of a library at one moment, at hand but not read.
#[derive(Debug)]
pub(crate) struct Shelved {
    entries: Arc<Vec<Entry>>,
    imprints: Vec<Arc<Imprint>>,
    places: HashMap<SourceId, usize>,
}

impl Shelved {
    /// The documents, in the order they were brought in.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&Entry, &Imprint)> {
        self.entries.iter().zip(self.imprints.iter().map(|imprint| &**imprint))
    }

    fn at_hand(&self) -> Vec<AtHand<'_>> {
        let all = self.entries();
        all.map(|(entry, imprint)| AtHand { id: entry.id, facts: &entry.facts, imprint }).collect()
    }

    /// The documents that may print a statement that a paper prints as well, the paper left out.
    fn of_the_same_statements(&self, paper: SourceId, own: &Imprint) -> Vec<SourceId> {
        let others: Vec<(&Entry, &Imprint)> =
            self.entries().filter(|(entry, imprint)| entry.id != paper && imprint.quotes()).collect();
        let mut tied: Vec<bool> = vec![false; others.len()];
        let mut fresh: Vec<&Imprint> = vec![own];
        // A statement that two papers cut differently may be tied to each other by a third.
        while let Some(one) = fresh.pop() {
            for (at, (_, other)) in others.iter().enumerate() {
                if !tied[at] && one.may_share_a_statement(other) {
                    tied[at] = true;
                    fresh.push(other);
                }
            }
        }
        let tied = others.iter().zip(tied).filter(|(_, tied)| *tied);
        tied.map(|((entry, _), _)| entry.id).collect()
    }
}

impl Desk {
    /// Every document of the library, at hand. Those not seen yet, or changed since, are read once.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub(crate) fn shelved(&self) -> Result<Shelved, Trouble> {
        let entries = self.library().sources()?;
        let mut imprints = Vec::with_capacity(entries.len());
        for entry in entries.iter() {
            let known = self.shelf().imprints.get(&entry.id).cloned();
            imprints.push(match known.filter(|(revision, _)| *revision == entry.revision) {
                Some((_, imprint)) => imprint,
                None => self.imprint(entry)?,
            });
        }
        let places: HashMap<SourceId, usize> = entries.iter().map(|entry| entry.id).zip(0..).collect();
        self.shelf().imprints.retain(|id, _| places.contains_key(id));
        Ok(Shelved { entries, imprints, places })
    }

    fn imprint(&self, entry: &Entry) -> Result<Arc<Imprint>, Trouble> {
        // The library is free again before the document is folded.
        let source = self.library().source(entry.id)?;
        let imprint = Arc::new(Imprint::of(&source));
        self.shelf().imprints.insert(entry.id, (entry.revision, Arc::clone(&imprint)));
        Ok(imprint)
    }

    /// The inspection documents that quotations of a paper are held against.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub(crate) fn witnesses_of<'a>(
        &self,
        shelved: &Shelved,
        paper: &Source,
        quoted: impl IntoIterator<Item = &'a str>,
    ) -> Result<Witnesses<'static>, Trouble> {
        let quoted: Vec<&str> = quoted.into_iter().collect();
        let read = self.papers(shelved, &worth_reading(Some(paper), &quoted, &shelved.at_hand()))?;
        Ok(read.into_iter().filter_map(Paper::witness).collect())
    }

    /// The inspection documents that quotations of a paper are held against, and those that it may have
    /// copied sentences from.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub(crate) fn witnesses_of_all(
        &self,
        shelved: &Shelved,
        paper: &Source,
    ) -> Result<Vec<Arc<Witness<'static>>>, Trouble> {
        let at_hand = shelved.at_hand();
        let quoted: Vec<&str> = quotations(paper).collect();
        let worth: HashSet<SourceId> = worth_reading(Some(paper), &quoted, &at_hand)
            .into_iter()
            .chain(worth_reading_for_copies(paper, &at_hand))
            .collect();
        let in_order: Vec<SourceId> =
            at_hand.iter().map(|one| one.id).filter(|id| worth.contains(id)).collect();
        Ok(self.papers(shelved, &in_order)?.into_iter().filter_map(Paper::witness).collect())
    }

    /// The documents that may print a statement that a paper prints as well.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub(crate) fn of_the_same_statements(
        &self,
        shelved: &Shelved,
        paper: &Source,
    ) -> Result<Vec<Paper>, Trouble> {
        self.papers(shelved, &shelved.of_the_same_statements(paper.id, &Imprint::of(paper)))
    }

    /// Documents of the library, read.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub(crate) fn papers(&self, shelved: &Shelved, ids: &[SourceId]) -> Result<Vec<Paper>, Trouble> {
        let mut papers = Vec::with_capacity(ids.len());
        for id in ids {
            let revision = shelved.places.get(id).map_or(0, |place| shelved.entries[*place].revision);
            let known = self.shelf().lately.get(*id, revision);
            papers.push(match known {
                Some(paper) => paper,
                None => {
                    let source = self.library().source(*id)?;
                    let paper = Paper::of(source);
                    self.shelf().lately.keep(revision, paper.clone());
                    paper
                }
            });
        }
        Ok(papers)
    }

    /// The file name of another document in the library that says the same as one of it.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub(crate) fn same_text_as(&self, source: SourceId) -> Result<Option<String>, Trouble> {
        let shelved = self.shelved()?;
        let Some(own) = shelved.places.get(&source).map(|place| &shelved.imprints[*place]) else {
            return Ok(None);
        };
        let mut others = shelved.entries().filter(|(entry, _)| entry.id != source);
        let same = others.find(|(_, imprint)| imprint.is_like(own));
        Ok(same.map(|(entry, _)| entry.file_name.clone()))
    }

    fn shelf(&self) -> MutexGuard<'_, Shelf> {
        // A panic elsewhere leaves whole documents here, or none.
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The words of every quotation that a paper prints.
pub(crate) fn quotations(paper: &Source) -> impl Iterator<Item = &str> {
    paper.facts.quotations.iter().map(|said| said.text.as_str())
}

/// The shelf of a desk.
pub(crate) type Kept = Mutex<Shelf>;
