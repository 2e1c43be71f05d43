//! Tables.

use crate::block::{bearing, runs};
use crate::markup::Markup;
use packhorse_model::composed::{Cell, Table, Tone};

/// Writes a table that scrolls within itself where the window is narrow.
pub(crate) fn table(out: &mut Markup, table: &Table) {
    out.open(
        "div",
        &[("class", "scroll"), ("role", "region"), ("aria-label", &table.caption), ("tabindex", "0")],
    );
    out.open("table", &[]);
    out.open("caption", &[]);
    out.words(&table.caption);
    if let Some(alt) = &table.alt {
        out.element("span", &[("class", "unseen")], &format!(" {alt}"));
    }
    out.close("caption");
    out.open("colgroup", &[]);
    let shares: u32 = table.columns.iter().map(|column| column.share).sum();
    for column in &table.columns {
        let width = f64::from(column.share) * 100.0 / f64::from(shares.max(1));
        out.void("col", &[("style", &format!("width: {width:.1}%"))]);
    }
    out.close("colgroup");
    out.open("thead", &[]);
    out.open("tr", &[]);
    for column in &table.columns {
        let class = if column.breaks { "breaks" } else { "runs" };
        out.element("th", &[("scope", "col"), ("class", class)], &column.heading);
    }
    out.close("tr");
    out.close("thead");
    out.open("tbody", &[]);
    let longest = table.rows.iter().flatten().map(total).max().unwrap_or(0);
    for row in &table.rows {
        out.open("tr", &[]);
        for (index, cell) in row.iter().enumerate() {
            let breaks = table.columns.get(index).is_some_and(|column| column.breaks);
            self::cell(out, cell, index == 0 && table.row_headers, breaks, longest);
        }
        out.close("tr");
    }
    out.close("tbody");
    out.close("table");
    out.close("div");
}

fn total(cell: &Cell) -> u32 {
    cell.bar.iter().map(|(_, count)| *count).sum()
}

fn cell(out: &mut Markup, cell: &Cell, heads: bool, breaks: bool, longest: u32) {
    let name = if heads { "th" } else { "td" };
    let mut attributes = Vec::new();
    if heads {
        attributes.push(("scope", "row"));
    }
    if breaks {
        attributes.push(("class", "breaks"));
    }
    if let Some(id) = &cell.id {
        attributes.push(("id", id));
    }
    out.open(name, &attributes);
    bar(out, cell, longest);
    for words in &cell.paragraphs {
        out.open("p", &[]);
        match cell.tone {
            Some(tone) => {
                out.open("span", &[("class", &format!("badge {}", self::tone(tone)))]);
                runs(out, words);
                out.close("span");
            }
            None => runs(out, words),
        }
        out.close("p");
    }
    out.close(name);
}

/// A bar over the words that say the same.
fn bar(out: &mut Markup, cell: &Cell, longest: u32) {
    if cell.bar.is_empty() || longest == 0 {
        return;
    }
    out.open(
        "svg",
        &[
            ("class", "bar"),
            ("viewBox", "0 0 100 8"),
            ("preserveAspectRatio", "none"),
            ("aria-hidden", "true"),
        ],
    );
    let unit = 100.0 / f64::from(longest);
    let mut x = 0.0;
    for (what, count) in &cell.bar {
        let width = f64::from(*count) * unit;
        let (left, wide) = (format!("{x:.2}"), format!("{width:.2}"));
        out.element(
            "rect",
            &[("class", bearing(*what)), ("x", &left), ("y", "0"), ("width", &wide), ("height", "8")],
            "",
        );
        x += width;
    }
    out.close("svg");
}

/// The name of a tone among the styles.
pub(crate) fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "good",
        Tone::Middling => "middling",
        Tone::Poor => "poor",
        Tone::None => "none",
    }
}
