//! The visit: its title, days, publication, lead inspector and theme.

use crate::dates::{Found, dates};
use crate::page::{Line, Page};
use crate::read;
use crate::sentences::sentences;
use packhorse_model::{Confidence, DateRange, Fact, PartialDate, SourceKind, Span};
use regex::Regex;
use std::sync::LazyLock;

fn shifted(line: &Line<'_>, span: Span) -> Span {
    Span { start: span.start + line.span.start, end: span.end + line.span.start }
}

/// The title: of an inspection document its fixed title line, of others the first heading or line.
pub(crate) fn title(page: &Page<'_>, kind: SourceKind) -> Option<Fact<String>> {
    static TITLE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)^(re: )?((full |short |standard |joint |announced |unannounced )*((local )?area send )?(re-?)?inspection (of|in)\b|focuss?ed visit (to|of)|monitoring visit (to|of)|joint targeted area inspection)")
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
    Some(read(line.text.to_owned(), page.place(line.span), "first heading or line", Confidence::Sure))
}

/// The days of the visit.
pub(crate) fn inspected(page: &Page<'_>, kind: SourceKind) -> Option<Fact<DateRange>> {
    static LABEL: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)^(?:dates? of (?:the )?(?:inspection|visit)|inspection dates?|dates? inspected|inspected(?: on)?|visit dates?)\b[\s:–-]*").expect("the pattern is fixed")
    });
    let head = page.head(12_000);
    for (order, line) in head.iter().enumerate() {
        let Some(label) = LABEL.find(line.text) else { continue };
        let here = dates(line.text).into_iter().find(|found| found.span.start >= label.end());
        // In a table the label stands in one cell and the days in the next.
        let bare = line.text.len() == label.end();
        let (line, found) = match here {
            Some(found) => (line, Some(found)),
            None if bare => match head.get(order + 1) {
                Some(next) => (next, dates(next.text).into_iter().next()),
                None => (line, None),
            },
            None => (line, None),
        };
        if let Some(found) = found {
            return Some(days(page, line, &found, "label on the cover", Confidence::Sure));
        }
    }
    told(page, kind)
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

/// Sentences that say when the visit took place.
fn told(page: &Page<'_>, kind: SourceKind) -> Option<Fact<DateRange>> {
    static VISIT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?i)\b(visit(ed)?|inspect(ion|ed)|fieldwork|took place|carried out|undertaken|on site)\b",
        )
        .expect("the pattern is fixed")
    });
    static EARLIER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(previous(ly)?|last (full |ofsted )?inspection|since the (last|previous)|earlier|prior to|in the year|published|letter of|year (later|earlier|after)|wider)\b").expect("the pattern is fixed")
    });
    static OPENING: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)this letter (summarises|sets out)|th(is|e) (inspection|visit) (took place|was carried out)|i am writing to").expect("the pattern is fixed")
    });
    let primary = matches!(kind, SourceKind::Report | SourceKind::Letter);
    let mut fallback = None;
    for line in page.head(12_000) {
        for sentence in sentences(line.text) {
            let words = &line.text[sentence.range()];
            if !VISIT.is_match(words) || EARLIER.is_match(words) {
                continue;
            }
            let found =
                dates(words).into_iter().find(|found| primary || follows_a_visit(&words[..found.span.start]));
            let Some(mut found) = found else { continue };
            found.span.start += sentence.start;
            found.span.end += sentence.start;
            let whole = matches!(found.range.from, PartialDate::Day(_));
            if primary && OPENING.is_match(words) && whole {
                return Some(days(page, line, &found, "sentence that opens the letter", Confidence::Sure));
            }
            // A report tells of many days; only its opening says which were those of the visit.
            if fallback.is_none() && kind != SourceKind::Report && (whole || !primary) {
                fallback = Some(days(page, line, &found, "sentence about the visit", Confidence::Check));
            }
        }
    }
    // The first line of a summary often is nothing but the days.
    let bare = page.lines.iter().take(6).find_map(|line| {
        let found = dates(line.text).into_iter().next()?;
        let only = found.span.start == 0 && found.span.end == line.text.trim_end().len() && found.several;
        only.then(|| days(page, line, &found, "line of days at the top", Confidence::Check))
    });
    fallback.or(bare)
}

/// In a press text a date belongs to the visit only when the visit is named before it.
fn follows_a_visit(before: &str) -> bool {
    static VISIT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(visit(ed)?|inspect(ion|ed)|took place|carried out)\b")
            .expect("the pattern is fixed")
    });
    VISIT.is_match(before)
}

/// The printed date of publication, or the date of a letter.
pub(crate) fn published(page: &Page<'_>, kind: SourceKind) -> Option<Fact<PartialDate>> {
    static LABEL: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)^(?:(?:report |date )?published(?: on| today)?,?|publication date|date of publication|issued(?: on)?|date|updated|posted(?: on)?)\b[\s:–-]*")
            .expect("the pattern is fixed")
    });
    let head = page.head(if kind == SourceKind::Letter { 2_500 } else { 9_000 });
    let only_date = |line: &Line<'_>| {
        let found = dates(line.text).into_iter().next()?;
        let around = line.text.len() - (found.span.end - found.span.start);
        (around <= 2 && !found.several && matches!(found.range.from, PartialDate::Day(_))).then_some(found)
    };
    let fact = |line: &Line<'_>, found: &Found, rule: &str, confidence| {
        let confidence = if found.weekday_wrong { Confidence::Check } else { confidence };
        read(found.range.from, page.place(shifted(line, found.span)), rule, confidence)
    };
    if kind != SourceKind::Letter {
        for line in head {
            let Some(label) = LABEL.find(line.text) else { continue };
            let found = dates(line.text)
                .into_iter()
                .find(|found| found.span.start <= label.end() + 20 && found.span.start + 12 >= label.end());
            if let Some(found) = found.filter(|found| !found.several) {
                return Some(fact(line, &found, "label on the cover", Confidence::Sure));
            }
        }
    }
    if kind == SourceKind::Report {
        return None;
    }
    if kind == SourceKind::Letter {
        return head.iter().find_map(|line| {
            only_date(line).map(|found| fact(line, &found, "date of the letter", Confidence::Sure))
        });
    }
    if let Some(found) = page.lines.iter().take(8).find_map(|line| {
        let found = dates(line.text)
            .into_iter()
            .find(|found| !found.several && matches!(found.range.from, PartialDate::Day(_)))?;
        (found.span.start < 12 && line.text.len() < 80)
            .then(|| fact(line, &found, "dateline", Confidence::Sure))
    }) {
        return Some(found);
    }
    static TODAY: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(published|released|issued) (today|on),?\s*").expect("the pattern is fixed")
    });
    for line in &page.lines {
        if let Some(said) = TODAY.find(line.text)
            && let Some(found) = dates(line.text)
                .into_iter()
                .find(|found| found.span.start >= said.end() && found.span.start < said.end() + 4)
        {
            return Some(fact(line, &found, "said to be published that day", Confidence::Check));
        }
    }
    let hint = page.document.published_hint.as_deref()?;
    let day: PartialDate = hint.get(..10)?.parse().ok()?;
    Some(Fact {
        value: day,
        place: None,
        rule: "metadata of the web page".into(),
        confidence: Confidence::Check,
    })
}

const NAME: &str = r"[A-Z][\w’'-]+(?:\s+(?:[A-Z]\.?|de|van|der|al|Mc|O[’'])?\s*[A-Z][\w’'-]+){1,3}";

/// The lead inspector: by label, or the person who signs a letter about a visit.
pub(crate) fn lead_inspector(page: &Page<'_>, kind: Option<&str>) -> Option<Fact<String>> {
    static LABEL: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(&format!(r"^(?:Lead|Reporting|Leading)\s+[Ii]nspector(?:s)?\b\s*[:–-]?\s*(?:(?:Mr|Mrs|Ms|Miss|Dr)\s+)?(?P<n>{NAME})")).expect("the pattern is fixed")
    });
    static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(&format!(r"^(?P<n>{NAME}?),?\s+(?:(?:Senior )?H(?:M|is Majesty[’']s|er Majesty[’']s) ?I(?:nspector)?,?\s*)?(?:Ofsted,?\s+)?[Ll]ead [Ii]nspector")).expect("the pattern is fixed")
    });
    if kind == Some("jtai-letter") {
        return None;
    }
    for (order, line) in page.lines.iter().enumerate() {
        let found = LABEL.captures(line.text).or_else(|| BEFORE.captures(line.text));
        if let Some(name) = found.as_ref().and_then(|found| found.name("n")) {
            return Some(person(page, line, name.range().into(), "label “lead inspector”"));
        }
        // In a table the label stands in one cell and the name in the next.
        let bare = matches!(line.folded.trim_end_matches(':'), "lead inspector" | "reporting inspector");
        if bare && let Some(next) = page.lines.get(order + 1).filter(|next| is_name(next.text)) {
            return Some(person(page, next, (0..next.text.len()).into(), "label “lead inspector”"));
        }
    }
    let visit = matches!(kind, Some("focused-visit-letter" | "monitoring-visit-letter"));
    let yours = page.lines.iter().rposition(|line| {
        line.folded.starts_with("yours sincerely") || line.folded.starts_with("yours faithfully")
    })?;
    let signed = page.lines[yours + 1..].iter().take(4).find(|line| is_name(line.text)).filter(|_| visit)?;
    Some(person(page, signed, (0..signed.text.len()).into(), "signature of the letter"))
}

fn is_name(text: &str) -> bool {
    static ALONE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(&format!(r"^(?:(?:Mr|Mrs|Ms|Miss|Dr)\s+)?{NAME}(?:,?\s+(?:HMI|SHMI|CBE|OBE|MBE))?\s*$"))
            .expect("the pattern is fixed")
    });
    ALONE.is_match(text) && !text.contains("Inspector") && !text.contains("Majesty")
}

fn person(page: &Page<'_>, line: &Line<'_>, span: Span, rule: &str) -> Fact<String> {
    static TAIL: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:,|\s)+(?:Senior|HMI|SHMI|OBE|CBE|MBE|Her Majesty.*|His Majesty.*|Ofsted.*|Deputy.*)$")
            .expect("the pattern is fixed")
    });
    let mut name = line.text[span.range()].trim().to_owned();
    while let Some(tail) = TAIL.find(&name) {
        name.truncate(tail.start());
    }
    for title in ["Mr ", "Mrs ", "Ms ", "Miss ", "Dr "] {
        name = name.strip_prefix(title).unwrap_or(&name).to_owned();
    }
    read(name, page.place(shifted(line, span)), rule, Confidence::Sure)
}

/// What a visit looked at.
pub(crate) fn theme(page: &Page<'_>, kind: SourceKind) -> Option<Fact<String>> {
    static LOOKED: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)(?:inspectors? (?:looked at|evaluated|considered|reviewed|focused on)|(?:the )?visit (?:looked at|focused on)|multi-agency response to)\s+(?:the )?(?:local authority[’']s |council[’']s )?(?:arrangements for )?(?P<t>[^.;]{4,240})")
            .expect("the pattern is fixed")
    });
    if kind != SourceKind::Letter {
        return None;
    }
    for line in page.head(8_000) {
        if let Some(found) = LOOKED.captures(line.text).and_then(|found| found.name("t")) {
            let words = found.as_str().trim().to_owned();
            let span = crate::span(line.span.start + found.start(), words.len());
            return Some(read(
                words,
                page.place(span),
                "sentence that says what was looked at",
                Confidence::Check,
            ));
        }
    }
    None
}
