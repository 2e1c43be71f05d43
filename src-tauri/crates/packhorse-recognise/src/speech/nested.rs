//! Quotations inside quotations: the inspectors' words in somebody else's speech.

use super::inspectors::INSPECTORS;
use super::sentence::outside_inner;
use crate::sentences::sentences;
use packhorse_model::{Confidence, Quotation, Span};
use regex::Regex;
use std::sync::LazyLock;

/// What a sentence does that brings in somebody's words, for patterns.
const VERBS: &str = "say|says|said|found|finds|wrote|writes|told|tells|describes?|calls?|called|praised?|praises\
    |talks? of|talked of|speaks? of|spoke of|is right that|are right that";

/// A sentence that brings in what the inspectors wrote.
static WROTE: LazyLock<Regex> = LazyLock::new(|| {
    let who = r"(?i)\b(?:inspectors?|ofsted|(?:the|their|this) (?:report|letter)|it|they)\b";
    Regex::new(&format!(r"{who}[^‘“]{{0,90}}\b(?:{VERBS})\b")).expect("the pattern is fixed")
});

/// Bodies that “it” may stand for.
static BODY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:inspectors?|ofsted|report|letter|council|press release|cabinet|parents?|families|carers?|staff|workers|charit(?:y|ies)|unions?|opposition|mother|father|cllr|councillor)\b")
        .expect("the pattern is fixed")
});

/// “But the press release does not tell you that ‘…’”: what others keep back is the inspectors', where it
/// is their document that is spoken of.
fn kept_back(before: &str) -> bool {
    static SILENT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(?:press release|news release|statement|council|cabinet|leader|leadership|administration)\b[^‘“.]{0,40}\b(?:does not|doesn[’']t|did not|didn[’']t|fails? to|failed to|forgets? to|forgot to|omits? to|omitted to|never|chose not to)\s+(?:tell|mention|say|admit|quote|repeat|include|print)s?\b(?P<rest>.*)$")
            .expect("the pattern is fixed")
    });
    static ANOTHER: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\b(?:I|we|We)\b").expect("the pattern is fixed"));
    SILENT.captures(before).is_some_and(|found| !ANOTHER.is_match(&outside_inner(&found["rest"])))
}

/// The inspectors' words that stand between marks within a speech; `earlier` is the text before it.
pub(super) fn within(outer: &Quotation, earlier: &str) -> Vec<Quotation> {
    let mut found = Vec::new();
    for sentence in sentences(&outer.text) {
        let words = &outer.text[sentence.range()];
        for (start, end) in passages(words) {
            let before = &words[..start];
            let inner = &words[start..end];
            let theirs =
                || INSPECTORS.is_match(earlier) || INSPECTORS.is_match(&outer.text[..sentence.start]);
            let wrote = WROTE.is_match(before) && of_inspectors(&outer.text[..sentence.start], before);
            let brought_in = wrote || kept_back(before) && theirs();
            if brought_in && inner.split_whitespace().count() >= 2 {
                found.push(quotation(outer, sentence.start + start, inner));
            }
        }
    }
    found
}

/// “It says”: the body named last before it must be the inspectors', not the council's.
fn of_inspectors(earlier: &str, before: &str) -> bool {
    static SAYS: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(&format!(r"(?i)\b(?:{VERBS})\b")).expect("the pattern is fixed"));
    let ours = |body: &str| {
        let body = body.to_lowercase();
        body.starts_with("inspector") || matches!(body.as_str(), "ofsted" | "report" | "letter")
    };
    // “The press release says that inspectors found”: who speaks first answers for the words.
    let first_verb = SAYS.find(before).map_or(before.len(), |verb| verb.start());
    if let Some(subject) = BODY.find(&before[..first_verb]) {
        return ours(subject.as_str());
    }
    BODY.find_iter(earlier).last().is_some_and(|body| ours(body.as_str()))
}

/// The passages between marks inside a speech, of whatever kind. An apostrophe inside a word, or of a
/// plural, closes nothing.
fn passages(words: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in words.char_indices() {
        let next = at + c.len_utf8();
        let (before, after) = (&words[..at], &words[next..]);
        let closes = open.is_some_and(|(_, close)| close == c);
        match c {
            '‘' => open = Some((next, '’')),
            '“' => open = Some((next, '”')),
            '’' | '\''
                if closes && (after.starts_with(char::is_alphanumeric) || is_plural(before, c, after)) => {}
            _ if closes => found.extend(open.take().map(|(start, _)| (start, at))),
            '"' | '\'' if open.is_none() && begins(before, after) => open = Some((next, c)),
            _ => {}
        }
    }
    found
}

/// Whether a straight mark stands where one opens: behind a gap and before a word.
fn begins(before: &str, after: &str) -> bool {
    before.chars().next_back().is_none_or(|c| c.is_whitespace() || c == '(')
        && after.starts_with(char::is_alphanumeric)
}

/// “care leavers’ emotional health is better’”: an apostrophe, since another mark closes before any opens.
fn is_plural(before: &str, mark: char, after: &str) -> bool {
    let next = after.char_indices().find_map(|(at, c)| {
        let rest = &after[at + c.len_utf8()..];
        let opens = c == '‘' || c == '\'' && begins(&after[..at], rest);
        (opens || c == mark && !rest.starts_with(char::is_alphanumeric)).then_some(opens)
    });
    before.ends_with('s') && after.starts_with(' ') && next == Some(false)
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
        rule: "marks within a speech, after what the inspectors wrote".to_owned(),
        confidence: Confidence::Check,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_apostrophe_inside_a_word_closes_no_passage() {
        let words = "The letter says that ‘children’s plans are clear’, and they are.";
        let found: Vec<&str> = passages(words).into_iter().map(|(start, end)| &words[start..end]).collect();
        assert_eq!(found, ["children’s plans are clear"]);
    }

    #[test]
    fn a_plural_closes_no_passage_while_a_mark_still_has_to_close() {
        let inner = |words: &str| -> Vec<String> {
            passages(words).into_iter().map(|(start, end)| words[start..end].to_owned()).collect()
        };
        assert_eq!(
            inner("or that ‘care leavers’ health is not well-supported’. Say so."),
            ["care leavers’ health is not well-supported"]
        );
        assert_eq!(inner("It says ‘good leaders’ and ‘kind staff’."), ["good leaders", "kind staff"]);
    }

    #[test]
    fn marks_of_every_kind_hold_a_passage_and_apostrophes_none() {
        let inner = |words: &str| -> Vec<String> {
            passages(words).into_iter().map(|(start, end)| words[start..end].to_owned()).collect()
        };
        assert_eq!(inner("It says that “the pace is too slow”. Why?"), ["the pace is too slow"]);
        assert_eq!(
            inner("It says 'the pace isn't good' and \"plans drift\"."),
            ["the pace isn't good", "plans drift"]
        );
        assert_eq!(inner("It's the parents' view, and we don't share it."), [""; 0]);
    }

    #[test]
    fn they_are_the_inspectors_only_where_those_were_named_last() {
        assert!(of_inspectors("Inspectors saw that we move on. ", "They say there is "));
        assert!(!of_inspectors("The letter is kind. Parents are not. ", "They say there is "));
    }

    #[test]
    fn what_a_press_release_keeps_back_is_the_inspectors() {
        assert!(kept_back("But the press release does not tell you that ‘one thing’, or that "));
        assert!(!kept_back("The press release tells you that "), "the council's own words");
        assert!(!kept_back("The council did not say it was wrong, so I say "), "the speaker's own words");
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

    /// What is found within a speech of a statement that begins with other words.
    fn within_speech(opening: &str, speech: &str) -> Vec<String> {
        let paper =
            format!("Statement from the opposition group\n{opening}\nCllr Ada Moss said: “{speech}”\n");
        let rule = "marks within a speech";
        let found = crate::paper::facts(&paper).quotations.into_iter();
        found.filter(|quotation| quotation.rule.starts_with(rule)).map(|quotation| quotation.text).collect()
    }

    #[test]
    fn the_letter_s_words_within_a_speech_are_found_and_a_term_is_none() {
        let speech = "I have read the letter. It says ‘the pace of change is too slow’. It calls the service ‘stretched’.";
        assert_eq!(within_speech("Wexcombe, 12 September 2026", speech), ["the pace of change is too slow"]);
    }

    #[test]
    fn what_is_kept_back_is_the_inspectors_only_where_they_are_spoken_of() {
        let speech = "The press release does not tell you that ‘the pace of change is too slow’.";
        let after = |opening| within_speech(opening, speech);
        assert_eq!(after("Inspectors wrote to the council last week."), ["the pace of change is too slow"]);
        assert_eq!(after("The auditors wrote to the council last week."), [""; 0], "it may be the auditors'");
    }
}
