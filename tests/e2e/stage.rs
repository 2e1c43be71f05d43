//! A display, a session of its own and the window's driver, ended together.

use packhorse_tests::root;
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long the display and the driver may take to answer.
const PATIENCE: Duration = Duration::from_secs(60);

/// A stage for one test: nothing on it is shared with another.
pub(crate) struct Stage {
    display: Child,
    driver: Child,
    /// The driver's port.
    pub port: u16,
    /// A folder that goes with the stage.
    pub folder: tempfile::TempDir,
}

impl Stage {
    /// Raises the stage. The window will bring in `files` and write into the folder `out`.
    pub(crate) fn raise(files: &[PathBuf]) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let out = folder.path().join("out");
        std::fs::create_dir_all(&out).expect("a folder for the packs");
        let (number, display) = display();
        let port = free_port();
        let named: Vec<String> = files.iter().map(|path| path.display().to_string()).collect();
        let mut command = Command::new("dbus-run-session");
        command.args(["--", "WebKitWebDriver", &format!("--port={port}")]);
        command.env("DISPLAY", format!(":{number}")).env("TAURI_WEBVIEW_AUTOMATION", "true");
        command.env_remove("WAYLAND_DISPLAY").env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
        for (name, part) in
            [("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache")]
        {
            command.env(name, folder.path().join(part));
        }
        command.env("PACKHORSE_LIBRARY", folder.path().join("library").join("library.packhorse"));
        command.env("PACKHORSE_E2E_FILES", named.join("\n")).env("PACKHORSE_E2E_FOLDER", &out);
        command.env("PACKHORSE_E2E_LOGO", folder.path().join("logo.svg"));
        // A group of its own, so that the window does not outlive its test.
        command.process_group(0).stdout(Stdio::null()).stderr(Stdio::null());
        let driver = command.spawn().expect("the driver can be started");
        let stage = Self { display, driver, port, folder };
        stage.wait(|| TcpStream::connect(("127.0.0.1", port)).is_ok(), "the driver answers");
        stage
    }

    /// The folder the packs are written into.
    pub(crate) fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    /// The library the window works on.
    pub(crate) fn library(&self) -> PathBuf {
        self.folder.path().join("library").join("library.packhorse")
    }

    /// Ends the window as a power cut would: without a word.
    pub(crate) fn kill_window(&self) {
        let library = self.library().display().to_string();
        let mut killed = 0;
        for entry in std::fs::read_dir("/proc").expect("processes are listed").flatten() {
            let Ok(id) = entry.file_name().to_string_lossy().parse::<u32>() else { continue };
            let of_window =
                std::fs::read_link(entry.path().join("exe")).is_ok_and(|program| program == window());
            let environment = std::fs::read(entry.path().join("environ")).unwrap_or_default();
            if of_window && String::from_utf8_lossy(&environment).contains(&library) {
                let done = Command::new("kill").args(["-KILL", &id.to_string()]).status();
                killed += u32::from(done.is_ok_and(|status| status.success()));
            }
        }
        assert!(killed > 0, "the window was running");
    }

    /// The bytes of memory that the window and each of its helpers hold, shared ones in proportion.
    pub(crate) fn memory(&self) -> Vec<(String, u64)> {
        let library = self.library().display().to_string();
        let processes = std::fs::read_dir("/proc").expect("processes are listed").flatten();
        let held = processes.filter_map(|entry| {
            let environment = std::fs::read(entry.path().join("environ")).ok()?;
            let program = std::fs::read_link(entry.path().join("exe")).ok()?;
            let name = program.file_name()?.to_string_lossy().into_owned();
            if name == "WebKitWebDriver" || !String::from_utf8_lossy(&environment).contains(&library) {
                return None;
            }
            let told = std::fs::read_to_string(entry.path().join("smaps_rollup")).ok()?;
            let line = told.lines().find(|line| line.starts_with("Pss:"))?;
            let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
            Some((name, kilobytes * 1024))
        });
        held.collect()
    }

    fn wait(&self, ready: impl Fn() -> bool, what: &str) {
        let end = Instant::now() + PATIENCE;
        while !ready() {
            assert!(Instant::now() < end, "in {PATIENCE:?}: {what}");
            sleep(Duration::from_millis(100));
        }
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let group = format!("-{}", self.driver.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
        let _ = self.driver.wait();
        let _ = self.display.kill();
        let _ = self.display.wait();
    }
}

/// A display of its own. The number is asked of Xvfb, which knows which are free.
fn display() -> (u32, Child) {
    use std::io::{BufRead as _, BufReader};
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"]);
    let mut child =
        command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("Xvfb can be started");
    let out = child.stdout.take().expect("its output is piped");
    let mut line = String::new();
    BufReader::new(out).read_line(&mut line).expect("Xvfb names its display");
    let number = line.trim().parse().expect("a display has a number");
    (number, child)
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port is free");
    listener.local_addr().expect("it has a number").port()
}

/// The window: the program named by `PACKHORSE_WINDOW`, or the one built last.
pub(crate) fn window() -> PathBuf {
    let built = || root().join("target").join("debug").join("packhorse-shell");
    let path = std::env::var_os("PACKHORSE_WINDOW").map_or_else(built, PathBuf::from);
    assert!(Path::new(&path).is_file(), "the window is not built: run cargo xtask test");
    path
}
