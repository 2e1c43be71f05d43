//! System packages, on Debian and its relatives.

use crate::consent::Consent;
use crate::needs::Need;
use crate::program;
use std::process::Command;

/// Installs what is missing; does nothing, quickly, when nothing is.
pub(crate) fn ensure(needs: &[Need], consent: Consent) -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let missing = missing(needs);
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    let by_hand = format!("apt-get install -y --no-install-recommends {list}");
    if program::find("apt-get").is_none() {
        return Err(format!("Please install what Debian calls {list}; this system has no apt-get."));
    }
    let Some(prefix) = prefix(consent) else {
        return Err(format!(
            "Packages are missing and only root may install them. Please run: su -c '{by_hand}'"
        ));
    };
    println!("Missing packages: {list}");
    if !consent.obtain("Install them with apt-get?") {
        return Err(format!("Not installed: {list}. To do it later: sudo {by_hand}"));
    }
    let install = || {
        let arguments = ["install", "-y", "-q", "--no-install-recommends"];
        program::run(apt(&prefix).args(arguments).args(&missing))
    };
    // Lists of packages may be absent or old; fetching them takes longer than trying first.
    install()
        .or_else(|_| program::run(apt(&prefix).args(["update", "-q"])).and_then(|()| install()))
        .map_err(|why| format!("{why} Please run by hand: sudo {by_hand}"))
}

fn missing(needs: &[Need]) -> Vec<&'static str> {
    let mut packages: Vec<_> = needs.iter().filter(|need| !is_here(need)).map(|need| need.package).collect();
    packages.sort_unstable();
    packages.dedup();
    packages
}

fn is_here(need: &Need) -> bool {
    if need.program.is_some_and(|name| program::find(name).is_some()) {
        return true;
    }
    let mut ask = Command::new("dpkg-query");
    ask.args(["-W", "-f", "${db:Status-Abbrev}", need.package]);
    program::answer(&mut ask).is_some_and(|said| said.starts_with("ii"))
}

/// The words before `apt-get` that make us root; `None` when nothing can.
fn prefix(consent: Consent) -> Option<Vec<&'static str>> {
    if is_root() {
        return Some(vec!["env"]);
    }
    program::find("sudo")?;
    // Nobody is there to type a password when nobody is asked.
    let sudo: &[&str] = if consent == Consent::Ask { &["sudo", "env"] } else { &["sudo", "-n", "env"] };
    Some(sudo.to_vec())
}

fn apt(prefix: &[&str]) -> Command {
    let mut command = Command::new(prefix[0]);
    command.args(&prefix[1..]).args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    command
}

#[cfg(unix)]
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn what_is_here_is_not_asked_for_again() {
        let here = Need { package: "no-such-package", program: Some("sh") };
        let absent = Need { package: "no-such-package", program: Some("no-such-program") };
        assert_eq!(missing(&[here]), Vec::<&str>::new(), "a program counts however it was installed");
        assert_eq!(missing(&[absent, here, absent]), ["no-such-package"], "each package is named once");
    }
}
