//! Issues a pack: one PDF for each edition, into a folder, with a line in the register.

use crate::form::today;
use crate::{Desk, Progress, Trouble, compose, names, write};
use packhorse_library::Issue as Entry;
use packhorse_model::composed::Size;
use packhorse_model::{Digest, PackId};
use packhorse_pack::Plan;
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;

/// Asks to issue a pack.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Issue {
    /// The pack's id.
    pub pack: String,
    /// The folder.
    pub folder: String,
    /// Only these audiences; all when empty.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub audiences: Vec<String>,
}

/// A file that was issued.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct IssuedFile {
    /// The audience's name.
    pub audience: String,
    /// For whom.
    pub recipient: Option<String>,
    /// The file.
    pub path: String,
    /// Number of pages.
    pub pages: u32,
    /// Its size.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// What was issued.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Issued {
    /// The files.
    pub files: Vec<IssuedFile>,
    /// A note to go with them, ready to copy.
    pub cover_note: String,
    /// Worth knowing.
    pub notices: Vec<String>,
}

impl Desk {
    /// Issues a pack: all editions are made before the first file is written.
    ///
    /// # Errors
    ///
    /// When something in the pack stops it, or the folder cannot be written.
    pub fn issue(&self, request: &Issue, mut tell: impl FnMut(Progress)) -> Result<Issued, Trouble> {
        self.begin();
        let id: PackId = crate::desk_id(&request.pack)?;
        let form = self.pack(&crate::PackRequest { pack: request.pack.clone() })?;
        let (plan, sources) = form.plan(&self.library(), today())?;
        let wanted = |audience: &str| request.audiences.is_empty() || request.audiences.iter().any(|one| one == audience);
        let editions: Vec<_> = plan.editions.iter().filter(|edition| wanted(&edition.audience)).collect();
        if editions.is_empty() {
            return Err(Trouble::fixable("Nothing was issued, because the pack has no edition for that audience.", "Add an edition to the pack."));
        }
        if let Some(stop) = packhorse_pack::to_fix(&plan, &sources).into_iter().find(|item| item.stops) {
            return Err(Trouble::fixable(format!("Nothing was issued. {}", stop.message), stop.remedy));
        }
        let folder = Path::new(&request.folder);
        write::folder(folder)?;
        let version = self.library().issued(Some(id))?.iter().map(|entry| version(&entry.file_name)).max().unwrap_or(0) + 1;
        let total = u32::try_from(editions.len()).unwrap_or(u32::MAX);
        let mut made = Vec::new();
        for (done, edition) in (0..).zip(&editions) {
            let audience = compose::audience(&edition.audience)?;
            let now = edition.recipient.clone().unwrap_or_else(|| audience.name.clone());
            tell(Progress { task: "Making".into(), done, total, now });
            if self.is_stopped() {
                return Err(Trouble::stopped());
            }
            let pack = compose::make(&plan, edition, &audience, &sources, &self.fonts)?;
            made.push((*edition, audience, pack));
        }
        let (mut files, mut entries, mut notices) = (Vec::new(), Vec::new(), Vec::new());
        for (edition, audience, pack) in made {
            let large = edition.size == Size::LargePrint;
            let name = names::file_name(plan.committee.as_deref(), plan.meeting, &edition.audience, edition.recipient.as_deref(), large, Some(version));
            let path = folder.join(&name);
            write::write_whole(&path, &pack.bytes)?;
            notices.extend(pack.notices.into_iter().map(|notice| notice.message));
            entries.push(Entry {
                pack: id,
                edition: edition.audience.clone(),
                recipient: edition.recipient.clone(),
                file_name: name,
                digest: Digest::of(&pack.bytes),
                contents: serde_json::to_value(&pack.composed).ok(),
                issued: chrono::Utc::now(),
            });
            files.push(IssuedFile {
                audience: audience.name.clone(),
                recipient: edition.recipient.clone(),
                path: path.display().to_string(),
                pages: pack.pages,
                bytes: pack.bytes.len() as u64,
            });
        }
        self.library().record_issue(&entries)?;
        tell(Progress { task: "Making".into(), done: total, total, now: String::new() });
        notices.sort();
        notices.dedup();
        Ok(Issued { cover_note: cover_note(&plan, &files), files, notices })
    }
}

/// The version in a file's name.
fn version(name: &str) -> u32 {
    let stem = name.trim_end_matches(".pdf");
    stem.rsplit_once("_v").and_then(|(_, version)| version.parse().ok()).unwrap_or(0)
}

/// A note to go with the files.
fn cover_note(plan: &Plan, files: &[IssuedFile]) -> String {
    let committee = plan.committee.as_deref().unwrap_or("the meeting");
    let day = plan.meeting.map(|day| format!(" on {}", packhorse_model::PartialDate::Day(day).words())).unwrap_or_default();
    let mut note = format!("Please find attached the briefing “{}” for {committee}{day}.\n\n", plan.title);
    for file in files {
        let name = Path::new(&file.path).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let recipient = file.recipient.as_deref().map(|name| format!(", for {name}")).unwrap_or_default();
        note.push_str(&format!("{name}: {}{recipient}, {} pages\n", file.audience, file.pages));
    }
    note.push_str("\nEvery quotation is word for word from its source, with page and paragraph where the source gives them. What the sources do not say is shown as not stated.\n");
    note
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_a_name() {
        assert_eq!(version("scrutiny_2027-01-14_committee-chair_v3.pdf"), 3);
        assert_eq!(version("scrutiny.pdf"), 0);
    }
}
