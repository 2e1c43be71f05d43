//! `preflight` and `weigh`.

use crate::arguments::WeightChoice;
use crate::status::Status;
use crate::{desk, line, print};
use packhorse_desk::{ChangeQuotes, PackRequest, Severity, Trouble, Weight};
use std::path::PathBuf;

/// Lists what is looked at before a pack is issued.
pub(crate) fn preflight(pack: String, library: Option<PathBuf>, json: bool) -> Result<Status, Trouble> {
    let list = desk(library, true)?.preflight(&PackRequest { pack })?;
    if json {
        print(&list)?;
        return Ok(Status::Done);
    }
    for item in &list {
        let weight = match item.severity {
            Severity::Stops => "Stops",
            Severity::Look => "Look",
            Severity::Note => "Note",
        };
        line(&format!("{weight}: {}\n    {}", item.message, item.remedy));
    }
    let stops = list.iter().filter(|item| item.stops).count();
    eprintln!(
        "{}",
        match (list.len(), stops) {
            (0, _) => "Nothing needs a hand.".to_owned(),
            (all, 0) => format!("{all} to look at, none of which stops the pack."),
            (all, stops) => format!("{all} to look at; {stops} must be put right first."),
        }
    );
    Ok(Status::Done)
}

/// Says how much a pack needs quotes, or takes it back.
pub(crate) fn weigh(
    weight: WeightChoice,
    quotes: Vec<String>,
    library: Option<PathBuf>,
) -> Result<Status, Trouble> {
    let weight = match weight {
        WeightChoice::Must => Some(Weight::Must),
        WeightChoice::Should => Some(Weight::Should),
        WeightChoice::Could => Some(Weight::Could),
        WeightChoice::None => None,
    };
    let request = ChangeQuotes { quotes, weight, clear_weight: weight.is_none(), ..ChangeQuotes::default() };
    desk(library, true)?.change_quotes(&request)?;
    Ok(Status::Done)
}
