//! Whose fault a failure is.
//!
//! The readers of others fail on damaged files, and the child process contains that. Only a failure
//! of ours ends the search.

use std::backtrace::Backtrace;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook};

thread_local! {
    /// Whether the last failure was in our code.
    static OURS: Cell<bool> = const { Cell::new(false) };
}

/// Makes failures of other people's code end one input, and ours the process.
pub fn spare_others() {
    set_hook(Box::new(|failure| {
        let ours = is_ours(failure);
        OURS.set(ours);
        if ours {
            eprintln!("{failure}\n{}", Backtrace::force_capture());
            std::process::abort();
        }
    }));
}

/// Runs a reader; `None` when somebody else's code failed in it.
pub fn spared<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}

/// Whether the nearest named code on the way to the failure is ours.
fn is_ours(failure: &PanicHookInfo<'_>) -> bool {
    let file = failure.location().map_or("", |place| place.file());
    if file.contains("packhorse-") || file.contains("fuzz/") {
        return true;
    }
    if file.contains("registry/src") {
        return false;
    }
    // The standard library failed for somebody: the first name after it says for whom.
    let trace = Backtrace::force_capture().to_string();
    let named = |line: &&str| {
        line.trim_start().split_once(": ").is_some_and(|(number, _)| number.parse::<u32>().is_ok())
    };
    let names = trace.lines().filter(named).filter_map(|line| line.split_once(": ").map(|(_, name)| name));
    let stranger = |name: &&str| {
        let plain = name.trim_start_matches('<').trim_start_matches('&');
        !["std::", "core::", "alloc::", "__rust", "rust_begin", "_rust", "packhorse_fuzz::blame"]
            .iter()
            .any(|start| plain.starts_with(start))
    };
    names.filter(stranger).next().is_none_or(|name| name.contains("packhorse_"))
}
