//! Reading in a child process: the program's own executable on a hidden argument.

mod picture;

use crate::outcomes::Table;
use crate::picture::Picture;
use crate::{Error, Limits};
use packhorse_model::Document;
use serde::{Deserialize, Serialize};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Instant;

/// The hidden argument that makes one of our programs an import worker.
pub const WORKER_ARGUMENT: &str = "--packhorse-import-worker";

/// The further argument that asks for a table's cells instead of a document.
const TABLE: &str = "table";

/// What the child writes.
#[derive(Debug, Serialize, Deserialize)]
enum Reply {
    Read(Box<Document>),
    Table(Table),
    Picture { picture: Picture, words: String },
    Stopped(Error),
}

/// Turns this process into an import worker when it was started as one.
///
/// Every program of ours calls this first and ends when it returns `true`.
pub fn worker() -> bool {
    // Arguments that are no text are nobody's who starts a worker.
    let mut arguments = std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned());
    if arguments.next().as_deref() != Some(WORKER_ARGUMENT) {
        return false;
    }
    let name = arguments.next().unwrap_or_default();
    let wish: Vec<String> = arguments.collect();
    let limits = Limits::default();
    hold_memory(&limits);
    // A parser's panic is told by the parent; its words would only frighten.
    std::panic::set_hook(Box::new(|_| {}));
    let mut bytes = Vec::new();
    let reply = match std::io::stdin().lock().take(limits.input + 1).read_to_end(&mut bytes) {
        Ok(_) => answer(bytes, &name, &limits, &wish),
        Err(error) => Reply::Stopped(Error::Unreadable { reason: error.to_string() }),
    };
    let mut out = std::io::stdout().lock();
    let written = serde_json::to_writer(&mut out, &reply).is_ok() && out.flush().is_ok();
    if !written {
        std::process::exit(1);
    }
    true
}

/// What the child makes of the bytes, by the wish in its arguments.
fn answer(bytes: Vec<u8>, name: &str, limits: &Limits, wish: &[String]) -> Reply {
    let made = match wish.split_first() {
        Some((what, rest)) if what == picture::PICTURE => return picture::answer(bytes, limits, rest),
        Some((what, _)) if what == TABLE => crate::outcomes::read(&bytes, limits).map(Reply::Table),
        _ => crate::read(&bytes, name, limits).map(|document| Reply::Read(Box::new(document))),
    };
    made.unwrap_or_else(Reply::Stopped)
}

/// Caps this process's memory, so that an inflated file ends the worker and not the machine.
#[cfg(unix)]
fn hold_memory(limits: &Limits) {
    // A refusal leaves the time limit in place; nothing better is to be had.
    let _ = rlimit::setrlimit(rlimit::Resource::AS, limits.memory, limits.memory);
    // A worker whose parent is gone ends by itself.
    let seconds = limits.time.as_secs() * 3 / 2;
    let _ = rlimit::setrlimit(rlimit::Resource::CPU, seconds, seconds);
}

/// Caps this process's memory, so that an inflated file ends the worker and not the machine.
#[cfg(windows)]
fn hold_memory(limits: &Limits) {
    let Ok(job) = win32job::Job::create() else { return };
    let Ok(mut info) = job.query_extended_limit_info() else { return };
    info.limit_process_memory(usize::try_from(limits.memory).unwrap_or(usize::MAX));
    // The job lives as long as the process: dropping the handle would lift the limit.
    if job.set_extended_limit_info(&info).is_ok() && job.assign_current_process().is_ok() {
        std::mem::forget(job);
    }
}

/// Starts import workers.
#[derive(Debug, Clone)]
pub struct Worker {
    program: PathBuf,
    limits: Limits,
}

/// A file's bytes and what was read from them.
#[derive(Debug, Clone)]
pub struct Read {
    /// The bytes, as they were when they were read.
    pub bytes: Vec<u8>,
    /// The document.
    pub document: Document,
}

impl Worker {
    /// A worker that starts `program`, which must call [`worker`] first thing in its `main`.
    pub fn new(program: impl Into<PathBuf>) -> Self {
        Self { program: program.into(), limits: Limits::default() }
    }

    /// The same worker with other limits of time; the child's own limits stay the default ones.
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Reads a file.
    ///
    /// # Errors
    ///
    /// Says what stopped the file from becoming a document.
    pub fn read(&self, path: &Path) -> Result<Read, Error> {
        let bytes = self.bytes(path)?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let document = self.read_bytes(&name, &bytes)?;
        Ok(Read { bytes, document })
    }

    fn bytes(&self, path: &Path) -> Result<Vec<u8>, Error> {
        let opened = |error: std::io::Error| match error.kind() {
            std::io::ErrorKind::NotFound => Error::NotFound,
            _ => Error::Unreadable { reason: error.to_string() },
        };
        let about = std::fs::metadata(path).map_err(opened)?;
        if about.is_dir() {
            return Err(Error::Folder);
        }
        if !about.is_file() {
            return Err(Error::Unsupported { what: "not an ordinary file".into() });
        }
        if about.len() > self.limits.input {
            return Err(Error::TooLarge { limit: self.limits.input });
        }
        let mut bytes = Vec::new();
        let file = std::fs::File::open(path).map_err(opened)?;
        file.take(self.limits.input + 1).read_to_end(&mut bytes).map_err(opened)?;
        Ok(bytes)
    }

    /// Reads bytes that came with a name.
    ///
    /// # Errors
    ///
    /// Says what stopped the bytes from becoming a document.
    pub fn read_bytes(&self, name: &str, bytes: &[u8]) -> Result<Document, Error> {
        if bytes.is_empty() {
            return Err(Error::Empty);
        }
        if bytes.len() as u64 > self.limits.input {
            return Err(Error::TooLarge { limit: self.limits.input });
        }
        match self.ask(name, &[], bytes)? {
            Reply::Read(document) => Ok(*document),
            Reply::Stopped(error) => Err(error),
            _ => Err(Error::Crashed),
        }
    }

    /// Reads a table's cells.
    ///
    /// # Errors
    ///
    /// Says what stopped the file from becoming a table.
    pub fn read_table(&self, path: &Path) -> Result<Table, Error> {
        let bytes = self.bytes(path)?;
        if bytes.is_empty() {
            return Err(Error::Empty);
        }
        match self.ask("", &[TABLE.into()], &bytes)? {
            Reply::Table(table) => Ok(table),
            Reply::Stopped(error) => Err(error),
            _ => Err(Error::Crashed),
        }
    }

    fn ask(&self, name: &str, wish: &[String], bytes: &[u8]) -> Result<Reply, Error> {
        let mut child = self.start(name, wish)?;
        let answer = self.converse(&mut child, bytes);
        // Whatever came of it, no child is left behind.
        let _ = child.kill();
        let _ = child.wait();
        serde_json::from_slice(&answer?).map_err(|_| Error::Crashed)
    }

    fn start(&self, name: &str, wish: &[String]) -> Result<Child, Error> {
        let mut command = Command::new(&self.program);
        command
            .arg(WORKER_ARGUMENT)
            .arg(ending(name))
            .args(wish)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        #[cfg(windows)]
        {
            use std::os::windows::process::CommandExt as _;
            const NO_WINDOW: u32 = 0x0800_0000;
            const OWN_GROUP: u32 = 0x0000_0200;
            command.creation_flags(NO_WINDOW | OWN_GROUP);
        }
        #[cfg(unix)]
        {
            use std::os::unix::process::CommandExt as _;
            // Ctrl-C at a terminal asks the program to stop, and must not break the file it is at.
            command.process_group(0);
        }
        command.spawn().map_err(|error| Error::NotStarted { reason: error.to_string() })
    }

    /// Hands the bytes over on one thread while another collects the answer.
    fn converse(&self, child: &mut Child, bytes: &[u8]) -> Result<Vec<u8>, Error> {
        let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(Error::Crashed);
        };
        let end = Instant::now() + self.limits.time;
        let (send, receive) = mpsc::channel();
        std::thread::spawn(move || {
            let mut answer = Vec::new();
            let read = output.take(ANSWER_LIMIT).read_to_end(&mut answer);
            // The receiver is gone when time is up; then nobody wants the answer.
            let _ = send.send(read.map(|_| answer));
        });
        std::thread::scope(|scope| {
            // A child that stops reading breaks the pipe; what matters is what it answers.
            let feeder = scope.spawn(move || input.write_all(bytes));
            let left = end.saturating_duration_since(Instant::now());
            let answer = match receive.recv_timeout(left) {
                Ok(Ok(answer)) => Ok(answer),
                Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => Err(Error::Crashed),
                Err(RecvTimeoutError::Timeout) => Err(Error::TooSlow { seconds: self.limits.time.as_secs() }),
            };
            let _ = child.kill();
            let _ = feeder.join();
            answer
        })
    }
}

/// No honest document answers with more than this.
const ANSWER_LIMIT: u64 = 256_000_000;

/// A name with only its ending. Whoever lists this machine's processes sees the arguments, and the
/// name of a paper may say too much.
fn ending(name: &str) -> String {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let plain: String = ending.chars().filter(char::is_ascii_alphanumeric).take(5).collect();
    format!("paper.{plain}")
}
