//! Words as text a reader can take out again, letter for letter.

use super::{Writer, begin, round};
use crate::faces::{Cluster, Embedded, clusters, is_same};
use packhorse_typeset::Words;
use printpdf::{DictItem, Op, PdfFontHandle, Pt};

/// Text not yet put on the page: strings of glyph numbers, and between them how far apart they stand.
#[derive(Default)]
struct Shown {
    items: Vec<DictItem>,
    codes: Vec<u8>,
}

impl Shown {
    fn add(&mut self, face: &Embedded, glyph: packhorse_typeset::Glyph) {
        let Some(entry) = face.glyph(glyph.id) else { return };
        self.codes.extend(entry.id.to_be_bytes());
        if entry.width != glyph.advance {
            self.end_string();
            self.items.push(DictItem::Int(i64::from(entry.width - glyph.advance)));
        }
    }

    fn end_string(&mut self) {
        if !self.codes.is_empty() {
            let data = std::mem::take(&mut self.codes);
            self.items.push(DictItem::String { data, literal: true });
        }
    }
}

impl Writer<'_> {
    pub(super) fn words(&mut self, words: &Words) {
        let Some(face) = self.faces.face(words.face) else { return };
        if !std::mem::replace(&mut self.in_text, true) {
            self.ops.push(Op::StartTextSection);
        }
        if self.ink.font.replace((words.face, words.size)) != Some((words.face, words.size)) {
            let font = PdfFontHandle::External(face.id.clone());
            self.ops.push(Op::SetFont { font, size: Pt(words.size) });
        }
        self.fill_with(words.colour);
        self.move_to(words.at.0, words.at.1);

        let mut shown = Shown::default();
        let mut pen = words.at.0;
        let em = words.size / 1000.0;
        for cluster in clusters(words) {
            let width: i32 = cluster.glyphs.iter().map(|glyph| i32::from(glyph.advance)).sum();
            let is_simple = match cluster.glyphs {
                [glyph] => face.glyph(glyph.id).is_some_and(|entry| is_same(&entry.text, cluster.text)),
                _ => false,
            };
            let is_level = cluster.glyphs.iter().all(|glyph| glyph.shift == (0, 0));
            if is_simple && is_level {
                shown.add(face, cluster.glyphs[0]);
            } else {
                self.show(&mut shown);
                self.cluster(&cluster, face, (pen, words.at.1), em, is_simple);
                self.move_to(pen + width as f32 * em, words.at.1);
            }
            pen += width as f32 * em;
        }
        self.show(&mut shown);
    }

    /// Glyphs that must be told what they say, or that stand off the line.
    fn cluster(
        &mut self,
        cluster: &Cluster<'_>,
        face: &Embedded,
        (x, y): (f32, f32),
        em: f32,
        is_simple: bool,
    ) {
        if !is_simple {
            self.ops.push(begin("Span", [("ActualText", utf16(cluster.text))]));
        }
        let mut pen = x;
        for glyph in cluster.glyphs {
            let (right, up) = (f32::from(glyph.shift.0) * em, f32::from(glyph.shift.1) * em);
            self.move_to(pen + right, y - up);
            let mut shown = Shown::default();
            shown.add(face, *glyph);
            self.show(&mut shown);
            pen += f32::from(glyph.advance) * em;
        }
        if !is_simple {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn move_to(&mut self, x: f32, y: f32) {
        let place = [x, self.height - y].map(|length| DictItem::Real(round(length)));
        let matrix = [1, 0, 0, 1].map(DictItem::Int).into_iter().chain(place);
        self.ops.push(operator("Tm", matrix.collect()));
    }

    /// As an operator of its own: printpdf looks each letter up again, and writes each glyph in figures.
    fn show(&mut self, shown: &mut Shown) {
        shown.end_string();
        let items = std::mem::take(&mut shown.items);
        match items.as_slice() {
            [] => {}
            [DictItem::String { .. }] => self.ops.push(operator("Tj", items)),
            _ => self.ops.push(operator("TJ", vec![DictItem::Array(items)])),
        }
    }
}

fn operator(key: &str, value: Vec<DictItem>) -> Op {
    Op::Unknown { key: key.to_owned(), value }
}

/// Text as PDF keeps it where no font is at hand.
fn utf16(text: &str) -> DictItem {
    let data = [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    DictItem::String { data, literal: false }
}
