//! The names PDF has for what a node is.

use packhorse_typeset::{Numbering, Role, Scope};

/// The structure type of a role.
pub(crate) fn name(role: Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Section => "Sect",
        Role::Group => "Div",
        Role::Heading(1) => "H1",
        Role::Heading(2) => "H2",
        Role::Heading(_) => "H3",
        Role::Paragraph => "P",
        Role::List(_) => "L",
        Role::Item => "LI",
        Role::Label => "Lbl",
        Role::ItemBody => "LBody",
        Role::Table => "Table",
        Role::Caption => "Caption",
        Role::TableHead => "THead",
        Role::TableBody => "TBody",
        Role::Row => "TR",
        Role::HeaderCell(_) => "TH",
        Role::Cell => "TD",
        Role::Figure => "Figure",
        Role::Quote => "BlockQuote",
        Role::Link => "Link",
        Role::Span => "Span",
        Role::Contents => "TOC",
        Role::ContentsLine => "TOCI",
    }
}

/// An attribute of a role: its owner, key and value.
pub(crate) fn attribute(role: Role) -> Option<(&'static str, &'static str, &'static str)> {
    match role {
        Role::HeaderCell(Scope::Column) => Some(("Table", "Scope", "Column")),
        Role::HeaderCell(Scope::Row) => Some(("Table", "Scope", "Row")),
        Role::List(Numbering::Numbers) => Some(("List", "ListNumbering", "Decimal")),
        Role::List(Numbering::Bullets) => Some(("List", "ListNumbering", "Disc")),
        Role::List(Numbering::None) => Some(("List", "ListNumbering", "None")),
        _ => None,
    }
}
