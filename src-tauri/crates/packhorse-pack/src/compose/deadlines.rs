//! What is due: dates a document prints first, then dates that follow from a rule.

use super::Making;
use crate::data::{folded, working_days};
use crate::due::{counted_days, dates, sets_a_date};
use crate::papers::{Paper, mark};
use crate::sentence::sentences;
use crate::suggest::leans;
use crate::words::{capital, cell, cell_of, citation, columns, date, even, named, quoted, soft};
use chrono::NaiveDate;
use packhorse_model::composed::{Block, Cell, Run, Table};
use packhorse_model::{BlockKind, PartialDate, Rank, Span};

/// Something due.
#[derive(Debug, Clone)]
struct Due {
    what: String,
    who: String,
    when: When,
    /// Where the day comes from.
    basis: String,
}

/// When something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    /// The document prints the day.
    Printed(NaiveDate),
    /// The day follows from a rule.
    About(NaiveDate),
    /// There is no day to count from.
    Open,
}

impl When {
    fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Printed(day) | Self::About(day) => Some(day),
            Self::Open => None,
        }
    }
}

impl Making<'_> {
    /// A table of what is due.
    pub(super) fn deadlines(&self) -> Option<Vec<Block>> {
        let plain = self.audience.plain_words;
        let due = self.shown();
        if due.is_empty() {
            return None;
        }
        let counted = due.iter().any(|due| matches!(due.when, When::About(_)));
        let all = [("What", 32), ("Who", 17), ("When", 21), ("Where the date comes from", 30)];
        let shown = if plain { &all[..3] } else { &all[..] };
        let rows = due.into_iter().map(|due| {
            let mut row = self.due_row(due);
            row.truncate(shown.len());
            row
        });
        let mut blocks = vec![Block::Table(Table {
            caption: "What is due, by whom and when".to_owned(),
            columns: columns(shown),
            rows: rows.collect(),
            row_headers: true,
            alt: None,
        })];
        if !plain && counted {
            blocks.push(crate::words::small(
                "Working days leave out Saturdays, Sundays and bank holidays in England. A date marked “about, please \
                 check” is worked out, not printed. What a document asks for is counted from its own date; the day \
                 on which the council received it may change that.",
            ));
        }
        Some(blocks)
    }

    /// What this edition is told is due: children and young people hear of nothing that is over.
    fn shown(&self) -> Vec<Due> {
        let mut due = self.due();
        if self.audience.plain_words {
            due.retain(|due| due.when.day().is_none_or(|day| day >= self.plan.made));
        } else {
            due.extend(self.agenda());
        }
        // Printed days stand first; those worked out follow, the soonest first.
        due.sort_by_key(|due| {
            (!matches!(due.when, When::Printed(_)), due.when.day().is_none(), due.when.day())
        });
        due
    }

    /// Whether things are due and no day can be named for any.
    pub(super) fn has_no_deadline(&self) -> bool {
        let due = self.shown();
        !due.is_empty() && due.iter().all(|due| due.when == When::Open)
    }

    /// The next thing due, in a sentence.
    pub(super) fn next_deadline(&self) -> Option<String> {
        let due = self.due_of_subject();
        let open = due.iter().filter(|due| due.when.day().is_some_and(|day| day >= self.plan.made));
        let next = open.min_by_key(|due| due.when.day())?;
        Some(match next.when {
            When::Printed(day) => format!("{}: {}", capital(&date(day)), next.what),
            _ => format!("About {}, please check: {}", date(next.when.day()?), next.what),
        })
    }

    /// What the newest report or letter asks for, and what earlier ones asked for by a day still to come.
    fn due(&self) -> Vec<Due> {
        let council = self.papers.council_words();
        let mut due = self.due_of_subject();
        let earlier = self.papers.earlier().filter(|_| !self.audience.plain_words);
        let earlier = earlier.flat_map(|paper| printed(paper, council));
        due.extend(earlier.filter(|due| due.when.day().is_some_and(|day| day >= self.plan.made)));
        due
    }

    fn due_of_subject(&self) -> Vec<Due> {
        let Some(subject) = self.papers.subject() else { return Vec::new() };
        let council = self.papers.council_words();
        let mut due = printed(subject, council);
        let said = counted(subject, council);
        let by_rule = if due.is_empty() && said.is_empty() { self.by_rule(subject) } else { Vec::new() };
        due.extend(said);
        due.extend(by_rule);
        due
    }

    /// What follows from a rule where the document itself sets no time.
    fn by_rule(&self, subject: &Paper) -> Vec<Due> {
        let Some(framework) = subject.framework() else { return Vec::new() };
        let priority = subject.source.facts.ranked(Rank::PriorityAction).next().is_some();
        let make = |what: &str, who: &str, days: u32| {
            let (when, _) = after(subject, days);
            let kind = subject.source.facts.source_kind.value.words();
            let rule = format!(
                "{days} working days from the day the council received the {kind}. That is a rule; the {kind} prints \
                 no date"
            );
            let basis =
                if when == When::Open { format!("{rule} to count from.") } else { format!("{rule}.") };
            Due { what: what.to_owned(), who: who.to_owned(), when, basis }
        };
        match framework.id.as_str() {
            "sif" | "ilacs-2018" | "ilacs-2023" | "ilacs-2026" => {
                vec![make(RESPONSE, self.papers.council_words(), 70)]
            }
            "ilacs-fv" if priority => vec![
                make("A draft of the action plan", "Director of Children’s Services", 20),
                make(
                    "The action plan for the area for priority action",
                    "Director of Children’s Services",
                    70,
                ),
            ],
            "jtai" => vec![make("A written statement of proposed action", PRINCIPAL, 70)],
            _ => Vec::new(),
        }
    }

    /// When the meeting's papers open to the public.
    fn agenda(&self) -> Option<Due> {
        let meeting = self.plan.meeting?;
        // Five clear days: neither the day of the meeting nor that of publication counts.
        let opens = working_days::before(meeting, 6).filter(|opens| *opens >= self.plan.made)?;
        Some(Due {
            what: AGENDA.to_owned(),
            who: "Democratic services".to_owned(),
            when: When::About(opens),
            basis: format!("Five clear working days before the meeting of {}", date(meeting)),
        })
    }

    /// Whether the report came out, or the inspection ended, so long ago that whatever it set going is
    /// most likely due by now.
    fn is_long_past(&self) -> bool {
        let Some(subject) = self.papers.subject() else { return false };
        let facts = &subject.source.facts;
        let since = |day: NaiveDate| (self.plan.made - day).num_days();
        let inspected =
            facts.inspected.as_ref().map(|fact| fact.value.to.unwrap_or(fact.value.from).latest());
        match (&facts.published, inspected) {
            (Some(published), _) => since(published.value.latest()) > SEVENTY_DAYS,
            (None, Some(last)) => since(last) > UNTIL_PUBLISHED + SEVENTY_DAYS,
            (None, None) => false,
        }
    }

    fn due_row(&self, due: Due) -> Vec<Cell> {
        let mut when = match due.when {
            When::Printed(day) => vec![vec![Run::strong(date(day))], vec![soft("printed")]],
            When::About(day) => vec![vec![Run::plain(date(day))], vec![soft("about, please check")]],
            When::Open if self.is_long_past() => {
                let ask = if self.audience.plain_words { PAST_PLAIN } else { PAST };
                vec![vec![Run::plain("Probably passed by now")], vec![soft(ask)]]
            }
            When::Open => vec![vec![soft("not worked out")]],
        };
        if due.when.day().is_some_and(|day| day < self.plan.made) {
            when.push(vec![soft("this date has passed")]);
        } else if due.what != AGENDA
            && due.when.day().is_some_and(|day| self.plan.meeting.is_some_and(|meeting| day < meeting))
        {
            when.push(vec![soft("before the meeting")]);
        }
        vec![cell(due.what), cell(due.who), cell_of(when), cell(capital(&due.basis))]
    }
}

/// Seventy working days, Christmas and Easter among them.
const SEVENTY_DAYS: i64 = 115;
/// How long a report may take to come out, generously.
const UNTIL_PUBLISHED: i64 = 155;
const PAST: &str = "please check what was sent";
const PAST_PLAIN: &str = "ask what the council sent";
const AGENDA: &str = "Agenda and reports of the meeting open to the public";
const RESPONSE: &str = "A written response to the report, with the action to be taken";
const PRINCIPAL: &str = "The principal authority named in the letter, for all partners";

/// Sentences that print a date after the document's own.
fn printed(subject: &Paper, council: &str) -> Vec<Due> {
    let facts = &subject.source.facts;
    let own = facts.published.as_ref().map(|fact| fact.value.earliest());
    let last = facts.inspected.as_ref().map(|fact| fact.value.to.unwrap_or(fact.value.from).earliest());
    let Some(written) = own.max(last) else { return Vec::new() };
    said(subject, council, |words| {
        let day = dates(words).into_iter().find(|day| *day > written)?;
        sets_a_date(words).then_some((When::Printed(day), None))
    })
}

/// Sentences that print a number of working days.
fn counted(subject: &Paper, council: &str) -> Vec<Due> {
    said(subject, council, |words| {
        let days = counted_days(words).filter(|_| sets_a_date(words))?;
        let (when, basis) = after(subject, days);
        Some((when, Some(basis)))
    })
}

fn said(subject: &Paper, council: &str, read: impl Fn(&str) -> Option<(When, Option<String>)>) -> Vec<Due> {
    let document = &subject.source.document;
    let running = |kind: BlockKind| matches!(kind, BlockKind::Paragraph | BlockKind::Item { .. });
    let blocks = document.blocks.iter().filter(|block| running(block.kind));
    let spans = blocks.flat_map(|block| {
        let mut last: Option<Span> = None;
        sentences(&document.text, block.span).into_iter().map(move |span| (span, last.replace(span)))
    });
    let mut before = String::new();
    let due = |(span, earlier_here): (Span, Option<Span>)| {
        let quote = subject.source.quote(span)?;
        let earlier = std::mem::replace(&mut before, quote.words().to_owned());
        // Most sentences name no day and no number of days.
        let (when, basis) =
            quote.words().contains(|c: char| c.is_ascii_digit()).then(|| read(quote.words()))??;
        let who = asked_of(quote.words(), council).or_else(|| asked_of(&earlier, council));
        let who = who.unwrap_or_else(|| "not stated".to_owned());
        let place = citation(subject, &quote.place());
        let basis = basis.map_or(place.clone(), |basis| format!("{basis}; {place}"));
        let mut what = quoted(&even(quote.words()));
        // “It would help to see a draft” says little without the sentence it goes on from.
        if leans(quote.words())
            && let Some(on) = earlier_here.and_then(|span| subject.source.quote(span))
        {
            what.push_str(&format!(" This goes on from {}", quoted(&even(on.words()))));
        }
        Some(Due { what, who, when, basis })
    };
    spans.filter_map(due).collect()
}

/// Who is asked to do something, when a sentence says so plainly.
fn asked_of(sentence: &str, council: &str) -> Option<String> {
    let sentence = folded(sentence);
    let asked = ["should", "must", "will", "is to", "are to", "is required", "are required"]
        .iter()
        .filter_map(|cue| sentence.find(&format!(" {cue} ")))
        .min()?;
    let subject = &sentence[..asked];
    let has = |cues: &[&str]| cues.iter().any(|cue| subject.contains(cue));
    if has(&["director of children"]) {
        Some("Director of Children’s Services".to_owned())
    } else if has(&["principal authority", "lead authority"]) {
        Some(PRINCIPAL.to_owned())
    } else if has(&["local authority", "the council", "city council", "county council", "borough council"]) {
        Some(council.to_owned())
    } else if has(&["partnership", "partners"]) {
        Some("The partnership".to_owned())
    } else {
        None
    }
}

/// The day that is so many working days after the document's own, and how it was counted.
fn after(subject: &Paper, days: u32) -> (When, String) {
    let published = subject.source.facts.published.as_ref();
    let from = published.and_then(|fact| match fact.value {
        PartialDate::Day(day) => Some((day, mark(fact.confidence))),
        _ => None,
    });
    let counted = from.and_then(|(from, unsure)| Some((working_days::after(from, days)?, from, unsure)));
    match counted {
        Some((day, from, unsure)) => (
            When::About(day),
            format!(
                "{days} working days, counted from the day after {}{unsure}, the date of the document",
                date(from)
            ),
        ),
        None => {
            (When::Open, format!("{days} working days; {} gives no whole date to count from", named(subject)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_asked_stands_before_the_word_that_asks() {
        let who = |words: &str| asked_of(words, "Wexcombe");
        assert_eq!(
            who("The director of children’s services should prepare a written statement.").as_deref(),
            Some("Director of Children’s Services")
        );
        assert_eq!(who("The council should send Ofsted an action plan.").as_deref(), Some("Wexcombe"));
        assert_eq!(who("This should be sent to the council by 4 May 2026."), None);
        assert_eq!(who("Ofsted would like to see a draft of the local authority’s plan."), None);
    }
}
