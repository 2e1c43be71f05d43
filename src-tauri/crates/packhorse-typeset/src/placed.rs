//! The words of placed pages, for readers and to see what moved.

use crate::{Artifact, Draw, Face, Owner, Page, Pages, Role, Words};
use std::fmt::Write as _;

impl Page {
    /// Its words in reading order, line under line, as a reader of the PDF finds them.
    pub fn words(&self) -> String {
        let mut out = String::new();
        // Where the words before end, and how large they are.
        let mut last: Option<((f32, f32), f32)> = None;
        let draws = self.marks.iter().flat_map(|marks| &marks.draws);
        for words in draws.filter_map(|draw| if let Draw::Words(words) = draw { Some(words) } else { None }) {
            if let Some(((x, y), size)) = last {
                let (right, down) = (words.at.0 - x, (words.at.1 - y).abs());
                if down > size.max(words.size) * RAISED || right < -size {
                    out.push('\n');
                } else if right > size * GAP && !out.ends_with(' ') && !words.text.starts_with(' ') {
                    out.push(' ');
                }
            }
            out.push_str(&words.text);
            last = Some(((words.at.0 + words.wide(), words.at.1), words.size));
        }
        out
    }
}

/// How far apart the baselines of one line may stand, in sizes: a note’s number is raised.
const RAISED: f32 = 0.5;

/// How wide a gap is a space, in sizes.
const GAP: f32 = 0.15;

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
    fn words_of_a_page_are_whole_and_in_lines() {
        let pages = set();
        let words: Vec<String> = pages.pages.iter().map(Page::words).collect();
        let lines: Vec<&str> = words.iter().flat_map(|page| page.lines()).map(str::trim).collect();
        assert!(lines.contains(&"What inspectors said"), "{lines:?}");
        assert!(lines.contains(&"Children are seen promptly."), "{lines:?}");
    }
}
