//! Quotes used otherwise, one or many at once, and picked again.

use super::card::{QuoteCard, card};
use super::{primary, tidy};
use crate::{Desk, Trouble};
use packhorse_library::{NewQuote, Use};
use packhorse_model::{Bearing, Edit, QuoteId, Span, Weight};
use serde::Deserialize;
use ts_rs::TS;

/// Asks to use a quote otherwise.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeQuote {
    /// The quote's id.
    pub quote: String,
    /// What it is used for.
    #[ts(type = "\"strength\" | \"improve\" | \"priority\" | \"statement\" | \"context\"")]
    pub bearing: Bearing,
    /// A note.
    pub note: Option<String>,
    /// Permitted edits, in bytes of the words; none to leave them as they are.
    #[serde(default)]
    #[ts(
        optional,
        type = "Array<{ edit: \"omit\", span: { start: number, end: number } } | { edit: \"insert\", at: number, words: string }>"
    )]
    pub edits: Option<Vec<Edit>>,
}

/// Asks to use several quotes otherwise, in one step.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeQuotes {
    /// The quotes' ids.
    pub quotes: Vec<String>,
    /// What they are used for; none to leave it.
    #[serde(default)]
    #[ts(type = "\"strength\" | \"improve\" | \"priority\" | \"statement\" | \"context\" | null")]
    pub bearing: Option<Bearing>,
    /// Whether they must, should or could be in a pack; none to leave it.
    #[serde(default)]
    #[ts(type = "\"must\" | \"should\" | \"could\" | null")]
    pub weight: Option<Weight>,
    /// Whether to take back what was said of must, should and could.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub clear_weight: bool,
    /// Whether to remove them.
    #[serde(default)]
    pub remove: bool,
}

/// Asks to pick the words that are in the source now, in the place of a quote whose words no longer are.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Repick {
    /// The quote's id.
    pub quote: String,
    /// First byte of the words in the source's text.
    #[ts(type = "number")]
    pub start: usize,
    /// One past the last byte.
    #[ts(type = "number")]
    pub end: usize,
}

impl Desk {
    /// Uses a quote otherwise.
    ///
    /// # Errors
    ///
    /// When there is no such quote, or the edits do not fit its words.
    pub fn change_quote(&self, request: &ChangeQuote) -> Result<QuoteCard, Trouble> {
        let _span = tracing::info_span!("change_quote").entered();
        let id: QuoteId = crate::desk_id(&request.quote)?;
        let mut library = self.library();
        let picked = library.quote(id)?;
        let edits = match &request.edits {
            Some(edits) => fitting(&picked.quote.words, edits)?,
            None => picked.usage.edits,
        };
        let note = tidy(request.note.clone());
        library
            .change_quote(id, &Use { bearing: request.bearing, edits, note, weight: picked.usage.weight })?;
        card(&library, id)
    }

    /// Uses several quotes otherwise, or removes them; one undo takes all of it back.
    ///
    /// # Errors
    ///
    /// When one of them is not there; then none is changed.
    pub fn change_quotes(&self, request: &ChangeQuotes) -> Result<(), Trouble> {
        let _span = tracing::info_span!("change_quotes").entered();
        let ids: Vec<QuoteId> =
            request.quotes.iter().map(|id| crate::desk_id(id)).collect::<Result<_, _>>()?;
        let mut library = self.library();
        let kept: Vec<Use> =
            ids.iter().map(|id| Ok(library.quote(*id)?.usage)).collect::<Result<_, Trouble>>()?;
        let verb = if request.remove { "remove" } else { "change" };
        let what = match ids.len() {
            1 => format!("{verb} quote"),
            many => format!("{verb} {many} quotes"),
        };
        library.together(&what, |work| {
            for (id, usage) in ids.iter().zip(kept) {
                if request.remove {
                    work.remove_quote(*id)?;
                    continue;
                }
                let bearing = request.bearing.unwrap_or(usage.bearing);
                let kept = usage.weight.filter(|_| !request.clear_weight);
                let weight = request.weight.or(kept);
                work.change_quote(*id, &Use { bearing, weight, ..usage })?;
            }
            Ok(())
        })
    }

    /// Picks the words that are in the source now, in the place of a quote; packs that use the quote
    /// use the new one. Edits are dropped, because they were made of other words.
    ///
    /// # Errors
    ///
    /// When there is no such quote, or no words at that place.
    pub fn repick(&self, request: &Repick) -> Result<QuoteCard, Trouble> {
        let _span = tracing::info_span!("repick").entered();
        let id: QuoteId = crate::desk_id(&request.quote)?;
        let mut library = self.library();
        let picked = library.quote(id)?;
        let source = library.source(picked.quote.source)?;
        let words = source.quote(Span { start: request.start, end: request.end });
        let words = words.ok_or_else(|| {
            Trouble::fixable(
                "The quote stays as it is, because no whole words stand at that place.",
                "Open the document and select the words there.",
            )
        })?;
        let usage = Use { edits: Vec::new(), ..picked.usage };
        let new = NewQuote { quote: words.stored(), usage };
        let packs = primary::users(&library, id)?;
        let made =
            library.together("pick the words again", |work| primary::replace(work, id, &new, packs))?;
        card(&library, made)
    }
}

/// Edits that fit the words, without those that put nothing in or leave nothing out.
fn fitting(words: &str, edits: &[Edit]) -> Result<Vec<Edit>, Trouble> {
    let empty = |edit: &Edit| match edit {
        Edit::Omit { span } => span.start >= span.end,
        Edit::Insert { words, .. } => words.trim().is_empty(),
    };
    let edits: Vec<Edit> = edits.iter().filter(|edit| !empty(edit)).cloned().collect();
    packhorse_pack::shown(words, &edits).map_err(|_| {
        Trouble::fixable(
            "The quote stays as it is, because the change does not fit its words.",
            "Leave out whole words, leave some standing, and do not leave the same words out twice.",
        )
    })?;
    Ok(edits)
}
