//! Puts a copy in the library's place, and keeps what stood there.

use crate::clock::written;
use crate::header::{self, beside};
use crate::part::Part;
use crate::{Clock, Error, Library, backup, folder};
use rusqlite::{Connection, OpenFlags};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A library that was put back.
#[derive(Debug)]
pub struct Restored {
    /// The library, open.
    pub library: Library,
    /// What stood in its place, damaged or not, when something did.
    pub kept: Option<PathBuf>,
}

impl Library {
    /// Puts the copy at `copy` in the place of the library at `path`, and opens it.
    ///
    /// The library need not open, so a damaged one can be replaced. What stood there is kept beside
    /// it under another name. Close the library first.
    ///
    /// # Errors
    ///
    /// When the copy does not hold, another program uses the library, or a file cannot be moved.
    /// The library stands as it did then.
    pub fn restore(path: &Path, copy: &Path, clock: Clock) -> Result<Restored, Error> {
        folder::check(path)?;
        backup::verify(copy)?;
        let part = Part::of(path);
        copy_bytes(copy, part.path())?;
        backup::verify(part.path())?;
        let kept = if path.exists() { Some(set_aside(path, &written(clock.now()))?) } else { None };
        // A log that belongs to no file would be taken for the new library's.
        for ending in ["-wal", "-shm"] {
            remove(&beside(path, ending))?;
        }
        part.replace()?;
        Ok(Restored { library: Self::open(path, clock)?, kept })
    }
}

/// Keeps what stands at `path` as it is, with its log, under a name nobody uses.
fn set_aside(path: &Path, time: &str) -> Result<PathBuf, Error> {
    settle(path)?;
    let time: String = time.chars().filter(|char| char.is_ascii_digit() || *char == 'T').collect();
    let names = (0..).map(|number| match number {
        0 => beside(path, &format!(".replaced-{time}")),
        _ => beside(path, &format!(".replaced-{time}-{number}")),
    });
    let aside = names.into_iter().find(|name| !name.exists()).unwrap_or_else(|| beside(path, ".replaced"));
    let log = beside(path, "-wal");
    if log.exists() {
        copy_bytes(&log, &beside(&aside, "-wal"))?;
    }
    // A copy, not a move: whatever happens now, there is a library at `path`.
    let part = Part::of(&aside);
    copy_bytes(path, part.path())?;
    part.replace()?;
    Ok(aside)
}

/// Sees that nobody uses the library and brings its log into it. A damaged one is left as it is.
fn settle(path: &Path) -> Result<(), Error> {
    if header::examine(path).is_err() {
        // SQLite would throw the log of such a file away.
        return Ok(());
    }
    let settled = || -> Result<(), Error> {
        let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        connection.busy_timeout(Duration::from_secs(1))?;
        connection.query_row("PRAGMA locking_mode = EXCLUSIVE", [], |_| Ok(()))?;
        connection.execute_batch("BEGIN EXCLUSIVE; COMMIT;")?;
        Ok(connection.close().map_err(|(_, error)| error)?)
    };
    match settled() {
        Err(Error::Busy) => Err(Error::Busy),
        _ => Ok(()),
    }
}

/// Copies the bytes only: a backup may be read-only, the library may not.
fn copy_bytes(from: &Path, to: &Path) -> Result<(), Error> {
    let mut source = File::open(from).map_err(Error::at(from))?;
    let mut copy = File::create_new(to).map_err(Error::at(to))?;
    std::io::copy(&mut source, &mut copy).map_err(Error::at(to))?;
    copy.sync_all().map_err(Error::at(to))
}

fn remove(path: &Path) -> Result<(), Error> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Error::at(path)(error)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, LETTER};

    #[test]
    fn a_restored_library_holds_what_the_copy_held_and_the_other_is_kept() {
        let (folder, mut library) = testing::library();
        let letter = testing::keep(&mut library, "letter.pdf", &LETTER).source;
        let copy = folder.path().join("copy");
        library.backup_to(&copy).expect("copied");
        let mut read_only = fs::metadata(&copy).expect("a file").permissions();
        read_only.set_readonly(true);
        fs::set_permissions(&copy, read_only).expect("made read-only, as on a backup drive");
        testing::pick(&mut library, letter, "care leavers");
        let path = library.path().to_owned();
        let in_use = Library::restore(&path, &copy, testing::clock());
        assert!(matches!(in_use, Err(Error::Busy)), "somebody is still writing to it");
        assert_eq!(library.counts().expect("counts").quotes, 1);
        drop(library);
        let Restored { library, kept } = Library::restore(&path, &copy, testing::clock()).expect("restored");
        assert_eq!(library.counts().expect("counts").quotes, 0);
        let kept = kept.expect("what it replaced");
        let earlier = Library::open(&kept, testing::clock()).expect("it opens");
        assert_eq!(earlier.counts().expect("counts").quotes, 1);
        assert!(
            earlier.check().expect("a report").is_sound() && library.check().expect("a report").is_sound()
        );
    }

    #[test]
    fn a_library_that_does_not_open_can_be_replaced_and_is_kept_as_it_is() {
        let (folder, path) = testing::closed_library();
        let copy = folder.path().join("copy");
        Library::open(&path, testing::clock()).expect("open").backup_to(&copy).expect("copied");
        fs::write(&path, "no library any more").expect("written");
        fs::write(beside(&path, "-wal"), "a log of nothing").expect("written");
        let Restored { library, kept } = Library::restore(&path, &copy, testing::clock()).expect("restored");
        assert_eq!(library.counts().expect("counts").quotes, 1);
        let kept = kept.expect("what it replaced");
        assert_eq!(fs::read_to_string(&kept).expect("a file"), "no library any more");
        assert_eq!(fs::read_to_string(beside(&kept, "-wal")).expect("a file"), "a log of nothing");
    }

    #[test]
    fn two_restores_at_the_same_time_of_day_keep_two_libraries() {
        let (folder, path) = testing::closed_library();
        let copy = folder.path().join("copy");
        let stopped = Clock::stopped(testing::start());
        Library::open(&path, stopped.clone()).expect("open").backup_to(&copy).expect("copied");
        let first = Library::restore(&path, &copy, stopped.clone()).expect("restored").kept;
        let second = Library::restore(&path, &copy, stopped).expect("restored").kept;
        assert_ne!(first.expect("kept"), second.expect("kept"));
    }

    #[test]
    fn a_copy_that_does_not_hold_changes_nothing() {
        let (folder, path) = testing::closed_library();
        let before = fs::read(&path).expect("bytes");
        let copy = folder.path().join("copy");
        fs::write(&copy, "no copy").expect("written");
        assert!(matches!(Library::restore(&path, &copy, testing::clock()), Err(Error::NotALibrary { .. })));
        assert!(matches!(
            Library::restore(&path, &folder.path().join("none"), testing::clock()),
            Err(Error::Missing { .. })
        ));
        assert_eq!(fs::read(&path).expect("bytes"), before);
    }

    #[test]
    fn where_no_library_stands_a_copy_becomes_one() {
        let (folder, path) = testing::closed_library();
        let new = folder.path().join("new");
        let restored = Library::restore(&new, &path, testing::clock()).expect("restored");
        assert_eq!(restored.kept, None);
        assert_eq!(restored.library.counts().expect("counts").sources, 1);
    }
}
