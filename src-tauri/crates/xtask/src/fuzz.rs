//! Damaged and hostile files by the thousand, each reader for a bounded time.

use crate::{home, program};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A thing to search for failures: its name, and the largest input worth trying.
const TARGETS: [(&str, u32); 8] = [
    ("pdf", 40_000),
    ("docx", 60_000),
    ("odt", 60_000),
    ("html", 20_000),
    ("text", 8_000),
    ("eml", 16_000),
    ("spreadsheet", 60_000),
    ("recognise", 4_000),
];

/// No input may take longer, in seconds.
const PATIENCE: u32 = 10;

/// No input may take more memory, in megabytes: what the import worker is given.
const MEMORY: u32 = 1_000;

/// What was asked for: how long each target is searched, and which.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Wish {
    seconds: u32,
    targets: Vec<(&'static str, u32)>,
}

impl Wish {
    /// Reads `[--seconds N] [TARGET…]`; all targets when none is named.
    pub(crate) fn of(words: &[&str]) -> Result<Self, String> {
        let mut wish = Self { seconds: 60, targets: Vec::new() };
        let mut rest = words.iter();
        while let Some(word) = rest.next() {
            if *word == "--seconds" {
                let number = rest.next().and_then(|number| number.parse().ok());
                wish.seconds = number.ok_or("--seconds wants a number, such as 600.")?;
            } else {
                let known = TARGETS.iter().find(|(name, _)| name == word);
                let names = TARGETS.map(|(name, _)| name).join(", ");
                wish.targets.push(*known.ok_or(format!("There is no target {word}; there are {names}."))?);
            }
        }
        if wish.targets.is_empty() {
            wish.targets = TARGETS.to_vec();
        }
        Ok(wish)
    }
}

/// Searches each target, and keeps what is found.
pub(crate) fn fuzz(wish: &Wish) -> Result<(), String> {
    tool()?;
    let mut found = Vec::new();
    for (target, most) in &wish.targets {
        program::run(&mut cargo_fuzz(&["build", "--sanitizer", "none", target], true))?;
        if program::run(&mut search(target, *most, wish.seconds)?).is_err() {
            found.extend(kept(target)?);
        }
    }
    if found.is_empty() {
        println!("Nothing was found in {} s a target.", wish.seconds);
        return Ok(());
    }
    Err(format!(
        "Found, and kept with a line in tests/papers/README.md to complete:\n  {}",
        found.join("\n  ")
    ))
}

/// The search of one target, from everything that is worth beginning with.
fn search(target: &str, most: u32, seconds: u32) -> Result<Command, String> {
    let made = place("corpus", target)?;
    let finds = place("finds", target)?;
    let fuzz = home::root().join("tests/fuzz");
    let mut command = Command::new(home::target().join("fuzz").join(triple()?).join("release").join(target));
    command.current_dir(home::target().join("fuzz")).arg(made).arg(fuzz.join("seeds").join(target));
    let papers = [home::root().join("tests/papers/found").join(target), papers(target)?];
    command.args(papers.iter().filter(|folder| folder.is_dir()));
    let words = fuzz.join("words").join(format!("{target}.dict"));
    if words.is_file() {
        command.arg(format!("-dict={}", words.display()));
    }
    let artifacts = format!("-artifact_prefix={}/", finds.display());
    command.args([format!("-max_total_time={seconds}"), format!("-max_len={most}"), artifacts]);
    command.args([format!("-timeout={PATIENCE}"), format!("-rss_limit_mb={MEMORY}")]);
    command.args(["-print_final_stats=1", "-verbosity=0"]);
    Ok(command)
}

/// Our own documents of a target's kind, gathered in one folder.
fn papers(target: &str) -> Result<PathBuf, String> {
    let endings: &[&str] = match target {
        "spreadsheet" => &["ods", "xlsx", "csv"],
        "text" => &["txt"],
        other => &[other],
    };
    let gathered = place("papers", target)?;
    for folder in ["resources/samples", "tests/papers", "tests/papers/labelled/documents"] {
        let entries = home::root().join(folder).read_dir().into_iter().flatten().flatten();
        for path in entries.map(|entry| entry.path()) {
            let is_kind = path.extension().is_some_and(|own| endings.iter().any(|ending| own == *ending));
            if let Some(name) = path.file_name().filter(|_| is_kind) {
                std::fs::copy(&path, gathered.join(name)).map_err(|error| unwritable(&gathered, &error))?;
            }
        }
    }
    Ok(gathered)
}

/// Keeps what a search found beside the other papers that broke a reader, with a line about each.
fn kept(target: &str) -> Result<Vec<String>, String> {
    let finds = place("finds", target)?;
    let folder = home::root().join("tests/papers/found").join(target);
    std::fs::create_dir_all(&folder).map_err(|error| unwritable(&folder, &error))?;
    let about = home::root().join("tests/papers/README.md");
    let mut lines = std::fs::read_to_string(&about).map_err(|error| unwritable(&about, &error))?;
    let mut names = Vec::new();
    let entries = finds.read_dir().map_err(|error| unwritable(&finds, &error))?;
    for find in entries.flatten().map(|entry| entry.path()) {
        let name = paper_name(target, &find.file_name().unwrap_or_default().to_string_lossy());
        std::fs::rename(&find, folder.join(&name)).map_err(|error| unwritable(&folder, &error))?;
        let what =
            if name.starts_with("crash") { "fails in our code" } else { "takes too long, or too much" };
        lines.push_str(&format!(
            "| `found/{target}/{name}` | found by `cargo xtask fuzz {target}`: {what} |\n"
        ));
        names.push(home::shown(&folder.join(&name)));
    }
    std::fs::write(&about, lines).map_err(|error| unwritable(&about, &error))?;
    Ok(names)
}

/// A short name with the ending of its kind.
fn paper_name(target: &str, find: &str) -> String {
    let ending = match target {
        "recognise" | "text" => "txt",
        "spreadsheet" => "table",
        other => other,
    };
    format!("{}.{ending}", find.chars().take(14).collect::<String>())
}

/// A folder of a target's under what is built.
fn place(what: &str, target: &str) -> Result<PathBuf, String> {
    let folder = home::target().join("fuzz").join(what).join(target);
    std::fs::create_dir_all(&folder).map_err(|error| unwritable(&folder, &error))?;
    Ok(folder)
}

/// Sees to it that cargo-fuzz is here.
fn tool() -> Result<(), String> {
    if program::answer(&mut cargo_fuzz(&["--version"], false)).is_some() {
        return Ok(());
    }
    program::run(program::cargo().args(["install", "cargo-fuzz", "--locked"]))
}

/// cargo-fuzz on a nightly compiler or, where there is none, on ours with its unfinished parts let in.
fn cargo_fuzz(words: &[&str], on_package: bool) -> Command {
    let nightly = program::answer(Command::new("rustup").args(["run", "nightly", "rustc", "--version"]));
    let mut command = if nightly.is_some() { Command::new("rustup") } else { program::cargo() };
    if nightly.is_some() {
        // What cargo set for this chore names the other compiler.
        command.args(["run", "nightly", "cargo"]).env_remove("RUSTUP_TOOLCHAIN").env_remove("CARGO");
    } else {
        command.env("RUSTC_BOOTSTRAP", "1");
    }
    command.arg("fuzz").args(words).current_dir(home::root());
    if on_package {
        command.args(["--fuzz-dir", "tests/fuzz", "--target-dir"]).arg(home::target().join("fuzz"));
    }
    command
}

/// The name of this kind of machine, under which cargo-fuzz builds.
fn triple() -> Result<String, String> {
    let said = program::answer(Command::new("rustc").arg("-vV")).unwrap_or_default();
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or("rustc does not say what it builds for.".into())
}

fn unwritable(path: &Path, error: &std::io::Error) -> String {
    format!("{} cannot be read or written: {error}.", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_and_time_are_read_in_any_order() {
        let wish = Wish::of(&["text", "--seconds", "600"]);
        assert_eq!(wish, Ok(Wish { seconds: 600, targets: vec![("text", 8_000)] }));
        assert_eq!(
            Wish::of(&[]).map(|wish| wish.targets.len()),
            Ok(TARGETS.len()),
            "all, when none is named"
        );
        assert!(Wish::of(&["rtf"]).is_err() && Wish::of(&["--seconds", "long"]).is_err());
    }

    #[test]
    fn a_find_gets_a_short_name_and_the_ending_of_its_kind() {
        assert_eq!(paper_name("html", "crash-0123456789abcdef"), "crash-01234567.html");
        assert_eq!(paper_name("recognise", "timeout-0123456789"), "timeout-012345.txt");
    }
}
