//! How well documents are read: our program over labelled documents, held against their labels.
//!
//! It runs the program as a person does, and needs no crate of ours. What was reached once is the
//! floor, `floor.json`; a figure that falls below it is a failure, and so is a value that is wrong
//! and marked sure.

mod alike;
mod checks;
mod figure;
mod floor;
mod links;
mod quotes;
mod records;
mod set;
mod sure;
mod verdicts;
mod words;

use floor::{Floor, Reached};
use packhorse_tests::{absent, kept, root};
use serde_json::Value;
use set::{Found, Set};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What a person may ask for.
#[derive(Debug, Default, Clone, Copy)]
struct Wish {
    /// Make what is reached now the floor.
    accept: bool,
    /// Even where values are wrong and sure.
    known: bool,
    /// Print every miss.
    every_miss: bool,
}

fn main() -> ExitCode {
    let mut wish = Wish::default();
    for word in std::env::args().skip(1) {
        match word.as_str() {
            "--accept" => wish.accept = true,
            "--known" => wish.known = true,
            "--misses" => wish.every_miss = true,
            other => {
                eprintln!("There is no option {other}; there are --accept, --known and --misses.");
                return ExitCode::from(2);
            }
        }
    }
    match score(wish) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn score(wish: Wish) -> Result<(), String> {
    let mut floor = Floor::recorded()?;
    let mut lost = Vec::new();
    for set in sets() {
        let now = show(&set, wish);
        let was = floor.sets.entry(set.name.to_owned()).or_default();
        if wish.accept {
            let new = now.unknown(&Reached::default());
            if !new.is_empty() && !wish.known {
                lost.push(format!("{}: {} values are wrong and sure.", set.name, new.len()));
                continue;
            }
            *was = now;
        } else {
            lost.extend(was.lost(&now).iter().map(|line| format!("{}: {line}", set.name)));
        }
    }
    if !lost.is_empty() {
        let remedy = if wish.accept { "Not accepted" } else { "Below the floor" };
        let how = if wish.accept { "(--known records them as known)" } else { "(--accept sets a new one)" };
        return Err(format!("{remedy}:\n  {}\n{how}", lost.join("\n  ")));
    }
    if wish.accept { floor.record() } else { Ok(()) }
}

/// The sets that are here.
fn sets() -> Vec<Set> {
    let own = kept("papers/labelled");
    let corpus = root().join("../shared/corpus");
    let mut sets = Vec::new();
    if own.is_dir() {
        let found = found(&own);
        sets.push(Set::of("fixtures", &own, &found));
        sets.extend(Set::variants("fixtures without tags", &own, "untagged.txt", &found));
        sets.extend(Set::variants("fixtures in other formats", &own, "other-formats.txt", &found));
    } else {
        absent("tests/papers/labelled", "nothing was scored on the project's own documents");
    }
    if corpus.is_dir() {
        sets.push(Set::of("corpus", &corpus, &found(&corpus)));
    } else {
        absent("../shared/corpus", "nothing was scored on real documents");
    }
    sets
}

/// What our program finds in a folder's documents, with verdicts where labels ask for them.
fn found(folder: &Path) -> Found {
    let documents: PathBuf = folder.join("documents");
    let mut found = set::read(&documents);
    let labelled = Set::of("", folder, &found).quotes;
    let asks =
        |label: &Value| set::list(label, "quotes").iter().any(|quotation| quotation["check"].is_string());
    for labelled in labelled.iter().filter(|labelled| asks(&labelled.label)) {
        verdicts::put_beside(&mut found, &documents, set::text(&labelled.label["file"]));
    }
    found
}

/// Prints how a set was read, and gives what was reached.
fn show(set: &Set, wish: Wish) -> Reached {
    let refused = set.records.iter().filter(|labelled| labelled.found.is_null()).count();
    println!(
        "\n{}: {} records, {refused} of files that were refused; {} texts with quotations",
        set.name,
        set.records.len(),
        set.quotes.len()
    );
    let (mut figures, mut misses) = records::score(set);
    figures.push(figure::total(&figures));
    let (more, missed) = quotes::score(set);
    figures.extend(more);
    misses.extend(missed);
    for figure in &figures {
        println!("{} {}", if figure.counts { "*" } else { " " }, figure.line);
    }
    let wrong = sure::wrong(set);
    println!("  wrong and sure: {}", wrong.len());
    wrong.iter().for_each(|wrong| println!("    {}", wrong.line));
    if wish.every_miss {
        misses.iter().for_each(|miss| println!("  - {miss}"));
    }
    Reached::of(&figures, &wrong)
}
