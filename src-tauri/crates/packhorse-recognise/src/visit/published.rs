//! When a document was published, or the date of a letter.

use super::shifted;
use crate::dates::{Found, dates};
use crate::page::{Line, Page};
use crate::read;
use packhorse_model::{Confidence, Fact, PartialDate, SourceKind};
use regex::Regex;
use std::sync::LazyLock;

/// What stands before a date of publication.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:(?:report |date )?published(?: on| today)?,?|publication date|date of publication|issued(?: on)?|updated|posted(?: on)?|for (?:immediate )?release|for release(?: on)?|date(?: of (?:this )?(?:report|letter|release|statement|issue))?(?:\s*[:–-]|$))[\s:–-]*")
        .expect("the pattern is fixed")
});

/// A date that is not the document's own.
static EARLIER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:last|previous|next|inspection|meeting)\b").expect("the pattern is fixed")
});

static TODAY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(published|released|issued) (today|on),?\s*").expect("the pattern is fixed")
});

/// The printed date of publication, or the date of a letter.
pub(crate) fn published(page: &Page<'_>, kind: SourceKind) -> Option<Fact<PartialDate>> {
    let head = page.head(if kind == SourceKind::Letter { 3_500 } else { 9_000 });
    match kind {
        SourceKind::Letter => head.iter().find_map(|line| of_letter(page, line)),
        SourceKind::Report => head.iter().find_map(|line| labelled(page, line)).or_else(|| below(page, head)),
        _ => head
            .iter()
            .find_map(|line| labelled(page, line))
            .or_else(|| page.lines.iter().take(8).find_map(|line| dateline(page, line, kind)))
            .or_else(|| {
                page.lines.iter().find_map(|line| today(page, line)).filter(|_| kind != SourceKind::Minutes)
            })
            .or_else(|| hinted(page)),
    }
}

fn fact(
    page: &Page<'_>,
    line: &Line<'_>,
    found: &Found,
    rule: &str,
    confidence: Confidence,
) -> Fact<PartialDate> {
    let confidence = if found.weekday_wrong { Confidence::Check } else { confidence };
    read(found.range.from, page.place(shifted(line, found.span)), rule, confidence)
}

/// A date right after its label.
fn labelled(page: &Page<'_>, line: &Line<'_>) -> Option<Fact<PartialDate>> {
    let label = LABEL.find(line.text)?;
    let near = |found: &Found| found.span.start <= label.end() + 20 && found.span.start + 12 >= label.end();
    let found = dates(line.text).into_iter().find(near).filter(|found| !found.several)?;
    let earlier = EARLIER.is_match(&line.text[..found.span.start]);
    (!earlier).then(|| fact(page, line, &found, "label on the cover", Confidence::Sure))
}

/// A label alone on its line, as when the cells of a cover became lines, and the first day below it.
fn below(page: &Page<'_>, head: &[Line<'_>]) -> Option<Fact<PartialDate>> {
    let label =
        head.iter().position(|line| LABEL.find(line.text).is_some_and(|at| at.end() == line.text.len()))?;
    head[label + 1..]
        .iter()
        .take(3)
        .find_map(|line| of_letter(page, line))
        .map(|fact| Fact { rule: "day below its label on the cover".into(), ..fact })
}

/// A line that is a day and nothing else.
fn of_letter(page: &Page<'_>, line: &Line<'_>) -> Option<Fact<PartialDate>> {
    if line.text.len() > 60 {
        return None;
    }
    // Letterheads set the day on the line of the telephone number.
    static HEAD: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?i)^(?:t|tel(?:ephone)?|phone|direct (?:line|t)|textphone|e-?mail|www)\b[\s.:]*\S*[\d\s()+]*$",
        )
        .expect("the pattern is fixed")
    });
    let text = LABEL.find(line.text).map_or(line.text, |label| &line.text[label.end()..]);
    let found = dates(line.text).into_iter().next().filter(|found| !found.several)?;
    let around = text.len().abs_diff(found.span.end - found.span.start);
    let headed = found.span.end == line.text.len() && HEAD.is_match(&line.text[..found.span.start]);
    let alone = (around <= 2 || headed) && matches!(found.range.from, PartialDate::Day(_));
    alone.then(|| fact(page, line, &found, "date of the letter", Confidence::Sure))
}

/// The day near the top of a story.
fn dateline(page: &Page<'_>, line: &Line<'_>, kind: SourceKind) -> Option<Fact<PartialDate>> {
    static MEETING: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?i)^meeting\b|\bheld\b|\bvenue\b|\b(?:cabinet|committee|panel|council|board|executive)\b",
        )
        .expect("the pattern is fixed")
    });
    // “Oakhollow Borough Council – news release – 9 May 2022”
    static RELEASE: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?i)\b(?:news|press|media) release\b").expect("the pattern is fixed"));
    static BYLINE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)^by \p{L}|\||release\b|^(?:posted|published|radio|\p{L}+day)\b|^[\p{L} ]{3,40}, \d")
            .expect("the pattern is fixed")
    });
    static EVENT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(?:inspect\w*|visit\w*|took place|judged|rated|since|previous|last)\b")
            .expect("the pattern is fixed")
    });
    if line.text.chars().count() >= 100 || EVENT.is_match(line.text) {
        return None;
    }
    let whole = |found: &Found| !found.several && matches!(found.range.from, PartialDate::Day(_));
    let near = |found: &Found| found.span.start < 12 || BYLINE.is_match(line.text);
    let found = dates(line.text).into_iter().find(whole).filter(near)?;
    let meeting = MEETING.is_match(line.text) && !RELEASE.is_match(line.text);
    if kind == SourceKind::Minutes || meeting {
        // The day of the meeting is not the day the paper came out.
        return (kind == SourceKind::Minutes)
            .then(|| fact(page, line, &found, "day of the meeting", Confidence::Check));
    }
    Some(fact(page, line, &found, "dateline", Confidence::Sure))
}

/// “Published today, Tuesday 8 August”: said in passing, so a person looks.
fn today(page: &Page<'_>, line: &Line<'_>) -> Option<Fact<PartialDate>> {
    let said = TODAY.find(line.text)?;
    let near = |found: &Found| found.span.start >= said.end() && found.span.start < said.end() + 4;
    let found = dates(line.text).into_iter().find(near)?;
    Some(fact(page, line, &found, "said to be published that day", Confidence::Check))
}

fn hinted(page: &Page<'_>) -> Option<Fact<PartialDate>> {
    let day: PartialDate = page.document.published_hint.as_deref()?.get(..10)?.parse().ok()?;
    let rule = "metadata of the web page".into();
    Some(Fact { value: day, place: None, rule, confidence: Confidence::Check })
}
