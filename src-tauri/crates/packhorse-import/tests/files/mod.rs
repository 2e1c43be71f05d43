//! Files made for the tests, byte by byte: nothing here was ever anybody's document.

#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part")]

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

/// An archive with these parts, in order.
pub fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(text.as_bytes()).expect("its bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

/// A Word document with this body.
pub fn docx(body: &str) -> Vec<u8> {
    let body = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    archive(&[("word/document.xml", &body)])
}

/// A paragraph of a Word document, with properties and runs as given.
pub fn paragraph(properties: &str, words: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
}

/// An OpenDocument text with this body.
pub fn odt(body: &str) -> Vec<u8> {
    let body = format!(
        "<office:document-content><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    archive(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", &body)])
}

/// An OpenDocument spreadsheet with this body.
pub fn ods(body: &str) -> Vec<u8> {
    let body = format!(
        "<office:document-content><office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
    );
    archive(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &body)])
}

/// Words on a page: left edge, distance from the top, size, whether bold, words.
pub type Words<'a> = (i64, i64, i64, bool, &'a str);

/// What a tagged page says of some of its words.
#[derive(Debug, Clone)]
pub enum Tag<'a> {
    /// An element with a role and words.
    Words(&'a str, Vec<Words<'a>>),
    /// An element that holds others.
    Holds(&'a str, Vec<Tag<'a>>),
    /// Words outside the tree.
    Artifact(Vec<Words<'a>>),
}

/// A PDF without tags.
pub fn pdf(pages: &[Vec<Words<'_>>]) -> Vec<u8> {
    let mut maker = Maker::new();
    for words in pages {
        let operations = words.iter().flat_map(show).collect();
        maker.page(operations);
    }
    maker.bytes(None)
}

/// A PDF whose pages are a picture each, with the words given laid over it; hidden ones are what text
/// recognition leaves.
pub fn scanned(pages: &[Vec<Words<'_>>], hidden: bool) -> Vec<u8> {
    let mut maker = Maker::new();
    let data = dictionary! {
        "Type" => "XObject", "Subtype" => "Image", "Width" => 1, "Height" => 1,
        "ColorSpace" => "DeviceGray", "BitsPerComponent" => 8,
    };
    let picture = maker.pdf.add_object(Stream::new(data, vec![0x80]));
    if let Ok(resources) = maker.pdf.get_object_mut(maker.resources).and_then(Object::as_dict_mut) {
        resources.set("XObject", dictionary! { "I" => picture });
    }
    for words in pages {
        let mode = if hidden { 3 } else { 0 };
        let mut operations =
            vec![Operation::new("Do", vec!["I".into()]), Operation::new("Tr", vec![mode.into()])];
        operations.extend(words.iter().flat_map(show));
        maker.page(operations);
    }
    maker.bytes(None)
}

/// A PDF with a tag tree.
pub fn tagged(pages: &[Vec<Tag<'_>>]) -> Vec<u8> {
    let mut maker = Maker::new();
    let root = maker.pdf.new_object_id();
    let mut kids = Vec::new();
    for tags in pages {
        let page = maker.pdf.new_object_id();
        let mut operations = Vec::new();
        let mut count = 0;
        for tag in tags {
            kids.extend(maker.element(tag, page, root, &mut operations, &mut count));
        }
        maker.page_as(page, operations);
    }
    let tree = dictionary! { "Type" => "StructTreeRoot", "K" => kids };
    maker.pdf.objects.insert(root, tree.into());
    maker.bytes(Some(root))
}

fn show(words: &Words<'_>) -> Vec<Operation> {
    let (x, y, size, bold, text) = words;
    let font = if *bold { "FB" } else { "F" };
    // The fonts are WinAnsi: curly marks and bullets have bytes of their own.
    let bytes: Vec<u8> = text.chars().map(byte).collect();
    vec![
        Operation::new("BT", vec![]),
        Operation::new("Tf", vec![font.into(), (*size).into()]),
        Operation::new("Td", vec![(*x).into(), (842 - *y).into()]),
        Operation::new("Tj", vec![Object::string_literal(bytes)]),
        Operation::new("ET", vec![]),
    ]
}

fn byte(c: char) -> u8 {
    match c {
        '‘' => 0x91,
        '’' => 0x92,
        '“' => 0x93,
        '”' => 0x94,
        '•' => 0x95,
        '–' => 0x96,
        c => u8::try_from(u32::from(c)).unwrap_or(b'?'),
    }
}

struct Maker {
    pdf: Document,
    parent: ObjectId,
    pages: Vec<Object>,
    resources: ObjectId,
}

impl Maker {
    fn new() -> Self {
        let mut pdf = Document::with_version("1.7");
        let parent = pdf.new_object_id();
        let mut fonts = Dictionary::new();
        for (name, base) in [("F", "Helvetica"), ("FB", "Helvetica-Bold")] {
            let font = dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => base, "Encoding" => "WinAnsiEncoding" };
            fonts.set(name, pdf.add_object(font));
        }
        let resources = pdf.add_object(dictionary! { "Font" => fonts });
        Self { pdf, parent, pages: Vec::new(), resources }
    }

    fn page(&mut self, operations: Vec<Operation>) {
        let id = self.pdf.new_object_id();
        self.page_as(id, operations);
    }

    fn page_as(&mut self, id: ObjectId, operations: Vec<Operation>) {
        let content = Content { operations }.encode().expect("operators");
        let content = self.pdf.add_object(Stream::new(Dictionary::new(), content));
        let page = dictionary! {
            "Type" => "Page", "Parent" => self.parent, "Contents" => content, "Resources" => self.resources,
            "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        };
        self.pdf.objects.insert(id, page.into());
        self.pages.push(id.into());
    }

    fn element(
        &mut self,
        tag: &Tag<'_>,
        page: ObjectId,
        parent: ObjectId,
        out: &mut Vec<Operation>,
        count: &mut i64,
    ) -> Option<Object> {
        let (role, kids) = match tag {
            Tag::Artifact(words) => {
                out.push(Operation::new("BMC", vec!["Artifact".into()]));
                out.extend(words.iter().flat_map(show));
                out.push(Operation::new("EMC", vec![]));
                return None;
            }
            Tag::Words(role, words) => {
                out.push(Operation::new(
                    "BDC",
                    vec![(*role).into(), dictionary! { "MCID" => *count }.into()],
                ));
                out.extend(words.iter().flat_map(show));
                out.push(Operation::new("EMC", vec![]));
                *count += 1;
                (role, vec![Object::Integer(*count - 1)])
            }
            Tag::Holds(role, tags) => {
                let kids =
                    tags.iter().filter_map(|tag| self.element(tag, page, parent, out, count)).collect();
                (role, kids)
            }
        };
        let element =
            dictionary! { "Type" => "StructElem", "S" => *role, "P" => parent, "Pg" => page, "K" => kids };
        Some(self.pdf.add_object(element).into())
    }

    fn bytes(mut self, tree: Option<ObjectId>) -> Vec<u8> {
        let count = i64::try_from(self.pages.len()).unwrap_or(0);
        let pages = dictionary! { "Type" => "Pages", "Kids" => self.pages, "Count" => count };
        self.pdf.objects.insert(self.parent, pages.into());
        let mut catalog = dictionary! { "Type" => "Catalog", "Pages" => self.parent };
        if let Some(tree) = tree {
            catalog.set("StructTreeRoot", tree);
            catalog.set("MarkInfo", dictionary! { "Marked" => true });
        }
        let catalog = self.pdf.add_object(catalog);
        self.pdf.trailer.set("Root", catalog);
        let mut bytes = Vec::new();
        self.pdf.save_to(&mut bytes).expect("a file in memory");
        bytes
    }
}
