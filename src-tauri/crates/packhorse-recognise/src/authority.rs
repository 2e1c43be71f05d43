//! Which council a document is about: a gazetteer of councils, trusts and former councils.

mod gazetteer;
mod title;
mod unlisted;

use crate::page::{Line, Page};
use crate::read;
use gazetteer::{GAZETTEER, Named, named};
use packhorse_model::{BlockKind, Confidence, Fact, SourceKind, Span};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// The council a document is about.
pub(crate) fn authority(page: &Page<'_>, kind: SourceKind) -> Option<Fact<String>> {
    let primary = matches!(kind, SourceKind::Report | SourceKind::Letter);
    if primary && let Some(found) = title::titled(page) {
        return Some(found);
    }
    let scores = scores(page);
    let mut ranked: Vec<(usize, i64, Span)> =
        scores.into_iter().map(|(council, (score, span))| (council, score, span)).collect();
    ranked.sort_by_key(|(council, score, _)| (-score, *council));
    if several(page) {
        return None;
    }
    if let Some((council, score, span)) = ranked.first().copied().filter(|(_, score, _)| *score >= 10) {
        let next = ranked.get(1).map_or(0, |(_, score, _)| *score);
        let alone = councils(page, 3).iter().all(|other| *other == council);
        let clear = score >= 30 && next * 2 <= score && (alone || next * 4 <= score);
        let confidence = if clear { Confidence::Sure } else { Confidence::Check };
        let name = GAZETTEER.authorities[council].name.clone();
        return Some(read(name, page.place(span), "council named most plainly", confidence));
    }
    unlisted::unlisted(page).or_else(|| hinted(page)).or_else(|| surrounded(page))
}

/// A round-up of several councils, each under its own name, is about none of them alone.
pub(crate) fn several(page: &Page<'_>) -> bool {
    let alone = page.lines.iter().filter(|line| line.text.chars().count() < 60 && line.cell().is_none());
    let mut names: Vec<String> = Vec::new();
    for line in alone {
        let text = line.text.trim();
        let listed = named(line).into_iter().find(|name| {
            let rest = line.text[name.span.end - line.span.start..].trim();
            name.span.start == line.span.start
                && (rest.is_empty() || rest.to_lowercase().ends_with("council"))
        });
        let name = match listed {
            Some(found) if text.to_lowercase().ends_with("council") || text == text.to_uppercase() => {
                Some(GAZETTEER.authorities[found.councils[0]].name.clone())
            }
            _ => unlisted::whole(text),
        };
        names.extend(name.filter(|name| !names.contains(name)));
    }
    // “Oldham, Derby, West Sussex and Suffolk”: a list at the top has no subject.
    names.len() > 1
        || page.lines.iter().take(4).any(|line| {
            let councils: BTreeSet<usize> = named(line)
                .into_iter()
                .filter(|name| name.councils.len() == 1)
                .map(|name| name.councils[0])
                .collect();
            councils.len() > 2
        })
}

/// The councils that the first lines name.
fn councils(page: &Page<'_>, lines: usize) -> BTreeSet<usize> {
    let found = page.lines.iter().take(lines).flat_map(named);
    found.filter(|name| !name.shouted && name.councils.len() == 1).map(|name| name.councils[0]).collect()
}

/// The council that runs a web site stands at the foot of its pages.
fn surrounded(page: &Page<'_>) -> Option<Fact<String>> {
    let document = page.document;
    let hidden = document.blocks.iter().filter(|block| block.kind == BlockKind::Boilerplate);
    let mut found = hidden.flat_map(|block| {
        let named = unlisted::named(document.words(block)).into_iter();
        named.map(|(name, at)| (crate::span(block.span.start + at, name.len()), name))
    });
    let (span, name) = found.next()?;
    let only = found.all(|(_, other)| other == name);
    let rule = "council at the foot of the page";
    only.then(|| read(gazetteer::listed(&name).unwrap_or(name), page.place(span), rule, Confidence::Check))
}

/// A web page often names its council only in its title bar: “… | Wexcombe County Council”.
fn hinted(page: &Page<'_>) -> Option<Fact<String>> {
    let (_, site) = page.document.title_hint.as_deref()?.rsplit_once(['|', '–', '—', '-'])?;
    let (name, _) = unlisted::named(site.trim()).into_iter().next()?;
    let rule = "title of the web page".to_owned();
    Some(Fact {
        value: gazetteer::listed(&name).unwrap_or(name),
        place: None,
        rule,
        confidence: Confidence::Check,
    })
}

/// How plainly each listed council is named, with the plainest place.
fn scores(page: &Page<'_>) -> BTreeMap<usize, (i64, Span)> {
    let mut scores: BTreeMap<usize, (i64, Span, i64)> = BTreeMap::new();
    let mut seen = 0_usize;
    for (order, line) in page.lines.iter().enumerate() {
        let early = seen < 600 || order < 3;
        seen += line.text.len();
        for name in named(line) {
            let weight = weight(line, &name, early);
            for council in &name.councils {
                let shared = i64::try_from(name.councils.len()).unwrap_or(1);
                let entry = scores.entry(*council).or_insert((0, name.span, 0));
                entry.0 += weight / shared;
                if weight > entry.2 {
                    (entry.1, entry.2) = (name.span, weight);
                }
            }
        }
    }
    scores.into_iter().map(|(council, (score, span, _))| (council, (score, span))).collect()
}

fn weight(line: &Line<'_>, name: &Named, early: bool) -> i64 {
    static COUNCIL: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(?:['’]s)?\s+(?:(?i:(?:Metropolitan |City |County |Borough |District |Unitary )*(?:Council|Borough))|local authority|[Cc]hildren[’']s [Ss]ervices|[Cc]hildren[’']s [Ss]ocial [Cc]are|LSCB|Safeguarding)")
            .expect("the pattern is fixed")
    });
    static BOROUGH: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:(?:London|Royal|Metropolitan) Borough of|Borough of|City of|County of|[Cc]ouncil of|[Cc]hildren[’']s [Ss]ervices (?:in|at))\s+(?:the\s+)?$")
            .expect("the pattern is fixed")
    });
    let before = &line.text[..name.span.start - line.span.start];
    let after = &line.text[name.span.end - line.span.start..];
    let address = line.cell().is_some() || line.text.split_whitespace().count() <= 2;
    let plain = COUNCIL.is_match(after) || BOROUGH.is_match(before) || name.trust;
    if name.shouted && !plain {
        return 0;
    }
    let weight = match (plain, early || line.is_heading()) {
        (true, true) => 40,
        (true, false) => 15,
        // A line that is a place name alone is an address or a postmark.
        (false, _) if address => 1,
        (false, true) => 12,
        (false, false) => 4,
    };
    if after.trim_start().starts_with("Coldfield") { 0 } else { weight }
}

#[cfg(test)]
mod tests;
