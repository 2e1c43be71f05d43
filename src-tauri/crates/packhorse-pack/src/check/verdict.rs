//! The strict half: whether words found in a source are the source's own, character by character.

use super::characters::{Role, plain, role};
use super::stream::{Stream, Words};
use packhorse_model::{HyphenChoice, Verdict};

/// A character of the source, as exactness sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Char(char),
    /// The source printed a hyphen at a line's end: the word may or may not have it.
    HyphenOrNot,
}

/// Compares a part of a quotation with the words of the source that have the same letters.
pub(super) fn judge(
    part: &Stream,
    free_initial: bool,
    source: &Stream,
    found: Words,
    hyphens: &[HyphenChoice],
) -> Verdict {
    let all = Words { first: 0, end: part.words.len() };
    if !same_words(part, all, source, found, hyphens) {
        return Verdict::Differs;
    }
    let (said, held) = (part.span(all), source.span(found));
    let said_marks = marks(&part.chars(said.start, said.end), &[]);
    let held_marks = marks(&source.chars(held.start, held.end), hyphens);
    let same = same_marks(&said_marks, &held_marks, free_initial)
        && opening_fits(part.before(said.start), source.before(held.start))
        && closing_fits(part.after(said.end), source, held.end);
    if same { Verdict::Exact } else { Verdict::Punctuation }
}

/// The characters of a text; runs of white space are one space.
fn marks(chars: &[(usize, char)], hyphens: &[HyphenChoice]) -> Vec<Mark> {
    let mut marks = Vec::new();
    for &(at, c) in chars {
        let line_end = |kept: bool, at: usize| hyphens.iter().any(|h| h.kept == kept && h.at == at);
        match role(c) {
            Role::Space if marks.last() == Some(&Mark::Char(' ')) => {}
            Role::Space => marks.push(Mark::Char(' ')),
            Role::Hyphen if line_end(true, at) || line_end(true, at + c.len_utf8()) => {
                marks.push(Mark::HyphenOrNot);
            }
            _ => {
                if line_end(false, at) {
                    marks.push(Mark::HyphenOrNot);
                }
                plain(c, |c| marks.push(Mark::Char(c)));
            }
        }
    }
    marks
}

fn same_marks(said: &[Mark], held: &[Mark], free_initial: bool) -> bool {
    let mut said = said.iter().peekable();
    let mut first = free_initial;
    for mark in held {
        match (mark, said.peek()) {
            (Mark::HyphenOrNot, Some(Mark::Char('-'))) => {
                said.next();
            }
            (Mark::HyphenOrNot, _) => {}
            (Mark::Char(held), Some(Mark::Char(quoted))) => {
                let recased = first && held.to_lowercase().eq(quoted.to_lowercase());
                if held != quoted && !recased {
                    return false;
                }
                said.next();
            }
            _ => return false,
        }
        first = false;
    }
    said.peek().is_none()
}

/// What a quotation prints before its first word: nothing, quote marks, or what the source prints.
fn opening_fits(said: &str, held: &str) -> bool {
    let mut held = held.chars().rev().filter(|c| !is_quote_or_space(*c));
    said.chars().rev().filter(|c| !is_quote_or_space(*c)).all(|c| held.next() == Some(c))
}

/// What a quotation prints after its last word: the press ends a quotation with a comma, a full
/// stop or a semicolon inside the mark; anything else must be the source's.
fn closing_fits(said: &str, source: &Stream, end: usize) -> bool {
    let held = source.after(end);
    if has_apostrophe(held) && !has_apostrophe(said) && is_possessive(source.before(end)) {
        return false;
    }
    let mut next = held.chars().filter(|c| !is_quote_or_space(*c)).peekable();
    said.chars().filter(|c| !is_quote_or_space(*c)).all(|c| {
        let theirs = next.next_if_eq(&c).is_some();
        // A question must not become a statement.
        theirs || (matches!(c, ',' | '.' | ';') && !matches!(next.peek(), Some('?')))
    })
}

fn is_quote_or_space(c: char) -> bool {
    matches!(role(c), Role::Space | Role::Apostrophe | Role::Silent) || matches!(c, '“' | '”' | '„' | '"')
}

fn has_apostrophe(after: &str) -> bool {
    after.chars().next().is_some_and(|c| role(c) == Role::Apostrophe)
}

/// Whether an apostrophe after this text belongs to a word such as “parents’” and closes no mark.
fn is_possessive(before: &str) -> bool {
    let opens = before.match_indices(['‘', '\'']).filter(|(at, _)| {
        before[..*at].chars().next_back().is_none_or(|c| c.is_whitespace() || matches!(c, '“' | '(' | '"'))
    });
    before.ends_with('s') && opens.count() == 0
}

/// Whether equal letters are also equal words: “apart” is not “a part”, “were” is not “we’re”.
fn same_words(said: &Stream, all: Words, held: &Stream, found: Words, hyphens: &[HyphenChoice]) -> bool {
    let said_gaps = gaps(said, all);
    let held_gaps = gaps(held, found);
    let hyphenated = |gaps: &[Gap], other: &[Gap], choices: &[HyphenChoice]| {
        gaps.iter().all(|gap| {
            other.iter().any(|o| o.letters == gap.letters)
                || (gap.hyphen && !gap.digits)
                || choices.iter().any(|choice| (gap.from..=gap.till).contains(&choice.at))
        })
    };
    let apart = hyphenated(&said_gaps, &held_gaps, &[]) && hyphenated(&held_gaps, &said_gaps, hyphens);
    apart && (said_gaps.len() != held_gaps.len() || same_apostrophes(said, all, held, found))
}

/// The place between two words.
struct Gap {
    letters: usize,
    hyphen: bool,
    digits: bool,
    from: usize,
    till: usize,
}

fn gaps(stream: &Stream, words: Words) -> Vec<Gap> {
    (words.first + 1..words.end)
        .map(|next| {
            let (before, after) = (stream.words[next - 1], stream.words[next]);
            let between = stream.raw(before.till(), after.from());
            Gap {
                letters: stream.letters_before(words, next),
                hyphen: between.chars().all(|c| role(c) == Role::Hyphen) && !between.is_empty(),
                digits: stream.letters_of(before).ends_with(|c: char| c.is_ascii_digit())
                    && stream.letters_of(after).starts_with(|c: char| c.is_ascii_digit()),
                from: before.till(),
                till: after.from(),
            }
        })
        .collect()
}

/// Whether words that differ by an apostrophe are forms of one word: “childrens”, “children’s”.
fn same_apostrophes(said: &Stream, all: Words, held: &Stream, found: Words) -> bool {
    (0..all.end - all.first).all(|index| {
        let (a, b) = (said.words[all.first + index], held.words[found.first + index]);
        let (a, b) = (straight(&said.raw(a.from(), a.till())), straight(&held.raw(b.from(), b.till())));
        let letters = a.replace('\'', "");
        a == b || (letters.ends_with('s') && !NOT_POSSESSIVE.contains(&letters.as_str()))
    })
}

/// Words that are another word without their apostrophe.
const NOT_POSSESSIVE: [&str; 8] = ["its", "hes", "shes", "thats", "theres", "whats", "whos", "lets"];

fn straight(word: &str) -> String {
    let mut plain_word = String::new();
    word.chars().for_each(|c| plain(c, |c| plain_word.extend(c.to_lowercase())));
    plain_word
}
