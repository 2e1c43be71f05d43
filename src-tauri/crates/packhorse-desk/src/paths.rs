//! Files and folders a person names.

use crate::Trouble;
use std::path::{Path, PathBuf};

/// How deep folders are looked through.
const DEPTH: usize = 8;

/// The files that paths name: a folder stands for the files in it, hidden ones left out.
///
/// # Errors
///
/// When nothing is named at all.
pub fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Trouble> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() { walk(path, 0, &mut found) } else { found.push(path.clone()) }
    }
    if found.is_empty() {
        return Err(Trouble::fixable("There is no file to bring in.", "Choose files, or a folder that holds some."));
    }
    Ok(found)
}

fn walk(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut entries: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    entries.sort();
    for path in entries {
        let hidden = path.file_name().is_some_and(|name| {
            let name = name.to_string_lossy();
            // Word leaves “~$…” beside a document that is open.
            name.starts_with('.') || name.starts_with("~$")
        });
        // A link may lead back to a folder above it.
        let link = path.symlink_metadata().is_ok_and(|about| about.is_symlink());
        if hidden {
            continue;
        }
        if path.is_dir() {
            if depth < DEPTH && !link {
                walk(&path, depth + 1, found);
            }
        } else {
            found.push(path);
        }
    }
}
