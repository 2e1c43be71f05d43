//! The specimen's first sections: at a glance, contents, judgements.

use crate::blocks::{heading, plain, text, timeline};
use crate::pack::section;
use packhorse_model::composed::{Block, Cell, Column, Panel, Run, Section, Style, Table, Tone};

pub(crate) fn glance() -> Section {
    let panel = |heading: &str, words: &str| Panel { heading: heading.into(), blocks: vec![text(words)] };
    section(
        "glance",
        "At a glance",
        false,
        vec![
            Block::Paragraph {
                runs: plain(
                    "Inspectors visited the front door on 1 and 2 September 2026. They found decisions that are quick and thoughtful, and two things that must improve. A focused visit gives no grades.",
                ),
                style: Style::Lead,
            },
            Block::Panels {
                panels: vec![
                    panel(
                        "Strong",
                        "Risk is recognised on the day it arrives, and children are seen quickly.",
                    ),
                    panel(
                        "To improve",
                        "Return home interviews are late; managers’ reasons are not always written down.",
                    ),
                    panel(
                        "You are asked to",
                        "Note the letter, agree when the committee hears progress, and test the two actions.",
                    ),
                ],
            },
            Block::ManagersNote {
                label: "Since the last inspection".into(),
                runs: vec![
                    Run::plain(
                        "In 2023 the same service was told to make thresholds clear to partners. The letter now says that partners “understand when and how to ask for help” (",
                    ),
                    Run::to("quotation 2", "q2"),
                    Run::plain("). Two areas are new."),
                ],
            },
        ],
    )
}

pub(crate) fn contents() -> Section {
    section("contents", "In this pack", true, vec![Block::Contents])
}

pub(crate) fn judgements() -> Section {
    let cell = |words: &str, tone| Cell { paragraphs: vec![plain(words)], tone, ..Cell::default() };
    let noted = |words: &str, note: &str, tone| Cell {
        paragraphs: vec![plain(words), plain(note)],
        tone,
        ..Cell::default()
    };
    let (good, middling, none) = (Some(Tone::Good), Some(Tone::Middling), Some(Tone::None));
    let column = |heading: &str, share| Column::new(heading, share);
    section("judgements", "Judgements and how they came about", true, vec![
        timeline(),
        Block::Table(Table {
            caption: "Grades as printed. A dashed line in the timeline marks a new framework: grades on either side are not the same scale.".into(),
            columns: vec![column("Area", 38), column("November 2016, single inspection", 24), column("March 2022, ILACS", 24), column("September 2026, focused visit", 18)],
            rows: vec![
                vec![cell("Overall effectiveness", None), cell("Requires improvement", middling), cell("Good", good), cell("not graded", none)],
                vec![cell("Leaders’ impact on practice", None), noted("Requires improvement", "as “leadership, management and governance”", middling), cell("Good", good), cell("not graded", none)],
                vec![cell("Help and protection", None), cell("Inadequate", Some(Tone::Poor)), cell("Requires improvement to be good", middling), cell("not graded", none)],
                vec![cell("Children in care", None), cell("Good", good), noted("Good", "one grade with care leavers", good), cell("not in scope", none)],
                vec![cell("Care leavers", None), cell("Good", good), cell("not judged separately under this framework", none), cell("not in scope", none)],
            ],
            row_headers: true,
 alt: None,
        }),
        heading(3, "Areas to improve"),
        Block::Table(areas(vec![
            ["Return home interviews are offered within three days and inform safety plans", "2026", "Head of Help and Protection", "31 March 2027"],
            ["Managers record why they agree or change a decision", "2022, again 2026", "Principal Social Worker", "28 February 2027"],
        ])),
        heading(3, "What was asked before, and where it stands"),
        text("The office keeps every area to improve since 2012. The table is long on purpose: it shows how a table is carried over."),
        Block::Table(areas((0..26).map(|index| match index % 4 {
            0 => ["The timeliness of initial child protection conferences", "2016", "Head of Safeguarding", "done"],
            1 => ["Supervision that is regular, reflective and recorded, so that social workers know what is expected of them and families are not asked to tell their story again", "2016, again 2022", "Principal Social Worker", "31 March 2027"],
            2 => ["Education plans for children in care", "2022", "Virtual School Head", "31 July 2027"],
            _ => ["Homes near to family and friends", "2022", "Head of Commissioning and Sufficiency", "no date given"],
        }).collect())),
    ])
}

fn areas(rows: Vec<[&str; 4]>) -> Table {
    let column = |(heading, share): (&str, u32)| Column::new(heading, share);
    let cell = |words: &str| Cell { paragraphs: vec![plain(words)], ..Cell::default() };
    Table {
        caption: String::new(),
        columns: [("What inspectors ask for", 52), ("Since", 14), ("Owner", 20), ("Due", 16)]
            .map(column)
            .to_vec(),
        rows: rows.into_iter().map(|row| row.map(cell).to_vec()).collect(),
        row_headers: true,
        alt: None,
    }
}
