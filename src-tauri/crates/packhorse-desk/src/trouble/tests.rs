use super::*;
use packhorse_import::Error as E;

fn imports() -> Vec<E> {
    let reason = || "xref at 7".to_owned();
    vec![
        E::Empty,
        E::Folder,
        E::NotFound,
        E::Unreadable { reason: reason() },
        E::TooLarge { limit: 200_000_000 },
        E::TooManyPages { limit: 2_000 },
        E::Inflated { limit: 1_000_000_000 },
        E::WebPageNamedPdf,
        E::Unsupported { what: "a picture".into() },
        E::OutlookMessage,
        E::RichText,
        E::OldOffice,
        E::Locked,
        E::Damaged { reason: reason() },
        E::Pictures { pages: 1 },
        E::Pictures { pages: 12 },
        E::NoText,
        E::TooSlow { seconds: 60 },
        E::Crashed,
        E::NotStarted { reason: reason() },
    ]
}

fn is_plain(trouble: &Trouble) {
    for sentence in trouble.hints.iter().chain([&trouble.message]) {
        let lower = sentence.to_lowercase();
        assert!(sentence.ends_with('.'), "a sentence ends with a full stop: {sentence}");
        assert!(!sentence.ends_with(".."), "one full stop is enough: {sentence}");
        let blame =
            ["you must", "you should", "your fault", "invalid", "illegal", "failed", "error", "please"];
        assert!(!blame.iter().any(|word| lower.contains(word)), "nobody is blamed: {sentence}");
    }
    assert!(!trouble.hints.is_empty(), "there is something to try: {}", trouble.message);
}

#[test]
fn every_file_that_is_refused_is_told_in_whole_sentences_that_blame_nobody() {
    for error in imports() {
        let trouble = Trouble::import("letter.pdf", &error);
        is_plain(&trouble);
        assert!(trouble.message.contains("letter.pdf"), "the file is named: {}", trouble.message);
        assert!(!trouble.message.contains("xref"), "a parser's words help nobody: {}", trouble.message);
    }
}

#[test]
fn a_file_that_cannot_be_written_is_told_without_its_folder() {
    for kind in [std::io::ErrorKind::StorageFull, std::io::ErrorKind::PermissionDenied] {
        let trouble = Trouble::write(Path::new("/home/somebody/pack.pdf"), &kind.into());
        is_plain(&trouble);
        assert!(!trouble.message.contains("somebody"));
    }
}

#[test]
fn a_librarys_words_become_a_sentence() {
    let altered = packhorse_model::Altered { file: "letter.pdf".into(), words: "calm".into() };
    let trouble = Trouble::from(LibraryError::Altered(altered));
    assert_eq!(trouble.message, "The words “calm” are not what letter.pdf holds at that place.");
    is_plain(&trouble);
    assert_eq!(sentence("Nothing was saved."), "Nothing was saved.");
}
