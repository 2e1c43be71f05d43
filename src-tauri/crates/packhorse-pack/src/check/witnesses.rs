//! A whole library's inspection documents, ready for many quotations.

use super::Check;
use super::hold::Sought;
use super::near::Near;
use super::nearest::nearest;
use super::own::nearly;
use super::parts::Parts;
use super::witness::Witness;
use packhorse_model::{Place, Quotation, Source, SourceId, Verdict};
use std::sync::Arc;

/// The inspection documents that quotations are held against.
#[derive(Debug, Default)]
pub struct Witnesses<'a> {
    all: Vec<Arc<Witness<'a>>>,
}

impl<'a> FromIterator<Arc<Witness<'a>>> for Witnesses<'a> {
    fn from_iter<T: IntoIterator<Item = Arc<Witness<'a>>>>(documents: T) -> Self {
        Self { all: documents.into_iter().collect() }
    }
}

impl<'a> Witnesses<'a> {
    /// Makes documents ready.
    pub fn new(sources: &[&'a Source]) -> Self {
        sources.iter().map(|source| Arc::new(Witness::new(source))).collect()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The document with this id.
    pub fn source(&self, id: SourceId) -> Option<&Source> {
        self.all.iter().find(|witness| witness.id() == id).map(|witness| witness.source())
    }

    /// Holds words against every document.
    pub fn check(&self, text: &str) -> Check {
        check(text, &self.beside(None))
    }

    /// Holds a quotation that a paper prints against every other document: those about its own
    /// council and visit first, and the best match wins.
    pub fn check_said(&self, paper: &Source, said: &Quotation) -> Check {
        let mut found = check(&said.text, &self.beside(Some(paper)));
        if let Some(other) = self.another_council(paper, &found) {
            found.note = Some(format!("These words stand in a document about {other}."));
        }
        found
    }

    /// Holds each quotation that a paper gives to the inspectors against every other document, in order.
    pub(crate) fn check_inspectors(&self, paper: &Source) -> Vec<(Quotation, Check)> {
        let theirs = paper.facts.quotations.iter().filter(|said| said.of_inspectors);
        theirs.map(|said| (said.clone(), self.check_said(paper, said))).collect()
    }

    /// Holds each quotation that a paper prints against every other document, in order: all that are
    /// the inspectors', and those given to others or to nobody whose words a document holds.
    pub fn check_source(&self, paper: &Source) -> Vec<(Quotation, Check)> {
        let mut checks = Vec::new();
        for said in &paper.facts.quotations {
            if !said.of_inspectors && (self.is_empty() || paper.facts.is_primary() || !may_be_repeated(said))
            {
                continue;
            }
            let check = self.check_said(paper, said);
            if said.of_inspectors || is_repeated(said, &check) {
                checks.push((said.clone(), check));
            }
        }
        checks
    }

    /// Where another document holds words exactly as they stand in a paper: in one about the same
    /// council first, and never in one about another.
    pub fn exact(&self, paper: &Source, text: &str) -> Option<Check> {
        let sought = Sought::new(Parts::whole(text));
        let own = self.beside(Some(paper)).into_iter().filter(|(near, _)| *near != Near::Another);
        own.filter_map(|(_, witness)| witness.hold(&sought)).find(|check| check.verdict == Verdict::Exact)
    }

    /// Every other document that holds words as well as the one a check names, and where.
    pub fn also_in(&self, paper: &Source, text: &str, found: &Check) -> Vec<(&Source, Place)> {
        if found.verdict > Verdict::Punctuation {
            return Vec::new();
        }
        let sought = Sought::new(Parts::cut(text));
        let others =
            self.all.iter().filter(|other| other.id() != paper.id && Some(other.id()) != found.source);
        let held = others.filter_map(|other| {
            let check = other.hold(&sought).filter(|check| check.verdict <= found.verdict)?;
            Some((other.source(), check.place?))
        });
        held.collect()
    }

    /// The documents in the order in which a paper's words are looked for.
    pub(super) fn beside(&self, paper: Option<&Source>) -> Vec<(Near, &Witness<'a>)> {
        let others = self.all.iter().filter(|other| paper.is_none_or(|paper| paper.id != other.id()));
        let near = |other: &Witness<'_>| {
            paper.map_or(Near::Unknown, |paper| Near::of(&paper.facts, &other.source().facts))
        };
        let mut ordered: Vec<(Near, &Witness<'a>)> = others.map(|other| (near(other), &**other)).collect();
        ordered.sort_by_key(|(near, _)| std::cmp::Reverse(*near));
        ordered
    }

    /// The council of the document that holds the words, when the paper is about another.
    fn another_council(&self, paper: &Source, found: &Check) -> Option<&str> {
        let held = self.source(found.source?)?;
        (Near::of(&paper.facts, &held.facts) == Near::Another)
            .then_some(held.facts.authority.as_ref()?.value.as_str())
    }
}

/// Whether words are long enough to be a document's and not by chance.
fn may_be_repeated(said: &Quotation) -> bool {
    let least = if is_spoken(said) { 6 } else { 3 };
    said.text.split_whitespace().count() >= least
}

/// Whether words that a paper gives to others or to nobody are a document's: word for word, or nearly so
/// where no person is named who may have said them.
fn is_repeated(said: &Quotation, check: &Check) -> bool {
    let long = said.text.split_whitespace().count() >= 6;
    let nearly = || check.verdict == Verdict::Differs && long && nearly(&check.difference);
    check.note.is_none() && (check.verdict <= Verdict::Punctuation || !is_spoken(said) && nearly())
}

/// Whether a paper says whose words they are.
fn is_spoken(said: &Quotation) -> bool {
    said.speaker.is_some() || said.role.is_some() || said.organisation.is_some()
}

/// Holds words against documents, in their order.
fn check(text: &str, witnesses: &[(Near, &Witness<'_>)]) -> Check {
    if witnesses.is_empty() {
        return Check::without_place(Verdict::NoSource);
    }
    // Brackets and dots may be the source's own, so the words are first looked for as they stand.
    let (whole, cut) = (Sought::new(Parts::whole(text)), Sought::new(Parts::cut(text)));
    let ways = if whole.parts == cut.parts { 1 } else { 2 };
    let mut best: Option<Check> = None;
    for sought in [&whole, &cut].into_iter().take(ways) {
        for (_, witness) in witnesses {
            let Some(check) = witness.hold(sought) else { continue };
            if best.as_ref().is_none_or(|known| check.verdict < known.verdict) {
                best = Some(check);
            }
            if best.as_ref().is_some_and(|known| known.verdict == Verdict::Exact) {
                return best.unwrap_or_else(|| Check::without_place(Verdict::NotFound));
            }
        }
    }
    best.or_else(|| nearest(&cut.parts, witnesses)).unwrap_or_else(|| Check::without_place(Verdict::NotFound))
}

#[cfg(test)]
mod tests;
