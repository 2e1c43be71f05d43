//! Packs: what a person composes. The plan is the desk's; here it is kept as it is given.

mod save;

use crate::clock::written;
use crate::{Error, Library, row, step};
use chrono::{DateTime, NaiveDate, Utc};
use packhorse_model::PackId;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A pack's plan with what lists show of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// The title.
    pub title: String,
    /// The council.
    pub council: Option<String>,
    /// The committee.
    pub committee: Option<String>,
    /// The day of the meeting.
    pub meeting: Option<NaiveDate>,
    /// The whole plan, in the desk's own words.
    pub plan: Value,
}

/// A kept pack.
#[derive(Debug, Clone, PartialEq)]
pub struct Pack {
    /// Its id.
    pub id: PackId,
    /// Its plan.
    pub draft: Draft,
    /// When it was begun.
    pub made: DateTime<Utc>,
    /// When it was saved last.
    pub changed: DateTime<Utc>,
    /// Grows with every change.
    pub revision: u32,
    /// How many files of it were handed out.
    pub issued: u32,
}

impl Library {
    /// All packs, the one saved last first.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn packs(&self) -> Result<Vec<Pack>, Error> {
        let mut statement = self.connection.prepare_cached(include_str!("pack/list.sql"))?;
        statement.query_and_then([], pack)?.collect()
    }

    /// A pack.
    ///
    /// # Errors
    ///
    /// When there is no such pack.
    pub fn pack(&self, id: PackId) -> Result<Pack, Error> {
        read(&self.connection, id)
    }
}

pub(crate) fn read(connection: &Connection, id: PackId) -> Result<Pack, Error> {
    let mut statement = connection.prepare_cached(include_str!("pack/one.sql"))?;
    let mut found = statement.query_and_then([id.to_string()], pack)?;
    found.next().unwrap_or_else(|| Err(Error::NoSuch { what: "pack", id: id.to_string() }))
}

/// Writes a pack's plan.
pub(crate) fn write(
    connection: &Connection,
    id: PackId,
    draft: &Draft,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let mut statement = connection.prepare_cached(include_str!("pack/write.sql"))?;
    let rows = statement.execute(params![
        id.to_string(),
        draft.title,
        draft.council,
        draft.committee,
        draft.meeting.map(|day| day.to_string()),
        row::to_json(&draft.plan)?,
        written(now),
    ])?;
    step::one(rows, "pack", &id)
}

fn pack(row: &rusqlite::Row<'_>) -> Result<Pack, Error> {
    Ok(Pack {
        id: row::id(row, "id")?,
        draft: Draft {
            title: row.get("title")?,
            council: row.get("council")?,
            committee: row.get("committee")?,
            meeting: row::day(row, "meeting")?,
            plan: row::json(row, "plan")?,
        },
        made: row::time(row, "made")?,
        changed: row::time(row, "changed")?,
        revision: row.get("revision")?,
        issued: row.get("issued")?,
    })
}
