//! Running heads, feet and page numbers.

use super::lines::Placed;
use packhorse_model::BlockKind;
use std::collections::{BTreeSet, HashMap};

/// The share of a page's height that counts as its head, and as its foot.
const EDGE: f64 = 0.11;

/// Marks blocks that stand in the head or foot of many pages, and bare page numbers there.
pub(super) fn mark(blocks: &mut [Placed], pages: u32) {
    let mut seen: HashMap<String, BTreeSet<u32>> = HashMap::new();
    for block in blocks.iter().filter(|block| at_edge(block)) {
        seen.entry(masked(&block.text())).or_default().insert(block.page());
    }
    let enough = (pages as usize * 2 / 5).max(2);
    for block in blocks.iter_mut().filter(|block| at_edge(block)) {
        let words = masked(&block.text());
        let bare = !words.is_empty() && words.chars().all(|c| c == '#');
        let repeated = seen.get(&words).is_some_and(|pages| pages.len() >= enough);
        if (bare || repeated) && !matches!(block.kind, BlockKind::Heading { .. }) {
            block.kind = BlockKind::Furniture;
        }
    }
}

fn at_edge(block: &Placed) -> bool {
    block.height < EDGE || block.height > 1.0 - EDGE
}

/// The words with every run of figures as one sign, so that page numbers do not part them.
fn masked(text: &str) -> String {
    let mut out = String::new();
    for c in text.trim().chars() {
        let c = if c.is_ascii_digit() { '#' } else { c };
        if !(c == '#' && out.ends_with('#') || c.is_whitespace() && out.ends_with(' ')) {
            out.push(if c.is_whitespace() { ' ' } else { c });
        }
    }
    out
}
