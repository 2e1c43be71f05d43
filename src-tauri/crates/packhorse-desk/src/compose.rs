//! Composes an edition, proves its quotations, sets it and writes it.

use crate::trouble::sentence;
use crate::{Trouble, reader};
use packhorse_model::{Composed, Notice, Source};
use packhorse_pack::{Audience, Edition, Plan};
use packhorse_typeset::Fonts;

/// An edition that was made.
#[derive(Debug, Clone)]
pub struct Made {
    /// The composed pack.
    pub composed: Composed,
    /// Worth knowing about it.
    pub notices: Vec<Notice>,
    /// The PDF.
    pub bytes: Vec<u8>,
    /// Number of pages.
    pub pages: u32,
}

/// Composes a plan for one edition; no PDF yet.
///
/// # Errors
///
/// When a quotation is not what its source says, or a fact is not sure.
pub fn compose(
    plan: &Plan,
    edition: &Edition,
    audience: &Audience,
    sources: &[Source],
) -> Result<(Composed, Vec<Notice>), Trouble> {
    let (composed, notices) = packhorse_pack::compose(plan, edition, audience, sources).map_err(trouble)?;
    packhorse_pack::proofs(&composed, plan, sources).map_err(trouble)?;
    Ok((composed, notices))
}

/// Makes the PDF of an edition. Every quotation is held against its source before a byte is written.
pub(crate) fn make(
    plan: &Plan,
    edition: &Edition,
    audience: &Audience,
    sources: &[Source],
    fonts: &Fonts,
) -> Result<Made, Trouble> {
    let (composed, notices) = compose(plan, edition, audience, sources)?;
    let (bytes, pages) = reader::typeset(&composed, fonts)?;
    absent(plan, edition, &bytes)?;
    Ok(Made { composed, notices, bytes, pages })
}

/// Opens a finished file again and looks for what its recipient may not be given.
fn absent(plan: &Plan, edition: &Edition, bytes: &[u8]) -> Result<(), Trouble> {
    if edition.withheld.is_nothing() {
        return Ok(());
    }
    let found = packhorse_pack::withheld_in(plan, edition, &packhorse_pdf::said(bytes)?);
    let Some(found) = found.first() else { return Ok(()) };
    let whom = edition.recipient.as_deref().unwrap_or("this edition");
    Err(Trouble::fixable(
        format!(
            "Nothing was issued: “{}” is withheld from {whom} and stands in {}.",
            found.what, found.layer
        ),
        "Withhold the section that shows it as well, or take the words out of the notes.",
    ))
}

pub(crate) fn trouble(error: packhorse_pack::Error) -> Trouble {
    let hint = match &error {
        packhorse_pack::Error::Altered(_) => {
            "Open the source, pick the words again and remove the old quote."
        }
        _ => "Follow the list of what is to be fixed.",
    };
    Trouble::fixable(sentence(&error.to_string()), hint)
}

/// The template of an audience: one that comes with the program.
pub(crate) fn audience(id: &str) -> Result<Audience, Trouble> {
    Audience::built_in(id).ok_or_else(|| {
        let known: Vec<&str> = Audience::built_in_ids().collect();
        Trouble::fixable(
            format!("There is no audience template “{id}”."),
            format!("Choose one of: {}.", known.join(", ")),
        )
    })
}

#[cfg(test)]
mod tests;
