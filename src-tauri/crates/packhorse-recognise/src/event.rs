//! What sort of source a document is, which event it tells of, and under which framework.

use crate::frameworks::{self, Framework};
use crate::page::Page;
use crate::read;
use packhorse_model::{Confidence, DateRange, Fact, Format, SourceKind, Span};
use regex::Regex;
use std::sync::LazyLock;

/// A cue: a pattern over folded text, the kind it points to, and how strongly.
struct Cue {
    kind: SourceKind,
    pattern: Regex,
    weight: i32,
    rule: &'static str,
}

static CUES: LazyLock<Vec<Cue>> = LazyLock::new(|| {
    use SourceKind::{Letter, Minutes, NewsStory, PressRelease, Report, Statement, YoungPeoplesSummary};
    let cue = |kind, weight, rule, pattern: &str| Cue {
        kind,
        pattern: Regex::new(pattern).expect("the pattern is fixed"),
        weight,
        rule,
    };
    vec![
        cue(Report, 5, "inspection date on a cover", r"(?m)^inspection dates?:"),
        cue(Report, 4, "lead inspector on a cover", r"(?m)^(lead|reporting) inspector\b"),
        cue(
            Report,
            3,
            "title of a report",
            r"(?m)^((joint |full |short |standard )*(area send |local area send )?inspection of|review of services)",
        ),
        cue(Report, 3, "table of judgements", r"(?m)^judgement$"),
        cue(Report, 3, "age group on a cover", r"(?m)^age group:"),
        cue(Report, 2, "date of publication on a cover", r"(?m)^(report )?published:"),
        cue(Letter, 4, "addressed to somebody", r"(?m)^dear\b"),
        cue(
            Letter,
            5,
            "sums up a visit",
            r"this letter (summarises|sets out|is about|follows)|i am writing to (inform|report|confirm)",
        ),
        cue(Letter, 3, "signed by an inspector", r"(?m)^yours (sincerely|faithfully)"),
        cue(
            Letter,
            2,
            "visit as title",
            r"(?m)^(re: )?(focuss?ed|monitoring) visit (to|of)|(?m)^joint targeted area inspection of",
        ),
        cue(
            YoungPeoplesSummary,
            9,
            "calls itself a summary for children",
            r"(summary|version) (report )?for (children|young people)|(young people'?s|children'?s) (summary|version)",
        ),
        cue(Minutes, 5, "calls itself minutes", r"(?m)^(draft )?minutes\b|minutes of (the|a) (meeting|last)"),
        cue(
            Minutes,
            3,
            "lists who was present",
            r"(?m)^(present|in attendance|apologies( for absence)?|also present)\b",
        ),
        cue(Minutes, 3, "records a resolution", r"\bresolved\b"),
        cue(
            Statement,
            5,
            "calls itself a statement",
            r"(?m)^(a )?(joint )?(press )?statement\b|(?m)^statement (from|by|of)",
        ),
        cue(
            Statement,
            2,
            "speaks for a group",
            r"(independent|opposition|labour|conservative|liberal democrat|green)('s)? group",
        ),
        cue(
            PressRelease,
            5,
            "calls itself a press release",
            r"(?m)^(press|news|media) release\b[^.]{0,80}$|for immediate release",
        ),
        cue(PressRelease, 1, "speaks of a press release", r"(press|news|media) release"),
        cue(
            PressRelease,
            4,
            "has notes to editors",
            r"notes? (to|for) editors|(?m)^ends?$|media enquiries|press office",
        ),
        cue(
            PressRelease,
            2,
            "welcomed by the council",
            r"(the|our) (council|authority|borough)\b.{0,80}\bwelcom|welcomed by the (council|authority)|council welcomes",
        ),
        cue(
            NewsStory,
            4,
            "has a reporter",
            r"local democracy reporter|(?m)^by [a-z]+ [a-z'-]+( [a-z'-]+)?(,|$)|reporter\b",
        ),
        cue(
            NewsStory,
            2,
            "is behind a register",
            r"register now|sign in|subscribe|already have an account|leave a reply|advertisement|most read",
        ),
        cue(
            NewsStory,
            2,
            "tells of others",
            r"(told|tells) (the )?(echo|gazette|reporters|local democracy|bbc|news)|watchdog",
        ),
    ]
});

/// What sort of source a document is.
pub(crate) fn source_kind(page: &Page<'_>) -> Fact<SourceKind> {
    let whole = Span { start: 0, end: page.document.text.len() };
    if page.document.format == Format::Spreadsheet {
        return read(SourceKind::OutcomesTable, page.place(whole), "a table of cells", Confidence::Sure);
    }
    let text = page.folded();
    let head: String = text.chars().take(9_000).collect();
    let mut scores: Vec<(SourceKind, i32, &'static str)> = Vec::new();
    for cue in CUES.iter() {
        let early = matches!(
            cue.kind,
            SourceKind::Report
                | SourceKind::YoungPeoplesSummary
                | SourceKind::Minutes
                | SourceKind::Statement
        );
        let found = if early { cue.pattern.is_match(&head) } else { cue.pattern.is_match(&text) };
        if found {
            match scores.iter_mut().find(|(kind, ..)| *kind == cue.kind) {
                Some(entry) => entry.1 += cue.weight,
                None => scores.push((cue.kind, cue.weight, cue.rule)),
            }
        }
    }
    // A report holds a summary for young people; only a short document is one.
    if text.len() > 12_000 {
        scores.retain(|(kind, ..)| *kind != SourceKind::YoungPeoplesSummary);
    }
    scores.sort_by_key(|(_, score, _)| -score);
    let place = page.place(page.lines.first().map_or(whole, |line| line.span));
    match scores.first() {
        Some((kind, score, rule)) if *score >= 4 => {
            let rival = scores.get(1).map_or(0, |(_, score, _)| *score);
            let confidence =
                if *score >= 5 && *score >= rival + 3 { Confidence::Sure } else { Confidence::Check };
            read(*kind, place, rule, confidence)
        }
        Some((kind, _, rule)) => read(*kind, place, rule, Confidence::Check),
        None => read(fallback(&text), place, "no cue, by what it talks about", Confidence::Check),
    }
}

/// A text about an inspection with people speaking in it is taken for news.
fn fallback(text: &str) -> SourceKind {
    if text.contains("ofsted") || text.contains("inspect") {
        SourceKind::NewsStory
    } else {
        SourceKind::Other
    }
}

/// The kind of event and its framework.
pub(crate) fn event(
    page: &Page<'_>,
    kind: SourceKind,
    inspected: Option<&Fact<DateRange>>,
) -> (Option<Fact<String>>, Option<Fact<String>>) {
    if !matches!(kind, SourceKind::Report | SourceKind::Letter) {
        return said(page, inspected);
    }
    let Some((line, candidates)) = titled(page) else {
        let place = page.place(page.lines.first().map_or(Span { start: 0, end: 0 }, |line| line.span));
        return (Some(read("other".into(), place, "no known title", Confidence::Check)), None);
    };
    let (framework, confidence) = dated(&candidates, inspected);
    let event = framework.kinds.first().cloned().unwrap_or_else(|| "other".into());
    let place = page.place(line);
    (
        Some(read(event, place, "title of the document", Confidence::Sure)),
        Some(read(framework.id.clone(), place, "title of the document and inspection dates", confidence)),
    )
}

/// The frameworks whose title a document carries; the longest title that begins earliest wins.
fn titled(page: &Page<'_>) -> Option<(Span, Vec<&'static Framework>)> {
    let mut best: Option<(i64, Span, Vec<&'static Framework>)> = None;
    for (order, line) in page.head(9_000).iter().enumerate() {
        if line.text.chars().count() > 700 {
            continue;
        }
        // Titles wrap: a heading is read together with the line after it.
        let next = page.lines.get(order + 1).filter(|next| next.text.chars().count() < 120);
        let joined =
            next.map_or_else(|| line.folded.clone(), |next| format!("{} {}", line.folded, next.folded));
        for framework in frameworks::all() {
            for title in &framework.titles {
                let Some(at) = joined.find(title.as_str()).filter(|at| *at < line.folded.len()) else {
                    continue;
                };
                let score = score(order, line, at, title);
                match &mut best {
                    Some((most, _, list)) if *most == score => list.push(framework),
                    Some((most, ..)) if *most > score => {}
                    _ => best = Some((score, line.span, vec![framework])),
                }
            }
        }
    }
    best.map(|(_, span, mut list)| {
        list.dedup_by_key(|framework| framework.id.clone());
        (span, list)
    })
}

/// Short lines near the top are titles; long ones only mention.
fn score(order: usize, line: &crate::page::Line<'_>, at: usize, title: &str) -> i64 {
    let short = line.text.chars().count() < 200;
    let starts = at < 60;
    let shape = match (short, starts) {
        (true, true) => 1_000,
        (true, false) => 600,
        (false, _) => 100,
    };
    let order = i64::try_from(order).unwrap_or(i64::MAX / 4);
    // A visit under ILACS names both; the visit is what the document is about.
    let visit = i64::from(title.contains("visit") || title.contains("joint targeted")) * 150;
    shape + visit + i64::try_from(title.len()).unwrap_or(0) - order.min(400)
}

/// Of frameworks with the same title, the one in force when the visit began.
fn dated(
    candidates: &[&'static Framework],
    inspected: Option<&Fact<DateRange>>,
) -> (&'static Framework, Confidence) {
    let first = candidates[0];
    let Some(fact) = inspected else {
        let confidence = if candidates.len() == 1 { Confidence::Sure } else { Confidence::Check };
        return (candidates.last().copied().unwrap_or(first), confidence);
    };
    let day = fact.value.from.earliest();
    let in_force =
        |framework: &&&Framework| framework.from <= day && framework.until.is_none_or(|until| day <= until);
    match candidates.iter().find(in_force) {
        Some(framework) => (framework, fact.confidence),
        None if candidates.len() == 1 => (first, Confidence::Check),
        None => (
            candidates
                .iter()
                .copied()
                .min_by_key(|framework| (framework.from - day).num_days().abs())
                .unwrap_or(first),
            Confidence::Check,
        ),
    }
}

/// What a press text says of the event it reports: never sure, for it is second-hand.
fn said(
    page: &Page<'_>,
    inspected: Option<&Fact<DateRange>>,
) -> (Option<Fact<String>>, Option<Fact<String>>) {
    const VISITS: [(&str, &str, &str); 5] = [
        ("focused visit", "focused-visit-letter", "ilacs-fv"),
        ("focussed visit", "focused-visit-letter", "ilacs-fv"),
        ("monitoring visit", "monitoring-visit-letter", "ilacs-mv"),
        ("joint targeted area inspection", "jtai-letter", "jtai"),
        ("area send inspection", "area-send-report", "send-2023"),
    ];
    for line in &page.lines {
        for (words, kind, framework) in VISITS {
            if line.folded.contains(words) {
                let place = page.place(line.span);
                let rule = "event named in the text";
                return (
                    Some(read(kind.into(), place, rule, Confidence::Check)),
                    Some(read(framework.into(), place, rule, Confidence::Check)),
                );
            }
        }
    }
    let Some((span, candidates)) = titled(page) else { return (None, None) };
    let (framework, _) = dated(&candidates, inspected);
    if candidates.len() > 1 && inspected.is_none() {
        return (None, None);
    }
    let place = page.place(span);
    (None, Some(read(framework.id.clone(), place, "inspection named in the text", Confidence::Check)))
}
