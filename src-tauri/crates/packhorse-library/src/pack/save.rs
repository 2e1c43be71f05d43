//! Begins packs, saves them, removes them.

use super::Draft;
use crate::clock::written;
use crate::step::{Change, Row};
use crate::{Error, Library, Work, row};
use packhorse_model::PackId;
use rusqlite::params;

impl Library {
    /// Begins a pack.
    ///
    /// # Errors
    ///
    /// When the library cannot be written.
    pub fn new_pack(&mut self, draft: &Draft) -> Result<PackId, Error> {
        self.together("new pack", |work| work.new_pack(draft))
    }

    /// Saves a pack's plan as a step that undo calls by its `description`. Saving what is saved already
    /// is no step.
    ///
    /// # Errors
    ///
    /// When there is no such pack, or the library cannot be written.
    pub fn save_pack(&mut self, id: PackId, draft: &Draft, description: &str) -> Result<(), Error> {
        self.together(description, |work| work.save_pack(id, draft))
    }

    /// Removes a pack. The register of what was issued of it stays.
    ///
    /// # Errors
    ///
    /// When there is no such pack, or the library cannot be written.
    pub fn remove_pack(&mut self, id: PackId) -> Result<(), Error> {
        self.together("remove pack", |work| work.remove_pack(id))
    }
}

impl Work<'_> {
    /// Begins a pack.
    ///
    /// # Errors
    ///
    /// When the library cannot be written.
    pub fn new_pack(&mut self, draft: &Draft) -> Result<PackId, Error> {
        let id = PackId(self.new_id());
        self.connection().prepare_cached(include_str!("insert.sql"))?.execute(params![
            id.to_string(),
            draft.title,
            draft.council,
            draft.committee,
            draft.meeting.map(|day| day.to_string()),
            row::to_json(&draft.plan)?,
            written(self.now),
        ])?;
        self.made(Change::Came { row: Row::Pack(id) });
        Ok(id)
    }

    /// Saves a pack's plan. Saving what is saved already is no step.
    ///
    /// # Errors
    ///
    /// When there is no such pack, or the library cannot be written.
    pub fn save_pack(&mut self, id: PackId, draft: &Draft) -> Result<(), Error> {
        let before = super::read(self.connection(), id)?.draft;
        if before == *draft {
            return Ok(());
        }
        self.make(Change::Draft { pack: id, before, after: draft.clone() })
    }

    /// Removes a pack. The register of what was issued of it stays.
    ///
    /// # Errors
    ///
    /// When there is no such pack, or the library cannot be written.
    pub fn remove_pack(&mut self, id: PackId) -> Result<(), Error> {
        super::read(self.connection(), id)?;
        self.make(Change::Went { row: Row::Pack(id) })
    }
}
