//! The same statement in several papers: counted once, and told where else it stands.

use super::near::same_council;
use super::shared::shared_in_order;
use super::shingles::{SHINGLE, Shingles};
use super::stream::Stream;
use super::voices::same_voice;
use super::weight::weight;
use packhorse_model::{Quotation, Source, SourceId};
use std::collections::HashMap;

/// How much of the shorter statement's rows of five words the longer one must hold.
const CONTAINED: f64 = 0.8;
/// How much of the shorter statement must stand in the longer one in the same order, when it was edited.
const IN_ORDER: f64 = 0.9;

/// A statement that a paper prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Statement {
    /// The paper.
    pub source: SourceId,
    /// Which of its quotations, counted from 0.
    pub quotation: usize,
}

/// A quotation made ready to be compared with others.
struct Spoken<'a> {
    statement: Statement,
    paper: &'a Source,
    said: &'a Quotation,
    words: Vec<String>,
    shingles: Shingles,
}

/// Statements that stand in more than one paper. In each group the first is the one that counts:
/// the primary source's, then the earliest.
pub fn tied(papers: &[&Source]) -> Vec<Vec<Statement>> {
    let spoken: Vec<Spoken<'_>> = papers.iter().flat_map(spoken).collect();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut group_of: HashMap<usize, usize> = HashMap::new();
    for (one, other) in candidates(&spoken) {
        if !alike(&spoken[one], &spoken[other]) {
            continue;
        }
        join(&spoken, &mut groups, &mut group_of, one, other);
    }
    let told = groups.into_iter().filter(|group| group.len() > 1);
    told.map(|mut group| {
        group.sort_by_key(|index| rank(&spoken[*index]));
        group.into_iter().map(|index| spoken[index].statement).collect()
    })
    .collect()
}

fn spoken<'a>(paper: &&'a Source) -> impl Iterator<Item = Spoken<'a>> {
    let paper: &'a Source = paper;
    paper.facts.quotations.iter().enumerate().map(move |(quotation, said)| {
        let words = Stream::of(&said.text).folded_words();
        let shingles = Shingles::of(&words);
        Spoken { statement: Statement { source: paper.id, quotation }, paper, said, words, shingles }
    })
}

/// Pairs of statements of two papers that share five words in a row, or, where one has fewer, its
/// first word.
fn candidates(spoken: &[Spoken<'_>]) -> Vec<(usize, usize)> {
    let mut holders: HashMap<u32, Vec<usize>> = HashMap::new();
    let mut first: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, one) in spoken.iter().enumerate() {
        one.shingles.each().for_each(|print| holders.entry(print).or_default().push(index));
        one.words.iter().for_each(|word| first.entry(word).or_default().push(index));
    }
    let mut pairs = Vec::new();
    for (index, one) in spoken.iter().enumerate() {
        if one.words.len() >= SHINGLE {
            let others = one.shingles.each().filter_map(|print| holders.get(&print)).flatten();
            pairs.extend(others.map(|other| (index.min(*other), index.max(*other))));
        } else if let Some(others) = one.words.first().and_then(|word| first.get(word.as_str())) {
            pairs.extend(others.iter().map(|other| (index.min(*other), index.max(*other))));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs.retain(|(one, other)| spoken[*one].statement.source != spoken[*other].statement.source);
    pairs
}

fn alike(one: &Spoken<'_>, other: &Spoken<'_>) -> bool {
    if same_council(&one.paper.facts, &other.paper.facts) == Some(false) || !same_voice(one.said, other.said)
    {
        return false;
    }
    let (short, long) = if one.words.len() <= other.words.len() { (one, other) } else { (other, one) };
    match short.words.len() {
        0 => false,
        // So few words may be anybody's, unless they are all that is quoted.
        1 | 2 => short.words == long.words,
        3..SHINGLE => long.words.windows(short.words.len()).any(|words| words == short.words),
        _ => short.shingles.share_in(&long.shingles) >= CONTAINED || in_order(short, long),
    }
}

/// Whether nearly all words of the shorter statement stand close together in the longer one.
fn in_order(short: &Spoken<'_>, long: &Spoken<'_>) -> bool {
    let held: Vec<&str> = long.words.iter().map(String::as_str).collect();
    let total: f64 = short.words.iter().map(|word| weight(word)).sum();
    let (shared, pairs) = shared_in_order(&short.words, &held);
    let (Some(first), Some(last)) = (pairs.first(), pairs.last()) else { return false };
    shared >= IN_ORDER * total && last.1 + 1 - first.1 <= short.words.len() * 3 / 2
}

/// Puts two statements into one group, unless somebody in it is another speaker.
fn join(
    spoken: &[Spoken<'_>],
    groups: &mut Vec<Vec<usize>>,
    group_of: &mut HashMap<usize, usize>,
    one: usize,
    other: usize,
) {
    let members = |index: usize| group_of.get(&index).map_or(vec![index], |group| groups[*group].clone());
    let (ours, theirs) = (members(one), members(other));
    if ours.contains(&other) {
        return;
    }
    let fits = |a: &usize| theirs.iter().all(|b| same_voice(spoken[*a].said, spoken[*b].said));
    if !ours.iter().all(fits) {
        return;
    }
    let all = [ours, theirs].concat();
    for index in &all {
        if let Some(old) = group_of.insert(*index, groups.len()) {
            groups[old].clear();
        }
    }
    groups.push(all);
}

/// The primary source first, then the earliest, then the order of names.
fn rank(spoken: &Spoken<'_>) -> (bool, bool, String, String, usize) {
    let facts = &spoken.paper.facts;
    let day = facts.published.as_ref().map(|fact| fact.value.earliest().to_string());
    let undated = day.is_none();
    let name = spoken.paper.file_name.clone();
    (!facts.is_primary(), undated, day.unwrap_or_default(), name, spoken.statement.quotation)
}

#[cfg(test)]
mod tests;
