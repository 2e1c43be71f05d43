//! Builds packs from one file, without a kept library.

use crate::{Reader, Trouble, compose, names, write};
use documents::{papers, template};
use packhorse_model::composed::Size;
use packhorse_model::{Composed, Notice, Source};
use packhorse_pack::Plan;
use packhorse_typeset::Fonts;
use plan::plan;
use std::path::{Path, PathBuf};

mod concerns;
mod documents;
mod pack_file;
mod plan;
#[cfg(test)]
mod tests;

pub use pack_file::PackFile;

/// How packs are to be built.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wish {
    /// Print facts that are not sure, marked as unconfirmed.
    pub accept_unsure: bool,
    /// Write each edition as a web page beside its PDF.
    pub web_page: bool,
    /// Write each composed pack as JSON beside its PDF.
    pub composed: bool,
}

/// What was built.
#[derive(Debug, Clone, Default)]
pub struct Built {
    /// The files written, with their numbers of pages.
    pub files: Vec<(PathBuf, u32)>,
    /// Documents that did not become sources.
    pub refused: Vec<Trouble>,
    /// Worth knowing.
    pub notices: Vec<Notice>,
}

/// Builds the packs a file asks for into a folder.
///
/// # Errors
///
/// When the file is not understood, no document can be read, a listed quote is not what its
/// document says, or the folder cannot be written. Nothing is written then.
pub fn build(
    file: &Path,
    folder: &Path,
    wish: Wish,
    reader: &Reader,
    mut tell: impl FnMut(&str),
) -> Result<Built, Trouble> {
    let _span = tracing::info_span!("build").entered();
    let name = crate::reader::name(file);
    let unread =
        |_| Trouble::fixable(format!("{name} could not be read."), "Check the path of the pack file.");
    let text = std::fs::read_to_string(file).map_err(unread)?;
    let pack = PackFile::parse(&text, &name)?;
    write::folder(folder)?;
    let base = file.parent().unwrap_or(Path::new(""));
    let mut built = Built::default();
    let papers = papers(base, &pack.documents, reader, &mut built, &mut tell)?;
    let sources: Vec<Source> = papers.iter().map(|paper| paper.source.clone()).collect();
    let plan = plan(&pack, &papers, &sources, base, wish.accept_unsure)?;
    looked_at(&plan, &sources, base, &mut built)?;
    let made = editions(&plan, &sources, base, wish, &mut built, tell)?;
    let names =
        names::distinct(made.iter().map(|(name, _)| name.clone()).collect(), |_| Ok::<_, Trouble>(false))?;
    for (name, (_, pack)) in names.iter().zip(made) {
        let path = folder.join(name);
        write::write_whole(&path, &pack.bytes)?;
        if let Some(page) = &pack.web_page {
            write::write_whole(&path.with_extension("html"), page.as_bytes())?;
        }
        if wish.composed {
            write::write_whole(&path.with_extension("json"), &json(&pack.composed)?)?;
        }
        built.files.push((path, pack.pages));
    }
    tracing::debug!(files = built.files.len(), refused = built.refused.len(), "built");
    Ok(built)
}

/// Looks at everything before a pack is made. What stops it is a trouble, the rest is told.
fn looked_at(plan: &Plan, sources: &[Source], base: &Path, built: &mut Built) -> Result<(), Trouble> {
    let fonts = Fonts::built_in();
    let missing = crate::preflight::missing_in(&fonts);
    let list = packhorse_pack::preflight(plan, sources, |id| template(base, id).ok(), missing);
    if let Some(stop) = list.iter().find(|item| item.stops && !is_told_better(item)) {
        return Err(Trouble::fixable(format!("No pack was made. {}", stop.message), stop.remedy.clone()));
    }
    built.notices.extend(list.into_iter().map(|item| Notice::new(item.message)));
    Ok(())
}

/// A template that is not there, or cannot be used, is told with its file and line when it is opened.
fn is_told_better(item: &packhorse_pack::ToFix) -> bool {
    matches!(item.about, packhorse_pack::About::Edition(_))
}

fn json(composed: &Composed) -> Result<Vec<u8>, Trouble> {
    serde_json::to_vec_pretty(composed)
        .map_err(|_| Trouble::internal("A composed pack could not be written as JSON."))
}

/// Makes every edition, each with its file's name.
fn editions(
    plan: &Plan,
    sources: &[Source],
    base: &Path,
    wish: Wish,
    built: &mut Built,
    mut tell: impl FnMut(&str),
) -> Result<Vec<(String, compose::Made)>, Trouble> {
    let fonts = Fonts::built_in();
    let mut made = Vec::new();
    for edition in &plan.editions {
        tell(&format!("Making {}", edition.audience));
        let audience = template(base, &edition.audience)?;
        let pack = compose::make(plan, edition, &audience, sources, &fonts, wish.web_page)?;
        built.notices.extend(pack.notices.iter().cloned());
        let name = names::file_name(
            plan.committee.as_deref(),
            plan.meeting,
            &audience.id,
            edition.recipient.as_deref(),
            edition.size == Size::LargePrint,
            None,
        );
        made.push((name, pack));
    }
    let mut seen = std::collections::BTreeSet::new();
    built.notices.retain(|notice| seen.insert(notice.message.clone()));
    Ok(made)
}
