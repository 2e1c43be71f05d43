//! How much a file may cost.

use std::time::Duration;

/// How much a file may cost before reading it is given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Wall-clock time of the child process.
    pub time: Duration,
    /// Memory of the child process, in bytes.
    pub memory: u64,
    /// Size of the file, in bytes.
    pub input: u64,
    /// Pages.
    pub pages: u32,
    /// Unpacked size of one part of the file, in bytes.
    pub inflated: u64,
    /// Size of a web page, of a text, and of the words of any document, in bytes: what reads them slows
    /// down faster than they grow.
    pub markup: u64,
    /// Cells of a spreadsheet.
    pub cells: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            time: Duration::from_secs(60),
            memory: 1_000_000_000,
            input: 200_000_000,
            pages: 2_000,
            inflated: 64_000_000,
            markup: 5_000_000,
            cells: 1_000_000,
        }
    }
}
