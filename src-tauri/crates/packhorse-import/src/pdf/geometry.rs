//! Reading order by places on the page, for documents without a tag tree.

mod columns;
mod paragraphs;
mod rows;

use super::furniture;
use super::glyphs::Page;
use super::lines::{Placed, Words, settle_hyphens};
use packhorse_model::BlockKind;
use rows::Line;
use std::collections::BTreeSet;

/// What a document's ordinary text looks like.
#[derive(Debug, Clone, Copy)]
struct Measure {
    /// The commonest size of letters.
    size: f64,
    /// The commonest distance between lines.
    leading: f64,
    /// Where full lines end.
    margin: f64,
}

/// Blocks of an untagged document.
pub(super) fn drafts(pages: &[Page]) -> Vec<Placed> {
    let size = rows::body_size(pages);
    let sheets: Vec<Vec<Line>> = pages.iter().map(|page| rows::lines(page, size)).collect();
    let measure = Measure { size, leading: rows::leading(&sheets, size), margin: rows::margin(&sheets) };
    let heads = repeated(pages, &sheets);
    let mut tables = columns::Tables::default();
    let mut blocks = Vec::new();
    for (page, lines) in pages.iter().zip(sheets) {
        let (furniture, lines): (Vec<Line>, Vec<Line>) =
            lines.into_iter().partition(|line| is_furniture(page, line, &heads));
        for run in tables.cut(page, lines, measure) {
            match run {
                columns::Run::Text(lines) => blocks.extend(paragraphs::blocks(page, &lines, measure)),
                columns::Run::Cells(cells) => blocks.extend(cells),
            }
        }
        blocks.extend(furniture.iter().map(|line| placed(page, line, BlockKind::Furniture)));
    }
    settle_hyphens(&mut blocks);
    blocks
}

/// The running heads and feet: what stands at the edge of many pages, figures aside.
fn repeated(pages: &[Page], sheets: &[Vec<Line>]) -> BTreeSet<String> {
    let edges = pages.iter().zip(sheets).flat_map(|(page, lines)| {
        lines
            .iter()
            .filter(|line| furniture::is_edge(line.height(page)))
            .map(|line| (furniture::masked(&line.text), page.number))
    });
    furniture::repeated(edges, pages.len())
}

fn is_furniture(page: &Page, line: &Line, heads: &BTreeSet<String>) -> bool {
    let words = furniture::masked(&line.text);
    furniture::is_edge(line.height(page)) && (furniture::is_bare_number(&words) || heads.contains(&words))
}

/// A block that is one line.
fn placed(page: &Page, line: &Line, kind: BlockKind) -> Placed {
    let mut words = Words::on(page.number);
    words.add(&line.glyphs);
    Placed { kind, pieces: vec![words.piece], height: line.height(page), bold: line.bold }
}
