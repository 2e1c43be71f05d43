//! Where sentences end.

use packhorse_model::Span;

/// Shortenings whose full stop ends no sentence.
const SHORT: [&str; 18] = [
    "Cllr", "Coun", "Mr", "Mrs", "Ms", "Dr", "St", "No", "e.g", "i.e", "etc", "vs", "Rev", "Prof", "Hon",
    "approx", "para", "p",
];

/// The sentences of a text, in order; between them stands nothing but white space.
pub(crate) fn sentences(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = 0;
    let mut from = 0;
    while let Some(stop) = text[from..].find(['.', '!', '?']).map(|at| at + from) {
        let closing = text[stop + 1..].trim_start_matches(['”', '’', '"', '\'', ')', ']']);
        let rest = closing.trim_start();
        from = stop + 1;
        if rest.len() == closing.len() && !closing.is_empty() {
            continue;
        }
        let next = text.len() - rest.len();
        let last = text[start..stop].rsplit(char::is_whitespace).next().unwrap_or("");
        let goes_on =
            SHORT.contains(&last) || last.chars().count() == 1 && last.chars().all(char::is_uppercase);
        if rest.is_empty() || goes_on || rest.starts_with(char::is_lowercase) {
            continue;
        }
        spans.push(Span { start, end: text.len() - closing.len() });
        (start, from) = (next, next);
    }
    let end = text.trim_end().len();
    if start < end {
        spans.push(Span { start, end });
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|span| &text[span.range()]).collect()
    }

    #[test]
    fn a_sentence_ends_at_its_stop_and_not_at_a_title_or_an_initial() {
        assert_eq!(
            cut("Cllr. Ada B. Moss spoke. “Nobody waits.” Plans e.g. for care are clear!"),
            ["Cllr. Ada B. Moss spoke.", "“Nobody waits.”", "Plans e.g. for care are clear!"]
        );
        assert_eq!(cut("It costs 3.5 million. and it went on"), ["It costs 3.5 million. and it went on"]);
        assert_eq!(cut("  "), [""; 0], "white space is no sentence");
    }
}
