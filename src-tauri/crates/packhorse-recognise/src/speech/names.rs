//! Persons named in a text.

use crate::fold::fold;
use regex::Regex;
use std::sync::LazyLock;

const NAME: &str = r"(?:[A-Z][\w’'-]+|[A-Z]\.)(?:\s+(?:(?:de|van|der|al|la)\b|[A-Z][\w’'-]+|[A-Z]\.)){1,3}";
const HONORIFIC: &str =
    r"(?:Cllr|Councillor|Coun|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Rev|Professor|Prof)\.?";

/// A person: an honorific and a name, or two capitalised words that are no body.
static PERSON: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?:(?P<h>{HONORIFIC})\s+(?P<a>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){{0,3}})|(?P<b>{NAME}))"
    ))
    .expect("the pattern is fixed")
});

/// Words that look like a part of a name and are none.
const NO_NAMES: &str = "children services council county borough city ofsted social care young people \
    the committee group independent labour conservative liberal democrat green party education \
    families family director chief executive cabinet member leader chair inspector inspectors \
    majesty her his january february march april may june july august \
    september october november december monday tuesday wednesday thursday friday saturday sunday \
    report inspection safeguarding health board partnership corporate next department national house \
    hospital school schools staff their they workers service some one many \
    most parents parent carers carer trust police nhs leaders managers authority \
    university street road saint st headline focused visit";

/// Small words a sentence begins with, which are no first names.
const NO_FIRST_NAMES: &str = "But And So Yet Then However While When As In At For Meanwhile Today Although Because After Before Since On";

/// A person named in a text.
#[derive(Debug)]
pub(super) struct Person {
    pub name: String,
    pub start: usize,
    pub end: usize,
}

/// The persons a text names, in order.
pub(super) fn persons(text: &str) -> Vec<Person> {
    let mut persons = Vec::new();
    for found in PERSON.captures_iter(text) {
        let (Some(whole), Some(name)) = (found.get(0), found.name("a").or(found.name("b"))) else { continue };
        let mut words = name.as_str().trim_end_matches("'s").trim_end_matches("’s");
        let (mut start, end) = (whole.start(), name.start() + words.len());
        if let Some(title) = found.name("h") {
            persons.push(Person { name: format!("{} {words}", title.as_str()), start, end });
            continue;
        }
        // A sentence may begin with a small word in front of the name.
        while let Some((first, rest)) =
            words.split_once(' ').filter(|(first, _)| NO_FIRST_NAMES.split(' ').any(|no| no == *first))
        {
            start += first.len() + 1;
            words = rest;
        }
        // “the Stepping Stile”, “the charity Stepping Stile”: a body, not a person.
        let before = text[..start].trim_end().to_lowercase();
        let body = ["the", "charity", "charity,", "group", "trust", "runs", "company"];
        let is_body = before.split_whitespace().next_back().is_some_and(|word| body.contains(&word));
        if is_person(words) && !is_body {
            persons.push(Person { name: words.to_owned(), start, end });
        }
    }
    persons
}

fn is_person(name: &str) -> bool {
    let words: Vec<String> =
        name.split_whitespace().map(|word| fold(word).trim_end_matches("'s").to_owned()).collect();
    words.len() >= 2 && !words.iter().any(|word| NO_NAMES.split_whitespace().any(|no| no == word))
}
