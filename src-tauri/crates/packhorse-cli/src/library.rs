//! What concerns the library: import, list, search, quotes, check, backup, restore.

use crate::arguments::LibraryCommand;
use crate::progress::{Progress, left};
use crate::status::Status;
use crate::{desk, line, print, stop};
use packhorse_desk::{BringIn, BroughtInFile, Desk, LibraryRequest, QuotesRequest, State, Trouble};
use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Brings files and folders in. Each file is told when it is saved, and not before.
pub(crate) fn import(paths: &[PathBuf], library: Option<PathBuf>, json: bool) -> Result<Status, Trouble> {
    let desk = Arc::new(desk(library, false)?);
    let request = BringIn { paths: paths.iter().map(|path| path.display().to_string()).collect() };
    // The handler outlives the work, and must not keep the library open with it.
    let stopping = Arc::downgrade(&desk);
    stop::on_interrupt(move || {
        stopping.upgrade().inspect(|desk| desk.stop());
    });
    let progress = OnceCell::new();
    let tell = |now: packhorse_desk::Progress| {
        let progress = progress.get_or_init(|| Progress::of(now.total as usize));
        if now.now.is_empty() { progress.clear() } else { progress.show(now.done as usize, &now.now) }
    };
    let said = |result: &BroughtInFile| {
        progress.get().inspect(|progress| progress.clear());
        told(result, json);
    };
    let results = desk.bring_in(&request, tell, said)?.results;
    let count = |state| results.iter().filter(|result| result.state == state).count();
    let (kept, already) = (count(State::Kept), count(State::Already));
    let (refused, unread) = (count(State::Refused), count(State::Stopped));
    if results.len() > 1 {
        let all = results.len();
        eprintln!("{all} files: {kept} brought in, {already} there already, {refused} refused.");
    }
    left(unread);
    Ok(Status::of(kept + already, refused + unread))
}

/// Says what became of a file. Those that were left are counted at the end.
fn told(result: &BroughtInFile, json: bool) {
    let whole = format!("{} {}", result.message, result.hints.join(" "));
    match result.state {
        State::Refused => eprintln!("{whole}"),
        State::Kept | State::Already if !json => {
            line(&result.message);
            result.hints.iter().for_each(|hint| eprintln!("{}: {hint}", result.name));
        }
        State::Kept | State::Already | State::Stopped => {}
    }
    if json {
        line(&serde_json::to_string(result).unwrap_or_default());
    }
}

/// Lists the sources.
pub(crate) fn list(library: Option<PathBuf>, json: bool) -> Result<Status, Trouble> {
    let reply = desk(library, true)?.list(&LibraryRequest::default())?;
    if reply.sources.is_empty() {
        eprintln!("The library holds no sources yet.");
    }
    if json {
        print(&reply.sources)?;
    } else {
        for source in &reply.sources {
            let council = source.authority.as_deref().unwrap_or("council not stated");
            let date = source.inspected.as_deref().or(source.published.as_deref()).unwrap_or("undated");
            line(&format!("{}  {}  {council}  {date}  {}", source.id, source.kind_words, source.title));
        }
    }
    Ok(Status::Done)
}

/// Searches.
pub(crate) fn search(words: &str, library: Option<PathBuf>, json: bool) -> Result<Status, Trouble> {
    if words.trim().is_empty() {
        eprintln!("There is nothing to search for. Give some words.");
        return Ok(Status::Wrong);
    }
    let reply = desk(library, true)?.list(&LibraryRequest { words: Some(words.to_owned()) })?;
    if json {
        print(&reply.hits)?;
    } else {
        for hit in &reply.hits {
            let page = hit.page.map(|page| format!(", page {page}")).unwrap_or_default();
            let snippet: String = hit.snippet.iter().map(|part| part.text.as_str()).collect();
            line(&format!("{}{page}: {snippet}", hit.title));
        }
        if reply.hits.is_empty() {
            eprintln!("Nothing in the library holds these words.");
        }
    }
    Ok(Status::Done)
}

/// Lists the picked quotes.
pub(crate) fn quotes(words: Vec<String>, library: Option<PathBuf>, json: bool) -> Result<Status, Trouble> {
    let words = Some(words.join(" ")).filter(|words| !words.is_empty());
    let reply = desk(library, true)?.quotes(&QuotesRequest { words, source: None })?;
    if reply.quotes.is_empty() {
        eprintln!("No picked quote fits.");
    }
    if json {
        print(&reply.quotes)?;
    } else {
        for quote in &reply.quotes {
            line(&format!("{}  “{}”\n    {}", quote.id, quote.words, quote.citation));
        }
    }
    Ok(Status::Done)
}

/// Checks, backs up or restores.
pub(crate) fn library(what: LibraryCommand) -> Result<Status, Trouble> {
    match what {
        LibraryCommand::Check { library, json } => check(library, json),
        LibraryCommand::Backup { to, library } => backup(to, library),
        LibraryCommand::Restore { copy, library } => restore(&copy, library),
    }
}

fn check(library: Option<PathBuf>, json: bool) -> Result<Status, Trouble> {
    let report = desk(library, true)?.check_library()?;
    if json {
        print(&report)?;
    } else if report.sound {
        let (sources, quotes, packs) = (report.sources, report.quotes, report.packs);
        line(&format!("The library is sound: {sources} sources, {quotes} quotes, {packs} packs."));
    }
    report.problems.iter().for_each(|problem| eprintln!("{problem}"));
    Ok(if report.sound { Status::Done } else { Status::Nothing })
}

fn backup(to: Option<PathBuf>, library: Option<PathBuf>) -> Result<Status, Trouble> {
    let desk = desk(library, true)?;
    let backup = match to {
        Some(path) => desk.backup_to(&path)?,
        None => desk.backup()?,
    };
    line(&backup.path);
    Ok(Status::Done)
}

fn restore(copy: &Path, library: Option<PathBuf>) -> Result<Status, Trouble> {
    let path = library.unwrap_or_else(Desk::usual_library);
    match Desk::restore(&path, copy)? {
        Some(kept) => line(&format!("Restored. What was there is kept as {}.", kept.display())),
        None => line("Restored."),
    }
    Ok(Status::Done)
}
