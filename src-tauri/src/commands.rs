//! The commands of the window. Each is a line that calls the desk, away from the window's own thread.

use crate::library::State;
use crate::{closing, keeping, picker};
use packhorse_desk::{
    About, AudienceRequest, AudienceRow, AudienceText, BringIn, BroughtIn, ChangeQuote, ChangeQuotes,
    CheckSaid, Confirm, Desk, Done, Heading, Hits, Inspections, InspectionsRequest, Issue,
    Issued as IssuedPack, LibraryRequest, NewPack, PackForm, PackRequest, Packs, PageRequest, Papers,
    PapersRequest, PasteIn, Pick, PictureRequest, PlacePicture, Preview, PreviewLine, PreviewPage, Previewed,
    Progress, QuoteCard, QuoteRequest, Quotes, QuotesRequest, Reading, Register, Repick, Said, Settings,
    SettingsForm, SourceRequest, SuggestQuotes, TemplateRow, ToFix, Trouble,
};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tauri::ipc::{Invoke, Response};
use tauri::{AppHandle, Emitter as _, Manager as _, Wry};

/// All commands.
pub(crate) fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        about,
        library,
        inspections,
        papers,
        bring_in,
        bring_in_dialog,
        paste_in,
        stop,
        open_sample,
        read,
        confirm,
        picture,
        page_picture,
        remove_source,
        pick,
        quotes,
        change_quote,
        change_quotes,
        repick,
        cite_primary,
        remove_quote,
        check_said,
        packs,
        new_pack,
        pack,
        save_pack,
        remove_pack,
        suggest_quotes,
        preview,
        outline,
        to_fix,
        preview_page,
        preview_line,
        issue,
        issue_dialog,
        open_file,
        show_folder,
        undo,
        redo,
        register,
        settings,
        save_settings,
        templates,
        template,
        save_template,
        remove_template,
        keeping::choose_logo,
        keeping::remove_logo,
        keeping::choose_backup_folder,
        keeping::clear_backup_folder,
        keeping::backup,
        keeping::backups,
        keeping::restore,
        keeping::restore_dialog,
        keeping::reopen,
        keeping::begin_library,
        keeping::show_library,
        closing::keep_open,
        closing::close_window
    ]
}

/// Does work on the desk, where it can take its time.
pub(crate) async fn at_desk<T: Send + 'static>(
    app: AppHandle,
    work: impl FnOnce(&AppHandle, Arc<Desk>) -> Result<T, Trouble> + Send + 'static,
) -> Result<T, Trouble> {
    let desk = app.state::<State>().desk()?;
    let done = tauri::async_runtime::spawn_blocking(move || work(&app, desk)).await;
    done.unwrap_or_else(|_| Err(Trouble::internal("That did not work. What was saved before is safe.")))
}

macro_rules! commands {
    ($($name:ident($request:ty) -> $reply:ty = $call:ident;)*) => {$(
        #[tauri::command]
        async fn $name(app: AppHandle, request: $request) -> Result<$reply, Trouble> {
            at_desk(app, move |_, desk| desk.$call(&request)).await
        }
    )*};
}

commands! {
    library(LibraryRequest) -> Hits = find;
    inspections(InspectionsRequest) -> Inspections = inspections;
    papers(PapersRequest) -> Papers = list_papers;
    paste_in(PasteIn) -> BroughtIn = paste_in;
    read(SourceRequest) -> Reading = read;
    confirm(Confirm) -> Reading = confirm;
    picture(PictureRequest) -> PlacePicture = picture;
    remove_source(SourceRequest) -> () = remove_source;
    pick(Pick) -> QuoteCard = pick;
    quotes(QuotesRequest) -> Quotes = quotes;
    change_quote(ChangeQuote) -> QuoteCard = change_quote;
    change_quotes(ChangeQuotes) -> () = change_quotes;
    repick(Repick) -> QuoteCard = repick;
    cite_primary(QuoteRequest) -> QuoteCard = cite_primary;
    remove_quote(QuoteRequest) -> () = remove_quote;
    check_said(CheckSaid) -> Said = check_said;
    new_pack(NewPack) -> PackForm = new_pack;
    pack(PackRequest) -> PackForm = pack;
    save_pack(PackForm) -> PackForm = save_pack;
    remove_pack(PackRequest) -> () = remove_pack;
    suggest_quotes(SuggestQuotes) -> PackForm = suggest_quotes;
    preview(Preview) -> Previewed = preview;
    outline(Preview) -> Vec<Heading> = outline;
    preview_line(PreviewLine) -> String = preview_line;
    to_fix(PackForm) -> Vec<ToFix> = to_fix;
    save_settings(SettingsForm) -> Settings = save_settings;
    template(AudienceRequest) -> AudienceText = audience_text;
    save_template(AudienceText) -> AudienceRow = save_audience;
    remove_template(AudienceRequest) -> () = remove_audience;
}

#[tauri::command]
async fn about(app: AppHandle) -> Result<About, Trouble> {
    at_desk(app, |app, desk| desk.about(samples(app).is_some())).await
}

#[tauri::command]
async fn templates(app: AppHandle) -> Result<Vec<TemplateRow>, Trouble> {
    at_desk(app, |_, desk| desk.templates()).await
}

#[tauri::command]
async fn packs(app: AppHandle) -> Result<Packs, Trouble> {
    at_desk(app, |_, desk| desk.packs()).await
}

#[tauri::command]
async fn undo(app: AppHandle) -> Result<Done, Trouble> {
    at_desk(app, |_, desk| desk.undo()).await
}

#[tauri::command]
async fn redo(app: AppHandle) -> Result<Done, Trouble> {
    at_desk(app, |_, desk| desk.redo()).await
}

#[tauri::command]
async fn register(app: AppHandle) -> Result<Register, Trouble> {
    at_desk(app, |_, desk| desk.register()).await
}

#[tauri::command]
async fn settings(app: AppHandle) -> Result<Settings, Trouble> {
    at_desk(app, |_, desk| desk.settings()).await
}

#[tauri::command]
async fn stop(app: AppHandle) -> Result<(), Trouble> {
    app.state::<State>().desk().map(|desk| desk.stop())
}

#[tauri::command]
async fn preview_page(app: AppHandle, request: PreviewPage) -> Result<Response, Trouble> {
    at_desk(app, move |_, desk| desk.preview_page(&request)).await.map(Response::new)
}

#[tauri::command]
async fn page_picture(app: AppHandle, request: PageRequest) -> Result<Response, Trouble> {
    at_desk(app, move |_, desk| desk.page_picture(&request)).await.map(Response::new)
}

#[tauri::command]
async fn bring_in(app: AppHandle, request: BringIn) -> Result<BroughtIn, Trouble> {
    at_desk(app, move |app, desk| desk.bring_in(&request, |progress| tell(app, progress), |_| {})).await
}

#[tauri::command]
async fn bring_in_dialog(app: AppHandle) -> Result<Option<BroughtIn>, Trouble> {
    at_desk(app, |app, desk| {
        let Some(chosen) = picker::files(app) else { return Ok(None) };
        let request = BringIn { paths: chosen.iter().map(|path| path.display().to_string()).collect() };
        desk.bring_in(&request, |progress| tell(app, progress), |_| {}).map(Some)
    })
    .await
}

#[tauri::command]
async fn open_sample(app: AppHandle) -> Result<BroughtIn, Trouble> {
    at_desk(app, |app, desk| {
        let missing = || {
            Trouble::fixable(
                "The sample documents did not come with this program.",
                "Bring in documents of your own.",
            )
        };
        let folder = samples(app).ok_or_else(missing)?;
        let mut paths: Vec<String> = std::fs::read_dir(&folder)
            .map_err(|_| missing())?
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.is_file() && is_document(path))
            .map(|path| path.display().to_string())
            .collect();
        paths.sort();
        desk.bring_in(&BringIn { paths }, |progress| tell(app, progress), |_| {})
    })
    .await
}

fn is_document(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| matches!(ending.as_str(), "pdf" | "html" | "txt" | "docx" | "ods"))
}

/// The folder of the sample documents: beside the program or, in a checkout, in its resources.
fn samples(app: &AppHandle) -> Option<PathBuf> {
    let bundled = app.path().resource_dir().ok().map(|folder| folder.join("samples"));
    #[cfg(debug_assertions)]
    let checkout = Some(Path::new(env!("CARGO_MANIFEST_DIR")).join("../resources/samples"));
    #[cfg(not(debug_assertions))]
    let checkout: Option<PathBuf> = None;
    bundled.into_iter().chain(checkout).find(|folder| folder.is_dir())
}

#[tauri::command]
async fn issue(app: AppHandle, request: Issue) -> Result<IssuedPack, Trouble> {
    at_desk(app, move |app, desk| desk.issue(&request, |progress| tell(app, progress))).await
}

#[tauri::command]
async fn issue_dialog(app: AppHandle, request: Issue) -> Result<Option<IssuedPack>, Trouble> {
    at_desk(app, move |app, desk| {
        let Some(folder) = picker::folder(app, "Choose a folder for the packs") else { return Ok(None) };
        let request = Issue { folder: folder.display().to_string(), ..request };
        desk.issue(&request, |progress| tell(app, progress)).map(Some)
    })
    .await
}

/// Names a file that was issued.
#[derive(Debug, Deserialize)]
struct FileRequest {
    path: String,
}

#[tauri::command]
async fn open_file(app: AppHandle, request: FileRequest) -> Result<(), Trouble> {
    use tauri_plugin_opener::OpenerExt as _;
    at_desk(app, move |app, desk| {
        let path = desk.issued_unchanged(&request.path)?;
        app.opener().open_path(path.display().to_string(), None::<String>).map_err(|_| not_opened())
    })
    .await
}

#[tauri::command]
async fn show_folder(app: AppHandle, request: FileRequest) -> Result<(), Trouble> {
    use tauri_plugin_opener::OpenerExt as _;
    at_desk(app, move |app, desk| {
        let path = desk.issued_file(&request.path)?;
        app.opener().reveal_item_in_dir(path).map_err(|_| not_opened())
    })
    .await
}

pub(crate) fn not_opened() -> Trouble {
    Trouble::fixable("The file could not be opened from here.", "Open it from its folder.")
}

/// Tells the page how far the work is. A page that is not there needs no telling.
fn tell(app: &AppHandle, progress: Progress) {
    let _ = app.emit("progress", progress);
}
