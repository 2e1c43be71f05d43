//! A source open to be read, and its facts to be confirmed.

use crate::{Desk, SourceRow, Trouble, said};
use packhorse_library::QuoteFilter;
use packhorse_model::{
    Bearing, BlockKind, Confidence, DateRange, Document, Fact, Grade, PartialDate, Place, Rank, Source, SourceId, SourceKind, Verdict,
};
use packhorse_recognise::frameworks;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

mod correct;

/// Names a source.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SourceRequest {
    /// The source's id.
    pub source: String,
}

/// Confirms or corrects a fact.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Confirm {
    /// The source's id.
    pub source: String,
    /// The field: `authority`, `published`, `judgement:overall` …
    pub field: String,
    /// The right value; none when the source does not say.
    pub value: Option<String>,
}

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
}

/// The part a paragraph plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum ParagraphKind {
    Heading,
    Paragraph,
    Item,
    Cell,
    Footnote,
    Furniture,
    Boilerplate,
}

/// A paragraph of the source.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Paragraph {
    /// Its number among the blocks.
    pub index: u32,
    /// The part it plays.
    pub kind: ParagraphKind,
    /// The level of a heading or item.
    pub level: Option<u8>,
    /// The row of a cell.
    pub row: Option<u32>,
    /// The column of a cell.
    pub column: Option<u32>,
    /// The table of a cell.
    pub table: Option<u32>,
    /// Whether a cell is a header.
    pub header: bool,
    /// The words.
    pub text: String,
    /// The first byte in the source's text.
    #[ts(type = "number")]
    pub start: usize,
    /// The page it begins on.
    pub page: Option<u32>,
    /// The number printed before it.
    pub number: Option<u32>,
    /// Counted from the top.
    pub nth: Option<u32>,
}

/// What is marked in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum MarkKind {
    /// Words that could be picked.
    Suggestion,
    /// A picked quote.
    Quote,
    /// An item of the document's own lists.
    Finding,
    /// What somebody is quoted with.
    Quotation,
}

/// A mark in the text.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Mark {
    /// First byte.
    #[ts(type = "number")]
    pub start: usize,
    /// One past the last byte.
    #[ts(type = "number")]
    pub end: usize,
    /// What it marks.
    pub what: MarkKind,
    /// What the words are used for, or could be.
    #[ts(type = "\"strength\" | \"improve\" | \"priority\" | \"statement\" | \"context\"")]
    pub bearing: Bearing,
    /// The quote's id.
    pub id: Option<String>,
    /// A note on it: the speaker, the manager's note.
    pub note: Option<String>,
    /// What checking it showed.
    #[ts(type = "\"exact\" | \"punctuation\" | \"differs\" | \"not-found\" | \"no-source\" | null")]
    pub verdict: Option<Verdict>,
}

/// A source open to be read.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Reading {
    /// Its row in the library.
    pub source: SourceRow,
    /// Its facts.
    pub facts: Vec<FactLine>,
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
    /// What is marked in it.
    pub marks: Vec<Mark>,
    /// What to know about it.
    pub notices: Vec<String>,
}

impl Desk {
    /// Opens a source to be read.
    ///
    /// # Errors
    ///
    /// When it is not in the library.
    pub fn read(&self, request: &SourceRequest) -> Result<Reading, Trouble> {
        self.reading(crate::desk_id(&request.source)?)
    }

    /// Removes a source and the quotes picked from it.
    ///
    /// # Errors
    ///
    /// When it is not in the library.
    pub fn remove_source(&self, request: &SourceRequest) -> Result<(), Trouble> {
        Ok(self.library().remove_source(crate::desk_id(&request.source)?)?)
    }

    /// Confirms or corrects a fact of a source.
    ///
    /// # Errors
    ///
    /// When the value is not one, or the source is not in the library.
    pub fn confirm(&self, request: &Confirm) -> Result<Reading, Trouble> {
        let id: SourceId = crate::desk_id(&request.source)?;
        {
            let mut library = self.library();
            let mut facts = library.source(id)?.facts;
            correct::correct(&mut facts, &request.field, request.value.as_deref())?;
            library.set_facts(id, &facts, &format!("confirm {}", label(&request.field).to_lowercase()))?;
        }
        self.reading(id)
    }

    fn reading(&self, id: SourceId) -> Result<Reading, Trouble> {
        let library = self.library();
        let source = library.source(id)?;
        let entry = library.sources()?.into_iter().find(|entry| entry.id == id);
        let entry = entry.ok_or_else(|| Trouble::fixable("The source is not in the library.", "It may have been removed. Undo brings it back."))?;
        let picked = library.quotes(&QuoteFilter { source: Some(id), ..QuoteFilter::default() })?;
        let witnesses = if source.facts.quotations.iter().any(|quotation| quotation.of_inspectors) { said::primary_sources(&library)? } else { Vec::new() };
        drop(library);
        let mut marks = marks(&source, &witnesses);
        marks.extend(picked.iter().map(|quote| Mark {
            start: quote.quote.span.start,
            end: quote.quote.span.end,
            what: MarkKind::Quote,
            bearing: quote.usage.bearing,
            id: Some(quote.id.to_string()),
            note: quote.usage.note.clone(),
            verdict: None,
        }));
        let notices = source.document.notices.iter().chain(&source.facts.notices).map(|notice| notice.message.clone()).collect();
        Ok(Reading { source: SourceRow::of(&entry), facts: facts(&source), paragraphs: paragraphs(&source.document), marks, notices })
    }
}

fn marks(source: &Source, witnesses: &[Source]) -> Vec<Mark> {
    let findings = source.facts.findings.iter().map(|finding| Mark {
        start: finding.place.span.start,
        end: finding.place.span.end,
        what: MarkKind::Finding,
        bearing: match finding.rank {
            Rank::PriorityAction => Bearing::Priority,
            Rank::Improvement => Bearing::Improve,
            Rank::Strength => Bearing::Strength,
        },
        id: None,
        note: finding.group.clone(),
        verdict: None,
    });
    let others: Vec<&Source> = witnesses.iter().collect();
    let quotations = source.facts.quotations.iter().map(|quotation| Mark {
        start: quotation.span.start,
        end: quotation.span.end,
        what: MarkKind::Quotation,
        bearing: Bearing::Statement,
        id: None,
        note: quotation.speaker.clone().or_else(|| quotation.organisation.clone()),
        verdict: quotation.of_inspectors.then(|| packhorse_pack::check_quotation(&quotation.text, &others).verdict),
    });
    let suggested = packhorse_pack::suggest(&[source], 12).into_iter().map(|pick| Mark {
        start: pick.quote.span.start,
        end: pick.quote.span.end,
        what: MarkKind::Suggestion,
        bearing: pick.bearing,
        id: None,
        note: None,
        verdict: None,
    });
    findings.chain(quotations).chain(suggested).collect()
}

fn paragraphs(document: &Document) -> Vec<Paragraph> {
    let mut nth = 0_u32;
    (0..)
        .zip(&document.blocks)
        .map(|(index, block)| {
            let (kind, level) = match block.kind {
                BlockKind::Heading { level } => (ParagraphKind::Heading, Some(level)),
                BlockKind::Paragraph => (ParagraphKind::Paragraph, None),
                BlockKind::Item { level } => (ParagraphKind::Item, Some(level)),
                BlockKind::Cell { .. } => (ParagraphKind::Cell, None),
                BlockKind::Footnote => (ParagraphKind::Footnote, None),
                BlockKind::Furniture => (ParagraphKind::Furniture, None),
                BlockKind::Boilerplate => (ParagraphKind::Boilerplate, None),
            };
            let counts = matches!(kind, ParagraphKind::Paragraph | ParagraphKind::Item);
            nth += u32::from(counts);
            let cell = match block.kind {
                BlockKind::Cell { table, row, column, header } => Some((table, row, column, header)),
                _ => None,
            };
            Paragraph {
                index,
                kind,
                level,
                row: cell.map(|cell| cell.1),
                column: cell.map(|cell| cell.2),
                table: cell.map(|cell| cell.0),
                header: cell.is_some_and(|cell| cell.3),
                text: document.words(block).to_owned(),
                start: block.span.start,
                page: block.page,
                number: block.number,
                nth: counts.then_some(nth),
            }
        })
        .collect()
}

/// A field in words.
fn label(field: &str) -> String {
    let words = match field {
        "source_kind" => "Kind of document",
        "title" => "Title",
        "kind" => "Kind of inspection",
        "framework" => "Framework",
        "authority" => "Council",
        "inspected" => "Inspected",
        "published" => "Published",
        "lead_inspector" => "Lead inspector",
        "theme" => "What was looked at",
        field => return field.strip_prefix("judgement:").map_or_else(|| field.to_owned(), |area| frameworks::area_label(area).to_owned()),
    };
    words.to_owned()
}

fn facts(source: &Source) -> Vec<FactLine> {
    let facts = &source.facts;
    let plain = |fact: &Option<Fact<String>>| fact.as_ref().map(|fact| row(source, fact.value.clone(), fact.value.clone(), fact.place, &fact.rule, fact.confidence));
    let line = |field: &str, fact: Option<FactRow>| FactLine { field: field.to_owned(), label: label(field), fact };
    let kind = &facts.source_kind;
    let mut lines = vec![
        line("source_kind", Some(row(source, kind.value.id().into(), kind.value.words().into(), kind.place, &kind.rule, kind.confidence))),
        line("authority", plain(&facts.authority)),
        line("title", plain(&facts.title)),
    ];
    let dated = |fact: &Fact<PartialDate>| row(source, fact.value.to_string(), fact.value.words(), fact.place, &fact.rule, fact.confidence);
    let days = |fact: &Fact<DateRange>| {
        let entered = fact.value.to.map_or_else(|| fact.value.from.to_string(), |to| format!("{} to {to}", fact.value.from));
        row(source, entered, fact.value.words(), fact.place, &fact.rule, fact.confidence)
    };
    let framework = facts.framework.as_ref().map(|fact| {
        row(source, fact.value.clone(), crate::rows::framework_words(&fact.value), fact.place, &fact.rule, fact.confidence)
    });
    if facts.is_primary() || facts.inspected.is_some() {
        lines.push(line("framework", framework));
        lines.push(line("inspected", facts.inspected.as_ref().map(days)));
    }
    lines.push(line("published", facts.published.as_ref().map(dated)));
    if facts.is_primary() {
        lines.push(line("lead_inspector", plain(&facts.lead_inspector)));
        lines.push(line("theme", plain(&facts.theme)));
    }
    lines.extend(facts.judgements.iter().map(|judgement| {
        let value = judgement.grade.printed().unwrap_or("").to_owned();
        let fact = row(source, value, judgement.grade.words().to_owned(), judgement.place, &judgement.rule, judgement.confidence);
        line(&format!("judgement:{}", judgement.area), Some(fact))
    }));
    let shown = |line: &FactLine| line.fact.is_some() || !matches!(line.field.as_str(), "theme" | "title");
    lines.retain(shown);
    lines
}

fn row(source: &Source, value: String, words: String, place: Option<Place>, rule: &str, confidence: Confidence) -> FactRow {
    FactRow { value, words, confidence, rule: rule.to_owned(), context: place.and_then(|place| context(&source.document, place)), page: place.and_then(|place| place.page) }
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

/// Kinds a person may choose from.
pub(crate) const KINDS: [SourceKind; 9] = [
    SourceKind::Report,
    SourceKind::Letter,
    SourceKind::PressRelease,
    SourceKind::NewsStory,
    SourceKind::Statement,
    SourceKind::Minutes,
    SourceKind::YoungPeoplesSummary,
    SourceKind::OutcomesTable,
    SourceKind::Other,
];

/// A grade as a person entered it.
fn entered_grade(value: Option<&str>) -> Grade {
    value.map(str::trim).filter(|value| !value.is_empty()).map_or(Grade::NotStated, |value| Grade::AsPrinted(value.to_owned()))
}
