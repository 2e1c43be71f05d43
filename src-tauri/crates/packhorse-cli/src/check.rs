//! `check` and `quotes --check`: what papers say the inspectors said, held against their documents.

use crate::status::Status;
use crate::{desk, line, print, tell};
use packhorse_desk::{
    AlsoIn, CheckedQuotation, CopiedSentence, DifferencePart, Reader, Said, SaidPaper, Trouble, said,
};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// A checked quotation in the terminal's JSON.
#[derive(Serialize)]
struct Checked<'a> {
    text: &'a str,
    speaker: Option<&'a str>,
    check: packhorse_desk::Verdict,
    sentence: Option<&'a str>,
    document: Option<&'a str>,
    page: Option<u32>,
    paragraph: Option<u32>,
    difference: &'a [DifferencePart],
    changes: &'a [String],
    meaning: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    also_in: Vec<Also<'a>>,
    repeat: bool,
}

/// Where else the words stand.
#[derive(Serialize)]
struct Also<'a> {
    document: &'a str,
    citation: &'a str,
    page: Option<u32>,
    paragraph: Option<u32>,
    primary: bool,
}

/// A copied sentence in the terminal's JSON.
#[derive(Serialize)]
struct Copied<'a> {
    text: &'a str,
    verdict: packhorse_desk::Verdict,
    sentence: &'a str,
    document: &'a str,
    page: Option<u32>,
    paragraph: Option<u32>,
}

#[derive(Serialize)]
struct Answer<'a> {
    file: &'a str,
    quotes: Vec<Checked<'a>>,
    copied: Vec<Copied<'a>>,
}

impl<'a> Answer<'a> {
    fn new(file: &'a str, quotations: &'a [CheckedQuotation], copied: &'a [CopiedSentence]) -> Self {
        Self {
            file,
            quotes: quotations.iter().map(checked).collect(),
            copied: copied.iter().map(copied_row).collect(),
        }
    }
}

/// Holds what a file says the inspectors said against inspection documents and a library's.
pub(crate) fn check(
    file: &Path,
    against: &[PathBuf],
    library: Option<PathBuf>,
    json: bool,
) -> Result<Status, Trouble> {
    let reader = Reader::of_this_program()?;
    let paper = reader.read(file)?.source();
    let (mut witnesses, mut refused) = (Vec::new(), 0);
    for path in against {
        match reader.read(path) {
            Ok(read) => witnesses.push(read.source()),
            Err(trouble) => {
                tell(&trouble);
                refused += 1;
            }
        }
    }
    let read = witnesses.len();
    if witnesses.is_empty() && library.is_none() {
        return Ok(Status::Nothing);
    }
    let answer = match library {
        Some(path) => desk(Some(path), true)?.check_paper(&paper, witnesses)?,
        None => said(&paper, &witnesses.iter().collect::<Vec<_>>()),
    };
    if json {
        print(&Answer::new(&paper.file_name, &answer.quotations, &answer.copied))?;
    } else {
        show(&answer);
    }
    Ok(if read == 0 && refused == 0 { Status::Done } else { Status::of(read.max(1), refused) })
}

/// Lists every quotation of the inspectors in a library's papers that holds these words, checked.
pub(crate) fn quotes(words: &str, library: Option<PathBuf>, json: bool) -> Result<Status, Trouble> {
    let mut papers = desk(library, true)?.check_all_said()?.papers;
    let wanted = words.to_lowercase();
    for paper in &mut papers {
        paper.quotations.retain(|said| said.text.to_lowercase().contains(&wanted));
        paper.copied.retain(|said| said.text.to_lowercase().contains(&wanted));
    }
    papers.retain(|paper| !paper.quotations.is_empty() || !paper.copied.is_empty());
    if json {
        let answer = |paper: &SaidPaper| {
            serde_json::to_value(Answer::new(&paper.document, &paper.quotations, &paper.copied))
        };
        let answers: Result<Vec<_>, _> = papers.iter().map(answer).collect();
        print(&answers.map_err(|_| Trouble::internal("The answer could not be written as JSON."))?)?;
        return Ok(Status::Done);
    }
    if papers.is_empty() {
        eprintln!("No paper in the library quotes inspectors in such words.");
    }
    for paper in &papers {
        line(&format!("{} ({})", paper.document, paper.cited));
        paper.quotations.iter().for_each(show_checked);
        paper.copied.iter().for_each(show_copied);
    }
    Ok(Status::Done)
}

fn checked(said: &CheckedQuotation) -> Checked<'_> {
    Checked {
        text: &said.text,
        speaker: said.speaker.as_deref(),
        check: said.verdict,
        sentence: said.sentence.as_deref(),
        document: said.document.as_deref(),
        page: said.page,
        paragraph: said.paragraph,
        difference: &said.difference,
        changes: &said.changes,
        meaning: said.meaning.as_deref(),
        note: said.note.as_deref(),
        also_in: said.also_in.iter().map(also).collect(),
        repeat: said.repeat,
    }
}

fn also(one: &AlsoIn) -> Also<'_> {
    Also {
        document: &one.document,
        citation: &one.citation,
        page: one.page,
        paragraph: one.paragraph,
        primary: one.primary,
    }
}

fn copied_row(copied: &CopiedSentence) -> Copied<'_> {
    Copied {
        text: &copied.text,
        verdict: copied.verdict,
        sentence: &copied.sentence,
        document: &copied.document,
        page: copied.page,
        paragraph: copied.paragraph,
    }
}

/// Prints an answer as a person reads it.
fn show(answer: &Said) {
    if answer.quotations.is_empty() && answer.copied.is_empty() {
        line("No quotation of the inspectors was found in this text.");
    }
    answer.quotations.iter().for_each(show_checked);
    answer.copied.iter().for_each(show_copied);
}

fn show_checked(said: &CheckedQuotation) {
    line(&format!("{}: “{}”", said.verdict.words(), said.text));
    if let Some(sentence) = &said.sentence {
        line(&format!("  the source says: {sentence}"));
    }
    if let Some(citation) = &said.citation {
        line(&format!("  {citation}"));
    }
    if said.difference.iter().any(|part| part.change != "same") {
        line(&format!("  difference: {}", marked(&said.difference)));
    }
    if !said.changes.is_empty() {
        line(&format!("  {}", said.changes.join("; ")));
    }
    for words in said.meaning.iter().chain(&said.note) {
        line(&format!("  {words}"));
    }
    if said.repeat {
        line("  The same statement is counted where it stands first.");
    }
    if !said.also_in.is_empty() {
        let places: Vec<&str> = said.also_in.iter().map(|one| one.citation.as_str()).collect();
        line(&format!("  also in: {}", places.join("; ")));
    }
}

fn show_copied(copied: &CopiedSentence) {
    line(&format!("copied without marks: {}", copied.text));
    line(&format!("  {}", copied.citation));
}

/// A difference as one line: what was left out and put in stands in brackets.
fn marked(difference: &[DifferencePart]) -> String {
    let parts = difference.iter().map(|part| match part.change.as_str() {
        "removed" => format!("[left out: {}]", part.words.trim()),
        "added" => format!("[put in: {}]", part.words.trim()),
        _ => part.words.trim().to_owned(),
    });
    parts.collect::<Vec<_>>().join(" ")
}
