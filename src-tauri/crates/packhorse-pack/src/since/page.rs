//! The page that says what changed.

use super::{CHANGES, Changed, Given, How};
use crate::words::{cell, cell_of, columns, counted, date, lead, small};
use packhorse_model::Composed;
use packhorse_model::composed::{Block, Cell, Numbers, Run, Section, Table};

/// What the page does not list, and why. It says the same whether or not something is withheld.
const HOW: &str = "This page compares what stands in this copy with what stood in your earlier one. It does not list what \
    follows by itself from these changes (page numbers, counts, charts, the glossary), nor a new order of the same things. \
    What is not in this copy for another reason is not named here.";

/// The page: before the paper, so that no number in it moves.
pub(super) fn page(given: Given<'_>, version: u32, told: &[Changed], now: &Composed) -> Section {
    let earlier = given.version;
    let mut blocks = vec![lead(format!(
        "You were given version {earlier} of this paper on {}. This is version {version}. {}",
        date(given.issued),
        summary(told)
    ))];
    for how in [How::Regraded, How::Added, How::Removed, How::Reworded] {
        let of: Vec<&Changed> = told.iter().filter(|line| line.how == how).collect();
        if of.is_empty() {
            continue;
        }
        blocks.push(Block::Heading { level: 3, text: format!("{} ({})", heading(how), of.len()) });
        blocks.push(match how {
            How::Added | How::Removed => list(&of, now),
            How::Regraded | How::Reworded => table(how, &of, now),
        });
    }
    blocks.push(small(HOW));
    Section {
        id: CHANGES.to_owned(),
        heading: format!("What changed since version {earlier}"),
        on_new_page: true,
        numbers: Numbers::Before,
        blocks,
    }
}

fn heading(how: How) -> &'static str {
    match how {
        How::Regraded => "Regraded",
        How::Added => "Added",
        How::Removed => "Removed",
        How::Reworded => "Reworded",
    }
}

fn summary(told: &[Changed]) -> String {
    let count = |how: How, one: &str, many: &str| {
        let count = told.iter().filter(|line| line.how == how).count();
        (count > 0).then(|| counted(count, one, many))
    };
    let parts: Vec<String> = [
        count(How::Regraded, "grade is another", "grades are others"),
        count(How::Added, "part was added", "parts were added"),
        count(How::Removed, "was removed", "were removed"),
        count(How::Reworded, "is in other words", "are in other words"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let said = match parts.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        Some((last, _)) => last.clone(),
        None => String::new(),
    };
    format!("{}.", crate::words::capital(&said))
}

fn list(of: &[&Changed], now: &Composed) -> Block {
    let items = of.iter().map(|line| {
        let mut item = vec![place(line, now), Run::plain(format!(". {}: ", line.what))];
        let words = line.now.clone().or_else(|| line.before.as_deref().map(unmarked));
        item.push(Run::plain(words.unwrap_or_default()));
        item
    });
    Block::List { ordered: false, items: items.collect() }
}

fn table(how: How, of: &[&Changed], now: &Composed) -> Block {
    let words = |words: &Option<String>| -> Cell { cell(words.clone().unwrap_or_default()) };
    let earlier = |words: &Option<String>| words.as_deref().map(unmarked);
    let rows = of.iter().map(|line| {
        let place = cell_of(vec![vec![place(line, now)], vec![crate::words::soft(line.what)]]);
        vec![place, words(&earlier(&line.before)), words(&line.now)]
    });
    Block::Table(Table {
        caption: format!("{}: what your earlier version said, and what this one says", heading(how)),
        columns: columns(&[("Where", 20), ("Before", 40), ("Now", 40)]),
        rows: rows.collect(),
        row_headers: true,
        alt: None,
    })
}

/// Words of the earlier version between single marks: between double ones stands what a source of this
/// version says.
fn unmarked(words: &str) -> String {
    words.replace('“', "‘").replace('”', "’")
}

/// Where a change stands, with a way there where it is in this version.
fn place(line: &Changed, now: &Composed) -> Run {
    let anchor =
        line.anchor.as_ref().filter(|anchor| now.sections.iter().any(|section| section.id == **anchor));
    match anchor {
        Some(anchor) => Run::to(&line.heading, anchor),
        None => Run::strong(&line.heading),
    }
}
