//! `read`: nothing is kept.

use crate::status::Status;
use crate::{line, print, tell};
use packhorse_desk::{Reader, Record, Trouble, write_whole};
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// Says what is recognised in files.
pub(crate) fn read(files: &[PathBuf], json: bool, out: Option<&Path>) -> Result<Status, Trouble> {
    let reader = Reader::of_this_program()?;
    if let Some(folder) = out {
        std::fs::create_dir_all(folder).map_err(|error| Trouble::write(folder, &error))?;
    }
    let (mut done, mut refused) = (0, 0);
    let mut taken = HashSet::new();
    for path in files {
        match reader.read(path) {
            Ok(read) => {
                let record = read.record();
                match out {
                    Some(folder) => keep(folder, &record_name(path, &mut taken), &record)?,
                    None if json => print(&record)?,
                    None => show(&record),
                }
                done += 1;
            }
            Err(trouble) => {
                tell(&trouble);
                refused += 1;
            }
        }
    }
    Ok(Status::of(done, refused))
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
