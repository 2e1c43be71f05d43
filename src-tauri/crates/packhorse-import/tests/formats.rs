//! What is read from each kind of file.

mod files;

use files::{Tag, archive, docx, ods, odt, paragraph, pdf, tagged};
use packhorse_import::{Error, Limits, outcomes, read};
use packhorse_model::{BlockKind, Document, Format};

fn document(bytes: &[u8], name: &str) -> Document {
    read(bytes, name, &Limits::default()).expect("a document")
}

/// Kind and words of each block, one a line, as people would write them down.
fn plainly(document: &Document) -> Vec<String> {
    let sign = |kind: BlockKind| match kind {
        BlockKind::Heading { level } => format!("h{level}"),
        BlockKind::Paragraph => "p".into(),
        BlockKind::Item { level } => format!("item{level}"),
        BlockKind::Cell { table, row, column, .. } => format!("cell{table}.{row}.{column}"),
        BlockKind::Footnote => "note".into(),
        BlockKind::Furniture => "furniture".into(),
        BlockKind::Boilerplate => "hidden".into(),
    };
    document.blocks.iter().map(|block| format!("{} {}", sign(block.kind), document.words(block))).collect()
}

#[test]
fn texts_in_older_encodings_keep_their_quotation_marks() {
    let words = "Councillor Moss said: “We’re proud of the team.”";
    let windows: Vec<u8> = words
        .chars()
        .map(|c| match c {
            '“' => 0x93,
            '”' => 0x94,
            '’' => 0x92,
            c => c as u8,
        })
        .collect();
    let little: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(words.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let big: Vec<u8> =
        [0xFE, 0xFF].into_iter().chain(words.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    let marked = [b"\xEF\xBB\xBF", words.as_bytes()].concat();
    for bytes in [windows, little, big, marked, words.as_bytes().to_vec()] {
        let read = document(&bytes, "statement.txt");
        assert_eq!((read.format, read.text.as_str()), (Format::Text, words));
    }
}

#[test]
fn a_word_document_has_headings_lists_tables_and_notes() {
    let numbered = "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"3\"/></w:numPr>";
    let cell = |words: &str| format!("<w:tc>{}</w:tc>", paragraph("", words));
    let body = [
        paragraph("<w:pStyle w:val=\"Title\"/>", "A letter"),
        paragraph("<w:pStyle w:val=\"Heading2\"/>", "What needs to improve"),
        paragraph(numbered, "\u{F0B7} Plans."),
        format!("<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>", cell("Judgement"), cell("Grade"), cell("Leaders"), cell("Good")),
        "<w:p><w:r><w:t>Half a word</w:t></w:r><w:r><w:t xml:space=\"preserve\"> and the rest.</w:t></w:r></w:p>".into(),
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>Page 7</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>".into(),
    ]
    .concat();
    let notes = format!("<w:footnotes>{}</w:footnotes>", paragraph("", "A note."));
    let text = format!("<w:document><w:body>{body}</w:body></w:document>");
    let read =
        document(&archive(&[("word/document.xml", &text), ("word/footnotes.xml", &notes)]), "letter.docx");
    assert_eq!(
        plainly(&read),
        [
            "h1 A letter",
            "h2 What needs to improve",
            "item2 Plans.",
            "cell0.0.0 Judgement",
            "cell0.0.1 Grade",
            "cell0.1.0 Leaders",
            "cell0.1.1 Good",
            "p Half a word and the rest.",
            "p Page 7",
            "note A note.",
        ]
    );
}

#[test]
fn deleted_words_of_a_word_document_are_left_out_and_told_of() {
    let body = "<w:p><w:r><w:t>Plans are </w:t></w:r><w:del><w:r><w:delText>always </w:delText><w:t>always </w:t></w:r></w:del><w:ins><w:r><w:t>often </w:t></w:r></w:ins><w:r><w:t>clear.</w:t></w:r></w:p>";
    let read = document(&docx(body), "letter.docx");
    assert_eq!(read.text, "Plans are often clear.");
    assert!(read.notices.iter().any(|notice| notice.message.contains("tracked changes")));
}

#[test]
fn an_opendocument_text_is_read_like_a_word_document() {
    let body = "<text:tracked-changes><text:p>Taken out.</text:p></text:tracked-changes>\
        <text:h text:outline-level=\"2\">Findings</text:h>\
        <text:list><text:list-item><text:p>Plans<text:s/>are clear.</text:p><text:list><text:list-item><text:p>Most are.</text:p></text:list-item></text:list></text:list-item></text:list>\
        <table:table><table:table-row><table:table-cell><text:p>Leaders</text:p></table:table-cell><table:table-cell><text:p>Good</text:p></table:table-cell></table:table-row></table:table>\
        <text:p>Visits<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>To homes.</text:p></text:note-body></text:note> are prompt.</text:p>";
    let read = document(&odt(body), "letter.odt");
    assert_eq!(read.format, Format::Odt);
    let mut blocks = plainly(&read);
    blocks.sort();
    assert_eq!(
        blocks,
        [
            "cell0.0.0 Leaders",
            "cell0.0.1 Good",
            "h2 Findings",
            "item1 Plans are clear.",
            "item2 Most are.",
            "note To homes.",
            "p Visits are prompt.",
        ]
    );
    assert!(!read.notices.is_empty(), "the changes are told of");
}

#[test]
fn what_surrounds_a_story_is_hidden_and_not_lost() {
    let story = "Children in Wexcombe who ask for help get it quickly and are treated kindly, the inspectors have found, and their families say the same. ".repeat(4);
    let page = format!(
        "<!doctype html><html><head><meta charset=\"utf-8\"><title>Families | Wexcombe County Council</title></head><body>\
        <div class=\"cookie\"><p>We use cookies to remember you.</p></div><nav><a href=\"/\">Home</a></nav>\
        <main><article><h1>Families are heard</h1><p>{story}</p><p>{story}</p><ul><li>The letter is public &amp; short.</li></ul>\
        <script>document.write(\"“Not a word of the page.”\")</script></article></main>\
        <footer><p>© Wexcombe County Council</p></footer></body></html>"
    );
    let read = document(page.as_bytes(), "story.html");
    let blocks = plainly(&read);
    assert_eq!(blocks[0], "h1 Families are heard");
    assert!(blocks.contains(&"item1 The letter is public & short.".into()), "{blocks:?}");
    assert!(blocks.contains(&"hidden We use cookies to remember you.".into()), "{blocks:?}");
    assert!(!read.text.contains("Not a word"), "a script is no text");
    assert_eq!(read.title_hint.as_deref(), Some("Families | Wexcombe County Council"));
}

#[test]
fn a_bullet_in_a_paragraph_of_its_own_belongs_to_the_words_below() {
    let lines = [
        "Children in Wexcombe who come to the notice of the service are seen promptly, and",
        "plans are made with their families. Managers know the children well and they check",
        "the work of the teams each week, so that no child waits for a visit longer than is",
        "right for that child and for the family. Social workers are proud of what they do",
        "for the children of this town, and they say that leaders listen to them. It is not",
        "always clear from the record why a decision was made or who took it, and managers",
        "do not yet see this in their own checks. A new form for decisions was brought in",
        "shortly before the inspection and it is too early to see what it will do for the",
        "children concerned.",
        "What needs to improve",
        "\u{f0b7}",
        "The quality of plans for children who have a disability, which are too often of a",
        "kind that families cannot use.",
        "\u{f0b7}",
        "The timeliness of visits.",
    ];
    let page = lines.map(|line| format!("<p>{line}</p>")).concat();
    let read = document(format!("<!doctype html><html><body>{page}</body></html>").as_bytes(), "lines.html");
    let blocks = plainly(&read);
    let items: Vec<_> = blocks.iter().filter(|block| block.starts_with("item1 ")).collect();
    assert_eq!(items.len(), 2, "{blocks:?}");
    assert!(items[0].ends_with("too often of a kind that families cannot use."), "{items:?}");
}

#[test]
fn a_table_s_cells_keep_their_row_and_column() {
    let table = outcomes::read(b"Name,Overall effectiveness\n\"Lisle, City of\",Good\n", &Limits::default())
        .expect("a table");
    assert_eq!(table.sheets[0].rows[1].cells, ["Lisle, City of", "Good"]);
    let sheet = "<table:table table:name=\"Outcomes\"><table:table-row>\
        <table:table-cell table:formula=\"of:=HYPERLINK(&quot;https://reports.example/44/991&quot;;&quot;page&quot;)\"><text:p>page</text:p></table:table-cell>\
        <table:table-cell office:date-value=\"2025-03-31T00:00:00\"><text:p>31/03/2025</text:p></table:table-cell>\
        <table:table-cell table:number-columns-repeated=\"2\"><text:p>Good</text:p></table:table-cell>\
        <table:table-cell table:number-columns-repeated=\"16371\"/></table:table-row></table:table>";
    let table = outcomes::read(&ods(sheet), &Limits::default()).expect("a table");
    let row = &table.sheets[0].rows[0];
    assert_eq!(row.cells, ["page", "2025-03-31", "Good", "Good"], "empty repeats are not written out");
    assert_eq!(row.link.as_deref(), Some("https://reports.example/44/991"));
}

#[test]
fn a_table_in_plain_text_may_use_any_sign_and_any_encoding() {
    let cells = |bytes: &[u8]| {
        let table = outcomes::read(bytes, &Limits::default()).expect("a table");
        table.sheets[0].rows.iter().map(|row| row.cells.clone()).collect::<Vec<_>>()
    };
    let wanted = [["Council", "Note"], ["Lisle, City of", "Moss’s letter"]];
    assert_eq!(cells("Council;Note\nLisle, City of;Moss’s letter\n".as_bytes()), wanted);
    assert_eq!(cells(b"Council\tNote\nLisle, City of\tMoss\x92s letter\n"), wanted, "Windows-1252");
    let wide: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(
            "Council,Note\r\n\"Lisle, City of\",Moss’s letter\r\n".encode_utf16().flat_map(u16::to_le_bytes),
        )
        .collect();
    assert_eq!(cells(&wide), wanted);
    assert_eq!(cells("\u{FEFF}sep=|\nCouncil|Note\nLisle, City of|Moss’s letter".as_bytes()), wanted);
}

#[test]
fn a_link_is_read_from_its_formula_in_every_kind_of_table() {
    let csv = "Council,Page\nLisle,\"=HYPERLINK(\"\"https://reports.example/44/991\"\",\"\"page\"\")\"\n";
    let table = outcomes::read(csv.as_bytes(), &Limits::default()).expect("a table");
    let row = &table.sheets[0].rows[1];
    assert_eq!(
        (row.link.as_deref(), row.cells[1].as_str()),
        (Some("https://reports.example/44/991"), "page")
    );
    let sheet = "<worksheet><sheetData><row r=\"3\"><c r=\"A3\" t=\"str\"><f>HYPERLINK(\"https://reports.example/44/991\",\"page\")</f><v>page</v></c><c r=\"B3\" t=\"inlineStr\"><is><t>Lisle</t></is></c></row></sheetData></worksheet>";
    let table = outcomes::read(&workbook(sheet), &Limits::default()).expect("a table");
    let row = &table.sheets[0].rows[0];
    assert_eq!(row.cells, ["page", "Lisle"]);
    assert_eq!(row.link.as_deref(), Some("https://reports.example/44/991"));
}

#[test]
fn headings_with_breaks_in_them_are_one_line() {
    let sheet = "<table:table table:name=\"One\"><table:table-row><table:table-cell><text:p> Overall</text:p><text:p>effectiveness<text:line-break/>of services</text:p></table:table-cell></table:table-row></table:table>";
    let table = outcomes::read(&ods(sheet), &Limits::default()).expect("a table");
    assert_eq!(table.sheets[0].rows[0].cells, ["Overall effectiveness of services"]);
}

/// A workbook with one sheet.
fn workbook(sheet: &str) -> Vec<u8> {
    let workbook = "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    let root = "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
    let links = "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
    archive(&[
        ("_rels/.rels", root),
        ("xl/workbook.xml", workbook),
        ("xl/_rels/workbook.xml.rels", links),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

#[test]
fn a_workbook_with_cells_at_its_far_corners_is_read_cell_by_cell() {
    let sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Local authority name</t></is></c></row><row r=\"1048576\"><c r=\"XFD1048576\" t=\"inlineStr\"><is><t>far away</t></is></c></row></sheetData></worksheet>";
    let table = outcomes::read(&workbook(sheet), &Limits::default()).expect("a table");
    assert_eq!(table.sheets[0].rows[0].cells, ["Local authority name"]);
}

const HEAD: (i64, i64, i64, bool, &str) = (70, 820, 8, false, "Inspection of Wexcombe children’s services");

#[test]
fn tags_say_what_is_a_heading_an_item_a_cell_and_what_is_no_text() {
    let row = |y, area, grade| {
        Tag::Holds(
            "TR",
            vec![
                Tag::Words("TD", vec![(70, y, 11, false, area)]),
                Tag::Words("TD", vec![(400, y, 11, false, grade)]),
            ],
        )
    };
    let page = vec![
        Tag::Words("H1", vec![(70, 80, 20, true, "Focused visit")]),
        Tag::Words(
            "P",
            vec![(70, 120, 11, false, "Plans are child-"), (70, 134, 11, false, "focused and clear.")],
        ),
        Tag::Holds(
            "L",
            vec![Tag::Holds(
                "LI",
                vec![
                    Tag::Words("Lbl", vec![(80, 160, 11, false, "•")]),
                    Tag::Words("LBody", vec![(95, 160, 11, false, "The quality of plans.")]),
                ],
            )],
        ),
        Tag::Holds(
            "Table",
            vec![row(200, "Overall effectiveness", "Good"), row(216, "Care leavers", "Inadequate")],
        ),
        Tag::Artifact(vec![HEAD]),
    ];
    let read = document(&tagged(&[page]), "letter.pdf");
    assert_eq!(
        plainly(&read),
        [
            "h1 Focused visit",
            "p Plans are child-focused and clear.",
            "item1 The quality of plans.",
            "cell0.0.0 Overall effectiveness",
            "cell0.0.1 Good",
            "cell0.1.0 Care leavers",
            "cell0.1.1 Inadequate",
            "furniture Inspection of Wexcombe children’s services",
        ]
    );
    assert_eq!(read.blocks[2].mark.as_deref(), Some("•"), "the bullet is kept beside the words");
}

#[test]
fn a_paragraph_that_a_page_cuts_is_one_and_knows_both_pages() {
    let first = vec![
        Tag::Words("P", vec![(70, 700, 11, false, "Children who need help are seen by somebody whom")]),
        Tag::Artifact(vec![HEAD]),
    ];
    let second =
        vec![Tag::Words("P", vec![(70, 80, 11, false, "they know and trust.")]), Tag::Artifact(vec![HEAD])];
    let read = document(&tagged(&[first, second]), "report.pdf");
    assert_eq!(
        read.words(&read.blocks[0]),
        "Children who need help are seen by somebody whom they know and trust."
    );
    assert_eq!(read.page_at(3), Some(1));
    assert_eq!(read.page_at(read.text.find("they know").expect("it is there")), Some(2));
}

#[test]
fn a_hyphen_at_a_line_s_end_stays_unless_the_document_says_otherwise() {
    let page = vec![
        Tag::Words(
            "P",
            vec![
                (70, 100, 11, false, "The multi-"),
                (70, 114, 11, false, "agency team met the govern-"),
                (70, 128, 11, false, "ment inspectors."),
            ],
        ),
        Tag::Words(
            "P",
            vec![
                (70, 160, 11, false, "The government was told of long-"),
                (70, 174, 11, false, "and short-term plans."),
            ],
        ),
    ];
    let read = document(&tagged(&[page]), "report.pdf");
    assert_eq!(
        read.text,
        "The multi-agency team met the government inspectors.\nThe government was told of long- and short-term plans."
    );
    assert_eq!(
        read.hyphens.iter().map(|hyphen| hyphen.kept).collect::<Vec<_>>(),
        [true, false, true],
        "each choice can be undone"
    );
}

/// A page of ordinary lines 14 points apart, with a running foot.
fn lines<'a>(words: &[&'a str], foot: &'a str) -> Vec<files::Words<'a>> {
    let mut page: Vec<files::Words<'a>> =
        (0_i64..).zip(words).map(|(at, words)| (70, 80 + at * 14, 11, false, *words)).collect();
    page.push((70, 810, 8, false, foot));
    page
}

const FULL: &str =
    "Children and families who ask for help are listened to and are given help very quickly by staff,";

#[test]
fn without_tags_running_feet_are_no_part_of_a_sentence() {
    let pages = [
        lines(&[FULL, FULL, "and workers meet with"], "Inspection of Wexcombe 1"),
        lines(&["families at home."], "Inspection of Wexcombe 2"),
        lines(&["A third page says more about it."], "Inspection of Wexcombe 3"),
    ];
    let read = document(&pdf(&pages), "printed.pdf");
    let blocks = plainly(&read);
    assert_eq!(blocks[0], format!("p {FULL} {FULL} and workers meet with families at home."));
    assert_eq!(blocks.iter().filter(|block| block.starts_with("furniture")).count(), 3, "{blocks:?}");
}

#[test]
fn without_tags_tables_are_found_by_their_columns() {
    let mut page = lines(&[FULL, FULL], "1");
    page.extend([
        (70, 140, 11, true, "Judgement"),
        (400, 140, 11, true, "Grade"),
        (70, 164, 11, false, "The experiences and progress of"),
        (70, 178, 11, false, "care leavers"),
        (400, 171, 11, false, "Good"),
        (70, 202, 11, false, "Overall effectiveness"),
        (400, 202, 11, false, "Inadequate"),
    ]);
    page.extend([
        (70, 250, 11, false, FULL),
        (70, 290, 11, true, "What needs to improve?"),
        (70, 310, 11, false, "• The quality of plans."),
        (70, 330, 11, false, "• The timeliness of visits."),
    ]);
    let read = document(&pdf(&[page]), "printed.pdf");
    let blocks = plainly(&read);
    for block in [
        "cell0.1.0 The experiences and progress of care leavers",
        "cell0.1.1 Good",
        "cell0.2.0 Overall effectiveness",
        "cell0.2.1 Inadequate",
        "h3 What needs to improve?",
        "item1 The timeliness of visits.",
    ] {
        assert!(blocks.contains(&block.into()), "{block} in {blocks:?}");
    }
}

#[test]
fn without_tags_two_columns_are_read_one_after_the_other() {
    let column = |left: i64, words: &'static str| {
        (0..10).map(move |at| (left, 80 + at * 14, 11, false, words)).collect::<Vec<_>>()
    };
    let page = [column(60, "words of the left side,"), column(330, "words of the right side,")].concat();
    let read = document(&pdf(&[page]), "leaflet.pdf");
    let (left, right) = (read.text.rfind("left side"), read.text.find("right side"));
    assert!(left < right, "{}", read.text);
}

#[test]
fn a_page_without_words_is_told_of() {
    assert_eq!(read(&pdf(&[vec![]]), "scan.pdf", &Limits::default()), Err(Error::NoText));
}
