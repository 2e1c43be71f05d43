use super::*;
use packhorse_model::composed::{
    Balance, BalanceRow, Cell, Column, Event, FrameworkBreak, Link, LogoFormat, Look, Moment, Numbers, Panel,
    Piece, Question, QuoteBlock, Run, Style, Table, Timeline, Tone,
};
use packhorse_model::{Bearing, Verdict};
use std::collections::BTreeSet;

fn section(id: &str, heading: &str, blocks: Vec<Block>) -> Section {
    Section { id: id.into(), heading: heading.into(), on_new_page: false, numbers: Numbers::Main, blocks }
}

fn quote() -> Block {
    Block::Quote(QuoteBlock {
        id: "quote-1".into(),
        number: 1,
        bearing: Bearing::Strength,
        tag: "Strength".into(),
        words: vec![Piece::Words("Children are seen < promptly".into()), Piece::Omitted],
        citation: "Ofsted, 10 September 2026, p. 2".into(),
        source: Some(("source-1".into(), 1)),
        verdict: Some(Verdict::Differs),
    })
}

fn table() -> Block {
    let cell =
        |words: &str, tone| Cell { paragraphs: vec![vec![Run::plain(words)]], tone, ..Cell::default() };
    let bars = Cell {
        bar: vec![(Bearing::Strength, 2), (Bearing::Improve, 1)],
        ..cell("2 strengths, 1 concern", None)
    };
    Block::Table(Table {
        caption: "Grades & themes".into(),
        columns: vec![
            Column::new("Area", 2),
            Column { breaks: true, ..Column::new("2026", 1) },
            Column::new("Said", 1),
        ],
        rows: vec![vec![
            Cell { id: Some("source-1".into()), ..cell("Care leavers", None) },
            cell("Good", Some(Tone::Good)),
            bars,
        ]],
        row_headers: true,
        alt: Some("Care leavers: good.".into()),
    })
}

fn charts() -> Vec<Block> {
    let event = |at, label: &str, inspection: bool| Event {
        at: Moment(at),
        date: "May 2023".into(),
        label: label.into(),
        grade: inspection.then(|| "Good".into()),
        tone: Tone::Good,
        inspection,
    };
    vec![
        Block::Timeline(Timeline {
            caption: "In order of time.".into(),
            alt: "An inspection in May 2023, then a statement.".into(),
            events: vec![event(8000, "ILACS", true), event(8400, "Statement", false)],
            breaks: vec![FrameworkBreak { at: Moment(8100), label: "ILACS from 2023".into() }],
        }),
        Block::Balance(Balance {
            caption: "In proportion.".into(),
            alt: "Two and one.".into(),
            rows: vec![BalanceRow {
                label: "This pack quotes".into(),
                shares: vec![(Bearing::Strength, 2), (Bearing::Improve, 1)],
            }],
        }),
    ]
}

fn pack() -> Composed {
    let looks = [Look::Plain, Look::Strong, Look::Emphasis, Look::Soft, Look::Removed, Look::Added];
    let runs = looks.map(|look| Run::looking(format!("<{look:?}> "), look)).to_vec();
    let link = |at: &str| Run { link: Some(Link::Web(at.into())), ..Run::plain("a link") };
    let question = Question {
        number: 3,
        ask: "Who checks?".into(),
        prompted_by: vec![Run::to("Quotation 1", "quote-1")],
        who: Some("the director".into()),
        listen_for: Some("Listen for dates.".into()),
        space: 2,
    };
    let mut inside = vec![
        Block::Heading { level: 2, text: "Within".into() },
        Block::Paragraph { runs, style: Style::Lead },
    ];
    inside.extend([quote(), table()]);
    inside.extend(charts());
    inside.extend([
        Block::List {
            ordered: false,
            items: vec![vec![
                Run::plain("An item"),
                link("https://www.gov.uk/"),
                link("javascript:alert(1)"),
            ]],
        },
        Block::ManagersNote { label: "Manager’s note:".into(), runs: vec![Run::plain("Ask again.")] },
        Block::Question(question),
        Block::Panels {
            panels: vec![Panel {
                heading: "Strong".into(),
                blocks: vec![Block::Paragraph {
                    runs: vec![Run::plain("Łukasz, Siân, 😀")],
                    style: Style::Small,
                }],
            }],
        },
    ]);
    Composed {
        title: "Focused visit: \"what\" inspectors said".into(),
        language: "en-GB".into(),
        size: Size::Normal,
        running_head: "Wexcombe".into(),
        running_foot: "Committee, 13 October 2026".into(),
        marking: Some("OFFICIAL".into()),
        exempt: Some("Not for publication".into()),
        copy_for: Some("Copy for Cllr Ferrier".into()),
        author: Some("Wexcombe".into()),
        subject: Some("A briefing".into()),
        made: chrono::NaiveDate::from_ymd_opt(2026, 10, 5).expect("a day"),
        cover: Cover {
            over: "Wexcombe · Chair’s briefing".into(),
            title: "Focused visit".into(),
            lead: Some("What it is about.".into()),
            facts: vec![("Meeting".into(), "13 October".into())],
            logo: Some(Logo {
                alt: "Wexcombe Council".into(),
                format: LogoFormat::Svg,
                bytes: br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><!-- Jane Placeholder --><rect width="4" height="2" fill="#0b5563"/></svg>"##.to_vec(),
            }),
        },
        sections: vec![
            section("contents", "Contents", vec![Block::Contents]),
            section("said", "What was said", inside),
        ],
    }
}

/// The values of an attribute, in order.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let start = format!(" {attribute}=\"");
    page.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn the_words_stand_in_the_order_of_the_pack_and_none_is_lost() {
    let page = page(&pack());
    let words = said(&page)[0].1.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut rest = words.as_str();
    for expected in [
        "OFFICIAL",
        "Not for publication",
        "Copy for Cllr Ferrier",
        "Wexcombe · Chair’s briefing",
        "Focused visit",
        "What it is about.",
        "Meeting",
        "13 October",
        "Contents",
        "What was said",
        "What was said",
        "Within",
        "<Plain> <Strong> <Emphasis> <Soft> [<Removed>] <Added>",
        "Strength · quotation 1",
        "“Children are seen < promptly […]”",
        "Ofsted, 10 September 2026, p. 2 · source 1 · check: words differ",
        "Grades & themes Care leavers: good.",
        "Area",
        "2026",
        "Said",
        "Care leavers",
        "Good",
        "2 strengths, 1 concern",
        "In order of time.",
        "May 2023 ILACS: Good",
        "ILACS from 2023",
        "May 2023 Statement",
        "In proportion.",
        "This pack quotes: 2 strengths, 1 concern",
        "An itema linka link",
        "Manager’s note. Ask again.",
        "Who checks?",
        "Quotation 1 [the director]",
        "Listen for dates.",
        "Strong",
        "Łukasz, Siân, 😀",
        "Committee, 13 October 2026",
        "OFFICIAL",
    ] {
        let at = rest.find(expected).unwrap_or_else(|| panic!("“{expected}” does not stand here: {rest}"));
        rest = &rest[at + expected.len()..];
    }
}

#[test]
fn nothing_runs_and_nothing_is_fetched() {
    let page = page(&pack());
    assert!(!page.contains("<script") && !page.contains("javascript:"), "a link of that kind is words alone");
    assert!(page.contains("default-src 'none'"), "whatever else stands there, the policy forbids it");
    assert!(values(&page, "src").iter().all(|source| source.starts_with("data:image/")));
    assert!(!STYLE.contains("url(") && !STYLE.contains("@import"));
}

#[test]
fn every_link_within_the_page_leads_somewhere_and_no_name_is_given_twice() {
    let page = page(&pack());
    let ids = values(&page, "id");
    let known: BTreeSet<_> = ids.iter().collect();
    assert_eq!(known.len(), ids.len(), "{ids:?}");
    let links: Vec<_> = values(&page, "href").into_iter().filter_map(|link| link.strip_prefix('#')).collect();
    assert!(links.len() >= 4, "the skip link, the contents, a quotation, a source: {links:?}");
    assert!(links.iter().all(|link| known.contains(link)), "{links:?} in {ids:?}");
}

#[test]
fn charts_and_pictures_say_what_they_show() {
    let page = page(&pack());
    let labels = values(&page, "aria-label");
    assert!(labels.contains(&"An inspection in May 2023, then a statement."), "{labels:?}");
    assert_eq!(values(&page, "alt"), ["Wexcombe Council"]);
    assert_eq!(values(&page, "scope"), ["col", "col", "col", "row"]);
    assert_eq!(values(&page, "lang"), ["en-GB"]);
}

#[test]
fn the_same_pack_gives_the_same_bytes() {
    assert_eq!(page(&pack()), page(&pack()));
}

#[test]
fn words_are_found_across_links_and_looks_and_in_hidden_places() {
    let layers = said(
        "<p title=\"secret plan\">Children <strong>are</strong> <a href=\"#x\">seen</a>.</p><title>Low &amp; high</title>",
    );
    assert!(layers[0].1.contains("Children are seen."), "{layers:?}");
    assert!(layers[1].1.contains("secret plan") && layers[1].1.contains("Low & high"), "{layers:?}");
}

#[test]
fn a_logo_brings_its_picture_and_nothing_else() {
    let mut pack = pack();
    let shown = page(&pack);
    let source = values(&shown, "src")[0].strip_prefix("data:image/svg+xml;base64,").expect("a drawing");
    let file = String::from_utf8(STANDARD.decode(source).expect("it is base 64")).expect("it is text");
    assert!(file.contains("#0b5563") && !file.contains("Placeholder"), "{file}");
    pack.cover.logo.as_mut().expect("it has one").bytes = b"<svg".to_vec();
    let shown = page(&pack);
    assert!(shown.contains("<p class=\"logo\">Wexcombe Council</p>") && values(&shown, "src").is_empty());
}

#[test]
fn every_printed_sheet_has_its_marking_and_number() {
    let mut pack = pack();
    pack.marking = Some("OFFICIAL\"}</style>\\".into());
    let page = page(&pack);
    let sheet = page.split("@page").nth(1).and_then(|rest| rest.split("</style>").next()).expect("a rule");
    assert!(
        sheet.contains(r#"content: "OFFICIAL\22 }\3c /style\3e \5c  · Copy for Cllr Ferrier";"#),
        "{sheet}"
    );
    assert!(sheet.contains("counter(page)"));
}
