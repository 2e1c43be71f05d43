//! Tests that cannot run here, and say so.

use std::fs::OpenOptions;
use std::io::Write;

/// Says that a test needs something this machine lacks; in CI that is a failure.
///
/// Use as `let Some(tool) = … else { return lacking("qpdf", "PDF files were not checked") };`
pub fn lacking(what: &str, so: &str) {
    let line = format!("{what} is not here, so {so}; `cargo xtask test` installs it");
    assert!(std::env::var("CI").as_deref() != Ok("true"), "{line}");
    note(&line);
}

/// Says that a test needs something a machine may well be without, in CI too.
pub fn absent(what: &str, so: &str) {
    note(&format!("{what} is not here, so {so}"));
}

/// Cargo hides what a passing test prints, so the line also goes where `cargo xtask` finds it.
fn note(line: &str) {
    eprintln!("skipped: {line}");
    if let Some(path) = std::env::var_os("PACKHORSE_SKIPS")
        && let Ok(mut file) = OpenOptions::new().create(true).append(true).open(path)
    {
        let _ = writeln!(file, "{line}");
    }
}
