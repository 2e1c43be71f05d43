//! A composed pack in, placed pages and their structure out.
//!
//! Pure: the fonts are passed in, and the same pack gives the same pages everywhere. Blocks are set
//! into strips that are never torn, pages are filled with strips, and the filled pages are made
//! whole with numbers, running heads and links.

mod block;
mod draw;
mod error;
mod fill;
mod finish;
mod fonts;
mod line;
mod logo;
mod numbers;
mod pages;
mod placed;
mod running;
mod set;
mod shape;
mod sheet;
mod strip;
mod structure;

pub use draw::{Colour, Draw, Glyph, Rect, Shape, Words};
pub use error::Error;
pub use fonts::{Face, Fonts};
pub use pages::{About, Artifact, Bookmark, LinkArea, Marks, Owner, Page, Pages, Target};
pub use placed::{Line, Lines, placed_text};
pub use structure::{Kid, Node, NodeId, Numbering, Role, Scope, Structure};

use packhorse_model::Composed;
use std::collections::{HashMap, HashSet};

/// Sets a pack on pages.
///
/// A character that no font has is an error that names it: a box in its place would be a word
/// nobody can read.
pub fn typeset(composed: &Composed, fonts: &Fonts) -> Result<Pages, Error> {
    let mut setter = set::Setter {
        sheet: sheet::Sheet::of(composed.size),
        shaper: shape::Shaper::new(fonts)?,
        tree: Structure::new(),
        flow: strip::Flow::default(),
        headers: Vec::new(),
        links: HashMap::new(),
        sections: Vec::new(),
        anchors: HashSet::new(),
        notices: Vec::new(),
        shift: 0,
        exempt: None,
    };
    setter.make_room(composed);
    setter.pack(composed)?;
    let strips = std::mem::take(&mut setter.flow.strips);
    let (top, bottom) = (setter.sheet.top, setter.sheet.height - setter.sheet.bottom);
    let filling = fill::fill(strips, &setter.headers, top, bottom);
    let (pages, outline) = setter.finish(filling, composed);
    if !setter.shaper.missing.is_empty() {
        return Err(Error::NoGlyph {
            characters: std::mem::take(&mut setter.shaper.missing).into_iter().collect(),
        });
    }
    let about = About {
        title: composed.title.clone(),
        language: composed.language.clone(),
        author: composed.author.clone(),
        subject: composed.subject.clone(),
        made: composed.made,
    };
    let (structure, notices) = (setter.tree, setter.notices);
    Ok(Pages { about, fonts: fonts.clone(), pages, structure, outline, notices })
}

/// The characters of a text that no font has, so that they can be named before a pack is set.
pub fn missing(text: &str, fonts: &Fonts) -> Vec<char> {
    // Nearly all words are of letters that every font has.
    if text.is_ascii() {
        return Vec::new();
    }
    let Ok(mut shaper) = shape::Shaper::new(fonts) else { return Vec::new() };
    let text = line::settable(text);
    text.split_whitespace().filter(|word| !word.is_ascii()).for_each(|word| {
        shaper.word(Face::Regular, word);
    });
    std::mem::take(&mut shaper.missing).into_iter().collect()
}

#[cfg(test)]
mod tests;
