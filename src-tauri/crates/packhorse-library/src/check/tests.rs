use super::*;
use crate::testing;

fn tampered(sql: &str) -> Vec<Problem> {
    let (_folder, path) = testing::closed_library();
    let raw = Connection::open(&path).expect("a database");
    raw.pragma_update(None, "foreign_keys", false).expect("set");
    raw.execute_batch(sql).expect("tampered");
    drop(raw);
    let library = Library::open(&path, testing::clock()).expect("it opens all the same");
    library.check().expect("a report").problems
}

#[test]
fn an_untouched_library_is_sound() {
    assert_eq!(tampered("SELECT 1"), []);
}

#[test]
fn an_altered_text_is_found_and_so_are_the_quotes_of_it() {
    let problems = tampered("UPDATE document SET body = replace(body, 'care leavers', 'fine leavers')");
    assert!(
        matches!(&problems[..], [Problem::Text(_, file), Problem::Quote(_, words)]
        if file == "letter.pdf" && words == "care leavers"),
        "{problems:?}"
    );
}

#[test]
fn an_altered_original_is_found_and_is_not_given_out() {
    let problems =
        tampered("UPDATE original SET bytes = 'x' || bytes WHERE 0; UPDATE original SET bytes = x'00'");
    assert!(matches!(&problems[..], [Problem::Original(..)]), "{problems:?}");
    let problems = tampered("DELETE FROM original");
    assert!(matches!(&problems[..], [Problem::Original(..)]), "{problems:?}");
}

#[test]
fn altered_quotes_are_found() {
    for sql in [
        "UPDATE quote SET words = 'good care leavers'",
        "UPDATE quote SET start = start + 1",
        "UPDATE quote SET words_after = ''",
        "UPDATE quote SET text_digest = 'x'",
    ] {
        assert!(matches!(&tampered(sql)[..], [Problem::Quote(..)]), "{sql}");
    }
}

#[test]
fn altered_paragraphs_are_found() {
    let problems = tampered("UPDATE paragraph SET text = replace(text, 'good', 'poor')");
    assert!(matches!(&problems[..], [Problem::Search, Problem::Paragraphs(..)]), "{problems:?}");
    let problems = tampered("DELETE FROM paragraph WHERE id = 1");
    assert!(matches!(&problems[..], [Problem::Paragraphs(..)]), "{problems:?}");
}

#[test]
fn a_source_that_cannot_be_read_is_found() {
    let problems = tampered("UPDATE document SET body = substr(body, 2)");
    assert!(matches!(&problems[..], [Problem::Unreadable(..), Problem::Quote(..)]), "{problems:?}");
}

#[test]
fn what_belongs_together_and_was_parted_is_found() {
    let problems = tampered("UPDATE document SET source = 'none'");
    assert!(matches!(&problems[0], Problem::Reference(_)), "{problems:?}");
    assert!(problems.iter().all(|problem| problem.to_string().ends_with('.')));
}
