use super::*;
use crate::fixture::{desk, visit};

#[test]
fn a_library_is_not_copied_onto_itself() {
    let (home, desk) = desk(&[visit()]);
    let path = home.path().join("library.packhorse");
    assert!(desk.backup_to(&home.path().join(".").join("library.packhorse")).is_err());
    assert!(Desk::restore(&path, &path).is_err());
    assert!(desk.check_library().expect("it can be read").sound);
}

#[test]
fn only_the_newest_backups_are_kept() {
    let home = tempfile::tempdir().expect("a folder");
    for day in 10..25 {
        std::fs::write(home.path().join(format!("library_2026-11-{day}_101530123.packhorse")), "")
            .expect("a copy");
    }
    std::fs::write(home.path().join("somebody-elses.txt"), "").expect("another file");
    std::fs::write(home.path().join("library_before_merge.packhorse"), "").expect("a copy a person made");
    thin(home.path());
    assert!(!home.path().join("library_2026-11-14_101530123.packhorse").exists(), "the eleventh newest goes");
    assert!(home.path().join("library_2026-11-15_101530123.packhorse").exists(), "the tenth newest stays");
    assert!(home.path().join("somebody-elses.txt").exists(), "what is not a backup is left alone");
    assert!(
        home.path().join("library_before_merge.packhorse").exists(),
        "nor is a person's own copy touched"
    );
}
