//! How well documents are read, and whether that is as well as before.

use crate::{home, program};
use std::process::Command;

/// The commands that build what is scored and score it; `flags` go to the scorer.
///
/// The scorer is a program of the test package: it reads JSON and runs our program, and this crate
/// depends on nothing. It runs the program as it is built for debugging, which reads just the same.
pub(crate) fn commands(flags: &[&str]) -> [Command; 2] {
    let mut build = program::cargo();
    build.args(["build", "--quiet", "--package", "packhorse-cli"]);
    let mut score = program::cargo();
    score.args(["run", "--quiet", "--package", "packhorse-tests", "--bin", "score", "--"]).args(flags);
    score.env("PACKHORSE_PROGRAM", home::built("packhorse"));
    [build, score]
}

/// Scores in sight of the person who waits for it.
pub(crate) fn score(flags: &[&str]) -> Result<(), String> {
    commands(flags).iter_mut().try_for_each(program::run)
}
