//! What the program knows of inspections and meetings: the files of `resources/`, built in.

pub(crate) mod frameworks;
pub(crate) mod glossary;
pub(crate) mod questions;
pub(crate) mod themes;
pub(crate) mod working_days;

/// Text as themes, terms and cues are looked for in it: small letters, straight marks, and a space
/// for every hyphen, dash and run of white space.
pub(crate) fn folded(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '’' | '‘' => made.push('\''),
            '“' | '”' => made.push('"'),
            '-' | '\u{2010}'..='\u{2015}' => space(&mut made),
            c if c.is_whitespace() => space(&mut made),
            c => made.extend(c.to_lowercase()),
        }
    }
    made
}

fn space(made: &mut String) {
    if !made.ends_with(' ') {
        made.push(' ');
    }
}

/// How often a folded phrase begins at the start of a word of a folded text.
pub(crate) fn hits(text: &str, phrase: &str, whole_words: bool) -> usize {
    let found = text.match_indices(phrase);
    found.filter(|(at, _)| begins(text, *at) && (!whole_words || ends(text, at + phrase.len()))).count()
}

/// Whether no word goes on before a place of a text.
fn begins(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric())
}

/// Whether no word goes on after a place of a text.
fn ends(text: &str, at: usize) -> bool {
    text[at..].chars().next().is_none_or(|c| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_begins_where_a_word_does() {
        let text = folded("Out-of-hours  supervision isn’t late.");
        assert_eq!(text, "out of hours supervision isn't late.");
        assert_eq!(hits(&text, "supervis", false), 1);
        assert_eq!(hits(&text, "supervis", true), 0, "half a word is not a whole one");
        assert_eq!(hits(&text, "hour", false), 1);
        assert_eq!(hits(&text, "vision", false), 0, "a phrase does not begin inside a word");
    }
}
