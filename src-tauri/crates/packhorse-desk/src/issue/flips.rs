//! One character changed under the program, wherever it counts, and no pack is issued.

use super::tests::{files, issue};
use crate::ChangeQuote;
use crate::fixture::{desk, form, letter, visit};
use packhorse_model::Edit;
use rusqlite::Connection;
use std::path::Path;

/// How often a character is changed.
const CASES: usize = 1_000;

/// Numbers that look like chance and are the same on every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % most.max(1)
    }
}

/// A kept text: how to read it, how to write it, and what a refusal must name.
struct Kept {
    read: &'static str,
    write: &'static str,
    id: String,
    names: Vec<String>,
    whole: bool,
}

#[test]
fn one_changed_character_in_a_quote_a_text_or_an_edit_stops_the_issue_and_is_named() {
    let (home, desk) =
        desk(&[visit(), letter(2, "Wexcombe", "Managers check each plan with care and with patience.")]);
    let form = form(&desk);
    edited(&desk, &form.quotes);
    let to = home.path().join("out");
    desk.issue(&issue(&form.id, &to), |_| {}).expect("the pack is sound before anything is changed");
    let before = files(&to);
    let beside = Connection::open(home.path().join("library.packhorse")).expect("the same library");
    let kept = kept(&beside);
    assert!(kept.len() >= 8, "words, what stands either side, edits and texts");
    let mut chance = Chance(20_261_127);
    for case in 0..CASES {
        let kept = &kept[case % kept.len()];
        let text: String = beside.query_row(kept.read, [&kept.id], |row| row.get(0)).expect("it is kept");
        let altered = altered(&text, kept.whole, &mut chance);
        beside.execute(kept.write, [&kept.id, &altered]).expect("it can be changed from outside");
        let trouble = desk.issue(&issue(&form.id, &to), |_| {}).map(|_| ());
        beside.execute(kept.write, [&kept.id, &text]).expect("it can be put back");
        let trouble = trouble.expect_err(&format!("case {case}: {} became\n{altered}", kept.read));
        let said = format!("{} {}", trouble.message, trouble.hints.join(" "));
        let named = kept.names.iter().any(|name| said.contains(name.as_str()));
        assert!(named, "case {case}: {said} names none of {:?}", kept.names);
    }
    assert_eq!(files(&to), before, "nothing was written");
    desk.issue(&issue(&form.id, &to), |_| {}).expect("all is as it was");
}

/// Shortens the first quote and puts a word into it, as a person does.
fn edited(desk: &crate::Desk, quotes: &[String]) {
    let cards = desk.quotes(&crate::QuotesRequest::default()).expect("quotes");
    let card = cards.quotes.iter().find(|card| quotes.contains(&card.id)).expect("one is picked");
    let at = card.words.match_indices(' ').nth(2).map(|(at, _)| at).expect("it has four words");
    let edits = vec![Edit::Insert { at, words: "there".into() }];
    let change =
        ChangeQuote { quote: card.id.clone(), bearing: card.bearing, note: None, edits: Some(edits) };
    desk.change_quote(&change).expect("the edit fits");
}

/// One character of a text is another one: of the words within its JSON, or of all of it.
fn altered(text: &str, whole: bool, chance: &mut Chance) -> String {
    if whole {
        return flipped(text, chance);
    }
    let mut body: serde_json::Value = serde_json::from_str(text).expect("a kept document is JSON");
    let words = body["text"].as_str().expect("it has words").to_owned();
    body["text"] = flipped(&words, chance).into();
    body.to_string()
}

fn flipped(text: &str, chance: &mut Chance) -> String {
    let at = chance.below(text.chars().count());
    let other = |c: char| if c == 'e' { 'a' } else { 'e' };
    text.chars().enumerate().map(|(index, c)| if index == at { other(c) } else { c }).collect()
}

fn kept(beside: &Connection) -> Vec<Kept> {
    let mut kept = Vec::new();
    let mut every = beside
        .prepare("SELECT quote.id, quote.words, quote.edits, source.id, source.file_name FROM quote JOIN source ON source.id = quote.source")
        .expect("sql");
    let rows = every
        .query_map([], |row| {
            Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get::<_, String>(4)?])
        })
        .expect("rows");
    for [quote, words, edits, source, file] in rows.map(|row| row.expect("a row")) {
        let part = |from: usize| words.split_whitespace().skip(from).take(2).collect::<Vec<_>>().join(" ");
        let of_quote = |read, write| Kept {
            read,
            write,
            id: quote.clone(),
            // A changed word is named as it stands now; one other pair of words is as it was.
            names: vec![part(0), part(3), file.clone()],
            whole: true,
        };
        kept.push(of_quote(
            "SELECT words FROM quote WHERE id = ?1",
            "UPDATE quote SET words = ?2 WHERE id = ?1",
        ));
        for (read, write) in [
            (
                "SELECT words_before FROM quote WHERE id = ?1",
                "UPDATE quote SET words_before = ?2 WHERE id = ?1",
            ),
            (
                "SELECT words_after FROM quote WHERE id = ?1",
                "UPDATE quote SET words_after = ?2 WHERE id = ?1",
            ),
        ] {
            let there: String = beside.query_row(read, [&quote], |row| row.get(0)).expect("it is kept");
            if !there.is_empty() {
                kept.push(of_quote(read, write));
            }
        }
        if edits != "[]" {
            kept.push(of_quote(
                "SELECT edits FROM quote WHERE id = ?1",
                "UPDATE quote SET edits = ?2 WHERE id = ?1",
            ));
        }
        kept.push(Kept {
            read: "SELECT body FROM document WHERE source = ?1",
            write: "UPDATE document SET body = ?2 WHERE source = ?1",
            id: source,
            names: vec![file],
            whole: false,
        });
    }
    kept
}

#[test]
fn an_edit_list_that_was_emptied_from_outside_is_noticed() {
    let (home, desk) = desk(&[visit()]);
    let form = form(&desk);
    edited(&desk, &form.quotes);
    let beside = Connection::open(home.path().join("library.packhorse")).expect("the same library");
    beside.execute("UPDATE quote SET edits = '[]'", []).expect("it can be changed from outside");
    let to = home.path().join("out");
    let trouble = desk.issue(&issue(&form.id, &to), |_| {}).expect_err("the edit is gone");
    assert!(trouble.message.contains("is not what was chosen"), "{}", trouble.message);
    assert_eq!(files(Path::new(&to)), Vec::<String>::new());
}
