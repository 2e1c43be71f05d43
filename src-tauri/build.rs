//! Names the commands, so that the window may call these and no others.

const COMMANDS: &[&str] = &[
    "about",
    "library",
    "inspections",
    "papers",
    "bring_in",
    "bring_in_dialog",
    "paste_in",
    "stop",
    "open_sample",
    "read",
    "confirm",
    "picture",
    "page_picture",
    "remove_source",
    "pick",
    "quotes",
    "change_quote",
    "change_quotes",
    "repick",
    "cite_primary",
    "remove_quote",
    "check_said",
    "packs",
    "new_pack",
    "pack",
    "save_pack",
    "remove_pack",
    "suggest_quotes",
    "preview",
    "preview_pdf",
    "issue",
    "issue_dialog",
    "open_file",
    "show_folder",
    "undo",
    "redo",
    "backup",
    "register",
    "settings",
    "save_settings",
    "choose_logo",
    "remove_logo",
    "choose_backup_folder",
    "clear_backup_folder",
    "backups",
    "restore",
    "restore_dialog",
    "reopen",
    "begin_library",
    "show_library",
    "keep_open",
    "close_window",
];

fn main() {
    let attributes =
        tauri_build::Attributes::new().app_manifest(tauri_build::AppManifest::new().commands(COMMANDS));
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}
