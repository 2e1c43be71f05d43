//! `build` and `typeset`.

use crate::status::Status;
use crate::{line, print, tell};
use packhorse_desk::{BuildWish, Composed, Reader, Trouble, placed, web_page, write_whole};
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct File {
    path: String,
    pages: u32,
}

#[derive(Serialize)]
struct Answer {
    files: Vec<File>,
    refused: Vec<String>,
    notices: Vec<String>,
}

/// Builds the packs a file asks for.
pub(crate) fn build(file: &Path, to: &Path, wish: BuildWish, json: bool) -> Result<Status, Trouble> {
    let reader = Reader::of_this_program()?;
    let built = packhorse_desk::build(file, to, wish, &reader, |_| {})?;
    built.refused.iter().for_each(tell);
    let mut notices: Vec<String> = Vec::new();
    for notice in &built.notices {
        if !notices.contains(&notice.message) {
            eprintln!("{}", notice.message);
            notices.push(notice.message.clone());
        }
    }
    let files: Vec<File> = built
        .files
        .iter()
        .map(|(path, pages)| File { path: path.display().to_string(), pages: *pages })
        .collect();
    let status = if built.refused.is_empty() { Status::Done } else { Status::Refused };
    if json {
        print(&Answer {
            files,
            refused: built.refused.iter().map(|trouble| trouble.message.clone()).collect(),
            notices,
        })?;
    } else {
        files.iter().for_each(|file| line(&file.path));
    }
    Ok(status)
}

/// Sets a composed pack.
pub(crate) fn typeset(file: &Path, to: &Path) -> Result<Status, Trouble> {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let text = std::fs::read_to_string(file)
        .map_err(|_| Trouble::fixable(format!("{name} could not be read."), "Check its path."))?;
    let composed: Composed = serde_json::from_str(&text).map_err(|error| {
        Trouble::fixable(
            format!("{name} is no composed pack: {error}."),
            "Write it as `packhorse pack show PACK --composed` prints it.",
        )
    })?;
    let ending = to.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let text = match ending.as_deref() {
        Some("html") => Some(web_page(&composed)),
        Some("txt") => Some(placed(&composed, &packhorse_desk::Fonts::built_in())?),
        _ => None,
    };
    if let Some(text) = text {
        write_whole(to, text.as_bytes())?;
        line(&to.display().to_string());
        return Ok(Status::Done);
    }
    let (bytes, pages) = packhorse_desk::typeset(&composed, &packhorse_desk::Fonts::built_in())?;
    write_whole(to, &bytes)?;
    eprintln!("{pages} pages.");
    line(&to.display().to_string());
    Ok(Status::Done)
}
