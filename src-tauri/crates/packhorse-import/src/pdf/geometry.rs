//! Reading order by places on the page, for documents without a tag tree.

mod columns;
mod indents;
mod margins;
mod paragraphs;
mod region;
mod rows;
mod steps;

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
    let mut open: Option<Open> = None;
    let mut indents = indents::Indents::default();
    for (page, lines) in pages.iter().zip(sheets) {
        let (furniture, lines): (Vec<Line>, Vec<Line>) =
            lines.into_iter().partition(|line| is_furniture(page, line, &heads));
        for run in tables.cut(page, lines, measure) {
            match run {
                columns::Run::Text(mut lines) => {
                    margins::settle(&mut lines, measure);
                    text(page, &lines, measure, &mut open, &mut indents, &mut blocks)
                }
                columns::Run::Cells(cells) => {
                    open = None;
                    blocks.extend(cells);
                }
            }
        }
        blocks.extend(furniture.iter().map(|line| placed(page, line, BlockKind::Furniture)));
    }
    settle_hyphens(&mut blocks);
    blocks
}

/// The last block of running text and its index among the blocks.
type Open = (usize, paragraphs::Ended);

/// Adds running text; what goes on from the page before joins the block it began in.
fn text(
    page: &Page,
    lines: &[Line],
    measure: Measure,
    open: &mut Option<Open>,
    indents: &mut indents::Indents,
    blocks: &mut Vec<Placed>,
) {
    let turned = open.as_ref().filter(|(_, ended)| ended.block.page() < page.number);
    let carried = turned.map_or(0, |(_, ended)| paragraphs::carried(ended, lines, measure));
    if let Some((index, _)) = open.as_ref().filter(|_| carried > 0) {
        let mut words = Words::on(page.number);
        lines[..carried].iter().for_each(|line| words.add(&line.glyphs));
        let block: &mut Placed = &mut blocks[*index];
        if let Some(piece) = block.pieces.last_mut() {
            piece.turn_page();
        }
        block.pieces.push(words.piece);
    }
    for mut ended in paragraphs::blocks(page, &lines[carried..], measure) {
        indents.settle(&mut ended);
        blocks.push(ended.block.clone());
        if ended.block.kind != BlockKind::Footnote {
            *open = Some((blocks.len() - 1, ended));
        }
    }
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
