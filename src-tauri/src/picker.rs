//! Dialogs for files and folders: the system's own, or, under test, the environment.

use std::path::PathBuf;
use tauri::AppHandle;

/// Endings of the files that can be brought in.
#[cfg(not(feature = "e2e"))]
const ENDINGS: [&str; 10] = ["pdf", "docx", "odt", "html", "htm", "eml", "txt", "ods", "xlsx", "csv"];

/// Asks for files; `None` when the person cancelled.
#[cfg(not(feature = "e2e"))]
pub(crate) fn files(app: &AppHandle) -> Option<Vec<PathBuf>> {
    use tauri_plugin_dialog::DialogExt as _;
    let dialog = app
        .dialog()
        .file()
        .set_title("Bring in documents")
        .add_filter("Documents", &ENDINGS)
        .add_filter("All files", &["*"]);
    let chosen = dialog.blocking_pick_files()?;
    Some(chosen.into_iter().filter_map(|path| path.into_path().ok()).collect())
}

/// Asks for a folder; `None` when the person cancelled.
#[cfg(not(feature = "e2e"))]
pub(crate) fn folder(app: &AppHandle) -> Option<PathBuf> {
    use tauri_plugin_dialog::DialogExt as _;
    app.dialog().file().set_title("Choose a folder for the packs").blocking_pick_folder()?.into_path().ok()
}

/// The files a test names, one on each line.
#[cfg(feature = "e2e")]
pub(crate) fn files(_: &AppHandle) -> Option<Vec<PathBuf>> {
    let named = std::env::var("PACKHORSE_E2E_FILES").ok()?;
    Some(named.lines().filter(|line| !line.is_empty()).map(PathBuf::from).collect())
}

/// The folder a test names.
#[cfg(feature = "e2e")]
pub(crate) fn folder(_: &AppHandle) -> Option<PathBuf> {
    std::env::var_os("PACKHORSE_E2E_FOLDER").map(PathBuf::from)
}
