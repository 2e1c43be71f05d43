//! Filled pages made whole: numbers, running heads and feet, links, and what belongs to what.

use crate::fill::{Filled, Filling};
use crate::line::lines;
use crate::numbers::{labels, printed};
use crate::set::Setter;
use crate::sheet::Type;
use crate::strip::Item;
use crate::{Artifact, Bookmark, Draw, Kid, LinkArea, Marks, NodeId, Owner, Page, Rect, Target};
use packhorse_model::Composed;
use packhorse_model::composed::{Link, Numbers};
use std::collections::{BTreeMap, HashMap};

/// What is known once all pages are filled.
struct Known {
    /// The number of each page.
    labels: Vec<String>,
    anchors: HashMap<String, (usize, f32)>,
}

impl Setter<'_> {
    /// Makes pages of what was filled.
    pub(crate) fn finish(&mut self, filling: Filling, pack: &Composed) -> (Vec<Page>, Vec<Bookmark>) {
        let kinds: Vec<Numbers> = filling.pages.iter().map(|page| page.numbers).collect();
        let main = kinds.iter().filter(|kind| **kind == Numbers::Main).count();
        let known = Known { labels: labels(&kinds), anchors: filling.anchors };
        let mut pages = Vec::with_capacity(kinds.len());
        let mut outline = Vec::new();
        for (number, filled) in filling.pages.into_iter().enumerate() {
            let of = |(title, depth, top)| Bookmark { title, depth, page: number, top };
            outline.extend(filled.bookmarks.iter().cloned().map(of));
            for (node, rect) in &filled.figures {
                self.tree.node_mut(*node).extent = Some((number, *rect));
            }
            let printed = printed(&known.labels[number], filled.numbers, main);
            let page = self.page(filled, number, &printed, pack, &known);
            pages.push(page);
        }
        (pages, outline)
    }

    fn page(&mut self, filled: Filled, number: usize, printed: &str, pack: &Composed, known: &Known) -> Page {
        let mut marks = Vec::new();
        let is_cover = filled.numbers == Numbers::Main && known.labels[number] == "1";
        artifact(&mut marks, Artifact::Header, self.running_head(pack, is_cover));
        let exempt = self.exempt_line(pack);
        let mut content = filled.content;
        match self.exempt.filter(|_| is_cover) {
            Some(node) => {
                let read = exempt.into_iter().map(|draw| (node, Item::Draw(draw)));
                content = read.chain(content).collect();
            }
            None => artifact(&mut marks, Artifact::Header, exempt),
        }
        artifact(&mut marks, Artifact::Layout, filled.under);
        artifact(&mut marks, Artifact::Repeated, filled.repeated);
        let links = self.areas(filled.links, &known.anchors);
        self.content(&mut marks, content, number, known);
        for (index, area) in links.iter().enumerate() {
            self.tree.give(area.node, Kid::Link { page: number, index });
        }
        artifact(&mut marks, Artifact::Layout, filled.over);
        artifact(&mut marks, Artifact::Footer, self.running_foot(pack, printed));
        let (width, height) = (self.sheet.width, self.sheet.height);
        Page { width, height, label: known.labels[number].clone(), marks, links }
    }

    /// Content with one owner becomes one piece of the structure.
    fn content(&mut self, marks: &mut Vec<Marks>, content: Vec<(NodeId, Item)>, page: usize, known: &Known) {
        let (mut id, mut last) = (0, None);
        for (node, item) in content {
            let draws = match item {
                Item::Draw(draw) => vec![draw],
                Item::PageOf { anchor, right, baseline, style } => {
                    let Some((page, _)) = known.anchors.get(&anchor) else { continue };
                    self.at_right(&known.labels[*page], style, right, baseline, node)
                }
            };
            if last == Some(node)
                && let Some(current) = marks.last_mut()
            {
                current.draws.extend(draws);
                continue;
            }
            self.tree.give(node, Kid::Marks { page, id });
            marks.push(Marks { owner: Owner::Content { node, id }, draws });
            (id, last) = (id + 1, Some(node));
        }
    }

    /// Places of links, those of one link on one page together.
    fn areas(&self, parts: Vec<(NodeId, Rect)>, anchors: &HashMap<String, (usize, f32)>) -> Vec<LinkArea> {
        let mut rects: BTreeMap<NodeId, Vec<Rect>> = BTreeMap::new();
        for (node, rect) in parts {
            rects.entry(node).or_default().push(rect);
        }
        let mut areas = Vec::with_capacity(rects.len());
        for (node, rects) in rects {
            let Some((link, words)) = self.links.get(&node) else { continue };
            let target = match link {
                Link::Web(address) => Target::Web(address.clone()),
                Link::Anchor(anchor) => match anchors.get(anchor) {
                    Some(&(page, top)) => Target::Place { page, top },
                    None => continue,
                },
            };
            areas.push(LinkArea { node, rects, target, words: words.clone() });
        }
        areas
    }

    /// Words that end at `right`.
    pub(crate) fn at_right(
        &mut self,
        text: &str,
        style: Type,
        right: f32,
        baseline: f32,
        node: NodeId,
    ) -> Vec<Draw> {
        let words = [self.words(text, style, node)];
        let line = lines(&mut self.shaper, &words, style.size, f32::INFINITY);
        let width = line.iter().map(|line| line.width).fold(0.0, f32::max);
        placed(line, right - width, baseline)
    }
}

/// Lines on one baseline, ready to be drawn.
pub(crate) fn placed(lines: Vec<crate::line::Line>, x: f32, baseline: f32) -> Vec<Draw> {
    let words = lines.into_iter().flat_map(|line| line.words);
    words
        .map(|(_, mut words)| {
            words.at = (words.at.0 + x, baseline);
            Draw::Words(words)
        })
        .collect()
}

fn artifact(marks: &mut Vec<Marks>, kind: Artifact, draws: Vec<Draw>) {
    if !draws.is_empty() {
        marks.push(Marks { owner: Owner::Artifact(kind), draws });
    }
}
