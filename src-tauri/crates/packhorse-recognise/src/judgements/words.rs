//! Grades in sentences and headings.

use super::grade::is_grade;
use super::{Found, Reading, is_past, unnumbered};
use crate::frameworks::{self, Area};
use crate::page::Line;
use packhorse_model::Span;
use regex::Regex;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The grades, for patterns.
const GRADE: &str = r"(?P<g>outstanding|good|adequate|inadequate|requires? improvement(?: to be good)?)";

/// A sentence that is a judgement.
struct Shape {
    area: &'static str,
    /// The framework it belongs to; empty when any may print it.
    framework: &'static str,
    pattern: Regex,
}

static SHAPES: LazyLock<[Shape; 6]> = LazyLock::new(|| {
    let shape = |area, framework, before: &str| Shape {
        area,
        framework,
        pattern: Regex::new(&format!(r"^{before}{GRADE}\.?\d?$")).expect("the pattern is fixed"),
    };
    [
        shape(
            "overall",
            "sif",
            r"(?:the overall judgement is that )?(?:children's services|services for children(?: and young people)?)(?: (?:in|at|for) .{2,80}?)? (?:are |is )?(?:judged (?:to be|as) )?",
        ),
        shape(
            "overall",
            "sif",
            r"the overall judgement (?:is|for .{2,80}? is)(?: that .{2,80}? (?:are|is))?:? ",
        ),
        shape(
            "lscb",
            "sif",
            r"(?:the )?(?:effectiveness of the )?(?:[a-z' -]{0,60} )?(?:local safeguarding children board|lscb)(?: \(lscb\))?(?: is|:)? ?(?:judged to be )?",
        ),
        shape(
            "lscb",
            "sif",
            r"(?:it is our judgement that|the judgement (?:on|for|of)) the (?:effectiveness of the )?(?:local safeguarding children board|lscb)(?: \(lscb\))? (?:is )?(?:that it )?(?:is )?",
        ),
        shape(
            "lscb",
            "sif",
            r"the arrangements in place to evaluate the effectiveness of what is done .{4,120} (?:are|is) ",
        ),
        shape(
            "overall",
            "",
            r"(?:the )?overall effectiveness (?:of .{3,140}? )?is (?:judged (?:to be|as) )?",
        ),
    ]
});

/// Sentences that are a judgement: “Children’s services in X are good”.
pub(super) fn sentences(found: &mut Found<'_, '_>) {
    let framework = found.framework.map_or("", |framework| framework.id.as_str());
    let page = found.page;
    for line in page.lines.iter().filter(|line| line.text.len() <= 300 && !is_past(&line.folded)) {
        for shape in SHAPES.iter().filter(|shape| shape.framework.is_empty() || shape.framework == framework)
        {
            let Some(grade) = shape.pattern.captures(&line.folded).and_then(|captures| captures.name("g"))
            else {
                continue;
            };
            let Some(area) = frameworks::area_of(shape.area) else { continue };
            // Folding keeps the number of characters of these sentences, so the end is the end.
            let tail = line.text.trim_end_matches(|c: char| c == '.' || c.is_ascii_digit());
            let length = grade.as_str().chars().count();
            let start = tail.char_indices().rev().nth(length - 1).map_or(0, |(at, _)| at);
            let span = crate::span(line.span.start + start, tail.len() - start);
            let (printed, words) = (tail[..start].trim(), &tail[start..]);
            let rule = "sentence that is the judgement";
            let part = found.part(line, &line.folded);
            found.add(Reading { area, printed, part, words, span, rule, sure: true });
            break;
        }
    }
}

/// Headings that end in their grade.
pub(super) fn headings(found: &mut Found<'_, '_>) {
    let page = found.page;
    for line in &page.lines {
        let long = !line.is_heading() && line.text.len() > 200;
        if long || line.is_item() || line.cell().is_some() || is_past(&line.folded) {
            continue;
        }
        if let Some(at) = line.text.rfind(':').or_else(|| line.text.rfind(" is ").map(|at| at + 3)) {
            within(found, line, at);
        }
    }
}

/// A row of a table whose cells became one line: “Overall effectiveness Grade 3 (adequate)”, “1. Children
/// who need help and protection – Good”. Only a label the framework prints is believed.
pub(super) struct Row<'l> {
    pub area: &'static Area,
    pub printed: &'l str,
    pub words: &'l str,
    /// Where the words begin in the line.
    at: usize,
}

impl<'l> Row<'l> {
    pub(super) fn of(found: &Found<'_, '_>, line: &Line<'l>) -> Option<Self> {
        static ROW: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r"(?i)^(?P<l>.{4,140}?)[\s|:–—-]+(?P<w>(?:grade \d ?\(?)?(?:outstanding|good|adequate|inadequate|requires? improvement(?: to be good)?|performs (?:excellently|well|adequately|poorly))\)?(?: ?\(\d\))?)[\s|]*$")
                .expect("the pattern is fixed")
        });
        if line.text.len() > 200 || line.cell().is_some() || is_past(&line.folded) {
            return None;
        }
        let row = ROW.captures(line.text)?;
        let (label, words) = (row.name("l")?, row.name("w")?);
        let printed = unnumbered(label.as_str().trim_start_matches(['|', ' ', '•', '◼']).trim());
        let area = frameworks::named_area(&crate::fold(printed)).filter(|area| found.gives(area))?;
        Some(Self { area, printed, words: words.as_str(), at: words.start() })
    }
}

/// Rows that became one line; among lines that have lost their order their grades cannot be read.
pub(super) fn labels(found: &mut Found<'_, '_>, disordered: &BTreeSet<usize>) {
    let page = found.page;
    for line in &page.lines {
        let Some(Row { area, printed, words, at }) = Row::of(found, line) else { continue };
        let span = crate::span(line.span.start + at, words.len());
        let part = found.part(line, &crate::fold(printed));
        let rule = "grade beside its row label";
        let reading = Reading { area, printed, part, words, span, rule, sure: true };
        if disordered.contains(&line.index) { found.unread(&reading) } else { found.add(reading) }
    }
}

/// “The experiences and progress of care leavers: good”.
fn within(found: &mut Found<'_, '_>, line: &Line<'_>, at: usize) {
    let (printed, words) = (&line.text[..at], line.text[at + 1..].trim());
    let folded = crate::fold(printed);
    let label = folded.trim_end_matches(" is");
    let Some(area) = frameworks::area(label).filter(|_| is_grade(&crate::fold(words))) else { return };
    // Outside headings only an area the framework judges is believed.
    if !line.is_heading() && !found.gives(area) {
        return;
    }
    let start = line.span.start + line.text.len() - line.text[at + 1..].trim_start().len();
    let span = Span { start, end: start + words.len() };
    let printed = printed.trim_end_matches(" is");
    let part = found.part(line, label);
    found.add(Reading { area, printed, part, words, span, rule: "grade in a heading", sure: true });
}
