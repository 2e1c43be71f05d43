//! A placed page as printpdf's operations.

mod ink;
mod text;

use crate::faces::Faces;
use crate::picture;
use crate::tag::role;
use ink::Ink;
use packhorse_typeset::{Artifact, Draw, Marks, Owner, Page, Structure};
use printpdf::{DictItem, Op, PdfPage, Pt, Rect};
use std::collections::BTreeMap;

/// A page as printpdf's operations.
pub(crate) fn page(page: &Page, structure: &Structure, faces: &Faces) -> PdfPage {
    let mut writer = Writer {
        height: page.height,
        faces,
        structure,
        ink: Ink::default(),
        ops: Vec::new(),
        in_text: false,
    };
    for marks in &page.marks {
        writer.marks(marks);
    }
    paper(page, writer.ops)
}

/// Operations on paper of the page's size.
pub(crate) fn paper(page: &Page, ops: Vec<Op>) -> PdfPage {
    let paper = Rect {
        x: Pt(0.0),
        y: Pt(0.0),
        width: Pt(round(page.width)),
        height: Pt(round(page.height)),
        mode: None,
        winding_order: None,
    };
    PdfPage { media_box: paper.clone(), trim_box: paper.clone(), crop_box: paper, ops }
}

/// To a thousandth of a point: finer than any printer, and short in the file.
pub(crate) fn round(length: f32) -> f32 {
    (length * 1000.0).round() / 1000.0
}

struct Writer<'a> {
    height: f32,
    faces: &'a Faces,
    structure: &'a Structure,
    ink: Ink,
    ops: Vec<Op>,
    in_text: bool,
}

impl Writer<'_> {
    fn marks(&mut self, marks: &Marks) {
        self.ops.push(match marks.owner {
            Owner::Content { node, id } => {
                begin(role::name(self.structure.node(node).role), [("MCID", DictItem::Int(i64::from(id)))])
            }
            Owner::Artifact(Artifact::Header) => furniture("Header"),
            Owner::Artifact(Artifact::Footer) => furniture("Footer"),
            Owner::Artifact(Artifact::Repeated) => begin("Artifact", [("Type", name("Pagination"))]),
            Owner::Artifact(Artifact::Layout) => begin("Artifact", [("Type", name("Layout"))]),
        });
        for draw in &marks.draws {
            self.draw(draw);
        }
        self.end_text();
        self.ops.push(Op::EndMarkedContent);
    }

    fn draw(&mut self, draw: &Draw) {
        if let Draw::Words(words) = draw {
            self.words(words);
            return;
        }
        self.end_text();
        match draw {
            Draw::Fill { shape, colour } => self.fill(*shape, *colour),
            Draw::Outline { shape, colour, thickness } => self.outline(*shape, *colour, *thickness),
            Draw::Rule { from, to, colour, thickness, dash } => {
                self.rule(*from, *to, *colour, *thickness, *dash)
            }
            Draw::Path { steps, place, colour, even_odd } => {
                self.outlines(steps, *place, *colour, *even_odd);
            }
            Draw::Picture { image, rect } => self.ops.push(picture::shown(image, *rect, self.height)),
            Draw::Words(_) => {}
        }
    }

    fn end_text(&mut self) {
        if std::mem::take(&mut self.in_text) {
            self.ops.push(Op::EndTextSection);
        }
    }
}

fn name(name: &str) -> DictItem {
    DictItem::Name(name.as_bytes().to_vec())
}

fn furniture(subtype: &str) -> Op {
    begin("Artifact", [("Type", name("Pagination")), ("Subtype", name(subtype))])
}

/// Begins marks that belong together.
fn begin<const N: usize>(tag: &str, properties: [(&str, DictItem); N]) -> Op {
    let map: BTreeMap<String, DictItem> =
        properties.into_iter().map(|(key, item)| (key.to_owned(), item)).collect();
    Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties: DictItem::Dict { map } }
}
