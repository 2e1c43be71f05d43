//! Shapes and lines, and the colours they are drawn with.

use super::{Writer, round};
use packhorse_logo::Step;
use packhorse_typeset::{Colour, Shape};
use printpdf::{
    Line, LineDashPattern, LinePoint, Op, PaintMode, Point, Polygon, PolygonRing, Pt, Rect, Rgb, WindingOrder,
};

/// What the page was told last, so that it is not told again.
#[derive(Debug, Default)]
pub(super) struct Ink {
    pub fill: Option<Colour>,
    pub stroke: Option<Colour>,
    pub thickness: Option<f32>,
    pub dash: Option<f32>,
    pub font: Option<(packhorse_typeset::Face, f32)>,
}

/// How far the handles of a quarter of a circle lie from its ends, as a share of the radius.
const HANDLE: f32 = 0.552_285;

impl Writer<'_> {
    pub(super) fn fill(&mut self, shape: Shape, colour: Colour) {
        self.fill_with(colour);
        if let Shape::Rect { rect, radius: 0.0 } = shape {
            let rectangle = Rect {
                x: Pt(round(rect.x)),
                y: Pt(round(self.height - rect.y - rect.height)),
                width: Pt(round(rect.width)),
                height: Pt(round(rect.height)),
                mode: Some(PaintMode::Fill),
                winding_order: Some(WindingOrder::NonZero),
            };
            self.ops.push(Op::DrawRectangle { rectangle });
        } else {
            self.path(shape, PaintMode::Fill);
        }
    }

    pub(super) fn outline(&mut self, shape: Shape, colour: Colour, thickness: f32) {
        self.stroke_with(colour, thickness, None);
        self.path(shape, PaintMode::Stroke);
    }

    pub(super) fn rule(
        &mut self,
        from: (f32, f32),
        to: (f32, f32),
        colour: Colour,
        thickness: f32,
        dash: Option<f32>,
    ) {
        self.stroke_with(colour, thickness, dash);
        let points = [from, to].map(|point| LinePoint { p: self.point(point), bezier: false });
        self.ops.push(Op::DrawLine { line: Line { points: points.to_vec(), is_closed: false } });
    }

    pub(super) fn fill_with(&mut self, colour: Colour) {
        if self.ink.fill.replace(colour) != Some(colour) {
            self.ops.push(Op::SetFillColor { col: screen(colour) });
        }
    }

    fn stroke_with(&mut self, colour: Colour, thickness: f32, dash: Option<f32>) {
        if self.ink.stroke.replace(colour) != Some(colour) {
            self.ops.push(Op::SetOutlineColor { col: screen(colour) });
        }
        if self.ink.thickness.replace(thickness) != Some(thickness) {
            self.ops.push(Op::SetOutlineThickness { pt: Pt(round(thickness)) });
        }
        if self.ink.dash != dash {
            self.ink.dash = dash;
            let lengths: Vec<f32> = dash.into_iter().flat_map(|length| [length, length]).collect();
            self.ops.push(Op::SetLineDashPattern { dash: LineDashPattern::new(0.0, &lengths) });
        }
    }

    fn path(&mut self, shape: Shape, mode: PaintMode) {
        let (x, y, width, height, radius) = match shape {
            Shape::Rect { rect, radius } => {
                (rect.x, rect.y, rect.width, rect.height, radius.min(rect.width / 2.0).min(rect.height / 2.0))
            }
            Shape::Circle { centre, radius } => {
                (centre.0 - radius, centre.1 - radius, radius * 2.0, radius * 2.0, radius)
            }
        };
        let (right, bottom, curve) = (x + width, y + height, radius * (1.0 - HANDLE));
        let mut points = Vec::with_capacity(17);
        let mut add = |x, y, bezier| points.push(LinePoint { p: self.point((x, y)), bezier });
        add(x + radius, y, false);
        // Each corner: the end of the side before it, two handles, the start of the next side.
        for ((ax, ay), (bx, by), (cx, cy), (dx, dy)) in [
            ((right - radius, y), (right - curve, y), (right, y + curve), (right, y + radius)),
            (
                (right, bottom - radius),
                (right, bottom - curve),
                (right - curve, bottom),
                (right - radius, bottom),
            ),
            ((x + radius, bottom), (x + curve, bottom), (x, bottom - curve), (x, bottom - radius)),
            ((x, y + radius), (x, y + curve), (x + curve, y), (x + radius, y)),
        ] {
            add(ax, ay, false);
            add(bx, by, true);
            add(cx, cy, true);
            add(dx, dy, false);
        }
        let polygon =
            Polygon { rings: vec![PolygonRing { points }], mode, winding_order: WindingOrder::NonZero };
        self.ops.push(Op::DrawPolygon { polygon });
    }

    /// A filled outline of several parts.
    pub(super) fn outlines(
        &mut self,
        steps: &[Step],
        place: (f32, f32, f32),
        colour: Colour,
        even_odd: bool,
    ) {
        self.fill_with(colour);
        let mut rings: Vec<PolygonRing> = Vec::new();
        for step in steps {
            let at = |point: (f32, f32), bezier| LinePoint {
                p: self.point((place.0 + point.0 * place.2, place.1 + point.1 * place.2)),
                bezier,
            };
            match (*step, rings.last_mut()) {
                (Step::Move(to), _) => rings.push(PolygonRing { points: vec![at(to, false)] }),
                (Step::Line(to), Some(ring)) => ring.points.push(at(to, false)),
                (Step::Curve(first, second, to), Some(ring)) => {
                    ring.points.extend([at(first, true), at(second, true), at(to, false)]);
                }
                (_, None) => {}
            }
        }
        let winding_order = if even_odd { WindingOrder::EvenOdd } else { WindingOrder::NonZero };
        self.ops.push(Op::DrawPolygon { polygon: Polygon { rings, mode: PaintMode::Fill, winding_order } });
    }

    fn point(&self, (x, y): (f32, f32)) -> Point {
        Point { x: Pt(round(x)), y: Pt(round(self.height - y)) }
    }
}

fn screen(colour: Colour) -> printpdf::Color {
    let part = |value: u8| round(f32::from(value) / 255.0);
    printpdf::Color::Rgb(Rgb { r: part(colour.0), g: part(colour.1), b: part(colour.2), icc_profile: None })
}
