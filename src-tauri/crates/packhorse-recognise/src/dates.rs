//! Dates and ranges as documents print them.

use chrono::{Datelike, NaiveDate, Weekday};
use packhorse_model::{DateRange, PartialDate, Span};
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// A date or a range, and where it stands in the text it was found in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    pub range: DateRange,
    pub span: Span,
    /// Whether a weekday is printed beside it that the calendar denies.
    pub weekday_wrong: bool,
    /// Whether more than one day is named.
    pub several: bool,
}

const MONTH: &str = "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)";
const WEEKDAY: &str = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";

/// One named day: weekday, day, month and year, of which only the day must be there.
static UNIT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        r"^(?:(?P<w>{WEEKDAY}),?\s+)?(?:the\s+)?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+(?:of\s+)?(?P<m>{MONTH})\b\.?)?(?:,?\s+(?P<y>(?:19|20)\d{{2}})\b)?"
    ))
    .expect("the pattern is fixed")
});

/// What may stand between the days of one visit.
static BETWEEN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^\s*(?:(?:,?\s*(?:to|and|until|through|and from|and then|and between|&)\s)|[–—-]|,)\s*(?:from\s+|on\s+|between\s+)?")
        .expect("the pattern is fixed")
});

static START: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(r"\b(?:{WEEKDAY},?\s+)?(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?(?:\s|[–—,-]|$)"))
        .expect("the pattern is fixed")
});

static MONTH_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(r"\b(?P<m>{MONTH})\.?,?\s+(?P<y>(?:19|20)\d{{2}})\b")).expect("the pattern is fixed")
});

static NUMERIC: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>(?:20)?\d{2})\b").expect("the pattern is fixed")
});

/// “March 12, 2024”, as web sites set it.
static MONTH_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(r"\b(?P<m>{MONTH})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>20\d{{2}})\b"))
        .expect("the pattern is fixed")
});

static ISO: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(?P<y>20\d{2})-(?P<m>\d{2})-(?P<d>\d{2})\b").expect("the pattern is fixed")
});

#[derive(Debug, Clone, Copy)]
struct Unit {
    day: u32,
    month: Option<u32>,
    year: Option<i32>,
    weekday: Option<Weekday>,
    end: usize,
}

/// Every date and range in a text, in order.
pub(crate) fn dates(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = START.find_at(text, from) {
        let at = start.start();
        match range_at(text, at, None) {
            Some(date) => {
                from = date.span.end;
                found.push(date);
            }
            None => from = start.end().max(at + 1),
        }
    }
    let taken =
        |found: &[Found], at: usize| found.iter().any(|date| date.span.start <= at && at < date.span.end);
    for captures in MONTH_YEAR.captures_iter(text) {
        let whole = captures.get(0).map_or(0..0, |whole| whole.range());
        if let (Some(month), Some(year)) = (month(&captures["m"]), captures["y"].parse().ok())
            && !taken(&found, whole.start)
        {
            let date = PartialDate::Month { year, month };
            found.push(single(date, whole.into()));
        }
    }
    for captures in
        NUMERIC.captures_iter(text).chain(ISO.captures_iter(text)).chain(MONTH_FIRST.captures_iter(text))
    {
        let whole = captures.get(0).map_or(0..0, |whole| whole.range());
        if let Some(date) = numeric(&captures).filter(|_| !taken(&found, whole.start)) {
            found.push(single(date, whole.into()));
        }
    }
    found.sort_by_key(|date| date.span.start);
    joined(text, found)
}

/// Whole days with nothing but “to” or a dash between them are one range: “06/03/2023 - 17/03/2023”.
fn joined(text: &str, found: Vec<Found>) -> Vec<Found> {
    let mut joined: Vec<Found> = Vec::new();
    for date in found {
        let last = joined.last_mut().filter(|last| {
            let between = text.get(last.span.end..date.span.start).unwrap_or("?").trim();
            let day = |found: &Found| matches!(found.range.from, PartialDate::Day(_)) && !found.several;
            day(last) && day(&date) && ["to", "-", "–", "—", "until"].contains(&between)
        });
        match last {
            Some(last) => {
                last.range.to = Some(date.range.from);
                last.span.end = date.span.end;
                last.several = true;
                let wrong = date.range.from.earliest() < last.range.from.earliest();
                last.weekday_wrong |= date.weekday_wrong || wrong;
            }
            None => joined.push(date),
        }
    }
    joined
}

fn single(date: PartialDate, span: Span) -> Found {
    Found { range: DateRange { from: date, to: None }, span, weekday_wrong: false, several: false }
}

fn numeric(captures: &Captures<'_>) -> Option<PartialDate> {
    let year: i32 = captures["y"].parse().ok()?;
    let year = if year < 100 { year + 2000 } else { year };
    let month = captures["m"].parse().ok().or_else(|| month(&captures["m"]))?;
    PartialDate::day(year, month, captures["d"].parse().ok()?)
}

/// Days printed with a month and without a year, taken for the last such days up to `until`.
pub(crate) fn before(text: &str, until: NaiveDate) -> Vec<Found> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = START.find_at(text, from) {
        let date = range_at(text, start.start(), Some(until));
        from = date.map_or(start.end().max(start.start() + 1), |date| date.span.end);
        found.extend(date);
    }
    found
}

/// The range that begins at a byte: days joined by “to”, “and”, dashes or commas, with month and
/// year taken from the right where they are printed only once.
fn range_at(text: &str, at: usize, until: Option<NaiveDate>) -> Option<Found> {
    let mut units = units(text, at)?;
    let last = units.last_mut()?;
    if let (None, Some(month), Some(until)) = (last.year, last.month, until) {
        let later = (month, last.day) > (until.month(), until.day());
        last.year = Some(until.year() - i32::from(later));
    }
    let (mut month, mut year) = (None, None);
    for unit in units.iter_mut().rev() {
        month = unit.month.or(month);
        year = unit.year.or(year);
        (unit.month, unit.year) = (month, year);
    }
    roll_back(&mut units);
    let day = |unit: &Unit| NaiveDate::from_ymd_opt(unit.year?, unit.month?, unit.day);
    let days: Vec<NaiveDate> = units.iter().map(day).collect::<Option<_>>()?;
    let denied =
        |(unit, day): (&Unit, &NaiveDate)| unit.weekday.is_some_and(|weekday| weekday != day.weekday());
    let wrong = units.iter().zip(&days).any(denied);
    let (first, last) = (*days.first()?, *days.last()?);
    let several = days.len() > 1;
    let range = DateRange { from: PartialDate::Day(first), to: several.then_some(PartialDate::Day(last)) };
    let span = Span { start: at, end: units.last()?.end };
    Some(Found { range, span, weekday_wrong: wrong || last < first, several })
}

/// The days that stand side by side from a byte on.
fn units(text: &str, at: usize) -> Option<Vec<Unit>> {
    let mut units = vec![unit(text, at)?];
    while let Some(last) = units.last() {
        let rest = &text[last.end..];
        let Some(next) = BETWEEN.find(rest).and_then(|gap| unit(text, last.end + gap.end())) else { break };
        units.push(next);
    }
    // A number after the last day that has no month of its own is not a day.
    while units.len() > 1 && units.last().is_some_and(|unit| unit.month.is_none()) {
        units.pop();
    }
    Some(units)
}

/// Gives a day the year before when it would otherwise come after the day that follows it.
fn roll_back(units: &mut [Unit]) {
    for index in (1..units.len()).rev() {
        let (later_month, later_year) = (units[index].month, units[index].year);
        let unit = &mut units[index - 1];
        if let (Some(month), Some(year), Some(later)) = (unit.month, unit.year, later_month)
            && later_year == Some(year)
            && month > later
        {
            unit.year = Some(year - 1);
        }
    }
}

fn unit(text: &str, at: usize) -> Option<Unit> {
    let captures = UNIT.captures(text.get(at..)?)?;
    let day: u32 = captures["d"].parse().ok()?;
    let end = at + captures.get(0)?.end();
    // “26 children” is no day; a figure that runs on is no day either.
    let runs_on = text[end..].starts_with(|c: char| c.is_alphanumeric() || c == '%');
    (!(runs_on || day == 0 || day > 31)).then_some(Unit {
        day,
        month: captures.name("m").and_then(|name| month(name.as_str())),
        year: captures.name("y").and_then(|year| year.as_str().parse().ok()),
        weekday: captures.name("w").and_then(|name| name.as_str().parse().ok()),
        end,
    })
}

fn month(name: &str) -> Option<u32> {
    let short: String = name.chars().take(3).collect::<String>().to_lowercase();
    const SHORT: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    SHORT.iter().position(|name| *name == short).and_then(|at| u32::try_from(at + 1).ok())
}

#[cfg(test)]
mod tests;
