//! The block at the top of the first page, and what stands on every page.

use super::Making;
use crate::outline::section_words;
use crate::papers::UNCONFIRMED;
use crate::words::{capital, cited, date, uncapital, weekday_date};
use packhorse_model::composed::{Cover, Section};
use packhorse_model::{Composed, Confidence};

/// Words that a tired reader takes in within a minute.
const WORDS_A_MINUTE: usize = 200;
/// Sections that nobody reads from end to end.
const LOOKED_UP: [&str; 3] = ["contents", "glossary", "sources"];

impl Making<'_> {
    /// Puts the sections between covers.
    pub(super) fn finish(&self, sections: Vec<Section>) -> Composed {
        let (plan, audience) = (self.plan, self.audience);
        let council = self.papers.council.clone();
        let title = if plan.title.trim().is_empty() { self.untitled() } else { plan.title.trim().to_owned() };
        let over = match &council {
            Some(council) => format!("{council} · {}", audience.title),
            None => audience.kicker.clone(),
        };
        let running_head = match &council {
            Some(council) => format!("{council}: {}", uncapital(&audience.title)),
            None => audience.title.clone(),
        };
        let mut composed = Composed {
            title: title.clone(),
            language: "en-GB".to_owned(),
            size: self.edition.size,
            running_head,
            running_foot: self.running_foot(&title),
            exempt: crate::marking::exemption(&plan.exempt),
            copy_for: self
                .edition
                .recipient
                .as_ref()
                .filter(|_| plan.name_pages)
                .map(|name| format!("Copy for {name}")),
            marking: plan.marking.clone().filter(|marking| !marking.trim().is_empty()),
            author: council,
            subject: self.subject_line(),
            made: plan.made,
            cover: Cover {
                over,
                title,
                lead: self.subject_line(),
                facts: Vec::new(),
                logo: plan.logo.clone(),
            },
            sections,
        };
        composed.cover.facts = self.facts(words_to_read(&composed));
        composed
    }

    fn untitled(&self) -> String {
        format!("Inspection of children’s services: {}", uncapital(&self.audience.title))
    }

    fn running_foot(&self, title: &str) -> String {
        let committee = self.plan.committee.clone();
        let parts: Vec<String> = [committee, self.plan.meeting.map(date)].into_iter().flatten().collect();
        if parts.is_empty() { title.to_owned() } else { parts.join(", ") }
    }

    /// What the pack is about: “Focused visit from 11 to 12 August 2026; Ofsted, letter of …”.
    fn subject_line(&self) -> Option<String> {
        let subject = self.papers.subject()?;
        // Children and young people need not know what a framework is called for short.
        let is_short = |name: &str| name.chars().all(char::is_uppercase);
        let plain = |name| if self.audience.plain_words && is_short(name) { "Inspection" } else { name };
        let what = subject.framework().map(|framework| plain(framework.plain_name()));
        let days = self.days(subject);
        // Without a day of its own a document is called by the days of the visit, which are said already.
        let undated = subject.source.facts.published.is_none();
        Some(match (what, days) {
            (Some(what), Some(days)) if undated => {
                let kind = subject.source.facts.source_kind.value.words();
                let joint = subject.framework().is_some_and(|framework| framework.id == "jtai");
                let whose = if joint { "the inspectorates’" } else { "Ofsted’s" };
                format!("{} {days}: {whose} {kind}.", capital(what))
            }
            (Some(what), Some(days)) => format!("{} {days}: {}.", capital(what), cited(subject)),
            (Some(what), None) => format!("{}: {}.", capital(what), cited(subject)),
            (None, _) => format!("{}.", cited(subject)),
        })
    }

    fn facts(&self, words: usize) -> Vec<(String, String)> {
        let plan = self.plan;
        let mut facts = Vec::new();
        let mut add = |label: &str, value: Option<String>| {
            if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
                facts.push((label.to_owned(), value));
            }
        };
        add("Committee", plan.committee.clone());
        add("Meeting", plan.meeting.map(weekday_date));
        add("For", self.edition.recipient.clone());
        add("Prepared by", Some(self.prepared_by()));
        let minutes = minutes(words);
        add("Reading time", Some(self.reading_time(minutes)));
        add("Status", plan.status.map(|status| status.words().to_owned()));
        add("Marking", plan.marking.clone());
        facts
    }

    /// How long the pack takes to read, beside the minutes its reader has.
    fn reading_time(&self, minutes: usize) -> String {
        let of = |minutes: usize| format!("{minutes} {}", if minutes == 1 { "minute" } else { "minutes" });
        let given = self.plan.minutes.and_then(|given| usize::try_from(given).ok());
        match given.filter(|given| *given < minutes) {
            Some(given) => format!("about {}; {} were given", of(minutes), of(given)),
            None => format!("about {}", of(minutes)),
        }
    }

    fn prepared_by(&self) -> String {
        let unsure = self.papers.subject().and_then(|paper| paper.source.facts.authority.as_ref());
        let guessed =
            self.plan.council.is_none() && unsure.is_some_and(|fact| fact.confidence == Confidence::Check);
        let council = self.papers.council.as_deref().unwrap_or("Children’s services");
        format!("{council}{}, {}", if guessed { UNCONFIRMED } else { "" }, date(self.plan.made))
    }
}

/// How many words of a pack are read from end to end.
pub(crate) fn words_to_read(composed: &Composed) -> usize {
    let read = composed.sections.iter().filter(|section| !LOOKED_UP.contains(&section.id.as_str()));
    read.map(|section| section_words(section).split_whitespace().count()).sum()
}

/// How many minutes so many words take.
pub(crate) fn minutes(words: usize) -> usize {
    words.div_ceil(WORDS_A_MINUTE).max(1)
}
