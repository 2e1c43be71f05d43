//! A document's own lists: priority actions, areas to improve, strengths.

use crate::page::{Line, Page};
use crate::{frameworks, themes};
use packhorse_model::{Confidence, Fact, Finding, Rank, Span};
use regex::Regex;
use std::sync::LazyLock;

/// Headings over the lists.
static LISTS: LazyLock<[(Rank, Regex); 3]> = LazyLock::new(|| {
    let pattern = |words: &str| Regex::new(words).expect("the pattern is fixed");
    [
        (
            Rank::PriorityAction,
            pattern(
                r"^(?:\d+\.?\s*)?(?:areas? (?:for|requiring) priority (?:and immediate )?actions?|priority (?:and immediate )?actions?|areas? for immediate action)\b[^.]{0,60}$",
            ),
        ),
        (
            Rank::Improvement,
            pattern(
                r"^(?:\d+\.?\s*)?(?:what (?:does|do|needs?|must) .{0,80}(?:improve\b.{0,60}|improvement)|areas? (?:for|of|requiring) (?:further )?(?:improvement|development)s?|recommendations?|key recommendations|priorities for (?:further )?improvement|what needs to (?:improve|be improved|get better).{0,60}|areas that need to improve)\s*[?:]?\d?\s*(?:\((?:the )?lscb\)|for the lscb)?$",
            ),
        ),
        (
            Rank::Strength,
            pattern(
                r"^(?:key )?strengths\s*:?$|^what is the (?:local )?area partnership doing that is effective\??$|^the local authority's strengths$",
            ),
        ),
    ]
});

/// Headings that end a list wherever they stand.
static ENDS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:main |key |inspection )?findings\b|^headline findings|^overview$|^case stud|^next steps|^summary\b|^executive summary|^conclusion|^information about|^progress since|^local area partnership details|^inspection team|^the experiences and progress|^what is it like|^what does the (?:local )?area partnership need to do better|^yours (?:sincerely|faithfully)|^about this|^outcomes for|^quality of provision|^leadership|^the impact of leaders|^context$|^evaluation of progress|^performance management|^ofsted will take")
        .expect("the pattern is fixed")
});

/// Headings that end even a list grouped by sub-headings.
static ENDS_GROUPED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:main |key |inspection )?findings\b|^headline findings|^case stud|^next steps|^summary\b|^executive summary|^information about|^local area partnership details|^yours (?:sincerely|faithfully)|^ofsted will take")
        .expect("the pattern is fixed")
});

/// Sub-headings that group the items of a list by deadline.
static DEADLINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:immediately|(?:with)?in (?:\w+ )?(?:weeks?|months?)|within \w+ \w+)\b.{0,40}$")
        .expect("the pattern is fixed")
});

fn list(line: &Line<'_>) -> Option<Rank> {
    if line.is_item() || line.text.chars().count() > 160 {
        return None;
    }
    let words = line.folded.trim_end_matches(|c: char| c.is_ascii_digit()).trim();
    LISTS.iter().find(|(_, pattern)| pattern.is_match(words)).map(|(rank, _)| *rank)
}

/// The items of all lists, in order.
pub(crate) fn findings(page: &Page<'_>, kind: Option<&Fact<String>>) -> Vec<Finding> {
    let _ = kind;
    let mut found = Vec::new();
    let mut index = 0;
    while index < page.lines.len() {
        let Some(rank) = list(&page.lines[index]) else {
            index += 1;
            continue;
        };
        // In a table the label heads a column; the items stand in the rows below it.
        if let Some((table, _, column)) = page.lines[index].cell() {
            if rank == Rank::PriorityAction {
                index = tabled(page, index, table, column, &mut found);
            } else {
                index += 1;
            }
            continue;
        }
        index = section(page, index, rank, &mut found);
    }
    found
}

fn level(line: &Line<'_>) -> u8 {
    match line.kind {
        packhorse_model::BlockKind::Heading { level } => level,
        _ => 9,
    }
}

/// Reads the list under a heading; returns where reading goes on.
fn section(page: &Page<'_>, heading: usize, rank: Rank, found: &mut Vec<Finding>) -> usize {
    let head = &page.lines[heading];
    let mut group: Option<String> = None;
    let (mut items, mut paragraphs): (Vec<Draft>, Vec<Draft>) = (Vec::new(), Vec::new());
    let mut index = heading + 1;
    // A list that begins with a sub-heading is grouped by them, whatever words they use.
    let follows = |at: usize| {
        page.lines.get(at).is_some_and(Line::is_heading) && page.lines.get(at + 1).is_some_and(Line::is_item)
    };
    let grouped = follows(heading + 1);
    while let Some(line) = page.lines.get(index) {
        let next = page.lines.get(index + 1);
        if line.cell().is_some() {
            if items.is_empty() && rank == Rank::PriorityAction && list(line).is_none() {
                index += 1;
                continue;
            }
            break;
        }
        let deadline = DEADLINE.is_match(&line.folded) && !line.is_item();
        let ends = if grouped { ENDS_GROUPED.is_match(&line.folded) } else { ENDS.is_match(&line.folded) };
        if !deadline && (list(line).is_some() && line.folded != head.folded || ends && !line.is_item()) {
            break;
        }
        if line.folded == head.folded {
            index += 1;
            continue;
        }
        if line.is_heading() || deadline {
            let followed = next.is_some_and(Line::is_item);
            let deeper =
                deadline || level(line) > level(head) || level(line) == level(head) && level(head) >= 3;
            if !(followed && (deeper || grouped)) || is_area(line) {
                break;
            }
            group = Some(line.text.trim().trim_end_matches(':').to_owned());
        } else if line.is_item() {
            items.push(Draft::of(line, group.clone()));
        } else if items.is_empty() || only_leads_in(&items) {
            // A numbered sentence that leads in to paragraphs is no item.
            items.clear();
            paragraphs.push(Draft::of(line, group.clone()));
        } else if !line.text.trim_end().ends_with(':') {
            // After the items a paragraph of its own ends the list.
            break;
        } else if next.is_some_and(Line::is_item) {
            group = Some(line.text.trim().trim_end_matches(':').to_owned());
        }
        index += 1;
    }
    let drafts = if items.is_empty() { plain(paragraphs) } else { whole(items) };
    found.extend(drafts.into_iter().map(|draft| draft.finding(page, rank)));
    index
}

fn is_area(line: &Line<'_>) -> bool {
    let label = line.folded.split(':').next().unwrap_or("");
    line.text.chars().count() < 120 && line.folded.contains(':') && frameworks::area(label).is_some()
}

/// An item on its way.
struct Draft {
    text: String,
    span: Span,
    group: Option<String>,
    level: u8,
    numbered: bool,
}

impl Draft {
    fn of(line: &Line<'_>, group: Option<String>) -> Self {
        let level = match line.kind {
            packhorse_model::BlockKind::Item { level } => level,
            _ => 1,
        };
        Self {
            text: line.text.trim().to_owned(),
            span: line.span,
            group,
            level,
            numbered: line.number.is_some(),
        }
    }

    fn finding(self, page: &Page<'_>, rank: Rank) -> Finding {
        let themes = themes::themes(&self.text).into_iter().map(|hit| hit.id).collect();
        Finding {
            rank,
            place: page.place(self.span),
            group: self.group,
            rule: "item under its heading".into(),
            confidence: Confidence::Sure,
            themes,
            text: self.text,
        }
    }
}

/// Items with what belongs to them: those within an item join it, and what leads in is left out.
fn whole(items: Vec<Draft>) -> Vec<Draft> {
    let top = items.iter().map(|item| item.level).min().unwrap_or(1);
    let rest_unnumbered = items.len() > 1 && items[1..].iter().all(|item| !item.numbered);
    let lead_in = rest_unnumbered && items[0].numbered && leads_in(&items[0].text);
    let items: Vec<Draft> = items.into_iter().skip(usize::from(lead_in)).collect();
    let top = if lead_in { items.iter().map(|item| item.level).min().unwrap_or(top) } else { top };
    let mut whole: Vec<Draft> = Vec::new();
    for item in items {
        match whole.last_mut() {
            Some(parent) if item.level > top => {
                parent.text = format!("{} {}", parent.text, item.text);
                parent.span.end = item.span.end;
            }
            _ => whole.push(item),
        }
    }
    whole
}

fn only_leads_in(items: &[Draft]) -> bool {
    matches!(items, [only] if only.numbered && leads_in(&only.text))
}

fn leads_in(text: &str) -> bool {
    let text = text.trim_end();
    text.ends_with(':')
        || text.ends_with("following action.")
        || text.ends_with("following actions.")
        || text.ends_with("should:")
}

/// A list without marks: each paragraph is an item, unless it only leads in.
fn plain(paragraphs: Vec<Draft>) -> Vec<Draft> {
    let leads = |draft: &Draft| leads_in(&draft.text) || draft.text.chars().count() < 12;
    paragraphs.into_iter().filter(|draft| !leads(draft)).collect()
}

/// Priority actions in a table: one item for each row of the column, across tables that go on on
/// the next page.
fn tabled(page: &Page<'_>, heading: usize, table: u32, column: u32, found: &mut Vec<Finding>) -> usize {
    let mut index = heading + 1;
    let mut rows: Vec<((u32, u32), Draft)> = Vec::new();
    let mut body = String::new();
    while let Some(line) = page.lines.get(index) {
        let Some((at, row, col)) = line.cell() else { break };
        if at != table && at > table + 3 {
            break;
        }
        if col != column {
            body = line.text.to_owned();
        } else if !matches!(line.kind, packhorse_model::BlockKind::Cell { header: true, .. }) {
            let text = line
                .text
                .trim_start_matches(['•', '◼', '▪', ' ', '\u{F0B7}', '\u{F0A7}', '\u{F06E}'])
                .to_owned();
            match rows.last_mut().filter(|(place, _)| *place == (at, row)) {
                Some((_, draft)) => {
                    draft.text = format!("{} {text}", draft.text);
                    draft.span.end = line.span.end;
                }
                None => {
                    let mut draft = Draft::of(line, Some(body.clone()).filter(|body| !body.is_empty()));
                    draft.text = text;
                    rows.push(((at, row), draft));
                }
            }
        }
        index += 1;
    }
    found.extend(rows.into_iter().map(|(_, draft)| {
        let mut finding = draft.finding(page, Rank::PriorityAction);
        finding.rule = "row of the table of priority actions".into();
        finding
    }));
    index
}
