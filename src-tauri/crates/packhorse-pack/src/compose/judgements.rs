//! Grades as printed, area by area, inspection by inspection.

use super::Making;
use super::tabled::Stand;
use crate::data::folded;
use crate::data::frameworks::{Framework, area_label, areas};
use crate::papers::{Paper, mark};
use crate::words::{cell, cell_of, small, soft, tone};
use packhorse_model::composed::{Block, Cell, Column, Run, Table, Tone};
use packhorse_model::{BlockKind, Confidence, Grade, Judgement, Source, Span};

/// How many inspections stand side by side.
const MOST_COLUMNS: usize = 4;

impl Making<'_> {
    /// The timeline, the table and what to bear in mind when reading them.
    pub(super) fn judgements(&self) -> Option<Vec<Block>> {
        let plain = self.audience.plain_words;
        let mut blocks: Vec<Block> = self.timeline().filter(|_| !plain).into_iter().collect();
        let mut shown = self.graded();
        if plain {
            // Children and young people are told of this inspection; grades of earlier ones would look like its own.
            shown.retain(|paper| {
                self.papers.subject().is_some_and(|subject| subject.source.id == paper.source.id)
            });
            shown.retain(|paper| {
                paper.source.facts.judgements.iter().any(|known| known.grade.printed().is_some())
            });
        }
        if let Some(table) = self.table(&shown) {
            blocks.push(Block::Table(table));
        }
        if !plain {
            blocks.extend(cautions(&shown).into_iter().map(small));
            blocks.extend(self.table_notes());
        }
        (!blocks.is_empty()).then_some(blocks)
    }

    /// Inspections with grades and the subject, the earliest first.
    fn graded(&self) -> Vec<&Paper> {
        let mut shown: Vec<&Paper> = self.papers.subject().into_iter().collect();
        let graded = |paper: &&Paper| {
            paper.framework().is_some_and(|known| known.graded) || !paper.source.facts.judgements.is_empty()
        };
        shown.extend(self.papers.earlier().filter(graded));
        shown.truncate(MOST_COLUMNS);
        shown.reverse();
        shown
    }

    fn table(&self, shown: &[&Paper]) -> Option<Table> {
        let mut stands: Vec<Stand<'_>> = shown.iter().map(|paper| Stand::Paper(paper)).collect();
        if !self.audience.plain_words {
            stands.extend(self.tabled().into_iter().map(Stand::Table));
        }
        stands.sort_by_key(Stand::day);
        stands.drain(..stands.len().saturating_sub(MOST_COLUMNS));
        let judged = |area: &str| stands.iter().any(|stand| stand.judges(area));
        let rows: Vec<Vec<Cell>> =
            areas().filter(|area| judged(area)).map(|area| self.row(area, &stands)).collect();
        if rows.is_empty() {
            return None;
        }
        // The longest grade stands on two lines beside two others.
        let area = if stands.len() > 2 { 26 } else { 30 };
        let mut columns = vec![Column::new("Area", area)];
        let share = (100 - area) / u32::try_from(stands.len()).unwrap_or(1).max(1);
        let mut before = None;
        for stand in &stands {
            // A visit gives no grades, so it parts no scales.
            let now = stand.scale();
            let breaks = now.is_some() && before.is_some() && now != before;
            before = now.or(before);
            let heading = stand.heading();
            // For children and young people, of whose inspection alone the table speaks, the month is enough.
            let month = heading.split(", ").next().filter(|_| self.audience.plain_words);
            columns.push(Column { breaks, ..Column::new(month.unwrap_or(&heading), share) });
        }
        let mut caption = "Grades as printed, by area and inspection.".to_owned();
        // A grade has a tone; a reason for its absence has none.
        if rows.iter().flat_map(|row| row.iter().skip(1)).any(|cell| cell.tone.is_none()) {
            caption.push_str(" Where there is no grade, the cell says why.");
        }
        if columns.iter().any(|column| column.breaks) {
            caption.push_str(" A dashed line stands where the framework changes.");
        }
        Some(Table { caption, columns, rows, row_headers: true, alt: None })
    }

    fn row(&self, area: &str, stands: &[Stand<'_>]) -> Vec<Cell> {
        let label = area_label(area);
        let papers = stands.iter().rev().filter_map(Stand::paper);
        let newest = papers.filter_map(|paper| held(paper, area).next()).next();
        let newest = newest.map(printed_name);
        let mut first = vec![vec![Run::plain(label)]];
        let differs = |printed: &&str| !says(printed, label) && !self.audience.plain_words;
        if let Some(printed) = newest.filter(differs) {
            first.push(vec![soft(format!("printed as “{printed}”"))]);
        }
        let mut row = vec![cell_of(first)];
        row.extend(stands.iter().map(|stand| match stand {
            Stand::Paper(paper) => self.grade_cell(area, paper, newest),
            Stand::Table(table) => table.cell(area),
        }));
        row
    }

    fn grade_cell(&self, area: &str, paper: &Paper, newest: Option<&str>) -> Cell {
        let judgements: Vec<&Judgement> = held(paper, area).collect();
        if judgements.is_empty() {
            let judged = |area: &str| held(paper, area).next().is_some();
            return cell_of(vec![vec![soft(why_not(area, judged, paper.framework()))]]);
        }
        let mut made = Cell::default();
        for judgement in &judgements {
            if !self.may_print(judgement.confidence) {
                made.paragraphs.push(vec![soft("not confirmed, left out")]);
                continue;
            }
            let words = format!("{}{}", judgement.grade.words(), mark(judgement.confidence));
            let run = if judgement.grade.printed().is_some() { Run::strong(words) } else { soft(words) };
            made.paragraphs.push(vec![run]);
            let printed = printed_name(judgement);
            let other = newest.is_none_or(|newest| folded(newest) != folded(printed));
            if other && !says(printed, area_label(area)) || judgements.len() > 1 {
                made.paragraphs.push(vec![soft(format!("as “{printed}”"))]);
            }
            made.tone = made.tone.or(Some(tone(&judgement.grade)));
        }
        made.tone = made.tone.filter(|tone| *tone != Tone::None);
        made
    }

    /// Grades in plain words, for children and young people.
    pub(super) fn grades_explained(&self) -> Option<Vec<Block>> {
        let subject = self.papers.subject()?;
        let sure = |judgement: &&Judgement| judgement.confidence != Confidence::None;
        let printed: Vec<String> = subject
            .source
            .facts
            .judgements
            .iter()
            .filter(sure)
            .filter_map(|judgement| judgement.grade.printed().map(folded))
            .collect();
        let mut blocks = Vec::new();
        if subject.framework().is_some_and(|framework| !framework.graded) {
            blocks.extend(self.audience.no_grades.clone().map(crate::words::paragraph));
        }
        let older = self.audience.older_grades.iter().filter(|known| printed.contains(&folded(&known.grade)));
        let known = self.audience.grades.iter().filter(|_| !printed.is_empty());
        let rows: Vec<Vec<Cell>> =
            known.chain(older).map(|known| vec![cell(&known.grade), cell(&known.plain)]).collect();
        if !rows.is_empty() {
            blocks.push(Block::Table(Table {
                caption: "What each grade means".to_owned(),
                columns: crate::words::columns(&[("Grade", 35), ("What it means", 65)]),
                rows,
                row_headers: true,
                alt: None,
            }));
        }
        (!blocks.is_empty()).then_some(blocks)
    }
}

/// An area as printed, without the verb of the sentence some reports give the grade in: “Children’s
/// services in Wexcombe are”.
pub(super) fn printed_name(judgement: &Judgement) -> &str {
    let printed = judgement.area_as_printed.as_str();
    let verb = [" is", " are"].iter().find_map(|verb| printed.strip_suffix(verb));
    verb.unwrap_or(printed)
}

/// Whether an area's printed name only has more words before our own: “The experiences and progress of
/// care leavers”.
fn says(printed: &str, label: &str) -> bool {
    folded(printed).ends_with(&folded(label))
}

/// The judgements of an area in one inspection; some frameworks give two.
pub(super) fn held<'a>(paper: &'a Paper, area: &str) -> impl Iterator<Item = &'a Judgement> {
    let area = area.to_owned();
    paper.source.facts.judgements.iter().filter(move |judgement| judgement.area == area)
}

/// The part of a report that speaks of each judged area: from the heading that names it to the next one
/// that names another. Areas without such a heading are not there.
pub(crate) fn parts(source: &Source) -> Vec<(String, Span)> {
    let document = &source.document;
    let mut parts: Vec<(String, Span)> = Vec::new();
    for block in &document.blocks {
        let BlockKind::Heading { .. } = block.kind else { continue };
        let words = folded(document.words(block));
        let named = source.facts.judgements.iter().filter(|judgement| judgement.area != "overall");
        let longest = named
            .filter(|judgement| words.contains(&folded(&judgement.area_as_printed)))
            .max_by_key(|judgement| judgement.area_as_printed.len());
        let Some(judgement) = longest else { continue };
        if let Some((_, last)) = parts.last_mut() {
            last.end = block.span.start;
        }
        parts.push((judgement.area.clone(), Span { start: block.span.end, end: document.text.len() }));
    }
    parts
}

/// Why an inspection has no grade for an area of which it may have judged a part, or more.
pub(super) fn why_not(area: &str, judged: impl Fn(&str) -> bool, framework: Option<&Framework>) -> String {
    match area {
        "children-in-care" | "care-leavers" if judged(TOGETHER) => {
            "judged together: see the row for both".to_owned()
        }
        TOGETHER if judged("children-in-care") && judged("care-leavers") => {
            "judged apart: see the two rows".to_owned()
        }
        _ => absent(area, framework),
    }
}

/// Children in care and care leavers, judged together until the end of 2022.
const TOGETHER: &str = "care-and-care-leavers";

/// Why an inspection has no grade for an area.
fn absent(area: &str, framework: Option<&Framework>) -> String {
    let grade = match framework {
        Some(known) if area == "overall" && known.overall_ended() => Grade::NoLongerGiven,
        Some(known) if known.is_visit() => return "not graded: a visit gives no grades".to_owned(),
        Some(known) if !known.graded => return "not graded: this inspection gives no grades".to_owned(),
        Some(known) if !known.areas.iter().any(|judged| judged == area) => Grade::NotJudged,
        _ => Grade::NotStated,
    };
    grade.words().to_owned()
}

/// “March 2023, ILACS”, “August 2026, focused visit”.
pub(super) fn heading(paper: &Paper) -> String {
    let days = paper.source.facts.inspected.as_ref();
    let published = paper.source.facts.published.as_ref();
    let when = match (days, published) {
        (Some(days), _) => format!("{}{}", month(days.value.from), mark(days.confidence)),
        (None, Some(day)) => format!("published {}{}", month(day.value), mark(day.confidence)),
        (None, None) => paper.dayless().to_owned(),
    };
    let name =
        paper.framework().map_or(paper.source.facts.source_kind.value.words(), |known| known.plain_name());
    format!("{}, {}", crate::words::capital(&when), crate::words::uncapital(name))
}

pub(super) fn month(date: packhorse_model::PartialDate) -> String {
    match date {
        packhorse_model::PartialDate::Day(day) => day.format("%B %Y").to_string(),
        other => other.words(),
    }
}

/// What keeps grades of unlike frameworks from being compared.
fn cautions(shown: &[&Paper]) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    let frameworks: Vec<&Framework> =
        shown.iter().filter_map(|paper| paper.framework()).filter(|known| known.graded).collect();
    for pair in frameworks.windows(2) {
        let [before, after] = pair else { continue };
        if before.id == after.id {
            continue;
        }
        let what = if before.family() == after.family() {
            "do not judge all the same areas"
        } else {
            "use different scales"
        };
        let (before, after) = (named(before), named(after));
        said.push(crate::words::capital(&format!(
            "{before} and {after} {what}: their grades are not compared here."
        )));
    }
    for known in &frameworks {
        if let Some(note) = known.note.as_ref().filter(|note| !said.contains(note)) {
            said.push(note.clone());
        }
    }
    let adequate = shown.iter().flat_map(|paper| &paper.source.facts.judgements).any(|judgement| {
        judgement.grade.printed().is_some_and(|words| {
            folded(words).split(' ').any(|word| word.contains("adequate") && !word.contains("inadequate"))
        })
    });
    if adequate {
        said.push(
            "“Adequate” was a grade until 2013. It is not “requires improvement” and is shown as printed."
                .to_owned(),
        );
    }
    said
}

fn named(framework: &Framework) -> String {
    let ends_with_year = framework.short.ends_with(|c: char| c.is_ascii_digit());
    if ends_with_year {
        framework.short.replace(' ', " of ")
    } else {
        format!("the {}", crate::words::uncapital(&framework.short))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::frameworks::framework;

    #[test]
    fn a_printed_name_is_given_where_it_says_more_than_ours() {
        assert!(says("The experiences and progress of care leavers", "Care leavers"));
        assert!(!says("The impact of leaders on social work practice", "Leaders’ impact on practice"));
        assert!(!says("Children looked after and achieving permanence", "Children in care"));
    }

    #[test]
    fn a_visit_is_not_said_to_have_left_out_a_judgement() {
        assert_eq!(absent("overall", framework("ilacs-fv")), "not graded: a visit gives no grades");
        assert_eq!(absent("overall", framework("ilacs-mv")), "not graded: a visit gives no grades");
        assert_eq!(absent("overall", framework("jtai")), "not graded: this inspection gives no grades");
        assert_eq!(absent("adoption", framework("ilacs-2023")), "not judged under this framework");
        assert_eq!(absent("overall", None), Grade::NotStated.words());
        let apart = |area: &str| matches!(area, "children-in-care" | "care-leavers");
        assert_eq!(why_not(TOGETHER, apart, framework("ilacs-2023")), "judged apart: see the two rows");
        let together = |area: &str| area == TOGETHER;
        let both = "judged together: see the row for both";
        assert_eq!(why_not("care-leavers", together, framework("ilacs-2018")), both);
    }
}
