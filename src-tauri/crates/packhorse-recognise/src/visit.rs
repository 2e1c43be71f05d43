//! The visit: its title, days, publication, lead inspector and theme.

mod inspector;
mod published;
mod theme;

pub(crate) use inspector::lead_inspector;
pub(crate) use published::published;
pub(crate) use theme::theme;

use crate::dates::{self, Found, dates};
use crate::page::{Line, Page};
use crate::read;
use crate::sentences::sentences;
use chrono::NaiveDate;
use packhorse_model::{Confidence, DateRange, Fact, PartialDate, SourceKind, Span};
use regex::Regex;
use std::sync::LazyLock;

fn shifted(line: &Line<'_>, span: Span) -> Span {
    Span { start: span.start + line.span.start, end: span.end + line.span.start }
}

/// The title: of an inspection document its fixed title line, of others the first heading or line.
pub(crate) fn title(page: &Page<'_>, kind: SourceKind) -> Option<Fact<String>> {
    static TITLE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)^(re: )?((full |short |standard |joint |announced |unannounced )*((local )?area send )?(monitoring )?(re-?)?inspection (of|in)\b|((joint )?local |joint )?area send revisit\b|focuss?ed visit (to|of)|monitoring visit (to|of)|joint targeted area inspection)")
            .expect("the pattern is fixed")
    });
    let primary = matches!(kind, SourceKind::Report | SourceKind::Letter);
    let short = |line: &&Line<'_>| (8..260).contains(&line.text.chars().count());
    let head = page.head(6_000);
    if primary && let Some(line) = head.iter().filter(short).find(|line| TITLE.is_match(line.text)) {
        return Some(read(line.text.to_owned(), page.place(line.span), "title line", Confidence::Sure));
    }
    let heading = head.iter().filter(short).find(|line| line.is_heading());
    let first = head.iter().find(short).filter(|line| line.text.chars().count() < 160);
    let line = if kind == SourceKind::OutcomesTable {
        first
    } else {
        heading.filter(|line| line.index < 12).or(first)
    }?;
    // A summary for young people prints its name on another line than that of the inspection.
    let whole = kind != SourceKind::YoungPeoplesSummary || line.folded.contains("summary");
    let confidence = if whole { Confidence::Sure } else { Confidence::Check };
    Some(read(line.text.to_owned(), page.place(line.span), "first heading or line", confidence))
}

static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:dates? of (?:the |this )?(?:inspection|visit)|inspection dates?|dates? inspected|inspected(?: on)?|visit dates?)\b[\s:–-]*")
        .expect("the pattern is fixed")
});

static VISIT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b((re-?)?visit(ed)?|(re-?)?inspect(ion|ed|ors?)|fieldwork|took place|carried out|undertaken|on site)\b",
    )
    .expect("the pattern is fixed")
});

/// Words that make a visit another one than this.
static EARLIER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(previous(ly)?|last (full |ofsted |graded )?(inspection|graded|inspected|visited)|last graded|since the|earlier|prior to|in the year|published|letter of|year (later|earlier|after)|total of|\d+ (local )?(authorities|councils)|wider|meeting|engagement|conversation|(was|were) (graded|rated|judged))\b")
        .expect("the pattern is fixed")
});

/// Sentences that open a letter and say when its visit was.
static OPENING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)this letter (summarises|sets out|outlines|reports)|th(is|e) (inspection|visit) (took place|was carried out)|i am writing to|^(between|from|on) .{4,60}(ofsted|her majesty|his majesty|inspectors|the care quality commission).{0,200}\b(conducted|undertook|carried out|completed|inspected|visited|revisited|reinspected|re-inspected)\b")
        .expect("the pattern is fixed")
});

/// The days of the visit.
pub(crate) fn inspected(
    page: &Page<'_>,
    kind: SourceKind,
    published: Option<&Fact<PartialDate>>,
) -> Option<Fact<DateRange>> {
    let head = page.head(12_000);
    if crate::event::is_of_others(page) && !matches!(kind, SourceKind::Report | SourceKind::Letter) {
        // A school or a nursery was inspected, and not the council.
        return None;
    }
    let own = published.and_then(|fact| fact.value.whole());
    let other = |fact: &Fact<DateRange>| {
        // The date of a letter is never the day of its visit.
        kind != SourceKind::Letter || own.is_none_or(|own| fact.value.from != PartialDate::Day(own))
    };
    labelled(page, head)
        .or_else(|| match kind {
            SourceKind::Report | SourceKind::Letter => opening(page, head).or_else(|| told(page, head, kind)),
            _ => opening(page, head)
                .map(|fact| Fact { confidence: Confidence::Check, ..fact })
                .or_else(|| told(page, head, kind))
                .or_else(|| alone(page))
                .or_else(|| without_year(page, head, published?)),
        })
        .filter(other)
        .filter(|fact| kind == SourceKind::Report || kind == SourceKind::Letter || is_recent(fact, own))
}

/// A text tells of a visit of the months before it; what lies further back is an earlier one.
fn is_recent(fact: &Fact<DateRange>, own: Option<NaiveDate>) -> bool {
    own.is_none_or(|own| {
        let days = (own - fact.value.from.earliest()).num_days();
        (0..420).contains(&days)
    })
}

/// Days beside their label on the cover; in a table the label stands in one cell and they in the next.
fn labelled(page: &Page<'_>, head: &[Line<'_>]) -> Option<Fact<DateRange>> {
    head.iter().enumerate().find_map(|(order, line)| {
        let label = LABEL.find(line.text)?;
        let here = dates(line.text).into_iter().find(|found| found.span.start >= label.end());
        let bare = line.text.len() == label.end();
        let (line, found) = match here {
            Some(found) => (line, found),
            None => {
                let next = head.get(order + 1).filter(|_| bare)?;
                (next, dates(next.text).into_iter().next()?)
            }
        };
        Some(days(page, line, &found, "label on the cover", Confidence::Sure))
    })
}

fn days(
    page: &Page<'_>,
    line: &Line<'_>,
    found: &Found,
    rule: &str,
    confidence: Confidence,
) -> Fact<DateRange> {
    let mut range = found.range;
    if range.to.is_none() && matches!(range.from, PartialDate::Day(_)) {
        range.to = Some(range.from);
    }
    let confidence = if found.weekday_wrong { Confidence::Check } else { confidence };
    read(range, page.place(shifted(line, found.span)), rule, confidence)
}

/// Whether a date is a whole day.
fn is_day(found: &Found) -> bool {
    matches!(found.range.from, PartialDate::Day(_))
}

/// A date found in a sentence, with its place in the line.
fn moved(mut found: Found, by: usize) -> Found {
    found.span = Span { start: found.span.start + by, end: found.span.end + by };
    found
}

/// The sentence that opens a letter: “This letter summarises the findings of the visit on 4 and 5 July”.
fn opening(page: &Page<'_>, head: &[Line<'_>]) -> Option<Fact<DateRange>> {
    head.iter().find_map(|line| {
        sentences(line.text).into_iter().find_map(|sentence| {
            let words = &line.text[sentence.range()];
            let found = OPENING.is_match(words).then(|| dates(words).into_iter().find(is_day)).flatten()?;
            // What stands after the days may tell of an earlier inspection.
            let told = VISIT.is_match(words) && !EARLIER.is_match(&words[..found.span.start]);
            let found = moved(found, sentence.start);
            told.then(|| days(page, line, &found, "sentence that opens the letter", Confidence::Sure))
        })
    })
}

/// Sentences that say when a visit took place. A report tells of many days, so none of its sentences
/// but the opening one is believed.
fn told(page: &Page<'_>, head: &[Line<'_>], kind: SourceKind) -> Option<Fact<DateRange>> {
    if kind == SourceKind::Report {
        return None;
    }
    let primary = kind == SourceKind::Letter;
    head.iter().find_map(|line| {
        sentences(line.text).into_iter().find_map(|sentence| {
            let words = &line.text[sentence.range()];
            if !VISIT.is_match(words) || primary && EARLIER.is_match(words) {
                return None;
            }
            let all = dates(words);
            let of_visit = |(order, found): &(usize, &Found)| {
                // What stands before an earlier date of the sentence belongs to that one.
                let from = order.checked_sub(1).map_or(0, |before| all[before].span.end);
                let before = &words[from..found.span.start];
                if primary {
                    is_day(found)
                } else {
                    is_told(before) && !is_quoted(&words[..found.span.start])
                }
            };
            let found = all.iter().enumerate().find(of_visit).map(|(_, found)| *found)?;
            let found = moved(found, sentence.start);
            Some(days(page, line, &found, "sentence about the visit", Confidence::Check))
        })
    })
}

/// The first line of a summary often is nothing but the days.
fn alone(page: &Page<'_>) -> Option<Fact<DateRange>> {
    page.lines.iter().take(6).find_map(|line| {
        let found = dates(line.text).into_iter().next()?;
        let only = found.span.start == 0 && found.span.end == line.text.trim_end().len() && found.several;
        only.then(|| days(page, line, &found, "line of days at the top", Confidence::Check))
    })
}

/// “Inspectors visited on 11 and 12 August”: the year is that of the text's own date, or the one before.
fn without_year(
    page: &Page<'_>,
    head: &[Line<'_>],
    published: &Fact<PartialDate>,
) -> Option<Fact<DateRange>> {
    let until = published.value.whole()?;
    head.iter().find_map(|line| {
        sentences(line.text).into_iter().find_map(|sentence| {
            let words = &line.text[sentence.range()];
            if !VISIT.is_match(words) && !words.contains("came to") || EARLIER.is_match(words) {
                return None;
            }
            let found = moved(dates::before(words, until).into_iter().next()?, sentence.start);
            Some(days(
                page,
                line,
                &found,
                "days without a year, before the text's own date",
                Confidence::Check,
            ))
        })
    })
}

/// Whether a date after these words is the day of the visit a text is about.
fn is_told(before: &str) -> bool {
    static CAME_OUT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(?:published|letter of)\b(?P<rest>.*)$").expect("the pattern is fixed")
    });
    let earlier = EARLIER.find_iter(before).any(|found| !found.as_str().eq_ignore_ascii_case("published"));
    // “published the outcome of our focused visit on”: the visit stands nearer to the date.
    let came_out = CAME_OUT.captures(before).is_some_and(|found| !VISIT.is_match(&found["rest"]));
    follows_a_visit(before) && !earlier && !came_out
}

/// Whether words end inside a quotation, which may tell of any year.
fn is_quoted(before: &str) -> bool {
    before.matches('“').count() > before.matches('”').count() || before.matches('"').count() % 2 == 1
}

/// In a press text a date belongs to the visit only when the visit is named before it.
fn follows_a_visit(before: &str) -> bool {
    static NAMED: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(visit(ed)?|inspect(ion|ed|ors?)|took place|carried out)\b")
            .expect("the pattern is fixed")
    });
    NAMED.is_match(before)
}

#[cfg(test)]
mod tests;
