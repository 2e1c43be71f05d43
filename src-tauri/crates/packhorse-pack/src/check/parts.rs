//! A quotation cut where it says that words were left out or put in.

/// A quotation as parts that must stand in the source in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parts {
    /// The parts; never an empty one.
    pub(super) parts: Vec<Part>,
    /// Words in square brackets before the first or after the last part.
    pub(super) outside: Vec<String>,
}

/// Words of a quotation without a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// The words.
    pub(super) text: String,
    /// How the part is joined to the one before.
    pub(super) join: Join,
    /// Whether its first letter may be large or small.
    pub(super) free_initial: bool,
}

/// What stands between two parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Join {
    /// Dots say that words were left out.
    pub(super) omitted: bool,
    /// Words in square brackets.
    pub(super) inserted: Vec<String>,
}

const DOTS: [&str; 7] = ["[…]", "[...]", "(…)", "(...)", "…", "...", ". . ."];

impl Parts {
    /// The quotation as one part, whatever dots and brackets it holds.
    pub(super) fn whole(text: &str) -> Self {
        let part = Part { text: text.to_owned(), join: Join::default(), free_initial: true };
        Self { parts: vec![part], outside: Vec::new() }
    }

    /// The quotation cut at dots and at words in square brackets.
    pub(super) fn cut(text: &str) -> Self {
        let mut made = Self { parts: Vec::new(), outside: Vec::new() };
        let (mut words, mut join, mut free) = (String::new(), Join::default(), true);
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            if let Some(dots) = DOTS.iter().find(|dots| rest.starts_with(**dots)) {
                made.close(&mut words, &mut join, &mut free);
                join.omitted = true;
                rest = &rest[dots.len()..];
            } else if let Some((inside, after)) = bracketed(rest) {
                made.close(&mut words, &mut join, &mut free);
                rest = after;
                if is_recased(inside, after) {
                    words.push_str(inside);
                    free = true;
                } else {
                    join.inserted.push(inside.trim().to_owned());
                }
            } else {
                words.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
        made.close(&mut words, &mut join, &mut free);
        made.outside.append(&mut join.inserted);
        made
    }

    /// Ends a part, unless it has no letter.
    fn close(&mut self, words: &mut String, join: &mut Join, free: &mut bool) {
        if !words.chars().any(char::is_alphanumeric) {
            words.clear();
            return;
        }
        if self.parts.is_empty() {
            self.outside.append(&mut join.inserted);
            join.omitted = false;
        }
        self.parts.push(Part {
            text: std::mem::take(words),
            join: std::mem::take(join),
            free_initial: std::mem::take(free),
        });
    }

    /// The quotation's own words, without what it puts in brackets.
    pub(super) fn own_words(&self) -> String {
        self.parts.iter().map(|part| part.text.trim()).collect::<Vec<_>>().join(" ")
    }
}

fn bracketed(rest: &str) -> Option<(&str, &str)> {
    rest.strip_prefix('[')?.split_once(']')
}

/// Whether the brackets hold only a changed first letter: “[T]hey”.
fn is_recased(inside: &str, after: &str) -> bool {
    let mut letters = inside.chars();
    letters.next().is_some_and(char::is_alphabetic)
        && letters.next().is_none()
        && after.starts_with(char::is_alphabetic)
}
