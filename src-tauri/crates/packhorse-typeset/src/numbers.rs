//! The numbers of pages: i, ii before the paper, 1, 2, 3 in it, 12A, 12B after its last.

use packhorse_model::composed::Numbers;

/// The number of each page, as it is printed and as viewers show it.
pub(crate) fn labels(pages: &[Numbers]) -> Vec<String> {
    let main = pages.iter().filter(|numbers| **numbers == Numbers::Main).count();
    let mut counted = [0_usize; 3];
    let label = |numbers: &Numbers| {
        let count = &mut counted[*numbers as usize];
        *count += 1;
        match numbers {
            Numbers::Main => count.to_string(),
            Numbers::Before => roman(*count),
            Numbers::Late => format!("{main}{}", letters(*count)),
        }
    };
    pages.iter().map(label).collect()
}

/// What is printed at the foot: “Page 3 of 12”, “Page ii”, “Page 12A”.
pub(crate) fn printed(label: &str, numbers: Numbers, main: usize) -> String {
    match numbers {
        Numbers::Main => format!("Page {label} of {main}"),
        Numbers::Before | Numbers::Late => format!("Page {label}"),
    }
}

fn roman(mut number: usize) -> String {
    let mut roman = String::new();
    for (value, letters) in [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ] {
        while number >= value {
            roman.push_str(letters);
            number -= value;
        }
    }
    roman
}

/// A to Z, then AA to ZZ, as PDF counts with letters.
fn letters(number: usize) -> String {
    let letter = char::from(b'A' + ((number.max(1) - 1) % 26) as u8);
    std::iter::repeat_n(letter, (number.max(1) - 1) / 26 + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_before_and_after_the_paper_change_no_number_in_it() {
        use Numbers::{Before, Late, Main};
        assert_eq!(labels(&[Before, Before, Main, Main, Late, Late]), ["i", "ii", "1", "2", "2A", "2B"]);
        assert_eq!(labels(&[Main, Main]), ["1", "2"]);
    }

    #[test]
    fn numbers_are_printed_as_a_committee_reads_them() {
        assert_eq!(printed("3", Numbers::Main, 12), "Page 3 of 12");
        assert_eq!(printed("ii", Numbers::Before, 12), "Page ii");
        assert_eq!(printed("12A", Numbers::Late, 12), "Page 12A");
        assert_eq!((roman(4), roman(19), roman(48)), ("iv".into(), "xix".into(), "xlviii".into()));
        assert_eq!((letters(1), letters(26), letters(27)), ("A".into(), "Z".into(), "AA".into()));
    }
}
