//! Characters with their places, page by page.

use super::marks::Signal;
use lopdf::Document as Pdf;
use packhorse_model::Notice;
use pdf_extract::{ColorSpace, MediaBox, OutputDev, OutputError, Path, PathOp, Transform, output_doc_page};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A character, or several that one glyph stands for.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    /// Its index among the characters of its page.
    pub at: u32,
    pub text: String,
    /// Left edge, from the left of the page.
    pub x: f64,
    /// Baseline, from the top of the page.
    pub y: f64,
    pub width: f64,
    pub size: f64,
    pub bold: bool,
    /// The marked content it belongs to.
    pub mark: Option<i64>,
    pub artifact: bool,
}

impl Glyph {
    pub(super) fn right(&self) -> f64 {
        self.x + self.width
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.chars().all(char::is_whitespace) || self.is_unknown()
    }

    /// Whether its font does not say which letter it is.
    pub(super) fn is_unknown(&self) -> bool {
        self.text == UNKNOWN
    }
}

/// Stands for a sign nobody can name; it never reaches a document's text.
const UNKNOWN: &str = "\u{FFFD}";

/// The characters of one page, in the order they are painted.
#[derive(Debug, Clone, Default)]
pub(super) struct Page {
    pub number: u32,
    /// The left edge and the top, as the file counts.
    pub corner: (f64, f64),
    pub width: f64,
    pub height: f64,
    pub glyphs: Vec<Glyph>,
    pub pictures: bool,
    /// Whether letters are written that nobody sees, as text recognition lays them over a scan.
    pub hidden: bool,
}

/// All pages. A page the extractor cannot read becomes a notice.
pub(super) fn pages(pdf: &Pdf, count: u32, notices: &mut Vec<Notice>) -> Vec<Page> {
    (1..=count)
        .map(|number| {
            let mut collector = Collector::new(number);
            let read = catch_unwind(AssertUnwindSafe(|| output_doc_page(pdf, &mut collector, number)));
            if !matches!(read, Ok(Ok(()))) {
                notices.push(Notice::on_page(number, format!("Part of page {number} could not be read.")));
            }
            collector.page
        })
        .collect()
}

struct Collector {
    page: Page,
    bold: bool,
    stack: Vec<(Option<i64>, bool)>,
}

impl Collector {
    fn new(number: u32) -> Self {
        let page = Page { number, ..Page::default() };
        Self { page, bold: false, stack: Vec::new() }
    }

    fn hear(&mut self, signal: Signal) {
        let (mark, artifact) = self.stack.last().copied().unwrap_or((None, false));
        match signal {
            // Content marked within marked content belongs to the innermost number.
            Signal::Begin(id) => self.stack.push((id.or(mark), artifact)),
            Signal::Artifact => self.stack.push((None, true)),
            Signal::End => {
                self.stack.pop();
            }
            Signal::Bold(bold) => self.bold = bold,
            Signal::Picture => self.page.pictures = true,
            Signal::Hidden => self.page.hidden = true,
        }
    }
}

impl OutputDev for Collector {
    fn begin_page(
        &mut self,
        _: u32,
        media: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.page.corner = (media.llx, media.ury);
        self.page.width = media.urx - media.llx;
        self.page.height = media.ury - media.lly;
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        trm: &Transform,
        width: f64,
        _: f64,
        size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        let scale = (trm.m21 * trm.m21 + trm.m22 * trm.m22).sqrt();
        let along = (trm.m11 * trm.m11 + trm.m12 * trm.m12).sqrt();
        let (mark, artifact) = self.stack.last().copied().unwrap_or((None, false));
        let (left, top) = self.page.corner;
        let place = [trm.m31 - left, top - trm.m32, width * size * along, size * scale];
        if place.iter().all(|number| number.is_finite()) {
            let [x, y, width, size] = place;
            // A sign its font gives no letter for: at the head of a line it is a bullet.
            let text = if text.is_empty() { UNKNOWN } else { text };
            let glyph = Glyph {
                at: u32::try_from(self.page.glyphs.len()).unwrap_or(u32::MAX),
                text: text.to_owned(),
                x,
                y,
                width,
                size: size.abs(),
                bold: self.bold,
                mark,
                artifact,
            };
            self.page.glyphs.push(glyph);
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn fill(&mut self, _: &Transform, _: &ColorSpace, _: &[f64], path: &Path) -> Result<(), OutputError> {
        for step in &path.ops {
            if let PathOp::Rect(x, y, width, _) = step
                && let Some(signal) = Signal::of(*x, *y, *width)
            {
                self.hear(signal);
            }
        }
        Ok(())
    }
}
