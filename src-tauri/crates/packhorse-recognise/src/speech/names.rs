//! Persons named in a text.

use crate::fold::fold;
use regex::Regex;
use std::collections::HashSet;
use std::sync::LazyLock;

const NAME: &str =
    r"(?:\p{Lu}[\w’'-]+|\p{Lu}\.)(?:\s+(?:(?:de|van|von|der|al|la|ap|ab|bin|ibn)\b|\p{Lu}[\w’'-]*\.?)){1,3}";
const HONORIFIC: &str =
    r"(?:Cllr|Councillor|Coun|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Rev|Professor|Prof)\.?";

/// Honorifics, for names without them.
pub(super) const HONORIFICS: [&str; 16] = [
    "Cllr",
    "Councillor",
    "Coun",
    "Mr",
    "Mrs",
    "Ms",
    "Miss",
    "Dr",
    "Sir",
    "Dame",
    "Lord",
    "Lady",
    "Baroness",
    "Rev",
    "Professor",
    "Prof",
];

/// A person: an honorific and a name, or two capitalised words that are no body.
static PERSON: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?:(?P<h>{HONORIFIC})\s+(?P<a>\p{{Lu}}[\w’'-]*(?:\s+(?:(?:de|van|von|der|al|la|ap|ab|bin|ibn)\s+)?\p{{Lu}}[\w’'-]*){{0,3}})|(?P<b>{NAME}))"
    ))
    .expect("the pattern is fixed")
});

/// Words that look like a part of a name and are none.
static NO_NAMES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "children services council county borough city ofsted social care young people \
     the committee group independent labour conservative liberal democrat green party education \
     families family director chief executive cabinet member leader chair chairman chairwoman inspector \
     inspectors majesty his her january february march april may june july august \
     september october november december monday tuesday wednesday thursday friday saturday sunday \
     report inspection safeguarding health board partnership corporate next department national house \
     hospital school schools staff their they workers worker service some one many \
     most parents parent carers carer trust police nhs leaders managers manager authority \
     university street road saint st headline focused visit portfolio holder deputy headteacher head care \
     quality commission image images source caption media early help lifelong learning skills housing \
     communities community culture leisure finance regeneration adults adult wellbeing public \
     transformation improvement commissioner assistant president owner minister secretary government \
     parliament ad hide advertisement mbc mbcs cc dc bc lscb ccg icb lib dem dems lab con cons tory reform \
     mayor overview scrutiny spokesman spokeswoman spokesperson mother father mother-of-two send \
     councillors cllrs officers local area joint annual review team teams framework act \
     appendix annex annexe section paragraph chapter table figure page agenda item it"
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect()
});

/// Small words a sentence begins with, which are no first names.
const NO_FIRST_NAMES: &str = "But And So Yet Then However While When As In At For Meanwhile Today Although Because After Before Since On Still Instead Overall Yesterday Last Also Nearly Only THE The";

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
    let mut from = 0;
    while let Some(found) = PERSON.captures_at(text, from) {
        let (Some(whole), Some(name)) = (found.get(0), found.name("a").or(found.name("b"))) else { break };
        from = whole.end();
        if is_beside_a_name(text, whole.start(), &persons) {
            continue;
        }
        // An honorific within a run of capitals begins a name of its own: “Taunton MP Sir Ben Moss”.
        if found.name("h").is_none()
            && let Some(title) = title_within(whole.as_str())
        {
            from = whole.start() + title;
            continue;
        }
        let mut words = without_full_stop(name.as_str()).trim_end_matches("'s").trim_end_matches("’s");
        let (mut start, end) = (whole.start(), name.start() + words.len());
        if let Some(title) = found.name("h") {
            persons.push(Person { name: format!("{} {words}", title.as_str()), start, end });
            continue;
        }
        // A sentence may begin with a small word in front of the name.
        while let Some((first, rest)) = words.split_once(' ').filter(|(first, _)| is_small_word(first)) {
            start += first.len() + 1;
            words = rest;
        }
        // “the Stepping Stile”, “the charity Stepping Stile”: a body, not a person.
        let before = text[..start].trim_end().to_lowercase();
        let body = ["the", "charity", "charity,", "group", "trust", "runs", "company"];
        let is_body = before.split_whitespace().next_back().is_some_and(|word| body.contains(&word));
        // “By Ada Moss” tells who wrote the story.
        let wrote = before.trim_start().is_empty() && words.starts_with("By ") || before.trim() == "by";
        if is_person(words) && !is_body && !wrote {
            persons.push(Person { name: words.to_owned(), start, end });
        } else if !is_person(words) && !is_body {
            // “Schools and Families Cllr Ada Moss”: the name may begin later in the run of capitals.
            from = whole.start() + whole.as_str().find(' ').map_or(whole.len(), |space| space + 1);
        }
    }
    persons
}

/// A name without the full stop of its sentence; an initial keeps its own.
fn without_full_stop(name: &str) -> &str {
    let last = name.rsplit(' ').next().unwrap_or(name);
    if last.chars().count() > 2 { name.trim_end_matches('.') } else { name }
}

/// Whether a word is one that a sentence begins with, and no first name.
pub(super) fn is_small_word(word: &str) -> bool {
    NO_FIRST_NAMES.split(' ').any(|no| no == word)
}

fn is_person(name: &str) -> bool {
    let words: Vec<String> =
        name.split_whitespace().map(|word| fold(word).trim_end_matches("'s").to_owned()).collect();
    words.len() >= 2 && !words.iter().any(|word| NO_NAMES.contains(word.as_str()))
}

/// “Cllr Ada Moss (Labour, Arnold South)”: what stands in brackets behind a name is a party or a ward.
fn is_beside_a_name(text: &str, start: usize, persons: &[Person]) -> bool {
    let Some(last) = persons.last() else { return false };
    let between = text.get(last.end..start).unwrap_or("");
    between.trim_start().starts_with('(') && !between.contains(')')
}

/// Where an honorific, or “MP”, stands within a run of capitalised words, and the name begins.
fn title_within(run: &str) -> Option<usize> {
    let mut at = 0;
    for word in run.split(' ') {
        let bare = word.trim_end_matches('.');
        if at > 0 && HONORIFICS.contains(&bare) {
            return Some(at);
        }
        at += word.len() + 1;
        if matches!(bare, "MP" | "MEP") && at < run.len() {
            return Some(at);
        }
    }
    None
}

/// Whether somebody is spoken of, or written to, and does not speak: “criticised Cllr Moss”, “in a letter
/// to director Ada Moss”.
pub(super) fn is_object(before: &str) -> bool {
    static OBJECT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(?:(?:criticis(?:ed|ing)|prais(?:ed|ing)|thank(?:ed|ing)|attack(?:ed|ing)|accus(?:ed|ing)|blam(?:ed|ing)|defend(?:ed|ing)|congratulat(?:ed|ing)|behind|called (?:for|on)|told|asked|quizzed|urged|warned|succeeded|replaced) (?:the )?(?:[a-z][\w’'-]* ){0,4}|(?:said|spoke|speaking|claimed) (?:of|about) (?:[a-z][\w’'-]* ){0,3}|(?:letter|e-?mail|wrote|written|writing|writes|spoken|talks) (?:to|with) (?:the )?(?:[\w’'-]+ ){0,8})$")
            .expect("the pattern is fixed")
    });
    OBJECT.is_match(before)
}
