//! The specimen's other sections: quotations, statements, questions, odd characters, sources.

use crate::blocks::{balance, heading, plain, question, quote, text};
use crate::pack::section;
use packhorse_model::composed::{Block, Cell, Column, Link, Look, Run, Section, Style, Table, Tone};
use packhorse_model::{Bearing, Verdict};

pub(crate) fn inspectors() -> Section {
    let letter = "Ofsted, letter of 15 September 2026, paragraph";
    section(
        "inspectors",
        "What inspectors said",
        true,
        vec![
            text("Six quotations. The letter holds 14 strengths and 5 concerns; this pack shows 4 and 2."),
            balance(),
            quote(
                1,
                Bearing::Strength,
                "Strength · Front door",
                "Decisions about next steps are made on the day and explain clearly why help is, or is not, needed.",
                &format!("{letter} 6, page 2"),
                None,
            ),
            quote(
                2,
                Bearing::Strength,
                "Strength · Seeing children",
                "Children are seen promptly and alone […] and what they say shapes what happens next.",
                &format!("{letter} 9, page 3"),
                None,
            ),
            quote(
                3,
                Bearing::Improve,
                "To improve · Missing children",
                "Too many return home interviews take place after the point at which they could help to keep a child safe.",
                &format!("{letter} 12, page 3"),
                None,
            ),
            quote(
                4,
                Bearing::Priority,
                "Priority action · Supervision",
                "For a small number of children, managers agree to a change of plan without writing down the reason. When those children’s circumstances worsen, nobody who comes later can tell what was known, what was weighed and why the family was not helped sooner; leaders accept this and have begun to change how supervision is recorded.",
                &format!("{letter} 14, page 4"),
                None,
            ),
            heading(3, "In the words of 2023"),
            Block::List {
                ordered: false,
                items: vec![
                    plain(
                        "Thresholds were not understood by all partners, and some children waited for help while professionals disagreed about who should give it.",
                    ),
                    vec![
                        Run::plain("The letter of "),
                        Run::strong("July 2023"),
                        Run::plain(" asked for a single conversation with "),
                        Run::looking("one", Look::Emphasis),
                        Run::plain(" worker."),
                    ],
                    plain("Nothing was said about care leavers."),
                ],
            },
            Block::List {
                ordered: true,
                items: vec![
                    plain("Offer return home interviews within three days."),
                    plain(
                        "Write down why a decision was agreed or changed, on the same day, where the next worker will look for it.",
                    ),
                ],
            },
            quote(
                5,
                Bearing::Context,
                "Context",
                "This is a service that knows itself well.",
                &format!("{letter} 2, page 1"),
                None,
            ),
        ],
    )
}

pub(crate) fn public() -> Section {
    let cell = |runs: Vec<Run>| Cell { paragraphs: vec![runs], ..Cell::default() };
    let check =
        |words: &str, tone| Cell { paragraphs: vec![plain(words)], tone: Some(tone), ..Cell::default() };
    let column = |heading: &str, share| Column::new(heading, share);
    section(
        "public",
        "What was said in public",
        false,
        vec![
            quote(
                6,
                Bearing::Statement,
                "Statement · Cllr Jo Marr, Cabinet Member for Children",
                "I am proud of teams who turn up for children every single day, and we will get the two improvements done by spring.",
                "Wexcombe County Council, press release, 16 September 2026",
                Some(Verdict::Differs),
            ),
            Block::Table(Table {
                caption: "Inspectors’ words as the press release gives them, held against the letter".into(),
                columns: vec![column("Press release", 44), column("Letter", 38), column("Check", 18)],
                rows: vec![
                    vec![
                        cell(vec![
                            Run::plain("“decisions "),
                            Run::looking("about next steps ", Look::Removed),
                            Run::plain("are made "),
                            Run::looking("quickly", Look::Added),
                            Run::plain(" on the day”"),
                        ]),
                        cell(plain("“Decisions about next steps are made on the day”")),
                        check("words differ", Tone::Poor),
                    ],
                    vec![
                        cell(plain("“Children are seen promptly and alone”")),
                        cell(plain("“Children are seen promptly and alone”")),
                        check("exact", Tone::Good),
                    ],
                    vec![
                        cell(plain("“Risk is recognised — on the day”")),
                        cell(plain("“Risk is recognised on the day”")),
                        check("punctuation only", Tone::Middling),
                    ],
                ],
                row_headers: false,
                alt: None,
            }),
        ],
    )
}

pub(crate) fn questions() -> Section {
    section(
        "questions",
        "Questions for the meeting",
        true,
        vec![
            text("Each question rests on something inspectors wrote. Who should answer is in brackets."),
            question(
                1,
                "How many return home interviews in the last quarter were held within three days, and what changed for a child because of one?",
                "q3",
                Some(
                    "A full answer gives numbers for each month, the reasons for late ones, and an example.",
                ),
                3,
            ),
            question(
                2,
                "When a manager changes a decision, where would we find the reason, and who checks?",
                "q4",
                None,
                3,
            ),
            question(3, "What do children who used the front door say about it?", "q2", None, 0),
            Block::ManagersNote {
                label: "Manager’s note".into(),
                runs: plain(
                    "The Director can answer all three on the night; figures for December will be ready on 12 January.",
                ),
            },
        ],
    )
}

pub(crate) fn characters() -> Section {
    section(
        "characters",
        "Names, signs and long words",
        false,
        vec![
            text(
                "Łukasz Żółć, Şükrü Öztürk, Siân Ŵyn, François Nuñez, Zoë and Ağça met at ½ past two; it cost £3.20 (€3.70), 5 °C, 40–50 per cent, “‘quoted’ within”, an ellipsis… and a dash — so.",
            ),
            text(
                "A non\u{2011}breaking hyphen, a hyphen\u{2010}minus, a soft hy\u{ad}phen, a no\u{a0}break space, a decomposed e\u{301} and q\u{301}, an official fluffy affidavit.",
            ),
            Block::Paragraph {
                style: Style::Small,
                runs: vec![
                    Run::plain("The letter stands at "),
                    Run {
                        link: Some(Link::Web(
                            "https://reports.example.org/provider/44/80999-wexcombe".into(),
                        )),
                        ..Run::plain(
                            "reports.example.org/provider/44/80999-wexcombe/a-very-long-address-that-must-be-broken-somewhere-because-it-is-wider-than-the-page-itself",
                        )
                    },
                    Run::plain("."),
                ],
            },
        ],
    )
}

pub(crate) fn sources() -> Section {
    let column = |heading: &str, share| Column::new(heading, share);
    let cell = |words: &str| Cell { paragraphs: vec![plain(words)], ..Cell::default() };
    let source = |number: &str, words: &str, day: &str, print: &str| {
        vec![
            Cell { id: Some(format!("source-{number}")), ..cell(number) },
            cell(words),
            cell(day),
            cell(print),
        ]
    };
    section(
        "sources",
        "Quotations and sources",
        false,
        vec![Block::Table(Table {
            caption: String::new(),
            columns: vec![
                column("No.", 7),
                column("Source", 46),
                column("Published", 25),
                column("Fingerprint", 25),
            ],
            rows: vec![
                source(
                    "1",
                    "Ofsted, focused visit to Wexcombe children’s services (letter)",
                    "15 September 2026",
                    "9f2c 41aa 07be",
                ),
                source(
                    "2",
                    "Wexcombe County Council, “Inspectors praise quick help” (press release)",
                    "16 September 2026",
                    "51d0 c2f8 9e13",
                ),
            ],
            row_headers: false,
            alt: None,
        })],
    )
}
