//! Areas to improve: what inspectors ask for, since when, who owns it and by when.

use super::Making;
use crate::FollowUp;
use crate::follow_up::said;
use crate::papers::{Paper, mark};
use crate::suggest::{day, likeness, telling};
use crate::words::{
    cell, cell_of, citation, columns, even, excerpt, named, quoted, small, soft, without_reference,
};
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
        let since = self.since(subject, &asked);
        let mut blocks = vec![Block::Table(self.ledger(subject, &asked, &since))];
        let known = asked.iter().any(|asked| self.follow_up(subject, &asked.words).is_some());
        blocks.push(small(if known { MANAGERS } else { UNSTATED }));
        let alike = since.iter().any(|since| !since.alike.is_empty());
        let kin = since.iter().any(|since| !since.kin.is_empty());
        let said = match (alike, kin) {
            (true, true) => Some((
                "“Similar in” and “same theme in” name",
                "in words that are like these, or in other words on the same theme",
            )),
            (true, false) => Some(("“Similar in” names", "in words that are like these and not the same")),
            (false, true) => Some(("“Same theme in” names", "in other words on the same theme")),
            (false, false) => None,
        };
        if let Some((what, how)) = said {
            blocks.push(small(format!(
                "{what} an earlier report or letter that asks for something {how}. Whether it is the same matter is \
                 for a person to check."
            )));
        }
        Some(blocks)
    }

    fn ledger(&self, subject: &Paper, asked: &[Asked], since: &[Since]) -> Table {
        let rows = asked.iter().zip(since).zip(1..);
        let rows = rows.map(|((asked, since), number)| self.ledger_row(subject, asked, since, number));
        let mut rows: Vec<Vec<Cell>> = rows.collect();
        // Columns in which nothing is stated of anything say no more than the sentence under the table.
        let urgent = asked.iter().any(|asked| asked.rank == Rank::PriorityAction);
        let stated = rows.iter().any(|row| row[BARE.len()..].iter().any(|cell| *cell != unstated()));
        if !stated {
            rows.iter_mut().for_each(|row| row.truncate(BARE.len()));
        }
        let mut shown = columns(if stated { &LEDGER } else { &BARE });
        if !urgent {
            // One rank for all ranks nothing.
            shown.remove(RANK);
            rows.iter_mut().for_each(|row| drop(row.remove(RANK)));
        }
        Table {
            caption: format!(
                "Listed in {}{}{}",
                named(subject),
                if urgent { URGENT_FIRST } else { "" },
                if stated { SEEN_TO } else { "" }
            ),
            columns: shown,
            rows,
            row_headers: true,
            alt: None,
        }
    }

    fn ledger_row(&self, subject: &Paper, asked: &Asked, since: &Since, number: usize) -> Vec<Cell> {
        let known = self.follow_up(subject, &asked.words);
        let mut words = cell_of(vec![
            vec![Run::plain(format!("{}{}", asked.words, mark(asked.confidence)))],
            vec![soft(citation(subject, &asked.place))],
        ]);
        words.id = Some(format!("asked-{number}"));
        let rank = match asked.rank {
            Rank::PriorityAction => Cell { tone: Some(Tone::Poor), ..cell("Priority action") },
            _ => cell("To improve"),
        };
        let stated = |words: Option<String>| words.map_or_else(unstated, cell);
        let owner = known.and_then(|known| said(&known.owner)).map(|owner| self.role(owner));
        let printed = asked.group.as_deref().filter(|group| is_deadline(group)).map(quoted);
        let due = match (printed, known.and_then(FollowUp::due_words)) {
            (Some(printed), Some(due)) => {
                cell_of(vec![vec![Run::plain(due)], vec![soft(format!("printed: {printed}"))]])
            }
            (printed, due) => stated(due.or(printed)),
        };
        let mut state = stated(known.and_then(FollowUp::state_words));
        if let Some(note) =
            known.and_then(FollowUp::note_words).filter(|_| self.audience.may_hold("private-advice"))
        {
            state.paragraphs.push(vec![soft(format!("Manager’s note: {note}"))]);
        }
        vec![words, rank, since.cell(), stated(owner), due, state]
    }

    /// The manager's word on an item, when exactly one was given for it.
    pub(super) fn follow_up(&self, paper: &Paper, words: &str) -> Option<&FollowUp> {
        let of_paper = self.plan.follow_ups.iter().filter(|known| known.source == paper.source.id);
        of_paper.filter(|known| known.fits(words)).max_by_key(|known| known.finding.len())
    }

    /// Names follow-ups that speak of nothing in this pack, or of several things.
    pub(super) fn warn_of_follow_ups(&mut self) {
        let mut said = Vec::new();
        for known in &self.plan.follow_ups {
            let words = excerpt(&known.finding, 12);
            let Some(paper) = self.papers.paper(known.source) else {
                said.push(format!(
                    "The follow-up for “{words}” is left out: its report or letter is not in this pack."
                ));
                continue;
            };
            match self.asked(paper).iter().filter(|asked| known.fits(&asked.words)).count() {
                0 => said.push(format!("The follow-up for “{words}” fits no area to improve of {}.", named(paper))),
                1 => {}
                _ => said.push(format!(
                    "The follow-up for “{words}” fits several areas to improve of {} and stands at each of them.",
                    named(paper)
                )),
            }
        }
        self.notices.extend(said.into_iter().map(packhorse_model::Notice::new));
    }

    /// What a role is called, or the words themselves when they name none.
    pub(super) fn role(&self, id: &str) -> String {
        let named = self.plan.roles.get(id).or_else(|| self.audience.roles.get(id));
        named.map_or_else(|| id.to_owned(), String::clone)
    }

    /// The years in which each was asked for: this one, and earlier ones in the same or in like words or
    /// on the same theme.
    fn since(&self, subject: &Paper, asked: &[Asked]) -> Vec<Since> {
        let earlier = self.papers.earlier();
        let earlier: Vec<(i32, Vec<Asked>)> =
            earlier.filter_map(|paper| Some((year(paper)?, self.asked(paper)))).collect();
        let now = year(subject).map_or_else(|| subject.dayless().to_owned(), |year| year.to_string());
        asked.iter().map(|asked| Since::of(now.clone(), asked, &earlier)).collect()
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
            if at > 0 {
                let also = if unquoted.len() == 1 { ALSO_ONE } else { ALSO };
                blocks.insert(at, crate::words::paragraph(also));
            }
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

/// When something was asked for.
#[derive(Default)]
struct Since {
    now: String,
    /// Earlier years, in the same words.
    same: Vec<i32>,
    /// Earlier years, in words that are like these.
    alike: Vec<i32>,
    /// Earlier years, in other words on the same theme.
    kin: Vec<i32>,
}

impl Since {
    fn of(now: String, asked: &Asked, earlier: &[(i32, Vec<Asked>)]) -> Self {
        let mut since = Self { now, ..Self::default() };
        let (words, theme) = (telling(&asked.words), asked.themes.first());
        for (year, old) in earlier {
            if old.iter().any(|old| same(&old.words, &asked.words)) {
                since.same.push(*year);
            } else if old.iter().any(|old| likeness(&telling(&old.words), &words) >= ALIKE) {
                since.alike.push(*year);
            } else if theme.is_some() && old.iter().any(|old| old.themes.first() == theme) {
                since.kin.push(*year);
            }
        }
        since.tidy();
        since
    }

    /// Each year once, where it says most.
    fn tidy(&mut self) {
        self.alike.retain(|year| !self.same.contains(year));
        self.kin.retain(|year| !self.same.contains(year) && !self.alike.contains(year));
        for years in [&mut self.same, &mut self.alike, &mut self.kin] {
            years.sort_unstable();
            years.dedup();
        }
    }

    /// “2022, again 2026”, and what is only alike under it.
    fn cell(&self) -> Cell {
        let each = |years: &[i32]| years.iter().map(i32::to_string).collect::<Vec<_>>().join(", ");
        let now = &self.now;
        let whole =
            if self.same.is_empty() { now.clone() } else { format!("{}, again {now}", each(&self.same)) };
        let mut paragraphs = vec![vec![Run::plain(whole)]];
        if !self.alike.is_empty() {
            paragraphs.push(vec![soft(format!("similar in {}, please check", each(&self.alike)))]);
        }
        if !self.kin.is_empty() {
            paragraphs.push(vec![soft(format!("same theme in {}", each(&self.kin)))]);
        }
        cell_of(paragraphs)
    }
}

fn year(paper: &Paper) -> Option<i32> {
    day(&paper.source).map(|day| day.year())
}

/// Whether two items are the same words, references to the framework and full stops aside.
fn same(a: &str, b: &str) -> bool {
    let plain = |words: &str| {
        crate::data::folded(&without_reference(words)).trim_end_matches(['.', ';', ' ']).to_owned()
    };
    plain(a) == plain(b)
}

fn unstated() -> Cell {
    cell_of(vec![vec![soft("not stated")]])
}

/// The column that says how urgent something is.
const RANK: usize = 1;
/// The columns of the ledger.
const LEDGER: [(&str, u32); 6] =
    [("What inspectors ask for", 36), ("Rank", 12), ("Since", 13), ("Owner", 14), ("Due", 12), ("State", 13)];
/// Those of a ledger in which nobody is named.
const BARE: [(&str, u32); 3] = [("What inspectors ask for", 66), ("Rank", 15), ("Since", 19)];
/// Before what is listed and not quoted, for children and young people.
const ALSO: &str = "Inspectors also said that these must get better:";
const ALSO_ONE: &str = "Inspectors also said that this must get better:";
const URGENT_FIRST: &str = ", priority actions first";
const SEEN_TO: &str = ", with who sees to it";
const MANAGERS: &str =
    "Owner, due and state are as the manager stated them; they are not the inspectors’ words.";
const UNSTATED: &str =
    "Who owns each of these, by when, and how far it has come was not stated when this pack was made.";

/// Whether a sub-heading over a list says when: “Within three months”.
fn is_deadline(group: &str) -> bool {
    let group = crate::data::folded(group);
    ["immediately", "within", "by ", "month", "week"].iter().any(|cue| group.contains(cue))
}
