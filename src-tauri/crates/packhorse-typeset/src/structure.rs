//! What the marks on the pages are: a tree in reading order.

use crate::Rect;

/// A node of the structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// The tree; its first node is the document.
#[derive(Debug, Clone, PartialEq)]
pub struct Structure {
    // Invariant: node 0 is the document and every other node's parent comes before it.
    nodes: Vec<Node>,
}

/// A node.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What it is.
    pub role: Role,
    /// What holds it; none for the document.
    pub parent: Option<NodeId>,
    /// What it holds, in reading order.
    pub kids: Vec<Kid>,
    /// What it says, for those who cannot see it.
    pub alt: Option<String>,
    /// Page and extent of a figure.
    pub extent: Option<(usize, Rect)>,
    // Inline nodes join their parent when their first words are placed.
    joined: bool,
}

/// Part of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kid {
    /// Another node.
    Node(NodeId),
    /// Marks on a page.
    Marks {
        /// The page, counted from 0.
        page: usize,
        /// Their number on it.
        id: u32,
    },
    /// The place of a link.
    Link {
        /// The page, counted from 0.
        page: usize,
        /// Its number in the page's links.
        index: usize,
    },
}

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// The whole.
    Document,
    /// A section.
    Section,
    /// Things that belong together.
    Group,
    /// A heading of level 1, 2 or 3.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list.
    List(Numbering),
    /// An item of a list.
    Item,
    /// The number or bullet of an item.
    Label,
    /// The words of an item.
    ItemBody,
    /// A table.
    Table,
    /// What a table shows.
    Caption,
    /// The header rows of a table.
    TableHead,
    /// The other rows.
    TableBody,
    /// A row.
    Row,
    /// A header cell.
    HeaderCell(Scope),
    /// A cell.
    Cell,
    /// A picture.
    Figure,
    /// Quoted words.
    Quote,
    /// Words that lead somewhere.
    Link,
    /// Words set apart inside a paragraph.
    Span,
    /// A table of contents.
    Contents,
    /// A line of the table of contents.
    ContentsLine,
}

/// How a list's items are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Numbering {
    /// With nothing, or with words.
    None,
    /// With bullets.
    Bullets,
    /// With numbers.
    Numbers,
}

/// What a header cell is the header of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The cells below.
    Column,
    /// The cells beside.
    Row,
}

impl Structure {
    /// A document that holds nothing.
    pub(crate) fn new() -> Self {
        Self { nodes: vec![Node::new(Role::Document, None, true)] }
    }

    /// The document.
    pub const DOCUMENT: NodeId = NodeId(0);

    /// A node.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0 as usize]
    }

    /// Every node with its id, parents before children.
    pub fn nodes(&self) -> impl Iterator<Item = (NodeId, &Node)> {
        self.nodes.iter().enumerate().map(|(index, node)| (NodeId(index as u32), node))
    }

    /// Adds a node after what its parent holds.
    pub(crate) fn add(&mut self, role: Role, parent: NodeId) -> NodeId {
        let id = NodeId(self.nodes.len() as u32);
        self.nodes.push(Node::new(role, Some(parent), true));
        self.node_mut(parent).kids.push(Kid::Node(id));
        id
    }

    /// Makes a node that joins its parent when its first words are placed.
    pub(crate) fn add_inline(&mut self, role: Role, parent: NodeId) -> NodeId {
        let id = NodeId(self.nodes.len() as u32);
        self.nodes.push(Node::new(role, Some(parent), false));
        id
    }

    pub(crate) fn node_mut(&mut self, id: NodeId) -> &mut Node {
        &mut self.nodes[id.0 as usize]
    }

    /// Gives a node the next part of it, and the node to its parent if that has not happened yet.
    pub(crate) fn give(&mut self, id: NodeId, kid: Kid) {
        let node = self.node_mut(id);
        node.kids.push(kid);
        if !std::mem::replace(&mut node.joined, true)
            && let Some(parent) = node.parent
        {
            self.give(parent, Kid::Node(id));
        }
    }
}

impl Node {
    fn new(role: Role, parent: Option<NodeId>, joined: bool) -> Self {
        Self { role, parent, kids: Vec::new(), alt: None, extent: None, joined }
    }
}
