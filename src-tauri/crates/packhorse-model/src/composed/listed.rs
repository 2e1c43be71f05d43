//! What a table of contents lists.

use super::{Block, Composed, Numbers, Section};

impl Composed {
    /// The sections that a table of contents lists, by the section it stands in.
    ///
    /// Contents of the paper list the paper alone: a line more would move what was issued. What was added
    /// late is listed before the paper.
    pub fn listed_in(&self, contents: &Section) -> Vec<&Section> {
        let wanted = match contents.numbers {
            Numbers::Before => Numbers::Late,
            Numbers::Main | Numbers::Late => Numbers::Main,
        };
        let listed = |section: &&Section| {
            section.numbers == wanted && !section.blocks.iter().any(|block| matches!(block, Block::Contents))
        };
        self.sections.iter().filter(listed).collect()
    }
}
