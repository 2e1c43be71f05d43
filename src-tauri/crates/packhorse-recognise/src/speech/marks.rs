//! Spans between quotation marks, paragraph by paragraph.

use super::pairs::{marks, pair};
use super::terms::is_term;
use crate::page::Page;
use packhorse_model::Span;

/// Words between marks.
#[derive(Debug, Clone)]
pub(super) struct Quoted {
    /// The words, without marks.
    pub words: String,
    /// The words' place in the document's text.
    pub span: Span,
    /// Index of the line in the page.
    pub line: usize,
    /// Whether the closing mark was there.
    pub closed: bool,
    /// Whether the paragraph before was the same speech, reopened.
    pub goes_on: bool,
    /// Whether a grade, a title or a term stands between the marks.
    pub is_term: bool,
    pub in_heading: bool,
    /// Whether the format sets it off as a quotation and no marks stand around it.
    pub unmarked: bool,
    /// Whether double marks stand around it.
    pub double: bool,
}

/// All quoted words, in order.
pub(super) fn quoted(page: &Page<'_>) -> Vec<Quoted> {
    let mut found = Vec::new();
    // Whether the speech of the paragraph before was left open, and with which mark.
    let mut open: Option<bool> = None;
    let curly = page.document.text.contains(['“', '”']);
    let singles = page.lines.iter().filter(|line| line.text.contains('‘')).count();
    let straight_single_style = !curly && !page.document.text.contains('"') && singles == 0;
    for (index, line) in page.lines.iter().enumerate() {
        if let Some(whole) = set_off(page, index, &found) {
            open = None;
            found.push(whole);
            continue;
        }
        let marks = marks(line.text, straight_single_style);
        let spans = pair(line.text, &marks);
        let starts = marks.first().is_some_and(|mark| line.text[..mark.at].trim().is_empty() && mark.opens);
        let mut last_open = None;
        for (order, pair) in spans.iter().enumerate() {
            let first = order == 0 && starts;
            let goes_on = first && open == Some(pair.double);
            let words = line.text[pair.start..pair.end].trim();
            let offset = pair.start + line.text[pair.start..pair.end].find(words).unwrap_or(0);
            if !pair.closed {
                last_open = Some(pair.double);
            }
            if words.is_empty() {
                continue;
            }
            found.push(Quoted {
                words: words.to_owned(),
                span: Span { start: line.span.start + offset, end: line.span.start + offset + words.len() },
                line: index,
                closed: pair.closed,
                goes_on,
                is_term: is_term(words, &line.text[..pair.start]),
                unmarked: false,
                double: pair.double,
                in_heading: line.is_heading() || index == 0 && line.text.chars().count() < 120,
            });
        }
        // A paragraph without any mark ends the speech before it; a heading within it does not.
        let heading = marks.is_empty() && open.is_some() && (line.is_heading() || line.looks_like_heading());
        if !heading || line.text.split_whitespace().count() > 8 {
            open = last_open;
        }
    }
    settle(page, found)
}

/// A paragraph that the format sets off as a quotation and that has no marks around it. One of two or
/// more goes on with the one before.
fn set_off(page: &Page<'_>, index: usize, found: &[Quoted]) -> Option<Quoted> {
    let line = page.lines.get(index).filter(|line| line.quoted.is_some() && !begins_with_dash(line.text))?;
    let text = line.text.trim();
    if text.starts_with(['“', '"', '‘', '\'']) || text.is_empty() {
        return None;
    }
    let start = line.span.start + line.text.find(text).unwrap_or(0);
    let before = index.checked_sub(1).and_then(|before| page.lines.get(before));
    let same = before.is_some_and(|before| before.quoted == line.quoted);
    let goes_on = same && found.last().is_some_and(|last| last.unmarked && last.line + 1 == index);
    Some(Quoted {
        words: text.to_owned(),
        span: Span { start, end: start + text.len() },
        line: index,
        closed: true,
        goes_on,
        is_term: false,
        in_heading: false,
        unmarked: true,
        double: true,
    })
}

/// “— Ada Moss, Director”: who said what stands above.
pub(super) fn begins_with_dash(text: &str) -> bool {
    text.trim_start().starts_with(['–', '—', '―']) || text.trim_start().starts_with("- ")
}

/// A quotation left open at a paragraph's end is a speech that goes on when the next paragraph opens
/// again, or when a mark that nothing opened closes it further on. Otherwise its end is not known: speech
/// runs to the end of its paragraph, a fragment to the end of its sentence.
fn settle(page: &Page<'_>, mut found: Vec<Quoted>) -> Vec<Quoted> {
    let mut index = 0;
    while index < found.len() {
        if found[index].closed {
            index += 1;
            continue;
        }
        let reopened =
            found.get(index + 1).is_some_and(|next| next.goes_on && next.line <= found[index].line + 2);
        if reopened {
            found[index].closed = true;
        } else if let Some(rest) = closed_further_on(page, &found, index) {
            found[index].closed = true;
            found.splice(index + 1..index + 1, rest);
        } else {
            cut(page, &mut found[index]);
        }
        index += 1;
    }
    found
}

/// The paragraphs between a mark that opens and the one that closes it, when no other stands between.
fn closed_further_on(page: &Page<'_>, found: &[Quoted], index: usize) -> Option<Vec<Quoted>> {
    let quoted = found.get(index).filter(|quoted| quoted.double)?;
    let mut rest = Vec::new();
    for (line, text) in
        page.lines.iter().enumerate().skip(quoted.line + 1).take(8).map(|(at, line)| (at, line.text))
    {
        let first = text.find(['“', '”', '"']);
        let end = first.unwrap_or(text.len());
        let closes = first.is_some_and(|at| {
            text[at..].starts_with('”') && at > 0 || text[at..].starts_with('"') && closes_straight(text, at)
        });
        if first.is_some() && !closes || page.lines[line].is_heading() {
            return None;
        }
        let words = text[..end].trim();
        let start = page.lines[line].span.start + text.find(words).unwrap_or(0);
        let span = Span { start, end: start + words.len() };
        rest.push(Quoted {
            words: words.to_owned(),
            span,
            line,
            closed: true,
            goes_on: true,
            in_heading: false,
            ..quoted.clone()
        });
        if closes {
            let taken = found.get(index + 1).is_some_and(|next| next.span.start < span.end);
            return (!taken).then_some(rest);
        }
    }
    None
}

/// Whether a straight mark stands behind a word and before a gap.
fn closes_straight(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + 1..].chars().next();
    before.is_some_and(|c| !c.is_whitespace()) && after.is_none_or(|c| !c.is_alphanumeric())
}

/// Ends a quotation whose closing mark is missing.
fn cut(page: &Page<'_>, quoted: &mut Quoted) {
    let line = &page.lines[quoted.line];
    let before =
        line.text[..quoted.span.start - line.span.start].trim_end_matches(['“', '"', '‘', '\'']).trim_end();
    let speech = before.is_empty() || before.ends_with([':', ',']);
    if !speech && let Some(first) = crate::sentences::sentences(&quoted.words).first().copied() {
        quoted.words.truncate(first.end);
        quoted.span.end = quoted.span.start + first.end;
    }
}
