//! The facts of a source, each with the words it was read from.

use super::correct::RULE;
use super::words::{KINDS, RANKS, finding_at, finding_field, judgement_field, label};
use crate::rows::{capital, framework_words};
use packhorse_model::{Confidence, DateRange, Document, Fact, Finding, Place, Source};
use packhorse_recognise::frameworks;
use serde::Serialize;
use ts_rs::TS;

/// A fact with the words it was read from.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FactRow {
    /// The value as it is entered: `2026-09-10`.
    pub value: String,
    /// The value in words: “10 September 2026”.
    pub words: String,
    /// How sure it is.
    #[ts(type = "\"none\" | \"check\" | \"sure\"")]
    pub confidence: Confidence,
    /// The rule that read it.
    pub rule: String,
    /// The words around it in the source.
    pub context: Option<String>,
    /// The page it stands on.
    pub page: Option<u32>,
}

/// A field and its fact.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FactLine {
    /// The field's id.
    pub field: String,
    /// The field in words.
    pub label: String,
    /// The fact; none when the source does not say.
    pub fact: Option<FactRow>,
    /// What a person may choose from; none when any words will do.
    pub choices: Vec<FactChoice>,
}

/// A value a person may choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FactChoice {
    /// The value as it is entered.
    pub value: String,
    /// The value in words.
    pub words: String,
}

/// The facts of a source that a person can see and correct.
pub(super) fn facts(source: &Source) -> Vec<FactLine> {
    let facts = &source.facts;
    let primary = facts.is_primary();
    let kind = &facts.source_kind;
    let shown = row(source, kind, kind.value.id().into(), capital(kind.value.words()));
    let mut lines =
        vec![line("source_kind", Some(shown)), line("authority", plain(source, &facts.authority))];
    lines.extend(stated("title", plain(source, &facts.title)));
    let framework = |fact: &Fact<String>| row(source, fact, fact.value.clone(), framework_words(&fact.value));
    let framework = facts.framework.as_ref().map(framework);
    let kind = facts.kind.as_ref().map(|fact| row(source, fact, fact.value.clone(), kind_label(&fact.value)));
    let days = |fact: &Fact<DateRange>| row(source, fact, entered(fact.value), fact.value.words());
    let days = facts.inspected.as_ref().map(days);
    // A paper about an inspection is asked which it is about; any other shows what was read of one.
    let about = primary || days.is_some();
    let when = |field, fact| if about { Some(line(field, fact)) } else { stated(field, fact) };
    lines.extend(when("framework", framework));
    lines.extend(stated("kind", kind));
    lines.extend(when("inspected", days));
    let published = facts.published.as_ref();
    lines.push(line(
        "published",
        published.map(|fact| row(source, fact, fact.value.to_string(), fact.value.words())),
    ));
    let lead = plain(source, &facts.lead_inspector);
    if primary {
        lines.push(line("lead_inspector", lead));
    } else {
        lines.extend(stated("lead_inspector", lead));
    }
    lines.extend(stated("theme", plain(source, &facts.theme)));
    lines.extend((0..facts.judgements.len()).map(|index| judged(source, index)));
    // What a document lists plainly needs nobody; what a person said of it can be changed.
    let asked = |finding: &&Finding| finding.confidence == Confidence::Check || finding.rule == RULE;
    if primary {
        lines.extend(facts.findings.iter().filter(asked).map(|finding| listed(source, finding)));
    }
    lines
}

/// A kind of inspection document by its name.
fn kind_label(id: &str) -> String {
    frameworks::kind(id).map_or_else(|| id.to_owned(), |kind| kind.label.clone())
}

/// A finding to be confirmed: its rank is what a person may change, its words are the document's.
fn listed(source: &Source, finding: &Finding) -> FactLine {
    let known = RANKS.into_iter().find(|(rank, ..)| *rank == finding.rank);
    let (id, name) = known.map_or(("", ""), |(_, id, name)| (id, name));
    let fact = FactRow {
        value: id.to_owned(),
        words: finding.text.clone(),
        confidence: finding.confidence,
        rule: finding.rule.clone(),
        context: context(&source.document, finding.place),
        page: finding.place.page,
    };
    FactLine { label: name.to_owned(), ..line(&finding_field(finding), Some(fact)) }
}

fn line(field: &str, fact: Option<FactRow>) -> FactLine {
    FactLine { field: field.to_owned(), label: label(field), fact, choices: choices(field) }
}

/// The lists that hold every value a field can have.
fn choices(field: &str) -> Vec<FactChoice> {
    let choice = |value: &str, words: &str| FactChoice { value: value.to_owned(), words: words.to_owned() };
    match field {
        "source_kind" => KINDS.iter().map(|kind| choice(kind.id(), &capital(kind.words()))).collect(),
        "kind" => frameworks::kinds().iter().map(|kind| choice(&kind.id, &kind.label)).collect(),
        field if finding_at(field).is_some() => {
            RANKS.iter().map(|(_, id, words)| choice(id, words)).collect()
        }
        "framework" => frameworks::all().iter().map(|one| choice(&one.id, &one.short)).collect(),
        _ => Vec::new(),
    }
}

/// A line for a field that is worth a line only when the source states it.
fn stated(field: &str, fact: Option<FactRow>) -> Option<FactLine> {
    fact.map(|fact| line(field, Some(fact)))
}

fn plain(source: &Source, fact: &Option<Fact<String>>) -> Option<FactRow> {
    fact.as_ref().map(|fact| row(source, fact, fact.value.clone(), fact.value.clone()))
}

/// Days as a person enters them: “2026-08-11 to 2026-08-12”.
fn entered(days: DateRange) -> String {
    days.to.map_or_else(|| days.from.to_string(), |to| format!("{} to {to}", days.from))
}

fn judged(source: &Source, index: usize) -> FactLine {
    let judgement = &source.facts.judgements[index];
    let fact = FactRow {
        value: judgement.grade.printed().unwrap_or("").to_owned(),
        words: judgement.grade.words().to_owned(),
        confidence: judgement.confidence,
        rule: judgement.rule.clone(),
        context: judgement.place.and_then(|place| context(&source.document, place)),
        page: judgement.place.and_then(|place| place.page),
    };
    line(&judgement_field(&source.facts, index), Some(fact))
}

fn row<T>(source: &Source, fact: &Fact<T>, value: String, words: String) -> FactRow {
    FactRow {
        value,
        words,
        confidence: fact.confidence,
        rule: fact.rule.clone(),
        context: fact.place.and_then(|place| context(&source.document, place)),
        page: fact.place.and_then(|place| place.page),
    }
}

/// The words around a place: its paragraph, cut to what a person reads at a glance.
fn context(document: &Document, place: Place) -> Option<String> {
    const MOST: usize = 260;
    let (_, block) = document.block_at(place.span.start)?;
    let text = document.words(block);
    if text.chars().count() <= MOST {
        return Some(text.to_owned());
    }
    let at = place.span.start.saturating_sub(block.span.start);
    let start = text[..at.min(text.len())].char_indices().rev().nth(100).map_or(0, |(at, _)| at);
    let cut: String = text[start..].chars().take(MOST).collect();
    Some(format!("{}{cut}…", if start > 0 { "…" } else { "" }))
}
