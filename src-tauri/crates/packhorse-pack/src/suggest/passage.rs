//! Sentences of an inspection document that say how good the service is.

use super::stance::stance;
use crate::data::{folded, themes::themes};
use crate::sentence::sentences;
use crate::words::without_reference;
use packhorse_model::{Block, BlockKind, Source, Span, Stance};

/// A sentence that leans one way.
#[derive(Debug, Clone)]
pub(crate) struct Passage {
    /// Where it stands.
    pub(crate) span: Span,
    /// Which way it leans.
    pub(crate) stance: Stance,
    /// How much it deserves to be quoted.
    pub(crate) score: f64,
    /// What it is mainly about, if anything.
    pub(crate) theme: Option<&'static str>,
    /// Whether a reader understands it without the sentence before it.
    pub(crate) alone: bool,
}

/// What the heading over a paragraph says about the paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Under {
    Headline,
    Strengths,
    Concerns,
    Findings,
    /// A list that recognition reads item by item.
    Listed,
    /// Matter that judges nothing.
    Elsewhere,
}

/// From how many bytes on a paragraph is too long to be an item of a list.
const LONG: usize = 300;

/// The sentences of an inspection document that lean one way, in order.
pub(crate) fn passages(source: &Source) -> Vec<Passage> {
    let document = &source.document;
    let listed: Vec<Span> = source.facts.findings.iter().map(|finding| finding.place.span).collect();
    let mut under = Under::Findings;
    let mut found = Vec::new();
    for block in &document.blocks {
        match block.kind {
            BlockKind::Heading { .. } => under = heading(document.words(block)),
            // A long paragraph is no item of a list: the heading over it was not seen.
            BlockKind::Paragraph if under == Under::Listed && document.words(block).len() > LONG => {
                under = Under::Findings;
                found.extend(sentences_in(source, block, under, &listed));
            }
            BlockKind::Paragraph | BlockKind::Item { .. }
                if !matches!(under, Under::Elsewhere | Under::Listed) =>
            {
                found.extend(sentences_in(source, block, under, &listed));
            }
            _ => {}
        }
    }
    found
}

/// The sentences of a block that lean one way and are no listed finding.
fn sentences_in(source: &Source, block: &Block, under: Under, listed: &[Span]) -> Vec<Passage> {
    let text = &source.document.text;
    let spans = sentences(text, block.span).into_iter();
    spans
        .filter(|span| !listed.iter().any(|list| list.start < span.end && span.start < list.end))
        .filter_map(|span| passage(&text[span.range()], span, under))
        .collect()
}

fn heading(words: &str) -> Under {
    let words = folded(words);
    let has = |cues: &[&str]| cues.iter().any(|cue| words.contains(cue));
    if has(&[
        "needs to improve",
        "need to improve",
        "areas for improvement",
        "areas for priority",
        "priority action",
        "recommendation",
    ]) {
        Under::Listed
    } else if has(&[
        "information about",
        "next steps",
        "meaning of",
        "about this",
        "grade descriptor",
        "annex",
        "inspection team",
        "partnership details",
        "what the inspection judgements mean",
        "previous inspection",
    ]) {
        Under::Elsewhere
    } else if has(&["headline", "overview", "summary", "what is it like"]) {
        Under::Headline
    } else if has(&["strengths", "that is effective"]) {
        Under::Strengths
    } else if has(&["need to do better", "weaknesses"]) {
        Under::Concerns
    } else {
        Under::Findings
    }
}

/// Whether a sentence leans on the one before it.
pub(crate) fn leans(sentence: &str) -> bool {
    leans_folded(&folded(sentence))
}

fn leans_folded(sentence: &str) -> bool {
    LEANING.iter().any(|cue| sentence.starts_with(cue))
}

/// Beginnings of sentences that lean on the one before.
const LEANING: [&str; 39] = [
    "despite these",
    "despite this",
    "for some ",
    "for others",
    "although this",
    "while this",
    "where this",
    "a small number are",
    "a few are",
    "most are",
    "many are",
    "some are",
    "others ",
    "this ",
    "these ",
    "they ",
    "it ",
    "their ",
    "he ",
    "she ",
    "such ",
    "those ",
    "that ",
    "however",
    "also ",
    "in addition",
    "as a result",
    "consequently",
    "therefore",
    "similarly",
    "the same ",
    "its ",
    "for these ",
    "here ",
    "his ",
    "her ",
    "both ",
    "some of these",
    "when this",
];
/// Words of sentences that say what inspectors did, not what they found.
const FORMAL: [&str; 18] = [
    "this letter",
    "this visit",
    "this inspection",
    "inspectors looked at",
    "ofsted will",
    "ofsted has",
    "yours ",
    "dear ",
    "inspectors were on site",
    "inspectors for this",
    "framework for the inspection",
    "was carried out in line",
    "lead inspector",
    "i am writing",
    "copied to",
    "ofsted an action plan",
    "working days of receiving",
    "was judged",
];

/// Whether the subject after a first clause stands for something said before: “When visits are late,
/// this is …”. “They” after such a clause mostly stands for something in it.
fn leans_after_its_clause(folded: &str) -> bool {
    let Some((first, rest)) = folded.split_once(", ") else { return false };
    let verb = |pronoun: &str| {
        let next = rest.strip_prefix(pronoun).and_then(|rest| rest.split_whitespace().next()).unwrap_or("");
        matches!(
            next,
            "is" | "are" | "was" | "were" | "has" | "have" | "means" | "does" | "do" | "did" | "can"
        )
    };
    let clause = ["although", "despite", "while", "where", "when", "as ", "in ", "for ", "overall", "at "];
    let pronoun = ["this ", "these ", "it ", "that "].into_iter().any(verb);
    pronoun && clause.iter().any(|cue| first.starts_with(cue))
}

fn passage(sentence: &str, span: Span, under: Under) -> Option<Passage> {
    let words = sentence.split_whitespace().count();
    let folded_sentence = folded(sentence);
    let whole = sentence.ends_with(['.', '!', '?', '’', '”', ')'])
        && sentence.starts_with(|c: char| c.is_uppercase() || c == '‘' || c == '“');
    if !(6..=60).contains(&words) || !whole || FORMAL.iter().any(|cue| folded_sentence.contains(cue)) {
        return None;
    }
    let (found, lean) = stance(sentence);
    let stance = match (found, under) {
        (Stance::Unclear, Under::Strengths) => Stance::Strength,
        (Stance::Unclear | Stance::Mixed, Under::Concerns) => Stance::Concern,
        (stance, _) => stance,
    };
    if !matches!(stance, Stance::Strength | Stance::Concern) {
        return None;
    }
    let hits = themes(sentence);
    let about = f64::from(u8::try_from(hits.len().min(3)).unwrap_or(0));
    let length = match words {
        10..=26 => 1.0,
        8..=34 => 0.5,
        _ => 0.0,
    };
    let score = f64::from(lean.abs().min(3)) * 0.5
        + about * 0.4
        + length
        + if under == Under::Headline { 0.8 } else { 0.0 }
        + if folded_sentence.contains("child") { 0.3 } else { 0.0 };
    let alone = !leans_folded(&folded_sentence) && !leans_after_its_clause(&folded_sentence) && words <= 40;
    // A reference to the national framework says nothing of what the sentence is about.
    let mainly = if sentence.contains('(') { themes(&without_reference(sentence)) } else { hits };
    let theme = mainly.first().copied();
    Some(Passage { span, stance, score, theme, alone })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_that_leans_on_another_is_not_offered_alone() {
        let alone = |sentence: &str| {
            let span = Span { start: 0, end: sentence.len() };
            passage(sentence, span, Under::Findings).map(|passage| passage.alone)
        };
        assert_eq!(alone("Plans for children in need are clear, timely and effective."), Some(true));
        assert_eq!(
            alone("When children go missing, they receive a prompt and effective response."),
            Some(true)
        );
        for sentence in [
            "Despite these effective and strong plans for change, progress is positive.",
            "For some children in care, plans are clear, timely and effective.",
            "For others in the same homes, plans are weak and there is much delay.",
            "When visits to children are made, this is done with skill and is effective.",
            "They receive a prompt and effective response from the whole team.",
        ] {
            assert_ne!(alone(sentence), Some(true), "{sentence}");
        }
    }
}
