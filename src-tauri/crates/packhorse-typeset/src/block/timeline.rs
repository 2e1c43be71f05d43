//! A chart of events in time, its labels in rows so that none lies on another.

mod rows;

use crate::set::{Frame, Setter};
use crate::sheet::{self, Type};
use crate::strip::{Item, Strip};
use crate::{Colour, Draw, Face, NodeId, Rect, Role, Shape};
use packhorse_model::composed::{Event, Run, Timeline, Tone};
use rows::Rows;

/// Where days lie on the chart.
#[derive(Debug, Clone, Copy)]
struct Scale {
    first: i32,
    last: i32,
    x: f32,
    width: f32,
}

impl Scale {
    fn of(timeline: &Timeline, frame: Frame, margin: f32) -> Option<Self> {
        let days =
            timeline.events.iter().map(|event| event.at.0).chain(timeline.breaks.iter().map(|at| at.at.0));
        let (first, last) = (days.clone().min()?, days.max()?);
        let (first, last) = if last - first < 30 { (first - 180, last + 180) } else { (first, last) };
        Some(Self { first, last, x: frame.x + margin, width: frame.width - 2.0 * margin })
    }

    fn at(&self, day: i32) -> f32 {
        let share = f64::from(day - self.first) / f64::from(self.last - self.first);
        self.x + self.width * share as f32
    }
}

/// Where a label stands: to the right of its line, or around its point and, if it can be, on one side of
/// where a framework begins.
#[derive(Clone, Copy)]
enum Side<'a> {
    Right,
    Around(&'a [f32]),
}

/// A label before it has its place.
struct Label {
    lines: Vec<(String, Face, Colour)>,
    width: f32,
    /// The point it belongs to.
    at: f32,
    /// How much of the space beside its shorter lines is on their left: half, unless a margin moved it.
    left: f32,
}

impl Setter<'_> {
    /// Sets a timeline.
    pub(crate) fn timeline(&mut self, timeline: &Timeline, parent: NodeId, frame: Frame) {
        self.flow.space(self.sheet.em(4.0));
        self.chart_caption(&timeline.caption, parent, frame);
        let Some(scale) = Scale::of(timeline, frame, self.sheet.em(12.0)) else {
            self.paragraph(&[Run::plain(&timeline.alt)], self.sheet.body, parent, frame);
            self.flow.space(self.sheet.em(8.0));
            return;
        };
        let figure = self.tree.add(Role::Figure, parent);
        self.tree.node_mut(figure).alt = Some(timeline.alt.clone());
        let mut strip = self.chart(timeline, scale, figure, frame);
        strip.figure = Some((figure, Rect { x: frame.x, y: 0.0, width: frame.width, height: strip.height }));
        self.flow.push(strip);
        self.flow.space(self.sheet.em(14.0));
    }

    fn chart(&mut self, timeline: &Timeline, scale: Scale, figure: NodeId, frame: Frame) -> Strip {
        let style = self.sheet.chart;
        let (leading, gap, radius) = (style.leading, self.sheet.em(6.0), self.sheet.em(4.6));
        let places =
            apart(timeline.events.iter().map(|event| scale.at(event.at.0)).collect(), radius * 2.3, scale);
        let breaks: Vec<f32> = timeline.breaks.iter().map(|turn| scale.at(turn.at.0)).collect();
        let frameworks = self.rows(
            timeline
                .breaks
                .iter()
                .map(|at| (scale.at(at.at.0), vec![(at.label.clone(), Face::Regular, sheet::SOFT)])),
            style,
            frame,
            Side::Right,
        );
        let mut lines_of_grades = Vec::new();
        for (event, at) in timeline.events.iter().zip(&places) {
            if let Some(grade) = &event.grade {
                let lines = self.parted(grade, *at, &breaks, style, frame);
                let tone = colour(event.tone);
                lines_of_grades.push((*at, lines.into_iter().map(|line| (line, Face::Bold, tone)).collect()));
            }
        }
        let high = lines_of_grades.iter().map(|(_, lines): &(f32, Vec<_>)| lines.len()).max().unwrap_or(1);
        let grades = self.rows(lines_of_grades.into_iter(), style, frame, Side::Around(&breaks));
        let mut events = self.rows(
            timeline.events.iter().zip(&places).map(|(event, at)| {
                let date = (event.date.clone(), Face::Bold, sheet::INK);
                (*at, vec![date, (event.label.clone(), Face::Regular, sheet::SOFT)])
            }),
            style,
            frame,
            Side::Around(&[]),
        );
        events.clear_lines(frame.x, frame.x + frame.width);

        let over = frameworks.count() as f32 * (leading + 2.0);
        let grade_step = high as f32 * leading + 3.0;
        let axis = over + gap + grades.count() as f32 * grade_step + radius + gap;
        let below = axis + radius + gap;
        let step = 2.0 * leading + self.sheet.em(4.0);
        let height = below + events.count() as f32 * step;
        let mut strip = Strip::blank(height);

        for (label, row) in frameworks.placed() {
            let x = label.at;
            let top = row as f32 * (leading + 2.0) + 2.0;
            let (from, to) = ((x, top), (x, axis + radius + gap - 1.0));
            strip.put(figure, Draw::Rule { from, to, colour: sheet::SOFT, thickness: 0.6, dash: Some(2.2) });
        }
        strip.put(figure, Draw::level(frame.x, frame.x + frame.width, axis, 1.5, sheet::LINE));
        for (label, row) in events.placed().filter(|(_, row)| *row > 0) {
            let (from, to) = ((label.at, axis), (label.at, below + row as f32 * step));
            strip.put(figure, Draw::Rule { from, to, colour: sheet::LINE, thickness: 0.5, dash: None });
        }
        for (label, row) in grades.placed().filter(|(_, row)| *row > 0) {
            let up = gap + radius + row as f32 * grade_step - 2.0;
            let (from, to) = ((label.at, axis), (label.at, axis - up));
            strip.put(figure, Draw::Rule { from, to, colour: sheet::LINE, thickness: 0.5, dash: None });
        }
        self.labels(&mut strip, &frameworks, figure, style, |_, row| row as f32 * (leading + 2.0));
        self.labels(&mut strip, &grades, figure, style, |label, row| {
            let high = row as f32 * grade_step + label.lines.len() as f32 * leading;
            axis - radius - gap - high
        });
        for (event, x) in timeline.events.iter().zip(&places) {
            mark(&mut strip, event, (*x, axis), radius, figure);
        }
        self.labels(&mut strip, &events, figure, style, |_, row| below + row as f32 * step);
        strip
    }

    /// Gives each label a row in which it lies on no other.
    fn rows(
        &mut self,
        labels: impl Iterator<Item = (f32, Vec<(String, Face, Colour)>)>,
        style: Type,
        frame: Frame,
        side: Side<'_>,
    ) -> Rows<Label> {
        let mut rows = Rows::new(self.sheet.em(7.0));
        for (at, lines) in labels {
            let width = lines
                .iter()
                .map(|(text, face, _)| self.width_of(text, *face, style.size))
                .fold(0.0, f32::max);
            let (gap, edge) = (self.sheet.em(3.5), frame.x + frame.width);
            let wanted = match side {
                Side::Right if at + gap + width > edge => at - gap - width,
                Side::Right => at + gap,
                Side::Around(_) => at - width / 2.0,
            };
            // Where there is no room on its own side it stays in the middle.
            let x = match side {
                Side::Right => wanted,
                Side::Around(breaks) => own_side(wanted, width, at, breaks, frame, gap).unwrap_or(wanted),
            };
            let x = x.min(edge - width).max(frame.x);
            let left = match x {
                _ if matches!(side, Side::Right) || x > wanted => 0.0,
                _ if x < wanted => 1.0,
                _ => 0.5,
            };
            rows.place(Label { lines, width, at, left }, x, width);
        }
        rows
    }

    /// A grade in one line or, where that would reach over a line where a framework begins, in two.
    fn parted(&mut self, grade: &str, at: f32, breaks: &[f32], style: Type, frame: Frame) -> Vec<String> {
        let gap = self.sheet.em(3.5);
        let width = self.width_of(grade, Face::Bold, style.size);
        let middle = grade.match_indices(' ').min_by_key(|(space, _)| space.abs_diff(grade.len() / 2));
        match middle {
            Some((space, _)) if own_side(at - width / 2.0, width, at, breaks, frame, gap).is_none() => {
                vec![grade[..space].to_owned(), grade[space + 1..].to_owned()]
            }
            _ => vec![grade.to_owned()],
        }
    }

    fn width_of(&mut self, text: &str, face: Face, size: f32) -> f32 {
        let words = [self.words(text, Type { face, size, leading: size, colour: sheet::INK }, NodeId(0))];
        crate::line::lines(&mut self.shaper, &words, size, f32::INFINITY)
            .iter()
            .map(|line| line.width)
            .fold(0.0, f32::max)
    }

    fn labels(
        &mut self,
        strip: &mut Strip,
        rows: &Rows<Label>,
        figure: NodeId,
        style: Type,
        top: impl Fn(&Label, usize) -> f32,
    ) {
        for (label, x, row) in rows.all() {
            // Paper behind the words, so that no line runs through them.
            let high = label.lines.len() as f32 * style.leading;
            let top = top(label, row);
            strip.put(figure, Draw::block(x - 1.5, top, label.width + 3.0, high, sheet::PAPER));
            for (line, (text, face, colour)) in label.lines.iter().enumerate() {
                let style = Type { face: *face, colour: *colour, ..style };
                let words = [self.words(&format!("{text} "), style, figure)];
                let baseline =
                    top + line as f32 * style.leading + self.shaper.baseline(style.size, style.leading);
                let wide = self.width_of(text, *face, style.size);
                let left = (label.width - wide).max(0.0) * label.left;
                for set in crate::line::lines(&mut self.shaper, &words, style.size, f32::INFINITY) {
                    for (node, mut words) in set.words {
                        words.at = (words.at.0 + x + left, baseline);
                        strip.content.push((node, Item::Draw(Draw::Words(words))));
                    }
                }
            }
        }
    }
}

/// Where a label stands on its own side of every line, if there is room for it.
fn own_side(wanted: f32, width: f32, at: f32, breaks: &[f32], frame: Frame, gap: f32) -> Option<f32> {
    let edge = frame.x + frame.width;
    let within = wanted.min(edge - width).max(frame.x);
    let own = breaks.iter().fold(within, |x, turn| on_own_side(x, width, at, *turn, gap));
    let clear = breaks.iter().all(|turn| *turn <= own || *turn >= own + width);
    (clear && own >= frame.x && own + width <= edge).then_some(own)
}

/// Moves a label that reaches over a line to the side its point is on; it stays over its point.
fn on_own_side(x: f32, width: f32, at: f32, line: f32, gap: f32) -> f32 {
    // What stands on the line belongs to what begins there.
    match at < line {
        _ if x + width <= line || x >= line => x,
        true => (line - gap - width).max(at - width),
        false => (line + gap).min(at),
    }
}

/// Moves marks that would lie on each other a little apart.
fn apart(mut places: Vec<f32>, least: f32, scale: Scale) -> Vec<f32> {
    for index in 1..places.len() {
        places[index] = places[index].max(places[index - 1] + least);
    }
    let mut limit = scale.x + scale.width;
    for place in places.iter_mut().rev() {
        *place = place.min(limit);
        limit = *place - least;
    }
    places
}

/// A filled mark for an inspection, a ring for a statement.
fn mark(strip: &mut Strip, event: &Event, centre: (f32, f32), radius: f32, figure: NodeId) {
    let colour = if event.tone == Tone::None { sheet::ACCENT } else { colour(event.tone) };
    if event.inspection {
        strip.put(figure, Draw::Fill { shape: Shape::Circle { centre, radius }, colour });
    } else {
        let thickness = radius * 0.36;
        let shape = Shape::Circle { centre, radius: radius - thickness / 2.0 };
        strip.put(figure, Draw::Fill { shape, colour: sheet::PAPER });
        strip.put(figure, Draw::Outline { shape, colour, thickness });
    }
}

fn colour(tone: Tone) -> Colour {
    if tone == Tone::None { sheet::INK } else { sheet::tone(tone).0 }
}
