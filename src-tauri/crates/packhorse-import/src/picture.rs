//! Pictures of pages, so that a person can hold what was read against the page itself.

use crate::pdf::{self, Line};
use crate::{Error, Limits, sniff};
use hayro::hayro_interpret::util::TransformExt as _;
use hayro::hayro_interpret::{InterpreterSettings, hayro_syntax::page::Page};
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use hayro::kurbo::{Affine, Rect};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::{Pixmap, RasterizerSettings, RenderContext, Resources, TargetInit};
use hayro::{RenderCache, RenderSettings, render_into};
use packhorse_model::{Format, Span};
use serde::{Deserialize, Serialize};

/// A picture of a page, or of the part of it where some words stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// The picture as PNG.
    pub png: Vec<u8>,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// Whether it shows the words that were asked for, marked, and their surroundings; if not, it is the
    /// whole page, unmarked.
    pub cropped: bool,
}

/// What a picture is to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The page, counted from 1.
    pub page: u32,
    /// The bytes of the document's text whose words are marked; none for the whole page.
    pub span: Option<Span>,
    /// How wide it is to be, in pixels; what is unreasonable is brought within reason.
    pub width: u32,
}

/// A page in pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// Four bytes a pixel, row under row: red, green, blue, and 255.
    pub rgba: Vec<u8>,
}

/// Draws a page of a PDF that this program wrote; it asks for none of the care that others’ files need.
///
/// # Errors
///
/// When there is no such page, or it cannot be drawn.
pub fn sheet(bytes: &[u8], page: u32, width: u32) -> Result<Pixels, Error> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|_| Error::NotDrawn { page })?;
    let index = page.checked_sub(1).map_or(usize::MAX, |index| index as usize);
    let found = pdf.pages().get(index).ok_or(Error::NoSuchPage { page })?;
    let frame = Frame::of(found, width, &[]).ok_or(Error::NotDrawn { page })?;
    let pixels = rendered(found, &frame);
    let (width, height) = (u32::from(pixels.width()), u32::from(pixels.height()));
    Ok(Pixels { width, height, rgba: pixels.data_as_u8_slice().to_vec() })
}

/// What is seen above and below the words, in points: a row's label may be longer than its grade.
const AROUND: f64 = 60.0;

/// The widths that are drawn, in pixels.
const WIDTHS: (u32, u32) = (200, 2_400);

/// The greatest height, in pixels: a page may claim to be a mile high.
const HIGHEST: f64 = 6_000.0;

/// Pale yellow, laid over the words as a marker pen would.
const MARKER: [u32; 3] = [255, 238, 140];

/// The stack a drawing gets: what is drawn may hold drawings, and a system's own stack is small.
const STACK: usize = 32 << 20;

/// Draws a page; also tells the words found at the span.
pub(crate) fn draw(bytes: Vec<u8>, limits: &Limits, look: Look) -> Result<(Picture, String), Error> {
    if sniff::format(&bytes, "").ok() != Some(Format::Pdf) {
        return Err(Error::NoPages);
    }
    // What the reader refuses may still be drawn, whole.
    let found = look.span.and_then(|span| pdf::lines_at(&bytes, limits, look.page, span).ok());
    let (words, lines) = found.unwrap_or_default();
    let most = limits.pages;
    let drawing = move || drawn(pdf::body(&bytes).to_vec(), most, look, &lines);
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(drawing);
    let thread = thread.map_err(|error| Error::NotStarted { reason: error.to_string() })?;
    // A panic of the renderer ends the thread and costs one picture.
    let picture = thread.join().unwrap_or(Err(Error::NotDrawn { page: look.page }))?;
    Ok((picture, words))
}

fn drawn(bytes: Vec<u8>, most: u32, look: Look, lines: &[Line]) -> Result<Picture, Error> {
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Error::Locked,
        LoadPdfError::Invalid => {
            Error::Damaged { reason: "it does not follow the rules of PDF, or its end is missing".into() }
        }
    })?;
    if pdf.pages().len() > most as usize {
        return Err(Error::TooManyPages { limit: most });
    }
    let index = look.page.checked_sub(1).map_or(usize::MAX, |index| index as usize);
    let page = pdf.pages().get(index).ok_or(Error::NoSuchPage { page: look.page })?;
    let frame = Frame::of(page, look.width, lines).ok_or(Error::NotDrawn { page: look.page })?;
    let mut pixels = rendered(page, &frame);
    frame.marks.iter().for_each(|mark| tint(&mut pixels, *mark));
    let (width, height) = (u32::from(pixels.width()), u32::from(pixels.height()));
    let png = pixels.into_png().map_err(|_| Error::NotDrawn { page: look.page })?;
    Ok(Picture { png, width, height, cropped: !frame.marks.is_empty() })
}

/// What of a page is drawn, and how large.
struct Frame {
    /// From the file's space to pixels.
    transform: Affine,
    width: u16,
    height: u16,
    /// What is marked, in pixels.
    marks: Vec<Rect>,
}

impl Frame {
    /// The rows of a page around some lines, or the whole of it when there are none on it.
    fn of(page: &Page<'_>, wide: u32, lines: &[Line]) -> Option<Self> {
        let (width, height) = page.render_dimensions();
        let (width, height) = (f64::from(width), f64::from(height));
        let sound = [width, height].iter().all(|side| side.is_finite() && *side > 0.0);
        if !sound {
            return None;
        }
        let upright = page.initial_transform(true).to_kurbo();
        let sheet = Rect::new(0.0, 0.0, width, height);
        let places = lines
            .iter()
            .map(|line| upright.transform_rect_bbox(Rect::new(line.left, line.bottom, line.right, line.top)));
        let places: Vec<Rect> = places.filter(|place| sheet.contains(place.center())).collect();
        // On a page that lies on its side, rows run from its foot to its head: all of it is shown.
        let sideways = places.iter().any(|place| place.height() > place.width() * 3.0);
        let cut = match places.iter().copied().reduce(|all, one| all.union(one)) {
            Some(all) if !sideways => {
                sheet.intersect(Rect::new(0.0, all.y0 - AROUND, width, all.y1 + AROUND))
            }
            _ => sheet,
        };
        let wide = f64::from(wide.clamp(WIDTHS.0, WIDTHS.1));
        let scale = (wide / width).min(HIGHEST / cut.height());
        let side = |points: f64| (points * scale).round().clamp(1.0, HIGHEST) as u16;
        let transform = Affine::translate((0.0, -cut.y0 * scale)) * Affine::scale(scale) * upright;
        let shown = Affine::translate((0.0, -cut.y0 * scale)) * Affine::scale(scale);
        let marks = places.into_iter().map(|place| shown.transform_rect_bbox(place.inflate(1.5, 0.5)));
        Some(Self { transform, width: side(width), height: side(cut.height()), marks: marks.collect() })
    }
}

fn rendered(page: &Page<'_>, frame: &Frame) -> Pixmap {
    let mut context = RenderContext::new(frame.width, frame.height);
    let (cache, settings) = (RenderCache::new(), InterpreterSettings::default());
    render_into(page, &cache, &settings, &RenderSettings::default(), &mut context, frame.transform);
    context.flush();
    let mut pixels = Pixmap::new(frame.width, frame.height);
    let paper = RasterizerSettings { target_init: TargetInit::Clear(WHITE), ..RasterizerSettings::default() };
    context.render_with(&mut pixels, &mut Resources::default(), paper);
    pixels
}

/// Lays the marker over a place; black stays black.
fn tint(pixels: &mut Pixmap, place: Rect) {
    let (wide, high) = (usize::from(pixels.width()), usize::from(pixels.height()));
    let within = |edge: f64, most: usize| (edge.max(0.0).round() as usize).min(most);
    let (left, right) = (within(place.x0, wide), within(place.x1, wide));
    for row in pixels
        .data_as_u8_slice_mut()
        .chunks_exact_mut(wide * 4)
        .take(within(place.y1, high))
        .skip(within(place.y0, high))
    {
        for pixel in row[left * 4..right.max(left) * 4].chunks_exact_mut(4) {
            for (part, ink) in pixel.iter_mut().zip(MARKER) {
                *part = (u32::from(*part) * ink / 255) as u8;
            }
        }
    }
}
