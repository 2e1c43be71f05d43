//! The structure tree, and for every mark on a page the node it belongs to.

use super::{catalog, role, text};
use crate::Error;
use crate::page::round;
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};
use packhorse_typeset::{Kid, Node, NodeId, Owner, Pages, Rect, Role};

/// Adds the tree. Keys of its parent tree are the pages, then the links in order.
pub(super) fn add(
    file: &mut Document,
    pages: &Pages,
    leaves: &[ObjectId],
    links: &[Vec<ObjectId>],
) -> Result<(), Error> {
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = pages.structure.nodes().map(|_| file.new_object_id()).collect();
    let id_of = |node: NodeId| ids[node.0 as usize];
    for (node, content) in pages.structure.nodes() {
        let element = element(content, root, leaves, links, &id_of, pages);
        file.objects.insert(id_of(node), Object::Dictionary(element));
    }
    let parents = parents(file, pages, &id_of);
    let next = leaves.len() + links.iter().map(Vec::len).sum::<usize>();
    let tree = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => id_of(packhorse_typeset::Structure::DOCUMENT),
        "ParentTree" => parents,
        "ParentTreeNextKey" => next as i64,
    };
    file.objects.insert(root, Object::Dictionary(tree));
    catalog(file)?.set("StructTreeRoot", root);
    Ok(())
}

fn element(
    node: &Node,
    root: ObjectId,
    leaves: &[ObjectId],
    links: &[Vec<ObjectId>],
    id_of: &impl Fn(NodeId) -> ObjectId,
    pages: &Pages,
) -> Dictionary {
    let home =
        node.kids.iter().find_map(|kid| if let Kid::Marks { page, .. } = kid { Some(*page) } else { None });
    let kids: Vec<Object> = node
        .kids
        .iter()
        .map(|kid| match *kid {
            Kid::Node(node) => id_of(node).into(),
            Kid::Marks { page, id } if Some(page) == home => i64::from(id).into(),
            Kid::Marks { page, id } => {
                dictionary! { "Type" => "MCR", "Pg" => leaves[page], "MCID" => i64::from(id) }.into()
            }
            Kid::Link { page, index } => {
                dictionary! { "Type" => "OBJR", "Pg" => leaves[page], "Obj" => links[page][index] }.into()
            }
        })
        .collect();
    let mut element = dictionary! {
        "S" => role::name(node.role),
        "P" => node.parent.map_or(root, id_of),
        "K" => kids,
    };
    if let Some(page) = home {
        element.set("Pg", leaves[page]);
    }
    match &node.alt {
        // A table is read cell by cell; what it shows at a glance is its summary.
        Some(alt) if node.role == Role::Table => {
            element.set("A", dictionary! { "O" => "Table", "Summary" => text(alt) });
        }
        Some(alt) => element.set("Alt", text(alt)),
        None => {}
    }
    if let Some((owner, key, value)) = role::attribute(node.role) {
        element.set("A", dictionary! { "O" => owner, key => value });
    }
    if let Some((page, rect)) = node.extent {
        let bounds = bounds(rect, pages.pages[page].height);
        element.set("A", dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => bounds });
    }
    element
}

/// For each page the nodes of its marks by their numbers, for each link its node.
fn parents(file: &mut Document, pages: &Pages, id_of: &impl Fn(NodeId) -> ObjectId) -> ObjectId {
    let mut numbers: Vec<Object> = Vec::new();
    for (key, page) in pages.pages.iter().enumerate() {
        let owners: Vec<Object> = page
            .marks
            .iter()
            .filter_map(|marks| match marks.owner {
                Owner::Content { node, .. } => Some(id_of(node).into()),
                Owner::Artifact(_) => None,
            })
            .collect();
        numbers.push((key as i64).into());
        numbers.push(file.add_object(owners).into());
    }
    let links = pages.pages.iter().flat_map(|page| &page.links);
    for (key, link) in links.enumerate() {
        numbers.push(((pages.pages.len() + key) as i64).into());
        numbers.push(id_of(link.node).into());
    }
    file.add_object(dictionary! { "Nums" => numbers })
}

/// A rectangle as PDF counts: left, lower, right, upper.
pub(super) fn bounds(rect: Rect, height: f32) -> Vec<Object> {
    let edges = [rect.x, height - rect.y - rect.height, rect.x + rect.width, height - rect.y];
    edges.into_iter().map(|edge| Object::Real(round(edge))).collect()
}
