//! What changed between the version a recipient was given last and the one they are given now.
//!
//! The two composed packs are taken apart into units: a quotation, a question, a row, a grade. What is in
//! both is passed over; the rest was added, removed, reworded or regraded. Nothing is told that follows by
//! itself from something else: counts, charts, the glossary, the numbers of quotations.

mod page;
#[cfg(test)]
mod tests;
mod units;

pub(crate) use units::{Unit, units};

use crate::withheld::passages;
use crate::{Audience, Edition, Error, Plan};
use chrono::NaiveDate;
use packhorse_model::{Composed, Source};
use std::collections::BTreeSet;

/// The section that says what changed.
pub const CHANGES: &str = "what-changed";

/// From which likeness on a unit is another one reworded.
const ALIKE: f64 = 0.5;

/// The version a recipient was given last.
#[derive(Debug, Clone, Copy)]
pub struct Given<'a> {
    /// What it held.
    pub composed: &'a Composed,
    /// Its version.
    pub version: u32,
    /// When it was issued.
    pub issued: NaiveDate,
}

/// A difference between two versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// What happened to it.
    pub how: How,
    /// The heading it stands under, or stood under.
    pub heading: String,
    /// What it is: “Quotation”, “Grade”.
    pub what: &'static str,
    /// The words before; none when it was added.
    pub before: Option<String>,
    /// The words now; none when it was removed.
    pub now: Option<String>,
    /// The anchor of the section it stands in now.
    pub anchor: Option<String>,
}

/// What happened to a part of a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// A grade is another one.
    Regraded,
    /// It was not there.
    Added,
    /// It is there no more.
    Removed,
    /// It is there in other words.
    Reworded,
}

/// What changed, as far as this recipient may know it.
///
/// A part that they had and may not be given any more is not named, neither as removed nor in its old
/// words: it is still in the pack, and only not in theirs.
///
/// # Errors
///
/// When the pack cannot be composed.
pub fn changes(
    given: Given<'_>,
    now: &Composed,
    plan: &Plan,
    edition: &Edition,
    audience: &Audience,
    sources: &[Source],
) -> Result<Vec<Changed>, Error> {
    let before = units(given.composed);
    let theirs = units(now);
    if edition.withheld.is_nothing() {
        return Ok(difference(&before, &theirs));
    }
    let whole = Edition { withheld: crate::Withheld::default(), ..edition.clone() };
    let (whole, _) = crate::compose(plan, &whole, audience, sources)?;
    let held = passages(plan, edition);
    let may_know = |unit: &&Unit| {
        !edition.withheld.sections.contains(&unit.section)
            && !held.iter().any(|passage| unit.says().any(|words| passage.touches(words)))
    };
    let before: Vec<Unit> = before.iter().filter(may_know).cloned().collect();
    let shown: BTreeSet<(&str, &str)> =
        theirs.iter().map(|unit| (unit.section.as_str(), unit.words.as_str())).collect();
    let mut told = difference(&before, &units(&whole));
    told.retain(|line| {
        let section = line.anchor.as_deref().unwrap_or_default();
        line.now.as_ref().is_none_or(|words| shown.contains(&(section, words.as_str())))
    });
    // What reads otherwise only because something is withheld stands in their copy all the same.
    for line in difference(&before, &theirs) {
        let known = told.iter().any(|one| one.now == line.now && one.heading == line.heading);
        if line.now.is_some() && !known {
            told.push(Changed { how: How::Added, before: None, ..line });
        }
    }
    told.sort_by_key(|line| line.how);
    Ok(told)
}

/// Puts the page that says what changed before a pack; where nothing did, there is none.
///
/// # Errors
///
/// When the pack cannot be composed.
pub fn with_changes(
    given: Given<'_>,
    mut now: Composed,
    version: u32,
    plan: &Plan,
    edition: &Edition,
    audience: &Audience,
    sources: &[Source],
) -> Result<Composed, Error> {
    let told = changes(given, &now, plan, edition, audience, sources)?;
    if told.is_empty() {
        return Ok(now);
    }
    now.sections.insert(0, page::page(given, version, &told, &now));
    Ok(now)
}

/// What changed from some units to others, grades first.
fn difference(before: &[Unit], now: &[Unit]) -> Vec<Changed> {
    let mut gone: Vec<&Unit> = before.iter().collect();
    let mut new: Vec<&Unit> = Vec::new();
    for unit in now {
        match gone.iter().position(|old| old.is(unit)) {
            Some(at) => drop(gone.remove(at)),
            None => new.push(unit),
        }
    }
    let mut told = Vec::new();
    let pairs = paired(&mut gone, &mut new);
    told.extend(pairs.into_iter().map(|(old, unit)| {
        let how = if unit.what == units::GRADE { How::Regraded } else { How::Reworded };
        line(how, Some(old), Some(unit))
    }));
    told.extend(new.into_iter().map(|unit| line(How::Added, None, Some(unit))));
    told.extend(gone.into_iter().map(|old| line(How::Removed, Some(old), None)));
    told.sort_by_key(|line| line.how);
    told
}

/// Takes out those that are one another in other words: of one name first, then the likest.
fn paired<'a>(gone: &mut Vec<&'a Unit>, new: &mut Vec<&'a Unit>) -> Vec<(&'a Unit, &'a Unit)> {
    let mut pairs = Vec::new();
    for named in [true, false] {
        let mut likely: Vec<(f64, &Unit, &Unit)> = Vec::new();
        for old in gone.iter() {
            let of_kind = new.iter().filter(|unit| unit.section == old.section && unit.what == old.what);
            likely.extend(of_kind.filter_map(|unit| {
                let likeness = if named { old.same_name(unit) } else { old.likeness(unit) };
                (likeness >= ALIKE).then_some((likeness, *old, *unit))
            }));
        }
        // Equals keep the order of the pack.
        likely.sort_by(|a, b| b.0.total_cmp(&a.0));
        for (_, old, unit) in likely {
            let at = |list: &[&Unit], one: &Unit| list.iter().position(|known| std::ptr::eq(*known, one));
            if let (Some(was), Some(is)) = (at(gone, old), at(new, unit)) {
                gone.remove(was);
                new.remove(is);
                pairs.push((old, unit));
            }
        }
    }
    pairs
}

fn line(how: How, before: Option<&Unit>, now: Option<&Unit>) -> Changed {
    let of = now.or(before);
    Changed {
        how,
        heading: of.map(|unit| unit.heading.clone()).unwrap_or_default(),
        what: of.map_or("", |unit| unit.what),
        before: before.map(|unit| unit.words.clone()),
        now: now.map(|unit| unit.words.clone()),
        anchor: now.map(|unit| unit.section.clone()).filter(|anchor| !anchor.is_empty()),
    }
}
