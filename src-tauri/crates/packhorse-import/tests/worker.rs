//! The worker: this very program plays it, honest or broken by the ending of the file it is given.

use packhorse_import::{Error, Limits, WORKER_ARGUMENT, Worker};
use std::io::Write as _;
use std::time::{Duration, Instant};

fn main() {
    if play() {
        return;
    }
    let stories: [(&str, fn()); 6] = [
        ("an honest worker reads a file", an_honest_worker_reads_a_file),
        ("a worker that crashes costs one file", a_worker_that_crashes_costs_one_file),
        ("a worker that hangs is ended", a_worker_that_hangs_is_ended),
        ("a worker that talks nonsense is not believed", a_worker_that_talks_nonsense_is_not_believed),
        ("a worker that cannot be started is told of", a_worker_that_cannot_be_started_is_told_of),
        ("a folder, a missing file and a large one never reach a worker", some_paths_never_reach_a_worker),
    ];
    for (name, story) in stories {
        story();
        println!("test {name} ... ok");
    }
}

/// Plays the worker when this process was started as one.
fn play() -> bool {
    let arguments: Vec<String> = std::env::args().collect();
    if arguments.get(1).map(String::as_str) != Some(WORKER_ARGUMENT) {
        return false;
    }
    match arguments.get(2).map_or("", |name| name.rsplit('.').next().unwrap_or("")) {
        "crash" => std::process::abort(),
        "hang" => std::thread::sleep(Duration::from_secs(600)),
        "chat" => {
            let mut out = std::io::stdout();
            let written = out.write_all(b"{\"Read\": {\"text\": 1}}").and_then(|()| out.flush());
            std::process::exit(i32::from(written.is_err()));
        }
        _ => return packhorse_import::worker(),
    }
    true
}

fn worker() -> Worker {
    Worker::new(std::env::current_exe().expect("this program has a path"))
}

fn an_honest_worker_reads_a_file() {
    let document = worker().read_bytes("letter.txt", "Plans are “clear”.".as_bytes()).expect("a document");
    assert_eq!(document.text, "Plans are “clear”.");
    assert_eq!(
        worker().read_bytes("letter.pdf", b"%PDF-1.7 cut"),
        Err(Error::Damaged { reason: "it does not follow the rules of PDF, or its end is missing".into() })
    );
    assert_eq!(worker().read_bytes("letter.txt", b""), Err(Error::Empty));
}

fn a_worker_that_crashes_costs_one_file() {
    assert_eq!(worker().read_bytes("letter.crash", b"words"), Err(Error::Crashed));
    // A child that dies before it has read everything breaks the pipe, and that is no other error.
    assert_eq!(worker().read_bytes("letter.crash", &vec![b'a'; 4_000_000]), Err(Error::Crashed));
    assert!(worker().read_bytes("letter.txt", b"the next file").is_ok(), "the next file is read as ever");
}

fn a_worker_that_hangs_is_ended() {
    let limits = Limits { time: Duration::from_millis(300), ..Limits::default() };
    let begun = Instant::now();
    let answer = worker().with_limits(limits).read_bytes("letter.hang", &vec![b'a'; 4_000_000]);
    assert!(matches!(answer, Err(Error::TooSlow { .. })), "{answer:?}");
    assert!(begun.elapsed() < Duration::from_secs(60), "nobody waits for it");
}

fn a_worker_that_talks_nonsense_is_not_believed() {
    assert_eq!(worker().read_bytes("letter.chat", b"words"), Err(Error::Crashed));
}

fn a_worker_that_cannot_be_started_is_told_of() {
    let answer = Worker::new("/nowhere/at/all").read_bytes("letter.txt", b"words");
    assert!(matches!(answer, Err(Error::NotStarted { .. })), "{answer:?}");
}

fn some_paths_never_reach_a_worker() {
    let folder = std::env::temp_dir();
    let none = Worker::new("/nowhere/at/all");
    assert_eq!(none.read(&folder).expect_err("a folder"), Error::Folder);
    assert_eq!(none.read(&folder.join("no such file of ours.pdf")).expect_err("missing"), Error::NotFound);
    let limits = Limits { input: 1, ..Limits::default() };
    let this = std::env::current_exe().expect("this program has a path");
    assert_eq!(none.with_limits(limits).read(&this).expect_err("too large"), Error::TooLarge { limit: 1 });
}
