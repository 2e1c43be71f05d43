//! What would shut somebody out.

use super::{About, Kind, ToFix, advise, field, stop};
use crate::Plan;

/// So many letters in capitals are read letter by letter, or shouted.
const SHOUTED: usize = 12;

/// Says what a reader who listens, or sees badly, would miss.
pub(super) fn about_access(plan: &Plan, list: &mut Vec<ToFix>) {
    let found = list.len();
    if let Some(logo) = &plan.logo {
        let alt = logo.alt.trim();
        if alt.is_empty() {
            list.push(stop(
                "The logo has no words for those who cannot see it.",
                "Say what it shows, under Settings or in the pack file.",
                field("logo"),
            ));
        } else if is_file_name(alt) {
            list.push(advise(
                format!("The logo’s words are the name of a file: “{alt}”."),
                "Say what it shows: the council’s name.",
                field("logo"),
            ));
        }
    }
    if is_shouted(&plan.title) {
        list.push(advise(
            "The title is in capitals, which are hard to read.",
            "Write it in small letters, with a capital first.",
            field("title"),
        ));
    }
    for note in plan.notes.iter().filter(|note| is_shouted(&note.text)) {
        list.push(advise(
            format!(
                "The note for “{}” is in capitals, which are hard to read.",
                note.section.replace('-', " ")
            ),
            "Write it in small letters.",
            About::Section(note.section.clone()),
        ));
    }
    list[found..].iter_mut().for_each(|line| line.kind = Kind::Accessibility);
}

fn is_file_name(words: &str) -> bool {
    let small = words.to_lowercase();
    !small.contains(' ') && [".png", ".jpg", ".jpeg", ".svg"].iter().any(|ending| small.ends_with(ending))
}

/// Whether a text is all capitals, and long enough to be more than a short name.
fn is_shouted(text: &str) -> bool {
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
    letters.len() >= SHOUTED && letters.iter().all(|c| !c.is_lowercase())
}
