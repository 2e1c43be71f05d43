//! Facts that nobody has confirmed.

use super::UNCONFIRMED;
use packhorse_model::{Confidence, Fact, Notice, Source};

/// Takes away what nobody has confirmed, unless the manager accepts it.
pub(super) fn clear(source: &Source, accept: bool, notices: &mut Vec<Notice>) -> Source {
    fn keep<T>(fact: &mut Option<Fact<T>>, accept: bool) {
        fact.take_if(|fact| !may_stay(fact.confidence, accept));
    }
    let mut cleared = source.clone();
    let facts = &mut cleared.facts;
    keep(&mut facts.title, accept);
    keep(&mut facts.kind, accept);
    keep(&mut facts.framework, accept);
    keep(&mut facts.authority, accept);
    keep(&mut facts.inspected, accept);
    keep(&mut facts.published, accept);
    keep(&mut facts.theme, accept);
    facts.findings.retain(|finding| may_stay(finding.confidence, accept));
    notices.extend(told(source, accept).map(Notice::new));
    cleared
}

fn may_stay(confidence: Confidence, accept: bool) -> bool {
    match confidence {
        Confidence::Sure => true,
        Confidence::Check => accept,
        Confidence::None => false,
    }
}

/// “Not confirmed in letter.pdf, and left out of the pack: the date, two grades.” Nothing when all that a pack
/// prints is confirmed.
fn not_confirmed(source: &Source, accept: bool) -> Option<String> {
    fn unsure<T>(fact: Option<&Fact<T>>) -> bool {
        fact.is_some_and(|fact| fact.confidence == Confidence::Check)
    }
    let facts = &source.facts;
    let named = [
        (unsure(facts.title.as_ref()), "the title"),
        (unsure(facts.kind.as_ref()), "the kind of inspection"),
        (unsure(facts.framework.as_ref()), "the framework"),
        (unsure(facts.authority.as_ref()), "the council"),
        (unsure(facts.inspected.as_ref()), "the days of the inspection"),
        (unsure(facts.published.as_ref()), "the date"),
        (unsure(facts.theme.as_ref()), "what the visit looked at"),
    ];
    let judged =
        facts.judgements.iter().filter(|judgement| judgement.confidence == Confidence::Check).count();
    // What a paper repeats of the inspectors’ lists is not printed from there.
    let printed = facts.findings.iter().filter(|_| facts.is_primary());
    let found = printed.filter(|finding| finding.confidence == Confidence::Check).count();
    let mut names: Vec<String> =
        named.into_iter().filter(|(unsure, _)| *unsure).map(|(_, name)| name.to_owned()).collect();
    if judged > 0 {
        names.push(crate::words::counted(judged, "grade", "grades"));
    }
    if found > 0 {
        names.push(crate::words::counted(found, "listed finding", "listed findings"));
    }
    let done = if accept { "printed as unconfirmed" } else { "left out of the pack" };
    (!names.is_empty())
        .then(|| format!("Not confirmed in {}, and {done}: {}.", source.file_name, names.join(", ")))
}

/// A document has to be called something, so an unconfirmed kind stays and is named.
fn kind_not_confirmed(source: &Source) -> Option<String> {
    let kind = &source.facts.source_kind;
    (kind.confidence == Confidence::Check).then(|| {
        let (file, words) = (&source.file_name, kind.value.words());
        format!("What kind of document {file} is has not been confirmed; it was read as “{words}”.")
    })
}

/// What a pack leaves out or prints although nobody has confirmed it.
fn told(source: &Source, accept: bool) -> Option<String> {
    let lines: Vec<String> =
        not_confirmed(source, accept).into_iter().chain(kind_not_confirmed(source)).collect();
    (!lines.is_empty()).then(|| lines.join(" "))
}

/// Says what of a source nobody has confirmed; nothing when all is.
pub(crate) fn unsure(source: &Source, accept: bool) -> Option<String> {
    let other = || {
        (source.facts.to_check() > 0)
            .then(|| format!("Not everything that was read in {} is confirmed.", source.file_name))
    };
    told(source, accept).or_else(other)
}

/// Marks what stays although nobody has confirmed it, wherever its words are printed.
pub(super) fn mark_unconfirmed(source: &mut Source) {
    for fact in [&mut source.facts.title, &mut source.facts.theme].into_iter().flatten() {
        if fact.confidence == Confidence::Check {
            fact.value.push_str(UNCONFIRMED);
        }
    }
}
