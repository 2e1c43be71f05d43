//! The persons a document names, with what they are: “the Chair” is the one whom the list of those
//! present calls so, and “Moss” is Cllr Ada Moss.

use super::names::{HONORIFICS, persons};
use super::roles::role;
use crate::fold::fold;
use crate::page::Page;

/// A person a document names in full.
#[derive(Debug)]
struct Known {
    name: String,
    surname: String,
    /// What the document says the person is, folded.
    roles: Vec<String>,
}

/// Everybody a document names.
#[derive(Debug, Default)]
pub(super) struct People {
    known: Vec<Known>,
}

impl People {
    pub(super) fn of(page: &Page<'_>) -> Self {
        let mut people = Self::default();
        for line in &page.lines {
            let found = persons(line.text);
            for (order, person) in found.iter().enumerate() {
                let from = order.checked_sub(1).map_or(0, |before| found[before].end);
                let to = found.get(order + 1).map_or(line.text.len(), |next| next.start);
                let before = line.text.get(from..person.start).unwrap_or("");
                let after = line.text.get(person.end..to).unwrap_or("");
                people.meet(&person.name, beside(before, after));
            }
        }
        people
    }

    fn meet(&mut self, name: &str, role: Option<String>) {
        let bare = bare(name);
        let Some(surname) = bare.last().map(|last| fold(last)) else { return };
        let fuller = |known: &&mut Known| {
            known.surname == surname
                && (bare.len() == 1
                    || words(&known.name).ends_with(&bare[..])
                    || same_first(&known.name, name))
        };
        let known = match self.known.iter_mut().find(fuller) {
            Some(known) => known,
            None if bare.len() > 1 => {
                self.known.push(Known { name: name.to_owned(), surname, roles: Vec::new() });
                let Some(known) = self.known.last_mut() else { return };
                known
            }
            None => return,
        };
        known.roles.extend(role.map(|role| fold(&role)).filter(|role| !known.roles.contains(role)));
    }

    /// The full name of somebody named by surname, where only one person has it.
    pub(super) fn full(&self, name: &str) -> String {
        match &bare(name)[..] {
            [surname] => self.by_surname(surname).map_or(name, |known| &known.name).to_owned(),
            _ => name.to_owned(),
        }
    }

    fn by_surname(&self, surname: &str) -> Option<&Known> {
        let folded = fold(surname.trim_end_matches("’s").trim_end_matches("'s"));
        let mut found = self.known.iter().filter(|known| known.surname == folded);
        found.next().filter(|_| found.next().is_none())
    }

    /// The person a clause names by surname alone: “Moss, who joined in 2017, added”.
    pub(super) fn surnamed(&self, clause: &str) -> Option<&str> {
        let mut names = clause
            .split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '’' | '\'')))
            .filter(|word| word.starts_with(char::is_uppercase))
            .filter_map(|word| self.by_surname(word))
            .map(|known| known.name.as_str());
        let first = names.next()?;
        names.all(|other| other == first).then_some(first)
    }

    /// The one person who is what a clause says: “the Chair”.
    pub(super) fn holder(&self, role: &str) -> Option<&str> {
        let role = fold(role);
        let role = role.trim_start_matches("the ").trim_start_matches("council's ");
        let is = |held: &String| {
            let held = held.trim_start_matches("the ");
            held == role || held.strip_prefix(role).is_some_and(|rest| rest.starts_with(' '))
        };
        let mut holders = self.known.iter().filter(|known| known.roles.iter().any(is));
        holders.next().filter(|_| holders.next().is_none()).map(|known| known.name.as_str())
    }
}

/// What stands beside a name and says what the person is: “(Chair)”, “, leader of the council,”, or
/// “Cabinet Member for Children,” in front.
fn beside(before: &str, after: &str) -> Option<String> {
    let close = after.trim_start();
    if let Some(inside) = close.strip_prefix('(') {
        return role(inside.split(')').next()?);
    }
    if let Some(rest) = close.strip_prefix(',')
        && let Some(found) = role(rest.split([',', ';', ')']).next()?)
    {
        return Some(found);
    }
    let lead = before.trim_end().trim_end_matches(',');
    let start = lead
        .rfind([',', ';', '.', '“', '”', '"', '('])
        .map_or(0, |at| at + lead[at..].chars().next().map_or(1, char::len_utf8));
    let lead = lead[start..].trim();
    role(lead).filter(|found| lead.ends_with(found.as_str()))
}

/// The words of a name without its honorific.
fn bare(name: &str) -> Vec<&str> {
    words(name).into_iter().filter(|word| !HONORIFICS.contains(&word.trim_end_matches('.'))).collect()
}

fn words(name: &str) -> Vec<&str> {
    name.split_whitespace().collect()
}

fn same_first(known: &str, name: &str) -> bool {
    bare(known).first() == bare(name).first()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::paper;

    #[test]
    fn a_role_or_a_surname_is_the_one_person_who_has_it() {
        let minutes = paper(
            "Present: Cllr Ada Moss (Chair), Cllr Ivo Bell (Cabinet Member for Children), Cllr D Peake\nIn attendance: Una Field, Director of Children’s Services, and Dr Peter Hale\nThe Director said that Bell was right.",
        );
        let people = People::of(&Page::of(&minutes));
        assert_eq!(people.holder("The Chair"), Some("Cllr Ada Moss"));
        assert_eq!(people.holder("director"), Some("Una Field"));
        assert_eq!(people.holder("Cabinet Member"), Some("Cllr Ivo Bell"));
        assert_eq!(people.holder("leader"), None, "nobody is called so");
        assert_eq!(people.full("Cllr Bell"), "Cllr Ivo Bell");
        assert_eq!(people.surnamed("Bell, who joined in May, added"), Some("Cllr Ivo Bell"));
    }

    #[test]
    fn of_two_with_one_surname_neither_is_meant() {
        let story = paper("Ada Moss, leader, met Ivo Moss, leader.");
        let people = People::of(&Page::of(&story));
        assert_eq!((people.surnamed("Moss added"), people.holder("leader")), (None, None));
    }
}
