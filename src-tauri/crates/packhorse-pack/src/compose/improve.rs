//! Areas to improve: what inspectors ask for, since when, who owns it and by when.

use super::Making;
use crate::papers::{Paper, mark};
use crate::suggest::{day, likeness, telling};
use crate::words::{cell, cell_of, citation, columns, even, quoted, small, soft, without_reference};
use chrono::Datelike;
use packhorse_model::composed::{Block, Cell, Run, Table, Tone};
use packhorse_model::{Bearing, Confidence, Finding, Place, Rank};

/// From which likeness on two items are said to ask for something in similar words.
pub(super) const ALIKE: f64 = 0.5;

/// Something inspectors ask for.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) rank: Rank,
    /// The words, as the source has them, with single spaces.
    pub(crate) words: String,
    pub(crate) place: Place,
    pub(crate) themes: Vec<String>,
    group: Option<String>,
    confidence: Confidence,
}

impl Making<'_> {
    /// What a document's own lists ask for, priority actions first.
    pub(crate) fn asked(&self, paper: &Paper) -> Vec<Asked> {
        let findings = paper.source.facts.findings.iter().filter(|finding| finding.rank != Rank::Strength);
        let mut asked: Vec<Asked> = findings.filter_map(|finding| lifted(paper, finding)).collect();
        asked.sort_by_key(|asked| asked.rank);
        asked
    }

    /// The ledger.
    pub(super) fn improve(&self) -> Option<Vec<Block>> {
        let subject = self.papers.subject()?;
        let asked = self.asked(subject);
        if asked.is_empty() {
            return self.quoted_concerns();
        }
        if self.audience.plain_words {
            return Some(self.plain_list(&asked));
        }
        let mut repeated = false;
        let rows = (1..)
            .zip(&asked)
            .map(|(number, asked)| {
                let since = self.since(subject, asked);
                repeated |= since.contains(" and ");
                row(subject, asked, since, number)
            })
            .collect();
        let dated = asked.iter().any(|asked| asked.group.as_deref().is_some_and(is_deadline));
        let (columns, rows) = if dated { (columns(&ALL), rows) } else { (columns(&KNOWN), shortened(rows)) };
        let mut blocks = vec![Block::Table(Table {
            caption: "What inspectors ask for, priority actions first".to_owned(),
            columns,
            rows,
            row_headers: true,
            alt: None,
        })];
        if !dated {
            blocks.push(small("Who owns each of these, by when, and how far it has come is not yet stated."));
        }
        if repeated {
            blocks.push(small(
                "Where two years stand, the earlier report or letter asks for something in similar words.",
            ));
        }
        Some(blocks)
    }

    /// The years in which it was asked for: this one, and earlier ones in similar words.
    fn since(&self, subject: &Paper, asked: &Asked) -> String {
        let words = telling(&asked.words);
        let mut years: Vec<i32> = self
            .papers
            .earlier()
            .filter(|paper| {
                self.asked(paper).iter().any(|old| likeness(&telling(&old.words), &words) >= ALIKE)
            })
            .chain([subject])
            .filter_map(|paper| day(&paper.source).map(|day| day.year()))
            .collect();
        years.sort_unstable();
        years.dedup();
        match years[..] {
            [] => "date not stated".to_owned(),
            [only] => only.to_string(),
            _ => {
                let last = years.pop().unwrap_or_default();
                let earlier: Vec<String> = years.iter().map(i32::to_string).collect();
                format!("{} and {last}", earlier.join(", "))
            }
        }
    }

    /// Where a document has no list, the concerns that were picked.
    fn quoted_concerns(&self) -> Option<Vec<Block>> {
        if !self.audience.plain_words {
            return None;
        }
        let concerns = self.chosen.iter().filter(|c| is_concern(c.block.bearing) && !c.public);
        let blocks: Vec<Block> = concerns.flat_map(|chosen| chosen.blocks()).collect();
        (!blocks.is_empty()).then_some(blocks)
    }

    fn plain_list(&self, asked: &[Asked]) -> Vec<Block> {
        let unquoted: Vec<&Asked> = asked.iter().filter(|asked| self.quotation_of(asked).is_none()).collect();
        let items: Vec<Vec<Run>> = unquoted
            .iter()
            .map(|asked| {
                let words = Run::plain(quoted(&without_reference(&asked.words)));
                match asked.rank {
                    Rank::PriorityAction => vec![Run::strong(format!("{}: ", self.priority_label())), words],
                    _ => vec![words],
                }
            })
            .collect();
        let urgent = unquoted.iter().any(|asked| asked.rank == Rank::PriorityAction);
        let concerns = self.chosen.iter().filter(|c| is_concern(c.block.bearing) && !c.public);
        let mut blocks: Vec<Block> = concerns.flat_map(|chosen| chosen.blocks()).collect();
        if !items.is_empty() {
            // What is most urgent stands first, quoted or not.
            let at = if urgent { 0 } else { blocks.len() };
            blocks.insert(at, Block::List { ordered: false, items });
        }
        blocks
    }

    /// The quotation in this edition that shows an item.
    pub(super) fn quotation_of(&self, asked: &Asked) -> Option<&super::Chosen> {
        let subject = self.papers.subject()?;
        self.chosen.iter().find(|chosen| {
            let span = chosen.quote.place().span;
            chosen.quote.source() == subject.source.id
                && span.start < asked.place.span.end
                && asked.place.span.start < span.end
        })
    }
}

fn is_concern(bearing: Bearing) -> bool {
    matches!(bearing, Bearing::Improve | Bearing::Priority)
}

/// A finding with the words its source has at its place.
fn lifted(paper: &Paper, finding: &Finding) -> Option<Asked> {
    let quote = paper.source.quote(finding.place.span)?;
    let bare = without_reference(&finding.text);
    let themes = if finding.themes.is_empty() || bare != finding.text {
        crate::data::themes::themes(&bare).into_iter().map(str::to_owned).collect()
    } else {
        finding.themes.clone()
    };
    Some(Asked {
        rank: finding.rank,
        words: even(quote.words()),
        place: quote.place(),
        themes,
        group: finding.group.clone(),
        confidence: finding.confidence,
    })
}

fn row(subject: &Paper, asked: &Asked, since: String, number: usize) -> Vec<Cell> {
    let mut words = cell_of(vec![
        vec![Run::plain(format!("{}{}", asked.words, mark(asked.confidence)))],
        vec![soft(citation(subject, &asked.place))],
    ]);
    words.id = Some(format!("asked-{number}"));
    let rank = match asked.rank {
        Rank::PriorityAction => Cell { tone: Some(Tone::Poor), ..cell("Priority action") },
        _ => cell("To improve"),
    };
    let open = || cell_of(vec![vec![soft("not yet stated")]]);
    let due = match &asked.group {
        Some(group) if is_deadline(group) => cell(quoted(group)),
        _ => open(),
    };
    vec![words, rank, cell(since), open(), due, open()]
}

/// The columns of the ledger.
const ALL: [(&str, u32); 6] =
    [("What inspectors ask for", 40), ("Rank", 12), ("Since", 10), ("Owner", 13), ("Due", 13), ("State", 12)];
/// The columns for which something is known when no owner, day or state is.
const KNOWN: [(&str, u32); 3] = [("What inspectors ask for", 68), ("Rank", 18), ("Since", 14)];

fn shortened(mut rows: Vec<Vec<Cell>>) -> Vec<Vec<Cell>> {
    rows.iter_mut().for_each(|row| row.truncate(KNOWN.len()));
    rows
}

/// Whether a sub-heading over a list says when: “Within three months”.
fn is_deadline(group: &str) -> bool {
    let group = crate::data::folded(group);
    ["immediately", "within", "by ", "month", "week"].iter().any(|cue| group.contains(cue))
}
