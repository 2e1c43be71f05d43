//! Closing the window: the page is asked first, because it may hold words that are not kept yet.

use crate::library::State;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;
use tauri::{AppHandle, Emitter as _, Manager as _};

/// How long the page may take to answer. A page that hangs must not hold the window open.
const PATIENCE: Duration = Duration::from_secs(5);

/// What was said so far; nothing at first.
const ASKED: u8 = 1;
const HEARD: u8 = 2;

/// Whether the page was asked to let go, and has answered.
#[derive(Debug, Default)]
pub(crate) struct Asked(AtomicU8);

/// Asks the page whether the window may close; says whether it has to stay open until then. A second
/// wish to close, while the page has not answered, is granted.
pub(crate) fn ask(app: &AppHandle) -> bool {
    let asked = &app.state::<Asked>().0;
    if asked.swap(ASKED, Ordering::SeqCst) == ASKED || app.emit("closing", ()).is_err() {
        return false;
    }
    let app = app.clone();
    std::thread::spawn(move || {
        std::thread::sleep(PATIENCE);
        if app.state::<Asked>().0.load(Ordering::SeqCst) == ASKED {
            close(&app);
        }
    });
    true
}

/// The page has heard, and asks the person what to do.
#[tauri::command]
pub(crate) async fn keep_open(app: AppHandle) {
    app.state::<Asked>().0.store(HEARD, Ordering::SeqCst);
}

/// Everything is kept: the window goes.
#[tauri::command]
pub(crate) async fn close_window(app: AppHandle) {
    if let Ok(desk) = app.state::<State>().desk() {
        desk.stop();
    }
    close(&app);
}

fn close(app: &AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        let _ = window.destroy();
    }
}
