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

#[test]
fn backups_are_listed_with_the_newest_first_and_without_opening_the_library() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("Backups");
    std::fs::create_dir(&folder).expect("a folder for the copies");
    for day in [10, 12, 11] {
        std::fs::write(folder.join(format!("library_2026-11-{day}_101530123.packhorse")), "x")
            .expect("a copy");
    }
    let made: Vec<String> = Desk::backups_of(&home.path().join("library.packhorse"))
        .copies
        .into_iter()
        .map(|copy| copy.made)
        .collect();
    assert_eq!(made, ["2026-11-12T10:15:30Z", "2026-11-11T10:15:30Z", "2026-11-10T10:15:30Z"]);
}

#[test]
fn a_library_that_is_gone_is_missed_and_no_empty_one_takes_its_place() {
    let (home, desk) = desk(&[visit()]);
    let path = home.path().join("library.packhorse");
    let copy = desk.backup().expect("a backup").path;
    drop(desk);
    std::fs::rename(&path, home.path().join("elsewhere.packhorse")).expect("somebody moves the file");
    let reader = || Reader::of_this_program().expect("a reader");
    let trouble = Desk::open_kept(&path, reader()).expect_err("it is not where it was");
    assert_eq!(trouble.kind, crate::Kind::Moved);
    assert!(!path.exists(), "an empty library in its place would look like a loss");
    Desk::restore(&path, Path::new(&copy)).expect("the copy is put back");
    let back = Desk::open_kept(&path, reader()).expect("it opens again");
    assert_eq!(back.about(false).expect("about").sources, 1, "the document is there again");
}

#[test]
fn a_second_folder_gets_a_copy_too_and_its_failure_costs_nothing_else() {
    let (home, desk) = desk(&[visit()]);
    let second = home.path().join("second");
    desk.set_backup_folder(Some(&second)).expect("the folder is kept");
    let made = desk.backup().expect("a backup");
    assert!(made.also.is_some_and(|path| Path::new(&path).is_file()));
    std::fs::remove_dir_all(&second).expect("the drive is pulled out");
    std::fs::write(&second, "").expect("a file stands in the way");
    let made = desk.backup().expect("the copy beside the library is made all the same");
    assert!(Path::new(&made.path).is_file() && made.also.is_none() && made.notice.is_some());
}

#[test]
fn what_is_wrong_with_a_copy_is_no_trouble_of_the_library() {
    let (home, desk) = desk(&[visit()]);
    let path = home.path().join("library.packhorse");
    let copy = desk.backup().expect("a backup").path;
    drop(desk);
    let sound = std::fs::read(&copy).expect("the copy");
    let said = |bytes: &[u8]| {
        std::fs::write(&copy, bytes).expect("the copy is changed");
        Desk::restore(&path, Path::new(&copy)).expect_err("it does not hold")
    };
    let cut = said(&sound[..sound.len() / 2]);
    assert_eq!(cut.kind, crate::Kind::Fixable, "the window stays on the library it has: {cut}");
    assert!(cut.message.contains("is no sound copy of a library"), "{cut}");
    let mut newer = sound.clone();
    newer[60..64].copy_from_slice(&999_u32.to_be_bytes());
    let newer = said(&newer);
    assert_eq!(newer.kind, crate::Kind::Fixable);
    assert!(newer.message.contains("was made by a newer Packhorse"), "{newer}");
    assert!(Desk::open_kept(&path, Reader::of_this_program().expect("a reader")).is_ok(), "it stands");
}
