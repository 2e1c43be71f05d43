//! Tables that are no tables.

use crate::build::Draft;
use packhorse_model::BlockKind;
use std::collections::{HashMap, HashSet};

/// Tables that are frames around text become the text: one cell with words in each row is no table.
pub(crate) fn unframed(mut drafts: Vec<Draft>) -> Vec<Draft> {
    let mut filled: HashMap<(u32, u32), usize> = HashMap::new();
    let mut wide = HashSet::new();
    let spoken = |draft: &&Draft| !draft.text().trim().is_empty();
    for draft in drafts.iter().filter(spoken) {
        if let BlockKind::Cell { table, row, column, .. } = draft.kind {
            let before = filled.insert((table, row), column as usize);
            if before.is_some_and(|before| before != column as usize) {
                wide.insert(table);
            }
        }
    }
    for draft in &mut drafts {
        if matches!(draft.kind, BlockKind::Cell { table, .. } if !wide.contains(&table)) {
            draft.kind = BlockKind::Paragraph;
        }
    }
    drafts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(cells: &[(u32, u32, &str)]) -> Vec<BlockKind> {
        let draft = |(row, column, words): &(u32, u32, &str)| {
            let kind = BlockKind::Cell { table: 0, row: *row, column: *column, header: false };
            Draft::new(kind, None, *words)
        };
        unframed(cells.iter().map(draft).collect()).into_iter().map(|draft| draft.kind).collect()
    }

    #[test]
    fn one_cell_with_words_in_each_row_is_a_frame_around_text() {
        let framed = kinds(&[(0, 0, "Areas for improvement"), (0, 1, " "), (1, 0, "Write to parents.")]);
        assert!(framed.iter().all(|kind| *kind == BlockKind::Paragraph), "{framed:?}");
        let table = kinds(&[(0, 0, "Judgement"), (0, 1, "Grade"), (1, 0, "Leaders")]);
        assert!(
            table.iter().all(|kind| matches!(kind, BlockKind::Cell { .. })),
            "one row with two is enough"
        );
    }
}
