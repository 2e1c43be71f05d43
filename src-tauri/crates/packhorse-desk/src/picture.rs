//! A picture of the place on a page that a value was read from, to check it by.

use crate::{Desk, ReadFile, Reader, Trouble, reading};
use packhorse_import::{Look, Picture};
use packhorse_model::{Document, Facts, Place};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How wide a picture is, in pixels: a line of a page can be read well at it.
const WIDTH: u32 = 1_200;

/// Asks for a picture of the place a value was read from.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PictureRequest {
    /// The source's id.
    pub source: String,
    /// The field: `published`, `judgement:overall`, `finding:1204` …
    pub field: String,
}

/// Asks for a picture of a whole page.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PageRequest {
    /// The source's id.
    pub source: String,
    /// The page, counted from 1.
    pub page: u32,
}

/// A picture of the place a value was read from.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlacePicture {
    /// The picture as a `data:` address of PNG.
    pub image: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// The page it shows.
    pub page: u32,
    /// Whether it shows the words, marked, and their surroundings; if not, it is the whole page.
    pub cropped: bool,
}

impl Desk {
    /// Draws the place on a page that a value of a source was read from.
    ///
    /// # Errors
    ///
    /// When the value stands nowhere, the source is no PDF, or its page cannot be drawn.
    pub fn picture(&self, request: &PictureRequest) -> Result<PlacePicture, Trouble> {
        let _span = tracing::info_span!("picture").entered();
        let id = crate::desk_id(&request.source)?;
        let (source, bytes) = {
            let library = self.library();
            (library.source(id)?, library.original(id)?)
        };
        let place = place(&source.facts, &request.field).ok_or_else(|| {
            Trouble::fixable(
                "The source does not say where this value stands, so there is no place to show.",
                "Open the source and look for it there.",
            )
        })?;
        let picture = self.reader.draw(&source.file_name, &bytes, &source.document, place)?;
        Ok(PlacePicture {
            image: format!("data:image/png;base64,{}", base64(&picture.png)),
            width: picture.width,
            height: picture.height,
            page: place.page.unwrap_or(0),
            cropped: picture.cropped,
        })
    }
}

impl Desk {
    /// Draws a page of a source as its file has it; the bytes of a PNG.
    ///
    /// # Errors
    ///
    /// When the source is no PDF, has no such page, or it cannot be drawn.
    pub fn page_picture(&self, request: &PageRequest) -> Result<Vec<u8>, Trouble> {
        let _span = tracing::info_span!("page_picture").entered();
        let id = crate::desk_id(&request.source)?;
        let (source, bytes) = {
            let library = self.library();
            (library.source(id)?, library.original(id)?)
        };
        let told = |error| Trouble::import(&source.file_name, &error);
        if source.document.format != packhorse_model::Format::Pdf {
            return Err(told(packhorse_import::Error::NoPages));
        }
        let look = Look { page: request.page, span: None, width: WIDTH };
        Ok(self.reader.worker().picture(&bytes, look, "").map_err(told)?.png)
    }
}

/// Where a value stands, by its field.
fn place(facts: &Facts, field: &str) -> Option<Place> {
    if let Some(start) = reading::finding_at(field) {
        return Some(facts.findings[reading::finding_from(facts, start)?].place);
    }
    if let Some(index) = reading::judgement_at(facts, field) {
        return facts.judgements[index].place;
    }
    let named = |own: &str| own == field || own.replacen(": ", ":", 1) == field;
    facts.evidence().into_iter().find(|fact| named(&fact.field))?.place
}

impl Reader {
    /// Draws the place of each judgement of a file that states one, named by its area.
    pub fn pictures(&self, read: &ReadFile) -> Vec<(String, Result<Picture, Trouble>)> {
        let placed = read.facts.judgements.iter().filter_map(|judgement| Some((judgement, judgement.place?)));
        placed
            .map(|(judgement, place)| {
                (judgement.area.to_string(), self.draw(&read.name, &read.bytes, &read.document, place))
            })
            .collect()
    }

    /// Draws a place of a document that was read from these bytes.
    pub(crate) fn draw(
        &self,
        name: &str,
        bytes: &[u8],
        document: &Document,
        place: Place,
    ) -> Result<Picture, Trouble> {
        let told = |error| Trouble::import(name, &error);
        let page = place.page.filter(|_| document.format == packhorse_model::Format::Pdf);
        let page = page.ok_or_else(|| told(packhorse_import::Error::NoPages))?;
        let words = document.text.get(place.span.range()).unwrap_or("");
        let look = Look { page, span: Some(place.span), width: WIDTH };
        self.worker().picture(bytes, look, words).map_err(told)
    }
}

/// Bytes as letters, the way a `data:` address carries them.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0_u32, |bits, at| bits << 8 | u32::from(three.get(at).copied().unwrap_or(0)));
        for at in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * at) & 63) as usize];
            out.push(if at <= three.len() { char::from(letter) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests;
