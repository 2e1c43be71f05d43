//! Opens and makes the file.

use crate::header::{self, beside};
use crate::part::{self, Part};
use crate::source::Listed;
use crate::{Clock, Error, backup, folder, migrate};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use uuid::ContextV7;

/// How long to wait for another program that is writing.
const PATIENCE: Duration = Duration::from_secs(5);

/// The tables of which the list of sources shows something.
const SHOWN: [&str; 2] = ["source", "quote"];

/// What the office keeps: one file, one connection.
///
/// What a method says was done is on the disk when it returns.
#[derive(Debug)]
pub struct Library {
    pub(crate) connection: Connection,
    pub(crate) clock: Clock,
    pub(crate) ids: ContextV7,
    path: PathBuf,
    /// The list of sources as it was when the library was in this state.
    pub(crate) listed: RefCell<Option<Listed>>,
    /// How often this connection changed anything that the list of sources shows.
    pub(crate) relisted: Arc<AtomicU64>,
}

impl Library {
    /// Opens a library, brings it to this program's version and keeps a copy of the older one.
    ///
    /// # Errors
    ///
    /// When there is none, when the file is something else or newer than this program (it is left
    /// untouched then), when it is damaged, or when it lies on a network drive or in a synchronised
    /// folder.
    pub fn open(path: &Path, clock: Clock) -> Result<Self, Error> {
        folder::check(path)?;
        let version = header::examine(path)?;
        part::sweep(path);
        let mut connection = connect(path)?;
        if version < migrate::newest() {
            backup::copy(&connection, &beside(path, &format!(".before-version-{}", migrate::newest())))?;
            migrate::run(&mut connection)?;
        }
        let relisted = Arc::new(AtomicU64::new(0));
        let count = Arc::clone(&relisted);
        connection.update_hook(Some(move |_, _: &str, table: &str, _| {
            if SHOWN.contains(&table) {
                count.fetch_add(1, Ordering::Relaxed);
            }
        }))?;
        Ok(Self {
            connection,
            clock,
            ids: ContextV7::new(),
            path: path.to_owned(),
            listed: RefCell::default(),
            relisted,
        })
    }

    /// Makes an empty library. It appears whole or not at all.
    ///
    /// # Errors
    ///
    /// When there is a file already, or the folder cannot hold a library.
    pub fn create(path: &Path, clock: Clock) -> Result<Self, Error> {
        folder::check(path)?;
        if path.exists() {
            return Err(Error::AlreadyThere { path: path.to_owned() });
        }
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(Error::at(folder))?;
        }
        let part = Part::of(path);
        let mut connection = Connection::open(part.path())?;
        connection.pragma_update(None, "application_id", header::APPLICATION)?;
        migrate::run(&mut connection)?;
        connection.close().map_err(|(_, error)| error)?;
        part.place()?;
        Self::open(path, clock)
    }

    /// Opens the library at `path`, or makes it if there is no file.
    ///
    /// # Errors
    ///
    /// As [`Library::open`] and [`Library::create`].
    pub fn open_or_create(path: &Path, clock: Clock) -> Result<Self, Error> {
        if !path.exists() {
            match Self::create(path, clock.clone()) {
                // Another program made it meanwhile.
                Err(Error::AlreadyThere { .. }) => {}
                made => return made,
            }
        }
        Self::open(path, clock)
    }

    /// Where the library lies.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

fn connect(path: &Path) -> Result<Connection, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.execute_batch(include_str!("connect.sql"))?;
    let journal: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if journal != "wal" {
        return Err(Error::damaged(format!("the journal would be “{journal}”")));
    }
    Ok(connection)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;
    use std::fs;

    #[test]
    fn a_new_library_lasts_and_is_ours() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("new/office.packhorse");
        assert!(matches!(Library::open(&path, testing::clock()), Err(Error::Missing { .. })));
        let library = Library::open_or_create(&path, testing::clock()).expect("made");
        let setting = |name: &str| -> String {
            let value = library.connection.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0));
            value.map(|value: rusqlite::types::Value| format!("{value:?}")).expect("a setting")
        };
        assert_eq!(setting("synchronous"), "Integer(2)", "a commit is on the disk when it returns");
        assert_eq!(setting("foreign_keys"), "Integer(1)");
        assert_eq!(setting("trusted_schema"), "Integer(0)");
        assert_eq!(setting("secure_delete"), "Integer(1)");
        assert_eq!(setting("journal_mode"), "Text(\"wal\")");
        drop(library);
        assert!(matches!(Library::create(&path, testing::clock()), Err(Error::AlreadyThere { .. })));
        assert!(Library::open(&path, testing::clock()).is_ok());
        assert_eq!(fs::read_dir(path.parent().expect("a folder")).expect("a folder").count(), 1, "no litter");
    }

    #[test]
    fn a_newer_library_is_refused_and_left_byte_for_byte() {
        let (folder, path) = testing::closed_library();
        let newer = Connection::open(&path).expect("a database");
        newer.pragma_update(None, "user_version", migrate::newest() + 1).expect("made newer");
        newer.close().expect("closed");
        let before = fs::read(&path).expect("bytes");
        let refused = Library::open_or_create(&path, testing::clock());
        assert!(matches!(refused, Err(Error::Newer { version, .. }) if version == migrate::newest() + 1));
        assert_eq!(fs::read(&path).expect("bytes"), before);
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing was put beside it");
    }

    #[test]
    fn a_newer_library_is_known_by_its_log_too() {
        let (_folder, path) = testing::closed_library();
        let newer = connect(&path).expect("a database");
        newer.pragma_update(None, "user_version", migrate::newest() + 1).expect("made newer");
        let before = fs::read(&path).expect("bytes");
        let refused = Library::open(&path, testing::clock());
        assert!(matches!(refused, Err(Error::Newer { .. })), "the file's own header is still the old one");
        assert_eq!(fs::read(&path).expect("bytes"), before);
    }

    #[test]
    fn a_file_that_is_no_library_is_refused_and_left_byte_for_byte() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("other");
        let other = Connection::open(&path).expect("a database");
        other.execute_batch("CREATE TABLE child (name TEXT)").expect("a table");
        other.close().expect("closed");
        let database = fs::read(&path).expect("bytes");
        for bytes in [database, Vec::new(), b"%PDF-1.7".to_vec(), b"SQLite format 3\0".repeat(7)] {
            fs::write(&path, &bytes).expect("written");
            let refused = Library::open_or_create(&path, testing::clock());
            assert!(matches!(refused, Err(Error::NotALibrary { .. })), "{} bytes", bytes.len());
            assert_eq!(fs::read(&path).expect("bytes"), bytes);
        }
        assert!(matches!(Library::open(folder.path(), testing::clock()), Err(Error::NotALibrary { .. })));
    }

    #[test]
    fn a_library_that_lost_its_end_or_its_middle_is_said_to_be_damaged() {
        let (_folder, path) = testing::closed_library();
        let bytes = fs::read(&path).expect("bytes");
        fs::write(&path, &bytes[..bytes.len() - 4096]).expect("written");
        assert!(matches!(Library::open(&path, testing::clock()), Err(Error::Damaged { .. })));
        let mut holed = bytes.clone();
        holed[100..4096].fill(0);
        fs::write(&path, &holed).expect("written");
        assert!(matches!(Library::open(&path, testing::clock()), Err(Error::Damaged { .. })));
    }

    #[test]
    fn an_older_library_is_brought_up_and_a_copy_of_it_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("office.packhorse");
        let mut older = Connection::open(&path).expect("a database");
        older.pragma_update(None, "application_id", header::APPLICATION).expect("ours");
        migrate::run_to(&mut older, 2).expect("migrated in part");
        older.close().expect("closed");
        let library = Library::open(&path, testing::clock()).expect("open");
        assert_eq!(migrate::version(&library.connection).expect("a version"), migrate::newest());
        assert!(library.check().expect("a report").is_sound());
        let copy = beside(&path, &format!(".before-version-{}", migrate::newest()));
        assert_eq!(header::examine(&copy).expect("a library"), 2);
    }

    #[test]
    fn programs_that_start_at_once_share_one_library() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("office.packhorse");
        let start = || {
            let mut library = Library::open_or_create(&path, testing::clock()).expect("open");
            let name = uuid::Uuid::now_v7().to_string();
            library.set_setting(&name, Some(true.into()), "start").expect("set");
        };
        std::thread::scope(|scope| (0..8).for_each(|_| drop(scope.spawn(start))));
        let library = Library::open(&path, testing::clock()).expect("open");
        assert_eq!(library.settings("").expect("settings").len(), 8, "what each wrote is there");
    }

    #[test]
    fn a_library_can_be_handed_to_another_thread() {
        fn is_send<T: Send>() {}
        is_send::<Library>();
    }
}
