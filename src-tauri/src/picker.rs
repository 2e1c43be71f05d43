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
pub(crate) fn folder(app: &AppHandle, title: &str) -> Option<PathBuf> {
    use tauri_plugin_dialog::DialogExt as _;
    app.dialog().file().set_title(title).blocking_pick_folder()?.into_path().ok()
}

/// Asks for a picture; `None` when the person cancelled.
#[cfg(not(feature = "e2e"))]
pub(crate) fn logo(app: &AppHandle) -> Option<PathBuf> {
    one(app, "Choose a logo", "Pictures", &["png", "jpg", "jpeg", "svg"])
}

/// Asks for a copy of a library; `None` when the person cancelled.
#[cfg(not(feature = "e2e"))]
pub(crate) fn copy(app: &AppHandle) -> Option<PathBuf> {
    one(app, "Choose a backup", "Libraries of Packhorse", &["packhorse"])
}

#[cfg(not(feature = "e2e"))]
fn one(app: &AppHandle, title: &str, name: &str, endings: &[&str]) -> Option<PathBuf> {
    use tauri_plugin_dialog::DialogExt as _;
    app.dialog().file().set_title(title).add_filter(name, endings).blocking_pick_file()?.into_path().ok()
}

/// The files a test names, one on each line.
#[cfg(feature = "e2e")]
pub(crate) fn files(_: &AppHandle) -> Option<Vec<PathBuf>> {
    let named = std::env::var("PACKHORSE_E2E_FILES").ok()?;
    Some(named.lines().filter(|line| !line.is_empty()).map(PathBuf::from).collect())
}

/// The folder a test names.
#[cfg(feature = "e2e")]
pub(crate) fn folder(_: &AppHandle, _: &str) -> Option<PathBuf> {
    std::env::var_os("PACKHORSE_E2E_FOLDER").map(PathBuf::from)
}

/// The picture a test names.
#[cfg(feature = "e2e")]
pub(crate) fn logo(_: &AppHandle) -> Option<PathBuf> {
    std::env::var_os("PACKHORSE_E2E_LOGO").map(PathBuf::from)
}

/// The copy a test names.
#[cfg(feature = "e2e")]
pub(crate) fn copy(_: &AppHandle) -> Option<PathBuf> {
    std::env::var_os("PACKHORSE_E2E_COPY").map(PathBuf::from)
}
