//! The inspectors as speakers.

use super::names::persons;
use super::sentence::{SPEECH, outside_quotes};
use super::speaker::Said;
use crate::fold::fold;
use crate::page::Page;
use regex::Regex;
use std::sync::LazyLock;

/// Bodies whose words are the inspectors' words.
pub(super) static INSPECTORS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:ofsted|inspectors?|inspectorates?|(?:the|a|its|their|this|that) (?:\w+ ){0,2}report|(?:ofsted|inspection) (?:report|letter)|(?:the|their|its|this|that) letter|watchdog|the inspection(?:, [^,]{3,80},)? (?:also )?(?:found|highlighted|identified|concluded|noted|praised|said)|(?:a|an|the|this|its|their|ofsted[’']s) (?:\w+ ){0,2}(?:focused|monitoring|inspection) visit(?: (?:to|of|on|in|by|from|at) [^.,;“”\x22]{2,80}?)? (?:(?:has|have|had|also) )*(?:found|identified|concluded|highlighted|noted|praised)|report (?:said|added|found|states|highlighted)|hmi)\b").expect("the pattern is fixed")
});

/// Bodies that speak for themselves: “it” after them is not the inspectors.
static RIVALS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\bthe (?:county |city |borough )?(?:council|authority|cabinet|trust|department|government|charity|union)\b")
        .expect("the pattern is fixed")
});

/// The inspectorate a text names; Ofsted where it only says “inspectors”.
pub(super) fn body(text: &str) -> Option<String> {
    let folded = fold(text);
    let known = [("care quality commission", "Care Quality Commission"), ("ofsted", "Ofsted")];
    known
        .iter()
        .find(|(words, _)| folded.contains(words))
        .map(|(_, name)| (*name).to_owned())
        .or_else(|| Some("Ofsted".to_owned()))
}

/// “welcomed the report” names the report and not its words.
fn clause_is_of_others(clause: &str) -> bool {
    static OTHERS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(?:welcom\w+|respond\w+ to|react\w+ to|following|after) (?:the |this |an? )?(?:\w+ ){0,3}(?:report|letter|inspection)").expect("the pattern is fixed")
    });
    OTHERS.is_match(clause)
}

/// The three lines above, and the items of lists between them: a list does not hide who leads in to it.
fn above<'p>(page: &'p Page<'_>, line: usize) -> impl Iterator<Item = &'p str> {
    let mut left = 3;
    page.lines[..line]
        .iter()
        .rev()
        .take_while(move |above| {
            let near = left > 0;
            left -= usize::from(near && !above.is_item());
            near
        })
        .map(|above| above.text)
}

/// Whether the last body named before a clause is the inspectors, and no person is named after it.
pub(super) fn inspectors_before(page: &Page<'_>, line: usize, clause: &str) -> bool {
    let own = page.lines[line].text;
    let own = own.find(clause).map_or(own, |at| &own[..at]);
    for text in std::iter::once(own).chain(above(page, line)) {
        let outside = outside_quotes(text);
        let named = INSPECTORS.find_iter(&outside).last().map(|found| found.start());
        // “the council’s front door” is what a sentence is about, not who speaks.
        let speaks = |end: usize| !outside[end..].starts_with(['’', '\'']);
        let rival =
            RIVALS.find_iter(&outside).filter(|found| speaks(found.end())).last().map(|found| found.start());
        let person = persons(&outside).last().map(|person| person.start).max(rival);
        match (named, person) {
            (Some(named), Some(person)) => return named > person,
            (Some(_), None) => return true,
            (None, Some(_)) => return false,
            (None, None) => {}
        }
    }
    false
}

/// Whether the inspectors stand right before the last verb of speech, behind every person named: “the
/// letter says that they “use direct work well””.
pub(super) fn speak_last(clause: &str, person: Option<usize>) -> bool {
    let Some(verb) = SPEECH.find_iter(clause).last() else { return false };
    let Some(body) = INSPECTORS.find_iter(&clause[..verb.start()]).last() else { return false };
    let between = &clause[body.end()..verb.start()];
    let close = between.split_whitespace().count() <= 2 && !between.contains([',', '.', ';', '’', '\'']);
    let others = between.split_whitespace().any(|word| ["he", "she", "they", "who"].contains(&word));
    close && !others && person.is_none_or(|person| person <= body.start())
}

/// The inspectors as speakers, by a pronoun: never sure.
pub(super) fn of_inspectors(clause: &str, rule: String) -> Said {
    let role = Some("inspectors".to_owned());
    Said { role, organisation: body(clause), inspectors: true, rule, tied: true, ..Said::default() }
}

/// The inspectors as speakers, when a clause names them and does not only answer them.
pub(super) fn named(clause: &str, rule: &str) -> Option<Said> {
    let speak = INSPECTORS.is_match(clause) && !clause_is_of_others(clause);
    speak.then(|| Said { sure: true, ..of_inspectors(clause, rule.to_owned()) })
}
