//! Whose fault a failure is.
//!
//! The readers of others fail on damaged files, and the child process contains that. Only a failure
//! of ours ends the search.

use std::backtrace::Backtrace;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook};

/// Makes failures of other people's code end one input, and ours the process.
pub fn spare_others() {
    set_hook(Box::new(|failure| {
        if is_ours(failure) {
            eprintln!("{failure}\n{}", Backtrace::force_capture());
            std::process::abort();
        }
    }));
}

/// Runs a reader; `None` when somebody else's code failed in it.
pub fn spared<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}

/// Whether the nearest code on the way to the failure, the standard library's aside, is ours.
fn is_ours(failure: &PanicHookInfo<'_>) -> bool {
    let file = failure.location().map_or("", |place| place.file());
    if !file.starts_with("/rustc/") {
        return !is_a_package(file);
    }
    // The standard library failed for somebody: the first file after it says for whom.
    let trace = Backtrace::force_capture().to_string();
    let mut files = trace.lines().filter_map(|line| line.trim_start().strip_prefix("at "));
    let somebody = |file: &&str| !file.starts_with("/rustc/") && !file.contains("src/blame.rs");
    files.find(somebody).is_none_or(|file| !is_a_package(file))
}

/// Whether a file belongs to a package that cargo fetched.
fn is_a_package(file: &str) -> bool {
    file.replace('\\', "/").contains("registry/src/")
}
