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

impl Mark {
    /// Whether it says by its shape if it opens or closes, as “ and ” do.
    fn is_curly(&self) -> bool {
        self.double && self.opens != self.closes
    }
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
    if let Some(whole) = around_others(text, marks) {
        return vec![whole];
    }
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
        // Speech begins a paragraph or follows a colon.
        let before = text[..opener.at].trim_end();
        let at_start = before.is_empty() || before.ends_with(':');
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

/// A speech that fills its paragraph and quotes somebody with marks of its own kind: “He said that “we
/// tried”. I doubt it.” The last mark may be missing where the speech goes on in the next paragraph.
fn around_others(text: &str, marks: &[Mark]) -> Option<Pair> {
    let opens = |mark: &&Mark| text[..mark.at].trim().is_empty() && mark.is_curly() && mark.opens;
    let first = marks.first().filter(opens)?;
    let mut depth = 0;
    for (order, mark) in marks.iter().filter(|mark| mark.is_curly()).enumerate() {
        depth += if mark.opens { 1 } else { -1 };
        let ends = text[mark.at + mark.length..].trim().is_empty();
        if depth == 0 {
            let end = mark.at;
            let pair = Pair { start: first.at + first.length, end, double: true, closed: true };
            return (ends && order > 1).then_some(pair);
        }
    }
    let others = marks.iter().filter(|mark| mark.is_curly() && mark.opens).count() - 1;
    let pair = Pair { start: first.at + first.length, end: text.len(), double: true, closed: false };
    (depth == 1 && others > 0).then_some(pair)
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
            // A closing mark at the very start, before a letter, is a slip for an opening one.
            '”' if letter(after) && before.is_none_or(|c| c.is_whitespace()) => {
                marks.push(mark(true, true, false))
            }
            '”' => marks.push(mark(true, false, true)),
            '"' | '\u{2033}' => {
                let opens = start && after.is_some_and(|c| !c.is_whitespace());
                marks.push(mark(true, opens, !opens || before.is_some_and(|c| !c.is_whitespace())));
            }
            '‘' if !(letter(before) && letter(after)) => marks.push(mark(false, true, false)),
            '’' if !letter(after) => marks.push(mark(false, false, true)),
            '\'' => {
                if letter(before) && letter(after) || start && is_elision(&text[at + 1..]) {
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

/// ’em, ’til, ’22: an apostrophe that stands for what was left out.
fn is_elision(rest: &str) -> bool {
    let word: String =
        rest.chars().take_while(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let year = word.trim_end_matches('s').len() == 2 && word.starts_with(|c: char| c.is_ascii_digit());
    year && !rest[2..].trim_start().starts_with('-')
        || ["em", "til", "tis", "twas", "cause", "bout", "cos", "n"].contains(&word.as_str())
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
    fn a_speech_may_quote_with_marks_of_its_own_kind() {
        assert_eq!(
            between("“The letter says that “the pace is too slow”. Those are not my words.”"),
            ["The letter says that “the pace is too slow”. Those are not my words."]
        );
        assert_eq!(
            between("“He told us that “we have turned the corner”. I should like to see it."),
            ["He told us that “we have turned the corner”. I should like to see it."],
            "the speech goes on in the next paragraph"
        );
        assert_eq!(between("“We tried,” she said. “We failed.”"), ["We tried,", "We failed."]);
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
