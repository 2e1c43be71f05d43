//! What only the young people's edition has.

use super::Making;
use packhorse_model::composed::{Block, Run};

impl Making<'_> {
    /// What “we”, “they” and “you” mean. How to be heard is for the manager to write.
    pub(super) fn be_heard(&self) -> Option<Vec<Block>> {
        self.says_how_to_be_heard().then(|| self.word_notes().into_iter().collect())
    }

    /// What “we”, “they” and “you” mean, where no section on being heard says it.
    pub(super) fn who_is_who(&self) -> Option<Block> {
        if self.audience.has("be-heard") && self.says_how_to_be_heard() { None } else { self.word_notes() }
    }

    fn says_how_to_be_heard(&self) -> bool {
        self.plan.notes.iter().any(|note| note.section == "be-heard" && !note.text.trim().is_empty())
    }

    fn word_notes(&self) -> Option<Block> {
        let notes = self.audience.word_notes.iter();
        let items: Vec<Vec<Run>> = notes.map(|note| vec![Run::plain(note)]).collect();
        (!items.is_empty()).then_some(Block::List { ordered: false, items })
    }
}
