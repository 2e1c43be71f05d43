//! What is recognised in the samples, against what a careful reader finds.

use packhorse_tests::{kept, packhorse, plain, sample, samples, sorted, values};
use serde_json::Value;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn read(file: &Path) -> Value {
    let ended = packhorse(["read".as_ref(), file.as_os_str(), "--json".as_ref()]);
    ended.expect(&[0], "a sample can be read").without_panic();
    let mut objects = values(&ended.out);
    assert_eq!(objects.len(), 1, "one object for one file: {}", ended.out);
    objects.remove(0)
}

#[test]
fn the_facts_of_the_samples_are_those_a_careful_reader_finds() {
    for expected in
        sorted(&kept("expected")).into_iter().filter(|file| file.extension().is_some_and(|own| own == "json"))
    {
        let name = expected.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let wanted =
            values(&std::fs::read_to_string(&expected).expect("expected facts can be read")).remove(0);
        let found = read(&samples().join(format!("{name}.pdf")));
        for (field, value) in wanted.as_object().expect("expected facts are an object") {
            assert_eq!(folded(&found[field]), folded(value), "{name}: {field}");
        }
    }
}

/// Judgements by area and printed grade only, and in any order; white space made plain.
fn folded(value: &Value) -> Value {
    match value {
        Value::String(words) => plain(words).into(),
        Value::Array(list) => {
            let mut list: Vec<Value> = list.iter().map(folded).collect();
            list.sort_by_key(|value| value["area"].as_str().map(str::to_owned));
            list.into()
        }
        Value::Object(fields) => {
            let area = fields.get("area").map(folded);
            let grade = fields.get("grade_as_printed").or(fields.get("grade")).map(folded);
            let kept = [("area", area), ("grade", grade)];
            Value::Object(
                kept.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect(),
            )
        }
        other => other.clone(),
    }
}

#[test]
fn every_fact_and_every_quotation_says_where_it_was_read() {
    let letter = read(&sample("2026-09-10_focused-visit.pdf"));
    let facts = letter["facts"].as_array().expect("facts are a list");
    assert!(!facts.is_empty());
    for fact in facts {
        let confidence = fact["confidence"].as_str().unwrap_or_default();
        assert!(["sure", "check", "none"].contains(&confidence), "{fact}");
        assert!(
            confidence == "none" || !fact["place"].is_null(),
            "a fact without a place cannot be checked: {fact}"
        );
    }
    for quote in
        read(&sample("2026-09-11_press-release.html"))["quotes"].as_array().expect("quotes are a list")
    {
        assert!(quote["place"]["paragraph"].is_u64(), "{quote}");
    }
}

#[test]
fn with_a_folder_each_file_gets_a_record_of_its_own() {
    let folder = TempDir::new().expect("a folder can be made");
    let files: [PathBuf; 2] = [sample("2026-09-10_focused-visit.pdf"), sample("2026-09-12_news.txt")];
    let words = [
        "read".as_ref(),
        files[0].as_os_str(),
        files[1].as_os_str(),
        "--out".as_ref(),
        folder.path().as_os_str(),
    ];
    packhorse(words).expect(&[0], "both can be read");
    let names: Vec<_> = sorted(folder.path())
        .iter()
        .filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()))
        .collect();
    assert_eq!(names, ["wexcombe_2026-09-10_focused-visit.json", "wexcombe_2026-09-12_news.json"]);
}

#[test]
fn each_judgement_of_a_pdf_gets_a_picture_of_its_row() {
    let home = TempDir::new().expect("a folder can be made");
    let pictures = home.path().join("pictures");
    let report = sample("2023-05-19_inspection.pdf");
    let wish = ["--pictures".as_ref(), pictures.as_os_str()];
    let ended = packhorse(["read".as_ref(), report.as_os_str()].into_iter().chain(wish));
    ended.expect(&[0], "the sample can be drawn").without_panic();
    assert_eq!(ended.err.matches("whole page").count(), 0, "{}", ended.err);
    let judgements = read(&report)["judgements"].as_array().map_or(0, Vec::len);
    let files: Vec<_> = std::fs::read_dir(&pictures).expect("it was made").flatten().collect();
    assert_eq!(files.len(), judgements);
    for file in files {
        let bytes = std::fs::read(file.path()).expect("it was written");
        assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n") && bytes.len() > 4_000, "{:?}", file.path());
    }
}

#[test]
fn what_speaks_to_people_stays_out_of_the_data() {
    let nowhere = Path::new("no-such-letter.pdf");
    let letter = sample("2026-09-10_focused-visit.pdf");
    let ended = packhorse(["read".as_ref(), letter.as_os_str(), nowhere.as_os_str(), "--json".as_ref()]);
    ended.expect(&[1], "one was read and one refused").without_panic();
    let objects = values(&ended.out);
    assert!(
        objects.iter().any(|object| object["file"] == "wexcombe_2026-09-10_focused-visit.pdf"),
        "{}",
        ended.out
    );
    assert!(
        ended.err.contains("no-such-letter.pdf"),
        "the refused file is named on standard error: {}",
        ended.err
    );
}

#[test]
fn a_wrong_request_is_told_apart_from_a_bad_file() {
    packhorse(["read", "--no-such-option"]).expect(&[2], "the request was wrong").without_panic();
    packhorse(["no-such-command"]).expect(&[2], "the request was wrong").without_panic();
    packhorse(["check", "only-one.txt"]).expect(&[2], "there is nothing to check against").without_panic();
}

#[test]
fn each_fact_is_explained_with_the_words_it_came_from() {
    let letter = sample("2026-09-10_focused-visit.pdf");
    let ended = packhorse(["read".as_ref(), "--explain".as_ref(), letter.as_os_str()]);
    ended.expect(&[0], "a sample can be read").without_panic();
    for words in ["Council: Wexcombe", "The title says so.", "[[Wexcombe]]", "Page 1", "sure"] {
        assert!(ended.out.contains(words), "{words:?} is missing:\n{}", ended.out);
    }
    let widest = ended.out.lines().map(|line| line.chars().count()).max();
    assert!(widest.is_some_and(|widest| widest <= 80), "{widest:?} columns:\n{}", ended.out);
}

#[test]
fn every_rule_that_read_something_here_has_a_sentence() {
    let mut words = vec!["read".into(), "--explain".into(), samples().into_os_string()];
    words.extend(packhorse_tests::corpus().map(PathBuf::into_os_string));
    words.extend(
        Some(kept("papers/labelled/documents")).filter(|own| own.is_dir()).map(PathBuf::into_os_string),
    );
    let ended = packhorse(words);
    let unnamed: Vec<_> = ended.out.lines().filter(|line| line.contains("Read by the rule")).collect();
    assert_eq!(
        unnamed,
        Vec::<&str>::new(),
        "a sentence for each stands in packhorse-desk/src/explain/rules.rs"
    );
}

#[test]
fn a_file_that_could_not_be_read_has_a_record_that_says_so() {
    let folder = TempDir::new().expect("a folder");
    let page = folder.path().join("report.pdf");
    std::fs::write(&page, "<!DOCTYPE html><html><body><p>Find an inspection report</p></body></html>")
        .expect("a file");
    let ended = packhorse(["read".as_ref(), page.as_os_str(), "--json".as_ref()]);
    ended.expect(&[3], "a web page under the name of a PDF is refused").without_panic();
    let record = values(&ended.out).remove(0);
    assert!(record["refused"].as_str().is_some_and(|why| why.contains("web page")), "{record}");
    assert_eq!((&record["kind"], &record["authority"]), (&"other".into(), &Value::Null));
    assert_eq!(record["judgements"].as_array().map(Vec::len), Some(0), "nothing was recognised");
    assert_eq!(record["sha256"].as_str().map(str::len), Some(64), "which file it was can still be told");
}
