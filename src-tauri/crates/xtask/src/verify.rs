//! Every check there is, in the order in which a fault is cheapest to find.

use crate::consent::Consent;
use crate::needs::{self, Need};
use crate::round::{Log, Round, Stop};
use crate::{browser, debian, home, page, program, score, summary, validator};
use std::fs;
use std::path::Path;
use std::process::Command;

/// How far the checks go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// Up to the real window.
    WithWindow,
    /// All but the real window.
    WithoutWindow,
}

/// Fetches what the checks need, runs them all, and sums up.
pub(crate) fn verify(consent: Consent, extent: Extent) -> Result<(), String> {
    let skips = home::target().join("xtask").join("skips.txt");
    let _ = fs::remove_file(&skips);
    let mut round = Round::default();
    round.step("system packages", |_| debian::ensure(&packages(extent), consent).map_err(Stop::Failed));
    round.step("PDF validator", validator::ensure);
    round.step("format", |log| log.run(with("rustfmt", program::cargo().args(["fmt", "--all", "--check"]))?));
    page_steps(&mut round, consent);
    round.step("lints", |log| log.run(with("clippy", &mut lints())?));
    round.step("tests", |log| tests(log, &skips));
    round.step("web pages of packs", |log| pack_pages(log, consent));
    round.step("score", |log| {
        let mut commands = score::commands(&[]);
        commands.iter_mut().try_for_each(|command| log.run(command.env("PACKHORSE_SKIPS", &skips)))
    });
    if extent == Extent::WithWindow {
        let built = round.step("window", window);
        round.step("end to end", |log| end_to_end(log, &skips, built));
    }
    let skipped_inside = fs::read_to_string(&skips).unwrap_or_default();
    summary::conclude(&round.steps, &skipped_inside.lines().map(str::to_owned).collect::<Vec<_>>())
}

fn packages(extent: Extent) -> Vec<Need> {
    let stage = if extent == Extent::WithWindow { needs::STAGE } else { &[] };
    [needs::ENGINE, needs::WINDOW, needs::READERS, stage].concat()
}

/// The page is built before the lints, because the window's code holds the built page.
fn page_steps(round: &mut Round, consent: Consent) {
    let fetched = round.step("page packages", |log| {
        needs::node().map_err(Stop::Skipped)?;
        page::fetch().map_or(Ok(()), |mut command| log.run(&mut command))
    });
    let after =
        |fetched: bool| if fetched { Ok(()) } else { Err(skipped("the page's packages are not here")) };
    round.step("page check", |log| after(fetched).and_then(|()| log.run(&mut page::npm(&["run", "check"]))));
    round.step("page tests", |log| after(fetched).and_then(|()| log.run(&mut page::npm(&["test"]))));
    round.step("page in a browser", |log| {
        after(fetched)?;
        let browser = browser::ensure(consent).map_err(Stop::Skipped)?;
        log.run(page::npm(&["run", "browser"]).env("CHROMIUM", browser))
    });
    round.step("page build", |log| {
        after(fetched)?;
        page::build().map_or(Ok(()), |mut command| log.run(&mut command))
    });
}

fn lints() -> Command {
    let mut clippy = program::cargo();
    clippy.args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--features",
        "packhorse-shell/e2e,packhorse-tests/e2e",
    ]);
    clippy.args(["--", "--deny", "warnings"]);
    clippy
}

fn tests(log: &mut Log, skips: &Path) -> Result<(), Stop> {
    log.run(program::cargo().args(["build", "--package", "packhorse-cli"]))?;
    let mut tests = program::cargo();
    // One crate's failure should not hide another's.
    tests.args(["test", "--no-fail-fast"]);
    tests.env("PACKHORSE_PROGRAM", home::built("packhorse")).env("PACKHORSE_SKIPS", skips);
    log.run(&mut tests)
}

/// The sample packs as web pages, in a browser, held against WCAG 2.2 AA with axe.
fn pack_pages(log: &mut Log, consent: Consent) -> Result<(), Stop> {
    if !home::ui().join("node_modules").is_dir() {
        return Err(skipped("the page's packages are not here"));
    }
    let browser = browser::ensure(consent).map_err(Stop::Skipped)?;
    let folder = home::target().join("xtask").join("pack-pages");
    let _ = fs::remove_dir_all(&folder);
    let mut build = Command::new(home::built("packhorse"));
    let pack = home::root().join("resources/samples/pack.toml");
    log.run(build.arg("build").arg(pack).arg("--html").arg("--to").arg(&folder))?;
    let mut look = page::npm(&["run", "packs", "--"]);
    log.run(look.arg(folder).env("CHROMIUM", browser))
}

fn window(log: &mut Log) -> Result<(), Stop> {
    let mut build = program::cargo();
    log.run(build.args(["build", "--package", "packhorse-shell", "--features", "e2e"]))
}

fn end_to_end(log: &mut Log, skips: &Path, built: bool) -> Result<(), Stop> {
    if !cfg!(target_os = "linux") {
        return Err(skipped("the window is driven on Linux only"));
    }
    if !built {
        return Err(skipped("the window was not built"));
    }
    needs::programs(&["Xvfb", "dbus-run-session", "WebKitWebDriver", "pdftotext"]).map_err(Stop::Skipped)?;
    let mut tests = program::cargo();
    tests.args(["test", "--package", "packhorse-tests", "--features", "e2e", "--test", "e2e"]);
    tests.env("PACKHORSE_WINDOW", home::built("packhorse-shell")).env("PACKHORSE_SKIPS", skips);
    log.run(&mut tests)
}

/// The command, if the part of the Rust toolchain that it needs is here or can be had.
fn with<'command>(part: &str, command: &'command mut Command) -> Result<&'command mut Command, Stop> {
    let name = if part == "rustfmt" { "fmt" } else { part };
    let is_here = || program::answer(program::cargo().args([name, "--version"])).is_some();
    let add = || program::answer(Command::new("rustup").args(["component", "add", part]));
    if is_here() || (add().is_some() && is_here()) {
        return Ok(command);
    }
    Err(Stop::Skipped(format!("{part} is not installed (rustup component add {part})")))
}

fn skipped(why: &str) -> Stop {
    Stop::Skipped(why.into())
}
