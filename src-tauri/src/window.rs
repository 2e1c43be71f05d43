//! Opens the window on a library and keeps the library backed up.

use crate::commands;
use packhorse_desk::{Desk, Reader, Trouble};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tauri::{Manager as _, RunEvent};

/// How often a changed library is backed up.
const BACKUP_EVERY: Duration = Duration::from_secs(30 * 60);

/// What the commands work with: the desk, or why there is none.
pub(crate) struct State {
    pub desk: Result<Arc<Desk>, Trouble>,
    backed_up: AtomicU64,
}

impl State {
    fn new() -> Self {
        let path = std::env::var_os("PACKHORSE_LIBRARY").map_or_else(Desk::usual_library, PathBuf::from);
        let desk = Reader::of_this_program().and_then(|reader| Desk::open(&path, reader)).map(Arc::new);
        let changes = desk.as_ref().ok().and_then(|desk| desk.changes().ok()).unwrap_or(0);
        Self { desk, backed_up: AtomicU64::new(changes) }
    }

    /// Backs the library up when it was changed since the last time.
    fn back_up(&self) {
        let Ok(desk) = &self.desk else { return };
        let Ok(changes) = desk.changes() else { return };
        // A backup that fails is tried again at the next turn; the library itself is safe.
        if changes != self.backed_up.load(Ordering::SeqCst) && desk.backup().is_ok() {
            self.backed_up.store(changes, Ordering::SeqCst);
        }
    }
}

/// Opens the window and stays until it is closed.
pub(crate) fn open() -> Result<(), String> {
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .manage(State::new())
        .manage(commands::Issued::default())
        .invoke_handler(commands::handler())
        .setup(|app| {
            let handle = app.handle().clone();
            std::thread::spawn(move || {
                loop {
                    std::thread::sleep(BACKUP_EVERY);
                    handle.state::<State>().back_up();
                }
            });
            Ok(())
        })
        .build(tauri::generate_context!())
        .map_err(|error| format!("The window could not be opened: {error}."))?;
    app.run(|handle, event| {
        if matches!(event, RunEvent::Exit) {
            handle.state::<State>().back_up();
        }
    });
    Ok(())
}
