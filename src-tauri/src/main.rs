//! The window. Everything it can do is a line that calls the desk.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod closing;
mod commands;
mod keeping;
mod library;
mod memory;
mod picker;
mod window;

use std::process::ExitCode;

fn main() -> ExitCode {
    if packhorse_desk::import_worker() {
        return ExitCode::SUCCESS;
    }
    memory::spare();
    packhorse_desk::quiet_failures();
    match window::open() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(3)
        }
    }
}
