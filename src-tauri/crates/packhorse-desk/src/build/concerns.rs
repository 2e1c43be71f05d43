//! Which sources may stand in a pack about a council.

use packhorse_model::Source;

/// Whether a source may stand in a pack about a council: it names that one or, naming none, does not
/// quote another council's report.
pub(super) fn concerns(source: &Source, council: Option<&str>, sources: &[Source]) -> bool {
    let Some(council) = council else { return true };
    let same = |named: &str| packhorse_recognise::fold(council) == packhorse_recognise::fold(named);
    match &source.facts.authority {
        Some(named) => same(&named.value),
        None => quoted_council(source, sources).is_none_or(|quoted| same(&quoted)),
    }
}

/// The council whose inspection documents hold the inspectors' words a source quotes. A press release
/// that never names its council is told by them.
fn quoted_council(source: &Source, sources: &[Source]) -> Option<String> {
    let primary: Vec<&Source> = sources.iter().filter(|other| other.facts.is_primary()).collect();
    let found =
        packhorse_pack::check_source(source, &primary).into_iter().filter_map(|(_, check)| check.source);
    let councils: Vec<String> = found
        .filter_map(|id| primary.iter().find(|other| other.id == id))
        .filter_map(|other| other.facts.authority.as_ref().map(|fact| fact.value.clone()))
        .collect();
    let first = councils.first()?;
    councils.iter().all(|council| council == first).then(|| first.clone())
}
