//! Small pieces of wording and setting that several sections share.

use crate::check::{contrast, denial};
use crate::papers::{Paper, mark};
use chrono::{Datelike, NaiveDate};
use packhorse_model::composed::{Block, Cell, Column, Look, Run, Style, Tone};
use packhorse_model::{DateRange, Grade, PartialDate, Place};

/// A number in words up to ten, with what is counted: “one area”, “12 areas”.
pub(crate) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { many })
}

/// A number, in words up to ten.
pub(crate) fn number(count: usize) -> String {
    const WORDS: [&str; 11] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// A sentence with a large first letter.
pub(crate) fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Words inside a sentence: “chair’s briefing”, “focused visit”. What holds a name or an office keeps its
/// large letter, “Cabinet Member’s briefing”, and so do initials, “ILACS”.
pub(crate) fn uncapital(words: &str) -> String {
    let mut chars = words.chars();
    let Some(first) = chars.next() else { return String::new() };
    let initials = chars.clone().next().is_some_and(char::is_uppercase);
    if initials || words.split_whitespace().skip(1).any(|word| word.starts_with(char::is_uppercase)) {
        return words.to_owned();
    }
    first.to_lowercase().chain(chars).collect()
}

/// A day in words: “14 January 2027”.
pub(crate) fn date(day: NaiveDate) -> String {
    PartialDate::Day(day).words()
}

/// A day with its weekday: “Thursday 14 January 2027”.
pub(crate) fn weekday_date(day: NaiveDate) -> String {
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let name = DAYS.get(day.weekday().num_days_from_monday() as usize).copied().unwrap_or("");
    format!("{name} {}", date(day))
}

/// The days of a visit as a sentence has them: “on 4 July 2023”, “on 11 and 12 August 2026”, “from 20
/// to 31 March 2023”.
pub(crate) fn visited(days: &DateRange) -> String {
    if let (PartialDate::Day(from), Some(PartialDate::Day(to))) = (days.from, days.to)
        && from.succ_opt() == Some(to)
    {
        return format!("on {}", days.words().replacen(" to ", " and ", 1));
    }
    let one_day = days.to.is_none_or(|to| to == days.from);
    match (one_day, days.from) {
        (true, PartialDate::Day(_)) => format!("on {}", days.words()),
        (true, _) => format!("in {}", days.words()),
        (false, _) => format!("from {}", days.words()),
    }
}

/// Words in quotation marks, white space made even.
pub(crate) fn quoted(words: &str) -> String {
    format!("“{}”", even(words))
}

/// Words with single spaces.
pub(crate) fn even(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first words of a passage, whole when it is short; dots say that it goes on.
pub fn excerpt(words: &str, most: usize) -> String {
    let all: Vec<&str> = words.split_whitespace().collect();
    if all.len() <= most + 4 {
        return all.join(" ");
    }
    // A clause that is whole says more than a few words of the next, unless it only leads in or what
    // follows takes some of it back.
    let is = |word: &str, known: &[&str]| {
        known.contains(&word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase().as_str())
    };
    let clause = (most.div_ceil(2).max(1)..=most).rev().find(|end| all[end - 1].ends_with([',', ';', ':']));
    let turns = |word: &&str| is(word, &TURNS) || contrast(word).is_some() || denial(word).is_some();
    let whole = clause.filter(|end| !is(all[0], &LEADS_IN) && !all[*end..].iter().any(turns));
    let mut kept = whole.unwrap_or(most);
    // “At night and […]” leaves a reader waiting.
    while kept > 1 && is(all[kept - 1], &WAITING) {
        kept -= 1;
    }
    let cut = all[..kept].join(" ");
    format!("{} […]", cut.trim_end_matches([',', ';', ':']))
}

/// How a clause begins that says nothing by itself.
const LEADS_IN: [&str; 9] = ["although", "while", "whilst", "despite", "when", "where", "if", "as", "since"];
/// Words that no shortened sentence ends with.
const WAITING: [&str; 16] =
    ["and", "or", "the", "a", "an", "of", "to", "in", "on", "at", "by", "for", "with", "from", "who", "that"];
/// More words after which a sentence may take back what it has said, beside those that set one thing
/// against another or deny.
const TURNS: [&str; 5] = ["unless", "until", "whereas", "now", "too"];

/// Words without references to the national framework: “(Outcome 4, National Framework)”. Inside
/// the words dots stand for a reference; at the end it goes with the full stop behind it.
pub(crate) fn without_reference(words: &str) -> String {
    let (mut kept, mut rest) = (String::new(), words);
    while let Some((before, after)) = rest.split_once('(') {
        let Some((inside, behind)) = after.split_once(')') else { break };
        let folded = crate::data::folded(inside);
        kept.push_str(before);
        if ["enabler", "outcome ", "national framework"].iter().any(|cue| folded.contains(cue)) {
            kept.truncate(kept.trim_end().len());
            if behind.chars().all(|c| c.is_whitespace() || matches!(c, '.' | ';' | ',')) {
                return kept;
            }
            kept.push_str(" […]");
        } else {
            kept.push_str(&format!("({inside})"));
        }
        rest = behind;
    }
    kept + rest
}

/// Where to find words, as a citation has it: “Ofsted, 19 July 2018, p. 2”, “… para 14, p. 5”.
pub(crate) fn citation(paper: &Paper, place: &Place) -> String {
    let words = cited(paper).replacen(&paper.source.cited(), &paper.source.dated(), 1);
    match place.pin() {
        place if place.is_empty() => words,
        place => format!("{words}, {place}"),
    }
}

/// What a source is called: “Ofsted, letter of 15 September 2026”.
pub(crate) fn cited(paper: &Paper) -> String {
    let unsure = paper.source.facts.published.as_ref().map_or("", |fact| mark(fact.confidence));
    let file = paper.source.file_name.as_str();
    let words = paper.source.cited();
    let words = if paper.unconfirmed.published {
        words.replacen(", undated, ", ", date not confirmed, ", 1)
    } else {
        words
    };
    // The name of a file is no title.
    let words = if paper.source.title() == file {
        words.replace(&format!(", “{file}”"), ", untitled").replace(&format!(" “{file}”"), ", untitled")
    } else {
        words
    };
    format!("{words}{unsure}")
}

/// What a source is called inside a sentence: “the letter of 15 September 2026”.
pub(crate) fn named(paper: &Paper) -> String {
    let facts = &paper.source.facts;
    let kind = facts.source_kind.value.words();
    match (&facts.published, &facts.inspected) {
        (Some(fact), _) => format!("the {kind} of {}{}", fact.value.words(), mark(fact.confidence)),
        (None, Some(fact)) => {
            format!("the {kind} on the inspection {}{}", visited(&fact.value), mark(fact.confidence))
        }
        (None, None) if paper.source.title() == paper.source.file_name => format!("the untitled {kind}"),
        (None, None) => format!("the {kind} “{}”", paper.source.title()),
    }
}

/// The quiet colour of a grade; the words say everything.
pub(crate) fn tone(grade: &Grade) -> Tone {
    let Some(words) = grade.printed().map(str::to_lowercase) else { return Tone::None };
    let has = |cue: &str| words.contains(cue);
    if has("inadequate") || has("systemic failings") {
        Tone::Poor
    } else if has("improvement") || has("adequate") || has("inconsistent") {
        Tone::Middling
    } else if has("outstanding") || has("good") || has("positive") {
        Tone::Good
    } else {
        Tone::None
    }
}

/// A paragraph of body text.
pub(crate) fn paragraph(words: impl Into<String>) -> Block {
    runs(vec![Run::plain(words)])
}

/// A paragraph of runs.
pub(crate) fn runs(runs: Vec<Run>) -> Block {
    Block::Paragraph { runs, style: Style::Body }
}

/// A larger first paragraph.
pub(crate) fn lead(words: impl Into<String>) -> Block {
    Block::Paragraph { runs: vec![Run::plain(words)], style: Style::Lead }
}

/// A smaller, softer paragraph.
pub(crate) fn small(words: impl Into<String>) -> Block {
    Block::Paragraph { runs: vec![Run::plain(words)], style: Style::Small }
}

/// A cell of one paragraph.
pub(crate) fn cell(words: impl Into<String>) -> Cell {
    cell_of(vec![vec![Run::plain(words)]])
}

/// A cell of paragraphs.
pub(crate) fn cell_of(paragraphs: Vec<Vec<Run>>) -> Cell {
    Cell { paragraphs, ..Cell::default() }
}

/// A softer run.
pub(crate) fn soft(words: impl Into<String>) -> Run {
    Run::looking(words, Look::Soft)
}

/// Columns with their shares of the width.
pub(crate) fn columns(each: &[(&str, u32)]) -> Vec<Column> {
    each.iter().map(|(heading, share)| Column::new(*heading, *share)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_says_that_it_goes_on() {
        assert_eq!(
            excerpt("one two three four five six", 3),
            "one two three four five six",
            "nearly whole is whole"
        );
        assert_eq!(excerpt("one two three, four five six seven eight", 3), "one two three […]");
        let after = " four five six seven eight nine ten eleven";
        assert_eq!(excerpt(&format!("One two three,{after}"), 5), "One two three […]", "a clause is whole");
        assert_eq!(excerpt(&format!("While two three,{after}"), 5), "While two three, four five […]");
        let turned = "One two three, but four five six seven eight nine ten";
        assert_eq!(excerpt(turned, 5), "One two three, but four […]", "praise is not cut before its “but”");
        assert_eq!(excerpt("One two and of three four five six seven", 4), "One two […]");
        assert_eq!(excerpt("One, two three four five six", 1), "One […]");
    }

    #[test]
    fn only_common_words_lose_their_large_letter() {
        for (words, inside) in [
            ("Chair’s briefing", "chair’s briefing"),
            ("Focused visit", "focused visit"),
            ("Cabinet Member’s briefing", "Cabinet Member’s briefing"),
            ("ILACS", "ILACS"),
        ] {
            assert_eq!(uncapital(words), inside);
        }
    }

    #[test]
    fn inadequate_is_not_adequate() {
        let grade = |words: &str| tone(&Grade::AsPrinted(words.to_owned()));
        assert_eq!(grade("Grade 4 (inadequate)"), Tone::Poor);
        assert_eq!(grade("Adequate"), Tone::Middling);
        assert_eq!(grade("Requires improvement to be good"), Tone::Middling);
        assert_eq!(tone(&Grade::NoLongerGiven), Tone::None);
    }

    #[test]
    fn a_visit_of_two_days_is_on_one_and_the_other() {
        let day = |text: &str| text.parse().expect("a date");
        let days = DateRange { from: day("2026-08-11"), to: Some(day("2026-08-12")) };
        assert_eq!(visited(&days), "on 11 and 12 August 2026");
        let days = DateRange { from: day("2026-07-31"), to: Some(day("2026-08-01")) };
        assert_eq!(visited(&days), "on 31 July and 1 August 2026");
        let days = DateRange { from: day("2023-03-20"), to: Some(day("2023-03-31")) };
        assert_eq!(visited(&days), "from 20 to 31 March 2023");
        assert_eq!(visited(&DateRange { from: day("2026-08"), to: None }), "in August 2026");
    }

    #[test]
    fn a_reference_to_the_framework_is_left_out_and_other_brackets_stay() {
        assert_eq!(
            without_reference("The response to missing children (Outcome 4, National Framework)."),
            "The response to missing children"
        );
        assert_eq!(
            without_reference("Plans (of all kinds) are late (enabler 2)"),
            "Plans (of all kinds) are late"
        );
        assert_eq!(without_reference("Not closed (outcome 1"), "Not closed (outcome 1");
    }
}
