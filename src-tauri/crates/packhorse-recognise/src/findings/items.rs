//! The items of a list.

use crate::page::{Line, Page};
use crate::sentences::sentences;
use crate::themes;
use packhorse_model::{BlockKind, Confidence, Finding, Rank, Span};

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

    pub(super) fn finding(self, page: &Page<'_>, rank: Rank) -> Finding {
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

/// A list without marks: each paragraph is an item, unless it only leads in. Long ones may be no items
/// at all, so a person looks.
pub(super) fn plain(paragraphs: Vec<Draft>) -> Vec<Draft> {
    // “There are no areas for priority action.” is no action.
    let none = |draft: &Draft| {
        let folded = crate::fold(&draft.text);
        ["there are no ", "there were no ", "no areas for ", "inspectors identified no ", "none"]
            .iter()
            .any(|no| folded.starts_with(no))
    };
    let leads = |draft: &Draft| leads_in(&draft.text) || none(draft) || draft.text.chars().count() < 12;
    let mut drafts: Vec<Draft> = paragraphs.into_iter().filter(|draft| !leads(draft)).collect();
    for draft in &mut drafts {
        draft.sure = draft.numbered || sentences(&draft.text).len() <= 3;
    }
    drafts
}
