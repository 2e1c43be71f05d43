//! What was recognised in a file, as a person would want to check it.

use crate::ReadFile;
use crate::reading::label;
use crate::rows::framework_words;
use packhorse_model::{Confidence, Document, Evidence, Facts, Place, Quotation, Span};

mod rules;

/// A fact with everything that is needed to check it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// The field in words: “Council”.
    pub field: String,
    /// The value in words.
    pub value: String,
    /// Whether the program is sure, in words: “sure” or “please check”.
    pub sure: &'static str,
    /// The rule that read it, in a sentence.
    pub rule: String,
    /// Where it stands: “Page 2, paragraph 6”; none when it stands nowhere.
    pub place: Option<String>,
    /// The words it came from, and what stands around them.
    pub words: Option<Words>,
}

/// Words and what stands around them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// What stands before.
    pub before: String,
    /// The words themselves.
    pub marked: String,
    /// What stands after.
    pub after: String,
}

/// How much of a paragraph is shown on either side, in characters.
const AROUND: usize = 90;

/// The longest value that is shown whole, in characters; the source has the rest.
const LONGEST: usize = 400;

/// Every fact of a file, then its quotations, in the order in which a person would check them.
pub fn explain(read: &ReadFile) -> Vec<Explained> {
    let facts = read.facts.evidence().into_iter().map(|fact| explained(read, fact));
    let quotations = read.facts.quotations.iter().map(|quotation| quoted(read, quotation));
    facts.chain(quotations).collect()
}

fn explained(read: &ReadFile, fact: Evidence) -> Explained {
    let place = fact.place.filter(|_| fact.confidence != Confidence::None);
    Explained {
        field: field(&fact.field, &read.facts),
        sure: sure(fact.confidence),
        rule: rules::sentence(&fact.rule),
        place: place.map(|place| stands(&read.document, place)),
        words: place.and_then(|place| words(&read.document, place.span, &fact.value)),
        value: shown(&value(&fact.field, fact.value)),
    }
}

fn quoted(read: &ReadFile, quotation: &Quotation) -> Explained {
    let who = [&quotation.speaker, &quotation.role, &quotation.organisation];
    let who: Vec<&str> = who.into_iter().flatten().map(String::as_str).collect();
    let who = if who.is_empty() { "nobody named".to_owned() } else { who.join(", ") };
    Explained {
        field: "Quotation".into(),
        value: shown(&format!("{who}: “{}”", quotation.text.replace('\n', " "))),
        sure: sure(quotation.confidence),
        rule: rules::sentence(&quotation.rule),
        place: Some(stands(&read.document, quotation.place)),
        words: words(&read.document, quotation.span, &quotation.text),
    }
}

fn field(id: &str, facts: &Facts) -> String {
    match id {
        "priority action" => "Priority action".into(),
        "improvement" => "To improve".into(),
        "strength" => "Strength".into(),
        _ => match id.strip_prefix("judgement: ") {
            Some(area) => {
                let judgement = facts.judgements.iter().find(|judgement| judgement.area == area);
                format!("Judgement: {}", judgement.map_or(area, |judgement| &judgement.area_as_printed))
            }
            None => label(id),
        },
    }
}

/// The value as a person says it, where the program has a name of its own for it.
fn value(field: &str, value: String) -> String {
    match (field, value.as_str()) {
        ("framework", id) => format!("{} ({id})", framework_words(id)),
        ("kind" | "source_kind", id) => id.replace('-', " "),
        _ => value,
    }
}

fn sure(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Sure => "sure",
        Confidence::Check => "please check",
        Confidence::None => "not found",
    }
}

fn stands(document: &Document, place: Place) -> String {
    let page = place.page.filter(|_| document.pages.is_some()).map(|page| format!("page {page}"));
    let paragraph = match (place.paragraph, place.nth) {
        (Some(number), _) => Some(format!("paragraph {number}")),
        (None, Some(nth)) => Some(format!("paragraph {nth} from the top")),
        (None, None) => None,
    };
    let parts: Vec<String> = page.into_iter().chain(paragraph).collect();
    let words = if parts.is_empty() { "in the text".into() } else { parts.join(", ") };
    words[..1].to_uppercase() + &words[1..]
}

/// The words at a span with some of their paragraph around them; where the value stands in them word
/// for word, only the value is marked.
fn words(document: &Document, span: Span, value: &str) -> Option<Words> {
    let text = &document.text;
    let whole = text.get(span.range()).filter(|words| !words.is_empty())?;
    let within = whole.find(value).filter(|_| !value.is_empty());
    let marked =
        within.map_or(span, |at| Span { start: span.start + at, end: span.start + at + value.len() });
    let first = document.block_at(marked.start).map_or(marked.start, |(_, block)| block.span.start);
    let last =
        document.block_at(marked.end.saturating_sub(1)).map_or(marked.end, |(_, block)| block.span.end);
    let before = text.get(first.min(marked.start)..marked.start)?;
    let after = text.get(marked.end..last.max(marked.end))?;
    Some(Words { before: tail(before), marked: shown(text.get(marked.range())?), after: head(after) })
}

/// The end of what stands before, from a whole word on.
fn tail(text: &str) -> String {
    let plain = tidy(text);
    let Some((at, _)) = plain.char_indices().rev().nth(AROUND) else { return plain };
    let rest = &plain[at..];
    format!("… {}", rest.split_once(' ').map_or(rest, |(_, whole)| whole))
}

/// The beginning of what stands after, up to a whole word.
fn head(text: &str) -> String {
    let plain = tidy(text);
    let Some((at, _)) = plain.char_indices().nth(AROUND) else { return plain };
    let rest = &plain[..at];
    format!("{} …", rest.rsplit_once(' ').map_or(rest, |(whole, _)| whole))
}

fn shown(words: &str) -> String {
    let plain = tidy(words);
    if plain.chars().count() <= LONGEST {
        return plain;
    }
    format!("{}…", plain.chars().take(LONGEST).collect::<String>())
}

/// Words on one line. What is no letter but could move a terminal's cursor is shown as a mark.
fn tidy(text: &str) -> String {
    text.chars()
        .map(|one| match one {
            '\n' | '\r' | '\t' => ' ',
            one if one.is_control() => '\u{fffd}',
            // Marks that turn the direction of writing would show words in another order.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            one => one,
        })
        .collect()
}

#[cfg(test)]
mod tests;
