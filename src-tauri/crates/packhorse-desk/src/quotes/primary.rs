//! A quote picked at second hand, cited from the inspectors' own document.

use super::QuoteRequest;
use super::card::{QuoteCard, card};
use crate::shelf::Shelved;
use crate::{Desk, PackForm, PrimaryOffer, Trouble, said};
use packhorse_library::{Library, NewQuote, Picked, Use, Work};
use packhorse_model::{PackId, Quotation, QuoteId, Source, SourceId, Span};

/// Whether a quote's words stand in a paper where nobody but the inspectors says them.
fn is_second_hand(source: &Source, picked: &Picked) -> bool {
    let span = picked.quote.span;
    let touches = |said: &&Quotation| said.span.start < span.end && span.start < said.span.end;
    let touched = &mut source.facts.quotations.iter().filter(touches);
    !source.facts.is_primary() && touched.all(|said| said.of_inspectors)
}

impl Desk {
    /// The inspectors' own document that holds a quote's words exactly, when the quote stands in another
    /// and nobody else says them there.
    pub(super) fn offer(
        &self,
        shelved: &Shelved,
        source: &Source,
        picked: &Picked,
    ) -> Result<Option<PrimaryOffer>, Trouble> {
        if !is_second_hand(source, picked) {
            return Ok(None);
        }
        let words = picked.quote.words.as_str();
        let witnesses = self.witnesses_of(shelved, source, [words])?;
        let found = witnesses.exact(source, words);
        let held = found.as_ref().and_then(|check| Some((witnesses.source(check.source?)?, check)));
        Ok(held.and_then(|(held, check)| said::offer(held, check)))
    }

    /// Cites a quote from the inspectors' own document that holds the same words: the quote of that
    /// document takes its place, in every pack too.
    ///
    /// # Errors
    ///
    /// When there is no such quote, or no inspection document in the library holds the words exactly.
    pub fn cite_primary(&self, request: &QuoteRequest) -> Result<QuoteCard, Trouble> {
        let _span = tracing::info_span!("cite_primary").entered();
        let id: QuoteId = crate::desk_id(&request.quote)?;
        let (picked, source) = {
            let library = self.library();
            let picked = library.quote(id)?;
            let source = library.source(picked.quote.source)?;
            (picked, source)
        };
        let offer = self.offer(&self.shelved()?, &source, &picked)?.ok_or_else(|| {
            Trouble::fixable(
                "The quote stays as it is, because no inspection document in the library holds its words exactly.",
                "Bring in the report or letter it quotes, and try again.",
            )
        })?;
        let mut library = self.library();
        let new = first_hand(&library, &offer, &picked)?;
        let packs = users(&library, id)?;
        let made = library
            .together("cite from the inspectors’ document", |work| replace(work, id, &new, packs))?;
        card(&library, made)
    }
}

/// The offered words as a quote of their own document. Edits count in the words they were made of.
fn first_hand(library: &Library, offer: &PrimaryOffer, picked: &Picked) -> Result<NewQuote, Trouble> {
    let source = library.source(crate::desk_id::<SourceId>(&offer.source)?)?;
    let span = Span { start: offer.start, end: offer.end };
    let quote = source.quote(span);
    let quote =
        quote.ok_or_else(|| Trouble::internal("The words could not be lifted out of the document."))?;
    let same = quote.words() == picked.quote.words;
    let edits = if same { picked.usage.edits.clone() } else { Vec::new() };
    let usage = Use { edits, ..picked.usage.clone() };
    // What was said of them where they stand first comes before what was said at second hand.
    let usage = match library.picked(source.id, span, quote.words())? {
        Some(there) => library.quote(there)?.usage.over(usage),
        None => usage,
    };
    Ok(NewQuote { quote: quote.stored(), usage })
}

/// The packs that use a quote.
pub(super) fn users(library: &Library, quote: QuoteId) -> Result<Vec<(PackId, PackForm)>, Trouble> {
    let id = quote.to_string();
    let forms = library.packs()?.into_iter().filter_map(|pack| Some((pack.id, PackForm::of(&pack).ok()?)));
    Ok(forms.filter(|(_, form)| form.quotes.contains(&id)).collect())
}

pub(super) fn replace(
    work: &mut Work<'_>,
    old: QuoteId,
    new: &NewQuote,
    packs: Vec<(PackId, PackForm)>,
) -> Result<QuoteId, Trouble> {
    let made = work.pick(new)?;
    // The same words at the same place are the same quote, and stay.
    if made == old {
        return Ok(made);
    }
    let (was, is) = (old.to_string(), made.to_string());
    for (pack, mut form) in packs {
        let there = form.quotes.contains(&is);
        form.quotes.retain(|quote| !(there && *quote == was));
        form.quotes.iter_mut().filter(|quote| **quote == was).for_each(|quote| quote.clone_from(&is));
        work.save_pack(pack, &form.draft()?)?;
    }
    work.remove_quote(old)?;
    Ok(made)
}
