//! What recipients were given before, and what is told of it.

use super::Issue;
use crate::Trouble;
use packhorse_library::{Issue as Entry, Library};
use packhorse_model::composed::{Numbers, Size};
use packhorse_model::{Composed, Notice, PackId, Source};
use packhorse_pack::{Audience, Edition, Given, Plan};
use packhorse_typeset::Fonts;

/// The PDFs that were issued of a pack, the latest first.
#[derive(Debug)]
pub(crate) struct Before(Vec<Entry>);

impl Before {
    /// What was issued of a pack.
    pub(crate) fn of(library: &Library, pack: PackId) -> Result<Self, Trouble> {
        let mut entries = library.issued(Some(pack))?;
        entries.retain(|entry| entry.file_name.ends_with(".pdf"));
        Ok(Self(entries))
    }

    /// The version a recipient has; 0 when they have none.
    ///
    /// Counted for each recipient of an audience, and for each size: somebody may have both.
    pub(crate) fn version(&self, edition: &Edition) -> u32 {
        self.theirs(edition).map(version).max().unwrap_or(0)
    }

    fn theirs<'a>(&'a self, edition: &'a Edition) -> impl Iterator<Item = &'a Entry> {
        self.0.iter().filter(move |entry| {
            let large = entry.contents.as_ref().map_or_else(
                || entry.file_name.contains("_large-print"),
                |contents| contents["size"] == "large-print",
            );
            entry.edition == edition.audience
                && entry.recipient == edition.recipient
                && large == (edition.size == Size::LargePrint)
        })
    }
}

/// The version of what was issued: libraries of before have it in the file's name only.
pub(crate) fn version(entry: &Entry) -> u32 {
    entry.version.unwrap_or_else(|| named_version(&entry.file_name))
}

/// The version in a file's name.
fn named_version(name: &str) -> u32 {
    let stem = name.trim_end_matches(".pdf").trim_end_matches(".html");
    let last = stem.rsplit_once("_v").map_or("", |(_, last)| last);
    // A second file of the same name ends in “_v3_2”.
    last.split('_').next().and_then(|version| version.parse().ok()).unwrap_or(0)
}

/// An edition that is being made for somebody who may have had one before.
pub(super) struct Since<'a> {
    pub plan: &'a Plan,
    pub edition: &'a Edition,
    pub audience: &'a Audience,
    pub sources: &'a [Source],
    pub fonts: &'a Fonts,
}

impl Since<'_> {
    /// The pack with the page that says what changed, where it is to have one.
    pub(super) fn told(
        &self,
        before: &Before,
        composed: Composed,
        request: &Issue,
        notices: &mut Vec<Notice>,
    ) -> Result<Composed, Trouble> {
        let Some(entry) = before.theirs(self.edition).next() else {
            return if request.late_only { Err(nothing_before()) } else { Ok(composed) };
        };
        let kept: Option<Composed> =
            entry.contents.clone().and_then(|contents| serde_json::from_value(contents).ok());
        let Some(kept) = kept else {
            if request.late_only {
                return Err(nothing_before());
            }
            notices.push(Notice::new(format!(
                "What changed since {} is not told, because what is kept of it is not what was issued.",
                entry.file_name
            )));
            return Ok(composed);
        };
        let issued = entry.issued.with_timezone(&chrono::Local).date_naive();
        let given = Given { composed: &kept, version: version(entry), issued };
        if request.late_only {
            self.is_late_only(given, &composed)?;
        }
        if !self.plan.late.is_empty() && !self.stays(&kept, &composed)? {
            notices.push(Notice::new(format!(
                "Pages of the paper have other numbers than in version {}; references to them may lead elsewhere.",
                given.version
            )));
        }
        if request.without_changes {
            return Ok(composed);
        }
        packhorse_pack::with_changes(
            given,
            composed,
            before.version(self.edition) + 1,
            self.plan,
            self.edition,
            self.audience,
            self.sources,
        )
        .map_err(crate::compose::trouble)
    }

    /// Refuses an issue of late items in which the paper itself is another.
    fn is_late_only(&self, given: Given<'_>, composed: &Composed) -> Result<(), Trouble> {
        let whole = "Issue the pack whole, as a new version.";
        let (was, is) = (paper(given.composed), paper(composed));
        let told = packhorse_pack::changes(
            Given { composed: &was, ..given },
            &is,
            self.plan,
            self.edition,
            self.audience,
            self.sources,
        )
        .map_err(crate::compose::trouble)?;
        if let Some(line) = told.first() {
            let words = line.now.as_ref().or(line.before.as_ref()).cloned().unwrap_or_default();
            let short: String = words.chars().take(80).collect();
            return Err(Trouble::fixable(
                format!("Nothing was issued: the paper itself changed under “{}”: {short}.", line.heading),
                whole,
            ));
        }
        if self.stays(given.composed, composed)? {
            return Ok(());
        }
        Err(Trouble::fixable("Nothing was issued: pages of the paper would have other numbers.", whole))
    }

    /// Whether every section of the paper stands on the page it stood on.
    fn stays(&self, was: &Composed, is: &Composed) -> Result<bool, Trouble> {
        Ok(self.places(&paper(was))? == self.places(&paper(is))?)
    }

    /// The sections and headings of a paper with the numbers of their pages, and how many pages it has.
    fn places(&self, paper: &Composed) -> Result<(Vec<(String, String)>, usize), Trouble> {
        let pages = packhorse_typeset::typeset(paper, self.fonts)?;
        let label = |page: usize| pages.pages.get(page).map(|page| page.label.clone()).unwrap_or_default();
        let places = pages.outline.iter().map(|mark| (mark.title.clone(), label(mark.page)));
        Ok((places.collect(), pages.pages.len()))
    }
}

/// The paper itself, without what stands before and after it.
fn paper(composed: &Composed) -> Composed {
    let mut paper = composed.clone();
    paper.sections.retain(|section| section.numbers == Numbers::Main);
    paper
}

fn nothing_before() -> Trouble {
    Trouble::fixable(
        "Nothing was issued: a late item goes to those who have the paper already, and there is no earlier version.",
        "Issue the pack whole first.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_a_name() {
        assert_eq!(named_version("scrutiny_2027-01-14_committee-chair_v3.pdf"), 3);
        assert_eq!(named_version("scrutiny_committee-chair_v3_2.pdf"), 3, "the second file of version 3");
        assert_eq!(named_version("scrutiny.pdf"), 0);
    }
}
