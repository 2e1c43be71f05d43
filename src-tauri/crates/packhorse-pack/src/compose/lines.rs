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
        if let Some(heading) = self.audience.extra_headings.get("questions") {
            blocks.push(Block::Heading { level: 3, text: heading.clone() });
        }
        blocks.extend(asked.into_iter().map(Block::Question));
        let has_lines = self.plan.notes.iter().any(|note| note.section == "lines-to-take");
        if has_lines {
            blocks.push(Block::Heading { level: 3, text: "Lines to take".to_owned() });
        } else {
            blocks.push(crate::words::small("No line to take has been written for this edition."));
        }
        Some(blocks)
    }
}
