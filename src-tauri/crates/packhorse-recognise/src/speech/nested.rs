//! Quotations inside quotations: the inspectors' words in somebody else's speech.

use crate::sentences::sentences;
use packhorse_model::{Confidence, Quotation, Span};
use regex::Regex;
use std::sync::LazyLock;

/// A sentence that brings in what the inspectors wrote.
static WROTE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:inspectors?|ofsted|(?:the|their|this) (?:report|letter)|it)\b[^‘“]{0,90}\b(?:say|says|said|found|finds|wrote|writes|told|tells|describes?|calls?|called|praised?|praises)\b")
        .expect("the pattern is fixed")
});

/// Bodies that “it” may stand for.
static BODY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:inspectors?|ofsted|report|letter|council|press release|cabinet)\b")
        .expect("the pattern is fixed")
});

/// The inspectors' words that stand in single marks within a speech.
pub(super) fn within(outer: &Quotation) -> Vec<Quotation> {
    let mut found = Vec::new();
    for sentence in sentences(&outer.text) {
        let words = &outer.text[sentence.range()];
        for (start, end) in singles(words) {
            let before = &words[..start];
            let inner = &words[start..end];
            let brought_in = WROTE.is_match(before) && of_inspectors(&outer.text[..sentence.start], before);
            if brought_in && inner.split_whitespace().count() >= 2 {
                found.push(quotation(outer, sentence.start + start, inner));
            }
        }
    }
    found
}

/// “It says”: the body named last before it must be the inspectors', not the council's.
fn of_inspectors(earlier: &str, before: &str) -> bool {
    static SAYS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(?:say|says|said|found|finds|wrote|writes|told|tells|describes?|calls?|called|praised?|praises)\b")
            .expect("the pattern is fixed")
    });
    let ours = |body: &str| !matches!(body.to_lowercase().as_str(), "council" | "press release" | "cabinet");
    // “The press release says that inspectors found”: who speaks first answers for the words.
    let first_verb = SAYS.find(before).map_or(before.len(), |verb| verb.start());
    if let Some(subject) = BODY.find(&before[..first_verb]) {
        return ours(subject.as_str());
    }
    BODY.find_iter(earlier).last().is_some_and(|body| ours(body.as_str()))
}

/// The passages between single curly marks. An apostrophe inside a word closes nothing.
fn singles(words: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut open = None;
    for (at, c) in words.char_indices() {
        let after = words[at + c.len_utf8()..].chars().next();
        match c {
            '‘' => open = Some(at + c.len_utf8()),
            '’' if !after.is_some_and(char::is_alphanumeric) => {
                found.extend(open.take().map(|start| (start, at)));
            }
            _ => {}
        }
    }
    found
}

fn quotation(outer: &Quotation, start: usize, inner: &str) -> Quotation {
    let start = outer.span.start + start;
    let span = Span { start, end: start + inner.len() };
    Quotation {
        text: inner.to_owned(),
        span,
        place: packhorse_model::Place { span, ..outer.place },
        speaker: None,
        role: Some("inspectors".to_owned()),
        organisation: Some("Ofsted".to_owned()),
        of_inspectors: true,
        second_hand: true,
        stance: crate::stance(inner),
        rule: "single marks within a speech, after what the inspectors wrote".to_owned(),
        confidence: Confidence::Check,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_apostrophe_inside_a_word_closes_no_passage() {
        let words = "The letter says that ‘children’s plans are clear’, and they are.";
        let found: Vec<&str> = singles(words).into_iter().map(|(start, end)| &words[start..end]).collect();
        assert_eq!(found, ["children’s plans are clear"]);
    }

    #[test]
    fn what_the_council_wrote_is_not_the_inspectors() {
        assert!(of_inspectors("I have read the letter. ", "It says "), "the letter was named last");
        assert!(!of_inspectors("The press release came on Friday. ", "It says "), "the council's own words");
        assert!(
            !of_inspectors("", "The press release says that inspectors found "),
            "the release answers for them"
        );
        assert!(of_inspectors("", "the inspectors say of the council’s leaders: "), "the inspectors speak");
    }
}
