//! Facts that nobody has confirmed.

use super::UNCONFIRMED;
use packhorse_model::{Confidence, Fact, Notice, Source};

/// Takes away what nobody has confirmed, unless the manager accepts it.
pub(super) fn clear(source: &Source, accept: bool, notices: &mut Vec<Notice>) -> Source {
    fn keep<T>(fact: &mut Option<Fact<T>>, accept: bool, name: &str, left_out: &mut Vec<String>) {
        let Some(confidence) = fact.as_ref().map(|fact| fact.confidence) else { return };
        if confidence == Confidence::None || (confidence == Confidence::Check && !accept) {
            *fact = None;
        }
        if confidence == Confidence::Check {
            left_out.push(name.to_owned());
        }
    }
    let mut cleared = source.clone();
    let facts = &mut cleared.facts;
    let mut unsure = Vec::new();
    keep(&mut facts.title, accept, "the title", &mut unsure);
    keep(&mut facts.kind, accept, "the kind of inspection", &mut unsure);
    keep(&mut facts.framework, accept, "the framework", &mut unsure);
    keep(&mut facts.authority, accept, "the council", &mut unsure);
    keep(&mut facts.inspected, accept, "the days of the inspection", &mut unsure);
    keep(&mut facts.published, accept, "the date", &mut unsure);
    keep(&mut facts.theme, accept, "what the visit looked at", &mut unsure);
    let judged =
        facts.judgements.iter().filter(|judgement| judgement.confidence == Confidence::Check).count();
    let found = facts.findings.iter().filter(|finding| finding.confidence == Confidence::Check).count();
    facts.findings.retain(|finding| {
        finding.confidence == Confidence::Sure || (accept && finding.confidence == Confidence::Check)
    });
    if judged > 0 {
        unsure.push(crate::words::counted(judged, "grade", "grades"));
    }
    if found > 0 {
        unsure.push(crate::words::counted(found, "listed finding", "listed findings"));
    }
    if !unsure.is_empty() {
        notices.push(Notice::new(not_confirmed(source, &unsure, accept)));
    }
    cleared
}

/// “Not confirmed in letter.pdf, and left out of the pack: the date, two grades.”
fn not_confirmed(source: &Source, unsure: &[String], accept: bool) -> String {
    let done = if accept { "printed as unconfirmed" } else { "left out of the pack" };
    format!("Not confirmed in {}, and {done}: {}.", source.file_name, unsure.join(", "))
}

/// Says what of a source nobody has confirmed; nothing when all is.
pub(crate) fn unsure(source: &Source, accept: bool) -> Option<String> {
    let mut notices = Vec::new();
    clear(source, accept, &mut notices);
    let other = || {
        let lines = source.facts.evidence();
        let any = lines.iter().any(|line| line.confidence == Confidence::Check);
        any.then(|| format!("Not everything that was read in {} is confirmed.", source.file_name))
    };
    notices.pop().map(|notice| notice.message).or_else(other)
}

/// Marks what stays although nobody has confirmed it, wherever its words are printed.
pub(super) fn mark_unconfirmed(source: &mut Source) {
    for fact in [&mut source.facts.title, &mut source.facts.theme].into_iter().flatten() {
        if fact.confidence == Confidence::Check {
            fact.value.push_str(UNCONFIRMED);
        }
    }
}
