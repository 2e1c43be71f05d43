//! Other people's verdicts on a PDF.

use crate::{lacking, root, within};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const LIMIT: Duration = Duration::from_secs(180);

/// Holds every file against PDF/UA-1 and PDF/A-2a with veraPDF, in one run.
#[track_caller]
pub fn conforms(files: &[PathBuf]) {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let Ok(classpath) = std::fs::read_to_string(target.join("tools/verapdf/classpath")) else {
        return lacking("veraPDF", "PDF/UA-1 and PDF/A-2a were not checked");
    };
    let mut java = Command::new("java");
    java.args(["-cp", classpath.trim(), "VeraPdf", "ua1,2a"]).args(files);
    if !starts("java") {
        return lacking("java", "PDF/UA-1 and PDF/A-2a were not checked");
    }
    let said = within(LIMIT, &mut java);
    let passes = said.out.lines().filter(|line| line.starts_with("pass ")).count();
    let whole = said.status == Some(0) && passes == 2 * files.len();
    assert!(whole, "veraPDF does not accept every file twice:\n{}\n{}", said.out, said.err);
}

/// Holds that the file's inside is in order, with qpdf.
#[track_caller]
pub fn is_sound(file: &Path) {
    if !starts("qpdf") {
        return lacking("qpdf", "the inside of PDF files was not checked");
    }
    let said = within(LIMIT, Command::new("qpdf").arg("--check").arg(file));
    assert_eq!(said.status, Some(0), "qpdf finds faults in {}:\n{}\n{}", file.display(), said.out, said.err);
}

/// Whether a program can be started at all.
fn starts(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok()
}
