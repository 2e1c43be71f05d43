//! The terms that a pack uses, and no others.

use super::Making;
use crate::data::glossary::used;
use crate::outline::section_words;
use crate::words::{cell, columns};
use packhorse_model::composed::{Block, Section, Table};

impl Making<'_> {
    /// A table of the terms that the sections before it use.
    pub(super) fn glossary(&self, sections: &[Section]) -> Option<Vec<Block>> {
        let mut text: String = sections.iter().map(section_words).collect();
        if self.audience.has("sources") {
            text.push_str("Ofsted");
        }
        let rows: Vec<_> = used(&text)
            .into_iter()
            // A term nobody has put into plain words explains nothing to children and young people.
            .filter(|term| !self.audience.plain_words || term.plain.is_some())
            .map(|term| {
                let plain = term.plain.as_ref().filter(|_| self.audience.plain_words);
                vec![cell(term.as_in(&text)), cell(plain.unwrap_or(&term.meaning))]
            })
            .collect();
        if rows.is_empty() {
            return None;
        }
        let mut blocks: Vec<Block> = self.who_is_who().into_iter().collect();
        blocks.push(Block::Table(Table {
            caption: self
                .audience
                .intros
                .get("glossary")
                .cloned()
                .unwrap_or_else(|| "Terms used here".to_owned()),
            columns: columns(&[("Term", 30), ("Meaning", 70)]),
            rows,
            row_headers: true,
            alt: None,
        }));
        blocks.extend(self.notes_for("glossary"));
        Some(blocks)
    }
}
