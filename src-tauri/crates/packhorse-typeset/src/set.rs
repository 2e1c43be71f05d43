//! The setter: what every block is set with.

use crate::fill::Header;
use crate::line::{Inline, Line, Mark, balanced, lines, settable};
use crate::shape::Shaper;
use crate::sheet::{self, Sheet, Type};
use crate::strip::{Flow, Item, Keep, Strip};
use crate::{Draw, Face, NodeId, Rect, Role, Structure};
use packhorse_model::Notice;
use packhorse_model::composed::{Link, Look, Run};
use std::collections::{HashMap, HashSet};

/// Sets blocks into strips and notes what they are.
pub(crate) struct Setter<'f> {
    pub sheet: Sheet,
    pub shaper: Shaper<'f>,
    pub tree: Structure,
    pub flow: Flow,
    pub headers: Vec<Header>,
    /// Where each link leads, and in words.
    pub links: HashMap<NodeId, (Link, String)>,
    /// Headings and ids of the sections, for the table of contents.
    pub sections: Vec<(String, String)>,
    /// The ids links can lead to.
    pub anchors: HashSet<String>,
    pub notices: Vec<Notice>,
    /// How much higher headings stand in the structure: by one before the cover, whose title is the
    /// first heading of all others.
    pub shift: u8,
    /// The line that says why the pack is not for publication, read once, on the cover.
    pub exempt: Option<NodeId>,
}

/// A column of the page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    pub x: f32,
    pub width: f32,
}

impl Frame {
    /// The same column without its left part.
    pub(crate) fn indent(self, by: f32) -> Self {
        Self { x: self.x + by, width: self.width - by }
    }
}

impl Setter<'_> {
    /// The column between the margins.
    pub(crate) fn page_frame(&self) -> Frame {
        Frame { x: self.sheet.left, width: self.sheet.measure() }
    }

    /// Runs as inlines of a node; links and changes get nodes of their own.
    pub(crate) fn inlines(&mut self, runs: &[Run], style: Type, node: NodeId) -> Vec<Inline> {
        let mut inlines = Vec::with_capacity(runs.len());
        for run in runs {
            let text = settable(&run.text);
            if text.is_empty() {
                continue;
            }
            let plain =
                Inline { text, face: style.face, colour: style.colour, node, mark: None, link: false };
            let mut inline = match run.look {
                Look::Plain | Look::Removed | Look::Added => plain,
                Look::Strong => Inline { face: Face::Bold, ..plain },
                Look::Emphasis => Inline { face: Face::Italic, ..plain },
                Look::Soft => Inline { colour: sheet::SOFT, ..plain },
            };
            if let Some(link) = run.link.as_ref().filter(|link| self.leads_somewhere(link, &run.text)) {
                inline.node = self.link(link, &inline.text, node);
                (inline.link, inline.mark, inline.colour) = (true, Some(Mark::Under), sheet::ACCENT);
            }
            match run.look {
                Look::Removed => self.change(&mut inlines, inline, Mark::Through),
                Look::Added => self.change(&mut inlines, inline, Mark::Under),
                _ => inlines.push(inline),
            }
        }
        inlines
    }

    fn leads_somewhere(&mut self, link: &Link, words: &str) -> bool {
        let Link::Anchor(anchor) = link else { return true };
        let known = self.anchors.contains(anchor);
        if !known {
            self.notices.push(Notice::new(format!(
                "The words “{}” lead nowhere: nothing in the pack is called “{anchor}”.",
                words.trim()
            )));
        }
        known
    }

    /// A link in a paragraph.
    pub(crate) fn link(&mut self, link: &Link, words: &str, parent: NodeId) -> NodeId {
        let node = self.tree.add_inline(Role::Link, parent);
        let words = match link {
            Link::Anchor(_) => words.trim().to_owned(),
            Link::Web(address) => format!("{} ({address})", words.trim()),
        };
        self.links.insert(node, (link.clone(), words));
        node
    }

    /// Words left out or put in: a line through or under them, brackets round what was left out,
    /// and for those who listen the words “left out” or “put in”.
    fn change(&mut self, inlines: &mut Vec<Inline>, words: Inline, mark: Mark) {
        let core = words.text.trim();
        let lead = words.text.len() - words.text.trim_start().len();
        let (before, after) = (&words.text[..lead], &words.text[lead + core.len()..]);
        let node = self.tree.add_inline(Role::Span, words.node);
        let (said, open, close, colour) = match mark {
            Mark::Through => ("left out", "[", "]", sheet::RED),
            Mark::Under => ("put in", "", "", sheet::GREEN),
        };
        self.tree.node_mut(node).alt = Some(format!("{said}: {core}"));
        let plain = |text: &str, node| Inline { text: text.to_owned(), node, mark: None, ..words.clone() };
        let parts = [
            plain(before, words.node),
            Inline { colour, ..plain(open, node) },
            Inline { mark: Some(mark), colour, ..plain(core, node) },
            Inline { colour, ..plain(close, node) },
            plain(after, words.node),
        ];
        inlines.extend(parts.into_iter().filter(|part| !part.text.is_empty()));
    }

    /// Plain words as an inline.
    pub(crate) fn words(&self, text: &str, style: Type, node: NodeId) -> Inline {
        let (face, colour) = (style.face, style.colour);
        Inline { text: settable(text), face, colour, node, mark: None, link: false }
    }

    /// Sets inlines as lines, the first two and the last two never apart.
    pub(crate) fn set(&mut self, inlines: &[Inline], style: Type, frame: Frame) {
        let broken = lines(&mut self.shaper, inlines, style.size, frame.width);
        self.set_lines(broken, style, frame);
    }

    /// Sets a heading: lines of much the same length, never parted, never last on a page.
    pub(crate) fn set_heading(&mut self, inlines: &[Inline], style: Type, frame: Frame) {
        let broken = balanced(&mut self.shaper, inlines, style.size, frame.width);
        let start = self.flow.mark();
        self.set_lines(broken, style, frame);
        self.flow.strips[start..].iter_mut().for_each(|strip| strip.keep = Keep::Next);
    }

    /// Puts lines into the flow.
    pub(crate) fn set_lines(&mut self, broken: Vec<Line>, style: Type, frame: Frame) {
        let count = broken.len();
        for (index, line) in broken.into_iter().enumerate() {
            let mut strip = self.strip(line, style, frame.x);
            // The first line needs the second, the last but one needs the last.
            if index + 1 < count && (index == 0 || index + 2 == count) {
                strip.keep = Keep::Next;
            }
            self.flow.push(strip);
        }
    }

    /// A line as a strip.
    pub(crate) fn strip(&self, line: Line, style: Type, x: f32) -> Strip {
        let baseline = self.shaper.baseline(style.size, style.leading);
        let mut strip = Strip::blank(style.leading);
        for (node, mut words) in line.words {
            words.at = (words.at.0 + x, baseline);
            strip.content.push((node, Item::Draw(Draw::Words(words))));
        }
        for (mark, colour, from, to) in line.marks {
            let y = baseline + if mark == Mark::Under { style.size * 0.14 } else { style.size * -0.24 };
            strip.over.push(Draw::level(x + from, x + to, y, style.size * 0.05, colour));
        }
        for (node, from, to) in line.links {
            strip.links.push((node, Rect { x: x + from, y: 0.0, width: to - from, height: style.leading }));
        }
        strip
    }

    /// What `set` puts into a flow of its own.
    pub(crate) fn aside(&mut self, set: impl FnOnce(&mut Self)) -> Flow {
        let outer = std::mem::take(&mut self.flow);
        set(self);
        std::mem::replace(&mut self.flow, outer)
    }
}
