//! The specimen: an invented council's briefing with every kind of block.

use crate::blocks::text;
use crate::first::{contents, glance, judgements};
use crate::second::{characters, inspectors, public, questions, sources};
use packhorse_model::composed::{Block, Composed, Cover, Logo, LogoFormat, Numbers, Section, Size};

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
        exempt: Some(
            "Not for publication: exempt under paragraph 1 of Schedule 12A to the Local Government Act 1972"
                .into(),
        ),
        copy_for: Some("Copy for Cllr Ros Ferrier".into()),
        author: Some("Wexcombe County Council".into()),
        subject: Some("What inspectors said about Wexcombe’s front door & what to ask about it.".into()),
        made: chrono::NaiveDate::from_ymd_opt(2027, 1, 7).unwrap_or_default(),
        cover: Cover {
            over: "Wexcombe County Council · Chair’s briefing".into(),
            title: "Inspection of children’s services: what inspectors said, and what to ask".into(),
            lead: None,
            logo: Some(logo()),
            facts: vec![
                fact("Committee", "Children and Families Scrutiny Committee"),
                fact("Meeting", "Thursday 14 January 2027, 6.30 pm"),
                fact("For", "Cllr Ros Ferrier, chair"),
                fact("Prepared by", "Quality and Performance, 7 January 2027, version 2"),
                fact("Reading time", "9 minutes"),
            ],
        },
        sections: vec![
            changed(),
            late(),
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

/// An invented council's logo.
fn logo() -> Logo {
    let svg = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 48"><path d="M4 44 L24 8 L44 44 Z" fill="#0b5563"/><path d="M30 44 Q48 4 66 44" fill="none" stroke="#1b6b3a" stroke-width="5"/><circle cx="92" cy="26" r="18" fill="#8a4b00"/></svg>"##;
    Logo { alt: "Wexcombe County Council".into(), format: LogoFormat::Svg, bytes: svg.into() }
}

/// The page before the paper.
fn changed() -> Section {
    let blocks = vec![text("One quotation was added and none was removed.")];
    Section { numbers: Numbers::Before, ..section("changed", "What changed since version 1", true, blocks) }
}

/// A page added to the paper.
fn late() -> Section {
    let blocks = vec![text("The action plan came on 12 January.")];
    Section { numbers: Numbers::Late, ..section("late", "Late item: the action plan", true, blocks) }
}

/// A section.
pub(crate) fn section(id: &str, heading: &str, on_new_page: bool, blocks: Vec<Block>) -> Section {
    Section { id: id.into(), heading: heading.into(), on_new_page, numbers: Numbers::Main, blocks }
}
