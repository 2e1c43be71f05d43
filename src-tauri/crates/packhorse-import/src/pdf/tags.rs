//! The tag tree: what the document says about its own structure.

mod tree;
mod walk;

use super::glyphs::{Glyph, Page};
use super::heading;
use super::lines::{Placed, Words, settle_hyphens};
use packhorse_model::BlockKind;
use std::collections::HashSet;
use walk::{Context, Walk};

pub(super) use tree::{Element, tree};

/// Of the text outside artifacts, the share the tree must hold to be believed.
const ENOUGH: f64 = 0.95;

/// Blocks in the order of the tree, or `None` when the tree leaves too much of the text out.
pub(super) fn drafts(tree: &Element, pages: &[Page]) -> Option<Vec<Placed>> {
    let mut walk = Walk::new(pages);
    walk.element(tree, &Context::default());
    walk.close();
    let (mut held, mut all) = (0_usize, 0_usize);
    for page in pages {
        for glyph in page.glyphs.iter().filter(|glyph| !glyph.artifact && !glyph.is_blank()) {
            all += 1;
            held += usize::from(glyph.mark.is_some_and(|mark| walk.used.contains(&(page.number, mark))));
        }
    }
    if all == 0 || (held as f64) < ENOUGH * all as f64 {
        return None;
    }
    let mut blocks = walk.blocks;
    blocks.extend(artifacts(pages, &walk.used));
    settle_hyphens(&mut blocks);
    emphasised(&mut blocks);
    blocks.iter_mut().for_each(sober);
    Some(blocks)
}

/// What stands outside the tree: kept as furniture, a block for each run of it.
fn artifacts(pages: &[Page], used: &HashSet<(u32, i64)>) -> Vec<Placed> {
    let mut blocks = Vec::new();
    for page in pages {
        let outside = |glyph: &&Glyph| glyph.mark.is_none_or(|mark| !used.contains(&(page.number, mark)));
        let glyphs: Vec<Glyph> = page.glyphs.iter().filter(outside).cloned().collect();
        let mut words = Words::on(page.number);
        words.add(&glyphs);
        if let Some(first) = glyphs.first().filter(|_| !words.piece.text.trim().is_empty()) {
            let (height, bold) = (first.y / page.height.max(1.0), first.bold);
            blocks.push(Placed { kind: BlockKind::Furniture, pieces: vec![words.piece], height, bold });
        }
    }
    blocks
}

/// Some templates tag whole paragraphs as headings: many words are none, nor are fewer that end
/// like a sentence.
fn sober(block: &mut Placed) {
    let text = block.text();
    let words = text.split_whitespace().count();
    let sentence = text.trim_end().ends_with('.');
    let numbered = text.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let rest = text.trim_start().starts_with(char::is_lowercase);
    let long = words > 40 || words > 25 && (sentence || numbered) || words > 8 && sentence && rest;
    if matches!(block.kind, BlockKind::Heading { .. }) && long {
        block.kind = BlockKind::Paragraph;
    }
}

/// Letters often tag their headings as paragraphs: short, all bold and without a full stop.
fn emphasised(blocks: &mut [Placed]) {
    for block in blocks.iter_mut().filter(|block| block.kind == BlockKind::Paragraph && block.bold) {
        let text = block.text();
        let text = text.trim();
        if !text.is_empty() && text.chars().count() < 160 && !text.ends_with(['.', ';', ',']) {
            block.kind = heading(3);
        }
    }
}
