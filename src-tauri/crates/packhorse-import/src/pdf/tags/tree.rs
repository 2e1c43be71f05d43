//! The tree itself: elements with their standard roles, and the marked content they hold.

use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::{BTreeMap, BTreeSet};

/// An element of the tree.
#[derive(Debug)]
pub(in crate::pdf) struct Element {
    pub(super) role: String,
    pub(super) kids: Vec<Kid>,
}

/// What an element holds.
#[derive(Debug)]
pub(in crate::pdf) enum Kid {
    Element(Element),
    /// Marked content: page and number.
    Content(u32, i64),
}

/// How deep a tree may go; honest ones stay under thirty.
const DEPTH: usize = 120;

/// The tag tree of a document, when it has one.
pub(in crate::pdf) fn tree(pdf: &Document, pages: &BTreeMap<ObjectId, u32>) -> Option<Element> {
    let root = pdf.catalog().ok()?.get(b"StructTreeRoot").ok()?;
    let (_, root) = pdf.dereference(root).ok()?;
    let root = root.as_dict().ok()?;
    let roles = root
        .get(b"RoleMap")
        .ok()
        .and_then(|map| pdf.dereference(map).ok())
        .and_then(|(_, map)| map.as_dict().ok());
    let reader = Reader { pdf, pages, roles };
    let mut kids = Vec::new();
    reader.kids(root, None, &mut BTreeSet::new(), 0, &mut kids);
    (!kids.is_empty()).then_some(Element { role: "Document".into(), kids })
}

struct Reader<'a> {
    pdf: &'a Document,
    pages: &'a BTreeMap<ObjectId, u32>,
    roles: Option<&'a Dictionary>,
}

impl Reader<'_> {
    fn kids(
        &self,
        dict: &Dictionary,
        page: Option<u32>,
        path: &mut BTreeSet<ObjectId>,
        depth: usize,
        out: &mut Vec<Kid>,
    ) {
        let Ok(kids) = dict.get(b"K") else { return };
        if depth > DEPTH {
            return;
        }
        let list = match self.pdf.dereference(kids) {
            Ok((_, Object::Array(list))) => list.clone(),
            _ => vec![kids.clone()],
        };
        for kid in &list {
            self.kid(kid, page, path, depth, out);
        }
    }

    fn kid(
        &self,
        kid: &Object,
        page: Option<u32>,
        path: &mut BTreeSet<ObjectId>,
        depth: usize,
        out: &mut Vec<Kid>,
    ) {
        let id = kid.as_reference().ok();
        // A tree that leads back into itself is cut there.
        if id.is_some_and(|id| !path.insert(id)) {
            return;
        }
        if let Ok((_, object)) = self.pdf.dereference(kid) {
            match object {
                Object::Integer(number) => out.extend(page.map(|page| Kid::Content(page, *number))),
                Object::Dictionary(dict) => self.dictionary(dict, page, path, depth, out),
                _ => {}
            }
        }
        if let Some(id) = id {
            path.remove(&id);
        }
    }

    fn dictionary(
        &self,
        dict: &Dictionary,
        page: Option<u32>,
        path: &mut BTreeSet<ObjectId>,
        depth: usize,
        out: &mut Vec<Kid>,
    ) {
        let here = dict
            .get(b"Pg")
            .and_then(Object::as_reference)
            .ok()
            .and_then(|id| self.pages.get(&id).copied())
            .or(page);
        let kind = dict.get(b"Type").and_then(Object::as_name).unwrap_or(b"");
        if kind == b"OBJR" {
            return;
        }
        let number = dict.get(b"MCID").and_then(Object::as_i64).ok();
        if let (Some(number), Err(_)) = (number, dict.get(b"S")) {
            out.extend(here.map(|page| Kid::Content(page, number)));
            return;
        }
        let role = dict.get(b"S").and_then(Object::as_name).map(|role| self.role(role)).unwrap_or_default();
        let mut kids = Vec::new();
        self.kids(dict, here, path, depth + 1, &mut kids);
        out.push(Kid::Element(Element { role, kids }));
    }

    /// The standard role behind a document's own name for it.
    fn role(&self, name: &[u8]) -> String {
        let mut name = name.to_vec();
        for _ in 0..8 {
            if STANDARD.contains(&String::from_utf8_lossy(&name).as_ref()) {
                break;
            }
            match self.roles.and_then(|roles| roles.get(&name).ok()).and_then(|role| role.as_name().ok()) {
                Some(next) if next != name.as_slice() => name = next.to_vec(),
                _ => break,
            }
        }
        String::from_utf8_lossy(&name).into_owned()
    }
}

const STANDARD: [&str; 30] = [
    "Document", "Part", "Sect", "Div", "Art", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl",
    "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "TOC", "TOCI", "Note", "Span", "Link",
    "Figure",
];

impl Element {
    /// The rows of a table, whatever stands between it and them.
    pub(super) fn rows(&self) -> Vec<&Element> {
        let mut rows = Vec::new();
        self.collect(&mut rows);
        rows
    }

    fn collect<'a>(&'a self, rows: &mut Vec<&'a Element>) {
        for kid in &self.kids {
            if let Kid::Element(inner) = kid {
                match inner.role.as_str() {
                    "TR" => rows.push(inner),
                    "Table" => {}
                    _ => inner.collect(rows),
                }
            }
        }
    }

    /// The cells of a row.
    pub(super) fn cells(&self) -> impl Iterator<Item = &Element> {
        self.kids.iter().filter_map(|kid| match kid {
            Kid::Element(inner) if matches!(inner.role.as_str(), "TD" | "TH") => Some(inner),
            _ => None,
        })
    }
}
