//! Whose words a quotation is. When the text does not say, nobody is named.

use super::asked::Asked;
use super::inspectors;
use super::marks::Quoted;
use super::names::{is_object, is_small_word, persons};
use super::people::People;
use super::pronoun::{pronoun, role_subject};
use super::roles::{organisation, role};
use super::sentence::{SPEECH, last_sentences};
use crate::fold::fold;
use crate::page::Page;
use regex::Regex;
use std::sync::LazyLock;

/// Who is said to have spoken.
#[derive(Debug, Clone, Default)]
pub(super) struct Said {
    pub speaker: Option<String>,
    pub role: Option<String>,
    pub organisation: Option<String>,
    pub inspectors: bool,
    pub second_hand: bool,
    pub sure: bool,
    pub rule: String,
    /// Whether a verb or a colon ties the words to the speaker.
    pub tied: bool,
}

impl Said {
    pub(super) fn is_attributed(&self) -> bool {
        self.tied
            && (self.speaker.is_some()
                || self.role.is_some()
                || self.organisation.is_some()
                || self.inspectors)
    }
}

/// Who said each quotation of a press text, a statement or minutes.
pub(super) fn attribute(page: &Page<'_>, found: &[Quoted]) -> Vec<Said> {
    let people = People::of(page);
    let mut said: Vec<Said> = Vec::with_capacity(found.len());
    let mut named: Vec<Said> = Vec::new();
    for (index, quoted) in found.iter().enumerate() {
        let mut answer = if quoted.goes_on && index > 0 {
            Said { rule: "speech that goes on".into(), ..said[index - 1].clone() }
        } else {
            let answer = Asked::of(page, &people, found, index).answer(&said, &named);
            if answer.speaker.is_some() && answer.tied && !answer.rule.starts_with("same") {
                named.push(answer.clone());
            }
            answer
        };
        if answer.inspectors && !is_inspectorial(&quoted.words) {
            // “I am pleased that inspectors saw”: nobody is better than the wrong one.
            let rule = format!("{}; but not in the inspectors’ voice", answer.rule);
            answer = Said { rule, ..Said::default() };
        }
        answer.second_hand = true;
        said.push(answer);
    }
    said
}

/// Whether words can be the inspectors': they do not speak of inspectors, nor of themselves.
fn is_inspectorial(words: &str) -> bool {
    static OTHERS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"\b(?:I|I[’']m|I[’']ve|I[’']d|my|My|our|Our)\b|\b(?i:(?:that|as|which|when|and|but) (?:ofsted|the inspectors|inspectors) (?:saw|found|said|has|have|noted|recognised|agree)|ofsted (?:has|found|said|recognis\w+)|this (?:excellent|fantastic|glowing) report|we are (?:proud|pleased|delighted|committed))\b")
            .expect("the pattern is fixed")
    });
    !OTHERS.is_match(&super::sentence::outside_inner(words))
}

/// The speaker a clause names: persons, a pronoun, a role, or a body.
pub(super) fn speaker(
    page: &Page<'_>,
    people: &People,
    line: usize,
    clause: &str,
    named: &[Said],
    rule: &str,
) -> Option<Said> {
    let mut persons = persons(clause);
    persons.retain(|person| !is_object(&clause[..person.start]));
    if let Some(group) = heard(clause) {
        let rule = rule.to_owned();
        return Some(Said { role: Some(group), rule, tied: true, ..Said::default() });
    }
    if inspectors::speak_last(clause, persons.last().map(|person| person.end)) {
        return inspectors::named(clause, rule);
    }
    let said = |speaker: Option<String>, sure| Said {
        speaker,
        role: role(clause),
        organisation: organisation(clause),
        rule: rule.to_owned(),
        sure,
        tied: true,
        ..Said::default()
    };
    if persons.len() == 1 || persons.len() == 2 && joint(clause) {
        let names: Vec<String> = persons.iter().map(|person| people.full(&person.name)).collect();
        return Some(said(Some(names.join(" and ")), true));
    }
    if let [first, ..] = &persons[..] {
        // Of several persons the one nearest a verb of speech speaks; a person looks.
        let verb = SPEECH.find_iter(clause).last().map_or(0, |verb| verb.start());
        let nearest = persons.iter().rfind(|person| person.start < verb).unwrap_or(first);
        // “Ed Marsh, whose twins go to Little Owls, said”: the subject, and not whom the clause names.
        let about = clause[first.end..].trim_start_matches(',').trim_start();
        let relative = ["who ", "whose ", "which "].iter().any(|word| about.starts_with(word));
        let nearest = if relative { first } else { nearest };
        return Some(said(Some(people.full(&nearest.name)), false));
    }
    if let Some(name) = subject(clause).and_then(|word| people.surnamed(word)) {
        return Some(said(Some(name.to_owned()), false));
    }
    if let Some(role) = role_subject(clause) {
        return Some(Said {
            role: Some(role.clone()),
            ..said(people.holder(&role).map(str::to_owned), false)
        });
    }
    pronoun(page, people, line, clause, named, rule)
        .or_else(|| inspectors::named(clause, rule))
        .or_else(|| first_name(clause).map(|name| said(Some(name), false)))
        .or_else(|| {
            let role = role(clause)?;
            Some(said(people.holder(&role).map(str::to_owned), false))
        })
        .or_else(|| organisation(clause).map(|_| said(None, false)))
}

/// “One parent told inspectors”: who speaks to the inspectors is not the inspectors.
fn heard(clause: &str) -> Option<String> {
    static TOLD: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)(?:^|[.,;]\s+|\b(?:as|and|but|when|that) )(?P<g>(?:one|a|an|another|some|many|several|two|most) [^,.“”\x22]{3,50}?|parents|children|staff|young people|care leavers|(?:foster )?carers|social workers|families|workers|practitioners|managers|teachers|professionals|partners) (?:(?:had|have|has) )?(?:told|said to|wrote to) (?:an? |the )?(?:inspectors?|ofsted|hmi)\b")
            .expect("the pattern is fixed")
    });
    TOLD.captures(last_sentences(clause, 1)).map(|found| fold(&found["g"]))
}

/// The word that can be a surname and speaks: the first of the clause, or the one after the verb.
pub(super) fn subject(clause: &str) -> Option<&str> {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '’' | '\'');
    let word = |text: &'_ str| -> Option<(usize, usize)> {
        let start = text.find(is_word)?;
        let end = text[start..].find(|c| !is_word(c)).map_or(text.len(), |end| start + end);
        text[start..].starts_with(char::is_uppercase).then_some((start, end))
    };
    let after = SPEECH.find_iter(clause).last().map_or(clause.len(), |verb| verb.end());
    let of = |from: usize| word(&clause[from..]).map(|(start, end)| &clause[from + start..from + end]);
    of(0).or_else(|| of(after).filter(|_| clause[after..].starts_with(' ')))
}

/// “Rachel, whose daughter waited nine weeks, put it so”: a person with a first name only.
pub(super) fn first_name(clause: &str) -> Option<String> {
    static FIRST: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^\W*(?P<n>\p{Lu}\p{Ll}+), (?:who|whose|aged|a|an|one|\d{1,2})\b")
            .expect("the pattern is fixed")
    });
    let name = FIRST.captures(last_sentences(clause, 1))?["n"].to_owned();
    (!name.ends_with("ly") && !is_small_word(&name)).then_some(name)
}

fn joint(clause: &str) -> bool {
    let folded = fold(clause);
    folded.contains("joint") || folded.contains(" and ")
}
