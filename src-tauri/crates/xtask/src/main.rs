//! The project's own chores: `cargo xtask start | test | check | score | bench | fuzz | bindings | samples`.

mod browser;
mod consent;
mod debian;
mod fuzz;
mod home;
mod needs;
mod page;
mod program;
mod round;
mod samples;
mod score;
mod start;
mod summary;
mod validator;
mod verify;

use consent::Consent;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask start [--yes] [--window]   installs what is missing, builds, makes the sample packs, opens the window
                                       (--window builds the window even where there is no display to open it on)
cargo xtask test [--yes]               everything: format, lints, tests, PDF conformance, the real window
cargo xtask check [--yes]              the same without the real window
cargo xtask score [--misses] [--accept]        how well labelled documents are read, held against what was reached before
                                       (--accept makes what is reached now the floor; --known also where values are
                                       wrong and sure)
cargo xtask bench                              how fast documents are read, packs are made and a library is searched
cargo xtask fuzz [--seconds N] [TARGET…]       damaged and hostile files by the thousand, N seconds for each reader (60)
cargo xtask bindings [--check]         writes ui/src/bindings.ts from the desk, or says whether it is stale
cargo xtask samples [--check]          makes the sample documents again (needs LibreOffice), or checks them

--yes installs missing packages without asking; so does a standard input that is no terminal.";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let chore = words.first().map_or("", String::as_str);
    let flags: Vec<&str> = words.iter().skip(1).map(String::as_str).collect();
    if chore == "fuzz" {
        return ended(fuzz::Wish::of(&flags).and_then(|wish| fuzz::fuzz(&wish)));
    }
    let allowed: &[&str] = match chore {
        "start" => &["--yes", "--window"],
        "test" | "check" => &["--yes"],
        "score" => &["--accept", "--known", "--misses"],
        "bindings" | "samples" => &["--check"],
        "bench" => &[],
        _ => return wrong(chore),
    };
    if let Some(flag) = flags.iter().find(|flag| !allowed.contains(flag)) {
        eprintln!("cargo xtask {chore} does not know {flag}.\n\n{USAGE}");
        return ExitCode::from(2);
    }
    let given = |flag: &str| flags.contains(&flag);
    let consent = Consent::from_flag(given("--yes"));
    ended(match chore {
        "start" => start::start(consent, given("--window")),
        "test" => verify::verify(consent, verify::Extent::WithWindow),
        "check" => verify::verify(consent, verify::Extent::WithoutWindow),
        "score" => score::score(&flags),
        "bench" => ["reading", "packs"].into_iter().try_for_each(|bench| {
            program::run(program::cargo().args(["bench", "--package", "packhorse-desk", "--bench", bench]))
        }),
        "bindings" => page::bindings(given("--check")),
        _ => samples::make(given("--check")),
    })
}

/// Says what did not work, if anything.
fn ended(done: Result<(), String>) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn wrong(chore: &str) -> ExitCode {
    if ["", "help", "--help", "-h"].contains(&chore) {
        println!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    eprintln!("There is no chore called {chore}.\n\n{USAGE}");
    ExitCode::from(2)
}
