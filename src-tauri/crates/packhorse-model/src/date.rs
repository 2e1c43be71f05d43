//! Dates as documents print them: a day, a month or only a year.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A date as precise as its source printed it.
///
/// Written `2023-07-04`, `2023-07` or `2023`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum PartialDate {
    /// Only the year is known.
    Year(i32),
    /// The month is known, the day is not.
    Month {
        /// The year.
        year: i32,
        /// The month, 1 to 12.
        month: u32,
    },
    /// The whole date is known.
    Day(NaiveDate),
}

/// Words that are no date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a date like 2023-07-04, 2023-07 or 2023")]
pub struct NotADate(pub String);

/// Month names, January first.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl PartialDate {
    /// A whole date, when the calendar has such a day.
    pub fn day(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self::Day)
    }

    /// The year.
    pub fn year(&self) -> i32 {
        match self {
            Self::Year(year) | Self::Month { year, .. } => *year,
            Self::Day(date) => date.year(),
        }
    }

    /// The first day this date can mean, for ordering and for choosing a framework.
    pub fn earliest(&self) -> NaiveDate {
        let (year, month, day) = match self {
            Self::Year(year) => (*year, 1, 1),
            Self::Month { year, month } => (*year, *month, 1),
            Self::Day(date) => return *date,
        };
        NaiveDate::from_ymd_opt(year, month, day).unwrap_or(NaiveDate::MIN)
    }

    /// The whole date, when it is known.
    pub fn whole(&self) -> Option<NaiveDate> {
        match self {
            Self::Day(date) => Some(*date),
            _ => None,
        }
    }

    /// The last day it can mean.
    pub fn latest(&self) -> NaiveDate {
        let next = match self {
            Self::Year(year) => NaiveDate::from_ymd_opt(year + 1, 1, 1),
            Self::Month { year, month: 12 } => NaiveDate::from_ymd_opt(year + 1, 1, 1),
            Self::Month { year, month } => NaiveDate::from_ymd_opt(*year, month + 1, 1),
            Self::Day(date) => return *date,
        };
        next.and_then(|next| next.pred_opt()).unwrap_or(NaiveDate::MAX)
    }

    /// The date in words: “4 July 2023”, “July 2023”, “2023”.
    pub fn words(&self) -> String {
        match self {
            Self::Year(year) => year.to_string(),
            Self::Month { year, month } => format!("{} {year}", month_name(*month)),
            Self::Day(date) => {
                format!("{} {} {}", date.day(), month_name(date.month()), date.year())
            }
        }
    }
}

fn month_name(month: u32) -> &'static str {
    MONTHS.get(month.saturating_sub(1) as usize).copied().unwrap_or("")
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let rank = |date: &Self| match date {
            Self::Year(_) => 0,
            Self::Month { .. } => 1,
            Self::Day(_) => 2,
        };
        (self.earliest(), rank(self)).cmp(&(other.earliest(), rank(other)))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month { year, month } => write!(f, "{year:04}-{month:02}"),
            Self::Day(date) => write!(f, "{date}"),
        }
    }
}

impl FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(words: &str) -> Result<Self, NotADate> {
        let wrong = || NotADate(words.to_owned());
        let mut parts = words.trim().split('-').map(|part| part.parse::<u32>().ok());
        let year = parts.next().flatten().filter(|year| (1000..=9999).contains(year));
        let year = i32::try_from(year.ok_or_else(wrong)?).map_err(|_| wrong())?;
        let Some(month) = parts.next() else { return Ok(Self::Year(year)) };
        let month = month.filter(|month| (1..=12).contains(month)).ok_or_else(wrong)?;
        let Some(day) = parts.next() else { return Ok(Self::Month { year, month }) };
        if parts.next().is_some() {
            return Err(wrong());
        }
        Self::day(year, month, day.ok_or_else(wrong)?).ok_or_else(wrong)
    }
}

impl TryFrom<String> for PartialDate {
    type Error = NotADate;
    fn try_from(words: String) -> Result<Self, NotADate> {
        words.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

/// The first and last day of a visit, each as precise as it was printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DateRange {
    /// The first day.
    pub from: PartialDate,
    /// The last day; the first again for a visit of one day; `None` when it was not printed.
    pub to: Option<PartialDate>,
}

impl DateRange {
    /// The range in words: “4 to 5 July 2023”, “26 January to 6 February 2026”, “July 2023”.
    pub fn words(&self) -> String {
        let Some(to) = self.to.filter(|to| *to != self.from) else { return self.from.words() };
        if let (PartialDate::Day(a), PartialDate::Day(b)) = (self.from, to) {
            if (a.year(), a.month()) == (b.year(), b.month()) {
                return format!("{} to {}", a.day(), to.words());
            }
            if a.year() == b.year() {
                return format!("{} {} to {}", a.day(), month_name(a.month()), to.words());
            }
        }
        format!("{} to {}", self.from.words(), to.words())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_written_as_precisely_as_it_was_read() {
        for written in ["2023", "2023-07", "2023-07-04"] {
            let date: PartialDate = written.parse().expect("a date");
            assert_eq!(date.to_string(), written, "precision is part of the fact");
        }
        assert!("2023-02-30".parse::<PartialDate>().is_err(), "the calendar has no such day");
        assert!("2023-07-04-1".parse::<PartialDate>().is_err(), "four parts are no date");
    }

    #[test]
    fn a_range_inside_one_month_names_the_month_once() {
        let day = |y, m, d| PartialDate::day(y, m, d).expect("a day");
        let range = DateRange { from: day(2023, 7, 4), to: Some(day(2023, 7, 5)) };
        assert_eq!(range.words(), "4 to 5 July 2023");
        let range = DateRange { from: day(2026, 1, 26), to: Some(day(2026, 2, 6)) };
        assert_eq!(range.words(), "26 January to 6 February 2026");
        let range = DateRange { from: day(2026, 1, 26), to: Some(day(2026, 1, 26)) };
        assert_eq!(range.words(), "26 January 2026", "one day is not a range");
    }
}
