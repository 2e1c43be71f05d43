//! Strips: what a page is filled with, from the top down. A strip is never torn.

use crate::sheet::Type;
use crate::{Draw, NodeId, Rect};
use packhorse_model::composed::Numbers;
use std::ops::Range;

/// Something as wide as the page that is never torn: a line, a row, a chart.
///
/// Positions count from the left edge of the page and from the top of the strip.
#[derive(Debug, Default)]
pub(crate) struct Strip {
    /// White over it, which the top of a page swallows.
    pub before: f32,
    pub height: f32,
    /// Whether the next strip belongs on the same page.
    pub keep: Keep,
    /// Behind the content, and not read.
    pub under: Vec<Draw>,
    /// In reading order.
    pub content: Vec<(NodeId, Item)>,
    /// Before the content, and not read.
    pub over: Vec<Draw>,
    pub links: Vec<(NodeId, Rect)>,
    /// What stands here, for those that lead to it.
    pub anchors: Vec<String>,
    /// Words and depth of the bookmark that leads here.
    pub bookmark: Option<(String, u8)>,
    pub figure: Option<(NodeId, Rect)>,
    /// Number of the header that goes over it at the top of a page.
    pub header: Option<usize>,
    pub fresh_page: bool,
    /// How pages are numbered from here.
    pub numbers: Option<Numbers>,
}

/// Whether the next strip belongs on the same page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Keep {
    /// It may be anywhere.
    #[default]
    Free,
    /// It does, unless much of a page would stay white for it.
    Rather,
    /// It does, unless all that belongs together is longer than a page.
    Together,
    /// It does.
    Next,
}

/// Something in a strip that is read.
#[derive(Debug)]
pub(crate) enum Item {
    Draw(Draw),
    /// The number of the page an anchor stands on, ending at `right`.
    PageOf {
        anchor: String,
        right: f32,
        baseline: f32,
        style: Type,
    },
}

/// Strips one under the other.
#[derive(Debug, Default)]
pub(crate) struct Flow {
    pub strips: Vec<Strip>,
    gap: f32,
}

impl Flow {
    /// Leaves white before the next strip; of two demands the larger counts.
    pub(crate) fn space(&mut self, gap: f32) {
        self.gap = self.gap.max(gap);
    }

    /// Puts a strip under the others.
    pub(crate) fn push(&mut self, mut strip: Strip) {
        strip.before = strip.before.max(std::mem::take(&mut self.gap));
        self.strips.push(strip);
    }

    /// Where the next strip will be.
    pub(crate) fn mark(&self) -> usize {
        self.strips.len()
    }

    /// Keeps everything from `start` on one page if it fits on one.
    pub(crate) fn together(&mut self, start: usize) {
        self.keep_but_last(start, Keep::Together);
    }

    /// Keeps everything from `start` on one page where not much of a page stays white for it.
    pub(crate) fn rather(&mut self, start: usize) {
        self.keep_but_last(start, Keep::Rather);
    }

    fn keep_but_last(&mut self, start: usize, least: Keep) {
        if let Some((_, but_last)) = self.strips[start..].split_last_mut() {
            but_last.iter_mut().for_each(|strip| strip.keep = strip.keep.max(least));
        }
    }

    /// Keeps it on one page where it is no higher than `most` and not much of a page stays white for it.
    pub(crate) fn together_if_low(&mut self, start: usize, most: f32) {
        if self.strips[start..].iter().map(|strip| strip.before + strip.height).sum::<f32>() <= most {
            self.rather(start);
        }
    }

    /// Draws something behind each strip from `start`, without gaps between.
    pub(crate) fn behind(&mut self, start: usize, draw: impl Fn(f32) -> Draw) {
        self.close_gaps(start..self.strips.len());
        for strip in &mut self.strips[start..] {
            strip.under.insert(0, draw(strip.height));
        }
    }

    /// Makes the white over the second and later strips part of them.
    pub(crate) fn close_gaps(&mut self, range: Range<usize>) {
        for strip in self.strips[range].iter_mut().skip(1) {
            let gap = std::mem::take(&mut strip.before);
            strip.shift(0.0, gap);
            strip.height += gap;
        }
    }
}

impl Strip {
    /// An empty strip.
    pub(crate) fn blank(height: f32) -> Self {
        Self { height, ..Self::default() }
    }

    /// Adds something that is read.
    pub(crate) fn put(&mut self, node: NodeId, draw: Draw) {
        self.content.push((node, Item::Draw(draw)));
    }

    /// Moves everything in it.
    pub(crate) fn shift(&mut self, right: f32, down: f32) {
        let content = self.content.iter_mut().map(|(_, item)| item);
        for item in content {
            match item {
                Item::Draw(draw) => draw.shift(right, down),
                Item::PageOf { right: edge, baseline, .. } => {
                    *edge += right;
                    *baseline += down;
                }
            }
        }
        self.under.iter_mut().chain(&mut self.over).for_each(|draw| draw.shift(right, down));
        let rects =
            self.links.iter_mut().map(|(_, rect)| rect).chain(self.figure.iter_mut().map(|(_, rect)| rect));
        for rect in rects {
            rect.x += right;
            rect.y += down;
        }
    }

    /// Takes what another strip holds, `down` below the top of this one.
    pub(crate) fn absorb(&mut self, mut other: Self, down: f32) {
        other.shift(0.0, down);
        self.under.append(&mut other.under);
        self.content.append(&mut other.content);
        self.over.append(&mut other.over);
        self.links.append(&mut other.links);
        self.anchors.append(&mut other.anchors);
        self.height = self.height.max(down + other.height);
    }

    /// One strip of several, one under the other.
    pub(crate) fn stack(strips: Vec<Self>) -> Self {
        let mut whole = Self::default();
        let mut down = 0.0;
        for (index, strip) in strips.into_iter().enumerate() {
            down += if index == 0 { 0.0 } else { strip.before };
            let height = strip.height;
            whole.absorb(strip, down);
            down += height;
        }
        whole
    }
}
