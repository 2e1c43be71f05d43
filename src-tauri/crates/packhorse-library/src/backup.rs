//! Copies of a library in use, each read again before it is called a copy.

use crate::part::Part;
use crate::{Counts, Error, Library, check, counts, header};
use rusqlite::backup::StepResult;
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};

/// A copy that was made and read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// The copy.
    pub path: PathBuf,
    /// Its size in bytes.
    pub bytes: u64,
    /// What it holds.
    pub counts: Counts,
}

impl Library {
    /// Copies the library as it stands, while it is in use, to a file that may lie anywhere.
    ///
    /// The copy takes its name, and the place of a file of that name, only after it was opened
    /// again and found whole.
    ///
    /// # Errors
    ///
    /// When the copy cannot be written or does not hold. What stood at `path` stands there still.
    pub fn backup_to(&self, path: &Path) -> Result<Backup, Error> {
        let part = make(&self.connection, path)?;
        let counts = counts::of(&read_only(part.path())?)?;
        let bytes = part.path().metadata().map_err(Error::at(part.path()))?.len();
        part.replace()?;
        Ok(Backup { path: path.to_owned(), bytes, counts })
    }
}

/// Copies a library of whatever version this program knows.
pub(crate) fn copy(from: &Connection, path: &Path) -> Result<(), Error> {
    make(from, path)?.replace()
}

fn make(from: &Connection, path: &Path) -> Result<Part, Error> {
    let part = Part::of(path);
    write(from, part.path())?;
    verify(part.path()).map_err(|error| match error {
        Error::BadCopy { detail, .. } => Error::BadCopy { path: path.to_owned(), detail },
        other => other,
    })?;
    Ok(part)
}

fn write(from: &Connection, path: &Path) -> Result<(), Error> {
    // SQLite would only say that it could not open the file.
    std::fs::File::create_new(path).map_err(Error::at(path))?;
    let mut to = Connection::open(path)?;
    // All pages at once: between portions another program may write, and the copy begins anew.
    match rusqlite::backup::Backup::new(from, &mut to)?.step(-1)? {
        StepResult::Done => {}
        _ => return Err(Error::Busy),
    }
    // A copy is one closed file: a log beside it could be left behind.
    to.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    Ok(to.close().map_err(|(_, error)| error)?)
}

/// Opens a copy for reading only and looks whether it is whole.
pub(crate) fn verify(path: &Path) -> Result<(), Error> {
    let bad = |detail: String| Error::BadCopy { path: path.to_owned(), detail };
    let found = header::examine(path).and_then(|_| check::structure(&read_only(path)?));
    match found {
        // The copy is damaged, and not the library.
        Err(Error::Damaged { detail }) => Err(bad(detail)),
        Err(error) => Err(error),
        Ok(problems) => problems.into_iter().next().map_or(Ok(()), |problem| Err(bad(problem.to_string()))),
    }
}

fn read_only(path: &Path) -> Result<Connection, Error> {
    Ok(Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, LETTER};
    use std::fs;

    #[test]
    fn a_library_in_use_is_copied_whole() {
        let (folder, mut library) = testing::library();
        let letter = testing::keep(&mut library, "letter.pdf", &LETTER).source;
        let mut other = Library::open(library.path(), testing::clock()).expect("a second program");
        testing::pick(&mut other, letter, "care leavers");
        let copy = folder.path().join("OneDrive/copy.packhorse");
        fs::create_dir(copy.parent().expect("a folder")).expect("a folder");
        let backup = library.backup_to(&copy).expect("copied");
        assert_eq!(backup.counts, library.counts().expect("counts"));
        assert_eq!(backup.counts.quotes, 1, "what another program kept is in the copy");
        assert_eq!(backup.bytes, fs::metadata(&copy).expect("a file").len());
        assert_eq!(
            fs::read_dir(copy.parent().expect("a folder")).expect("a folder").count(),
            1,
            "one closed file"
        );
        testing::pick(&mut other, letter, "a good place to live");
        assert_eq!(library.backup_to(&copy).expect("copied again").counts.quotes, 2);
    }

    #[test]
    fn a_copy_that_cannot_be_made_leaves_the_earlier_one() {
        let (folder, library) = testing::library();
        let nowhere = folder.path().join("no such folder/copy");
        assert!(matches!(library.backup_to(&nowhere), Err(Error::File { .. })));
        let taken = folder.path().join("taken");
        fs::create_dir(&taken).expect("a folder");
        assert!(library.backup_to(&taken).is_err(), "a folder is not replaced");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").flatten().filter(part).count(), 0);
    }

    fn part(file: &fs::DirEntry) -> bool {
        file.file_name().to_string_lossy().contains(".part")
    }

    #[test]
    fn a_copy_that_was_damaged_is_no_copy() {
        let (_folder, path) = testing::closed_library();
        let mut bytes = fs::read(&path).expect("bytes");
        let middle = bytes.len() / 2;
        bytes[middle..middle + 4096].fill(0x5a);
        fs::write(&path, bytes).expect("written");
        assert!(matches!(verify(&path), Err(Error::BadCopy { .. })));
    }
}
