//! A picture as a file again.

use crate::{Dots, Image, Outline, Picture, Step};
use std::fmt::Write as _;

impl Picture {
    /// The kind of file (`image/png`, `image/jpeg` or `image/svg+xml`) and its bytes, with nothing in
    /// it but the picture. The same picture gives the same bytes.
    pub fn file(&self) -> (&'static str, Vec<u8>) {
        match self {
            Self::Dots(Image { dots: Dots::Jpeg { file, .. }, .. }) => ("image/jpeg", file.clone()),
            Self::Dots(Image { width, height, dots: Dots::Rgb { colours, alpha } }) => {
                ("image/png", png(*width, *height, colours, alpha.as_deref()))
            }
            Self::Drawing { size, outlines } => ("image/svg+xml", svg(*size, outlines).into_bytes()),
        }
    }
}

fn png(width: u32, height: u32, colours: &[u8], alpha: Option<&[u8]>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_depth(png::BitDepth::Eight);
    let dots = match alpha {
        None => {
            encoder.set_color(png::ColorType::Rgb);
            colours.to_vec()
        }
        Some(alpha) => {
            encoder.set_color(png::ColorType::Rgba);
            let dots = colours.chunks_exact(3).zip(alpha);
            dots.flat_map(|(dot, &solid)| [dot[0], dot[1], dot[2], solid]).collect()
        }
    };
    let written = encoder.write_header().and_then(|mut writer| {
        writer.write_image_data(&dots)?;
        writer.finish()
    });
    written.expect("dots that were read have the size they say, and memory takes them");
    bytes
}

fn svg((width, height): (f32, f32), outlines: &[Outline]) -> String {
    let mut svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\">");
    for Outline { steps, colour: [red, green, blue], even_odd } in outlines {
        let rule = if *even_odd { " fill-rule=\"evenodd\"" } else { "" };
        let _ = write!(svg, "<path fill=\"#{red:02x}{green:02x}{blue:02x}\"{rule} d=\"");
        for step in steps {
            let _ = match step {
                Step::Move((x, y)) => write!(svg, "M{x} {y}"),
                Step::Line((x, y)) => write!(svg, "L{x} {y}"),
                Step::Curve(a, b, to) => {
                    write!(svg, "C{} {} {} {} {} {}", a.0, a.1, b.0, b.1, to.0, to.1)
                }
            };
        }
        svg.push_str("\"/>");
    }
    svg.push_str("</svg>");
    svg
}
