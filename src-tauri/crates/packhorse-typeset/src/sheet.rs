//! Measures and colours: the page, the sizes of type, the space between things.

use crate::{Colour, Face};
use packhorse_model::Bearing;
use packhorse_model::composed::{Size, Tone};

/// Text.
pub(crate) const INK: Colour = Colour(0x16, 0x20, 0x2e);
/// Words about words.
pub(crate) const SOFT: Colour = Colour(0x4a, 0x55, 0x68);
/// Rules between things.
pub(crate) const LINE: Colour = Colour(0xc9, 0xd1, 0xdb);
/// Behind a note.
pub(crate) const WASH: Colour = Colour(0xf3, 0xf5, 0xf8);
/// The one accent.
pub(crate) const ACCENT: Colour = Colour(0x0b, 0x55, 0x63);
/// Paper.
pub(crate) const PAPER: Colour = Colour(0xff, 0xff, 0xff);
/// Strength, good, exact.
pub(crate) const GREEN: Colour = Colour(0x1b, 0x6b, 0x3a);
/// To improve, middling.
pub(crate) const AMBER: Colour = Colour(0x8a, 0x4b, 0x00);
/// Priority, poor, different.
pub(crate) const RED: Colour = Colour(0x9b, 0x1c, 0x2e);
const VIOLET: Colour = Colour(0x4b, 0x3b, 0x8f);

/// The colour of a bearing.
pub(crate) fn bearing(bearing: Bearing) -> Colour {
    match bearing {
        Bearing::Strength => GREEN,
        Bearing::Improve => AMBER,
        Bearing::Priority => RED,
        Bearing::Statement => VIOLET,
        Bearing::Context => SOFT,
    }
}

/// The colour of a badge's words and of what lies behind them.
pub(crate) fn tone(tone: Tone) -> (Colour, Colour) {
    match tone {
        Tone::Good => (GREEN, Colour(0xe8, 0xf3, 0xec)),
        Tone::Middling => (AMBER, Colour(0xfa, 0xf1, 0xe4)),
        Tone::Poor => (RED, Colour(0xfa, 0xea, 0xec)),
        Tone::None => (SOFT, WASH),
    }
}

/// A style of type.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Type {
    pub size: f32,
    pub leading: f32,
    pub face: Face,
    pub colour: Colour,
}

impl Type {
    const fn new(size: f32, leading: f32) -> Self {
        Self { size, leading, face: Face::Regular, colour: INK }
    }

    pub(crate) const fn bold(self) -> Self {
        Self { face: Face::Bold, ..self }
    }

    pub(crate) const fn in_colour(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }
}

/// The page and the styles on it.
#[derive(Debug, Clone)]
pub(crate) struct Sheet {
    pub width: f32,
    pub height: f32,
    pub left: f32,
    pub right: f32,
    pub top: f32,
    pub bottom: f32,
    /// From the edge of the page to the running head's line, and from the foot's to the edge.
    pub head: f32,
    pub foot: f32,
    /// From the edge of the page to the line that says why the pack is not for publication.
    pub exempt: f32,
    pub large: bool,
    pub body: Type,
    pub lead: Type,
    pub small: Type,
    pub over: Type,
    pub title: Type,
    pub section: Type,
    pub heading: Type,
    pub panel: Type,
    pub cell: Type,
    pub cell_note: Type,
    pub caption: Type,
    pub tag: Type,
    pub quote: Type,
    pub citation: Type,
    pub ask: Type,
    pub number: Type,
    pub note: Type,
    pub running: Type,
    pub chart: Type,
}

const MM: f32 = 72.0 / 25.4;

impl Sheet {
    /// The sheet for a size of type.
    pub(crate) fn of(size: Size) -> Self {
        match size {
            Size::Normal => Self::normal(),
            Size::LargePrint => Self::large_print(),
        }
    }

    fn normal() -> Self {
        Self {
            width: 210.0 * MM,
            height: 297.0 * MM,
            left: 24.0 * MM,
            right: 22.0 * MM,
            top: 26.0 * MM,
            bottom: 24.0 * MM,
            head: 13.0 * MM,
            foot: 12.0 * MM,
            exempt: 0.0,
            large: false,
            body: Type::new(11.0, 15.5),
            lead: Type::new(13.0, 18.5),
            small: Type::new(9.5, 13.0).in_colour(SOFT),
            over: Type::new(10.0, 13.0).bold().in_colour(ACCENT),
            title: Type::new(27.0, 32.0).bold(),
            section: Type::new(17.0, 22.0).bold(),
            heading: Type::new(12.5, 16.0).bold(),
            panel: Type::new(12.0, 15.5).bold(),
            cell: Type::new(10.0, 13.5),
            cell_note: Type::new(9.0, 12.0).in_colour(SOFT),
            caption: Type::new(9.5, 13.0).in_colour(SOFT),
            tag: Type::new(9.0, 12.0).bold(),
            quote: Type::new(12.0, 16.5),
            citation: Type::new(9.0, 12.0).in_colour(SOFT),
            ask: Type::new(12.0, 15.5).bold(),
            number: Type::new(12.5, 15.5).bold().in_colour(ACCENT),
            note: Type::new(10.0, 14.0),
            running: Type::new(8.5, 11.0).in_colour(SOFT),
            chart: Type::new(8.5, 10.5),
        }
    }

    /// Nothing under 16 points, and the whole scale moves with it.
    fn large_print() -> Self {
        Self {
            left: 20.0 * MM,
            right: 20.0 * MM,
            top: 27.0 * MM,
            bottom: 26.0 * MM,
            large: true,
            body: Type::new(16.0, 22.5),
            lead: Type::new(18.5, 26.0),
            small: Type::new(16.0, 21.5).in_colour(SOFT),
            over: Type::new(16.0, 21.0).bold().in_colour(ACCENT),
            title: Type::new(32.0, 38.0).bold(),
            section: Type::new(24.0, 30.0).bold(),
            heading: Type::new(19.0, 24.0).bold(),
            panel: Type::new(18.0, 23.0).bold(),
            cell: Type::new(16.0, 21.0),
            cell_note: Type::new(16.0, 20.0).in_colour(SOFT),
            caption: Type::new(16.0, 21.0).in_colour(SOFT),
            tag: Type::new(16.0, 21.0).bold(),
            quote: Type::new(18.0, 25.0),
            citation: Type::new(16.0, 21.0).in_colour(SOFT),
            ask: Type::new(18.0, 24.0).bold(),
            number: Type::new(18.5, 24.0).bold().in_colour(ACCENT),
            note: Type::new(16.0, 22.5),
            running: Type::new(16.0, 20.0).in_colour(SOFT),
            chart: Type::new(16.0, 19.5),
            ..Self::normal()
        }
    }

    /// Width between the margins.
    pub(crate) fn measure(&self) -> f32 {
        self.width - self.left - self.right
    }

    /// Height between the margins.
    pub(crate) fn depth(&self) -> f32 {
        self.height - self.top - self.bottom
    }

    /// A length that grows with the type.
    pub(crate) fn em(&self, normal: f32) -> f32 {
        if self.large { normal * 1.4 } else { normal }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How far apart two colours are, by the formula of WCAG 2.2.
    fn contrast(a: Colour, b: Colour) -> f64 {
        let part = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let light =
            |colour: Colour| 0.2126 * part(colour.0) + 0.7152 * part(colour.1) + 0.0722 * part(colour.2);
        let (a, b) = (light(a) + 0.05, light(b) + 0.05);
        a.max(b) / a.min(b)
    }

    #[test]
    fn words_stand_out_from_what_is_behind_them() {
        for words in [INK, SOFT, ACCENT, GREEN, AMBER, RED, VIOLET] {
            assert!(contrast(words, PAPER) >= 4.5, "{words:?} on paper");
            assert!(contrast(words, WASH) >= 4.5, "{words:?} on the wash of a note");
        }
        for (words, behind) in [Tone::Good, Tone::Middling, Tone::Poor, Tone::None].map(tone) {
            assert!(contrast(words, behind) >= 4.5, "{words:?} on its badge");
        }
    }

    #[test]
    fn large_print_has_nothing_under_16_points() {
        let sheet = Sheet::of(Size::LargePrint);
        for style in [
            sheet.body,
            sheet.lead,
            sheet.small,
            sheet.over,
            sheet.cell,
            sheet.cell_note,
            sheet.caption,
            sheet.tag,
            sheet.quote,
            sheet.citation,
            sheet.ask,
            sheet.note,
            sheet.running,
            sheet.chart,
        ] {
            assert!(style.size >= 16.0);
        }
    }
}
