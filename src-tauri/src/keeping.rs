//! Commands about the library itself and what the office has set. Some work while no library is open.

use crate::commands::{at_desk, not_opened};
use crate::library::State;
use crate::picker;
use packhorse_desk::{BackedUp, Backups, Desk, Restore, Restored, Settings, Trouble};
use std::path::Path;
use tauri::{AppHandle, Manager as _};

/// Does work on the library's file, whether it is open or not.
async fn at_library<T: Send + 'static>(
    app: AppHandle,
    work: impl FnOnce(&AppHandle, &State) -> Result<T, Trouble> + Send + 'static,
) -> Result<T, Trouble> {
    let done = tauri::async_runtime::spawn_blocking(move || work(&app, &app.state::<State>())).await;
    done.unwrap_or_else(|_| Err(Trouble::internal("That did not work. What was saved before is safe.")))
}

#[tauri::command]
pub(crate) async fn choose_logo(app: AppHandle) -> Result<Option<Settings>, Trouble> {
    at_desk(app, |app, desk| picker::logo(app).map(|path| desk.set_logo(&path)).transpose()).await
}

#[tauri::command]
pub(crate) async fn remove_logo(app: AppHandle) -> Result<Settings, Trouble> {
    at_desk(app, |_, desk| desk.remove_logo()).await
}

#[tauri::command]
pub(crate) async fn choose_backup_folder(app: AppHandle) -> Result<Option<Settings>, Trouble> {
    at_desk(app, |app, desk| {
        picker::folder(app, "Choose a folder for second copies")
            .map(|folder| desk.set_backup_folder(Some(&folder)))
            .transpose()
    })
    .await
}

#[tauri::command]
pub(crate) async fn clear_backup_folder(app: AppHandle) -> Result<Settings, Trouble> {
    at_desk(app, |_, desk| desk.set_backup_folder(None)).await
}

#[tauri::command]
pub(crate) async fn backup(app: AppHandle) -> Result<BackedUp, Trouble> {
    at_desk(app, |_, desk| desk.backup()).await
}

#[tauri::command]
pub(crate) async fn backups(app: AppHandle) -> Result<Backups, Trouble> {
    at_library(app, |_, state| Ok(Desk::backups_of(state.path()))).await
}

#[tauri::command]
pub(crate) async fn restore(app: AppHandle, request: Restore) -> Result<Restored, Trouble> {
    at_library(app, move |_, state| {
        let known = Desk::backups_of(state.path()).copies.into_iter().any(|copy| copy.path == request.copy);
        if !known {
            return Err(Trouble::fixable("That backup is no longer there.", "Choose another one."));
        }
        restored(state, Path::new(&request.copy))
    })
    .await
}

#[tauri::command]
pub(crate) async fn restore_dialog(app: AppHandle) -> Result<Option<Restored>, Trouble> {
    at_library(app, |app, state| picker::copy(app).map(|copy| restored(state, &copy)).transpose()).await
}

fn restored(state: &State, copy: &Path) -> Result<Restored, Trouble> {
    Ok(Restored { kept: state.restore(copy)?.map(|kept| kept.display().to_string()) })
}

#[tauri::command]
pub(crate) async fn reopen(app: AppHandle) -> Result<(), Trouble> {
    at_library(app, |_, state| state.reopen()).await
}

#[tauri::command]
pub(crate) async fn begin_library(app: AppHandle) -> Result<(), Trouble> {
    at_library(app, |_, state| state.begin()).await
}

#[tauri::command]
pub(crate) async fn show_library(app: AppHandle) -> Result<(), Trouble> {
    use tauri_plugin_opener::OpenerExt as _;
    let path = app.state::<State>().path().to_owned();
    app.opener().reveal_item_in_dir(path).map_err(|_| not_opened())
}
