//! What building and testing need from the system.

use crate::program;
use std::process::Command;

/// Something the system must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Need {
    /// The Debian package that brings it.
    pub(crate) package: &'static str,
    /// A program that shows it is there, however it got there.
    pub(crate) program: Option<&'static str>,
}

const fn program_of(package: &'static str, program: &'static str) -> Need {
    Need { package, program: Some(program) }
}

const fn library(package: &'static str) -> Need {
    Need { package, program: None }
}

/// For the engine and the terminal program.
pub(crate) const ENGINE: &[Need] = &[program_of("build-essential", "cc")];

/// For the window.
pub(crate) const WINDOW: &[Need] = &[
    program_of("build-essential", "cc"),
    program_of("pkg-config", "pkg-config"),
    library("libwebkit2gtk-4.1-dev"),
];

/// For reading PDFs back with other readers.
pub(crate) const READERS: &[Need] = &[
    program_of("poppler-utils", "pdftotext"),
    program_of("qpdf", "qpdf"),
    program_of("default-jdk-headless", "javac"),
    library("libjaxb-java"),
    library("libjaxb-api-java"),
    program_of("python3-pip", "pip3"),
];

/// For the real window end to end, without a screen.
pub(crate) const STAGE: &[Need] = &[
    program_of("webkit2gtk-driver", "WebKitWebDriver"),
    program_of("xvfb", "Xvfb"),
    program_of("xauth", "xauth"),
    program_of("dbus-daemon", "dbus-run-session"),
    program_of("sqlite3", "sqlite3"),
    library("fonts-liberation"),
];

/// Says why the page cannot be built here, if it cannot.
pub(crate) fn node() -> Result<(), String> {
    let how = "get it from https://nodejs.org; Debian 12's own is too old";
    let (Some(node), Some(_)) = (program::find("node"), program::find("npm")) else {
        return Err(format!("Node.js 20.19 or later, with npm, is not installed ({how})"));
    };
    let said = program::answer(Command::new(node).arg("--version")).unwrap_or_default();
    match program::version(&said) {
        Some(version) if version >= (20, 19) => Ok(()),
        _ => Err(format!("Node.js here is {}, and 20.19 or later is needed ({how})", said.trim())),
    }
}

/// Says which of these programs is not here, if one is not.
pub(crate) fn programs(names: &[&str]) -> Result<(), String> {
    match names.iter().find(|name| program::find(name).is_none()) {
        Some(name) => Err(format!("{name} is not installed")),
        None => Ok(()),
    }
}
