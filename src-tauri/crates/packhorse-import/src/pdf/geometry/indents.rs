//! Items within items, by how far they are set in.

use super::paragraphs::Ended;
use packhorse_model::BlockKind;

/// Left edges nearer than this are the same.
const SLACK: f64 = 6.0;

/// What is further right than this stands in another column and is set in from nothing.
const COLUMN: f64 = 90.0;

/// The left edges of the items that are still open, outermost first.
#[derive(Debug, Default)]
pub(super) struct Indents {
    open: Vec<f64>,
}

impl Indents {
    /// Gives an item its level; whatever is no item ends the list.
    pub(super) fn settle(&mut self, ended: &mut Ended) {
        match &mut ended.block.kind {
            BlockKind::Item { level } => {
                self.open.retain(|edge| *edge <= ended.left + SLACK);
                let outer = self.open.last().copied();
                if outer.is_some_and(|outer| ended.left > outer + COLUMN) {
                    self.open.clear();
                }
                if outer.is_none_or(|outer| ended.left > outer + SLACK) {
                    self.open.push(ended.left);
                }
                *level = u8::try_from(self.open.len()).unwrap_or(u8::MAX);
            }
            BlockKind::Footnote | BlockKind::Furniture => {}
            _ => self.open.clear(),
        }
    }
}
