//! What the documents of a pack have about them.

use super::{About, Kind, ToFix, advise, field, stop};
use crate::Plan;
use crate::papers::{Papers, is_embargoed, other_council, unnamed_council, unsure};
use crate::words::date;
use packhorse_model::Source;

pub(super) fn about_sources(plan: &Plan, sources: &[Source], list: &mut Vec<ToFix>) {
    let papers = Papers::choose(plan, sources, &mut Vec::new());
    about_councils(&papers, sources, list);
    about_newer_grades(plan, &papers, list);
    for source in sources.iter().filter(|source| papers.paper(source.id).is_some() || plan.is_late(source.id))
    {
        let about = || About::Source(source.id);
        let marked =
            plan.marking.as_deref().is_some_and(|marking| crate::data::folded(marking).contains("embargo"));
        // A date that nobody confirmed lifts no embargo.
        let held = papers.paper(source.id).map_or(source, |paper| &paper.source);
        if is_embargoed(held, plan.made) && !marked {
            let message = format!("{} says that it is a draft or under embargo.", source.file_name);
            let remedy = "Mark the pack “Embargoed until …”, or take the source out.";
            list.push(stop(message, remedy, about()).of(Kind::Publication));
        }
        if let Some(message) = unsure(source, plan.accept_unsure) {
            list.push(advise(message, "Confirm or correct what was read in it.", about()).of(Kind::Facts));
        }
    }
    if papers.subject().is_none() {
        list.push(advise(
            "No inspection report or letter is among the sources.",
            "Bring it in, so that quotations of inspectors can be checked.",
            field("sources"),
        ));
    }
}

/// Papers of another council, and papers that do not say whose they are.
fn about_councils(papers: &Papers, sources: &[Source], list: &mut Vec<ToFix>) {
    let Some(council) = papers.council.as_deref() else { return };
    for source in sources {
        let about = About::Source(source.id);
        if papers.refused.contains(&source.id) {
            let Some(message) = other_council(source, council) else { continue };
            let remedy = "Take it out of the pack, or correct its council in the library.";
            list.push(advise(message, remedy, about).of(Kind::Council));
        } else if let Some(paper) =
            papers.paper(source.id).filter(|paper| paper.source.facts.authority.is_none())
        {
            let remedy = "Check that it is about this council, and say so in the library.";
            list.push(advise(unnamed_council(&paper.source, council), remedy, about).of(Kind::Council));
        }
    }
}

/// An inspection that a table of outcomes knows and the pack has no report of.
fn about_newer_grades(plan: &Plan, papers: &Papers, list: &mut Vec<ToFix>) {
    let Some(subject) = papers
        .all
        .iter()
        .find(|paper| paper.is_inspection() && paper.framework().is_some_and(|framework| framework.graded))
    else {
        return;
    };
    let facts = &subject.source.facts;
    let inspected = facts.inspected.as_ref().map(|fact| fact.value.from.earliest());
    let published = facts.published.as_ref().map(|fact| fact.value.earliest());
    let Some(own) = inspected.or(published) else { return };
    let newer = plan
        .tabled
        .iter()
        .filter(|table| !table.is_of(inspected, published) && !table.grades.is_empty())
        .filter_map(|table| table.day().filter(|day| *day > own))
        .max();
    if let Some(day) = newer {
        let message = format!(
            "The table of outcomes has an inspection of {}, after {}: its grades may be superseded.",
            date(day),
            subject.source.cited()
        );
        let remedy = "Bring in the report of that inspection.";
        list.push(advise(message, remedy, field("sources")).of(Kind::Superseded));
    }
}
