//! Files made to do harm, and files that were harmed: each ends in words.

mod files;

use files::{archive, docx, ods, odt, paragraph, pdf};
use lopdf::{Document as Pdf, Object, dictionary};
use packhorse_import::{Error, Limits, outcomes, read};

fn refused(bytes: &[u8], name: &str) -> Error {
    read(bytes, name, &Limits::default()).expect_err("it is refused")
}

#[test]
fn an_empty_file_and_a_picture_are_told_apart() {
    assert_eq!(refused(b"", "letter.pdf"), Error::Empty);
    assert!(matches!(refused(b"\x89PNG\r\n\x1a\n", "letter.pdf"), Error::Unsupported { .. }));
    assert_eq!(refused(b"{\\rtf1 words}", "letter.rtf"), Error::RichText);
    assert_eq!(refused(b"\xD0\xCF\x11\xE0\xA1\xB1", "letter.doc"), Error::OldOffice);
    let parts = "__properties_version1.0".encode_utf16().flat_map(u16::to_le_bytes);
    let message: Vec<u8> = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".iter().copied().chain(parts).collect();
    assert_eq!(refused(&message, "letter.doc"), Error::OutlookMessage, "the content says so, not the name");
    assert_eq!(
        refused(b"<!DOCTYPE html><html><body>Not found</body></html>", "letter.pdf"),
        Error::WebPageNamedPdf
    );
    assert!(matches!(refused(&archive(&[("readme.txt", "words")]), "x.zip"), Error::Unsupported { .. }));
}

#[test]
fn a_part_that_unpacks_to_more_than_the_limit_is_refused() {
    let limits = Limits { inflated: 1_000_000, ..Limits::default() };
    let bomb = docx(&paragraph("", &"a".repeat(2_000_000)));
    assert!(bomb.len() < 20_000, "packed it is small");
    assert_eq!(read(&bomb, "letter.docx", &limits), Err(Error::Inflated { limit: 1_000_000 }));
}

#[test]
fn markup_without_end_is_refused() {
    let deep = |open: &str| open.repeat(5_000);
    assert!(matches!(refused(&docx(&deep("<w:p>")), "letter.docx"), Error::Damaged { .. }));
    assert!(matches!(refused(&odt(&deep("<text:p>")), "letter.odt"), Error::Damaged { .. }));
    let page = format!("<!doctype html><html><body>{}", "<div>".repeat(200_000));
    assert!(matches!(refused(page.as_bytes(), "page.html"), Error::Damaged { .. }));
    let page = format!("<!doctype html><html><body><p {}>words</p>", "a=\"1\" ".repeat(100_000));
    assert!(matches!(refused(page.as_bytes(), "page.html"), Error::Damaged { .. }));
}

#[test]
fn a_document_type_is_refused() {
    let body = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>";
    assert!(matches!(
        refused(&archive(&[("word/document.xml", body)]), "letter.docx"),
        Error::Damaged { .. }
    ));
}

#[test]
fn a_table_with_more_cells_than_the_limit_is_refused() {
    let limits = Limits { cells: 100, ..Limits::default() };
    let row = "<table:table-row><table:table-cell table:number-columns-repeated=\"60\"><text:p>x</text:p></table:table-cell></table:table-row>";
    let sheet = format!("<table:table>{}</table:table>", row.repeat(3));
    assert!(matches!(outcomes::read(&ods(&sheet), &limits), Err(Error::Damaged { .. })));
    assert!(matches!(outcomes::read("a,b\n".repeat(200).as_bytes(), &limits), Err(Error::Damaged { .. })));
}

fn good() -> Vec<u8> {
    pdf(&[vec![
        (70, 100, 11, false, "Children are seen promptly."),
        (70, 120, 11, false, "Plans are clear."),
    ]])
}

/// A good PDF after something was done to its objects.
fn changed(change: impl Fn(&mut Pdf)) -> Vec<u8> {
    let mut pdf = Pdf::load_mem(&good()).expect("a good file");
    change(&mut pdf);
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).expect("a file in memory");
    bytes
}

#[test]
fn a_pdf_cut_short_is_damaged() {
    let bytes = good();
    assert!(matches!(refused(&bytes[..bytes.len() / 2], "letter.pdf"), Error::Damaged { .. }));
    assert!(matches!(refused(b"%PDF-1.7\nnothing", "letter.pdf"), Error::Damaged { .. }));
}

#[test]
fn pages_that_lead_back_to_themselves_come_to_an_end() {
    let loops = changed(|pdf| {
        let pages =
            pdf.catalog().and_then(|root| root.get(b"Pages")).and_then(Object::as_reference).expect("pages");
        if let Ok(Object::Dictionary(dict)) = pdf.get_object_mut(pages) {
            dict.set("Kids", vec![Object::Reference(pages)]);
        }
    });
    let _: Result<_, Error> = read(&loops, "letter.pdf", &Limits::default());
}

#[test]
fn a_tag_tree_that_leads_back_into_itself_is_cut() {
    let loops = changed(|pdf| {
        let root = pdf.new_object_id();
        let tree =
            dictionary! { "Type" => "StructTreeRoot", "S" => "Sect", "K" => vec![Object::Reference(root)] };
        pdf.objects.insert(root, tree.into());
        pdf.catalog_mut().expect("a root").set("StructTreeRoot", root);
    });
    let document = read(&loops, "letter.pdf", &Limits::default()).expect("its words are there");
    assert!(document.text.contains("Plans are clear."));
}

#[test]
fn a_form_that_paints_itself_paints_nothing() {
    let loops = changed(|pdf| {
        let id = pdf.new_object_id();
        let resources = dictionary! { "XObject" => dictionary! { "X" => Object::Reference(id) } };
        let dict = dictionary! { "Type" => "XObject", "Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 9.into(), 9.into()], "Resources" => resources.clone() };
        pdf.objects.insert(id, lopdf::Stream::new(dict, b"/X Do".to_vec()).into());
        let (_, page) = pdf.get_pages().into_iter().next().expect("a page");
        pdf.add_to_page_content(
            page,
            lopdf::content::Content {
                operations: vec![lopdf::content::Operation::new("Do", vec!["X".into()])],
            },
        )
        .expect("content");
        pdf.add_xobject(page, "X", id).expect("a form");
    });
    let document = read(&loops, "letter.pdf", &Limits::default()).expect("its words are there");
    assert!(document.text.contains("Plans are clear."));
}

#[test]
fn more_pages_than_the_limit_are_refused() {
    let bytes = pdf(&[vec![(70, 100, 11, false, "one")], vec![(70, 100, 11, false, "two")]]);
    let limits = Limits { pages: 1, ..Limits::default() };
    assert_eq!(read(&bytes, "letter.pdf", &limits), Err(Error::TooManyPages { limit: 1 }));
}

#[test]
fn a_file_larger_than_the_limit_is_not_looked_at() {
    let limits = Limits { input: 10, ..Limits::default() };
    assert_eq!(read(&good(), "letter.pdf", &limits), Err(Error::TooLarge { limit: 10 }));
}

#[test]
fn bytes_that_were_changed_at_random_end_in_words_or_a_reason() {
    let mut numbers = 17_u64;
    let mut below = |limit: usize| {
        numbers = numbers.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(numbers >> 33).unwrap_or(0) % limit
    };
    let word = docx(&paragraph("", "Children are seen promptly."));
    let page = b"<!doctype html><html><body><p>Children are <b>seen</b> promptly.</p></body></html>".to_vec();
    for original in [good(), word, odt("<text:p>Plans are clear.</text:p>"), ods("<table:table/>"), page] {
        for _ in 0..60 {
            let mut bytes = original.clone();
            for _ in 0..1 + below(6) {
                let at = below(bytes.len());
                bytes[at] = u8::try_from(below(256)).unwrap_or(0);
            }
            // What comes of it does not matter; that it comes back does.
            let _: Result<_, Error> = read(&bytes, "x", &Limits::default());
        }
    }
}
