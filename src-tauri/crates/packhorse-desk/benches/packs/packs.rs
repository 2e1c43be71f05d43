//! The packs that are set.

use packhorse_desk::{BuildWish, Composed, Reader, build};
use packhorse_model::composed::{Block, Piece, QuoteBlock};
use std::path::Path;

/// The sample pack for the cabinet member, made of the sample documents.
pub(crate) fn sample() -> Option<Composed> {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../resources/samples/pack.toml");
    let folder = tempfile::tempdir().ok()?;
    let reader = Reader::of_this_program().ok()?;
    let wish = BuildWish { composed: true, ..BuildWish::default() };
    build(&samples, folder.path(), wish, &reader, |_| {}).ok()?;
    let files = std::fs::read_dir(folder.path()).ok()?.flatten().map(|entry| entry.path());
    let json = files
        .filter(|path| path.to_string_lossy().contains("cabinet"))
        .find(|path| path.extension().is_some_and(|own| own == "json"))?;
    serde_json::from_slice(&std::fs::read(json).ok()?).ok()
}

/// A pack with so many quotations, each with words of its own.
pub(crate) fn long(pack: &Composed, count: u32) -> Composed {
    let mut long = pack.clone();
    let quotes = |section: &packhorse_model::composed::Section| {
        section.blocks.iter().any(|block| matches!(block, Block::Quote(_)))
    };
    let own: Vec<QuoteBlock> = pack
        .sections
        .iter()
        .flat_map(|section| &section.blocks)
        .filter_map(|block| match block {
            Block::Quote(quote) => Some(quote.clone()),
            _ => None,
        })
        .collect();
    let Some(section) = long.sections.iter_mut().find(|section| quotes(section)) else { return long };
    let mut all: Vec<Block> = Vec::new();
    for number in 0..count {
        let mut quote = own[number as usize % own.len()].clone();
        quote.id = format!("long-{number}");
        quote.number = number + 1;
        quote.words.push(Piece::Words(format!(" This was seen {number} times, in {} teams.", number % 17)));
        all.push(Block::Quote(quote));
    }
    section.blocks.retain(|block| !matches!(block, Block::Quote(_)));
    section.blocks.extend(all);
    long
}

/// The same pack for another recipient, named on every page.
pub(crate) fn copy_for(pack: &Composed, number: u32) -> Composed {
    Composed { copy_for: Some(format!("Copy for Cllr Number {number}")), ..pack.clone() }
}

/// The same pack with a word more in its first paragraph.
pub(crate) fn with_a_word_more(pack: &Composed) -> Composed {
    let mut pack = pack.clone();
    let blocks = pack.sections.iter_mut().flat_map(|section| &mut section.blocks);
    let mut runs = blocks.filter_map(|block| match block {
        Block::Paragraph { runs, .. } => runs.first_mut(),
        _ => None,
    });
    if let Some(run) = runs.next() {
        run.text.push_str(" indeed");
    }
    drop(runs);
    pack
}
