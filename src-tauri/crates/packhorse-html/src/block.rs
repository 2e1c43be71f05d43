//! The blocks of a section, other than tables and charts.

use crate::markup::Markup;
use crate::{chart, table};
use packhorse_model::composed::{self, Block, Link, Look, Panel, Question, QuoteBlock, Run, Style};
use packhorse_model::{Bearing, Verdict};

/// Writes a block.
pub(crate) fn block(out: &mut Markup, block: &Block) {
    match block {
        Block::Heading { level, text } => out.element(if *level <= 2 { "h2" } else { "h3" }, &[], text),
        Block::Paragraph { runs: words, style } => paragraph(out, words, *style),
        Block::List { ordered, items } => list(out, *ordered, items),
        Block::Quote(quote) => self::quote(out, quote),
        Block::Table(table) => table::table(out, table),
        Block::Panels { panels } => self::panels(out, panels),
        Block::ManagersNote { label, runs: words } => note(out, label, words),
        Block::Question(question) => self::question(out, question),
        Block::Timeline(timeline) => chart::timeline(out, timeline),
        Block::Balance(balance) => chart::balance(out, balance),
        // The page knows the sections and lists them itself.
        Block::Contents => {}
    }
}

fn paragraph(out: &mut Markup, words: &[Run], style: Style) {
    let class = match style {
        Style::Body => "body",
        Style::Lead => "lead",
        Style::Small => "small",
    };
    out.open("p", &[("class", class)]);
    runs(out, words);
    out.close("p");
}

fn list(out: &mut Markup, ordered: bool, items: &[Vec<Run>]) {
    let name = if ordered { "ol" } else { "ul" };
    out.open(name, &[]);
    for item in items {
        out.open("li", &[]);
        runs(out, item);
        out.close("li");
    }
    out.close(name);
}

/// Words in their looks, with their links.
pub(crate) fn runs(out: &mut Markup, runs: &[Run]) {
    for run in runs {
        let target = run.link.as_ref().map(|link| match link {
            Link::Anchor(id) => format!("#{id}"),
            Link::Web(address) => address.clone(),
        });
        // An address of another kind might run something.
        let target = target
            .filter(|to| to.starts_with('#') || to.starts_with("https://") || to.starts_with("http://"));
        // A space before a link is no part of it.
        let text = if target.is_some() { run.text.trim_start() } else { &run.text };
        out.words(&run.text[..run.text.len() - text.len()]);
        if let Some(target) = &target {
            out.open("a", &[("href", target)]);
        }
        match run.look {
            Look::Plain => out.words(text),
            Look::Strong => out.element("strong", &[], text),
            Look::Emphasis => out.element("em", &[], text),
            Look::Soft => out.element("span", &[("class", "soft")], text),
            Look::Removed => removed(out, text),
            Look::Added => out.element("ins", &[], text),
        }
        if target.is_some() {
            out.close("a");
        }
    }
}

/// Words that were left out, in brackets as on paper; the spaces around them stay outside.
fn removed(out: &mut Markup, text: &str) {
    let core = text.trim();
    let lead = text.len() - text.trim_start().len();
    out.words(&text[..lead]);
    out.element("del", &[], &format!("[{core}]"));
    out.words(&text[lead + core.len()..]);
}

/// The name of a bearing among the styles.
pub(crate) fn bearing(bearing: Bearing) -> &'static str {
    match bearing {
        Bearing::Strength => "strength",
        Bearing::Improve => "improve",
        Bearing::Priority => "priority",
        Bearing::Statement => "statement",
        Bearing::Context => "context",
    }
}

fn quote(out: &mut Markup, quote: &QuoteBlock) {
    out.open("figure", &[("id", &quote.id), ("class", &format!("quote {}", bearing(quote.bearing)))]);
    out.open("p", &[("class", "tag")]);
    out.element("strong", &[], &quote.tag);
    out.words(&format!(" · quotation\u{a0}{}", quote.number));
    out.close("p");
    out.open("blockquote", &[]);
    for words in composed::shown(&quote.words).split('\n').filter(|words| !words.trim().is_empty()) {
        // Words of another script run their own way.
        out.element("p", &[("dir", "auto")], words);
    }
    out.close("blockquote");
    out.open("figcaption", &[]);
    out.words(&quote.citation);
    if let Some((anchor, number)) = &quote.source {
        out.words(" · ");
        out.element("a", &[("href", &format!("#{anchor}"))], &format!("source\u{a0}{number}"));
    }
    if let Some(verdict) = quote.verdict {
        out.words(" · check: ");
        out.element("strong", &[("class", self::verdict(verdict))], verdict.words());
    }
    out.close("figcaption");
    out.close("figure");
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Exact => "good",
        Verdict::Punctuation => "middling",
        Verdict::Differs | Verdict::NotFound => "poor",
        Verdict::NoSource => "none",
    }
}

fn panels(out: &mut Markup, panels: &[Panel]) {
    out.open("div", &[("class", "panels")]);
    for panel in panels {
        out.open("div", &[("class", "panel")]);
        out.element("h3", &[], &panel.heading);
        panel.blocks.iter().for_each(|each| block(out, each));
        out.close("div");
    }
    out.close("div");
}

/// On a wash and with its label, so that it never looks like a quotation.
fn note(out: &mut Markup, label: &str, words: &[Run]) {
    out.open("p", &[("class", "note")]);
    out.element("strong", &[], &format!("{}. ", label.trim().trim_end_matches(['.', ':'])));
    runs(out, words);
    out.close("p");
}

fn question(out: &mut Markup, question: &Question) {
    out.open("li", &[("value", &question.number.to_string())]);
    out.element("p", &[("class", "ask")], &question.ask);
    out.open("p", &[]);
    runs(out, &question.prompted_by);
    if let Some(who) = &question.who {
        let gap = if question.prompted_by.is_empty() { "" } else { " " };
        out.words(&format!("{gap}[{who}]"));
    }
    out.close("p");
    if let Some(listen_for) = &question.listen_for {
        out.element("p", &[("class", "soft")], listen_for);
    }
    if question.space > 0 {
        let height = format!("height: {}em", u32::from(question.space) * 2);
        out.element("div", &[("class", "space"), ("style", &height)], "");
    }
    out.close("li");
}
