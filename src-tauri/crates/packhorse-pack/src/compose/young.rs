//! What only the young people's edition has.

use super::Making;
use packhorse_model::composed::{Block, Run};

impl Making<'_> {
    /// What “we”, “they” and “you” mean. How to be heard is for the manager to write.
    pub(super) fn be_heard(&self) -> Option<Vec<Block>> {
        let written =
            self.plan.notes.iter().any(|note| note.section == "be-heard" && !note.text.trim().is_empty());
        if !written {
            return None;
        }
        let notes = &self.audience.word_notes;
        let items: Vec<Vec<Run>> = notes.iter().map(|note| vec![Run::plain(note)]).collect();
        Some(if items.is_empty() { Vec::new() } else { vec![Block::List { ordered: false, items }] })
    }
}
