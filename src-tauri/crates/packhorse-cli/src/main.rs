//! The same desk from a terminal.
//!
//! Data goes to standard output, messages for people to standard error. The status is 0 when all
//! was done, 1 when some files were refused, 2 when the request was wrong, 3 when nothing could be
//! done.

mod arguments;
mod audience;
mod build;
mod check;
mod explain;
mod library;
mod pack;
mod preflight;
mod progress;
mod read;
mod status;
mod stop;
mod table;

use arguments::{Command, Options};
use clap::Parser as _;
use packhorse_desk::{BuildWish, Desk, Issue, Reader, Trouble};
use status::Status;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    if packhorse_desk::import_worker() {
        return ExitCode::SUCCESS;
    }
    packhorse_desk::quiet_failures();
    let options = match Options::try_parse() {
        Ok(options) => options,
        Err(error) => {
            let asked = !error.use_stderr();
            // A closed pipe is nobody's trouble.
            let _ = error.print();
            return if asked { ExitCode::SUCCESS } else { Status::Wrong.into() };
        }
    };
    match run(options.command) {
        Ok(status) => status.into(),
        Err(trouble) => {
            tell(&trouble);
            Status::Nothing.into()
        }
    }
}

fn run(command: Command) -> Result<Status, Trouble> {
    match command {
        Command::Read { paths, json, explain, out, pictures } => {
            read::read(&paths, &read::Wish { json, explain, out, pictures })
        }
        Command::Check { file, against, library, json } => check::check(&file, &against, library, json),
        Command::Import { paths, library, json } => library::import(&paths, library, json),
        Command::List { library, json } => library::list(library, json),
        Command::Search { words, library, json } => library::search(&words.join(" "), library, json),
        Command::Quotes { words, check: true, library, json } => {
            check::quotes(&words.join(" "), library, json)
        }
        Command::Quotes { words, check: false, library, json } => library::quotes(words, library, json),
        Command::Outcomes { file, library: Some(library), json } => table::compare(file, library, json),
        Command::Outcomes { file, library: None, json } => table::outcomes(&file, json),
        Command::Audience { what } => audience::audience(what),
        Command::Pack { what } => pack::pack(what),
        Command::Issue {
            pack,
            library,
            to,
            audience,
            accept_unsure,
            html,
            late,
            reason,
            without_changes,
            json,
        } => {
            let wish = Issue {
                pack,
                folder: to.display().to_string(),
                audiences: audience,
                editions: Vec::new(),
                web_page: html,
                without_changes,
                late_only: !late.is_empty(),
            };
            let sources: Vec<String> = late.into_iter().filter(|source| !source.is_empty()).collect();
            pack::issue(&wish, library, accept_unsure, (sources, reason), json)
        }
        Command::Preflight { pack, library, json } => preflight::preflight(pack, library, json),
        Command::Weigh { weight, quotes, library } => preflight::weigh(weight, quotes, library),
        Command::Register { library, json } => pack::register(library, json),
        Command::Build { file, to, accept_unsure, html, composed, json } => {
            let wish = BuildWish { accept_unsure, web_page: html, composed };
            build::build(&file, &to, wish, json)
        }
        Command::Typeset { file, to } => build::typeset(&file, &to),
        Command::Library { what } => library::library(what),
    }
}

/// Says on standard error what did not happen, and what to try.
fn tell(trouble: &Trouble) {
    let hints = trouble.hints.join(" ");
    let space = if hints.is_empty() { "" } else { " " };
    eprintln!("{}{space}{hints}", trouble.message);
}

/// Prints JSON.
fn print<T: serde::Serialize>(value: &T) -> Result<(), Trouble> {
    let json = serde_json::to_string_pretty(value)
        .map_err(|_| Trouble::internal("The answer could not be written as JSON."))?;
    line(&json);
    Ok(())
}

/// Prints a line; a reader that has gone away is nobody's trouble.
fn line(text: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

/// The desk on a library: the one named, or the user's own.
fn desk(library: Option<PathBuf>, existing: bool) -> Result<Desk, Trouble> {
    let path = library.unwrap_or_else(Desk::usual_library);
    let reader = Reader::of_this_program()?;
    if existing { Desk::open_existing(&path, reader) } else { Desk::open(&path, reader) }
}
