//! Opens the window on a library, keeps the library backed up, and closes the window when the page is ready.

use crate::library::State;
use crate::{closing, commands};
use std::time::Duration;
use tauri::{AppHandle, Manager as _, RunEvent, WindowEvent};
use tauri_plugin_window_state::StateFlags;

/// How often a changed library is backed up.
const BACKUP_EVERY: Duration = Duration::from_secs(30 * 60);

/// Opens the window and stays until it is closed.
pub(crate) fn open() -> Result<(), String> {
    let state = tauri_plugin_window_state::Builder::default()
        .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
        .build();
    let app = tauri::Builder::default()
        // The first plugin, so that a second start ends before it touches the library.
        .plugin(tauri_plugin_single_instance::init(|app, _, _| bring_forward(app)))
        .plugin(state)
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .manage(State::new())
        .manage(closing::Asked::default())
        .invoke_handler(commands::handler())
        .on_window_event(|window, event| {
            if let WindowEvent::CloseRequested { api, .. } = event
                && closing::ask(window.app_handle())
            {
                api.prevent_close();
            }
        })
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

/// Shows the window that is there already, instead of a second one.
fn bring_forward(app: &AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        // What the system does not allow is not worth a word: the window is in its task bar.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}
