//! The papers that are read.

use std::path::{Path, PathBuf};

/// A paper.
pub(crate) struct Paper {
    /// Its file's name.
    pub(crate) name: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

/// Papers of one origin.
pub(crate) struct Shelf {
    /// What they are.
    pub(crate) name: &'static str,
    /// The papers.
    pub(crate) papers: Vec<Paper>,
}

/// The project's top folder.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(3).unwrap_or(here).to_owned()
}

/// The PDFs of the project, and the real ones where they are at hand.
pub(crate) fn shelves() -> Vec<Shelf> {
    let own = ["resources/samples", "tests/papers/labelled/documents"].map(|folder| root().join(folder));
    let corpus = root().join("../shared/corpus/documents");
    if !corpus.is_dir() {
        println!("../shared/corpus is not here, so no real documents are read.");
    }
    let own = own.iter().flat_map(|folder| pdfs(folder)).collect();
    let shelves =
        [Shelf { name: "Our own", papers: own }, Shelf { name: "Real ones", papers: pdfs(&corpus) }];
    shelves.into_iter().filter(|shelf| !shelf.papers.is_empty()).collect()
}

fn pdfs(folder: &Path) -> Vec<Paper> {
    let entries = folder.read_dir().into_iter().flatten().flatten().map(|entry| entry.path());
    let mut paths: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|ending| ending == "pdf")).collect();
    paths.sort();
    let paper = |path: PathBuf| {
        let name = path.file_name()?.to_string_lossy().into_owned();
        Some(Paper { name, bytes: std::fs::read(&path).ok()? })
    };
    paths.into_iter().filter_map(paper).collect()
}
