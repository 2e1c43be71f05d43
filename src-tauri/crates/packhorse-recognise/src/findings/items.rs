//! The items of a list.

use super::headings;
use crate::page::{Line, Page};
use crate::sentences::sentences;
use crate::themes;
use packhorse_model::{BlockKind, Confidence, Finding, Rank, Span};
use regex::Regex;
use std::sync::LazyLock;

/// An item on its way.
pub(super) struct Draft {
    pub text: String,
    pub span: Span,
    group: Option<String>,
    level: u8,
    numbered: bool,
    sure: bool,
    /// Whether something was joined to it.
    pub took: bool,
}

impl Draft {
    pub(super) fn of(line: &Line<'_>, group: Option<String>) -> Self {
        let level = match line.kind {
            BlockKind::Item { level } => level,
            _ => 1,
        };
        let numbered = line.number.is_some();
        Self {
            text: line.text.trim().to_owned(),
            span: line.span,
            group,
            level,
            numbered,
            sure: true,
            took: false,
        }
    }

    /// Takes what belongs to it: an item within the item, or the next paragraph of a cell.
    pub(super) fn join(&mut self, text: &str, end: usize) {
        self.text = format!("{} {text}", self.text);
        self.span.end = end;
        self.took = true;
    }

    /// Puts it in a group.
    pub(super) fn grouped(mut self, group: Option<String>) -> Self {
        self.group = group;
        self
    }

    /// Somebody has to look at it.
    pub(super) fn doubt(&mut self) {
        self.sure = false;
    }

    /// Takes a footnote's mark off the end: “decisions.2”, “plans¹”.
    fn unmark(&mut self) {
        let text = self.text.trim_end_matches(['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '⁰']);
        let words = text.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = text.len() - words.len();
        let sentence = words
            .strip_suffix(['.', ';'])
            .is_some_and(|rest| rest.ends_with(|c: char| c.is_alphabetic() || c == ')'));
        let kept = if (1..=2).contains(&digits) && sentence { words } else { text };
        self.span.end -= self.text.len() - kept.len();
        self.text.truncate(kept.len());
    }

    pub(super) fn finding(mut self, page: &Page<'_>, rank: Rank) -> Finding {
        self.unmark();
        Finding {
            rank,
            place: page.place(self.span),
            group: self.group,
            rule: "item under its heading".into(),
            confidence: if self.sure { Confidence::Sure } else { Confidence::Check },
            themes: themes::ids(&self.text),
            text: self.text,
        }
    }
}

/// Items with what belongs to them: those within an item join it, and what leads in is left out.
pub(super) fn whole(mut items: Vec<Draft>) -> Vec<Draft> {
    let unnumbered = items.len() > 1 && items[1..].iter().all(|item| !item.numbered);
    if unnumbered && items[0].numbered && leads_in(&items[0].text) {
        items.remove(0);
    }
    items.retain(|item| !says_none(&item.text));
    let top = items.iter().map(|item| item.level).min().unwrap_or(1);
    let mut whole: Vec<Draft> = Vec::new();
    for item in items {
        match whole.last_mut() {
            Some(parent) if item.level > top => parent.join(&item.text, item.span.end),
            _ => whole.push(item),
        }
    }
    whole
}

/// Whether all there is so far is a numbered sentence that leads in.
pub(super) fn only_leads_in(items: &[Draft]) -> bool {
    matches!(items, [only] if only.numbered && leads_in(&only.text))
}

fn leads_in(text: &str) -> bool {
    let text = text.trim_end();
    let folded = crate::fold(text);
    let following = [
        "the following action",
        "the following area",
        "the following recommendation",
        "following improvements",
    ];
    text.ends_with(':') || sentences(text).len() == 1 && following.iter().any(|words| folded.contains(words))
}

/// “There are no areas for priority action.” is no action.
pub(super) fn says_none(text: &str) -> bool {
    static NONE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"^(?:(?:at|on|during|from) this (?:inspection|visit),? )?(?:(?:there (?:are|were|is|was)|(?:inspectors|we|ofsted|the inspection|the visit|this inspection|this visit)(?: team)?(?: have| has)? (?:identified|found|made|recommended)) (?:none\b|no (?:\w+ ){0,4}?(?:areas? (?:for|of|requiring|where)|priority actions?|recommendations?|actions? (?:for|to be)|weaknesses|strengths)\b)|(?:inspectors|we|ofsted|the inspection|the visit|this inspection|this visit)(?: team)? (?:did not|have not|has not) (?:identif|find|found|make|made|recommend)\w* any\b|no(?: \w+){0,4} (?:areas?|actions?|recommendations?|priorities|weaknesses|strengths)\b.{0,60}\b(?:identified|found|made|noted|at this)|no areas? for|nothing (?:was|has been|is)\b|none\b|not applicable)",
        )
        .expect("the pattern is fixed")
    });
    NONE.is_match(crate::fold(text).trim())
}

/// A list without marks: each paragraph is an item, unless it only leads in. One that ends in a colon
/// after the first takes the lines it leads in to. Long ones may be no items at all, so a person looks.
pub(super) fn plain(paragraphs: Vec<Draft>) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut first = true;
    let numbers = paragraphs.iter().filter(|draft| draft.numbered).count();
    for paragraph in paragraphs {
        let goes_on = paragraph.text.starts_with(char::is_lowercase);
        // Between numbered ones a paragraph without a number is the rest of the one before it.
        let rest = !paragraph.numbered && numbers > 2 && !leads_in(&paragraph.text);
        let refers = !paragraph.numbered && REFERS.is_match(&paragraph.text);
        let open =
            |last: &&mut Draft| !first && (goes_on && is_open(&last.text) || refers || rest && last.numbered);
        match drafts.last_mut().filter(open) {
            Some(last) => {
                last.join(&paragraph.text, paragraph.span.end);
                last.doubt();
            }
            None if first && leads_in(&paragraph.text) => {}
            None => drafts.push(paragraph),
        }
        first = false;
    }
    drafts.retain(|draft| {
        !leads_in(&draft.text) && !says_none(&draft.text) && draft.text.chars().count() >= 12
    });
    // Some that begin in the middle of a sentence are lines of the others.
    let lower = drafts.iter().filter(|draft| draft.text.starts_with(char::is_lowercase)).count();
    let lines = (1..drafts.len()).contains(&lower);
    for draft in &mut drafts {
        let parts = sentences(&draft.text);
        // A sentence that does not speak of the one before it may be an item of its own.
        let apart = |part: &str| !REFERS.is_match(part) && !PRONOUN.is_match(part);
        let several = parts.iter().skip(1).any(|part| apart(draft.text[part.start..part.end].trim()));
        draft.sure &= !lines && (draft.numbered || parts.len() <= 3 && !several);
    }
    drafts
}

/// How sentences begin that go on about the same.
static PRONOUN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:Th(?:is|ese|ey|eir)|It|Its|Such|Leaders must also|Including|In particular|Too many|Where|When|So that)\b").expect("the pattern is fixed")
});

/// How sentences begin that speak of the one before them.
static REFERS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:As a (?:result|consequence)|Consequently|Therefore|However|In addition|For example|Th(?:is|ese) (?:includes?|means?|is|are|has|have|was|were|should|will|does|do))\b")
        .expect("the pattern is fixed")
});

/// Whether a paragraph is the rest of the words above it.
pub(super) fn goes_on(text: &str) -> bool {
    text.starts_with(char::is_lowercase) || REFERS.is_match(text)
}

/// Whether words are still waiting for what they lead in to.
fn is_open(text: &str) -> bool {
    let end = text.trim_end().trim_end_matches(" and").trim_end_matches(" or").trim_end();
    end.ends_with([':', ';', ',']) && text.contains(':')
}

/// Items that were cut, or are parts of one another, are looked at: one that ends in the middle of a
/// sentence, and the one after it where it begins in the middle of one; one of a word or two.
pub(super) fn doubt_parts(items: &mut [Draft]) {
    let ends = |text: &str| {
        let text = text.trim_end().trim_end_matches(['”', '’', '"', '¹', '²', '³']);
        text.ends_with(['.', '!', '?', ';', ':', ',', ')', ']'])
    };
    let ended = items.iter().filter(|item| ends(&item.text)).count();
    let capitals = items.iter().filter(|item| item.text.starts_with(char::is_uppercase)).count();
    for at in 0..items.len() {
        let text = items[at].text.trim_end().to_owned();
        let last = text.rsplit(char::is_whitespace).next().unwrap_or("").to_lowercase();
        let listed = ["; and", "; or", ", and", ", or"].iter().any(|end| text.ends_with(end));
        let hangs = !listed && HANGING.contains(&last.as_str());
        let next_goes_on = items.get(at + 1).is_some_and(|next| next.text.starts_with(char::is_lowercase));
        // Lists in lower case are written so.
        let cut = !ends(&text) && next_goes_on && capitals * 3 >= items.len() * 2;
        if cut && let Some(next) = items.get_mut(at + 1) {
            next.doubt();
        }
        // A reference closes an item; words after it are the next one's.
        let two = text.split("national framework)").nth(1).is_some_and(|rest| rest.trim().len() > 3);
        let address = text.contains('@') || text.contains("www.") || !text.contains(char::is_lowercase);
        let bracket = text.matches('(').count() != text.matches(')').count();
        // The mark and words of a footnote, or a heading, have run into the item.
        let mixed = MIXED.is_match(&text) || !ends(&text) && text.contains(". ");
        let open = text.ends_with(':');
        // The cell of who answers for an action has run into it.
        // Among sentences a line that is none is a heading, or has lost its end.
        let bare = ended * 2 > items.len() && !ends(&text) && text.len() < 80;
        // Below the heading of another list that ran into an item stand that list's items.
        if !ends(&text) && headings::ends_in_one(&text) {
            items[at + 1..].iter_mut().for_each(Draft::doubt);
        }
        let answered = ANSWERED.is_match(&text);
        if hangs
            || cut
            || two
            || address
            || bracket
            || mixed
            || open
            || answered
            || bare
            || text.split_whitespace().count() < 3
        {
            items[at].doubt();
        }
    }
}

static MIXED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r" \d{1,2}\p{Lu}\p{Ll}|\p{Ll} (?:The|This|What|How|Our|Areas) \p{Ll}")
        .expect("the pattern is fixed")
});

static ANSWERED: LazyLock<Regex> = LazyLock::new(|| {
    let first = "All|Area|Both|Develop|Ensure|Improve|Leaders|Local|Partners|Senior|The|They|Urgently";
    Regex::new(&format!(r"\b(?:Council|Board|Trust|ICB|Authority|Partnership|Service)s? (?:{first})\b"))
        .expect("the pattern is fixed")
});

/// Words no sentence ends with.
const HANGING: [&str; 24] = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "is", "of", "on", "or", "our", "that",
    "the", "their", "to", "with", "which", "who", "are", "be",
];
