//! Dates and numbers of days that a sentence prints.

use crate::data::{folded, hits};
use chrono::NaiveDate;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Words of a sentence that asks for something by a day.
const ASKS: [&str; 14] = [
    "should send",
    "should submit",
    "must send",
    "must submit",
    "should prepare",
    "should publish",
    "should be submitted",
    "should be sent",
    "action plan",
    "statement of proposed action",
    "written statement",
    "see a draft",
    "written response",
    "improvement plan",
];

/// Whether a sentence asks for something by a day.
pub(crate) fn sets_a_date(sentence: &str) -> bool {
    let sentence = folded(sentence);
    ASKS.iter().any(|cue| sentence.contains(cue))
        && ["by", "within", "before", "no later than"].iter().any(|cue| hits(&sentence, cue, true) > 0)
}

/// Whole dates a text prints: “8 December 2023”.
pub(crate) fn dates(text: &str) -> Vec<NaiveDate> {
    let words: Vec<String> = text
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        .collect();
    let read = |window: &[String]| {
        let [day, month, year] = window else { return None };
        let day: u32 = day.trim_end_matches(|c: char| c.is_alphabetic()).parse().ok()?;
        let month = MONTHS.iter().position(|name| name == month)?;
        let year: i32 = year.parse().ok().filter(|year| (1990..2200).contains(year))?;
        NaiveDate::from_ymd_opt(year, u32::try_from(month + 1).ok()?, day)
    };
    words.windows(3).filter_map(read).collect()
}

/// The number of working days a text prints: 70 for “within 70 working days of receiving this”.
pub(crate) fn counted_days(text: &str) -> Option<u32> {
    let words: Vec<String> = folded(text).split(' ').map(str::to_owned).collect();
    let read = |window: &[String]| match window {
        [number, working, days] if working == "working" && days.starts_with("day") => number.parse().ok(),
        _ => None,
    };
    words.windows(3).find_map(read).filter(|days| (1..=400).contains(days))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_dates_are_read_and_others_are_not() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).expect("a day");
        assert_eq!(dates("by 8 December 2023, and 1st May 2024."), [day(2023, 12, 8), day(2024, 5, 1)]);
        assert!(dates("in December 2023 or on 31 February 2024").is_empty());
    }

    #[test]
    fn only_a_sentence_that_asks_sets_a_date() {
        let asks =
            "The director should send Ofsted an action plan within 70 working days of receiving this letter.";
        assert!(sets_a_date(asks));
        assert_eq!(counted_days(asks), Some(70));
        assert!(!sets_a_date("Most assessments are completed within 45 working days."));
    }
}
