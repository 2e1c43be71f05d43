//! Things drawn on a page.

use crate::Face;
use packhorse_logo::{Image, Step};
use std::sync::Arc;

/// One thing drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Draw {
    /// Words on one line in one style.
    Words(Words),
    /// A filled shape.
    Fill {
        /// What is filled.
        shape: Shape,
        /// With what.
        colour: Colour,
    },
    /// The outline of a shape.
    Outline {
        /// What is drawn round.
        shape: Shape,
        /// With what.
        colour: Colour,
        /// How thick.
        thickness: f32,
    },
    /// A straight line.
    Rule {
        /// From here.
        from: (f32, f32),
        /// To there.
        to: (f32, f32),
        /// Its colour.
        colour: Colour,
        /// Its thickness.
        thickness: f32,
        /// Length of its dashes and the gaps between; whole when absent.
        dash: Option<f32>,
    },
    /// A filled outline of a drawing.
    Path {
        /// The outline; every part of it is closed.
        steps: Arc<[Step]>,
        /// How far right and down it is moved, and how many times larger it is drawn.
        place: (f32, f32, f32),
        /// With what it is filled.
        colour: Colour,
        /// Whether what is surrounded twice is left out.
        even_odd: bool,
    },
    /// A picture made of dots.
    Picture {
        /// The dots.
        image: Arc<Image>,
        /// Where it stands.
        rect: Rect,
    },
}

/// A shape.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// A rectangle with rounded corners.
    Rect {
        /// The rectangle.
        rect: Rect,
        /// Radius of the corners; 0 for square ones.
        radius: f32,
    },
    /// A circle.
    Circle {
        /// Its middle.
        centre: (f32, f32),
        /// Its radius.
        radius: f32,
    },
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

impl Rect {
    /// The smallest rectangle around two.
    pub fn around(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let right = (self.x + self.width).max(other.x + other.width);
        let bottom = (self.y + self.height).max(other.y + other.height);
        Self { x, y, width: right - x, height: bottom - y }
    }
}

/// A colour on screen: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Colour(pub u8, pub u8, pub u8);

/// Words on one line in one style.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    /// Where the first glyph stands: its left edge and its baseline.
    pub at: (f32, f32),
    /// The face.
    pub face: Face,
    /// The size.
    pub size: f32,
    /// The colour.
    pub colour: Colour,
    /// The characters.
    pub text: String,
    /// The glyphs that show them.
    pub glyphs: Vec<Glyph>,
}

/// A glyph; lengths in thousandths of the size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph {
    /// Its number in the face.
    pub id: u16,
    /// How far it moves the next one.
    pub advance: i16,
    /// How far it is moved right and up from its place.
    pub shift: (i16, i16),
    /// How many bytes of the text it shows; 0 when the glyph before shows them too.
    pub bytes: u8,
}

impl Draw {
    /// Moves it.
    pub(crate) fn shift(&mut self, right: f32, down: f32) {
        let point = |point: &mut (f32, f32)| {
            point.0 += right;
            point.1 += down;
        };
        match self {
            Self::Words(words) => point(&mut words.at),
            Self::Rule { from, to, .. } => {
                point(from);
                point(to);
            }
            Self::Path { place, .. } => {
                place.0 += right;
                place.1 += down;
            }
            Self::Picture { rect, .. } => {
                rect.x += right;
                rect.y += down;
            }
            Self::Fill { shape, .. } | Self::Outline { shape, .. } => match shape {
                Shape::Circle { centre, .. } => point(centre),
                Shape::Rect { rect, .. } => {
                    rect.x += right;
                    rect.y += down;
                }
            },
        }
    }

    /// A filled rectangle with square corners.
    pub(crate) fn block(x: f32, y: f32, width: f32, height: f32, colour: Colour) -> Self {
        Self::Fill { shape: Shape::Rect { rect: Rect { x, y, width, height }, radius: 0.0 }, colour }
    }

    /// A level line.
    pub(crate) fn level(x: f32, to: f32, y: f32, thickness: f32, colour: Colour) -> Self {
        Self::Rule { from: (x, y), to: (to, y), colour, thickness, dash: None }
    }
}
