//! The sample documents, the packs made of them, the library they fill.

use crate::{home, program};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Makes the sample documents again, or only checks them.
pub(crate) fn make(check: bool) -> Result<(), String> {
    let mut command = Command::new(if cfg!(windows) { "python" } else { "python3" });
    command.arg(home::root().join("resources/samples/source/make.py"));
    if check {
        command.arg("--check");
    }
    program::run(&mut command)
}

/// Makes the sample packs and gives their paths.
pub(crate) fn packs() -> Result<Vec<PathBuf>, String> {
    let folder = home::target().join("sample-packs");
    // Packs of an earlier run may have other names, and would be taken for new ones.
    for old in made(&folder).unwrap_or_default() {
        std::fs::remove_file(&old)
            .map_err(|error| format!("{} cannot be replaced: {error}.", old.display()))?;
    }
    let mut command = Command::new(home::built("packhorse"));
    command.args(["build", "resources/samples/pack.toml", "--to"]).arg(&folder).current_dir(home::root());
    tolerating_notices(command.stdout(Stdio::null()))?;
    made(&folder)
}

fn made(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries =
        folder.read_dir().map_err(|error| format!("{} cannot be read: {error}.", folder.display()))?;
    let mut packs: Vec<_> =
        entries.flatten().map(|entry| entry.path()).filter(|path| has_ending(path, "pdf")).collect();
    packs.sort();
    Ok(packs)
}

/// Fills the sample library and gives its path.
pub(crate) fn library() -> Result<PathBuf, String> {
    let folder = home::target().join("sample-library");
    std::fs::create_dir_all(&folder)
        .map_err(|error| format!("{} cannot be made: {error}.", folder.display()))?;
    let library = folder.join("packhorse.db");
    let mut command = Command::new(home::built("packhorse"));
    command.arg("import").args(documents()?).arg("--library").arg(&library).current_dir(home::root());
    tolerating_notices(&mut command)?;
    Ok(library)
}

fn documents() -> Result<Vec<PathBuf>, String> {
    let folder = home::root().join("resources/samples");
    let entries =
        folder.read_dir().map_err(|error| format!("{} cannot be read: {error}.", folder.display()))?;
    let is_document = |path: &PathBuf| path.is_file() && !has_ending(path, "md") && !has_ending(path, "toml");
    let mut documents: Vec<_> = entries.flatten().map(|entry| entry.path()).filter(is_document).collect();
    documents.sort();
    Ok(documents)
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|own| own == ending)
}

/// Runs our own program, for which 1 means done, with something to read on standard error.
fn tolerating_notices(command: &mut Command) -> Result<(), String> {
    println!("+ {}", program::typed(command));
    let ended = command.status().map_err(|error| program::not_started(command, &error))?;
    match ended.code() {
        Some(0 | 1) => Ok(()),
        _ => Err(format!("`{}` did not work ({ended}).", program::typed(command))),
    }
}
