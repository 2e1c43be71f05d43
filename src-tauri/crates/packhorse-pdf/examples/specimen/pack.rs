//! The specimen: an invented council's briefing with every kind of block.

use crate::first::{contents, glance, judgements};
use crate::second::{characters, inspectors, public, questions, sources};
use packhorse_model::composed::{Block, Composed, Cover, Numbers, Section, Size};

/// The specimen.
pub(crate) fn pack(size: Size) -> Composed {
    let fact = |label: &str, value: &str| (label.to_owned(), value.to_owned());
    Composed {
        title: "Inspection of children’s services: what inspectors said, and what to ask".into(),
        language: "en-GB".into(),
        size,
        running_head: "Wexcombe: chair’s briefing".into(),
        running_foot: "Children and Families Scrutiny Committee, 14 January 2027".into(),
        marking: Some("OFFICIAL".into()),
        exempt: None,
        copy_for: None,
        author: Some("Wexcombe County Council".into()),
        subject: Some("What inspectors said about Wexcombe’s front door & what to ask about it.".into()),
        made: chrono::NaiveDate::from_ymd_opt(2027, 1, 7).unwrap_or_default(),
        cover: Cover {
            over: "Wexcombe County Council · Chair’s briefing".into(),
            title: "Inspection of children’s services: what inspectors said, and what to ask".into(),
            lead: None,
            logo: None,
            facts: vec![
                fact("Committee", "Children and Families Scrutiny Committee"),
                fact("Meeting", "Thursday 14 January 2027, 6.30 pm"),
                fact("For", "Cllr Ros Ferrier, chair"),
                fact("Prepared by", "Quality and Performance, 7 January 2027, version 2"),
                fact("Reading time", "9 minutes"),
            ],
        },
        sections: vec![
            glance(),
            contents(),
            judgements(),
            inspectors(),
            public(),
            questions(),
            characters(),
            sources(),
        ],
    }
}

/// A section.
pub(crate) fn section(id: &str, heading: &str, on_new_page: bool, blocks: Vec<Block>) -> Section {
    Section { id: id.into(), heading: heading.into(), on_new_page, numbers: Numbers::Main, blocks }
}
