//! Places that lead somewhere.

use super::structure::bounds;
use super::text;
use crate::page::round;
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};
use packhorse_typeset::{LinkArea, Pages, Target};

/// Adds the links; gives their ids by page.
pub(super) fn add(file: &mut Document, pages: &Pages, leaves: &[ObjectId]) -> Vec<Vec<ObjectId>> {
    let mut key = leaves.len();
    let mut all = Vec::with_capacity(leaves.len());
    for page in &pages.pages {
        let mut ids = Vec::with_capacity(page.links.len());
        for area in &page.links {
            let link = link(area, page.height, key, pages, leaves);
            ids.push(file.add_object(link));
            key += 1;
        }
        all.push(ids);
    }
    all
}

fn link(area: &LinkArea, height: f32, key: usize, pages: &Pages, leaves: &[ObjectId]) -> Dictionary {
    let whole = area.rects.iter().copied().reduce(packhorse_typeset::Rect::around);
    let action = match &area.target {
        Target::Web(address) => {
            dictionary! { "S" => "URI", "URI" => Object::string_literal(plain(address)) }
        }
        Target::Place { page, top } => {
            dictionary! { "S" => "GoTo", "D" => place(*page, *top, pages, leaves) }
        }
    };
    let mut link = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => whole.map(|rect| bounds(rect, height)).unwrap_or_default(),
        "F" => 4,
        "Border" => vec![0.into(), 0.into(), 0.into()],
        "H" => "I",
        "Contents" => text(&area.words),
        "StructParent" => key as i64,
        "A" => action,
    };
    if area.rects.len() > 1 {
        let corners = area.rects.iter().flat_map(|rect| {
            let (left, right) = (rect.x, rect.x + rect.width);
            let (upper, lower) = (height - rect.y, height - rect.y - rect.height);
            [left, upper, right, upper, left, lower, right, lower]
        });
        link.set("QuadPoints", corners.map(|corner| Object::Real(round(corner))).collect::<Vec<_>>());
    }
    link
}

/// An address in the few characters addresses may hold.
fn plain(address: &str) -> String {
    let written = address.trim().bytes().map(|byte| match byte {
        b'!'..=b'~' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    });
    written.collect()
}

/// A place as a destination, with a little room over it.
pub(super) fn place(page: usize, top: f32, pages: &Pages, leaves: &[ObjectId]) -> Object {
    let upper = round(pages.pages[page].height - (top - 8.0).max(0.0));
    vec![leaves[page].into(), "XYZ".into(), Object::Null, Object::Real(upper), Object::Null].into()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn an_address_holds_only_what_addresses_may() {
        assert_eq!(plain(" https://example.org/a b/é?x=1 "), "https://example.org/a%20b/%C3%A9?x=1");
    }
}
