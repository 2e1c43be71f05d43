//! An ordinary browser, for the page's tests in one.

use crate::consent::Consent;
use crate::needs::Need;
use crate::{debian, program};
use std::path::PathBuf;

/// The package that brings a browser, asked for only where no browser is found.
const CHROMIUM: &[Need] = &[Need { package: "chromium", program: None }];

/// What Chromium and its relatives are called.
const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge"];

/// Where Windows keeps its own.
const EDGE: [&str; 2] = [
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
];

/// The browser to test in: the one `CHROMIUM` names, or the first that is here, or one that is fetched now.
pub(crate) fn ensure(consent: Consent) -> Result<PathBuf, String> {
    if let Some(browser) = named().or_else(here) {
        return Ok(browser);
    }
    debian::ensure(CHROMIUM, consent)?;
    here().ok_or_else(|| "no Chromium, Chrome or Edge is here".into())
}

fn named() -> Option<PathBuf> {
    std::env::var_os("CHROMIUM").filter(|name| !name.is_empty()).map(PathBuf::from)
}

fn here() -> Option<PathBuf> {
    let edge = || EDGE.iter().map(PathBuf::from).find(|path| path.is_file());
    NAMES.iter().find_map(|name| program::find(name)).or_else(edge)
}
