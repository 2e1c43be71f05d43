//! Phrases that show a theme, and text as they are looked for in it.

use crate::Span;
use aho_corasick::AhoCorasick;
use serde::Deserialize;

/// A phrase of the data: whole words, or with `*` the beginning of its last word.
#[derive(Debug, Deserialize)]
#[serde(from = "String")]
pub(super) struct Phrase {
    words: String,
    runs_on: bool,
    /// Its number among all phrases, once they are gathered.
    number: usize,
}

impl From<String> for Phrase {
    fn from(written: String) -> Self {
        let bare = written.trim_end_matches('*');
        Self { words: bare.to_owned(), runs_on: bare.len() < written.len(), number: 0 }
    }
}

impl Phrase {
    /// Where the phrase stands in a text, with what runs on.
    pub(super) fn spans(&self, text: &Looked<'_>) -> Vec<Span> {
        let (words, hits) = (&text.folded.folded, &text.hits);
        let first = hits.partition_point(|(number, _)| *number < self.number);
        let own = hits[first..].iter().take_while(|(number, _)| *number == self.number);
        own.filter_map(|&(_, start)| self.standing_at(words, start)).collect()
    }

    /// The phrase with what runs on, where its words are known to begin; nothing inside another word.
    fn standing_at(&self, words: &str, start: usize) -> Option<Span> {
        let end = start + self.words.len();
        let inside = words[..start].chars().next_back().is_some_and(char::is_alphanumeric);
        let more = self.more(&words[end..]).filter(|_| !inside)?;
        Some(Span { start, end: end + more })
    }

    #[cfg(test)]
    pub(super) fn words(&self) -> &str {
        &self.words
    }

    /// The same as [`Phrase::spans`], by looking for this phrase alone.
    #[cfg(test)]
    pub(super) fn spans_one_by_one(&self, text: &Looked<'_>) -> Vec<Span> {
        let words = &text.folded.folded;
        let starts = words.char_indices().map(|(start, _)| start);
        let starts = starts.filter(|start| words[*start..].starts_with(&self.words));
        starts.filter_map(|start| self.standing_at(words, start)).collect()
    }

    /// How many bytes after the phrase belong to its last word; nothing when that is another word.
    fn more(&self, after: &str) -> Option<usize> {
        let letters = after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len());
        let plural = &after[..letters] == "s";
        (self.runs_on || letters == 0 || plural).then_some(letters)
    }
}

/// Looks for all phrases of the data in one pass.
#[derive(Debug)]
pub(super) struct Phrases {
    automaton: AhoCorasick,
    /// For each phrase, which theme it belongs to.
    owners: Vec<usize>,
}

impl Phrases {
    /// Numbers the phrases of each theme and gathers them; nothing when they cannot be.
    pub(super) fn gather<'a>(
        themes: impl Iterator<Item = impl Iterator<Item = &'a mut Phrase>>,
    ) -> Option<Self> {
        let mut owners = Vec::new();
        let mut words = Vec::new();
        for (theme, phrases) in themes.enumerate() {
            for phrase in phrases {
                phrase.number = owners.len();
                owners.push(theme);
                words.push(phrase.words.as_str());
            }
        }
        Some(Self { automaton: AhoCorasick::new(words).ok()?, owners })
    }

    /// A text, and which phrases begin where in it.
    pub(super) fn look(&self, text: &str) -> Looked<'_> {
        let folded = Folded::new(text);
        let found = self.automaton.find_overlapping_iter(&folded.folded);
        let mut hits: Vec<(usize, usize)> =
            found.map(|found| (found.pattern().as_usize(), found.start())).collect();
        hits.sort_unstable();
        Looked { folded, hits, owners: &self.owners }
    }
}

/// A text in which phrases were looked for.
pub(super) struct Looked<'a> {
    folded: Folded,
    /// Numbers of phrases and where each begins, in order.
    hits: Vec<(usize, usize)>,
    owners: &'a [usize],
}

impl Looked<'_> {
    /// The themes of which some phrase may stand in the text, in order.
    pub(super) fn owners(&self) -> impl Iterator<Item = usize> {
        let mut owners: Vec<usize> = self.hits.iter().map(|(phrase, _)| self.owners[*phrase]).collect();
        owners.dedup();
        owners.into_iter()
    }

    /// Bytes of the text that a span of the folded one stands for.
    pub(super) fn original(&self, span: Span) -> Span {
        let at = |byte: usize| self.folded.origin.get(byte).copied().unwrap_or(Span { start: 0, end: 0 });
        Span { start: at(span.start).start, end: at(span.end.saturating_sub(1)).end }
    }
}

/// A text in small letters, with straight apostrophes and one space for hyphens and white space.
struct Folded {
    folded: String,
    /// For each byte of `folded`, where its character stands in the text.
    origin: Vec<Span>,
}

impl Folded {
    /// Folds a text.
    fn new(text: &str) -> Self {
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
