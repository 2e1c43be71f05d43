//! The letters of a text without anything between them, and the way back to its bytes.

use super::characters::{Role, fold, role};
use packhorse_model::Span;
use std::sync::Arc;

/// The letters of stretches of a text, folded, with the way back to its bytes.
#[derive(Debug)]
pub(super) struct Stream {
    text: Arc<str>,
    stretches: Vec<Span>,
    /// The folded letters, word after word.
    pub(super) letters: String,
    /// The words, in order.
    pub(super) words: Vec<Word>,
}

/// A word of a stream.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    // Half the size of `usize`, because a library holds millions of words in memory.
    from: u32,
    till: u32,
    first: u32,
    last: u32,
}

impl Word {
    /// Its first byte in the text.
    pub(super) fn from(self) -> usize {
        self.from as usize
    }

    /// One past its last byte in the text.
    pub(super) fn till(self) -> usize {
        self.till as usize
    }
}

/// Whole words of a stream: the first, and one past the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) first: usize,
    pub(super) end: usize,
}

impl Stream {
    /// The stream of some stretches of a text.
    pub(super) fn new(text: Arc<str>, stretches: Vec<Span>) -> Self {
        let whole = Arc::clone(&text);
        let mut stream = Self { text, stretches, letters: String::new(), words: Vec::new() };
        for index in 0..stream.stretches.len() {
            stream.read(&whole, stream.stretches[index]);
        }
        stream.letters.shrink_to_fit();
        stream.words.shrink_to_fit();
        stream
    }

    /// The stream of a whole text.
    pub(super) fn of(text: &str) -> Self {
        Self::new(Arc::from(text), vec![Span { start: 0, end: text.len() }])
    }

    fn read(&mut self, text: &str, stretch: Span) {
        let Some(text) = text.get(stretch.range()) else { return };
        // What nobody sees parts nothing.
        let seen = text.char_indices().filter(|(_, c)| role(*c) != Role::Silent);
        let chars: Vec<(usize, char)> = seen.collect();
        let mut open = false;
        for (index, (at, c)) in chars.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|index| chars.get(index)).map(|(_, c)| *c);
            let after = chars.get(index + 1).map(|(_, c)| *c);
            let at = stretch.start + at;
            if role(*c) == Role::Letter || parts_digits(before, *c, after) {
                self.letter(*c, at, open);
                open = true;
            } else {
                open = open && joins(before, *c, after);
            }
        }
    }

    fn letter(&mut self, c: char, at: usize, open: bool) {
        let first = small(self.letters.len());
        fold(c, &mut self.letters);
        let last = small(self.letters.len());
        let (at, till) = (small(at), small(at + c.len_utf8()));
        match self.words.last_mut() {
            Some(word) if open => (word.till, word.last) = (till, last),
            _ => self.words.push(Word { from: at, till, first, last }),
        }
    }

    /// The letters of every word, in order.
    pub(super) fn folded_words(&self) -> Vec<String> {
        self.words.iter().map(|word| self.letters_of(*word).to_owned()).collect()
    }

    /// The letters of a word.
    pub(super) fn letters_of(&self, word: Word) -> &str {
        &self.letters[word.first as usize..word.last as usize]
    }

    /// How many letters of these words come before a word.
    pub(super) fn letters_before(&self, words: Words, word: usize) -> usize {
        (self.words[word].first - self.words[words.first].first) as usize
    }

    /// The bytes of the text from the first of these words to the last.
    pub(super) fn span(&self, words: Words) -> Span {
        Span { start: self.words[words.first].from(), end: self.words[words.end - 1].till() }
    }

    /// The characters between two bytes with their places; a line feed parts stretches.
    pub(super) fn chars(&self, from: usize, till: usize) -> Vec<(usize, char)> {
        let mut chars: Vec<(usize, char)> = Vec::new();
        for stretch in self.stretches.iter().filter(|stretch| stretch.start < till && from < stretch.end) {
            let start = from.max(stretch.start);
            if !chars.is_empty() {
                chars.push((start, '\n'));
            }
            let piece = self.text.get(start..till.min(stretch.end)).unwrap_or("");
            chars.extend(piece.char_indices().map(|(at, c)| (start + at, c)));
        }
        chars
    }

    /// The text between two bytes, as far as it belongs to the stream.
    pub(super) fn raw(&self, from: usize, till: usize) -> String {
        self.chars(from, till).into_iter().map(|(_, c)| c).collect()
    }

    /// The text before a byte, up to the beginning of its stretch.
    pub(super) fn before(&self, at: usize) -> &str {
        let stretch = self.stretches.iter().find(|stretch| stretch.start <= at && at <= stretch.end);
        stretch.and_then(|stretch| self.text.get(stretch.start..at)).unwrap_or("")
    }

    /// The text after a byte, up to the end of its stretch.
    pub(super) fn after(&self, at: usize) -> &str {
        let stretch = self.stretches.iter().find(|stretch| stretch.start < at && at <= stretch.end);
        stretch.and_then(|stretch| self.text.get(at..stretch.end)).unwrap_or("")
    }

    /// Every place where another stream's letters stand as whole words.
    pub(super) fn occurrences(&self, of: &Stream) -> Vec<Words> {
        let mut found = Vec::new();
        if of.letters.is_empty() {
            return found;
        }
        for (at, _) in self.letters.match_indices(of.letters.as_str()) {
            found.extend(self.whole_words(at, at + of.letters.len()));
        }
        found
    }

    /// The words that exactly these letters make, when they begin and end where words do.
    fn whole_words(&self, first: usize, last: usize) -> Option<Words> {
        let words = Words { first: self.word_at(first), end: self.word_at(last - 1) + 1 };
        let (begin, end) = (self.words[words.first], self.words[words.end - 1]);
        let whole = begin.first as usize == first && end.last as usize == last;
        (whole && !self.cuts_before(begin) && !self.cuts_after(end)).then_some(words)
    }

    /// The word a letter belongs to.
    fn word_at(&self, letter: usize) -> usize {
        self.words.partition_point(|word| word.last as usize <= letter)
    }

    /// Whether the word is the later part of a compound: “compliant” of “non-compliant”.
    fn cuts_before(&self, word: Word) -> bool {
        let mut before = self.before(word.from()).chars().rev();
        let Some(mark) = before.next() else { return false };
        let digit = self.letters_of(word).starts_with(|c: char| c.is_ascii_digit());
        let earlier = before.next().map(role) == Some(Role::Letter);
        compounds(mark, digit) && (earlier || digit)
    }

    /// Whether the word is the earlier part of a compound: “child” of “child-focused”.
    fn cuts_after(&self, word: Word) -> bool {
        let mut after = self.after(word.till()).chars();
        let Some(mark) = after.next() else { return false };
        let digit = self.letters_of(word).ends_with(|c: char| c.is_ascii_digit());
        compounds(mark, digit) && after.next().map(role) == Some(Role::Letter)
    }
}

/// A place in a text. Import reads no text that does not fit.
fn small(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Whether a mark makes one word of two; a dash does so between figures.
fn compounds(mark: char, beside_digit: bool) -> bool {
    role(mark) == Role::Hyphen || mark == '/' || (beside_digit && matches!(mark, '–' | '—'))
}

/// Whether a mark belongs to a figure, as in 1.5, 1,200, 6:30.
fn parts_digits(before: Option<char>, mark: char, after: Option<char>) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    matches!(mark, '.' | ',' | ':' | '/') && digit(before) && digit(after)
}

/// Whether a word goes on after a mark: an apostrophe between letters.
fn joins(before: Option<char>, mark: char, after: Option<char>) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    role(mark) == Role::Apostrophe && letter(before) && letter(after)
}
