use super::*;
use crate::fixture::{desk, form, visit};
use crate::{EditionForm, Kind};
use packhorse_model::Composed;

pub(super) fn files(folder: &Path) -> Vec<String> {
    let entries =
        std::fs::read_dir(folder).map(|entries| entries.flatten().collect()).unwrap_or_else(|_| Vec::new());
    let mut names: Vec<String> =
        entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

pub(super) fn issue(pack: &str, folder: &Path) -> Issue {
    Issue { pack: pack.to_owned(), folder: folder.display().to_string(), ..Issue::default() }
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
    assert!(
        second.files.iter().all(|file| file.path.ends_with("_v1_2.pdf") && file.version == 1),
        "it is the first version of another paper, and is not called a later one of this"
    );
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

/// What the latest file of a pack held.
fn latest(desk: &Desk, pack: &str) -> Composed {
    let id: PackId = pack.parse().expect("an id");
    let entry = desk.library().issued(Some(id)).expect("a register").remove(0);
    serde_json::from_value(entry.contents.expect("contents are kept")).expect("a composed pack")
}

/// The words of the latest file of a pack.
fn words(desk: &Desk, pack: &str) -> String {
    packhorse_pack::outline_text(&latest(desk, pack))
}

fn chair_only(desk: &Desk) -> crate::PackForm {
    let mut form = form(desk);
    form.editions.truncate(1);
    form.editions[0].recipient = Some("Cllr Ros Ferrier".into());
    desk.save_pack(&form).expect("the form is sound")
}

#[test]
fn whoever_had_a_version_is_told_what_changed_and_nobody_else() {
    let (home, desk) = desk(&[visit()]);
    let form = chair_only(&desk);
    let to = home.path().join("out");
    let first = desk.issue(&issue(&form.id, &to), |_| {}).expect("issued");
    let said = || words(&desk, &form.id);
    assert!(!said().contains("What changed since"), "the first version has no earlier one");
    let gone = form.quotes[0].clone();
    let cards = desk.quotes(&crate::QuotesRequest::default()).expect("quotes").quotes;
    let gone = cards.into_iter().find(|card| card.id == gone).expect("it is picked").words;
    let less = crate::PackForm { quotes: form.quotes[1..].to_vec(), ..form.clone() };
    desk.save_pack(&less).expect("saved");
    let second = desk.issue(&issue(&form.id, &to), |_| {}).expect("issued again");
    let told = said();
    assert!(told.contains("What changed since version 1") && told.contains("Removed"), "{told}");
    assert!(told.contains(&gone), "the quotation that went is named: {told}");
    assert_eq!(second.files[0].pages, first.files[0].pages + 1, "a page before the paper");
    let quiet = Issue { without_changes: true, ..issue(&form.id, &to) };
    desk.issue(&quiet, |_| {}).expect("issued once more");
    assert!(!said().contains("What changed since"), "it was not wanted");
    let mut other = form.clone();
    other.editions[0].recipient = Some("Cllr Amal Haddad".into());
    desk.save_pack(&other).expect("saved");
    let other = desk.issue(&issue(&form.id, &to), |_| {}).expect("issued to somebody else");
    assert!(!said().contains("What changed since") && other.files[0].version == 1);
}

#[test]
fn a_kept_version_that_was_tampered_with_is_not_told_from() {
    let (home, desk) = desk(&[visit()]);
    let form = chair_only(&desk);
    let to = home.path().join("out");
    desk.issue(&issue(&form.id, &to), |_| {}).expect("issued");
    let beside = rusqlite::Connection::open(home.path().join("library.packhorse")).expect("the same library");
    let sql = "UPDATE issue SET contents = replace(contents, 'calm', 'rude')";
    assert_eq!(beside.execute(sql, []).expect("changed from outside"), 1);
    let again = desk.issue(&issue(&form.id, &to), |_| {}).expect("the pack itself is sound");
    assert!(
        again.notices.iter().any(|notice| notice.contains("is not what was issued")),
        "{:?}",
        again.notices
    );
    let words = words(&desk, &form.id);
    assert!(!words.contains("rude") && !words.contains("What changed since"));
}

#[test]
fn a_quotation_withheld_since_is_not_in_the_new_file_not_even_as_removed() {
    let (home, desk) = desk(&[visit()]);
    let mut form = chair_only(&desk);
    let to = home.path().join("out");
    desk.issue(&issue(&form.id, &to), |_| {}).expect("issued");
    form.editions[0].withheld.quotes = vec![form.quotes[0].clone()];
    form.committee = Some("Cabinet".into());
    let held = desk.quotes(&crate::QuotesRequest::default()).expect("quotes").quotes;
    let held = held.into_iter().find(|card| card.id == form.quotes[0]).expect("it is picked").words;
    desk.save_pack(&form).expect("saved");
    desk.issue(&issue(&form.id, &to), |_| {}).expect("issued, and searched for what is withheld");
    let words = words(&desk, &form.id);
    assert!(words.contains("What changed since version 1") && !words.contains(&held), "{words}");
}

/// The numbers of the pages of the latest file of a pack.
fn labels(desk: &Desk, pack: &str) -> Vec<String> {
    let pages = packhorse_typeset::typeset(&latest(desk, pack), &desk.fonts).expect("it sets");
    pages.pages.into_iter().map(|page| page.label).collect()
}

#[test]
fn a_late_letter_stands_on_pages_with_letters_and_moves_no_other() {
    let (home, desk) = desk(&[visit()]);
    let mut form = chair_only(&desk);
    let to = home.path().join("out");
    desk.issue(&issue(&form.id, &to), |_| {}).expect("issued");
    let was = labels(&desk, &form.id);
    let late = crate::fixture::letter(2, "Wexcombe", "Managers check each plan with care and with patience.");
    let new = packhorse_library::NewSource {
        file_name: &late.file_name,
        bytes: late.file_name.as_bytes(),
        document: &late.document,
        facts: &late.facts,
    };
    let source = desk.library().keep(new).expect("kept").source.to_string();
    let reason = "Ofsted published the letter after the agenda, and members vote on the plan it judges.";
    form.late =
        vec![crate::LateForm { heading: None, reason: String::new(), sources: vec![source], text: None }];
    desk.save_pack(&form).expect("saved");
    let only = Issue { late_only: true, ..issue(&form.id, &to) };
    let trouble = desk.issue(&only, |_| {}).expect_err("nobody says why it cannot wait");
    assert!(trouble.message.contains("does not say why it is late"), "{}", trouble.message);
    form.late[0].reason = reason.into();
    desk.save_pack(&form).expect("saved");
    desk.issue(&only, |_| {}).expect("issued");
    let is = labels(&desk, &form.id);
    let last = was.last().expect("pages").clone();
    let kept: Vec<&String> = is.iter().filter(|label| label.chars().all(|c| c.is_ascii_digit())).collect();
    assert_eq!(kept, was.iter().collect::<Vec<_>>(), "the paper’s own pages: {is:?}");
    assert!(is.contains(&format!("{last}A")), "{is:?}");
    let words = words(&desk, &form.id);
    for said in
        ["members vote on the plan", "100B(4)(b)", "Late items", "Late item: the letter of 10 September 2026"]
    {
        assert!(words.contains(said), "{said}: {words}");
    }
    form.title = "Another title".into();
    desk.save_pack(&form).expect("saved");
    let trouble = desk.issue(&only, |_| {}).expect_err("the paper is another");
    assert!(
        trouble.message.starts_with("Nothing was issued: the paper itself changed"),
        "{}",
        trouble.message
    );
}

#[test]
fn late_items_go_only_to_those_who_have_the_paper() {
    let (home, desk) = desk(&[visit()]);
    let mut form = chair_only(&desk);
    form.late = vec![crate::LateForm {
        heading: Some("A note".into()),
        reason: "Agreed this morning.".into(),
        sources: Vec::new(),
        text: Some("The plan was agreed.".into()),
    }];
    desk.save_pack(&form).expect("saved");
    let to = home.path().join("out");
    let only = Issue { late_only: true, ..issue(&form.id, &to) };
    let trouble = desk.issue(&only, |_| {}).expect_err("nobody has the paper yet");
    assert!(trouble.message.contains("no earlier version"), "{}", trouble.message);
    assert_eq!(files(&to), Vec::<String>::new());
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

#[test]
fn the_note_beside_the_files_is_a_sentence_with_any_committee() {
    let (home, desk) = desk(&[visit()]);
    let mut form = chair_only(&desk);
    let mut note = |committee: Option<&str>| {
        form.committee = committee.map(str::to_owned);
        desk.save_pack(&form).expect("saved");
        let to = home.path().join(committee.unwrap_or("none"));
        let note = desk.issue(&issue(&form.id, &to), |_| {}).expect("issued").cover_note;
        note.lines().next().unwrap_or_default().to_owned()
    };
    assert!(
        note(Some("Corporate Parenting Board")).contains("” for the Corporate Parenting Board on 14 January")
    );
    assert!(note(Some("The Children’s Panel")).contains("” for The Children’s Panel on"));
    assert!(note(Some("Cabinet")).contains("” for Cabinet on"));
    assert!(note(None).contains("” for the meeting on"));
}
