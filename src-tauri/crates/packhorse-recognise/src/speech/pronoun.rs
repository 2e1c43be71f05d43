//! Speakers by pronoun: “he said”, “she added”, “the statement said”.

use super::inspectors::{inspectors_before, of_inspectors};
use super::names::{Person, is_object, persons};
use super::people::People;
use super::roles::{organisation, role};
use super::sentence::{SPEECH, last_sentences, outside_quotes};
use super::speaker::{Said, first_name};
use crate::page::Page;
use regex::Regex;
use std::sync::LazyLock;

static PERSONAL: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)\b(?:s?he|they)\b").expect("the pattern is fixed"));

static STATEMENT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:the|their|a|joint) (?:joint )?statement\b").expect("the pattern is fixed")
});

static IT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\bit (?:said|says|added|went|goes|also|noted|notes|found|finds|states|stated|reads|concluded|concludes|praised|highlighted)\b")
        .expect("the pattern is fixed")
});

static SHE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?i)\bs?he\b").expect("the pattern is fixed"));

static THEY: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?i)\bthey\b").expect("the pattern is fixed"));

/// Whom a clause means that names nobody: the nearest person, body or statement named before.
pub(super) fn pronoun(
    page: &Page<'_>,
    people: &People,
    line: usize,
    clause: &str,
    named: &[Said],
    rule: &str,
) -> Option<Said> {
    if page.lines[line].is_heading() {
        return None;
    }
    if STATEMENT.is_match(clause) {
        return statement(page, line, rule);
    }
    // “She said that they …”: she speaks.
    if THEY.is_match(clause) && !SHE.is_match(clause) && inspectors_before(page, line, clause) {
        return Some(of_inspectors(clause, format!("{rule}, “they”")));
    }
    if PERSONAL.is_match(clause) {
        // The person is named earlier in the text, on this line or one before.
        let above = page.lines[..=line].iter().rev().take(4);
        let before = holder(page.lines[line].text, clause, people)
            .or_else(|| introduced(page.lines[line].text, clause))
            .or_else(|| above.map(|above| above.text).find_map(|text| nearest_person(text, people)));
        return before.or_else(|| named.last().cloned()).map(|said| Said {
            rule: format!("{rule}, by pronoun"),
            sure: false,
            tied: true,
            ..said
        });
    }
    let it = IT.is_match(clause) && inspectors_before(page, line, clause);
    it.then(|| of_inspectors(clause, format!("{rule}, “it”")))
}

/// “The statement said”: all who are named in the lines before issued it.
fn statement(page: &Page<'_>, line: usize, rule: &str) -> Option<Said> {
    let (names, text) = (line.saturating_sub(2)..line).rev().find_map(|at| {
        let text = page.lines.get(at)?.text;
        let found: Vec<String> = persons(text).into_iter().map(|person| person.name).collect();
        (!found.is_empty()).then(|| (found.join(" and "), text))
    })?;
    Some(Said {
        speaker: Some(names),
        role: role(text),
        organisation: organisation(text),
        rule: format!("{rule}, joint statement"),
        tied: true,
        ..Said::default()
    })
}

/// A sentence about somebody by what they are: “The Chair summed up”.
static SUBJECT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[.?!]\s+)(?:\d+(?:\.\d+)*\.?\s+)?The (?P<r>(?:[A-Z][\w’'-]*|of|for|and)(?: (?:[A-Z][\w’'-]*|of|for|and))*) (?P<v>[a-z]+)")
        .expect("the pattern is fixed")
});

/// “The Cabinet Member reminded the Committee that he had asked”: the role that speaks, whoever “he” is.
pub(super) fn role_subject(clause: &str) -> Option<String> {
    let found = SUBJECT.captures(last_sentences(clause, 1))?;
    let spoken = SPEECH.find(&found["v"]).is_some_and(|verb| verb.as_str() == &found["v"]);
    role(&format!("{},", &found["r"])).filter(|role| spoken && *role == found["r"])
}

/// “Deon, who is 19, lived here. “…,” he says”: a person with a first name only, and no other named.
fn introduced(text: &str, clause: &str) -> Option<Said> {
    let outside = outside_quotes(text);
    let end = outside.rfind(clause.trim()).unwrap_or(outside.len());
    let before = &outside[..end];
    if !persons(before).is_empty() {
        return None;
    }
    let sentences = crate::sentences::sentences(before);
    let name = sentences.iter().rev().find_map(|sentence| first_name(&before[sentence.range()]))?;
    Some(Said { speaker: Some(name), ..Said::default() })
}

/// “The Chair summed up. “…,” she said”: the sentence before is about somebody by what they are.
fn holder(text: &str, clause: &str, people: &People) -> Option<Said> {
    let outside = outside_quotes(text);
    let end = outside.find(clause.trim()).unwrap_or(outside.len());
    let role = SUBJECT.captures_iter(&outside[..end]).last()?["r"].to_owned();
    if !persons(&outside[..end]).is_empty() {
        return None;
    }
    let name = people.holder(&role)?.to_owned();
    Some(Said { speaker: Some(name), role: Some(role), ..Said::default() })
}

fn nearest_person(text: &str, people: &People) -> Option<Said> {
    let outside = outside_quotes(text);
    let found = persons(&outside);
    // A name with its role or its verb beside it speaks; others are only spoken of.
    let speaks = |person: &&Person| {
        let (before, after) = (&outside[..person.start], &outside[person.end..]);
        after.starts_with(',') || ["said ", "says ", "added "].iter().any(|verb| before.ends_with(verb))
    };
    let subject = |person: &&Person| !is_object(&outside[..person.start]);
    let speaker = found
        .iter()
        .rev()
        .filter(subject)
        .find(speaks)
        .or_else(|| found.iter().find(subject))
        .map(|person| people.full(&person.name))?;
    let (role, organisation) = (role(&outside), organisation(&outside));
    Some(Said { speaker: Some(speaker), role, organisation, ..Said::default() })
}
