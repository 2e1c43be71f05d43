//! A file that is being made: it has a name of its own until it is whole, and then takes its place.

use crate::Error;
use crate::header::beside;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;
use uuid::Uuid;

const ENDING: &str = ".part";

/// An abandoned part is swept after this long; until then somebody may still be writing it.
const ABANDONED: Duration = Duration::from_secs(60 * 60);

/// A file that is being made beside its place. It is removed unless it takes its place.
#[derive(Debug)]
pub(crate) struct Part {
    path: PathBuf,
    place: PathBuf,
}

impl Part {
    /// A name nobody uses, in the folder of `place`.
    pub(crate) fn of(place: &Path) -> Self {
        let path = place.with_file_name(format!("{}{}{ENDING}", begins(place), Uuid::now_v7()));
        Self { path, place: place.to_owned() }
    }

    /// Where it is being made.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Takes its place, and the place of what stood there.
    pub(crate) fn replace(self) -> Result<(), Error> {
        self.settle()?;
        rename(&self.path, &self.place).map_err(Error::at(&self.place))?;
        sync_folder(&self.place)
    }

    /// Takes its place if nothing stands there.
    pub(crate) fn place(self) -> Result<(), Error> {
        self.settle()?;
        let there = || Error::AlreadyThere { path: self.place.clone() };
        match fs::hard_link(&self.path, &self.place) {
            Ok(()) => {}
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => return Err(there()),
            // Some drives know no links; then the gap between looking and renaming is accepted.
            Err(_) if self.place.exists() => return Err(there()),
            Err(_) => rename(&self.path, &self.place).map_err(Error::at(&self.place))?,
        }
        sync_folder(&self.place)
    }

    fn settle(&self) -> Result<(), Error> {
        let file = File::options().read(true).write(true).open(&self.path).map_err(Error::at(&self.path))?;
        file.sync_all().map_err(Error::at(&self.path))
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        for ending in ["", "-journal", "-wal", "-shm"] {
            let _ = fs::remove_file(beside(&self.path, ending));
        }
    }
}

/// Removes parts that a stopped program left beside `place` long ago.
pub(crate) fn sweep(place: &Path) {
    let Some(Ok(files)) = place.parent().map(fs::read_dir) else { return };
    for file in files.flatten() {
        let name = file.file_name();
        let name = name.to_string_lossy();
        let ours = name.starts_with(&begins(place)) && name.contains(ENDING);
        let age = || file.metadata().ok()?.modified().ok()?.elapsed().ok();
        if ours && age().is_some_and(|age| age > ABANDONED) {
            let _ = fs::remove_file(file.path());
        }
    }
}

fn begins(place: &Path) -> String {
    format!(".{}.", place.file_name().unwrap_or_default().to_string_lossy())
}

/// Renames, and tries again for two seconds while a virus scanner or indexer holds a file on Windows.
pub(crate) fn rename(from: &Path, to: &Path) -> std::io::Result<()> {
    let mut tries = if cfg!(windows) { 20 } else { 0 };
    loop {
        match fs::rename(from, to) {
            // Access denied, sharing violation, lock violation.
            Err(error) if tries > 0 && matches!(error.raw_os_error(), Some(5 | 32 | 33)) => tries -= 1,
            done => return done,
        }
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// Makes a name that was just written in the folder of `path` last through a power cut.
pub(crate) fn sync_folder(path: &Path) -> Result<(), Error> {
    // Windows writes names through and opens no folders.
    if cfg!(unix) {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(Error::at(folder))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_takes_no_place_leaves_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = folder.path().join("library");
        let part = Part::of(&place);
        fs::write(part.path(), "half").expect("written");
        drop(part);
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 0);
    }

    #[test]
    fn a_part_takes_a_place_but_not_somebody_elses() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = folder.path().join("library");
        for (words, there) in [("first", false), ("second", true)] {
            let part = Part::of(&place);
            fs::write(part.path(), words).expect("written");
            assert_eq!(part.place().is_err(), there);
        }
        assert_eq!(fs::read_to_string(&place).expect("a file"), "first");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }

    #[test]
    fn only_old_parts_of_this_library_are_swept() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = folder.path().join("library");
        let names = [".library.1.part", ".library.2.part-journal", ".other.3.part", "library", "a.part"];
        for name in names {
            let file = File::create(folder.path().join(name)).expect("a file");
            let long_ago = std::time::SystemTime::now() - 2 * ABANDONED;
            file.set_modified(long_ago).expect("an old file");
        }
        fs::write(folder.path().join(".library.4.part"), "being written").expect("written");
        sweep(&place);
        let left = fs::read_dir(folder.path()).expect("a folder").flatten().map(|file| file.file_name());
        let mut left: Vec<_> = left.collect();
        left.sort();
        assert_eq!(left, [".library.4.part", ".other.3.part", "a.part", "library"]);
    }
}
