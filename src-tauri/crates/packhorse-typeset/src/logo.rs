//! The council's logo, drawn as large as a box allows.

use crate::{Colour, Draw, Error, Rect};
use packhorse_logo::{Image, Picture, Step};
use packhorse_model::composed::Logo;
use std::sync::Arc;

/// A picture ready to be drawn.
#[derive(Debug)]
pub(crate) struct Art {
    size: (f32, f32),
    drawn: Drawn,
}

#[derive(Debug)]
enum Drawn {
    Dots(Arc<Image>),
    Outlines(Vec<(Arc<[Step]>, Colour, bool)>),
}

impl Art {
    /// Reads a logo.
    pub(crate) fn of(logo: &Logo) -> Result<Self, Error> {
        let picture = Picture::of(logo).map_err(|why| Error::Logo { what: why.to_string() })?;
        let size = picture.size();
        let drawn = match picture {
            Picture::Dots(image) => Drawn::Dots(Arc::new(image)),
            Picture::Drawing { outlines, .. } => {
                let colour = |[red, green, blue]: [u8; 3]| Colour(red, green, blue);
                let all = outlines.into_iter();
                Drawn::Outlines(all.map(|one| (one.steps.into(), colour(one.colour), one.even_odd)).collect())
            }
        };
        Ok(Self { size, drawn })
    }

    /// Where it stands when it is as large as a box allows.
    pub(crate) fn within(&self, x: f32, width: f32, height: f32) -> Rect {
        let scale = (width / self.size.0).min(height / self.size.1);
        Rect { x, y: 0.0, width: self.size.0 * scale, height: self.size.1 * scale }
    }

    /// Draws it.
    pub(crate) fn draws(&self, rect: Rect) -> Vec<Draw> {
        match &self.drawn {
            Drawn::Dots(image) => vec![Draw::Picture { image: Arc::clone(image), rect }],
            Drawn::Outlines(outlines) => {
                let place = (rect.x, rect.y, rect.width / self.size.0);
                let path = |(steps, colour, even_odd): &(Arc<[Step]>, Colour, bool)| Draw::Path {
                    steps: Arc::clone(steps),
                    place,
                    colour: *colour,
                    even_odd: *even_odd,
                };
                outlines.iter().map(path).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use packhorse_model::composed::LogoFormat;

    #[test]
    fn a_drawing_keeps_its_proportions_in_its_box() {
        let bytes = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
            <rect width="10" height="5" fill="#0b5563"/></svg>"##;
        let logo = Logo { alt: "A".into(), format: LogoFormat::Svg, bytes: bytes.as_slice().into() };
        let art = Art::of(&logo).expect("it can be drawn");
        let rect = art.within(10.0, 100.0, 100.0);
        assert_eq!((rect.x, rect.width, rect.height), (10.0, 100.0, 50.0));
        let [Draw::Path { place, colour, .. }] = &art.draws(rect)[..] else { panic!("one outline") };
        assert_eq!((*place, *colour), ((10.0, 0.0, 2.5), Colour(0x0b, 0x55, 0x63)));
    }

    #[test]
    fn a_logo_that_cannot_be_drawn_is_an_error_with_words() {
        let logo = Logo { alt: "A".into(), format: LogoFormat::Svg, bytes: b"<svg".as_slice().into() };
        let error = Art::of(&logo).expect_err("it is broken").to_string();
        assert!(error.starts_with("the logo cannot be drawn: "), "{error}");
    }
}
