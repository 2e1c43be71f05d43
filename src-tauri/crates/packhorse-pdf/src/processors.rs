//! Whether a second processor is free to help: not where as many files are written at once as there are.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

static WRITING: AtomicUsize = AtomicUsize::new(0);

/// A file that is being written.
pub(crate) struct Writing(());

impl Writing {
    pub(crate) fn begin() -> Self {
        WRITING.fetch_add(1, Ordering::Relaxed);
        Self(())
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        WRITING.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Whether a processor has no file to write.
pub(crate) fn is_one_free() -> bool {
    static PROCESSORS: OnceLock<usize> = OnceLock::new();
    let processors = PROCESSORS.get_or_init(|| std::thread::available_parallelism().map_or(1, usize::from));
    WRITING.load(Ordering::Relaxed) < *processors
}
