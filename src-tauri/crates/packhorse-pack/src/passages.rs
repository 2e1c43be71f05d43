//! The third look: whatever stands between double marks anywhere in a pack stands in a source.
//!
//! Quotations with a number are proved with their place. Shorter ones stand in panels, tables and
//! questions, cut with dots; each of their parts must be found, character for character, in the text
//! of a source. What the manager wrote is not looked at: it is theirs, and looks it.

use crate::Error;
use packhorse_model::composed::{Block, Cell, Composed, Run};
use packhorse_model::{Altered, Source};

/// Passages this short are terms and grades.
const TERM: usize = 3;

/// Compares every passage between double marks with the texts of the sources.
///
/// # Errors
///
/// Names the first passage that stands in none of them.
pub(crate) fn compare(composed: &Composed, sources: &[Source]) -> Result<(), Error> {
    let texts: Vec<String> = sources.iter().flat_map(texts).collect();
    let blocks = composed.sections.iter().flat_map(|section| &section.blocks);
    for words in blocks.flat_map(lines) {
        for passage in between(&words) {
            let parts = passage.split("[…]").map(plain);
            let long = parts.filter(|part| part.split(' ').filter(|word| !word.is_empty()).count() > TERM);
            if long.into_iter().any(|part| !texts.iter().any(|text| text.contains(part.trim()))) {
                return Err(Error::Altered(Altered {
                    file: "any source of this pack".to_owned(),
                    words: passage,
                }));
            }
        }
    }
    Ok(())
}

/// The text of a source and what was read in it: a label that wraps over two cells and an item with
/// its sub-items stand in the text with line ends and bullets between their parts.
fn texts(source: &Source) -> Vec<String> {
    let facts = &source.facts;
    let labels = facts.judgements.iter().map(|judgement| judgement.area_as_printed.as_str());
    let items = facts.findings.iter().map(|finding| finding.text.as_str());
    let title = facts.title.iter().map(|fact| fact.value.as_str());
    std::iter::once(source.document.text.as_str())
        .chain(labels)
        .chain(items)
        .chain(title)
        .map(plain)
        .collect()
}

/// Marks of one form and single spaces; nothing else is made alike.
fn plain(text: &str) -> String {
    let marks = text.chars().map(|c| match c {
        '‘' | '’' | '“' | '”' | '"' => '\'',
        c => c,
    });
    marks.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The outermost passages between double marks.
fn between(words: &str) -> Vec<String> {
    let (mut found, mut open, mut passage) = (Vec::new(), 0_usize, String::new());
    for c in words.chars() {
        match c {
            '“' => {
                if open > 0 {
                    passage.push(c);
                }
                open += 1;
            }
            '”' => {
                open = open.saturating_sub(1);
                if open == 0 {
                    found.push(std::mem::take(&mut passage));
                } else {
                    passage.push(c);
                }
            }
            c if open > 0 => passage.push(c),
            _ => {}
        }
    }
    found
}

/// The lines of a block that the program composed.
fn lines(block: &Block) -> Vec<String> {
    match block {
        Block::Paragraph { runs, .. } => vec![joined(runs)],
        Block::List { items, .. } => items.iter().map(|runs| joined(runs)).collect(),
        Block::Table(table) => table.rows.iter().flatten().flat_map(cell).collect(),
        Block::Panels { panels } => {
            panels.iter().flat_map(|panel| panel.blocks.iter().flat_map(lines)).collect()
        }
        Block::Question(question) => vec![joined(&question.prompted_by)],
        Block::Timeline(_)
        | Block::Balance(_)
        | Block::Contents
        | Block::Heading { .. }
        | Block::Quote(_)
        | Block::ManagersNote { .. } => Vec::new(),
    }
}

fn cell(cell: &Cell) -> Vec<String> {
    cell.paragraphs.iter().map(|runs| joined(runs)).collect()
}

/// The words of runs. Words shown as put in are no source's, and are shown as such.
fn joined(runs: &[Run]) -> String {
    use packhorse_model::composed::Look;
    let marked = runs.iter().any(|run| matches!(run.look, Look::Added | Look::Removed));
    if marked { String::new() } else { runs.iter().map(|run| run.text.as_str()).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passages_are_found_with_what_stands_inside_them() {
        assert_eq!(
            between("He said “they ‘turn up’” and “it is “clear” now”."),
            ["they ‘turn up’", "it is “clear” now"]
        );
    }
}
