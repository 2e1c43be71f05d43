//! Which council a document is about: a gazetteer of councils, trusts and former councils.

use crate::page::{Line, Page};
use crate::read;
use aho_corasick::{AhoCorasick, MatchKind};
use packhorse_model::{Confidence, Fact, SourceKind, Span};
use regex::Regex;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

#[derive(Debug, Deserialize)]
struct Authority {
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    trusts: Vec<String>,
}

#[derive(Deserialize)]
struct Data {
    authorities: Vec<Authority>,
}

struct Gazetteer {
    authorities: Vec<Authority>,
    matcher: AhoCorasick,
    /// For each pattern: the councils it may mean and whether it is a trust's name.
    meanings: Vec<(Vec<usize>, bool)>,
}

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let data: Data = serde_json::from_str(include_str!("../../../../resources/authorities.json"))
        .expect("a test reads the built-in authorities");
    let mut patterns: BTreeMap<String, (Vec<usize>, bool)> = BTreeMap::new();
    for (index, authority) in data.authorities.iter().enumerate() {
        for name in std::iter::once(&authority.name).chain(&authority.aliases) {
            for form in forms(name) {
                patterns.entry(form).or_default().0.push(index);
            }
        }
        for trust in &authority.trusts {
            let entry = patterns.entry(plain(trust)).or_default();
            entry.0.push(index);
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
    forms.sort();
    forms.dedup();
    forms
}

/// A council named in a line.
#[derive(Debug)]
struct Named {
    councils: Vec<usize>,
    trust: bool,
    span: Span,
}

fn named(line: &Line<'_>) -> Vec<Named> {
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
            Named { councils, trust, span: Span { start: at(found.start()), end: at(found.end()) } }
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

/// The council a document is about.
pub(crate) fn authority(page: &Page<'_>, kind: SourceKind) -> Option<Fact<String>> {
    let primary = matches!(kind, SourceKind::Report | SourceKind::Letter);
    if primary && let Some(found) = titled(page) {
        return Some(found);
    }
    let scores = scores(page);
    let mut ranked: Vec<(usize, i64, Span)> =
        scores.into_iter().map(|(council, (score, span))| (council, score, span)).collect();
    ranked.sort_by_key(|(council, score, _)| (-score, *council));
    if let Some((council, score, span)) = ranked.first().copied().filter(|(_, score, _)| *score >= 10) {
        let next = ranked.get(1).map_or(0, |(_, score, _)| *score);
        let clear = score >= 30 && next * 2 <= score;
        let confidence = if clear { Confidence::Sure } else { Confidence::Check };
        let name = GAZETTEER.authorities[council].name.clone();
        return Some(read(name, page.place(span), "council named most plainly", confidence));
    }
    unlisted(page)
}

/// Titles of inspection documents: the council stands after fixed words or on the cover.
fn titled(page: &Page<'_>) -> Option<Fact<String>> {
    static TITLE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)^(?:re:\s*)?(?:(?:full |short |standard |joint |announced |unannounced )*(?:area send |local area send )?(?:re-?)?inspection|(?:joint )?(?:local )?area send inspection|(?:ilacs )?focuss?ed visit|(?:ilacs )?monitoring visit|joint targeted area inspection|jtai)\b.*")
            .expect("the pattern is fixed")
    });
    let head = page.head(6_000);
    let titles = head.iter().filter(|line| line.text.chars().count() < 260 && TITLE.is_match(line.text));
    for line in titles {
        let found = named(line);
        let councils: std::collections::BTreeSet<usize> =
            found.iter().filter(|name| name.councils.len() == 1).map(|name| name.councils[0]).collect();
        if let [only] = councils.iter().copied().collect::<Vec<_>>()[..] {
            let span = found.iter().find(|name| name.councils == [only]).map_or(line.span, |name| name.span);
            let rule = if found.iter().any(|name| name.trust) {
                "trust in the title"
            } else {
                "council in the title"
            };
            return Some(read(
                GAZETTEER.authorities[only].name.clone(),
                page.place(span),
                rule,
                Confidence::Sure,
            ));
        }
        if found.is_empty()
            && let Some(name) = title_words(line.text)
        {
            let at = line.text.find(&name).unwrap_or(0) + line.span.start;
            let span = crate::span(at, name.len());
            // The title says so plainly; only that the council is in no list keeps it from being sure.
            return Some(read(
                name,
                page.place(span),
                "name in the title, not a listed council",
                Confidence::Sure,
            ));
        }
    }
    None
}

/// The name in a title of fixed shape.
fn title_words(text: &str) -> Option<String> {
    static SHAPES: LazyLock<[Regex; 3]> = LazyLock::new(|| {
        [
            r"(?:of|to|in)\s+(?:the\s+)?(?P<n>[A-Z][^,.:]*?)(?:['’]s)?\s+(?:local authority\b|(?:County |City |Borough |Metropolitan |District |Unitary )*Council\b|local area\b|Local Area\b|children[’']s (?:services|social care)\b|Children[’']s (?:Services|Trust)\b)",
            r"(?:of|to|in)\s+(?:the\s+)?(?:London Borough|Royal Borough|Metropolitan Borough|Borough|City|County) of\s+(?P<n>[A-Z][\w’'-]+(?:\s+(?:and|upon|of|&)?\s*[A-Z][\w’'-]+)*)",
            r"(?i:joint targeted area inspection of)\s+(?P<n>[A-Z][\w’'-]+(?:\s+(?:(?:and|upon|of)\s+)?[A-Z][\w’'-]+)*)$",
        ]
        .map(|shape| Regex::new(shape).expect("the pattern is fixed"))
    });
    let found = SHAPES.iter().find_map(|shape| shape.captures(text))?;
    let name = found["n"].trim();
    let name = ["London Borough of ", "Royal Borough of ", "Borough of ", "City of "]
        .iter()
        .find_map(|prefix| name.strip_prefix(prefix))
        .unwrap_or(name);
    let services =
        name.to_lowercase().starts_with("services") || name.to_lowercase().starts_with("looked after");
    (!services && name.split_whitespace().count() <= 5).then(|| name.to_owned())
}

/// How plainly each listed council is named, with the plainest place.
fn scores(page: &Page<'_>) -> BTreeMap<usize, (i64, Span)> {
    let mut scores: BTreeMap<usize, (i64, Span, i64)> = BTreeMap::new();
    let mut seen = 0_usize;
    for (order, line) in page.lines.iter().enumerate() {
        let early = seen < 600 || order < 3;
        seen += line.text.len();
        for name in named(line) {
            let weight = weight(line, &name, early);
            for council in &name.councils {
                let shared = i64::try_from(name.councils.len()).unwrap_or(1);
                let entry = scores.entry(*council).or_insert((0, name.span, 0));
                entry.0 += weight / shared;
                if weight > entry.2 {
                    (entry.1, entry.2) = (name.span, weight);
                }
            }
        }
    }
    scores.into_iter().map(|(council, (score, span, _))| (council, (score, span))).collect()
}

fn weight(line: &Line<'_>, name: &Named, early: bool) -> i64 {
    static COUNCIL: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(?:['’]s)?\s+(?:(?:Metropolitan |City |County |Borough |District |Unitary )*(?:Council|Borough)|local authority|[Cc]hildren[’']s [Ss]ervices|[Cc]hildren[’']s [Ss]ocial [Cc]are|LSCB|Safeguarding)")
            .expect("the pattern is fixed")
    });
    static BOROUGH: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:(?:London|Royal|Metropolitan) Borough of|Borough of|City of|County of|[Cc]ouncil of|[Cc]hildren[’']s [Ss]ervices (?:in|at))\s+(?:the\s+)?$")
            .expect("the pattern is fixed")
    });
    let before = &line.text[..name.span.start - line.span.start];
    let after = &line.text[name.span.end - line.span.start..];
    let address = line.cell().is_some() || line.text.split_whitespace().count() <= 2;
    let plain = COUNCIL.is_match(after) || BOROUGH.is_match(before) || name.trust;
    let weight = match (plain, early || line.is_heading()) {
        (true, true) => 40,
        (true, false) => 15,
        // A line that is a place name alone is an address or a postmark.
        (false, _) if address => 1,
        (false, true) => 12,
        (false, false) => 4,
    };
    if after.trim_start().starts_with("Coldfield") { 0 } else { weight }
}

/// A council that is in no list, as “Wexcombe County Council”.
fn unlisted(page: &Page<'_>) -> Option<Fact<String>> {
    static COUNCIL: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"\b(?P<n>[A-Z][a-z]+(?:[ -](?:and |upon |of |under )?[A-Z][a-z]+){0,3}?)\s+(?:Metropolitan Borough|County|City|Borough|District)?\s*Council\b|(?:London |Royal |Metropolitan )?(?:Borough|City|County) of (?P<o>[A-Z][a-z]+(?:[ -](?:and |upon )?[A-Z][a-z]+)*)")
            .expect("the pattern is fixed")
    });
    const NO_NAMES: [&str; 13] = [
        "The", "This", "Our", "Your", "Their", "Full", "Parish", "Town", "County", "City", "Borough", "A",
        "District",
    ];
    let mut counts: BTreeMap<String, (usize, Span)> = BTreeMap::new();
    for line in &page.lines {
        for captures in COUNCIL.captures_iter(line.text) {
            let Some(name) = captures.name("n").or(captures.name("o")) else { continue };
            let mut words = name.as_str().to_owned();
            while let Some((first, rest)) = words.split_once(' ') {
                if !NO_NAMES.contains(&first) {
                    break;
                }
                words = rest.to_owned();
            }
            if NO_NAMES.contains(&words.as_str())
                || words.contains("Youth")
                || words.contains("Children")
                || words.contains("Care")
            {
                continue;
            }
            let at = line.span.start + name.end() - words.len();
            counts.entry(words.clone()).or_insert((0, crate::span(at, words.len()))).0 += 1;
        }
    }
    let (name, (_, span)) =
        counts.into_iter().max_by_key(|(_, (count, span))| (*count, std::cmp::Reverse(span.start)))?;
    Some(read(name, page.place(span), "named as a council, not a listed one", Confidence::Check))
}

#[cfg(test)]
mod tests {
    use super::*;
    use packhorse_model::{Block, BlockKind, Document, Format};

    fn about(text: &str, kind: SourceKind) -> Option<String> {
        let block = Block {
            span: (0..text.len()).into(),
            kind: BlockKind::Paragraph,
            page: None,
            breaks: vec![],
            number: None,
            mark: None,
        };
        let document = Document {
            format: Format::Text,
            text: text.into(),
            blocks: vec![block],
            pages: None,
            title_hint: None,
            published_hint: None,
            hyphens: vec![],
            notices: vec![],
        };
        authority(&Page::of(&document), kind).map(|fact| fact.value)
    }

    #[test]
    fn a_title_names_the_council_whatever_its_form() {
        for (title, council) in [
            ("Focused visit to Redcar and Cleveland children’s services", "Redcar and Cleveland"),
            ("Inspection of Bristol City Council local authority children’s services", "Bristol"),
            ("Focused visit to Birmingham Children’s Trust", "Birmingham"),
            ("Joint targeted area inspection of London Borough of Sutton", "Sutton"),
            ("Inspection of Wexcombe local authority children’s services", "Wexcombe"),
        ] {
            assert_eq!(about(title, SourceKind::Letter).as_deref(), Some(council), "{title}");
        }
    }

    #[test]
    fn a_text_that_only_says_the_council_names_none() {
        let text = "A positive report into how the Council supports children has been welcomed by the authority. Cllr Ann Example said she was proud.";
        assert_eq!(about(text, SourceKind::PressRelease), None, "nothing is inferred from a councillor");
    }

    #[test]
    fn places_inside_other_names_are_no_councils() {
        assert_eq!(about("A nursery in Sutton Coldfield was praised.", SourceKind::NewsStory), None);
    }
}
