//! The house keeps its layout, and its rooms keep their rules.

use packhorse_tests::root;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A step that is pure takes what it needs as values.
const PURE: [&str; 4] = ["packhorse-model", "packhorse-recognise", "packhorse-pack", "packhorse-typeset"];

/// Ways out of a pure step: files, clocks, chance, settings, programs, the network.
const WAYS_OUT: [&str; 13] = [
    "std::fs",
    "File::open",
    "File::create",
    "SystemTime",
    "Instant::now",
    "Utc::now",
    "Local::now",
    "now_v7",
    "new_v4",
    "env::",
    "std::process",
    "std::net",
    "std::io::stdin",
];

/// Names that say nothing about what is inside.
const EMPTY_NAMES: [&str; 8] =
    ["utils", "util", "helpers", "helper", "common", "manager", "service", "processor"];

#[test]
fn everything_stands_where_the_architecture_says() {
    let parts = [
        "Cargo.toml",
        "Cargo.lock",
        "src-tauri",
        "src-tauri/crates",
        "ui",
        "ui/package-lock.json",
        "resources",
        "resources/fonts/OFL.txt",
        "resources/samples/pack.toml",
        "tests/suite",
        "tests/kit",
        "tests/e2e",
        "tests/papers",
        "tests/expected",
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        ".ci/run",
    ];
    let missing: Vec<_> = parts.iter().filter(|part| !root().join(part).exists()).collect();
    assert_eq!(missing, Vec::<&&str>::new(), "these are part of the layout");
    let licences = fs::read_dir(root()).expect("the top folder can be read").flatten();
    assert!(licences.into_iter().any(|entry| entry.file_name().to_string_lossy().starts_with("LICENSE")));
}

#[test]
fn pure_steps_open_no_file_and_read_no_clock() {
    for name in PURE {
        let folder = root().join("src-tauri/crates").join(name).join("src");
        let files = files(&folder, &["rs"]);
        assert!(!files.is_empty(), "{name} has no source");
        let only_tests = test_modules(&files);
        for file in files.iter().filter(|file| !belongs(file, &folder, &only_tests)) {
            let text = read(file);
            for (number, line) in without_tests(&text).lines().enumerate() {
                let code = line.split("//").next().unwrap_or_default();
                let way = WAYS_OUT.iter().find(|way| code.contains(**way));
                assert_eq!(way, None, "{}:{}: what a pure step needs is passed in", shown(file), number + 1);
            }
        }
    }
}

#[test]
fn one_file_of_the_page_talks_to_tauri() {
    let users: Vec<_> =
        page().iter().filter(|file| read(file).contains("@tauri-apps/")).map(|file| shown(file)).collect();
    assert_eq!(users, ["ui/src/desk/tauri.ts"]);
}

#[test]
fn the_page_shows_words_only_as_words() {
    for file in page() {
        let text = read(&file);
        for door in ["{@html", "innerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function("]
        {
            assert!(
                !text.contains(door),
                "{}: {door} would let a document speak to the window",
                shown(&file)
            );
        }
    }
}

#[test]
fn files_are_named_for_things_and_stay_readable() {
    let ours =
        [files(&root().join("src-tauri"), &["rs"]), files(&root().join("tests"), &["rs"]), page()].concat();
    for file in ours.iter().filter(|file| !file.components().any(|part| part.as_os_str() == "gen")) {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
        assert!(!EMPTY_NAMES.contains(&stem.as_str()), "{}: find the word for what is in it", shown(file));
        let lines = read(file).lines().count();
        assert!(
            lines <= 500 || stem == "bindings",
            "{} has {lines} lines; cut it where a word is missing",
            shown(file)
        );
    }
}

fn page() -> Vec<PathBuf> {
    files(&root().join("ui/src"), &["ts", "svelte"])
}

/// The source files under a folder, without what is built or fetched.
fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let is_ours =
        |path: &PathBuf| !["target", "node_modules", "dist"].iter().any(|name| path.ends_with(name));
    let inside = paths.into_iter().filter(is_ours).flat_map(|path| match path.is_dir() {
        true => files(&path, endings),
        false => vec![path],
    });
    let wanted =
        |path: &PathBuf| path.extension().is_some_and(|own| endings.iter().any(|ending| own == *ending));
    inside.filter(wanted).collect()
}

/// Names of the modules that are built for tests only.
fn test_modules(files: &[PathBuf]) -> BTreeSet<String> {
    let texts: Vec<_> = files.iter().map(|file| read(file)).collect();
    let after = texts.iter().flat_map(|text| text.split("#[cfg(test)]").skip(1));
    let first = after.filter_map(|rest| rest.trim_start().lines().next());
    let words =
        first.filter_map(|line| line.strip_suffix(';')?.rsplit_once("mod ").map(|(_, name)| name.to_owned()));
    words.collect()
}

fn belongs(file: &Path, folder: &Path, modules: &BTreeSet<String>) -> bool {
    let inside = file.strip_prefix(folder).unwrap_or(file).with_extension("");
    inside.components().any(|part| modules.contains(part.as_os_str().to_string_lossy().as_ref()))
}

/// The part of a file before its tests, which stand last.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(text)
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{} cannot be read: {error}", file.display()))
}

fn shown(file: &Path) -> String {
    file.strip_prefix(root()).unwrap_or(file).display().to_string()
}
