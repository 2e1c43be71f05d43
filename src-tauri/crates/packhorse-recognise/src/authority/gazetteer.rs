//! The listed councils, and where a line names them.

use crate::page::Line;
use aho_corasick::{AhoCorasick, MatchKind};
use packhorse_model::Span;
use regex::Regex;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A council as the data has it.
#[derive(Debug, Deserialize)]
pub(super) struct Authority {
    pub name: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    trusts: Vec<String>,
}

#[derive(Deserialize)]
struct Data {
    authorities: Vec<Authority>,
}

/// All councils and a matcher of every form of their names.
pub(super) struct Gazetteer {
    pub authorities: Vec<Authority>,
    matcher: AhoCorasick,
    /// For each pattern: the councils it may mean and whether it is a trust's name.
    meanings: Vec<(Vec<usize>, bool)>,
}

pub(super) static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let data: Data = serde_json::from_str(include_str!("../../../../../resources/authorities.json"))
        .expect("a test reads the built-in authorities");
    let mut patterns: BTreeMap<String, (Vec<usize>, bool)> = BTreeMap::new();
    for (index, authority) in data.authorities.iter().enumerate() {
        for name in std::iter::once(&authority.name).chain(&authority.aliases) {
            for form in forms(name) {
                let councils = &mut patterns.entry(form).or_default().0;
                if !councils.contains(&index) {
                    councils.push(index);
                }
            }
        }
        for trust in &authority.trusts {
            let entry = patterns.entry(plain(trust)).or_default();
            if !entry.0.contains(&index) {
                entry.0.push(index);
            }
            entry.1 = true;
        }
    }
    let (patterns, meanings): (Vec<_>, Vec<_>) = patterns.into_iter().unzip();
    let matcher = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(&patterns)
        .expect("a few hundred names fit");
    Gazetteer { authorities: data.authorities, matcher, meanings }
});

/// Curly marks straight and dashes plain, letter for letter; case stays, for “Reading” is not “reading”.
fn plain(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{2018}' | '\u{2019}' => '\'',
            '\u{2010}'..='\u{2015}' => '-',
            '\u{00A0}' => ' ',
            c => c,
        })
        .collect()
}

/// The ways a name is written: “and” as “&”, “St” with a full stop, hyphens as spaces.
fn forms(name: &str) -> Vec<String> {
    let name = plain(name);
    let mut forms = vec![name.clone(), name.replace(" and ", " & "), name.replace('-', " ")];
    if let Some(rest) = name.strip_prefix("St ").or(name.strip_prefix("St. ")) {
        forms.extend([format!("St {rest}"), format!("St. {rest}"), format!("Saint {rest}")]);
    }
    // Local papers open a story in capitals: “BATH and North East Somerset”, “KENT COUNCIL”.
    let capitals: Vec<String> = forms
        .iter()
        .flat_map(|form| {
            let (first, rest) = form.split_at(form.find(' ').unwrap_or(form.len()));
            [form.to_uppercase(), format!("{}{rest}", first.to_uppercase())]
        })
        .collect();
    forms.extend(capitals);
    forms.sort();
    forms.dedup();
    forms
}

/// A council named in a line.
#[derive(Debug)]
pub(super) struct Named {
    pub councils: Vec<usize>,
    pub trust: bool,
    /// Whether it is one word in capitals, which may be any word: “READING”.
    pub shouted: bool,
    pub span: Span,
}

/// The councils a line names, in order.
pub(super) fn named(line: &Line<'_>) -> Vec<Named> {
    // Byte offsets of the plain text differ from the line's, so they are mapped back.
    let text = plain(line.text);
    let offsets: Vec<usize> = line.text.char_indices().map(|(at, _)| at).chain([line.text.len()]).collect();
    let nth: BTreeMap<usize, usize> =
        text.char_indices().map(|(at, _)| at).chain([text.len()]).zip(0..).collect();
    GAZETTEER
        .matcher
        .find_iter(&text)
        .filter(|found| {
            let before = text[..found.start()].chars().next_back();
            let after = text[found.end()..].chars().next();
            !before.is_some_and(|c| c.is_alphanumeric() || c == '-')
                && !after.is_some_and(|c| c.is_alphanumeric() || c == '-')
        })
        .filter(|found| {
            !belongs_to_another_name(&text[found.end()..]) && !within_another_name(&text[..found.start()])
        })
        .map(|found| {
            let at = |byte: usize| offsets[nth[&byte]] + line.span.start;
            let (councils, trust) = GAZETTEER.meanings[found.pattern().as_usize()].clone();
            let words = &text[found.range()];
            let shouted = !words.contains(' ') && words.chars().all(|c| !c.is_lowercase());
            Named { councils, trust, shouted, span: Span { start: at(found.start()), end: at(found.end()) } }
        })
        .collect()
}

/// “Sutton Coldfield”, “Bristol Hospital”: the place is part of another name.
fn belongs_to_another_name(after: &str) -> bool {
    static OTHER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(?:'s)?\s+(?:Coldfield|(?:[A-Z][a-z]+ )?(?:Hospitals?|Universit(?:y|ies)|College|Police|Constabulary|Road|Street|Lane|School|Academy|Nursery|Echo|Gazette|Mercury|Post|NHS|Magistrates|Crown Court|Prison|Station|Airport|United|City FC))\b|^\s+[A-Z]{1,2}\d{1,2}[A-Z]?\s+\d[A-Z]{2}\b")
            .expect("the pattern is fixed")
    });
    OTHER.is_match(after)
}

/// “University of Leeds”, “NHS Derby and”: the place is part of another name.
fn within_another_name(before: &str) -> bool {
    static OTHER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?:University of|NHS|Diocese of|Bishop of|Bank of|MP for|Universities of)\s+(?:the\s+)?$",
        )
        .expect("the pattern is fixed")
    });
    OTHER.is_match(before)
}

/// The listed council a name means, when it means only one.
pub(super) fn listed(name: &str) -> Option<String> {
    let found = GAZETTEER.matcher.find(&plain(name)).filter(|found| found.len() == plain(name).len())?;
    match GAZETTEER.meanings[found.pattern().as_usize()].0[..] {
        [only] => Some(GAZETTEER.authorities[only].name.clone()),
        _ => None,
    }
}
