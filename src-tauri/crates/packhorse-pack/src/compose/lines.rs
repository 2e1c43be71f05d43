//! Likely questions, and the lines the manager wrote.

use super::Making;
use packhorse_model::composed::Block;

impl Making<'_> {
    /// The questions a cabinet member is likely to be asked. Lines to take are the manager's notes
    /// and follow them; none is ever made up.
    pub(super) fn lines(&self) -> Option<Vec<Block>> {
        let asked = self.ask();
        if asked.is_empty() {
            return None;
        }
        let mut blocks = Vec::new();
        let inner = self.audience.extra_headings.get("questions");
        if let Some(heading) = inner.filter(|inner| **inner != self.heading("lines-to-take")) {
            blocks.push(Block::Heading { level: 3, text: heading.clone() });
        }
        blocks.extend(asked.into_iter().map(Block::Question));
        if !self.is_bare("lines-to-take") {
            blocks.push(Block::Heading { level: 3, text: "Lines to take".to_owned() });
        }
        Some(blocks)
    }
}
