//! Looks at a file before SQLite may touch it, so that what is not ours stays as it is.

use crate::{Error, migrate};
use rusqlite::{Connection, OpenFlags};
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Marks a SQLite file as a Packhorse library: “Pack”.
pub(crate) const APPLICATION: u32 = u32::from_be_bytes(*b"Pack");

const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Says which version the library at `path` has, and refuses what this program must not open.
pub(crate) fn examine(path: &Path) -> Result<u32, Error> {
    if path.is_dir() {
        return Err(Error::NotALibrary { path: path.to_owned() });
    }
    let mut file = match File::open(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(Error::Missing { path: path.to_owned() });
        }
        file => file.map_err(Error::at(path))?,
    };
    let mut header = Vec::with_capacity(100);
    file.by_ref().take(100).read_to_end(&mut header).map_err(Error::at(path))?;
    let number = |at: usize| {
        let bytes = header.get(at..at + 4).and_then(|bytes| bytes.try_into().ok());
        bytes.map(u32::from_be_bytes).unwrap_or_default()
    };
    if header.len() < 100 || !header.starts_with(MAGIC) || number(68) != APPLICATION {
        return Err(Error::NotALibrary { path: path.to_owned() });
    }
    let length = file.metadata().map_err(Error::at(path))?.len();
    // While a log waits beside the file, the file's own first page may be behind the log.
    let (version, whole) =
        if log_waits(path) { (logged(path)?, true) } else { (number(60), length >= size(&header)) };
    if version > migrate::newest() {
        return Err(Error::Newer { path: path.to_owned(), version, known: migrate::newest() });
    }
    if whole { Ok(version) } else { Err(Error::damaged("part of its file is missing")) }
}

/// The size the header gives the file.
fn size(header: &[u8]) -> u64 {
    let page = u64::from(u16::from_be_bytes([header[16], header[17]]));
    let pages = u64::from(u32::from_be_bytes([header[28], header[29], header[30], header[31]]));
    // A page of 65,536 bytes is written as 1.
    pages * if page == 1 { 65_536 } else { page }
}

/// The version with the log taken into account, read without writing to the file.
fn logged(path: &Path) -> Result<u32, Error> {
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    migrate::version(&connection)
}

fn log_waits(path: &Path) -> bool {
    beside(path, "-wal").metadata().is_ok_and(|log| log.len() > 0)
}

/// The file SQLite keeps beside a library.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
