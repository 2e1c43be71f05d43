//! `audience`: templates, listed, shown, copied, checked and kept.

use crate::arguments::AudienceCommand;
use crate::status::Status;
use crate::{desk, line, print};
use packhorse_desk::{
    AudienceRequest, AudienceRow, AudienceText, Trouble, built_in_audiences, check_audience,
};
use std::path::{Path, PathBuf};

/// Lists, shows, copies, checks, saves or removes templates.
pub(crate) fn audience(what: AudienceCommand) -> Result<Status, Trouble> {
    match what {
        AudienceCommand::List { library, json } => {
            let rows = match library {
                Some(library) => desk(Some(library), true)?.audiences()?,
                None => built_in_audiences(),
            };
            list(&rows, json)?;
        }
        AudienceCommand::Show { id, library } => line(text(id, library)?.trim_end()),
        AudienceCommand::Copy { id, to, library } => {
            packhorse_desk::copy_audience(&to, &text(id, library)?)?;
            line(&to.display().to_string());
        }
        AudienceCommand::Check { file } => {
            let audience = check_audience(&read(&file)?)?;
            line(&format!("{} can be used: {}.", file.display(), audience.name));
        }
        AudienceCommand::Save { file, library } => {
            line(&desk(library, false)?.save_audience(&read(&file)?)?.id);
        }
        AudienceCommand::Remove { id, library } => {
            desk(library, true)?.remove_audience(&AudienceRequest { audience: id })?;
        }
    }
    Ok(Status::Done)
}

fn list(rows: &[AudienceRow], json: bool) -> Result<(), Trouble> {
    if json {
        return print(&rows);
    }
    rows.iter().for_each(|row| line(&format!("{}  {}", row.id, row.name)));
    Ok(())
}

fn text(id: String, library: Option<PathBuf>) -> Result<String, Trouble> {
    match library {
        Some(library) => {
            Ok(desk(Some(library), true)?.audience_text(&AudienceRequest { audience: id })?.text)
        }
        None => packhorse_desk::built_in_audience_text(&id),
    }
}

fn read(file: &Path) -> Result<AudienceText, Trouble> {
    let unread =
        |_| Trouble::fixable(format!("{} could not be read.", file.display()), "Check the template’s path.");
    let text = std::fs::read_to_string(file).map_err(unread)?;
    Ok(AudienceText { text, file: Some(file.display().to_string()) })
}
