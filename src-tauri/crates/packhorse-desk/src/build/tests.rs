use super::concerns::concerns;
use super::documents::{Paper, papers};
use super::pack_file::PackFile;
use super::plan::plan;
use super::{Built, build};
use crate::fixture::{KIND, letter, press, visit};
use crate::{Reader, Trouble};
use packhorse_model::Source;
use std::path::{Path, PathBuf};

fn parsed(text: &str) -> PackFile {
    PackFile::parse(text, "pack.toml").expect("the file is sound")
}

fn planned(text: &str, sources: &[Source]) -> Result<packhorse_pack::Plan, Trouble> {
    let papers: Vec<Paper> = sources
        .iter()
        .map(|source| Paper { source: source.clone(), path: PathBuf::from(&source.file_name) })
        .collect();
    plan(&parsed(text), &papers, sources, Path::new(""), false)
}

fn quoting(words: &str) -> String {
    format!(
        "title = \"What was said\"\ndocuments = []\n[quotes]\npick = \"listed\"\n[[quote]]\ndocument = \"letter-1.pdf\"\nwords = \"{words}\"\nbearing = \"strength\"\n"
    )
}

#[test]
fn a_mistake_in_a_pack_file_is_named_with_its_line() {
    let wrong = "title = \"One\"\ndocuments = []\nmarkings = \"OFFICIAL\"\n";
    let trouble = PackFile::parse(wrong, "pack.toml").expect_err("markings is not a field");
    assert!(trouble.message.starts_with("pack.toml was not understood at line 3: "), "{}", trouble.message);
    assert!(trouble.message.ends_with('.'));
    let unfinished = PackFile::parse("title = \"One\"\n\ndocuments = [\n", "pack.toml")
        .expect_err("the list does not end");
    assert!(unfinished.message.contains(" at line "), "{}", unfinished.message);
}

#[test]
fn a_listed_quote_in_the_words_of_its_document_is_picked() {
    let plan = planned(&quoting(KIND), &[visit()]).expect("these are the letter's words");
    assert_eq!(plan.picks.len(), 1);
    assert_eq!(plan.picks[0].quote.words, KIND);
}

#[test]
fn a_listed_quote_with_one_word_altered_stops_the_pack() {
    let altered = KIND.replace("calm", "quiet");
    let trouble = planned(&quoting(&altered), &[visit()]).expect_err("the letter says calm");
    assert!(trouble.message.starts_with("No pack was made, because letter-1.pdf does not hold these words"));
    let cased = planned(&quoting(&KIND.to_lowercase()), &[visit()]);
    assert!(cased.is_err(), "small letters for capitals are not the document's words either");
}

#[test]
fn a_listed_quote_of_a_document_that_is_not_named_stops_the_pack() {
    let trouble =
        planned(&quoting(KIND), &[letter(9, "Wexcombe", KIND)]).expect_err("letter-9.pdf is another file");
    assert!(trouble.message.contains("is not among its documents"));
}

#[test]
fn a_press_text_without_a_council_that_quotes_another_councils_letter_is_left_out() {
    let other = "Managers at the front door know every child by name and by story.";
    let sources = [visit(), letter(2, "Aldermoor", other), press(3, "know every child by name and by story")];
    assert!(concerns(&sources[0], Some("Wexcombe"), &sources), "the letter names the council");
    assert!(!concerns(&sources[1], Some("Wexcombe"), &sources), "the letter names another");
    assert!(!concerns(&sources[2], Some("Wexcombe"), &sources), "its words are Aldermoor's letter's");
    assert!(concerns(&sources[2], Some("Aldermoor"), &sources));
    let text = "title = \"One\"\ncouncil = \"Wexcombe\"\ndocuments = []\n";
    let plan = planned(text, &sources).expect("a sound pack");
    assert_eq!(plan.sources, [sources[0].id]);
    assert!(
        plan.picks.iter().all(|pick| pick.quote.source == sources[0].id),
        "no words of another council's papers"
    );
}

#[test]
fn a_date_that_is_no_day_is_told() {
    let text = "title = \"One\"\ndocuments = []\n[meeting]\ndate = 12:30:00\n";
    let trouble = planned(text, &[visit()]).expect_err("half past twelve is no day");
    assert!(trouble.message.ends_with("is not a day."), "{}", trouble.message);
}

#[test]
fn a_folder_whose_name_looks_like_a_pattern_is_only_a_folder() {
    let home = tempfile::tempdir().expect("a folder");
    let base = home.path().join("papers [2026]");
    std::fs::create_dir(&base).expect("a folder inside");
    std::fs::write(base.join("letter.txt"), KIND).expect("a file inside");
    let reader = Reader::starting(Path::new("no-such-worker"));
    let mut built = Built::default();
    let trouble =
        papers(&base, &["*.txt".into()], &reader, &mut built, |_| {}).expect_err("there is no worker");
    assert_eq!(built.refused.len(), 1, "the file was found, and only reading it failed");
    assert!(trouble.message.contains("none of the documents could be read"));
}

#[test]
fn nothing_is_written_when_no_document_fits() {
    let home = tempfile::tempdir().expect("a folder");
    let file = home.path().join("pack.toml");
    std::fs::write(&file, "title = \"One\"\ndocuments = [\"*.pdf\"]\n").expect("a pack file");
    let to = home.path().join("out");
    let reader = Reader::starting(Path::new("no-such-worker"));
    let trouble =
        build(&file, &to, super::Wish::default(), &reader, |_| {}).expect_err("there is no document");
    assert_eq!(trouble.message, "No document fits “*.pdf”.");
    assert_eq!(std::fs::read_dir(&to).map(Iterator::count).unwrap_or(0), 0);
}

#[test]
fn a_pack_file_without_editions_gives_the_chairs_and_the_cabinet_members() {
    let plan = planned("title = \"One\"\ndocuments = []\n", &[visit()]).expect("a sound pack");
    let audiences: Vec<&str> = plan.editions.iter().map(|edition| edition.audience.as_str()).collect();
    assert_eq!(audiences, ["committee-chair", "cabinet-member"]);
}

#[test]
fn a_logo_stands_beside_the_pack_file_and_never_goes_without_words() {
    let home = tempfile::tempdir().expect("a folder");
    std::fs::write(home.path().join("logo.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>")
        .expect("a file");
    let logo = |alt: &str| {
        let text = format!("title = \"One\"\ndocuments = []\n[logo]\nfile = \"logo.svg\"\nalt = \"{alt}\"\n");
        let papers = [Paper { source: visit(), path: PathBuf::from("letter-1.pdf") }];
        plan(&parsed(&text), &papers, &[visit()], home.path(), false)
    };
    let whole = logo("Wexcombe County Council").expect("a picture and words").logo.expect("a logo");
    assert_eq!(whole.alt, "Wexcombe County Council");
    let trouble = logo(" ").expect_err("no words");
    assert_eq!(trouble.message, "The logo needs words for those who cannot see it.");
    let none = PackFile::parse("title = \"One\"\ndocuments = []\n[logo]\nfile = \"a.png\"\n", "pack.toml");
    assert!(none.is_err_and(|trouble| trouble.message.contains("alt")), "the missing field is named");
}

#[test]
fn a_late_document_takes_no_quotation_from_the_paper_and_says_why_it_is_late() {
    let words = "Managers check each plan with care, and children say that they are listened to.";
    let sources = [visit(), letter(2, "Wexcombe", words)];
    let file = |late: &str| format!("title = \"One\"\ndocuments = []\n[quotes]\nmost = 2\n{late}");
    let paper = planned(&file(""), &sources[..1]).expect("a sound pack");
    let reason = "[[late]]\ndocuments = [\"letter-2.pdf\"]\nreason = \"It came today.\"\n";
    let with = planned(&file(reason), &sources).expect("a sound pack");
    let own: Vec<_> = with.picks.iter().filter(|pick| pick.quote.source == sources[0].id).cloned().collect();
    assert_eq!(own, paper.picks, "the paper quotes what it quoted");
    assert!(with.picks.len() > own.len(), "and the late letter is quoted as well");
    assert_eq!(
        (with.late[0].reason.as_str(), &with.late[0].sources[..]),
        ("It came today.", &[sources[1].id][..])
    );
    let silent = "[[late]]\ndocuments = [\"letter-2.pdf\"]\nreason = \" \"\n";
    let trouble = planned(&file(silent), &sources).expect_err("no reason");
    assert!(trouble.message.contains("does not say why it is late"), "{}", trouble.message);
}
