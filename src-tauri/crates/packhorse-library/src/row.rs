//! Turns columns into values. What cannot be what this program wrote is damage.

use crate::Error;
use chrono::{DateTime, NaiveDate, Utc};
use packhorse_model::Digest;
use rusqlite::Row;
use serde::{Serialize, de::DeserializeOwned};
use std::fmt::Display;
use std::str::FromStr;

/// An id.
pub(crate) fn id<T: FromStr<Err: Display>>(row: &Row<'_>, column: &str) -> Result<T, Error> {
    row.get::<_, String>(column)?.parse().map_err(Error::damaged)
}

/// A digest.
pub(crate) fn digest(row: &Row<'_>, column: &str) -> Result<Digest, Error> {
    Ok(Digest::kept(row.get::<_, String>(column)?))
}

/// A value kept as JSON.
pub(crate) fn json<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> Result<T, Error> {
    let text = row.get_ref(column)?.as_str().map_err(Error::damaged)?;
    serde_json::from_str(text).map_err(Error::damaged)
}

/// A value of a closed list, kept as its word.
pub(crate) fn word<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> Result<T, Error> {
    let word: String = row.get(column)?;
    serde_json::from_value(word.into()).map_err(Error::damaged)
}

/// A value of a closed list that may be absent.
pub(crate) fn perhaps_word<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> Result<Option<T>, Error> {
    let word: Option<String> = row.get(column)?;
    word.map(|word| serde_json::from_value(word.into()).map_err(Error::damaged)).transpose()
}

/// A time.
pub(crate) fn time(row: &Row<'_>, column: &str) -> Result<DateTime<Utc>, Error> {
    row.get::<_, String>(column)?.parse().map_err(Error::damaged)
}

/// A day.
pub(crate) fn day(row: &Row<'_>, column: &str) -> Result<Option<NaiveDate>, Error> {
    let day: Option<String> = row.get(column)?;
    day.map(|day| day.parse().map_err(Error::damaged)).transpose()
}

/// A place in a text.
pub(crate) fn byte(row: &Row<'_>, column: &str) -> Result<usize, Error> {
    usize::try_from(row.get::<_, i64>(column)?).map_err(Error::damaged)
}

/// A value as JSON.
pub(crate) fn to_json<T: Serialize + ?Sized>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(Error::Value)
}

/// A value of a closed list as its word.
pub(crate) fn to_word<T: Serialize>(value: &T) -> Result<String, Error> {
    match serde_json::to_value(value).map_err(Error::Value)? {
        serde_json::Value::String(word) => Ok(word),
        other => Ok(other.to_string()),
    }
}

/// A place in a text, as the database counts.
pub(crate) fn to_number(byte: usize) -> i64 {
    i64::try_from(byte).unwrap_or(i64::MAX)
}
