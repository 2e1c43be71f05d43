//! Builds packs from one file, without a kept library.

use crate::{Reader, Trouble, compose, names, write};
use documents::{papers, template};
use packhorse_model::composed::Size;
use packhorse_model::{Notice, Source};
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
    accept_unsure: bool,
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
    let plan = plan(&pack, &papers, &sources, base, accept_unsure)?;
    let made = editions(&plan, &sources, base, &mut built, tell)?;
    let names = names::distinct(made.iter().map(|(name, ..)| name.clone()).collect());
    for (name, (_, bytes, pages)) in names.iter().zip(made) {
        let path = folder.join(name);
        write::write_whole(&path, &bytes)?;
        built.files.push((path, pages));
    }
    tracing::debug!(files = built.files.len(), refused = built.refused.len(), "built");
    Ok(built)
}

/// Makes every edition: its file's name, its bytes, its number of pages.
fn editions(
    plan: &Plan,
    sources: &[Source],
    base: &Path,
    built: &mut Built,
    mut tell: impl FnMut(&str),
) -> Result<Vec<(String, Vec<u8>, u32)>, Trouble> {
    let fonts = Fonts::built_in();
    let mut made = Vec::new();
    for edition in &plan.editions {
        tell(&format!("Making {}", edition.audience));
        let audience = template(base, &edition.audience)?;
        let pack = compose::make(plan, edition, &audience, sources, &fonts)?;
        built.notices.extend(pack.notices);
        let name = names::file_name(
            plan.committee.as_deref(),
            plan.meeting,
            &audience.id,
            edition.recipient.as_deref(),
            edition.size == Size::LargePrint,
            None,
        );
        made.push((name, pack.bytes, pack.pages));
    }
    built.notices.dedup();
    Ok(made)
}
