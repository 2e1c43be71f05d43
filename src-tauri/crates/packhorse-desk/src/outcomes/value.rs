//! Grades and dates, as tables write them.

use chrono::{Datelike as _, NaiveDate};
use packhorse_recognise::fold;
use packhorse_recognise::frameworks;
use serde::Serialize;

/// One judgement of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TableJudgement {
    /// The area's id, when the heading names one.
    pub area: Option<String>,
    /// The grade as the table prints it.
    pub grade: Option<String>,
    /// Why there is none: `not-judged`, `no-longer-given`, `could-not-be-read` or `not-stated`.
    pub state: Option<&'static str>,
    /// What to know before it is used.
    pub note: Option<String>,
}

/// The first inspections under the framework that no longer says “adequate”.
const SIF: &str = "2013-11-01";

/// The words for a grade that Ofsted's table changed after the event.
const ADEQUATE: &str = "adequate (shown as requires improvement in Ofsted’s table)";

/// Whether a day is before the single inspection framework.
pub(super) fn is_before_sif(day: &str) -> bool {
    is_day(day) && day < SIF
}

/// Whether words are a day as `2023-03-20`.
pub(super) fn is_day(words: &str) -> bool {
    words.parse::<NaiveDate>().is_ok()
}

/// A day as `2023-03-20`, or the words as they stand where they are none.
pub(super) fn day(words: &str) -> String {
    // Times of day tell nothing here.
    let first = words.split(['T', ' ']).next().unwrap_or("");
    for (text, format) in [
        (first, "%Y-%m-%d"),
        (first, "%d/%m/%Y"),
        (first, "%d/%m/%y"),
        (first, "%d-%m-%Y"),
        (first, "%d.%m.%Y"),
        (first, "%d-%b-%Y"),
        (first, "%d-%b-%y"),
        (words, "%d %B %Y"),
        (words, "%d %b %Y"),
    ] {
        // “%Y” takes the two figures of a short year for the year 23.
        let found = NaiveDate::parse_from_str(text, format).ok();
        if let Some(day) = found.filter(|day| day.year() >= 1990) {
            return day.to_string();
        }
    }
    words.to_owned()
}

/// What a cell says of an area.
pub(super) fn judgement(
    heading: &str,
    cell: Option<&str>,
    inspected: Option<&str>,
    kind: Option<&str>,
) -> TableJudgement {
    let area = area(heading);
    let folded = cell.map(fold).unwrap_or_default().replace('_', " ");
    let none = |state, note: Option<&str>| TableJudgement {
        area: area.map(str::to_owned),
        grade: None,
        state: Some(state),
        note: note.map(str::to_owned),
    };
    match folded.trim() {
        "" => none(blank(area, inspected, kind), None),
        "data unreadable" | "redacted" => none("could-not-be-read", None),
        "inspection pre dates judgement" | "not judged" | "not applicable" | "n/a" | "na" => {
            none("not-judged", None)
        }
        "not reported post reform" => none("no-longer-given", None),
        "not yet inspected" => none("not-stated", Some("not yet inspected")),
        "-" | "–" | ".." | "no data" | "nan" | "null" => none("not-stated", None),
        words => {
            let old = inspected.is_some_and(is_before_sif) && words.contains("requires improvement");
            let odd = words
                .starts_with("to requires")
                .then_some("the table’s own words, which are not those of a report");
            TableJudgement {
                area: area.map(str::to_owned),
                grade: cell.map(str::to_owned),
                state: None,
                note: old.then_some(ADEQUATE).or(odd).map(str::to_owned),
            }
        }
    }
}

/// Why a cell is empty: the framework of the day, or the kind of visit, says that nothing could stand there.
fn blank(area: Option<&str>, inspected: Option<&str>, kind: Option<&str>) -> &'static str {
    let visit = kind.map(fold).is_some_and(|kind| kind.contains("focus") || kind.contains("monitoring"));
    let day = inspected.and_then(|day| day.parse::<NaiveDate>().ok());
    let framework = day.and_then(|day| {
        let in_force = |framework: &&frameworks::Framework| {
            framework.from <= day && framework.until.is_none_or(|until| day <= until)
        };
        frameworks::all().iter().filter(|framework| framework.id.starts_with("ilacs-2")).find(in_force)
    });
    match (area, framework) {
        _ if visit => "not-judged",
        (Some("overall"), Some(framework)) if !framework.areas.iter().any(|area| area == "overall") => {
            "no-longer-given"
        }
        (Some(area), Some(framework)) if !framework.areas.iter().any(|judged| judged == area) => "not-judged",
        _ => "not-stated",
    }
}

/// The area a heading names, long or short.
fn area(heading: &str) -> Option<&'static str> {
    let folded = fold(heading).replace('_', " ");
    let has = |words: &str| words.split(' ').all(|word| folded.contains(word));
    let care = has("in care") || has("looked after");
    let leavers = has("care leavers");
    if has("lscb") || has("safeguarding children board") {
        Some("lscb")
    } else if has("overall") {
        Some("overall")
    } else if has("capacity to improve") {
        Some("capacity-to-improve")
    } else if has("impact leaders") {
        Some("leaders")
    } else if has("help protection") {
        Some("help-and-protection")
    } else if care && leavers {
        Some("care-and-care-leavers")
    } else if leavers {
        Some("care-leavers")
    } else if has("adoption") {
        Some("adoption")
    } else if care {
        Some("children-in-care")
    } else if has("leadership") {
        Some("leadership-management")
    } else {
        None
    }
}
