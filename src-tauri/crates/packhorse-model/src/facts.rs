//! What was recognised in a document, each value with its place, rule and confidence.

use crate::{DateRange, Judgement, Notice, PartialDate, SourceKind, Span};
use serde::{Deserialize, Serialize};

/// How sure a recognised value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Nothing was found.
    None,
    /// A person should look.
    Check,
    /// The document says so plainly.
    Sure,
}

/// Where something stands in a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The words, in the document's text.
    pub span: Span,
    /// The page, counted from 1; none where the format has no pages.
    pub page: Option<u32>,
    /// The paragraph number the document prints.
    pub paragraph: Option<u32>,
    /// The paragraph counted from the top, for documents that print no numbers.
    pub nth: Option<u32>,
}

impl Place {
    /// Where words stand in their document, as every citation has it: “para 14, p. 5”. A paragraph
    /// counted from the top helps only where there is no page to turn to.
    pub fn pin(&self) -> String {
        let page = self.page.map(|page| format!("p. {page}"));
        let paragraph = match (self.paragraph, self.page, self.nth) {
            (Some(paragraph), ..) => Some(format!("para {paragraph}")),
            (None, None, Some(nth)) => Some(format!("para {nth} counted from the top")),
            _ => None,
        };
        [paragraph, page].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// A recognised value and how it was come by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact<T> {
    /// The value.
    pub value: T,
    /// Where it was read, when it stands somewhere.
    pub place: Option<Place>,
    /// The rule that read it.
    pub rule: String,
    /// How sure that is.
    pub confidence: Confidence,
}

impl<T> Fact<T> {
    /// Whether a pack may use it unseen.
    pub fn is_sure(&self) -> bool {
        self.confidence == Confidence::Sure
    }
}

/// The rank of a finding. Priority actions always outrank improvements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rank {
    /// An area for priority action.
    PriorityAction,
    /// An area to improve.
    Improvement,
    /// A listed strength.
    Strength,
}

/// One item of a document's own lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Its rank.
    pub rank: Rank,
    /// Its words, whole, without bullet or number.
    pub text: String,
    /// The sub-heading over it: a deadline (“Within three months”), a theme, a body.
    pub group: Option<String>,
    /// Where it stands.
    pub place: Place,
    /// The rule that read it.
    pub rule: String,
    /// How sure that is.
    pub confidence: Confidence,
    /// Ids of themes it touches.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<String>,
}

/// Which way words lean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// Praise.
    Strength,
    /// Criticism.
    Concern,
    /// Both.
    Mixed,
    /// Neither, or not clear.
    Unclear,
}

/// Words somebody is quoted with in a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation {
    /// The words between the marks; paragraphs parted by a line feed, inner opening marks left out.
    pub text: String,
    /// From the first quoted word to the last.
    pub span: Span,
    /// Where it stands.
    pub place: Place,
    /// The person, as named (“Cllr Ros Ferrier”).
    pub speaker: Option<String>,
    /// Their role as the document gives it.
    pub role: Option<String>,
    /// Their body, or the body that is quoted.
    pub organisation: Option<String>,
    /// Whether the words are the inspectors', so that they can be held against the report.
    pub of_inspectors: bool,
    /// Whether the document quotes another document (“Ofsted, as quoted by …”).
    pub second_hand: bool,
    /// Which way the words lean.
    pub stance: Stance,
    /// The rule that read it.
    pub rule: String,
    /// How sure that is.
    pub confidence: Confidence,
}

/// One line of evidence: a field, its value and how it was come by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The field's name.
    pub field: String,
    /// Its value in words.
    pub value: String,
    /// Where it was read.
    pub place: Option<Place>,
    /// The rule that read it.
    pub rule: String,
    /// How sure that is.
    pub confidence: Confidence,
}

/// What was recognised in one document. What it does not say is absent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// What sort of source it is.
    pub source_kind: Fact<SourceKind>,
    /// Its title.
    pub title: Option<Fact<String>>,
    /// Kind of event: `inspection-report`, `focused-visit-letter`, `monitoring-visit-letter`,
    /// `jtai-letter`, `area-send-report`, `other`.
    pub kind: Option<Fact<String>>,
    /// Framework id of `resources/frameworks.json`.
    pub framework: Option<Fact<String>>,
    /// The council area, by its plain name.
    pub authority: Option<Fact<String>>,
    /// The days of the visit.
    pub inspected: Option<Fact<DateRange>>,
    /// The printed date of publication, or the date of a letter.
    pub published: Option<Fact<PartialDate>>,
    /// The lead inspector.
    pub lead_inspector: Option<Fact<String>>,
    /// What a visit looked at.
    pub theme: Option<Fact<String>>,
    /// Judgements of this inspection, never an earlier one's.
    #[serde(default)]
    pub judgements: Vec<Judgement>,
    /// Priority actions, improvements and listed strengths, in order.
    #[serde(default)]
    pub findings: Vec<Finding>,
    /// Quotations, in order.
    #[serde(default)]
    pub quotations: Vec<Quotation>,
    /// What a person should know.
    #[serde(default)]
    pub notices: Vec<Notice>,
}

impl Facts {
    /// Facts of a document of which nothing is known but what sort of source it is.
    pub fn only(source_kind: Fact<SourceKind>) -> Self {
        Self {
            source_kind,
            title: None,
            kind: None,
            framework: None,
            authority: None,
            inspected: None,
            published: None,
            lead_inspector: None,
            theme: None,
            judgements: Vec::new(),
            findings: Vec::new(),
            quotations: Vec::new(),
            notices: Vec::new(),
        }
    }

    /// Findings of one rank, in order.
    pub fn ranked(&self, rank: Rank) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.rank == rank)
    }

    /// Whether the document is the inspectors' own: a report or a letter.
    pub fn is_primary(&self) -> bool {
        matches!(self.source_kind.value, SourceKind::Report | SourceKind::Letter)
    }

    /// How many values a person should look at. What a paper repeats of the inspectors’ lists is not among
    /// them: packs print those from the inspectors’ own documents.
    pub fn to_check(&self) -> usize {
        let unsure = |confidence: &Confidence| *confidence == Confidence::Check;
        let all = self.evidence().iter().filter(|line| unsure(&line.confidence)).count();
        let listed = self.findings.iter().filter(|finding| unsure(&finding.confidence)).count();
        if self.is_primary() { all } else { all - listed }
    }

    /// Every value with its evidence, in the order a person would check it.
    pub fn evidence(&self) -> Vec<Evidence> {
        fn line<T>(field: &str, fact: Option<&Fact<T>>, words: impl Fn(&T) -> String) -> Option<Evidence> {
            fact.map(|fact| Evidence {
                field: field.to_owned(),
                value: words(&fact.value),
                place: fact.place,
                rule: fact.rule.clone(),
                confidence: fact.confidence,
            })
        }
        let mut lines: Vec<Evidence> = [
            line("source_kind", Some(&self.source_kind), |kind| kind.id().to_owned()),
            line("title", self.title.as_ref(), String::clone),
            line("kind", self.kind.as_ref(), String::clone),
            line("framework", self.framework.as_ref(), String::clone),
            line("authority", self.authority.as_ref(), String::clone),
            line("inspected", self.inspected.as_ref(), DateRange::words),
            line("published", self.published.as_ref(), PartialDate::words),
            line("lead_inspector", self.lead_inspector.as_ref(), String::clone),
            line("theme", self.theme.as_ref(), String::clone),
        ]
        .into_iter()
        .flatten()
        .collect();
        lines.extend(self.judgements.iter().map(|judgement| Evidence {
            field: format!("judgement: {}", judgement.area),
            value: judgement.grade.words().to_owned(),
            place: judgement.place,
            rule: judgement.rule.clone(),
            confidence: judgement.confidence,
        }));
        lines.extend(self.findings.iter().map(|finding| {
            Evidence {
                field: match finding.rank {
                    Rank::PriorityAction => "priority action",
                    Rank::Improvement => "improvement",
                    Rank::Strength => "strength",
                }
                .to_owned(),
                value: finding.text.clone(),
                place: Some(finding.place),
                rule: finding.rule.clone(),
                confidence: finding.confidence,
            }
        }));
        lines
    }
}
