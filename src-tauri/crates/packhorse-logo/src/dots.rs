//! Pictures made of dots.

use crate::{Dots, Image};

/// More dots than any printed logo needs, and few enough to hold.
const MOST: u64 = 16_000_000;

/// Reads a PNG picture; what is seen through stays so.
pub(super) fn png(bytes: &[u8]) -> Result<Image, String> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let words = |error: png::DecodingError| format!("its PNG file is damaged: {error}");
    let mut reader = decoder.read_info().map_err(words)?;
    let (width, height) = (reader.info().width, reader.info().height);
    if u64::from(width) * u64::from(height) > MOST {
        return Err(format!("it is {width} by {height} dots, more than are needed"));
    }
    let size = reader.output_buffer_size().ok_or_else(|| "it is too large".to_owned())?;
    let mut dots = vec![0; size];
    let frame = reader.next_frame(&mut dots).map_err(words)?;
    dots.truncate(frame.buffer_size());
    let (colours, alpha) = match frame.color_type {
        png::ColorType::Rgb => (dots, None),
        png::ColorType::Rgba => parted(&dots, 4, |dot| [dot[0], dot[1], dot[2]]),
        png::ColorType::GrayscaleAlpha => parted(&dots, 2, |dot| [dot[0]; 3]),
        png::ColorType::Grayscale => (dots.iter().flat_map(|&grey| [grey; 3]).collect(), None),
        png::ColorType::Indexed => return Err("its palette cannot be read".to_owned()),
    };
    Ok(Image { width, height, dots: Dots::Rgb { colours, alpha } })
}

/// The colours, and how solid they are if any is not.
fn parted(dots: &[u8], bytes: usize, colour: impl Fn(&[u8]) -> [u8; 3]) -> (Vec<u8>, Option<Vec<u8>>) {
    let colours = dots.chunks_exact(bytes).flat_map(colour).collect();
    let alpha: Vec<u8> = dots.chunks_exact(bytes).map(|dot| dot[bytes - 1]).collect();
    let all_solid = alpha.iter().all(|&solid| solid == u8::MAX);
    (colours, (!all_solid).then_some(alpha))
}

/// Takes a JPEG picture as it is, without what cameras and programs note in it: that may be a
/// place or a person's name.
pub(super) fn jpeg(bytes: &[u8]) -> Result<Image, String> {
    let damaged = || "its JPEG file is damaged".to_owned();
    let mut rest = bytes.strip_prefix(b"\xff\xd8").ok_or_else(|| "it is not a JPEG file".to_owned())?;
    let mut file = b"\xff\xd8".to_vec();
    let mut frame = None;
    loop {
        let [0xff, kind, after @ ..] = rest else { return Err(damaged()) };
        if *kind == 0xff {
            rest = &rest[1..];
            continue;
        }
        let length = usize::from(u16::from_be_bytes([
            *after.first().ok_or_else(damaged)?,
            *after.get(1).ok_or_else(damaged)?,
        ]));
        let body = after.get(2..length).ok_or_else(damaged)?;
        match kind {
            0xc0..=0xc2 => frame = Some(self::frame(body)?),
            0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                return Err("it is a kind of JPEG that viewers do not show".to_owned());
            }
            _ => {}
        }
        let is_note = matches!(kind, 0xe1..=0xed | 0xef | 0xfe);
        if !is_note {
            file.extend_from_slice(&rest[..2 + length]);
        }
        rest = &rest[2 + length..];
        if *kind == 0xda {
            break;
        }
    }
    let end = rest.windows(2).rposition(|pair| pair == b"\xff\xd9").ok_or_else(damaged)?;
    file.extend_from_slice(&rest[..end + 2]);
    let (width, height, grey) = frame.ok_or_else(damaged)?;
    Ok(Image { width, height, dots: Dots::Jpeg { file, grey } })
}

/// Width, height, and whether it knows no colours.
fn frame(body: &[u8]) -> Result<(u32, u32, bool), String> {
    let [bits, h1, h2, w1, w2, parts, ..] = *body else { return Err("its JPEG file is damaged".to_owned()) };
    let (width, height) = (u16::from_be_bytes([w1, w2]), u16::from_be_bytes([h1, h2]));
    match (bits, parts) {
        (8, 1 | 3) => Ok((width.into(), height.into(), parts == 1)),
        (8, 4) => {
            Err("its colours are meant for printing presses (CMYK); save it with screen colours (RGB)"
                .to_owned())
        }
        _ => Err("it is a kind of JPEG that viewers do not show".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_that_can_be_seen_through_keeps_that_apart() {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, 2, 1);
        encoder.set_color(png::ColorType::Rgba);
        let mut writer = encoder.write_header().expect("it writes to memory");
        writer.write_image_data(&[1, 2, 3, 255, 4, 5, 6, 0]).expect("it writes to memory");
        drop(writer);
        let image = png(&bytes).expect("it is whole");
        assert_eq!((image.width, image.height), (2, 1));
        assert_eq!(image.dots, Dots::Rgb { colours: vec![1, 2, 3, 4, 5, 6], alpha: Some(vec![255, 0]) });
        assert!(png(&bytes[..bytes.len() - 20]).is_err(), "half a picture is not drawn");
    }

    #[test]
    fn a_jpeg_keeps_its_dots_and_loses_its_notes() {
        let note = b"\xff\xe1\x00\x0aJ. Smith";
        let frame = b"\xff\xc0\x00\x0b\x08\x00\x02\x00\x03\x01\x01\x11\x00";
        let scan = b"\xff\xda\x00\x02dots\xff\xd9";
        let whole = [b"\xff\xd8".as_slice(), note, frame, scan].concat();
        let image = jpeg(&whole).expect("it is whole");
        assert_eq!((image.width, image.height), (3, 2));
        let file = [b"\xff\xd8".as_slice(), frame, scan].concat();
        assert_eq!(image.dots, Dots::Jpeg { file, grey: true });
    }
}
