use super::*;
use crate::fixture::{desk, form, visit};
use crate::{EditionForm, Kind};

pub(super) fn files(folder: &Path) -> Vec<String> {
    let entries =
        std::fs::read_dir(folder).map(|entries| entries.flatten().collect()).unwrap_or_else(|_| Vec::new());
    let mut names: Vec<String> =
        entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

pub(super) fn issue(pack: &str, folder: &Path) -> Issue {
    Issue {
        pack: pack.to_owned(),
        folder: folder.display().to_string(),
        audiences: Vec::new(),
        editions: Vec::new(),
        web_page: false,
        without_changes: false,
    }
}

#[test]
fn a_pack_issued_again_has_the_next_version_and_leaves_the_first_as_it_was() {
    let (home, desk) = desk(&[visit()]);
    let form = form(&desk);
    let to = home.path().join("out");
    let first = desk.issue(&issue(&form.id, &to), |_| {}).expect("the pack is sound");
    let before = std::fs::read(&first.files[0].path).expect("the file was written");
    let second = desk.issue(&issue(&form.id, &to), |_| {}).expect("the pack is sound");
    assert!(first.files.iter().all(|file| file.path.ends_with("_v1.pdf")));
    assert!(second.files.iter().all(|file| file.path.ends_with("_v2.pdf")));
    assert_eq!(std::fs::read(&first.files[0].path).expect("the first is still there"), before);
    assert_eq!(files(&to).len(), 4, "two editions, two versions");
}

#[test]
fn another_pack_never_writes_over_what_was_issued() {
    let (home, desk) = desk(&[visit()]);
    let to = home.path().join("out");
    let (one, other) = (form(&desk), form(&desk));
    desk.issue(&issue(&one.id, &to), |_| {}).expect("the pack is sound");
    let second = desk.issue(&issue(&other.id, &to), |_| {}).expect("the pack is sound");
    assert!(second.files.iter().all(|file| file.path.ends_with("_v2.pdf")), "version 1 is the other pack's");
}

#[test]
fn two_editions_for_one_audience_are_two_files() {
    let (home, desk) = desk(&[visit()]);
    let mut form = form(&desk);
    form.editions = vec![form.editions[0].clone(), form.editions[0].clone()];
    desk.save_pack(&form).expect("the form is sound");
    let to = home.path().join("out");
    desk.issue(&issue(&form.id, &to), |_| {}).expect("the pack is sound");
    assert_eq!(files(&to).len(), 2, "neither took the other's place");
}

#[test]
fn nothing_is_written_when_one_edition_cannot_be_made() {
    let (home, desk) = desk(&[visit()]);
    let mut form = form(&desk);
    form.editions.push(EditionForm { audience: "nobody".into(), ..form.editions[0].clone() });
    desk.save_pack(&form).expect("the form is kept as it is");
    let to = home.path().join("out");
    assert!(desk.issue(&issue(&form.id, &to), |_| {}).is_err(), "there is no such audience");
    assert_eq!(files(&to), Vec::<String>::new());
    let id: PackId = form.id.parse().expect("an id");
    assert!(desk.library().issued(Some(id)).expect("a register").is_empty(), "nothing was issued to anybody");
}

#[test]
fn work_that_is_stopped_writes_nothing() {
    let (home, desk) = desk(&[visit()]);
    let form = form(&desk);
    let to = home.path().join("out");
    let stopped = desk.issue(&issue(&form.id, &to), |_| desk.stop());
    assert_eq!(stopped.map(|_| ()).map_err(|trouble| trouble.kind), Err(Kind::Stopped));
    assert_eq!(files(&to), Vec::<String>::new());
}

#[test]
fn a_version_is_read_from_a_name() {
    assert_eq!(version("scrutiny_2027-01-14_committee-chair_v3.pdf"), 3);
    assert_eq!(version("scrutiny_committee-chair_v3_2.pdf"), 3, "the second of two files of version 3");
    assert_eq!(version("scrutiny.pdf"), 0);
}

#[test]
fn a_web_page_stands_beside_its_pdf_and_in_the_register() {
    let (home, desk) = desk(&[visit()]);
    let form = form(&desk);
    let to = home.path().join("out");
    let wish = Issue { web_page: true, ..issue(&form.id, &to) };
    let issued = desk.issue(&wish, |_| {}).expect("the pack is sound");
    assert_eq!(files(&to).len(), 4, "two editions, each twice: {:?}", files(&to));
    let page =
        std::fs::read_to_string(Path::new(&issued.files[0].path).with_extension("html")).expect("a web page");
    assert!(page.starts_with("<!doctype html>") && page.contains("default-src 'none'"));
    let id: PackId = form.id.parse().expect("an id");
    let register = desk.library().issued(Some(id)).expect("a register");
    let listed = |ending: &str| register.iter().filter(|entry| entry.file_name.ends_with(ending)).count();
    assert_eq!((listed("_v1.pdf"), listed("_v1.html")), (2, 2));
    std::fs::remove_file(&issued.files[0].path).expect("a person moves the PDF away");
    let again = desk.issue(&wish, |_| {}).expect("the pack is sound");
    assert!(again.files.iter().all(|file| file.path.ends_with("_v2.pdf")), "no web page is written over");
}

#[test]
fn who_has_a_version_is_told_what_changed_since() {
    let (home, desk) = desk(&[visit()]);
    let mut form = form(&desk);
    let to = home.path().join("out");
    desk.issue(&issue(&form.id, &to), |_| {}).expect("the pack is sound");
    let contents = |desk: &crate::Desk| -> Vec<Composed> {
        let id: PackId = form.id.parse().expect("an id");
        let issued = desk.library().issued(Some(id)).expect("a register");
        issued
            .into_iter()
            .take(2)
            .map(|entry| serde_json::from_value(entry.contents.expect("it is kept")).expect("a pack"))
            .collect()
    };
    let has =
        |pack: &Composed| pack.sections.first().is_some_and(|section| section.id == packhorse_pack::CHANGES);
    assert!(!contents(&desk).iter().any(has), "a first version has nothing before it");
    desk.issue(&issue(&form.id, &to), |_| {}).expect("the pack is sound");
    assert!(!contents(&desk).iter().any(has), "nothing changed");
    form.committee = Some("Children and Families Committee".into());
    desk.save_pack(&form).expect("the form is sound");
    desk.issue(&issue(&form.id, &to), |_| {}).expect("the pack is sound");
    assert!(contents(&desk).iter().all(has), "the committee is another one");
    let without = Issue { without_changes: true, ..issue(&form.id, &to) };
    form.committee = Some("Cabinet".into());
    desk.save_pack(&form).expect("the form is sound");
    desk.issue(&without, |_| {}).expect("the pack is sound");
    assert!(!contents(&desk).iter().any(has), "it was not wanted");
}

#[test]
fn one_edition_of_several_can_be_issued_by_itself() {
    let (home, desk) = desk(&[visit()]);
    let form = form(&desk);
    let to = home.path().join("out");
    let second = Issue { editions: vec![1], ..issue(&form.id, &to) };
    let issued = desk.issue(&second, |_| {}).expect("the pack is sound");
    assert_eq!(files(&to).len(), 1);
    assert!(issued.files[0].path.contains(&form.editions[1].audience), "{}", issued.files[0].path);
    let none = Issue { editions: vec![7], ..issue(&form.id, &to) };
    assert!(desk.issue(&none, |_| {}).is_err(), "there is no eighth edition");
}
