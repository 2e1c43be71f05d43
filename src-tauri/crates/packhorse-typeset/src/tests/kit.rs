//! Packs to set and ways to read pages.

use crate::{Draw, Kid, Marks, NodeId, Owner, Page, Pages, Structure};
use packhorse_model::composed::{
    Balance, BalanceRow, Block, Cell, Column, Composed, Cover, Event, FrameworkBreak, Moment, Numbers, Panel,
    Piece, Question, QuoteBlock, Run, Section, Size, Style, Table, Timeline, Tone,
};
use packhorse_model::{Bearing, Verdict};

pub(super) fn pack(blocks: Vec<Block>) -> Composed {
    Composed {
        title: "A pack".into(),
        language: "en-GB".into(),
        size: Size::Normal,
        running_head: "Wexcombe: chair’s briefing".into(),
        running_foot: "Scrutiny Committee".into(),
        marking: Some("OFFICIAL".into()),
        exempt: None,
        copy_for: None,
        author: None,
        subject: None,
        made: chrono::NaiveDate::from_ymd_opt(2027, 1, 7).unwrap_or_default(),
        cover: Cover {
            over: "Wexcombe".into(),
            title: "A pack".into(),
            lead: None,
            facts: vec![("Meeting".into(), "14 January 2027".into())],
            logo: None,
        },
        sections: vec![section("one", "At a glance", blocks)],
    }
}

fn section(id: &str, heading: &str, blocks: Vec<Block>) -> Section {
    Section { id: id.into(), heading: heading.into(), on_new_page: false, numbers: Numbers::Main, blocks }
}

/// A pack with every kind of block.
pub(super) fn sample(size: Size) -> Composed {
    let plain = |words: &str| vec![Run::plain(words)];
    let mut pack = pack(vec![
        Block::Contents,
        Block::Panels {
            panels: vec![
                Panel { heading: "Strong".into(), blocks: vec![text_block("Risk is recognised.")] },
                Panel { heading: "To improve".into(), blocks: vec![text_block("Interviews are late.")] },
            ],
        },
        Block::ManagersNote { label: "Manager’s note".into(), runs: plain("Ready in January.") },
    ]);
    pack.size = size;
    pack.sections.push(section(
        "two",
        "What inspectors said",
        vec![
            Block::Heading { level: 3, text: "In numbers".into() },
            Block::Balance(Balance {
                caption: "In proportion".into(),
                alt: "4 and 2".into(),
                rows: vec![BalanceRow {
                    label: "This pack quotes".into(),
                    shares: vec![(Bearing::Strength, 4), (Bearing::Improve, 2)],
                }],
            }),
            quote("q1", "Children are seen promptly and alone.", "Ofsted, letter, page 3"),
            Block::Timeline(Timeline {
                caption: "Since 2012".into(),
                alt: "Two events".into(),
                events: vec![event(4600, "May 2012", Some("Adequate")), event(9000, "Aug 2024", None)],
                breaks: vec![FrameworkBreak { at: Moment(6600), label: "ILACS".into() }],
            }),
            table(vec![vec![cell("A finding"), Cell { tone: Some(Tone::Good), ..cell("Good") }]]),
            Block::List { ordered: true, items: vec![plain("Offer interviews."), plain("Write it down.")] },
            Block::Question(Question {
                number: 1,
                ask: "How many were held?".into(),
                prompted_by: vec![Run::plain("Prompted by "), Run::to("quotation 1", "q1"), Run::plain(".")],
                who: Some("The Director".into()),
                listen_for: Some("Numbers for each month.".into()),
                space: 2,
            }),
        ],
    ));
    pack
}

/// What the sample says, in order.
pub(super) fn expected() -> [&'static str; 31] {
    [
        "Wexcombe",
        "A pack",
        "Meeting",
        "14 January 2027",
        "At a glance",
        "What inspectors said ",
        "Strong",
        "Risk is recognised.",
        "To improve",
        "Interviews are late.",
        "Manager’s note. Ready in January.",
        "What inspectors said",
        "In numbers",
        "In proportion",
        "This pack quotes: 4 strengths, 2 concerns",
        "Strength · Theme · quotation 1",
        "“Children are seen promptly and alone.”",
        "Ofsted, letter, page 3",
        "check: exact",
        "Since 2012",
        "ILACS",
        "Adequate",
        "May 2012",
        "First",
        "Second",
        "A finding",
        "Good",
        "1. Offer interviews.",
        "How many were held?",
        "Prompted by quotation 1. [The Director]",
        "Numbers for each month.",
    ]
}

pub(super) fn event(at: i32, date: &str, grade: Option<&str>) -> Event {
    let tone = if grade.is_some() { Tone::Middling } else { Tone::None };
    Event {
        at: Moment(at),
        date: date.into(),
        label: "Visit".into(),
        grade: grade.map(Into::into),
        tone,
        inspection: true,
    }
}

pub(super) fn text_block(words: &str) -> Block {
    Block::Paragraph { runs: vec![Run::plain(words)], style: Style::Body }
}

pub(super) fn cell(words: &str) -> Cell {
    Cell { paragraphs: vec![vec![Run::plain(words)]], ..Cell::default() }
}

pub(super) fn table(rows: Vec<Vec<Cell>>) -> Block {
    let column = |heading: &str| Column::new(heading, 1);
    let columns = vec![column("First"), column("Second")];
    Block::Table(Table { caption: "A table".into(), columns, rows, row_headers: true, alt: None })
}

pub(super) fn quote(id: &str, words: &str, citation: &str) -> Block {
    Block::Quote(QuoteBlock {
        id: id.into(),
        number: 1,
        bearing: Bearing::Strength,
        tag: "Strength · Theme".into(),
        words: vec![Piece::Words(words.into())],
        citation: citation.into(),
        source: None,
        verdict: Some(Verdict::Exact),
    })
}

pub(super) fn empty_timeline() -> Block {
    Block::Timeline(Timeline { caption: String::new(), alt: String::new(), events: vec![], breaks: vec![] })
}

pub(super) fn empty_balance() -> Block {
    Block::Balance(Balance { caption: String::new(), alt: String::new(), rows: vec![] })
}

/// The marks of a page that are read.
pub(super) fn marks_of(page: &Page) -> impl Iterator<Item = &Marks> {
    page.marks.iter().filter(|marks| matches!(marks.owner, Owner::Content { .. }))
}

/// The words of marks.
pub(super) fn words_of(marks: &Marks) -> String {
    let words =
        marks.draws.iter().filter_map(|draw| if let Draw::Words(words) = draw { Some(words) } else { None });
    words.map(|words| words.text.as_str()).collect()
}

/// The whole pack as it is read aloud: the structure in order, parts parted by a space.
pub(super) fn said(pages: &Pages) -> String {
    let mut said = String::new();
    say(pages, Structure::DOCUMENT, &mut said);
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn say(pages: &Pages, node: NodeId, said: &mut String) {
    for kid in &pages.structure.node(node).kids {
        match *kid {
            Kid::Node(node) => say(pages, node, said),
            Kid::Marks { page, id } => {
                let marks = marks_of(&pages.pages[page]).nth(id as usize);
                said.push_str(&marks.map(words_of).unwrap_or_default());
            }
            Kid::Link { .. } => {}
        }
    }
    let inline = matches!(pages.structure.node(node).role, crate::Role::Link | crate::Role::Span);
    said.push_str(if inline { "" } else { " " });
}

/// The page on which words stand for the nth time, as one mark.
pub(super) fn page_of_words(pages: &Pages, words: &str, nth: usize) -> usize {
    let all = pages
        .pages
        .iter()
        .enumerate()
        .flat_map(|(number, page)| marks_of(page).map(move |marks| (number, marks)));
    all.filter(|(_, marks)| words_of(marks).contains(words)).nth(nth).map_or(usize::MAX, |(page, _)| page)
}

/// How low words of the content stand.
pub(super) fn baselines(page: &Page) -> impl Iterator<Item = f32> {
    let draws = marks_of(page).flat_map(|marks| &marks.draws);
    draws.filter_map(|draw| if let Draw::Words(words) = draw { Some(words.at.1) } else { None })
}

/// What stands at the head or foot of a page.
pub(super) fn furniture(page: &Page, kind: crate::Artifact) -> String {
    let marks = page.marks.iter().filter(|marks| marks.owner == Owner::Artifact(kind));
    marks.map(words_of).collect::<Vec<_>>().join(" ")
}
