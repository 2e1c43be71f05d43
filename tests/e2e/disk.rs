//! A small disk of its own, where the system gives leave to mount one.

use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A disk at a folder; it goes when it is dropped.
pub(crate) struct Disk(PathBuf);

impl Disk {
    /// Mounts a disk in memory over a folder; `None` where that is not allowed.
    pub(crate) fn mounted(folder: &Path, options: &str) -> Option<Self> {
        let words = ["-t", "tmpfs", "-o", options, "packhorse-test"];
        run(Command::new("mount").args(words).arg(folder)).then(|| Self(folder.to_owned()))
    }

    /// Makes it read-only.
    pub(crate) fn seal(&self) {
        let sealed = run(Command::new("mount").args(["-o", "remount,ro"]).arg(&self.0));
        assert!(sealed, "a disk that was mounted can be made read-only");
    }

    /// Writes into a file until no room is left.
    pub(crate) fn fill(path: &Path) {
        let mut file = File::create(path).expect("a file");
        for size in [65_536, 4_096, 1] {
            while file.write_all(&vec![0; size]).is_ok() {}
        }
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Lazily: the window may still have the library open.
        run(Command::new("umount").arg("-l").arg(&self.0));
    }
}

fn run(command: &mut Command) -> bool {
    command.stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}
