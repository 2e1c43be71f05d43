//! The paragraphs of a document, as the index holds them.

use crate::{Error, row};
use packhorse_model::{Block, BlockKind, Document, SourceId};
use rusqlite::{Connection, params};

/// Puts a document's paragraphs into the index. Furniture and boilerplate are not found.
pub(crate) fn insert(connection: &Connection, source: SourceId, document: &Document) -> Result<(), Error> {
    let mut statement = connection.prepare_cached(include_str!("insert.sql"))?;
    let source = source.to_string();
    for (block, nth) in found(document) {
        statement.execute(params![
            source,
            row::to_number(block.span.start),
            row::to_number(block.span.end),
            block.page,
            block.number,
            nth,
            document.words(block),
        ])?;
    }
    Ok(())
}

/// The blocks a search can find, with their number among paragraphs and items.
pub(crate) fn found(document: &Document) -> impl Iterator<Item = (&Block, Option<u32>)> {
    let mut counted = 0;
    document.blocks.iter().filter_map(move |block| {
        // `Document::nth` says the same of one block; asking it for each would count anew each time.
        let counts = matches!(block.kind, BlockKind::Paragraph | BlockKind::Item { .. });
        counted += u32::from(counts);
        let hidden = matches!(block.kind, BlockKind::Furniture | BlockKind::Boilerplate);
        (!hidden).then_some((block, counts.then_some(counted)))
    })
}
