//! Sections in the manager's order, and without those that were left out.

use crate::{Audience, Edition, Plan, withheld};
use serde::{Deserialize, Serialize};

/// Which sections a pack has, and in what order, where that differs from its templates.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrangement {
    /// Ids of sections in their order. Those that are not named keep their place after the one they
    /// follow in the template.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<String>,
    /// Ids of sections that are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<String>,
}

impl Arrangement {
    /// Whether it changes nothing.
    pub fn is_as_in_templates(&self) -> bool {
        self.order.is_empty() && self.left_out.is_empty()
    }
}

/// Sections that stay where they are: the first page comes first, the glossary explains what stands above
/// it, and a pack without its sources could not be checked.
pub const FIXED: [&str; 3] = ["at-a-glance", "glossary", "sources"];

/// An audience's template with the sections that an edition of a plan has, in their order.
pub(crate) fn arranged(plan: &Plan, audience: &Audience, edition: &Edition) -> Audience {
    let mut arranged = withheld::cut(audience, edition);
    let arrangement = &plan.arrangement;
    let fixed = |id: &String| FIXED.contains(&id.as_str());
    arranged.sections.retain(|id| fixed(id) || !arrangement.left_out.contains(id));
    let named = |id: &&String| !fixed(id) && arrangement.order.contains(id);
    let mut wanted: Vec<String> = arranged.sections.iter().filter(named).cloned().collect();
    wanted.sort_by_key(|id| arrangement.order.iter().position(|other| other == id));
    // Those that are named take the places of one another.
    let mut wanted = wanted.into_iter();
    let places: Vec<bool> = arranged.sections.iter().map(|id| named(&id)).collect();
    for (section, _) in arranged.sections.iter_mut().zip(places).filter(|(_, moves)| *moves) {
        if let Some(next) = wanted.next() {
            *section = next;
        }
    }
    arranged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chair() -> Audience {
        Audience::built_in("committee-chair").expect("it is built in")
    }

    fn sections(order: &[&str], left_out: &[&str]) -> Vec<String> {
        let own = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
        let arrangement = Arrangement { order: own(order), left_out: own(left_out) };
        let plan = Plan { arrangement, ..Plan::default() };
        let edition = Edition { audience: "committee-chair".into(), ..Edition::default() };
        arranged(&plan, &chair(), &edition).sections
    }

    #[test]
    fn sections_stand_in_the_order_asked_for() {
        let before = sections(&[], &[]);
        let own = chair().sections;
        assert_eq!(before, own, "without an arrangement the template's");
        let after = sections(&["areas-to-improve", "judgements"], &[]);
        let at = |all: &[String], id: &str| all.iter().position(|other| other == id);
        assert!(at(&after, "areas-to-improve") < at(&after, "judgements"), "{after:?}");
        assert_eq!(after.len(), before.len());
        assert_eq!(at(&after, "questions"), at(&before, "questions"), "the others stay");
    }

    #[test]
    fn a_section_can_be_left_out_and_the_sources_cannot() {
        let after = sections(&["sources", "at-a-glance"], &["judgements", "sources", "at-a-glance"]);
        assert!(!after.contains(&"judgements".to_owned()));
        assert_eq!(after.first().map(String::as_str), Some("at-a-glance"));
        assert!(after.contains(&"sources".to_owned()));
    }
}
