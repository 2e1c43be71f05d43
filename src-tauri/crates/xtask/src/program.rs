//! Other programs: finding and running them.

use std::path::PathBuf;
use std::process::{Command, Stdio};

/// The program of this name that the system would run.
pub(crate) fn find(name: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders)
        .flat_map(|folder| endings.iter().map(move |ending| folder.join(format!("{name}{ending}"))))
        .find(|path| path.is_file())
}

/// Cargo, the one that runs this.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(crate::home::root());
    command
}

/// A command with its arguments, as a person would type it.
pub(crate) fn typed(command: &Command) -> String {
    let program = PathBuf::from(command.get_program());
    let mut words = vec![program.file_stem().unwrap_or(program.as_os_str()).to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|word| match word.to_string_lossy() {
        word if word.contains(' ') => format!("'{word}'"),
        word => word.into_owned(),
    }));
    words.join(" ")
}

/// Runs a command in sight of the person who waits for it.
pub(crate) fn run(command: &mut Command) -> Result<(), String> {
    println!("+ {}", typed(command));
    let ended = command.status().map_err(|error| not_started(command, &error))?;
    if ended.success() { Ok(()) } else { Err(format!("`{}` did not work ({ended}).", typed(command))) }
}

/// What a command prints, or nothing when it cannot be run or fails.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The sentence about a command that could not be started.
pub(crate) fn not_started(command: &Command, error: &std::io::Error) -> String {
    format!("`{}` could not be started: {error}.", typed(command))
}

/// The numbers at the start of a version, such as 20 and 19 of `v20.19.2`.
pub(crate) fn version(text: &str) -> Option<(u32, u32)> {
    let from = text.find(|letter: char| letter.is_ascii_digit())?;
    let mut numbers = text[from..].split(|letter: char| !letter.is_ascii_digit()).map(str::parse);
    let major = numbers.next()?.ok()?;
    Some((major, numbers.next().and_then(Result::ok).unwrap_or(0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_what_programs_print() {
        assert_eq!(version("v20.19.2\n"), Some((20, 19)));
        assert_eq!(version("javac 17.0.15"), Some((17, 0)));
        assert_eq!(version("javac 21"), Some((21, 0)), "a bare major number has no minor one");
        assert_eq!(version("none"), None);
    }

    #[test]
    fn a_command_is_shown_as_it_would_be_typed() {
        let mut command = Command::new("/usr/bin/npm");
        command.args(["run", "a thing"]);
        assert_eq!(typed(&command), "npm run 'a thing'");
    }
}
