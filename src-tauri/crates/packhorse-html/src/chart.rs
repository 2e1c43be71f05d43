//! Charts: a drawing that says in words what it shows, and the same data as a list.

use crate::block::bearing;
use crate::markup::Markup;
use crate::table::tone;
use packhorse_model::composed::{Balance, BalanceRow, Event, Timeline};

/// Writes a chart of events in time.
pub(crate) fn timeline(out: &mut Markup, timeline: &Timeline) {
    out.open("figure", &[("class", "chart")]);
    out.element("figcaption", &[], &timeline.caption);
    if !timeline.events.is_empty() {
        drawing(out, timeline);
    }
    out.open("ol", &[("class", "events")]);
    let mut breaks = timeline.breaks.iter().peekable();
    for event in &timeline.events {
        while let Some(turn) = breaks.next_if(|turn| turn.at <= event.at) {
            out.element("li", &[("class", "turn")], &turn.label);
        }
        self::event(out, event);
    }
    breaks.for_each(|turn| out.element("li", &[("class", "turn")], &turn.label));
    out.close("ol");
    out.close("figure");
}

fn event(out: &mut Markup, event: &Event) {
    out.open("li", &[("class", if event.inspection { "inspection" } else { "said" })]);
    out.words(&format!("{} {}", event.date, event.label));
    if let Some(grade) = &event.grade {
        out.words(": ");
        out.element("span", &[("class", &format!("badge {}", tone(event.tone)))], grade);
    }
    out.close("li");
}

/// Marks on a line: filled for inspections, rings for statements, dashes where a framework begins.
fn drawing(out: &mut Markup, timeline: &Timeline) {
    let moments = timeline.events.iter().map(|event| event.at.0);
    let (first, last) = moments.fold((i32::MAX, i32::MIN), |(first, last), at| (first.min(at), last.max(at)));
    let x = |at: i32| {
        let share = if last > first { f64::from(at - first) / f64::from(last - first) } else { 0.5 };
        format!("{:.1}", 20.0 + share.clamp(0.0, 1.0) * 960.0)
    };
    out.open("svg", &[("role", "img"), ("viewBox", "0 0 1000 40"), ("aria-label", &timeline.alt)]);
    out.element("line", &[("class", "axis"), ("x1", "0"), ("x2", "1000"), ("y1", "20"), ("y2", "20")], "");
    for turn in timeline.breaks.iter().filter(|turn| (first..=last).contains(&turn.at.0)) {
        let at = x(turn.at.0);
        out.element("line", &[("class", "turn"), ("x1", &at), ("x2", &at), ("y1", "2"), ("y2", "38")], "");
    }
    for event in &timeline.events {
        let kind = if event.inspection { "inspection" } else { "said" };
        let class = format!("{kind} {}", tone(event.tone));
        out.element("circle", &[("class", &class), ("cx", &x(event.at.0)), ("cy", "20"), ("r", "8")], "");
    }
    out.close("svg");
}

/// Writes bars that show shares of a whole.
pub(crate) fn balance(out: &mut Markup, balance: &Balance) {
    out.open("figure", &[("class", "chart")]);
    out.element("figcaption", &[], &balance.caption);
    if balance.rows.iter().all(|row| row.shares.iter().all(|(_, count)| *count == 0)) {
        out.element("p", &[], &balance.alt);
    } else {
        balance.rows.iter().for_each(|row| shares(out, row));
    }
    out.close("figure");
}

fn shares(out: &mut Markup, row: &BalanceRow) {
    let parts: Vec<String> = row.shares.iter().map(|(what, count)| what.counted(*count)).collect();
    let label = row.label.trim().trim_end_matches(':');
    out.element("p", &[("class", "share")], &format!("{label}: {}", parts.join(", ")));
    let total: u32 = row.shares.iter().map(|(_, count)| *count).sum();
    if total == 0 {
        return;
    }
    out.open(
        "svg",
        &[
            ("class", "balance"),
            ("viewBox", "0 0 100 6"),
            ("preserveAspectRatio", "none"),
            ("aria-hidden", "true"),
        ],
    );
    let mut x = 0.0;
    for (what, count) in &row.shares {
        let width = 100.0 * f64::from(*count) / f64::from(total);
        let (left, wide) = (format!("{x:.2}"), format!("{:.2}", (width - 0.4).max(0.0)));
        out.element(
            "rect",
            &[("class", bearing(*what)), ("x", &left), ("y", "0"), ("width", &wide), ("height", "6")],
            "",
        );
        x += width;
    }
    out.close("svg");
}
