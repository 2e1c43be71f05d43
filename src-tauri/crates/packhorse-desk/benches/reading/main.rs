//! How fast documents are read, and how much memory that takes: `cargo xtask bench`.
//!
//! Time is the processor's time of this one thread, the least of several rounds, because other work
//! on the machine disturbs clocks. It is also given in reference jobs, a fixed piece of work done in
//! the same run, so that figures of different machines can be compared.

mod cost;
mod long;
mod papers;

use cost::{least, millis, reference_job};
use packhorse_import::{Limits, Worker};
use papers::{Paper, Shelf};
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How often each piece of work is done.
const ROUNDS: usize = 5;

/// Pages a second that one core must read, import and recognition together.
const PAGES: f64 = 200.0;

/// Megabytes that a long report may take.
const MEMORY: u64 = 200;

/// The argument that makes this program read one file and say how much memory that took.
const PEAK: &str = "--peak";

fn main() {
    if packhorse_import::worker() {
        return;
    }
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [peak, file] = &words[..]
        && peak == PEAK
    {
        return say_peak(Path::new(file));
    }
    let reference = least(ROUNDS, reference_job);
    println!("A reference job takes {} ms.\n", millis(reference));
    let shelves = papers::shelves();
    shelves.iter().for_each(|shelf| show(shelf, reference));
    start(&shelves);
    memory();
}

/// Reads a paper in this process.
fn facts(paper: &Paper) -> usize {
    let document = packhorse_import::read(&paper.bytes, &paper.name, &Limits::default());
    document.map_or(0, |document| packhorse_recognise::recognise(&document).evidence().len())
}

fn show(shelf: &Shelf, reference: Duration) {
    let (mut import, mut recognise, mut pages) = (Duration::ZERO, Duration::ZERO, 0_u32);
    let mut slowest: Option<(Duration, &str)> = None;
    for paper in &shelf.papers {
        let limits = Limits::default();
        let Ok(document) = packhorse_import::read(&paper.bytes, &paper.name, &limits) else { continue };
        let read = least(ROUNDS, || packhorse_import::read(&paper.bytes, &paper.name, &limits));
        let found = least(ROUNDS, || packhorse_recognise::recognise(&document));
        let count = document.pages.unwrap_or(1);
        let each = (read + found) / count;
        if slowest.is_none_or(|(other, _)| each > other) {
            slowest = Some((each, &paper.name));
        }
        (import, recognise, pages) = (import + read, recognise + found, pages + count);
    }
    if pages == 0 {
        return;
    }
    let both = import + recognise;
    let speed = f64::from(pages) / both.as_secs_f64();
    let verdict = if speed >= PAGES { "meets" } else { "MISSES" };
    println!("{}: {} documents, {pages} pages", shelf.name, shelf.papers.len());
    println!("  {speed:.0} pages a second per core; that {verdict} the {PAGES:.0} asked for");
    println!("  a page: import {} ms, recognise {} ms", millis(import / pages), millis(recognise / pages));
    println!(
        "  a page in reference jobs: {:.4}",
        both.as_secs_f64() / f64::from(pages) / reference.as_secs_f64()
    );
    if let Some((each, name)) = slowest {
        println!("  the slowest: {} ms a page, {name}", millis(each));
    }
    println!();
}

/// What the child process costs beside the reading: wall-clock time, the median of many.
fn start(shelves: &[Shelf]) {
    let Some(paper) = shelves.iter().flat_map(|shelf| &shelf.papers).min_by_key(|paper| paper.bytes.len())
    else {
        return;
    };
    let Ok(program) = std::env::current_exe() else { return };
    let worker = Worker::new(program);
    let mut times: Vec<Duration> = (0..20)
        .map(|_| {
            let began = Instant::now();
            let _ = black_box(worker.read_bytes("paper.txt", b"A line of words, and no more."));
            began.elapsed()
        })
        .collect();
    times.sort();
    println!("Starting the child process for a file: {} ms of the clock.", millis(times[times.len() / 2]));
    black_box(facts(paper));
}

/// What a long report takes, read by a process of its own.
fn memory() {
    let Some(file) = long::report() else {
        println!("No long report could be made, so its memory was not measured.");
        return;
    };
    let own: Option<PathBuf> = std::env::current_exe().ok();
    let said = own.and_then(|own| std::process::Command::new(own).arg(PEAK).arg(file.path()).output().ok());
    let said = said.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    let mut words = said.split_whitespace().map(str::parse::<u64>);
    let (Some(Ok(pages)), Some(Ok(megabytes))) = (words.next(), words.next()) else {
        println!("The memory of a process is not known here.");
        return;
    };
    let verdict = if megabytes < MEMORY { "meets" } else { "MISSES" };
    println!(
        "A report of {pages} pages takes {megabytes} MB at most; that {verdict} the {MEMORY} asked for."
    );
}

fn say_peak(file: &Path) {
    let bytes = std::fs::read(file).unwrap_or_default();
    let Ok(document) = packhorse_import::read(&bytes, "report.pdf", &Limits::default()) else { return };
    black_box(packhorse_recognise::recognise(&document));
    if let Some(peak) = peak_memory() {
        println!("{} {}", document.pages.unwrap_or(0), peak / 1_000_000);
    }
}

/// The most memory this process ever had, in bytes.
fn peak_memory() -> Option<u64> {
    let told = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes * 1024)
}
