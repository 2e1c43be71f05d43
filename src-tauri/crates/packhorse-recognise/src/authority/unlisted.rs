//! Councils that are in no list.

use crate::page::{Line, Page};
use crate::read;
use packhorse_model::{Confidence, Fact, Span};
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// “Wexcombe County Council”, “London Borough of Wexcombe”.
static COUNCIL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(?P<n>[A-Z][a-z]+(?:[ -](?:and |upon |of |under )?[A-Z][a-z]+){0,3}?)\s+(?:Metropolitan Borough|County|City|Borough|District)?\s*Council\b|(?:London |Royal |Metropolitan )?(?:Borough|City|County) of (?P<o>[A-Z][a-z]+(?:[ -](?:and |upon )?[A-Z][a-z]+)*)")
        .expect("the pattern is fixed")
});
const OFFICES: [&str; 8] =
    ["Leader", "Mayor", "Director", "Member", "Chair", "Head", "Inspection", "Councillors"];

const NO_NAMES: [&str; 14] = [
    "London", "The", "This", "Our", "Your", "Their", "Full", "Parish", "Town", "County", "City", "Borough",
    "A", "District",
];

/// “CASTLEMOOR COUNCIL”: the head of a paper, all in capitals.
static MASTHEAD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(?P<n>[A-Z]{3,}(?:[ -](?:AND |UPON |OF )?[A-Z]{3,}){0,3}?)\s+(?:METROPOLITAN BOROUGH |COUNTY |CITY |BOROUGH |DISTRICT )?COUNCIL\b")
        .expect("the pattern is fixed")
});

/// The council that is all a line holds.
pub(super) fn whole(text: &str) -> Option<String> {
    let (name, at) = named(text).into_iter().next()?;
    let ends = text.to_lowercase().ends_with("council");
    (at == 0 && ends && text.split_whitespace().count() <= name.split_whitespace().count() + 3)
        .then_some(name)
}

/// “NETHERFORD” as “Netherford”.
fn in_small_letters(name: &str) -> String {
    let word = |word: &str| match word {
        "AND" | "UPON" | "OF" => word.to_lowercase(),
        _ => word.chars().take(1).chain(word.chars().skip(1).flat_map(char::to_lowercase)).collect(),
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// The unlisted council a document names most often. A name that is in no list is never sure.
pub(super) fn unlisted(page: &Page<'_>) -> Option<Fact<String>> {
    let mut counts: BTreeMap<String, (usize, Span)> = BTreeMap::new();
    for (name, span) in page.lines.iter().flat_map(names) {
        counts.entry(name).or_insert((0, span)).0 += 1;
    }
    let (name, (_, span)) =
        counts.into_iter().max_by_key(|(_, (count, span))| (*count, std::cmp::Reverse(span.start)))?;
    Some(read(name, page.place(span), "named as a council, not a listed one", Confidence::Check))
}

/// The councils a line names by the word “council” or “borough of”.
pub(super) fn names(line: &Line<'_>) -> Vec<(String, Span)> {
    named(line.text)
        .into_iter()
        .map(|(name, at)| {
            let span = crate::span(line.span.start + at, name.len());
            (name, span)
        })
        .collect()
}

/// The councils a text names by the word “council” or “borough of”, with the bytes they begin at.
pub(super) fn named(text: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    for captures in COUNCIL.captures_iter(text) {
        let Some(name) = captures.name("n").or(captures.name("o")) else { continue };
        let mut words = name.as_str();
        // “Leader of Kingsmarl Council”: the office is no part of the name.
        if let Some((office, rest)) = words.split_once(" of ")
            && OFFICES.contains(&office)
        {
            words = rest;
        }
        while let Some((_, rest)) = words.split_once(' ').filter(|(first, _)| NO_NAMES.contains(first)) {
            words = rest;
        }
        let other = ["Youth", "Children", "Care"].iter().any(|other| words.contains(other));
        if !NO_NAMES.contains(&words) && !other {
            found.push((words.to_owned(), name.end() - words.len()));
        }
    }
    for captures in MASTHEAD.captures_iter(text) {
        let Some(name) = captures.name("n") else { continue };
        let words = name.as_str().rsplit(" ON ").next().unwrap_or(name.as_str());
        if !NO_NAMES.iter().any(|no| no.to_uppercase() == words) {
            found.push((in_small_letters(words), name.end() - words.len()));
        }
    }
    found
}
