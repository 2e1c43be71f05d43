//! Files are written whole or not at all.

use crate::Trouble;
use std::io::Write as _;
use std::path::Path;

/// Writes a file whole or not at all: beside its place first, then moved there.
///
/// # Errors
///
/// When the folder or the file cannot be written; what was there stays.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    write(path, bytes, |file| file.persist(path).map(|_| ()).map_err(|failed| failed.error))
}

/// Writes a file whole or not at all where there is none yet.
///
/// # Errors
///
/// When there is a file already, or the folder cannot be written.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    write(path, bytes, |file| file.persist_noclobber(path).map(|_| ()).map_err(|failed| failed.error))
}

fn write(
    path: &Path,
    bytes: &[u8],
    put: impl FnOnce(tempfile::NamedTempFile) -> std::io::Result<()>,
) -> Result<(), Trouble> {
    let trouble = |error: std::io::Error| Trouble::write(path, &error);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".packhorse-").tempfile_in(folder).map_err(trouble)?;
    file.write_all(bytes).map_err(trouble)?;
    file.as_file().sync_all().map_err(trouble)?;
    make_readable(file.as_file()).map_err(trouble)?;
    put(file).map_err(trouble)?;
    // The move itself must outlive a power cut; where a folder cannot be synced, nothing is lost but that.
    if let Ok(folder) = std::fs::File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// Temporary files are the owner's alone; a pack is for whoever may read the folder.
#[cfg(unix)]
fn make_readable(file: &std::fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn make_readable(_: &std::fs::File) -> std::io::Result<()> {
    Ok(())
}

/// Makes a folder ready to be written to.
///
/// # Errors
///
/// When it cannot be made, or is a file.
pub(crate) fn folder(path: &Path) -> Result<(), Trouble> {
    if path.is_dir() {
        return Ok(());
    }
    let name = path.display();
    if path.is_file() {
        return Err(Trouble::fixable(
            format!("Nothing was written, because {name} is a file, not a folder."),
            "Choose a folder.",
        ));
    }
    std::fs::create_dir_all(path).map_err(|_| {
        Trouble::fixable(
            format!("Nothing was written, because the folder {name} is not there and could not be made."),
            "Choose a folder you may write to.",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).expect("the folder is there");
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn a_file_is_replaced_whole_and_nothing_else_is_left() {
        let home = tempfile::tempdir().expect("a folder");
        let path = home.path().join("pack.pdf");
        write_whole(&path, b"a first and longer text").expect("the folder may be written to");
        write_whole(&path, b"second").expect("the file may be replaced");
        assert_eq!(std::fs::read(&path).expect("it is there"), b"second");
        assert_eq!(names(home.path()), ["pack.pdf"], "no half-written file stays beside it");
    }

    #[test]
    fn a_file_that_cannot_take_its_place_leaves_what_was_there() {
        let home = tempfile::tempdir().expect("a folder");
        let path = home.path().join("pack.pdf");
        std::fs::create_dir(&path).expect("a folder of that name");
        std::fs::write(path.join("kept.txt"), "kept").expect("a file in it");
        let trouble = write_whole(&path, b"words").expect_err("a folder stands in the way");
        assert_eq!(trouble.message, "pack.pdf could not be written there.");
        assert_eq!(names(home.path()), ["pack.pdf"]);
        assert_eq!(names(&path), ["kept.txt"]);
    }

    #[test]
    fn a_file_is_not_a_folder_to_write_into() {
        let home = tempfile::tempdir().expect("a folder");
        let file = home.path().join("letter.pdf");
        std::fs::write(&file, "words").expect("a file");
        assert!(write_whole(&file.join("pack.pdf"), b"words").is_err());
        let trouble = folder(&file).expect_err("a file stands there");
        assert!(trouble.message.ends_with("is a file, not a folder."), "{}", trouble.message);
        assert_eq!(std::fs::read(&file).expect("it is there"), b"words");
    }
}
