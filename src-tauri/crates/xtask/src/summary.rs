//! How a round went.

use crate::round::Stop;
use std::time::Duration;

/// A step that is over.
#[derive(Debug)]
pub(crate) struct Done {
    /// What it is called.
    pub(crate) name: &'static str,
    /// Why it did not come to its end; `None` when it did.
    pub(crate) stop: Option<Stop>,
    /// The tests its commands counted.
    pub(crate) counts: Counts,
    /// How long it took.
    pub(crate) took: Duration,
}

impl Done {
    /// The step in one line.
    pub(crate) fn line(&self) -> String {
        let (word, why) = match &self.stop {
            None => ("ran", String::new()),
            Some(Stop::Skipped(why)) => ("skipped", format!(": {why}")),
            Some(Stop::Failed(why)) => ("FAILED", format!(": {why}")),
        };
        format!("{word:<8}{:<22}{:>7.1} s{}{why}", self.name, self.took.as_secs_f64(), self.counts.shown())
    }
}

/// Tests, as cargo and vitest count them.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counts {
    passed: usize,
    failed: usize,
    ignored: usize,
}

impl Counts {
    /// Adds up the counts in a log.
    pub(crate) fn read(log: &str) -> Self {
        let plain = without_colours(log);
        plain.lines().fold(Self::default(), |sum, line| sum.plus(Self::of_line(line.trim())))
    }

    fn of_line(line: &str) -> Self {
        let Some(said) = line.strip_prefix("test result:").or_else(|| line.strip_prefix("Tests ")) else {
            return Self::default();
        };
        let words: Vec<_> = said.split([' ', ';', '|', '.', '(']).filter(|word| !word.is_empty()).collect();
        let before = |name| {
            let number = words.windows(2).find(|pair| pair[1] == name).map(|pair| pair[0].parse());
            number.and_then(Result::ok).unwrap_or(0)
        };
        Self {
            passed: before("passed"),
            failed: before("failed"),
            ignored: before("ignored") + before("skipped"),
        }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            ignored: self.ignored + other.ignored,
        }
    }

    fn shown(self) -> String {
        if self == Self::default() {
            return String::new();
        }
        let parts = [(self.passed, "passed"), (self.failed, "failed"), (self.ignored, "ignored")];
        let parts = parts.iter().filter(|(count, word)| *count > 0 || *word == "passed");
        let list: Vec<_> = parts.map(|(count, word)| format!("{count} {word}")).collect();
        format!("  ({})", list.join(", "))
    }
}

fn without_colours(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        rest = after.split_once(|letter: char| letter.is_ascii_alphabetic()).map_or("", |(_, rest)| rest);
    }
    plain + rest
}

/// Prints the whole round; an error when it is not good enough.
pub(crate) fn conclude(steps: &[Done], skipped_inside: &[String]) -> Result<(), String> {
    println!("\nSummary");
    for step in steps {
        println!("  {}", step.line());
    }
    for line in skipped_inside {
        println!("  skipped inside tests: {line}");
    }
    let count = |wanted: fn(&Option<Stop>) -> bool| steps.iter().filter(|step| wanted(&step.stop)).count();
    let failed = count(|stop| matches!(stop, Some(Stop::Failed(_))));
    let skipped = count(|stop| matches!(stop, Some(Stop::Skipped(_))));
    let tests = steps.iter().fold(Counts::default(), |sum, step| sum.plus(step.counts));
    println!("Tests: {} passed, {} failed, {} ignored", tests.passed, tests.failed, tests.ignored);
    println!("Steps: {} ran, {skipped} skipped, {failed} failed", steps.len() - skipped - failed);
    if failed > 0 {
        return Err(format!("{failed} of {} steps failed.", steps.len()));
    }
    if skipped > 0 && std::env::var_os("CI").is_some_and(|value| value == "true") {
        return Err("With CI=true no step may be skipped, because nobody would notice.".into());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tests_of_cargo_and_of_vitest_are_added_up() {
        let log = "running 3 tests\n\
            test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\
            test result: FAILED. 5 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out\n\
            \u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[32m33 passed\u{1b}[39m\u{1b}[22m | 1 skipped (34)\n";
        assert_eq!(Counts::read(log), Counts { passed: 41, failed: 2, ignored: 2 });
    }

    #[test]
    fn a_step_without_tests_says_nothing_about_them() {
        let done =
            Done { name: "format", stop: None, counts: Counts::default(), took: Duration::from_millis(1500) };
        assert_eq!(done.line(), "ran     format                    1.5 s");
    }
}
