//! Files and folders a person names.

use crate::Trouble;
use std::path::{Path, PathBuf};

/// How deep folders are looked through.
const DEPTH: usize = 8;

/// Endings of files nobody drops a folder for: what programs keep beside the papers.
const NO_PAPERS: [&str; 18] = [
    "exe", "dll", "sys", "lnk", "ini", "db", "tmp", "log", "py", "sh", "js", "css", "json", "toml", "md",
    "xml", "url", "zip",
];

/// The files that paths name: a folder stands for the papers in it. A file named by itself is always taken.
///
/// A folder that cannot be opened, or that lies too deep, stands for itself; reading it says so.
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
        let names: Vec<String> = paths.iter().map(|path| crate::reader::name(path)).collect();
        let within = if names.is_empty() { String::new() } else { format!(" in {}", names.join(" or ")) };
        return Err(Trouble::fixable(
            format!("There is no file to read{within}."),
            "Choose files, or a folder that holds some.",
        ));
    }
    Ok(found)
}

fn walk(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        // Reading it then says that nothing could be had from it.
        found.push(folder.to_owned());
        return;
    };
    let mut entries: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    entries.sort();
    for path in entries {
        let hidden = path.file_name().is_some_and(|name| {
            let name = name.to_string_lossy();
            // Word leaves “~$…” beside a document that is open.
            name.starts_with('.') || name.starts_with("~$")
        });
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        let no_paper = ending.is_some_and(|ending| NO_PAPERS.contains(&ending.as_str())) && path.is_file();
        // A link may lead back to a folder above it.
        let link = path.symlink_metadata().is_ok_and(|about| about.is_symlink());
        if hidden || no_paper {
            continue;
        }
        if path.is_dir() {
            match (depth < DEPTH, link) {
                (true, false) => walk(&path, depth + 1, found),
                (false, false) => found.push(path),
                (_, true) => {}
            }
        } else {
            found.push(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(folder: &Path, name: &str) -> PathBuf {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder");
        std::fs::write(&path, "words").expect("a file");
        path
    }

    #[test]
    fn a_folder_stands_for_its_files_in_order_without_hidden_and_lock_files() {
        let home = tempfile::tempdir().expect("a folder");
        let (second, first) = (put(home.path(), "b.pdf"), put(home.path(), "a.pdf"));
        let inner = put(home.path(), "inner/c.pdf");
        put(home.path(), ".hidden.pdf");
        put(home.path(), ".git/config");
        put(home.path(), "~$letter.docx");
        let found = files(&[home.path().to_owned()]).expect("there are files");
        assert_eq!(found, [first, second, inner]);
    }

    #[test]
    fn a_file_named_outright_is_taken_even_when_it_is_hidden_or_not_there() {
        let named = [PathBuf::from(".kept.pdf"), PathBuf::from("gone.pdf")];
        assert_eq!(files(&named), Ok(named.to_vec()), "reading it says what became of it");
    }

    #[test]
    fn an_empty_folder_is_told_in_words() {
        let home = tempfile::tempdir().expect("a folder");
        let trouble = files(&[home.path().to_owned()]).expect_err("there is nothing in it");
        let name = crate::reader::name(home.path());
        assert_eq!(trouble.message, format!("There is no file to read in {name}."));
        assert!(files(&[]).is_err(), "nothing named is nothing to bring in");
    }

    #[test]
    fn a_folder_that_lies_too_deep_is_not_passed_over_in_silence() {
        let home = tempfile::tempdir().expect("a folder");
        let deep = "deep/".repeat(DEPTH + 1);
        put(home.path(), &format!("{deep}letter.pdf"));
        let found = files(&[home.path().to_owned()]).expect("there is something");
        assert_eq!(found, [home.path().join(deep.trim_end_matches('/'))], "reading it says what it is");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_back_to_a_folder_above_is_not_followed() {
        let home = tempfile::tempdir().expect("a folder");
        let letter = put(home.path(), "letter.pdf");
        std::os::unix::fs::symlink(home.path(), home.path().join("round")).expect("a link");
        assert_eq!(files(&[home.path().to_owned()]), Ok(vec![letter]), "each file is found once");
    }
}
