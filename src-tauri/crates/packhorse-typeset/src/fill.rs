//! Pages filled with strips: what belongs together stays together.

use crate::strip::{Item, Keep, Strip};
use crate::{Draw, NodeId, Rect};
use packhorse_model::composed::Numbers;
use std::collections::HashMap;

/// A page as it is filled; positions are the page's.
#[derive(Debug, Default)]
pub(crate) struct Filled {
    pub under: Vec<Draw>,
    pub content: Vec<(NodeId, Item)>,
    /// Headers of tables said again.
    pub repeated: Vec<Draw>,
    pub over: Vec<Draw>,
    pub links: Vec<(NodeId, Rect)>,
    pub figures: Vec<(NodeId, Rect)>,
    pub bookmarks: Vec<(String, u8, f32)>,
    pub numbers: Numbers,
}

/// What goes over a table at the top of each further page.
#[derive(Debug, Default)]
pub(crate) struct Header {
    pub draws: Vec<Draw>,
    pub height: f32,
}

/// Pages and where each anchor stands.
#[derive(Debug, Default)]
pub(crate) struct Filling {
    pub pages: Vec<Filled>,
    pub anchors: HashMap<String, (usize, f32)>,
}

/// How much of a page may stay white for something that would rather stay together.
const MUCH: f32 = 0.3;

/// Fills pages from `top` to `bottom`.
pub(crate) fn fill(strips: Vec<Strip>, headers: &[Header], top: f32, bottom: f32) -> Filling {
    let mut filler = Filler { headers, top, bottom, y: top, filling: Filling::default() };
    filler.filling.pages.push(Filled::default());
    let chains = [Keep::Rather, Keep::Together, Keep::Next].map(|least| (least, chains(&strips, least)));
    let lengths: Vec<(f32, f32)> = strips.iter().map(|strip| (strip.before, strip.height)).collect();
    let mut before = Keep::Free;
    for (index, strip) in strips.into_iter().enumerate() {
        let fresh = filler.y <= top;
        // What the strip before it began to keep together was weighed there.
        let begun = chains.iter().filter(|(least, _)| *least > before);
        let lasts = begun.map(|(least, last)| (*least, last[index])).chain([(Keep::Free, index)]);
        if !fresh && (strip.fresh_page || filler.should_turn(&lengths, index, lasts, strip.header)) {
            filler.turn();
        }
        before = strip.keep;
        filler.place(strip);
    }
    filler.filling
}

/// For each strip, the last one that belongs on its page.
fn chains(strips: &[Strip], least: Keep) -> Vec<usize> {
    let mut last: Vec<usize> = (0..strips.len()).collect();
    for index in (0..strips.len().saturating_sub(1)).rev() {
        if strips[index].keep >= least && !strips[index + 1].fresh_page {
            last[index] = last[index + 1];
        }
    }
    last
}

struct Filler<'a> {
    headers: &'a [Header],
    top: f32,
    bottom: f32,
    y: f32,
    filling: Filling,
}

impl Filler<'_> {
    /// Whether what belongs to the strip wants a page that this one cannot give and a new one can.
    fn should_turn(
        &self,
        lengths: &[(f32, f32)],
        index: usize,
        lasts: impl Iterator<Item = (Keep, usize)>,
        header: Option<usize>,
    ) -> bool {
        let over = header.map_or(0.0, |header| self.headers[header].height);
        let much = self.bottom - self.y > MUCH * (self.bottom - self.top);
        for (_, last) in lasts.filter(|(least, _)| !(much && *least == Keep::Rather)) {
            let whole: f32 = lengths[index..=last].iter().map(|(before, height)| before + height).sum();
            if self.y + whole <= self.bottom + 0.01 {
                return false;
            }
            if whole - lengths[index].0 + over <= self.bottom - self.top + 0.01 {
                return true;
            }
        }
        true
    }

    fn turn(&mut self) {
        let numbers = self.filling.pages.last().map(|page| page.numbers).unwrap_or_default();
        self.filling.pages.push(Filled { numbers, ..Filled::default() });
        self.y = self.top;
    }

    fn place(&mut self, mut strip: Strip) {
        let number = self.filling.pages.len() - 1;
        let page = &mut self.filling.pages[number];
        page.numbers = strip.numbers.unwrap_or(page.numbers);
        if self.y > self.top {
            self.y += strip.before;
        } else if let Some(header) = strip.header {
            let header = &self.headers[header];
            page.repeated.extend(header.draws.iter().cloned().map(|mut draw| {
                draw.shift(0.0, self.top);
                draw
            }));
            self.y += header.height;
        }
        strip.shift(0.0, self.y);
        strip.under.into_iter().for_each(|draw| join(&mut page.under, draw));
        page.content.append(&mut strip.content);
        page.over.append(&mut strip.over);
        page.links.append(&mut strip.links);
        page.figures.extend(strip.figure);
        page.bookmarks.extend(strip.bookmark.map(|(title, depth)| (title, depth, self.y)));
        for anchor in strip.anchors {
            self.filling.anchors.entry(anchor).or_insert((number, self.y));
        }
        self.y += strip.height;
    }
}

/// Adds a fill, as one with the one right above it if they are alike: two would show a seam.
fn join(draws: &mut Vec<Draw>, draw: Draw) {
    use crate::Shape::Rect as Block;
    if let Draw::Fill { shape: Block { rect: below, radius: 0.0 }, colour } = &draw {
        for above in draws.iter_mut().rev() {
            if let Draw::Fill { shape: Block { rect, radius: 0.0 }, colour: other } = above
                && other == colour
                && (rect.x, rect.width) == (below.x, below.width)
                && (rect.y + rect.height - below.y).abs() < 0.01
            {
                rect.height = below.y + below.height - rect.y;
                return;
            }
        }
    }
    draws.push(draw);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strip(name: &str, height: f32, keep: Keep) -> Strip {
        Strip { height, keep, anchors: vec![name.to_owned()], ..Strip::default() }
    }

    fn pages(strips: Vec<Strip>) -> HashMap<String, usize> {
        let filling = fill(strips, &[Header { draws: Vec::new(), height: 10.0 }], 0.0, 100.0);
        filling.anchors.into_iter().map(|(name, (page, _))| (name, page)).collect()
    }

    #[test]
    fn a_heading_goes_with_what_follows_it() {
        let pages = pages(vec![
            strip("text", 80.0, Keep::Free),
            strip("heading", 15.0, Keep::Next),
            strip("next", 20.0, Keep::Free),
        ]);
        assert_eq!((pages["heading"], pages["next"]), (1, 1));
    }

    #[test]
    fn what_wants_to_stay_together_does_so_when_a_page_can_hold_it() {
        let pages = pages(vec![
            strip("text", 50.0, Keep::Free),
            strip("quote", 40.0, Keep::Together),
            strip("source", 20.0, Keep::Free),
        ]);
        assert_eq!((pages["quote"], pages["source"]), (1, 1));
    }

    #[test]
    fn a_low_table_is_parted_before_a_third_of_a_page_stays_white() {
        let table = |text: f32| {
            pages(vec![
                strip("text", text, Keep::Free),
                strip("first", 25.0, Keep::Rather),
                strip("second", 25.0, Keep::Free),
            ])
        };
        let (full, empty) = (table(75.0), table(55.0));
        assert_eq!((full["first"], full["second"]), (1, 1));
        assert_eq!((empty["first"], empty["second"]), (0, 1));
    }

    #[test]
    fn a_heading_stays_with_what_follows_it_where_a_low_table_is_parted() {
        let pages = pages(vec![
            strip("text", 60.0, Keep::Free),
            strip("heading", 15.0, Keep::Next),
            strip("first", 20.0, Keep::Rather),
            strip("second", 20.0, Keep::Rather),
            strip("third", 20.0, Keep::Free),
        ]);
        assert_eq!((pages["heading"], pages["first"], pages["second"]), (0, 0, 1));
    }

    #[test]
    fn what_is_longer_than_a_page_is_parted_where_it_may_be() {
        let pages = pages(vec![
            strip("text", 50.0, Keep::Free),
            strip("tag", 10.0, Keep::Next),
            strip("first", 30.0, Keep::Together),
            strip("second", 60.0, Keep::Next),
            strip("source", 30.0, Keep::Free),
        ]);
        assert_eq!((pages["tag"], pages["first"]), (0, 0), "a new page would not hold it either");
        assert_eq!((pages["second"], pages["source"]), (1, 1), "its last lines stay with the source");
    }

    #[test]
    fn white_over_a_strip_is_left_out_at_the_top_of_a_page() {
        let mut second = strip("second", 10.0, Keep::Free);
        second.before = 30.0;
        let filling = fill(vec![strip("first", 95.0, Keep::Free), second], &[], 0.0, 100.0);
        assert_eq!(filling.anchors["second"], (1, 0.0));
    }

    #[test]
    fn a_row_on_a_new_page_stands_under_the_repeated_header() {
        let mut row = strip("row", 30.0, Keep::Free);
        row.header = Some(0);
        let filling = fill(
            vec![strip("first", 95.0, Keep::Free), row],
            &[Header { draws: Vec::new(), height: 10.0 }],
            0.0,
            100.0,
        );
        assert_eq!(filling.anchors["row"], (1, 10.0));
    }
}
