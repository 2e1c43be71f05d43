//! Whose words a quotation is. When the text does not say, nobody is named.

use super::inspectors::{self, INSPECTORS, body};
use super::marks::Quoted;
use super::names::persons;
use super::pronoun::pronoun;
use super::roles::{organisation, role};
use super::sentence::{SPEECH, around, clause, last_sentences};
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
    let mut said: Vec<Said> = Vec::with_capacity(found.len());
    let mut named: Vec<Said> = Vec::new();
    for (index, quoted) in found.iter().enumerate() {
        let mut answer = if quoted.goes_on && index > 0 {
            Said { rule: "speech that goes on".into(), ..said[index - 1].clone() }
        } else {
            let answer = Asked::of(page, found, index).answer(&said, &named);
            if answer.speaker.is_some() && answer.tied && !answer.rule.starts_with("same") {
                named.push(answer.clone());
            }
            answer
        };
        answer.second_hand = true;
        said.push(answer);
    }
    said
}

/// A quotation whose speaker is asked for, with the words around it.
struct Asked<'p, 'a> {
    page: &'p Page<'a>,
    found: &'p [Quoted],
    index: usize,
    before: &'a str,
    after: &'a str,
    first_on_line: bool,
}

impl<'p, 'a> Asked<'p, 'a> {
    fn of(page: &'p Page<'a>, found: &'p [Quoted], index: usize) -> Self {
        let (before, after) = around(page, found, index);
        let first_on_line = index == 0 || found[index - 1].line != found[index].line;
        Self { page, found, index, before, after, first_on_line }
    }

    fn line(&self) -> usize {
        self.found[self.index].line
    }

    /// The first answer of the patterns in order: after the words, before them, the line above, the
    /// words before in the same sentence, the inspectors when the sentence names them.
    fn answer(&self, earlier: &[Said], named: &[Said]) -> Said {
        self.after(named)
            .or_else(|| self.own_words())
            .or_else(|| self.before(named))
            .or_else(|| self.line_above(earlier, named))
            .or_else(|| self.same_sentence(earlier))
            .or_else(|| self.inspectors())
            .unwrap_or_else(|| Said { rule: "nobody named".into(), ..Said::default() })
    }

    /// “…,” said Cllr X; “…,” she said; “…,” the report said.
    fn after(&self, named: &[Said]) -> Option<Said> {
        let close = clause(self.after);
        let spoken = SPEECH.is_match(close);
        spoken.then(|| speaker(self.page, self.line(), close, named, "said after the words")).flatten()
    }

    /// “The council says that it will do so “before Christmas””: a body that nobody speaks for. The
    /// sentence before, which may be about the inspectors, has no part in it.
    fn own_words(&self) -> Option<Said> {
        static COUNCIL: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r"(?i)^(?:.{0,40}\W)?(?P<c>the (?:county |city |borough )?(?:council|authority|cabinet|opposition))\b")
                .expect("the pattern is fixed")
        });
        let sentence = last_sentences(self.before, 1);
        let found = COUNCIL.captures(sentence)?.name("c")?;
        let others =
            INSPECTORS.is_match(sentence) || !persons(sentence).is_empty() || role(sentence).is_some();
        if others || !SPEECH.is_match(&sentence[found.end()..]) {
            return None;
        }
        let organisation = Some(found.as_str().to_lowercase());
        Some(Said { organisation, tied: true, rule: "the body's own words".into(), ..Said::default() })
    }

    /// Cllr X, cabinet member, said: “…”
    fn before(&self, named: &[Said]) -> Option<Said> {
        let lead = last_sentences(self.before, 2);
        let ends = lead.trim_end().trim_end_matches(['“', '"', '‘', '\'']).trim_end();
        let spoken = SPEECH.is_match(lead) || ends.ends_with(':');
        spoken.then(|| speaker(self.page, self.line(), lead, named, "said before the words")).flatten()
    }

    /// A line above that ends in a colon, or a paragraph of the same speaker.
    fn line_above(&self, earlier: &[Said], named: &[Said]) -> Option<Said> {
        let bare = self.before.trim().trim_matches(['“', '"', '‘', '\'']).is_empty();
        if !self.first_on_line || !bare {
            return None;
        }
        let above = self.line().checked_sub(1)?;
        let text = self.page.lines[above].text;
        if text.trim_end().ends_with(':')
            && let Some(answer) = speaker(self.page, above, text, named, "line before ends in a colon")
        {
            return Some(answer);
        }
        let follows = self.index > 0 && self.found[self.index - 1].line + 2 > self.line();
        let last = earlier.last().filter(|last| last.is_attributed() && follows)?;
        Some(Said { rule: "same speaker as the paragraph before".into(), sure: false, ..last.clone() })
    }

    /// A second piece of one sentence: “…,” she said. “…”
    fn same_sentence(&self, earlier: &[Said]) -> Option<Said> {
        let last = earlier.last().filter(|last| last.is_attributed() && !self.first_on_line)?;
        let between = fold(self.before.trim().trim_matches(['“', '”', '"', '‘', '’', '\'']));
        let short =
            between.split(' ').count() <= 14 || between.starts_with("and") || between.starts_with("but");
        short.then(|| Said { rule: "same sentence as the words before".into(), sure: false, ..last.clone() })
    }

    fn inspectors(&self) -> Option<Said> {
        if !INSPECTORS.is_match(self.before) && !INSPECTORS.is_match(self.after) {
            return None;
        }
        let line = self.page.lines[self.line()].text;
        Some(Said {
            organisation: body(line),
            inspectors: true,
            rule: "inspectors named in the sentence".into(),
            tied: SPEECH.is_match(line),
            ..Said::default()
        })
    }
}

/// The speaker a clause names: persons, a pronoun, a role, or a body.
fn speaker(page: &Page<'_>, line: usize, clause: &str, named: &[Said], rule: &str) -> Option<Said> {
    let persons = persons(clause);
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
        let names = persons.iter().map(|person| person.name.as_str()).collect::<Vec<_>>().join(" and ");
        return Some(said(Some(names), true));
    }
    if let [first, ..] = &persons[..] {
        // Of several persons the one nearest a verb of speech speaks; a person looks.
        let verb = SPEECH.find_iter(clause).last().map_or(0, |verb| verb.start());
        let nearest = persons.iter().rfind(|person| person.start < verb).unwrap_or(first);
        return Some(said(Some(nearest.name.clone()), false));
    }
    pronoun(page, line, clause, named, rule)
        .or_else(|| inspectors::named(clause, rule))
        .or_else(|| role(clause).map(|_| said(None, false)))
}

fn joint(clause: &str) -> bool {
    let folded = fold(clause);
    folded.contains("joint") || folded.contains(" and ")
}
