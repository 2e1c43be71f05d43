//! The council's logo: a picture, and words for those who cannot see it.

use crate::Trouble;
use packhorse_model::composed::{Logo, LogoFormat};
use std::path::Path;

/// The most bytes a logo may have: it goes into every file that is issued.
const LARGEST: u64 = 2_000_000;

/// Reads a picture as a logo. What it is, is told by its bytes.
///
/// # Errors
///
/// When the file is no picture that a pack can hold, or nobody says what it shows.
pub(crate) fn read(path: &Path, alt: &str) -> Result<Logo, Trouble> {
    let too_large = std::fs::metadata(path).is_ok_and(|file| file.len() > LARGEST);
    if too_large {
        return Err(Trouble::fixable(
            "That picture is larger than 2 MB.",
            "Ask your communications team for a smaller file; a logo of 600 pixels is plenty.",
        ));
    }
    let bytes = std::fs::read(path)
        .map_err(|_| Trouble::fixable("That picture could not be read.", "Choose another file."))?;
    let format = format_of(&bytes).ok_or_else(|| {
        Trouble::fixable("That file is not a PNG, JPEG or SVG picture.", "Choose one of these.")
    })?;
    Ok(Logo { alt: said(alt)?, format, bytes })
}

/// What a logo shows, in words.
///
/// # Errors
///
/// When there are none.
pub(crate) fn said(alt: &str) -> Result<String, Trouble> {
    match alt.trim() {
        "" => Err(Trouble::fixable(
            "The logo needs words for those who cannot see it.",
            "Say what it shows: “Wexcombe County Council”.",
        )),
        words => Ok(words.to_owned()),
    }
}

/// What a picture is, by its first bytes.
fn format_of(bytes: &[u8]) -> Option<LogoFormat> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some(LogoFormat::Png);
    }
    if bytes.starts_with(b"\xff\xd8\xff") {
        return Some(LogoFormat::Jpeg);
    }
    let words = std::str::from_utf8(bytes).ok()?;
    words.trim_start_matches('\u{feff}').trim_start().starts_with('<').then_some(())?;
    words.contains("<svg").then_some(LogoFormat::Svg)
}
