//! Quotation marks of a line, and which of them belong together.

/// A mark and what it can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    pub at: usize,
    length: usize,
    double: bool,
    pub opens: bool,
    closes: bool,
}

/// What stands between two marks, in bytes of its line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    pub start: usize,
    pub end: usize,
    pub double: bool,
    pub closed: bool,
}

/// The outermost pairs of marks in a line. A closing mark without an opening one is passed over.
pub(super) fn pair(text: &str, marks: &[Mark]) -> Vec<Pair> {
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

/// The quotation marks of a line, in order; apostrophes within words are none.
pub(super) fn marks(text: &str, straight_singles: bool) -> Vec<Mark> {
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
