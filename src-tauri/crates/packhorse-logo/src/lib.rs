//! A council's logo in, the picture of it and nothing else out.
//!
//! Files of pictures carry more than the picture: where a camera stood, who drew it, in what folder.
//! A pack leaves the council, so what is printed and what is published comes from here.

mod dots;
mod file;
mod outlines;

use packhorse_model::composed::{Logo, LogoFormat};

/// A logo that was read: what is seen of it, and no more.
#[derive(Debug, Clone, PartialEq)]
pub enum Picture {
    /// Made of dots.
    Dots(Image),
    /// Made of outlines.
    Drawing {
        /// Its width and height in its own units.
        size: (f32, f32),
        /// Its outlines, the first behind the others.
        outlines: Vec<Outline>,
    },
}

/// A picture made of dots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// Dots across.
    pub width: u32,
    /// Dots down.
    pub height: u32,
    /// The dots.
    pub dots: Dots,
}

/// The dots of a picture, row by row from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dots {
    /// Three bytes a dot: red, green, blue.
    Rgb {
        /// The colours.
        colours: Vec<u8>,
        /// How solid each dot is; all are when absent.
        alpha: Option<Vec<u8>>,
    },
    /// As a JPEG file holds them.
    Jpeg {
        /// The file, without notes.
        file: Vec<u8>,
        /// Whether it knows no colours.
        grey: bool,
    },
}

/// A filled outline in one plain colour.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// Its steps, in the units of the drawing.
    pub steps: Vec<Step>,
    /// Red, green and blue.
    pub colour: [u8; 3],
    /// Whether parts that overlap an even number of times stay empty.
    pub even_odd: bool,
}

/// A step along an outline; places are from the left and from the top.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step {
    /// Begins a part.
    Move((f32, f32)),
    /// Straight on.
    Line((f32, f32)),
    /// Along a curve with two handles.
    Curve((f32, f32), (f32, f32), (f32, f32)),
}

/// Why a logo cannot be drawn; the words follow “because”.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Unreadable(String);

impl Picture {
    /// Reads a logo.
    pub fn of(logo: &Logo) -> Result<Self, Unreadable> {
        let picture = match logo.format {
            LogoFormat::Png => dots::png(&logo.bytes).map(Self::Dots),
            LogoFormat::Jpeg => dots::jpeg(&logo.bytes).map(Self::Dots),
            LogoFormat::Svg => outlines::svg(&logo.bytes),
        };
        let picture = picture.map_err(Unreadable)?;
        let (width, height) = picture.size();
        if width > 0.0 && height > 0.0 {
            Ok(picture)
        } else {
            Err(Unreadable("it has no width or no height".to_owned()))
        }
    }

    /// Its width and height, in its own units.
    pub fn size(&self) -> (f32, f32) {
        match self {
            Self::Dots(image) => (image.width as f32, image.height as f32),
            Self::Drawing { size, .. } => *size,
        }
    }
}

#[cfg(test)]
mod tests;
