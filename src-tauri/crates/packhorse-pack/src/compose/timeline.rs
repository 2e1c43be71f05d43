//! Inspections and statements in the order of time, with the frameworks' breaks.

use super::Making;
use crate::data::frameworks::framework;
use crate::papers::{Paper, mark};
use crate::suggest::day;
use crate::words::{capital, counted, quoted, tone};
use packhorse_model::composed::{Block, Event, FrameworkBreak, Moment, Timeline, Tone};
use packhorse_model::{DateRange, Grade, PartialDate, SourceKind};

impl Making<'_> {
    /// The chart, when there are at least two things to show.
    pub(super) fn timeline(&self) -> Option<Block> {
        let mut dated: Vec<(i32, Event)> =
            self.papers.all.iter().filter_map(|paper| self.event(paper)).collect();
        dated.sort_by_key(|(at, event)| (*at, !event.inspection, event.label.clone()));
        let events: Vec<Event> = dated.into_iter().map(|(_, event)| event).collect();
        if events.len() < 2 {
            return None;
        }
        let breaks = self.breaks();
        Some(Block::Timeline(Timeline {
            caption: format!(
                "{}{}",
                caption(events.iter().any(|event| !event.inspection), !breaks.is_empty()),
                self.without_day()
            ),
            alt: alt(&events, &breaks),
            events,
            breaks,
        }))
    }

    /// What is said of public statements without a day on which they could stand.
    fn without_day(&self) -> &'static str {
        let undated: Vec<&Paper> = self
            .papers
            .public()
            .filter(|paper| {
                let facts = &paper.source.facts;
                facts.published.is_none() && facts.source_kind.value != SourceKind::OutcomesTable
            })
            .collect();
        if undated.is_empty() {
            ""
        } else if undated.iter().any(|paper| paper.unconfirmed.published) {
            " Statements without a confirmed date are not on it."
        } else {
            " Statements that print no date are not on it."
        }
    }

    fn event(&self, paper: &Paper) -> Option<(i32, Event)> {
        let facts = &paper.source.facts;
        let inspection = paper.is_inspection();
        if facts.source_kind.value == SourceKind::OutcomesTable {
            return None;
        }
        let (at, date) = if inspection {
            let unsure = facts.inspected.as_ref().map_or("", |fact| mark(fact.confidence));
            let words = facts.inspected.as_ref().map(|fact| short(&fact.value));
            (day(&paper.source)?, format!("{}{unsure}", words.or_else(|| published(paper))?))
        } else {
            (facts.published.as_ref()?.value.earliest(), published(paper)?)
        };
        let grades = facts.judgements.iter().filter(|judgement| judgement.area == "overall");
        let printed: Vec<&Grade> = grades
            .filter(|judgement| inspection && self.may_print(judgement.confidence))
            .map(|judgement| &judgement.grade)
            .filter(|grade| grade.printed().is_some())
            .collect();
        let label = match paper.framework() {
            Some(framework) if inspection => framework.plain_name().to_owned(),
            _ => capital(kind(facts.source_kind.value)),
        };
        let grade = printed.iter().filter_map(|grade| grade.printed()).collect::<Vec<_>>().join("; ");
        let event = Event {
            at: Moment::of(at),
            date,
            label,
            grade: (!grade.is_empty()).then_some(grade),
            tone: printed.first().map_or(Tone::None, |grade| tone(grade)),
            inspection,
        };
        Some((event.at.0, event))
    }

    /// A break for each framework that graded inspections changed to.
    fn breaks(&self) -> Vec<FrameworkBreak> {
        let mut graded: Vec<&Paper> = self
            .papers
            .all
            .iter()
            .filter(|paper| paper.is_inspection() && paper.framework().is_some_and(|known| known.graded))
            .filter(|paper| day(&paper.source).is_some())
            .collect();
        graded.sort_by_key(|paper| day(&paper.source));
        let mut breaks: Vec<FrameworkBreak> = Vec::new();
        for pair in graded.windows(2) {
            let ids = pair.iter().filter_map(|paper| paper.source.facts.framework.as_ref());
            let ids: Vec<&str> = ids.map(|fact| fact.value.as_str()).collect();
            let [before, after] = ids[..] else { continue };
            let Some(framework) = framework(after).filter(|_| before != after) else { continue };
            let at = Moment::of(framework.from);
            let earlier = day(&pair[0].source).map(Moment::of);
            // A report of the first days may precede the printed start by a little.
            if earlier < Some(at) && breaks.iter().all(|known| known.at != at) {
                let year = framework.from.format("%Y");
                breaks.push(FrameworkBreak { at, label: format!("{} from {year}", framework.plain_name()) });
            }
        }
        breaks
    }
}

/// What the chart shows, and what its marks mean: of those it has.
fn caption(statements: bool, breaks: bool) -> String {
    let marks = if statements {
        "Inspections and public statements in order of time. A filled mark is an inspection, a ring is a statement."
    } else {
        "Inspections in order of time."
    };
    let turns = " A dashed line marks a new framework: grades on either side are not on the same scale or not for \
                 the same areas.";
    format!("{marks}{}", if breaks { turns } else { "" })
}

fn published(paper: &Paper) -> Option<String> {
    let fact = paper.source.facts.published.as_ref()?;
    Some(format!("{}{}", fact.value.words(), mark(fact.confidence)))
}

/// The month of a visit: the chart has no room for its days.
fn short(days: &DateRange) -> String {
    let from = days.from.earliest();
    match days.from {
        PartialDate::Year(_) => days.from.words(),
        _ => from.format("%B %Y").to_string(),
    }
}

fn kind(kind: SourceKind) -> &'static str {
    kind.words()
}

fn alt(events: &[Event], breaks: &[FrameworkBreak]) -> String {
    let inspections = events.iter().filter(|event| event.inspection).count();
    let mut said = format!("Timeline of {}", counted(inspections, "inspection", "inspections"));
    if events.len() > inspections {
        said.push_str(&format!(
            " and {}",
            counted(events.len() - inspections, "public paper", "public papers")
        ));
    }
    said.push_str(". ");
    for event in events {
        let grade = event.grade.as_deref().map(|grade| format!(", overall effectiveness {}", quoted(grade)));
        said.push_str(&format!("{}: {}{}. ", event.date, event.label, grade.unwrap_or_default()));
    }
    for turn in breaks {
        said.push_str(&format!("Framework break: {}. ", turn.label));
    }
    said.trim_end().to_owned()
}
