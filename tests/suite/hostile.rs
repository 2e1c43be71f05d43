//! Files that mean harm, or come to it. Each costs one plain sentence and nothing else.

use packhorse_tests::{Ended, kept, packhorse, sample, samples, sorted, values};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

fn folder() -> TempDir {
    TempDir::new().expect("a folder can be made")
}

fn read(file: &Path) -> Ended {
    packhorse(["read".as_ref(), file.as_os_str(), "--json".as_ref()])
}

/// Holds that a file is refused in a plain sentence that names it.
#[track_caller]
fn is_refused_plainly(file: &Path) {
    let ended = read(file);
    ended.expect(&[1, 3], "a file that cannot be read is refused").without_panic();
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let said: Vec<_> = ended.err.lines().filter(|line| !line.trim().is_empty()).collect();
    let sentence = said.iter().find(|line| line.contains(&name));
    assert!(
        sentence.is_some_and(|line| line.trim_end().ends_with('.')),
        "no sentence names {name}: {}",
        ended.err
    );
    assert!(said.len() <= 3, "one sentence, and perhaps what to try: {}", ended.err);
    assert!(
        !ended.err.contains(&*file.parent().unwrap_or(file).to_string_lossy()),
        "the name is enough: {}",
        ended.err
    );
    assert!(
        ended.took < Duration::from_secs(75),
        "nothing is read for longer than a minute: {:?}",
        ended.took
    );
}

fn written(folder: &TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, bytes).expect("a file can be written");
    path
}

#[test]
fn an_empty_file() {
    is_refused_plainly(&written(&folder(), "empty.pdf", b""));
}

#[test]
fn a_report_cut_in_half() {
    let whole = fs::read(sample("2026-09-10_focused-visit.pdf")).expect("the letter can be read");
    let folder = folder();
    is_refused_plainly(&written(&folder, "cut.pdf", &whole[..whole.len() / 2]));
    is_refused_plainly(&written(&folder, "head.pdf", &whole[..40]));
}

#[test]
fn files_that_broke_other_readers() {
    // How each was made, and what it does to whom, stands in tests/papers/README.md.
    for name in ["page-tree-loop.pdf", "xref-loop.pdf", "deep-nesting.pdf", "length-loop.pdf"] {
        is_refused_plainly(&kept("papers").join(name));
    }
}

#[test]
fn a_word_file_that_unpacks_to_far_more_than_it_is() {
    let folder = folder();
    let bomb = folder.path().join("bomb.docx");
    word_file(&bomb, |part| {
        let piece = vec![b' '; 1_000_000];
        (0..300).try_for_each(|_| part.write_all(&piece))
    });
    assert!(fs::metadata(&bomb).is_ok_and(|about| about.len() < 1_000_000), "a bomb is small");
    is_refused_plainly(&bomb);
}

#[test]
fn a_word_file_whose_names_grow_without_end() {
    let folder = folder();
    let bomb = folder.path().join("entities.docx");
    word_file(&bomb, |part| {
        part.write_all(b"<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a0 \"harm\">")?;
        (1..12)
            .try_for_each(|n| write!(part, "<!ENTITY a{n} \"{}\">", format!("&a{};", n - 1).repeat(10)))?;
        part.write_all(b"]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:body></w:document>")
    });
    let ended = read(&bomb);
    ended.expect(&[0, 1, 3], "refused, or read without what the names stand for").without_panic();
    assert!(!ended.out.contains("harmharm"), "no name is expanded");
}

/// A Word file whose text is whatever is written.
fn word_file(path: &Path, text: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) {
    let mut archive = zip::ZipWriter::new(File::create(path).expect("a file can be made"));
    let options = SimpleFileOptions::default();
    let types = "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    archive.start_file("[Content_Types].xml", options).expect("an archive can be written");
    archive.write_all(types.as_bytes()).expect("an archive can be written");
    archive.start_file("word/document.xml", options).expect("an archive can be written");
    text(&mut archive).expect("an archive can be written");
    archive.finish().expect("an archive can be closed");
}

#[test]
fn a_folder_in_place_of_a_file() {
    let folder = folder();
    let inner = folder.path().join("letters.pdf");
    fs::create_dir(&inner).expect("a folder can be made");
    is_refused_plainly(&inner);
}

#[test]
fn a_file_that_is_not_there_any_more() {
    is_refused_plainly(&folder().path().join("gone.pdf"));
}

#[test]
fn a_picture_under_the_name_of_a_letter() {
    let bytes =
        [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0"[..], &[0x17; 400]].concat();
    is_refused_plainly(&written(&folder(), "scan.pdf", &bytes));
}

#[test]
fn bad_files_do_not_keep_a_good_one_out() {
    let folder = folder();
    let empty = written(&folder, "empty.pdf", b"");
    let looped = kept("papers").join("page-tree-loop.pdf");
    let news = sample("2026-09-12_news.txt");
    let files = [&empty, &looped, &news, &folder.path().join("gone.docx")];
    let words = ["read".as_ref()]
        .into_iter()
        .chain(files.iter().map(|file| file.as_os_str()))
        .chain(["--json".as_ref()]);
    let ended = packhorse(words);
    ended.expect(&[1], "done, with files refused").without_panic();
    let read = values(&ended.out)
        .into_iter()
        .filter(|object| object["file"] == "wexcombe_2026-09-12_news.txt")
        .count();
    assert_eq!(read, 1, "{}", ended.out);
    for name in ["empty.pdf", "page-tree-loop.pdf", "gone.docx"] {
        assert!(ended.err.contains(name), "{name} is not named: {}", ended.err);
    }
}

#[test]
fn what_a_search_for_failures_found_is_read_or_refused_plainly() {
    let Ok(targets) = fs::read_dir(kept("papers/found")) else { return };
    for file in targets.flatten().flat_map(|target| sorted(&target.path())) {
        let ended = read(&file);
        ended.expect(&[0, 3], "a file is read, or refused in a sentence").without_panic();
        assert!(ended.took < Duration::from_secs(75), "{} took {:?}", file.display(), ended.took);
    }
}

#[test]
fn a_web_page_with_a_script_gives_its_words_and_nothing_else() {
    let page = "<!doctype html><html><head><title>Statement</title><meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'></head>\
        <body><article><h1>Statement of the council</h1><p>Councillor Ada Lorne said: “Families asked us to mend the bridge, and we have heard them.”</p>\
        <p>The council will report to its committee in the spring, and everybody who uses the bridge may come and speak.</p>\
        <img src='http://127.0.0.1:9/canary.png' onerror='canary()'><script>document.write('canary words')</script></article></body></html>";
    let ended = read(&written(&folder(), "statement.html", page.as_bytes()));
    ended.expect(&[0], "its words are plain").without_panic();
    assert!(ended.out.contains("mend the bridge"), "{}", ended.out);
    assert!(!ended.out.contains("canary"), "a script's words are not the document's: {}", ended.out);
}

#[test]
fn a_file_in_the_place_of_the_target_folder() {
    let folder = folder();
    let taken = written(&folder, "packs", b"not a folder");
    for to in [taken.clone(), taken.join("inside")] {
        let pack = samples().join("pack.toml");
        let ended = packhorse(["build".as_ref(), pack.as_os_str(), "--to".as_ref(), to.as_os_str()]);
        ended.expect(&[2, 3], "nothing can be written there").without_panic();
        assert!(ended.err.trim_end().ends_with('.'), "in a plain sentence: {}", ended.err);
    }
    assert_eq!(fs::read(&taken).ok().as_deref(), Some(&b"not a folder"[..]), "what was there is untouched");
}

#[test]
fn a_pack_file_that_makes_no_sense() {
    let folder = folder();
    for (name, text) in [
        ("broken.toml", "title = \"T\ndocuments = ["),
        ("none.toml", "title = \"T\"\ndocuments = [\"no-such-*.pdf\"]\n"),
    ] {
        let file = written(&folder, name, text.as_bytes());
        let to = folder.path().join("out");
        let ended = packhorse(["build".as_ref(), file.as_os_str(), "--to".as_ref(), to.as_os_str()]);
        ended.expect(&[2, 3], "there is nothing to build").without_panic();
        assert!(
            !to.exists() || fs::read_dir(&to).is_ok_and(|mut entries| entries.next().is_none()),
            "{name}: nothing is written"
        );
    }
}
