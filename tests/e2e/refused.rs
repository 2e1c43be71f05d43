//! Files that do not become documents: each is named with the reason, and none holds up another.

use crate::driver::Session;
use crate::stage::{Stage, window};
use packhorse_tests::{lacking, root, sample};
use serde_json::json;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use zip::write::SimpleFileOptions;

/// What the tray says of a file: what became of it, and that in words.
fn told(page: &Session, name: &str) -> (String, String) {
    let script = "const line = [...document.querySelectorAll('[data-testid^=brought-]')].find((line) => line.textContent.includes(arguments[0]));
        return [line?.dataset.state ?? '', line?.querySelector('small')?.textContent ?? ''].map((words) => words.replace(/\\s+/g, ' ').trim())";
    let found = page.script(script, json!([name]));
    let word = |at: usize| found[at].as_str().unwrap_or_default().to_owned();
    (word(0), word(1))
}

/// A PDF of so many empty pages.
fn pages(count: usize) -> Vec<u8> {
    let kids: String = (0..count).map(|page| format!("{} 0 R ", page + 3)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Count {count}/Kids[{kids}]>>"),
    ];
    objects.extend((0..count).map(|_| "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>".to_owned()));
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in (1..).zip(&objects) {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
    }
    let at = file.len();
    let size = objects.len() + 1;
    file.extend(format!("{table}trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{at}\n%%EOF\n").bytes());
    file
}

/// A small Word file that unpacks to 80 million spaces.
fn bomb(path: &Path) {
    let mut archive = zip::ZipWriter::new(File::create(path).expect("a file can be made"));
    let types = "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    for (name, bytes) in
        [("[Content_Types].xml", types.as_bytes()), ("word/document.xml", &[b' '; 80_000_000][..])]
    {
        archive.start_file(name, SimpleFileOptions::default()).expect("an archive can be written");
        archive.write_all(bytes).expect("an archive can be written");
    }
    archive.finish().expect("an archive can be closed");
}

/// Files nobody can make a document of, with what is to be said of each.
fn unreadable(folder: &Path) -> Vec<(&'static str, &'static str)> {
    let letter = fs::read(sample("2026-09-10_focused-visit.pdf")).expect("the letter can be read");
    let old = [b"\xD0\xCF\x11\xE0".to_vec(), vec![0; 600]].concat();
    let outlook: Vec<u8> = "__properties_version1.0".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let page =
        b"<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in to go on.</body></html>";
    let scan = root().join("tests/fuzz/seeds/pdf/picture.pdf");
    for (name, bytes) in [
        ("empty.pdf", Vec::new()),
        ("web page.pdf", page.to_vec()),
        ("cut.pdf", letter[..letter.len() / 2].to_vec()),
        ("scan.pdf", fs::read(scan).expect("a scan")),
        ("short.txt", b"ab".to_vec()),
        ("minutes.doc", old.clone()),
        ("message.msg", [old, outlook].concat()),
        ("note.rtf", b"{\\rtf1 Words.}".to_vec()),
        ("logo.png", b"\x89PNG\r\n\x1a\n".to_vec()),
        ("interview.mp3", vec![0; 600]),
        ("long.pdf", pages(2_001)),
    ] {
        fs::write(folder.join(name), bytes).expect("a file");
    }
    bomb(&folder.join("bomb.docx"));
    let mut large = File::create(folder.join("large.pdf")).expect("a file");
    large.write_all(b"%PDF-1.7\n").and_then(|()| large.set_len(200_000_001)).expect("a large file");
    vec![
        ("empty.pdf", "is empty, so nothing was brought in."),
        ("web page.pdf", "is a web page saved under the name of a PDF"),
        ("cut.pdf", "is damaged, so it was not read."),
        ("scan.pdf", "is a picture, and has no text to quote."),
        ("short.txt", "has no text that can be quoted."),
        ("minutes.doc", "is an old Office file"),
        ("message.msg", "is an Outlook message"),
        ("note.rtf", "is a rich text (RTF) file"),
        ("logo.png", "is a picture, which Packhorse does not read."),
        ("interview.mp3", "holds no readable text"),
        ("long.pdf", "has more than 2000 pages"),
        ("bomb.docx", "unpacks to far more than a document holds"),
        ("large.pdf", "is larger than 200 MB"),
    ]
}

/// Locks a copy of the letter with a password; says whether that could be done.
fn locked(path: &Path) -> bool {
    let letter = sample("2026-09-10_focused-visit.pdf");
    let made = Command::new("qpdf")
        .args(["--encrypt", "secret", "secret", "256", "--"])
        .args([letter.as_path(), path])
        .status();
    made.is_ok_and(|status| status.success())
}

#[test]
fn each_file_that_is_no_document_is_named_with_its_reason_and_the_others_come_in() {
    let papers = tempfile::tempdir().expect("a folder");
    let mut refused = unreadable(papers.path());
    if locked(&papers.path().join("secret.pdf")) {
        refused.push(("secret.pdf", "is locked with a password"));
    } else {
        lacking("qpdf", "a PDF with a password was not brought in");
    }
    let letter = fs::read(sample("2026-09-10_focused-visit.pdf")).expect("the letter");
    let news = fs::read_to_string(sample("2026-09-12_news.txt")).expect("the story");
    fs::write(papers.path().join("a letter.pdf"), &letter).expect("a file");
    fs::write(papers.path().join("a news story.txt"), &news).expect("a file");
    fs::write(papers.path().join("z letter again.pdf"), &letter).expect("a file");
    fs::write(papers.path().join("z story from the mail.txt"), news.replace('\n', "\r\n")).expect("a file");
    let gone = papers.path().join("elsewhere.pdf");
    refused.push(("elsewhere.pdf", "is not there any more."));

    let stage = Stage::raise(&[papers.path().to_owned(), gone]);
    let page = Session::open(stage.port, &window());
    page.click_on("bring-in");
    let tally = format!("2 documents brought in, 2 already here, {} not brought in.", refused.len());
    page.shows("tally", &tally);
    for (name, reason) in &refused {
        let (state, words) = told(&page, name);
        assert_eq!(state, "refused", "{name}: {words}");
        assert!(words.contains(reason), "{name}: {words}");
        let rest = words.split_once(reason).map_or("", |(_, rest)| rest);
        // What to try stands in sentences of its own, behind the one with the reason.
        let hint =
            if reason.ends_with('.') { rest } else { rest.split_once('.').map_or("", |(_, hint)| hint) };
        assert!(hint.trim().len() > 10, "{name}: what to try is said too: {words}");
    }
    assert_eq!(told(&page, "z letter again.pdf").0, "already", "the same bytes");
    assert_eq!(told(&page, "z story from the mail.txt").0, "already", "the same text");
    let first =
        page.script("return document.querySelector('[data-testid=brought-0]').dataset.state", json!([]));
    assert_eq!(first, json!("refused"), "what needs a person comes first");
    page.click_on("tray-close");
    page.shows("count-library", "2");

    // What was missing is put there, and only that is new.
    fs::write(
        papers.path().join("elsewhere.pdf"),
        fs::read(sample("2023-05-19_inspection.pdf")).expect("it"),
    )
    .expect("a file");
    page.click_on("bring-in");
    page.shows("tally", "1 document brought in");
    assert_eq!(told(&page, "elsewhere.pdf").0, "kept");
    page.shows("count-library", "3");
}

#[test]
fn a_folder_without_papers_says_so_and_nothing_else_happens() {
    let papers = tempfile::tempdir().expect("a folder");
    let stage = Stage::raise(&[papers.path().to_owned()]);
    let page = Session::open(stage.port, &window());
    page.click_on("bring-in");
    page.shows("trouble", "There is no file to read");
    page.click_on("trouble-dismiss");
    page.gone("trouble");
    page.named("empty-library");
}

#[test]
fn bringing_in_can_be_stopped_and_what_was_left_over_comes_in_later() {
    let papers = tempfile::tempdir().expect("a folder");
    for number in 0..60 {
        let words =
            format!("Statement {number} of the council, 16 September 2026. We accept finding {number}.");
        fs::write(papers.path().join(format!("statement {number:02}.txt")), words).expect("a file");
    }
    let stage = Stage::raise(&[papers.path().to_owned()]);
    let page = Session::open(stage.port, &window());
    page.click_on("bring-in");
    page.until("the first is in", || (page.count("[data-testid=tray] li + li") > 0).then_some(()));
    page.click_on("stop");
    page.shows("tally", "stopped.");
    let kept = page.count("[data-testid^=brought-][data-state=kept]");
    let stopped = page.count("[data-testid^=brought-][data-state=stopped]");
    assert!(kept > 0 && stopped > 0 && kept + stopped == 60, "{kept} in, {stopped} left over");
    page.click_on("tray-close");
    page.click_on("bring-in");
    let tally =
        format!("{stopped} document{} brought in, {kept} already here", if stopped == 1 { "" } else { "s" });
    page.shows("tally", &tally);
    page.shows("count-library", "60");
}
