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
    let trouble = |error: std::io::Error| Trouble::write(path, &error);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".packhorse-").tempfile_in(folder).map_err(trouble)?;
    file.write_all(bytes).map_err(trouble)?;
    file.as_file().sync_all().map_err(trouble)?;
    make_readable(file.as_file()).map_err(trouble)?;
    file.persist(path).map_err(|failed| trouble(failed.error))?;
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
    std::fs::create_dir_all(path).map_err(|_| {
        let name = path.display();
        Trouble::fixable(format!("Nothing was written, because the folder {name} is not there and could not be made."), "Choose a folder you may write to.")
    })
}
