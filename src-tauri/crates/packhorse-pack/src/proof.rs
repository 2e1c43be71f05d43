//! The second look: every quoted word of a composed pack against the kept originals.

use crate::compose::pieces;
use crate::{Error, Plan};
use packhorse_model::composed::{Block, Composed, Piece, QuoteBlock};
use packhorse_model::{Altered, Digest, Place, Source, SourceId};

/// A quotation of a composed pack that is what its source says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Its number in the pack.
    pub number: u32,
    /// Its source.
    pub source: SourceId,
    /// The source's fingerprint.
    pub digest: Digest,
    /// Where it stands.
    pub place: Place,
    /// The source's words.
    pub words: String,
}

/// Compares every quotation of a composed pack with its kept original again, just before bytes are
/// written: the words shown, without the edits that are shown as such, are the source's own.
///
/// # Errors
///
/// When a quotation of the pack is not one of the plan's, or is not what its source says, or when a
/// passage between double marks stands in no source.
pub fn proofs(composed: &Composed, plan: &Plan, sources: &[Source]) -> Result<Vec<Proof>, Error> {
    let proofs =
        quotes(composed).map(|block| prove(block, plan, sources)).collect::<Result<Vec<Proof>, Error>>()?;
    crate::passages::compare(composed, sources)?;
    Ok(proofs)
}

/// The quotations of a composed pack, in reading order.
pub(crate) fn quotes(composed: &Composed) -> impl Iterator<Item = &QuoteBlock> {
    composed.sections.iter().flat_map(|section| &section.blocks).flat_map(quotes_in)
}

fn quotes_in(block: &Block) -> Vec<&QuoteBlock> {
    match block {
        Block::Quote(quote) => vec![quote],
        Block::Panels { panels } => {
            panels.iter().flat_map(|panel| panel.blocks.iter().flat_map(quotes_in)).collect()
        }
        _ => Vec::new(),
    }
}

fn prove(block: &QuoteBlock, plan: &Plan, sources: &[Source]) -> Result<Proof, Error> {
    let shown: String =
        block.words.iter().map(|piece| if let Piece::Words(words) = piece { words } else { "" }).collect();
    let unknown = || Error::Altered(Altered { file: "the pack’s plan".to_owned(), words: shown.clone() });
    let mut failed = None;
    for pick in plan.picks.iter().filter(|pick| pieces(pick).is_ok_and(|made| made == block.words)) {
        let Some(source) = sources.iter().find(|source| source.id == pick.quote.source) else { continue };
        match source.requote(&pick.quote) {
            Ok(quote) => {
                return Ok(Proof {
                    number: block.number,
                    source: source.id,
                    digest: source.digest.clone(),
                    place: quote.place(),
                    words: quote.words().to_owned(),
                });
            }
            Err(altered) => failed = Some(Error::Altered(altered)),
        }
    }
    Err(failed.unwrap_or_else(unknown))
}
