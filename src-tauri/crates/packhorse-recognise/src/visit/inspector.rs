//! Who led the visit.

use super::shifted;
use crate::page::{Line, Page};
use crate::read;
use packhorse_model::{Confidence, Fact, Span};
use regex::Regex;
use std::sync::LazyLock;

const NAME: &str =
    r"\p{Lu}[\w’'-]+(?:\s+(?:(?:\p{Lu}\.?|de|van|von|der|den|al|la|le|ap|Mc|O[’'])\s*)*\p{Lu}[\w’'-]+){1,3}";

/// The lead inspector: by label, or the person who signs a letter about a visit.
pub(crate) fn lead_inspector(
    page: &Page<'_>,
    kind: Option<&str>,
    framework: Option<&str>,
) -> Option<Fact<String>> {
    static LABEL: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(&format!(r"^(?:Lead|Reporting|Leading)\s+[Ii]nspector(?:s)?\b\s*[:–-]?\s*(?:(?:Mr|Mrs|Ms|Miss|Dr)\s+)?(?P<n>{NAME})")).expect("the pattern is fixed")
    });
    static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(&format!(r"^(?P<n>{NAME}?),?\s+(?:(?:Ofsted,?\s+)?(?:Senior )?H(?:M|is Majesty[’']s|er Majesty[’']s) ?I(?:nspector)?,?\s*)?(?:Ofsted,?\s+)?[Ll]ead [Ii]nspector")).expect("the pattern is fixed")
    });
    if kind == Some("jtai-letter") {
        return None;
    }
    for (order, line) in page.lines.iter().enumerate() {
        let found = LABEL.captures(line.text).or_else(|| BEFORE.captures(line.text));
        if let Some(name) = found.as_ref().and_then(|found| found.name("n")) {
            return Some(person(page, line, name.range().into(), "label “lead inspector”"));
        }
        if let Some(found) = beside(page, order).or_else(|| wrapped(page, order, &LABEL)) {
            return Some(found);
        }
    }
    let visit =
        matches!(kind, Some("focused-visit-letter" | "monitoring-visit-letter")) || framework == Some("cra");
    let yours = page.lines.iter().rposition(|line| {
        line.folded.starts_with("yours sincerely") || line.folded.starts_with("yours faithfully")
    })?;
    let signed = page.lines[yours + 1..].iter().take(4).find(|line| is_name(line.text)).filter(|_| visit)?;
    Some(person(page, signed, (0..signed.text.len()).into(), "signature of the letter"))
}

/// A name that a line end parts: “Lead inspector: Ada” and below “Moss, His Majesty’s Inspector”.
fn wrapped(page: &Page<'_>, order: usize, label: &Regex) -> Option<Fact<String>> {
    let (line, next) = (page.lines.get(order)?, page.lines.get(order + 1)?);
    let begins = line.folded.starts_with("lead inspector") || line.folded.starts_with("reporting inspector");
    if !begins || line.text.len() > 60 || next.text.len() > 120 {
        return None;
    }
    let joined = format!("{} {}", line.text, next.text);
    let name = label.captures(&joined)?.name("n")?;
    let read = person(page, line, (0..line.text.len()).into(), "label “lead inspector”, over two lines");
    let words = name.as_str().trim_end_matches(|c: char| !c.is_alphabetic());
    Some(Fact { value: words.to_owned(), confidence: Confidence::Check, ..read })
}

/// In a table the label stands in one cell and the name in the next; under a signature the name
/// stands above its office.
fn beside(page: &Page<'_>, order: usize) -> Option<Fact<String>> {
    static OFFICE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(?:ofsted,? )?(?:senior )?(?:hmi|h(?:is|er) majesty's inspector),? (?:ofsted,? )?lead inspector$")
            .expect("the pattern is fixed")
    });
    let line = page.lines.get(order)?;
    let rule = "label “lead inspector”";
    let whole = |line: &Line<'_>| person(page, line, (0..line.text.len()).into(), rule);
    let bare = matches!(line.folded.trim_end_matches(':'), "lead inspector" | "reporting inspector");
    if bare {
        return page.lines.get(order + 1).filter(|next| is_name(next.text)).map(whole);
    }
    let above = page.lines.get(order.checked_sub(1)?)?;
    let found = (OFFICE.is_match(&line.folded) && is_name(above.text)).then(|| whole(above))?;
    // Two names above one office stood side by side on the page.
    let two = order.checked_sub(2).is_some_and(|at| is_name(page.lines[at].text));
    Some(if two { Fact { confidence: Confidence::Check, ..found } } else { found })
}

fn is_name(text: &str) -> bool {
    static ALONE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(&format!(r"^(?:(?:Mr|Mrs|Ms|Miss|Dr)\s+)?{NAME}(?:,?\s+(?:HMI|SHMI|CBE|OBE|MBE))?\s*$"))
            .expect("the pattern is fixed")
    });
    ALONE.is_match(text) && !text.contains("Inspector") && !text.contains("Majesty")
}

fn person(page: &Page<'_>, line: &Line<'_>, span: Span, rule: &str) -> Fact<String> {
    static TAIL: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:,|\s)+(?:Senior|HMI|SHMI|OBE|CBE|MBE|Her Majesty.*|His Majesty.*|Ofsted.*|Deputy.*)$")
            .expect("the pattern is fixed")
    });
    let mut name = line.text[span.range()].trim().to_owned();
    while let Some(tail) = TAIL.find(&name) {
        name.truncate(tail.start());
    }
    for title in ["Mr ", "Mrs ", "Ms ", "Miss ", "Dr "] {
        name = name.strip_prefix(title).unwrap_or(&name).to_owned();
    }
    read(name, page.place(shifted(line, span)), rule, Confidence::Sure)
}
