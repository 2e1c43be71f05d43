//! What inspectors asked for last time, beside what they say now.

use super::Making;
use super::improve::{ALIKE, Asked};
use crate::papers::Paper;
use crate::sentence::sentences;
use crate::suggest::{day, likeness, telling};
use crate::words::{
    capital, cell_of, citation, columns, even, named, paragraph, quoted, small, soft, uncapital,
};
use packhorse_model::composed::{Block, Run, Table};
use packhorse_model::{BlockKind, Fact, Facts, Span};
use std::collections::BTreeSet;

/// From which likeness on a sentence is offered as what is said now.
const NEAR: f64 = 0.34;
/// How many sentences that look back are shown.
const MOST_LOOKS: usize = 2;
/// How many words a sentence must share.
const SHARED: usize = 2;

/// Something asked for last time and what stands about it now.
pub(crate) struct Pair {
    then: Asked,
    /// The item of the newest list that asks for it in like words.
    pub(crate) again: Option<Asked>,
    /// Else the first item of that list on the same theme, in other words.
    pub(crate) kin: Option<Asked>,
    /// The sentence of the newest document that is nearest to it.
    now: Option<Span>,
}

impl Pair {
    /// The theme on which something is asked for again in other words.
    pub(crate) fn shared_theme(&self) -> Option<String> {
        let theme = self.kin.as_ref()?.themes.first()?;
        crate::data::themes::label(theme).map(uncapital)
    }
}

impl Making<'_> {
    /// The last inspection with grades before the newest document that lists areas to improve, or
    /// else the last document that does.
    pub(super) fn listed_before(&self) -> Option<&Paper> {
        let subject = self.papers.subject()?;
        let before = |paper: &&Paper| day(&paper.source) < day(&subject.source);
        let lists = |paper: &&Paper| before(paper) && !self.asked(paper).is_empty();
        let graded = |paper: &&Paper| paper.framework().is_some_and(|known| known.graded);
        let earlier = self.papers.earlier().filter(lists).find(graded);
        earlier.or_else(|| self.papers.earlier().find(lists))
    }

    /// The same, with each of its areas and what stands about it now.
    pub(super) fn pairs(&self) -> Option<(&Paper, Vec<Pair>)> {
        let subject = self.papers.subject()?;
        let earlier = self.listed_before()?;
        let now = self.asked(subject);
        let said: Vec<(Span, BTreeSet<String>)> = spoken(subject)
            .into_iter()
            .map(|span| (span, telling(&subject.source.document.text[span.range()])))
            .collect();
        let pairs = self.asked(earlier).into_iter().map(|then| {
            let words = telling(&then.words);
            let again = best(now.iter(), |asked| likeness(&telling(&asked.words), &words), ALIKE).cloned();
            let near = |(_, sentence): &(Span, BTreeSet<String>)| {
                let shared = sentence.intersection(&words).count();
                // Measured by what was asked for: a long sentence must not win by its length.
                if shared < SHARED { 0.0 } else { shared as f64 / words.len().max(1) as f64 }
            };
            let nearest = best(said.iter(), near, NEAR).map(|(span, _)| *span);
            let theme = then.themes.first();
            let kin = now.iter().find(|asked| theme.is_some() && asked.themes.first() == theme);
            let kin = kin.filter(|_| again.is_none()).cloned();
            Pair { then, again, kin, now: nearest }
        });
        Some((earlier, pairs.collect()))
    }

    /// The table.
    pub(super) fn then_and_now(&self) -> Option<Vec<Block>> {
        let subject = self.papers.subject()?;
        let (earlier, pairs) = self.pairs()?;
        let told = pairs.iter().any(|pair| self.follow_up(earlier, &pair.then.words).is_some());
        if !told && pairs.iter().all(|pair| pair.again.is_none() && pair.kin.is_none() && pair.now.is_none())
        {
            return Some(self.unmatched(earlier, subject, &pairs));
        }
        let rows = pairs
            .iter()
            .map(|pair| {
                let then = cell_of(vec![
                    vec![Run::plain(quoted(&pair.then.words))],
                    vec![soft(pair.then.place.pin())],
                ]);
                let mut row = vec![then, self.now(subject, pair)];
                if told {
                    row.push(self.done(earlier, &pair.then.words));
                }
                row
            })
            .collect();
        let shown = if told {
            columns(&[
                ("Asked for then", 34),
                ("What is said now", 42),
                ("State, as the manager stated it", 24),
            ])
        } else {
            columns(&[("Asked for then", 45), ("What is said now", 55)])
        };
        let mut blocks: Vec<Block> = self.looks_back().into_iter().collect();
        blocks.push(Block::Table(Table {
            caption: format!("What {} asked for, and what {} says", named(earlier), named(subject)),
            columns: shown,
            rows,
            row_headers: true,
            alt: None,
        }));
        blocks.push(small(
            "The words beside each item are found by the words or the theme they share. Whether they answer it is a \
             question to ask.",
        ));
        blocks.extend(unlike(&earlier.source.facts, &subject.source.facts).map(small));
        Some(blocks)
    }

    /// What the manager says of an earlier item: its state, its owner, its day.
    fn done(&self, earlier: &Paper, words: &str) -> packhorse_model::composed::Cell {
        let known = self.follow_up(earlier, words);
        let Some(known) = known else { return cell_of(vec![vec![soft("not stated")]]) };
        let state = known.state_words().map_or_else(|| soft("state not stated"), Run::plain);
        let owner = crate::follow_up::said(&known.owner).map(|owner| self.role(owner));
        let more: Vec<String> =
            owner.into_iter().chain(known.due_words().map(|due| format!("due {due}"))).collect();
        let mut paragraphs = vec![vec![state]];
        if !more.is_empty() {
            paragraphs.push(vec![soft(more.join(", "))]);
        }
        cell_of(paragraphs)
    }

    fn now(&self, subject: &Paper, pair: &Pair) -> packhorse_model::composed::Cell {
        if let Some(again) = &pair.again {
            let rank = match again.rank {
                packhorse_model::Rank::PriorityAction => {
                    "Listed in similar words, as an area for priority action: "
                }
                _ => "Listed in similar words: ",
            };
            return cell_of(vec![
                vec![Run::strong(rank), Run::plain(quoted(&again.words))],
                vec![soft(citation(subject, &again.place))],
            ]);
        }
        let mut said = Vec::new();
        if let Some(quote) = pair.now.and_then(|span| subject.source.quote(span)) {
            said.push(vec![Run::plain(quoted(&even(quote.words())))]);
            said.push(vec![soft(citation(subject, &quote.place()))]);
        }
        if let Some(kin) = &pair.kin {
            said.push(vec![Run::strong("Listed, on the same theme: "), Run::plain(quoted(&kin.words))]);
            said.push(vec![soft(citation(subject, &kin.place))]);
        }
        if said.is_empty() {
            said.push(vec![soft("Not matched by its words: please look in the newer document.")]);
        }
        cell_of(said)
    }

    /// What the newest report or letter itself says of what was asked for before.
    fn looks_back(&self) -> Option<Block> {
        let subject = self.papers.subject()?;
        let mut runs = vec![Run::plain(format!("Of what was asked for before, {} says: ", named(subject)))];
        let said = self.backward_looks();
        for (index, quote) in said.iter().enumerate() {
            let end = if index + 1 < said.len() { "; " } else { "." };
            runs.push(Run::plain(quoted(&even(quote.words()))));
            runs.push(soft(format!(" ({}){end}", quote.place().pin())));
        }
        (!said.is_empty()).then(|| crate::words::runs(runs))
    }

    /// The first sentences in which the newest report or letter speaks of earlier areas for improvement.
    pub(crate) fn backward_looks(&self) -> Vec<packhorse_model::Quote> {
        let Some(subject) = self.papers.subject() else { return Vec::new() };
        let text = &subject.source.document.text;
        let back = spoken(subject).into_iter().filter(|span| looks_back(&text[span.range()]));
        back.filter_map(|span| subject.source.quote(span)).take(MOST_LOOKS).collect()
    }

    /// What was asked for, where the newer document has no like words of any of it.
    fn unmatched(&self, earlier: &Paper, subject: &Paper, pairs: &[Pair]) -> Vec<Block> {
        let mut blocks = vec![paragraph(format!(
            "{} asked for what is listed here. No words like these were found in {}; whether each was put right is \
             a question to ask.",
            capital(&named(earlier)),
            named(subject),
        ))];
        blocks.extend(self.looks_back());
        let item = |pair: &Pair| {
            let mut item = vec![Run::plain(quoted(&pair.then.words))];
            let pin = pair.then.place.pin();
            if !pin.is_empty() {
                item.push(soft(format!(" {pin}")));
            }
            item
        };
        blocks.push(Block::List { ordered: false, items: pairs.iter().map(item).collect() });
        blocks.extend(unlike(&earlier.source.facts, &subject.source.facts).map(small));
        blocks
    }
}

/// Whether a sentence speaks of what an earlier inspection asked for.
fn looks_back(sentence: &str) -> bool {
    let sentence = crate::data::folded(sentence);
    let has = |cues: &[&str]| cues.iter().any(|cue| sentence.contains(cue));
    has(&["areas for improvement", "areas for development", "area for improvement", "recommendations"])
        && has(&[
            "last inspection",
            "previous inspection",
            "earlier inspection",
            "last visit",
            "previous visit",
            "last focused visit",
            "previous focused visit",
            "previous areas for",
            "previous recommendations",
        ])
}

/// The sentences of a document's running text.
fn spoken(paper: &Paper) -> Vec<Span> {
    let document = &paper.source.document;
    let blocks = document.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Paragraph));
    blocks.flat_map(|block| sentences(&document.text, block.span)).collect()
}

/// The first of those with the highest worth, from a least worth on.
fn best<'a, T>(
    items: impl Iterator<Item = &'a T>,
    worth: impl Fn(&'a T) -> f64,
    least: f64,
) -> Option<&'a T> {
    let mut found: Option<(f64, &T)> = None;
    for item in items {
        let worth = worth(item);
        if worth >= least && found.is_none_or(|(known, _)| worth > known) {
            found = Some((worth, item));
        }
    }
    found.map(|(_, item)| item)
}

/// Why what two inspections ask for cannot simply be held against each other.
fn unlike(earlier: &Facts, now: &Facts) -> Option<&'static str> {
    let differ = |one: &Option<Fact<String>>, other: &Option<Fact<String>>| {
        one.as_ref().map(|fact| &fact.value) != other.as_ref().map(|fact| &fact.value)
    };
    if differ(&earlier.kind, &now.kind) {
        Some("The two documents belong to different kinds of inspection, which look at different things.")
    } else if differ(&earlier.framework, &now.framework) {
        Some(
            "The framework changed between the two inspections, so they did not look at quite the same things.",
        )
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{facts, sure};
    use packhorse_model::SourceKind;

    #[test]
    fn a_sentence_looks_back_when_it_speaks_of_what_an_earlier_inspection_asked_for() {
        assert!(looks_back("Most of the areas for improvement of the last inspection have been dealt with."));
        assert!(looks_back("Leaders have met the previous areas for improvement, all but one."));
        assert!(!looks_back("Leaders have acted on recommendations from previous serious case reviews."));
        assert!(!looks_back("Recommendations of previous audits are followed up."));
        assert!(!looks_back("Leaders know their areas for improvement."));
        assert!(!looks_back("At the last inspection children waited too long."));
    }

    #[test]
    fn another_kind_is_told_from_another_framework() {
        let of = |kind: &str, framework: &str| {
            let (kind, framework) = (Some(sure(kind.to_owned())), Some(sure(framework.to_owned())));
            Facts { kind, framework, ..facts(SourceKind::Report) }
        };
        let report = of("inspection-report", "ilacs-2018");
        assert_eq!(unlike(&report, &report), None);
        let newer = unlike(&report, &of("inspection-report", "ilacs-2023")).expect("a note");
        assert!(newer.starts_with("The framework changed"), "{newer}");
        let visit = unlike(&report, &of("focused-visit-letter", "ilacs-2023")).expect("a note");
        assert!(visit.contains("different kinds of inspection"), "{visit}");
    }
}
