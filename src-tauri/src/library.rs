//! The library of the window: opened, opened again, put back from a copy.

use packhorse_desk::{Desk, Reader, Trouble};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How often, and how long apart, a look is taken whether the work on a library has ended.
const LOOKS: u32 = 100;
const APART: Duration = Duration::from_millis(100);

/// What the commands work with: the desk, or why there is none.
pub(crate) struct State {
    path: PathBuf,
    desk: Mutex<Result<Arc<Desk>, Trouble>>,
    backed_up: AtomicU64,
}

impl State {
    /// Opens the user’s library, or the one the environment names.
    pub(crate) fn new() -> Self {
        let path = std::env::var_os("PACKHORSE_LIBRARY").map_or_else(Desk::usual_library, PathBuf::from);
        let desk = opened(&path);
        let changes = desk.as_ref().ok().and_then(|desk| desk.changes().ok()).unwrap_or(0);
        Self { path, desk: Mutex::new(desk), backed_up: AtomicU64::new(changes) }
    }

    /// Where the library is.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The desk, for one piece of work.
    pub(crate) fn desk(&self) -> Result<Arc<Desk>, Trouble> {
        self.held().clone()
    }

    /// Opens the library once more when it did not open before.
    pub(crate) fn reopen(&self) -> Result<(), Trouble> {
        let mut desk = self.held();
        if desk.is_err() {
            *desk = opened(&self.path);
        }
        desk.clone().map(|_| ())
    }

    /// Begins a new library where one is missing.
    pub(crate) fn begin(&self) -> Result<(), Trouble> {
        let mut desk = self.held();
        if desk.is_err() && !self.path.exists() {
            *desk = Reader::of_this_program().and_then(|reader| Desk::open(&self.path, reader)).map(Arc::new);
        }
        desk.clone().map(|_| ())
    }

    /// Puts a copy in the library’s place. Whatever comes of it, the library is opened again.
    pub(crate) fn restore(&self, copy: &Path) -> Result<Option<PathBuf>, Trouble> {
        let mut desk = self.held();
        let before = std::mem::replace(&mut *desk, Err(Trouble::stopped()));
        if let Ok(before) = before
            && let Err(before) = ended(before)
        {
            *desk = Ok(before);
            return Err(Trouble::fixable(
                "Nothing was restored, because work is still going on.",
                "Stop it or wait until it is done, then restore again.",
            ));
        }
        let restored = Desk::restore(&self.path, copy);
        *desk = opened(&self.path);
        restored
    }

    /// Backs the library up when it was changed since the last time.
    pub(crate) fn back_up(&self) {
        let Ok(desk) = self.desk() else { return };
        let Ok(changes) = desk.changes() else { return };
        // A backup that fails is tried again at the next turn; the library itself is safe.
        if changes != self.backed_up.load(Ordering::SeqCst) && desk.backup().is_ok() {
            self.backed_up.store(changes, Ordering::SeqCst);
        }
    }

    fn held(&self) -> MutexGuard<'_, Result<Arc<Desk>, Trouble>> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn opened(path: &Path) -> Result<Arc<Desk>, Trouble> {
    Reader::of_this_program().and_then(|reader| Desk::open_kept(path, reader)).map(Arc::new)
}

/// Stops what is going on and closes the desk; gives it back when the work does not end.
fn ended(mut desk: Arc<Desk>) -> Result<(), Arc<Desk>> {
    desk.stop();
    for _ in 0..LOOKS {
        match Arc::try_unwrap(desk) {
            Ok(desk) => {
                drop(desk);
                return Ok(());
            }
            Err(still) => desk = still,
        }
        std::thread::sleep(APART);
    }
    Err(desk)
}
