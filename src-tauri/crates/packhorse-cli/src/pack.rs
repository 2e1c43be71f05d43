//! `pack` and `issue`.

use crate::arguments::PackCommand;
use crate::status::Status;
use crate::{desk, line, print};
use packhorse_desk::{
    Desk, Issue, LateForm, LibraryRequest, NewPack, PackForm, PackRequest, SuggestQuotes, Trouble,
};
use std::path::PathBuf;

/// Begins, lists or shows packs.
pub(crate) fn pack(what: PackCommand) -> Result<Status, Trouble> {
    match what {
        PackCommand::New { title, source, council, committee, meeting, marking, most, library, json } => {
            let desk = desk(library, true)?;
            let sources = if source.is_empty() { every_source(&desk)? } else { source };
            let form = desk.new_pack(&NewPack { title, sources, quotes: Vec::new() })?;
            let filled =
                PackForm { committee, meeting, marking, council: council.or(form.council.clone()), ..form };
            let pack = PackRequest { pack: filled.id.clone() };
            let made = begun(&desk, &filled, most).inspect_err(|_| {
                // A pack without what was asked for it is worse than none; the trouble is told all the same.
                let _ = desk.remove_pack(&pack);
            })?;
            if json {
                print(&made)?
            } else {
                line(&made.id)
            }
            Ok(Status::Done)
        }
        PackCommand::List { library, json } => list(library, json),
        PackCommand::Show { pack, composed, edition, library } => {
            let desk = desk(library, true)?;
            let request = PackRequest { pack };
            if composed {
                print(&desk.composed(&request, edition.saturating_sub(1))?)?;
            } else {
                print(&desk.pack(&request)?)?;
            }
            Ok(Status::Done)
        }
    }
}

fn every_source(desk: &Desk) -> Result<Vec<String>, Trouble> {
    Ok(desk.list(&LibraryRequest::default())?.sources.into_iter().map(|row| row.id).collect())
}

/// Saves what was asked for a new pack and suggests quotes for it.
fn begun(desk: &Desk, form: &PackForm, most: u32) -> Result<PackForm, Trouble> {
    let form = desk.save_pack(form)?;
    if most == 0 || form.sources.is_empty() {
        return Ok(form);
    }
    desk.suggest_quotes(&SuggestQuotes { pack: form.id, most })
}

fn list(library: Option<PathBuf>, json: bool) -> Result<Status, Trouble> {
    let packs = desk(library, true)?.packs()?.packs;
    if packs.is_empty() {
        eprintln!("The library holds no packs yet.");
    }
    if json {
        print(&packs)?;
        return Ok(Status::Done);
    }
    for pack in &packs {
        let meeting = pack.meeting.as_deref().unwrap_or("no meeting day");
        line(&format!("{}  {meeting}  {}  {}", pack.id, pack.state, pack.title));
    }
    Ok(Status::Done)
}

/// Issues a pack.
pub(crate) fn issue(
    wish: &Issue,
    library: Option<PathBuf>,
    accept_unsure: bool,
    late: (Vec<String>, Option<String>),
    json: bool,
) -> Result<Status, Trouble> {
    let desk = desk(library, true)?;
    add_late(&desk, &wish.pack, late)?;
    if accept_unsure {
        let mut form = desk.pack(&PackRequest { pack: wish.pack.clone() })?;
        if !form.accept_unsure {
            form.accept_unsure = true;
            desk.save_pack(&form)?;
        }
    }
    let issued = desk.issue(wish, |_| {})?;
    issued.notices.iter().for_each(|notice| eprintln!("{notice}"));
    if json {
        print(&issued)?;
    } else {
        issued.files.iter().for_each(|file| line(&file.path));
    }
    Ok(Status::Done)
}

/// Adds documents to a pack as a late item, once.
fn add_late(
    desk: &Desk,
    pack: &str,
    (sources, reason): (Vec<String>, Option<String>),
) -> Result<(), Trouble> {
    if sources.is_empty() {
        return Ok(());
    }
    let reason = reason.filter(|reason| !reason.trim().is_empty()).ok_or_else(|| {
        Trouble::fixable(
            "Nothing was issued: a late item says why it is late and cannot wait.",
            "Say so with --reason; the chair decides on it (Local Government Act 1972, section 100B(4)(b)).",
        )
    })?;
    let mut form = desk.pack(&PackRequest { pack: pack.to_owned() })?;
    form.late.retain(|late| late.sources != sources);
    form.late.push(LateForm { heading: None, reason, sources, text: None });
    desk.save_pack(&form)?;
    Ok(())
}

/// Lists what was issued, the latest first.
pub(crate) fn register(library: Option<PathBuf>, json: bool) -> Result<Status, Trouble> {
    let register = desk(library, true)?.register()?;
    if json {
        print(&register.rows)?;
        return Ok(Status::Done);
    }
    if register.rows.is_empty() {
        eprintln!("Nothing was issued from this library yet.");
    }
    for row in &register.rows {
        let whom = row.recipient.as_deref().unwrap_or("nobody by name");
        let version = row.version.map(|version| format!("version {version}")).unwrap_or_default();
        let (when, file, audience, title) = (&row.issued, &row.file_name, &row.audience, &row.title);
        line(&format!("{when}  {file}  {version}  {audience}  {whom}  {title}"));
    }
    Ok(Status::Done)
}
