//! A composed pack taken apart into what a reader would call one thing.

use crate::data::folded;
use packhorse_model::composed::{
    Block, Cell, Composed, Piece, Question, QuoteBlock, Run, Section, Style, Table,
};
use packhorse_model::{Verdict, composed::Numbers};
use std::collections::BTreeSet;

/// What a grade is called.
pub(super) const GRADE: &str = "Grade";

/// Sections that follow from the others, or that say what changed.
const FOLLOWS: [&str; 5] = ["contents", "glossary", "themes-over-time", "late-items", super::CHANGES];

/// Lines of the first page that change with every version.
const OWN: [&str; 3] = ["For", "Prepared by", "Reading time"];

/// One thing of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unit {
    /// The section's id; empty on the first page.
    pub(super) section: String,
    /// The section's heading.
    pub(super) heading: String,
    /// What it is.
    pub(super) what: &'static str,
    /// By what it is known again when its words change.
    name: Option<String>,
    /// Its words.
    pub(super) words: String,
    /// Quoted words by themselves, where it is a quotation.
    quoted: Vec<String>,
}

impl Unit {
    /// Whether another is this one, unchanged.
    pub(super) fn is(&self, other: &Self) -> bool {
        (&self.section, self.what, &self.words) == (&other.section, other.what, &other.words)
    }

    /// The section's id; empty on the first page.
    pub(crate) fn section(&self) -> &str {
        &self.section
    }

    /// The section's heading.
    pub(crate) fn heading(&self) -> &str {
        &self.heading
    }

    /// Its words, as they are printed.
    pub(crate) fn printed(&self) -> &str {
        &self.words
    }

    /// What it says, in every form that may be withheld.
    pub(super) fn says(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.words).chain(&self.quoted).map(String::as_str)
    }

    pub(super) fn same_name(&self, other: &Self) -> f64 {
        if self.name.is_some() && self.name == other.name { 1.0 } else { 0.0 }
    }

    /// How many of their words two share, from 0 to 1.
    pub(super) fn likeness(&self, other: &Self) -> f64 {
        // Two things with names of their own are two things, however like they are.
        if self.name.is_some() && other.name.is_some() {
            return 0.0;
        }
        let words = |unit: &Self| -> BTreeSet<String> {
            let folded = folded(&unit.words);
            let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            words.map(str::to_owned).collect()
        };
        let (a, b) = (words(self), words(other));
        let all = a.len() + b.len();
        if all == 0 { 0.0 } else { 2.0 * a.intersection(&b).count() as f64 / all as f64 }
    }
}

/// The units of a pack, in order.
pub(crate) fn units(composed: &Composed) -> Vec<Unit> {
    let first = |name: &str, words: &str| Unit {
        section: String::new(),
        heading: "First page".to_owned(),
        what: "Line",
        name: Some(name.to_owned()),
        words: format!("{name}: {words}"),
        quoted: Vec::new(),
    };
    let mut found = vec![first("Title", &composed.title)];
    found.extend(composed.cover.lead.iter().map(|lead| first("About", lead)));
    let facts = composed.cover.facts.iter().filter(|(label, _)| !OWN.contains(&label.as_str()));
    found.extend(facts.map(|(label, value)| first(label, value)));
    found.extend(composed.exempt.iter().map(|words| first("Exemption", words)));
    let told = composed.sections.iter().filter(|section| !FOLLOWS.contains(&section.id.as_str()));
    for section in told {
        let unit = |what, name, words| Unit {
            section: section.id.clone(),
            heading: section.heading.clone(),
            what,
            name,
            words,
            quoted: Vec::new(),
        };
        let what = if section.numbers == Numbers::Late { "Late item" } else { "Section" };
        found.push(unit(what, Some(section.id.clone()), section.heading.clone()));
        for block in &section.blocks {
            let parts = of_block(block, section).into_iter().filter(|(.., words)| !words.is_empty());
            let quoted = quoted_in(block);
            found.extend(
                parts.map(|(what, name, words)| Unit { quoted: quoted.clone(), ..unit(what, name, words) }),
            );
        }
    }
    found
}

/// What a unit is, its name, and its words.
type Part = (&'static str, Option<String>, String);

fn of_block(block: &Block, section: &Section) -> Vec<Part> {
    match block {
        Block::Heading { text, .. } => vec![("Heading", None, text.clone())],
        // Small print follows from what it stands under.
        Block::Paragraph { style: Style::Small, .. } => Vec::new(),
        Block::Paragraph { runs, .. } => vec![("Paragraph", None, joined(runs))],
        Block::List { items, .. } => items.iter().map(|item| ("Item", None, joined(item))).collect(),
        Block::Quote(quote) => vec![("Quotation", None, quoted(quote))],
        Block::Table(table) => of_table(table, section),
        Block::ManagersNote { label, runs } => {
            vec![("Manager’s note", None, format!("{label}: {}", joined(runs)))]
        }
        Block::Question(question) => vec![("Question", None, asked(question))],
        // Charts, and panels that repeat what stands further on.
        Block::Panels { .. } | Block::Timeline(_) | Block::Balance(_) | Block::Contents => Vec::new(),
    }
}

fn of_table(table: &Table, section: &Section) -> Vec<Part> {
    let headings: Vec<&str> = table.columns.iter().map(|column| column.heading.as_str()).collect();
    match headings.first() {
        // The list of quotations follows from the quotations.
        Some(&"Quotation") => Vec::new(),
        // A document has another number when one before it goes.
        Some(&"Source") => table.rows.iter().map(|row| ("Document", None, cells(&row[1..]))).collect(),
        Some(&"Area") if section.id == "judgements" => graded(table, &headings),
        _ => table.rows.iter().map(|row| ("Row", name(row), cells(row))).collect(),
    }
}

/// Each grade with its area and its inspection.
fn graded(table: &Table, headings: &[&str]) -> Vec<Part> {
    let mut parts = Vec::new();
    for row in &table.rows {
        let area = row.first().and_then(|cell| cell.paragraphs.first()).map(|runs| joined(runs));
        let area = area.unwrap_or_default();
        for (heading, cell) in headings.iter().zip(row).skip(1) {
            let of = format!("{area}, {heading}");
            parts.push((GRADE, Some(of.clone()), format!("{of}: {}", cells(std::slice::from_ref(cell)))));
        }
    }
    parts
}

/// What a row is about.
fn name(row: &[Cell]) -> Option<String> {
    let first = row.first()?.paragraphs.first()?;
    Some(joined(first)).filter(|words| words.chars().any(char::is_alphabetic))
}

fn cells(row: &[Cell]) -> String {
    let each =
        row.iter().map(|cell| cell.paragraphs.iter().map(|runs| joined(runs)).collect::<Vec<_>>().join(", "));
    each.filter(|words| !words.is_empty()).collect::<Vec<_>>().join("; ")
}

fn quoted(quote: &QuoteBlock) -> String {
    let verdict = quote.verdict.filter(|verdict| *verdict != Verdict::Exact);
    let verdict = verdict.map(|verdict| format!(" ({})", verdict.words())).unwrap_or_default();
    format!("{}: “{}” {}{verdict}", quote.tag, shown(&quote.words), quote.citation)
}

/// The words of a source that a quotation shows, piece by piece.
fn quoted_in(block: &Block) -> Vec<String> {
    let Block::Quote(quote) = block else { return Vec::new() };
    let words = quote.words.iter().filter_map(|piece| match piece {
        Piece::Words(words) => Some(words.clone()),
        Piece::Omitted | Piece::Inserted(_) => None,
    });
    words.collect()
}

fn shown(pieces: &[Piece]) -> String {
    crate::words::even(&crate::outline::shown(pieces))
}

fn asked(question: &Question) -> String {
    let who = question.who.as_deref().map(|who| format!(" ({who})")).unwrap_or_default();
    format!("{}{who}", question.ask)
}

fn joined(runs: &[Run]) -> String {
    crate::words::even(&runs.iter().map(|run| run.text.as_str()).collect::<String>())
}
