//! A plan, an audience and sources in; a pack that can be set out.

mod chosen;
mod cover;
mod deadlines;
mod glance;
mod glossary;
mod improve;
mod inspectors;
mod judgements;
mod late;
mod lines;
mod listing;
mod notes;
mod public;
mod questions;
mod tabled;
mod themes_over_time;
mod then_now;
mod timeline;
mod young;

#[cfg(test)]
mod tests;

pub use chosen::shown;
pub(crate) use chosen::{Chosen, pieces};
pub(crate) use cover::{minutes, words_to_read};
pub(crate) use judgements::parts;

use crate::check::{Check, Witnesses};
use crate::papers::{Paper, Papers};
use crate::withheld::Passage;
use crate::{Audience, Edition, Error, Plan};
use packhorse_model::composed::{Block, Numbers, Section};
use packhorse_model::{Composed, Judgement, Notice, Quotation, Source, SourceId};

/// A pack being made for one edition.
pub(crate) struct Making<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) edition: &'a Edition,
    pub(crate) audience: &'a Audience,
    pub(crate) papers: Papers,
    /// The quotes of this edition, in the order of their numbers.
    pub(crate) chosen: Vec<Chosen>,
    /// The inspectors' words in public papers, held against the inspection documents.
    pub(crate) checks: Vec<(SourceId, Vec<(Quotation, Check)>)>,
    pub(crate) notices: Vec<Notice>,
}

/// Composes the pack of a plan for one edition.
///
/// What a manager should know about it comes beside it; facts that are not sure are left out and
/// named there, or marked as unconfirmed when the plan accepts them.
///
/// # Errors
///
/// When a quotation is not what its source says, its source is not there, or an edit of it does
/// not fit. Nothing is made then.
pub fn compose(
    plan: &Plan,
    edition: &Edition,
    audience: &Audience,
    sources: &[Source],
) -> Result<(Composed, Vec<Notice>), Error> {
    let audience = &crate::arrange::arranged(plan, audience, edition);
    let mut making = Making::begin(plan, edition, audience, sources)?;
    let composed = making.composed(sources)?;
    Ok((composed, making.notices))
}

fn contents() -> Section {
    Section {
        id: "contents".to_owned(),
        heading: "Contents".to_owned(),
        on_new_page: false,
        numbers: Numbers::Main,
        blocks: vec![Block::Contents],
    }
}

impl<'a> Making<'a> {
    /// Lifts every quote again and gathers what the sections need.
    pub(crate) fn begin(
        plan: &'a Plan,
        edition: &'a Edition,
        audience: &'a Audience,
        sources: &'a [Source],
    ) -> Result<Self, Error> {
        Self::without(&crate::withheld::passages(plan, edition), plan, edition, audience, sources)
    }

    /// The same without the passages that are withheld.
    fn without(
        passages: &[Passage],
        plan: &'a Plan,
        edition: &'a Edition,
        audience: &'a Audience,
        sources: &'a [Source],
    ) -> Result<Self, Error> {
        let mut notices = Vec::new();
        let mut papers = Papers::choose(plan, sources, &mut notices);
        let inspections: Vec<&Source> = papers
            .all
            .iter()
            .filter(|paper| paper.source.facts.is_primary())
            .map(|paper| &paper.source)
            .collect();
        // The inspectors' words in public papers, for those who are told what was said in public.
        let witnesses = Witnesses::new(&inspections);
        let public = papers.public().filter(|_| audience.has("said-publicly"));
        let mut checks: Vec<_> = public
            .map(|paper| (paper.source.id, witnesses.check_inspectors(&paper.source)))
            .map(|(id, checks)| (id, public::of_its_own(papers.paper(id), checks, &inspections)))
            .filter(|(_, checks)| !checks.is_empty())
            .collect();
        crate::withheld::take_out(passages, &mut papers, &mut checks);
        let mut making = Self { plan, edition, audience, papers, chosen: Vec::new(), checks, notices };
        making.choose(sources, passages)?;
        Ok(making)
    }

    /// The pack; what a manager should know about it is noted beside.
    pub(crate) fn composed(&mut self, sources: &[Source]) -> Result<Composed, Error> {
        let mut sections = Vec::new();
        for id in &self.audience.sections {
            // The glossary explains the words of the others, and the first page comes before contents.
            let blocks = if id == "glossary" { self.glossary(&sections) } else { self.section(id) };
            if let Some(blocks) = blocks {
                sections.push(Section {
                    id: id.clone(),
                    heading: self.heading(id),
                    numbers: Numbers::Main,
                    // Who chairs takes the questions out of the pack and writes on them.
                    on_new_page: id == "questions"
                        && self.audience.reader_role == "chair"
                        && !sections.is_empty(),
                    blocks,
                });
            }
            // A paper this short needs no contents.
            if id == "at-a-glance" && !self.audience.plain_words {
                sections.push(contents());
            }
        }
        self.warn_of_notes_left_out();
        self.warn_of_follow_ups();
        self.warn_of_unasked();
        // A copy that is to say so says why something is not in it; any other does not let it show.
        let why = crate::marking::not_in_this_copy(&self.edition.withheld.exempt);
        if let (Some(first), Some(why)) = (sections.first_mut(), why) {
            first.blocks.push(crate::words::small(why));
        }
        let late = self.late(sources)?;
        let mut composed = self.finish(sections);
        if !late.is_empty() {
            composed.sections.insert(0, late::front(late.len()));
            composed.sections.extend(late);
        }
        Ok(composed)
    }

    /// The heading of a section, of what it holds.
    fn heading(&self, id: &str) -> String {
        let bare = self.audience.bare_headings.get(id).filter(|_| self.is_bare(id));
        bare.cloned().unwrap_or_else(|| self.audience.heading(id))
    }

    /// Its first sentence.
    fn intro(&self, id: &str) -> Option<&String> {
        let bare = self.audience.bare_intros.get(id).filter(|_| self.is_bare(id));
        bare.or_else(|| self.audience.intros.get(id))
    }

    /// Whether a section holds less than it could: nothing the manager would state, or no day.
    fn is_bare(&self, id: &str) -> bool {
        match id {
            "areas-to-improve" => self.papers.subject().is_none_or(|subject| {
                self.asked(subject).iter().all(|asked| self.follow_up(subject, &asked.words).is_none())
            }),
            "deadlines" | "what-happens-next" => self.has_no_deadline(),
            "grades-explained" => {
                let graded = |subject: &Paper| {
                    let printed = |judgement: &Judgement| judgement.grade.printed().is_some();
                    let known = subject.framework().is_none_or(|framework| framework.graded);
                    known || subject.source.facts.judgements.iter().any(printed)
                };
                !self.papers.subject().is_none_or(graded)
            }
            "lines-to-take" => !self.plan.notes.iter().any(|note| note.section == id),
            _ => false,
        }
    }

    /// The blocks of a section; nothing when there is nothing to say.
    fn section(&mut self, id: &str) -> Option<Vec<Block>> {
        let blocks = match id {
            "at-a-glance" => self.glance(),
            "judgements" => self.judgements(),
            "what-inspectors-said" | "good-things" => self.inspectors(id),
            "areas-to-improve" => self.improve(),
            "then-and-now" => self.then_and_now(),
            "themes-over-time" => self.themes_over_time(),
            "said-publicly" => self.public(),
            "questions" => self.questions(),
            "lines-to-take" => self.lines(),
            "deadlines" | "what-happens-next" => self.deadlines(),
            "grades-explained" => self.grades_explained(),
            "be-heard" => self.be_heard(),
            "sources" => Some(self.listing()),
            _ => None,
        };
        let mut made: Vec<Block> = Vec::new();
        // Where a section has only what the manager wrote, it stands without our introduction.
        if let Some(blocks) = blocks {
            if id != "at-a-glance" {
                made.extend(self.intro(id).map(crate::words::paragraph));
            }
            made.extend(blocks);
        }
        made.extend(self.notes_for(id));
        (!made.is_empty()).then_some(made)
    }
}
