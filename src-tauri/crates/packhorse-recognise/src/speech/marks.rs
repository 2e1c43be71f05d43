//! Spans between quotation marks, paragraph by paragraph.

use crate::fold::fold;
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
}

/// A mark and what it can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mark {
    at: usize,
    length: usize,
    double: bool,
    opens: bool,
    closes: bool,
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
                in_heading: line.is_heading() || index == 0 && line.text.chars().count() < 120,
            });
        }
        // A paragraph without any mark ends the speech before it.
        open = last_open;
    }
    settle(page, found)
}

/// A quotation left open at a paragraph's end is a speech that goes on when the next paragraph
/// opens again; otherwise its end is not known, and it runs to the end of its sentence.
fn settle(page: &Page<'_>, mut found: Vec<Quoted>) -> Vec<Quoted> {
    for index in 0..found.len() {
        if found[index].closed {
            continue;
        }
        let line = found[index].line;
        let reopened = found.get(index + 1).is_some_and(|next| next.goes_on && next.line == line + 1);
        if reopened {
            found[index].closed = true;
            continue;
        }
        let quoted = &mut found[index];
        let Some(first) = crate::sentences::sentences(&quoted.words).first().copied() else { continue };
        let whole_line = page.lines[line].text.len() <= quoted.words.len() + 8;
        if !whole_line {
            quoted.words.truncate(first.end);
            quoted.span.end = quoted.span.start + first.end;
        }
    }
    found
}

#[derive(Debug, Clone, Copy)]
struct Pair {
    start: usize,
    end: usize,
    double: bool,
    closed: bool,
}

/// The outermost pairs of marks in a line. A closing mark without an opening one is passed over.
fn pair(text: &str, marks: &[Mark]) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    let mut open: Option<Mark> = None;
    for (order, mark) in marks.iter().enumerate() {
        match open {
            None if mark.opens => open = Some(*mark),
            None => {}
            Some(opener) if opener.double == mark.double && mark.closes => {
                // A straight mark that could open again: it closes, since one is open.
                if !mark.double && is_inner_apostrophe(text, mark, &marks[order + 1..]) {
                    continue;
                }
                pairs.push(Pair {
                    start: opener.at + opener.length,
                    end: mark.at,
                    double: mark.double,
                    closed: true,
                });
                open = None;
            }
            // The same kind opens again before it was closed: the first was never closed.
            Some(opener) if opener.double == mark.double && mark.opens && !mark.closes && mark.double => {
                pairs.push(Pair {
                    start: opener.at + opener.length,
                    end: mark.at,
                    double: true,
                    closed: false,
                });
                open = Some(*mark);
            }
            Some(_) => {}
        }
    }
    if let Some(opener) = open {
        // A single mark that never closes is an apostrophe (’tis, ’18) far more often than speech.
        let at_start = text[..opener.at].trim().is_empty();
        let rest = text.len() - opener.at;
        if opener.double || at_start && rest > 60 {
            pairs.push(Pair {
                start: opener.at + opener.length,
                end: text.len(),
                double: opener.double,
                closed: false,
            });
        }
    }
    pairs
}

/// A plural’s apostrophe inside a single-quoted span looks like its end: “children’ ”. When a later
/// mark can close as well and nothing opened between, the later one is the end.
fn is_inner_apostrophe(text: &str, mark: &Mark, later: &[Mark]) -> bool {
    let before = text[..mark.at].chars().next_back();
    let after = text[mark.at + mark.length..].chars().next();
    let plural = before == Some('s') && after == Some(' ');
    let next = later.iter().find(|other| !other.double);
    plural && next.is_some_and(|next| next.closes && !next.opens)
}

fn marks(text: &str, straight_singles: bool) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (at, c) in text.char_indices() {
        let before = text[..at].chars().next_back();
        let after = text[at + c.len_utf8()..].chars().next();
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let start = before.is_none_or(|c| {
            c.is_whitespace() || matches!(c, '(' | '[' | '–' | '—' | '-' | '“' | '‘' | '"' | '\'' | ':' | '/')
        });
        let mark = |double, opens, closes| Mark { at, length: c.len_utf8(), double, opens, closes };
        match c {
            '“' | '„' => marks.push(mark(true, true, false)),
            '”' => marks.push(mark(true, false, true)),
            '"' | '\u{2033}' => {
                let opens = start && after.is_some_and(|c| !c.is_whitespace());
                marks.push(mark(true, opens, !opens || before.is_some_and(|c| !c.is_whitespace())));
            }
            '‘' if !(letter(before) && letter(after)) => marks.push(mark(false, true, false)),
            '’' if !letter(after) => marks.push(mark(false, false, true)),
            '\'' => {
                if letter(before) && letter(after) {
                    continue;
                }
                let opens = start && letter(after);
                let closes = before.is_some_and(|c| !c.is_whitespace()) && !letter(after);
                if straight_singles || opens || closes {
                    marks.push(mark(false, opens, closes));
                }
            }
            _ => {}
        }
    }
    marks
}

/// Grades, titles of papers and terms stand between marks without being anyone's words.
fn is_term(words: &str, before: &str) -> bool {
    let folded = fold(words);
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    const GRADES: [&str; 8] = [
        "outstanding",
        "good",
        "adequate",
        "inadequate",
        "requires improvement",
        "requires improvement to be good",
        "satisfactory",
        "require improvement to be good",
    ];
    let count = bare.split_whitespace().count();
    let titled = count > 1
        && words
            .split_whitespace()
            .filter(|word| word.chars().count() > 3)
            .all(|word| word.starts_with(char::is_uppercase))
        && !words.ends_with(['.', ',', '!', '?']);
    let called = [
        "called",
        "known as",
        "so-called",
        "entitled",
        "titled",
        "named",
        "report,",
        "strategy,",
        "termed",
        "the term",
    ];
    let named = called.iter().any(|word| fold(before).ends_with(word)) && count <= 8;
    const HEADINGS: [&str; 6] = [
        "area for priority action",
        "areas for priority action",
        "priority action",
        "area for improvement",
        "areas for improvement",
        "what needs to improve",
    ];
    GRADES.contains(&bare) || HEADINGS.contains(&bare) || titled && count <= 12 || named
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(text: &str) -> Vec<String> {
        let marks = marks(text, false);
        pair(text, &marks).iter().map(|pair| text[pair.start..pair.end].to_owned()).collect()
    }

    #[test]
    fn marks_of_every_style_are_paired() {
        assert_eq!(between("She said: “We are proud.”"), ["We are proud."]);
        assert_eq!(between("She said: \"We are proud.\""), ["We are proud."]);
        assert_eq!(between("He said: ‘Two years is a long time.’"), ["Two years is a long time."]);
        assert_eq!(
            between("“They ‘turn up’ when the children’s plans say so,” she said."),
            ["They ‘turn up’ when the children’s plans say so,"]
        );
    }

    #[test]
    fn a_closing_mark_without_an_opening_one_inverts_nothing() {
        let text =
            "improving services.” Highlights: “clear systems are in place;” “visits are timely” and more.";
        assert_eq!(between(text), ["clear systems are in place;", "visits are timely"]);
    }

    #[test]
    fn apostrophes_are_no_marks() {
        assert!(between("The council's services and the children’s plans in ’18").is_empty());
    }
}
