//! Whose words a quotation is. When the text does not say, nobody is named.

use super::marks::Quoted;
use crate::fold::fold;
use crate::page::Page;
use packhorse_model::SourceKind;
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
    tied: bool,
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

const VERBS: &str = "said|says|added|told|commented|stated|explained|continued|concluded|responded|warned|insisted|claimed|noted|wrote|welcomed|remarked|argued|urged|acknowledged|admitted|called|described|praised|found|highlighted|reported|reads|read|went on|goes on|pointed|observed|recognised|credited|criticised|judged|asked|announced|stressed|accepted|thanked|pledged|vowed|issued|included|includes";

static SPEECH: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(&format!(r"(?i)\b(?:{VERBS})\b")).expect("the pattern is fixed"));

const NAME: &str = r"(?:[A-Z][\w’'-]+|[A-Z]\.)(?:\s+(?:de|van|der|al|la|[A-Z][\w’'-]+|[A-Z]\.)){1,3}";
const HONORIFIC: &str =
    r"(?:Cllr|Councillor|Coun|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Rev|Professor|Prof)\.?";

/// A person: an honorific and a name, or two capitalised words that are no body.
static PERSON: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?:(?P<h>{HONORIFIC})\s+(?P<a>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){{0,3}})|(?P<b>{NAME}))"
    ))
    .expect("the pattern is fixed")
});

static ROLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"(?i)\b(?P<r>(?:(?:the |our |interim |acting |deputy |assistant |corporate |executive |strategic |shadow |statutory |independent |former )*)(?:cabinet member|lead member|executive member|portfolio holder|executive director|director|corporate director|chief executive|chief officer|leader|chair(?:man|woman|person)?|head|principal social worker|service manager|spokes(?:person|man|woman)|mayor|opposition spokes\w+|councillor with responsibility|member|manager|inspector|minister|secretary|commissioner)(?:\s+(?:for|of|with|at)\s+(?:the\s+)?[^,.:;“”"()]{2,90}?)?)(?:[,.:;“”"()]|\s+(?:said|added|who|welcomed|told|says|commented|and has|has|was|is)\b|$)"#)
        .expect("the pattern is fixed")
});

/// Bodies whose words are the inspectors' words.
static INSPECTORS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:ofsted|inspectors?|inspectorates?|the (?:\w+ ){0,2}report|(?:ofsted|inspection) (?:report|letter)|the letter|watchdog|report (?:said|added|found|states|highlighted)|hmi)\b").expect("the pattern is fixed")
});

/// Words that look like a name and are none.
const NO_PERSONS: [&str; 66] = [
    "children",
    "services",
    "council",
    "county",
    "borough",
    "city",
    "ofsted",
    "social",
    "care",
    "young",
    "people",
    "the",
    "committee",
    "group",
    "independent",
    "labour",
    "conservative",
    "liberal",
    "democrat",
    "green",
    "party",
    "education",
    "families",
    "family",
    "director",
    "chief",
    "executive",
    "cabinet",
    "member",
    "leader",
    "chair",
    "inspector",
    "inspectors",
    "majesty",
    "her",
    "his",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "report",
    "inspection",
    "safeguarding",
    "health",
    "board",
    "partnership",
    "corporate",
    "next",
    "department",
    "national",
    "house",
];

fn is_person(name: &str) -> bool {
    let words: Vec<String> =
        name.split_whitespace().map(|word| fold(word).trim_end_matches("'s").to_owned()).collect();
    words.len() >= 2 && !words.iter().any(|word| NO_PERSONS.contains(&word.as_str()))
}

/// Who said each quotation.
pub(super) fn attribute(page: &Page<'_>, found: &[Quoted], kind: SourceKind) -> Vec<Said> {
    let mut said: Vec<Said> = Vec::with_capacity(found.len());
    let mut named: Vec<Said> = Vec::new();
    for (index, quoted) in found.iter().enumerate() {
        let mut answer = if quoted.goes_on && index > 0 {
            Said { rule: "speech that goes on".into(), ..said[index - 1].clone() }
        } else {
            one(page, found, index, &said, &mut named)
        };
        answer.second_hand = !matches!(kind, SourceKind::Report | SourceKind::Letter);
        said.push(answer);
    }
    said
}

/// The text around a quotation on its own line, without the words of other quotations.
fn around<'a>(page: &Page<'a>, found: &[Quoted], index: usize) -> (&'a str, &'a str) {
    let quoted = &found[index];
    let line = &page.lines[quoted.line];
    let from = found[..index]
        .iter()
        .rev()
        .find(|other| other.line == quoted.line)
        .map_or(line.span.start, |other| other.span.end);
    let to = found[index + 1..]
        .iter()
        .find(|other| other.line == quoted.line)
        .map_or(line.span.end, |other| other.span.start);
    let text = &page.document.text;
    (&text[from..quoted.span.start], &text[quoted.span.end..to])
}

fn one(page: &Page<'_>, found: &[Quoted], index: usize, earlier: &[Said], named: &mut Vec<Said>) -> Said {
    let quoted = &found[index];
    let (before, after) = around(page, found, index);
    let line = &page.lines[quoted.line];
    let first_on_line = !found[..index].iter().any(|other| other.line == quoted.line);
    // After the words: “…,” said Cllr X / she said / the report said.
    let close = clause(after);
    if SPEECH.is_match(close)
        && let Some(answer) = speaker(page, quoted.line, close, named, "said after the words")
    {
        return keep(answer, named);
    }
    // Before the words: Cllr X, cabinet member, said: “…”
    let lead = last_sentences(before, 2);
    if (SPEECH.is_match(lead)
        || lead.trim_end().trim_end_matches(['“', '"', '‘', '\'']).trim_end().ends_with(':'))
        && let Some(answer) = speaker(page, quoted.line, lead, named, "said before the words")
    {
        return keep(answer, named);
    }
    // The line before ends in a colon or introduces the speaker.
    if first_on_line && before.trim().trim_matches(['“', '"', '‘', '\'']).is_empty() && quoted.line > 0 {
        let previous = &page.lines[quoted.line - 1];
        let opens = previous.text.trim_end().ends_with(':');
        if opens
            && let Some(answer) =
                speaker(page, quoted.line - 1, previous.text, named, "line before ends in a colon")
        {
            return keep(answer, named);
        }
        if let Some(last) = earlier
            .last()
            .filter(|last| last.is_attributed() && index > 0 && found[index - 1].line + 2 > quoted.line)
        {
            return Said { rule: "same speaker as the paragraph before".into(), sure: false, ..last.clone() };
        }
    }
    // A second piece of the same sentence: “…,” she said. “…”
    if !first_on_line && let Some(last) = earlier.last() {
        let between = before.trim().trim_matches(['“', '”', '"', '‘', '’', '\'']).trim();
        let short = between.split_whitespace().count() <= 14
            || fold(between).starts_with("and")
            || fold(between).starts_with("but");
        if last.is_attributed() && short {
            return Said { rule: "same sentence as the words before".into(), sure: false, ..last.clone() };
        }
    }
    if INSPECTORS.is_match(before) || INSPECTORS.is_match(after) {
        let tied = SPEECH.is_match(line.text);
        return Said {
            organisation: body(line.text),
            inspectors: true,
            rule: "inspectors named in the sentence".into(),
            tied,
            ..Said::default()
        };
    }
    Said { rule: "nobody named".into(), ..Said::default() }
}

fn keep(answer: Said, named: &mut Vec<Said>) -> Said {
    if answer.speaker.is_some() {
        named.push(answer.clone());
    }
    answer
}

/// The clause right after a quotation, to the end of its sentence.
fn clause(after: &str) -> &str {
    let text = after.trim_start_matches(['”', '"', '’', '\'', ',', ' ']);
    let end = text.find(['.', '“', '"', ';']).unwrap_or(text.len());
    let mut end = end;
    // “Cllr.” and initials do not end the clause.
    while end < text.len() && text[..end].ends_with(|c: char| c.is_uppercase()) && end < 60 {
        end = text[end + 1..].find(['.', '“', '"', ';']).map_or(text.len(), |next| end + 1 + next);
    }
    &text[..end.min(text.len())]
}

/// The last sentences before a quotation: the one it belongs to and the one that names the speaker.
fn last_sentences(before: &str, count: usize) -> &str {
    let sentences = crate::visit::sentences(before);
    let start = sentences.len().saturating_sub(count);
    sentences.get(start).map_or(before, |sentence| &before[sentence.start..])
}

fn body(text: &str) -> Option<String> {
    let folded = fold(text);
    let known = [("care quality commission", "Care Quality Commission"), ("ofsted", "Ofsted")];
    known
        .iter()
        .find(|(words, _)| folded.contains(words))
        .map(|(_, name)| (*name).to_owned())
        .or_else(|| Some("Ofsted".to_owned()))
}

/// A person named in a text.
struct Person {
    name: String,
    start: usize,
    end: usize,
}

/// The persons a text names, in order.
fn persons(text: &str) -> Vec<Person> {
    const NO_FIRST_NAMES: [&str; 14] = [
        "But",
        "And",
        "So",
        "Yet",
        "Then",
        "However",
        "While",
        "When",
        "As",
        "In",
        "At",
        "For",
        "Meanwhile",
        "Today",
    ];
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
            words.split_once(' ').filter(|(first, _)| NO_FIRST_NAMES.contains(first))
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

/// The speaker a clause names: persons, a pronoun, a role, or a body.
fn speaker(page: &Page<'_>, line: usize, clause: &str, named: &[Said], rule: &str) -> Option<Said> {
    let persons = persons(clause);
    let role = ROLE.captures(clause).and_then(|found| found.name("r")).map(|role| trimmed(role.as_str()));
    let organisation = organisation(page, clause);
    let said = |speaker: Option<String>, sure| Said {
        speaker,
        role: role.clone(),
        organisation: organisation.clone(),
        rule: rule.to_owned(),
        sure,
        tied: true,
        ..Said::default()
    };
    if persons.len() == 1 || persons.len() == 2 && joint(clause) {
        let names = persons.iter().map(|person| person.name.as_str()).collect::<Vec<_>>().join(" and ");
        return Some(said(Some(names), true));
    }
    if let [first, ..] = &persons[..] {
        // Of several persons the one nearest a verb of speech speaks; a person looks.
        let verb = SPEECH.find_iter(clause).last().map_or(0, |verb| verb.start());
        let nearest = persons
            .iter()
            .rfind(|person| person.start < verb)
            .map_or(first.name.clone(), |person| person.name.clone());
        return Some(said(Some(nearest), false));
    }
    pronoun(page, line, clause, named, rule).or_else(|| {
        if INSPECTORS.is_match(clause) && !clause_is_of_others(clause) {
            return Some(Said {
                role: Some("inspectors".into()),
                organisation: body(clause),
                inspectors: true,
                sure: true,
                rule: rule.to_owned(),
                tied: true,
                ..Said::default()
            });
        }
        (role.is_some()).then(|| said(None, false))
    })
}

/// “welcomed the report” names the report and not its words.
fn clause_is_of_others(clause: &str) -> bool {
    static OTHERS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(?:welcom\w+|respond\w+ to|react\w+ to|following|after) (?:the |this |an? )?(?:\w+ ){0,3}(?:report|letter|inspection)").expect("the pattern is fixed")
    });
    OTHERS.is_match(clause)
}

fn joint(clause: &str) -> bool {
    let folded = fold(clause);
    folded.contains("joint") || folded.contains(" and ")
}

/// “He said”, “she added”, “the statement said”: the nearest person named before.
fn pronoun(page: &Page<'_>, line: usize, clause: &str, named: &[Said], rule: &str) -> Option<Said> {
    static PERSONAL: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?i)\b(?:s?he|they|who)\b").expect("the pattern is fixed"));
    static STATEMENT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(?:the|their|a|joint) (?:joint )?statement\b").expect("the pattern is fixed")
    });
    static IT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\bit (?:said|says|added|went|goes|also|noted|notes|found|finds|states|stated|reads|concluded|concludes|praised|highlighted)\b")
            .expect("the pattern is fixed")
    });
    static THEY: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?i)\bthey\b").expect("the pattern is fixed"));
    if STATEMENT.is_match(clause) {
        let previous = (line.saturating_sub(2)..line).rev().find_map(|at| {
            let text = page.lines.get(at)?.text;
            let found: Vec<String> = persons(text).into_iter().map(|person| person.name).collect();
            (!found.is_empty()).then(|| (found.join(" and "), text))
        });
        let (names, text) = previous?;
        let role = ROLE.captures(text).and_then(|found| found.name("r")).map(|role| trimmed(role.as_str()));
        return Some(Said {
            speaker: Some(names),
            role,
            organisation: organisation(page, text),
            rule: format!("{rule}, joint statement"),
            tied: true,
            ..Said::default()
        });
    }
    if THEY.is_match(clause) && inspectors_before(page, line, clause) {
        return Some(of_inspectors(clause, format!("{rule}, “they”")));
    }
    if PERSONAL.is_match(clause) {
        // The person is named earlier in the text, on this line or one before.
        let before =
            page.lines[..=line].iter().rev().take(4).find_map(|above| nearest_person(page, above.text));
        return before.or_else(|| named.last().cloned()).map(|said| Said {
            rule: format!("{rule}, by pronoun"),
            sure: false,
            tied: true,
            ..said
        });
    }
    if IT.is_match(clause) && inspectors_before(page, line, clause) {
        return Some(of_inspectors(clause, format!("{rule}, “it”")));
    }
    None
}

/// Whether the last body named before a clause is the inspectors, and no person is named after it.
fn inspectors_before(page: &Page<'_>, line: usize, clause: &str) -> bool {
    let own = page.lines[line].text;
    let own = own.find(clause).map_or(own, |at| &own[..at]);
    let above = page.lines[..line].iter().rev().take(3).map(|line| line.text);
    for text in std::iter::once(own).chain(above) {
        let outside = outside_quotes(text);
        let named = INSPECTORS.find_iter(&outside).last().map(|found| found.start());
        let person = persons(&outside).last().map(|person| person.start);
        match (named, person) {
            (Some(named), Some(person)) => return named > person,
            (Some(_), None) => return true,
            (None, Some(_)) => return false,
            (None, None) => {}
        }
    }
    false
}

/// The inspectors as speakers, by a pronoun: never sure.
fn of_inspectors(clause: &str, rule: String) -> Said {
    let role = Some("inspectors".to_owned());
    Said { role, organisation: body(clause), inspectors: true, rule, tied: true, ..Said::default() }
}

fn nearest_person(page: &Page<'_>, text: &str) -> Option<Said> {
    let outside = outside_quotes(text);
    let found = persons(&outside);
    // A name with its role or its verb beside it speaks; others are only spoken of.
    let speaks = |person: &&Person| {
        let (before, after) = (&outside[..person.start], &outside[person.end..]);
        after.starts_with(',') || ["said ", "says ", "added "].iter().any(|verb| before.ends_with(verb))
    };
    let speaker = found.iter().rev().find(speaks).or(found.last()).map(|person| person.name.clone())?;
    let role = ROLE.captures(&outside).and_then(|found| found.name("r")).map(|role| trimmed(role.as_str()));
    Some(Said { speaker: Some(speaker), role, organisation: organisation(page, &outside), ..Said::default() })
}

/// The text without what stands between double marks.
fn outside_quotes(text: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in text.chars() {
        match c {
            '“' => inside = true,
            '”' => inside = false,
            '"' => inside = !inside,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out
}

/// The body a speaker belongs to.
fn organisation(_: &Page<'_>, clause: &str) -> Option<String> {
    static BODY: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?P<o>(?:[A-Z][\w’'-]+\s+(?:(?:and|of|upon|for)\s+)?){1,5}(?:Council|Trust|Board|Partnership|Foundation|Union|Association|Police|Commission|Party))\b|(?:charity|charity,)\s+(?P<c>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3})")
            .expect("the pattern is fixed")
    });
    let found = BODY.captures(clause)?;
    found.name("o").or(found.name("c")).map(|name| name.as_str().trim().trim_start_matches("The ").to_owned())
}

fn trimmed(role: &str) -> String {
    let role = role.trim().trim_end_matches(',');
    ["the ", "The ", "our ", "Our "]
        .iter()
        .find_map(|prefix| role.strip_prefix(prefix))
        .unwrap_or(role)
        .trim()
        .to_owned()
}
