//! What was added after the pack was first issued: pages of its own, and why it could not wait.

use super::Making;
use super::listing::FINGERPRINTS;
use crate::words::{capital, citation, named, paragraph, small};
use crate::{Edition, Error, Late, Plan};
use packhorse_model::composed::{Block, Numbers, Run, Section};
use packhorse_model::{Rank, Source};

/// The section before the paper that lists what is late.
const FRONT: &str = "late-items";

/// What the law asks of the chair, in our words.
const LAW: &str = "A report that was not open to the public for five clear days before the meeting may be taken only if the \
    chair is of the opinion that, because of special circumstances, it should be considered as a matter of urgency. The \
    minutes state the circumstances (Local Government Act 1972, section 100B(4)(b)).";

/// What stands over the manager's reason.
const REASON: &str = "Why this is late and cannot wait";

impl Making<'_> {
    /// A section for each late item that this recipient may be given.
    pub(super) fn late(&mut self, sources: &[Source]) -> Result<Vec<Section>, Error> {
        let passages = crate::withheld::passages(self.plan, self.edition);
        let (mut papers, mut quotes) = (number(self.papers.all.len()), number(self.chosen.len()));
        let mut sections = Vec::new();
        for (count, late) in (1..).zip(&self.plan.late) {
            if self.edition.withheld.sections.contains(&format!("late-{count}")) {
                continue;
            }
            // Counted for this recipient, so that a gap tells nothing.
            let id = format!("late-{}", sections.len() + 1);
            let plan = Plan {
                late: Vec::new(),
                notes: Vec::new(),
                sources: late.sources.clone(),
                picks: self
                    .plan
                    .picks
                    .iter()
                    .filter(|pick| late.sources.contains(&pick.quote.source))
                    .cloned()
                    .collect(),
                council: self.papers.council.clone(),
                ..self.plan.clone()
            };
            let own: Vec<Source> =
                sources.iter().filter(|source| late.sources.contains(&source.id)).cloned().collect();
            let edition = Edition { withheld: crate::Withheld::default(), ..self.edition.clone() };
            let mut making = Making::without(&passages, &plan, &edition, self.audience, &own)?;
            let heading = heading(late, &making);
            let mut blocks = opening(late);
            blocks.extend(late.text.iter().map(|text| super::notes::managers_note(text)));
            blocks.extend(making.late_documents());
            renumber(&mut blocks, papers, quotes);
            papers += number(making.papers.all.len());
            quotes += number(making.chosen.len());
            self.notices.append(&mut making.notices);
            let numbers = Numbers::Late;
            sections.push(Section { id, heading, on_new_page: true, numbers, blocks });
        }
        Ok(sections)
    }

    /// What the documents of a late item are, what is quoted from them, and what they ask for.
    fn late_documents(&self) -> Vec<Block> {
        if self.papers.all.is_empty() {
            return Vec::new();
        }
        let mut blocks: Vec<Block> = self.chosen.iter().flat_map(|chosen| chosen.blocks()).collect();
        for paper in self.papers.all.iter().filter(|paper| paper.source.facts.is_primary()) {
            let asked = self.asked(paper);
            if asked.is_empty() {
                continue;
            }
            blocks.push(Block::Heading { level: 3, text: format!("What {} asks for", named(paper)) });
            let items = asked.iter().map(|asked| {
                let urgent = asked.rank == Rank::PriorityAction;
                let rank = urgent.then(|| Run::strong("Priority action. "));
                let place = crate::words::soft(format!(" {}", citation(paper, &asked.place)));
                rank.into_iter().chain([Run::plain(asked.words.clone()), place]).collect()
            });
            blocks.push(Block::List { ordered: false, items: items.collect() });
        }
        blocks.push(self.sources(FINGERPRINTS));
        blocks
    }
}

/// The page before the paper that tells what came late.
pub(super) fn front(count: usize) -> Section {
    let what = if count == 1 { "One item was" } else { "Some items were" };
    Section {
        id: FRONT.to_owned(),
        heading: "Late items".to_owned(),
        on_new_page: true,
        numbers: Numbers::Before,
        blocks: vec![
            paragraph(format!(
                "{what} added after this paper was first issued. Late items stand after the paper’s last page, with \
                 letters behind that page’s number."
            )),
            Block::Contents,
            small(LAW),
        ],
    }
}

fn opening(late: &Late) -> Vec<Block> {
    let reason = crate::words::even(&late.reason);
    vec![Block::ManagersNote { label: REASON.to_owned(), runs: vec![Run::plain(reason)] }]
}

/// “Late item: the letter of 15 September 2026”.
fn heading(late: &Late, making: &Making<'_>) -> String {
    let given = late.heading.as_deref().map(str::trim).filter(|heading| !heading.is_empty());
    let document = || making.papers.all.first().map(named);
    let what = given.map(str::to_owned).or_else(document).unwrap_or_else(|| "a note".to_owned());
    capital(&format!("late item: {what}"))
}

/// Quotations and sources go on counting where the paper stopped.
fn renumber(blocks: &mut [Block], papers: u32, quotes: u32) {
    for block in blocks {
        match block {
            Block::Quote(quote) => {
                quote.number += quotes;
                quote.id = format!("quote-{}", quote.number);
                quote.source = quote.source.take().map(|(_, number)| {
                    let number = number + papers;
                    (format!("source-{number}"), number)
                });
            }
            Block::Table(table) => {
                for (count, row) in (1..).zip(&mut table.rows) {
                    if let Some(first) = row.first_mut() {
                        let number = papers + count;
                        first.id = Some(format!("source-{number}"));
                        first.paragraphs = vec![vec![Run::plain(number.to_string())]];
                    }
                }
            }
            _ => {}
        }
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
