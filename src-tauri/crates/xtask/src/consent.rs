//! Whether packages may be installed.

use std::io::{BufRead, IsTerminal, Write};

/// Whether packages may be installed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Consent {
    /// Yes, without asking.
    Given,
    /// Somebody is there to be asked.
    Ask,
}

impl Consent {
    /// Given with `--yes`, and where nobody sits at a terminal to be asked.
    pub(crate) fn from_flag(yes: bool) -> Self {
        if yes || !std::io::stdin().is_terminal() { Self::Given } else { Self::Ask }
    }

    /// Asks, if it must; an empty answer is a yes.
    pub(crate) fn obtain(self, question: &str) -> bool {
        if self == Self::Given {
            return true;
        }
        print!("{question} [Y/n] ");
        let mut answer = String::new();
        let heard = std::io::stdout().flush().and_then(|()| std::io::stdin().lock().read_line(&mut answer));
        heard.is_ok_and(|length| length > 0) && !answer.trim().to_lowercase().starts_with('n')
    }
}
