//! A whole folder, read or brought in with one command.

use crate::library::Kept;
use packhorse_tests::{absent, corpus, packhorse, papers, program, samples, sorted, values};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A folder of papers with a folder in it, and one file that is no paper.
fn drop_folder() -> TempDir {
    let folder = TempDir::new().expect("a folder can be made");
    papers(folder.path(), 1, 3);
    let inner = folder.path().join("older");
    fs::create_dir(&inner).expect("a folder can be made");
    papers(&inner, 4, 2);
    fs::write(inner.join("scan.pdf"), "<html><body>Not found</body></html>").expect("a file can be written");
    folder
}

fn states(out: &str) -> Vec<String> {
    values(out).iter().filter_map(|value| value["state"].as_str().map(str::to_owned)).collect()
}

fn count(states: &[String], wanted: &str) -> usize {
    states.iter().filter(|state| state.as_str() == wanted).count()
}

#[test]
fn a_second_run_over_a_folder_knows_every_file() {
    let (kept, folder) = (Kept::new(), drop_folder());
    let first = kept.run(&["import", "--json"], &[folder.path()]);
    first.expect(&[1], "all but the scan were brought in").without_panic();
    let of_first = states(&first.out);
    assert_eq!((count(&of_first, "kept"), count(&of_first, "refused")), (5, 1), "{}", first.out);
    assert!(first.err.contains("scan.pdf is a web page"), "refused in a sentence: {}", first.err);
    assert!(first.err.contains("6 files: 5 brought in, 0 there already, 1 refused."), "{}", first.err);
    let second = kept.run(&["import", "--json"], &[folder.path()]);
    let of_second = states(&second.expect(&[1], "nothing is new").out);
    assert_eq!((count(&of_second, "already"), count(&of_second, "kept")), (5, 0), "{}", second.out);
    assert!(second.err.contains("0 brought in, 5 there already, 1 refused."), "{}", second.err);
}

#[test]
fn where_nobody_is_looking_no_line_is_written_over() {
    let (kept, folder) = (Kept::new(), drop_folder());
    let ended = kept.run(&["import"], &[folder.path()]);
    assert!(!ended.err.contains(['\r', '\u{1b}']), "plain lines only: {:?}", ended.err);
}

#[test]
fn a_folder_is_read_with_the_folders_in_it() {
    let (folder, out) = (drop_folder(), TempDir::new().expect("a folder can be made"));
    let words = ["read".as_ref(), folder.path().as_os_str(), "--out".as_ref(), out.path().as_os_str()];
    let ended = packhorse(words);
    ended.expect(&[1], "all but the scan can be read").without_panic();
    assert_eq!(sorted(out.path()).len(), 6, "a record for each file, also the scan: {}", ended.err);
    assert!(ended.err.contains("scan.pdf"), "{}", ended.err);
    let empty = TempDir::new().expect("a folder can be made");
    packhorse(["read".as_ref(), empty.path().as_os_str()]).expect(&[3], "there is nothing in it");
}

#[test]
fn the_samples_and_the_real_documents_are_known_the_second_time() {
    let folders = [Some(samples()), corpus()];
    if folders[1].is_none() {
        absent("../shared/corpus", "no folder of real documents was brought in twice");
    }
    for folder in folders.into_iter().flatten() {
        let kept = Kept::new();
        let first = kept.run(&["import", "--json"], &[&folder]);
        let second = kept.run(&["import", "--json"], &[&folder]);
        let (first, second) = (states(&first.out), states(&second.out));
        assert_eq!(first.len(), second.len());
        assert_eq!(count(&second, "kept"), 0, "{}: nothing is new", folder.display());
        assert_eq!(count(&second, "refused"), count(&first, "refused"), "the same are refused");
    }
}

#[cfg(unix)]
#[test]
fn what_was_read_before_a_stop_is_kept_and_the_rest_is_counted() {
    let kept = Kept::new();
    let drop = kept.folder.path().join("drop");
    fs::create_dir(&drop).expect("a folder can be made");
    let all = papers(&drop, 1, 60).len();
    let (out, err) = interrupted(&drop, &kept.file);
    let of_first = states(&out);
    let left = count(&of_first, "stopped");
    assert!(left > 0, "it was stopped before its end: {err}");
    assert_eq!(count(&of_first, "kept") + left, all, "the file it was at was brought in whole");
    assert!(err.contains(&format!("Stopped. {left} file")), "the person is told how many were left: {err}");
    kept.run(&["library", "check"], &[]).expect(&[0], "nothing happened to it");
    let second = kept.run(&["import", "--json"], &[&drop]);
    let of_second = states(&second.expect(&[0], "the rest is brought in").out);
    assert_eq!((count(&of_second, "kept"), count(&of_second, "already")), (left, all - left));
}

/// Brings a folder in and presses Ctrl-C when the first file is there.
#[cfg(unix)]
fn interrupted(folder: &Path, library: &PathBuf) -> (String, String) {
    use std::io::{BufRead as _, BufReader, Read as _};
    let mut command = Command::new(program());
    command.arg("import").arg(folder).arg("--library").arg(library).arg("--json");
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    let mut out = BufReader::new(child.stdout.take().expect("it has an output"));
    let mut said = String::new();
    out.read_line(&mut said).expect("it tells of the first file");
    let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(sent.is_ok_and(|status| status.success()), "Ctrl-C can be sent");
    out.read_to_string(&mut said).expect("it tells of the rest");
    let ended = child.wait_with_output().expect("it ends");
    let err = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert_eq!(ended.status.code(), Some(1), "done, with files left: {err}");
    (said, err)
}
