//! Press papers about nobody, as many as a test wants.

use std::fs;
use std::path::{Path, PathBuf};

/// A paper on the disk and the words only it holds.
#[derive(Debug, Clone)]
pub struct Paper {
    /// The file.
    pub path: PathBuf,
    /// Words that stand in no other paper.
    pub mark: String,
}

/// Writes papers numbered from `first` into a folder; no two are alike.
pub fn papers(folder: &Path, first: usize, count: usize) -> Vec<Paper> {
    (first..first + count).map(|number| paper(folder, number)).collect()
}

fn paper(folder: &Path, number: usize) -> Paper {
    let mark = format!("bridge number {number} at Lower Marl");
    let mut text = format!(
        "Marlbury Council: statement {number}\n\n\
         Councillor Ada Lorne said: “Families asked us to mend the {mark}, and we have heard them.”\n"
    );
    // Long enough that keeping it takes the library a moment in which it can be killed.
    for line in 1..=60 {
        text.push_str(&format!(
            "\nParagraph {line} of statement {number}. The council listened to children and to the people who \
             look after them, and wrote down what it will do before the spring and who will see that it is done.\n"
        ));
    }
    let path = folder.join(format!("marlbury-statement-{number:04}.txt"));
    fs::write(&path, text).unwrap_or_else(|error| panic!("{} cannot be written: {error}", path.display()));
    Paper { path, mark }
}
