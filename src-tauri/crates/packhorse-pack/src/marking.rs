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
    paragraphs: Vec<Paragraph>,
}

#[derive(Debug, Deserialize)]
struct Paragraph {
    number: u8,
    words: String,
}

/// The line that says why a pack is not for publication: none without paragraphs of the table.
pub fn exemption(paragraphs: &[u8]) -> Option<String> {
    let rules = &RULES.exempt;
    let known = rules.paragraphs.iter().filter(|known| paragraphs.contains(&known.number));
    let numbers: Vec<String> = known.map(|known| known.number.to_string()).collect();
    let (last, before) = numbers.split_last()?;
    let (noun, numbers) = if before.is_empty() {
        ("paragraph", last.clone())
    } else {
        ("paragraphs", format!("{} and {last}", before.join(", ")))
    };
    Some(format!("{} {noun} {numbers} {}", rules.label, rules.of))
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
        assert!(paragraph(2).is_some_and(|words| words.contains("identity")));
    }
}
