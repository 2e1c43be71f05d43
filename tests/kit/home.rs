//! Where things stand.

use std::path::{Path, PathBuf};

/// The project's top folder.
pub fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    here.parent().map_or_else(|| here.clone(), Path::to_path_buf)
}

/// The folder of the sample documents.
pub fn samples() -> PathBuf {
    root().join("resources/samples")
}

/// A sample document, by the part of its name after the council's.
pub fn sample(rest: &str) -> PathBuf {
    samples().join(format!("wexcombe_{rest}"))
}

/// A file kept with the tests: `papers/…` or `expected/…`.
pub fn kept(name: &str) -> PathBuf {
    root().join("tests").join(name)
}

/// The shared corpus of real documents, where it is present.
pub fn corpus() -> Option<PathBuf> {
    let folder = root().join("../shared/corpus/documents");
    folder.is_dir().then_some(folder)
}

/// The files of a folder, by name.
pub fn sorted(folder: &Path) -> Vec<PathBuf> {
    let entries =
        folder.read_dir().unwrap_or_else(|error| panic!("{} cannot be read: {error}", folder.display()));
    let mut files: Vec<_> =
        entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    files
}
