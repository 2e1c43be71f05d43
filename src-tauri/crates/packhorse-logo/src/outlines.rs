//! Drawings: filled and stroked outlines in plain colours, and nothing else.

use crate::{Outline, Picture, Step};
use usvg::tiny_skia_path::{Path, PathSegment, Transform};
use usvg::{FillRule, Group, Node, Options, Paint, Tree};

/// Elements that draw something outlines in plain colours cannot say.
const UNKNOWN: [&str; 12] = [
    "text",
    "image",
    "linearGradient",
    "radialGradient",
    "pattern",
    "filter",
    "mask",
    "clipPath",
    "foreignObject",
    "feImage",
    "script",
    "marker",
];

/// Reads a drawing.
pub(super) fn svg(bytes: &[u8]) -> Result<Picture, String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "it is not text in UTF-8".to_owned())?;
    let file = usvg::roxmltree::Document::parse_with_options(
        text,
        usvg::roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() },
    )
    .map_err(|error| format!("it is not well-formed: {error}"))?;
    let names = file.descendants().filter(|node| node.is_element()).map(|node| node.tag_name().name());
    if let Some(name) = names.into_iter().find(|name| UNKNOWN.contains(name)) {
        let hint = if name == "text" { "; letters have to be turned into outlines first" } else { "" };
        return Err(format!("it holds “{name}”, and only filled and stroked outlines are drawn{hint}"));
    }
    let tree = Tree::from_xmltree(&file, &Options::default()).map_err(|error| error.to_string())?;
    let mut outlines = Vec::new();
    group(tree.root(), &mut outlines)?;
    if outlines.is_empty() {
        return Err("it draws nothing".to_owned());
    }
    Ok(Picture::Drawing { size: (tree.size().width(), tree.size().height()), outlines })
}

fn group(all: &Group, outlines: &mut Vec<Outline>) -> Result<(), String> {
    if all.opacity().get() < 1.0 || all.blend_mode() != usvg::BlendMode::Normal {
        return Err("a part of it is partly transparent".to_owned());
    }
    for node in all.children() {
        match node {
            Node::Group(inner) => group(inner, outlines)?,
            Node::Path(path) if path.is_visible() => self::path(path, outlines)?,
            Node::Path(_) => {}
            Node::Image(_) | Node::Text(_) => return Err("it holds more than outlines".to_owned()),
        }
    }
    Ok(())
}

fn path(path: &usvg::Path, outlines: &mut Vec<Outline>) -> Result<(), String> {
    let place = path.abs_transform();
    let fill = match path.fill() {
        Some(fill) => Some(Outline {
            steps: steps(path.data(), place)?,
            colour: colour(fill.paint(), fill.opacity().get())?,
            even_odd: fill.rule() == FillRule::EvenOdd,
        }),
        None => None,
    };
    let stroke = match path.stroke() {
        Some(stroke) => {
            let line = path.data().stroke(&stroke.to_tiny_skia(), 1.0);
            let line = line.ok_or_else(|| "a line of it cannot be drawn".to_owned())?;
            let colour = colour(stroke.paint(), stroke.opacity().get())?;
            Some(Outline { steps: steps(&line, place)?, colour, even_odd: false })
        }
        None => None,
    };
    match path.paint_order() {
        usvg::PaintOrder::FillAndStroke => outlines.extend(fill.into_iter().chain(stroke)),
        usvg::PaintOrder::StrokeAndFill => outlines.extend(stroke.into_iter().chain(fill)),
    }
    Ok(())
}

fn colour(paint: &Paint, opacity: f32) -> Result<[u8; 3], String> {
    match paint {
        Paint::Color(colour) if opacity >= 1.0 => Ok([colour.red, colour.green, colour.blue]),
        Paint::Color(_) => Err("a part of it is partly transparent".to_owned()),
        _ => Err("a part of it is filled with more than one colour".to_owned()),
    }
}

fn steps(path: &Path, place: Transform) -> Result<Vec<Step>, String> {
    let path = path.clone().transform(place).ok_or_else(|| "it is too large to be drawn".to_owned())?;
    let mut steps = Vec::new();
    let (mut at, mut start) = ((0.0, 0.0), (0.0, 0.0));
    for segment in path.segments() {
        let third = |from: f32, handle: f32| from + (handle - from) * 2.0 / 3.0;
        match segment {
            PathSegment::MoveTo(to) => {
                (at, start) = ((to.x, to.y), (to.x, to.y));
                steps.push(Step::Move(at));
            }
            PathSegment::LineTo(to) => {
                at = (to.x, to.y);
                steps.push(Step::Line(at));
            }
            PathSegment::QuadTo(handle, to) => {
                let first = (third(at.0, handle.x), third(at.1, handle.y));
                let second = (third(to.x, handle.x), third(to.y, handle.y));
                at = (to.x, to.y);
                steps.push(Step::Curve(first, second, at));
            }
            PathSegment::CubicTo(first, second, to) => {
                at = (to.x, to.y);
                steps.push(Step::Curve((first.x, first.y), (second.x, second.y), at));
            }
            PathSegment::Close => at = start,
        }
    }
    Ok(steps)
}
