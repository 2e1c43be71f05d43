//! How far a long piece of work is: one line that is written over, where somebody is looking.

use std::io::{IsTerminal as _, Write as _};

/// No line of ours is wider.
const WIDTH: usize = 79;

/// Where nobody is looking, a line is written after so many files.
const STRIDE: usize = 100;

/// How far a piece of work is.
#[derive(Debug)]
pub(crate) struct Progress {
    all: usize,
    watched: bool,
}

impl Progress {
    /// The progress of so many files.
    pub(crate) fn of(all: usize) -> Self {
        Self { all, watched: std::io::stderr().is_terminal() }
    }

    /// Says which file is read now, after so many.
    pub(crate) fn show(&self, done: usize, name: &str) {
        if self.all < 2 {
            return;
        }
        if self.watched {
            let words = now(done, self.all, name);
            let _ = write!(std::io::stderr(), "\r\x1b[K{words}");
        } else if done > 0 && done.is_multiple_of(STRIDE) {
            eprintln!("{done} of {} files read.", self.all);
        }
    }

    /// Clears the line, for other words to stand there.
    pub(crate) fn clear(&self) {
        if self.all > 1 && self.watched {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}

/// Says how many files were left when the work was stopped, if any.
pub(crate) fn left(count: usize) {
    if count > 0 {
        let (files, they) = if count == 1 { ("file was", "it is") } else { ("files were", "they are") };
        eprintln!("Stopped. {count} {files} left; to go on, run the same command again and {they} read.");
    }
}

/// The line: “12 of 340  letter.pdf”, cut to the width of a terminal, without what could move the cursor.
fn now(done: usize, all: usize, name: &str) -> String {
    let plain: String = name.chars().map(|one| if one.is_control() { '\u{fffd}' } else { one }).collect();
    format!("Reading {} of {all}  {plain}", done + 1).chars().take(WIDTH).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_cut_and_a_hostile_one_moves_nothing() {
        assert_eq!(now(11, 340, "letter.pdf"), "Reading 12 of 340  letter.pdf");
        assert_eq!(now(0, 2, &"x".repeat(200)).chars().count(), WIDTH, "it stays on one line");
        assert!(!now(0, 2, "a\u{1b}[2J\r.pdf").contains(['\u{1b}', '\r']));
    }
}
