//! What was said in public, and the inspectors' words in it held against the report or letter.

use super::Making;
use crate::check::{ChangeKind, Check, nearly, of_their_own, own_of};
use crate::papers::Paper;
use crate::words::{capital, cell, cell_of, citation, cited, columns, even, quoted, soft};
use packhorse_model::composed::{Block, Cell, Look, Run, Table, Tone};
use packhorse_model::{Quotation, Source, Verdict};

impl Making<'_> {
    /// Statements, then a table for each paper that quotes the inspectors.
    pub(super) fn public(&self) -> Option<Vec<Block>> {
        let mut blocks: Vec<Block> =
            self.chosen.iter().filter(|chosen| chosen.public).flat_map(|chosen| chosen.blocks()).collect();
        let mut marked = false;
        for (paper, checks) in self.checked() {
            // The first table that shows a difference says what the marks mean.
            let differs = checks.iter().any(|(_, check)| !check.difference.is_empty());
            blocks.push(Block::Table(self.check_table(paper, checks, differs && !marked)));
            marked |= differs;
        }
        (!blocks.is_empty()).then_some(blocks)
    }

    /// The papers that quote inspectors, as far as this audience may hear them.
    pub(super) fn checked(&self) -> impl Iterator<Item = (&Paper, &Vec<(Quotation, Check)>)> {
        self.checks.iter().filter(|(_, checks)| !checks.is_empty()).filter_map(|(id, checks)| {
            let paper = self.papers.paper(*id)?;
            let own = crate::speaker::own_voice(&paper.source);
            let allowed = self.audience.statement_from.iter().any(|known| known == own.id());
            // A news story's quotations of inspectors are the inspectors' words, not the paper's.
            let neutral = own == crate::speaker::Voice::Press;
            (allowed || neutral).then_some((paper, checks))
        })
    }

    /// How the inspectors' words fared in public, in a sentence.
    pub(super) fn tally(&self) -> Option<String> {
        let verdicts: Vec<Verdict> =
            self.checked().flat_map(|(_, checks)| checks.iter().map(|(_, check)| check.verdict)).collect();
        if verdicts.is_empty() || !self.audience.has("said-publicly") {
            return None;
        }
        let count = |wanted: Verdict| verdicts.iter().filter(|verdict| **verdict == wanted).count();
        let words = [
            (Verdict::Exact, "exact"),
            (Verdict::Punctuation, "different in punctuation only"),
            (Verdict::Differs, "different in words"),
            (Verdict::NotFound, "not found in the report or letter"),
            (
                Verdict::NoSource,
                match self.inspected() {
                    true => "not checked, because the report spoken of is not here or not known",
                    false => "not checked, because no report or letter is here",
                },
            ),
        ];
        let parts: Vec<String> = words
            .iter()
            .filter(|(verdict, _)| count(*verdict) > 0)
            .map(|(verdict, words)| format!("{} {words}", crate::words::number(count(*verdict))))
            .collect();
        let times = match verdicts.len() {
            1 => "once".to_owned(),
            2 => "twice".to_owned(),
            count => format!("{} times", crate::words::number(count)),
        };
        Some(format!("Inspectors are quoted {times} in public: {}.", parts.join(", ")))
    }

    /// Whether a report or letter is in this pack.
    fn inspected(&self) -> bool {
        self.papers.all.iter().any(|paper| paper.source.facts.is_primary())
    }

    fn check_table(&self, paper: &Paper, checks: &[(Quotation, Check)], first: bool) -> Table {
        let unchecked = checks.iter().all(|(_, check)| check.verdict == Verdict::NoSource);
        let row = |(said, check): &(Quotation, Check)| {
            let [words, held, mut verdict] = self.check_row(paper, said, check);
            if !unchecked {
                return vec![words, held, verdict];
            }
            // Without a report there is nothing to show beside the words but why.
            verdict.paragraphs.extend(held.paragraphs);
            vec![words, verdict]
        };
        let kind = capital(paper.source.facts.source_kind.value.words());
        let unplaced = paper.source.facts.published.is_none() && unchecked;
        Table {
            caption: format!(
                "Inspectors’ words as quoted in: {}.{}{}",
                cited(paper),
                match (unplaced, paper.unconfirmed.published) {
                    (false, _) => "",
                    (true, false) => UNDATED,
                    (true, true) => UNPLACED,
                },
                if first { MARKS } else { "" }
            ),
            columns: if unchecked {
                columns(&[(kind.as_str(), 66), ("Check", 34)])
            } else {
                columns(&[(kind.as_str(), 38), ("Report or letter", 38), ("Check", 24)])
            },
            rows: checks.iter().map(row).collect(),
            row_headers: false,
            alt: None,
        }
    }

    /// The words as they are quoted, those of the report or why there are none, and the verdict.
    fn check_row(&self, paper: &Paper, said: &Quotation, check: &Check) -> [Cell; 3] {
        let place = said.place.pin();
        let mut first = vec![vec![Run::plain(quoted(&said.text))]];
        if !place.is_empty() && paper.source.document.pages.is_some() {
            first.push(vec![soft(place)]);
        }
        let held = match (&check.sentence, check.source.and_then(|id| self.papers.paper(id)), check.place) {
            (Some(sentence), Some(witness), Some(place)) => {
                cell_of(vec![vec![Run::plain(quoted(sentence))], vec![soft(citation(witness, &place))]])
            }
            _ => cell_of(vec![vec![soft(NONE_LIKE)]]),
        };
        let mut verdict = cell_of(vec![vec![Run::strong(check.verdict.words())]]);
        if !check.difference.is_empty() {
            verdict.paragraphs.push(difference(check));
        }
        verdict.paragraphs.extend(check.note.iter().map(|note| vec![soft(even(note))]));
        verdict.tone = Some(match check.verdict {
            Verdict::Exact => Tone::Good,
            Verdict::Punctuation => Tone::Middling,
            Verdict::Differs | Verdict::NotFound => Tone::Poor,
            Verdict::NoSource => Tone::None,
        });
        if matches!(check.verdict, Verdict::NoSource) {
            let none = "No report or letter is in this pack.";
            if self.inspected() {
                verdict.paragraphs = vec![vec![Run::strong("not checked")]];
                let absent = if paper.source.facts.published.is_some() { ABSENT } else { UNKNOWN };
                return [cell_of(first), cell_of(vec![vec![soft(absent)]]), verdict];
            }
            return [cell_of(first), cell(none), verdict];
        }
        [cell_of(first), held, verdict]
    }
}

/// What the marks in a table mean; the first table says it.
const MARKS: &str = " In the last column, struck-through words are the inspectors’ and were left out; underlined words \
    were put in.";
/// What is said of words that the report or letter spoken of does not have.
const NONE_LIKE: &str = "No sentence like it was found in what it speaks of.";
/// What is said of a paper that may be about any inspection.
const UNDATED: &str = " It prints no date and may be about an earlier inspection.";
/// The same when its date was read and nobody confirmed it.
const UNPLACED: &str = " Its date is not confirmed, and it may be about an earlier inspection.";
/// What is said of words whose report is not there.
const ABSENT: &str = "The report or letter it speaks of is not in this pack.";
/// The same of a paper without a day.
const UNKNOWN: &str = "It is not known which report or letter it speaks of.";

/// The checks of a paper; none of them counts when the report it speaks of is not there.
pub(super) fn of_its_own(
    paper: Option<&Paper>,
    checks: Vec<(Quotation, Check)>,
    inspections: &[&Source],
) -> Vec<(Quotation, Check)> {
    let Some(paper) = paper.filter(|_| !inspections.is_empty()) else { return checks };
    let own = inspections.iter().filter(|inspection| speaks_of(&paper.source, inspection, &checks));
    let own = own_of(own.map(|inspection| inspection.id), &checks);
    if !own.is_empty() {
        return of_their_own(checks, &own);
    }
    checks.into_iter().map(|(said, _)| (said, Check::without_place(Verdict::NoSource))).collect()
}

/// Whether a public paper may be about an inspection: the same visit, or a day near its own.
fn speaks_of(public: &Source, inspection: &Source, checks: &[(Quotation, Check)]) -> bool {
    let dated = public.facts.published.is_some();
    // Without a day, words that are nearly those of a report most likely speak of it.
    let nearly_said =
        || checks.iter().any(|(_, check)| check.source == Some(inspection.id) && nearly(&check.difference));
    crate::check::same_days(&public.facts, &inspection.facts) || (!dated && nearly_said())
}

fn difference(check: &Check) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for change in &check.difference {
        if !runs.is_empty() {
            runs.push(Run::plain(" "));
        }
        runs.push(match change.change {
            ChangeKind::Same => Run::plain(&change.words),
            ChangeKind::Removed => Run::looking(&change.words, Look::Removed),
            ChangeKind::Added => Run::looking(&change.words, Look::Added),
        });
    }
    runs
}
