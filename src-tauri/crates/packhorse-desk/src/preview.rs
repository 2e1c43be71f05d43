//! The preview of an edition: the real PDF, its outline and words; and what is to be fixed in its pack.

use crate::form::{Planned, today};
use crate::{Desk, PackForm, Trouble, compose, reader};
use packhorse_model::composed::Section;
use packhorse_model::{Composed, Source};
use packhorse_pack::{Edition, Kind as Check, Plan, Severity};
use packhorse_typeset::{Lines, Page, Pages};
use serde::{Deserialize, Serialize};
use std::sync::{Arc, OnceLock, PoisonError};
use ts_rs::TS;

/// How many previews are kept to be drawn.
const KEPT: usize = 2;

/// Asks for a preview.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Preview {
    /// The pack as it stands in the form.
    pub form: PackForm,
    /// Which edition.
    pub edition: u32,
}

/// Asks for a page of a preview as a picture.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PreviewPage {
    /// The number the preview gave.
    pub ticket: u32,
    /// The page, counted from 1.
    pub page: u32,
    /// How wide it is to be, in pixels.
    pub width: u32,
}

/// Asks what stands at a point of a preview’s page.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PreviewLine {
    /// The number the preview gave.
    pub ticket: u32,
    /// The page, counted from 1.
    pub page: u32,
    /// How far across the point is, from 0 to 1.
    pub across: f32,
    /// How far down it is, from 0 to 1.
    pub down: f32,
}

/// A heading and its page.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Heading {
    /// The section's id.
    pub id: String,
    /// The heading.
    pub heading: String,
    /// The page it stands on.
    pub page: u32,
}

/// Where a person can fix something.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Where {
    /// The view.
    #[ts(type = "\"library\" | \"reader\" | \"quotes\" | \"packs\"")]
    pub view: String,
    /// What in it.
    pub id: Option<String>,
}

/// Something to be fixed.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ToFix {
    /// What is so.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
    /// Where.
    pub go: Option<Where>,
    /// Whether the pack cannot be issued as it is.
    pub stops: bool,
    /// How much it weighs: it stops the pack, somebody should look, or it is worth knowing.
    #[ts(optional, type = "\"stops\" | \"look\" | \"note\"")]
    pub severity: Severity,
    /// Which check found it.
    #[ts(optional, type = "string")]
    pub check: Check,
    /// Ids of the quotes to leave out, where that is the remedy.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub quotes: Vec<String>,
}

/// A preview.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Previewed {
    /// Sections and their pages.
    pub outline: Vec<Heading>,
    /// Number of pages; none when the pack could not be made.
    pub pages: u32,
    /// The words of each page, line under line.
    pub words: Vec<String>,
    /// Why there are no pages, where the pack could not be made.
    pub cannot: Option<ToFix>,
    /// The number to ask for its pages with; 0 when there are none.
    pub ticket: u32,
}

impl Previewed {
    fn without(cannot: Option<ToFix>) -> Self {
        Self { outline: Vec::new(), pages: 0, words: Vec::new(), cannot, ticket: 0 }
    }
}

/// A preview: its pages, and what stands where on them.
#[derive(Debug)]
pub(crate) struct Made {
    pages: Pages,
    sheets: Vec<Lines>,
    /// The PDF, written when the first page is asked for: the words come before it.
    written: OnceLock<Result<Vec<u8>, Trouble>>,
}

impl Made {
    fn new(pages: Pages) -> Self {
        let sheets = pages.pages.iter().map(Page::lines).collect();
        Self { pages, sheets, written: OnceLock::new() }
    }

    /// The PDF.
    fn bytes(&self) -> Result<&[u8], Trouble> {
        let write = || packhorse_pdf::write(&self.pages).map_err(Trouble::from);
        self.written.get_or_init(write).as_deref().map_err(Clone::clone)
    }
}

impl Desk {
    /// Makes a preview of an edition. A pack that cannot be made yet has no pages and says why. What else is
    /// to be fixed is asked for by itself, so that no page waits for it.
    ///
    /// # Errors
    ///
    /// When the form names what is not in the library.
    pub fn preview(&self, request: &Preview) -> Result<Previewed, Trouble> {
        let _span = tracing::info_span!("preview").entered();
        let Planned { plan, sources, .. } = request.form.plan(&self.library(), today())?;
        let Some(edition) = plan.editions.get(request.edition as usize) else {
            return Ok(Previewed::without(None));
        };
        Ok(match self.set(&plan, edition, &sources) {
            Ok((outline, pages)) => {
                let made = Made::new(pages);
                Previewed {
                    outline,
                    pages: u32::try_from(made.sheets.len()).unwrap_or(u32::MAX),
                    words: made.sheets.iter().map(Lines::words).collect(),
                    cannot: None,
                    ticket: self.keep_preview(made),
                }
            }
            Err(trouble) => {
                let remedy = trouble.hints.first().cloned().unwrap_or_default();
                Previewed::without(Some(ToFix::stopping(trouble.message, remedy, None)))
            }
        })
    }

    /// The sections of an edition and the pages they begin on; none when it cannot be made yet.
    ///
    /// # Errors
    ///
    /// When the form names what is not in the library.
    pub fn outline(&self, request: &Preview) -> Result<Vec<Heading>, Trouble> {
        let _span = tracing::info_span!("outline").entered();
        let Planned { plan, sources, .. } = request.form.plan(&self.library(), today())?;
        let edition = plan.editions.get(request.edition as usize);
        let set = edition.and_then(|edition| self.set(&plan, edition, &sources).ok());
        Ok(set.map(|(outline, _)| outline).unwrap_or_default())
    }

    /// Everything that is looked at before a pack is issued, of the pack as it stands in the form.
    ///
    /// # Errors
    ///
    /// When the form names what is not in the library.
    pub fn to_fix(&self, form: &PackForm) -> Result<Vec<ToFix>, Trouble> {
        let _span = tracing::info_span!("to_fix").entered();
        // The library is let go before it is looked at again.
        let planned = form.plan(&self.library(), today())?;
        self.looked_at(&planned)
    }

    /// The sections of an edition, and its pages.
    fn set(
        &self,
        plan: &Plan,
        edition: &Edition,
        sources: &[Source],
    ) -> Result<(Vec<Heading>, Pages), Trouble> {
        let audience = self.audience(&edition.audience)?;
        let (composed, _) = compose::compose(plan, edition, &audience, sources)?;
        let pages = packhorse_typeset::typeset(&composed, &self.fonts)?;
        let marks = pages.outline.iter().filter(|mark| mark.depth == 0);
        // Two late items may have one name; each stands once, in order.
        let mut left: Vec<&Section> = composed.sections.iter().collect();
        let outline = marks.map(|mark| heading(&mut left, mark)).collect();
        Ok((outline, pages))
    }

    /// A page of a preview, drawn: its width and height, four bytes each, the lowest first; then four bytes
    /// a pixel, row under row: red, green, blue, and 255.
    ///
    /// # Errors
    ///
    /// When newer previews have taken its place, or there is no such page.
    pub fn preview_page(&self, request: &PreviewPage) -> Result<Vec<u8>, Trouble> {
        let _span = tracing::info_span!("preview_page").entered();
        let kept = self.kept_preview(request.ticket)?;
        let drawn = packhorse_import::sheet(kept.bytes()?, request.page, request.width);
        let pixels =
            drawn.map_err(|error| Trouble::internal(crate::trouble::sentence(&error.to_string())))?;
        let mut reply = Vec::with_capacity(8 + pixels.rgba.len());
        reply.extend(pixels.width.to_le_bytes());
        reply.extend(pixels.height.to_le_bytes());
        reply.extend(pixels.rgba);
        Ok(reply)
    }

    /// The line of a preview’s page under a point; nothing between lines.
    ///
    /// # Errors
    ///
    /// When newer previews have taken its place.
    pub fn preview_line(&self, request: &PreviewLine) -> Result<String, Trouble> {
        let kept = self.kept_preview(request.ticket)?;
        let index = request.page.checked_sub(1).map_or(usize::MAX, |index| index as usize);
        let sheet = kept.sheets.get(index);
        let line = sheet.and_then(|sheet| sheet.line_at(request.across, request.down));
        Ok(line.map(|line| line.words.clone()).unwrap_or_default())
    }

    fn kept_preview(&self, ticket: u32) -> Result<Arc<Made>, Trouble> {
        let previews = self.previews.lock().unwrap_or_else(PoisonError::into_inner);
        let found = previews.iter().find(|(own, _)| *own == ticket);
        found.map(|(_, kept)| Arc::clone(kept)).ok_or_else(Trouble::stopped)
    }

    fn keep_preview(&self, made: Made) -> u32 {
        let mut previews = self.previews.lock().unwrap_or_else(PoisonError::into_inner);
        let ticket = previews.back().map_or(1, |(ticket, _)| ticket + 1);
        previews.push_back((ticket, Arc::new(made)));
        while previews.len() > KEPT {
            previews.pop_front();
        }
        ticket
    }
}

fn heading(left: &mut Vec<&Section>, mark: &packhorse_typeset::Bookmark) -> Heading {
    let place = left.iter().position(|section| section.heading == mark.title);
    let id = place.map_or_else(|| mark.title.clone(), |place| left.remove(place).id.clone());
    Heading { id, heading: mark.title.clone(), page: u32::try_from(mark.page + 1).unwrap_or(1) }
}

impl Desk {
    /// A composed pack, as `packhorse pack show --composed` prints it.
    ///
    /// # Errors
    ///
    /// When there is no such pack or edition, or it cannot be composed.
    pub fn composed(&self, pack: &crate::PackRequest, edition: usize) -> Result<Composed, Trouble> {
        let _span = tracing::info_span!("composed").entered();
        let form = self.pack(pack)?;
        let Planned { plan, sources, .. } = form.plan(&self.library(), today())?;
        let edition = plan
            .editions
            .get(edition)
            .ok_or_else(|| Trouble::fixable("The pack has no such edition.", "Count its editions from 1."))?;
        let audience = self.audience(&edition.audience)?;
        Ok(compose::compose(&plan, edition, &audience, &sources)?.0)
    }

    /// Sets a composed pack and writes it as PDF.
    ///
    /// # Errors
    ///
    /// When it cannot be set.
    pub fn typeset(&self, composed: &Composed) -> Result<(Vec<u8>, u32), Trouble> {
        let _span = tracing::info_span!("typeset").entered();
        reader::typeset(composed, &self.fonts)
    }
}

#[cfg(test)]
mod tests;
