//! Issues a pack: one PDF for each edition, into a folder, with a line in the register.

use crate::compose::Made;
use crate::form::{Planned, today};
use crate::{Desk, PackForm, Progress, Trouble, compose, names, write};
use packhorse_library::Issue as Entry;
use packhorse_model::composed::Size;
use packhorse_model::{Digest, PackId, Source};
use packhorse_pack::{Audience, Edition, Plan};
use packhorse_typeset::Fonts;
use serde::{Deserialize, Serialize};
use since::{Before, Since};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use ts_rs::TS;

pub(crate) mod since;

/// Asks to issue a pack.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Issue {
    /// The pack's id.
    pub pack: String,
    /// The folder; where a person is asked for it, it is empty until then.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub folder: String,
    /// Only these audiences; all when empty.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub audiences: Vec<String>,
    /// Only these editions, as they stand in the pack, counted from 0; all when empty.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<u32>>")]
    pub editions: Vec<u32>,
    /// Write each edition as a web page beside its PDF as well.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub web_page: bool,
    /// Leave out the page that says what changed since the version a recipient has.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub without_changes: bool,
    /// Issue late items only: refused when anything in the paper itself is another than in the version
    /// before, so that every reference to its pages stays true.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub late_only: bool,
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
    /// The recipient's version, counted from 1.
    #[ts(optional, as = "Option<u32>")]
    pub version: u32,
    /// Its web page, where one was written.
    pub web_page: Option<String>,
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

/// An edition that was made, for an audience of this name.
struct Ready<'a> {
    edition: &'a Edition,
    audience: String,
    version: u32,
    pack: Made,
}

/// The editions to be made, and what they are made of.
struct Wanted<'a> {
    plan: &'a Plan,
    editions: &'a [&'a Edition],
    sources: &'a [Source],
    before: Before,
    request: &'a Issue,
}

impl Wanted<'_> {
    /// Makes an edition, with the page that says what changed where its recipient has an earlier one.
    fn make(&self, at: usize, audience: &Audience, fonts: &Fonts) -> Result<Made, Trouble> {
        let (plan, edition, sources) = (self.plan, self.editions[at], self.sources);
        let (composed, mut notices) = compose::compose(plan, edition, audience, sources)?;
        let making = Since { plan, edition, audience, sources, fonts };
        let composed = making.told(&self.before, composed, self.request, &mut notices)?;
        compose::set(plan, edition, composed, notices, fonts, self.request.web_page)
    }
}

impl Desk {
    /// Issues a pack: all editions are made before the first file is written.
    ///
    /// # Errors
    ///
    /// When something in the pack stops it, or the folder cannot be written. No file is left then.
    pub fn issue(&self, request: &Issue, mut tell: impl FnMut(Progress)) -> Result<Issued, Trouble> {
        let _span = tracing::info_span!("issue").entered();
        self.begin();
        let id: PackId = crate::desk_id(&request.pack)?;
        let planned = {
            let library = self.library();
            PackForm::of(&library.pack(id)?)?.plan(&library, today())?
        };
        let looked_at = self.looked_at(&planned)?;
        if let Some(stop) = looked_at.iter().find(|item| item.stops) {
            return Err(Trouble::fixable(
                format!("Nothing was issued. {}", stop.message),
                stop.remedy.clone(),
            ));
        }
        let Planned { plan, sources, .. } = planned;
        let editions = wanted(&plan, request)?;
        let folder = Path::new(&request.folder);
        write::folder(folder)?;
        let total = u32::try_from(editions.len()).unwrap_or(u32::MAX);
        let before = Before::of(&self.library(), id)?;
        let wish = Wanted { plan: &plan, editions: &editions, sources: &sources, before, request };
        let made = self.editions(&wish, &mut tell)?;
        let names = self.names(&plan, &made, folder)?;
        let entries: Vec<Entry> =
            made.iter().zip(&names).flat_map(|(ready, name)| ready.entries(id, folder, name)).collect();
        let paths: Vec<PathBuf> = names.iter().map(|name| folder.join(name)).collect();
        self.write(&made, &paths, &entries)?;
        tell(Progress { task: "Making".into(), done: total, total, now: String::new() });
        tracing::debug!(files = total, "issued");
        let files: Vec<IssuedFile> = made.iter().zip(&paths).map(|(ready, path)| ready.file(path)).collect();
        let notices = made.into_iter().flat_map(|ready| ready.pack.notices);
        let mut seen = std::collections::BTreeSet::new();
        let looked_at = looked_at.into_iter().map(|item| item.message);
        let notices = looked_at.chain(notices.map(|notice| notice.message));
        let notices = notices.filter(|message| seen.insert(message.clone())).collect();
        Ok(Issued { cover_note: cover_note(&plan, &files), files, notices })
    }

    /// Makes all editions, on as many cores as there are.
    fn editions<'a>(
        &self,
        wish: &Wanted<'a>,
        mut tell: impl FnMut(Progress),
    ) -> Result<Vec<Ready<'a>>, Trouble> {
        let total = u32::try_from(wish.editions.len()).unwrap_or(u32::MAX);
        let audiences: Vec<Audience> = wish
            .editions
            .iter()
            .map(|edition| self.audience(&edition.audience))
            .collect::<Result<_, Trouble>>()?;
        let cores =
            std::thread::available_parallelism().map_or(1, usize::from).min(wish.editions.len()).max(1);
        let next = AtomicUsize::new(0);
        let (sender, done) = mpsc::channel();
        std::thread::scope(|scope| {
            for _ in 0..cores {
                let (sender, next, audiences) = (sender.clone(), &next, &audiences);
                scope.spawn(move || {
                    while let Some(at) =
                        Some(next.fetch_add(1, Ordering::Relaxed)).filter(|at| *at < audiences.len())
                    {
                        let made = if self.is_stopped() {
                            Err(Trouble::stopped())
                        } else {
                            wish.make(at, &audiences[at], &self.fonts)
                        };
                        let failed = made.is_err();
                        // Nobody listens any more once one edition could not be made.
                        if sender.send((at, made)).is_err() || failed {
                            break;
                        }
                    }
                });
            }
            drop(sender);
            let mut made: Vec<Option<Made>> = wish.editions.iter().map(|_| None).collect();
            tell(Progress { task: "Making".into(), done: 0, total, now: String::new() });
            for (count, (at, pack)) in (1..).zip(done) {
                let pack = pack.inspect_err(|_| next.store(audiences.len(), Ordering::Relaxed))?;
                let now = wish.editions[at].recipient.clone().unwrap_or_else(|| audiences[at].name.clone());
                made[at] = Some(pack);
                tell(Progress { task: "Making".into(), done: count, total, now });
            }
            // All may have been made by the time somebody stopped it; nothing is written then.
            if self.is_stopped() {
                return Err(Trouble::stopped());
            }
            let ready =
                wish.editions.iter().zip(&audiences).zip(made).filter_map(|((edition, audience), pack)| {
                    let version = wish.before.version(edition) + 1;
                    Some(Ready { edition, audience: audience.name.clone(), version, pack: pack? })
                });
            Ok(ready.collect())
        })
    }

    /// The files’ names. What was issued once is never written over, whichever pack it came from, and a name
    /// of the register is not given again when its file was moved.
    fn names(&self, plan: &Plan, made: &[Ready<'_>], folder: &Path) -> Result<Vec<String>, Trouble> {
        let named = made.iter().map(|ready| {
            let large = ready.edition.size == Size::LargePrint;
            let (committee, recipient) = (plan.committee.as_deref(), ready.edition.recipient.as_deref());
            let audience = &ready.edition.audience;
            names::file_name(committee, plan.meeting, audience, recipient, large, Some(ready.version))
        });
        let (library, kept) = (self.library(), crate::register::kept_folder(folder));
        let taken = |name: &str| -> Result<bool, Trouble> {
            let there = folder.join(name).exists() || folder.join(beside(name)).exists();
            Ok(there || !library.issued_as(&kept, name)?.is_empty())
        };
        names::distinct(named.collect(), taken)
    }

    /// Writes the files and the lines of the register: all of them, or none.
    fn write(&self, made: &[Ready<'_>], paths: &[PathBuf], entries: &[Entry]) -> Result<(), Trouble> {
        let mut ours: Vec<PathBuf> = Vec::new();
        let written = made.iter().zip(paths).try_for_each(|(ready, path)| {
            write::write_new(path, &ready.pack.bytes)?;
            ours.push(path.clone());
            if let Some(page) = &ready.pack.web_page {
                let path = path.with_extension("html");
                write::write_new(&path, page.as_bytes())?;
                ours.push(path);
            }
            Ok(())
        });
        let recorded = written.and_then(|()| Ok(self.library().record_issue(entries)?));
        if let Err(trouble) = recorded {
            for path in ours {
                // What this issue wrote is half of it; a file somebody else put there is not touched.
                let _ = std::fs::remove_file(path);
            }
            return Err(trouble);
        }
        Ok(())
    }
}

/// The editions that are asked for; all when none is named.
fn wanted<'a>(plan: &'a Plan, request: &Issue) -> Result<Vec<&'a Edition>, Trouble> {
    let audience =
        |edition: &Edition| request.audiences.is_empty() || request.audiences.contains(&edition.audience);
    let chosen = |index: u32| request.editions.is_empty() || request.editions.contains(&index);
    let all = (0..).zip(&plan.editions);
    let editions: Vec<&Edition> = all
        .filter(|(index, edition)| chosen(*index) && audience(edition))
        .map(|(_, edition)| edition)
        .collect();
    if editions.is_empty() {
        return Err(Trouble::fixable(
            "Nothing was issued, because the pack has no such edition.",
            "Add an edition to the pack, or choose another one.",
        ));
    }
    Ok(editions)
}

impl Ready<'_> {
    /// The lines of the register: one for the PDF, and one for its web page.
    fn entries(&self, pack: PackId, folder: &Path, name: &str) -> Vec<Entry> {
        let entry = |file_name: String, bytes: &[u8], contents| Entry {
            pack,
            edition: self.edition.audience.clone(),
            recipient: self.edition.recipient.clone(),
            file_name,
            folder: Some(crate::register::kept_folder(folder)),
            digest: Digest::of(bytes),
            contents,
            version: Some(self.version),
            issued: chrono::Utc::now(),
        };
        let pdf = entry(name.to_owned(), &self.pack.bytes, serde_json::to_value(&self.pack.composed).ok());
        let page = self.pack.web_page.as_ref().map(|page| entry(beside(name), page.as_bytes(), None));
        std::iter::once(pdf).chain(page).collect()
    }

    fn file(&self, path: &Path) -> IssuedFile {
        IssuedFile {
            audience: self.audience.clone(),
            recipient: self.edition.recipient.clone(),
            path: path.display().to_string(),
            version: self.version,
            web_page: self.pack.web_page.as_ref().map(|_| path.with_extension("html").display().to_string()),
            pages: self.pack.pages,
            bytes: self.pack.bytes.len() as u64,
        }
    }
}

/// The name of the web page beside a PDF.
fn beside(name: &str) -> String {
    format!("{}.html", name.trim_end_matches(".pdf"))
}

/// A note to go with the files.
fn cover_note(plan: &Plan, files: &[IssuedFile]) -> String {
    let committee = plan.committee.as_deref().map_or_else(|| "the meeting".to_owned(), with_article);
    let day = plan
        .meeting
        .map(|day| format!(" on {}", packhorse_model::PartialDate::Day(day).words()))
        .unwrap_or_default();
    let mut note = format!("Please find attached the briefing “{}” for {committee}{day}.\n\n", plan.title);
    for file in files {
        let name = Path::new(&file.path)
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let recipient = file.recipient.as_deref().map(|name| format!(", for {name}")).unwrap_or_default();
        let pages = if file.pages == 1 { "1 page".to_owned() } else { format!("{} pages", file.pages) };
        note.push_str(&format!("{name}: {}{recipient}, {pages}\n", file.audience));
    }
    note.push_str("\nEvery quotation is word for word from its source, with page and paragraph where the source gives them. What the sources do not say is shown as not stated.\n");
    note
}

/// A committee as a sentence names it: a committee or a board has an article, Cabinet and Full Council
/// have none.
fn with_article(name: &str) -> String {
    const BODIES: [&str; 7] = ["board", "commission", "committee", "forum", "group", "panel", "partnership"];
    let lower = name.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphabetic());
    let named = lower.starts_with("the ") || !words.any(|word| BODIES.contains(&word));
    if named { name.to_owned() } else { format!("the {name}") }
}

#[cfg(test)]
mod flips;
#[cfg(test)]
mod tests;
