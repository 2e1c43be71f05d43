//! `read`: what is recognised; nothing is kept.

use crate::progress::{Progress, left};
use crate::status::Status;
use crate::{explain, line, print, stop, tell};
use packhorse_desk::{ReadFile, Reader, Record, Trouble, files, write_whole};
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// What is made of each file that was read.
pub(crate) struct Wish {
    /// Print JSON.
    pub json: bool,
    /// Print each fact with the words it came from.
    pub explain: bool,
    /// Write records into this folder.
    pub out: Option<PathBuf>,
    /// Write pictures of the places of judgements into this folder.
    pub pictures: Option<PathBuf>,
}

/// Says what is recognised in files, and in the files of folders.
pub(crate) fn read(paths: &[PathBuf], wish: &Wish) -> Result<Status, Trouble> {
    let reader = Reader::of_this_program()?;
    let files = files(paths)?;
    for folder in wish.out.iter().chain(&wish.pictures) {
        std::fs::create_dir_all(folder).map_err(|error| Trouble::write(folder, &error))?;
    }
    stop::on_interrupt(|| {});
    let progress = Progress::of(files.len());
    let (mut done, mut refused) = (0, 0);
    let mut taken = HashSet::new();
    for (at, path) in files.iter().enumerate() {
        if stop::is_asked() {
            break;
        }
        progress.show(at, &name(path));
        let read = reader.read(path);
        progress.clear();
        match read {
            Ok(read) => {
                let name = record_name(path, &mut taken);
                give(&read, &name, wish)?;
                draw(&reader, &read, &name, wish)?;
                done += 1;
            }
            Err(trouble) => {
                tell(&trouble);
                refuse(path, &trouble, wish, &mut taken)?;
                refused += 1;
            }
        }
    }
    let unread = files.len() - done - refused;
    left(unread);
    Ok(Status::of(done, refused + unread))
}

fn give(read: &ReadFile, name: &str, wish: &Wish) -> Result<(), Trouble> {
    match &wish.out {
        Some(folder) => keep(folder, name, &read.record())?,
        None if wish.json => print(&read.record())?,
        None if wish.explain => explain::show(read),
        None => show(&read.record()),
    }
    Ok(())
}

/// A file that could not be read has a record as well, which says so: nobody takes it for one that was
/// forgotten.
fn refuse(path: &Path, trouble: &Trouble, wish: &Wish, taken: &mut HashSet<String>) -> Result<(), Trouble> {
    let record = || Record::refused(path, trouble);
    match &wish.out {
        Some(folder) => keep(folder, &record_name(path, taken), &record()),
        None if wish.json => print(&record()),
        None => Ok(()),
    }
}

/// Writes the pictures of a file beside each other; what could not be drawn is told, once for each reason.
fn draw(reader: &Reader, read: &ReadFile, name: &str, wish: &Wish) -> Result<(), Trouble> {
    let Some(folder) = &wish.pictures else { return Ok(()) };
    let stem = name.strip_suffix(".json").unwrap_or(name);
    let mut told: HashSet<String> = HashSet::new();
    for (area, picture) in reader.pictures(read) {
        let file = format!("{stem}_{area}.png");
        match picture {
            Ok(picture) => {
                write_whole(&folder.join(&file), &picture.png)?;
                if !picture.cropped {
                    eprintln!("{file} shows the whole page: the place on it was not found.");
                }
            }
            Err(trouble) if told.insert(trouble.message.clone()) => tell(&trouble),
            Err(_) => {}
        }
    }
    Ok(())
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The name of a file's record: `letter.json` for `letter.pdf`. A second file of that name keeps its
/// ending (`letter.docx.json`), and a number where that is taken too, so that none is written over.
fn record_name(path: &Path, taken: &mut HashSet<String>) -> String {
    let part = |part: Option<&std::ffi::OsStr>| {
        part.map(|part| part.to_string_lossy().into_owned()).unwrap_or_default()
    };
    let (stem, whole) = (part(path.file_stem()), part(path.file_name()));
    let numbered = (2..).map(|number| format!("{whole}.{number}"));
    let names = [stem, whole.clone()].into_iter().chain(numbered);
    let free = names.map(|name| format!("{name}.json")).find(|name| taken.insert(name.to_lowercase()));
    free.unwrap_or_default()
}

fn keep(folder: &Path, name: &str, record: &Record) -> Result<(), Trouble> {
    let json = serde_json::to_string_pretty(record)
        .map_err(|_| Trouble::internal("The answer could not be written as JSON."))?;
    write_whole(&folder.join(name), format!("{json}\n").as_bytes())
}

/// Prints a record as a person reads it.
fn show(record: &Record) {
    let or = |value: &Option<String>| value.clone().unwrap_or_else(|| "not stated in this source".to_owned());
    line(&format!("{}\n  {}", record.file, or(&record.title)));
    line(&format!("  Kind: {} ({})", record.source_kind, record.kind));
    line(&format!("  Council: {}", or(&record.authority)));
    line(&format!("  Framework: {}", or(&record.framework)));
    let days = match (&record.inspected_from, &record.inspected_to) {
        (Some(from), Some(to)) if from != to => format!("{from} to {to}"),
        (from, _) => or(from),
    };
    line(&format!("  Inspected: {days}"));
    line(&format!("  Published: {}", or(&record.published)));
    for judgement in &record.judgements {
        let words = judgement.grade_as_printed.as_deref().or(judgement.no_grade.as_deref()).unwrap_or("");
        line(&format!("  {}: {words}", judgement.area_as_printed));
    }
    for (label, list) in [
        ("Priority action", &record.priority_actions),
        ("To improve", &record.improvements),
        ("Strength", &record.strengths_listed),
    ] {
        for item in list {
            line(&format!("  {label}: {item}"));
        }
    }
    for quote in &record.quotes {
        let who = quote
            .speaker
            .as_deref()
            .or(quote.role.as_deref())
            .or(quote.organisation.as_deref())
            .unwrap_or("nobody named");
        line(&format!("  Quotation ({who}): “{}”", quote.text));
    }
    for fact in record.facts.iter().filter(|fact| format!("{:?}", fact.confidence) != "Sure") {
        line(&format!("  Please check: {} = {} ({})", fact.field, fact.value, fact.rule));
    }
    for notice in &record.notices {
        line(&format!("  Note: {}", notice.message));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_record_takes_the_place_of_another() {
        let mut taken = HashSet::new();
        let names = ["a/letter.pdf", "a/letter.docx", "b/letter.pdf", "b/Letter.docx"];
        let names: Vec<String> = names.iter().map(|name| record_name(Path::new(name), &mut taken)).collect();
        assert_eq!(names, ["letter.json", "letter.docx.json", "letter.pdf.json", "Letter.docx.2.json"]);
    }
}
