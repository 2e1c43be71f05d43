//! What concerns the library: import, list, search, quotes, check, backup, restore.

use crate::arguments::LibraryCommand;
use crate::status::Status;
use crate::{desk, line, print};
use packhorse_desk::{BringIn, BroughtInFile, Desk, LibraryRequest, QuotesRequest, State, Trouble};
use std::path::{Path, PathBuf};

/// Brings files and folders in. Each file is told when it is saved, and not before.
pub(crate) fn import(paths: &[PathBuf], library: Option<PathBuf>, json: bool) -> Result<Status, Trouble> {
    let desk = desk(library, false)?;
    let request = BringIn { paths: paths.iter().map(|path| path.display().to_string()).collect() };
    let said = |result: &BroughtInFile| {
        if json {
            line(&serde_json::to_string(result).unwrap_or_default());
        } else if result.state == State::Refused {
            eprintln!("{} {}", result.message, result.hints.join(" "));
        } else {
            line(&result.message);
            result.hints.iter().for_each(|hint| eprintln!("{}: {hint}", result.name));
        }
        if json && result.state == State::Refused {
            eprintln!("{} {}", result.message, result.hints.join(" "));
        }
    };
    let brought = desk.bring_in(&request, |_| {}, said)?;
    let refused = brought.results.iter().filter(|result| result.state == State::Refused).count();
    Ok(Status::of(brought.results.len() - refused, refused))
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
