//! Whether a folder can hold a library: it must be on this computer and nobody may copy it meanwhile.
//!
//! SQLite's write-ahead log needs memory that only processes of one machine share, and services
//! that synchronise folders copy the file and its log at different moments. Both lose work.

use crate::Error;
use std::path::{Component, Path, PathBuf};

/// Names a synchronised folder's path begins a component with, in small letters, and whose they are.
const SYNCHRONISED: [(&str, &str); 10] = [
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("icloud drive", "iCloud"),
    ("iclouddrive", "iCloud"),
    ("com~apple~clouddocs", "iCloud"),
    ("box sync", "Box"),
    ("nextcloud", "Nextcloud"),
];

/// Kinds of drives whose files are on another machine.
const REMOTE: [&str; 16] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "afs",
    "ncpfs",
    "ceph",
    "glusterfs",
    "lustre",
    "davfs",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.gvfsd-fuse",
    "fuse.davfs2",
    "fuse.glusterfs",
];

/// Refuses a network drive and a synchronised folder, in words.
pub(crate) fn check(path: &Path) -> Result<(), Error> {
    let real = real(path);
    if let Some(service) = synchronised(&real).or_else(|| synchronised(path)) {
        return Err(Error::Synchronised { path: path.to_owned(), service });
    }
    match network(&real) {
        Some(system) => Err(Error::Network { path: path.to_owned(), system }),
        None => Ok(()),
    }
}

/// The path with links and, on Windows, mapped drive letters resolved, as far as it exists.
fn real(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    for folder in whole.ancestors() {
        if let Ok(real) = folder.canonicalize() {
            return whole.strip_prefix(folder).map_or_else(|_| real.clone(), |rest| real.join(rest));
        }
    }
    whole
}

fn network(real: &Path) -> Option<String> {
    if is_share(&real.to_string_lossy()) {
        return Some("a shared folder".to_owned());
    }
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").ok()?;
    remote_mount(&mounts, real)
}

/// Whether a Windows path names a share: `\\server\share`, or `\\?\UNC\server\share`.
fn is_share(path: &str) -> bool {
    // Only Windows knows shares by two slashes; elsewhere they are one.
    let path = if cfg!(windows) { path.replace('/', "\\") } else { path.to_owned() };
    let Some(name) = path.strip_prefix(r"\\") else { return false };
    let local = name.starts_with(r"?\") || name.starts_with(r".\");
    !local || name.to_ascii_lowercase().starts_with(r"?\unc\")
}

/// The service that synchronises a folder of the path.
fn synchronised(path: &Path) -> Option<&'static str> {
    path.components().find_map(|component| {
        let Component::Normal(name) = component else { return None };
        let name = name.to_string_lossy().to_lowercase();
        // Services add the organisation: “OneDrive - Wexcombe County Council”, “Dropbox (Personal)”.
        let whose = |(begins, service): &(&str, &'static str)| {
            let rest = name.strip_prefix(begins)?;
            let ends = rest.is_empty() || rest.starts_with([' ', '-', '(']);
            ends.then_some(*service)
        };
        SYNCHRONISED.iter().find_map(whose)
    })
}

/// The kind of the remote drive that holds a path, by the lines of `/proc/self/mountinfo`.
fn remote_mount(mounts: &str, real: &Path) -> Option<String> {
    let mut nearest: Option<(usize, &str, &str)> = None;
    for line in mounts.lines() {
        let Some((before, after)) = line.split_once(" - ") else { continue };
        let Some(point) = before.split(' ').nth(4).map(unescaped) else { continue };
        let depth = Path::new(&point).components().count();
        // A later mount at the same place hides the earlier one.
        if real.starts_with(&point) && nearest.is_none_or(|(deepest, ..)| deepest <= depth) {
            nearest = Some((depth, after.split(' ').next().unwrap_or(""), after));
        }
    }
    let (_, kind, details) = nearest?;
    // Drives of Windows seen from its Linux are 9p; other 9p drives are local to their machine.
    let windows = kind == "9p" && details.contains("drvfs");
    (REMOTE.contains(&kind) || windows).then(|| kind.to_owned())
}

/// Spaces and such are written as three octal digits.
fn unescaped(point: &str) -> String {
    [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")]
        .iter()
        .fold(point.to_owned(), |point, (code, char)| point.replace(code, char))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 22 0:40 / /home/rf/Team\\040Share rw - cifs //server/team rw,vers=3.0
31 22 0:41 / /mnt/c rw - 9p drvfs rw,aname=drvfs;path=C:\\
32 22 0:42 / /srv rw - 9p host rw
33 22 0:43 / /srv/nfs rw - nfs4 store:/x rw
34 22 0:44 / /data rw - nfs4 store:/y rw
35 22 0:45 / /data rw - ext4 /dev/vdb rw
no mount at all";

    #[test]
    fn a_drive_on_another_machine_is_told_from_a_drive_of_this_one() {
        let kind = |path: &str| remote_mount(MOUNTS, Path::new(path));
        assert_eq!(kind("/home/rf/packhorse/library"), None);
        assert_eq!(kind("/home/rf/Team Share/library").as_deref(), Some("cifs"), "the space is escaped");
        assert_eq!(kind("/mnt/c/Users/library").as_deref(), Some("9p"), "a Windows drive under Linux");
        assert_eq!(kind("/srv/library"), None, "the root of some virtual machines is 9p");
        assert_eq!(kind("/srv/nfs/library").as_deref(), Some("nfs4"), "the deepest mount decides");
        assert_eq!(kind("/srv/nfsish/library"), None, "folders are compared whole");
        assert_eq!(kind("/data/library"), None, "the later mount hides the earlier");
    }

    #[test]
    fn a_share_is_known_by_its_two_backslashes() {
        for share in [r"\\server\team\library", r"\\?\UNC\server\team\library"] {
            assert!(is_share(share), "{share}");
        }
        for local in [r"C:\Users\rf\library", r"\\?\C:\Users\rf\library", "/home/rf/library", "//home/rf"] {
            assert!(!is_share(local), "{local}");
        }
    }

    #[test]
    fn a_synchronised_folder_is_known_by_its_name() {
        let whose = |path: &str| synchronised(Path::new(path));
        assert_eq!(whose("/home/rf/OneDrive - Wexcombe County Council/x"), Some("OneDrive"));
        assert_eq!(whose("/home/rf/Dropbox (Personal)/x"), Some("Dropbox"));
        assert_eq!(whose("/g/My Drive/x"), Some("Google Drive"));
        assert_eq!(whose("/Users/rf/Library/Mobile Documents/com~apple~CloudDocs/x"), Some("iCloud"));
        assert_eq!(whose("/Users/rf/Library/CloudStorage/OneDrive-Wexcombe/x"), Some("OneDrive"));
        assert_eq!(whose("/home/rf/my drives/x"), None, "a longer word is another name");
        assert_eq!(whose("/home/rf/.local/share/packhorse/x"), None);
    }

    #[test]
    fn a_library_in_a_synchronised_folder_is_refused_in_words() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("OneDrive/library.packhorse");
        let refused = check(&path).expect_err("OneDrive").to_string();
        assert!(refused.contains("OneDrive") && refused.ends_with('.'), "{refused}");
        assert!(check(&folder.path().join("new/folder/library.packhorse")).is_ok(), "it need not exist");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_into_a_synchronised_folder_is_seen_through() {
        let folder = tempfile::tempdir().expect("a folder");
        let real = folder.path().join("Dropbox");
        std::fs::create_dir(&real).expect("a folder");
        std::os::unix::fs::symlink(&real, folder.path().join("work")).expect("a link");
        assert!(check(&folder.path().join("work/library")).is_err());
    }
}
