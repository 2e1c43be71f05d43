//! `read --explain`: each fact as a person would want to check it, on eighty columns.

use crate::line;
use packhorse_desk::{Explained, ReadFile, Words, explain};
use std::io::IsTerminal as _;

/// The width of what is printed.
const WIDTH: usize = 80;

/// Prints what was recognised in a file, and the words it came from.
pub(crate) fn show(read: &ReadFile) {
    let marks = Marks::of_output();
    let facts = explain(read);
    let unsure = facts.iter().filter(|fact| fact.sure != "sure").count();
    line(&read.name);
    line(&"=".repeat(width(&read.name).min(WIDTH)));
    let (facts_found, ask) = (facts.len(), if unsure == 1 { "asks" } else { "ask" });
    line(&format!("{facts_found} values, of which {unsure} {ask} to be checked.\n"));
    facts.iter().for_each(|fact| line(&paragraph(fact, &marks)));
    for notice in read.document.notices.iter().chain(&read.facts.notices) {
        line(&folded(&format!("Note: {}", notice.message), "", "  "));
    }
}

/// What sets the words that were read apart from those around them.
struct Marks {
    opening: &'static str,
    closing: &'static str,
}

impl Marks {
    /// Bold and underlined on a terminal, brackets elsewhere.
    fn of_output() -> Self {
        if std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
            Self { opening: "\u{1b}[1;4m", closing: "\u{1b}[0m" }
        } else {
            Self { opening: "[[", closing: "]]" }
        }
    }
}

fn paragraph(fact: &Explained, marks: &Marks) -> String {
    let room = WIDTH - fact.sure.len() - 2;
    let head = folded_to(&format!("{}: {}", fact.field, fact.value), "", "    ", room);
    let (first, rest) = head.split_once('\n').unwrap_or((&head, ""));
    let mut lines =
        vec![format!("{first}{}{}", " ".repeat(WIDTH - fact.sure.len() - width(first)), fact.sure)];
    lines.extend((!rest.is_empty()).then(|| rest.to_owned()));
    let place = fact.place.as_deref().map(|place| format!("{place}. ")).unwrap_or_default();
    lines.push(folded(&format!("{place}{}", fact.rule), "    ", "    "));
    lines.extend(fact.words.as_ref().map(|words| context(words, marks)));
    lines.join("\n") + "\n"
}

/// The words with their surroundings, the words themselves set apart on each line they stand on.
fn context(words: &Words, marks: &Marks) -> String {
    // Marks of one character each keep their place while lines are folded.
    const OPEN: char = '\u{e000}';
    const CLOSE: char = '\u{e001}';
    let bare = |words: &str| words.replace([OPEN, CLOSE], "\u{fffd}");
    let whole = format!("{}{OPEN}{}{CLOSE}{}", bare(&words.before), bare(&words.marked), bare(&words.after));
    let plain = folded_to(&whole, "      | ", "      | ", WIDTH - 4);
    let mut inside = false;
    let mut lines = Vec::new();
    for line in plain.lines() {
        let (start, rest) = line.split_at("      | ".len().min(line.len()));
        let mut out = start.to_owned();
        out.push_str(if inside { marks.opening } else { "" });
        inside = (inside || rest.contains(OPEN)) && !rest.contains(CLOSE);
        out.push_str(&rest.replace(OPEN, marks.opening).replace(CLOSE, marks.closing));
        out.push_str(if inside { marks.closing } else { "" });
        lines.push(out);
    }
    lines.join("\n")
}

fn folded(words: &str, first: &str, others: &str) -> String {
    folded_to(words, first, others, WIDTH)
}

/// Words on lines of at most so many characters, each line with its beginning.
fn folded_to(words: &str, first: &str, others: &str, most: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut line = first.to_owned();
    let mut empty = true;
    for word in words.split(' ').filter(|word| !word.is_empty()) {
        if !empty && width(&line) + 1 + width(word) > most {
            lines.push(std::mem::replace(&mut line, others.to_owned()));
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    lines.push(line);
    lines.join("\n")
}

/// How many columns words take; all of ours take one for each character.
fn width(words: &str) -> usize {
    words.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Marks = Marks { opening: "[[", closing: "]]" };

    fn fact(value: &str, marked: &str) -> Explained {
        let words =
            Words { before: "The words ".repeat(7), marked: marked.into(), after: " and more.".into() };
        Explained {
            field: "To improve".into(),
            value: value.into(),
            sure: "please check",
            rule: "It is an item of the list below such a heading.".into(),
            place: Some("page 2, paragraph 14 from the top".into()),
            words: Some(words),
        }
    }

    #[test]
    fn no_line_is_wider_than_eighty_columns() {
        let long = "the quality and the timeliness of plans for children who live far away ".repeat(4);
        let shown = paragraph(&fact(&long, &long), &PLAIN);
        let widest = shown.lines().map(width).max();
        assert!(widest.is_some_and(|widest| widest <= WIDTH), "{widest:?}\n{shown}");
        let first = shown.lines().next().unwrap_or_default();
        assert!(first.ends_with("  please check") && width(first) == WIDTH, "{first}");
    }

    #[test]
    fn the_words_are_marked_on_each_line_they_stand_on() {
        let shown = context(&fact("", &"marked words ".repeat(12)).words.expect("words"), &PLAIN);
        let with_marks = shown.lines().filter(|line| line.contains("[[")).count();
        let closed = shown.lines().filter(|line| line.contains("]]")).count();
        assert!(with_marks >= 2 && with_marks == closed, "{shown}");
    }

    #[test]
    fn words_longer_than_a_line_stay_whole() {
        assert_eq!(
            folded_to("a https://example.org/long b", "", "  ", 10),
            "a\n  https://example.org/long\n  b"
        );
    }
}
