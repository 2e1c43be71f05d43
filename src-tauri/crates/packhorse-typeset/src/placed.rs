//! The words of placed pages, for readers and to see what moved.

use crate::{Artifact, Draw, Face, Owner, Page, Pages, Role, Words};
use std::fmt::Write as _;

/// Words that stand side by side on one baseline; lengths in points.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The words.
    pub words: String,
    /// Where they begin.
    pub left: f32,
    /// Where they end.
    pub right: f32,
    /// How far down their baseline is.
    pub baseline: f32,
    /// Their size.
    pub size: f32,
}

/// The words of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Lines {
    /// The page’s width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// The lines in reading order, as a reader of the PDF finds them; each cell of a table has its own.
    pub lines: Vec<Line>,
}

impl Page {
    /// Its words, line under line.
    pub fn lines(&self) -> Lines {
        let mut lines: Vec<Line> = Vec::new();
        let draws = self.marks.iter().flat_map(|marks| &marks.draws);
        for words in draws.filter_map(|draw| if let Draw::Words(words) = draw { Some(words) } else { None }) {
            let ((left, baseline), right) = (words.at, words.at.0 + words.wide());
            match lines.last_mut().filter(|line| line.goes_on(words)) {
                Some(line) => {
                    let spaced = line.words.ends_with(' ') || words.text.starts_with(' ');
                    if left - line.right > line.size * GAP && !spaced {
                        line.words.push(' ');
                    }
                    line.words.push_str(&words.text);
                    line.right = right;
                }
                None => {
                    lines.push(Line { words: words.text.clone(), left, right, baseline, size: words.size })
                }
            }
        }
        Lines { width: self.width, height: self.height, lines }
    }
}

impl Lines {
    /// All words.
    pub fn words(&self) -> String {
        self.lines.iter().map(|line| line.words.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// The line at a point, given as shares of the page’s width and height; none between lines.
    pub fn line_at(&self, across: f32, down: f32) -> Option<&Line> {
        let (x, y) = (across * self.width, down * self.height);
        let near = |line: &&Line| (line.baseline - line.size / 2.0 - y).abs() < line.size.max(NEAR);
        // What stands beside each other in a table is on one line; what is under the point counts.
        let off = |line: &Line| {
            if (line.left..=line.right).contains(&x) {
                0.0
            } else {
                (line.left - x).abs().min((line.right - x).abs())
            }
        };
        let far = |line: &Line| (line.baseline - line.size / 3.0 - y).abs();
        let nearer = |one: &&Line, other: &&Line| {
            off(one).total_cmp(&off(other)).then_with(|| far(one).total_cmp(&far(other)))
        };
        self.lines.iter().filter(near).min_by(nearer)
    }
}

impl Line {
    /// Whether words stand on the same line, with no more than a space between.
    fn goes_on(&self, words: &Words) -> bool {
        let size = self.size.max(words.size);
        let gap = words.at.0 - self.right;
        (words.at.1 - self.baseline).abs() <= size * RAISED && (-size..size * APART).contains(&gap)
    }
}

/// How far apart the baselines of one line may stand, in sizes: a note’s number is raised.
const RAISED: f32 = 0.5;

/// How wide a gap is a space, in sizes.
const GAP: f32 = 0.15;

/// How wide a gap parts two lines, in sizes: cells of a table stand that far apart.
const APART: f32 = 0.6;

/// How near a line a point must be at least to mean it, in points.
const NEAR: f32 = 8.0;

impl Words {
    fn wide(&self) -> f32 {
        self.glyphs.iter().map(|glyph| f32::from(glyph.advance)).sum::<f32>() * self.size / 1000.0
    }
}

/// Every page with its words where they stand: how far down and how far right in points, their size and
/// face, what they are, the words. What is drawn beside words is counted.
pub fn placed_text(pages: &Pages) -> String {
    let mut out = String::new();
    for page in &pages.pages {
        let _ = writeln!(out, "page {} ({:.0} by {:.0})", page.label, page.width, page.height);
        for marks in &page.marks {
            let what = match marks.owner {
                Owner::Content { node, .. } => role(&pages.structure.node(node).role),
                Owner::Artifact(Artifact::Header) => "head".to_owned(),
                Owner::Artifact(Artifact::Footer) => "foot".to_owned(),
                Owner::Artifact(Artifact::Repeated) => "repeated".to_owned(),
                Owner::Artifact(Artifact::Layout) => continue,
            };
            lines(&marks.draws, &what, &mut out);
        }
        let shapes =
            page.marks.iter().flat_map(|marks| &marks.draws).filter(|draw| !matches!(draw, Draw::Words(_)));
        let _ = writeln!(out, "  {} shapes, {} links\n", shapes.count(), page.links.len());
    }
    for mark in &pages.outline {
        let label = pages.pages.get(mark.page).map_or("", |page| page.label.as_str());
        let _ = writeln!(out, "{}bookmark {label}: {}", "  ".repeat(usize::from(mark.depth)), mark.title);
    }
    out
}

/// The words of some marks, those of one line together.
fn lines(draws: &[Draw], what: &str, out: &mut String) {
    let words: Vec<&Words> = draws
        .iter()
        .filter_map(|draw| if let Draw::Words(words) = draw { Some(words) } else { None })
        .collect();
    let same =
        |a: &&Words, b: &&Words| (a.at.1 - b.at.1).abs() < 0.05 && a.face == b.face && a.size == b.size;
    for line in words.chunk_by(same) {
        let text: String = line.iter().map(|words| words.text.as_str()).collect();
        if !text.trim().is_empty() {
            let (first, face) = (line[0], face(line[0].face));
            let _ = writeln!(
                out,
                "  {:>5.1} {:>5.1} {:>4.1}{face} {what:<10} {}",
                first.at.1,
                first.at.0,
                first.size,
                text.trim()
            );
        }
    }
}

fn face(face: Face) -> &'static str {
    match face {
        Face::Regular => " ",
        Face::Bold => "b",
        Face::Italic => "i",
        Face::BoldItalic => "B",
    }
}

/// The first word of a role's name, small.
fn role(role: &Role) -> String {
    let name = format!("{role:?}");
    let end = name.find(|c: char| !c.is_alphanumeric()).unwrap_or(name.len());
    name[..end].to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Fonts, typeset};

    fn set() -> Pages {
        let json = r#"{"title":"T","running_head":"H","running_foot":"F","made":"2026-10-05","cover":{"over":"Wexcombe","title":"What inspectors said","facts":[]},"sections":[{"id":"a","heading":"At a glance","blocks":[{"block":"paragraph","runs":[{"text":"Children are seen promptly."}]}]}]}"#;
        let pack: packhorse_model::Composed = serde_json::from_str(json).expect("a composed pack");
        typeset(&pack, &Fonts::built_in()).expect("it sets")
    }

    #[test]
    fn a_page_is_read_with_its_places() {
        let text = placed_text(&set());
        assert!(text.starts_with("page 1 (595 by 842)\n"), "{text}");
        let line =
            text.lines().find(|line| line.ends_with("Children are seen promptly.")).expect("its words");
        assert!(line.contains("paragraph"), "{line}");
        assert!(text.contains("bookmark 1: At a glance"), "{text}");
    }

    #[test]
    fn a_point_means_the_line_it_is_nearest_to() {
        let line = |words: &str, left: f32, baseline: f32| Line {
            words: words.to_owned(),
            left,
            right: left + 100.0,
            baseline,
            size: 10.0,
        };
        let lines = [line("one", 50.0, 100.0), line("beside it", 300.0, 100.0), line("below", 50.0, 140.0)];
        let page = Lines { width: 500.0, height: 800.0, lines: lines.into() };
        let at = |x: f32, y: f32| page.line_at(x / 500.0, y / 800.0).map(|line| line.words.as_str());
        assert_eq!(at(60.0, 96.0), Some("one"));
        assert_eq!(at(390.0, 96.0), Some("beside it"));
        assert_eq!(at(200.0, 96.0), Some("one"), "it ends nearer");
        assert_eq!(at(60.0, 138.0), Some("below"));
        assert_eq!(at(60.0, 118.0), None, "between two lines is neither");
    }

    #[test]
    fn words_of_a_page_are_whole_and_in_lines() {
        let pages = set();
        let lines: Vec<Line> = pages.pages.iter().flat_map(|page| page.lines().lines).collect();
        let words: Vec<&str> = lines.iter().map(|line| line.words.trim()).collect();
        assert!(words.contains(&"What inspectors said"), "{words:?}");
        assert!(words.contains(&"Children are seen promptly."), "{words:?}");
    }
}
