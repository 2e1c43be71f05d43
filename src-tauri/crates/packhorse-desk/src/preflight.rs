//! Everything that is looked at before a pack is issued, in one list: how much it weighs, what is so, what
//! to do, and where.

use crate::form::{Planned, today};
use crate::{Desk, PackRequest, ToFix, Trouble, Where};
use packhorse_model::PartialDate;
use packhorse_pack::{About, Kind as Check, Plan, Severity};
use packhorse_typeset::Fonts;
use std::cell::RefCell;
use std::collections::HashSet;

impl Desk {
    /// Lists what needs a person's hand before a pack is issued, what stops it first.
    ///
    /// # Errors
    ///
    /// When there is no such pack, or the library cannot be read.
    pub fn preflight(&self, request: &PackRequest) -> Result<Vec<ToFix>, Trouble> {
        let _span = tracing::info_span!("preflight").entered();
        let form = self.pack(request)?;
        let planned = form.plan(&self.library(), today())?;
        self.looked_at(&planned)
    }

    /// The list for a plan.
    pub(crate) fn looked_at(&self, planned: &Planned) -> Result<Vec<ToFix>, Trouble> {
        let Planned { plan, sources, quotes, removed } = planned;
        let found =
            packhorse_pack::preflight(plan, sources, |id| self.audience(id).ok(), missing_in(&self.fonts));
        let mut list: Vec<ToFix> = removed.clone();
        list.extend(self.newer(plan)?);
        list.extend(found.into_iter().map(|item| to_fix(item, quotes)));
        list.sort_by_key(|item| item.severity);
        Ok(list)
    }

    /// An inspection of the council that the library holds and the pack does not, later than all it has.
    /// A visit gives no grades and overtakes nothing.
    fn newer(&self, plan: &Plan) -> Result<Option<ToFix>, Trouble> {
        let entries = self.library().sources()?;
        let ours = |id| plan.sources.contains(id) || plan.late.iter().any(|late| late.sources.contains(id));
        let day = |entry: &packhorse_library::Entry| {
            let facts = &entry.facts;
            let last = facts.inspected.as_ref().map(|fact| fact.value.to.unwrap_or(fact.value.from));
            let published = facts.published.as_ref().map(|fact| fact.value);
            last.or(published).map(|day| PartialDate::earliest(&day))
        };
        let primary = |entry: &&packhorse_library::Entry| entry.facts.is_primary();
        let (own, others): (Vec<_>, Vec<_>) =
            entries.iter().filter(primary).partition(|entry| ours(&entry.id));
        let Some(latest) = own.iter().filter_map(|entry| day(entry)).max() else { return Ok(None) };
        let council = |entry: &packhorse_library::Entry| {
            entry.facts.authority.as_ref().map(|fact| packhorse_recognise::fold(&fact.value))
        };
        let council_of_pack = plan
            .council
            .as_deref()
            .map(packhorse_recognise::fold)
            .or_else(|| own.iter().find_map(|entry| council(entry)));
        let newer = others
            .into_iter()
            .filter(|entry| council_of_pack.is_some() && council(entry) == council_of_pack)
            .filter(|entry| day(entry).is_some_and(|day| day > latest))
            .max_by_key(|entry| day(entry));
        let line = |entry: &packhorse_library::Entry| {
            let title = entry.facts.title.as_ref().map_or(&entry.file_name, |fact| &fact.value);
            let framework = entry.facts.framework.as_ref();
            let framework =
                framework.and_then(|fact| packhorse_recognise::frameworks::framework(&fact.value));
            let graded = framework.is_none_or(|framework| framework.graded);
            let (what, remedy, check) = if graded {
                let remedy =
                    "Add it, or check that grades and findings it has overtaken are meant as history.";
                ("inspection", remedy, Check::Superseded)
            } else {
                ("visit", "Add it if the meeting should know of it.", Check::Pack)
            };
            ToFix {
                message: format!("The library holds a later {what} than any of this pack: “{title}”."),
                remedy: remedy.into(),
                go: Some(Where { view: "packs".into(), id: Some("sources".into()) }),
                stops: false,
                severity: Severity::Look,
                check,
                quotes: Vec::new(),
            }
        };
        Ok(newer.map(line))
    }
}

/// Says which characters of a text no font has; a character that was looked for once is known.
pub(crate) fn missing_in(fonts: &Fonts) -> impl Fn(&str) -> Vec<char> + '_ {
    let known = RefCell::new(HashSet::new());
    move |text| {
        if text.chars().all(|c| c.is_ascii() || known.borrow().contains(&c)) {
            return Vec::new();
        }
        let lost = packhorse_typeset::missing(text, fonts);
        known.borrow_mut().extend(text.chars().filter(|c| !lost.contains(c)));
        lost
    }
}

impl ToFix {
    /// Something that stops a pack.
    pub(crate) fn stopping(message: impl Into<String>, remedy: impl Into<String>, go: Option<Where>) -> Self {
        Self {
            message: message.into(),
            remedy: remedy.into(),
            go,
            stops: true,
            severity: Severity::Stops,
            check: Check::Pack,
            quotes: Vec::new(),
        }
    }
}

/// What is to be fixed, with the view to fix it in. `quotes` are the ids of the plan's quotes, in order.
pub(crate) fn to_fix(item: packhorse_pack::ToFix, quotes: &[String]) -> ToFix {
    let go = |view: &str, id: Option<String>| Some(Where { view: view.to_owned(), id });
    let (severity, check) = (item.severity(), item.kind);
    let go = match item.about {
        About::Source(id) => go("reader", Some(id.to_string())),
        About::Quote(_) => go("packs", Some("quotes".into())),
        About::Edition(_) => go("packs", Some("editions".into())),
        About::Section(_) => go("packs", Some("notes".into())),
        About::Field(name) => go("packs", Some(name)),
    };
    let quotes = item.quotes.iter().filter_map(|at| quotes.get(*at).cloned()).collect();
    ToFix { message: item.message, remedy: item.remedy, go, stops: item.stops, severity, check, quotes }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{desk, form, letter, visit};
    use crate::{NoteForm, PackForm, WeightForm};
    use packhorse_model::Weight;

    fn said(list: &[ToFix]) -> String {
        list.iter().map(|line| format!("{:?}: {}", line.check, line.message)).collect::<Vec<_>>().join("\n")
    }

    fn looked(desk: &Desk, form: &PackForm) -> Vec<ToFix> {
        desk.save_pack(form).expect("saved");
        desk.preflight(&PackRequest { pack: form.id.clone() }).expect("a list")
    }

    #[test]
    fn a_character_that_no_font_has_is_named_before_issue_with_its_place() {
        let (_home, desk) = desk(&[visit()]);
        let mut form = form(&desk);
        let note = |text: &str| NoteForm { section: "asked-to-do".into(), text: text.into() };
        form.notes = vec![note("Zażółć gęślą jaźń, naïve.")];
        assert!(!said(&looked(&desk, &form)).contains("No font"), "Polish letters are there");
        form.notes = vec![note("Well done \u{1f600}")];
        let list = looked(&desk, &form);
        let line = list.iter().find(|line| line.check == Check::Characters).expect("it is named");
        assert!(
            line.stops && line.message.contains("U+1F600") && line.message.contains("At a glance"),
            "{line:?}"
        );
        let told = desk.to_fix(&form).expect("a list");
        assert!(said(&told).contains("U+1F600"), "the window is told the same");
    }

    #[test]
    fn a_later_inspection_in_the_library_is_named_and_an_earlier_or_anothers_is_not() {
        let mut later = letter(2, "Wexcombe", "Managers check each plan with care.");
        later.facts.inspected = Some(crate::fixture::sure(
            "2027-02-02".parse().map(|from| packhorse_model::DateRange { from, to: None }).expect("a day"),
        ));
        let mut others = letter(3, "Aldermoor", "Plans are checked by a manager each month.");
        others.facts.inspected = later.facts.inspected.clone();
        let (_home, desk) = desk(&[visit(), others]);
        let mut form = form(&desk);
        let visits: Vec<String> = desk
            .list(&crate::LibraryRequest::default())
            .expect("a list")
            .sources
            .into_iter()
            .filter(|row| row.file_name == "letter-1.pdf")
            .map(|row| row.id)
            .collect();
        form.sources = visits;
        form.quotes.clear();
        form.council = Some("Wexcombe".into());
        assert!(
            !said(&looked(&desk, &form)).contains("later inspection"),
            "Aldermoor’s is another council’s"
        );
        let new = packhorse_library::NewSource {
            file_name: &later.file_name,
            bytes: later.file_name.as_bytes(),
            document: &later.document,
            facts: &later.facts,
        };
        desk.library().keep(new).expect("kept");
        assert!(said(&looked(&desk, &form)).contains("Pack: The library holds a later visit"));
    }

    #[test]
    fn what_could_go_is_named_by_the_ids_of_its_quotes() {
        let (_home, desk) = desk(&[visit()]);
        let mut form = form(&desk);
        form.minutes = Some(1);
        form.notes = vec![NoteForm { section: "asked-to-do".into(), text: "Read this. ".repeat(150) }];
        let could = form.quotes[0].clone();
        form.weights = vec![WeightForm { quote: could.clone(), weight: Weight::Could }];
        let list = looked(&desk, &form);
        let line = list.iter().find(|line| line.check == Check::Time).expect("it is too long");
        assert_eq!(line.quotes, [could], "{line:?}");
        form.minutes = Some(120);
        assert!(looked(&desk, &form).iter().all(|line| line.check != Check::Time), "two hours are enough");
    }
}
