//! Who may depend on whom.

use packhorse_tests::{root, values};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

const STEPS: [&str; 7] = [
    "packhorse-import",
    "packhorse-recognise",
    "packhorse-library",
    "packhorse-pack",
    "packhorse-typeset",
    "packhorse-pdf",
    "packhorse-html",
];

/// What each crate may use of ours when it is built for people; tests may use more.
fn allowed(name: &str) -> Vec<&'static str> {
    match name {
        "packhorse-shell" | "packhorse-cli" => vec!["packhorse-desk"],
        "packhorse-desk" => [&STEPS[..], &["packhorse-model"]].concat(),
        "packhorse-pdf" => vec!["packhorse-logo", "packhorse-typeset"],
        "packhorse-typeset" | "packhorse-html" => vec!["packhorse-logo", "packhorse-model"],
        "packhorse-logo" => vec!["packhorse-model"],
        step if STEPS.contains(&step) => vec!["packhorse-model"],
        _ => Vec::new(),
    }
}

#[test]
fn crates_depend_only_the_way_the_arrows_point() {
    for (name, used) in crates() {
        let ours: Vec<_> = used.iter().filter(|other| other.starts_with("packhorse-")).collect();
        let may = allowed(&name);
        for other in ours {
            assert!(may.contains(&other.as_str()), "{name} may not depend on {other}; see ARCHITECTURE.md");
        }
    }
}

#[test]
fn the_window_the_library_and_the_pdf_each_keep_their_own_tool() {
    let homes =
        [("tauri", "packhorse-shell"), ("rusqlite", "packhorse-library"), ("printpdf", "packhorse-pdf")];
    let crates = crates();
    for (tool, home) in homes {
        let is_tool = |used: &String| used == tool || used.starts_with(&format!("{tool}-"));
        let users: Vec<_> =
            crates.iter().filter(|(_, used)| used.iter().any(is_tool)).map(|(name, _)| name).collect();
        assert_eq!(users, [home], "{tool} lives in one crate");
    }
}

#[test]
fn the_chores_depend_on_nothing() {
    assert_eq!(crates()["xtask"], BTreeSet::new(), "cargo xtask is the first thing a fresh machine builds");
}

#[test]
fn the_window_stays_out_of_a_bare_build() {
    let metadata = metadata();
    let list = metadata["workspace_default_members"].as_array().expect("cargo lists default members");
    let has = |name: &str| list.iter().any(|id| id.as_str().is_some_and(|id| id.contains(name)));
    assert!(has("packhorse-cli") && has("packhorse-desk"));
    assert!(!has("packhorse-shell") && !has("src-tauri#"), "cargo test must not need WebKit");
}

/// Every crate of ours with what it uses, for building and running but not for its tests.
fn crates() -> BTreeMap<String, BTreeSet<String>> {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().expect("cargo lists packages").iter();
    let named = |value: &Value| value["name"].as_str().unwrap_or_default().to_owned();
    packages
        .map(|package| {
            let used = package["dependencies"].as_array().into_iter().flatten();
            let used = used.filter(|dependency| dependency["kind"] != "dev");
            (named(package), used.map(named).collect())
        })
        .collect()
}

fn metadata() -> Value {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["metadata", "--no-deps", "--format-version", "1", "--offline"]).current_dir(root());
    let output = command.output().expect("cargo can be started");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    values(&String::from_utf8_lossy(&output.stdout)).remove(0)
}
