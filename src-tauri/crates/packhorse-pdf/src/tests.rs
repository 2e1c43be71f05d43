//! Files written, and read back with another reader.

use crate::faces::Faces;
use crate::processors::Writing;
use crate::{document, write};
use lopdf::{Dictionary, Document, Object, ObjectId};
use packhorse_model::composed::{
    Block, Cell, Column, Composed, Cover, Event, Link, Look, Moment, Numbers, Piece, QuoteBlock, Run,
    Section, Size, Style, Table, Timeline, Tone,
};
use packhorse_model::{Bearing, Verdict};
use packhorse_typeset::{Fonts, typeset};
use std::collections::{BTreeMap, BTreeSet};

fn pack() -> Composed {
    let plain = |words: &str| vec![Run::plain(words)];
    let cell = |words: &str| Cell { paragraphs: vec![plain(words)], ..Cell::default() };
    let column = |heading: &str| Column::new(heading, 1);
    let web = Run { link: Some(Link::Web("https://example.org/".into())), ..Run::plain("the letter") };
    let blocks = vec![
        Block::Contents,
        Block::Paragraph {
            style: Style::Body,
            runs: plain("Łukasz Żółć and Siân paid £3.20 (½ of it) — “officially”."),
        },
        Block::Paragraph {
            style: Style::Body,
            runs: plain("A non\u{2011}breaking hyphen, a well-known one, q\u{301}."),
        },
        Block::Paragraph {
            style: Style::Body,
            runs: vec![
                web,
                Run::looking(" left", Look::Removed),
                Run::looking("right", Look::Added),
                Run::to(" see the quotation of the inspectors", "q1"),
            ],
        },
        Block::Quote(QuoteBlock {
            id: "q1".into(),
            number: 1,
            bearing: Bearing::Strength,
            tag: "Strength".into(),
            words: vec![Piece::Words("Children are seen promptly".into()), Piece::Omitted],
            citation: "Ofsted, page 2".into(),
            source: None,
            verdict: Some(Verdict::Exact),
        }),
        Block::Table(Table {
            caption: "A long table".into(),
            columns: vec![column("First"), column("Second")],
            rows: (0..60)
                .map(|_| vec![cell("one"), Cell { tone: Some(Tone::Good), ..cell("Good") }])
                .collect(),
            row_headers: true,
            alt: None,
        }),
        Block::Timeline(Timeline {
            caption: "Events".into(),
            alt: "One event & no <grade>".into(),
            events: vec![Event {
                at: Moment(9000),
                date: "2024".into(),
                label: "Visit".into(),
                grade: None,
                tone: Tone::None,
                inspection: false,
            }],
            breaks: vec![],
        }),
    ];
    Composed {
        title: "Wexcombe’s <pack> & more".into(),
        language: "en-GB".into(),
        size: Size::Normal,
        running_head: "Wexcombe".into(),
        running_foot: "Committee".into(),
        marking: Some("OFFICIAL".into()),
        exempt: None,
        copy_for: None,
        author: Some("Wexcombe County Council".into()),
        subject: None,
        made: chrono::NaiveDate::from_ymd_opt(2027, 1, 7).unwrap_or_default(),
        cover: Cover {
            over: "Wexcombe".into(),
            title: "Title".into(),
            lead: None,
            facts: vec![],
            logo: None,
        },
        sections: vec![Section {
            id: "one".into(),
            heading: "Section".into(),
            on_new_page: false,
            numbers: Numbers::Main,
            blocks,
        }],
    }
}

fn bytes() -> Vec<u8> {
    let pages = typeset(&pack(), &Fonts::built_in()).expect("the pack sets");
    write(&pages).expect("the pages are written")
}

fn dictionary(file: &Document, id: ObjectId) -> &Dictionary {
    file.get_dictionary(id).expect("it is a dictionary")
}

fn name<'a>(dictionary: &'a Dictionary, key: &[u8]) -> &'a [u8] {
    dictionary.get(key).and_then(Object::as_name).unwrap_or_default()
}

/// Every element of the structure, by its id.
fn elements(file: &Document) -> BTreeMap<ObjectId, &Dictionary> {
    let all = file.objects.iter().filter_map(|(id, object)| Some((*id, object.as_dict().ok()?)));
    all.filter(|(_, dictionary)| dictionary.has(b"S") && dictionary.has(b"P")).collect()
}

#[test]
fn the_same_pages_give_the_same_bytes() {
    assert!(bytes() == bytes());
}

#[test]
fn pages_made_on_two_processors_are_those_made_on_one() {
    let pages = typeset(&pack(), &Fonts::built_in()).expect("the pack sets");
    assert!(pages.pages.len() > 1, "each half has a page");
    let faces = Faces::of(&pages).expect("the faces can be cut");
    let one = document::in_one(&pages, &faces).expect("it is made");
    let halves = document::in_halves(&pages, &faces).expect("it is made");
    assert!(one.objects == halves.objects && one.max_id == halves.max_id);
    // The same holds for what is squeezed while as many files are written as there are processors.
    let alone = bytes();
    let others: Vec<Writing> = (0..1_000).map(|_| Writing::begin()).collect();
    assert!(bytes() == alone);
    drop(others);
}

#[test]
fn another_reader_finds_the_words_that_were_composed() {
    let file = Document::load_mem(&bytes()).expect("it opens");
    let text = file.extract_text(&[1]).expect("it has text");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "Łukasz Żółć and Siân paid £3.20 (½ of it) — “officially”.",
        "well-known",
        "“Children are seen promptly […]”",
    ] {
        assert!(text.contains(words), "“{words}” is not in {text}");
    }
}

#[test]
fn every_mark_on_a_page_has_one_place_in_the_structure() {
    let file = Document::load_mem(&bytes()).expect("it opens");
    let elements = elements(&file);
    for (number, page) in file.get_pages() {
        let content = lopdf::content::Content::decode(&file.get_page_content(page)).expect("it decodes");
        let mut open = 0;
        let mut marks = 0;
        for operation in &content.operations {
            match operation.operator.as_str() {
                "BDC" => {
                    open += 1;
                    let properties = operation.operands[1].as_dict().expect("they stand in line");
                    marks += usize::from(properties.has(b"MCID"));
                }
                "EMC" => open -= 1,
                "TJ" | "Tj" | "f" | "S" => assert!(open > 0, "nothing on page {number} is unmarked"),
                _ => {}
            }
        }
        let owned = elements.values().map(|element| marks_of(element, page)).sum::<usize>();
        assert_eq!(owned, marks, "on page {number}");
        let key =
            dictionary(&file, page).get(b"StructParents").and_then(Object::as_i64).expect("it has a key");
        assert_eq!(parents(&file, key).len(), marks);
    }
}

/// How many marks of a page an element holds.
fn marks_of(element: &Dictionary, page: ObjectId) -> usize {
    let home = element.get(b"Pg").and_then(Object::as_reference).ok();
    let kids = element.get(b"K").and_then(Object::as_array).expect("it has kids");
    let is_here = |kid: &&Object| match kid {
        Object::Integer(_) => home == Some(page),
        Object::Dictionary(kid) if name(kid, b"Type") == b"MCR" => {
            kid.get(b"Pg").and_then(Object::as_reference).is_ok_and(|at| at == page)
        }
        _ => false,
    };
    kids.iter().filter(is_here).count()
}

/// The nodes of a page's marks.
fn parents(file: &Document, key: i64) -> Vec<Object> {
    let catalog = file.catalog().expect("it has a catalog");
    let follow = |dictionary: &Dictionary, key: &[u8]| {
        dictionary.get(key).and_then(Object::as_reference).expect("it leads on")
    };
    let root = dictionary(file, follow(catalog, b"StructTreeRoot"));
    let tree = dictionary(file, follow(root, b"ParentTree"));
    let numbers = tree.get(b"Nums").and_then(Object::as_array).expect("it has numbers");
    let at = numbers.chunks(2).find(|pair| pair[0].as_i64().is_ok_and(|number| number == key));
    let id = at.and_then(|pair| pair[1].as_reference().ok()).expect("the key is there");
    file.get_object(id).and_then(Object::as_array).cloned().expect("a page has a list")
}

#[test]
fn links_say_where_they_lead_and_belong_to_the_structure() {
    let file = Document::load_mem(&bytes()).expect("it opens");
    let elements = elements(&file);
    let links: Vec<(ObjectId, &Dictionary)> = file
        .objects
        .iter()
        .filter_map(|(id, object)| Some((*id, object.as_dict().ok()?)))
        .filter(|(_, dictionary)| name(dictionary, b"Subtype") == b"Link")
        .collect();
    assert_eq!(links.len(), 2, "the web page and the quotation");
    for (id, link) in links {
        for key in ["Contents", "StructParent", "F", "A"] {
            assert!(link.has(key.as_bytes()), "{key}");
        }
        let holders = elements.values().filter(|element| {
            let kids = element.get(b"K").and_then(Object::as_array).expect("it has kids");
            kids.iter()
                .filter_map(|kid| kid.as_dict().ok())
                .any(|kid| kid.get(b"Obj").and_then(Object::as_reference).is_ok_and(|obj| obj == id))
        });
        let roles: Vec<&[u8]> = holders.map(|element| name(element, b"S")).collect();
        assert_eq!(roles, [b"Link"]);
    }
}

#[test]
fn figures_header_cells_and_changes_say_what_they_are() {
    let file = Document::load_mem(&bytes()).expect("it opens");
    let elements = elements(&file);
    let of = |role: &'static [u8]| elements.values().filter(move |element| name(element, b"S") == role);
    assert!(of(b"Figure").count() == 1 && of(b"Figure").all(|figure| figure.has(b"Alt") && figure.has(b"A")));
    assert_eq!(
        of(b"TH").count(),
        62,
        "two of the columns, sixty of the rows; the repeated ones are not read"
    );
    assert!(of(b"TH").all(|header| header.has(b"A")));
    let said: BTreeSet<Vec<u8>> = of(b"Span")
        .filter_map(|span| span.get(b"Alt").and_then(Object::as_str).ok())
        .map(<[u8]>::to_vec)
        .collect();
    assert_eq!(said, [b"left out: left".to_vec(), b"put in: right".to_vec()].into());
}

#[test]
fn the_file_says_what_it_is() {
    let bytes = bytes();
    let text = String::from_utf8_lossy(&bytes);
    for words in [
        "%PDF-1.7",
        "<pdfaid:part>2<",
        "<pdfaid:conformance>A<",
        "<pdfuaid:part>1<",
        "Wexcombe’s &lt;pack&gt; &amp; more",
        "2027-01-07T00:00:00Z",
    ] {
        assert!(text.contains(words), "{words}");
    }
    let file = Document::load_mem(&bytes).expect("it opens");
    let catalog = file.catalog().expect("it has a catalog");
    for key in [
        "Lang",
        "MarkInfo",
        "StructTreeRoot",
        "ViewerPreferences",
        "PageLabels",
        "Outlines",
        "Metadata",
        "OutputIntents",
    ] {
        assert!(catalog.has(key.as_bytes()), "{key}");
    }
}
