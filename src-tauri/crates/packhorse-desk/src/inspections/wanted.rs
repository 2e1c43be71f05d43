//! Which inspections and documents a person asked for.

use super::InspectionRow;
use super::row::Listed;
use serde::Deserialize;
use ts_rs::TS;

/// What stands for “not known” where something is asked for.
pub(crate) const UNKNOWN: &str = "–";

/// Which inspections and documents: what is left empty may be anything, “–” asks for what is not known.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Wanted {
    /// The council.
    pub council: String,
    /// The id of a kind of document; inspections without one are left out, and so are other documents.
    pub kind: String,
    /// The framework's short name.
    pub framework: String,
    /// The year.
    pub year: String,
    /// The plain name of a theme.
    pub theme: String,
}

impl Wanted {
    /// The inspections that fit, each with the documents that fit.
    pub(super) fn of<'a>(&self, all: Vec<Listed<'a>>) -> Vec<Listed<'a>> {
        let fits = all.into_iter().filter(|listed| self.fits(&listed.row));
        let kept = fits.map(|Listed { row, mut papers }| {
            papers.retain(|paper| is(&self.kind, Some(paper.entry.facts.source_kind.value.id())));
            Listed { row, papers }
        });
        kept.filter(|listed| !listed.papers.is_empty()).collect()
    }

    fn fits(&self, row: &InspectionRow) -> bool {
        is(&self.council, row.authority.as_deref())
            && is(&self.framework, row.framework.as_deref())
            && is(&self.year, row.year.map(|year| year.to_string()).as_deref())
            && (self.theme.is_empty() || row.themes.contains(&self.theme))
    }
}

/// Whether a value is the one asked for.
pub(crate) fn is(asked: &str, value: Option<&str>) -> bool {
    asked.is_empty() || value.unwrap_or(UNKNOWN) == asked
}

#[cfg(test)]
mod tests;
