//! The cells of tables, counted through a page.

use packhorse_model::BlockKind;

/// Counts tables, rows and columns.
#[derive(Default)]
pub(super) struct Cells {
    table: u32,
    row: Option<(dom_query::NodeId, u32)>,
    column: u32,
    within: Option<dom_query::NodeId>,
}

impl Cells {
    pub(super) fn kind(&mut self, node: &dom_query::NodeRef<'_>, header: bool) -> BlockKind {
        let above = node.ancestors(Some(40));
        let named = |name: &str| above.iter().find(|node| node.has_name(name)).map(|node| node.id);
        if self.within != named("table") {
            self.table += u32::from(self.within.is_some());
            self.within = named("table");
            self.row = None;
        }
        let row = named("tr");
        match (self.row, row) {
            (Some((id, _)), Some(now)) if id == now => self.column += 1,
            (before, Some(now)) => {
                self.row = Some((now, before.map_or(0, |(_, row)| row + 1)));
                self.column = 0;
            }
            _ => {}
        }
        BlockKind::Cell {
            table: self.table,
            row: self.row.map_or(0, |(_, row)| row),
            column: self.column,
            header,
        }
    }
}
