//! What our program says about quotations of the inspectors, put beside the quotations it found.

use crate::set::{Found, list, text};
use crate::words::squash;
use packhorse_tests::{objects_with, packhorse, values};
use serde_json::Value;
use std::ffi::OsString;
use std::path::Path;

/// Checks the quotations of one document against the inspection documents of its folder.
pub(crate) fn put_beside(found: &mut Found, folder: &Path, file: &str) {
    let primary = |read: &Value| ["report", "letter"].contains(&text(&read["source_kind"]));
    let against = found.iter().filter(|(name, read)| name.as_str() != file && primary(read));
    let against: Vec<OsString> = against.map(|(name, _)| folder.join(name).into()).collect();
    let Some(read) = found.get_mut(file) else { return };
    if against.is_empty() {
        return;
    }
    let words = ["check".into(), folder.join(file).into(), "--json".into(), "--against".into()];
    let ended = packhorse(words.into_iter().chain(against));
    ended.expect(&[0], "every document here was read before").without_panic();
    let said = values(&ended.out);
    let checked: Vec<&Value> = said.iter().flat_map(|value| objects_with(value, "check")).collect();
    let verdict = |quotation: &Value| {
        let same = |other: &&&Value| squash(text(other)) == squash(text(quotation));
        checked.iter().find(same).map(|other| other["check"].clone())
    };
    let verdicts: Vec<Option<Value>> = list(read, "quotes").iter().map(verdict).collect();
    for (at, verdict) in verdicts.into_iter().enumerate() {
        if let Some(verdict) = verdict {
            read["quotes"][at]["check"] = verdict;
        }
    }
}
