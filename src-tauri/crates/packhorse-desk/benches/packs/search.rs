//! A library of ten thousand documents: how long a search takes, and how much the window is given.

use crate::cost::millis;
use packhorse_desk::{Desk, InspectionsRequest, LibraryRequest, PapersRequest, Reader};
use packhorse_library::{Library, NewSource};
use packhorse_model::{
    BlockKind, Confidence, DateRange, Document, Fact, Facts, Format, PartialDate, SourceKind,
};
use std::path::Path;
use std::time::{Duration, Instant};

const DOCUMENTS: usize = 10_000;

const WORDS: [&str; 24] = [
    "children",
    "plans",
    "visits",
    "managers",
    "supervision",
    "front",
    "door",
    "night",
    "carers",
    "leavers",
    "adoption",
    "schools",
    "police",
    "health",
    "decisions",
    "records",
    "timely",
    "thresholds",
    "neglect",
    "audit",
    "homes",
    "missing",
    "advocates",
    "courts",
];

/// Makes the library in a folder that goes again, and searches it.
pub(crate) fn report(reference: Duration) {
    let Ok(home) = tempfile::tempdir() else { return };
    let path = home.path().join("library.packhorse");
    if fill(&path).is_none() {
        println!("No large library could be made, so searching was not measured.");
        return;
    }
    // The window is measured with the same library (tests/e2e/measure.rs).
    if let Some(kept) = std::env::var_os("PACKHORSE_KEEP_LIBRARY") {
        match std::fs::copy(&path, &kept) {
            Ok(_) => println!("The library is kept in {}.", Path::new(&kept).display()),
            Err(error) => println!("The library was not kept: {error}."),
        }
    }
    let opened = Instant::now();
    let Ok(desk) = Desk::open_existing(&path, Reader::starting(Path::new("no-worker"))) else { return };
    println!("A library of {DOCUMENTS} documents opens in {} ms.", millis(opened.elapsed()));
    let mut times: Vec<Duration> = Vec::new();
    for (index, word) in WORDS.iter().enumerate().cycle().take(120) {
        let words = format!("{word} {}", WORDS[(index * 7 + 3) % WORDS.len()]);
        let request = LibraryRequest { words: Some(words) };
        let began = Instant::now();
        let _ = std::hint::black_box(desk.find(&request));
        times.push(began.elapsed());
    }
    times.sort();
    let p95 = times[times.len() * 95 / 100];
    let meets = if p95 <= Duration::from_millis(30) { "meets" } else { "MISSES" };
    println!("  a search: {} ms in 95 of 100; that {meets} the 30 ms asked for", millis(p95));
    println!("  in reference jobs: {:.3}", p95.as_secs_f64() / reference.as_secs_f64());
    replies(&desk);
}

/// What the window is given for a screen, beside the whole list, which it is not given.
fn replies(desk: &Desk) {
    let whole = desk.list(&LibraryRequest::default()).ok().and_then(|reply| kilobytes(&reply.sources));
    println!("  its whole list: {} kB", whole.unwrap_or_default());
    let everything = InspectionsRequest { most: u32::MAX, ..InspectionsRequest::default() };
    let first = InspectionsRequest { most: 100, ..InspectionsRequest::default() };
    for (what, request) in [("all inspections", &everything), ("the first hundred", &first)] {
        let began = Instant::now();
        let Ok(reply) = desk.inspections(request) else { return };
        let took = began.elapsed();
        println!("  {what}: {} kB, {} ms", kilobytes(&reply).unwrap_or_default(), millis(took));
    }
    let found = PapersRequest { words: "visit 77".into(), most: 6, ..PapersRequest::default() };
    let began = Instant::now();
    let Ok(reply) = desk.list_papers(&found) else { return };
    let took = began.elapsed();
    println!("  documents by words: {} kB, {} ms", kilobytes(&reply).unwrap_or_default(), millis(took));
}

fn kilobytes(reply: &impl serde::Serialize) -> Option<usize> {
    serde_json::to_vec(reply).ok().map(|bytes| bytes.len() / 1_000)
}

/// Councils with seven papers of a visit and six of others each.
fn facts(number: usize) -> Facts {
    fn sure<T>(value: T) -> Fact<T> {
        Fact { value, place: None, rule: "bench".into(), confidence: Confidence::Sure }
    }
    let kind = if number % 13 < 7 { SourceKind::Letter } else { SourceKind::NewsStory };
    let year = 2012 + i32::try_from(number % 13).unwrap_or_default();
    Facts {
        authority: Some(sure(format!("Council {}", number / 13))),
        kind: (kind == SourceKind::Letter).then(|| sure("focused-visit-letter".to_owned())),
        inspected: Some(sure(DateRange { from: PartialDate::Year(year), to: None })),
        ..Facts::only(sure(kind))
    }
}

fn fill(path: &Path) -> Option<()> {
    let mut library = Library::open_or_create(path, packhorse_library::Clock::system()).ok()?;
    for number in 0..DOCUMENTS {
        let mut document = Document { pages: Some(2), ..Document::empty(Format::Pdf) };
        document.add(BlockKind::Heading { level: 1 }, Some(1), &format!("Focused visit number {number}"));
        for paragraph in 0..6 {
            let words: Vec<&str> =
                (0..30).map(|at| WORDS[(number * 31 + paragraph * 7 + at * at) % WORDS.len()]).collect();
            document.add(BlockKind::Paragraph, Some(1), &format!("Visit {number}: {}.", words.join(" ")));
        }
        let name = format!("visit-{number}.pdf");
        let new = NewSource {
            file_name: &name,
            bytes: name.as_bytes(),
            document: &document,
            facts: &facts(number),
        };
        library.keep(new).ok()?;
    }
    Some(())
}
