//! The list of quotations and sources.

use super::Making;
use crate::papers::{Paper, mark};
use crate::words::{cell, cell_of, cited, columns, excerpt, quoted, soft};
use packhorse_model::composed::{Block, Cell, Run, Table};

/// The columns of a list of documents.
pub(super) const SOURCES: [(&str, u32); 3] = [("Source", 10), ("Document", 68), ("Published", 22)];
pub(super) const FINGERPRINTS: &str =
    "Sources. The fingerprint is the beginning of the file’s SHA-256; the same file has the same one.";

impl Making<'_> {
    /// Each quotation with its place, then each source with its fingerprint.
    pub(super) fn listing(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        if !self.chosen.is_empty() && !self.audience.plain_words {
            let rows = self.chosen.iter().filter_map(|chosen| {
                let paper = self.papers.paper(chosen.quote.source())?;
                let place = chosen.quote.place();
                let number = |number: Option<u32>, none: &str| {
                    number.map_or_else(|| cell_of(vec![vec![soft(none)]]), |number| cell(number.to_string()))
                };
                let words = quoted(&excerpt(chosen.quote.words(), 10));
                Some(vec![
                    cell_of(vec![vec![Run::to(chosen.block.number.to_string(), &chosen.block.id)]]),
                    cell(words),
                    cell_of(vec![vec![Run::to(format!("Source {}", paper.number), paper.anchor())]]),
                    number(place.page, "no pages"),
                    match place.paragraph {
                        Some(paragraph) => cell(paragraph.to_string()),
                        // Counted numbers help only where there is no page to turn to.
                        None => number(place.nth.filter(|_| place.page.is_none()), "not numbered"),
                    },
                ])
            });
            blocks.push(Block::Table(Table {
                caption: "Quotations. Where a document has neither pages nor paragraph numbers, paragraphs are counted from the top."
                    .to_owned(),
                columns: columns(&[("Quotation", 12), ("Begins", 51), ("Source", 12), ("Page", 11), ("Paragraph", 14)]),
                rows: rows.collect(),
                row_headers: true,
 alt: None,
            }));
        }
        let plain = self.audience.plain_words;
        let caption = if plain { "The reports and letters this paper uses." } else { FINGERPRINTS };
        blocks.push(self.sources(caption));
        if plain {
            return blocks;
        }
        blocks.push(crate::words::small(format!(
            "Each numbered quotation was compared with the kept original, character by character, when this pack was made{}.",
            if self.chosen.iter().any(|chosen| chosen.public) {
                ". What people said is as the paper named beside it prints it"
            } else {
                ""
            }
        )));
        blocks
    }
}

impl Making<'_> {
    /// The documents, each with its file and fingerprint unless children and young people read of them.
    pub(super) fn sources(&self, caption: &str) -> Block {
        let plain = self.audience.plain_words;
        let rows = self.papers.all.iter().filter(|paper| !plain || self.is_read_from(paper));
        let rows = rows.map(|paper| source_row(paper, !plain));
        Block::Table(Table {
            caption: caption.to_owned(),
            columns: columns(&SOURCES),
            rows: rows.collect(),
            row_headers: true,
            alt: None,
        })
    }

    /// Whether words of a document stand in this edition, or the edition is about it.
    fn is_read_from(&self, paper: &Paper) -> bool {
        let subject = self.papers.subject().is_some_and(|subject| subject.source.id == paper.source.id);
        subject || self.chosen.iter().any(|chosen| chosen.quote.source() == paper.source.id)
    }
}

fn source_row(paper: &Paper, with_file: bool) -> Vec<Cell> {
    let facts = &paper.source.facts;
    let published = match &facts.published {
        Some(fact) => cell(format!("{}{}", fact.value.words(), mark(fact.confidence))),
        None if paper.unconfirmed.published => cell_of(vec![vec![soft("not confirmed")]]),
        None => cell_of(vec![vec![soft("not stated")]]),
    };
    let mut document = vec![vec![Run::plain(cited(paper))]];
    if facts.is_primary() && paper.source.title() != paper.source.file_name {
        document.push(vec![soft(paper.source.title())]);
    }
    if with_file {
        // In columns of their own a long name would leave no room for the others.
        let fingerprint = grouped(paper.source.digest.short());
        document.push(vec![soft(format!("{}, fingerprint {fingerprint}", paper.source.file_name))]);
    }
    let number = Cell { id: Some(paper.anchor()), ..cell(paper.number.to_string()) };
    vec![number, cell_of(document), published]
}

/// A fingerprint in groups of four, as a person compares it.
fn grouped(digits: &str) -> String {
    let groups: Vec<String> =
        digits.as_bytes().chunks(4).map(|group| String::from_utf8_lossy(group).into_owned()).collect();
    groups.join("\u{a0}")
}
