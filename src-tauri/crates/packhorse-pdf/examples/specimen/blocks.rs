//! Blocks of the specimen.

use packhorse_model::composed::{
    Balance, BalanceRow, Block, Event, FrameworkBreak, Moment, Piece, Question, QuoteBlock, Run, Style,
    Timeline, Tone,
};
use packhorse_model::{Bearing, Verdict};

pub(crate) fn plain(words: &str) -> Vec<Run> {
    vec![Run::plain(words)]
}

pub(crate) fn text(words: &str) -> Block {
    Block::Paragraph { runs: plain(words), style: Style::Body }
}

pub(crate) fn heading(level: u8, words: &str) -> Block {
    Block::Heading { level, text: words.into() }
}

/// A quotation; […] in its words becomes an omission.
pub(crate) fn quote(
    number: u32,
    bearing: Bearing,
    tag: &str,
    words: &str,
    citation: &str,
    verdict: Option<Verdict>,
) -> Block {
    let mut pieces = Vec::new();
    for (index, part) in words.split("[…]").enumerate() {
        if index > 0 {
            pieces.push(Piece::Omitted);
        }
        pieces.push(Piece::Words(part.into()));
    }
    let source = if bearing == Bearing::Statement { 2 } else { 1 };
    Block::Quote(QuoteBlock {
        id: format!("q{number}"),
        number,
        bearing,
        tag: tag.into(),
        words: pieces,
        citation: citation.into(),
        source: Some((format!("source-{source}"), source)),
        verdict,
    })
}

pub(crate) fn question(number: u32, ask: &str, quote: &str, listen_for: Option<&str>, space: u8) -> Block {
    Block::Question(Question {
        number,
        ask: ask.into(),
        prompted_by: vec![
            Run::plain("Prompted by “too many return home interviews take place after the point…”, "),
            Run::to(format!("quotation {}", quote.trim_start_matches('q')), quote),
            Run::plain("."),
        ],
        who: Some("Head of Help and Protection".into()),
        listen_for: listen_for.map(Into::into),
        space,
    })
}

pub(crate) fn balance() -> Block {
    let row = |label: &str, strengths, improve| BalanceRow {
        label: label.into(),
        shares: vec![(Bearing::Strength, strengths), (Bearing::Improve, improve)],
    };
    Block::Balance(Balance {
        caption: "Strengths and concerns in proportion".into(),
        alt: "Two bars. This pack quotes 4 strengths and 2 concerns; the letter holds 14 strengths and 5 concerns.".into(),
        rows: vec![row("This pack quotes", 4, 2), row("The letter holds", 14, 5)],
    })
}

pub(crate) fn timeline() -> Block {
    let at =
        |year, month, day| Moment::of(chrono::NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default());
    let event = |at, date: &str, label: &str, grade: Option<&str>, tone, inspection| Event {
        at,
        date: date.into(),
        label: label.into(),
        grade: grade.map(Into::into),
        tone,
        inspection,
    };
    let framework = |at, label: &str| FrameworkBreak { at, label: label.into() };
    Block::Timeline(Timeline {
        caption: "Inspections and visits since 2012".into(),
        alt: "Timeline of five events. May 2012, inspection: adequate. November 2016, single inspection: requires \
              improvement. March 2022, ILACS inspection: good. July 2023 and September 2026, focused visits without a \
              grade. Dashed lines mark new frameworks in 2013 and 2018."
            .into(),
        events: vec![
            event(at(2012, 5, 14), "May 2012", "Inspection", Some("Adequate"), Tone::Middling, true),
            event(at(2016, 11, 8), "Nov 2016", "Inspection", Some("Requires improvement"), Tone::Middling, true),
            event(at(2022, 3, 1), "Mar 2022", "Inspection", Some("Good"), Tone::Good, true),
            event(at(2023, 7, 5), "Jul 2023", "Focused visit", None, Tone::None, true),
            event(at(2026, 9, 1), "1 and 2 Sep 2026", "Focused visit", None, Tone::None, true),
            event(at(2026, 9, 16), "16 Sep 2026", "Press release", None, Tone::None, false),
        ],
        breaks: vec![
            framework(at(2013, 11, 1), "Single inspection framework"),
            framework(at(2018, 1, 1), "ILACS"),
            framework(at(2026, 4, 1), "ILACS, no overall grade"),
        ],
    })
}
