//! The first page: what was found, what must improve, what was said.

use super::Making;
use super::judgements::printed_name;
use super::then_now::Pair;
use crate::data::folded;
use crate::data::frameworks::{Framework, area_label};
use crate::papers::{Paper, mark};
use crate::words::{
    capital, cited, counted, excerpt, lead, named, paragraph, quoted, runs, visited, without_reference,
};
use packhorse_model::composed::{Block, Panel, Run};
use packhorse_model::{Bearing, Confidence, Judgement, Rank};

/// The most words of a quotation a panel shows: the first page has to hold all three panels.
const PANEL_WORDS: usize = 18;
/// How many areas to improve a panel shows.
const PANEL_ITEMS: usize = 2;

impl Making<'_> {
    /// The first page.
    pub(super) fn glance(&self) -> Option<Vec<Block>> {
        let mut blocks = Vec::new();
        if let Some(subject) = self.papers.subject() {
            blocks.push(lead(self.finding(subject)));
        }
        // What the reader is asked to do comes before the panels, where the template puts it before them.
        let parts = &self.audience.first_page;
        let panel_at = parts.iter().position(|part| matches!(part.as_str(), "strong" | "good"));
        let (before, after) = parts.split_at(panel_at.unwrap_or(0));
        before.iter().for_each(|part| self.say(part, &mut blocks));
        // Found, to improve, then the rest, whatever order the template has.
        let mut parts: Vec<&String> = self.audience.first_page.iter().collect();
        parts.sort_by_key(|part| match part.as_str() {
            "strong" | "good" => 0,
            "to-improve" | "better" => 1,
            _ => 2,
        });
        let mut panels: Vec<Panel> = parts.into_iter().filter_map(|part| self.panel(part)).collect();
        panels.truncate(3);
        if panels.len() < 3 && !self.audience.first_page.iter().any(|part| part == "exposure") {
            panels.extend(self.public_panel(PUBLIC));
        }
        if !panels.is_empty() {
            blocks.push(Block::Panels { panels });
        }
        after.iter().for_each(|part| self.say(part, &mut blocks));
        (!blocks.is_empty()).then_some(blocks)
    }

    /// What the manager wrote for a part of the first page, and what documents say of it.
    fn say(&self, part: &str, blocks: &mut Vec<Block>) {
        let label = self.audience.part_label(part);
        blocks.extend(self.notes(part, &format!("{label} (manager’s note)")));
        if part == "since-last-inspection"
            && let Some(said) = self.since_last()
        {
            let label = self.since_label(label);
            blocks.push(runs(vec![Run::strong(format!("{label}. ")), Run::plain(said)]));
        }
    }

    /// “Compared with the inspection before”, or “or visit” where what came before was a visit.
    fn since_label(&self, label: String) -> String {
        let visit =
            self.listed_before().is_some_and(|earlier| earlier.framework().is_some_and(Framework::is_visit));
        if visit && !label.contains("visit") {
            label.replace("inspection", "inspection or visit")
        } else {
            label
        }
    }

    fn panel(&self, part: &str) -> Option<Panel> {
        let heading = self.audience.part_label(part);
        match part {
            "strong" | "good" => self.strength_panel(&heading),
            "to-improve" | "better" => self.improve_panel(&heading),
            "exposure" => self.public_panel(&heading),
            "what-next" => {
                let next = self.next_deadline()?;
                Some(Panel { heading, blocks: vec![paragraph(next)] })
            }
            _ => None,
        }
    }

    fn strength_panel(&self, heading: &str) -> Option<Panel> {
        let chosen = self.chosen.iter().find(|c| !c.public && c.block.bearing == Bearing::Strength)?;
        let words = excerpt(chosen.quote.words(), PANEL_WORDS);
        let link = Run::to(format!("Quotation {}", chosen.block.number), &chosen.block.id);
        Some(Panel {
            heading: heading.to_owned(),
            blocks: vec![runs(vec![Run::plain(format!("{} ", quoted(&words))), link, Run::plain(".")])],
        })
    }

    fn improve_panel(&self, heading: &str) -> Option<Panel> {
        let asked = self.asked(self.papers.subject()?);
        if asked.is_empty() {
            return None;
        }
        // One more is shown rather than counted.
        let shown = if asked.len() == PANEL_ITEMS + 1 { asked.len() } else { PANEL_ITEMS };
        let items = asked.iter().take(shown).map(|asked| {
            let whole = without_reference(&asked.words);
            let said = |words: &str| Run::plain(quoted(words.trim_end_matches('.')));
            match asked.rank {
                // What is most urgent is never cut.
                Rank::PriorityAction => {
                    vec![Run::strong(format!("{}: ", self.priority_label())), said(&whole)]
                }
                _ => vec![said(&excerpt(&whole, PANEL_WORDS))],
            }
        });
        let mut blocks = vec![Block::List { ordered: false, items: items.collect() }];
        if asked.len() > shown {
            let more = counted(asked.len() - shown, "more area", "more areas");
            blocks.push(runs(vec![Run::to(format!("{}.", capital(&more)), "areas-to-improve")]));
        }
        Some(Panel { heading: heading.to_owned(), blocks })
    }

    /// What a priority action is called here.
    pub(super) fn priority_label(&self) -> &str {
        self.audience.bearing_labels.get("priority").map_or("Priority action", String::as_str)
    }

    /// How many statements are quoted, and how the inspectors' words fared in public.
    fn public_panel(&self, heading: &str) -> Option<Panel> {
        let statements = self.chosen.iter().filter(|chosen| chosen.public).count();
        let tally = self.tally();
        let mut sentences = Vec::new();
        if statements > 0 {
            let are = if statements == 1 { "is" } else { "are" };
            let count = counted(statements, "public statement", "public statements");
            sentences.push(capital(&format!("{count} {are} quoted in this pack.")));
        }
        sentences.extend(tally);
        if sentences.is_empty() {
            return None;
        }
        let link = Run::to("See what was said in public.", "said-publicly");
        Some(Panel {
            heading: heading.to_owned(),
            blocks: vec![runs(vec![Run::plain(format!("{} ", sentences.join(" "))), link])],
        })
    }

    /// What inspectors did and found, in a few sentences, facts only.
    fn finding(&self, subject: &Paper) -> String {
        let facts = &subject.source.facts;
        let framework = subject.framework();
        let mut said = match facts.inspected.as_ref() {
            Some(fact) => format!(
                "Inspectors came to {} {}",
                self.papers.council_words(),
                self.visited(subject, &fact.value)
            ),
            None => format!("This pack is about the {}", cited(subject)),
        };
        if let Some(theme) = facts.theme.as_ref().filter(|_| facts.inspected.is_some()) {
            said.push_str(&format!(" and looked at {}", lower_article(&theme.value)));
        }
        said.push_str(". ");
        match framework.and_then(|framework| framework.not_graded_note.as_deref()) {
            Some(note) => said.push_str(note.split_inclusive(". ").next().unwrap_or(note).trim()),
            None => said.push_str(&self.overall(subject)),
        }
        let asked = self.asked(subject);
        let count = |rank: Rank| asked.iter().filter(|asked| asked.rank == rank).count();
        let (urgent, improve) = (count(Rank::PriorityAction), count(Rank::Improvement));
        let lists = [
            (urgent > 0).then(|| counted(urgent, "area for priority action", "areas for priority action")),
            (improve > 0).then(|| counted(improve, "area to improve", "areas to improve")),
        ];
        let lists: Vec<String> = lists.into_iter().flatten().collect();
        if !lists.is_empty() {
            let kind = facts.source_kind.value.words();
            let more = subject.unconfirmed.more_asked();
            said.push_str(&format!(" The {kind} lists {}{more}.", lists.join(" and ")));
        } else if subject.unconfirmed.asked > 0 {
            said.push_str(" What it lists to be done is not confirmed and is left out.");
        }
        said.trim().to_owned()
    }

    /// The overall grade as printed, or why there is none.
    fn overall(&self, subject: &Paper) -> String {
        let overall: Vec<&Judgement> =
            subject.source.facts.judgements.iter().filter(|judgement| judgement.area == "overall").collect();
        let printed: Vec<String> = overall
            .iter()
            .filter(|judgement| self.may_print(judgement.confidence))
            .filter_map(|judgement| {
                let grade = judgement.grade.printed()?;
                Some(format!("{}: {}{}.", printed_name(judgement), quoted(grade), mark(judgement.confidence)))
            })
            .collect();
        if !printed.is_empty() {
            return printed
                .into_iter()
                .chain(self.unlike_overall(subject, &overall))
                .collect::<Vec<_>>()
                .join(" ");
        }
        if subject.framework().is_some_and(|framework| framework.overall_ended()) {
            return "Overall effectiveness is no longer given; each area has its own grade.".to_owned();
        }
        if overall.iter().any(|judgement| judgement.grade.printed().is_some()) {
            return "The overall grade is not confirmed and is left out.".to_owned();
        }
        "The overall grade is not stated in this pack’s sources.".to_owned()
    }

    /// The areas that are graded otherwise than the whole: “Children in care: “Good”.”
    fn unlike_overall(&self, subject: &Paper, overall: &[&Judgement]) -> Vec<String> {
        let whole: Vec<String> =
            overall.iter().filter_map(|judgement| judgement.grade.printed()).map(folded).collect();
        let areas = subject.source.facts.judgements.iter().filter(|judgement| judgement.area != "overall");
        let unlike = areas.filter(|judgement| self.may_print(judgement.confidence)).filter_map(|judgement| {
            let grade = judgement.grade.printed().filter(|grade| !whole.contains(&folded(grade)))?;
            let (area, unsure) = (area_label(&judgement.area), mark(judgement.confidence));
            Some(format!("{area}: {}{unsure}.", quoted(grade)))
        });
        unlike.collect()
    }

    /// Whether a value so sure may be printed.
    pub(super) fn may_print(&self, confidence: Confidence) -> bool {
        confidence == Confidence::Sure || (confidence == Confidence::Check && self.plan.accept_unsure)
    }

    fn visited(&self, paper: &Paper, days: &packhorse_model::DateRange) -> String {
        let unsure = paper.source.facts.inspected.as_ref().map_or("", |fact| mark(fact.confidence));
        format!("{}{unsure}", visited(days))
    }

    /// The days of a visit, as a sentence has them.
    pub(super) fn days(&self, paper: &Paper) -> Option<String> {
        let days = paper.source.facts.inspected.as_ref()?;
        Some(self.visited(paper, &days.value))
    }

    /// How many areas were listed last time, and how many are listed in like words now.
    fn since_last(&self) -> Option<String> {
        let subject = self.papers.subject()?;
        let (earlier, pairs) = self.pairs()?;
        let again = pairs.iter().filter(|pair| pair.again.is_some()).count();
        let listed = counted(pairs.len(), "area to improve", "areas to improve");
        let more = earlier.unconfirmed.more_asked();
        let mut said = format!("{} listed {listed}{more}.", capital(&named(earlier)));
        if again > 0 {
            let are = if again == 1 { "is" } else { "are" };
            said.push_str(&format!(
                " {} {are} listed now in similar words.",
                capital(&crate::words::number(again))
            ));
        } else if !self.asked(subject).is_empty() {
            // Other words may ask for the same thing, so nothing is said to be put right.
            let listed = if subject.unconfirmed.asked > 0 { "confirmed" } else { "listed" };
            said.push_str(&format!(" None of those {listed} now is in similar words"));
            said.push_str(&on_the_same_theme(&pairs));
        }
        if let Some(quote) = self.backward_looks().first() {
            said.push_str(&format!(" {} says: {}", capital(&named(subject)), quoted(quote.words())));
            said.push_str(&format!(" ({}).", quote.place().pin()));
        }
        Some(said)
    }
}

/// “; the theme of one comes up again: missing children.”
fn on_the_same_theme(pairs: &[Pair]) -> String {
    let mut themes: Vec<String> = pairs.iter().filter_map(Pair::shared_theme).collect();
    let count = themes.len();
    themes.sort();
    themes.dedup();
    let of_them = match count {
        0 => return ".".to_owned(),
        1 => "the theme of one comes up again".to_owned(),
        count => format!("the themes of {} come up again", crate::words::number(count)),
    };
    format!("; {of_them}: {}.", themes.join("; "))
}

/// The heading of the panel about public statements, where the template has none.
const PUBLIC: &str = "What was said in public";

/// A theme inside a sentence: “the front door” for “The front door”.
fn lower_article(words: &str) -> String {
    match words.split_once(' ') {
        Some((first @ ("The" | "Children" | "Care" | "Planning" | "Arrangements"), rest)) => {
            format!("{} {rest}", first.to_lowercase())
        }
        _ => words.to_owned(),
    }
}
