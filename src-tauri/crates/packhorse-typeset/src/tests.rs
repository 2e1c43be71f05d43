//! Whole packs set, and held against what they were made of.

mod kit;

use crate::{Artifact, Draw, Error, Fonts, Kid, Owner, Role, Target, typeset};
use kit::{cell, marks_of, pack, page_of_words, quote, said, sample, table, text_block};
use packhorse_model::composed::{
    Block, Cell, Column, FrameworkBreak, Moment, Numbers, Run, Section, Size, Table, Timeline,
};

#[test]
fn what_is_read_is_what_was_composed_in_order() {
    for size in [Size::Normal, Size::LargePrint] {
        let composed = sample(size);
        let pages = typeset(&composed, &Fonts::built_in()).expect("the sample has no odd characters");
        let (read, expected) = (said(&pages), kit::expected());
        let mut rest = read.as_str();
        for words in expected {
            let found = rest.find(words);
            assert!(found.is_some(), "“{words}” is not where it should be in {size:?}: {rest}");
            rest = &rest[found.map_or(0, |at| at + words.len())..];
        }
    }
}

#[test]
fn every_mark_belongs_to_one_node_and_every_node_to_its_parent() {
    let pages = typeset(&sample(Size::Normal), &Fonts::built_in()).expect("it sets");
    let mut given: Vec<(usize, u32)> = Vec::new();
    for (id, node) in pages.structure.nodes() {
        for kid in &node.kids {
            match *kid {
                Kid::Marks { page, id: number } => {
                    given.push((page, number));
                    let owner = Owner::Content { node: id, id: number };
                    assert!(pages.pages[page].marks.iter().any(|marks| marks.owner == owner));
                }
                Kid::Node(kid) => assert_eq!(pages.structure.node(kid).parent, Some(id)),
                Kid::Link { page, index } => assert_eq!(pages.pages[page].links[index].node, id),
            }
        }
    }
    let count = given.len();
    given.sort_unstable();
    given.dedup();
    assert_eq!(given.len(), count, "no mark has two owners");
    assert_eq!(count, pages.pages.iter().map(|page| marks_of(page).count()).sum::<usize>());
}

#[test]
fn links_and_contents_lead_to_the_page_they_name() {
    let pages = typeset(&sample(Size::Normal), &Fonts::built_in()).expect("it sets");
    let quotes = page_of_words(&pages, "What inspectors said", 1);
    let links = pages.pages.iter().flat_map(|page| &page.links);
    let targets: Vec<&Target> =
        links.filter(|link| link.words == "What inspectors said").map(|link| &link.target).collect();
    assert!(matches!(targets[..], [Target::Place { page, .. }] if *page == quotes));
    assert!(said(&pages).contains(&format!("What inspectors said {}", quotes + 1)));
}

#[test]
fn a_link_that_leads_nowhere_is_plain_words_and_a_notice() {
    let runs = vec![Run::to("see there", "nowhere")];
    let pack = pack(vec![Block::Paragraph { runs, style: Default::default() }]);
    let pages = typeset(&pack, &Fonts::built_in()).expect("it sets");
    assert!(pages.notices[0].message.contains("nowhere"));
    assert!(pages.structure.nodes().all(|(_, node)| node.role != Role::Link));
}

#[test]
fn a_table_says_its_header_again_on_each_page_but_not_to_those_who_listen() {
    let rows = (0..90).map(|_| vec![cell("Some words"), cell("in two cells")]).collect();
    let pages = typeset(&pack(vec![table(rows)]), &Fonts::built_in()).expect("it sets");
    assert!(pages.pages.len() > 2);
    for page in &pages.pages[1..] {
        let repeated: Vec<String> = page
            .marks
            .iter()
            .filter(|marks| marks.owner == Owner::Artifact(Artifact::Repeated))
            .flat_map(|marks| &marks.draws)
            .filter_map(|draw| if let Draw::Words(words) = draw { Some(words.text.clone()) } else { None })
            .collect();
        assert_eq!(repeated, ["First", "Second"]);
    }
    assert_eq!(said(&pages).matches("First").count(), 1);
}

#[test]
fn a_row_higher_than_a_page_is_parted_and_loses_nothing() {
    let long = vec![cell("short"), cell(&"many words in one cell ".repeat(700))];
    let pages = typeset(&pack(vec![table(vec![long])]), &Fonts::built_in()).expect("it sets");
    assert!(pages.pages.len() > 2);
    assert_eq!(said(&pages).matches("many words in one cell").count(), 700);
    for page in &pages.pages {
        let lowest = kit::baselines(page).fold(0.0, f32::max);
        assert!(lowest < page.height - 60.0, "nothing runs into the foot");
    }
}

#[test]
fn a_quotation_stands_on_one_page_with_its_source() {
    for filler in 0..12 {
        let mut blocks = vec![text_block(&"Words before the quotation. ".repeat(40 + filler * 13))];
        blocks.push(quote(
            "q1",
            &"Words that were said by an inspector. ".repeat(9),
            "Ofsted, letter, page 2",
        ));
        let pages = typeset(&pack(blocks), &Fonts::built_in()).expect("it sets");
        let tag = page_of_words(&pages, "Strength · Theme", 0);
        let source = page_of_words(&pages, "Ofsted, letter, page 2", 0);
        assert_eq!(tag, source, "with {filler} parts of filler");
    }
}

#[test]
fn a_quotation_longer_than_a_page_keeps_its_last_words_with_its_source() {
    let words = "Words that were said by an inspector. ".repeat(300);
    let pages = typeset(&pack(vec![quote("q1", &words, "Ofsted, letter, page 2")]), &Fonts::built_in())
        .expect("it sets");
    let source = page_of_words(&pages, "Ofsted, letter, page 2", 0);
    assert!(source > 0);
    let page = &pages.pages[source];
    let words = marks_of(page).filter(|marks| kit::words_of(marks).contains("inspector"));
    assert!(words.count() > 0, "the source line does not stand alone");
    assert_eq!(said(&pages).matches("said by an inspector").count(), 300);
}

#[test]
fn no_page_begins_or_ends_with_one_line_of_a_paragraph() {
    for length in 8..40 {
        let blocks = (0..30)
            .map(|_| text_block(&"A few words that fill a line or more of it. ".repeat(length % 7 + 3)));
        let pages = typeset(&pack(blocks.collect()), &Fonts::built_in()).expect("it sets");
        for (_, node) in
            pages.structure.nodes().filter(|(_, node)| node.role == Role::Paragraph && node.kids.len() > 1)
        {
            for kid in &node.kids {
                if let Kid::Marks { page, id } = *kid {
                    let marks = marks_of(&pages.pages[page]).nth(id as usize).expect("it was given");
                    assert!(marks.draws.len() >= 2, "a line alone");
                }
            }
        }
    }
}

#[test]
fn a_character_that_no_font_has_stops_the_pack_and_is_named() {
    let error = typeset(&pack(vec![text_block("a 漢 in a word, and ☃")]), &Fonts::built_in())
        .expect_err("no font has it");
    assert_eq!(error, Error::NoGlyph { characters: vec!['☃', '漢'] });
    assert_eq!(error.to_string(), "no font has “☃” (U+2603), “漢” (U+6F22)");
}

#[test]
fn large_print_sets_nothing_under_16_points() {
    let pages = typeset(&sample(Size::LargePrint), &Fonts::built_in()).expect("it sets");
    let draws = pages.pages.iter().flat_map(|page| &page.marks).flat_map(|marks| &marks.draws);
    for draw in draws {
        if let Draw::Words(words) = draw {
            assert!(words.size >= 16.0, "“{}” is {} points", words.text, words.size);
        }
    }
}

#[test]
fn a_pack_of_empty_things_is_set_all_the_same() {
    let blocks = vec![
        text_block(""),
        Block::List { ordered: true, items: vec![] },
        Block::List { ordered: false, items: vec![vec![]] },
        Block::Panels { panels: vec![] },
        table(vec![vec![Cell::default()], vec![]]),
        quote("q1", "", ""),
        Block::ManagersNote { label: String::new(), runs: vec![] },
        kit::empty_timeline(),
        kit::empty_balance(),
        Block::Contents,
    ];
    let pages = typeset(&pack(blocks), &Fonts::built_in()).expect("it sets");
    assert_eq!(pages.pages.len(), 1);
}

#[test]
fn the_same_pack_gives_the_same_pages() {
    let (one, other) = (sample(Size::Normal), sample(Size::Normal));
    let fonts = Fonts::built_in();
    let (one, other) = (typeset(&one, &fonts).expect("it sets"), typeset(&other, &fonts).expect("it sets"));
    assert_eq!(one.pages, other.pages);
    assert_eq!(one.structure, other.structure);
}

#[test]
fn a_character_that_no_font_has_is_named_before_anything_is_set() {
    let fonts = Fonts::built_in();
    assert_eq!(
        crate::missing("Zażółć gęślą jaźń — Ŵyn, İstanbul, naïve “café” ✓?", &fonts),
        Vec::<char>::new()
    );
    let lost = crate::missing("A smile \u{1f600} and a word.", &fonts);
    assert_eq!(lost, ['\u{1f600}']);
    let composed = pack(vec![text_block("A smile \u{1f600} and a word.")]);
    let error = typeset(&composed, &fonts).map(|_| ());
    assert_eq!(error, Err(crate::Error::NoGlyph { characters: lost }), "setting says the same");
}

#[test]
fn sections_before_and_after_the_paper_change_no_number_in_it() {
    let mut composed = sample(Size::Normal);
    let mut late = composed.sections[1].clone();
    (late.id, late.heading, late.numbers) = ("late".into(), "A late item".into(), Numbers::Late);
    late.blocks = vec![text_block("Added later.")];
    let without = typeset(&composed, &Fonts::built_in()).expect("it sets");
    let before = Section {
        id: "before".into(),
        heading: "What changed".into(),
        numbers: Numbers::Before,
        blocks: vec![text_block("Added later."), Block::Contents],
        ..late.clone()
    };
    composed.sections.insert(0, late);
    composed.sections.push(before);
    let pages = typeset(&composed, &Fonts::built_in()).expect("it sets");
    let labels: Vec<&str> = pages.pages.iter().map(|page| page.label.as_str()).collect();
    let main = typeset(&sample(Size::Normal), &Fonts::built_in()).expect("it sets").pages.len();
    assert_eq!(labels.first(), Some(&"i"));
    assert_eq!(labels.last(), Some(&format!("{main}A").as_str()));
    assert_eq!(labels.len(), main + 2);
    let said = said(&pages);
    assert!(said.starts_with("What changed Added later. A late item"), "{said}");
    assert!(said.contains(&format!("A late item {main}A ")), "{said}");
    let late_lines = said.matches(&format!("A late item {main}A ")).count();
    assert_eq!(late_lines, 1, "the paper’s own contents keep their lines, so that no page of it moves");
    let drawn = |pages: &crate::Pages, from: usize| -> Vec<usize> {
        let marks = pages.pages[from..from + main].iter().flat_map(|page| &page.marks);
        marks.map(|marks| marks.draws.len()).collect()
    };
    assert_eq!(drawn(&pages, 1), drawn(&without, 0), "the paper’s pages are what they were");
    let first = pages.structure.nodes().find(|(_, node)| matches!(node.role, Role::Heading(_)));
    assert_eq!(first.map(|(_, node)| node.role), Some(Role::Heading(1)), "no heading stands over the first");
    let printed = kit::furniture(&pages.pages[0], Artifact::Footer);
    assert!(printed.contains("Page i") && !printed.contains(" of "), "{printed}");
}

#[test]
fn why_a_pack_is_exempt_and_whose_copy_it_is_stand_on_every_page_and_are_read_at_most_once() {
    for size in [Size::Normal, Size::LargePrint] {
        let mut composed = sample(size);
        composed.exempt = Some(
            "Not for publication: exempt under paragraph 1 of Schedule 12A to the Local Government Act 1972"
                .into(),
        );
        composed.copy_for = Some("Copy for Cllr Ros Ferrier".into());
        let pages = typeset(&composed, &Fonts::built_in()).expect("it sets");
        assert_eq!(said(&pages).matches("Not for publication").count(), 1, "on the cover");
        assert!(!said(&pages).contains("Copy for"));
        for (number, page) in pages.pages.iter().enumerate() {
            let (head, foot) =
                (kit::furniture(page, Artifact::Header), kit::furniture(page, Artifact::Footer));
            assert_eq!(head.contains("Not for publication"), number > 0);
            assert!(head.contains("OFFICIAL") && foot.contains("Copy for Cllr Ros Ferrier"));
        }
    }
}

#[test]
fn a_new_framework_is_a_dashed_line_and_a_bar_is_not_read() {
    let mut columns = vec![Column::new("Theme", 1), Column::new("2026", 1)];
    columns[1].breaks = true;
    let counted = Cell { bar: vec![(packhorse_model::Bearing::Strength, 3)], ..cell("3 strengths") };
    let alt = Some("Mostly strengths.".to_owned());
    let table = Table {
        caption: String::new(),
        columns,
        rows: vec![vec![cell("Front door"), counted]],
        row_headers: true,
        alt,
    };
    let pages = typeset(&pack(vec![Block::Table(table)]), &Fonts::built_in()).expect("it sets");
    let layout = pages.pages[0].marks.iter().filter(|marks| marks.owner == Owner::Artifact(Artifact::Layout));
    let draws: Vec<&Draw> = layout.flat_map(|marks| &marks.draws).collect();
    assert_eq!(draws.iter().filter(|draw| matches!(draw, Draw::Rule { dash: Some(_), .. })).count(), 2);
    assert!(draws.iter().any(|draw| matches!(draw, Draw::Fill { .. })), "the bar");
    assert!(said(&pages).contains("3 strengths"));
    let summary = pages.structure.nodes().find(|(_, node)| node.role == Role::Table);
    assert_eq!(summary.and_then(|(_, node)| node.alt.as_deref()), Some("Mostly strengths."));
}

#[test]
fn a_grade_that_would_reach_over_a_new_framework_is_broken_in_two() {
    let grade = Some("Requires improvement to be good");
    let timeline = Timeline {
        caption: String::new(),
        alt: "Two inspections".into(),
        events: vec![kit::event(4600, "May 2012", grade), kit::event(9000, "Aug 2024", grade)],
        breaks: vec![FrameworkBreak { at: Moment(5700), label: "ILACS".into() }],
    };
    let composed = pack(vec![Block::Timeline(timeline)]);
    let pages = typeset(&composed, &Fonts::built_in()).expect("it sets");
    let draws: Vec<&Draw> = pages.pages[0].marks.iter().flat_map(|marks| &marks.draws).collect();
    let turn = draws.iter().find_map(|draw| match draw {
        Draw::Rule { from, dash: Some(_), .. } => Some(from.0),
        _ => None,
    });
    let turn = turn.expect("a line where the framework begins");
    let labels: Vec<(&str, f32, f32)> = draws
        .iter()
        .filter_map(|draw| match draw {
            Draw::Words(words) if words.text.contains("improvement") || words.text.contains("to be good") => {
                let wide: i32 = words.glyphs.iter().map(|glyph| i32::from(glyph.advance)).sum();
                Some((words.text.trim(), words.at.0, words.at.0 + wide as f32 * words.size / 1000.0))
            }
            _ => None,
        })
        .collect();
    let texts: Vec<&str> = labels.iter().map(|(text, ..)| *text).collect();
    assert_eq!(texts, ["Requires improvement", "to be good", "Requires improvement to be good"]);
    assert!(labels.iter().all(|(_, from, to)| *to < turn || *from > turn), "{turn}: {labels:?}");
}

#[test]
fn what_a_section_says_first_stays_with_what_it_leads_in() {
    let intro = "What inspectors asked for at an earlier inspection.";
    let filler = |lines: usize| vec![text_block("A line of its own."); lines];
    let quoting = "The report says: “The previous areas for improvement have predominantly been addressed; \
                   there does remain further work to do in some areas of practice.” (p. 1).";
    let alone = (20..60).filter(|lines| {
        let section = |id: &str, blocks: Vec<Block>| Section {
            id: id.into(),
            heading: id.into(),
            blocks,
            ..pack(Vec::new()).sections[0].clone()
        };
        let mut composed = pack(Vec::new());
        composed.sections = vec![
            section("first", filler(*lines)),
            section("then", vec![text_block(intro), text_block(quoting), text_block("And so on.")]),
        ];
        let pages = typeset(&composed, &Fonts::built_in()).expect("it sets");
        let page = |words: &str| page_of_words(&pages, words, 0);
        page("What inspectors asked") != page("The report says") || page("The report says") != page("(p. 1)")
    });
    assert_eq!(alone.collect::<Vec<_>>(), [0_usize; 0]);
}

#[test]
fn where_large_type_leaves_no_room_for_the_first_column_the_others_stand_under_it() {
    let columns = [("Asked for", 36), ("Rank", 12), ("Since", 13), ("Owner", 14), ("Due", 12), ("State", 13)];
    let words = "The response to children who may be at risk of significant harm ".repeat(4);
    let row =
        [words.as_str(), "Priority", "2026", "Commissioning manager", "17 September 2026", "not stated"];
    let long = "The response to children who may be at risk of significant harm in the evening ".repeat(40);
    let table = Table {
        caption: "A ledger".into(),
        columns: columns.map(|(heading, share)| Column::new(heading, share)).to_vec(),
        rows: vec![row.map(cell).to_vec(), vec![cell(&long), cell("Late")]],
        row_headers: true,
        alt: None,
    };
    for (size, under) in [(Size::Normal, false), (Size::LargePrint, true)] {
        let composed = packhorse_model::Composed { size, ..pack(vec![Block::Table(table.clone())]) };
        let pages = typeset(&composed, &Fonts::built_in()).expect("it sets");
        let top = |words: &str| {
            let page = &pages.pages[page_of_words(&pages, words, 0)];
            let mut draws = marks_of(page).flat_map(|marks| &marks.draws);
            let is_it = |draw: &Draw| match draw {
                Draw::Words(said) if said.text.contains(words) => Some(said.at.1),
                _ => None,
            };
            draws.find_map(is_it).expect("it is on the page")
        };
        assert_eq!(top("Priority") > top("The response") + 1.0, under, "{size:?}");
        let said = said(&pages);
        assert_eq!(said.matches("in the evening").count(), 40, "nothing is lost over the end of a page");
        assert!(said.contains("Asked for Rank Since Owner Due State"), "{said}");
        assert!(said.contains("2026 Commissioning manager 17 September 2026 not stated"), "{said}");
    }
}

#[test]
fn a_note_under_a_table_never_begins_a_page_alone() {
    for filler in 0..14 {
        let rows = (0..9).map(|number| vec![cell(&format!("row {number}")), cell("words")]).collect();
        let runs = vec![Run::plain("What to bear in mind. ".repeat(12))];
        let note = Block::Paragraph { runs, style: packhorse_model::composed::Style::Small };
        let before = text_block(&"Words before the table. ".repeat(150 + filler * 16));
        let pages = typeset(&pack(vec![before, table(rows), note]), &Fonts::built_in()).expect("it sets");
        let (last, note) = (page_of_words(&pages, "row 8", 0), page_of_words(&pages, "bear in mind", 0));
        assert_eq!(last, note, "with {filler} parts of filler");
    }
}

#[test]
fn no_last_row_stands_alone_under_the_header_though_notes_follow_it() {
    for filler in 0..14 {
        let rows = (0..9).map(|number| vec![cell(&format!("row {number}")), cell("words")]).collect();
        let note = |words: &str| Block::Paragraph {
            runs: vec![Run::plain(words.repeat(12))],
            style: packhorse_model::composed::Style::Small,
        };
        let before = text_block(&"Words before the table. ".repeat(150 + filler * 16));
        let blocks = vec![before, table(rows), note("What to bear in mind. "), note("And this. ")];
        let pages = typeset(&pack(blocks), &Fonts::built_in()).expect("it sets");
        let (upper, last) = (page_of_words(&pages, "row 7", 0), page_of_words(&pages, "row 8", 0));
        assert_eq!(upper, last, "with {filler} parts of filler");
    }
}

#[test]
fn the_name_of_a_file_goes_on_in_the_next_line_behind_a_joint() {
    let name =
        "LA_Inspection_Outcomes_as_at_31_March_2025_for_all_councils_of_the_country_as_one_table_to_read.ods";
    let pages = typeset(&pack(vec![text_block(name)]), &Fonts::built_in()).expect("it sets");
    let lines: Vec<String> = pages
        .pages
        .iter()
        .flat_map(marks_of)
        .flat_map(|marks| &marks.draws)
        .filter_map(|draw| match draw {
            Draw::Words(said) if name.contains(said.text.trim()) => Some(said.text.trim().to_owned()),
            _ => None,
        })
        .filter(|line| line.len() > 3)
        .collect();
    assert_eq!(lines.concat(), name, "nothing is lost");
    assert!(lines.len() > 1 && lines[0].ends_with('_'), "{lines:?}");
}

#[test]
fn what_is_good_and_what_is_not_stand_on_one_page_in_large_print() {
    for filler in 0..14 {
        let panel = |heading: &str, words: &str| packhorse_model::composed::Panel {
            heading: heading.into(),
            blocks: vec![text_block(words)],
        };
        let panels =
            vec![panel("Strong", "Risk is recognised."), panel("To improve", "Interviews are late.")];
        let before = text_block(&"Words before the panels. ".repeat(60 + filler * 3));
        let composed = packhorse_model::Composed {
            size: Size::LargePrint,
            ..pack(vec![before, Block::Panels { panels }])
        };
        let pages = typeset(&composed, &Fonts::built_in()).expect("it sets");
        let (good, bad) = (page_of_words(&pages, "recognised", 0), page_of_words(&pages, "Interviews", 0));
        assert_eq!(good, bad, "with {filler} parts of filler");
    }
}
