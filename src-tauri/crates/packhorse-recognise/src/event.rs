//! Which event a document tells of, and under which framework.

use crate::fold::{fold, holds};
use crate::frameworks::Subject;
use crate::frameworks::{self, Framework};
use crate::page::{Line, Page};
use crate::read;
use crate::sentences::sentences;
use crate::source_kind;
use crate::speech::outside_quotes;
use packhorse_model::{Confidence, DateRange, Fact, SourceKind, Span};
use regex::Regex;
use std::sync::LazyLock;

/// The kind of event and its framework.
pub(crate) fn event(
    page: &Page<'_>,
    kind: SourceKind,
    inspected: Option<&Fact<DateRange>>,
) -> (Option<Fact<String>>, Option<Fact<String>>) {
    if !matches!(kind, SourceKind::Report | SourceKind::Letter) {
        return said(page, inspected);
    }
    if let Some(general) = general(page) {
        return general;
    }
    let Some(Titled { span, candidates, sure }) = titled(page) else {
        let place = page.place(page.lines.first().map_or(Span { start: 0, end: 0 }, |line| line.span));
        return (Some(read("other".into(), place, "no known title", Confidence::Check)), None);
    };
    let event = candidates[0].kinds.first().cloned().unwrap_or_else(|| "other".into());
    let place = page.place(span);
    let certain = if sure { Confidence::Sure } else { Confidence::Check };
    let event = Some(read(event, place, "title of the document", certain));
    if inspected.is_none() && candidates.len() > 1 {
        // Which generation a title belongs to, only the dates say; the judged areas may give it away.
        return (event, by_areas(page, &candidates));
    }
    let (framework, confidence) = dated(&candidates, inspected);
    let rule = "title of the document and inspection dates";
    (event, Some(read(framework.id.clone(), place, rule, confidence.min(certain))))
}

/// Guidance for inspectors, and reports on the whole country, tell of no event.
#[allow(clippy::type_complexity, reason = "the same pair that `event` gives")]
fn general(page: &Page<'_>) -> Option<(Option<Fact<String>>, Option<Fact<String>>)> {
    let (span, thematic) = source_kind::general(page)?;
    let fact = |value: &str| {
        Some(read(value.to_owned(), page.place(span), "guidance or a national report", Confidence::Check))
    };
    Some((fact("other"), thematic.then(|| fact("thematic")).flatten()))
}

/// The one framework whose areas are those a table or heading of the document names.
fn by_areas(page: &Page<'_>, candidates: &[&'static Framework]) -> Option<Fact<String>> {
    let labels = page.lines.iter().filter(|line| line.cell().is_some() || line.text.len() < 120);
    let areas: Vec<(&str, Span)> = labels
        .filter_map(|line| {
            let label = line.folded.split(':').next().unwrap_or("");
            frameworks::named_area(label).map(|area| (area.id.as_str(), line.span))
        })
        .collect();
    let (_, span) = *areas.first()?;
    let fits = |framework: &&&Framework| {
        let printed = |id: &str| areas.iter().any(|(area, _)| *area == id);
        areas.iter().all(|(id, _)| framework.areas.iter().any(|area| area == id))
            && framework.areas.iter().all(|id| printed(id))
    };
    let mut fitting = candidates.iter().filter(fits);
    let only = fitting.next().filter(|_| fitting.next().is_none())?;
    Some(read(only.id.clone(), page.place(span), "areas that are judged", Confidence::Check))
}

/// A title found in a document.
struct Titled {
    span: Span,
    /// The frameworks whose documents carry it.
    candidates: Vec<&'static Framework>,
    /// Whether it stands as a title and is not only mentioned.
    sure: bool,
}

/// The plainest title of a document; of equal ones the longest that begins earliest.
fn titled(page: &Page<'_>) -> Option<Titled> {
    let mut best: Option<(i64, Titled)> = None;
    for (order, line) in page.head(9_000).iter().enumerate().filter(|(_, line)| line.text.len() <= 720) {
        // Titles wrap: a heading is read together with the line after it.
        let next = page.lines.get(order + 1).filter(|next| next.text.len() < 130);
        let joined =
            next.map_or_else(|| line.folded.clone(), |next| format!("{} {}", line.folded, next.folded));
        for framework in frameworks::all() {
            for title in &framework.titles {
                let Some(at) = found(&joined, title).filter(|at| *at < line.folded.len()) else {
                    continue;
                };
                if is_of_law(&joined[at..]) || line.folded.ends_with('?') {
                    continue;
                }
                if is_head_of_mail(&line.folded) {
                    continue;
                }
                let score = score(order, line, at, title);
                match &mut best {
                    Some((most, titled)) if *most == score => titled.candidates.push(framework),
                    Some((most, _)) if *most > score => {}
                    _ => {
                        best = Some((
                            score,
                            Titled { span: line.span, candidates: vec![framework], sure: score >= MENTIONED },
                        ))
                    }
                }
            }
        }
    }
    best.map(|(_, mut titled)| {
        titled.candidates.dedup_by_key(|framework| framework.id.clone());
        titled
    })
}

/// Where folded words hold a title. A star in it stands for at most a few words.
fn found(folded: &str, title: &str) -> Option<usize> {
    let Some((begin, end)) = title.split_once('*') else { return folded.find(title) };
    let start = folded.find(begin)?;
    let rest = &folded[start + begin.len()..];
    let name = &rest[..rest.find(end)?];
    let short = (1..=8).contains(&name.split_whitespace().count()) && !name.contains(['.', ',']);
    short.then_some(start)
}

/// “Subject: FW: Ofsted focused visit letter published today”: about a letter, and not the letter.
fn is_head_of_mail(folded: &str) -> bool {
    ["subject:", "from:", "to:", "cc:", "sent:", "attachments:", "re:", "fw:", "fwd:"]
        .iter()
        .any(|field| folded.starts_with(field) && !(*field == "re:" && folded.len() < 120))
}

/// “The Children Act 2004 (Joint Area Reviews) Regulations 2015” tells of no review.
fn is_of_law(from_title: &str) -> bool {
    let near: String = from_title.chars().take(60).collect();
    near.contains("regulations") || near.contains("act 20") || near.contains(") order")
}

/// What long lines that only mention a title score at most.
const MENTIONED: i64 = 400;

/// Short lines near the top are titles; long ones only mention.
fn score(order: usize, line: &Line<'_>, at: usize, title: &str) -> i64 {
    let shape = match (line.text.len() < 220, at < 60) {
        (true, true) => 1_000,
        (true, false) => 800,
        (false, _) => 100,
    };
    let order = i64::try_from(order).unwrap_or(i64::MAX / 4);
    // A visit under ILACS names both; the visit is what the document is about.
    let visit = i64::from(title.contains("visit") || title.contains("joint targeted")) * 150;
    let length = i64::try_from(title.len()).unwrap_or(0).min(100);
    (shape + visit + length - order.min(300)).min(if shape == 100 { MENTIONED - 1 } else { i64::MAX })
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
    if is_of_others(page) || crate::authority::several(page) {
        return (None, None);
    }
    if let Some((span, kind, framework)) = visit(page) {
        let place = page.place(span);
        let rule = "event named in the text";
        let fact = |value: &str| Some(read(value.to_owned(), place, rule, Confidence::Check));
        let framework = if framework.starts_with("send") { send(page, inspected) } else { framework };
        return (fact(kind), fact(framework));
    }
    let Some(Titled { span, candidates, .. }) = titled(page) else {
        return (None, inspected.and_then(|inspected| graded(page, inspected)));
    };
    let (framework, _) = dated(&candidates, inspected);
    if candidates.len() > 1 && inspected.is_none()
        || !framework.graded
        || framework.subject != Subject::Council
    {
        return (None, None);
    }
    let place = page.place(span);
    (None, Some(read(framework.id.clone(), place, "inspection named in the text", Confidence::Check)))
}

/// The visit a text is about: in the headline or in a sentence of its own words, never one that only
/// says what came before.
fn visit(page: &Page<'_>) -> Option<(Span, &'static str, &'static str)> {
    const VISITS: [(&str, &str, &str); 8] = [
        ("focused visit", "focused-visit-letter", "ilacs-fv"),
        ("focussed visit", "focused-visit-letter", "ilacs-fv"),
        ("monitoring visit", "monitoring-visit-letter", "ilacs-mv"),
        ("joint targeted area inspection", "jtai-letter", "jtai"),
        ("area send inspection", "area-send-report", "send-2023"),
        ("send inspection", "area-send-report", "send-2023"),
        ("inspection of the local area", "area-send-report", "send-2023"),
        ("local area partnership", "area-send-report", "send-2023"),
    ];
    const GRADED: [&str; 8] = [
        "rated",
        "graded",
        "judged",
        "downgraded",
        "rating",
        "ratings",
        "inadequate",
        "requires improvement",
    ];
    let graded = page.lines.iter().take(6).any(|line| {
        GRADED.iter().any(|word| holds(&line.folded, word)) && !line.folded.contains("not graded")
    });
    page.lines.iter().find_map(|line| {
        sentences(line.text).into_iter().find_map(|at| {
            let words = fold(&outside_quotes(&line.text[at.range()]));
            let (_, kind, framework) =
                VISITS.iter().find(|(visit, ..)| words.contains(visit) && !is_earlier(&words, visit))?;
            // A story of a grade that names a visit tells of what came before the inspection.
            let told = !graded || framework.starts_with("send") || line.index < 3;
            let span = Span { start: line.span.start + at.start, end: line.span.start + at.end };
            told.then_some((span, *kind, *framework))
        })
    })
}

/// Which of the two frameworks for special educational needs: by the days, or by the written statement
/// of action that only the first of them asked for.
fn send(page: &Page<'_>, inspected: Option<&Fact<DateRange>>) -> &'static str {
    let first = frameworks::framework("send-2016").and_then(|framework| framework.until);
    match (inspected, first) {
        (Some(days), Some(until)) if days.value.from.earliest() <= until => "send-2016",
        (Some(_), _) => "send-2023",
        (None, _) if page.folded().contains("written statement of action") => "send-2016",
        (None, _) => "send-2023",
    }
}

/// “following a focused visit in May”, “since the last monitoring visit”: not what the text is about.
fn is_earlier(sentence: &str, visit: &str) -> bool {
    static EARLIER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"\b(?:since|previous|last|earlier|(?:year|months?|weeks?) after|comes? .{0,20}after|warned .{0,40}(?:following|after)|until|next)\b.{0,60}$")
            .expect("the pattern is fixed")
    });
    sentence.find(visit).is_some_and(|at| EARLIER.is_match(&sentence[..at]))
}

/// A dated inspection of children's services that was graded is one under the framework of its day.
fn graded(page: &Page<'_>, inspected: &Fact<DateRange>) -> Option<Fact<String>> {
    let of_services = page.lines.iter().take(12).any(|line| {
        let folded = &line.folded;
        (folded.contains("children's services") || folded.contains("children's social care"))
            && (folded.contains("ofsted") || folded.contains("inspect"))
    });
    let day = inspected.value.from.earliest();
    let in_force = |framework: &&Framework| {
        framework.titles.iter().any(|title| title == "local authority children's services")
            && framework.from <= day
            && framework.until.is_none_or(|until| day <= until)
    };
    let framework = frameworks::all().iter().find(in_force).filter(|_| of_services)?;
    let rule = "inspection of children’s services on these days";
    Some(read(framework.id.clone(), inspected.place?, rule, Confidence::Check))
}

/// Whether a text is about a school, a nursery or a home, which Ofsted inspects as well.
pub(crate) fn is_of_others(page: &Page<'_>) -> bool {
    let head = page.lines.iter().take(4).map(|line| line.folded.as_str()).collect::<Vec<_>>().join(" ");
    const OTHERS: [&str; 8] = [
        "school",
        "academy",
        "nursery",
        "pre-school",
        "childminder",
        "college",
        "children's home",
        "headteacher",
    ];
    const OURS: [&str; 5] =
        ["children's services", "children's social care", "social workers", "care leavers", "send "];
    OTHERS.iter().any(|other| holds(&head, other))
        && !OURS.iter().any(|ours| head.contains(ours))
        && !page.folded().contains("inspection of children's services")
}

#[cfg(test)]
mod tests;
