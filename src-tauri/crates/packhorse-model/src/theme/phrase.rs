//! Phrases that show a theme, and text as they are looked for in it.

use crate::Span;
use serde::Deserialize;

/// A phrase of the data: whole words, or with `*` the beginning of its last word.
#[derive(Debug, Deserialize)]
#[serde(from = "String")]
pub(super) struct Phrase {
    words: String,
    runs_on: bool,
}

impl From<String> for Phrase {
    fn from(written: String) -> Self {
        let bare = written.trim_end_matches('*');
        Self { words: bare.to_owned(), runs_on: bare.len() < written.len() }
    }
}

impl Phrase {
    /// Where the phrase stands in a text, with what runs on.
    pub(super) fn spans(&self, text: &Folded) -> Vec<Span> {
        let mut spans = Vec::new();
        for (at, _) in text.folded.match_indices(self.words.as_str()) {
            let before = text.folded[..at].chars().next_back();
            let end = at + self.words.len();
            let more = self.more(&text.folded[end..]);
            if !before.is_some_and(char::is_alphanumeric)
                && let Some(more) = more
            {
                spans.push(Span { start: at, end: end + more });
            }
        }
        spans
    }

    /// How many bytes after the phrase belong to its last word; nothing when that is another word.
    fn more(&self, after: &str) -> Option<usize> {
        let letters = after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len());
        let plural = &after[..letters] == "s";
        (self.runs_on || letters == 0 || plural).then_some(letters)
    }
}

/// A text in small letters, with straight apostrophes and one space for hyphens and white space.
pub(super) struct Folded {
    folded: String,
    /// For each byte of `folded`, where its character stands in the text.
    origin: Vec<Span>,
}

impl Folded {
    /// Folds a text.
    pub(super) fn new(text: &str) -> Self {
        let mut made =
            Self { folded: String::with_capacity(text.len()), origin: Vec::with_capacity(text.len()) };
        for (at, c) in text.char_indices() {
            let span = Span { start: at, end: at + c.len_utf8() };
            match c {
                '\u{ad}' | '\u{200b}' => {}
                '’' | '‘' => made.push('\'', span),
                // A comma in a list of words parts them no more than a space does.
                '-' | '\u{2010}'..='\u{2015}' | ',' => made.space(span),
                c if c.is_whitespace() => made.space(span),
                c => c.to_lowercase().for_each(|c| made.push(c, span)),
            }
        }
        made
    }

    /// Bytes of the text that a span of the folded one stands for.
    pub(super) fn original(&self, span: Span) -> Span {
        let at = |byte: usize| self.origin.get(byte).copied().unwrap_or(Span { start: 0, end: 0 });
        Span { start: at(span.start).start, end: at(span.end.saturating_sub(1)).end }
    }

    fn push(&mut self, c: char, span: Span) {
        self.folded.push(c);
        self.origin.resize(self.folded.len(), span);
    }

    fn space(&mut self, span: Span) {
        if !self.folded.ends_with(' ') {
            self.push(' ', span);
        }
    }
}
