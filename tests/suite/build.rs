//! The sample packs, from the terminal to other people's readers.

use packhorse_tests::{
    Ended, conforms, is_sound, lacking, packhorse, plain, quotations, root, sample, samples, sorted,
    structure, text,
};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use tempfile::TempDir;

/// The sample packs, made once for all tests here.
struct Made {
    folder: TempDir,
    ended: Ended,
}

fn made() -> &'static Made {
    static MADE: OnceLock<Made> = OnceLock::new();
    MADE.get_or_init(|| {
        let folder = TempDir::new().expect("a folder can be made");
        let ended = build(&samples().join("pack.toml"), folder.path());
        Made { folder, ended }
    })
}

fn build(file: &Path, folder: &Path) -> Ended {
    packhorse(["build".as_ref(), file.as_os_str(), "--to".as_ref(), folder.as_os_str()])
}

fn packs() -> Vec<PathBuf> {
    sorted(made().folder.path())
}

fn pack(audience: &str) -> PathBuf {
    let named =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().contains(audience));
    packs()
        .into_iter()
        .find(named)
        .unwrap_or_else(|| panic!("no pack is named for {audience}: {:?}", packs()))
}

#[test]
fn both_editions_are_made_and_nothing_is_refused() {
    made().ended.expect(&[0], "every sample document can be read").without_panic();
    assert_eq!(packs().len(), 2, "one file for each edition and nothing beside them: {:?}", packs());
    assert_ne!(pack("committee-chair"), pack("cabinet-member"));
}

#[test]
fn every_edition_is_accessible_and_archival() {
    for file in packs() {
        is_sound(&file);
    }
    conforms(&packs());
}

#[test]
fn every_quotation_in_a_pack_stands_word_for_word_in_a_sample() {
    let Some(sources) = source_words() else {
        return lacking("poppler", "the packs' quotations were not held against the samples");
    };
    for file in packs() {
        let Some(quotes) = quotations(&file) else { return };
        assert!(quotes.len() >= 6, "{} quotes only {} times", file.display(), quotes.len());
        for quote in quotes {
            let found = sources.iter().any(|words| words.contains(&at_line_ends(&quote)));
            assert!(found, "{} quotes what no sample says: “{quote}”", file.display());
        }
    }
}

#[test]
fn the_same_pack_file_gives_the_same_bytes() {
    let again = TempDir::new().expect("a folder can be made");
    build(&samples().join("pack.toml"), again.path()).expect(&[0], "it worked before");
    for (first, second) in packs().iter().zip(sorted(again.path())) {
        assert_eq!(first.file_name(), second.file_name());
        assert!(
            fs::read(first).ok() == fs::read(&second).ok(),
            "{} differs from run to run",
            first.display()
        );
    }
}

#[test]
fn a_pack_names_its_meeting_and_its_reader() {
    let (chair, member) = (text(&pack("committee-chair")), text(&pack("cabinet-member")));
    let (Some(chair), Some(member)) = (chair, member) else {
        return lacking("poppler", "the packs' words were not read");
    };
    for words in [&chair, &member] {
        let words = plain(words);
        assert!(words.contains("Children and Families Overview and Scrutiny Committee"), "{words}");
        assert!(words.contains("13 October 2026") && words.contains("OFFICIAL"));
        assert!(words.contains("Wexcombe"));
    }
    assert!(plain(&chair).contains("Cllr Ines Barraclough"));
    assert!(plain(&member).contains("Cllr Gareth Winslade"));
}

#[test]
fn the_priority_action_and_the_changed_word_are_in_both_packs() {
    for file in packs() {
        let Some(words) = text(&file).map(|words| plain(&words)) else { return };
        assert!(words.contains("priority action"), "{}: the gravest finding is missing", file.display());
        assert!(
            words.contains("strong progress") && words.contains("steady progress"),
            "{}: the press release changed a word, and a pack that shows it says so",
            file.display()
        );
    }
}

#[test]
fn headings_do_not_skip_a_level() {
    for file in packs() {
        let Some(elements) = structure(&file) else { return };
        let level = |role: &str| role.strip_prefix('H').and_then(|number| number.parse::<u8>().ok());
        let levels: Vec<_> = elements.iter().filter_map(|element| level(&element.role)).collect();
        assert_eq!(levels.first(), Some(&1), "{} begins with its title", file.display());
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{}: {levels:?}", file.display());
    }
}

#[test]
fn a_pack_carries_no_path_and_no_user_name() {
    let folders = [root(), made().folder.path().to_owned()];
    for file in packs() {
        let bytes = fs::read(&file).expect("a pack can be read");
        let whole = format!("{}{}", String::from_utf8_lossy(&bytes), text(&file).unwrap_or_default());
        for folder in &folders {
            assert!(
                !whole.contains(&*folder.to_string_lossy()),
                "{} holds a path of this machine",
                file.display()
            );
        }
        assert!(!whole.contains("/home/") && !whole.contains("C:\\Users"));
    }
}

#[test]
fn a_listed_quote_that_its_document_does_not_hold_makes_no_pack() {
    let folder = TempDir::new().expect("a folder can be made");
    let letter = sample("2026-09-10_focused-visit.pdf");
    let altered = "Leaders have made strong progress since the inspection in May 2023";
    let file = folder.path().join("pack.toml");
    let edition = "[[edition]]\naudience = \"committee-chair\"\n[quotes]\npick = \"listed\"\n";
    let quote = format!("[[quote]]\ndocument = {letter:?}\nwords = {altered:?}\nbearing = \"strength\"\n");
    fs::write(&file, format!("title = \"T\"\ndocuments = [{letter:?}]\n{edition}{quote}"))
        .expect("a file can be written");
    let to = folder.path().join("out");
    let ended = build(&file, &to);
    ended.expect(&[2, 3], "a pack is right or it is not made").without_panic();
    assert!(ended.err.contains(altered), "the person is told which words: {}", ended.err);
    assert!(!to.exists() || sorted(&to).is_empty(), "nothing is written");
}

/// The words of every sample, by readers that are not ours.
fn source_words() -> Option<Vec<String>> {
    let words = sorted(&samples()).into_iter().map(|file| {
        Some(match file.extension().and_then(|ending| ending.to_str()) {
            Some("pdf") => structure(&file)?.into_iter().map(|element| element.words + " ").collect(),
            Some("html") => without_tags(&fs::read_to_string(&file).ok()?),
            Some("docx") => without_tags(&part(&file, "word/document.xml")?),
            _ => String::from_utf8_lossy(&fs::read(&file).ok()?).into_owned(),
        })
    });
    words.map(|words| words.map(|words| at_line_ends(&words))).collect()
}

/// Words on one line, a hyphen at a line's end drawn to the word it belongs to.
fn at_line_ends(words: &str) -> String {
    plain(words).replace("- ", "-")
}

fn without_tags(markup: &str) -> String {
    let pieces = markup.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, words)| words));
    let text: String = pieces.collect();
    text.replace("&nbsp;", " ").replace("&rsquo;", "’").replace("&amp;", "&")
}

fn part(file: &Path, name: &str) -> Option<String> {
    let mut archive = zip::ZipArchive::new(fs::File::open(file).ok()?).ok()?;
    let mut text = String::new();
    std::io::Read::read_to_string(&mut archive.by_name(name).ok()?, &mut text).ok()?;
    Some(text)
}
