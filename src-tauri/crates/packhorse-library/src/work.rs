//! Things done together: one transaction, one step to undo.

use crate::step::Change;
use crate::{Error, Library, row};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, Transaction, TransactionBehavior, params};
use uuid::{ContextV7, Timestamp, Uuid};

/// How many steps can be undone.
const STEPS: i64 = 200;

/// Changes that are made together: all of them or none, undone in one step.
///
/// [`Library::together`] gives one.
#[derive(Debug)]
pub struct Work<'a> {
    transaction: Transaction<'a>,
    ids: &'a ContextV7,
    pub(crate) now: DateTime<Utc>,
    changes: Vec<Change>,
}

impl Library {
    /// Does several things as one, under one description: “suggest quotes”.
    ///
    /// Nothing of it is kept when `work` fails.
    ///
    /// # Errors
    ///
    /// What `work` returned, or what stopped the library from keeping it.
    pub fn together<T, E: From<Error>>(
        &mut self,
        description: &str,
        work: impl FnOnce(&mut Work<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut doing = self.begin()?;
        let done = work(&mut doing)?;
        doing.finish(description)?;
        Ok(done)
    }

    pub(crate) fn begin(&mut self) -> Result<Work<'_>, Error> {
        let now = self.clock.now();
        // Immediate: a writer that begins as a reader can be turned away halfway.
        let behavior = TransactionBehavior::Immediate;
        let transaction = self.connection.transaction_with_behavior(behavior).map_err(Error::from)?;
        Ok(Work { transaction, ids: &self.ids, now, changes: Vec::new() })
    }
}

impl Work<'_> {
    /// The library as it stands with the changes made so far.
    pub(crate) fn connection(&self) -> &Connection {
        &self.transaction
    }

    /// An id that sorts by the time it was made.
    pub(crate) fn new_id(&self) -> Uuid {
        let seconds = u64::try_from(self.now.timestamp()).unwrap_or_default();
        let nanos = self.now.timestamp_subsec_nanos();
        Uuid::new_v7(Timestamp::from_unix(self.ids, seconds, nanos))
    }

    /// Makes a change to rows that stand, and remembers how to take it back.
    pub(crate) fn make(&mut self, change: Change) -> Result<(), Error> {
        change.apply(&self.transaction, self.now)?;
        self.changes.push(change);
        Ok(())
    }

    /// Remembers how to take back a row that was just put in.
    pub(crate) fn made(&mut self, change: Change) {
        self.changes.push(change);
    }

    fn finish(self, description: &str) -> Result<(), Error> {
        if self.changes.is_empty() {
            return Ok(self.transaction.commit()?);
        }
        let changes = row::to_json(&self.changes)?;
        let done = crate::clock::written(self.now);
        // What was undone can no longer be done again: it began from another state.
        self.transaction.execute("DELETE FROM step WHERE undone = 1", [])?;
        let sql = "INSERT INTO step (description, changes, done) VALUES (?1, ?2, ?3)";
        self.transaction.execute(sql, params![description, changes, done])?;
        let oldest = self.transaction.last_insert_rowid() - STEPS;
        self.transaction.execute("DELETE FROM step WHERE number <= ?1", [oldest])?;
        self.commit()
    }

    /// Ends the work without a step of its own.
    pub(crate) fn commit(self) -> Result<(), Error> {
        self.transaction.execute("UPDATE ledger SET changes = changes + 1", [])?;
        Ok(self.transaction.commit()?)
    }
}
