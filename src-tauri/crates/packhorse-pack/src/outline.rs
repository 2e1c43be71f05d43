//! A composed pack as plain text, for tests and for a look without setting it.

use packhorse_model::Composed;
use packhorse_model::composed::{Block, Look, Piece, QuoteBlock, Run, Section, Table, Timeline};
use std::fmt::Write as _;

/// A composed pack as plain text that a person can read.
pub fn outline_text(composed: &Composed) -> String {
    let mut out = String::new();
    let cover = &composed.cover;
    let _ = writeln!(out, "[{}]\n{}", cover.over, cover.title);
    if let Some(lead) = &cover.lead {
        let _ = writeln!(out, "{lead}");
    }
    for (label, value) in &cover.facts {
        let _ = writeln!(out, "{label}: {value}");
    }
    for section in &composed.sections {
        let _ = writeln!(out, "\n# {} ({})", section.heading, section.id);
        section.blocks.iter().for_each(|block| write_block(&mut out, block));
    }
    out
}

fn write_block(out: &mut String, block: &Block) {
    let _ = match block {
        Block::Heading { level, text } => writeln!(out, "{} {text}", "#".repeat(usize::from(*level))),
        Block::Paragraph { runs, .. } => writeln!(out, "{}", words(runs)),
        Block::List { items, .. } => items.iter().try_for_each(|item| writeln!(out, "- {}", words(item))),
        Block::Quote(quote) => writeln!(out, "{}", quote_words(quote)),
        Block::Table(table) => writeln!(out, "{}", table_words(table)),
        Block::Panels { panels } => {
            for panel in panels {
                let _ = writeln!(out, "| {}", panel.heading);
                panel.blocks.iter().for_each(|block| write_block(out, block));
            }
            Ok(())
        }
        Block::ManagersNote { label, runs } => writeln!(out, "({label}) {}", words(runs)),
        Block::Question(question) => {
            let _ = writeln!(out, "{}. {}", question.number, question.ask);
            let _ = writeln!(out, "   {}", words(&question.prompted_by));
            let who = question.who.as_deref().map(|who| format!("   [{who}]"));
            let listen = question.listen_for.as_deref().map(|words| format!("   {words}"));
            [who, listen].into_iter().flatten().try_for_each(|line| writeln!(out, "{line}"))
        }
        Block::Timeline(timeline) => writeln!(out, "{}", timeline_words(timeline)),
        Block::Balance(balance) => {
            let _ = writeln!(out, "{}", balance.caption);
            writeln!(out, "  {}", balance.alt)
        }
        Block::Contents => writeln!(out, "(contents)"),
    };
}

fn words(runs: &[Run]) -> String {
    let each = runs.iter().map(|run| match run.look {
        Look::Removed => format!("[-{}-]", run.text),
        Look::Added => format!("[+{}+]", run.text),
        _ => run.text.clone(),
    });
    each.collect()
}

fn quote_words(quote: &QuoteBlock) -> String {
    let verdict = quote.verdict.map(|verdict| format!(" ({})", verdict.words())).unwrap_or_default();
    let source = quote.source.as_ref().map(|(_, number)| format!(" · source {number}")).unwrap_or_default();
    format!(
        "{} {}\n  “{}”\n  {}{source}{verdict}",
        quote.number,
        quote.tag,
        shown(&quote.words),
        quote.citation
    )
}

/// A quotation as a reader sees it.
pub(crate) fn shown(pieces: &[Piece]) -> String {
    let each = pieces.iter().map(|piece| match piece {
        Piece::Words(words) => words.clone(),
        Piece::Omitted => "[…]".to_owned(),
        Piece::Inserted(words) => format!("[{words}]"),
    });
    each.collect()
}

fn table_words(table: &Table) -> String {
    let mut out = format!("{}\n", table.caption);
    let headings: Vec<&str> = table.columns.iter().map(|column| column.heading.as_str()).collect();
    let _ = writeln!(out, "  | {}", headings.join(" | "));
    for row in &table.rows {
        let cells: Vec<String> = row
            .iter()
            .map(|cell| cell.paragraphs.iter().map(|runs| words(runs)).collect::<Vec<_>>().join(" / "))
            .collect();
        let _ = writeln!(out, "  | {}", cells.join(" | "));
    }
    out.trim_end().to_owned()
}

fn timeline_words(timeline: &Timeline) -> String {
    let mut out = format!("{}\n  {}\n", timeline.caption, timeline.alt);
    for event in &timeline.events {
        let grade = event.grade.as_deref().map(|grade| format!(": {grade}")).unwrap_or_default();
        let mark = if event.inspection { "●" } else { "○" };
        let _ = writeln!(out, "  {mark} {} {}{grade}", event.date, event.label);
    }
    for turn in &timeline.breaks {
        let _ = writeln!(out, "  ┆ {}", turn.label);
    }
    out.trim_end().to_owned()
}

/// The words of a section.
pub(crate) fn section_words(section: &Section) -> String {
    let mut out = format!("{}\n", section.heading);
    section.blocks.iter().for_each(|block| write_block(&mut out, block));
    out
}
