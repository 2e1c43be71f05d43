//! The faces a pack is set in.

use std::sync::Arc;

/// Which of the four faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Upright.
    Regular,
    /// Strong.
    Bold,
    /// Slanted.
    Italic,
    /// Strong and slanted.
    BoldItalic,
}

impl Face {
    /// The four faces.
    pub const ALL: [Self; 4] = [Self::Regular, Self::Bold, Self::Italic, Self::BoldItalic];
}

/// The faces a pack is set in, as TrueType files.
#[derive(Debug, Clone)]
pub struct Fonts {
    /// Upright.
    pub regular: Arc<[u8]>,
    /// Strong.
    pub bold: Arc<[u8]>,
    /// Slanted.
    pub italic: Arc<[u8]>,
    /// Strong and slanted.
    pub bold_italic: Arc<[u8]>,
}

impl Fonts {
    /// Source Sans 3, which comes with the program.
    pub fn built_in() -> Self {
        macro_rules! face {
            ($name:literal) => {
                Arc::from(
                    include_bytes!(concat!("../../../../resources/fonts/SourceSans3-", $name, ".ttf"))
                        .as_slice(),
                )
            };
        }
        Self {
            regular: face!("Regular"),
            bold: face!("Bold"),
            italic: face!("Italic"),
            bold_italic: face!("BoldItalic"),
        }
    }

    /// The file of a face.
    pub fn file(&self, face: Face) -> &Arc<[u8]> {
        match face {
            Face::Regular => &self.regular,
            Face::Bold => &self.bold,
            Face::Italic => &self.italic,
            Face::BoldItalic => &self.bold_italic,
        }
    }
}
