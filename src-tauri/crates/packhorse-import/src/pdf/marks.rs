//! Content streams rewritten so that positions come with their marks.
//!
//! The extractor tells us about characters and filled paths and about nothing else. So each page's
//! content is reduced to the operators that place text, and every marked-content operator, and
//! every change of font, is followed by a filled rectangle whose numbers carry what we need to
//! know. Reducing also keeps the extractor away from colour spaces and pictures it may not know.

mod forms;

use forms::{Paints, paints};
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use std::collections::BTreeSet;

/// The rectangle's second number, by which ours are known.
pub(super) const SENTINEL: f64 = -98_765_432.0;

/// More curves than this draw something.
const DRAWING: usize = 300;

/// What a rectangle of ours tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Signal {
    /// Marked content begins; its number, where it has one.
    Begin(Option<i64>),
    /// An artifact begins.
    Artifact,
    /// Marked content ends.
    End,
    /// From here on the font is bold, or not.
    Bold(bool),
    /// A picture is painted.
    Picture,
    /// Letters are written that nobody sees.
    Hidden,
}

impl Signal {
    fn numbers(self) -> (f32, f32) {
        match self {
            Self::Begin(Some(id)) => (id as f32, 1.0),
            Self::Begin(None) => (-1.0, 1.0),
            Self::Artifact => (0.0, 2.0),
            Self::End => (0.0, 3.0),
            Self::Bold(bold) => (f32::from(u8::from(bold)), 4.0),
            Self::Picture => (0.0, 5.0),
            Self::Hidden => (0.0, 6.0),
        }
    }

    /// The signal a rectangle carries.
    pub(super) fn of(x: f64, y: f64, width: f64) -> Option<Self> {
        if (y - SENTINEL).abs() > 16.0 {
            return None;
        }
        Some(match width.round() as i64 {
            1 if x < 0.0 => Self::Begin(None),
            1 => Self::Begin(Some(x.round() as i64)),
            2 => Self::Artifact,
            3 => Self::End,
            4 => Self::Bold(x > 0.5),
            6 => Self::Hidden,
            _ => Self::Picture,
        })
    }

    fn operations(self) -> [Operation; 2] {
        let (x, kind) = self.numbers();
        let numbers = vec![x.into(), (SENTINEL as f32).into(), kind.into(), 1.0_f32.into()];
        [Operation::new("re", numbers), Operation::new("f", vec![])]
    }
}

/// Rewrites every page and every form of a document.
pub(super) fn rewrite(pdf: &mut Document) {
    lighten(pdf);
    let pages: Vec<ObjectId> = pdf.get_pages().into_values().collect();
    let forms: Vec<ObjectId> = pdf
        .objects
        .iter()
        .filter(|(_, object)| object.as_stream().is_ok_and(|stream| is_form(&stream.dict)))
        .map(|(id, _)| *id)
        .collect();
    for id in forms {
        let Ok(stream) = pdf.get_object(id).and_then(Object::as_stream) else { continue };
        let Ok(bytes) = plain(stream) else { continue };
        let resources = stream.dict.get(b"Resources").ok().and_then(|found| dictionary(pdf, found)).cloned();
        let content = reduced(pdf, &bytes, &resources.unwrap_or_default(), Some(id));
        if let Ok(Object::Stream(stream)) = pdf.get_object_mut(id) {
            stream.dict.remove(b"Filter");
            stream.dict.remove(b"DecodeParms");
            stream.set_plain_content(content);
        }
    }
    for id in pages {
        let bytes = pdf.get_page_content(id).unwrap_or_default();
        let resources = inherited(pdf, id);
        let content = reduced(pdf, &bytes, &resources, None);
        let stream = pdf.add_object(Stream::new(dictionary! {}, content));
        let sized = has_size(pdf, id);
        if let Ok(page) = pdf.get_object_mut(id).and_then(Object::as_dict_mut) {
            page.set("Contents", stream);
            if !sized {
                // A page must say its size; one that does not is taken for A4.
                page.set("MediaBox", vec![0.into(), 0.into(), 595.into(), 842.into()]);
            }
        }
    }
}

/// Takes out embedded TrueType programs: the extractor unpacks them for each page and uses none.
fn lighten(pdf: &mut Document) {
    for object in pdf.objects.values_mut() {
        if let Object::Dictionary(dict) = object
            && dict.has(b"FontFile2")
        {
            dict.remove(b"FontFile2");
        }
    }
}

fn plain(stream: &Stream) -> lopdf::Result<Vec<u8>> {
    if stream.dict.has(b"Filter") { stream.decompressed_content() } else { Ok(stream.content.clone()) }
}

fn is_form(dict: &Dictionary) -> bool {
    dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Form")
}

fn dictionary<'a>(pdf: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    pdf.dereference(object).ok().and_then(|(_, object)| object.as_dict().ok())
}

/// A page's resources, its own or those of a node above it.
fn inherited(pdf: &Document, page: ObjectId) -> Dictionary {
    let found = nodes(pdf, page).find_map(|node| dictionary(pdf, node.get(b"Resources").ok()?));
    found.cloned().unwrap_or_default()
}

/// Whether a page, or a node above it, says how large it is.
fn has_size(pdf: &Document, page: ObjectId) -> bool {
    let four = |node: &Dictionary| {
        let (_, size) = pdf.dereference(node.get(b"MediaBox").ok()?).ok()?;
        size.as_array().ok().filter(|numbers| numbers.len() == 4).map(|_| ())
    };
    nodes(pdf, page).any(|node| four(node).is_some())
}

/// A page and the nodes above it. A tree that leads back into itself is cut there.
fn nodes(pdf: &Document, page: ObjectId) -> impl Iterator<Item = &Dictionary> {
    let mut seen = BTreeSet::from([page]);
    std::iter::successors(pdf.get_dictionary(page).ok(), move |node| {
        let parent = node.get(b"Parent").and_then(Object::as_reference).ok()?;
        if seen.insert(parent) { pdf.get_dictionary(parent).ok() } else { None }
    })
}

/// The content with only what places text, and our signals.
fn reduced(pdf: &Document, bytes: &[u8], resources: &Dictionary, inside: Option<ObjectId>) -> Vec<u8> {
    let Ok(content) = Content::decode(bytes) else { return Vec::new() };
    let mut out = Vec::with_capacity(content.operations.len());
    let (mut has_font, mut curves) = (false, 0);
    // The font is part of the graphics state: “q” keeps it and “Q” brings it back.
    let (mut bold, mut kept) = (false, Vec::new());
    for operation in content.operations {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "BT" | "ET" | "T*" => out.push(operation),
            "q" => {
                kept.push(bold);
                out.push(operation);
            }
            "Q" => {
                let back = kept.pop().unwrap_or(bold);
                out.push(operation);
                if back != bold {
                    out.extend(Signal::Bold(back).operations());
                }
                bold = back;
            }
            "cm" | "Tm" if operands.len() == 6 && numbers(operands) => out.push(operation),
            "Td" | "TD" if operands.len() == 2 && numbers(operands) => out.push(operation),
            "Tc" | "Tw" | "Tz" | "TL" | "Ts" if operands.len() == 1 && numbers(operands) => {
                out.push(operation)
            }
            "Tf" if operands.len() == 2 => {
                if let Some(weight) = font(pdf, resources, operands) {
                    (has_font, bold) = (true, weight);
                    out.extend(Signal::Bold(bold).operations());
                    out.push(operation);
                }
            }
            "Tj" if has_font && operands.len() == 1 && operands[0].as_str().is_ok() => out.push(operation),
            "TJ" if has_font && operands.len() == 1 && operands[0].as_array().is_ok() => out.push(operation),
            "'" if has_font && operands.len() == 1 && operands[0].as_str().is_ok() => {
                out.push(Operation::new("T*", vec![]));
                out.push(Operation::new("Tj", operation.operands));
            }
            "\"" if has_font && operands.len() == 3 && operands[2].as_str().is_ok() => {
                out.push(Operation::new("T*", vec![]));
                out.push(Operation::new("Tj", operation.operands[2..].to_vec()));
            }
            "BI" => out.extend(Signal::Picture.operations()),
            "Tr" if operands.first().and_then(|mode| mode.as_i64().ok()) == Some(3) => {
                out.extend(Signal::Hidden.operations());
            }
            "c" | "v" | "y" => curves += 1,
            "BMC" | "BDC" => out.extend(begin(pdf, resources, operands).operations()),
            "EMC" => out.extend(Signal::End.operations()),
            "Do" => match paints(pdf, resources, operands, inside) {
                Paints::Form => out.push(operation),
                Paints::Picture => out.extend(Signal::Picture.operations()),
                Paints::Nothing => {}
            },
            _ => {}
        }
    }
    if curves > DRAWING {
        // Letters may be drawn rather than written; then the page is a picture of them.
        out.extend(Signal::Picture.operations());
    }
    Content { operations: out }.encode().unwrap_or_default()
}

fn numbers(operands: &[Object]) -> bool {
    operands.iter().all(|operand| matches!(operand, Object::Integer(_) | Object::Real(_)))
}

/// Whether the font named is bold; `None` when the resources hold no such font.
fn font(pdf: &Document, resources: &Dictionary, operands: &[Object]) -> Option<bool> {
    let name = operands[0].as_name().ok()?;
    let fonts = dictionary(pdf, resources.get(b"Font").ok()?)?;
    let font = dictionary(pdf, fonts.get(name).ok()?)?;
    numbers(&operands[1..]).then_some(())?;
    let base = font.get(b"BaseFont").and_then(Object::as_name).unwrap_or(b"");
    let base = String::from_utf8_lossy(base).to_lowercase();
    Some(["bold", "black", "heavy", "semibold"].iter().any(|word| base.contains(word)))
}

/// The signal for marked content that begins.
fn begin(pdf: &Document, resources: &Dictionary, operands: &[Object]) -> Signal {
    if operands.first().and_then(|tag| tag.as_name().ok()) == Some(b"Artifact") {
        return Signal::Artifact;
    }
    let properties = match operands.get(1) {
        Some(Object::Name(name)) => resources
            .get(b"Properties")
            .ok()
            .and_then(|found| dictionary(pdf, found))
            .and_then(|found| found.get(name).ok())
            .and_then(|found| dictionary(pdf, found)),
        Some(Object::Dictionary(dict)) => Some(dict),
        _ => None,
    };
    let id = properties.and_then(|dict| dict.get(b"MCID").ok()).and_then(|id| id.as_i64().ok());
    // A rectangle's numbers are 32-bit: larger ids would lose their last digits.
    Signal::Begin(id.filter(|id| (0..1 << 24).contains(id)))
}
