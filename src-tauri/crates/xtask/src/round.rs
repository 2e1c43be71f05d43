//! A round of steps, each with its own log.

use crate::summary::{Counts, Done};
use crate::{home, program};
use std::fs::File;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

/// Why a step did not come to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Stop {
    /// It could not be tried.
    Skipped(String),
    /// It was tried and went wrong.
    Failed(String),
}

/// A round of steps.
#[derive(Debug, Default)]
pub(crate) struct Round {
    /// The steps so far.
    pub(crate) steps: Vec<Done>,
}

impl Round {
    /// Does one step, says how it went, and goes on whatever happened.
    pub(crate) fn step(
        &mut self,
        name: &'static str,
        work: impl FnOnce(&mut Log) -> Result<(), Stop>,
    ) -> bool {
        println!("{name} …");
        let began = Instant::now();
        let mut log = Log::of(name);
        let stop = match &mut log {
            Ok(log) => work(log).err(),
            Err(why) => Some(Stop::Failed(why.clone())),
        };
        let text = log.map(|log| log.text()).unwrap_or_default();
        if matches!(stop, Some(Stop::Failed(_))) {
            println!("{}", tail(&text));
        }
        let done = Done { name, stop, counts: Counts::read(&text), took: began.elapsed() };
        println!("  {}", done.line());
        let ran = done.stop.is_none();
        self.steps.push(done);
        ran
    }
}

/// What the commands of a step print.
#[derive(Debug)]
pub(crate) struct Log {
    path: PathBuf,
    file: File,
}

impl Log {
    fn of(name: &str) -> Result<Self, String> {
        let folder = home::target().join("xtask");
        let path = folder.join(format!("{}.log", name.replace(' ', "-")));
        std::fs::create_dir_all(&folder)
            .and_then(|()| File::create(&path))
            .map(|file| Self { path: path.clone(), file })
            .map_err(|error| format!("{} cannot be written: {error}.", path.display()))
    }

    /// Runs a command, its words into the log.
    pub(crate) fn run(&mut self, command: &mut Command) -> Result<(), Stop> {
        let ended = self.attempt(command).map_err(Stop::Failed)?;
        if ended {
            return Ok(());
        }
        let log = home::shown(&self.path);
        Err(Stop::Failed(format!("`{}` did not pass; all it said is in {log}", program::typed(command))))
    }

    fn attempt(&mut self, command: &mut Command) -> Result<bool, String> {
        let unwritable = |error| format!("the log cannot be written: {error}");
        writeln!(self.file, "+ {}", program::typed(command)).map_err(unwritable)?;
        let out = self.file.try_clone().map_err(unwritable)?;
        let err = self.file.try_clone().map_err(unwritable)?;
        command.stdin(Stdio::null()).stdout(out).stderr(err);
        command.status().map(|ended| ended.success()).map_err(|error| program::not_started(command, &error))
    }

    fn text(&self) -> String {
        std::fs::read(&self.path)
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            .unwrap_or_default()
    }
}

/// The end of a log, where the reason usually stands.
fn tail(text: &str) -> String {
    const LINES: usize = 80;
    let lines: Vec<_> = text.lines().collect();
    let from = lines.len().saturating_sub(LINES);
    let left_out = if from > 0 { format!("  ({from} lines before)\n") } else { String::new() };
    left_out + &lines[from..].iter().map(|line| format!("  | {line}")).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_long_log_is_shown_and_the_rest_is_counted() {
        let text: String = (1..=100).map(|number| format!("line {number}\n")).collect();
        let shown = tail(&text);
        assert!(shown.starts_with("  (20 lines before)\n  | line 21\n"), "{shown}");
        assert!(shown.ends_with("| line 100"), "{shown}");
        assert_eq!(tail("one"), "  | one");
    }
}
