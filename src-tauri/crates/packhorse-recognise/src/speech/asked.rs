//! A quotation whose speaker is asked for: the patterns, in order.

use super::inspectors::{self, INSPECTORS, body};
use super::marks::{Quoted, begins_with_dash};
use super::names::persons;
use super::people::People;
use super::roles::role;
use super::sentence::{SPEECH, around, clause, last_sentences};
use super::speaker::{Said, speaker, subject};
use crate::fold::fold;
use crate::page::{Line, Page};
use regex::Regex;
use std::sync::LazyLock;

/// A quotation with the words around it.
pub(super) struct Asked<'p, 'a> {
    pub page: &'p Page<'a>,
    pub people: &'p People,
    found: &'p [Quoted],
    index: usize,
    before: &'a str,
    after: &'a str,
    first_on_line: bool,
}

impl<'p, 'a> Asked<'p, 'a> {
    pub(super) fn of(page: &'p Page<'a>, people: &'p People, found: &'p [Quoted], index: usize) -> Self {
        let (before, after) = around(page, found, index);
        let first_on_line = index == 0 || found[index - 1].line != found[index].line;
        Self { page, people, found, index, before, after, first_on_line }
    }

    fn line(&self) -> usize {
        self.found[self.index].line
    }

    /// The first answer of the patterns in order: after the words, before them, the line above, the
    /// words before in the same sentence, the inspectors when the sentence names them.
    pub(super) fn answer(&self, earlier: &[Said], named: &[Said]) -> Said {
        let nobody = || Said { rule: "nobody named".into(), ..Said::default() };
        if self.found[self.index].unmarked {
            let above = || self.line_above(earlier, named);
            return self.dash_below(named).or_else(above).unwrap_or_else(nobody);
        }
        self.read_out()
            .or_else(|| self.after(named))
            .or_else(|| self.own_words())
            .or_else(|| self.before(named))
            .or_else(|| self.row(named))
            .or_else(|| self.dash_below(named))
            .or_else(|| self.line_above(earlier, named))
            .or_else(|| self.same_sentence(earlier))
            .or_else(|| self.inspectors())
            .unwrap_or_else(nobody)
    }

    fn speaker(&self, line: usize, clause: &str, named: &[Said], rule: &str) -> Option<Said> {
        speaker(self.page, self.people, line, clause, named, rule)
    }

    /// “Cllr X quoted from page 9: “…””, “did not recognise the phrase “…” from the report”: somebody
    /// speaks, and the words are the inspectors'.
    fn read_out(&self) -> Option<Said> {
        static QUOTED: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r"(?i)\b(?:quot(?:ed|es|ing)|read(?:s|ing)?(?: out| aloud)?) from (?:the |its |their |this )?(?:\w+ )?(?:pages?|paragraphs?|report|letter|ofsted|inspect)")
                .expect("the pattern is fixed")
        });
        static PHRASE: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r"(?i)\b(?:the|a|that|this|its|their) (?:phrase|words?|line|sentence|passage|wording)\s*[“\x22‘']?$")
                .expect("the pattern is fixed")
        });
        static FROM: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r"(?i)^[”\x22’',\s]*(?:from|in|of) (?:the|its|their|that|this) (?:\w+ ){0,2}(?:report|letter)")
                .expect("the pattern is fixed")
        });
        // “read out the passage on supervision: “…””, and not one from a speech.
        static PASSAGE: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r"(?i)\bread(?:s|ing)?(?: out| aloud)? (?:the|a|this|that|one) (?:\w+ )?(?:passage|paragraph|sentence|finding)s?\b(?P<rest>.*)$")
                .expect("the pattern is fixed")
        });
        static ELSEWHERE: LazyLock<Regex> =
            LazyLock::new(|| Regex::new(r"(?i)\b(?:from|in|of|by)\b").expect("the pattern is fixed"));
        let sentence = last_sentences(self.before, 1);
        let passage = PASSAGE
            .captures(sentence)
            .is_some_and(|found| !ELSEWHERE.is_match(&found["rest"]) || INSPECTORS.is_match(&found["rest"]));
        let quoted =
            passage || QUOTED.is_match(sentence) || PHRASE.is_match(self.before) && FROM.is_match(self.after);
        quoted.then(|| inspectors::of_inspectors(sentence, "read out by somebody else".into()))
    }

    /// “…,” said Cllr X; “…,” she said; “…,” the report said; “…” – Cllr X, leader.
    fn after(&self, named: &[Said]) -> Option<Said> {
        let close = clause(self.after);
        if begins_with_dash(close) {
            let words = close.trim_start_matches(['–', '—', '―', '-', ' ']);
            return self.speaker(self.line(), words, &[], "name after a dash");
        }
        let rule = "said after the words";
        let first = close.split_whitespace().next().unwrap_or("").to_lowercase();
        if ["he", "she", "they"].contains(&first.as_str()) && SPEECH.is_match(close) {
            // “he said of Cllr X”: whoever else is named is not the one who speaks.
            let end = SPEECH.find(close).map_or(close.len(), |verb| verb.end());
            return self.speaker(self.line(), &close[..end], named, rule);
        }
        SPEECH.is_match(close).then(|| self.speaker(self.line(), close, named, rule)).flatten()
    }

    /// A line below that begins with a dash names who said what ends there; below what is set off as a
    /// quotation so does a line that is a name and what the person is.
    fn dash_below(&self, named: &[Said]) -> Option<Said> {
        if !self.after.trim_matches(['”', '"', '’', '\'', '.', ' ']).is_empty() {
            return None;
        }
        // More of the same speech may stand between.
        let mut lines = self.page.lines[self.line() + 1..].iter();
        let own = self.page.lines[self.line()].quoted;
        let below = lines.find(|line| {
            line.quoted.is_none()
                || line.quoted != own
                || begins_with_dash(line.text)
                || is_caption(line.text)
        })?;
        let words = below.text.trim_start_matches(['–', '—', '―', '-', ' ']);
        let dash = begins_with_dash(below.text) && below.text.chars().count() < 160;
        let caption = self.found[self.index].unmarked && is_caption(below.text);
        (dash || caption).then(|| self.speaker(self.line(), words, named, "name after a dash")).flatten()
    }

    /// “The council says that it will do so “before Christmas””: a body that nobody speaks for. The
    /// sentence before, which may be about the inspectors, has no part in it.
    fn own_words(&self) -> Option<Said> {
        static COUNCIL: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r"(?i)^(?:.{0,40}\W)?(?P<c>the (?:county |city |borough )?(?:council|authority|cabinet|opposition))\b")
                .expect("the pattern is fixed")
        });
        static IT: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r"(?i)(?P<c>\bthe (?:county |city |borough )?(?:council|authority))[’']s (?:own )?(?:press release|news release|statement|website|announcement)\b[^.]*\.\s+It sa(?:ys|id)\b")
                .expect("the pattern is fixed")
        });
        let sentence = last_sentences(self.before, 1);
        let of = |organisation: &str| Said {
            organisation: Some(organisation.to_lowercase()),
            tied: true,
            rule: "the body's own words".into(),
            ..Said::default()
        };
        if let Some(found) = IT.captures(last_sentences(self.before, 2)) {
            return Some(of(&found["c"]));
        }
        let found = COUNCIL.captures(sentence)?.name("c")?;
        let others =
            INSPECTORS.is_match(sentence) || !persons(sentence).is_empty() || role(sentence).is_some();
        let others = others || subject(sentence).is_some_and(|word| self.people.surnamed(word).is_some());
        if others || !SPEECH.is_match(&sentence[found.end()..]) {
            return None;
        }
        Some(of(found.as_str()))
    }

    /// Cllr X, cabinet member, said: “…” The sentence itself is asked first, then with the one before.
    fn before(&self, named: &[Said]) -> Option<Said> {
        [1, 2].into_iter().find_map(|count| {
            let lead = last_sentences(self.before, count);
            let ends = lead.trim_end().trim_end_matches(['“', '"', '‘', '\'']).trim_end();
            let spoken = SPEECH.is_match(lead) || ends.ends_with(':');
            spoken.then(|| self.speaker(self.line(), lead, named, "said before the words")).flatten()
        })
    }

    /// In a table of statements another cell of the row names the speaker.
    fn row(&self, named: &[Said]) -> Option<Said> {
        let own = &self.page.lines[self.line()];
        let (table, row, column) = own.cell()?;
        let beside =
            |line: &&Line<'_>| line.cell().is_some_and(|(t, r, c)| (t, r) == (table, row) && c != column);
        self.page
            .lines
            .iter()
            .filter(beside)
            .find_map(|cell| self.speaker(self.line(), cell.text, named, "named in the row"))
    }

    /// A line above that ends in a colon, or a paragraph of the same speaker.
    fn line_above(&self, earlier: &[Said], named: &[Said]) -> Option<Said> {
        let bare = self.before.trim().trim_matches(['“', '"', '‘', '\'']).is_empty();
        if !self.first_on_line || !bare {
            return None;
        }
        if self.found[self.index].in_heading {
            // A headline is nobody's next sentence.
            return None;
        }
        let above = self.leads_in()?;
        let text = self.page.lines[above].text;
        if text.trim_end().ends_with(':')
            && let Some(answer) = self.speaker(above, text, named, "line before ends in a colon")
        {
            return Some(answer);
        }
        let follows = self.index > 0 && self.found[self.index - 1].line + 2 > self.line();
        // What is set off on its own is somebody else's as often as not.
        let set = |at: usize| self.found.get(at).map(|quoted| self.page.lines[quoted.line].quoted);
        let apart =
            self.found[self.index].unmarked && set(self.index) != self.index.checked_sub(1).and_then(set);
        let last = earlier.last().filter(|last| last.is_attributed() && follows && !apart)?;
        Some(Said { rule: "same speaker as the paragraph before".into(), sure: false, ..last.clone() })
    }

    /// The line before; before an item of a list the one that leads in to the list.
    fn leads_in(&self) -> Option<usize> {
        let listed = self.page.lines[self.line()].is_item();
        self.page.lines[..self.line()].iter().rposition(|line| !(listed && line.is_item()))
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

/// “Ada Moss, cabinet member”: a name and what the person is, and no sentence.
fn is_caption(text: &str) -> bool {
    let text = text.trim();
    let named =
        matches!(&persons(text)[..], [person] if person.start == 0 && text[person.end..].starts_with(','));
    named && text.chars().count() < 100 && !text.ends_with(['.', ':', '”', '"']) && !SPEECH.is_match(text)
}
