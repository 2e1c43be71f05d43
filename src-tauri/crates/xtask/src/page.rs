//! The page of the window: its packages, its build, its types.

use crate::{home, program};
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

/// npm, in the page's folder.
pub(crate) fn npm(arguments: &[&str]) -> Command {
    // On Windows npm is a script, which the system starts only by its whole name.
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(arguments).current_dir(home::ui());
    command
}

/// The command that fetches the page's packages, unless they are those of the lock file already.
pub(crate) fn fetch() -> Option<Command> {
    let lock = home::ui().join("package-lock.json");
    // npm writes this file last, so it also tells that an earlier run came to its end.
    let fetched = changed(&home::ui().join("node_modules/.package-lock.json"));
    let stale = fetched.is_none() || fetched < changed(&lock);
    stale.then(|| npm(&["ci", "--no-audit", "--no-fund"]))
}

/// The command that builds the page, unless it was built from just these sources.
pub(crate) fn build() -> Option<Command> {
    let ui = home::ui();
    let sources = [
        "src",
        "public",
        "index.html",
        "package-lock.json",
        "vite.config.ts",
        "svelte.config.js",
        "tsconfig.json",
    ];
    let newest = sources.iter().filter_map(|name| newest(&ui.join(name))).max();
    let built = changed(&ui.join("dist/index.html"));
    (built.is_none() || built < newest).then(|| npm(&["run", "build"]))
}

/// Writes the page's types from the desk's requests and replies, or says whether they are stale.
pub(crate) fn bindings(check: bool) -> Result<(), String> {
    let mut command = program::cargo();
    command.args(["test", "--quiet", "--package", "packhorse-desk", "bindings"]);
    if !check {
        command.env("PACKHORSE_WRITE_BINDINGS", "write");
    }
    program::run(&mut command)?;
    println!("ui/src/bindings.ts {}.", if check { "fits the desk" } else { "is written" });
    Ok(())
}

fn changed(path: &Path) -> Option<SystemTime> {
    path.metadata().and_then(|about| about.modified()).ok()
}

/// The latest change of a file, or of anything in a folder.
fn newest(path: &Path) -> Option<SystemTime> {
    let own = changed(path);
    let Ok(entries) = path.read_dir() else { return own };
    entries.flatten().filter_map(|entry| newest(&entry.path())).chain(own).max()
}
