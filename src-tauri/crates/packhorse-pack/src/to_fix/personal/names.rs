//! Names of people, and whose names may stand in a pack.

use super::found::bare;
use crate::Plan;
use crate::data::folded;
use packhorse_model::Source;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// First names and what no surname is: `resources/first-names.json`.
#[derive(Debug, Deserialize)]
struct Lists {
    first: BTreeSet<String>,
    places: BTreeSet<String>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../../../../resources/first-names.json"))
        .expect("the names are built in, and a test reads them")
});

/// What stands before a name.
const TITLES: [&str; 18] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "cllr",
    "councillor",
    "sir",
    "dame",
    "lord",
    "lady",
    "baroness",
    "baron",
    "prof",
    "professor",
    "rev",
    "alderman",
];

/// People whose role is known.
#[derive(Debug, Default)]
pub(super) struct Known {
    surnames: BTreeSet<String>,
}

impl Known {
    /// The people of a pack: who speaks in a role, who led an inspection, who gets a copy, who sees to
    /// something.
    pub(super) fn of(plan: &Plan, sources: &[Source]) -> Self {
        let quotations = sources.iter().flat_map(|source| &source.facts.quotations);
        let speaking = quotations.filter(|said| said.role.is_some() || said.organisation.is_some());
        let speakers = speaking.filter_map(|said| said.speaker.as_deref());
        let leads = sources.iter().filter_map(|source| source.facts.lead_inspector.as_ref());
        let recipients = plan.editions.iter().filter_map(|edition| edition.recipient.as_deref());
        let owners = plan.follow_ups.iter().filter_map(|known| known.owner.as_deref());
        let all = speakers
            .chain(leads.map(|fact| fact.value.as_str()))
            .chain(recipients)
            .chain(owners)
            .chain(plan.roles.values().map(String::as_str));
        let last = |name: &str| name.split_whitespace().next_back().map(plain);
        Self { surnames: all.filter_map(last).collect() }
    }

    fn has(&self, surname: &str) -> bool {
        self.surnames.contains(&plain(surname))
    }
}

fn plain(word: &str) -> String {
    folded(bare(word)).trim_end_matches("'s").to_owned()
}

/// A name that begins here and has no role, and how many words it takes.
pub(super) fn name(words: &[&str], known: &Known) -> Option<(String, usize)> {
    let title = TITLES.contains(&plain(words[0]).as_str()) && is_capital(words[0]);
    let names = if title { &words[1..] } else { words };
    let last = if title { titled(names)? } else { paired(names)? };
    let count = last + 1 + usize::from(title);
    let said: Vec<&str> = words[..count].iter().map(|word| bare(word)).collect();
    let said = said.join(" ");
    let said = said.strip_suffix("’s").unwrap_or(&said).to_owned();
    (!known.has(names[last])).then_some((said, count))
}

/// The place of the surname behind a title: “Mrs Marsden”, “Cllr Priya Nand”.
fn titled(names: &[&str]) -> Option<usize> {
    let first = names.first().filter(|word| is_name(word))?;
    // A mark behind a word ends the name.
    let goes_on = !first.ends_with(|c: char| !c.is_alphanumeric());
    let second = names.get(1).filter(|word| goes_on && is_name(word));
    Some(usize::from(second.is_some()))
}

/// The place of the surname behind a first name: “Kayleigh Marsden”.
fn paired(names: &[&str]) -> Option<usize> {
    let first = names.first()?;
    let goes_on = first.ends_with(char::is_alphanumeric) && is_capital(first);
    let known = goes_on && LISTS.first.contains(&plain(first));
    let surname = names.get(1).filter(|word| known && is_name(word))?;
    // “Victoria Road”, “Charlotte Street Centre”: a place, whatever comes behind it.
    let place = names.iter().skip(1).take(3).any(|word| LISTS.places.contains(&plain(word)));
    (!place && !surname.is_empty()).then_some(1)
}

fn is_capital(word: &str) -> bool {
    bare(word).starts_with(char::is_uppercase)
}

/// Whether a word can be a name: a capital and small letters, and no word of an office or a place.
fn is_name(word: &str) -> bool {
    let core = bare(word);
    let letters = core.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\''));
    is_capital(word)
        && letters
        && core.chars().count() > 2
        && core.chars().skip(1).any(char::is_lowercase)
        && !LISTS.places.contains(&plain(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_hold_names_in_small_letters_and_none_of_them_twice() {
        assert!(LISTS.first.len() > 200 && LISTS.places.contains("street"));
        assert!(LISTS.first.iter().chain(&LISTS.places).all(|name| *name == name.to_lowercase()));
        assert!(LISTS.first.is_disjoint(&LISTS.places));
    }
}
