//! Words that stay together although a line might end between them: “14 January”, “page 3”.

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Words that stay with a number after them.
const NUMBERED: [&str; 25] = [
    "page",
    "pages",
    "p.",
    "pp.",
    "paragraph",
    "paragraphs",
    "para",
    "paras",
    "source",
    "sources",
    "Source",
    "quotation",
    "quotations",
    "Quotation",
    "outcome",
    "Outcome",
    "enabler",
    "Enabler",
    "question",
    "section",
    "version",
    "part",
    "grade",
    "No.",
    "no.",
];

/// Words that stay with a name after them.
const TITLES: [&str; 9] = ["Cllr", "Cllrs", "Mr", "Mrs", "Ms", "Dr", "Sir", "Dame", "Lord"];

/// Whether a line must not end between these, though it may.
pub(super) fn clings(before: &str, after: &str) -> bool {
    if !before.ends_with(' ') {
        return false;
    }
    let before = before.trim_end().rsplit(' ').next().unwrap_or_default();
    let after = after.split(' ').next().unwrap_or_default();
    let before = before.trim_start_matches(|first: char| !first.is_alphanumeric());
    let is_number = |word: &str| word.starts_with(|first: char| first.is_ascii_digit());
    if matches!(after, "·" | "–" | "—") || after.starts_with("[…]") {
        return true;
    }
    if is_number(before) {
        let word = after.trim_end_matches(|last: char| !last.is_alphabetic());
        let is_day = before.len() <= 2;
        return matches!(word, "am" | "pm" | "per" | "%")
            || is_day && (word == "to" || MONTHS.contains(&word));
    }
    TITLES.contains(&before) || is_number(after) && NUMBERED.contains(&before)
}

#[cfg(test)]
mod tests {
    use super::clings;

    #[test]
    fn a_day_stays_with_its_month_and_a_page_with_its_number() {
        for (before, after) in [
            ("on 12 ", "January."),
            ("(page ", "3)"),
            ("Cllr ", "Ros Ferrier"),
            ("6.30 ", "pm"),
            ("2026 ", "· source 1"),
            ("para 4, p. ", "2"),
            ("(outcome ", "1, national framework)"),
            ("from 16 ", "to 20 June"),
            ("going ", "[…]”"),
        ] {
            assert!(clings(before, after), "{before}|{after}");
        }
        for (before, after) in
            [("a ", "word"), ("2026 ", "January"), ("the page ", "turns"), ("well-", "known")]
        {
            assert!(!clings(before, after), "{before}|{after}");
        }
    }
}
