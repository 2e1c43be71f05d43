//! Tables whose cells became lines, one below the other: labels of areas and grades in turn.

use super::grade::is_grade;
use super::words::Row;
use super::{Found, Reading, is_past, unnumbered};
use crate::frameworks::{self, Area};
use crate::page::Line;
use std::collections::BTreeSet;

/// A line that is a label or a grade, whole.
#[derive(Clone, Copy)]
enum Mark<'p, 'a> {
    Label(&'p Line<'a>, &'static Area),
    Grade(&'p Line<'a>),
    /// A label and its grade in one line.
    Row(&'p Line<'a>),
}

impl<'p, 'a> Mark<'p, 'a> {
    fn is_grade(&self) -> bool {
        matches!(self, Self::Grade(_))
    }

    fn row(&self) -> Option<&'p Line<'a>> {
        match self {
            Self::Row(line) => Some(line),
            _ => None,
        }
    }

    fn label(&self) -> Option<(&'p Line<'a>, &'static Area)> {
        match self {
            Self::Label(line, area) => Some((line, area)),
            Self::Grade(_) | Self::Row(_) => None,
        }
    }
}

/// Reads each run of labels and grades that stand together. Which grade is which area's is decided by
/// the run as a whole: grades that come first would all be the next area's. Gives the lines that hold a
/// label and a grade that may not belong together.
pub(super) fn runs(found: &mut Found<'_, '_>) -> BTreeSet<usize> {
    let mut disordered = BTreeSet::new();
    let page = found.page;
    let mut above: Option<&Line<'_>> = None;
    let mut run: Vec<Mark<'_, '_>> = Vec::new();
    for line in &page.lines {
        match mark(found, line) {
            Some(mark) => run.push(mark),
            None => {
                read_all(found, above, &std::mem::take(&mut run), &mut disordered);
                above = Some(line);
            }
        }
    }
    read_all(found, above, &run, &mut disordered);
    disordered
}

/// Reads a run. Lines with a label and a grade may have been made of two lines each; unless all labels
/// and grades, the label first, are there in turn, that may have been the wrong two.
fn read_all(
    found: &mut Found<'_, '_>,
    above: Option<&Line<'_>>,
    run: &[Mark<'_, '_>],
    disordered: &mut BTreeSet<usize>,
) {
    let rows = || run.iter().filter_map(Mark::row);
    if rows().next().is_none() {
        return read(found, above, run);
    }
    let grades: Vec<bool> = run
        .iter()
        .flat_map(|mark| if mark.row().is_some() { vec![false, true] } else { vec![mark.is_grade()] })
        .collect();
    let in_turn = grades.chunks(2).all(|pair| pair == [false, true]);
    if !in_turn {
        disordered.extend(rows().map(|line| line.index));
    }
    for part in run.split(|mark| mark.row().is_some()) {
        if in_turn { read(found, above, part) } else { unread(found, part, 1) }
    }
}

/// What a line is in a run. Outside headings only a label the framework prints is believed.
fn mark<'p, 'a>(found: &Found<'_, '_>, line: &'p Line<'a>) -> Option<Mark<'p, 'a>> {
    let long = !line.is_heading() && line.text.len() > 200;
    if long || line.is_item() || line.cell().is_some() || is_past(&line.folded) {
        return None;
    }
    if is_grade(&line.folded) {
        return Some(Mark::Grade(line));
    }
    if Row::of(found, line).is_some() {
        return Some(Mark::Row(line));
    }
    if line.text.contains(':') || line.text.contains(" is ") {
        return None;
    }
    let area = if line.is_heading() {
        frameworks::area(&line.folded)?
    } else {
        frameworks::named_area(unnumbered(&line.folded)).filter(|area| found.gives(area))?
    };
    Some(Mark::Label(line, area))
}

/// Reads a run of labels and grades.
fn read(found: &mut Found<'_, '_>, above: Option<&Line<'_>>, run: &[Mark<'_, '_>]) {
    // A short line above the run that speaks of an earlier inspection is its heading.
    if above.is_some_and(|line| line.text.len() < 120 && is_past(&line.folded)) {
        return;
    }
    let led = above.is_some_and(|line| line.text.trim_end().ends_with([':']) || line.folded.ends_with(" is"));
    // “Children’s services in Wexcombe are:” takes the grade below it.
    let run = if led && run.first().is_some_and(Mark::is_grade) { &run[1..] } else { run };
    let grades = run.iter().filter(|mark| mark.is_grade()).count();
    let labels = run.len() - grades;
    if grades == 0 || labels == 0 {
        return;
    }
    let in_turn = run.windows(2).all(|pair| pair[0].is_grade() != pair[1].is_grade());
    let apart = run.windows(2).filter(|pair| pair[0].is_grade() != pair[1].is_grade()).count() == 1;
    let first_is_grade = run[0].is_grade();
    match (first_is_grade, in_turn) {
        // One label and one grade above it say nothing about one another.
        (true, true) if grades == labels && labels > 1 => pairs(found, run, "grade above its label"),
        _ if apart && grades == labels && labels > 1 => {
            columns(found, run);
        }
        (false, _) => below(found, run, grades),
        (true, _) => unread(found, run, labels),
    }
}

/// Grades and labels in turn, the grade first: likely, and not certain.
fn pairs(found: &mut Found<'_, '_>, run: &[Mark<'_, '_>], rule: &'static str) {
    for pair in run.chunks(2) {
        if let [Mark::Grade(grade), Mark::Label(line, area)] = pair {
            add(found, (line, area), grade, rule, false);
        }
    }
}

/// All labels and then all grades, or the other way: read column by column.
fn columns(found: &mut Found<'_, '_>, run: &[Mark<'_, '_>]) {
    let grades: Vec<_> = run.iter().filter(|mark| mark.is_grade()).copied().collect();
    let labels = run.iter().filter_map(Mark::label);
    for (label, grade) in labels.zip(grades) {
        if let Mark::Grade(grade) = grade {
            add(found, label, grade, "grades listed apart from their labels", false);
        }
    }
}

/// Each label takes the grade below it. Two grades below a label say that the lines have lost their order.
fn below(found: &mut Found<'_, '_>, run: &[Mark<'_, '_>], grades: usize) {
    let doubled = run.windows(2).any(|pair| pair[0].is_grade() && pair[1].is_grade());
    // A label left at the end of labels and grades in turn may have lost its grade, or all of them may
    // stand below theirs and the first be lost. A heading there begins what comes next.
    let left = |(line, _): (&Line<'_>, _)| !line.is_heading();
    let sure = !doubled && !run.last().and_then(Mark::label).is_some_and(left);
    for (at, mark) in run.iter().enumerate() {
        let Some(label) = mark.label() else { continue };
        match run.get(at + 1) {
            Some(Mark::Grade(grade)) => add(found, label, grade, "grade below its label", sure),
            // An area without a grade is worth a question where others have theirs.
            _ if grades > 1 && !label.0.is_heading() => missing(found, label),
            _ => {}
        }
    }
}

/// Lines whose order tells nothing: the areas are named and their grades asked for.
fn unread(found: &mut Found<'_, '_>, run: &[Mark<'_, '_>], labels: usize) {
    let plain = run.iter().filter_map(Mark::label).filter(|(line, _)| labels > 1 || !line.is_heading());
    plain.for_each(|label| missing(found, label));
}

fn missing(found: &mut Found<'_, '_>, (line, area): (&Line<'_>, &'static Area)) {
    let printed = unnumbered(line.text);
    let part = found.part(line, &line.folded);
    found.unread(&Reading { area, printed, part, words: "", span: line.span, rule: "", sure: false });
}

fn add(
    found: &mut Found<'_, '_>,
    (line, area): (&Line<'_>, &'static Area),
    grade: &Line<'_>,
    rule: &'static str,
    sure: bool,
) {
    let part = found.part(line, &line.folded);
    let (printed, words, span) = (line.text, grade.text, grade.span);
    found.add(Reading { area, printed, part, words, span, rule, sure });
}
