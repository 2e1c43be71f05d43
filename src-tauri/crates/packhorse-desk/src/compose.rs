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
    /// The same pack as a web page, where it was asked for.
    pub web_page: Option<String>,
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

/// Makes the PDF of an edition, and its web page where one is wanted. Every quotation is held against its
/// source before a byte is written, and what the recipient may not be given is looked for in both.
pub(crate) fn make(
    plan: &Plan,
    edition: &Edition,
    audience: &Audience,
    sources: &[Source],
    fonts: &Fonts,
    web_page: bool,
) -> Result<Made, Trouble> {
    let (composed, notices) = compose(plan, edition, audience, sources)?;
    set(plan, edition, composed, notices, fonts, web_page)
}

/// Sets a composed edition, and opens what was made again.
pub(crate) fn set(
    plan: &Plan,
    edition: &Edition,
    composed: Composed,
    notices: Vec<Notice>,
    fonts: &Fonts,
    web_page: bool,
) -> Result<Made, Trouble> {
    let (bytes, pages) = reader::typeset(&composed, fonts)?;
    let web_page = web_page.then(|| packhorse_html::page(&composed));
    if !edition.withheld.is_nothing() {
        absent(plan, edition, &packhorse_pdf::said(&bytes)?)?;
        web_page.iter().try_for_each(|page| absent(plan, edition, &packhorse_html::said(page)))?;
    }
    Ok(Made { composed, notices, bytes, pages, web_page })
}

/// Looks for what a recipient may not be given in what a finished file says.
fn absent(plan: &Plan, edition: &Edition, said: &[(String, String)]) -> Result<(), Trouble> {
    let found = packhorse_pack::withheld_in(plan, edition, said);
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
