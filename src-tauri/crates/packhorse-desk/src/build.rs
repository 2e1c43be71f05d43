//! Builds packs from one file, without a kept library.

use crate::form::today;
use crate::{Reader, Trouble, compose, names, paths, write};
use chrono::NaiveDate;
use packhorse_model::composed::Size;
use packhorse_model::{Bearing, Notice, Source, Span};
use packhorse_pack::{Audience, Edition, Pick, Plan, suggest};
use packhorse_typeset::Fonts;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// A pack in one file: documents, meeting, editions and picks. The format is a contract.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackFile {
    /// The title.
    pub title: String,
    /// The council; recognised when left out.
    pub council: Option<String>,
    /// Files, relative to this one, with globs.
    pub documents: Vec<String>,
    /// Security marking.
    pub marking: Option<String>,
    /// The day the pack is made; today when left out.
    pub made: Option<toml::value::Datetime>,
    /// The meeting.
    #[serde(default)]
    pub meeting: Meeting,
    /// The editions.
    #[serde(default, rename = "edition")]
    pub editions: Vec<EditionEntry>,
    /// How quotes are picked.
    #[serde(default)]
    pub quotes: Picking,
    /// Quotes by their words.
    #[serde(default, rename = "quote")]
    pub listed: Vec<QuoteEntry>,
}

/// The meeting.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// The committee.
    pub committee: Option<String>,
    /// The day.
    pub date: Option<toml::value::Datetime>,
}

/// An edition.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditionEntry {
    /// An audience's id, or a template file relative to the pack file.
    pub audience: String,
    /// For whom.
    pub recipient: Option<String>,
    /// Normal or large print.
    #[serde(default)]
    pub size: Size,
}

/// How quotes are picked.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Picking {
    /// Suggested ones too, or only those listed.
    #[serde(default)]
    pub pick: Pickers,
    /// The most quotes.
    #[serde(default = "most")]
    pub most: usize,
}

impl Default for Picking {
    fn default() -> Self {
        Self { pick: Pickers::default(), most: most() }
    }
}

fn most() -> usize {
    12
}

/// Who picks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pickers {
    /// The program suggests, beside those listed.
    #[default]
    Suggested,
    /// Only those listed.
    Listed,
}

/// A quote by its words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuoteEntry {
    /// The document, relative to the pack file.
    pub document: String,
    /// The words, exactly as the document has them.
    pub words: String,
    /// What they are used for.
    pub bearing: Bearing,
}

/// What was built.
#[derive(Debug, Clone, Default)]
pub struct Built {
    /// The files written, with their numbers of pages.
    pub files: Vec<(PathBuf, u32)>,
    /// Documents that did not become sources.
    pub refused: Vec<Trouble>,
    /// Worth knowing.
    pub notices: Vec<Notice>,
}

impl PackFile {
    /// Reads a pack file's text.
    ///
    /// # Errors
    ///
    /// Names the line that is wrong.
    pub fn parse(text: &str, name: &str) -> Result<Self, Trouble> {
        toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(1, |span| text[..span.start.min(text.len())].lines().count().max(1));
            Trouble::fixable(format!("{name} was not understood at line {line}: {}.", error.message().trim_end_matches('.')), "Correct that line and try again.")
        })
    }
}

/// Builds the packs a file asks for into a folder.
///
/// # Errors
///
/// When the file is not understood, no document can be read, a listed quote is not what its
/// document says, or the folder cannot be written. Nothing is written then.
pub fn build(file: &Path, folder: &Path, accept_unsure: bool, reader: &Reader, mut tell: impl FnMut(&str)) -> Result<Built, Trouble> {
    let name = crate::reader::name(file);
    let text = std::fs::read_to_string(file).map_err(|_| Trouble::fixable(format!("{name} could not be read."), "Check the path of the pack file."))?;
    let pack = PackFile::parse(&text, &name)?;
    write::folder(folder)?;
    let base = file.parent().unwrap_or(Path::new("")).to_owned();
    let mut built = Built::default();
    let (mut sources, mut from): (Vec<Source>, Vec<PathBuf>) = (Vec::new(), Vec::new());
    for path in documents(&base, &pack.documents)? {
        tell(&format!("Reading {}", crate::reader::name(&path)));
        match reader.read(&path) {
            Ok(read) => {
                let source = read.source();
                if sources.iter().any(|known| known.id == source.id) {
                    continue;
                }
                sources.push(source);
                from.push(path);
            }
            Err(trouble) => built.refused.push(trouble),
        }
    }
    if sources.is_empty() {
        return Err(Trouble::fixable("No pack was made, because none of the documents could be read.", "Check the documents named in the pack file."));
    }
    let plan = plan(&pack, &sources, &from, &base, accept_unsure)?;
    let fonts = Fonts::built_in();
    let mut made = Vec::new();
    for (edition, entry) in plan.editions.iter().zip(&pack.editions) {
        tell(&format!("Making {}", edition.audience));
        let audience = template(&base, &entry.audience)?;
        let pack = compose::make(&plan, edition, &audience, &sources, &fonts)?;
        built.notices.extend(pack.notices);
        let large = edition.size == Size::LargePrint;
        let name = names::file_name(plan.committee.as_deref(), plan.meeting, &audience.id, edition.recipient.as_deref(), large, None);
        made.push((folder.join(name), pack.bytes, pack.pages));
    }
    for (path, bytes, pages) in made {
        write::write_whole(&path, &bytes)?;
        built.files.push((path, pages));
    }
    built.notices.dedup();
    Ok(built)
}

/// The files the patterns name, in order, each once.
fn documents(base: &Path, patterns: &[String]) -> Result<Vec<PathBuf>, Trouble> {
    let mut found: Vec<PathBuf> = Vec::new();
    for pattern in patterns {
        let whole = base.join(pattern);
        let named = if whole.exists() {
            vec![whole]
        } else {
            let wrong = |_| Trouble::fixable(format!("“{pattern}” is not a pattern for files."), "Write it like papers/*.pdf.");
            let mut list: Vec<PathBuf> = glob::glob(&whole.to_string_lossy()).map_err(wrong)?.flatten().collect();
            list.sort();
            list
        };
        if named.is_empty() {
            return Err(Trouble::fixable(format!("No document fits “{pattern}”."), "Paths count from the folder of the pack file."));
        }
        for path in paths::files(&named)? {
            if !found.contains(&path) {
                found.push(path);
            }
        }
    }
    Ok(found)
}

fn template(base: &Path, audience: &str) -> Result<Audience, Trouble> {
    let path = base.join(audience);
    if !path.is_file() {
        return compose::audience(audience);
    }
    let text = std::fs::read_to_string(&path).map_err(|_| Trouble::fixable(format!("{audience} could not be read."), "Check the template's path."))?;
    Audience::parse(&text).map_err(|error| {
        Trouble::fixable(format!("{audience} is no audience template: line {}: {}.", error.line, error.reason), "Correct that line and try again.")
    })
}

fn day(date: Option<toml::value::Datetime>) -> Result<Option<NaiveDate>, Trouble> {
    let Some(date) = date else { return Ok(None) };
    let wrong = || Trouble::fixable(format!("“{date}” is not a day."), "Write the day like 2027-01-14.");
    let day = date.date.ok_or_else(wrong)?;
    NaiveDate::from_ymd_opt(i32::from(day.year), u32::from(day.month), u32::from(day.day)).ok_or_else(wrong).map(Some)
}

fn plan(pack: &PackFile, sources: &[Source], from: &[PathBuf], base: &Path, accept_unsure: bool) -> Result<Plan, Trouble> {
    let mut picks = pack.listed.iter().map(|entry| listed(entry, sources, from, base)).collect::<Result<Vec<Pick>, _>>()?;
    let council = pack.council.clone();
    if pack.quotes.pick == Pickers::Suggested {
        let ours: Vec<&Source> = sources.iter().filter(|source| concerns(source, council.as_deref(), sources)).collect();
        let room = pack.quotes.most.saturating_sub(picks.len());
        let taken: Vec<(packhorse_model::SourceId, Span)> = picks.iter().map(|pick| (pick.quote.source, pick.quote.span)).collect();
        let overlaps = |pick: &Pick| taken.iter().any(|(source, span)| *source == pick.quote.source && span.start < pick.quote.span.end && pick.quote.span.start < span.end);
        picks.extend(suggest(&ours, room).into_iter().filter(|pick| !overlaps(pick)));
    }
    let editions = pack.editions.iter().map(|entry| Edition { audience: entry.audience.clone(), recipient: entry.recipient.clone(), size: entry.size });
    let ids = sources.iter().filter(|source| concerns(source, council.as_deref(), sources)).map(|source| source.id).collect();
    Ok(Plan {
        title: pack.title.clone(),
        council,
        marking: pack.marking.clone(),
        committee: pack.meeting.committee.clone(),
        meeting: day(pack.meeting.date)?,
        made: day(pack.made)?.unwrap_or_else(today),
        sources: ids,
        picks,
        editions: editions.collect(),
        notes: Vec::new(),
        accept_unsure,
    })
}

/// Whether a source may stand in a pack about a council: it names that one or, naming none, does not
/// quote another council's report.
fn concerns(source: &Source, council: Option<&str>, sources: &[Source]) -> bool {
    let Some(council) = council else { return true };
    let same = |named: &str| packhorse_recognise::fold(council) == packhorse_recognise::fold(named);
    match &source.facts.authority {
        Some(named) => same(&named.value),
        None => quoted_council(source, sources).is_none_or(|quoted| same(&quoted)),
    }
}

/// The council whose inspection documents hold the inspectors' words a source quotes. A press release
/// that never names its council is told by them.
fn quoted_council(source: &Source, sources: &[Source]) -> Option<String> {
    let primary: Vec<&Source> = sources.iter().filter(|other| other.facts.is_primary()).collect();
    let found = packhorse_pack::check_source(source, &primary).into_iter().filter_map(|(_, check)| check.source);
    let councils: Vec<String> = found
        .filter_map(|id| primary.iter().find(|other| other.id == id))
        .filter_map(|other| other.facts.authority.as_ref().map(|fact| fact.value.clone()))
        .collect();
    let first = councils.first()?;
    councils.iter().all(|council| council == first).then(|| first.clone())
}

/// A quote by its words: they must stand in the document exactly, line ends aside.
fn listed(entry: &QuoteEntry, sources: &[Source], from: &[PathBuf], base: &Path) -> Result<Pick, Trouble> {
    let path = base.join(&entry.document);
    let found = from.iter().position(|known| *known == path || known.file_name() == path.file_name());
    let source = found.and_then(|at| sources.get(at)).ok_or_else(|| {
        Trouble::fixable(format!("No pack was made, because {} is not among its documents.", entry.document), "Name it under documents as well.")
    })?;
    let words = entry.words.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = source.document.text.replace('\n', " ");
    let altered = || {
        Trouble::fixable(
            format!("No pack was made, because {} does not hold these words: “{words}”.", entry.document),
            "Copy the words from the document exactly, with its punctuation.",
        )
    };
    let start = text.find(&words).ok_or_else(altered)?;
    let quote = source.quote(Span { start, end: start + words.len() }).ok_or_else(altered)?;
    Ok(Pick::new(quote.stored(), entry.bearing))
}
