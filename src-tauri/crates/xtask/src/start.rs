//! From a fresh copy to the sample packs and the open window.

use crate::consent::Consent;
use crate::{debian, home, needs, page, program, samples};
use std::path::Path;
use std::process::Command;

/// Installs what is missing, builds, makes the sample packs and opens the window.
///
/// The packs come first: they need no WebKit, and are ready minutes before the window is.
pub(crate) fn start(consent: Consent, always_build_window: bool) -> Result<(), String> {
    debian::ensure(needs::ENGINE, consent)?;
    program::run(program::cargo().args(["build", "--package", "packhorse-cli"]))?;
    let packs = samples::packs()?;
    println!("\nThe sample packs, made from resources/samples:");
    for pack in &packs {
        println!("  {}", home::shown(pack));
    }
    println!();

    let display = has_display();
    if !display && !always_build_window {
        println!(
            "There is no display here, so the window was not built or opened. \
             `cargo xtask start` on a desktop does both; `cargo xtask start --window` builds it here."
        );
        return Ok(());
    }
    let window = build_window(consent)?;
    let library = samples::library()?;
    if !display {
        println!("There is no display here, so the window was not opened. It is {}.", home::shown(&window));
        return Ok(());
    }
    open(&window, &library)
}

fn build_window(consent: Consent) -> Result<std::path::PathBuf, String> {
    debian::ensure(needs::WINDOW, consent)?;
    needs::node()
        .map_err(|why| format!("The window needs Node.js to build: {why}. The packs above are ready."))?;
    for mut command in page::fetch().into_iter().chain(page::build()) {
        program::run(&mut command)?;
    }
    program::run(program::cargo().args(["build", "--package", "packhorse-shell"]))?;
    Ok(home::built("packhorse-shell"))
}

fn open(window: &Path, library: &Path) -> Result<(), String> {
    println!("Opening the window on the sample library, {}. Close it to end.", home::shown(library));
    let ended = program::run(Command::new(window).env("PACKHORSE_LIBRARY", library));
    if cfg!(windows) && ended.is_err() {
        return Err(
            "The window did not open. It needs WebView2, which is part of Windows 11; on an older Windows \
                    install Microsoft's WebView2 Runtime and try again."
                .into(),
        );
    }
    ended
}

fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(windows, target_os = "macos")) || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
