//! Looks through a text, word by word.

use super::names::{Known, name};
use super::{Trace, What};

/// Words that say that a number is somebody's.
const CASE_CUES: [&str; 12] = [
    "case",
    "ref",
    "reference",
    "upn",
    "uprn",
    "mosaic",
    "liquidlogic",
    "lcs",
    "ics",
    "client",
    "pupil",
    "record",
];
/// Words that may stand between such a word and the number.
const BETWEEN: [&str; 8] = ["number", "no", "ref", "reference", "id", "is", "was", "code"];
/// Beginnings of numbers that belong to an organisation.
const PUBLIC: [&str; 3] = ["03", "080", "116"];

/// What a text holds that may tell who a person is.
pub(super) fn found(text: &str, known: &Known) -> Vec<Trace> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut traces = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let rest = &words[at..];
        let hit = email(rest[0])
            .map(|words| (What::Email, words, 1))
            .or_else(|| number(rest))
            .or_else(|| case(rest))
            .or_else(|| name(rest, known).map(|(words, count)| (What::Name, words, count)));
        match hit {
            Some((what, words, count)) => {
                traces.push(Trace { what, words });
                at += count.max(1);
            }
            None => at += 1,
        }
    }
    traces
}

/// A word without the marks round it; a bracket that closes what it opens stays.
pub(super) fn bare(word: &str) -> &str {
    let marks = |c: char| !c.is_alphanumeric() && c != '+';
    word.trim_matches(marks)
}

fn email(word: &str) -> Option<String> {
    let word = bare(word);
    let (name, host) = word.split_once('@')?;
    let good =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || "._%+-".contains(c));
    let (domain, ending) = host.rsplit_once('.')?;
    (good(name) && good(domain) && ending.len() > 1 && ending.chars().all(char::is_alphabetic))
        .then(|| word.to_owned())
}

/// A telephone or NHS number that begins here, and how many words it takes.
fn number(words: &[&str]) -> Option<(What, String, usize)> {
    let first = words[0].trim_start_matches(['“', '‘', '"']);
    first.starts_with(|c: char| c.is_ascii_digit() || c == '+' || c == '(').then_some(())?;
    let mut digits = String::new();
    let mut shown: Vec<&str> = Vec::new();
    for word in words {
        let word = if shown.is_empty() { first } else { word };
        let core = word.trim_end_matches(|c: char| !c.is_ascii_digit() && c != ')');
        let plain = !core.is_empty() && core.chars().all(|c| c.is_ascii_digit() || "+()-".contains(c));
        if !plain || digits.len() >= 11 {
            break;
        }
        digits.extend(core.chars().filter(char::is_ascii_digit));
        shown.push(core);
        // A mark behind it ends the number.
        if core.len() < word.len() {
            break;
        }
    }
    let said = shown.join(" ");
    let national = match digits.strip_prefix("44").filter(|_| said.starts_with('+')) {
        Some(rest) => format!("0{}", rest.trim_start_matches('0')),
        None => digits.clone(),
    };
    let telephone = national.starts_with('0')
        && (10..=11).contains(&national.len())
        && !PUBLIC.iter().any(|public| national.starts_with(public));
    if telephone {
        return Some((What::Telephone, said, shown.len()));
    }
    let health = digits.len() == 10 && shown.len() != 2 && is_health_number(&digits);
    health.then_some((What::Health, said, shown.len()))
}

/// Whether ten digits are an NHS number: the last checks the others.
fn is_health_number(digits: &str) -> bool {
    let values: Vec<u32> = digits.chars().filter_map(|c| c.to_digit(10)).collect();
    let sum: u32 = values.iter().take(9).zip((2..=10).rev()).map(|(value, weight)| value * weight).sum();
    let check = (11 - sum % 11) % 11;
    check != 10 && values.last() == Some(&check)
}

/// A case number that a word announces, and how many words it takes.
fn case(words: &[&str]) -> Option<(What, String, usize)> {
    let small = |word: &str| bare(word).trim_end_matches("’s").to_lowercase();
    CASE_CUES.contains(&small(words[0]).as_str()).then_some(())?;
    let between =
        words[1..].iter().take(3).take_while(|word| BETWEEN.contains(&small(word).as_str())).count();
    let number = bare(words.get(1 + between)?);
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let shape = number.chars().all(|c| c.is_ascii_alphanumeric() || "-/".contains(c));
    let year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    (digits >= 4 && shape && !year).then(|| (What::Case, number.to_owned(), 2 + between))
}
