//! The plan a pack file stands for.

use super::concerns::concerns;
use super::documents::Paper;
use super::pack_file::{PackFile, Pickers, QuoteEntry, day};
use crate::Trouble;
use crate::form::today;
use packhorse_model::{Source, Span};
use packhorse_pack::{Edition, Pick, Plan, Withheld, suggest};
use std::path::Path;

/// The plan a pack file stands for.
pub(super) fn plan(
    pack: &PackFile,
    papers: &[Paper],
    sources: &[Source],
    base: &Path,
    accept_unsure: bool,
) -> Result<Plan, Trouble> {
    let council = pack.council.as_deref();
    let ours: Vec<&Source> = sources.iter().filter(|source| concerns(source, council, sources)).collect();
    let mut picks =
        pack.listed.iter().map(|entry| listed(entry, papers, base)).collect::<Result<Vec<Pick>, _>>()?;
    if pack.quotes.pick == Pickers::Suggested {
        let room = pack.quotes.most.saturating_sub(picks.len());
        let fresh: Vec<Pick> =
            suggest(&ours, room).into_iter().filter(|pick| !overlaps(pick, &picks)).collect();
        picks.extend(fresh);
    }
    let editions = pack.editions.iter().map(|entry| Edition {
        audience: entry.audience.clone(),
        recipient: entry.recipient.clone(),
        size: entry.size,
        withheld: Withheld { sections: entry.withhold.clone(), quotes: Vec::new() },
    });
    Ok(Plan {
        title: pack.title.clone(),
        council: pack.council.clone(),
        marking: pack.marking.clone(),
        exempt: pack.exempt.clone(),
        status: pack.status,
        name_pages: pack.name_pages,
        logo: None,
        committee: pack.meeting.committee.clone(),
        meeting: day(pack.meeting.date)?,
        made: day(pack.made)?.unwrap_or_else(today),
        sources: ours.iter().map(|source| source.id).collect(),
        picks,
        editions: editions.collect(),
        notes: Vec::new(),
        accept_unsure,
    })
}

/// Whether a pick shares words with one that was made before.
fn overlaps(pick: &Pick, taken: &[Pick]) -> bool {
    let span = pick.quote.span;
    taken.iter().any(|other| {
        other.quote.source == pick.quote.source
            && other.quote.span.start < span.end
            && span.start < other.quote.span.end
    })
}

/// A quote by its words: they must stand in the document exactly, line ends aside.
fn listed(entry: &QuoteEntry, papers: &[Paper], base: &Path) -> Result<Pick, Trouble> {
    let path = base.join(&entry.document);
    // The path decides; a file of that name elsewhere stands in when the path leads nowhere.
    let whole = papers.iter().find(|paper| paper.path == path);
    let found = whole.or_else(|| papers.iter().find(|paper| paper.path.file_name() == path.file_name()));
    let source = found.map(|paper| &paper.source).ok_or_else(|| {
        Trouble::fixable(
            format!("No pack was made, because {} is not among its documents.", entry.document),
            "Name it under documents as well.",
        )
    })?;
    let words = entry.words.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = source.document.text.replace('\n', " ");
    let altered = || {
        Trouble::fixable(
            format!("No pack was made, because {} does not hold these words: “{words}”.", entry.document),
            "Copy the words from the document exactly, with its punctuation.",
        )
    };
    let start = text.find(&words).ok_or_else(altered)?;
    let quote = source.quote(Span { start, end: start + words.len() }).ok_or_else(altered)?;
    Ok(Pick::new(quote.stored(), entry.bearing))
}
