//! Which event a document tells of, and under which framework.

use crate::frameworks::{self, Framework};
use crate::page::{Line, Page};
use crate::read;
use packhorse_model::{Confidence, DateRange, Fact, SourceKind, Span};

/// The kind of event and its framework.
pub(crate) fn event(
    page: &Page<'_>,
    kind: SourceKind,
    inspected: Option<&Fact<DateRange>>,
) -> (Option<Fact<String>>, Option<Fact<String>>) {
    if !matches!(kind, SourceKind::Report | SourceKind::Letter) {
        return said(page, inspected);
    }
    let Some(Titled { span, candidates, sure }) = titled(page) else {
        let place = page.place(page.lines.first().map_or(Span { start: 0, end: 0 }, |line| line.span));
        return (Some(read("other".into(), place, "no known title", Confidence::Check)), None);
    };
    let (framework, confidence) = dated(&candidates, inspected);
    let event = framework.kinds.first().cloned().unwrap_or_else(|| "other".into());
    let place = page.place(span);
    let (titled, confidence) =
        if sure { (Confidence::Sure, confidence) } else { (Confidence::Check, Confidence::Check) };
    (
        Some(read(event, place, "title of the document", titled)),
        Some(read(framework.id.clone(), place, "title of the document and inspection dates", confidence)),
    )
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
                let Some(at) = joined.find(title.as_str()).filter(|at| *at < line.folded.len()) else {
                    continue;
                };
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
    let Some(Titled { span, candidates, .. }) = titled(page) else { return (None, None) };
    let (framework, _) = dated(&candidates, inspected);
    if candidates.len() > 1 && inspected.is_none() {
        return (None, None);
    }
    let place = page.place(span);
    (None, Some(read(framework.id.clone(), place, "inspection named in the text", Confidence::Check)))
}

#[cfg(test)]
mod tests;
