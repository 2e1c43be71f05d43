//! Markings: what a paper says about who may see it.
//!
//! A security marking and an exemption under Schedule 12A are two things. Neither follows from the
//! other, and neither is chosen by the program.

use serde::Deserialize;
use std::sync::LazyLock;

static RULES: LazyLock<Rules> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../../resources/markings.json"))
        .expect("the table comes with the program")
});

#[derive(Debug, Deserialize)]
struct Rules {
    exempt: Exempt,
}

#[derive(Debug, Deserialize)]
struct Exempt {
    /// What stands before the numbers.
    label: String,
    /// What stands behind them.
    of: String,
    /// What a copy says from which something exempt is left out; `{under}` is the paragraphs.
    withheld: String,
    /// The public interest test.
    test: String,
    paragraphs: Vec<Paragraph>,
}

#[derive(Debug, Deserialize)]
struct Paragraph {
    number: u8,
    words: String,
}

/// The line that says why a pack is not for publication: none without paragraphs of the table.
pub fn exemption(paragraphs: &[u8]) -> Option<String> {
    Some(format!("{} {} {}", RULES.exempt.label, numbers(paragraphs)?, RULES.exempt.of))
}

/// What a copy says from which something exempt is left out, with the public interest test: none without
/// paragraphs of the table.
pub(crate) fn not_in_this_copy(paragraphs: &[u8]) -> Option<String> {
    let rules = &RULES.exempt;
    let under = format!("{} {}", numbers(paragraphs)?, rules.of);
    let about: Vec<String> =
        known(paragraphs).map(|known| format!("Paragraph {}: {}", known.number, known.words)).collect();
    Some(format!("{} {} {}", rules.withheld.replace("{under}", &under), about.join(" "), rules.test))
}

fn known(paragraphs: &[u8]) -> impl Iterator<Item = &'static Paragraph> {
    RULES.exempt.paragraphs.iter().filter(|known| paragraphs.contains(&known.number))
}

/// “paragraph 1”, “paragraphs 1, 2 and 3”.
fn numbers(paragraphs: &[u8]) -> Option<String> {
    let numbers: Vec<String> = known(paragraphs).map(|known| known.number.to_string()).collect();
    let (last, before) = numbers.split_last()?;
    Some(match before {
        [] => format!("paragraph {last}"),
        before => format!("paragraphs {} and {last}", before.join(", ")),
    })
}

/// What a paragraph of Schedule 12A is about; nothing when the Schedule has no such paragraph.
pub(crate) fn paragraph(number: u8) -> Option<&'static str> {
    RULES.exempt.paragraphs.iter().find(|known| known.number == number).map(|known| known.words.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exemption_names_its_paragraphs_and_nothing_else() {
        let one = exemption(&[1]).expect("a line");
        assert_eq!(
            one,
            "Not for publication: exempt under paragraph 1 of Schedule 12A to the Local Government Act 1972"
        );
        assert!(exemption(&[3, 1, 2]).is_some_and(|line| line.contains("paragraphs 1, 2 and 3 of")));
        assert_eq!(exemption(&[]), None);
        assert_eq!(exemption(&[12]), None, "the Schedule has no such paragraph in force");
        let note = not_in_this_copy(&[1, 2]).expect("a note");
        assert!(note.starts_with("Part of this paper is not in this copy"), "{note}");
        assert!(
            note.contains("paragraphs 1 and 2 of Schedule 12A") && note.contains("any individual"),
            "{note}"
        );
        assert!(note.contains("public interest in maintaining the exemption outweighs"), "{note}");
        assert_eq!(not_in_this_copy(&[]), None, "nothing is said where no reason is given");
        assert!(paragraph(2).is_some_and(|words| words.contains("identity")));
    }
}
