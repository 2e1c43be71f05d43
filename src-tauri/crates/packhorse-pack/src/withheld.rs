//! What one recipient may not be given, and the proof that it is not there.
//!
//! A withheld section is left out with what the first page says of it. The words of a withheld
//! quotation are left out wherever they stand: in listed items, in papers that quote them, in other
//! picks that hold them. The numbers of what is left run on without a gap.

use crate::check::Check;
use crate::papers::Papers;
use crate::{Audience, Edition, Plan};
use packhorse_model::{Quotation, Source, SourceId, Span};

/// So many words of a withheld quotation in a row are a part of it.
const RUN: usize = 7;

/// Something that was withheld and stands in an edition all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What was withheld: the quotation's first words, or the section's id.
    pub what: String,
    /// Where it was found: the layer's name.
    pub layer: String,
}

/// A withheld passage: its words without marks and capitals.
#[derive(Debug, Clone)]
pub(crate) struct Passage(Vec<String>);

impl Passage {
    pub(crate) fn new(words: &str) -> Self {
        Self(plain(words))
    }

    /// Whether a text says it, or enough of it in a row.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        let run = self.0.len().min(RUN);
        if run == 0 {
            return false;
        }
        let text = format!(" {} ", plain(text).join(" "));
        self.0.windows(run).any(|part| text.contains(&format!(" {} ", part.join(" "))))
    }

    /// Whether a text is a part of it.
    fn holds(&self, text: &str) -> bool {
        let part = plain(text);
        part.len() > 2 && format!(" {} ", self.0.join(" ")).contains(&format!(" {} ", part.join(" ")))
    }

    /// Whether a text says it, or is a part of it.
    pub(crate) fn touches(&self, text: &str) -> bool {
        self.is_in(text) || self.holds(text)
    }
}

/// Words as small letters and figures; marks and hyphens at line ends make no difference.
fn plain(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| c.is_whitespace() || ('\u{2013}'..='\u{2014}').contains(&c));
    let words = parts.map(|word| word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase));
    words.map(Iterator::collect::<String>).filter(|word| !word.is_empty()).collect()
}

/// The passages an edition may not hold.
pub(crate) fn passages(plan: &Plan, edition: &Edition) -> Vec<Passage> {
    let picks = edition.withheld.quotes.iter().filter_map(|index| plan.picks.get(*index));
    picks.map(|pick| Passage::new(&pick.quote.words)).collect()
}

/// An audience's template without the sections an edition may not hold.
pub(crate) fn cut(audience: &Audience, edition: &Edition) -> Audience {
    let withheld = &edition.withheld.sections;
    let gone = |id: &String| withheld.contains(id);
    let mut cut = audience.clone();
    cut.sections.retain(|id| !gone(id));
    cut.first_page.retain(|part| !gone(part) && !fed_by(part).is_some_and(|id| gone(&id.to_owned())));
    cut.may_not_hold.extend(withheld.iter().cloned());
    cut
}

/// The section whose matter a part of the first page repeats.
pub(crate) fn fed_by(part: &str) -> Option<&'static str> {
    Some(match part {
        "strong" => "what-inspectors-said",
        "good" => "good-things",
        "to-improve" | "better" => "areas-to-improve",
        "since-last-inspection" => "then-and-now",
        "what-next" => "deadlines",
        "exposure" => "said-publicly",
        _ => return None,
    })
}

/// Takes withheld passages out of the papers of an edition and out of what was checked in them.
pub(crate) fn take_out(
    passages: &[Passage],
    papers: &mut Papers,
    checks: &mut Vec<(SourceId, Vec<(Quotation, Check)>)>,
) {
    let touched = |text: &str| passages.iter().any(|passage| passage.touches(text));
    for (_, each) in checks.iter_mut() {
        each.retain(|(said, check)| {
            let shown =
                check.difference.iter().map(|change| change.words.as_str()).collect::<Vec<_>>().join(" ");
            let sentence = check.sentence.as_deref().unwrap_or("");
            !touched(&said.text) && !passages.iter().any(|one| one.is_in(sentence) || one.is_in(&shown))
        });
    }
    checks.retain(|(_, each)| !each.is_empty());
    for paper in &mut papers.all {
        paper.source.facts.findings.retain(|finding| !touched(&finding.text));
        paper.source.facts.quotations.retain(|said| !touched(&said.text));
        blank(&mut paper.source, passages);
    }
}

/// Blanks the blocks' sentences that hold a withheld passage; every other byte keeps its place.
fn blank(source: &mut Source, passages: &[Passage]) {
    let document = &mut source.document;
    let spans =
        document.blocks.iter().flat_map(|block| crate::sentence::sentences(&document.text, block.span));
    let held: Vec<Span> = spans
        .filter(|span| {
            let words = document.text.get(span.range()).unwrap_or("");
            passages.iter().any(|passage| passage.touches(words))
        })
        .collect();
    for span in held {
        let blanks: String =
            document.text[span.range()].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
        document.text.replace_range(span.range(), &blanks);
    }
}

/// Looks for what an edition withholds in the layers of its finished file.
///
/// Each layer has a name and what it says. A quotation is found by any seven of its words in a row; a
/// section by what the manager wrote for it.
pub fn withheld_in(plan: &Plan, edition: &Edition, layers: &[(String, String)]) -> Vec<Found> {
    let quotes = edition.withheld.quotes.iter().filter_map(|index| plan.picks.get(*index));
    let quotes =
        quotes.map(|pick| (crate::words::excerpt(&pick.quote.words, 12), Passage::new(&pick.quote.words)));
    let notes = plan.notes.iter().filter(|note| edition.withheld.sections.contains(&note.section));
    let notes = notes.map(|note| (note.section.replace('-', " "), Passage::new(&note.text)));
    let beside = edition.withheld.quotes.iter().filter_map(|index| plan.picks.get(*index)?.note.as_deref());
    let beside = beside.map(|note| (crate::words::excerpt(note, 12), Passage::new(note)));
    let wanted: Vec<(String, Passage)> = quotes.chain(notes).chain(beside).collect();
    let mut found = Vec::new();
    for (layer, text) in layers {
        for (what, passage) in &wanted {
            if passage.is_in(text) {
                found.push(Found { what: what.clone(), layer: layer.clone() });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests;
