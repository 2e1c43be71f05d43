//! The plan a pack file stands for.

use super::concerns::concerns;
use super::documents::Paper;
use super::pack_file::{FollowUpEntry, LateEntry, PackFile, Pickers, QuoteEntry, day};
use crate::Trouble;
use crate::form::today;
use packhorse_model::{Source, Span};
use packhorse_pack::{Arrangement, Edition, FollowUp, Late, Note, Pick, Plan, Withheld, suggest};
use std::path::Path;

/// The most quotations that are suggested from what came late.
const MOST_LATE: usize = 4;

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
    let late: Vec<Late> =
        pack.late.iter().map(|entry| late(entry, papers, base)).collect::<Result<_, _>>()?;
    let mut picks =
        pack.listed.iter().map(|entry| listed(entry, papers, base)).collect::<Result<Vec<Pick>, _>>()?;
    if pack.quotes.pick == Pickers::Suggested {
        let is_late = |source: &&Source| late.iter().any(|late| late.sources.contains(&source.id));
        let (behind, paper): (Vec<&Source>, Vec<&Source>) = ours.iter().partition(|source| is_late(source));
        let of_paper = picks.iter().filter(|pick| paper.iter().any(|source| source.id == pick.quote.source));
        let room = pack.quotes.most.saturating_sub(of_paper.count());
        // What came late takes no room from the paper, whose quotations stay what they were.
        let fresh = suggest(&paper, room).into_iter().chain(suggest(&behind, MOST_LATE));
        let fresh: Vec<Pick> = fresh.filter(|pick| !overlaps(pick, &picks)).collect();
        picks.extend(fresh);
    }
    let editions = pack.editions.iter().map(|entry| Edition {
        audience: entry.audience.clone(),
        recipient: entry.recipient.clone(),
        size: entry.size,
        withheld: Withheld {
            sections: entry.withhold.clone(),
            exempt: entry.withhold_exempt.clone(),
            ..Withheld::default()
        },
    });
    Ok(Plan {
        title: pack.title.clone(),
        council: pack.council.clone(),
        marking: pack.marking.clone(),
        exempt: pack.exempt.clone(),
        status: pack.status,
        name_pages: pack.name_pages,
        logo: pack
            .logo
            .as_ref()
            .map(|logo| crate::logo::read(&base.join(&logo.file), &logo.alt))
            .transpose()?,
        committee: pack.meeting.committee.clone(),
        meeting: day(pack.meeting.date)?,
        made: day(pack.made)?.unwrap_or_else(today),
        sources: ours.iter().map(|source| source.id).collect(),
        picks,
        editions: editions.collect(),
        notes: pack
            .notes
            .iter()
            .map(|note| Note { section: note.section.clone(), text: note.text.clone() })
            .collect(),
        arrangement: Arrangement {
            order: pack.sections.order.clone(),
            left_out: pack.sections.leave_out.clone(),
        },
        accept_unsure,
        follow_ups: pack
            .follow_ups
            .iter()
            .map(|entry| follow_up(entry, papers, base))
            .collect::<Result<_, _>>()?,
        roles: pack.roles.clone(),
        minutes: pack.minutes.filter(|minutes| *minutes > 0),
        late,
        tabled: crate::outcomes::tabled(sources, council),
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
    let source = document(&entry.document, papers, base)?;
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
    Ok(Pick { weight: entry.weight, ..Pick::new(quote.stored(), entry.bearing) })
}

/// The manager's word on an area to improve, with the source that lists it.
fn follow_up(entry: &FollowUpEntry, papers: &[Paper], base: &Path) -> Result<FollowUp, Trouble> {
    let due = match &entry.due {
        None => None,
        Some(toml::Value::String(words)) => Some(words.clone()),
        Some(toml::Value::Datetime(day)) => Some(day.to_string()),
        Some(_) => {
            return Err(Trouble::fixable(
                format!("The due day of “{}” is not a day.", entry.finding),
                "Write it like 2027-01-14, or as words in double quotes.",
            ));
        }
    };
    Ok(FollowUp {
        source: document(&entry.document, papers, base)?.id,
        finding: entry.finding.clone(),
        owner: entry.owner.clone(),
        due,
        state: entry.state.clone(),
        note: entry.note.clone(),
    })
}

/// Something late, with the documents it names.
fn late(entry: &LateEntry, papers: &[Paper], base: &Path) -> Result<Late, Trouble> {
    if entry.reason.trim().is_empty() {
        return Err(Trouble::fixable(
            "No pack was made, because a late item does not say why it is late.",
            "Write the reason: the chair decides on it (Local Government Act 1972, section 100B(4)(b)).",
        ));
    }
    let source = |named: &String| document(named, papers, base).map(|source| source.id);
    Ok(Late {
        heading: entry.heading.clone(),
        reason: entry.reason.trim().to_owned(),
        sources: entry.documents.iter().map(source).collect::<Result<_, _>>()?,
        text: entry.text.clone(),
    })
}

/// A document by its path, which decides; a file of that name elsewhere stands in when the path leads
/// nowhere.
fn document<'a>(named: &str, papers: &'a [Paper], base: &Path) -> Result<&'a Source, Trouble> {
    let path = base.join(named);
    let whole = papers.iter().find(|paper| paper.path == path);
    let found = whole.or_else(|| papers.iter().find(|paper| paper.path.file_name() == path.file_name()));
    found.map(|paper| &paper.source).ok_or_else(|| {
        Trouble::fixable(
            format!("No pack was made, because {named} is not among its documents."),
            "Name it under documents as well.",
        )
    })
}
