//! Lines become paragraphs.

use super::columns::Table;
use super::lines::{Line, is_bare_mark};
use crate::build::{Draft, Piece, begins_with_mark};
use packhorse_model::BlockKind;

/// The paragraphs of some lines, with their tables where they stand.
pub(super) fn paragraphs(lines: &[Line<'_>], tables: Vec<Table>, margin: Option<f64>) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut last: Option<&Line<'_>> = None;
    let mut quotes = 0;
    let mut turned = false;
    let mut begins = true;
    let mut tables: Vec<Option<Table>> = tables.into_iter().map(Some).collect();
    for (order, line) in lines.iter().enumerate() {
        if line.furniture {
            drafts.push(Draft::new(BlockKind::Furniture, line.page, line.text));
            turned = true;
            continue;
        }
        if line.note {
            note(&mut drafts, line, order.checked_sub(1).is_some_and(|before| lines[before].note));
            continue;
        }
        if let Some(table) = line.table {
            if let Some(table) = tables.get_mut(table as usize).and_then(Option::take) {
                drafts.extend(table.drafts());
            }
            last = None;
            continue;
        }
        let open = drafts
            .iter_mut()
            .rev()
            .find(|draft| !matches!(draft.kind, BlockKind::Furniture | BlockKind::Footnote));
        turned |= last.is_some_and(|last| last.page != line.page);
        let before =
            last.filter(|last| goes_on(last, line, margin, lines.get(order + 1), Around { turned, begins }));
        turned = false;
        begins = before.is_none();
        match open.filter(|_| before.is_some()) {
            Some(open) => join(open, line),
            None => {
                let quoted = set_in(last, line, drafts.last().and_then(|draft| draft.quoted), &mut quotes);
                drafts.push(Draft { quoted, ..Draft::new(BlockKind::Paragraph, line.page, line.text) });
            }
        }
        last = Some(line);
    }
    drafts
}

/// Adds a line of a footnote.
fn note(drafts: &mut Vec<Draft>, line: &Line<'_>, goes_on: bool) {
    match drafts.last_mut().filter(|draft| goes_on && draft.kind == BlockKind::Footnote) {
        Some(open) => join(open, line),
        None => drafts.push(Draft::new(BlockKind::Footnote, line.page, line.text)),
    }
}

/// Paragraphs that are set in below a line that ends in a colon are what somebody said.
fn set_in(last: Option<&Line<'_>>, line: &Line<'_>, open: Option<u32>, quotes: &mut u32) -> Option<u32> {
    let last = last.filter(|_| line.indent >= 3)?;
    if last.indent == line.indent {
        return open;
    }
    let leads = last.indent == 0 && last.text.ends_with(':') && last.text.chars().count() > 20;
    leads.then(|| {
        *quotes += 1;
        *quotes - 1
    })
}

/// Adds a line to a paragraph: after a space, or at once after a hyphen.
fn join(open: &mut Draft, line: &Line<'_>) {
    let Some(piece) = open.pieces.last_mut() else { return };
    let hyphen = piece.text.ends_with(['-', '\u{2010}', '\u{00AD}'])
        && piece.text.chars().rev().nth(1).is_some_and(char::is_alphanumeric)
        && line.text.starts_with(char::is_alphanumeric);
    if hyphen {
        piece.hyphens.push((piece.text.len(), true));
    } else {
        piece.text.push(' ');
    }
    if piece.page == line.page {
        piece.text.push_str(line.text);
    } else {
        open.pieces.push(Piece { page: line.page, text: line.text.to_owned(), ..Piece::default() });
    }
}

/// The width at which a margin broke the lines; none where none did.
pub(super) fn margin(lines: &[Line<'_>]) -> Option<f64> {
    let words = lines.iter().filter(|line| !line.furniture && !line.note && line.table.is_none());
    let words: Vec<&Line<'_>> = words.filter(|line| !is_bare_mark(line.text)).collect();
    let mut widths: Vec<f64> = words.iter().map(|line| width(line.text)).collect();
    widths.sort_unstable_by(f64::total_cmp);
    // A few lines may be longer than the margin: an address of the web, a row of a table.
    let full = *widths.get(widths.len().saturating_sub(1 + widths.len() / 40))?;
    if !(18.0..=75.0).contains(&full) {
        return None;
    }
    let pairs = words.windows(2).filter(|pair| !pair[1].apart);
    let (mut broken, mut near) = (0, 0);
    for pair in pairs {
        near += 1;
        broken += usize::from(is_inside_a_sentence(pair[0].text, pair[1].text));
    }
    (near >= 2 && broken * 4 >= near).then_some(full)
}

/// About how wide words are set, in ems. Margins break lines by width and not by number of letters.
fn width(text: &str) -> f64 {
    let letter = |c: char| match c {
        'i' | 'j' | 'l' | '\'' | '’' | '‘' => 0.22,
        ' ' | '.' | ',' | ':' | ';' | 'f' | 't' | 'I' | '!' | '/' | '[' | ']' => 0.28,
        'r' | '-' | '(' | ')' | '“' | '”' | '"' => 0.33,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 0.5,
        'A' | 'B' | 'E' | 'F' | 'K' | 'P' | 'S' | 'T' | 'V' | 'X' | 'Y' | 'Z' => 0.65,
        'C' | 'D' | 'H' | 'N' | 'R' | 'U' | 'w' => 0.72,
        'G' | 'O' | 'Q' | 'm' | 'M' => 0.8,
        'W' => 0.94,
        _ => 0.56,
    };
    text.chars().map(letter).sum()
}

/// Whether a line breaks off inside a sentence, by its own end and the beginning of the next.
pub(super) fn is_inside_a_sentence(before: &str, after: &str) -> bool {
    let bracket = before.rfind('(') > before.rfind(')');
    after.starts_with('(') || (bracket || !ends_a_sentence(before)) && after.starts_with(char::is_lowercase)
}

fn ends_a_sentence(text: &str) -> bool {
    text.trim_end_matches(['”', '’', '"', '\'', ')', ']']).ends_with(['.', '!', '?', ':', ';'])
}

/// Words that no line of its own ends with.
const DANGLING: [&str; 26] = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "local", "london", "of", "on", "or",
    "our", "require", "requires", "royal", "that", "the", "their", "to", "with", "which", "&",
];

/// Where a line and the line before it stand.
struct Around {
    /// Whether a page was turned between them: a foot or a page number may be all that tells of it.
    turned: bool,
    /// Whether the line before begins its paragraph.
    begins: bool,
}

/// Whether a line goes on with the paragraph of the line before it.
fn goes_on(
    before: &Line<'_>,
    line: &Line<'_>,
    margin: Option<f64>,
    next: Option<&Line<'_>>,
    Around { turned, begins }: Around,
) -> bool {
    let dash = ["-", "–"].contains(&before.text) && line.text.starts_with(char::is_lowercase);
    if is_bare_mark(before.text) || dash {
        // The text of a paragraph whose number or bullet stands on a line of its own.
        return true;
    }
    if begins_with_mark(line.text) && !is_mid_sentence_number(before, line, margin) {
        return false;
    }
    let Some(margin) = margin else { return false };
    let inside = is_inside_a_sentence(before.text, line.text);
    let ended = ends_a_sentence(before.text);
    let heading = is_heading_like(line, next, margin);
    if turned {
        // A page may end in a sentence.
        return inside && width(before.text) > margin * 0.6
            || !ended && !heading && width(before.text) > margin * 0.8;
    }
    if line.apart {
        // A sentence may have lost its place on the page, and an empty line come into it.
        return inside && width(before.text) > margin * 0.6;
    }
    let last = before.text.rsplit(char::is_whitespace).next().unwrap_or("");
    let dangles = DANGLING.contains(&last.to_lowercase().as_str());
    let label = before.text.ends_with(':') && width(before.text) < margin * 0.6;
    // After a full stop a new paragraph may begin, unless its first word had no room above.
    // A line that is much wider than the margin was not broken by it, unless two were put together at a
    // hyphen, within a paragraph.
    let full = needed(before, line) > margin * if ended { 0.98 } else { 0.88 }
        && !(begins && width(before.text) > margin * WIDER);
    !label && (inside || dangles || full && !(ended && heading))
}

/// By how much a line may be wider than the margin that broke it: widths are estimates.
const WIDER: f64 = 1.25;

/// The width a line would have with the first word of the next.
fn needed(line: &Line<'_>, next: &Line<'_>) -> f64 {
    width(line.text) + width(" ") + width(next.text.split_whitespace().next().unwrap_or(""))
}

/// A line that was ended before the margin, in no sentence: the heading of what comes next.
fn is_heading_like(line: &Line<'_>, next: Option<&Line<'_>>, margin: f64) -> bool {
    if ends_a_sentence(line.text) {
        return false;
    }
    next.is_none_or(|next| {
        let ended = next.apart || begins_with_mark(next.text) || needed(line, next) < margin * 0.88;
        ended && !is_inside_a_sentence(line.text, next.text)
    })
}

/// “in the year to March / 2019. It was” and “rose from 12 / to 15” begin no item.
fn is_mid_sentence_number(before: &Line<'_>, line: &Line<'_>, margin: Option<f64>) -> bool {
    margin.is_some_and(|margin| width(before.text) > margin * 0.75)
        && !line.apart
        && line.text.starts_with(|c: char| c.is_ascii_digit())
        && !ends_a_sentence(before.text)
}
