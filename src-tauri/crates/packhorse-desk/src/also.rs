//! Where else the same words stand.

use packhorse_model::{Place, Source};
use packhorse_pack::{Statement, tied};
use serde::Serialize;
use ts_rs::TS;

/// Another document with the same words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AlsoIn {
    /// The source.
    pub source: String,
    /// Its file name.
    pub document: String,
    /// The whole citation.
    pub citation: String,
    /// The page.
    pub page: Option<u32>,
    /// The paragraph number the document prints.
    pub paragraph: Option<u32>,
    /// Whether the document is the inspectors' own.
    pub primary: bool,
}

impl AlsoIn {
    /// A place in a document.
    pub(crate) fn at(source: &Source, place: Place) -> Self {
        Self {
            source: source.id.to_string(),
            document: source.file_name.clone(),
            citation: source.citation(Some(&place)),
            page: place.page,
            paragraph: place.paragraph,
            primary: source.facts.is_primary(),
        }
    }
}

/// The statements of many papers, tied together where they are one.
pub(crate) struct Ties<'a> {
    papers: Vec<&'a Source>,
    groups: Vec<Vec<Statement>>,
}

impl<'a> Ties<'a> {
    /// Ties the statements of papers together.
    pub(crate) fn new(papers: Vec<&'a Source>) -> Self {
        Self { groups: tied(&papers), papers }
    }

    /// Where else a paper's quotation stands, and whether another one counts before it.
    pub(crate) fn of(&self, paper: &Source, quotation: usize) -> (Vec<AlsoIn>, bool) {
        let own = Statement { source: paper.id, quotation };
        let Some(group) = self.groups.iter().find(|group| group.contains(&own)) else {
            return (Vec::new(), false);
        };
        let elsewhere = group.iter().filter(|one| one.source != paper.id);
        let also = elsewhere.filter_map(|one| {
            let source = self.papers.iter().find(|paper| paper.id == one.source)?;
            Some(AlsoIn::at(source, source.facts.quotations.get(one.quotation)?.place))
        });
        let mut also: Vec<AlsoIn> = also.collect();
        also.dedup_by(|a, b| a.source == b.source);
        (also, group.first() != Some(&own))
    }
}
