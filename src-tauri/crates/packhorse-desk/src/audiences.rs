//! Templates for audiences: those that come with the program, and the office's own.

use crate::{AudienceRow, Desk, Trouble};
use packhorse_library::Library;
use packhorse_pack::{Audience, NotATemplate};
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;

/// Where the library keeps templates of the office's own.
const PREFIX: &str = "audience/";

/// Names a template.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AudienceRequest {
    /// Its id.
    pub audience: String,
}

/// A template as a person edits it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AudienceText {
    /// Its text, JSON.
    pub text: String,
    /// The file it came from, to be named when a line of it cannot be used.
    pub file: Option<String>,
}

/// A template in the list of those an office can change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TemplateRow {
    /// Its id.
    pub id: String,
    /// What the audience is called.
    pub name: String,
    /// Whether the text is the office's own.
    pub own: bool,
    /// Whether one of this id comes with the program.
    pub built_in: bool,
}

impl Desk {
    /// Every template, and whose it is.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn templates(&self) -> Result<Vec<TemplateRow>, Trouble> {
        let _span = tracing::info_span!("templates").entered();
        templates(&self.library())
    }

    /// Every template, the program's own first. One of the office's with the id of a built-in one takes
    /// its place.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn audiences(&self) -> Result<Vec<AudienceRow>, Trouble> {
        let _span = tracing::info_span!("audiences").entered();
        rows(&self.library())
    }

    /// The template with this id: the office's own, or one that comes with the program.
    ///
    /// # Errors
    ///
    /// When there is none, or the office's own cannot be used.
    pub fn audience(&self, id: &str) -> Result<Audience, Trouble> {
        let library = self.library();
        match own(&library, id)? {
            Some(text) => parsed(&text, &format!("The template “{id}”")),
            None => Audience::built_in(id).ok_or_else(|| none(id, rows(&library))),
        }
    }

    /// The text of a template, to be read or edited.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub fn audience_text(&self, request: &AudienceRequest) -> Result<AudienceText, Trouble> {
        let _span = tracing::info_span!("audience_text").entered();
        let library = self.library();
        let text = match own(&library, &request.audience)? {
            Some(text) => Some(text),
            None => Audience::built_in_text(&request.audience).map(str::to_owned),
        };
        let text = text.ok_or_else(|| none(&request.audience, rows(&library)))?;
        Ok(AudienceText { text, file: None })
    }

    /// Keeps a template of the office's own under its id; it can be undone.
    ///
    /// # Errors
    ///
    /// When a line of it cannot be used, or the library cannot be written.
    pub fn save_audience(&self, request: &AudienceText) -> Result<AudienceRow, Trouble> {
        let _span = tracing::info_span!("save_audience").entered();
        let audience = check_audience(request)?;
        let value = serde_json::Value::String(request.text.clone());
        self.library().set_setting(&format!("{PREFIX}{}", audience.id), Some(value), "save template")?;
        Ok(AudienceRow::of(&audience))
    }

    /// Removes a template of the office's own; it can be undone. A built-in one comes back into its place.
    ///
    /// # Errors
    ///
    /// When the office has none with this id, or the library cannot be written.
    pub fn remove_audience(&self, request: &AudienceRequest) -> Result<(), Trouble> {
        let _span = tracing::info_span!("remove_audience").entered();
        let id = &request.audience;
        let mut library = self.library();
        if own(&library, id)?.is_none() {
            return Err(Trouble::fixable(
                format!("There is no template “{id}” of your own."),
                "Templates that come with the program stay.",
            ));
        }
        Ok(library.set_setting(&format!("{PREFIX}{id}"), None, "remove template")?)
    }
}

/// The templates that come with the program.
pub fn built_in_audiences() -> Vec<AudienceRow> {
    let built_in = Audience::built_in_ids().filter_map(Audience::built_in);
    built_in.map(|audience| AudienceRow::of(&audience)).collect()
}

/// The text of a template that comes with the program.
///
/// # Errors
///
/// When there is none with this id.
pub fn built_in_audience_text(id: &str) -> Result<String, Trouble> {
    Audience::built_in_text(id).map(str::to_owned).ok_or_else(|| none(id, Ok(built_in_audiences())))
}

/// Writes a template into a new file, to be edited.
///
/// # Errors
///
/// When there is a file already, or it cannot be written.
pub fn copy_audience(to: &Path, text: &str) -> Result<(), Trouble> {
    if to.exists() {
        return Err(Trouble::fixable(
            format!("{} is there already and was left as it is.", crate::reader::name(to)),
            "Name another file.",
        ));
    }
    crate::write::write_whole(to, text.as_bytes())
}

/// Whether a template can be used; the trouble names its file and line.
///
/// # Errors
///
/// When it cannot.
pub fn check_audience(request: &AudienceText) -> Result<Audience, Trouble> {
    parsed(&request.text, request.file.as_deref().unwrap_or("The template"))
}

fn parsed(text: &str, file: &str) -> Result<Audience, Trouble> {
    Audience::parse(text).map_err(|error| unusable(file, &error))
}

/// What is said of a template that cannot be used.
pub(crate) fn unusable(file: &str, error: &NotATemplate) -> Trouble {
    Trouble::fixable(
        // A file's name keeps its small first letter.
        format!(
            "{file} cannot be used as it is: line {}: {}.",
            error.line,
            error.reason.trim_end_matches('.')
        ),
        "Correct that line and try again.",
    )
}

fn rows(library: &Library) -> Result<Vec<AudienceRow>, Trouble> {
    Ok(known(library)?.iter().map(|known| AudienceRow::of(&known.audience)).collect())
}

fn templates(library: &Library) -> Result<Vec<TemplateRow>, Trouble> {
    let known = known(library)?.into_iter();
    Ok(known
        .map(|Known { audience: Audience { id, name, .. }, own, built_in }| TemplateRow {
            id,
            name,
            own,
            built_in,
        })
        .collect())
}

/// A template that can be used, and whose it is.
struct Known {
    audience: Audience,
    own: bool,
    built_in: bool,
}

/// Every template that can be used, the program's own first.
fn known(library: &Library) -> Result<Vec<Known>, Trouble> {
    let built_in = Audience::built_in_ids().filter_map(Audience::built_in);
    let mut all: Vec<Known> =
        built_in.map(|audience| Known { audience, own: false, built_in: true }).collect();
    for (name, value) in library.settings(PREFIX)? {
        let Some(audience) = value.as_str().and_then(|text| Audience::parse(text).ok()) else { continue };
        let audience = Audience { id: name.trim_start_matches(PREFIX).to_owned(), ..audience };
        // One that takes the place of a built-in one stands where that stood.
        match all.iter_mut().find(|known| known.audience.id == audience.id) {
            Some(known) => (known.audience, known.own) = (audience, true),
            None => all.push(Known { audience, own: true, built_in: false }),
        }
    }
    Ok(all)
}

fn own(library: &Library, id: &str) -> Result<Option<String>, Trouble> {
    let kept = library.setting(&format!("{PREFIX}{id}"))?;
    Ok(kept.and_then(|value| value.as_str().map(str::to_owned)))
}

fn none(id: &str, rows: Result<Vec<AudienceRow>, Trouble>) -> Trouble {
    let known: Vec<String> = rows.unwrap_or_default().into_iter().map(|row| row.id).collect();
    Trouble::fixable(
        format!("There is no audience template “{id}”."),
        format!("Choose one of: {}.", known.join(", ")),
    )
}

#[cfg(test)]
mod tests;
