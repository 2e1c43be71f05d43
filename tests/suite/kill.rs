//! The program is killed at odd moments; what it had reported saved is there.

use crate::library::Kept;
use packhorse_tests::{objects_with, papers, program};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Releases are tried 500 times by setting `PACKHORSE_KILLS`.
fn rounds() -> usize {
    std::env::var("PACKHORSE_KILLS").ok().and_then(|count| count.parse().ok()).unwrap_or(20)
}

#[test]
fn what_was_reported_saved_survives_a_kill_at_any_moment() {
    const EACH: usize = 10;
    let kept = Kept::new();
    let mut chance = Chance(0x5eed_1e55);
    let mut saved = BTreeSet::new();
    // A first import to its end tells how long one takes, so that kills fall all over it.
    let whole = import(&kept, 0, EACH, None, &mut saved);
    assert!(saved.len() >= EACH, "a whole import reports every paper: {saved:?}");
    let mut interrupted = 0;
    for round in 1..=rounds() {
        let before = saved.len();
        let delay = whole.mul_f64(chance.fraction());
        import(&kept, round * EACH, EACH, Some(delay), &mut saved);
        interrupted += usize::from(saved.len() < before + EACH);
        kept.run(&["library", "check"], &[]).expect(&[0], "a kill leaves a sound library").without_panic();
        let listed = kept.run(&["list", "--json"], &[]);
        listed.expect(&[0], "a kill leaves a library that opens");
        let lost: Vec<_> = saved.iter().filter(|id| !listed.out.contains(id.as_str())).collect();
        assert!(
            lost.is_empty(),
            "round {round}, killed after {delay:?}: reported saved and not there: {lost:?}"
        );
    }
    assert!(
        interrupted * 2 >= rounds(),
        "only {interrupted} kills came in the middle; the test shows too little"
    );
}

/// Imports papers, killed after a delay, and adds the ids it reported saved. Gives how long it ran.
fn import(
    kept: &Kept,
    first: usize,
    count: usize,
    kill: Option<Duration>,
    saved: &mut BTreeSet<String>,
) -> Duration {
    let folder = kept.folder.path().join(format!("drop-{first}"));
    fs::create_dir(&folder).expect("a folder can be made");
    papers(&folder, first, count);
    // Into a file, because a file keeps what was printed before the kill, and nothing more.
    let report = folder.join("report.jsonl");
    let out = File::create(&report).expect("a file can be made");
    let files: Vec<_> = packhorse_tests::sorted(&folder).into_iter().filter(|file| *file != report).collect();
    let mut command = Command::new(program());
    command.arg("import").args(files).arg("--library").arg(&kept.file).arg("--json");
    let began = Instant::now();
    let mut child = command.stdout(out).stderr(Stdio::null()).spawn().expect("our program can be started");
    if let Some(delay) = kill {
        thread::sleep(delay);
        let _ = child.kill();
    }
    let ended = child.wait().expect("a child can be waited for");
    assert!(kill.is_some() || ended.success(), "an import that nobody disturbs comes to its end");
    let printed = fs::read_to_string(&report).unwrap_or_default();
    // The last line may be cut; it was not reported then.
    let lines = printed.split_inclusive('\n').filter(|line| line.ends_with('\n'));
    let values = lines.filter_map(|line| serde_json::from_str::<Value>(line).ok());
    for value in values {
        saved.extend(
            objects_with(&value, "source")
                .iter()
                .filter_map(|file| file["source"].as_str().map(str::to_owned)),
        );
    }
    began.elapsed()
}

/// Numbers that look like chance and are the same on every run.
struct Chance(u64);

impl Chance {
    fn fraction(&mut self) -> f64 {
        // The steps of Knuth's MMIX generator; its high bits are good enough here.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(self.0 >> 32).unwrap_or(0)) / f64::from(u32::MAX)
    }
}
