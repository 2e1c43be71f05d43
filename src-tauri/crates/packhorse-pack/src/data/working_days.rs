//! Working days in England.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Debug, Deserialize)]
struct File {
    england: Vec<NaiveDate>,
}

static HOLIDAYS: LazyLock<Vec<NaiveDate>> = LazyLock::new(|| {
    let file: File = serde_json::from_str(include_str!("../../../../../resources/bank-holidays.json"))
        .expect("the bank holidays are built in, and a test reads them");
    file.england
});

/// Whether a day is neither a Saturday, a Sunday nor a bank holiday.
pub(crate) fn is_working(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !HOLIDAYS.contains(&day)
}

/// Whether the calendar of bank holidays reaches this day.
pub(crate) fn is_known(day: NaiveDate) -> bool {
    let year = |day: Option<&NaiveDate>| day.map(Datelike::year);
    year(HOLIDAYS.first()) <= Some(day.year()) && Some(day.year()) <= year(HOLIDAYS.last())
}

/// The day that is `count` working days after a day, which itself does not count.
pub(crate) fn after(day: NaiveDate, count: u32) -> Option<NaiveDate> {
    step(day, count, |day| day.checked_add_days(Days::new(1)))
}

/// The day that is `count` working days before a day, which itself does not count.
pub(crate) fn before(day: NaiveDate, count: u32) -> Option<NaiveDate> {
    step(day, count, |day| day.checked_sub_days(Days::new(1)))
}

fn step(
    mut day: NaiveDate,
    mut count: u32,
    next: impl Fn(NaiveDate) -> Option<NaiveDate>,
) -> Option<NaiveDate> {
    while count > 0 {
        day = next(day)?;
        if is_working(day) {
            count -= 1;
        }
    }
    is_known(day).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    #[test]
    fn seventy_working_days_are_what_inspectors_printed() {
        assert_eq!(after(day(2023, 9, 1), 70), Some(day(2023, 12, 8)), "a joint letter prints this date");
    }

    #[test]
    fn bank_holidays_do_not_count_and_unknown_years_give_no_date() {
        assert_eq!(after(day(2026, 12, 24), 1), Some(day(2026, 12, 29)));
        assert_eq!(before(day(2027, 1, 4), 1), Some(day(2026, 12, 31)));
        assert_eq!(after(day(2090, 1, 1), 1), None);
    }
}
