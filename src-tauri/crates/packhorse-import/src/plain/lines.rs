//! The lines of a text, and those that belong to the page and not to its words.

use crate::build::begins_with_mark;
use crate::pdf::furniture::{masked, repeated};
use std::collections::BTreeSet;

/// A line with words.
#[derive(Debug, Clone)]
pub(super) struct Line<'t> {
    /// The words, without white space around them.
    pub text: &'t str,
    /// The line as it stands, for columns.
    pub raw: &'t str,
    /// How many blanks it is set in.
    pub indent: usize,
    /// The page it stands on; none where the text turns no pages.
    pub page: Option<u32>,
    /// Whether empty lines, or the end of a page, stand before it.
    pub apart: bool,
    /// Whether it is a running head, a foot or a page number.
    pub furniture: bool,
    /// Whether it is part of a footnote.
    pub note: bool,
    /// The table it belongs to.
    pub table: Option<u32>,
}

/// The lines of a text that hold words.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let paged = text.trim_end_matches(['\u{c}', '\n', '\r', ' ']).contains('\u{c}');
    let mut lines = Vec::new();
    for (number, page) in (1..).zip(text.split('\u{c}')) {
        let mut apart = true;
        for raw in page.split(['\n', '\r']).map(str::trim_end) {
            let text = raw.trim();
            if text.is_empty() {
                // A carriage return and a line feed are one line end.
                apart |= raw.as_ptr() != page.as_ptr() && !after_return(page, raw);
                continue;
            }
            let page = paged.then_some(number);
            let indent = raw.chars().take_while(|c| c.is_whitespace()).count();
            lines.push(Line { text, raw, indent, page, apart, furniture: false, note: false, table: None });
            apart = false;
        }
    }
    lines
}

/// Whether an empty part stands between the two characters of a line end.
fn after_return(page: &str, part: &str) -> bool {
    let at = part.as_ptr() as usize - page.as_ptr() as usize;
    page[..at].ends_with('\r') && page[at..].starts_with('\n')
}

/// The most lines that the footnotes of a page take.
const NOTES: usize = 8;

/// Finds footnotes: from a line that begins with a figure and, at once, a word with a capital, to the
/// foot of the page.
pub(super) fn notes(lines: &mut [Line<'_>]) {
    let mut end = lines.len();
    for at in (0..lines.len()).rev() {
        let turns = lines[at].furniture || lines.get(at + 1).is_some_and(|next| next.page != lines[at].page);
        if turns {
            end = if lines[at].furniture { at } else { at + 1 };
        }
        if !lines[at].furniture && begins_a_note(lines[at].text) && end - at <= NOTES && end < lines.len() {
            lines[at..end].iter_mut().for_each(|line| line.note = true);
        }
    }
}

/// “1The areas for improvement”: a figure that was raised, and a sentence.
fn begins_a_note(text: &str) -> bool {
    let words = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let figures = text.len() - words.len();
    let capital = words.starts_with(char::is_uppercase);
    (1..=2).contains(&figures)
        && capital
        && words.split(' ').count() > 2
        && words.chars().nth(1).is_some_and(|c| c == ' ' || c.is_lowercase())
}

/// How many lines at the top and at the bottom of a page may be its head and foot.
const EDGE: usize = 3;

/// Finds running heads, feet and page numbers.
pub(super) fn furniture(lines: &mut [Line<'_>]) {
    let pages = lines.iter().filter_map(|line| line.page).collect::<BTreeSet<_>>().len();
    let edges: Vec<usize> = if pages > 1 { at_edges(lines) } else { beside_numbers(lines) };
    let words = edges.iter().map(|at| (masked(lines[*at].text), u32::try_from(*at / 12).unwrap_or(0)));
    let on_page = |at: &usize| lines[*at].page.unwrap_or(0);
    let known = if pages > 1 {
        repeated(edges.iter().map(|at| (masked(lines[*at].text), on_page(at))), pages)
    } else {
        // Without pages, their numbers tell how many there are.
        let numbers = edges.iter().filter(|at| is_page_number(&masked(lines[**at].text))).count();
        repeated(words, numbers)
    };
    for at in edges {
        let words = masked(lines[at].text);
        lines[at].furniture = is_page_number(&words) || known.contains(&words);
    }
}

/// “7”, “Page 7”, “Page 7 of 12”, “- 7 -”, with figures as one sign.
fn is_page_number(masked: &str) -> bool {
    let words = masked.trim_matches(['-', '–', '|', ' ']).to_lowercase();
    matches!(words.as_str(), "#" | "page #" | "page # of #" | "# of #" | "#/#")
}

/// The first and last lines of each page.
fn at_edges(lines: &[Line<'_>]) -> Vec<usize> {
    let mut edges = BTreeSet::new();
    let mut start = 0;
    for page in lines.chunk_by(|a, b| a.page == b.page) {
        let end = start + page.len();
        edges.extend(start..end.min(start + EDGE));
        edges.extend(end.saturating_sub(EDGE).max(start)..end);
        start = end;
    }
    edges.into_iter().collect()
}

/// Without pages: bare numbers that count up through the text, and the lines next to them.
fn beside_numbers(lines: &[Line<'_>]) -> Vec<usize> {
    let number = |line: &Line<'_>| -> Option<u32> {
        if is_page_number(&masked(line.text)) {
            line.text.split(|c: char| !c.is_ascii_digit()).find(|run| !run.is_empty())?.parse().ok()
        } else {
            None
        }
    };
    let numbers: Vec<(usize, u32)> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, number(line)?))).collect();
    // A column of figures counts neither one by one nor at a distance.
    let counts = |pair: &[(usize, u32)]| pair[1].1 == pair[0].1 + 1 && pair[1].0 > pair[0].0 + 8;
    let pages: BTreeSet<usize> =
        numbers.windows(2).filter(|pair| counts(pair)).flat_map(|pair| [pair[0].0, pair[1].0]).collect();
    if pages.len() < 2 {
        return Vec::new();
    }
    let near = pages.iter().flat_map(|at| at.saturating_sub(2)..(at + 3).min(lines.len()));
    near.collect::<BTreeSet<_>>().into_iter().collect()
}

/// A bullet or a number on a line of its own.
pub(super) fn is_bare_mark(text: &str) -> bool {
    let number = text
        .strip_suffix(['.', ')'])
        .is_some_and(|number| (1..=3).contains(&number.len()) && number.chars().all(|c| c.is_ascii_digit()));
    let bullet = text.chars().count() == 1 && begins_with_mark(&format!("{text} x"));
    number || bullet && !text.starts_with(['-', '–'])
}
