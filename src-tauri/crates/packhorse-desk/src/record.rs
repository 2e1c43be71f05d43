//! What was recognised in one file, in the shape other programs read: a contract.

use crate::Trouble;
use packhorse_model::{
    Confidence, Digest, Document, Evidence, Fact, Facts, Grade, Judgement, Notice, Quotation, Rank,
    SourceKind, Stance,
};
use serde::Serialize;
use std::path::Path;

mod themes;

pub use themes::{FindingRecord, ThemeRecord};

/// One file's facts. The field names are a contract: add, do not rename.
#[derive(Debug, Clone, Serialize)]
pub struct Record {
    /// The file's name.
    pub file: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Kind of event.
    pub kind: String,
    /// What sort of source it is.
    pub source_kind: &'static str,
    /// Its title.
    pub title: Option<String>,
    /// Framework id.
    pub framework: Option<String>,
    /// The council.
    pub authority: Option<String>,
    /// First day of the visit.
    pub inspected_from: Option<String>,
    /// Last day of the visit.
    pub inspected_to: Option<String>,
    /// Printed date of publication or of the letter.
    pub published: Option<String>,
    /// The lead inspector.
    pub lead_inspector: Option<String>,
    /// What a visit looked at.
    pub theme: Option<String>,
    /// Judgements of this inspection.
    pub judgements: Vec<JudgementRecord>,
    /// Areas for priority action.
    pub priority_actions: Vec<String>,
    /// Areas to improve.
    pub improvements: Vec<String>,
    /// Listed strengths.
    pub strengths_listed: Vec<String>,
    /// The sub-heading over every item, list by list.
    pub groups: Groups,
    /// Whether paragraphs are numbered.
    pub numbered_paragraphs: Option<u32>,
    /// Number of pages.
    pub pages: Option<u32>,
    /// Quotations.
    pub quotes: Vec<QuoteRecord>,
    /// What each listed item is about.
    pub finding_themes: Vec<FindingRecord>,
    /// Every value with its place, rule and confidence.
    pub facts: Vec<Evidence>,
    /// What a person should know.
    pub notices: Vec<Notice>,
    /// Why the file could not be read; then nothing was recognised in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused: Option<String>,
}

/// A judgement.
#[derive(Debug, Clone, Serialize)]
pub struct JudgementRecord {
    /// Area id.
    pub area: String,
    /// The area as printed.
    pub area_as_printed: String,
    /// The grade as printed; none when there is none.
    pub grade_as_printed: Option<String>,
    /// Why there is no grade.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_grade: Option<String>,
}

/// The sub-heading over every item.
#[derive(Debug, Clone, Serialize)]
pub struct Groups {
    /// Of the priority actions.
    pub priority_actions: Vec<Option<String>>,
    /// Of the improvements.
    pub improvements: Vec<Option<String>>,
    /// Of the strengths.
    pub strengths_listed: Vec<Option<String>>,
}

/// A quotation.
#[derive(Debug, Clone, Serialize)]
pub struct QuoteRecord {
    /// The words.
    pub text: String,
    /// The person.
    pub speaker: Option<String>,
    /// Their role.
    pub role: Option<String>,
    /// Their body.
    pub organisation: Option<String>,
    /// `strength`, `concern`, `mixed` or `neutral`.
    pub stance: &'static str,
    /// Where it stands.
    pub place: PlaceRecord,
    /// What it is about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<ThemeRecord>,
}

/// A page and a paragraph.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct PlaceRecord {
    /// The page.
    pub page: Option<u32>,
    /// The printed paragraph number or, where none is printed, the paragraph counted from the top.
    pub paragraph: Option<u32>,
}

impl Record {
    /// The record of a file.
    pub fn new(file: &str, sha256: &str, document: &Document, facts: &Facts) -> Self {
        let value =
            |fact: &Option<packhorse_model::Fact<String>>| fact.as_ref().map(|fact| fact.value.clone());
        let list = |rank| facts.ranked(rank).map(|finding| finding.text.clone()).collect::<Vec<_>>();
        let inspected = facts.inspected.as_ref().map(|fact| fact.value);
        let numbered = document.blocks.iter().filter(|block| block.number.is_some()).count();
        Self {
            file: file.to_owned(),
            sha256: sha256.to_owned(),
            kind: value(&facts.kind).filter(|_| facts.is_primary()).unwrap_or_else(|| "other".to_owned()),
            source_kind: facts.source_kind.value.id(),
            title: value(&facts.title),
            framework: value(&facts.framework),
            authority: value(&facts.authority),
            inspected_from: inspected.map(|days| days.from.to_string()),
            inspected_to: inspected.and_then(|days| days.to).map(|day| day.to_string()),
            published: facts.published.as_ref().map(|fact| fact.value.to_string()),
            lead_inspector: value(&facts.lead_inspector),
            theme: value(&facts.theme),
            // What the document does not print is asked about among the facts, and is no judgement of it.
            judgements: facts
                .judgements
                .iter()
                .filter(|judgement| judgement.grade != Grade::NotStated)
                .map(JudgementRecord::of)
                .collect(),
            priority_actions: list(Rank::PriorityAction),
            improvements: list(Rank::Improvement),
            strengths_listed: list(Rank::Strength),
            groups: Groups::of(facts),
            numbered_paragraphs: u32::try_from(numbered).ok().filter(|count| *count > 0),
            pages: document.pages,
            quotes: facts.quotations.iter().map(QuoteRecord::of).collect(),
            finding_themes: facts.findings.iter().map(FindingRecord::of).collect(),
            facts: facts.evidence(),
            notices: document.notices.iter().chain(&facts.notices).cloned().collect(),
            refused: None,
        }
    }

    /// The record of a file that could not be read: every field there, nothing recognised.
    pub fn refused(path: &Path, trouble: &Trouble) -> Self {
        const LARGEST: u64 = 200 * 1024 * 1024;
        let small = path.metadata().is_ok_and(|about| about.is_file() && about.len() <= LARGEST);
        let bytes = small.then(|| std::fs::read(path).ok()).flatten();
        let digest = bytes.map_or_else(String::new, |bytes| Digest::of(&bytes).hex().to_owned());
        let nothing = Fact {
            value: SourceKind::Other,
            place: None,
            rule: "a file that could not be read".to_owned(),
            confidence: Confidence::None,
        };
        let document = Document::empty(packhorse_model::Format::Text);
        let name = crate::reader::name(path);
        let record = Self::new(&name, &digest, &document, &Facts::only(nothing));
        Self { refused: Some(trouble.message.clone()), facts: Vec::new(), ..record }
    }

    /// Whether the file is an inspection document.
    pub fn is_primary(&self) -> bool {
        self.source_kind == SourceKind::Report.id() || self.source_kind == SourceKind::Letter.id()
    }
}

impl JudgementRecord {
    fn of(judgement: &Judgement) -> Self {
        let graded = matches!(judgement.grade, Grade::AsPrinted(_));
        Self {
            area: judgement.area.clone(),
            area_as_printed: judgement.area_as_printed.clone(),
            grade_as_printed: judgement.grade.printed().map(str::to_owned),
            no_grade: (!graded).then(|| judgement.grade.words().to_owned()),
        }
    }
}

impl Groups {
    fn of(facts: &Facts) -> Self {
        let groups = |rank| facts.ranked(rank).map(|finding| finding.group.clone()).collect();
        Self {
            priority_actions: groups(Rank::PriorityAction),
            improvements: groups(Rank::Improvement),
            strengths_listed: groups(Rank::Strength),
        }
    }
}

impl QuoteRecord {
    fn of(quotation: &Quotation) -> Self {
        let place = quotation.place;
        Self {
            text: quotation.text.clone(),
            speaker: quotation.speaker.clone(),
            role: quotation.role.clone(),
            organisation: quotation.organisation.clone(),
            stance: stance(quotation.stance),
            place: PlaceRecord { page: place.page, paragraph: place.paragraph.or(place.nth) },
            themes: ThemeRecord::all(&quotation.text),
        }
    }
}

fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Strength => "strength",
        Stance::Concern => "concern",
        Stance::Mixed => "mixed",
        Stance::Unclear => "neutral",
    }
}
