//! The council in the title of an inspection document, or beside it.

use super::gazetteer::{GAZETTEER, Named, named};
use super::unlisted;
use crate::page::{Line, Page};
use crate::read;
use packhorse_model::{Confidence, Fact};
use regex::Regex;
use std::collections::BTreeSet;
use std::sync::LazyLock;

static TITLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:re:\s*)?(?:(?:full |short |standard |joint |announced |unannounced )*(?:area send |local area send )?(?:monitoring )?(?:re-?)?inspection|(?:joint )?(?:local )?area send (?:monitoring )?(?:inspection|visit|revisit)|(?:ilacs )?focuss?ed visit|(?:ilacs )?monitoring visit|joint targeted area inspection|jtai)\b.*")
        .expect("the pattern is fixed")
});

/// The council the title names.
pub(super) fn titled(page: &Page<'_>) -> Option<Fact<String>> {
    let head = page.head(6_000);
    let mut titles = head.iter().enumerate().filter(|(_, line)| is_title(line));
    titles
        .clone()
        .find_map(|(_, line)| named_in(page, line))
        .or_else(|| titles.find_map(|(order, _)| beside(page, head, order)))
}

fn is_title(line: &Line<'_>) -> bool {
    line.text.chars().count() < 260 && TITLE.is_match(line.text)
}

fn named_in(page: &Page<'_>, line: &Line<'_>) -> Option<Fact<String>> {
    let found = named(line);
    if let Some(name) = only(&found) {
        let rule = if name.trust { "trust in the title" } else { "council in the title" };
        let council = GAZETTEER.authorities[name.councils[0]].name.clone();
        return Some(read(council, page.place(name.span), rule, Confidence::Sure));
    }
    let mut words = found.is_empty().then(|| title_words(line.text)).flatten()?;
    let after = line.text.find(&words).map_or("", |at| &line.text[at + words.len()..]);
    if let Some(own) = ["’s", "'s"].iter().find(|own| after.starts_with(**own))
        && belongs(page, &words, own, &after[own.len()..])
    {
        words.push_str(own);
    }
    let span = crate::span(line.text.find(&words).unwrap_or(0) + line.span.start, words.len());
    // The title says so plainly; that the council is in no list takes nothing from that.
    Some(read(words, page.place(span), "name in the title, not a listed council", Confidence::Sure))
}

/// Whether the “’s” after a name is part of it: before “Local Area” or “Council” it is (“St Osmund’s
/// Borough Council”), and before “children’s services” where the document writes so of the council.
fn belongs(page: &Page<'_>, name: &str, own: &str, after: &str) -> bool {
    if !after.trim_start().to_lowercase().starts_with("children") {
        return true;
    }
    let whole = format!("{name}{own} ");
    let offices = ["Council", "Borough Council", "City Council", "County Council", "Metropolitan Borough"];
    page.lines.iter().any(|line| {
        line.text
            .match_indices(&whole)
            .any(|(at, _)| offices.iter().any(|office| line.text[at + whole.len()..].starts_with(office)))
    })
}

/// The only council among those named.
fn only(found: &[Named]) -> Option<&Named> {
    let sure = || found.iter().filter(|name| name.councils.len() == 1);
    let councils: BTreeSet<usize> = sure().map(|name| name.councils[0]).collect();
    sure().next().filter(|_| councils.len() == 1)
}

/// Covers print the council on a line of its own, above the title or below it.
fn beside(page: &Page<'_>, head: &[Line<'_>], order: usize) -> Option<Fact<String>> {
    let near = head[order.saturating_sub(2)..order].iter().rev().chain(head.iter().skip(order + 1).take(2));
    near.filter(|line| {
        !is_title(line) && line.text.chars().count() < 80 && !line.text.trim_end().ends_with('.')
    })
    .find_map(|line| {
        let rule = "council beside the title";
        if let Some(name) = only(&named(line)) {
            let council = GAZETTEER.authorities[name.councils[0]].name.clone();
            return Some(read(council, page.place(name.span), rule, Confidence::Sure));
        }
        let (name, span) = unlisted::names(line).into_iter().next()?;
        Some(read(name, page.place(span), rule, Confidence::Sure))
    })
}

/// The name in a title of fixed shape.
fn title_words(text: &str) -> Option<String> {
    static SHAPES: LazyLock<[Regex; 4]> = LazyLock::new(|| {
        [
            r"(?:of|to|in)\s+(?:the\s+)?(?P<n>[A-Z][^,.:]*?)(?:['’]s)?\s+(?:local authority\b|(?:County |City |Borough |Metropolitan |District |Unitary )*Council\b|local area\b|Local Area\b|children[’']s (?:services|social care)\b|Children[’']s (?:Services|Trust)\b)",
            r"(?:of|to|in)\s+(?:the\s+)?(?:London Borough|Royal Borough|Metropolitan Borough|Borough|City|County) of\s+(?P<n>[A-Z][\w’'-]+(?:\s+(?:and|upon|of|&)?\s*[A-Z][\w’'-]+)*)",
            r"(?i:joint targeted area inspection of)\s+(?P<n>[A-Z][\w’'-]+(?:\s+(?:(?:and|upon|of)\s+)?[A-Z][\w’'-]+)*)$",
            r"\bin\s+(?:the\s+)?(?P<n>[A-Z][\w’'-]+(?:\s+(?:(?:and|upon|of)\s+)?[A-Z][\w’'-]+)*)$",
        ]
        .map(|shape| Regex::new(shape).expect("the pattern is fixed"))
    });
    let found = SHAPES.iter().find_map(|shape| shape.captures(text))?;
    let name = found["n"].trim();
    let name = ["London Borough of ", "Royal Borough of ", "Borough of ", "City of "]
        .iter()
        .find_map(|prefix| name.strip_prefix(prefix))
        .unwrap_or(name);
    let services =
        name.to_lowercase().starts_with("services") || name.to_lowercase().starts_with("looked after");
    (!services && name.split_whitespace().count() <= 5).then(|| name.to_owned())
}
