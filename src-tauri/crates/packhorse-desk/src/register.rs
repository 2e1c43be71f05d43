//! The register: every file that was issued, to whom and when.

use crate::{Desk, Trouble};
use packhorse_library::Issue as Entry;
use packhorse_model::Digest;
use packhorse_pack::Audience;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// A file that was issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RegisterRow {
    /// The pack it was made of.
    pub pack: String,
    /// The pack's title as it was printed.
    pub title: String,
    /// Whether the pack is still in the library.
    pub kept: bool,
    /// The audience's name.
    pub audience: String,
    /// For whom.
    pub recipient: Option<String>,
    /// The file's name, without folders.
    pub file_name: String,
    /// The file where it was written; none when that was before the register kept it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub path: Option<String>,
    /// The recipient's version, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub version: Option<u32>,
    /// When, as `2027-01-13T17:40:00Z`.
    pub issued: String,
    /// SHA-256 of the file.
    pub digest: String,
}

/// Everything that was issued.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Register {
    /// The files: what was issued last comes first, its files in the order of the pack’s editions.
    pub rows: Vec<RegisterRow>,
}

impl Desk {
    /// Lists what was issued.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn register(&self) -> Result<Register, Trouble> {
        let _span = tracing::info_span!("register").entered();
        let library = self.library();
        let titles: BTreeMap<String, String> =
            library.packs()?.into_iter().map(|pack| (pack.id.to_string(), pack.draft.title)).collect();
        let entries = library.issued(None)?;
        let together = |one: &Entry, other: &Entry| (one.pack, one.issued) == (other.pack, other.issued);
        let issues = entries.chunk_by(together).flat_map(|issue| issue.iter().rev());
        Ok(Register { rows: issues.map(|entry| row(entry, &titles)).collect() })
    }

    /// A file of the register, to be shown in its folder.
    ///
    /// # Errors
    ///
    /// When this library’s register has no such file, or it cannot be found where it was written.
    pub fn issued_file(&self, wanted: &str) -> Result<PathBuf, Trouble> {
        let (path, _) = self.registered(wanted)?;
        std::fs::metadata(&path).map_err(|error| unread(&path, &error))?;
        Ok(path)
    }

    /// A file of the register, to be opened: the very bytes that were issued.
    ///
    /// # Errors
    ///
    /// As [`Desk::issued_file`], and when the file was changed since.
    pub fn issued_unchanged(&self, wanted: &str) -> Result<PathBuf, Trouble> {
        let (path, digests) = self.registered(wanted)?;
        let bytes = std::fs::read(&path).map_err(|error| unread(&path, &error))?;
        if digests.contains(&Digest::of(&bytes)) {
            return Ok(path);
        }
        Err(Trouble::fixable(
            "The file was not opened, because it was changed since it was issued.",
            "Open it from its folder to see it as it is now, or issue the pack again.",
        ))
    }

    fn registered(&self, wanted: &str) -> Result<(PathBuf, Vec<Digest>), Trouble> {
        let path = PathBuf::from(wanted);
        let folder = path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let digests = self.library().issued_as(&folder, &name)?;
        if digests.is_empty() {
            return Err(Trouble::fixable(
                "Only files of this register can be opened here.",
                "Open the file from its folder.",
            ));
        }
        Ok((path, digests))
    }
}

/// A folder as the register keeps it: in full, without a stroke at its end.
pub(crate) fn kept_folder(folder: &Path) -> String {
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    whole.components().collect::<PathBuf>().display().to_string()
}

fn unread(path: &Path, error: &std::io::Error) -> Trouble {
    if error.kind() == std::io::ErrorKind::NotFound {
        return gone(path);
    }
    Trouble::fixable(
        format!("The file could not be read just now: {}.", path.display()),
        "Check that its drive is there and that no other program holds the file, then try again.",
    )
}

fn gone(path: &Path) -> Trouble {
    Trouble::fixable(
        format!("The file is no longer where it was written: {}.", path.display()),
        "If it was moved, open it from where it is now. Otherwise issue the pack again.",
    )
}

/// Where a file was written.
fn path(entry: &Entry) -> Option<PathBuf> {
    entry.folder.as_ref().map(|folder| Path::new(folder).join(&entry.file_name))
}

fn row(entry: &Entry, titles: &BTreeMap<String, String>) -> RegisterRow {
    let pack = entry.pack.to_string();
    let printed = entry.contents.as_ref().and_then(|contents| contents["title"].as_str());
    let title = printed.map(str::to_owned).or_else(|| titles.get(&pack).cloned()).unwrap_or_default();
    let audience =
        Audience::built_in(&entry.edition).map_or_else(|| entry.edition.clone(), |audience| audience.name);
    RegisterRow {
        kept: titles.contains_key(&pack),
        pack,
        title,
        audience,
        recipient: entry.recipient.clone(),
        file_name: entry.file_name.clone(),
        path: path(entry).map(|path| path.display().to_string()),
        version: Some(crate::issue::since::version(entry)).filter(|version| *version > 0),
        issued: entry.issued.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        digest: entry.digest.hex().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::fixture::{desk, form, visit};
    use crate::{Issue, PackRequest};

    #[test]
    fn a_version_is_counted_for_each_recipient() {
        let (home, desk) = desk(&[visit()]);
        let form = form(&desk);
        let folder = home.path().join("out").display().to_string();
        let all = Issue { pack: form.id.clone(), folder, ..Issue::default() };
        desk.issue(&all, |_| {}).expect("issued");
        let chair = Issue { audiences: vec!["committee-chair".into()], ..all.clone() };
        desk.issue(&chair, |_| {}).expect("issued to the chair again");
        desk.issue(&all, |_| {}).expect("issued to both");
        let rows = desk.register().expect("the register").rows;
        let versions = |audience: &str| -> Vec<u32> {
            let theirs = rows.iter().filter(|row| row.audience == audience);
            theirs.filter_map(|row| row.version).collect()
        };
        assert_eq!(versions("Committee chair"), [3, 2, 1], "the latest first");
        assert_eq!(versions("Cabinet member"), [2, 1], "the member never had a third");
        let named = |row: &crate::RegisterRow| {
            row.file_name.ends_with(&format!("_v{}.pdf", row.version.unwrap_or_default()))
        };
        assert!(rows.iter().all(named), "the file’s name says the same: {rows:?}");
    }

    #[test]
    fn a_file_is_opened_from_the_register_as_it_was_issued_or_not_at_all() {
        let (home, desk) = desk(&[visit()]);
        let form = form(&desk);
        let folder = home.path().join("out").display().to_string();
        let issued =
            desk.issue(&Issue { pack: form.id, folder, ..Issue::default() }, |_| {}).expect("issued");
        let path = issued.files[0].path.clone();
        let rows = desk.register().expect("the register").rows;
        let paths: Vec<&str> = rows.iter().filter_map(|row| row.path.as_deref()).collect();
        let written: Vec<&str> = issued.files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, written, "in the order of the editions");
        assert_eq!(desk.issued_unchanged(&path).expect("it is there"), std::path::Path::new(&path));
        let other = home.path().join("other.pdf");
        std::fs::write(&other, b"%PDF").expect("written");
        let refused = |path: &str| desk.issued_unchanged(path).expect_err("refused").message;
        assert!(refused(&other.display().to_string()).contains("of this register"));
        std::fs::write(&path, b"%PDF of somebody else").expect("written over");
        assert!(refused(&path).contains("changed since"));
        assert!(desk.issued_file(&path).is_ok(), "its folder can still be shown");
        std::fs::remove_file(&path).expect("removed");
        std::fs::create_dir(&path).expect("something else is there");
        assert!(refused(&path).contains("could not be read just now"), "it is not said to be gone");
        std::fs::remove_dir(&path).expect("removed");
        assert!(refused(&path).contains("no longer where"));
        assert!(desk.issued_file(&path).is_err());
    }

    #[test]
    fn a_name_of_the_register_is_not_given_again_when_its_file_was_moved() {
        let (home, desk) = desk(&[visit()]);
        let folder = home.path().join("out").display().to_string();
        let first = form(&desk);
        let issue = |pack: &str| {
            desk.issue(&Issue { pack: pack.to_owned(), folder: folder.clone(), ..Issue::default() }, |_| {})
                .expect("issued")
        };
        let moved = issue(&first.id).files[0].path.clone();
        std::fs::rename(&moved, home.path().join("sent.pdf")).expect("moved");
        let second = crate::fixture::form(&desk);
        assert_ne!(first.id, second.id);
        let paths: Vec<String> = issue(&second.id).files.into_iter().map(|file| file.path).collect();
        assert!(!paths.contains(&moved), "{paths:?}");
        assert!(desk.issued_unchanged(&moved).is_err(), "what was moved is not taken for another file");
    }

    #[test]
    fn what_was_issued_stays_in_the_register_when_its_pack_goes() {
        let (home, desk) = desk(&[visit()]);
        let form = form(&desk);
        let folder = home.path().join("out").display().to_string();
        let issue = Issue { pack: form.id.clone(), folder, ..Issue::default() };
        let files = desk.issue(&issue, |_| {}).expect("issued").files.len();
        desk.remove_pack(&PackRequest { pack: form.id }).expect("removed");
        let rows = desk.register().expect("the register").rows;
        assert_eq!(rows.len(), files, "a line for each file");
        assert!(
            rows.iter().all(|row| !row.kept && row.title == form.title && row.file_name.ends_with(".pdf"))
        );
    }
}
