//! What the manager wrote. It never looks like a quotation.

use super::Making;
use packhorse_model::Notice;
use packhorse_model::composed::{Block, Run};

/// Sections of notes that an audience may be forbidden under another name.
const ADVICE: [&str; 4] = ["lines-to-take", "exposure", "political-lines", "private-advice"];

impl Making<'_> {
    /// The manager's notes for a section.
    pub(super) fn notes_for(&self, section: &str) -> Vec<Block> {
        if !self.audience.may_hold(section) {
            return Vec::new();
        }
        let label = if section == "lines-to-take" { self.audience.line_label.as_deref() } else { None };
        self.notes(section, label.unwrap_or("Manager’s note"))
    }

    /// The manager's notes under a label of their own.
    pub(super) fn notes(&self, section: &str, label: &str) -> Vec<Block> {
        let of_section = self.plan.notes.iter().filter(|note| note.section == section);
        let each = of_section.flat_map(|note| note.text.split("\n\n")).map(str::trim);
        each.filter(|text| !text.is_empty()).map(|text| labelled(label, text)).collect()
    }

    /// Names notes that this edition has no place for, or may not hold.
    pub(super) fn warn_of_notes_left_out(&mut self) {
        let audience = self.audience;
        let mut unplaced: Vec<&str> = Vec::new();
        for note in &self.plan.notes {
            let section = note.section.as_str();
            let known = audience.has(section) || audience.first_page.iter().any(|part| part == section);
            if (!known || !audience.may_hold(section)) && !unplaced.contains(&section) {
                unplaced.push(section);
            }
        }
        for section in unplaced {
            let why = if ADVICE.contains(&section) || !audience.may_hold(section) {
                "may not hold it"
            } else {
                "has no such section"
            };
            self.notices.push(Notice::new(format!(
                "The manager’s note for “{}” is left out of the {}, which {why}.",
                section.replace('-', " "),
                audience.title
            )));
        }
        let beside = self.plan.picks.iter().filter(|pick| pick.note.is_some()).count();
        if beside > 0 && !audience.may_hold("private-advice") {
            self.notices.push(Notice::new(format!(
                "{} beside quotations left out of the {}, which may not hold private advice.",
                crate::words::capital(&crate::words::counted(beside, "note is", "notes are")),
                audience.title
            )));
        }
    }
}

/// A note beside something.
pub(super) fn managers_note(text: &str) -> Block {
    labelled("Manager’s note", text)
}

fn labelled(label: &str, text: &str) -> Block {
    Block::ManagersNote { label: label.to_owned(), runs: vec![Run::plain(crate::words::even(text))] }
}
