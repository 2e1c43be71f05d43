//! What changed for one recipient between two versions of a pack.

use crate::outline::shown;
use crate::withheld::{Passage, passages};
use crate::{Edition, Plan};
use packhorse_model::composed::{Block, Cell, Composed, Numbers, QuoteBlock, Run, Section, Style, Table};
use std::collections::BTreeMap;

/// The anchor of the page that says what changed.
pub const CHANGES: &str = "what-changed";

/// The page that says what changed since a recipient's version: what came, what went, what is worded or
/// graded otherwise. None when the two say the same.
///
/// What the recipient may not be given any more is not named.
pub fn changes(before: &Composed, now: &Composed, plan: &Plan, edition: &Edition) -> Option<Section> {
    let withheld = passages(plan, edition);
    let is_withheld = |words: &str| withheld.iter().any(|passage: &Passage| passage.touches(words));
    let mut lists = Lists::default();
    sections(before, now, edition, &mut lists);
    quotes(before, now, &is_withheld, &mut lists);
    tables(before, now, &is_withheld, &mut lists);
    facts(before, now, &mut lists);
    notes(before, now, edition, &mut lists);
    let blocks = lists.blocks();
    (!blocks.is_empty()).then(|| Section {
        id: CHANGES.to_owned(),
        heading: format!("What changed since your version of {}", day(before)),
        on_new_page: true,
        numbers: Numbers::Before,
        blocks,
    })
}

fn day(pack: &Composed) -> String {
    packhorse_model::PartialDate::Day(pack.made).words()
}

/// Sentences by what happened.
#[derive(Default)]
struct Lists {
    added: Vec<Vec<Run>>,
    removed: Vec<Vec<Run>>,
    reworded: Vec<Vec<Run>>,
    regraded: Vec<Vec<Run>>,
}

impl Lists {
    fn blocks(self) -> Vec<Block> {
        let lists = [
            ("Added", self.added),
            ("Graded or dated otherwise", self.regraded),
            ("Worded otherwise", self.reworded),
            ("Left out", self.removed),
        ];
        let listed = lists.into_iter().filter(|(_, items)| !items.is_empty());
        let mut blocks: Vec<Block> = listed
            .flat_map(|(heading, items)| {
                [Block::Heading { level: 3, text: heading.to_owned() }, Block::List { ordered: false, items }]
            })
            .collect();
        if !blocks.is_empty() {
            let words = "Counts, the contents and the list of sources follow from these changes. Everything else says what it said in the version you have.";
            blocks.push(Block::Paragraph { runs: vec![Run::plain(words)], style: Style::Small });
        }
        blocks
    }
}

fn plain(words: String) -> Vec<Run> {
    vec![Run::plain(words)]
}

/// Sections that came or went. Its own page is none of them.
fn sections(before: &Composed, now: &Composed, edition: &Edition, lists: &mut Lists) {
    let own = |section: &&Section| section.id != CHANGES;
    let has = |pack: &Composed, id: &str| pack.sections.iter().any(|section| section.id == id);
    for section in now.sections.iter().filter(own).filter(|section| !has(before, &section.id)) {
        lists.added.push(vec![Run::plain("Section: "), Run::to(&section.heading, &section.id)]);
    }
    let kept = |section: &&Section| !edition.withheld.sections.contains(&section.id);
    for section in before.sections.iter().filter(own).filter(kept).filter(|section| !has(now, &section.id)) {
        lists.removed.push(plain(format!("Section: {}", section.heading)));
    }
}

/// Quotations that came or went; of the same place with other words, both wordings.
fn quotes(before: &Composed, now: &Composed, is_withheld: &impl Fn(&str) -> bool, lists: &mut Lists) {
    let words = |quote: &QuoteBlock| shown(&quote.words);
    let old: Vec<&QuoteBlock> = crate::proof::quotes(before).collect();
    let new: Vec<&QuoteBlock> = crate::proof::quotes(now).collect();
    let only = |from: &[&QuoteBlock], other: &[&QuoteBlock]| -> Vec<(String, String, String)> {
        let missing = |quote: &&&QuoteBlock| !other.iter().any(|one| words(one) == words(quote));
        from.iter()
            .filter(missing)
            .map(|quote| (words(quote), quote.citation.clone(), quote.id.clone()))
            .collect()
    };
    let mut gone = only(&old, &new);
    gone.retain(|(words, ..)| !is_withheld(words));
    for (words, citation, id) in only(&new, &old) {
        let same_place = gone.iter().position(|(_, other, _)| *other == citation);
        match same_place.map(|at| gone.remove(at)) {
            Some((was, ..)) => lists.reworded.push(vec![
                // The earlier words stand in no quotation marks of ours: their source may be another now.
                Run::plain(format!("{citation}: was ‘{was}’, now ")),
                Run::to(format!("“{words}”"), id),
            ]),
            None => {
                lists.added.push(vec![Run::to(format!("“{words}”"), id), Run::plain(format!(" {citation}"))])
            }
        }
    }
    lists.removed.extend(gone.into_iter().map(|(words, citation, _)| plain(format!("‘{words}’ {citation}"))));
}

/// Rows of tables that came or went, and cells that say something else.
fn tables(before: &Composed, now: &Composed, is_withheld: &impl Fn(&str) -> bool, lists: &mut Lists) {
    for section in &now.sections {
        let Some(earlier) = before.sections.iter().find(|other| other.id == section.id) else { continue };
        // Numbers of quotations, counts of themes and fingerprints of files follow from what is listed already.
        let follows = ["sources", "words-used", "themes"].iter().any(|part| section.id.contains(part));
        if follows || section.id == CHANGES {
            continue;
        }
        let old: Vec<&Table> = tables_of(earlier).collect();
        for table in tables_of(section) {
            if let Some(other) = old.iter().find(|other| other.caption == table.caption) {
                rows(other, table, &section.heading, is_withheld, lists);
            }
        }
    }
}

fn tables_of(section: &Section) -> impl Iterator<Item = &Table> {
    section.blocks.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
}

fn rows(old: &Table, new: &Table, heading: &str, is_withheld: &impl Fn(&str) -> bool, lists: &mut Lists) {
    let keyed = |table: &Table| -> BTreeMap<String, Vec<String>> {
        let row = |row: &Vec<Cell>| Some((first_words(row.first()?), row.iter().map(words_of).collect()));
        table.rows.iter().filter_map(row).collect()
    };
    let (was, is) = (keyed(old), keyed(new));
    for (name, cells) in &is {
        let Some(before) = was.get(name) else {
            lists.added.push(plain(format!("{heading}: {name}")));
            continue;
        };
        for (column, cell) in new.columns.iter().zip(cells).skip(1) {
            let at = old.columns.iter().position(|other| other.heading == column.heading);
            let Some(earlier) = at.and_then(|at| before.get(at)).filter(|earlier| *earlier != cell) else {
                continue;
            };
            if !is_withheld(earlier) {
                let (was, is) = (quoteless(earlier), quoteless(cell));
                lists.regraded.push(plain(format!("{name}, {}: was {was}, now {is}", column.heading)));
            }
        }
    }
    for name in was.keys().filter(|name| !is.contains_key(*name) && !is_withheld(name)) {
        lists.removed.push(plain(format!("{heading}: {name}")));
    }
}

fn words_of(cell: &Cell) -> String {
    let paragraphs =
        cell.paragraphs.iter().map(|runs| runs.iter().map(|run| run.text.as_str()).collect::<String>());
    paragraphs.collect::<Vec<_>>().join("; ")
}

/// A row's name without what stands in small type below it.
fn first_words(cell: &Cell) -> String {
    cell.paragraphs.first().map(|runs| runs.iter().map(|run| run.text.as_str()).collect()).unwrap_or_default()
}

/// The words of a cell, or “empty” where it has none.
fn quoteless(words: &str) -> &str {
    if words.trim().is_empty() { "empty" } else { words }
}

/// What the first page says of the meeting.
fn facts(before: &Composed, now: &Composed, lists: &mut Lists) {
    // They follow from the day and the length of the pack.
    let passing = ["Prepared by", "Reading time"];
    for (label, value) in now.cover.facts.iter().filter(|(label, _)| !passing.contains(&label.as_str())) {
        match before.cover.facts.iter().find(|(other, _)| other == label) {
            Some((_, was)) if was != value => {
                lists.regraded.push(plain(format!("{label}: was {was}, now {value}")));
            }
            Some(_) => {}
            None => lists.added.push(plain(format!("{label}: {value}"))),
        }
    }
}

/// Managers' notes, by the section they stand in; what they said is not repeated.
fn notes(before: &Composed, now: &Composed, edition: &Edition, lists: &mut Lists) {
    let of = |pack: &Composed| -> BTreeMap<String, (String, String)> {
        let note = |section: &Section| {
            let words: String = section.blocks.iter().filter_map(note_words).collect();
            (section.id.clone(), (section.heading.clone(), words))
        };
        pack.sections.iter().map(note).filter(|(_, (_, words))| !words.is_empty()).collect()
    };
    let (was, is) = (of(before), of(now));
    for (id, (heading, words)) in &is {
        match was.get(id) {
            None => lists.added.push(plain(format!("A manager’s note in {heading}"))),
            Some((_, earlier)) if earlier != words => {
                lists.reworded.push(plain(format!("The manager’s note in {heading}")));
            }
            Some(_) => {}
        }
    }
    for (id, (heading, _)) in was.iter().filter(|(id, _)| !is.contains_key(*id)) {
        if !edition.withheld.sections.contains(id) && now.sections.iter().any(|section| section.id == *id) {
            lists.removed.push(plain(format!("The manager’s note in {heading}")));
        }
    }
}

fn note_words(block: &Block) -> Option<String> {
    match block {
        Block::ManagersNote { runs, .. } => Some(runs.iter().map(|run| run.text.as_str()).collect()),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
