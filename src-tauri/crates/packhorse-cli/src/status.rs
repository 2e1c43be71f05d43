//! How a command ended.

use std::process::ExitCode;

/// How a command ended. The numbers are a contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    /// All was done.
    Done,
    /// Done, with files refused.
    Refused,
    /// The request was wrong.
    Wrong,
    /// Nothing could be done.
    Nothing,
}

impl Status {
    /// The status after so many files were done and refused.
    pub(crate) fn of(done: usize, refused: usize) -> Self {
        match (done, refused) {
            (_, 0) => Self::Done,
            (0, _) => Self::Nothing,
            _ => Self::Refused,
        }
    }

    /// The status as a number.
    pub(crate) fn number(self) -> i32 {
        i32::from(u8::from(self))
    }
}

impl From<Status> for u8 {
    fn from(status: Status) -> Self {
        match status {
            Status::Done => 0,
            Status::Refused => 1,
            Status::Wrong => 2,
            Status::Nothing => 3,
        }
    }
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(u8::from(status))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_refused_beside_one_that_is_done_is_half_a_success() {
        assert_eq!(Status::of(2, 0), Status::Done);
        assert_eq!(Status::of(2, 1), Status::Refused);
        assert_eq!(Status::of(0, 1), Status::Nothing);
    }
}
