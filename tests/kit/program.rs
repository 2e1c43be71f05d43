//! Running our program as a person at a terminal does.

use std::ffi::OsStr;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant};

/// No command of a test takes longer than this, the import worker's own limit of 60 s included.
const PATIENCE: Duration = Duration::from_secs(150);

/// How a program ended.
#[derive(Debug, Clone)]
pub struct Ended {
    /// The exit status; `None` when it was killed.
    pub status: Option<i32>,
    /// What it printed: data.
    pub out: String,
    /// What it told people.
    pub err: String,
    /// How long it ran.
    pub took: Duration,
}

impl Ended {
    /// Holds the exit status against those that are right here.
    #[track_caller]
    pub fn expect(&self, statuses: &[i32], because: &str) -> &Self {
        let right = self.status.is_some_and(|status| statuses.contains(&status));
        assert!(
            right,
            "{because}: status {:?}, expected {statuses:?}\n{}\n{}",
            self.status, self.out, self.err
        );
        self
    }

    /// Holds that nothing broke inside, whatever the outcome.
    #[track_caller]
    pub fn without_panic(&self) -> &Self {
        for word in [
            "panicked at",
            "Something inside Packhorse",
            "RUST_BACKTRACE",
            "stack overflow",
            "Error {",
            "Err(",
        ] {
            assert!(!self.err.contains(word), "people were shown {word:?}:\n{}", self.err);
        }
        assert!(self.status.is_some(), "the program was killed or crashed:\n{}", self.err);
        self
    }
}

/// The program `packhorse`: the one named by `PACKHORSE_PROGRAM`, or else built now.
pub fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| std::env::var_os("PACKHORSE_PROGRAM").map_or_else(build, PathBuf::from))
}

fn build() -> PathBuf {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["build", "--quiet", "--package", "packhorse-cli", "--message-format", "json"]);
    let output =
        command.current_dir(crate::root()).stderr(Stdio::inherit()).output().expect("cargo can be started");
    assert!(output.status.success(), "packhorse-cli does not build");
    let messages = crate::values(&String::from_utf8_lossy(&output.stdout));
    let path = messages.iter().rev().find_map(|message| message["executable"].as_str());
    path.expect("cargo names the program it built").into()
}

/// Runs `packhorse` with these words, from the project's top folder.
pub fn packhorse<Word: AsRef<OsStr>>(words: impl IntoIterator<Item = Word>) -> Ended {
    let mut command = Command::new(program());
    command.args(words).current_dir(crate::root());
    within(PATIENCE, &mut command)
}

/// Runs a command to its end; fails when that takes longer than the limit.
pub fn within(limit: Duration, command: &mut Command) -> Ended {
    let began = Instant::now();
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap_or_else(|error| panic!("{command:?} cannot be started: {error}"));
    // Both streams are drained at once: a full pipe would stop the program.
    let out = collect(child.stdout.take());
    let err = collect(child.stderr.take());
    let status = loop {
        match child.try_wait().expect("a child can be waited for") {
            Some(status) => break status,
            None if began.elapsed() > limit => {
                let _ = child.kill();
                panic!("{command:?} was still running after {} s", limit.as_secs());
            }
            None => thread::sleep(Duration::from_millis(5)),
        }
    };
    let took = began.elapsed();
    let text = |reader: thread::JoinHandle<String>| reader.join().expect("a reader of a pipe does not panic");
    Ended { status: status.code(), out: text(out), err: text(err), took }
}

fn collect(stream: Option<impl Read + Send + 'static>) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut stream) = stream {
            let _ = stream.read_to_end(&mut bytes);
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}
