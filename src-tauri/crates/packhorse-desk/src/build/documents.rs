//! The documents and templates a pack file names.

use super::Built;
use crate::{Reader, Trouble, compose, paths};
use packhorse_model::Source;
use packhorse_pack::Audience;
use std::path::{Path, PathBuf};

/// A document that was read, and the path it was read from.
#[derive(Debug)]
pub(super) struct Paper {
    pub source: Source,
    pub path: PathBuf,
}

/// Reads the documents the patterns name, each once. Those that are refused are noted.
pub(super) fn papers(
    base: &Path,
    patterns: &[String],
    reader: &Reader,
    built: &mut Built,
    mut tell: impl FnMut(&str),
) -> Result<Vec<Paper>, Trouble> {
    let mut papers: Vec<Paper> = Vec::new();
    for path in documents(base, patterns)? {
        tell(&format!("Reading {}", crate::reader::name(&path)));
        match reader.read(&path).map(crate::ReadFile::source) {
            Ok(source) if papers.iter().any(|known| known.source.id == source.id) => {}
            Ok(source) => papers.push(Paper { source, path }),
            Err(trouble) => built.refused.push(trouble),
        }
    }
    if papers.is_empty() {
        return Err(Trouble::fixable(
            "No pack was made, because none of the documents could be read.",
            "Check the documents named in the pack file.",
        ));
    }
    Ok(papers)
}

/// The files the patterns name, in order, each once.
fn documents(base: &Path, patterns: &[String]) -> Result<Vec<PathBuf>, Trouble> {
    let mut found: Vec<PathBuf> = Vec::new();
    for pattern in patterns {
        let named = named(base, pattern)?;
        if named.is_empty() {
            return Err(Trouble::fixable(
                format!("No document fits “{pattern}”."),
                "Paths count from the folder of the pack file.",
            ));
        }
        for path in paths::files(&named)? {
            if !found.contains(&path) {
                found.push(path);
            }
        }
    }
    Ok(found)
}

/// The files and folders one pattern names, in order. A name that is there is no pattern.
fn named(base: &Path, pattern: &str) -> Result<Vec<PathBuf>, Trouble> {
    let whole = base.join(pattern);
    if whole.exists() {
        return Ok(vec![whole]);
    }
    let wrong = |_| {
        Trouble::fixable(format!("“{pattern}” is not a pattern for files."), "Write it like papers/*.pdf.")
    };
    // The folder's own name may hold brackets; only what the pack file says is a pattern.
    let folder = glob::Pattern::escape(&base.to_string_lossy());
    let whole = Path::new(&folder).join(pattern);
    let mut list: Vec<PathBuf> = glob::glob(&whole.to_string_lossy()).map_err(wrong)?.flatten().collect();
    list.sort();
    Ok(list)
}

/// The template of an edition: a file beside the pack file, or one that comes with the program.
pub(super) fn template(base: &Path, audience: &str) -> Result<Audience, Trouble> {
    let path = base.join(audience);
    if !path.is_file() {
        return compose::audience(audience);
    }
    let text = std::fs::read_to_string(&path).map_err(|_| {
        Trouble::fixable(format!("{audience} could not be read."), "Check the template's path.")
    })?;
    Audience::parse(&text).map_err(|error| crate::audiences::unusable(audience, &error))
}
