//! The council's logo: read, and drawn as large as a box allows.

mod dots;
mod vector;

use crate::{Colour, Draw, Error, Image, Rect, Step};
use packhorse_model::composed::{Logo, LogoFormat};
use std::sync::Arc;

/// A picture that was read.
#[derive(Debug)]
pub(crate) enum Art {
    /// Made of dots.
    Dots(Arc<Image>),
    /// Made of outlines.
    Drawing {
        /// Its width and height in its own units.
        size: (f32, f32),
        /// Its outlines, the first behind the others.
        outlines: Vec<Outline>,
    },
}

/// A filled outline.
#[derive(Debug)]
pub(crate) struct Outline {
    steps: Arc<[Step]>,
    colour: Colour,
    even_odd: bool,
}

impl Art {
    /// Reads a logo.
    pub(crate) fn of(logo: &Logo) -> Result<Self, Error> {
        let read = match logo.format {
            LogoFormat::Png => dots::png(&logo.bytes).map(|image| Self::Dots(Arc::new(image))),
            LogoFormat::Jpeg => dots::jpeg(&logo.bytes).map(|image| Self::Dots(Arc::new(image))),
            LogoFormat::Svg => vector::svg(&logo.bytes),
        };
        let art = read.map_err(|what| Error::Logo { what })?;
        let (width, height) = art.size();
        if width > 0.0 && height > 0.0 {
            Ok(art)
        } else {
            Err(Error::Logo { what: "it has no width or no height".to_owned() })
        }
    }

    fn size(&self) -> (f32, f32) {
        match self {
            Self::Dots(image) => (image.width as f32, image.height as f32),
            Self::Drawing { size, .. } => *size,
        }
    }

    /// Where it stands when it is as large as a box allows.
    pub(crate) fn within(&self, x: f32, width: f32, height: f32) -> Rect {
        let own = self.size();
        let scale = (width / own.0).min(height / own.1);
        Rect { x, y: 0.0, width: own.0 * scale, height: own.1 * scale }
    }

    /// Draws it.
    pub(crate) fn draws(&self, rect: Rect) -> Vec<Draw> {
        match self {
            Self::Dots(image) => vec![Draw::Picture { image: Arc::clone(image), rect }],
            Self::Drawing { size, outlines } => {
                let place = (rect.x, rect.y, rect.width / size.0);
                let path = |outline: &Outline| Draw::Path {
                    steps: Arc::clone(&outline.steps),
                    place,
                    colour: outline.colour,
                    even_odd: outline.even_odd,
                };
                outlines.iter().map(path).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(format: LogoFormat, bytes: &[u8]) -> Result<Art, String> {
        Art::of(&Logo { alt: "A".into(), format, bytes: bytes.into() }).map_err(|error| error.to_string())
    }

    #[test]
    fn a_drawing_becomes_outlines_in_screen_colours() {
        let art = of(
            LogoFormat::Svg,
            br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><g transform="translate(1 2)">
            <rect width="10" height="5" fill="#0b5563"/><circle cx="20" cy="8" r="4" fill="none" stroke="#900"/>
            </g></svg>"##,
        );
        let Ok(Art::Drawing { size, outlines }) = art else { panic!("{art:?}") };
        assert_eq!(size, (40.0, 20.0));
        assert_eq!(
            outlines.iter().map(|outline| outline.colour).collect::<Vec<_>>(),
            [Colour(0x0b, 0x55, 0x63), Colour(0x99, 0, 0)]
        );
        assert_eq!(outlines[0].steps.first(), Some(&Step::Move((1.0, 2.0))));
    }

    #[test]
    fn a_drawing_that_cannot_be_drawn_as_it_is_says_why() {
        for (inside, why) in [
            (r#"<text x="1" y="1">Wexcombe</text>"#, "it holds “text”"),
            (r#"<image href="/etc/hosts" width="4" height="4"/>"#, "it holds “image”"),
            (
                r#"<linearGradient id="a"/><rect fill="url(#a)" width="4" height="4"/>"#,
                "it holds “linearGradient”",
            ),
            (r#"<rect width="4" height="4" opacity="0.5"/>"#, "partly transparent"),
        ] {
            let file =
                format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">{inside}</svg>"#);
            let error = of(LogoFormat::Svg, file.as_bytes()).expect_err("it is refused");
            assert!(error.contains(why), "{error}");
        }
    }

    #[test]
    fn a_broken_picture_is_an_error_with_words() {
        for (format, bytes) in [
            (LogoFormat::Png, b"\x89PNG\r\n\x1a\n not really".as_slice()),
            (LogoFormat::Jpeg, b"\xff\xd8\xff\xe0\x00\x04ab"),
            (LogoFormat::Jpeg, b""),
            (LogoFormat::Svg, b"<svg"),
            (LogoFormat::Svg, br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"/>"#),
        ] {
            let error = of(format, bytes).expect_err("it is broken");
            assert!(error.starts_with("the logo cannot be drawn: "), "{error}");
        }
    }
}
