//! Sentences of a document.

use packhorse_model::Span;

/// Words that end with a full stop and do not end a sentence.
const ABBREVIATIONS: [&str; 30] = [
    "cllr", "cllrs", "mr", "mrs", "ms", "miss", "dr", "st", "no", "nos", "vs", "etc", "eg", "e.g", "ie",
    "i.e", "prof", "rev", "sr", "jr", "hon", "rt", "p", "pp", "para", "paras", "sec", "fig", "approx",
    "dept",
];

/// The sentences of a stretch of text, without the white space between them.
///
/// Every letter of the stretch lies in exactly one sentence.
pub fn sentences(text: &str, within: Span) -> Vec<Span> {
    let Some(words) = text.get(within.range()) else { return Vec::new() };
    let mut found = Vec::new();
    let mut start = 0;
    let chars: Vec<(usize, char)> = words.char_indices().collect();
    let mut index = 0;
    while index < chars.len() {
        if ends_sentence(words, &chars, index) {
            let mut after = index + 1;
            while chars.get(after).is_some_and(|(_, c)| closes(*c)) {
                after += 1;
            }
            let end = chars.get(after).map_or(words.len(), |(at, _)| *at);
            push(&mut found, words, start, end, within.start);
            start = end;
            index = after;
        } else {
            index += 1;
        }
    }
    push(&mut found, words, start, words.len(), within.start);
    found
}

fn push(found: &mut Vec<Span>, words: &str, start: usize, end: usize, offset: usize) {
    let piece = &words[start..end];
    let trimmed = piece.trim();
    if trimmed.is_empty() {
        return;
    }
    let lead = piece.len() - piece.trim_start().len();
    found.push(Span { start: offset + start + lead, end: offset + start + lead + trimmed.len() });
}

fn closes(c: char) -> bool {
    matches!(c, '”' | '’' | '"' | '\'' | ')' | ']' | '.' | '?' | '!')
}

fn ends_sentence(words: &str, chars: &[(usize, char)], index: usize) -> bool {
    let (at, mark) = chars[index];
    if !matches!(mark, '.' | '?' | '!') {
        return false;
    }
    let mut next = index + 1;
    while chars.get(next).is_some_and(|(_, c)| closes(*c)) {
        next += 1;
    }
    match chars.get(next) {
        None => return true,
        Some((_, c)) if !c.is_whitespace() => return false,
        Some(_) => {}
    }
    let following = chars[next..].iter().find(|(_, c)| !c.is_whitespace());
    let begins = following.is_none_or(|(_, c)| c.is_uppercase() || c.is_numeric() || opens(*c));
    begins && !(mark == '.' && is_abbreviation(&words[..at]))
}

fn opens(c: char) -> bool {
    matches!(c, '“' | '‘' | '"' | '\'' | '(' | '[' | '•' | '◼')
}

fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or("");
    let mut letters = word.chars();
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none() && word != "I";
    initial || ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text, Span { start: 0, end: text.len() })
            .into_iter()
            .map(|span| &text[span.range()])
            .collect()
    }

    #[test]
    fn a_title_before_a_name_does_not_end_a_sentence() {
        assert_eq!(
            cut(
                "Cllr. Ros Ferrier spoke. J. Marr agreed (see p. 4). “Good!” she said. It rose by 2.5 per cent."
            ),
            [
                "Cllr. Ros Ferrier spoke.",
                "J. Marr agreed (see p. 4).",
                "“Good!” she said.",
                "It rose by 2.5 per cent."
            ]
        );
    }

    #[test]
    fn no_letter_is_lost_between_sentences() {
        let text = "One. Two? Three!  Four… five.\nSix";
        assert_eq!(cut(text).concat().replace([' ', '\n'], ""), text.replace([' ', '\n'], ""));
    }
}
