//! Stopping: the first Ctrl-C ends the work after the file it is at, the second ends the program.

use crate::status::Status;
use std::sync::atomic::{AtomicBool, Ordering};

static ASKED: AtomicBool = AtomicBool::new(false);

/// Whether somebody asked to stop.
pub(crate) fn is_asked() -> bool {
    ASKED.load(Ordering::SeqCst)
}

/// Makes Ctrl-C ask to stop, and does something more then.
pub(crate) fn on_interrupt(also: impl Fn() + Send + 'static) {
    let asked = move || {
        if ASKED.swap(true, Ordering::SeqCst) {
            // What was saved is saved: each file is one transaction.
            std::process::exit(Status::Refused.number());
        }
        also();
    };
    // Without a handler Ctrl-C ends the program as it always does, which loses nothing either.
    let _ = ctrlc::set_handler(asked);
}
