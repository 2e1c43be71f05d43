//! Rows of a table that were run together: labels and grades in turn, in one paragraph.

use super::{Found, Reading, is_past, unnumbered};
use crate::frameworks::{self, Area};
use crate::page::Line;
use regex::Regex;
use std::sync::LazyLock;

/// Reads paragraphs that are nothing but labels, each with its grade. They were put together wrongly
/// once, so a person looks.
pub(super) fn packed(found: &mut Found<'_, '_>) {
    let page = found.page;
    for line in page.lines.iter().filter(|line| line.cell().is_none() && !is_past(&line.folded)) {
        for Pair { area, printed, words, at } in pairs(found, line) {
            let span = crate::span(line.span.start + at, words.len());
            let part = found.part(line, &crate::fold(printed));
            let rule = "labels and grades in one paragraph";
            found.add(Reading { area, printed, part, words, span, rule, sure: false });
        }
    }
}

struct Pair<'l> {
    area: &'static Area,
    printed: &'l str,
    words: &'l str,
    /// Where the words begin in the line.
    at: usize,
}

/// The pairs of a paragraph that is nothing else; none of any other.
fn pairs<'l>(found: &Found<'_, '_>, line: &Line<'l>) -> Vec<Pair<'l>> {
    static GRADE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:Grade \d ?\()?\b(?:Outstanding|Good|Adequate|Inadequate|Requires improvement(?: to be good)?)\b\)?")
            .expect("the pattern is fixed")
    });
    let text = line.text;
    let mut pairs = Vec::new();
    let mut from = 0;
    for grade in GRADE.find_iter(text) {
        let printed = unnumbered(text[from..grade.start()].trim_matches([' ', ':', '–', '—', '-', '|']));
        let Some(area) = frameworks::named_area(&crate::fold(printed)).filter(|area| found.gives(area))
        else {
            return Vec::new();
        };
        pairs.push(Pair { area, printed, words: grade.as_str(), at: grade.start() });
        from = grade.end();
    }
    let rest = text[from..].trim();
    let whole = rest.is_empty() || frameworks::named_area(&crate::fold(rest)).is_some();
    if pairs.len() > 1 && whole { pairs } else { Vec::new() }
}
