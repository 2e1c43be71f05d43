//! Running heads, feet and page numbers.

use super::lines::Placed;
use packhorse_model::BlockKind;
use std::collections::{BTreeSet, HashMap};

/// The share of a page's height that counts as its head, and as its foot.
const EDGE: f64 = 0.11;

/// Marks blocks that stand in the head or foot of many pages, and bare page numbers there.
pub(super) fn mark(blocks: &mut [Placed], pages: u32) {
    let edges = blocks
        .iter()
        .filter(|block| is_edge(block.height))
        .map(|block| (masked(&block.text()), block.page()));
    let heads = repeated(edges, pages as usize);
    for block in blocks.iter_mut().filter(|block| is_edge(block.height)) {
        let words = masked(&block.text());
        let moves = is_bare_number(&words) || heads.contains(&words);
        if moves && !matches!(block.kind, BlockKind::Heading { .. }) {
            block.kind = BlockKind::Furniture;
        }
    }
}

/// Whether a height, as a share of the page's, is in its head or foot.
pub(super) fn is_edge(height: f64) -> bool {
    !(EDGE..=1.0 - EDGE).contains(&height)
}

/// Whether masked words are nothing but a number.
pub(super) fn is_bare_number(masked: &str) -> bool {
    masked == "#"
}

/// The masked words that stand on at least two pages in five.
pub(crate) fn repeated(edges: impl Iterator<Item = (String, u32)>, pages: usize) -> BTreeSet<String> {
    let mut seen: HashMap<String, BTreeSet<u32>> = HashMap::new();
    for (words, page) in edges {
        seen.entry(words).or_default().insert(page);
    }
    let enough = (pages * 2 / 5).max(2);
    seen.into_iter().filter(|(_, on)| on.len() >= enough).map(|(words, _)| words).collect()
}

/// The words with every run of figures as one sign, so that page numbers do not part them.
pub(crate) fn masked(text: &str) -> String {
    let mut out = String::new();
    for c in text.trim().chars() {
        let c = if c.is_ascii_digit() { '#' } else { c };
        if !(c == '#' && out.ends_with('#') || c.is_whitespace() && out.ends_with(' ')) {
            out.push(if c.is_whitespace() { ' ' } else { c });
        }
    }
    out
}
