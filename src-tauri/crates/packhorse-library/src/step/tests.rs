use super::*;
use crate::testing::{self, LETTER};
use crate::{Counts, Issue, NewSource, QuoteFilter, Work};
use packhorse_model::{Bearing, Confidence, Digest, Facts};
use serde_json::json;

/// Everything a person can see of a library.
#[derive(Debug, PartialEq)]
struct Seen {
    counts: Counts,
    sources: Vec<(SourceId, String, u32, Facts)>,
    quotes: Vec<(QuoteId, String, Use)>,
    packs: Vec<(PackId, Draft)>,
    settings: Vec<(String, Value)>,
    hits: usize,
}

fn seen(library: &Library) -> Seen {
    let sources = library.sources().expect("sources");
    let quotes = library.quotes(&QuoteFilter::default()).expect("quotes").into_iter();
    let mut packs: Vec<_> =
        library.packs().expect("packs").into_iter().map(|pack| (pack.id, pack.draft)).collect();
    packs.sort_by_key(|(id, _)| *id);
    let whole = |id| library.source(id).expect("a source").facts;
    Seen {
        counts: library.counts().expect("counts"),
        sources: sources
            .iter()
            .map(|entry| (entry.id, entry.title.clone(), entry.to_check, whole(entry.id)))
            .collect(),
        quotes: quotes.map(|quote| (quote.id, quote.quote.words, quote.usage)).collect(),
        packs,
        settings: library.settings("").expect("settings"),
        hits: library.search("care", 100).expect("hits").len(),
    }
}

fn usage(bearing: Bearing, note: &str) -> Use {
    Use {
        bearing,
        edits: Vec::new(),
        note: Some(note.to_owned()),
        weight: Some(packhorse_model::Weight::Must),
    }
}

fn draft(title: &str, plan: Value) -> Draft {
    Draft { title: title.to_owned(), meeting: "2027-01-14".parse().ok(), plan, ..Draft::default() }
}

/// Does one change of each kind; after each, `after` looks at the library.
fn live(library: &mut Library, mut after: impl FnMut(&Library)) {
    let letter = testing::keep(library, "letter.pdf", &LETTER).source;
    after(library);
    let mut facts = testing::facts("Aldermoor");
    facts.authority = Some(testing::fact("Wexcombe".to_owned(), Confidence::Sure));
    library.set_facts(letter, &facts, "confirm authority").expect("set");
    after(library);
    let quote = testing::pick(library, letter, "care leavers");
    after(library);
    library.change_quote(quote, &usage(Bearing::Priority, "Ask.")).expect("changed");
    after(library);
    let pack = library.new_pack(&draft("January", json!({"picks": []}))).expect("begun");
    after(library);
    library.save_pack(pack, &draft("Scrutiny", json!({"picks": [1.5, null]})), "change pack").expect("saved");
    after(library);
    library.set_setting("role/chair", Some(json!("Chairman")), "change role name").expect("set");
    after(library);
    library.set_setting("role/chair", None, "reset role name").expect("set");
    after(library);
    library.remove_quote(quote).expect("removed");
    after(library);
    library.remove_pack(pack).expect("removed");
    after(library);
    let other = testing::pick(library, letter, "a good place to live");
    after(library);
    library.remove_source(letter).expect("removed");
    assert!(library.quote(other).is_err());
    after(library);
}

const STEPS: [&str; 12] = [
    "bring in letter.pdf",
    "confirm authority",
    "pick quote",
    "change quote",
    "new pack",
    "change pack",
    "change role name",
    "reset role name",
    "remove quote",
    "remove pack",
    "pick quote",
    "remove document",
];

#[test]
fn every_kind_of_change_is_undone_and_done_again_by_name() {
    let (_folder, mut library) = testing::library();
    let mut states = vec![seen(&library)];
    live(&mut library, |library| states.push(seen(library)));
    assert_eq!(states.len(), STEPS.len() + 1);
    for _ in 0..2 {
        for (step, before) in STEPS.iter().zip(&states).rev() {
            assert_eq!(library.next_undo().expect("a step").as_deref(), Some(*step));
            assert_eq!(library.undo().expect("undone").as_deref(), Some(*step));
            assert_eq!(seen(&library), *before, "before “{step}”");
        }
        assert_eq!(library.undo().expect("nothing"), None);
        for (step, after) in STEPS.iter().zip(&states[1..]) {
            assert_eq!(library.next_redo().expect("a step").as_deref(), Some(*step));
            assert_eq!(library.redo().expect("done again").as_deref(), Some(*step));
            assert_eq!(seen(&library), *after, "after “{step}”");
        }
        assert_eq!(library.redo().expect("nothing"), None);
    }
    assert!(library.check().expect("a report").is_sound());
}

#[test]
fn a_walk_to_and_fro_always_ends_where_it_should() {
    let (_folder, mut library) = testing::library();
    let mut states = vec![seen(&library)];
    live(&mut library, |library| states.push(seen(library)));
    let (mut at, mut dice) = (STEPS.len(), 7_u32);
    for _ in 0..200 {
        dice = dice.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        if dice >> 31 == 0 {
            at = at.saturating_sub(usize::from(library.undo().expect("undone").is_some()));
        } else {
            at += usize::from(library.redo().expect("done again").is_some());
        }
    }
    assert_eq!(seen(&library), states[at]);
}

#[test]
fn a_new_change_ends_what_could_be_done_again() {
    let (_folder, mut library) = testing::library();
    let letter = testing::keep(&mut library, "letter.pdf", &LETTER).source;
    testing::pick(&mut library, letter, "care leavers");
    library.undo().expect("undone");
    testing::pick(&mut library, letter, "a good place to live");
    assert_eq!(library.redo().expect("nothing"), None);
    assert_eq!(library.counts().expect("counts").quotes, 1);
}

#[test]
fn steps_last_when_the_library_is_closed_and_only_so_many_are_kept() {
    let (_folder, mut library) = testing::library();
    for number in 0..205 {
        library.set_setting("number", Some(json!(number)), &format!("set {number}")).expect("set");
    }
    let path = library.path().to_owned();
    drop(library);
    let mut library = Library::open(&path, testing::clock()).expect("open");
    assert_eq!(library.undo().expect("undone").as_deref(), Some("set 204"));
    let undone = std::iter::from_fn(|| library.undo().expect("undone")).count();
    assert_eq!((undone, library.setting("number").expect("a setting")), (199, Some(json!(4))));
}

#[test]
fn things_done_together_are_one_step_or_none() {
    let (_folder, mut library) = testing::library();
    let (document, facts) = (testing::document(&LETTER), testing::facts("Aldermoor"));
    let new = NewSource { file_name: "letter.pdf", bytes: b"%PDF", document: &document, facts: &facts };
    let both = |work: &mut Work<'_>| {
        work.keep(new)?;
        work.new_pack(&draft("January", json!({})))
    };
    let pack = library.together("sample", both).expect("done");
    assert_eq!(library.undo().expect("undone").as_deref(), Some("sample"));
    assert_eq!(library.counts().expect("counts"), Counts::default());
    let before = library.changes().expect("a number");
    let half = |work: &mut Work<'_>| {
        work.keep(new)?;
        work.remove_pack(pack)
    };
    assert!(matches!(library.together("half", half), Err(Error::NoSuch { what: "pack", .. })));
    assert_eq!(library.counts().expect("counts"), Counts::default(), "the source did not stay either");
    assert_eq!(library.changes().expect("a number"), before);
    assert_eq!(library.redo().expect("done again").as_deref(), Some("sample"), "what failed was no step");
}

#[test]
fn what_was_handed_out_stays_handed_out() {
    let (_folder, mut library) = testing::library();
    let pack = library.new_pack(&draft("January", json!({}))).expect("begun");
    let issue = |recipient: &str| Issue {
        pack,
        edition: "committee-chair".to_owned(),
        recipient: Some(recipient.to_owned()),
        file_name: "January.pdf".to_owned(),
        folder: None,
        digest: Digest::of(b"%PDF"),
        contents: Some(json!({"sections": 7})),
        version: Some(1),
        issued: testing::start(),
    };
    let both = [issue("Cllr Ros Ferrier"), issue("Cllr Amal Haddad")];
    let when = library.record_issue(&both).expect("noted");
    library.undo().expect("undone");
    assert!(library.pack(pack).is_err(), "the pack went");
    let issued = library.issued(Some(pack)).expect("a register");
    assert_eq!(issued.len(), 2);
    assert_eq!(issued[0], Issue { issued: when, ..issue("Cllr Amal Haddad") });
    assert!(library.record_issue(&both).is_err(), "a pack that is not there is not handed out");
    library.redo().expect("done again");
    assert_eq!(library.pack(pack).expect("a pack").issued, 2);
}

#[test]
fn while_another_program_writes_the_library_is_busy_and_then_not() {
    let (_folder, mut library) = testing::library();
    let mut other = Library::open(library.path(), testing::clock()).expect("a second program");
    library.connection.busy_timeout(std::time::Duration::ZERO).expect("set");
    let writing = other.begin().expect("begun");
    assert!(matches!(library.set_setting("a", Some(json!(1)), "set"), Err(Error::Busy)));
    assert_eq!(library.counts().expect("counts"), Counts::default(), "reading goes on");
    drop(writing);
    library.set_setting("a", Some(json!(1)), "set").expect("set");
    assert_eq!(other.undo().expect("undone").as_deref(), Some("set"), "one history for both");
}
